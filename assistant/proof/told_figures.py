"""Figures that an answer has told and that were found printed: what they are called, how they compare."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ..evidence.fits import counted_as
from .claims import Claim
from .material import Item, Known

_ROUNDED = Decimal("0.01")
"""What rounding may take or add, as a share of the amount."""
_RESULTS = frozenset(["实绩", "预计", "初步核算", "累计", ""])


@dataclass(frozen=True, slots=True)
class Term:
    """A printed figure with what the answer calls it; ``index`` is its claim in the sentence, -1 earlier.

    ``tails``: the answer tells it nowhere, but by these words, with one of these behind them; to be proved.
    """

    item: Item
    known: Known
    words: str
    places: tuple[str, ...]
    years: tuple[tuple[int, int], ...]
    index: int = -1
    start: int = -1
    tails: tuple[str, ...] | None = None


def labels(term: Term) -> frozenset[str]:
    years = " ".join(f"{y}年" for span in term.years for y in span)
    return pieces_of(f"{term.words}　{'　'.join(term.places)}　{years}")


def pieces_of(text: str) -> frozenset[str]:
    """Character pairs of words and whole years."""
    plain = re.sub(r"[^\w]", "　", text)
    years = set(re.findall(r"(?:19|20)\d\d", plain))
    words = re.sub(r"[\da-z]+|增速|增幅|增长|目标|比重", "　", plain)
    return frozenset(
        years | {words[i : i + 2] for i in range(len(words) - 1) if "　" not in words[i : i + 2]}
    )


def alike(a: Term, b: Term, *, of_part: bool = False) -> bool:
    """Whether two figures can be reckoned with: one unit, year, nature and measure, and no bounds."""
    one, two = a.known, b.known
    if one.fact is None or two.fact is None or one is two:
        return False
    if counted_as(one.figure.base_unit) != counted_as(two.figure.base_unit):
        return False
    bounds = {one.figure.bound or one.fact.bound, two.figure.bound or two.fact.bound}
    if bounds - {"", "~"} or len(bounds) > 1 or (of_part and bounds != {""}):
        return False
    if (one.fact.nature in _RESULTS) != (two.fact.nature in _RESULTS):
        return False
    if a.years == b.years and (one.fact.year, one.fact.period) != (two.fact.year, two.fact.period):
        return False
    apart = a.item.place != b.item.place or one.fact.place != two.fact.place
    if apart and a.places == b.places and of_part:
        return False
    levels = ("水平", "增量")
    return one.fact.measure == two.fact.measure or {one.fact.measure, two.fact.measure} <= set(levels)


def amount(term: Term) -> Decimal:
    return Decimal(str(term.known.figure.normal))


def equals(claim: Claim, amount: Decimal) -> bool:
    said = Decimal(str(claim.figure.normal))
    return abs(said - amount) <= Decimal("1e-9") * abs(amount)


def rounds(claim: Claim, amount: Decimal) -> bool:
    """Whether the claim is the amount, rounded to the places that it has."""
    said = f"{claim.figure.value:.10g}"
    places = len(said.partition(".")[2])
    near = abs(Decimal(said) - amount) <= Decimal("0.5") * Decimal(10) ** -places
    # 两倍 of 2.3倍 is no rounding.
    return near and abs(Decimal(said) - amount) <= _ROUNDED * amount


def plain(term: Term, first: Term | None = None) -> str:
    """The number of a figure as it is printed; in another unit than the first's in that one's."""
    figure, by = term.known.figure, (first or term).known.figure
    if figure.multiplier == by.multiplier:
        return f"{figure.value:.10g}"
    scale = Decimal(str(by.normal)) / Decimal(str(by.value)) if by.value else Decimal(1)
    return f"{Decimal(str(figure.normal)) / scale:.10g}"


def written(claim: Claim, first: Term | None = None) -> str:
    if first is not None and first.known.figure.multiplier != claim.figure.multiplier:
        by = first.known.figure
        scale = Decimal(str(by.normal)) / Decimal(str(by.value)) if by.value else Decimal(1)
        return f"{Decimal(str(claim.figure.normal)) / scale:.10g}"
    return f"{claim.figure.value:.10g}"
