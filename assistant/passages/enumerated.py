"""Lists that give the parts of a numbered name: its numbered items, or as many names of one pattern."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.patterns import regex
from reports.text import plain

from ..evidence.pieces import Piece, number_of, piece_of, shortened
from ..evidence.prepared import Evidence
from ..questions.counted import numerals
from ..questions.places import short_name

_ROOM = 420
_WHOLE = 140
"""A sentence up to so long is quoted whole, of a longer one only the list."""
_FIRST = regex(r"[：:,，]?(?:一(?:是|要|、)|[(（]?[1一][)）.、．])")
_MEASURE = "大个项场类张条种座件样"


def numbered(name: str, count: int, evidence: Evidence) -> list[Piece]:
    """The sentence that announces ``name`` and its ``count`` numbered items; empty without them."""
    for index, text in enumerate(evidence.sentences):
        at = text.find(name)
        if at < 0:
            continue
        items = [piece_of(evidence, index)]
        wanted = 2 if _FIRST.search(text[at:]) else 1
        section = evidence.report.sentences[index].section
        for later in range(index + 1, min(len(evidence.sentences), index + 1 + 4 * count)):
            if evidence.report.sentences[later].section != section or wanted > count:
                break
            piece = piece_of(evidence, later)
            if number_of(piece.text) == wanted:
                items.append(piece)
                wanted += 1
            elif wanted == 1 and later > index + 1:
                break
        if wanted == count + 1 and len(items) > 1:
            return shortened(items, max(_ROOM, 24 * count))
    return []


def kinds_of_place(noun: str, count: int, evidence: Evidence) -> list[Piece]:
    """四个青山: as many things called after the place one after another (富强青山、文明青山…)."""
    place = plain(evidence.entry.identity.place)
    noun = noun.lstrip(_MEASURE)
    if noun not in (place, plain(short_name(place))):
        return []
    listed = re.compile(rf"(?:[一-鿿]{{1,6}}{re.escape(noun)}(?:[、，]|和|与|以及)?){{{count},}}")
    for index, text in enumerate(evidence.sentences):
        for match in listed.finditer(text):
            names = [n for n in re.split("、|，|和|与|以及", match.group()) if n]
            if len(names) == count == len(set(names)):
                return [part_of(evidence, index, *match.span())]
    return []


def kinds_listed(noun: str, count: int, evidence: Evidence) -> list[Piece]:
    """四个城: the one list of as many things called so (实力之城、活力之城、品质之城、幸福之城)."""
    kind = noun.lstrip(_MEASURE)
    if count < _FEWEST or not (len(kind) == 1 or kind.startswith("之")):
        return []
    item = rf"[一-鿿]{{2,6}}{re.escape(kind)}[”\"]?"
    listed = re.compile(rf"(?<!、)(?:{item}[“\"]?、[“\"]?){{{count - 1}}}{item}(?!、|和|与|[一-鿿])")
    found = [(i, m) for i, text in enumerate(evidence.sentences) for m in listed.finditer(text)]
    if len({m.group() for _, m in found}) != 1:
        return []
    return [part_of(evidence, found[0][0], *found[0][1].span())]


def opened_so(noun: str, count: int, evidence: Evidence) -> list[Piece]:
    """五个必须坚持: the openings of as many sentences of one part that begin with it (必须坚持创新。…)."""
    kind = noun.lstrip(_MEASURE)
    if count < _FEWEST or len(kind) < _WORD:
        return []
    ends = "[，,。；;：:]"
    opens = re.compile(
        rf"(?:{_MARKED}|[^，,。；;：:]{{2,10}}(?:目标|要求|任务|工作)[，,])?\**{re.escape(kind)}[^，,。；;：:]{{2,16}}{ends}"
    )
    by_part: dict[tuple[str, ...], list[Piece]] = {}
    report = evidence.report
    announced = re.compile(rf"[^：:]*(?:{numerals(count)}){re.escape(noun)}[”\"]?[：:]")
    for index, text in enumerate(evidence.sentences):
        # 做到五个坚持：坚持创新，…。坚持开放，…
        if opens.match(text) or ((at := announced.match(text)) and opens.match(text, at.end())):
            part = report.sections[report.sentences[index].section].path[:1]
            by_part.setdefault(part, []).append(piece_of(evidence, index))
    told = [pieces for pieces in by_part.values() if len(pieces) == count]
    if len(told) != 1:
        return []
    # “五个必须” of others is named, and not told of here
    named = [report.sentences[i].start for i, t in enumerate(evidence.sentences) if _names(t, noun)]
    near = not named or any(0 <= told[0][0].start - at <= _NEAR for at in named)
    return shortened(told[0], _ROOM) if near else []


def begun_so(noun: str, count: int, evidence: Evidence) -> list[Piece]:
    """五新: a sentence that names it and then as many words that it begins (引育新主体，…；拓展新市场，…)."""
    if count < _FEWEST or len(noun) != 1:
        return []
    begun = re.compile(rf"[一-鿿]{{2}}({re.escape(noun)}[一-鿿]{{2}})(?=[，,；;。])")
    for index, text in enumerate(evidence.sentences):
        at = re.search(rf"(?:{numerals(count)}){re.escape(noun)}[”\"]?[，,：:]", text)
        if at and len(told := set(begun.findall(text, at.end()))) == count == len(begun.findall(text)):
            return [piece_of(evidence, index)] if told else []
    return []


def _names(text: str, noun: str) -> bool:
    return re.search(rf"[二两三四五六七八九十\d]{re.escape(noun)}", text) is not None


_NEAR = 300


_FEWEST = 3
_WORD = 2
_ORDINAL = "[一二三四五六七八九十]{1,2}"
_MARKED = (
    rf"(?:[—–-]+|{_ORDINAL}(?:是|要|、)|[(（](?:{_ORDINAL}|\d{{1,2}})[)）]|第{_ORDINAL}[，,]?|\d{{1,2}}[.、])"
)


def part_of(evidence: Evidence, index: int, start: int, end: int) -> Piece:
    """``[start, end)`` of a folded sentence as a run of the report; a short sentence whole."""
    sentence = evidence.report.sentences[index]
    raw = evidence.report.text[sentence.start : sentence.end]
    at = [i for i, char in enumerate(raw) for _ in plain(char)]
    if len(raw) <= _WHOLE or len(at) != len(evidence.sentences[index]):
        return piece_of(evidence, index)
    first = max(raw.rfind(mark, 0, at[start] + 1) for mark in "，；。：") + 1
    last = at[end - 1] + 1
    return Piece(evidence, sentence.start + first, sentence.start + last + (raw[last : last + 1] in "”’"))


_INLINE = regex(r"(?:[一二三四五六七八九十]{1,2}(?:是|要)|[(（]\d{1,2}[)）]|[、；;])")


def lists(count: int, pieces: Sequence[Piece]) -> bool:
    """Whether the quoted runs may name as many things: numbered runs, or as many parts in one."""
    if sum(number_of(piece.text) > 0 for piece in pieces) >= count - 1:
        return True
    # what follows it lists them where it says so: 做好档案、方志、气象等工作 is of other things
    first, *rest = (piece.text for piece in pieces[:2])
    inside = len(_INLINE.findall(first)) >= count - 1
    return inside or any(_OF_THEM.match(t) and len(_INLINE.findall(t)) >= count - 1 for t in rest)


_OF_THEM = regex(r"(?:主要|具体|分别|即)*(?:包括|是|为|有|即)|[^，,；;]{2,40}[；;]|.{0,60}[:：]")
_ENDS = 8
_PARTS = regex("、|以及|和|与|及")
_TOLD_AFTER = regex("[^，。；、]{0,14}?(?:[：:(（]|——|包括|分别[是为]|[，,]?(?:即|就是|是指))")


def lists_beside(name: str, count: int, pieces: Sequence[Piece]) -> bool:
    """Whether quoted runs that hold a numbered ``name`` list its ``count`` parts, or some, beside it.

    True, too, where none holds it, or where as many runs stand beside the one that does.
    """
    texts = [plain(piece.text) for piece in pieces]
    held = [text for text in texts if name in text]
    if not held and pieces and len(pieces) < count and name in pieces[0].evidence.folded:
        return False  # 三个意识 is written, and not told of here
    if not held or len(pieces) in (count, count + 1) or sum(number_of(t) > 0 for t in texts) >= count - 1:
        return True
    for text in held:
        at = text.find(name)
        *earlier, before = re.split("[，,。；;：:]", text[:at])
        rest = text[at + len(name) :]
        after = re.split("[，,。；;：:]", rest)
        if len(pieces) > count and len(rest) <= _ENDS:
            return True  # 打造“三大平台”。 announces what follows
        if _TOLD_AFTER.match(rest) or re.search("一[是要]", text):
            return True
        if any(len(_PARTS.split(part)) >= count for part in (before, *after[:3])):
            return True
        # 甲、乙等宝安“八园连通” tells some of them; 抓好“五新”，… goes on with them
        some = "等" in before and _PARTS.search(before)
        if some or (len(earlier) <= 1 and len(after) > count):
            return True
    return False
