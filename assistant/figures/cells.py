"""Which reports are asked for a figure, as what, and in which order."""

from __future__ import annotations

from collections.abc import Sequence

from vectorstore.records import ReportEntry

from ..evidence.fits import Wanted
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
    for year in slots.years:
        near = tuple(e for e in chosen if e.identity.year is None or year - 6 <= e.identity.year <= year + 10)
        for n in natures:
            cells.append(Wanted(near, year, n))
    return cells


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
    return [tier for tier in (first, tuple(rest[: 5 if target else 2])) if tier]
