"""What a year's own plan answers where no result is told of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reports.patterns import regex
from vectorstore.records import ReportEntry

from ..evidence.fits import Wanted
from ..evidence.matches import Match
from ..evidence.prepared import Shelf
from ..questions.slots import Slots
from .each import each_ask
from .select import believed, best, rank

_PLAN_WORD = regex("任务|计划")
# 卖了多少, 产量是多少: what came of it, and not what was planned.
_OUTCOME = regex(
    "[一-鿿]了(?:多少|几)|全年|实际(?!支出)|完成了|实现了|已经?|结果|最终|"
    "(?:产量|销量|销售额|吞吐量|成交额|客流量|营收|利润|票房)(?:有|是|为|达到?)?多少"
)


def named_a_plan(slots: Slots, cells: Sequence[Wanted], shelf: Shelf) -> list[Match]:
    """A result whose own name has 任务 or 计划 (完成户厕改造任务3000座): the word asks for no target then."""
    word = _PLAN_WORD.search(slots.text)
    if slots.nature != "目标" or word is None or re.search("目标|预期", slots.text):
        return []
    for cell in cells:
        told = replace(cell, nature="实绩")
        # 计划新上几个项目、总投资多少: each of them
        each = each_ask(replace(slots, nature=""), told, shelf)[0] if slots.asks else []
        if len(each) == len(slots.asks) > 0 and word.group() in each[0].item.clause:
            return each
        found, _ = best(replace(slots, nature=""), told, shelf)
        if found and word.group() in found[0].item.clause and found[0].covered >= 0.85:
            return found[:1]
    return []


_NEARLY, _SURE = 0.75, 0.85
QUANTITY = regex("多少|几|多大")
"""What asks how much, or how many."""
# Shares and ranks that a plan fixes; a growth that is asked for is what came of it.
_SET = ("", "占比", "位次")
# What is decided for a year and not achieved in it.
_DECIDED = {"赤字率", "财政赤字"}


def planned_for(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> list[Match]:
    """A detail of the year's own plan or notice, where no word says result and it is no indicator.

    A standard indicator of a year without results is refused: its target is not its result.
    """
    named = set(slots.names) - _DECIDED
    if slots.nature or slots.measure not in _SET or not slots.years or _OUTCOME.search(slots.text):
        return []
    entries = tuple(e for e in own if e.identity.year in slots.years)
    if not entries:
        return []
    cell = Wanted(entries, max(slots.years), "目标")
    ranked = rank(slots, cell, shelf)
    if not ranked or ranked[0].fact.name in named:
        return []
    plainly = ranked[0].covered >= 0.85 and not (named or slots.measure)
    # 按多大比例分担风险 for 按照65%比例给予风险分担: the plan tells it in words of its own
    surely = QUANTITY.search(slots.text) and ranked[0].covered >= _NEARLY and not ranked[0].foreign
    if not plainly and not (surely and believed(slots, ranked[0], ranked) >= _SURE):
        return []
    asked = each_ask(slots, cell, shelf)[0] if slots.asks else []
    return asked if ranked[0].item in [m.item for m in asked] else ranked[:1]
