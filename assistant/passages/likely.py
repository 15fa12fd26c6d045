"""Which sentence answers an open question, learned: for where words alone leave it open.

How much of a question's words a sentence covers does not tell everyday words (老楼没梯子, 加装电梯) from
another matter. Boosted trees over the marks below were trained by ``python -m
assistant.training.passages`` on the open development questions, of which half of those in
``corpus_openly_dev`` ask for what the report does not tell.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from ..evidence.matching import Need, sentence_coverage, zone_levels
from ..evidence.trees import Trees, lost_words
from ..questions.kinds import asks_why
from ..questions.slots import Slots
from .leanings import asks_how
from .presupposed import borne_out, little_told, name_lost, told_of
from .ranking import Found
from .spoken import content_for
from .sufficing import enough
from .topics import weigh_open

TREES = Path(__file__).with_name("likely_trees.json")
LIKELY = 0.6
"""From this on a sentence answers that covers too little of the question's words. Of the questions in
``corpus_openly_heldout``, none of which was trained on, it lets through 14 right answers, one that is wrong
and four to what the report does not tell."""
LOOKED_AT = 8
_NEAR = 0.1
_RARE = 3
_MOST_USED, _LONGEST, _LONGEST_TEXT = 20, 30, 200


def likeliest(slots: Slots, found: Sequence[Found]) -> tuple[list[Found], float]:
    """``found`` with the likeliest of the first ``LOOKED_AT`` in front, and how likely it answers, 0 to 1."""
    if not found:
        return [], 0.0
    looked_at = found[:LOOKED_AT]
    odds = [_trees().likelihood(marks_of(slots, looked_at, at)) for at in range(len(looked_at))]
    best = max(range(len(odds)), key=odds.__getitem__)
    return [found[best], *(f for f in found if f is not found[best])], odds[best]


@lru_cache(maxsize=1)
def _trees() -> Trees:
    return Trees.read(json.loads(TREES.read_text(encoding="utf-8")))


def marks_of(slots: Slots, found: Sequence[Found], at: int) -> dict[str, float]:
    """What the sentence ``found[at]`` of the best, best first, is judged by: each mark by its name."""
    own, best = found[at], found[0]
    evidence, sentence = own.evidence, own.evidence.sentences[own.index]
    head = evidence.paths.get(own.section, "")
    need = weigh_open(content_for(slots, evidence), evidence)
    level = zone_levels(need, [sentence, head])
    lost = lost_words(need, level, evidence.folded)
    others = [f for f in found if f is not own]
    second = max((f.score for f in others), default=0.0)
    letters = [i for i, char in enumerate(need.content) if char != " "]
    return {
        "covered": own.covered,
        "told": own.told,
        "score": own.score,
        "gap": own.score - second,
        "covered_gap": own.covered - max((f.covered for f in others), default=0.0),
        "behind": own.score - best.score,
        "place": float(at),
        "near": sum(f.score > own.score - _NEAR for f in others),
        "together": sum(f.section == own.section for f in others[:3]),
        "told_of": told_of(slots, own),
        "sentence": sentence_coverage(need, [(sentence, 1.0)]),
        "literal": sentence_coverage(replace(need, alike=()), [(sentence, 1.0)]),
        "head": sentence_coverage(need, [(head, 1.0)]),
        "run": lost.run,
        "stretches": lost.stretches,
        "here": lost.here,
        "genre": lost.genre,
        "spoken": lost.spoken,
        "tail_told": any(level[i] >= 0 for i in letters[-2:]),
        "head_told": any(level[i] >= 0 for i in letters[:2]),
        "length": min(len(letters), _LONGEST),
        "text_length": min(len(own.text), _LONGEST_TEXT),
        "how": asks_how(slots.text),
        "why": bool(asks_why(slots.text)),
        "list": slots.task == "list",
        "planned": slots.nature == "目标",
        "inherited": bool(slots.inherited),
        "named": bool(need.names),
        "enough": own.covered >= enough(slots, own),
        "borne_out": borne_out(slots, own),
        "name_lost": name_lost(slots, own),
        "little_told": little_told(slots, own),
        **_rarest(need, own, sentence),
    }


def _rarest(need: Need, own: Found, sentence: str) -> dict[str, float]:
    """How the rare words of a question fare: those that few sentences of the report use, or none."""
    used = {pair: own.evidence.folded.count(pair) for _, pair in need.pairs}
    written = [pair for pair, count in used.items() if count]
    least = min((used[pair] for pair in written), default=0)
    rare = [pair for pair in written if used[pair] <= _RARE]
    return {
        "rare": min(least, _MOST_USED),
        "rarest_told": any(used[pair] == least and pair in sentence for pair in written),
        "rare_told": sum(pair in sentence for pair in rare) / max(1, len(rare)),
        "unwritten": (len(used) - len(written)) / max(1, len(used)),
    }
