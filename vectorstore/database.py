"""A SQLite file for many threads: connections, transactions, and errors in the room's words."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import StoreBusy, StoreDamaged, StoreError, StoreNotFound, StoreNotWritable

_PRAGMAS = ("foreign_keys = ON", "synchronous = NORMAL", "mmap_size = 268435456", "temp_store = MEMORY")
_WAIT = 10.0


class Database:
    """A SQLite file whose connections are lent for one use each, so that any thread may ask."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.written = 0
        """How many transactions were committed here."""
        self._counting = threading.Lock()
        """Held where a commit and its count must be seen together."""
        self._idle: deque[sqlite3.Connection] = deque()
        self._file = 0
        self._closed = False

    def _connect(self) -> sqlite3.Connection:
        # a folder that cannot be written cannot hold the shared memory that SQLite's log needs
        fixed = self.path.is_file() and not os.access(self.path.parent, os.W_OK)
        uri = self.path.absolute().as_uri() + ("?immutable=1" if fixed else "")
        # lent to one thread at a time, though not always the one that opened it
        db = sqlite3.connect(uri, timeout=_WAIT, isolation_level=None, check_same_thread=False, uri=True)
        for pragma in _PRAGMAS:
            db.execute(f"PRAGMA {pragma}")
        return db

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lends a connection; SQLite's errors come out as the room's.

        Raises StoreBusy, StoreNotWritable or StoreDamaged.
        """
        db: sqlite3.Connection | None = None
        try:
            db = self._lend()
            yield db
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.Error as error:
            raise self._explain(error) from error
        finally:
            if db is not None:
                self._take_back(db)

    def _lend(self) -> sqlite3.Connection:
        self._look()
        try:
            return self._idle.pop()
        except IndexError:
            return self._connect()

    def _look(self) -> None:
        """Sees to it that the file is still the one that was opened: SQLite would go on with one deleted."""
        try:
            number = self.path.stat().st_ino
        except FileNotFoundError:
            number = 0
        except OSError as error:
            raise StoreNotWritable(f"资料库读不到：{self.path}（{error.strerror}）。请检查磁盘。") from error
        if number != self._file and self._file:
            raise StoreNotFound(f"资料库不见了或被换过：{self.path}。请放回原处或重新入库，再打开程序。")
        self._file = number

    def _take_back(self, db: sqlite3.Connection) -> None:
        if db.in_transaction:
            db.execute("ROLLBACK")
        if self._closed:
            db.close()
        else:
            self._idle.append(db)

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Lends a connection to which the file looks the same from the first read to the last."""
        with self.reading() as db:
            db.execute("BEGIN")
            yield db

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A write transaction that also moves the generation on; undone whole on any error."""
        with self.reading() as db:
            db.execute("BEGIN IMMEDIATE")
            yield db
            db.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
            with self._counting:
                db.execute("COMMIT")
                self.written += 1

    def _explain(self, error: sqlite3.Error) -> StoreError:
        text = str(error)
        if "locked" in text or "busy" in text:
            return StoreBusy(f"资料库正被另一个程序写入：{self.path}。请等它结束后再试。")
        if "readonly" in text or "unable to open" in text or "read-only" in text:
            return StoreNotWritable(f"资料库不能写入：{self.path}。请检查文件夹的权限，或换一个文件夹。")
        if "full" in text or "disk I/O" in text:
            return StoreNotWritable(f"磁盘已满或出错，没有写入：{self.path}。请腾出空间后再试。")
        return StoreDamaged(f"资料库已损坏，无法读取：{self.path}（{text}）。请移走这个文件夹，再重新入库。")

    def close(self) -> None:
        """Closes what is idle; what is lent is closed when it comes back."""
        self._closed = True
        while self._idle:
            self._idle.pop().close()
