"""The one writer of a conversation, and how it is stopped."""

from __future__ import annotations

import asyncio
import copy
import threading
from collections.abc import Iterator

from pages.talk import Talk


def test_items_come_in_order_and_the_last_ends_them() -> None:
    async def run() -> list[int]:
        return [item async for item in Talk().begin().follow(iter([1, 2, 3]))]

    assert asyncio.run(run()) == [1, 2, 3]


def test_a_stop_does_not_wait_for_a_slow_item() -> None:
    release, left = threading.Event(), threading.Event()

    def slow() -> Iterator[int]:
        yield 1
        release.wait(30)
        left.set()
        yield 2

    async def run() -> tuple[list[int], bool]:
        talk = Talk()
        pen, seen = talk.begin(), []
        async for item in pen.follow(slow()):
            seen.append(item)
            asyncio.get_running_loop().call_later(0.05, talk.stop)
        waited = left.is_set()
        release.set()
        return seen, waited and pen.stopped

    seen, waited = asyncio.run(run())
    assert seen == [1]
    assert not waited, "the slow item was still at work when the stop had its effect"


def test_the_next_answer_is_not_ended_by_the_one_before_it() -> None:
    async def run() -> None:
        talk = Talk()
        assert not talk.busy
        assert not talk.stop(), "nothing to stop"
        first = talk.begin()
        assert talk.end(first)
        second = talk.begin()
        assert not talk.end(first)
        assert talk.busy
        assert talk.stop(clear=True)
        assert second.stopped
        assert second.cleared
        assert not first.stopped

    asyncio.run(run())


def test_every_tab_gets_a_talk_of_its_own() -> None:
    talk = Talk()
    assert copy.deepcopy(talk) is not talk
