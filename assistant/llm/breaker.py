"""A circuit breaker: a dead endpoint must not cost every question its timeout."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable


class Breaker:
    """Opens after ``limit`` failures in a row; then lets one trial through every ``pause`` seconds.

    The pause doubles with every failed trial, up to ``longest``. ``last`` is the failure that
    opened it. Safe to share between threads.
    """

    def __init__(
        self,
        limit: int = 3,
        pause: float = 30.0,
        longest: float = 300.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._limit, self._first, self._longest, self._clock = limit, pause, longest, clock
        self._lock = threading.Lock()
        self._failures = 0
        self._pause = pause
        self._until = 0.0
        self.last = ""

    def allows(self) -> bool:
        """Whether a call may be made now; an allowed trial shuts out others until it is reported."""
        with self._lock:
            if self._failures < self._limit:
                return True
            now = self._clock()
            if now < self._until:
                return False
            self._until = now + self._pause
            return True

    def succeeded(self) -> None:
        """The call worked: the breaker closes."""
        with self._lock:
            self._failures, self._pause, self.last = 0, self._first, ""

    def failed(self, reason: str) -> None:
        """The call failed for ``reason``."""
        with self._lock:
            self._failures += 1
            self.last = reason
            if self._failures > self._limit:
                self._pause = min(self._pause * 2, self._longest)
            if self._failures >= self._limit:
                self._until = self._clock() + self._pause

    def wait(self) -> float:
        """Seconds until the next trial; 0 where calls may be made."""
        with self._lock:
            return max(0.0, self._until - self._clock()) if self._failures >= self._limit else 0.0
