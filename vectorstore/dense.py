"""Search by embedding: vectors in the catalogue, their index in Chroma.

Within given reports every vector is compared, which is exact and faster than any filter of
Chroma's; over the whole store Chroma finds the nearest.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reports.records import Chunk, Report

from . import embeddings
from .catalogue import Catalogue, batches
from .errors import StoreBusy, StoreDamaged, StoreError
from .fusion import Key
from .keyword_index import Hit
from .locking import WriterLock

if TYPE_CHECKING:
    import numpy as np

    from .chroma import ChromaIndex
    from .embeddings import Embedder, OnEmbed

_VERSION = 12
"""Characters of the digest that tell the versions of a report apart in Chroma."""
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
        self._path = path
        self._catalogue = catalogue
        self._writer = lock
        self._model = model
        self._chroma_url = chroma_url
        self._on_embed = on_embed
        self._embedder: Embedder | None = None
        self._chroma: ChromaIndex | None = None
        self._foreign = 0
        self._lock = threading.RLock()

    def close(self) -> None:
        with self._lock:
            if self._chroma is not None:
                self._chroma.close()
                self._chroma = None

    # -- the parts

    def embedder(self) -> Embedder:
        """The model, checked against the one that made the store's vectors."""
        with self._lock:
            if self._embedder is None:
                embedder = embeddings.load(self._model)
                stored = self._catalogue.meta().get("embedding_fingerprint", "")
                if stored and stored != embedder.fingerprint:
                    raise embeddings.mismatch(self._catalogue.meta()["embedding_name"], embedder.name)
                self._embedder = embedder
            return self._embedder

    def chroma(self) -> ChromaIndex:
        """The index, made anew first where it does not hold what the catalogue holds."""
        with self._lock:
            foreign = self._catalogue.foreign()
            if self._chroma is not None and self._foreign != foreign and not self._chroma_url:
                # another process wrote: an embedded client goes on showing what it once read
                self._chroma.close()
                self._chroma = None
            if self._chroma is None:
                self._chroma = self._open_whole()
            self._foreign = foreign
            return self._chroma

    def _open_whole(self) -> ChromaIndex:
        try:
            chroma = self._open()
            held = chroma.count()
        except StoreDamaged as error:
            log.warning("向量库已损坏，正由目录重建：%s", error)
            with self._writer.held():
                self._put_aside()
                chroma = self._open()
                self._fill(chroma)
            return chroma
        wanted = self._catalogue.count_chunks()
        if held != wanted:
            try:
                with self._writer.held(wait=0):
                    log.warning("向量库有 %d 个段落，目录有 %d 个，正由目录重建。", held, wanted)
                    chroma = self._made_anew(chroma)
            except StoreBusy:
                log.debug("another process is writing; the index is used as it is")
        return chroma

    def _open(self) -> ChromaIndex:
        from .chroma import ChromaIndex

        return ChromaIndex(self._path, f"reports-{self._catalogue.meta()['store_id']}", self._chroma_url)

    def _put_aside(self) -> None:
        from .chroma import FOLDER

        folder = self._path / FOLDER
        number = 1
        while (aside := self._path / f"{FOLDER}.damaged-{number}").exists():
            number += 1
        if folder.exists():
            folder.rename(aside)

    # -- writing

    def embed(self, reports: Sequence[Report]) -> dict[str, np.ndarray]:
        """Float32 vectors of the chunks of each report, by its id."""
        embedder = self.embedder()
        if not self._catalogue.meta().get("embedding_name"):
            self._catalogue.set_meta(**_traits(embedder))
        return self._encode(embedder, reports)

    def _encode(self, embedder: Embedder, reports: Sequence[Report]) -> dict[str, np.ndarray]:
        import numpy as np

        texts = [searched_text(chunk) for report in reports for chunk in report.chunks]
        vectors = embedder.encode_documents(texts, self._on_embed)
        bounds = np.cumsum([0, *(len(report.chunks) for report in reports)]).tolist()
        return {
            report.id: vectors[start:end]
            for report, start, end in zip(reports, bounds, bounds[1:], strict=False)
        }

    @staticmethod
    def pack(vectors: np.ndarray) -> bytes:
        """Vectors as they lie in the catalogue: float16, row by row."""
        return vectors.astype("<f2").tobytes()

    def _unpacked(self, report_ids: Iterable[str]) -> Iterator[tuple[str, np.ndarray]]:
        """The vectors of reports, float32 of shape (chunks, dimension), as the catalogue has them."""
        import numpy as np

        dimension = int(self._catalogue.meta().get("embedding_dimension", 1))
        for report_id, blob in self._catalogue.vectors(list(dict.fromkeys(report_ids))):
            yield report_id, np.frombuffer(blob, "<f2").astype(np.float32).reshape(-1, dimension)

    def upsert(self, reports: Iterable[tuple[str, str, np.ndarray]]) -> None:
        """Sends ``(report id, digest, vectors)`` to Chroma."""
        import numpy as np

        reports = [item for item in reports if len(item[2])]
        chroma = self.chroma()
        if reports:
            ids = [_id(i, digest, at) for i, digest, found in reports for at in range(len(found))]
            chroma.upsert(ids, np.concatenate([found for *_, found in reports]))

    def ids(self, *report_ids: str) -> list[str]:
        """The ids under which Chroma holds the chunks of reports, as the catalogue has them now."""
        found = []
        for report_id in report_ids:
            state = self._catalogue.state(report_id)
            if state is not None:
                found += [_id(report_id, state.digest, at) for at in range(state.chunks)]
        return found

    def forget(self, ids: Iterable[str]) -> None:
        """Drops vectors that nothing names any more; that this fails harms nobody."""
        gone = sorted(ids)
        if gone:
            try:
                self.chroma().delete(gone)
            except StoreError as error:
                log.warning("旧向量没有清除，下次重建时清除：%s", error)

    def rebuild(self) -> None:
        """Empties Chroma and fills it from the catalogue's vectors, embedding anew where need be."""
        embedder = embeddings.load(self._model)
        self._embedder = embedder
        if self._catalogue.meta().get("embedding_fingerprint", "") not in ("", embedder.fingerprint):
            self._embed_anew(embedder)
        with self._lock:
            self.close()
            try:
                chroma = self._made_anew(self._open())
            except StoreDamaged:
                self._put_aside()
                chroma = self._open()
                self._fill(chroma)
            # a client of another process must not go on with the files that are gone
            self._catalogue.set_meta(rebuilt=datetime.now().astimezone().isoformat(timespec="seconds"))
            self._chroma, self._foreign = chroma, self._catalogue.foreign()

    def _made_anew(self, chroma: ChromaIndex) -> ChromaIndex:
        """An index that was emptied and filled from the catalogue's vectors."""
        chroma.clear()
        if not self._chroma_url:
            # what chroma deletes goes on taking its place on the disk
            chroma.close()
            chroma.delete_files()
            chroma = self._open()
        self._fill(chroma)
        return chroma

    def _embed_anew(self, embedder: Embedder) -> None:
        packed: dict[str, bytes] = {}
        for ids in batches([entry.id for entry in self._catalogue.entries()], 16):
            vectors = self._encode(embedder, [self._catalogue.report(i) for i in ids])
            packed |= {i: self.pack(found) for i, found in vectors.items()}
        # in one commit: vectors of two models in one store could not be told apart
        self._catalogue.set_vectors(packed, **_traits(embedder))

    def _fill(self, chroma: ChromaIndex) -> None:
        import numpy as np

        for ids in batches([entry.id for entry in self._catalogue.entries()], 32):
            keys, parts = [], []
            for report_id, found in self._unpacked(ids):
                if len(found):
                    keys += self.ids(report_id)
                    parts.append(found)
            if parts:
                chroma.upsert(keys, np.concatenate(parts))

    # -- searching

    def vector(self, query: str) -> np.ndarray:
        """The question's vector, float32 of shape (dimension,)."""
        return self.embedder().encode_query(query)

    def search(self, vector: np.ndarray, k: int, report_ids: Sequence[str] | None = None) -> list[Hit]:
        """The (at most) ``k`` nearest chunks, nearest first."""
        if k < 1 or (report_ids is not None and not report_ids):
            return []
        if report_ids is not None:
            return self._exact(vector, k, report_ids)
        total = self._catalogue.count_chunks()
        if not total:
            return []
        return self._nearest(vector, k, total)

    def _nearest(self, vector: np.ndarray, k: int, total: int) -> list[Hit]:
        found = [(key.rsplit(":", 2), score) for key, score in self.chroma().query(vector, min(k, total))]
        digests = self._catalogue.digests({report_id for (report_id, _, _), _ in found})
        return [
            (report_id, int(ordinal), score)
            for (report_id, version, ordinal), score in found
            if digests.get(report_id, "")[:_VERSION] == version
        ]

    def _exact(self, vector: np.ndarray, k: int | None, report_ids: Sequence[str]) -> list[Hit]:
        hits = []
        for report_id, vectors in self._unpacked(report_ids):
            hits += [(report_id, at, score) for at, score in enumerate((vectors @ vector).tolist())]
        hits.sort(key=lambda hit: (-hit[2], hit[0], hit[1]))
        return hits[:k]

    def scores(self, vector: np.ndarray, keys: Sequence[Key]) -> dict[Key, float]:
        """The cosine of given chunks.

        From the catalogue: to fetch fifty vectors Chroma takes as long as to search all of them.
        """
        import numpy as np

        rows = self._catalogue.vector_rows(keys, _BYTES * len(vector))
        if not rows:
            return {}
        vectors = np.frombuffer(b"".join(rows.values()), "<f2").astype(np.float32)
        return dict(zip(rows, (vectors.reshape(len(rows), -1) @ vector).tolist(), strict=True))


def searched_text(chunk: Chunk) -> str:
    """What is embedded of a chunk: the heads above it and its text."""
    return "\n".join((*chunk.path, chunk.text))


def _id(report_id: str, digest: str, ordinal: int) -> str:
    return f"{report_id}:{digest[:_VERSION]}:{ordinal}"


def _traits(embedder: Embedder) -> dict[str, str]:
    return {
        "embedding_name": embedder.name,
        "embedding_dimension": str(embedder.dimension),
        "embedding_fingerprint": embedder.fingerprint,
    }
