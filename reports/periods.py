"""Which year a figure speaks of: time expressions, and what a section is about.

A report given in year Y reviews Y-1 and plans Y. Reports at a change of term also review the
five years before and plan the five to come.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reports.patterns import regex

from .times import TIME, names_a_plan, number_in, with_digits, years_of

RESULT, TARGET = "实绩", "目标"

_REVIEW = regex(
    r"回顾|成就|成绩|成效|过去|总结|去年|上年|进展|一年来|五年来|工作情况|完成情况|发展情况|执行情况"
)
_PLAN = regex(
    r"安排|目标|任务|重点工作|工作重点|要求|思路|建议|部署|打算|今年|展望|今后|未来|规划|实事|举措|措施|计划|意见|主攻|抓好|新的一年|明年|布局|愿景|做好"
)
# 五年大治理: a head that looks back on several years.
_OVER_YEARS = regex(r"(?<![一二三四五六七八九十今后未来下个])([三四五])年(?![级前内以底计规行攻])")
_SELF = regex(r"政府自身建设|自身建设|政府建设")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a stretch of text speaks of: the years ``first`` to ``year``, as result or target."""

    year: int | None
    first: int | None
    nature: str

    @property
    def period(self) -> str:
        """``"2023"`` or ``"2019-2023"``; empty where no year is known."""
        if self.year is None:
            return ""
        return str(self.year) if self.first in (None, self.year) else f"{self.first}-{self.year}"


def is_wide(path: tuple[str, ...]) -> bool:
    """Whether a section's heads speak of several years (“十四五”时期和2025年工作回顾)."""
    return any(
        _OVER_YEARS.search(title)
        or any(t["plan"] or t["plan2"] or t["ordinal"] or t["past"] or t["y1"] for t in TIME.finditer(title))
        for title in path
    )


def is_dated(title: str) -> bool:
    """Whether a head names a time."""
    return TIME.search(with_digits(title)) is not None


def base_frame(
    path: tuple[str, ...], base: int | None, default: Frame, *, looks_back: bool | None = None
) -> Frame:
    """What a section is about, by its heads from the outermost in; ``default`` where none tells.

    ``looks_back`` says of the outermost head what its words do not.
    """
    frame = default
    for depth, title in enumerate(path):
        frame = _title_frame(title, base, frame, outer=depth == 0, known=None if depth else looks_back)
    return frame


# “十三五”时期成就和“十四五”时期目标: the head of a section that does both.
_BOTH = regex(
    r"(?P<back>.*?(?:回顾|成就|成绩|成效|总结|情况))[和与及暨、](?P<ahead>.*(?:目标|任务|安排|打算|部署|要求|思路|展望|规划|建议).*)"
)


def two_frames(title: str, base: int) -> tuple[Frame, Frame] | None:
    """What the two halves of a head are about that looks back first and plans then; else None."""
    found = _BOTH.fullmatch(title)
    if found is None or _REVIEW.search(found["ahead"]):
        return None
    unsaid = Frame(None, None, "")
    back, ahead = (_title_frame(found[half], base, unsaid, outer=True) for half in ("back", "ahead"))
    return (back, ahead) if (back.nature, ahead.nature) == (RESULT, TARGET) else None


_BEGINS = regex("开好局|起好步|开门红|开局|[良精]好开端|开篇")
PLAN_YEARS = 4
"""From the first to the last year of a five-year plan."""


def _looks_back(review: re.Match[str] | None, plan: re.Match[str] | None) -> bool | None:
    """Whether a head reviews; None where it does not say. 今后五年…回顾 plans: the first word counts."""
    if review is None:
        return None if plan is None else False
    return plan is None or review.start() <= plan.start()


def _title_frame(
    title: str, base: int | None, frame: Frame, *, outer: bool, known: bool | None = None
) -> Frame:
    """``frame`` as a head has it; ``known`` is whether it looks back where that is known."""
    review, plan = _REVIEW.search(title), _PLAN.search(title)
    if _SELF.search(title) and outer and known is None:
        return Frame(base, base, TARGET)
    if base is None:
        nature = RESULT if review else TARGET if plan else frame.nature
        return replace(frame, nature=nature)
    times = list(TIME.finditer(with_digits(title)))
    if not outer and not _BEGINS.search(title):
        # 落实“十五”重大举措 within a review names a plan and no time.
        times = [t for t in times if t["planpart"] or not (t["plan"] and names_a_plan(title, t))]
    if not times and frame.nature == RESULT and (years := _OVER_YEARS.search(title)):
        return Frame(base - 1, base - number_in(years[1]), RESULT)
    if not times and not outer:
        return frame
    looks_back = _looks_back(review, plan) if known is None else known
    if times:
        spans = [years_of(t, base, bool(looks_back)) for t in times]
        opened = [s[0] for s in spans if s[1] - s[0] == PLAN_YEARS and base - s[0] in (0, 1)]
        if opened and _BEGINS.search(title):
            # 全力推动“十五五”开好局: its first year is spoken of, not all five.
            return Frame(opened[-1], opened[-1], TARGET if opened[-1] == base else RESULT)
        first, last = min(s[0] for s in spans), max(s[1] for s in spans)
        if looks_back is None:
            looks_back = last < base
        if known is False and (ahead := [s for s in spans if s[1] >= base]):
            first, last = min(s[0] for s in ahead), max(s[1] for s in ahead)
        if looks_back and (past := [s for s in spans if s[1] < base]):
            # “十二五”成就和“十三五”目标回顾: what it looks back on is the past one.
            spans = past
            first, last = min(s[0] for s in spans), max(s[1] for s in spans)
        if not outer and looks_back != (frame.nature == RESULT) and last == frame.year:
            return frame
        if looks_back and last >= base and not any(t["year"] or t["y1"] for t in times):
            last = base - 1
            first = min(first, last)
        if looks_back and last >= base:
            return Frame(base - 1, base - 1, RESULT)
        if looks_back and len(spans) > 1 and any(s[0] == s[1] == base - 1 for s in spans):
            return Frame(base - 1, base - 1, RESULT)
        if not looks_back and any(s[0] == s[1] == base for s in spans):
            return Frame(base, base, TARGET)
        if not looks_back and last < base and review is None:
            return Frame(base, base, TARGET)  # a slip of the pen: 三、2000年的主要任务 in a report of 2003
        return Frame(last, first, RESULT if looks_back else TARGET)
    if looks_back is None:
        return frame
    return Frame(base - 1, base - 1, RESULT) if looks_back else Frame(base, base, TARGET)
