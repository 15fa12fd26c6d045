"""Whether an LLM's answer, true as it may be, answers the question that was asked."""

from __future__ import annotations

from collections.abc import Sequence

from reports.indicators import canonical
from reports.patterns import regex
from reports.records import Fact
from reports.text import fold, plain

from ..drafting.drafts import Draft
from ..evidence.fits import unit_fits
from ..questions.slots import Slots
from .claims import MARK
from .likeness import share
from .material import Item, compact
from .verify import figures

SPOKEN_OF = 0.8
ABOUT = 0.5
_FOR_FIGURES = frozenset({"figure", "compare", "difference", "trend", "table", "sum"})
_DATE = regex(r"(?:19|20)\d\d$")
_PLAN_WORD = regex(r"计划|规划|谋划|预期|拟|预计")
_SCOPE = regex(r"在?全[国省市区县球]$|^全[国省市区县州盟旗]")
_JOINED = regex(r"[和与及、]|以及")
_GENERAL = regex(r"主要|经济|社会|发展|指标|预期|总体|目标|情况|成绩|任务|变化|增长|形势|运行|\s")
_PLANS = ("目标", "计划")


def misses(slots: Slots, draft: Draft, text: str, cited: Sequence[Item]) -> bool:
    """Whether the text passes the question by.

    Where facts answered, it must hold a figure of theirs, or speak of all that was asked for with
    none of another kind, year or nature. Where a figure is asked for and no fact answered, it must
    bring one that does: the reports' other figures are no answer. Where no one figure is asked for
    (产业发展情况), figures of the year and nature asked for will do.
    """
    printed = set(figures(MARK.sub("", text)))
    if draft.answered and draft.mode == "facts":
        found = {f for f in figures(draft.text.split("＝")[0]) if not _DATE.match(f)}
        if not found or found & printed:
            return False
        told = printed - {str(y) for y in slots.years}
        if slots.task == "figure" and (slots.asks_figure or not told):
            return not told or not _answers(slots, text, cited)
        if share(plain(slots.content), _both(text)) >= SPOKEN_OF:
            return False
        return not _answers(slots, text, cited, of_subject=slots.asks_figure)
    if not draft.answered and slots.task in _FOR_FIGURES:
        return not _answers(slots, text, cited, of_subject=slots.asks_figure)
    return False


def _both(text: str) -> str:
    """The text in its own words and in standard ones: the question's are in standard form."""
    return plain(text) + plain(canonical(fold(text)))


def _answers(slots: Slots, text: str, cited: Sequence[Item], *, of_subject: bool = True) -> bool:
    shown = compact(MARK.sub("", text))
    printed = set(figures(shown))
    return any(
        _fits(slots, fact, of_subject=of_subject)
        for item in cited
        for fact in item.facts
        if compact(fact.figure) in shown or f"{fact.value:.10g}" in printed
    )


def _fits(slots: Slots, fact: Fact, *, of_subject: bool) -> bool:
    """Whether a fact is of the year, nature, kind, unit and subject that are asked for."""
    if slots.years and fact.year and fact.year not in slots.years:
        return False
    planned = fact.nature in _PLANS
    if slots.nature in ("", "实绩") and planned and slots.years:
        return False
    # 三年计划投资, 违法占地: there the word belongs to the indicator and asks for no plan and no share.
    whole = plain(fact.indicator) in plain(slots.text)
    if slots.nature == "目标" and not planned and not (whole and _PLAN_WORD.search(fact.indicator)):
        return False
    if not of_subject:
        # 港口目标, 外贸情况: whatever there is of that year and nature answers.
        return True
    if slots.measure and fact.measure != slots.measure and not (whole and "占" in fact.indicator):
        return False
    # 这几年的变化: there 年 is no unit.
    unit = "" if slots.task == "trend" and slots.unit == "年" else slots.unit
    if unit and unit_fits(unit, fact.base_unit) < 0.9 and not fact.base_unit.endswith(unit):
        return False
    if fact.name and fact.name in slots.names:
        return True
    told = _both(f"{fact.indicator}\n{fact.clause}\n{fact.name}")
    words = _SCOPE.sub("", plain(canonical(fold(slots.content))))
    if not _GENERAL.sub("", words).strip():
        return True
    # 民生支出和居民收入: one of two things asked for is an answer to that one.
    return max(share(part, told) for part in (words, *_JOINED.split(words)) if len(part) > 1) >= ABOUT
