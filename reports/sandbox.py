"""Reads a file in a process of its own, which may take only so much time and memory.

Whatever a file does to a parser (a bomb, an endless loop, a crash) ends that process and no other.
It starts without the user's environment, in an empty folder of its own into which the file is copied;
where the system can, it reaches no other file of the user's, no network and no other process.
"""

from __future__ import annotations

import contextlib
import errno
import os
import pickle
import select
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from reports import errors, frames
from reports.readers.steps import Step
from reports.records import MAX_BYTES, Document, Report

_ROOT = Path(__file__).resolve().parent.parent
_CHILD = "import sys; sys.path.insert(0, sys.argv[1]); from reports.confined import main; main(sys.argv[2:])"
# What programs need to be found and to speak; keys of an LLM, proxies and the rest stay outside.
_ENVIRONMENT = ("PATH", "LANG", "LC_ALL")
_OFFICE = (".doc", ".wps")
"""Endings of what LibreOffice converts, which needs more leave than our own readers."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take.

    ``seconds`` between two signs of progress (only a page that was recognised is one), ``total``
    seconds in all, ``memory`` and, while pages are recognised, ``recognising`` bytes of private
    memory; the models alone need more than half a gigabyte.
    """

    seconds: float = 30.0
    total: float = 600.0
    memory: int = 2**30
    recognising: int = 2 * 2**30


class Sandbox:
    """One process that reads files, one after another. For one thread at a time.

    It is started with the first file, and anew after one that brought it down.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._given: tuple[str, str] = ("", "")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the process and drops what it left behind."""
        if self._process:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe:
                    with contextlib.suppress(OSError):
                        pipe.close()
            self._process = None
        if self._folder:
            self._folder.cleanup()
            self._folder = None

    def read(
        self,
        path: Path,
        *,
        source: str = "",
        place: str = "",
        year: int | None = None,
        max_bytes: int = MAX_BYTES,
    ) -> Report:
        """As ``read_report``; TooLarge too where time or memory run out, DamagedFile after a crash."""
        return _last(self.watch(path, source=source, place=place, year=year, max_bytes=max_bytes))

    def watch(
        self,
        path: Path,
        *,
        source: str = "",
        place: str = "",
        year: int | None = None,
        max_bytes: int = MAX_BYTES,
    ) -> Iterator[Step | Report]:
        """As ``read``, yielding each step and at last the report."""
        name = source or Path(path).name
        self._start(office=Path(path).suffix.lower() in _OFFICE)
        with self._brought(Path(path).absolute(), max_bytes) as brought:
            yield from self._asked(name, ("read", str(brought), name, place, year, max_bytes))

    def remake(self, report: Report, *, place: str = "", year: int | None = None) -> Report:
        """``report`` made anew from its stored text. Raises what ``make_report`` raises."""
        document = Document(report.text, report.format, report.method, report.pages)
        self._start()
        return _last(self._asked(report.source, ("make", document, report.source, place, year)))

    @contextlib.contextmanager
    def _brought(self, path: Path, max_bytes: int) -> Iterator[Path]:
        """A copy of the file where the process can read it; the file itself where it is refused unread."""
        assert self._folder
        folder = Path(self._folder.name) / "in"
        brought = path
        try:
            status = path.stat()
            if stat.S_ISREG(status.st_mode) and status.st_size <= max_bytes:
                folder.mkdir(exist_ok=True)
                brought = shutil.copyfile(path, folder / path.name)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise errors.UnreadableFile(
                    f"临时文件夹放不下《{path.name}》，请腾出磁盘空间再试。"
                ) from error
            brought = path  # the process says why it cannot be read
        try:
            yield brought
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _asked(self, name: str, request: tuple[Any, ...]) -> Iterator[Step | Report]:
        assert self._process
        assert self._process.stdout
        stdout = self._process.stdout.fileno()
        end = time.monotonic() + self.limits.total
        done = False
        try:
            with contextlib.suppress(BrokenPipeError):
                self._send((*request, self._given[0]))
            receiver = frames.Receiver()
            before = None
            until = min(time.monotonic() + self.limits.seconds, end)
            while not done:
                message = self._message(receiver, stdout, until, name)
                if isinstance(message, Step):
                    if before and message.stage == before.stage == "识别":
                        until = min(time.monotonic() + self.limits.seconds, end)
                    before = message
                    yield message
                    continue
                done = True
                if isinstance(message, Report):
                    yield replace(message, source=request[2] if request[0] == "make" else name)
                else:
                    raise _error(*message)
        finally:
            if not done:  # given up, crashed, or nobody waits for it any more
                self.close()

    def _message(self, receiver: frames.Receiver, stdout: int, until: float, name: str) -> Any:
        """The next message. Raises TooLarge where there is none in time, DamagedFile at the end."""
        while not receiver.ready:
            left = until - time.monotonic()
            if left <= 0 or not select.select([stdout], [], [], left)[0]:
                raise errors.TooLarge(
                    f"《{name}》读了 {self.limits.seconds:.0f} 秒还没有读完，已停止，"
                    "请删去图片、拆分成较小的文件，或另存为文本再试。"
                )
            data = os.read(stdout, 2**20)
            if not data:
                raise _broken(name)
            receiver.feed(data)
        try:
            return receiver.take()
        except pickle.UnpicklingError as error:
            raise _broken(name) from error

    def _send(self, request: tuple[Any, ...]) -> None:
        assert self._process
        assert self._process.stdin
        self._process.stdin.write(frames.packed(request))
        self._process.stdin.flush()

    def _start(self, *, office: bool = False) -> None:
        """Starts the process where it is not there, or was started with another table or leave."""
        from reports.indicators import table_in_use

        given = (table_in_use(), "office" if office else "")
        if self._process and (self._process.poll() is not None or given != self._given):
            self.close()
        self._given = given
        if not self._process:
            self._folder = tempfile.TemporaryDirectory(prefix="report-", ignore_cleanup_errors=True)
            limits = [str(self.limits.memory), str(self.limits.recognising), *given]
            own = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-B", "-X", "utf8", "-c", _CHILD, str(_ROOT), *limits],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=self._folder.name,
                env=own | {"HOME": self._folder.name, "TMPDIR": self._folder.name, "MALLOC_ARENA_MAX": "2"},
                start_new_session=True,
            )


def _error(kind: str, said: str) -> errors.ReportError:
    known = getattr(errors, kind, None)
    if isinstance(known, type) and issubclass(known, errors.ReportError):
        return known(said)
    return errors.DamagedFile(said)


def _broken(name: str) -> errors.DamagedFile:
    return errors.DamagedFile(
        f"《{name}》读取时占用内存过多或程序意外中止，文件可能已损坏，请另存为其他格式再试。"
    )


def _last(steps: Iterator[Step | Report]) -> Report:
    for step in steps:
        if isinstance(step, Report):
            return step
    raise AssertionError("a reading ends with its report or its error")
