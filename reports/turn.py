"""Where a report turns from looking back to planning.

Most reports say so in their heads; others tell it only by how they speak: 完成、实现了 before the turn,
要、力争、加快 after it. The character pairs that tell the two apart, with their weights (naive Bayes
log odds), were learned from the sentences of reports whose heads do say it. A report looks back
first and plans then, so that one turn is sought: the section before which the most sentences look back
and from which the most plan. ``python -m reports.train_turn FOLDER`` learns them anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from reports.patterns import regex

from .text import plain

WEIGHTS = Path(__file__).with_name("turn_pairs.txt")
_MOST = 6.0
"""One sentence counts no more than this, however many telling pairs it holds."""
_DIGITS = regex(r"\d+")


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """Pair → log odds of planning over looking back. One line: the weight, then its pairs."""
    found: dict[str, float] = {}
    for line in WEIGHTS.read_text(encoding="utf-8").splitlines():
        weight, pairs = line.split("\t")
        found |= dict.fromkeys(pairs.split(" "), float(weight))
    return found


def pairs_of(sentence: str) -> set[str]:
    """The character pairs of a sentence, every number in it one sign."""
    text = _DIGITS.sub("#", plain(sentence))
    return {text[i : i + 2] for i in range(len(text) - 1)}


def plans(sentence: str) -> float:
    """Above 0 where the sentence speaks like a plan, below 0 where it looks back."""
    told = weights()
    return max(-_MOST, min(_MOST, sum(told.get(pair, 0.0) for pair in pairs_of(sentence))))


def spoken_in(sentences: Iterable[tuple[int, str]], sections: int) -> list[float]:
    """For each of ``sections`` sections how much its sentences speak like a plan (above 0) or look back.

    ``sentences`` are the ordinals of their sections and their texts.
    """
    by_section = [0.0] * sections
    for section, text in sentences:
        by_section[section] += plans(text)
    return by_section


def turn_in(sentences: Sequence[str]) -> int:
    """The number of the first of ``sentences`` that plans, where they look back first and plan then."""
    return cut([plans(text) for text in sentences])


def cut(scores: Sequence[float]) -> int:
    """Where to cut ``scores`` so that what is before it is lowest, and what is after it highest."""
    lowest, turn, before = 0.0, 0, 0.0
    for ordinal, score in enumerate(scores, 1):
        before += score
        if before < lowest:
            lowest, turn = before, ordinal
    return turn
