"""Turns at a place that few may use at once."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from vectorstore.turns import Turns

PATIENCE = 30.0


def until(condition) -> None:
    """Waits for a condition, or fails."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "nothing came of it"
        time.sleep(0.001)


def test_who_waits_longest_is_next():
    turns, served = Turns(1), []

    def caller(number: int) -> None:
        with turns.taken():
            served.append(number)

    with turns.taken():
        callers = [threading.Thread(target=caller, args=(number,)) for number in range(8)]
        for number, thread in enumerate(callers):
            thread.start()
            until(lambda number=number: len(turns._waiting) == number + 1)
        assert served == []
    for thread in callers:
        thread.join(PATIENCE)
    assert served == list(range(8))


def test_no_more_at_once_than_there_are_places():
    turns, inside, most = Turns(3), set(), []

    def caller(number: int) -> None:
        with turns.taken():
            inside.add(number)
            most.append(len(inside))
            time.sleep(0.001)
            inside.remove(number)

    with ThreadPoolExecutor(12) as pool:
        list(pool.map(caller, range(200)))
    assert max(most) == 3
    assert turns._free == 3


def test_an_error_and_an_interrupted_wait_give_their_places_back():
    turns = Turns(1)
    with pytest.raises(RuntimeError), turns.taken():
        raise RuntimeError
    with turns.taken():
        waiting = turns._join()
        turns._leave(waiting)  # as after an interrupt while it waited
        reached = turns._join()
    turns._leave(reached)  # as after one at the very moment of its turn
    assert turns._free == 1
    assert not turns._waiting
