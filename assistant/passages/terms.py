"""What a numbered name stands for (“三城”是哪三城, 七场硬战): its note, or the list that gives its parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from reports.patterns import regex
from reports.text import fold, plain
from vectorstore.records import ReportEntry

from ..evidence.pieces import Piece, piece_of
from ..evidence.prepared import Evidence, Shelf
from ..questions.numerals import COUNTS
from ..questions.places import short_name
from ..questions.slots import Slots
from .enumerated import begun_so, kinds_listed, kinds_of_place, numbered, opened_so, part_of
from .itemized import told_after
from .named_so import Term, turned, written
from .parallel import heads_after
from .quoted import first_only

_ASKED = regex(
    r"(?<![\d+一二三四五六七八九十])(?P<n>[二两三四五六七八九十](?![一二三四五六七八九十])|\d{1,2})(?P<noun>(?:[大个项场类张条种座])?(?:(?!的)[一-鿿]){1,10}?)[”\"'」]?(?:建设|里|中|，|,)?"
    r"(?:具体|分别|都|各自|主要|到底)?(?:是指|指的是|指|是|有|包括|包含|为|叫做?|(?:设|建|落户|落|位|布局|分布|开)?[在于])(?:的是|的)?(?P<which>哪(?P<again>[二两三四五六七八九十]|\d{1,2})?|什么|啥)"
)
# 要做到哪“五个抓牢”
_WHICH = regex(
    r"哪[“\"](?P<n>[三四五六七八九十](?![一二三四五六七八九十]))(?P<noun>[大个项][一-鿿]{1,8})[”\"](?=[？?，,。]|$)"
)
# 5个“飞地”: the quotation mark may stand after the count.
_OPENING = regex('(?<=[大个项场类张条种座家])[“"「『]')
_QUOTED = regex('[“"「『]([^“”"」』]{2,16})[”"」』]')
_FIRST = regex(r"一(?:是|要|、)|[(（]?[1一][)）.、．]")
_MARK = r"[\[【(（]?(?:\d+[\]】)）.、．]*)?"


def term_asked(slots: Slots) -> Term | None:
    """The numbered name whose parts the question asks for, or None."""
    text = _OPENING.sub("", fold(slots.text))
    for name in map(short_name, slots.places):
        text = text.replace(name, " ") if name[0] in COUNTS else text  # 四川打算在哪 counts nothing
    if which := _WHICH.search(text):
        return Term(which["n"] + which["noun"], _value(which["n"]), which["noun"], True, "")
    match = _ASKED.search(text)
    if match is None:
        return None
    count, again = _value(match["n"]), match["again"]
    if count < 2 or (again and _value(again) != count):
        return None
    before = plain(text[max(0, match.start() - 2) : match.start()])
    return Term(match["n"] + match["noun"], count, match["noun"], bool(again), before)


def _value(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else COUNTS.get(numeral, 0)


def explain(term: Term, entries: Sequence[ReportEntry], shelf: Shelf) -> list[Piece]:
    """The sentences that give a term's parts, from the first report that does; empty where none does."""
    evidences = [shelf.evidence(e) for e in entries]
    for way in _WAYS:
        for evidence in evidences:
            if pieces := way(term, evidence):
                return pieces
    told = ((t, e) for t in turned(term) for e in evidences if t.before + plain(t.name) in e.folded)
    return next((pieces for t, e in told for way in _WAYS if (pieces := way(t, e))), [])


def known(term: Term, entries: Sequence[ReportEntry], shelf: Shelf) -> bool:
    """Whether a report uses the term at all."""
    return any(written(term, shelf.evidence(e)) for e in entries)


def _numbered(term: Term, evidence: Evidence) -> list[Piece]:
    name = written(term, evidence)
    return numbered(name, term.count, evidence) if name else []


def _after_it(term: Term, evidence: Evidence) -> list[Piece]:
    """The openings of the sentences after the one that names it, where as many end in its noun."""
    noun = plain(term.noun).lstrip("大个项场类张条种座")
    name = plain(term.name) if len(noun) == 1 else term.before + plain(term.name)
    for index, text in enumerate(evidence.sentences):
        if noun and name in text and (pieces := heads_after(evidence, index, noun, term.count)):
            return pieces
    return []


def _by_noun(way: Callable[[str, int, Evidence], list[Piece]]) -> Callable[[Term, Evidence], list[Piece]]:
    return lambda term, evidence: way(plain(term.noun), term.count, evidence)


