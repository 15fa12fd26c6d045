"""Lists without numbers: sentences of one paragraph that open alike, each with one thing asked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reports.patterns import regex
from reports.text import plain

from ..evidence.pieces import Piece, piece_of
from ..evidence.prepared import Evidence
from ..questions.numerals import COUNTS
from ..questions.slots import Slots
from .ranking import Found

_COUNTED = regex(
    r"(?<![\d第前后每一二三四五六七八九十])(?P<n>[二两三四五六七八九十]|\d{1,2})(?:大|个|项|类|种|场|条|件)"
    r"(?P<noun>(?:(?!的)[一-鿿]){2,6}?)(?:都|各自|具体|分别)?(?:是|指|有|包括|叫)?(?:哪|什么|$|[,，?？])"
)
_ASKED = regex(
    r"哪(?:几|些|[二两三四五六七八九十])?(?:大|个|项|类|种|场|条|件)?(?P<noun>[一-鿿]{2,6})(?:$|[?？,，])"
)
_CLAUSE = regex(r"[^，。；：,;:]+")
_NUMBER = r"(?:[\d一二两三四五六七八九十几]|一批|系列)"
_FEWEST = 3
_VERB = 2
_SPAN = 4


def parallel_heads(slots: Slots, top: Found, limit: int) -> list[Piece]:
    """The openings of the sentences that each name one of what is asked for (实施甲工程。…实施乙工程。).

    Empty where they are fewer than three, not as many as the question counts, or longer than ``limit``.
    """
    found = _COUNTED.search(slots.text) or _ASKED.search(slots.text)
    if found is None:
        return []
    numeral = found.groupdict().get("n") or ""
    count = COUNTS.get(numeral, 0) or (int(numeral) if numeral.isdigit() else 0)
    heads = _opening_alike(top, plain(found["noun"]))
    if len(heads) < _FEWEST or (count and len(heads) != count):
        return []
    return heads if sum(len(head.text) for head in heads) <= limit else []


def _opening_alike(top: Found, noun: str) -> list[Piece]:
    """The first clauses of the sentences of the section that end in ``noun`` and begin with one verb."""
    evidence, report = top.evidence, top.evidence.report
    same = [i for i, s in enumerate(report.sentences) if s.section == top.section]
    heads = [piece for i in same if (piece := _head(piece_of(evidence, i), noun))]
    if not heads:
        return []
    verb, _ = Counter(head.text[:_VERB] for head in heads).most_common(1)[0]
    return _distinct([head for head in heads if head.text.startswith(verb)])


def _head(piece: Piece, noun: str) -> Piece | None:
    """The first clause of a sentence, or what follows its colon, where that ends in ``noun``."""
    text = piece.evidence.report.text[piece.start : piece.end]
    begins = [0, *(m.end() for m in re.finditer("[:：]", text))]
    for begin in begins:
        clause = _CLAUSE.match(text, begin)
        own = plain(clause.group()) if clause else ""
        counted = re.search(rf"{_NUMBER}[大个项类种]?{re.escape(noun)}$", own)
        held = own.endswith(noun) or (len(noun) == 1 and noun in own)
        if clause and held and len(own) >= len(noun) + _VERB + 1 and not counted:
            return Piece(piece.evidence, piece.start + begin, piece.start + clause.end())
    return None


def _distinct(heads: Sequence[Piece]) -> list[Piece]:
    return list({plain(head.text): head for head in heads}.values())


def announced_after(top: Found, count: int, noun: str = "") -> list[Piece]:
    """A sentence that announces ``count`` things, with the openings of as many after it in its line.

    With ``noun`` only of those that open with one of its kind.
    """
    evidence, report = top.evidence, top.evidence.report
    pieces = [piece_of(evidence, top.index)]
    for index in range(top.index + 1, min(top.index + 1 + _SPAN * count, len(report.sentences))):
        sentence = report.sentences[index]
        between = report.text[report.sentences[index - 1].end : sentence.start]
        if "\n" in between or sentence.section != top.section or len(pieces) > count:
            break
        clause = _CLAUSE.match(report.text, sentence.start)
        if noun and noun not in plain(clause.group() if clause else ""):
            continue
        pieces.append(Piece(evidence, sentence.start, clause.end() if clause else sentence.end))
    return pieces if len(pieces) == count + 1 else []


_COMPOUND = regex("(?P<n>[一二两三四五六七八九])(?P<noun>(?![一二两三四五六七八九])[一-鿿])")


def heads_of_each(name: str, top: Found) -> list[Piece]:
    """形成“一区四城”格局。甲合作区，…。乙名城，…: the openings of each kind that follow the sentence.

    Empty unless they are just as many of each kind as the name says.
    """
    evidence, report = top.evidence, top.evidence.report
    kinds = {m["noun"]: COUNTS.get(m["n"], 1) for m in _COMPOUND.finditer(name)}
    total = sum(kinds.values())
    if len(kinds) < 2 or 2 * len(kinds) != len(name) or total < _FEWEST:
        return []
    if not re.search(
        f'{re.escape(name)}[”"]?[^，,。；;：:]{{0,8}}[。：:]?$', plain(top.text).rstrip("。：:")
    ):
        return []
    heads: list[Piece] = []
    for index in range(top.index + 1, min(top.index + 1 + _SPAN * total, len(report.sentences))):
        between = report.text[report.sentences[index - 1].end : report.sentences[index].start]
        if "\n" in between or len(heads) == total:
            break
        start = report.sentences[index].start
        clause = _CLAUSE.match(report.text, start)
        if clause and plain(clause.group())[-1:] in kinds:
            heads.append(Piece(evidence, start, clause.end()))
    told = Counter(plain(head.text)[-1:] for head in heads)
    return [piece_of(evidence, top.index), *heads] if told == kinds else []


def heads_after(evidence: Evidence, index: int, noun: str, count: int) -> list[Piece]:
    """``count`` first clauses that end in ``noun``, of the sentences after ``index`` in its line.

    A noun of one letter may stand anywhere in them (推动瓯江新城崛起).
    """
    report = evidence.report
    heads: list[Piece] = []
    for later in range(index + 1, min(index + 1 + _SPAN * count, len(report.sentences))):
        if "\n" in report.text[report.sentences[later - 1].end : report.sentences[later].start]:
            break
        if len(heads) < count and (head := _head(piece_of(evidence, later), noun)):
            heads.append(head)
    heads = _distinct(heads)
    return [piece_of(evidence, index), *heads] if len(heads) == count else []
