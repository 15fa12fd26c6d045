"""How well the words of a question are covered by a fact or a sentence.

Every character of the question's content carries a weight, the rarer in the report the heavier.
It is covered to the degree of the best zone (the figure's own words, its clause, its sentence, the
heads above it) that holds a character pair it belongs to. A standard name (GDP) is covered as a
whole by any of its aliases.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from reports.indicators import aliases_of, find_names

from .evidence import Evidence, FactText, plain

NEAR, AFTER, CLAUSE, SENTENCE, PATH, BESIDE = 1.0, 0.92, 0.8, 0.55, 0.6, 0.3
_LIGHT = frozenset("的了是有在为和及与各个等中上下年月日这那其被把对向从到个并新全共总多大小")
_UNSEEN = 3.2


@dataclass(frozen=True, slots=True)
class NameUse:
    """A standard name in the content: its span, its name and every spelling of it."""

    start: int
    end: int
    name: str
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """A question's content, weighed against one report."""

    content: str
    pairs: tuple[tuple[int, str], ...]
    weights: tuple[float, ...]
    names: tuple[NameUse, ...]
    total: float


def weigh(content: str, evidence: Evidence) -> Need:
    """The content of a question with each character's weight in one report."""
    text = plain(content.replace(" ", "\n")) if " " not in content else " ".join(plain(w) for w in content.split())
    uses = tuple(
        NameUse(m.start, m.end, m.name, tuple(plain(a) for a in aliases_of(m.name))) for m in find_names(text)
    )
    named = {i for u in uses for i in range(u.start, u.end)}
    folded = evidence.folded
    length = len(folded) + 1
    pairs: list[tuple[int, str]] = []
    weights = [0.0] * len(text)
    cache: dict[str, float] = {}
    for i, char in enumerate(text):
        if char == " ":
            continue
        if i + 1 < len(text) and text[i + 1] != " " and not (i in named and i + 1 in named):
            pairs.append((i, text[i : i + 2]))
        if char not in cache:
            count = folded.count(char)
            rarity = math.log(length / (1 + count)) / math.log(length)
            cache[char] = (0.25 if char in _LIGHT else 1.0) * (0.4 + rarity)
        weights[i] = cache[char]
    for use in uses:
        # A name is one idea, however long it is written.
        share = 2.6 / (use.end - use.start)
        for i in range(use.start, use.end):
            weights[i] = share
    return Need(text, tuple(pairs), tuple(weights), uses, sum(weights) or 1.0)


def coverage(need: Need, zones: Sequence[tuple[str, float]], name: str = "") -> float:
    """The covered share of the content's weight, 0 to 1. ``zones`` are (folded text, credit)."""
    best = [0.0] * len(need.content)
    for i, pair in need.pairs:
        for text, credit in zones:
            if pair in text:
                if credit > best[i]:
                    best[i] = credit
                if credit > best[i + 1]:
                    best[i + 1] = credit
                break
    for use in need.names:
        credit = _name_credit(use, zones, name)
        for i in range(use.start, use.end):
            best[i] = credit
    _single_characters(need, zones, best)
    return sum(w * b for w, b in zip(need.weights, best, strict=True)) / need.total


def _name_credit(use: NameUse, zones: Sequence[tuple[str, float]], name: str) -> float:
    if name == use.name:
        return NEAR
    for number, (text, credit) in enumerate(zones):
        if any(s in text for s in use.spellings) and any(m.name == use.name for m in find_names(text)):
            # Another indicator's figure in the same clause: the name there is not this figure's.
            return min(credit, 0.45) if name or number else credit * 0.85
    return 0.0


def _single_characters(need: Need, zones: Sequence[tuple[str, float]], best: list[float]) -> None:
    for i, char in enumerate(need.content):
        if best[i] == 0.0 and char != " " and zones and char in zones[0][0]:
            best[i] = 0.35


def fact_zones(evidence: Evidence, item: FactText) -> list[tuple[str, float]]:
    """Where the words of a question about this fact may stand, nearest first."""
    sentences = evidence.sentences
    sentence = sentences[item.sentence] if item.sentence < len(sentences) else ""
    return [
        (item.near, NEAR),
        (item.after, AFTER),
        (item.clause, CLAUSE),
        (evidence.paths.get(item.fact.section, ""), PATH),
        (sentence, SENTENCE),
    ]


def precision(need: Need, item: FactText) -> float:
    """The share of the figure's own words that the question speaks of, 0 to 1."""
    own = plain(item.fact.indicator) or item.after
    if not own:
        return 0.0
    asked = need.content + "".join(s for u in need.names for s in u.spellings)
    covered = sum(1 for i in range(len(own) - 1) if own[i : i + 2] in asked)
    return covered / max(1, len(own) - 1)
