"""The exact figure beside the mark that it passed: 突破2万元、达到20793元."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reports.patterns import regex

from ..evidence.fits import FROM
from ..evidence.matches import Match

# What a figure reached, where nothing else stands between it and the mark before it.
_REACHED = regex(r"(?:[大台]?[关阶])?[、,，]?(?:总[量值额数])?(?:并|已|更|分别)*(?:达到?了?|为|至)$")


def exactest(found: Sequence[Match]) -> Match | None:
    """The best of what was found; of two figures that one sentence tells of one thing the exact one.

    突破4万亿元，达到4.32万亿元: the second can be reckoned with.
    """
    if not found:
        return None
    top = found[0].fact
    if top.bound == ">":
        for match in found[1:4]:
            fact = match.fact
            same = (fact.sentence_start, fact.name, fact.measure, fact.period, fact.base_unit) == (
                top.sentence_start,
                top.name,
                top.measure,
                top.period,
                top.base_unit,
            )
            if same and not fact.bound and fact.indicator == top.indicator and fact.normal > top.normal:
                return match
    return found[0]


def exact_first(answers: Sequence[Match], ranked: Sequence[Match]) -> list[Match]:
    """``answers`` with the exact figure first where the first is only the mark that it passed.

    ``ranked`` are all figures that fit the question: the exact one may say too little by itself.
    """
    if not answers:
        return []
    top = answers[0]
    for other in ranked:
        if _passes(top, other):
            return [other, *(m for m in answers if m is not other and m is not top)]
    for other in answers[1:] if top.fact.bound == ">" else ():
        if _told_exactly(top, other):
            return [other, *(m for m in answers if m is not other and m is not top)]
    return list(answers)


def exact_of(match: Match) -> Match:
    """``match``, or the exact figure right behind it where it is only the mark that was passed."""
    facts, at = match.evidence.facts, match.fact.ordinal + 1
    if at >= len(facts):
        return match
    following = replace(match, item=facts[at])
    return following if match.fact.bound == ">" and _passes(match, following) else match


_CHANGE_ASKED = regex("[增减升降涨扩缩加添提翻净压新又再还比]|变化|[多少]了")
_COME_TO = regex("(?:达到?|至|到|为)$")


def level_of(asked: str, match: Match) -> Match:
    """里程增加20公里、达到400公里: the level right behind a rise, where no change is ``asked`` for."""
    fact, facts = match.fact, match.evidence.facts
    if fact.measure != "增量" or fact.ordinal + 1 >= len(facts) or _CHANGE_ASKED.search(asked):
        return match
    behind = facts[fact.ordinal + 1].fact
    told = (behind.sentence_start, behind.indicator, behind.base_unit, behind.measure)
    if told != (fact.sentence_start, fact.indicator, fact.base_unit, "水平"):
        return match
    return replace(match, item=facts[fact.ordinal + 1]) if _COME_TO.search(behind.before) else match


def own_unit_first(unit: str, answers: Sequence[Match]) -> list[Match]:
    """``answers`` with the figure in the very ``unit`` first, where its clause tells one in another unit.

    改造小区209个5万户: asked for 多少户 the second is meant.
    """
    if not unit or not answers or answers[0].fact.base_unit == unit:
        return list(answers)
    top = answers[0].fact
    for other in answers[1:]:
        fact = other.fact
        same = (fact.sentence_start, fact.clause, fact.indicator) == (
            top.sentence_start,
            top.clause,
            top.indicator,
        )
        if same and fact.base_unit == unit:
            return [other, *(m for m in answers if m is not other)]
    return list(answers)


_NEAR = 1.2
_WHOLE = regex("全[国省市县区州盟旗]")


def whole_first(answers: Sequence[Match]) -> list[Match]:
    """``answers`` with the figure of the whole place first where another of the very words comes first.

    改造老旧小区72个 stands in what is told of the town, 全市改造老旧小区401个 of the whole.
    """
    if not answers:
        return []
    top = answers[0].fact
    for other in answers[1:]:
        fact = other.fact
        alike = (fact.place, fact.period, fact.nature, fact.measure, fact.base_unit) == (
            top.place,
            top.period,
            top.nature,
            top.measure,
            top.base_unit,
        )
        named = _WHOLE.match(fact.before) and not _WHOLE.search(top.before) and not FROM.search(fact.before)
        if alike and named and _WHOLE.sub("", fact.indicator) == top.indicator:
            return [other, *(m for m in answers if m is not other)]
    return list(answers)


def one_told_twice(a: Match, b: Match) -> bool:
    """Whether one of two figures is the mark that the other passed."""
    return _passes(a, b) or _passes(b, a)


def _told_exactly(mark: Match, exact: Match) -> bool:
    """Whether another sentence tells to the last digit what one figure only says to be above a mark.

    突破300亿元、年均增长6% of five years, and 完成317亿元 of the last of them.
    """
    a, b = mark.fact, exact.fact
    return (
        mark.evidence is exact.evidence
        and b.bound == ""
        and (a.name, a.indicator, a.place, a.base_unit, a.measure, a.nature, a.period)
        == (b.name, b.indicator, b.place, b.base_unit, b.measure, b.nature, b.period)
        and a.normal <= b.normal <= _NEAR * a.normal
    )


def _passes(mark: Match, exact: Match) -> bool:
    a, b = mark.fact, exact.fact
    return (
        mark.evidence is exact.evidence
        and b.ordinal == a.ordinal + 1
        and (a.base_unit, a.measure, a.nature, a.period, a.sentence_start)
        == (b.base_unit, b.measure, b.nature, b.period, b.sentence_start)
        and a.normal <= b.normal <= 2 * a.normal
        and b.bound == ""
        and _REACHED.fullmatch(exact.item.fact.before) is not None
    )
