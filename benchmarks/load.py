"""Thirty people at once: whole answers as a browser gets them, against one person alone.

    python benchmarks/load.py [--store DIR] [--users N] [--rounds N] [--browser] [--json OUT]

One person asks question after question; then thirty ask in the same instant, and again as soon as
they are answered; then thirty who read for some seconds between two questions. On the page's own road
(the event behind the question box, its updates streamed) with the built-in answers and with an
endpoint that takes a second for its reply, and on the road for programs, beside an empty Gradio
function. The ratios are the p95 of the thirty over the p95 of the one; an error ends the run.

With ``--browser`` a real Chromium asks, from Enter to the answer on the screen, alone and with
twenty-nine others in the same instant.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

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
GLANCE = (0.1, 0.3)
"""The same for the one person alone, so that the measurement ends the same day."""
PATIENCE = 120.0
QUESTIONS = (
    "2023年卫东区新增就业多少",
    "2023年山城区地区生产总值是多少",
    "卫东区2024年城镇新增就业目标是多少",
    "卫东区2017年社会消费品零售总额有多少亿元",
    "2024年卫东区政府工作报告是谁作的",
)
SLOW = "按报告所写，卫东区2023年城镇新增就业9796人[1]。"
EMPTY, PROGRAMS = "空的 Gradio 函数", "给程序的接口，内置"

Asking = Callable[[httpx.Client, str], float]
"""Asks one question with a client; milliseconds until the whole answer is there."""
Road = Callable[[], Asking]
"""How questions reach the program: called once for each person, it makes what that person asks with."""


def for_programs(address: str) -> Road:
    """The endpoint that any program may call."""
    return lambda: lambda client, question: ask(client, address, question)


def of_the_page(address: str) -> Road:
    """The event behind the question box: one post, then its updates until the last."""
    base = address.removesuffix("gradio_api/call/ask")
    config = httpx.get(f"{base}config", trust_env=False, timeout=PATIENCE).raise_for_status().json()
    box = next(part["id"] for part in config["components"] if part["props"].get("elem_id") == "question")
    event = next(one for one in config["dependencies"] if [box, "submit"] in one["targets"])

    def enter() -> Asking:
        visit = uuid4().hex

        def asks(client: httpx.Client, question: str) -> float:
            begun = time.perf_counter()
            data = [question, *[None] * (len(event["inputs"]) - 1)]
            sent = {"data": data, "fn_index": event["id"], "session_hash": visit, "trigger_id": box}
            client.post(f"{base}gradio_api/queue/join", json=sent).raise_for_status()
            told = client.get(f"{base}gradio_api/queue/data", params={"session_hash": visit}).text
            if "process_completed" not in told or 'class=\\"foot\\"' not in told:
                raise RuntimeError(f"no answer: {told[:200]}")
            return (time.perf_counter() - begun) * 1000

        return asks

    return enter


def person(
    asks: Asking, questions: Sequence[str], start: threading.Barrier, reading: tuple[float, float] | None
) -> list[float]:
    """Milliseconds of each question of one person, who reads for so many seconds before each."""
    times = []
    dice = random.Random(questions[0])
    with httpx.Client(trust_env=False, timeout=PATIENCE) as client:
        start.wait(PATIENCE)
        for question in questions:
            if reading:
                time.sleep(dice.uniform(*reading))
            times.append(asks(client, question))
    return times


def people(road: Road, users: int, rounds: int, reading: tuple[float, float] | None = None) -> list[float]:
    """Milliseconds of all questions of so many people, who begin in the same instant."""
    start = threading.Barrier(users)
    asked = [[QUESTIONS[(user + turn) % len(QUESTIONS)] for turn in range(rounds)] for user in range(users)]
    with ThreadPoolExecutor(users) as pool:
        found = pool.map(lambda own: person(road(), own, start, reading), asked)
        return [ms for times in found for ms in times]


@contextmanager
def slow_endpoint(seconds: float) -> Iterator[None]:
    """The settings of an endpoint that takes so long for every reply, in the environment."""
    from llm_server import Reply, serving

    with serving() as endpoint:
        endpoint.say(Reply(SLOW, before=seconds))
        settings = {"LLM_MODEL": "scripted", "LLM_BASE_URL": endpoint.url, "LLM_API_KEY": "k"}
        os.environ.update(settings)
        try:
            yield
        finally:
            for name in settings:
                del os.environ[name]


def measured(road: Road, users: int, rounds: int) -> dict[str, float]:
    """p50 and p95 of one person, of all at once, and of all who read in between; milliseconds."""
    people(road, 1, len(QUESTIONS))
    one = people(road, 1, 10 * rounds, GLANCE)
    crowd = people(road, users, rounds)
    readers = people(road, users, rounds, THINKING)
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


def on_screen(address: str, others: int, rounds: int) -> dict[str, float]:
    """p95 from Enter to the answer on a real screen, alone and with ``others`` in the same instant."""
    from playwright.sync_api import sync_playwright

    from tests.browser import Visitor

    road = of_the_page(address)
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    times: dict[str, list[float]] = {"alone": [], "crowd": []}
    with sync_playwright() as playwright, ThreadPoolExecutor(others) as pool:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for turn in range(2 * rounds + 1):
            visitor = Visitor(browser, address.removesuffix("gradio_api/call/ask"))
            page, start = visitor.page, threading.Barrier(others + 1)
            page.fill("#question textarea", QUESTIONS[0])
            kind = "crowd" if turn % 2 else "alone"
            crowd = [
                pool.submit(person, road(), [QUESTIONS[user % len(QUESTIONS)]], start, None)
                for user in range(others if kind == "crowd" else 0)
            ]
            if crowd:
                start.wait(PATIENCE)
            ms = page.evaluate(
                """() => new Promise(done => {
                  const begun = performance.now(), box = document.querySelector('#question textarea');
                  const look = () => document.querySelector('#chat .foot')
                    ? done(performance.now() - begun) : requestAnimationFrame(look);
                  box.dispatchEvent(new KeyboardEvent('keypress', {key: 'Enter', bubbles: true}));
                  look() })"""
            )
            for one in crowd:
                one.result()
            if turn:  # the first opens what later ones find open
                times[kind].append(ms)
            visitor.context.close()
    row = {f"{kind}_p95": quantile(found, 0.95) for kind, found in times.items()}
    return row | {"ratio": row["crowd_p95"] / row["alone_p95"]}


def main() -> int:
    parser = options(__doc__, "load")
    parser.add_argument("--store", type=Path, help="a store of samples/ (otherwise made under build/)")
    parser.add_argument("--users", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--seconds", type=float, default=1.0, help="what the slow endpoint takes")
    parser.add_argument("--browser", action="store_true", help="measure on a real screen as well")
    given = parser.parse_args()
    samples = sorted(path for path in (ROOT / "samples").iterdir() if path.suffix != ".jsonl")
    store = (given.store or store_of("samples", samples)).resolve()
    ui, asked = [sys.executable, "ui.py"], (given.users, given.rounds)
    rows: dict[str, dict[str, float]] = {}
    screen: dict[str, float] = {}
    with served(ui, free_port(), store) as address:
        rows["网页，内置"] = measured(of_the_page(address), *asked)
        rows[PROGRAMS] = measured(for_programs(address), *asked)
        if given.browser:
            screen = on_screen(address, given.users - 1, 5 * given.rounds)
    with slow_endpoint(given.seconds), served(ui, free_port(), store) as address:
        rows[f"网页，大模型 {given.seconds:g} 秒"] = measured(of_the_page(address), *asked)
    port = free_port()
    with served([sys.executable, "-c", _EMPTY, str(port)], port, store) as address:
        rows[EMPTY] = measured(for_programs(address), *asked)
    show(
        f"{given.users} 人同时提问，与 1 人比（毫秒；目标：p95 不超过 {GOAL:g} 倍）",
        ("", "1 人 p50", "1 人 p95", "同时 p95", "边问边读 p95", "同时/1 人", "边问边读/1 人", "同时/空函数"),
        [[name, *row.values(), row["crowd_p95"] / rows[EMPTY]["crowd_p95"]] for name, row in rows.items()],
    )
    if screen:
        show(
            "从回车到答案出现在屏幕上", ("1 人 p95", f"{given.users} 人同时 p95", "倍"), [[*screen.values()]]
        )
    bars = {name: row["crowd_ratio"] for name, row in rows.items()}
    panel = Panel(f"{given.users} 人同时，p95", "倍", bars, GOAL)
    save(given.json, {"users": given.users, "roads": rows, "screen": screen}, [panel])
    return 0


if __name__ == "__main__":
    sys.exit(main())
