"""How much what was told grew, where a question asks for that, too: 分别增长多少, 年均增长多少."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reports.patterns import regex

from ..evidence.matches import Match
from ..questions.slots import Ask

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
