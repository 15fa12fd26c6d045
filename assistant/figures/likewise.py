"""A figure by that of another time: what one side of a comparison is told in helps to find the other.

处置闲置厂房1.7万亩 of the plan finds 消化闲置厂房3.4万亩 of the year before: the thing is named alike, and
the figure is counted alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from reports.indicators import find_names
from reports.text import plain
from vectorstore.records import ReportEntry

from ..evidence.fits import counted_as
from ..evidence.matches import Match
from ..evidence.prepared import Shelf
from ..questions.content import content_of
from ..questions.contrasts import contrary
from ..questions.slots import Slots
from .cells import place_cells, tiers
from .goals import of_many_years
from .select import rank

_ALIKE = 0.6
_LEAST = 4


def likewise(side: Slots, told: Match, entries: Sequence[ReportEntry], shelf: Shelf) -> list[Match]:
    """The figure of ``side`` that is called as ``told`` is, which tells the same of another time; or none."""
    words = content_of(plain(told.fact.indicator), "figure").replace(" ", "")
    if len(words) < _LEAST:
        return []
    asked = replace(side, content=words, names=tuple(dict.fromkeys(n.name for n in find_names(words))))
    own = [e for e in entries if not side.places or e.identity.place in side.places]
    for cell in place_cells(asked, own, shelf):
        if cell.year is None:
            continue
        cell = replace(cell, nature=cell.nature or "实绩")
        ranked = [
            m
            for m in rank(asked, replace(cell, entries=next(iter(tiers(cell)), ())), shelf)
            if _counted_alike(m, told) and not contrary(side.content, m.fact) and not of_many_years(m.fact)
        ]
        near = sorted(((_like(m, words), m) for m in ranked), key=lambda pair: -pair[0])
        if near and near[0][0] >= _ALIKE and (len(near) == 1 or near[1][0] < near[0][0]):
            return [near[0][1]]
    return []


def _counted_alike(a: Match, b: Match) -> bool:
    x, y = a.fact, b.fact
    return counted_as(x.base_unit) == counted_as(y.base_unit) and x.measure == y.measure


def _like(match: Match, words: str) -> float:
    """How much of what two figures are of is named by one run of characters."""
    own = content_of(plain(match.fact.indicator), "figure").replace(" ", "")
    run = SequenceMatcher(None, own, words, autojunk=False).find_longest_match()
    return run.size / max(len(own), len(words)) if run.size >= _LEAST else 0.0
