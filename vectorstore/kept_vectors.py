"""The vectors in the catalogue, and the ids under which Chroma holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from .catalogue import Catalogue, batches

if TYPE_CHECKING:
    import numpy as np

_VERSION = 12
"""Characters of the digest that tell the versions of a report apart in Chroma."""
_SAMPLES = 200
"""Chunks by which an index is tried."""


class KeptVectors:
    """The vectors as the catalogue keeps them: float16, row by row, one blob for each report."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    @property
    def dimension(self) -> int:
        return int(self._catalogue.meta().get("embedding_dimension", 1))

    def ids(self, *report_ids: str) -> list[str]:
        """The ids under which Chroma holds the chunks of reports, as the catalogue has them now."""
        found = []
        for report_id in report_ids:
            state = self._catalogue.state(report_id)
            if state is not None:
                found += [chunk_id(report_id, state.digest, at) for at in range(state.chunks)]
        return found

    def unpacked(self, report_ids: Iterable[str]) -> Iterator[tuple[str, np.ndarray]]:
        """The vectors of reports, float32 of shape (chunks, dimension), as the catalogue has them."""
        import numpy as np

        dimension = self.dimension
        for ids in batches(list(dict.fromkeys(report_ids)), 32):
            for report_id, blob in self._catalogue.vectors(ids):
                yield report_id, np.frombuffer(blob, "<f2").astype(np.float32).reshape(-1, dimension)

    def sample(self) -> tuple[list[str], np.ndarray]:
        """Chunks spread over the whole catalogue, and their vectors; those without a word left out."""
        import numpy as np

        reports = [entry.id for entry in self._catalogue.entries() if entry.chunks]
        reports = reports[:: max(len(reports) // _SAMPLES, 1)]
        each = -(-_SAMPLES // max(len(reports), 1))
        ids: list[str] = []
        kept: list[np.ndarray] = [np.zeros((0, 1), np.float32)]
        for report_id, vectors in self.unpacked(reports):
            at = np.flatnonzero(vectors.any(axis=1))
            at = at[:: max(len(at) // each, 1)][:each]
            names = self.ids(report_id)
            ids += [names[n] for n in at.tolist()]
            kept.append(vectors[at])
        return ids, np.concatenate(kept[1:] or kept)


def chunk_id(report_id: str, digest: str, ordinal: int) -> str:
    """Under which Chroma holds a chunk: its report's version is part of it."""
    return f"{report_id}:{digest[:_VERSION]}:{ordinal}"


def chunk_of(key: str) -> tuple[str, str, int]:
    """Report id, version and ordinal of an id of ``chunk_id``."""
    report_id, version, ordinal = key.rsplit(":", 2)
    return report_id, version, int(ordinal)


def current(digest: str, version: str) -> bool:
    """Whether a version is the one that the catalogue has now."""
    return bool(digest) and digest[:_VERSION] == version


def of_reports(reports: Sequence[tuple[str, str, np.ndarray]]) -> tuple[list[str], np.ndarray]:
    """The ids and the vectors, one below the other, of ``(report id, digest, vectors)``."""
    import numpy as np

    ids = [chunk_id(i, digest, at) for i, digest, found in reports for at in range(len(found))]
    # rounded as in the catalogue, so that an index made anew from there gives the same answers
    return ids, np.concatenate([found for *_, found in reports]).astype("<f2").astype(np.float32)
