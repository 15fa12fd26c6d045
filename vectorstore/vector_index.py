"""The vectors' index, kept whole: opened and tried, and made anew from the catalogue where need be."""

from __future__ import annotations

import logging
import os
import shutil
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from . import health
from .catalogue import Catalogue, batches
from .errors import ServerUnavailable, StoreBusy, StoreDamaged, StoreError, StoreNotWritable
from .locking import WriterLock

if TYPE_CHECKING:
    import numpy as np

    from .chroma import ChromaIndex

_VERSION = 12
"""Characters of the digest that tell the versions of a report apart in Chroma."""
_SAMPLES = 200
"""Chunks by which an index is tried."""
_REST = 15.0
"""Seconds in which an index that failed is not tried again, so that only one question waits for it."""
_USERS_END = 30.0
_SLACK = 8 * 2**20
"""Bytes that an index may take beyond thrice what a fresh one would."""

log = logging.getLogger(__name__)


class VectorIndex:
    """Chroma's index of the vectors in the catalogue. Threads may share it."""

    def __init__(self, path: Path, catalogue: Catalogue, lock: WriterLock, chroma_url: str) -> None:
        self._path = path
        self._catalogue = catalogue
        self._writer = lock
        self._url = chroma_url
        self._chroma: ChromaIndex | None = None
        self._foreign = 0
        self._users = 0
        self._failure: tuple[float, StoreError] | None = None
        self._free = threading.Condition(threading.RLock())

    # -- lending

    @contextmanager
    def lent(self, *, writing: bool = False) -> Iterator[ChromaIndex]:
        """Lends the index, made whole first; what goes wrong meanwhile has it tried anew.

        A reader is refused at once for a while after a failure; a writer never. Raises StoreBusy
        while another process writes, StoreDamaged, StoreNotWritable or ServerUnavailable.
        """
        with self._free:
            if self._failure and not writing and time.monotonic() < self._failure[0]:
                raise self._failure[1]
            try:
                chroma = self._current()
            except (ServerUnavailable, StoreDamaged, StoreNotWritable) as error:
                self._failure = time.monotonic() + _REST, error
                raise
            self._failure = None
            self._users += 1
        broken: StoreError | None = None
        try:
            yield chroma
        except (StoreDamaged, ServerUnavailable) as error:
            broken = error
            raise
        finally:
            with self._free:
                self._users -= 1
                self._free.notify_all()
            if broken:
                self._suspect(chroma, broken)

    def _suspect(self, chroma: ChromaIndex, error: StoreError) -> None:
        """Has an index that failed opened and tried anew; a server is left alone for a while."""
        with self._free:
            if self._url:
                self._failure = time.monotonic() + _REST, error
            else:
                health.forget(self._path)
            if self._chroma is chroma:
                self._close()

    def _current(self) -> ChromaIndex:
        # another process wrote: an embedded client goes on showing what it once read
        while self._chroma is not None and not self._url and self._foreign != self._catalogue.foreign():
            self._close()
        if self._chroma is None:
            foreign = self._catalogue.foreign()
            self._chroma = self._opened()
            self._foreign = foreign
        return self._chroma

    def _close(self) -> None:
        """Closes the index once nobody uses it any more."""
        self._free.wait_for(lambda: not self._users, _USERS_END)
        if self._chroma is not None:
            self._chroma.close()
            self._chroma = None

    def close(self) -> None:
        with self._free:
            self._close()

    # -- opening

    def _opened(self) -> ChromaIndex:
        if self._url:
            return self._counted(self._open())
        if not os.access(self._path, os.W_OK):  # chroma writes to whatever it opens
            raise StoreNotWritable(f"向量库所在的文件夹不能写入：{self._path}。请检查文件夹的权限。")
        if self._writer.taken():
            raise StoreBusy(f"另一个程序正在写入资料库 {self._path}，向量库等它写完再打开。")
        ids, vectors = self._sample()
        try:
            sound = not self._folder.exists() or health.untouched(self._path, self._folder)
            if not sound and (found := health.ailment(self._path, self._collection, ids, vectors)):
                raise StoreDamaged(found)
            chroma = self._counted(self._open())
            if len(vectors):
                chroma.query(vectors[0], 1)  # only a question has chroma read the files
        except StoreDamaged as error:
            chroma = self._replaced(error)
        health.mark(self._path, self._folder)
        return chroma

    @property
    def _folder(self) -> Path:
        from .chroma import FOLDER

        return self._path / FOLDER

    @property
    def _collection(self) -> str:
        return f"reports-{self._catalogue.meta()['store_id']}"

    def _open(self) -> ChromaIndex:
        from .chroma import ChromaIndex

        return ChromaIndex(self._path, self._collection, self._url)

    def _counted(self, chroma: ChromaIndex) -> ChromaIndex:
        """The index, made anew where it holds more or less than the catalogue."""
        held, wanted = chroma.count(), self._catalogue.count_chunks()
        if held == wanted:
            return chroma
        try:
            with self._writer.held(wait=0, patient=False):
                log.warning("向量库有 %d 个段落，目录有 %d 个，正由目录重建。", held, wanted)
                return self._made_anew(chroma)
        except StoreBusy:
            chroma.close()
            raise

    def _replaced(self, error: StoreError) -> ChromaIndex:
        """An index made anew beside the damaged one, which is put aside."""
        with self._writer.held(patient=False):
            number = 1
            while (aside := self._folder.with_name(f"{self._folder.name}.damaged-{number}")).exists():
                number += 1
            log.warning("向量库已损坏（%s），移到 %s，正由目录重建。", error, aside.name)
            if self._folder.exists():
                self._folder.rename(aside)
            chroma = self._open()
            self._fill(chroma)
            return chroma

    # -- what the catalogue has

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

        dimension = int(self._catalogue.meta().get("embedding_dimension", 1))
        for ids in batches(list(dict.fromkeys(report_ids)), 32):
            for report_id, blob in self._catalogue.vectors(ids):
                yield report_id, np.frombuffer(blob, "<f2").astype(np.float32).reshape(-1, dimension)

    def _sample(self) -> tuple[list[str], np.ndarray]:
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

    # -- making anew

    def rebuild(self) -> None:
        """Empties the index and fills it from the catalogue's vectors."""
        with self._free:
            self._close()
            try:
                self._chroma = self._made_anew(self._open())
            except StoreDamaged as error:
                self._chroma = self._replaced(error)
            # a client of another process must not go on with the files that are gone
            self._catalogue.set_meta(rebuilt=datetime.now().astimezone().isoformat(timespec="seconds"))
            self._foreign = self._catalogue.foreign()
            self._failure = None
            self._mark()

    def delete_damaged(self) -> None:
        """Deletes what was put aside as damaged."""
        for aside in self._path.glob(f"{self._folder.name}.damaged-*"):
            shutil.rmtree(aside, ignore_errors=True)

    def _made_anew(self, chroma: ChromaIndex) -> ChromaIndex:
        """An index that was emptied and filled from the catalogue's vectors."""
        chroma.clear()
        if not self._url:
            # what chroma deletes goes on taking its place on the disk
            chroma.close()
            chroma.delete_files()
            chroma = self._open()
        self._fill(chroma)
        return chroma

    def _fill(self, chroma: ChromaIndex) -> None:
        import numpy as np

        for ids in batches([entry.id for entry in self._catalogue.entries()], 32):
            keys, parts = [], []
            for report_id, found in self.unpacked(ids):
                if len(found):
                    keys += self.ids(report_id)
                    parts.append(found)
            if parts:
                chroma.upsert(keys, np.concatenate(parts))

    # -- after writing

    def settle(self) -> None:
        """To be called at the end of a turn of writing: makes a swollen index anew, marks it as sound."""
        with self._free:
            if self._chroma is None or self._url:
                return
            if self._swollen():
                log.info("向量库里旧的太多，正由目录重建。")
                self.rebuild()
            self._mark()

    def _mark(self) -> None:
        if not self._url:
            health.mark(self._path, self._folder)

    def _swollen(self) -> bool:
        """Whether what was deleted, whose place Chroma never gives back, takes most of the disk."""
        size = sum(path.stat().st_size for path in self._folder.rglob("*") if path.is_file())
        dimension = int(self._catalogue.meta().get("embedding_dimension", 1))
        fresh = self._catalogue.count_chunks() * (4 * dimension + 1000)
        return size > 3 * fresh + _SLACK


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
