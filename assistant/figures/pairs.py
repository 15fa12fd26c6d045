"""Two figures asked for of one matter: where one is told, the other stands beside it.

接待多少游客，带来多少收益: what a question calls the second in words of its own is told by the figure next to
the first, in its sentence, of the unit asked for and with something of the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reports.patterns import regex
from vectorstore.records import ReportEntry

from ..drafting.citing import Citer
from ..drafting.drafts import Draft
from ..drafting.wording import cited
from ..evidence.fits import Wanted, unit_fits
from ..evidence.matches import Match
from ..evidence.matching import weigh
from ..evidence.prepared import FactText, Shelf
from ..questions.contrasts import contrary
from ..questions.slots import Ask, Slots
from ..records import PARTLY
from .beside import TOTAL_ASKED, is_bare, name_lost, next_facts, reached, said_of, says
from .cells import place_cells
from .select import ENOUGH, believed, rank
from .unread import told_in_words

MONEY = regex(
    "(?:收益|收入|效益|产值|销售额|营业额|交易额|成交额|资金|投资额?)$|"
    "(?:低保|养老金|津贴|工资|补[贴助])(?:的?标准)?(?:每[人户亩])?(?:每个?[月年天])?$"
)
_SHARED = 0.5
_LEVELS = ("", "水平")
_EXACT = 0.9
_LIKELY = 0.1
"""How likely the first of two must be what is asked for where the second stands beside it."""
_TRIED = 3


def with_its_pair(slots: Slots, draft: Draft, own: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    """``draft`` with the second of two figures, where it tells one and the other stands beside it."""
    asks = slots.asks or _asks_of(slots.parts)
    if draft.answered or len(asks) < 2:
        return draft
    if draft.text.startswith(PARTLY) and draft.near and (told := told_in_words(asks, draft.near)):
        return told
    if len(asks) != 2:
        return draft
    pair: Sequence[Match] = ()
    if not draft.text.startswith(PARTLY):
        pair = next(
            (two for cell in place_cells(slots, own, shelf) if (two := _likely(slots, cell, shelf))), ()
        )
    elif len(draft.near) == 1:
        pair = _with_the_lacking(asks, draft.near[0])
    if not pair:
        return draft
    citer = Citer()
    text = "；".join(cited(m, citer) for m in pair) + "。"
    return Draft(text, True, "facts", citer, tuple(pair))


def _asks_of(parts: Sequence[Slots]) -> tuple[Ask, ...]:
    """运了多少旅客和货物: what each of two parts asks for, without what they have in common."""
    contents = [part.content.replace(" ", "") for part in parts]
    if len(contents) != 2 or parts[0].nature != parts[1].nature:
        return ()
    one, other = contents
    head = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    return tuple(Ask(c[head:], p.unit, p.measure, p.text) for c, p in zip(contents, parts, strict=True))


def _with_the_lacking(asks: Sequence[Ask], first: Match) -> Sequence[Match]:
    """``first`` and the figure beside it for the other of two asks, in their order; empty where none is."""
    unfit = [a for a in asks if a.unit and unit_fits(a.unit, first.fact.base_unit) < _EXACT]
    lacking = min(unfit or reversed(asks), key=lambda ask: says(ask.content, first.item))
    second = _second(lacking, first, asks)
    if second is None:
        return ()
    return (second, first) if lacking is asks[0] else (first, second)


def _likely(slots: Slots, cell: Wanted, shelf: Shelf) -> list[Match]:
    """The two figures asked for where neither is found by itself, else none.

    引进多少个项目，总投资多少: a likely figure with the second beside it, each of the unit asked for.
    """
    if len(slots.asks) != 2 or not (slots.asks[0].unit and slots.asks[1].unit):
        return []
    first, second = slots.asks
    if first.unit == second.unit or not first.content or first.measure not in _LEVELS:
        return []
    lead = replace(slots, content=first.content, text=first.text or first.content, unit=first.unit, asks=())
    lead = replace(lead, measure=first.measure)
    ranked = rank(lead, replace(cell, nature=cell.nature or "实绩"), shelf)
    for match in ranked[:_TRIED]:
        if unit_fits(first.unit, match.fact.base_unit) < _EXACT or match.covered < ENOUGH:
            continue
        if name_lost(weigh(lead.content, match.evidence), [match.evidence.sentence(match.item.sentence)]):
            continue
        other = _second(second, match, slots.asks)
        if other is not None and believed(lead, match, ranked) >= _LIKELY:
            return [match, other]
    return []


def _second(ask: Ask, first: Match, asks: Sequence[Ask]) -> Match | None:
    """The figure beside ``first`` that tells ``ask``; None where none has its unit and its words."""
    if ask.measure not in _LEVELS:
        return None
    unit = ask.unit or ("元" if MONEY.search(ask.content) else "")
    for item in next_facts(first):
        if not unit and (item.fact.clause != first.fact.clause or says(ask.content, item) < _SHARED):
            continue  # 旅客366万人次、货物6万吨: what has no unit is told in the same breath
        if item.fact.measure != "水平" or unit_fits(unit, item.fact.base_unit) < _EXACT:
            continue
        match = replace(first, item=item)
        added = TOTAL_ASKED.search(ask.text) and not reached(item.fact.before)
        if added or contrary(ask.content, match.fact):
            continue
        one_unit = len({a.unit for a in asks}) == 1
        listed = one_unit and _listed(item, first) and _begins_as(ask, item)
        one_thing = not one_unit and _of_one_thing(item, first)
        if listed or one_thing or is_bare(ask.text) or says(ask.content, item) >= _SHARED:
            return match
    return None


def _listed(item: FactText, first: Match) -> bool:
    """风力、光伏电站分别达到23座和26座: both are told by one clause, each of its own."""
    return item.fact.clause == first.fact.clause and "分别" in item.clause


def _of_one_thing(item: FactText, first: Match) -> bool:
    """469套、9.83万平方米别墅: a thing is counted and measured in one breath."""
    one, other = sorted((item.fact, first.fact), key=lambda f: f.start)
    between = first.evidence.report.text[one.start : other.start].replace(" ", "")
    return len(between) - len(one.figure.replace(" ", "")) <= 1


def _begins_as(ask: Ask, item: FactText) -> bool:
    return said_of(ask.content)[:1] in item.near
