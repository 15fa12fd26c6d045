"""Two things joined in one question (货物和货柜多少): the figure beside the found one tells the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.patterns import regex

from ..evidence.matches import Match
from ..evidence.prepared import FactText
from ..questions.slots import Slots
from .beside import next_facts, said_of

_JOINT = regex("以及|[和与及跟、]")
_WORDS_END = regex("[^一-鿿a-z0-9]")
_ASKED = regex("多少|几")
_SAID = 0.75
"""So much of what a thing is called must stand in a figure's own words."""
_FEWEST = 2


def with_those_listed(slots: Slots, answers: Sequence[Match]) -> list[Match]:
    """``answers`` and, where they tell one of two things joined in the question, the figure of the other.

    The other's figure stands next to the one found, is of its kind, and is called by the other's name.
    """
    told = list(answers)
    for sides in _joined(slots):
        said = [[_says(side, m.item) for m in told] for side in sides]
        lacking = [i for i, by in enumerate(said) if max(by) < _SAID]
        if len(lacking) != 1 or len({m.evidence.entry.id for m in told}) != 1:
            continue
        found = said[1 - lacking[0]]
        first = told[found.index(max(found))]
        if (other := _next_called(sides[lacking[0]], first, told)) is not None:
            told.append(other)
            told.sort(key=lambda m: m.fact.start)
    return told


def _next_called(name: str, first: Match, told: Sequence[Match]) -> Match | None:
    taken = [m.item for m in told]
    for item in next_facts(first):
        one_clause = item.fact.clause == first.fact.clause
        amounts = one_clause and {item.fact.measure, first.fact.measure} <= {"水平", "增量"}
        alike = amounts or item.fact.measure == first.fact.measure
        alike = alike and item.fact.nature == first.fact.nature
        near = abs(item.fact.ordinal - first.fact.ordinal) == 1
        kind = item.fact.base_unit == first.fact.base_unit or near
        if alike and kind and item not in taken and _says(name, item) >= _SAID:
            return replace(first, item=item)
    return None


def _joined(slots: Slots) -> Iterator[tuple[str, str]]:
    """What stands on both sides of each joint of the question, as far as it is what the question is about."""
    about = slots.content.replace(" ", "")
    for joint in _JOINT.finditer(slots.text):
        before = _WORDS_END.split(slots.text[: joint.start()])[-1]
        after = _WORDS_END.split(slots.text[joint.end() :])[0]
        left = next((before[i:] for i in range(len(before)) if before[i:] in about), "")
        right = next((after[:i] for i in range(len(after), 0, -1) if after[:i] in about), "")
        if _ASKED.search(before):
            continue  # 建多少小区、出栏多少: each is asked for by itself
        if min(len(left), len(right)) >= _FEWEST and left not in right and right not in left:
            yield said_of(left), said_of(right)


def _says(name: str, item: FactText) -> float:
    """The share of a name's character pairs that stand in a figure's own words."""
    own = item.near + item.after
    pairs = [name[i : i + 2] for i in range(len(name) - 1)]
    return sum(pair in own for pair in pairs) / len(pairs) if pairs else 0.0
