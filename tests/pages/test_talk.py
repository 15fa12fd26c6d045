"""The one writer of a conversation, and how it is stopped."""

from __future__ import annotations

import asyncio
import copy
import threading
from collections.abc import Iterator

import pytest

from pages.talk import Talk


def test_what_is_ready_at_once_is_told_once() -> None:
    async def run() -> list[int]:
        return [item async for item in Talk().begin().follow(iter([1, 2, 3]))]

    assert asyncio.run(run()) == [3]
    assert asyncio.run(run()) == [3]


def test_slow_items_come_one_by_one_and_the_last_always() -> None:
    async def run() -> list[int]:
        told = threading.Semaphore(0)

        def slow() -> Iterator[int]:
            for item in (1, 2, 3):
                yield item
                told.acquire(timeout=60)
            yield 4

        seen = []
        async for item in Talk().begin().follow(slow()):
            seen.append(item)
            told.release()
        return seen

    assert asyncio.run(run()) == [1, 2, 3, 4]


def test_an_error_is_told_in_place_of_what_came_just_before_it() -> None:
    def wrong() -> Iterator[int]:
        yield 1
        raise KeyError("2")

    seen = []

    async def run() -> None:
        async for item in Talk().begin().follow(wrong()):
            seen.append(item)

    with pytest.raises(KeyError):
        asyncio.run(run())
    assert seen == []


def test_more_slow_answers_than_the_server_has_threads_keep_none_waiting() -> None:
    async def run() -> list[list[int]]:
        together = threading.Barrier(60)

        def slow() -> Iterator[int]:
            together.wait(60)
            yield 1

        async def one() -> list[int]:
            return [item async for item in Talk().begin().follow(slow())]

        return list(await asyncio.gather(*(one() for _ in range(60))))

    assert asyncio.run(run()) == [[1]] * 60


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
