"""Search by embedding: vectors in the catalogue, their index in Chroma.

Within given reports every vector is compared, which is exact and faster than any filter of
Chroma's; over the whole store Chroma finds the nearest.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reports.records import Chunk, Report

from . import embeddings
from .catalogue import Catalogue, batches
from .errors import ServerUnavailable, StoreBusy, StoreDamaged, StoreError, StoreNotWritable
from .fusion import Key
from .kept_vectors import KeptVectors, chunk_of, current, of_reports
from .keyword_index import Hit
from .locking import WriterLock
from .vector_index import VectorIndex

if TYPE_CHECKING:
    import numpy as np

    from .embeddings import Embedder, OnEmbed

_EXACT = 100_000
"""Up to so many chunks are compared one by one where Chroma cannot be asked (1 s)."""
_MORE = 4
"""So many times more is asked of Chroma where some of what it found is not confirmed."""
_BYTES = 2
"""Bytes of one number of a vector in the catalogue."""

log = logging.getLogger(__name__)


class DenseSearch:
    """The dense leg of a store. Loads its model, numpy and Chroma when first asked."""

    def __init__(
        self,
        path: Path,
        catalogue: Catalogue,
        lock: WriterLock,
        model: str,
        chroma_url: str,
        on_embed: OnEmbed | None,
    ) -> None:
        self._catalogue = catalogue
        self._kept = KeptVectors(catalogue)
        self._model = model
        self._on_embed = on_embed
        self._embedder: Embedder | None = None
        self._lock = threading.RLock()
        self._said = ""
        self.index = VectorIndex(path, catalogue, lock, chroma_url)

    def close(self) -> None:
        self.index.close()

    # -- the parts

    def embedder(self) -> Embedder:
        """The model, checked against the one that made the store's vectors.

        At every call: another process may have made them anew with another one. Raises EmbeddingMismatch.
        """
        with self._lock:
            embedder = self._embedder or embeddings.load(self._model)
            meta = self._catalogue.meta()
            if meta.get("embedding_fingerprint", "") not in ("", embedder.fingerprint):
                raise embeddings.mismatch(meta["embedding_name"], embedder.name)
            self._embedder = embedder
            return embedder

    @contextmanager
    def _of_one_model(self) -> Iterator[None]:
        """Around the reading of vectors: raises EmbeddingMismatch where another model's came in meanwhile."""
        try:
            yield
        finally:
            self.embedder()

    # -- writing

    def embed(
        self, reports: Sequence[Report], known: Mapping[str, np.ndarray] | None = None
    ) -> dict[str, np.ndarray]:
        """Float32 vectors of the chunks of each report, by its id; ``known`` has some by their text."""
        embedder = self.embedder()
        if not self._catalogue.meta().get("embedding_name"):
            self._catalogue.set_meta(**_traits(embedder))
        return self._encode(embedder, reports, known or {})

    def _encode(
        self, embedder: Embedder, reports: Sequence[Report], known: Mapping[str, np.ndarray]
    ) -> dict[str, np.ndarray]:
        import numpy as np

        texts = [searched_text(chunk) for report in reports for chunk in report.chunks]
        new = [at for at, text in enumerate(texts) if text not in known]
        vectors = np.zeros((len(texts), embedder.dimension), np.float32)
        vectors[new] = embedder.encode_documents([texts[at] for at in new], self._on_embed)
        for at, text in enumerate(texts) if known else ():
            if text in known:
                vectors[at] = known[text]
        bounds = np.cumsum([0, *(len(report.chunks) for report in reports)]).tolist()
        return {
            report.id: vectors[start:end]
            for report, start, end in zip(reports, bounds, bounds[1:], strict=False)
        }

    @staticmethod
    def pack(vectors: np.ndarray) -> bytes:
        """Vectors as they lie in the catalogue: float16, row by row."""
        return vectors.astype("<f2").tobytes()

    def upsert(self, reports: Iterable[tuple[str, str, np.ndarray]]) -> None:
        """Sends ``(report id, digest, vectors)`` to Chroma; once more where that had to be mended first."""
        reports = [item for item in reports if len(item[2])]
        if not reports:
            return
        try:
            with self.index.lent(writing=True) as chroma:
                chroma.upsert(*of_reports(reports))
        except StoreDamaged as error:
            log.warning("%s", error)
            with self.index.lent(writing=True) as chroma:
                chroma.upsert(*of_reports(reports))

    def ids(self, *report_ids: str) -> list[str]:
        """The ids under which Chroma holds the chunks of reports, as the catalogue has them now."""
        return self._kept.ids(*report_ids)

    def forget(self, ids: Iterable[str]) -> None:
        """Drops vectors that nothing names any more; that this fails harms nobody."""
        gone = sorted(ids)
        if gone:
            try:
                with self.index.lent(writing=True) as chroma:
                    chroma.delete(gone)
            except StoreError as error:
                log.warning("旧向量没有清除，下次重建时清除：%s", error)

    def rebuild(self) -> None:
        """Empties Chroma and fills it from the catalogue's vectors, embedding anew where need be."""
        embedder = embeddings.load(self._model)
        self._embedder = embedder
        if self._catalogue.meta().get("embedding_fingerprint", "") not in ("", embedder.fingerprint):
            self._embed_anew(embedder)
        self.index.rebuild()

    def compact(self) -> None:
        """Makes Chroma's files anew from the same vectors, and deletes those that were put aside."""
        self.index.rebuild()
        self.index.delete_damaged()

    def settle(self) -> None:
        """To be called at the end of a turn of writing: keeps the index small, and marks it as sound."""
        self.index.settle()

    def _embed_anew(self, embedder: Embedder) -> None:
        packed: dict[str, bytes] = {}
        for ids in batches([entry.id for entry in self._catalogue.entries()], 16):
            vectors = self._encode(embedder, [self._catalogue.report(i) for i in ids], {})
            packed |= {i: self.pack(found) for i, found in vectors.items()}
        # in one commit: vectors of two models in one store could not be told apart
        self._catalogue.set_vectors(packed, **_traits(embedder))

    # -- searching

    def vector(self, query: str) -> np.ndarray:
        """The question's vector, float32 of shape (dimension,)."""
        return self.embedder().encode_query(query)

    def search(self, vector: np.ndarray, k: int, report_ids: Sequence[str] | None = None) -> list[Hit]:
        """The (at most) ``k`` nearest chunks, nearest first."""
        if k < 1 or (report_ids is not None and not report_ids):
            return []
        with self._of_one_model():
            return self._found(vector, k, report_ids)

    def _found(self, vector: np.ndarray, k: int, report_ids: Sequence[str] | None) -> list[Hit]:
        if report_ids is not None:
            return self._exact(vector, k, report_ids)
        total = self._catalogue.count_chunks()
        if not total:
            return []
        try:
            return self._nearest(vector, k, total)
        except (StoreBusy, StoreDamaged, StoreNotWritable, ServerUnavailable) as error:
            if total > _EXACT:
                raise
            self._say(error)
            return self._exact(vector, k, [entry.id for entry in self._catalogue.entries()])

    def _say(self, error: StoreError) -> None:
        """Tells once why Chroma is not asked; that another process writes is nothing to tell."""
        again = isinstance(error, StoreBusy) or str(error) == self._said
        log.log(logging.DEBUG if again else logging.WARNING, "逐一比较目录里的向量：%s", error)
        self._said = str(error)

    def _nearest(self, vector: np.ndarray, k: int, total: int) -> list[Hit]:
        wanted = min(k, total)
        hits: list[Hit] = []
        # Chroma may hold what a writer has not confirmed yet: it must not take the place of another.
        for asked in (wanted, min(_MORE * wanted, total)):
            with self.index.lent() as chroma:
                found = [(chunk_of(key), score) for key, score in chroma.query(vector, asked)]
            digests = self._catalogue.digests({report_id for (report_id, _, _), _ in found})
            hits = [
                (report_id, ordinal, score)
                for (report_id, version, ordinal), score in found
                if current(digests.get(report_id, ""), version)
            ]
            if len(hits) >= wanted:
                break
        self._said = ""
        return hits[:wanted]

    def _exact(self, vector: np.ndarray, k: int | None, report_ids: Sequence[str]) -> list[Hit]:
        hits = []
        for report_id, vectors in self._kept.unpacked(report_ids):
            hits += [(report_id, at, score) for at, score in enumerate((vectors @ vector).tolist())]
        hits.sort(key=lambda hit: (-hit[2], hit[0], hit[1]))
        return hits[:k]

    def scores(self, vector: np.ndarray, keys: Sequence[Key]) -> dict[Key, float]:
        """The cosine of given chunks.

        From the catalogue: to fetch fifty vectors Chroma takes as long as to search all of them.
        """
        import numpy as np

        with self._of_one_model():
            rows = self._catalogue.vector_rows(keys, _BYTES * len(vector))
        if not rows:
            return {}
        vectors = np.frombuffer(b"".join(rows.values()), "<f2").astype(np.float32)
        return dict(zip(rows, (vectors.reshape(len(rows), -1) @ vector).tolist(), strict=True))


def searched_text(chunk: Chunk) -> str:
    """What is embedded of a chunk: the heads above it and its text."""
    return "\n".join((*chunk.path, chunk.text))


def _traits(embedder: Embedder) -> dict[str, str]:
    return {
        "embedding_name": embedder.name,
        "embedding_dimension": str(embedder.dimension),
        "embedding_fingerprint": embedder.fingerprint,
    }
