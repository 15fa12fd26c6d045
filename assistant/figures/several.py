"""Several figures for one question: 分别是多少, two sources that differ, one that stands for all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.text import plain

from ..evidence.fits import unit_fits
from ..evidence.matches import Match
from ..questions.slots import Ask, Slots
from .select import same_figure, town_and_country


def _siblings(top: Match, found: Sequence[Match]) -> list[Match]:
    """The figures that share the clause of ``top`` and its kind: 分别增长5%和6%."""
    fact = top.fact
    return [
        m
        for m in found
        if m is not top
        and m.fact.clause == fact.clause
        and m.fact.sentence_start == fact.sentence_start
        and m.fact.measure == fact.measure
        and m.fact.base_unit == fact.base_unit
        and m.covered >= top.covered * 0.7
    ][:3]


def _alike(top: Match, other: Match) -> bool:
    """Whether two figures are of one unit and measure, from one report."""
    a, b = top.fact, other.fact
    return (
        top.evidence is other.evidence
        and (a.base_unit, a.measure, a.nature) == (b.base_unit, b.measure, b.nature)
        and a.indicator != b.indicator
    )


def conflicting(answers: Sequence[Match]) -> Match | None:
    """Another figure of the same indicator, place, year and measure with an equal claim."""
    top = answers[0]
    for other in answers[1:]:
        if same_figure(top, other) or other.score < top.score - 0.02:
            continue
        if not top.fact.name and other.score >= top.score - 0.01 and _alike(top, other):
            # Two figures fit the question's words equally well: both are said, each with what it is.
            return other
        a, b = top.fact, other.fact
        if (
            a.name
            and a.name == b.name
            and a.measure == b.measure
            and a.base_unit == b.base_unit
            and a.period == b.period
            and plain(a.indicator) == plain(b.indicator)
        ):
            return other
    return None


_EACH = "各(?![类级种项界族])"


def several(slots: Slots, found: list[Match]) -> list[Match]:
    """The figure, or the figures where the question asks for more than one thing."""
    if not found:
        return []
    top = found[0]
    chosen = [top]
    parts = [p for p in re.split(rf" |和|以及|及|、|{_EACH}", slots.content) if len(p) >= 2]
    if re.search(rf"{_EACH}|分别", slots.text):
        chosen.extend(_siblings(top, found))
    if len(chosen) == 1 and len(parts) > 1 and re.search(rf"{_EACH}|分别|和|、", slots.text):
        same = [m for m in found if m.fact.sentence_start == top.fact.sentence_start and m is not top]
        for match in same:
            if (
                match.covered >= top.covered * 0.85
                and match.fact.measure == top.fact.measure
                # 41个安置区 is none of 多少户、多少人
                and unit_fits(slots.unit, match.fact.base_unit) >= unit_fits(slots.unit, top.fact.base_unit)
                # The sentence may be long: what is added must be named by a part of the question.
                and max(shares(p, match) for p in parts) >= 0.5
                and len(chosen) < 3
            ):
                chosen.append(match)
        chosen.sort(key=lambda m: m.fact.start)
    if len(chosen) == 1:
        chosen.extend([m for m in found if town_and_country(slots, m, top)][:1])
    other = conflicting(found)
    if other is not None and other not in chosen:
        chosen.append(other)
    return chosen


def shares(content: str, match: Match) -> float:
    """The share of ``content``'s character pairs in the figure's own words, to one decimal."""
    text = content.replace(" ", "")
    pairs = [text[i : i + 2] for i in range(len(text) - 1)]
    own = match.item.near + match.item.after
    return round(sum(p in own for p in pairs) / len(pairs), 1) if pairs else 0.0


def tells_all(asks: Sequence[Ask], found: Sequence[Match]) -> bool:
    """Whether one figure is named by all that is asked for, so that it stands for all of it."""
    named = [ask.content for ask in asks if ask.content]
    one_kind = len({(ask.unit, ask.measure) for ask in asks}) <= 2
    return (
        len(named) == len(asks) and one_kind and any(all(shares(c, m) >= 0.8 for c in named) for m in found)
    )
