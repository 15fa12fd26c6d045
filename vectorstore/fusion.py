"""Joining the two searches' results."""

from __future__ import annotations

from collections.abc import Mapping

Key = tuple[str, int]
"""Report id and chunk ordinal."""

DENSE_WEIGHT = 0.35
"""Share of the cosine. The keyword score leads: the dense leg of a small model is the weaker one."""


def fuse(
    keyword: Mapping[Key, float], dense: Mapping[Key, float], weight: float = DENSE_WEIGHT
) -> list[tuple[Key, float]]:
    """Weighted sum of BM25 over its best and of the cosine; best first.

    Scores and not ranks are added: by rank a poor leg's first result counts as much as a good one's.
    """
    top = max(keyword.values(), default=0.0) or 1.0
    scores = {
        key: (1 - weight) * keyword.get(key, 0.0) / top + weight * max(dense.get(key, 0.0), 0.0)
        for key in {*keyword, *dense}
    }
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))
