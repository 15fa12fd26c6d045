"""What is learned: boosted trees, and the marks of what a text leaves out of a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from typing import Any

from reports.genre import genre_pairs

from .matching import Need


@dataclass(frozen=True, slots=True)
class Trees:
    """Boosted trees: the log odds that they start from, and what each adds.

    A node is ``[mark, threshold, left, right]``, left where the mark is at most the threshold; a
    leaf is a number.
    """

    marks: tuple[str, ...]
    start: float
    trees: tuple[list, ...]

    @classmethod
    def read(cls, told: dict[str, Any]) -> Trees:
        """The trees that a file tells: ``marks``, ``start`` and ``trees``."""
        return cls(tuple(told["marks"]), told["start"], tuple(told["trees"]))

    def likelihood(self, marks: dict[str, float]) -> float:
        """How likely what has these marks is what the trees were trained to find, 0 to 1."""
        return 1.0 / (1.0 + exp(-self.odds(marks)))

    def odds(self, marks: dict[str, float]) -> float:
        """The log odds of a set of marks."""
        values = [float(marks[name]) for name in self.marks]
        total = self.start
        for nodes in self.trees:
            node = nodes[0]
            while isinstance(node, list):
                mark, threshold, left, right = node
                node = nodes[left if values[mark] <= threshold else right]
            total += node
        return total


@dataclass(frozen=True, slots=True)
class Lost:
    """The words of a question that stand nowhere near what may answer it, as shares of their weight.

    ``run`` is the longest stretch; ``here`` words that the report uses elsewhere, ``genre`` those
    that only other reports use, ``spoken`` those that none does.
    """

    run: float
    stretches: int
    here: float
    genre: float
    spoken: float


def lost_words(need: Need, level: Sequence[int], folded: str) -> Lost:
    """What of a need has no ``level`` (-1), beside the report's whole text ``folded``."""
    genre = genre_pairs()
    run = longest = here = usual = spoken = 0.0
    stretches, before = 0, -2
    for i, char in enumerate(need.content):
        if level[i] >= 0 or char == " ":
            continue
        weight = need.weights[i]
        stretches += i != before + 1
        run = weight + (run if i == before + 1 else 0.0)
        longest, before = max(longest, run), i
        pairs = [need.content[j : j + 2] for j in (i - 1, i) if j >= 0]
        pairs = [pair for pair in pairs if len(pair) == 2 and " " not in pair]
        if any(pair in folded for pair in pairs):
            here += weight
        elif any(pair in genre for pair in pairs):
            usual += weight
        else:
            spoken += weight
    total = need.total
    return Lost(longest / total, stretches, here / total, usual / total, spoken / total)
