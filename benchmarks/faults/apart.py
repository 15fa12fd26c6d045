"""A function in a process of its own, which may be killed."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Ending:
    """How a process ended: what its function returned, or the signal or code that ended it."""

    value: Any = None
    code: int = 0


def _run(pipe: Any, work: Callable[..., Any], args: tuple[Any, ...]) -> None:
    pipe.send(work(*args))


def apart(work: Callable[..., Any], *args: Any, seconds: float = 120.0) -> Ending:
    """Calls ``work`` in a forked process. The caller must not have loaded chromadb or torch."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(there, work, args))
    process.start()
    there.close()
    value = None
    try:
        if here.poll(seconds):
            value = here.recv()
        else:
            process.kill()
            return Ending(code=-signal.SIGALRM)
    except EOFError:
        pass
    finally:
        process.join()
        here.close()
    return Ending(value, process.exitcode or 0)
