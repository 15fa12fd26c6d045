"""Tells whoever listens how far the reading of a file has come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """``stage``: 读取, 识别 or 整理; of the pages that are recognised the ``page``-th of ``pages``."""

    stage: str
    page: int = 0
    pages: int = 0


_listener: ContextVar[Callable[[Step], None] | None] = ContextVar("listener", default=None)


def tell(stage: str, page: int = 0, pages: int = 0) -> None:
    """Hands a step to the listener, where there is one."""
    listener = _listener.get()
    if listener:
        listener(Step(stage, page, pages))


@contextmanager
def listening(listener: Callable[[Step], None]) -> Iterator[None]:
    """Within it, ``listener`` is told every step."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)
