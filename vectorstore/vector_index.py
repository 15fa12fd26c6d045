"""The vectors' index, kept whole: opened and tried, and made anew from the catalogue where need be."""

from __future__ import annotations

import logging
import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from . import health
from .catalogue import Catalogue, batches
from .errors import ServerUnavailable, StoreBusy, StoreDamaged, StoreError, StoreNotWritable
from .kept_vectors import KeptVectors
from .locking import WriterLock

if TYPE_CHECKING:
    from .chroma import ChromaIndex

_REST = 15.0
"""Seconds in which an index that failed is not tried again, so that only one question waits for it."""
_PATIENCE = 2.0
"""Seconds that a reader waits while another opens the index or makes it anew."""
_USERS_END = 30.0
"""Seconds for the questions under way to end before the index is closed."""
_SLACK = 8 * 2**20
"""Bytes that an index may take beyond thrice what a fresh one would."""

log = logging.getLogger(__name__)


class VectorIndex:
    """Chroma's index of the vectors in the catalogue. Threads may share it."""

    def __init__(self, path: Path, catalogue: Catalogue, lock: WriterLock, chroma_url: str) -> None:
        self._path = path
        self._catalogue = catalogue
        self._kept = KeptVectors(catalogue)
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
        with self._turn(patient=writing):
            if self._failure and not writing and time.monotonic() < self._failure[0]:
                raise type(self._failure[1])(*self._failure[1].args)
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

    @contextmanager
    def _turn(self, *, patient: bool) -> Iterator[None]:
        """Holds the lock; who is not patient does not wait for an opening that takes long."""
        if not self._free.acquire(timeout=-1 if patient else _PATIENCE):
            raise StoreBusy(f"向量库正在打开或重建：{self._path}，请稍后再试。")
        try:
            yield
        finally:
            self._free.release()

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
        try:
            sound = not self._folder.exists() or health.untouched(self._path, self._folder)
            if not sound and (found := health.ailment(self._path, self._collection, *self._kept.sample())):
                raise StoreDamaged(found)
            chroma = self._counted(self._open())
            self._warm(chroma)
        except StoreDamaged as error:
            chroma = self._replaced(error)
        health.mark(self._path, self._folder)
        return chroma

    def _warm(self, chroma: ChromaIndex) -> None:
        """Asks a question: only then does chroma read its files, and touch them."""
        import numpy as np

        if self._catalogue.count_chunks():
            chroma.query(np.ones(self._kept.dimension, np.float32), 1)

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
                chroma = self._made_anew(chroma)
                self._tell()
                return chroma
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
            self._tell()
            return chroma

    # -- making anew

    def rebuild(self) -> None:
        """Empties the index and fills it from the catalogue's vectors."""
        with self._free:
            self._close()
            try:
                self._chroma = self._made_anew(self._open())
            except StoreDamaged as error:
                self._chroma = self._replaced(error)
            self._tell()
            self._foreign = self._catalogue.foreign()
            self._failure = None
            self._mark()

    def _tell(self) -> None:
        """Tells other processes that the files are new: none must go on with those that are gone."""
        self._catalogue.set_meta(rebuilt=datetime.now().astimezone().isoformat(timespec="seconds"))

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
            for report_id, found in self._kept.unpacked(ids):
                if len(found):
                    keys += self._kept.ids(report_id)
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
        size = health.size(self._folder)
        fresh = self._catalogue.count_chunks() * (4 * self._kept.dimension + 1000)
        return size > 3 * fresh + _SLACK
