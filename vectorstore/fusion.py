"""Joining the two searches' results."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence

Key = tuple[str, int]
"""Report id and chunk ordinal."""

_NARROWED = 0.15
"""Share of the cosine inside a few given reports. Keywords lead: a small model is the weaker leg."""
_WIDE = 0.35
"""Most that the cosine counts over the whole store, where it also tells the reports apart."""
_RIVAL = 10


def weight(keyword_scores: Iterable[float], *, narrowed: bool) -> float:
    """The cosine's share, 0 to 1, for a question with these BM25 scores.

    Over the whole store it shrinks where few passages come near the best one: words that single out
    a passage need no second opinion, and without this the weaker leg would pull good hits down.
    """
    if narrowed:
        return _NARROWED
    best = heapq.nlargest(_RIVAL, keyword_scores)
    return _WIDE * best[-1] / best[0] if best else 1.0


def fuse(keyword: Mapping[Key, float], dense: Mapping[Key, float], weight: float) -> list[tuple[Key, float]]:
    """Weighted sum of BM25 over its best and of the cosine; best first.

    Scores and not ranks are added: by rank a poor leg's first result counts as much as a good one's.
    """
    top = max(keyword.values(), default=0.0) or 1.0
    scores = {
        key: (1 - weight) * keyword.get(key, 0.0) / top + weight * max(dense.get(key, 0.0), 0.0)
        for key in {*keyword, *dense}
    }
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


def settled(fused: Sequence[tuple[Key, float]], k: int, weight: float) -> bool:
    """Whether no passage that only the dense search would find can come among the first ``k``.

    Such a passage has no BM25 score and a cosine of at most 1.
    """
    return len(fused) >= k and (k < 1 or fused[k - 1][1] > weight)