def _noted(term: Term, evidence: Evidence) -> list[Piece]:
    name = written(term, evidence)
    if not name:
        return []
    pattern = re.compile(
        _MARK + r"[^，,。；;:：]{0,30}?" + re.escape(name) + r"[^，,。；;:：]{0,14}(?:[:：]|是指|指|[，,]?即)"
    )
    for index in range(len(evidence.sentences) - 1, -1, -1):
        text = evidence.sentences[index]
        match = pattern.match(text)
        rest = text[match.end() :] if match else ""
        listed = match and (_FIRST.match(rest) or first_only(name, term.count, rest))
        if match and not listed and len(rest) >= 2 * term.count:
            return [piece_of(evidence, index)]
    return []


def _inline(term: Term, evidence: Evidence) -> list[Piece]:
    """A sentence that lists as many parts right before the term, or right after it."""
    name = written(term, evidence)
    if not name:
        return []
    after = re.compile(
        rf"{re.escape(name)}[^，,。；;：:]{{0,8}}?(?:[:：(（]|——|[，,]?即|[，,]?包括|[，,]?分别(?:是|为)|[，,]?为)(?P<parts>[^。]+)"
    )
    for index, text in enumerate(evidence.sentences):
        if name not in text:
            continue
        at = text.find(name)
        clause = re.split("[，,；;。:：]", text[:at])[-1]
        parts = _split(re.sub("等[地市县国]?$", "", clause), "、|和|以及|与|及|[—–-]+")
        if len(parts) == term.count and _alike(parts):
            return [part_of(evidence, index, at - len(clause), at + len(name))]
        found = after.search(text)
        if found and first_only(name, term.count, found["parts"]):
            continue
        if found and len(_split(found["parts"], "、|；|;|和|，|以及")) >= term.count:
            return [piece_of(evidence, index)]
    return []


def _contained(term: Term, evidence: Evidence) -> list[Piece]:
    """The sentence that closes with the name, with the one after it that says what it contains."""
    name = written(term, evidence)
    ends = re.compile(rf"{re.escape(name)}[”\"]?[。：:]?$")
    for index, text in enumerate(evidence.sentences if name else ()):
        if ends.search(text) and (pieces := told_after(evidence, index, term.count)):
            return pieces
    return []


def _told_next(term: Term, evidence: Evidence) -> list[Piece]:
    """The list of as many names of the term's kind in one of the sentences after the one that names it."""
    noun = plain(term.noun).lstrip("大个项场类张条种座家")
    name = written(term, evidence)
    if len(noun) < 2 or (not name.endswith(noun[:2]) and noun not in name):
        return []
    item = "[一-鿿a-z0-9]{2,9}"
    end = f"{item}?(?:等|这)?{re.escape(noun[:2])}(?!、)"
    listed = re.compile(f"(?<![、一-鿿a-z0-9])(?:{item}、){{{term.count - 1}}}{end}")
    sections = [s.section for s in evidence.report.sentences]
    for index, text in enumerate(evidence.sentences):
        if name not in text:
            continue
        for after in range(index, min(len(sections), index + _SOON)):
            if sections[after] == sections[index] and listed.search(evidence.sentences[after]):
                return [piece_of(evidence, after)]
    return []


_SOON = 4


def _split(parts: str, joints: str) -> list[str]:
    return [p for p in re.split(joints, parts) if p.strip()]


def _alike(parts: Sequence[str]) -> bool:
    """Whether the parts may be those of one list: 带动性、突破性、关键性的 qualify, they do not name."""
    return not parts[-1].endswith("的") and max(map(len, parts)) <= 24


def _leads(term: Term, evidence: Evidence) -> list[Piece]:
    """The opening sentences of as many paragraphs of one part of the report that end in the term's noun."""
    noun = plain(term.noun).lstrip("大个项场类张条种座")
    name = written(term, evidence)
    if not name or len(noun) < 2:
        return []
    report = evidence.report
    heads: list[tuple[str, int]] = []
    for index, sentence in enumerate(report.sentences):
        starts_line = report.text[: sentence.start].rstrip(" 　").endswith("\n") or sentence.start == 0
        section = report.sections[sentence.section]
        if starts_line and section.path and len(evidence.sentences[index]) <= 40:
            heads.append((section.path[0], index))
    # 三大强州战略: 工业强州战略 is one of them rather than 创新驱动战略
    for end in dict.fromkeys((noun, noun[-2:])):
        by_top: dict[str, list[int]] = {}
        for top, index in heads:
            if re.search(f"{re.escape(end)}[。!！]?$", evidence.sentences[index]):
                by_top.setdefault(top, []).append(index)
        for indexes in by_top.values():
            if len(indexes) == term.count and name not in evidence.sentences[indexes[0]]:
                return [piece_of(evidence, i) for i in indexes]
    return []


