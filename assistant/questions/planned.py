"""Whether a question means what was planned for a year or what came of it, by the reports that are there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reports.patterns import regex
from vectorstore.records import ReportEntry

from .followup import STEP
from .slots import Slots
from .times import newest_year

_EVER_SINCE = regex(r"\d{4}年(?:开始|以?起)")
_STRONG_TARGET = regex("目标|计划|预期|任务|力争|打算|准备(?!金)|拟")


_EXPECTED = regex("预计|估计|预算")


def only_expects(slots: Slots) -> bool:
    """Whether a question only expects something (预计, 预算): what it asks of an earlier year is a result."""
    return _EXPECTED.search(slots.text) is not None and _STRONG_TARGET.search(slots.text) is None


def weak_target(slots: Slots, own: Sequence[ReportEntry]) -> Slots:
    """失业率2023年控制在多少: where only the report that reviews the year is there, the result is meant."""
    if slots.nature != "目标" or not slots.years or _STRONG_TARGET.search(slots.text):
        return slots
    if slots.report_years and min(slots.years) >= max(slots.report_years):
        return slots  # 2017年报告提出，到2021年要达到多少: that report plans it
    have = {e.identity.year for e in own}
    # 2015年起每年安排多少: what has been done ever since, in whichever report tells it
    since = max((year or 0 for year in have), default=0) if _EVER_SINCE.search(slots.text) else 0
    told = all(y not in have and (y + 1 in have or y < since) for y in slots.years)
    if (
        told
        and _IS_TO.search(slots.text)
        and any(y - _AHEAD <= (r or y) < y for y in slots.years for r in have)
    ):
        # 到2016年要达到多少: an earlier report may have planned it
        return replace(slots, otherwise=(*slots.otherwise, _as_done(slots)))
    return replace(slots, nature="") if told else slots


_AHEAD = 5
"""So many years ahead a report plans."""


def done_instead(slots: Slots) -> tuple[Slots, ...]:
    """规划面积多大, 争取资金多少: asked as what was done, where no plain word asks for an aim."""
    aims = any(words.search(slots.text) for words in (_STRONG_TARGET, _EXPECTED, _IS_TO))
    weak = slots.nature == "目标" and slots.years and not (aims or slots.inherited)
    return (_as_done(slots),) if weak else ()


_IS_TO = regex("(?<![主重必需])要(?![求素闻点])")


def _as_done(slots: Slots) -> Slots:
    return replace(slots, nature="", parts=tuple(_as_done(part) for part in slots.parts), otherwise=())


_RESULT_ASKED = regex("实际|实绩|结果|(?<![再还要能])完成|实现|达到了|做到")


def planned_year(slots: Slots, own: Sequence[ReportEntry]) -> Slots:
    """2024年呢 after a result, where the newest report only plans that year: its target is told."""
    follows = slots.inherited and slots.task == "figure" and slots.nature != "目标"
    if not follows or not {"指标", "年份"} & set(slots.inherited) or not slots.years:
        return slots
    if _RESULT_ASKED.search(slots.text) or STEP.search(slots.text):
        return slots
    return replace(slots, nature="目标") if set(slots.years) == {newest_year(own)} else slots
