"""Whether a figure of too few of a question's words may be what it asks for, in other words."""

from __future__ import annotations

from reports.genre import genre_pairs
from reports.patterns import regex

from ..evidence.matches import Match
from ..evidence.matching import SENTENCE, fact_zones, weigh, zone_levels
from ..questions.slots import Slots

# Above this share of its words, less than enough of them may do where all else speaks for the figure.
ARGUABLE = 0.4
_AND = regex("[和与及、]")


def arguable(slots: Slots, match: Match) -> bool:
    """Whether a figure of too few of the question's words may be what it asks for, in other words."""
    if match.covered < ARGUABLE or match.foreign or _of_neither_end(slots, match):
        return False
    if _called_so_elsewhere(slots, match):
        return False
    return all(name == match.fact.name for name in slots.names) and not _of_one_of_two(slots, match)


def _called_so_elsewhere(slots: Slots, match: Match) -> bool:
    """Whether the report has the word that ends the question (棚户区) elsewhere, and not near the figure.

    It would have used that word for what the figure is of, had it meant the same.
    """
    need = weigh(slots.content, match.evidence)
    level = zone_levels(need, fact_zones(match.evidence, match.item)[: SENTENCE + 1])
    named = {i for use in need.names for i in range(use.start, use.end)}
    start = len(need.content)
    while start and level[start - 1] < 0 and start - 1 not in named:
        start -= 1
    word = _BREAK.split(need.content[start:])[-1]
    return len(word) >= _WORD and word in match.evidence.folded


_WORD = 3
_BREAK = regex("[ 年月日底末初]")


def _of_neither_end(slots: Slots, match: Match) -> bool:
    """Whether neither what opens nor what ends the content stands in the figure's sentence or heads.

    What is left between is no thing: 标准 of 建成高标准农田.
    """
    need = weigh(slots.content, match.evidence)
    told = zone_levels(need, fact_zones(match.evidence, match.item)[: SENTENCE + 1])
    words = need.content.replace(" ", "")
    letters = [level for level, char in zip(told, need.content, strict=True) if char != " "]
    known = {words[:2], words[-2:]} <= genre_pairs()
    return len(letters) > _ENDS and known and max(letters[:2] + letters[-2:]) < 0 and not need.names


_ENDS = 4


def _of_one_of_two(slots: Slots, match: Match) -> bool:
    """Whether the figure's sentence tells nothing of one of the things asked for: 旅客 of 旅客和货物."""
    need = weigh(slots.content, match.evidence)
    told = zone_levels(need, [match.evidence.sentence(match.item.sentence)])
    marks = [m.start() for m in _AND.finditer(need.content)]
    things = zip([0, *(at + 1 for at in marks)], [*marks, len(need.content)], strict=True)
    return bool(marks) and any(max(told[a:b], default=0) < 0 for a, b in things)
