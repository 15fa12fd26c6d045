"""Turns: so many callers at work at once, the others in the order in which they came."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """Lets ``places`` callers work at once.

    Python's own locks go to whoever asks at the right moment, mostly to the one that has just given
    them back, while others wait a hundred times as long; here a turn goes to who waits longest.
    """

    def __init__(self, places: int) -> None:
        self._free = places
        self._lock = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Waits for a turn, and gives it back at the end."""
        gate = self._join()
        try:
            if gate is not None:
                gate.acquire()
        except BaseException:  # an interrupt must not take a place with it
            self._leave(gate)
            raise
        try:
            yield
        finally:
            self._pass_on()

    def _join(self) -> threading.Lock | None:
        """Takes a place that is free, or the end of the queue, where the gate opens in time."""
        with self._lock:
            if self._free:
                self._free -= 1
                return None
            gate = threading.Lock()
            gate.acquire()
            self._waiting.append(gate)
            return gate

    def _leave(self, gate: threading.Lock | None) -> None:
        with self._lock:
            if gate is not None and gate in self._waiting:
                self._waiting.remove(gate)
                return
        self._pass_on()

    def _pass_on(self) -> None:
        with self._lock:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._free += 1