def _together(term: Term, evidence: Evidence) -> list[Piece]:
    """The sentences of one paragraph that name exactly as many things of the term's kind."""
    name = written(term, evidence)
    noun = plain(term.noun).lstrip("大个项场类张条种座")
    if not name or not noun:
        return []
    if len(noun) == 1:
        kind = re.compile(rf"[一-鿿]{{2}}{re.escape(noun)}(?![镇市乡区化])")
        for index, text in enumerate(evidence.sentences):
            names = {n for n in kind.findall(text) if n[-2:] not in name and n[-2] not in "县全老新都"}
            clauses = [c for c in re.split("[，,；;]", text) if kind.search(c)]
            if len(names) == term.count and len(clauses) >= term.count:
                return [piece_of(evidence, index)]
        return []
    if len(noun) < 3:
        return []
    kind = re.compile(rf"{re.escape(noun[0])}[一-鿿]{{1,3}}?{re.escape(noun[-2:])}")
    by_line: dict[int, list[int]] = {}
    text, line, at = evidence.report.text, 0, 0
    for index, sentence in enumerate(evidence.report.sentences):
        line += text.count("\n", at, sentence.start)
        at = sentence.start
        by_line.setdefault(line, []).append(index)
    for indexes in by_line.values():
        if not any(name in evidence.sentences[i] for i in indexes[:2]):
            continue
        told = {
            i: {n for n in kind.findall(evidence.sentences[i]) if not n.startswith("新兴")} for i in indexes
        }
        if len(set().union(*told.values())) == term.count:
            return [piece_of(evidence, i) for i in indexes if told[i]]
    return []


def _quoted_kinds(term: Term, evidence: Evidence) -> list[Piece]:
    """A sentence with exactly as many quoted names that end in the term's noun (“甲生态圈”“乙产业圈”)."""
    noun = plain(term.noun).lstrip("大个项场类张条种座家")
    # 五向图强: 向种图强、向海图强…
    ways = [(noun, ""), (noun[1:], noun[0])] if len(noun) > 2 else [(noun, "")]
    for end, first in ways:
        if len(end) < 2 or end not in evidence.folded:
            continue
        for index, text in enumerate(evidence.sentences):
            if text.count(end) < term.count:
                continue
            raw = evidence.sentence_text(evidence.report.sentences[index])
            named = (name for name in map(plain, _QUOTED.findall(raw)) if name.startswith(first))
            if len({name for name in named if name.endswith(end) and name != end}) == term.count:
                return [piece_of(evidence, index)]
    return []


def _listed(term: Term, evidence: Evidence) -> list[Piece]:
    """The one list of as many names before the term's noun, which it says once (强农、强工、强县行动)."""
    noun = plain(term.noun).lstrip("大个项场类张条种座家")
    if len(noun) < 2 or plain(term.name) in evidence.folded or noun not in evidence.folded:
        return []
    names = rf"(?:[一-鿿]{{2,6}}、){{{term.count - 1}}}[一-鿿]{{2,6}}{re.escape(noun)}"
    run = re.compile(rf"(?<![一-鿿、])[^，。；：、]{{0,6}}?({names})(?![一-鿿]*、)")
    found = [(i, m) for i, text in enumerate(evidence.sentences) for m in run.finditer(text)]
    lists = {tuple(part[-2:] for part in m[1].split("、")[:-1]) for _, m in found}
    if len(lists) != 1:
        return []
    index, match = found[0]
    return [part_of(evidence, index, *match.span(1))]


_WAYS = (
    _noted,
    _numbered,
    _after_it,
    _by_noun(kinds_of_place),
    _inline,
    _leads,
    _together,
    _quoted_kinds,
    _listed,
    _told_next,
    _by_noun(kinds_listed),
    _by_noun(opened_so),
    _by_noun(begun_so),
    _contained,
)
