"""One conversation while it is being answered: it has one writer, who also ends it when told to stop.

Gradio can cancel an event, but the cancelled event and the one that cancels it then write to the page
in either order, and what is sent before the cancelled one has ended is dropped. Here the writer
itself hears that it is to stop, and writes the last word.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterator
from typing import TypeVar

T = TypeVar("T")
PACE = 0.1
"""Seconds between two updates of an answer that is still being written."""


class Pen:
    """What the writer of one answer holds. ``cleared``: the whole conversation is to go with it."""

    def __init__(self) -> None:
        self._enough = asyncio.Event()
        self.cleared = False

    @property
    def stopped(self) -> bool:
        """Whether the reader has had enough."""
        return self._enough.is_set()

    def stop(self, *, clear: bool = False) -> None:
        """Asks the writer to end, with ``clear`` to clear the page as well."""
        self.cleared = clear
        self._enough.set()

    async def follow(self, items: Iterator[T]) -> AsyncIterator[T]:
        """``items`` until there are no more or a stop is asked for; a thread of its own draws them.

        Of those that come within PACE seconds only the newest is told: every update of a page costs
        the server more than most answers, and an answer that is ready at once is told once, whole.
        A thread that is still at work when a stop is asked for is left to end alone.
        """
        from anyio import CapacityLimiter
        from anyio.to_thread import run_sync

        newest: deque[T] = deque(maxlen=1)
        left = False

        def draw() -> None:
            for item in items:
                if left:
                    return
                newest.append(item)

        enough = asyncio.ensure_future(self._enough.wait())
        # A limit of its own: the server has 40 threads for all else, which slow answers must not take.
        drawn = asyncio.ensure_future(run_sync(draw, abandon_on_cancel=True, limiter=CapacityLimiter(1)))
        try:
            done = False
            while not done:
                await asyncio.wait({enough, drawn}, timeout=PACE, return_when=asyncio.FIRST_COMPLETED)
                if self.stopped:
                    return
                done = drawn.done()
                # An error is told by the one who asked, in place of what came just before it.
                if newest and not (done and drawn.exception()):
                    yield newest.pop()
            drawn.result()
        finally:
            left = True
            drawn.cancel()
            enough.cancel()


class Talk:
    """The conversation in one browser tab: who writes to it, and what was thought of its answers.

    ``id`` is the browser's name for it, ``verdicts`` holds the verdict on a turn by the turn's id,
    ``restored`` the ids of the turns that the browser had kept, which this server can not vouch for.
    Used from one event loop, so it needs no lock.
    """

    def __init__(self) -> None:
        self._pen: Pen | None = None
        self.become("")

    def become(self, id: str, verdicts: dict[str, str] | None = None) -> None:
        """Begins another conversation, or goes on with one that has these ``verdicts`` on its turns."""
        self.id = id
        self.verdicts = dict(verdicts or {})
        self.restored = frozenset(self.verdicts)

    @property
    def busy(self) -> bool:
        """Whether an answer is being written."""
        return self._pen is not None

    def begin(self) -> Pen:
        """The pen for one answer."""
        self._pen = Pen()
        return self._pen

    def end(self, pen: Pen) -> bool:
        """Only the last word of ``pen`` is left to be said; the next question may come.

        False where that was known already.
        """
        if self._pen is not pen:
            return False
        self._pen = None
        return True

    def stop(self, *, clear: bool = False) -> bool:
        """Asks the writer to end; see :meth:`Pen.stop`. False where nothing is being written."""
        if self._pen is None:
            return False
        self._pen.stop(clear=clear)
        return True
