"""The part of a list or of a section that a question asks for, where the rest is of other matters."""

from __future__ import annotations

import re
from itertools import pairwise

from reports.patterns import regex
from reports.text import plain

from ..evidence.matching import Need, sentence_coverage
from ..evidence.pieces import Piece, number_of, piece_of
from ..questions.slots import Slots
from .going_on import is_head
from .leanings import asks_how
from .ranking import ENOUGH, Found
from .spoken import content_for
from .topics import telling, weigh_open, without_general

_FIRST = regex(r"[：:](?=一(?:是|要)|[(（]?1[)）.、．])")
_MOST = 12
_LITTLE, _OF_IT = 0.25, 0.2
_RARE, _FEW = 0.05, 5


def first_item(slots: Slots, top: Found, limit: int) -> list[Piece]:
    """The first item of a list with what follows it, where it stands in the sentence that announces them.

    重点抓好五件事：一是做强工业。…: asked how industry is made strong, the other items do not tell. Empty
    where the item does not say what is asked, or what announces it does, too.
    """
    lead = piece_of(top.evidence, top.index)
    raw = top.evidence.report.text[lead.start : lead.end]
    head = _FIRST.search(raw)
    if head is None or not asks_how(slots.text):
        return []
    need = _need(slots, top)
    if _said(need, raw[head.end() :]) < ENOUGH or _said(need, raw[: head.start()]) > _LITTLE:
        return []
    pieces = [Piece(top.evidence, lead.start + head.end(), lead.end)]
    size = len(pieces[0].text)
    for index in range(top.index + 1, min(len(top.evidence.sentences), top.index + 1 + _MOST)):
        piece = piece_of(top.evidence, index)
        size += len(piece.text)
        if number_of(piece.text) or size > limit or not _within(top, index):
            break
        pieces.append(piece)
    return pieces if len(pieces) > 1 else []


def part_asked(slots: Slots, top: Found) -> list[int]:
    """The sentences under the short heads that say what is asked, where the section is of more besides.

    Of 培育南疆新增长极，促进城乡融合 the one asked about. Empty where what is asked is all that it tells of.
    """
    evidence, report = top.evidence, top.evidence.report
    if report.sentences[top.index].start != report.sections[top.section].start:
        return []
    need = _need(slots, top)
    halves = [_said(need, half) for half in re.split("[，,]", top.text)]
    if len(halves) < 2 or max(halves) < ENOUGH or min(halves) > _LITTLE:
        return []
    told = telling(need, evidence)
    heads: dict[int, list[int]] = {}
    for index in range(top.index + 1, len(evidence.sentences)):
        if not _within(top, index):
            break
        if is_head(evidence.sentences[index]):
            heads[index] = [index]
        elif heads:
            heads[max(heads)].append(index)
    if len(heads) < 2:
        return []
    words = without_general(need.content).split()
    pairs = {a + b for word in words for a, b in pairwise(word)}
    rare = [pair for pair in pairs if 0 < _used(pair, top) <= max(_FEW, _RARE * len(evidence.sentences))]
    asked = [
        h
        for h in heads
        if sentence_coverage(told, [(evidence.sentences[h], 1.0)]) >= _OF_IT
        and any(pair in evidence.sentences[h] for pair in rare)
    ]
    return [i for h in asked for i in heads[h]] if 0 < len(asked) < len(heads) else []


def _used(pair: str, top: Found) -> int:
    return sum(pair in text for text in top.evidence.sentences)


def _need(slots: Slots, top: Found) -> Need:
    return weigh_open(content_for(slots, top.evidence), top.evidence)


def _said(need: Need, text: str) -> float:
    return sentence_coverage(need, [(plain(text), 1.0)])


def _within(top: Found, index: int) -> bool:
    sections = top.evidence.report.sections
    own = sections[top.section].path
    return sections[top.evidence.report.sentences[index].section].path[: len(own)] == own
