"""The year before, which no report of the place tells: this year's figure less what it rose by.

优良天数比率达90.4%、提高6.6个百分点 tells what the year before had, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reports.patterns import regex
from vectorstore.records import ReportEntry

from ..drafting.drafts import Draft
from ..evidence.prepared import Shelf
from ..figures.asked import figure_of
from ..questions.slots import Since, Slots
from .backward import Change, changes_of
from .earlier import level_then

_CHANGE_ASKED = regex(
    "(?:多|少|高|低|快|慢|增|减|增加|减少|提高|下降|上升|改善|涨|降)(?:了|出)?(?:多少|几)|相?差|变化"
)
_GROSS = ("新增", "增收")


def with_year_before(slots: Slots, whole: Draft, own: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """Both years where ``whole`` tells the later of two alone and by how much it rose; else None."""
    if len(slots.years) != 2 or len(slots.places) != 1 or slots.nature == "目标" or slots.measure == "增速":
        return None
    if _CHANGE_ASKED.search(slots.text):
        return None  # 比2019年多了几天: by how much is told, and what there was is not asked for
    last, first = max(slots.years), min(slots.years)
    if last - first != 1 or any(m.fact.year == first and len(m.fact.period) == _YEAR for m in whole.near):
        return None
    level = replace(slots, years=(last,), relative=(), task="figure", asks=(), parts=(), sides=None)
    for match in figure_of(level, own, shelf)[:1]:
        if match.fact.period != str(last) or match.fact.measure not in ("水平", "占比"):
            return None
        for change in changes_of(match.evidence):
            if change.level is match.item and _since_last_year(change, first):
                then = Since(level, first, "", change=False, reckon=True)
                return level_then(then, (match, replace(change, base="上年")))
    return None


def _since_last_year(change: Change, first: int) -> bool:
    """Whether a change is by how much the figure rose or fell in its own year."""
    by = change.by.fact
    plain_sum = by.base_unit == "百分点" or (
        by.base_unit == change.level.fact.base_unit and change.way not in _GROSS
    )
    return (
        plain_sum
        and bool(change.sign)
        and change.base_year == first
        and by.period == change.level.fact.period
    )


_YEAR = 4
