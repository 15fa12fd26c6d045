"""Which reports of a place may hold the passage that a question asks for."""

from __future__ import annotations

from collections.abc import Sequence

from vectorstore.records import ReportEntry

from ..questions.slots import Slots


def passage_reports(slots: Slots, own: Sequence[ReportEntry]) -> list[ReportEntry]:
    """The reports that may hold a passage: those of the years asked, else the newest of each place."""
    if slots.report_years:
        return [e for e in own if e.identity.year in slots.report_years]
    if slots.years:
        wanted = {
            y for year in slots.years for y in ((year,) if slots.nature == "目标" else (year, year + 1))
        }
        chosen = [e for e in own if e.identity.year in wanted]
        if not chosen and slots.nature == "目标":
            # What a year had planned is told by the report that reviews it, too.
            chosen = [e for e in own if e.identity.year in {y + 1 for y in slots.years}]
            # One given at a year's end plans the next.
            chosen = chosen or [e for e in own if {*slots.years} <= {*e.identity.plan_years}]
        if chosen or max(slots.years) <= max((e.identity.year or 0 for e in own), default=0) + 1:
            return chosen
    if slots.span and not slots.years:
        # “十三五”期间: what was done is told until the year after, what was planned from its first year on.
        first, last = slots.span
        reports = [e for e in own if e.identity.year and first <= e.identity.year <= last + 1]
        return reports or list(own)
    # 2035年远景目标: a year far ahead is what a report speaks of, not the report's own.
    return list(own)
