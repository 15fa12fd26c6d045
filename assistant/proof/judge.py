"""Judges whether evidence entails what an answer says, by trees over how its words fall on that evidence.

The trees were trained by ``benchmarks/judge.py`` on written answers, true and false, and on clauses made
from reports; what it prints was judged by trees that had not seen the set.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path

from ..evidence.trees import Trees
from . import entailing, telling
from .claims import Claim
from .covering import Ground, Zone
from .faults import DONE
from .material import Item, Known

TREES = Path(__file__).with_name("judge_trees.json")
ENTAILED, HEADED, OTHER, NARROWED, DOUBTED, ADDED = 0.06, 0.1, 0.2, 0.3, 0.4, 0.7
"""Below this a figure is not taken for what a sentence says of it; the others where the sentence puts a word
of its own before the figure's (乡村 before 游客), where it has words that are in no evidence or another
figure's in the place of the figure's own, where the report narrows the figure to a part, where another check
objects or the sentence leans on a figure of elsewhere, and where words of the question alone narrow what is
told (技改 beside 重点项目)."""
_WORD = 2
_NEAR = 6
"""Sentences of the evidence, the likest to a clause, that it is held against."""
TOLD, ALONE = 0.05, 0.08
"""The same for clauses without figures; the second where a sentence has no figures that carry it."""


@lru_cache(maxsize=1)
def _trees() -> dict[str, Trees]:
    told = json.loads(TREES.read_text(encoding="utf-8"))
    return {kind: Trees.read(trees) for kind, trees in told.items()}


def likely(kind: str, marks: dict[str, float]) -> float:
    """How likely, 0 to 1, a claim with these marks is entailed. ``kind``: figure or clause."""
    return _trees()[kind].likelihood(marks)


class Judge:
    """Judges the sentences of one answer. ``asked`` is the compact question, ``before`` what was said."""

    def __init__(self, items: Sequence[Item], asked: str) -> None:
        self._grounds = {i.number: Ground(i) for i in items}
        self._asked, self.before = asked, ""
        self._context: entailing.Context | None = None

    def prepare(self) -> None:
        """Reads all evidence now, so that no sentence has to wait for it."""
        for ground in self._grounds.values():
            ground.own_zones  # noqa: B018
        self._at  # noqa: B018
        self.context  # noqa: B018

    @cached_property
    def _at(self) -> dict[int, tuple[Ground, int]]:
        """Where each known figure is printed, by its identity."""
        return {id(k): (g, i) for g in self._grounds.values() for i, k in enumerate(g.item.known)}

    def remember(self, text: str) -> None:
        """Another compact sentence of the answer: what it says needs not be said again."""
        self.before += text
        self._context = None

    @property
    def context(self) -> entailing.Context:
        """What a sentence may lean on."""
        if self._context is None:
            self._context = entailing.context_of(self._asked, self.before, self._everywhere)
        return self._context

    @cached_property
    def _everywhere(self) -> Zone:
        return Zone(f"{g.whole.text}\n{g.heads.text}" for g in self._grounds.values())

    def figure_marks(
        self,
        said: entailing.Said,
        at: int,
        claim: Claim,
        known: Known,
        rivals: Sequence[Known],
        last: Known | None,
    ) -> dict[str, float]:
        """The marks of claim ``at`` of a sentence on a printed figure."""
        ground, index = self._at[id(known)]
        others = [g.own(i) for g, i in (self._at[id(k)] for k in rivals)]
        before = self._at[id(last)] if last is not None else None
        return entailing.marks_of(said, at, claim, ground, index, others, self.context, before)

    def entails(
        self,
        said: entailing.Said,
        at: int,
        claim: Claim,
        known: Known,
        rivals: Sequence[Known],
        last: Known | None,
        *,
        doubted: bool = False,
    ) -> bool:
        """Whether the printed figure is what the claim says it is; ``doubted``: another check objects."""
        marks = self.figure_marks(said, at, claim, known, rivals, last)
        # 项目23个、总投资5亿元: what leans on a figure is the next of its kind in the report, too.
        least = HEADED if marks["headed"] >= _WORD else ENTAILED
        if min(marks["replaced"], marks["strange"]) >= _WORD or (
            marks["foreign"] >= 2 * _WORD and marks["margin"] < 0
        ):
            least = OTHER
        # All that is said of it is another figure's of the same sentence.
        doubted = doubted or bool(marks["better"] and not marks["leans"])
        least = DOUBTED if doubted or marks["moved"] else NARROWED if marks["narrowed"] else least
        least = ADDED if marks["asked_helps"] >= _WORD else least
        return not marks["skipped"] and likely("figure", marks) >= least

    def clause_marks(self, told: telling.Told, item: Item) -> dict[str, float]:
        """The marks of a clause without a figure on a sentence of the evidence."""
        return telling.marks_of(told, self._grounds[item.number], self.context)

    def tells(self, told: telling.Told, items: Sequence[Item]) -> bool:
        """Whether one of the sentences tells the clause."""
        least = ALONE if told.alone else TOLD
        near = sorted(items, key=lambda i: -self._grounds[i.number].whole.share(told.words))[:_NEAR]
        marks = (self.clause_marks(told, item) for item in near)
        done = DONE.search(told.text)

        def holds(m: dict[str, float]) -> bool:
            # What the report only plans is no more than planned, in whatever words it is told as done.
            false = m["mixed"] or m["swapped"] or m["usurped"] or (done and m["planned"])
            return not false and likely("clause", m) >= least

        return any(map(holds, marks))
