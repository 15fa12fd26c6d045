"""Reads a file in a process of its own, which may take only so much time and memory.

Whatever a file does to a parser (a bomb, an endless loop, a crash) ends that process and no other.
It starts without the user's environment, in an empty folder of its own.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import select
import signal
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
        yield from self._asked(name, ("read", str(Path(path).absolute()), name, place, year, max_bytes))

    def remake(self, report: Report, *, place: str = "", year: int | None = None) -> Report:
        """``report`` made anew from its stored text. Raises what ``make_report`` raises."""
        document = Document(report.text, report.format, report.method, report.pages)
        return _last(self._asked(report.source, ("make", document, report.source, place, year)))

    def _asked(self, name: str, request: tuple[Any, ...]) -> Iterator[Step | Report]:
        from reports.indicators import table_in_use

        stdout = self._started()
        end = time.monotonic() + self.limits.total
        done = False
        try:
            with contextlib.suppress(BrokenPipeError):
                self._send((*request, table_in_use()))
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

    def _started(self) -> int:
        """The descriptor from which the process's messages are read; starts it where it is not there."""
        if self._process and self._process.poll() is not None:
            self.close()
        if not self._process:
            self._folder = tempfile.TemporaryDirectory(prefix="report-", ignore_cleanup_errors=True)
            limits = [str(self.limits.memory), str(self.limits.recognising)]
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
        assert self._process.stdout
        return self._process.stdout.fileno()


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
