"""One writer at a time: a file lock that also says who holds it."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import StoreBusy, StoreNotFound, StoreNotWritable

if TYPE_CHECKING:
    from filelock import BaseFileLock

_WAIT = 0.8
_POLL = 0.02


class WriterLock:
    """Taken by whoever writes; the same thread may take it again while it holds it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / "writer.lock"
        self._owner = folder / "writer.pid"
        self._threads = threading.RLock()
        self._depth = 0

    @contextmanager
    def held(self, wait: float = _WAIT, *, patient: bool = True, create: bool = False) -> Iterator[bool]:
        """Yields whether this is the outermost taking; waits at most ``wait`` seconds.

        A ``patient`` caller waits for other threads of this process as long as they write.
        ``create`` makes the folder. Raises StoreBusy, StoreNotFound or StoreNotWritable.
        """
        if not self._threads.acquire(blocking=patient):
            raise StoreBusy(f"本程序正在写入资料库 {self._folder}，请等它结束后再试。")
        try:
            if self._depth:
                yield False
                return
            lock = self._acquired(wait, create)
            self._depth += 1
            try:
                yield True
            finally:
                self._depth -= 1
                lock.release()
        finally:
            self._threads.release()

    def _acquired(self, wait: float, create: bool) -> BaseFileLock:
        from filelock import FileLock, Timeout

        lock = FileLock(self._path, is_singleton=False)
        try:
            if create:
                self._folder.mkdir(parents=True, exist_ok=True)
            elif not self._folder.is_dir():
                raise StoreNotFound(
                    f"资料库的文件夹不见了：{self._folder}。请把它放回原处，或重新运行 ingest.py 入库。"
                )
            lock.acquire(timeout=wait, poll_interval=_POLL)
            self._owner.write_text(str(os.getpid()), "ascii")
        except Timeout as error:
            raise StoreBusy(
                f"另一个程序（进程号 {self._holder()}）正在写入资料库 {self._folder}，请等它结束后再试。"
            ) from error
        except OSError as error:
            lock.release(force=True)
            raise StoreNotWritable(
                f"资料库不能写入：{self._folder}。请检查权限和磁盘空间，或换一个文件夹。"
            ) from error
        return lock

    def taken(self) -> bool:
        """Whether another thread or process holds it now."""
        from filelock import FileLock, Timeout

        if not self._threads.acquire(blocking=False):
            return True
        try:
            if not self._depth:
                FileLock(self._path, is_singleton=False, timeout=0).acquire().lock.release()
            return False
        except Timeout:
            return True
        except OSError:
            return False
        finally:
            self._threads.release()

    def _holder(self) -> str:
        try:
            return self._owner.read_text("ascii")
        except OSError:
            return "未知"
