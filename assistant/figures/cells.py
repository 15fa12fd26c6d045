"""Which reports are asked for a figure, as what, and in which order."""

from __future__ import annotations

from collections.abc import Sequence

from reports.patterns import regex
from vectorstore.records import ReportEntry

from ..drafting.drafts import search_words
from ..evidence.fits import YEARLY, Wanted
from ..evidence.prepared import Shelf
from ..questions.slots import Slots


def wanted_cells(slots: Slots, entries: Sequence[ReportEntry]) -> list[Wanted]:
    """One cell a place and year: which reports may hold its figure, and as what."""
    nature = slots.nature
    natures = ["目标", "实绩"] if nature == "both" else [nature]
    cells: list[Wanted] = []
    chosen = [e for e in entries if not slots.report_years or e.identity.year in slots.report_years]
    if slots.span:
        return [Wanted(tuple(chosen), None, n, slots.span) for n in natures]
    if not slots.years:
        for n in natures:
            cells.append(Wanted(tuple(chosen), None, n))
        return cells
    yearly = slots.measure == "增速" and YEARLY.search(slots.text) is not None
    until = _UNTIL.search(slots.text) is not None
    for year in slots.years:
        near = tuple(e for e in chosen if e.identity.year is None or year - 6 <= e.identity.year <= year + 10)
        for n in natures:
            cells.append(Wanted(near, year, n, yearly=yearly, until=until))
    return cells


# 截至2025年累计签约多少个: summed up over the years before
_UNTIL = regex("(?:截至|截止)[^，,]{0,8}[，,]?.*(?:累计|一共|总共|共)|为止.*(?:累计|一共|总共|共)")


def tiers(wanted: Wanted) -> list[tuple[ReportEntry, ...]]:
    """The reports in the order in which they are asked: the one that reviews (or plans) the year first.

    The others mention the year only in passing, so they are opened only where it does not answer.
    """
    last = wanted.span[1] if wanted.span else wanted.year
    assert last is not None
    proper = last if wanted.nature == "目标" else last + 1
    first = tuple(e for e in wanted.entries if e.identity.year in (proper, None))
    target = wanted.nature == "目标"
    # A target is set in the years before, a result told in the years after.
    rest = sorted(
        (e for e in wanted.entries if e not in first),
        key=lambda e: (target and (e.identity.year or 0) > proper, abs((e.identity.year or 0) - proper)),
    )
    # a year may have more than one report
    near = list(dict.fromkeys(e.identity.year for e in rest))[: 5 if target else 2]
    beside = tuple(e for e in rest if e.identity.year in near)
    # 从2017年的243座增加到…: what a year had come to may be told only by a report long after it
    far = (e for e in rest if not target and e.identity.year not in near)
    looking_back = tuple(e for e in far if (e.identity.year or 0) > proper)
    return [tier for tier in (first, beside, looking_back) if tier]


def place_cells(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> list[Wanted]:
    """The cells to fill; where the question names no place, each of the likeliest places has its own."""
    if slots.places:
        return wanted_cells(slots, own)
    likely = _likely(slots, own, shelf)
    cells = []
    for place in _places_of(likely):
        cells.extend(wanted_cells(slots, [e for e in likely if e.identity.place == place]))
    return cells


def likely_places(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> list[ReportEntry]:
    """The reports of the places that a question names; of the likeliest places where it names none."""
    if slots.places:
        return list(own)
    places = _places_of(_likely(slots, own, shelf))
    return [e for e in own if e.identity.place in places]


def _likely(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> list[ReportEntry]:
    in_time = [e for e in own if _in_time(slots, e)] or [e for e in own if _later(slots, e)]
    return shelf.narrow(search_words(slots), in_time, 12)


def _places_of(likely: Sequence[ReportEntry]) -> list[str]:
    return list(dict.fromkeys(e.identity.place for e in likely))[:5]


def _in_time(slots: Slots, entry: ReportEntry) -> bool:
    year = entry.identity.year
    if year is None or slots.span or not (slots.years or slots.report_years):
        return True
    if slots.report_years:
        return year in slots.report_years
    # 到2020年…的目标: a plan of five years sets it
    back = _PLANNED_AHEAD if slots.nature == "目标" else 0
    return any(y - back <= year <= y + 1 for y in slots.years)


_PLANNED_AHEAD = 5


def _later(slots: Slots, entry: ReportEntry) -> bool:
    """Whether a report looks back on a year asked for from further on: 大大低于1985年的速度."""
    year = entry.identity.year
    return not slots.report_years and any(year and y + 1 < year <= y + _PLANNED_AHEAD for y in slots.years)
