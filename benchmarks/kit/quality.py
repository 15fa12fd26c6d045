"""Questions with known evidence, and where in a result list the evidence comes."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kit.watch import ROOT

sys.path.insert(0, str(ROOT))

KINDS = ("value", "target", "passage", "duty")
"""Kinds of gold questions whose evidence is a passage: the others need none, several, or a history."""
DEPTHS = (1, 5, 10, 20)
Found = Sequence[tuple[str, str]]
"""``(name of the text, passage)``, best first."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question. ``rank`` tells where the first passage with all its evidence stands, from 1, or 0.

    ``together`` is the number of passages that hold the evidence between them, or 0.
    """

    text: str
    rank: Callable[[Found], int]
    together: Callable[[Found], int]


def gold_questions(files: Sequence[Path]) -> list[Asked]:
    """The gold questions whose evidence is a passage of a report."""
    from evaluate import Gold, load_gold

    def kept(gold: Gold) -> bool:
        return gold.answerable and not gold.history and gold.kind in KINDS

    return [_of_gold(gold.q, gold.must, gold.src) for gold in load_gold(files) if kept(gold)]


def _of_gold(question: str, must: list[list[str]], sources: list[str]) -> Asked:
    from evaluate import holds, normalize

    beginnings = tuple(name.removesuffix(".txt") for name in sources)

    def proven(text: str) -> bool:
        plain = normalize(text)
        return all(any(holds(plain, wanted) for wanted in group) for group in must)

    def rank(found: Found) -> int:
        for number, (name, text) in enumerate(found, 1):
            if name.startswith(beginnings) and proven(text):
                return number
        return 0

    def together(found: Found) -> int:
        text = ""
        for number, (name, passage) in enumerate(found, 1):
            if name.startswith(beginnings):
                text += passage + "\n"
                if proven(text):
                    return number
        return 0

    return Asked(question, rank, together)


def squad(path: Path) -> tuple[dict[str, str], list[Asked]]:
    """Passages by name, and the questions about them; the evidence is the passage."""
    passages: dict[str, str] = {}
    names: dict[str, str] = {}
    asked = []
    for article in json.loads(path.read_text("utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            text = paragraph["context"].strip()
            name = names.setdefault(text, f"{len(names):05d}")
            passages[name] = text
            asked += [_of_passage(qa["question"], name) for qa in paragraph["qas"]]
    return passages, asked


def _of_passage(question: str, wanted: str) -> Asked:
    def rank(found: Found) -> int:
        order = list(dict.fromkeys(name for name, _ in found))
        return order.index(wanted) + 1 if wanted in order else 0

    return Asked(question, rank, rank)


def score(asked: Sequence[Asked], found: Sequence[Found]) -> dict[str, float]:
    """Per cent of the questions with a hit in the first 1, 5, 10, 20, and the mean reciprocal rank.

    ``all@5`` counts evidence that only several passages hold together.
    """
    ranks = [question.rank(results) for question, results in zip(asked, found, strict=True)]
    whole = [question.together(results) for question, results in zip(asked, found, strict=True)]
    count = max(1, len(ranks))
    figures = {f"hit@{depth}": 100 * sum(0 < r <= depth for r in ranks) / count for depth in DEPTHS}
    figures["mrr@10"] = sum(1 / r for r in ranks if 0 < r <= 10) / count
    figures["all@5"] = 100 * sum(0 < r <= 5 for r in whole) / count
    return figures
