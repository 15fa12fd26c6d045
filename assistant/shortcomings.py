"""What a report admits, as far as an answer quotes it: all its problems, or some of their items."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.text import plain

from .admitted import PROBLEMS, REMEDY, admitted_in
from .passages import ENOUGH, Found
from .pieces import Piece, number_of, piece_of

_ACKNOWLEDGED = re.compile("认识到|看到|意识到|正视|主要是|主要有|主要表现|问题和|存在[^，。]{0,12}问题")
_LISTED = 2
_WHOLE = 520
"""A paragraph of problems up to so many characters is quoted whole."""


def admitted_pieces(found: Sequence[Found], limit: int) -> list[Piece]:
    """The whole paragraph of problems where it is short, or the items that speak of what is asked about.

    Empty where the paragraph is longer: its items, shortened, say more than its beginning.
    """
    if not PROBLEMS.search(plain(found[0].text)):
        return _items_told(found, limit)
    if found[0].text.count("；") >= _LISTED:
        return [piece_of(found[0].evidence, found[0].index)]
    whole = problems_up_to(found[0], _WHOLE)
    ends = whole and whole[-1].end >= _last_admitted(found[0])
    return whole if ends else []


def _last_admitted(top: Found) -> int:
    """Where the last sentence ends that the report admits after ``top``."""
    evidence = top.evidence
    later = [i for i in admitted_in(evidence) if i >= top.index]
    same = [i for i in later if evidence.report.sentences[i].section == top.section]
    return max((evidence.report.sentences[i].end for i in same), default=0)


def problems_up_to(top: Found, limit: int) -> list[Piece]:
    """The problems that a report acknowledges: its announcing sentence and those up to the remedy."""
    evidence, report = top.evidence, top.evidence.report
    first = top.index
    for index in range(top.index, max(-1, top.index - 12), -1):
        if report.sentences[index].section != report.sentences[top.index].section:
            break
        if _ACKNOWLEDGED.search(piece_of(evidence, index).text):
            first = index
            break
    told = [piece_of(evidence, first)]
    size = len(told[0].text)
    for index in range(first + 1, len(report.sentences)):
        piece = piece_of(evidence, index)
        size += len(piece.text)
        same = report.sentences[index].section == report.sentences[first].section
        if not same or size > limit or REMEDY.match(piece.text):
            break
        told.append(piece)
    return told if len(told) > 1 else []


def _items_told(found: Sequence[Found], limit: int) -> list[Piece]:
    """The admitted item that answers best, with the others that speak of what is asked about."""
    top = found[0]
    admitted = admitted_in(top.evidence)
    pieces = _item_of(top, limit)
    size = sum(len(p.text) for p in pieces)
    for other in found[1:]:
        beside = other.evidence is top.evidence and other.index in admitted and other.covered >= ENOUGH
        piece = piece_of(top.evidence, other.index)
        if not beside or piece in pieces or size + len(piece.text) > limit:
            continue
        pieces.append(piece)
        size += len(piece.text)
    return sorted(pieces, key=lambda p: p.start)


def _item_of(top: Found, limit: int) -> list[Piece]:
    """The numbered item that a sentence belongs to, with all its sentences."""
    evidence, report = top.evidence, top.evidence.report
    first = last = top.index
    same = [i for i, s in enumerate(report.sentences) if s.section == report.sentences[first].section]
    while first > same[0] and not number_of(piece_of(evidence, first).text) and top.index - first < 4:
        first -= 1
    if not number_of(piece_of(evidence, first).text):
        first = top.index
    size = sum(len(piece_of(evidence, i).text) for i in range(first, last + 1))
    while last < same[-1]:
        following = piece_of(evidence, last + 1).text
        size += len(following)
        if size > limit or number_of(following) or REMEDY.match(following):
            break
        last += 1
    return [piece_of(evidence, i) for i in range(first, last + 1)]
