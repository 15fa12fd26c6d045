"""One conversation while it is being answered: it has one writer, who also ends it when told to stop.

Gradio can cancel an event, but the cancelled event and the one that cancels it then write to the page
in either order, and what is sent before the cancelled one has ended is dropped. Here the writer
itself hears that it is to stop, and writes the last word.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import TypeVar

T = TypeVar("T")


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
        """``items``, each awaited in a thread of its own, until there are no more or a stop is asked for.

        A thread that is still at work when a stop is asked for is left to end alone.
        """
        from anyio.to_thread import run_sync

        enough = asyncio.ensure_future(self._enough.wait())
        try:
            while not enough.done():
                step = asyncio.ensure_future(run_sync(next, items, None, abandon_on_cancel=True))
                try:
                    await asyncio.wait({enough, step}, return_when=asyncio.FIRST_COMPLETED)
                finally:
                    step.cancel()
                if self.stopped or (item := step.result()) is None:
                    return
                yield item
        finally:
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
