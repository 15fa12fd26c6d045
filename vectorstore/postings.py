"""The keyword index of the whole store: posting lists in SQLite, scored with numpy.

A segment is an immutable index of some thousand chunks. Each of its terms has one row whose blob
holds the chunks' places in the segment (uint16) and how often the term occurs there (uint8).
SQLite's own FTS5 needs several times as long for a question (its BM25 reads every posting list
twice, a row at a time) and its rank cannot be confined to the reports that may answer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .keyword import K1, WORD, B

if TYPE_CHECKING:
    import numpy as np

SEGMENT_LIMIT = 12_000
"""Chunks after which a segment is full and is merged no more (a place in it is a uint16)."""
POSTING = 3
"""Bytes of a posting."""


def term_key(term: str) -> int:
    """The key of a term: its two characters side by side, or a hash of the word."""
    if len(term) == 2 and not WORD.fullmatch(term):
        return ord(term[0]) << 21 | ord(term[1])
    return int.from_bytes(hashlib.blake2b(term.encode(), digest_size=8).digest()) >> 2 | 1 << 62


@dataclass(frozen=True, slots=True)
class Segment:
    """Arrays over the chunks of a segment, each of length n.

    ``ordinals`` in their report (uint32), ``reports`` the numbers of the reports (uint32),
    ``lengths`` in characters of what they are found by (float32).
    """

    ordinals: np.ndarray
    reports: np.ndarray
    lengths: np.ndarray


def build(texts: Sequence[str]) -> Iterator[tuple[int, bytes]]:
    """``(term key, postings)`` for the folded texts of a segment, in ascending order of keys."""
    import numpy as np

    if not texts:
        return
    keys, places = _occurrences(texts)
    terms, term = np.unique(keys, return_inverse=True)
    pairs, counts = np.unique(term.astype(np.int64) * len(texts) + places, return_counts=True)
    where = (pairs % len(texts)).astype("<u2")
    often = np.minimum(counts, 255).astype("u1")
    bounds = np.searchsorted(pairs // len(texts), np.arange(len(terms) + 1)).tolist()
    where_bytes, often_bytes = where.tobytes(), often.tobytes()
    for key, start, end in zip(terms.tolist(), bounds, bounds[1:], strict=False):
        yield key, where_bytes[2 * start : 2 * end] + often_bytes[start:end]


def _occurrences(texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """The key of every occurrence of a term, and the text that it stands in."""
    import numpy as np

    joined = "\n".join(texts)
    points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4")
    sizes = np.array([len(text) + 1 for text in texts], np.int64)
    owner = np.repeat(np.arange(len(texts), dtype=np.int64), sizes)[: len(points)]
    han = ((points >= 0x4E00) & (points <= 0x9FFF)) | ((points >= 0x3400) & (points <= 0x4DBF))
    han |= ((points >= 0x20000) & (points <= 0x3FFFF)) | (points == 0x3007)
    pair = np.flatnonzero(han[:-1] & han[1:])
    keys = points[pair].astype(np.int64) << 21 | points[pair + 1]
    known: dict[str, int] = {}
    words, starts = [], []
    for match in WORD.finditer(joined):
        word = match.group()
        key = known.get(word)
        if key is None:
            key = known[word] = term_key(word)
        words.append(key)
        starts.append(match.start())
    return (
        np.concatenate([keys, np.array(words, np.int64)]),
        np.concatenate([owner[pair], owner[np.array(starts, np.int64)]]),
    )


def frequency(postings: bytes) -> int:
    """How many chunks a posting list names."""
    return len(postings) // POSTING


def joined(segments: Sequence[Segment]) -> Segment:
    """All segments as one, one after the other."""
    import numpy as np

    def whole(part: str, kind: str) -> np.ndarray:
        return np.concatenate([np.zeros(0, kind), *(getattr(segment, part) for segment in segments)])

    return Segment(whole("ordinals", "<u4"), whole("reports", "<u4"), whole("lengths", "<f4"))


def score(
    segment: Segment,
    lists: Sequence[tuple[int, bytes, float]],
    mean_length: float,
    allowed: np.ndarray | None,
) -> np.ndarray:
    """BM25 of every chunk of the segment; 0 where ``allowed`` (bool per chunk) is False.

    ``lists`` holds for each term, and for each of the segments that were joined, where that one begins,
    its posting list and its weight (idf times occurrences in the question). All lists go through numpy
    at once: a call costs more than the some hundred postings of a list.
    """
    import numpy as np

    sizes = [frequency(postings) for _, postings, _ in lists]
    where = np.frombuffer(b"".join(p[: 2 * n] for (_, p, _), n in zip(lists, sizes, strict=True)), "<u2")
    often = np.frombuffer(b"".join(p[2 * n :] for (_, p, _), n in zip(lists, sizes, strict=True)), "u1")
    places = where + np.repeat(np.array([begin for begin, *_ in lists], np.int64), sizes)
    weights = np.repeat(np.array([(K1 + 1) * weight for *_, weight in lists]), sizes)
    norms = K1 * (1 - B) + (K1 * B / mean_length) * segment.lengths[places]
    scores = np.bincount(places, weights * often / (often + norms), len(segment.ordinals))
    if allowed is not None:
        scores[~allowed] = 0
    return scores


def best(scores: np.ndarray, k: int) -> np.ndarray:
    """The places of the (at most) k highest scores above 0, in no order; more where some are equal."""
    import numpy as np

    floor = 0.0
    if len(scores) > SEGMENT_LIMIT:
        # what is better than the best of a part of them is little enough to be compared
        first = best(scores[:SEGMENT_LIMIT], k)
        floor = float(scores[first].min()) if len(first) >= k else 0.0
    found = np.flatnonzero(scores >= floor if floor else scores > 0)
    if k >= len(found):
        return found
    those = scores[found]
    return found[those >= np.partition(those, -k)[-k]]
