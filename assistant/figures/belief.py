"""Whether a figure is what a question asks for: learned from questions whose answers are known.

How much of a question's words a figure covers does not tell a wording that reports put otherwise
(招揽游客, 接待游客) from another matter (制造业投资, 工业技改投资). What tells them apart is how the words
fall: which are lost and whether the report uses them elsewhere, what of the figure's own words
nobody asked for, how far the next figure is behind. Boosted trees over these marks were trained by
``python -m assistant.training.belief`` on the development questions, on figures asked by their own
names, and on names that other reports have and this one has not.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from reports.text import plain

from ..evidence.fits import Wanted, time_fits
from ..evidence.matches import Match
from ..evidence.matching import (
    AFTER,
    CLAUSE,
    LEAD,
    SENTENCE,
    Need,
    fact_zones,
    own_words,
    zone_levels,
)
from ..evidence.trees import Trees, lost_words
from ..questions.slots import Slots
from .precision import precision

TREES = Path(__file__).with_name("belief_trees.json")
BELIEVED = 0.4
"""Below this a figure is not stated. Judged by trees that had not seen the set it stops 22 of 47 wrong
answers, 54 of 75 answers to what a report has not and 5 of 1,634 right ones. Of figures that cover too few
of a question's words it lets 13 of 23 right ones through, 9 of 32 wrong ones and 13 of 179 absent ones."""
SURE = 0.8
"""From this on a figure is stated even where what its words leave out speaks against it. On the development
sets that is four right answers more and none that is wrong or absent; from 0.6 on it is five and five."""
BELIEVED_TOGETHER = 0.15
"""The same for a figure that is set against another one."""
_LONG = 14
_MANY = 8
_FAR = 0.3


def marks_of(
    slots: Slots, need: Need, match: Match, ranked: Sequence[Match], same: Sequence[Match]
) -> dict[str, float]:
    """What belief is judged by, each mark by its name. ``same`` are those of ``ranked`` with its figure."""
    fact, evidence = match.fact, match.evidence
    level = _levels(need, match)
    letters = [i for i, char in enumerate(need.content) if char != " "]
    lost = lost_words(need, level, evidence.folded)

    def covered(zones: range) -> float:
        return sum(need.weights[i] for i in letters if level[i] in zones) / need.total

    def nearest(at: Sequence[int]) -> int:
        return min((level[i] for i in at if level[i] >= 0), default=99)

    tail, head = nearest(letters[-2:]), nearest(letters[:2])
    own = own_words(need, match.item)
    asked = need.asked + plain(slots.text)
    unasked = sum(own[i : i + 2] not in asked for i in range(len(own) - 1))
    others = [m.score for m in ranked if m not in same]
    wanted = Wanted((), slots.years[0] if slots.years else None, slots.nature)
    return {
        "covered": match.covered,
        "strict": match.strict,
        "near": covered(range(AFTER + 1)),
        "clause": covered(range(CLAUSE + 1)),
        "sentence": covered(range(SENTENCE + 1)),
        "run": lost.run,
        "stretches": lost.stretches,
        "here": lost.here,
        "genre": lost.genre,
        "spoken": lost.spoken,
        "tail_near": tail <= AFTER,
        "tail_clause": tail <= CLAUSE,
        "tail_lost": tail > SENTENCE,
        "head_near": head <= AFTER,
        "head_lost": head > SENTENCE,
        "precision": precision(need, match.item),
        "unasked": min(unasked, _MANY) / _MANY,
        "unit": bool(slots.unit),
        "unit_same": bool(slots.unit) and slots.unit == fact.base_unit,
        "measure": bool(slots.measure),
        "growth": slots.measure == "增速",
        "time": time_fits(wanted, fact, evidence.entry.identity.year),
        "length": min(len(need.content), _LONG) / _LONG,
        "named": bool(need.names),
        "named_so": any(fact.name == use.name for use in need.names),
        "standard": bool(fact.name),
        "gap": max(-_FAR, min(_FAR, match.score - max(others, default=0.0))),
        "inherited": bool(slots.inherited),
        "own_other": len(own) > 3 and not any(own[i : i + 2] in asked for i in (0, 1)),
    }


def _levels(need: Need, match: Match) -> list[int]:
    """``zone_levels`` of a figure; a standard name counts as a whole: 0 where it is the figure's, else -1."""
    zones = fact_zones(match.evidence, match.item)
    level = zone_levels(need, zones)
    for use in need.names:
        spelled = any(s in text for s in use.spellings for text in zones[: LEAD + 1])
        zone = 0 if match.fact.name == use.name or spelled else -1
        level[use.start : use.end] = [zone] * (use.end - use.start)
    return level


@lru_cache(maxsize=1)
def _trees() -> Trees:
    return Trees.read(json.loads(TREES.read_text(encoding="utf-8")))


def belief(marks: dict[str, float]) -> float:
    """How likely, 0 to 1, a figure with these marks is what the question asks for."""
    return _trees().likelihood(marks)
