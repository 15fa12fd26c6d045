"""Whole answers over HTTP: ten clients at once ask ``ui.py``, against an empty Gradio function.

    python benchmarks/serving.py [--corpus DIR] [--store DIR] [--questions N] [--rounds N] [--json OUT]

Both are asked through Gradio's own endpoint for programs: one request puts a question in, the next
waits for its end. The function of the other program returns its argument. The two take turns.
Once the questions are about a few reports, once each is about another report of those that memory
holds, once about another of more than it holds. A rate depends on what else the machine does, so the
processor's time an answer is told as well.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
from kit.results import Panel, median, options, quantile, save, show
from kit.stores import reports_in, store_of
from kit.watch import ROOT
from start import free_port, used

sys.path.insert(0, str(ROOT))

CLIENTS = 10
PATIENCE = 60.0
OURS, EMPTY = "ui.py", "空的 Gradio 函数"
REPORTS = 50
"""Reports that are asked about again and again: fewer than the assistant keeps in memory."""
MANY = 200
"""Reports that memory holds, too: see ``assistant.evidence.prepared.ROOM``."""
IN_USE, ANEW = f"{REPORTS} 份报告轮流问", f"每问另一份，{MANY} 份轮流问"
BEYOND = "每问另一份，内存里放不下，要从库里读"
_EMPTY = """
import sys, gradio
def ask(question: str, history: list | None = None) -> dict:
    return {"text": question}
with gradio.Blocks() as page:
    gradio.api(ask, api_name="ask")
page.queue(default_concurrency_limit=16).launch(server_port=int(sys.argv[1]), quiet=True)
"""


def questions_of(store: Path, count: int) -> list[str]:
    """Questions on figures, one of each of ``count`` reports."""
    from answers import made_questions

    from assistant import Assistant

    with Assistant.open(store) as bot:
        return [first.text for first, _ in made_questions(bot, count)]


class Address(str):
    """The address of an endpoint; ``pid`` is the process that serves it."""

    pid = 0


@contextmanager
def served(command: Sequence[str], port: int, store: Path) -> Iterator[Address]:
    """Runs a program until the block ends; the address of its endpoint."""
    env = {"STORE": str(store), "UI_PORT": str(port), "GRADIO_ANALYTICS_ENABLED": "False"}
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **env}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait(f"http://127.0.0.1:{port}/")
        address = Address(f"http://127.0.0.1:{port}/gradio_api/call/ask")
        address.pid = process.pid
        yield address
    finally:
        process.terminate()
        process.wait()


def _wait(address: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            httpx.get(address, trust_env=False, timeout=PATIENCE).raise_for_status()
            return
        except httpx.TransportError:
            time.sleep(0.1)
    raise TimeoutError(f"nothing answers at {address}")


def ask(client: httpx.Client, address: str, question: str) -> float:
    """Asks one question and waits for the whole answer; milliseconds. Raises where there is none."""
    begun = time.perf_counter()
    event = client.post(address, json={"data": [question, None]}).raise_for_status().json()["event_id"]
    reply = client.get(f"{address}/{event}").raise_for_status().text
    if "event: complete" not in reply or '"text"' not in reply:
        raise RuntimeError(f"no answer: {reply[:200]}")
    return (time.perf_counter() - begun) * 1000


def crowd(address: str, questions: Sequence[str]) -> tuple[list[float], float]:
    """Milliseconds of each question with ten clients at work, and answers a second."""
    parts = [questions[number::CLIENTS] for number in range(CLIENTS)]

    def one(part: Sequence[str]) -> list[float]:
        with httpx.Client(trust_env=False, timeout=PATIENCE) as client:
            return [ask(client, address, question) for question in part]

    begun = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        times = [ms for found in pool.map(one, parts) for ms in found]
    return times, len(times) / (time.perf_counter() - begun)


def measure(
    addresses: dict[str, Address], questions: Sequence[str], rounds: int
) -> tuple[dict[str, dict[str, float]], float, float]:
    """Milliseconds and rate of each program, and the ratio of the rates, a round of each in turn.

    The last is the ratio of the answers that a second of processor time makes.
    """
    times: dict[str, list[float]] = {name: [] for name in addresses}
    rates: dict[str, list[float]] = {name: [] for name in addresses}
    work: dict[str, list[float]] = {name: [] for name in addresses}
    for address in addresses.values():
        crowd(address, questions)
    for _ in range(rounds):
        for name, address in addresses.items():
            before = used(address.pid)
            found, rate = crowd(address, questions)
            times[name] += found
            rates[name].append(rate)
            work[name].append(1000 * (used(address.pid) - before) / len(questions))
    ratio = median([own / other for own, other in zip(rates[OURS], rates[EMPTY], strict=True)])
    spared = median([other / own for own, other in zip(work[OURS], work[EMPTY], strict=True) if own])
    rows = {
        name: {
            "p50": quantile(ms, 0.5),
            "p95": quantile(ms, 0.95),
            "rate": median(rates[name]),
            "cpu": median(work[name]),
        }
        for name, ms in times.items()
    }
    return rows, ratio, spared


def main() -> int:
    parser = options(__doc__, "serving")
    parser.add_argument("--store", type=Path, help="a store of all reports (otherwise made under build/)")
    parser.add_argument("--questions", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    store = (given.store or store_of("all", reports_in(given.corpus))).resolve()
    questions = questions_of(store, given.questions)
    kinds = {IN_USE: (questions[:REPORTS] * (MANY // REPORTS))[: len(questions)]}
    if len(questions) > REPORTS:
        kinds[ANEW] = questions[:MANY]
    if len(questions) > MANY:
        kinds[BEYOND] = questions
    figures: dict[str, object] = {}
    bars: dict[str, float] = {}
    with ExitStack() as programs:
        ours, empty = free_port(), free_port()
        addresses = {
            OURS: programs.enter_context(served([sys.executable, "ui.py"], ours, store)),
            EMPTY: programs.enter_context(served([sys.executable, "-c", _EMPTY, str(empty)], empty, store)),
        }
        for kind, asked in kinds.items():
            rows, ratio, spared = measure(addresses, asked, given.rounds)
            show(
                f"{CLIENTS} 人同时通过 HTTP 提问：{kind}",
                ("", "p50 毫秒", "p95 毫秒", "每秒回答", "每答处理器毫秒"),
                [[name, *row.values()] for name, row in rows.items()],
            )
            told = f"每秒回答：ui.py / 空的 Gradio 函数 = {100 * ratio:.0f}%（目标至少 70%）"
            print(f"{told}，按处理器时间 {100 * spared:.0f}%")
            figures[kind] = {"roads": rows, "ratio": ratio, "cpu_ratio": spared}
            bars |= {f"{name}，{kind}": row["rate"] for name, row in rows.items()}
    save(given.json, figures, [Panel(f"{CLIENTS} 人同时，每秒回答", "个", bars)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
