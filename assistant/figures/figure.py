"""Questions whose answer is a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reports.patterns import regex
from reports.text import plain
from vectorstore.records import ReportEntry

from ..drafting import refusals
from ..drafting.citing import Citer
from ..drafting.drafts import Draft, refuse
from ..drafting.wording import cited
from ..evidence.fits import NEWLY, Wanted, counted_as
from ..evidence.matches import Match
from ..evidence.prepared import Shelf
from ..passages.opened import answer_passage
from ..questions.content import FROM_TO
from ..questions.kinds import TWO_QUANTITIES
from ..questions.slots import Slots
from ..records import PARTLY
from .alongside import with_those_listed
from .arithmetic import ratio_of, set_against, total_of
from .cells import likely_places, place_cells
from .compare import answer_cells
from .each import each_ask
from .ends import change_told, lacks_an_end
from .inwords import answer_in_words
from .plan_details import QUANTITY, named_a_plan, planned_for
from .select import best, rank
from .several import several, tells_all
from .unread import counted_in_words


def answer_figure(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    draft = _answer_figure(slots, own, shelf)
    if draft.answered or not (slots.sliding and slots.span and slots.places):
        return draft
    # 过去五年: not every report looks back so far, and the newest that does tells it.
    first, last = slots.span
    for back in sorted({last + 1 - e.identity.year for e in own if e.identity.year} - {0}):
        earlier = replace(slots, span=(first - back, last - back), sliding=False)
        if (told := _answer_figure(earlier, own, shelf)).answered:
            return told
    return draft


def _answer_figure(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    own = _without_place(slots, own)
    near: list[Match] = []
    answers: list[Match] = []
    cells = place_cells(slots, own, shelf)
    for cell in cells:
        if slots.asks:
            found, misses = each_ask(slots, cell, shelf)
            if len(found) < len(slots.asks):
                # Read as one question it may tell more: 一级公路、二级公路各新建多少.
                whole = replace(slots, asks=())
                together, misses_too = best(whole, cell, shelf)
                asked = [ask for ask in slots.asks if not ask.named]
                if tells_all(slots.asks, together[:1]) or (together and len(asked) == 1):
                    # 减税降费和留抵退税多少: one figure of both; 人均纯收入，增长多少: one of what is named
                    slots = whole
                found = max(found, several(whole, together), key=len)
                misses = misses or misses_too
            answers.extend(found)
        else:
            found, misses = best(slots, cell, shelf)
            answers.extend(several(slots, found))
        near.extend(misses)
    if FROM_TO.search(slots.text) and (draft := change_told(slots, cells, shelf)):
        return draft
    told_level = len(answers) == 1 and answers[0].fact.measure in ("水平", "占比")
    if told_level and _CHANGED_BY.search(slots.text) and (draft := change_told(slots, cells, shelf)):
        return draft
    if told := answer_in_words(slots, _of_their_years(slots, own), shelf, answers):
        return told
    if answers:
        draft = _word(slots, with_those_listed(slots, answers))
        return lacks_an_end(slots, draft) or draft
    grown = slots.measure == "增速" and slots.unit != "%"
    if grown and (draft := change_told(slots, cells, shelf) or _added(slots, cells, shelf)):
        return draft
    if "增速或占比" in slots.inherited:
        # 登记失业率呢 after a question on growth: the new indicator may have no growth.
        free = replace(slots, measure="", inherited=tuple(i for i in slots.inherited if i != "增速或占比"))
        return answer_figure(free, own, shelf)
    if (
        "年份" in slots.inherited
        and "目标" in slots.text
        and slots.nature == "目标"
        and slots.years
        and "年份已顺延" not in slots.inherited
    ):
        # 那目标呢 after a result: the target that the same report sets for the year after it.
        later = replace(
            slots, years=tuple(y + 1 for y in slots.years), inherited=(*slots.inherited, "年份已顺延")
        )
        return answer_figure(later, own, shelf)
    if (
        _ASKS_WORDS.search(slots.text)
        and not _ASKS_COUNT.search(slots.text)
        and (draft := answer_passage(slots, own, shelf)).answered
    ):
        return draft
    return counted_in_words(slots, _of_their_years(slots, own), shelf) or _no_figure(
        slots, own, cells, near, shelf
    )


def _of_their_years(slots: Slots, own: Sequence[ReportEntry]) -> Sequence[ReportEntry]:
    """The reports that the question names by year; all where it names none."""
    return [e for e in own if not slots.report_years or e.identity.year in slots.report_years]


def _added(slots: Slots, cells: Sequence[Wanted], shelf: Shelf) -> Draft | None:
    """What was added of a thing that is counted (增加了多少个学位, 新增学位5600个), if it is told."""
    if not (slots.unit or _ADDED_OF.search(slots.text)):
        return None
    for cell in cells:
        found, _ = best(replace(slots, measure="", asks=()), cell, shelf)
        if found and NEWLY.search(found[0].item.clause + found[0].item.lead):
            return _word(slots, found[:1])
    return None


# 增加了多少学位
_ADDED_OF = regex("(?:增加|增|添)了?多少(?:[一-鿿]{2}|[？?]?$)(?<!百分|个点)")


def _without_place(slots: Slots, own: Sequence[ReportEntry]) -> Sequence[ReportEntry]:
    """Summaries stand back where the whole report of the same place and year is there."""
    whole = {(e.identity.place, e.identity.year) for e in own if e.identity.kind == "政府工作报告"}
    return [
        e
        for e in own
        if e.identity.kind != "政府工作报告摘要" or (e.identity.place, e.identity.year) not in whole
    ]


_ASKS_WORDS = regex("重点|什么样|举措|措施|怎么(?![说讲写提])|如何")
_CHANGED_BY = regex("(?:多|少|减|增|精简|压缩|减少|增加|提高|下降|降低)了(?:多少|几)")
# 城乡居民收入增长9%: one figure of both.
_OF_ALL = regex("城乡|[均都]|[一-鿿]、[一-鿿]")
_ASKS_COUNT = regex("多少|百分之|第几")
_SUM_ASKED = regex("合计|加起来|之和")


def _word(slots: Slots, answers: Sequence[Match]) -> Draft:
    citer = Citer()
    answers = _summed(slots, answers) or answers
    text = "；".join(cited(match, citer) for match in answers) + "。"
    if len(answers) < len(slots.asks) and not _of_both(slots, answers):
        text = f"{PARTLY}{text}所问的其他数字，报告里没有找到。"
        return Draft(text, False, "facts", citer, tuple(answers))
    if len(answers) == 2 and (_SUM_ASKED.search(slots.text) or _summed(slots, answers)):
        text += total_of(answers)
    elif len(answers) == 2 and (two := TWO_QUANTITIES.search(slots.text)):
        text += _compared(slots, answers, by_ratio=two["times"] is not None)
    return Draft(text, True, "facts", citer, tuple(answers))


_TOGETHER = regex("一共|总共|共计|总计|共(?=[办建新引收投增])")


def _summed(slots: Slots, answers: Sequence[Match]) -> list[Match]:
    """建议、提案一共办了多少: the figure of each of the two things that the question names, else none."""
    one_ask = len(re.findall("多少|几", slots.text)) == 1 and re.search("[、和与及]", slots.text)
    parts = [p for p in re.split("[ 、和与及]", slots.content) if len(p) > 1]
    if not (one_ask and _TOGETHER.search(slots.text)) or len(parts) != 2:
        return []
    chosen: list[Match] = []
    for part in parts:
        core = _MEASURED_BY.sub("", part)[-2:]
        fitting = [m for m in answers if core in plain(m.fact.indicator) and m not in chosen]
        fitting.sort(key=lambda m: -_in_common(part, plain(m.fact.indicator)))
        chosen += fitting[:1]
    return chosen if len({m.fact.indicator for m in chosen}) == 2 else []


_MEASURED_BY = regex("(?:的)?(?:总)?(?:支出|收入|投资|产量|产值|资金|经费|数量|金额|余额|面积)$")


def _in_common(one: str, other: str) -> int:
    return sum(one[i : i + 2] in other for i in range(len(one) - 1))


def _of_both(slots: Slots, answers: Sequence[Match]) -> bool:
    """城乡居民收入增长9%: one figure of town and country, where each is asked for."""
    return all("城乡" in plain(m.fact.indicator + m.fact.before) for m in answers) and all(
        "居民" in ask.content for ask in slots.asks
    )


def _compared(slots: Slots, answers: Sequence[Match], *, by_ratio: bool) -> str:
    """The difference or ratio of two figures of one kind and time; empty where they are not."""
    first, second = (a.fact for a in answers)
    kinds = {(counted_as(f.base_unit), f.measure, f.nature, f.period) for f in (first, second)}
    # Without two asks the figures are two claims to one: 新增就业比计划多多少.
    if len(slots.asks) != 2 or len(kinds) > 1 or first.indicator == second.indicator:
        return ""
    # Each is called by its own indicator: what was found may be called otherwise than what was asked.
    one, other = ((m.fact.indicator, m) for m in answers)
    if by_ratio:
        return ratio_of(one, other)
    return set_against(slots.text, one, other)


def _no_figure(
    slots: Slots, own: Sequence[ReportEntry], cells: Sequence[Wanted], near: Sequence[Match], shelf: Shelf
) -> Draft:
    close = [m for m in near if m.covered >= 0.5]
    if slots.measure or slots.unit or slots.nature or slots.years:
        loose = replace(slots, measure="任意", unit="")  # whatever comes near
        for cell in cells[:4]:
            proper = replace(cell, nature="", entries=_proper(cell))
            close.extend(m for m in rank(loose, proper, shelf)[:3] if m.covered >= 0.7)
    close.sort(key=lambda m: -m.score)
    planned = planned_for(slots, own, shelf) or named_a_plan(slots, cells, shelf)
    if planned:
        one_asked = len(QUANTITY.findall(slots.text)) == 1
        return _word(replace(slots, asks=()) if one_asked else slots, planned)
    citer = Citer()
    if slots.years and not _covered_years(slots, own):
        return refuse(refusals.no_year(slots, own, close, citer), close, citer)
    return refuse(refusals.no_figure(slots, close, citer), close, citer)


def _proper(cell: Wanted) -> tuple[ReportEntry, ...]:
    """The reports of a cell that review or plan its year."""
    if cell.year is None:
        return cell.entries[:2]
    return tuple(e for e in cell.entries if e.identity.year in (cell.year, cell.year + 1))


def _covered_years(slots: Slots, own: Sequence[ReportEntry]) -> bool:
    have = {e.identity.year for e in own}
    if slots.nature == "目标":
        return any(y in have for y in slots.years)
    reviewed = {y for e in own for y in e.identity.review_years if y == e.identity.year}
    return any(y + 1 in have or y in reviewed for y in slots.years)


# 各市2023年增速, 哪个市最高: every place of the store is asked for
_EVERY_PLACE = regex("各[地个省市县区州]|每个?[地省市县区州]|哪[个些一里]|谁|所有|全部|最")


def answer_cells_asked(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    citer = Citer()
    if slots.task != "compare" and not _EVERY_PLACE.search(slots.text):
        own = likely_places(slots, own, shelf)
    outcome = answer_cells(slots, own, shelf, citer)
    if outcome.text:
        return Draft(outcome.text, True, "facts", citer, tuple(outcome.near))
    if outcome.missing:
        return refuse(outcome.missing, outcome.near, citer)
    return refuse(refusals.no_figure(slots, outcome.near, citer), outcome.near, citer)
