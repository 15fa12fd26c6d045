"""Examples for the trees of ``assistant/proof/judge.py``: claims of answers, clauses of evidence."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from assistant.proof.checking import Checker
    from assistant.proof.claims import Claims
    from assistant.proof.entailing import Said
    from assistant.proof.material import Item, Known

TRUE_WEIGHT, FIGURE_WEIGHT, FALSE_WEIGHT = 2.0, 1.2, 2.0
"""Of the clauses of a written answer and of its figures, which are many, where they are true; where not."""
MADE_WEIGHT = 0.06
SWAPPED, STRANGE, DROPPED, ADDED = 0.1, 0.1, 0.05, 0.03
"""Weights of what is made from a truth: another figure, another word, a word left out, one that narrows."""
PER_QUESTION = 4
_SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]*(?:\[\d+\])*")
_WORDS = re.compile("[一-鿿]{2,}")
_CLAUSE = re.compile(r"[^,;。:!?]+")


@dataclass
class Row:
    """One claim with the marks of every place where it may be told; ``values`` float64 [places, marks].

    ``likest`` is the place that it most likely rests on, before any trees say so; ``group`` the
    falsehood that the claim is a part of; ``extra`` further marks with their weights, all of untruths.
    """

    kind: str
    false: bool
    marks: tuple[str, ...]
    values: np.ndarray
    weight: float
    group: str = ""
    likest: int = 0
    extra: list[tuple[np.ndarray, float]] = field(default_factory=list)


def _values(found: Sequence[dict[str, float]]) -> np.ndarray:
    return np.array([[float(v) for v in marks.values()] for marks in found])


def _sentences(checker: Checker, text: str) -> Iterator[Claims]:
    from assistant.proof.checking import _PREFIX, MARK
    from assistant.proof.claims import read_claims

    for sentence in _SENTENCE.findall(text):
        if not re.search(r"\w", MARK.sub("", sentence)):
            continue
        head = _PREFIX.match(sentence)
        core = re.sub(r"[\s。！？!?；;|]*$", "", sentence[head.end() if head else 0 :])
        plain, _ = checker._sums.without(core)
        claims = read_claims(plain, checker._names, checker._carried, checker._told)
        yield claims
        checker._remember(claims)


def _span(claims: Claims, false: str) -> tuple[int, int] | None:
    """Where the falsehood stands in a compact sentence; None where it does not."""
    from assistant.proof.material import compact

    told = compact(re.sub(r"\[n\]", "", false)).rstrip("。")
    at = claims.text.find(told) if told else -1
    return (at, at + len(told)) if at >= 0 else None


def figure_rows(checker: Checker, text: str, false: str, group: str) -> Iterator[Row]:
    """The figures that an answer claims, each with all printed ones that it may be."""
    from assistant.proof.entailing import said_of
    from assistant.proof.support import is_printed

    chance = random.Random(group)
    support = checker._support
    judge = support.judge
    for claims in _sentences(checker, text):
        said, span, last = said_of(claims), _span(claims, false), None
        for at, claim in enumerate(claims.figures):
            untrue = bool(span and span[0] <= claim.figure.start < span[1])
            places: list[Known] = []
            found: list[dict[str, float]] = []
            for item in checker._material.items:
                for known in item.known:
                    if not is_printed(claim, claims, item, known) or support.apart(
                        claim, claims, item, known
                    ):
                        continue
                    places.append(known)
                    rivals = support.rivals(item, known)
                    found.append(judge.figure_marks(said, at, claim, known, rivals, last))
            if false and span is None:
                continue
            if not found:
                if untrue:
                    # Caught before it comes to the trees: nothing is known of its other figures.
                    yield Row("figure", True, (), np.empty((0, 0)), 0.0, group)
                continue
            values = _values(found)
            likest = int(np.argmin([_distance(marks) for marks in found]))
            row = Row(
                "figure",
                untrue,
                tuple(found[0]),
                values,
                FALSE_WEIGHT if untrue else FIGURE_WEIGHT,
                "",
                likest,
            )
            if untrue:
                row.group = group
            else:
                row.extra = list(_altered(checker, said, at, claims, places[likest], last, chance))
                last = places[likest]
            yield row


def _distance(marks: dict[str, float]) -> float:
    return marks["own_left"] + marks["foreign"] + 0.7 * marks["context_dropped"] + 2 * marks["strange"]


def _altered(
    checker: Checker,
    said: Said,
    at: int,
    claims: Claims,
    known: Known,
    last: Known | None,
    chance: random.Random,
) -> Iterator[tuple[np.ndarray, float]]:
    """The marks of untruths made from a truth: another figure of the evidence, a word of it, a word less."""
    from assistant.evidence.fits import counted_as
    from assistant.proof.covering import Zone

    judge, claim = checker._support.judge, claims.figures[at]
    ground, _ = judge._at[id(known)]
    unit = counted_as(known.figure.base_unit)

    def marks(spoken: Said, of: Known) -> np.ndarray:
        found = judge.figure_marks(spoken, at, claim, of, [], last)
        return _values([{**found, "same_value": 1.0, "same_unit": 1.0}])[0]

    def like(item: Item) -> list[Known]:
        return [
            k
            for k in item.known
            if counted_as(k.figure.base_unit) == unit and k.figure.normal != known.figure.normal
        ]

    near = like(ground.item)
    far = [k for i in checker._material.items if i is not ground.item for k in like(i)]
    for other in chance.sample(near, min(3, len(near))) + chance.sample(far, min(1, len(far))):
        yield marks(said, other), SWAPPED
    words = _WORDS.findall(said.near[at])
    strange = [w for i in checker._material.items if i is not ground.item for w in _WORDS.findall(i.compact)]
    if said.leans[at] or not words or not strange:
        return

    def spoken(new: str) -> Said:
        texts = said.whole.text.replace(said.near[at], new) if said.near[at] in said.whole.text else new
        return replace(said, whole=Zone([texts]), near=[*said.near[:at], new, *said.near[at + 1 :]])

    for _ in range(2):
        word, other = chance.choice(words), chance.choice(strange)
        size = min(len(word), len(other), chance.choice((2, 2, 3)))
        a, b = chance.randrange(len(word) - size + 1), chance.randrange(len(other) - size + 1)
        if other[b : b + size] not in ground.whole.text:
            new = word[:a] + other[b : b + size] + word[a + size :]
            yield marks(spoken(said.near[at].replace(word, new, 1)), known), STRANGE
    beside = [w for w in _WORDS.findall(ground.item.compact) if w not in said.near[at]]
    for pool in (strange, beside, _WORDS.findall(judge._asked)):
        # 乡村游客 of 游客, 专精特新小巨人企业 of 专精特新企业
        word, other = chance.choice(words), chance.choice(pool or strange)
        put, cut = other[: chance.choice((2, 2, 3))], chance.choice((0, 0, len(word) // 2))
        if put not in ground.own(judge._at[id(known)][1]).text and put not in said.near[at]:
            new = word[:cut] + put + word[cut:]
            yield marks(spoken(said.near[at].replace(word, new, 1)), known), ADDED
    word = chance.choice(words)
    if len(word) >= 5:
        cut = chance.randrange(2, len(word) - 2)
        yield marks(spoken(said.near[at].replace(word, word[:cut] + word[cut + 2 :], 1)), known), DROPPED
        yield marks(spoken(said.near[at].replace(word, word[chance.choice((2, 3)) :], 1)), known), DROPPED


def clause_rows(checker: Checker, text: str, false: str, group: str) -> Iterator[Row]:
    """The clauses without figures of an answer, each with all sentences that may tell it."""
    from assistant.proof.faults import is_of
    from assistant.proof.telling import clauses_of

    judge = checker._support.judge
    for claims in _sentences(checker, text):
        span = _span(claims, false)
        if false and span is None:
            continue
        figures = span and any(span[0] <= c.figure.start < span[1] for c in claims.figures)
        places = [t.place for t in claims.places]
        items = [i for i in checker._material.items if all(is_of(p, i, None) for p in places)]
        for told in clauses_of(claims):
            at = claims.text.find(told.text)
            untrue = bool(span and at < span[1] and span[0] < at + len(told.text))
            if items and not (untrue and figures):
                yield _clause(
                    judge,
                    told,
                    items,
                    untrue,
                    FALSE_WEIGHT if untrue else TRUE_WEIGHT,
                    group if untrue else "",
                )


def _clause(judge: Any, told: Any, items: Sequence[Item], false: bool, weight: float, group: str = "") -> Row:
    found = [judge.clause_marks(told, item) for item in items]
    order = sorted(range(len(found)), key=lambda i: -(2 * found[i]["share"] + found[i]["whole_share"]))[:6]
    values = _values([found[i] for i in order])
    return Row("clause", false, tuple(found[0]), values, weight, group, 0)


def made_rows(items: Sequence[Item], question: str, name: str) -> Iterator[Row]:
    """Clauses made from the evidence of a question: as they stand or shortened, and wrongly put together."""
    from assistant.proof.covering import GAP, essential, letters, pieces
    from assistant.proof.judge import Judge
    from assistant.proof.material import compact
    from assistant.proof.telling import Told

    chance = random.Random(f"{name} {question}")
    judge = Judge(items, compact(question))
    pool = [
        (item, clause)
        for item in items
        for clause in _CLAUSE.findall(item.compact)
        if not re.search(r"\d", clause) and letters(essential(clause)) >= 6 and len(clause) <= 40
    ]
    if len(pool) < PER_QUESTION:
        return

    def row(text: str, false: bool) -> Iterator[Row]:
        words = GAP.join(p.words for p in pieces(text, []) if p.words)
        if letters(words) >= 4 and not (false and any(text in i.compact for i in items)):
            told = Told(text, words, alone=True)
            yield _clause(judge, told, items, false, MADE_WEIGHT * (FALSE_WEIGHT if false else 1.0))

    for item, clause in chance.sample(pool, PER_QUESTION):
        parts = clause.split("、")
        yield from row("、".join([parts[0], *parts[2:]]) if len(parts) > 3 else clause, False)
        if len(parts) > 1 and min(map(len, parts)) >= 4:
            a, b = sorted(chance.sample(range(len(parts)), 2))
            half = chance.randrange(2, len(parts[a]) - 1)
            mixed = parts[a][:half] + parts[b][chance.randrange(2, len(parts[b]) - 1) :]
            yield from row(mixed if b == len(parts) - 1 else mixed + parts[-1], True)
        others = [p for p in pool if p[1] != clause]
        beside = [p for p in others if p[0] is item]
        _, other = chance.choice(beside if beside and chance.random() < 0.6 else others)
        cut, rest = chance.randrange(3, max(4, len(clause) - 2)), chance.randrange(2, max(3, len(other) - 3))
        yield from row(clause[:cut] + other[rest:], True)
        words, strange = _WORDS.findall(clause), _WORDS.findall(other)
        if words and strange:
            word, put = chance.choice(words), chance.choice(strange)[: chance.choice((2, 3, 4))]
            size = min(len(put), len(word))
            at = chance.choice((0, len(word) - size))
            yield from row(clause.replace(word, word[:at] + put + word[at + size :], 1), True)
