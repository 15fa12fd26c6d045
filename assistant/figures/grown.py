"""How much what was told grew, where a question asks for that, too: 分别增长多少, 年均增长多少."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reports.patterns import regex

from ..drafting.drafts import Draft
from ..drafting.wording import cited
from ..evidence.matches import Match
from ..evidence.prepared import FactText
from ..questions.slots import Ask
from ..records import PARTLY
from .arithmetic import leader_of

YEARLY = "年均"
_EACH = regex("分别|各")


def grown_beside(ask: Ask, told: Sequence[Match]) -> list[Match]:
    """The growths that the sentence of ``told`` tells behind it: as many as there are levels, or one.

    Only growths a year where those are asked for; none where ``ask`` names what it is the growth of.
    """
    if ask.measure != "增速" or ask.content or not (YEARLY in ask.text or _EACH.search(ask.text)):
        return []
    first = told[0]
    home = first.fact.sentence_start
    levels = [m for m in told if m.fact.measure != "增速" and m.fact.sentence_start == home]
    taken = [m.item for m in told]
    growths = [
        item
        for item in first.evidence.facts
        if item.fact.sentence_start == home
        and item.fact.start > first.fact.start
        and item.fact.measure == "增速"
        and (YEARLY not in ask.text or YEARLY in item.clause)
        and item not in taken
    ]
    if len(levels) == 1:
        growths = [i for i in growths if i.fact.name == first.fact.name] or growths
    many = len(levels) if len(levels) > 1 or _EACH.search(ask.text) else 1
    one_run = [item for item in growths if item.fact.clause == growths[0].fact.clause]
    return [replace(first, item=item) for item in one_run[:many]]


def with_growth(draft: Draft) -> Draft:
    """The two levels of ``draft``, set against each other, with how much each grew and which grew faster."""
    if not draft.answered or draft.mode != "facts" or len(draft.near) != _BOTH:
        return draft
    grown = [_growth_of(m) for m in draft.near]
    if not all(grown):
        return replace(draft, text=f"{PARTLY}{draft.text}谁增长得快，报告里没有找到。", answered=False)
    one, other = (replace(m, item=g) for m, g in zip(draft.near, grown, strict=True) if g)
    told = "；".join(cited(m, draft.citer) for m in (one, other))
    verdict = leader_of((one.fact.indicator, one), (other.fact.indicator, other))
    return replace(draft, text=f"{draft.text}\n{told}。{verdict}", near=(*draft.near, one, other))


_BOTH = 2


def _growth_of(match: Match) -> FactText | None:
    """The growth told of the same thing and time in the sentence of its level."""
    fact = match.fact
    return next(
        (
            item
            for item in match.evidence.facts
            if item.fact.sentence_start == fact.sentence_start
            and item.fact.measure == "增速"
            and item.fact.period == fact.period
            and YEARLY not in item.clause
            and item.fact.indicator == fact.indicator
        ),
        None,
    )
