"""A second figure that is asked for in a word (投了多少钱, 总规模达到多少): the one beside the first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reports.patterns import regex

from ..evidence.fits import COUNTABLE, IN_ALL, NEWLY, TOTAL, unit_fits
from ..evidence.matches import Match
from ..evidence.matching import Need
from ..evidence.prepared import FactText
from ..questions.slots import Ask
from .things import of_that_size

# A part that says only what kind of figure it asks for.
_BARE = regex(
    r"(?:总?(?:规模|面积|数量?|投资额?|金额|长度?|里程)|(?:总共|一共|共|总)?(?:投入?|花|用)了?|资金|"
    r"又|还|分别|各|达到?了?|有|是|为|惠及|涉及|覆盖|带动|受益|了|(?:多少|几|多[大长])[^，,。；;？?]{0,4}|[\s，,？?])+"
)
_DOES = regex("带来|实现|拉动|带动|分布|涉及|获得|取得|到位|完成|达到?|花|用|一共|总共|总|有|了|的|在|\\s")
_FITS = 0.6
_FAR = 2
"""So many figures at most may a figure stand from the one that it belongs to."""


def is_bare(text: str) -> bool:
    """Whether a part of a question names nothing of its own."""
    return _BARE.fullmatch(text) is not None


def said_of(content: str) -> str:
    """What is asked for, without the words for what is done with it."""
    return _DOES.sub("", content)


def says(content: str, item: FactText) -> float:
    """The share of the characters of what is asked for in a figure's own words; 0 where nothing is named."""
    own, words = item.near + item.after, said_of(content)
    return sum(c in own for c in words) / len(words) if words else 0.0


def name_lost(need: Need, told: Sequence[str]) -> bool:
    """Whether a standard indicator is asked for that the folded texts name in no way (外资 for 乡贤项目)."""
    forms = [f for use in need.names for f in (*use.spellings, need.content[use.end - 2 : use.end])]
    return bool(forms) and not any(form in text for form in forms for text in told)


TOTAL_ASKED = regex("总[数量]")


def beside(unit: str, first: Match, taken: Sequence[FactText], *, asked: str) -> Match | None:
    """The figure in ``unit`` (base unit, or ``""``) next to ``first`` in its sentence, or None.

    None also where a semicolon parts it from ``first``, or where it is no total and ``asked`` asks for one.
    """
    near = [i for i in next_facts(first) if i not in taken and _fits(unit, i, first)]
    if TOTAL_ASKED.search(asked):
        near = [i for i in near if reached(i.fact.before)]
    return replace(first, item=near[0]) if near else None


def next_facts(first: Match) -> list[FactText]:
    """The figures next to ``first`` in its sentence, the nearest first, none behind a semicolon."""
    fact, facts = first.fact, first.evidence.facts
    near = [
        item
        for item in facts[max(0, fact.ordinal - _FAR) : fact.ordinal + _FAR + 1]
        if item.fact.ordinal != fact.ordinal
        and item.fact.sentence_start == fact.sentence_start
        and not parted(item, first)
    ]
    return sorted(near, key=lambda item: (abs(item.fact.ordinal - fact.ordinal), item.fact.ordinal))


def _fits(unit: str, item: FactText, first: Match) -> bool:
    fact = item.fact
    if fact.sentence_start != first.fact.sentence_start or fact.measure != "水平":
        return False
    if unit:
        return unit_fits(unit, fact.base_unit) >= _FITS
    follows = fact.ordinal == first.fact.ordinal + 1
    return follows and fact.base_unit == first.fact.base_unit and reached(fact.before)


def reached(before: str) -> bool:
    """Whether what stands before a figure says that it is what there is in all, and not what was added."""
    if TOTAL.search(before) or IN_ALL.search(before):
        return True
    return re.search("(?:达到?|至|到|总[一-鿿]{1,3})$", before) is not None


def parted(item: FactText, first: Match) -> bool:
    """Whether a semicolon stands between two figures of a sentence."""
    start, end = sorted((item.fact.start, first.fact.start))
    return re.search("[；;]", first.evidence.report.text[start:end]) is not None


def with_the_whole(chosen: list[Match]) -> list[Match]:
    """净增1.8万户，总量达到34.4万户: the whole is the one told beside what was added."""
    if len(chosen) != 2:
        return chosen
    one, other = chosen
    added = next((m for m in chosen if NEWLY.search(m.fact.before)), None)
    rest = one if added is other else other
    if (
        added is None
        or NEWLY.search(rest.fact.before)
        or rest.fact.sentence_start == added.fact.sentence_start
    ):
        return chosen
    if whole := whole_beside(added):
        return [whole, added] if added is other else [added, whole]
    return chosen


IN_ALL_OF = "总数"
"""What ends the content of a side that asks what there is in all of what the other side is a part of."""


def whole_beside(added: Match) -> Match | None:
    """新增1.8万户，总量达到34.4万户: what there is in all, told beside what was added."""
    for item in next_facts(added):
        if item.fact.base_unit == added.fact.base_unit and TOTAL.search(item.fact.before):
            return replace(added, item=item)
    return None


def of_its_size(ask: Ask, home: Match, told: Sequence[FactText]) -> Match | None:
    """项目50个，其中30亿元以上的几个: the figure of that size in the sentence of the first."""
    fact = home.fact
    for item in home.evidence.facts[fact.ordinal + 1 :]:
        if item.fact.sentence_start != fact.sentence_start:
            break
        counted = item.fact.measure == fact.measure and unit_fits(ask.unit, item.fact.base_unit) >= COUNTABLE
        if counted and item not in told and of_that_size(ask.content, item):
            return replace(home, item=item)
    return None
