"""Thirty people at once: whole answers over the page's own HTTP queue, against one person alone.

    python benchmarks/load.py [--store DIR] [--users N] [--rounds N] [--json OUT]

One person asks question after question; then thirty ask in the same instant, and again as soon as
they are answered; then thirty who read for some seconds between two questions. Once with the built-in
answers and once with an endpoint that takes a second for its reply, each beside an empty Gradio
function. The ratio is the p95 of the thirty over the p95 of the one; an error ends the run.
"""

from __future__ import annotations

import os
import random
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx
from kit.results import Panel, options, quantile, save, show
from kit.stores import store_of
from kit.watch import ROOT
from serving import _EMPTY, ask, served
from start import free_port

sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "assistant")]

GOAL = 3.0
THINKING = (2.0, 6.0)
"""Seconds that a person reads before asking again."""
PATIENCE = 120.0
QUESTIONS = (
    "2023年卫东区新增就业多少",
    "2023年山城区地区生产总值是多少",
    "卫东区2024年城镇新增就业目标是多少",
    "卫东区2017年社会消费品零售总额有多少亿元",
    "2024年卫东区政府工作报告是谁作的",
)
SLOW = "按报告所写，卫东区2023年城镇新增就业9796人[1]。"


def person(address: str, questions: Sequence[str], start: threading.Barrier, thinking: bool) -> list[float]:
    """Milliseconds of each question of one person."""
    times = []
    dice = random.Random(questions[0])
    with httpx.Client(trust_env=False, timeout=PATIENCE) as client:
        start.wait(PATIENCE)
        for question in questions:
            if thinking:
                time.sleep(dice.uniform(*THINKING))
            times.append(ask(client, address, question))
    return times


def people(address: str, users: int, rounds: int, *, thinking: bool = False) -> list[float]:
    """Milliseconds of all questions of so many people, who begin in the same instant."""
    start = threading.Barrier(users)
    asked = [[QUESTIONS[(user + turn) % len(QUESTIONS)] for turn in range(rounds)] for user in range(users)]
    with ThreadPoolExecutor(users) as pool:
        found = pool.map(lambda own: person(address, own, start, thinking), asked)
        return [ms for times in found for ms in times]


@contextmanager
def slow_endpoint(seconds: float) -> Iterator[dict[str, str]]:
    """The settings of an endpoint that takes so long for every reply."""
    from llm_server import Reply, serving

    with serving() as endpoint:
        endpoint.say(Reply(SLOW, before=seconds))
        yield {"LLM_MODEL": "scripted", "LLM_BASE_URL": endpoint.url, "LLM_API_KEY": "k"}


def measured(command: Sequence[str], port: int, store: Path, users: int, rounds: int) -> dict[str, float]:
    """p50 and p95 of one person, of all at once, and of all who read in between; milliseconds."""
    with served(command, port, store) as address:
        people(address, 1, len(QUESTIONS))
        one = people(address, 1, 5 * rounds)
        crowd = people(address, users, rounds)
        readers = people(address, users, rounds, thinking=True)
    row = {
        "one_p50": quantile(one, 0.5),
        "one_p95": quantile(one, 0.95),
        "crowd_p95": quantile(crowd, 0.95),
        "readers_p95": quantile(readers, 0.95),
    }
    return row | {
        "crowd_ratio": row["crowd_p95"] / row["one_p95"],
        "readers_ratio": row["readers_p95"] / row["one_p95"],
    }


def main() -> int:
    parser = options(__doc__, "load")
    parser.add_argument("--store", type=Path, help="a store of samples/ (otherwise made under build/)")
    parser.add_argument("--users", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--seconds", type=float, default=1.0, help="what the slow endpoint takes")
    given = parser.parse_args()
    samples = sorted(path for path in (ROOT / "samples").iterdir() if path.suffix != ".jsonl")
    store = (given.store or store_of("samples", samples)).resolve()
    ui, empty = [sys.executable, "ui.py"], free_port()
    rows = {"内置": measured(ui, free_port(), store, given.users, given.rounds)}
    with slow_endpoint(given.seconds) as settings:
        os.environ.update(settings)
        rows[f"大模型，{given.seconds:g} 秒"] = measured(ui, free_port(), store, given.users, given.rounds)
        for name in settings:
            del os.environ[name]
    command = [sys.executable, "-c", _EMPTY, str(empty)]
    rows["空的 Gradio 函数"] = measured(command, empty, store, given.users, given.rounds)
    show(
        f"{given.users} 人同时提问，与 1 人比（毫秒；目标：p95 不超过 {GOAL:g} 倍）",
        ("", "1 人 p50", "1 人 p95", "同时 p95", "边问边读 p95", "同时/1 人", "边问边读/1 人"),
        [[name, *row.values()] for name, row in rows.items()],
    )
    bars = {name: row["crowd_ratio"] for name, row in rows.items()}
    panel = Panel(f"{given.users} 人同时，p95", "倍", bars, GOAL)
    save(given.json, {"users": given.users, "roads": rows}, [panel])
    return 0


if __name__ == "__main__":
    sys.exit(main())
