"""Names that a question quotes (“五馆两中心”): the report's own note on them, or the sentence that tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.patterns import regex
from reports.text import plain
from vectorstore.records import ReportEntry

from ..evidence.pieces import Piece, piece_of, shortened
from ..evidence.prepared import Evidence, Shelf
from ..questions.counted import numerals
from ..questions.numerals import COUNTS

QUOTED = regex('[“"「『‘]([^“”"」』’]{2,24})[”"」』’]')
"""A name in quotation marks."""
_MEANING = regex(
    "指|是什么|是哪|哪[几些两二三四五六七八九十个]|包括|包含|什么意思|含义|怎么讲|内容|在哪|都?有(?:哪|什么|啥)"
)
# 围绕“三贤”文化做了哪些工作: the deeds are asked for, and not what the name stands for.
_DEEDS = regex(
    "(?:做|干|开展|采取|推出|出台|办|实施)了?(?:过)?(?:哪些|什么|啥)(?:具体|新)?的?"
    "(?:工作|实事|好事|事|措施|举措|做法|动作|办法|活动|打算|安排|招数?)[？?]?$"
)
# 推动“抱团出海”有哪些举措, but not 落实“三个一”有哪些举措
_MEASURES = regex("有(?:哪些|什么|啥)(?:具体|新)?的?(?:措施|举措|做法|办法|打算|安排|动作|招数?)[？?]?$")
_FIGURE = regex("多少|百分之|第几|几(?:个亿|万|亿)")
_PERIOD = regex("十[一二三四五六七]?五")
_JOINTS = regex(r"[、，,·\s“”\"‘’「」『』]")
_MARK = r"(?:[(（][^()（）]{1,10}[)）])?(?:[\[【〔(（]?\d{1,3}[\]】〕)）.、．]*)?"
_MARKED = r"(?:[(（][^()（）]{1,10}[)）])?[\[【〔(（]?\d{1,3}[\]】〕)）.、．]+"
_TELLS = r"(?:[:：](?!一是|坚持|着力|加快|推进)|是指|指的是|[，,]?即|[，,]?包括|[，,]?分别(?:是|为))"
_NOTE_HEAD = 20
_ROOM = 420


def names_quoted(question: str) -> list[str]:
    """The names in quotation marks, folded, without the signs inside them."""
    names = [bare(m) for m in QUOTED.findall(question)]
    return [name for name in names if len(name) >= 2 and not _PERIOD.fullmatch(name)]


def asks_what_they_are(question: str) -> bool:
    """Whether a question asks what a quoted name stands for, or what it is made of."""
    counted = any(re.search("[一二两三四五六七八九十\\d][个大项]", name) for name in names_quoted(question))
    asked = _DEEDS.sub("", question if counted else _MEASURES.sub("", question))
    return bool(names_quoted(asked) and _MEANING.search(asked)) and not _FIGURE.search(asked)


def is_written(name: str, evidence: Evidence) -> bool:
    """Whether a report writes a quoted name, whatever signs stand in it."""
    if "unsigned" not in evidence.kept:
        evidence.kept["unsigned"] = _JOINTS.sub("", evidence.folded)
    count = numbered_so(name)
    # 三个基地 may be written 3个基地
    ways = [numeral + name[1:] for numeral in numerals(count).split("|")] if count else [name]
    return any(way in evidence.kept["unsigned"] for way in ways)


def writing_them(question: str, entries: Sequence[ReportEntry], shelf: Shelf) -> list[ReportEntry]:
    """The reports that write a name which the question quotes; all of them where none does."""
    names = [name for name in names_quoted(question) if len(name) > _PLAIN]
    written = [e for e in entries if any(is_written(name, shelf.evidence(e)) for name in names)]
    return written or list(entries)


_PLAIN = 2
"""Names of so few characters are usual words."""


def notes_on(names: Sequence[str], evidence: Evidence) -> list[Piece]:
    """The notes of a report on the names, or the sentences that say in passing what they are."""
    told = [index for name in names if (index := _told(name, evidence)) >= 0]
    return [piece_of(evidence, index) for index in sorted(set(told))]


def _told(name: str, evidence: Evidence) -> int:
    """The index of the sentence that explains a name: its note, else one that does so in passing; or -1."""
    written = r"[、，,·]?".join(map(re.escape, name))
    note = re.compile(
        rf"(?:{_MARK}[^，。；:：]{{0,4}}?|{_MARKED}[^，。；:：]{{0,{_NOTE_HEAD}}}?){written}[^，。；:：]{{0,12}}{_TELLS}"
    )
    inside = re.compile(rf"{written}[^，。；:：]{{0,6}}(?:[，,]?即(?!将|使)|是指|[，,]?包括|——)")
    for index in range(len(evidence.sentences) - 1, -1, -1):
        found = note.match(evidence.sentences[index])
        rest = evidence.sentences[index][found.end() :] if found else ""
        if len(rest) >= 2 and not first_only(name, numbered_so(name), rest):
            return index
    return next((i for i, text in enumerate(evidence.sentences) if inside.search(text)), -1)


def first_only(name: str, count: int, rest: str) -> bool:
    """Whether the ``rest`` of a sentence that names 五个坚持 opens with but the first: 坚持创新，…。"""
    opening = name[2:4]
    return len(opening) > 1 and rest.startswith(opening) and rest.count(opening) < count


def spelled_after(name: str, evidence: Evidence) -> list[Piece]:
    """A sentence that closes with a name, with those after it that tell its parts (“1”即…。“2”即…)."""
    for index, text in enumerate(evidence.sentences[:-1]):
        at = _JOINTS.sub("", text).rfind(name)
        if at < 0 or len(_JOINTS.sub("", text)) - at - len(name) > _CLOSE:
            continue
        told = [index]
        for following in range(index + 1, min(len(evidence.sentences), index + 1 + len(name))):
            part = _PART_IS.match(_JOINTS.sub("", evidence.sentences[following]))
            if not part or part[1] not in name:
                break
            told.append(following)
        if len(told) > 1:
            return shortened([piece_of(evidence, i) for i in told], _ROOM)
    return []


_CLOSE = 10
_PART_IS = regex(r"([一-鿿\da-z]{1,6}?)(?:即|就是|是指|指的是|指)(?!将|使|导)")


def listed_after(name: str, evidence: Evidence) -> list[Piece]:
    """A sentence that only names it with the next one, where that lists (推进“三馆”建设。科技馆、…)."""
    for index, text in enumerate(evidence.sentences[:-1]):
        following = evidence.sentences[index + 1]
        first = re.split("[，,。；;]", following)[0]
        joints = first.count("、")
        listed = joints == count - 1 if (count := numbered_so(name)) else joints >= 2
        listed = listed and not _COUNTS_ANEW.search(first)
        if name in _JOINTS.sub("", text) and len(text) <= _NOTE_HEAD + len(name) and listed:
            pieces = [piece_of(evidence, index), piece_of(evidence, index + 1)]
            return pieces if sum(len(p.text) for p in pieces) <= _ROOM else []
    return []


# 抓好甲、乙、丙三个环节 counts things of its own.
_COUNTS_ANEW = regex("[二两三四五六七八九十][个大项种类条]")


def numbered_so(name: str) -> int:
    """How many parts a folded name says it has (三个最大: 3), or 0: 五馆两中心 says it of two things."""
    found = _NUMBERED.match(name)
    return (COUNTS.get(found[1]) or int(found[1])) if found else 0


_NUMBERED = regex(
    r"([二两三四五六七八九十]|[2-9])(?![\d一二三四五六七八九十百千万年月届次级期])(?!.*[一二两三四五六七八九十\d])"
)


def bare(name: str) -> str:
    """A name folded, without the signs inside it."""
    return _JOINTS.sub("", plain(name))
