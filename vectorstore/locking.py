"""One writer at a time: a file lock that also says who holds it."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import StoreBusy, StoreNotWritable

_WAIT = 1.0


class WriterLock:
    """Taken by whoever writes; the same thread may take it again while it holds it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / "writer.lock"
        self._owner = folder / "writer.pid"
        self._threads = threading.RLock()
        self._depth = 0

    @contextmanager
    def held(self, wait: float = _WAIT) -> Iterator[bool]:
        """Yields whether this is the outermost taking; waits at most ``wait`` seconds.

        Raises StoreBusy or StoreNotWritable.
        """
        from filelock import FileLock, Timeout

        # the limit also holds between threads of one process: each waits for the other's whole turn
        with self._threads:
            if self._depth:
                yield False
                return
            lock = FileLock(self._path, is_singleton=False)
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                lock.acquire(timeout=wait)
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
            self._depth += 1
            try:
                yield True
            finally:
                self._depth -= 1
                lock.release()

    def _holder(self) -> str:
        try:
            return self._owner.read_text("ascii")
        except OSError:
            return "未知"
