"""Joining the two searches' results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Key = tuple[str, int]
"""Report id and chunk ordinal."""


@dataclass(frozen=True, slots=True)
class Blend:
    """What counts how much beside the squared share of the best BM25 score.

    ``cosine`` is for a passage that the keyword search found too, ``alone`` for one that only the dense
    search found; ``lead`` is for the keyword search's first, half of it for its second, and so on.
    """

    cosine: float
    alone: float
    lead: float


WIDE = Blend(1.2, 0.4, 0.15)
"""Over the whole store. Fitted on one half of each set of questions; the other half shows no loss."""
NARROWED = Blend(0.5, 0.5, 0.0)
"""Inside a few given reports, where the cosine need not tell the reports apart."""


def fuse(keyword: Mapping[Key, float], dense: Mapping[Key, float], blend: Blend) -> list[tuple[Key, float]]:
    """BM25 over its best, squared, and the cosine, added; best first.

    The square is what keeps the better leg's good hits: a passage near the best BM25 score loses little
    by the square and one at half of it most, so that the cosine chooses among near ties and no more.
    By rank alone a poor leg's first result would count as much as a good one's.
    """
    top = max(keyword.values(), default=0.0) or 1.0
    scores = {key: blend.alone * max(cosine, 0.0) for key, cosine in dense.items()}
    best_first = sorted(keyword, key=lambda key: (-keyword[key], key))
    for rank, key in enumerate(best_first, 1):
        cosine = max(dense.get(key, 0.0), 0.0)
        scores[key] = (keyword[key] / top) ** 2 + blend.cosine * cosine + blend.lead / rank
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


def settled(fused: Sequence[tuple[Key, float]], k: int, blend: Blend) -> bool:
    """Whether no passage that only the dense search would find can come among the first ``k``.

    Such a passage has a cosine of at most 1.
    """
    return len(fused) >= k and (k < 1 or fused[k - 1][1] > blend.alone)
