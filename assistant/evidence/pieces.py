"""The runs of a report that an answer quotes, and the ordinals that they begin with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from reports.patterns import regex
from reports.repair import tidy

from .prepared import Evidence

_ITEM = regex(
    r"(?:各位代表[!！,，:：]?)?(?:[(（]?([一二三四五六七八九十]{1,3})(?:[)）]|是(?!年|个(?!别)|家)|要(?![求素闻点])|、)|第([一二三四五六七八九十]{1,2})[，,、是]|[(（]?(\d{1,2})[)）.、．]|([①-⑳]))"
)
_DIGITS = {c: i for i, c in enumerate("一二三四五六七八九", 1)}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run ``[start, end)`` of a report's stored text that an answer quotes."""

    evidence: Evidence
    start: int
    end: int

    @property
    def text(self) -> str:
        """The run on one line."""
        return tidy(self.evidence.report.text[self.start : self.end])


def piece_of(evidence: Evidence, index: int) -> Piece:
    """The sentence with that index."""
    sentence = evidence.report.sentences[index]
    return Piece(evidence, sentence.start, sentence.end)


def number_of(text: str) -> int:
    """The ordinal that a sentence begins with (一是, （二）, 3.), or 0."""
    match = _ITEM.match(text.strip())
    if match is None:
        return 0
    if number := match[3] or match[4]:
        return int(unicodedata.numeric(number)) if match[4] else int(number)
    numeral = match[1] or match[2]
    if "十" in numeral:
        tens, _, ones = numeral.partition("十")
        return 10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0)
    return _DIGITS.get(numeral, 0)


def shortened(items: Sequence[Piece], limit: int) -> list[Piece]:
    """Each item whole where all fit in, else its first clauses."""
    if sum(len(p.text) for p in items) <= limit:
        return list(items)
    most = max(40, limit // len(items))
    cut = []
    for piece in items:
        text = piece.evidence.report.text[piece.start : piece.end]
        at = len(text)
        if len(text) > most:
            marks = [m.end() for m in re.finditer("[，；。：]", text) if m.end() <= most + 20]
            at = marks[-1] if marks else len(text)
        cut.append(Piece(piece.evidence, piece.start, piece.start + at))
    return cut
