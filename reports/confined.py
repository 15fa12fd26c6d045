"""What runs inside the process of a sandbox: gives up its rights, then reads what it is told to."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reports import frames
from reports.errors import ReportError
from reports.isolation import isolate
from reports.readers.steps import Step, listening

_FILE = 512 * 2**20
"""Bytes of the largest file that may be written, which only LibreOffice's conversion does."""
_SPACE = 8 * 2**30
"""Bytes of address space, libraries and shared memory included."""


def main(arguments: Sequence[str]) -> None:
    """Answers requests from stdin until it is closed.

    ``arguments``: bytes of memory while reading, and while recognising pages; the user's own table,
    or ""; "office" where LibreOffice is to be started, or "".
    """
    memory, recognising = map(int, arguments[:2])
    _confine(memory, recognising)
    tables = [Path(path) for path in arguments[2:3] if path]
    isolate([Path(__file__).parent, *tables], Path.cwd(), office="office" in arguments[3:])
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    # Libraries print: what they say must not come between the messages.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

    def send(message: Any) -> None:
        out.write(frames.packed(message))
        out.flush()

    def heard(step: Step) -> None:
        if step.stage == "识别":
            _soften(recognising)
        send(step)

    while request := frames.requested(sys.stdin.buffer):
        with listening(heard):
            send(_answered(request))


def _end_with(parent: int) -> None:
    """Ends this process, in whatever loop it is, soon after the one that started it is gone."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _answered(request: tuple[Any, ...]) -> Any:
    from reports.indicators import use_table
    from reports.pipeline import make_report, read_report

    kind, *rest, table = request
    try:
        use_table(table)
        if kind == "make":
            document, source, place, year = rest
            return make_report(document, source, place=place, year=year)
        path, source, place, year, max_bytes = rest
        return read_report(Path(path), source=source, place=place, year=year, max_bytes=max_bytes)
    except ReportError as error:
        return type(error).__name__, str(error)
    except (MemoryError, RecursionError):
        name = rest[1]
        return "TooLarge", f"《{name}》展开后占用内存过多，请删去图片或拆分成较小的文件再试。"


def _confine(memory: int, recognising: int) -> None:
    with contextlib.suppress(ImportError):  # where there are no such limits, time alone is one
        import resource

        for what, soft, hard in (
            (resource.RLIMIT_DATA, memory, max(memory, recognising)),
            (resource.RLIMIT_AS, _SPACE, _SPACE),
            (resource.RLIMIT_FSIZE, _FILE, _FILE),
            (resource.RLIMIT_CORE, 0, 0),
        ):
            _set(what, soft, hard)


def _soften(memory: int) -> None:
    with contextlib.suppress(ImportError):
        import resource

        _set(resource.RLIMIT_DATA, memory, resource.getrlimit(resource.RLIMIT_DATA)[1])


def _set(what: int, soft: int, hard: int) -> None:
    """Sets a limit, never above the one that holds already."""
    import resource

    _, most = resource.getrlimit(what)
    if most != resource.RLIM_INFINITY:
        soft, hard = min(soft, most), min(hard, most)
    with contextlib.suppress(OSError, ValueError):  # a system that knows the limit but does not set it
        resource.setrlimit(what, (soft, hard))
