"""The LLM road against a scripted endpoint: falsehoods shown, truths altered, and what checking costs.

    python benchmarks/llm.py [--half dev|held|all] [--reports DIR] [--rounds N] [--json OUT]

The answers are written by hand (tests/assistant/said, half of them held out while the rules were made)
and made from the facts of the samples (tests/assistant/scripted.py). True answers count where the
prompt holds their figures: a model cannot say what it was not given. The fresh sets over further reports
were written before they were measured; how many came through then stands in benchmarks/README.md.
The road's own time to the first word is the time from the question to the first word on the screen,
less that of the bare client from the same prompt to its first word, in turns.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit.results import Panel, options, quantile, save, show
from kit.stores import store_of
from kit.watch import ROOT

sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "assistant")]

if TYPE_CHECKING:
    from llm_server import Reply, Scripted
    from spoken import Spoken

    from assistant import Assistant

QUESTION = "2023年卫东区新增就业多少"
HONEST = "2023年，卫东区城镇新增就业9796人[1]。"
LIMIT = 2.0
"""Seconds of LLM_TIMEOUT while endpoints fail."""
GRACE = 1.0
"""Seconds beyond the limit for the embedded answer itself, on a machine that is busy."""
MADE = 240


@dataclass
class Tally:
    """What became of the scripted answers."""

    false: int = 0
    true: int = 0
    ungiven: int = 0
    shown: list[str] = field(default_factory=list)
    altered: list[str] = field(default_factory=list)

    def row(self, name: str) -> list[object]:
        """The figures of one line."""
        share = 100 * len(self.altered) / max(1, self.true)
        return [name, self.false, len(self.shown), self.true, len(self.altered), share, self.ungiven]


@contextmanager
def talking(store: Path, **given: Any) -> Iterator[tuple[Assistant, Scripted]]:
    """An assistant over ``store`` and the scripted endpoint that it talks to."""
    from llm_server import serving

    from assistant import Assistant, Settings

    with serving() as server:
        values = {"llm_model": "m", "llm_base_url": server.url, "llm_timeout": 60, **given}
        with Assistant.open(store, settings=Settings(_env_file=None, **values)) as bot:
            yield bot, server


def tally(store: Path, said: list[Spoken]) -> Tally:
    """Asks every question and looks what of the scripted answer is shown."""
    from spoken import handed_over, kept, reached

    done = Tally()
    with talking(store) as (bot, server):
        for spoken in said:
            server.script = spoken.script
            server.requests.clear()
            answer = bot.ask(spoken.question)
            if spoken.false:
                done.false += 1
                done.shown += [spoken.text] if reached(spoken, answer) else []
            elif not handed_over(spoken, server.prompts[-1] if server.prompts else ""):
                done.ungiven += 1
            else:
                done.true += 1
                done.altered += [] if kept(spoken, answer) else [spoken.text]
    return done


def made(store: Path) -> list[Spoken]:
    """Answers made from the facts of a store, of every kind alike."""
    from scripted import false, honest
    from spoken import Spoken

    from vectorstore import Store

    with Store.open(store) as opened:
        lies, truths = list(false(opened)), list(honest(opened))
    kinds = Counter(one.kind for one in lies)
    each = MADE // max(1, len(kinds))
    taken: Counter[str] = Counter()
    said = [Spoken(one.question, one.text) for one in truths]
    for one in lies:
        if taken[one.kind] < each:
            taken[one.kind] += 1
            said.append(Spoken(one.question, one.text, one.false))
    return said


def checking(store: Path, said: list[Spoken]) -> list[float]:
    """Milliseconds that the check of each sentence took."""
    from assistant.proof.checked import Checked
    from assistant.proof.checking import Checker

    times: list[float] = []
    plain = Checker.check

    def timed(self: Checker, sentence: str) -> Checked:
        begun = time.perf_counter()
        result = plain(self, sentence)
        times.append((time.perf_counter() - begun) * 1000)
        return result

    Checker.check = timed  # type: ignore[method-assign]
    try:
        tally(store, said)
    finally:
        Checker.check = plain  # type: ignore[method-assign]
    return times


def first_words(store: Path, rounds: int) -> tuple[list[float], list[float]]:
    """Milliseconds to the first word: through the road, and of the bare client with the same prompt."""
    from llm_server import Reply

    road, bare = [], []
    with talking(store) as (bot, server):
        server.script = lambda _: Reply(HONEST, piece=4, delay=0.002)
        bot.ask(QUESTION)
        llm = bot._chain._generator.llm  # type: ignore[union-attr]
        prompt = server.prompts[-1]
        for _ in range(rounds):
            begun = time.perf_counter()
            for event in bot.stream(QUESTION):
                if event.kind == "text":
                    road.append((time.perf_counter() - begun) * 1000)
                    break
            begun = time.perf_counter()
            for delta in llm.stream(prompt):
                if delta.text:
                    bare.append((time.perf_counter() - begun) * 1000)
                    break
    return road, bare


def failures() -> dict[str, Reply]:
    """Endpoints that fail, by what is wrong with them."""
    from llm_server import Reply

    page = Reply(raw=True, body=b"<html>", headers=(("Content-Type", "text/html"),))
    return {
        "401": Reply(status=401),
        "404": Reply(status=404),
        "429，一小时后再来": Reply(status=429, headers=(("Retry-After", "3600"),)),
        "500": Reply(status=500),
        "空内容": Reply(""),
        "网页": page,
        "GBK": Reply(raw=True, body='{"choices": "中文"}'.encode("gbk")),
        "半路断开": Reply(HONEST, cut=2),
        "一言不发": Reply(HONEST, before=60),
        "只有心跳": Reply(HONEST, keepalive=60),
        "慢慢滴": Reply(HONEST, piece=1, delay=1),
        "没完的思考": Reply("<think>" + "想" * 400),
    }


def after_failures(store: Path) -> dict[str, float]:
    """Seconds to the embedded answer after each failure, with a limit of ``LIMIT`` seconds."""
    found = {}
    for name, reply in failures().items():
        with talking(store, llm_timeout=LIMIT) as (bot, server):
            bot.store.search("热身", 1)
            server.say(reply)
            begun = time.perf_counter()
            answer = bot.ask(QUESTION)
            found[name] = time.perf_counter() - begun
            assert answer.answered, name
            assert answer.mode == "facts", name
            assert answer.notice, name
    return found


def main() -> int:
    from spoken import CORPUS, FRESH, UNSEEN, load, reports_of

    parser = options(__doc__, "llm")
    parser.add_argument(
        "--half", choices=("dev", "held", "all"), default="all", help="of the written answers"
    )
    parser.add_argument("--rounds", type=int, default=40, help="measurements of the first word")
    given = parser.parse_args()
    samples = store_of("samples", sorted((ROOT / "samples").iterdir()))
    tallies = {
        "手写，示例": tally(samples, load("samples", given.half)),
        "手写，难辨的": tally(samples, load("tricks", given.half)),
        "手写，不带数": tally(samples, load("words", given.half)),
        "手写，规则定后": tally(samples, load("last", given.half)),
    }
    if given.reports.is_dir():
        five = store_of("five", sorted(given.reports.glob("*.txt")))
        tallies["手写，真实报告"] = tally(five, load("five", given.half))
    if CORPUS.is_dir():
        for name in (*FRESH, *UNSEEN):
            over = store_of(name, reports_of(name))
            tallies[f"手写，{name}"] = tally(over, load(name, given.half))
    tallies["由事实生成"] = tally(samples, made(samples))
    columns = ("", "假话", "露出", "真话", "被改", "被改 %", "没给的")
    show(f"核对（{given.half}）", columns, [one.row(name) for name, one in tallies.items()])
    for name, one in tallies.items():
        for text in one.shown:
            print(f"露出的假话（{name}）：{text}")
        for text in one.altered:
            print(f"被改的真话（{name}）：{text}")
    times = checking(samples, load("samples"))
    road, bare = first_words(samples, given.rounds)
    added = quantile(road, 0.5) - quantile(bare, 0.5)
    spent = after_failures(samples)
    false, true = (sum(getattr(one, side) for one in tallies.values()) for side in ("false", "true"))
    shown = sum(len(one.shown) for one in tallies.values())
    altered = sum(len(one.altered) for one in tallies.values())
    late = [name for name, seconds in spent.items() if seconds > LIMIT + GRACE]
    goals = [
        ["露出的假话", shown, f"0 / {false}", not shown],
        ["被改的真话 %", 100 * altered / max(1, true), f"≤ 1（{true} 句）", altered <= true / 100],
        ["核对一句 毫秒 p50", quantile(times, 0.5), "≤ 5", quantile(times, 0.5) <= 5],
        ["核对一句 毫秒 p95", quantile(times, 0.95), "≤ 5", quantile(times, 0.95) <= 5],
        ["首字多用 毫秒", added, "≤ 30", added <= 30],
        ["出错后作答 最慢 秒", max(spent.values()), f"时限 {LIMIT}", not late],
    ]
    show("目标", ("", "测得", "目标", "达到"), [[*row[:3], "是" if row[3] else "否"] for row in goals])
    figures = {
        "half": given.half,
        "tallies": {name: one.row(name)[1:] for name, one in tallies.items()},
        "columns": columns[1:],
        "check_ms": {"p50": quantile(times, 0.5), "p95": quantile(times, 0.95), "sentences": len(times)},
        "first_word_ms": {"road": quantile(road, 0.5), "client": quantile(bare, 0.5), "added": added},
        "after_failure_s": spent,
        "goals": {str(row[0]): bool(row[3]) for row in goals},
    }
    panels = [
        Panel("核对一句话", "毫秒", {"p50": quantile(times, 0.5), "p95": quantile(times, 0.95)}, 5),
        Panel("到第一个字", "毫秒", {"本项目": quantile(road, 0.5), "接口自己": quantile(bare, 0.5)}),
    ]
    save(given.json, figures, panels)
    return 0 if all(row[3] for row in goals) else 1


if __name__ == "__main__":
    sys.exit(main())
