"""Whole answers: how fast with all reports in the store, and how right on every gold set.

    python benchmarks/answers.py [--corpus DIR] [--store DIR] [--limit N] [--no-gold] [--json OUT]

Speed is measured on questions made from the facts of many reports: the first about a report finds
nothing of it in memory, the second does; and on questions that people wrote. The gold sets are
scored in three settings: the five reports, the other gold's own reports alone, and the same
questions with all reports in the store. Of held-out sets only totals are shown.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit.results import Panel, options, quantile, save, show
from kit.stores import reports_in, store_of
from kit.watch import ROOT

sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from assistant import Assistant

SEED = 20260101
THREADS = 16
GOLD = ROOT / "tests" / "gold"
SCORES = ("n", "right", "wrong", "missed", "refused", "cited", "grounded", "p50_ms", "p95_ms")
WITHOUT_PLACE = (
    "2023年地区生产总值多少",
    "哪些地方2023年城镇新增就业超过10万人",
    "2024年的预期目标是什么",
    "哪里提到了低空经济",
    "2019年城镇登记失业率是多少",
    "2023年粮食产量最高的是哪里",
    "如何推进乡村振兴",
    "去年一般公共预算收入多少",
    "2022年社会消费品零售总额增长多少",
    "政府工作存在哪些问题",
)


@dataclass(frozen=True, slots=True)
class Made:
    """A question made from a fact, and the figure as that report prints it."""

    text: str
    figure: str


def made_questions(bot: Assistant, limit: int) -> list[tuple[Made, Made]]:
    """Two questions about each of ``limit`` reports, on different indicators."""
    chance = random.Random(SEED)
    entries = list(bot.entries())
    chance.shuffle(entries)
    pairs: list[tuple[Made, Made]] = []
    for entry in entries:
        place, year = entry.identity.place, (entry.identity.year or 0) - 1
        found: dict[str, Made] = {}
        for stored in bot.store.facts([entry.id]):
            fact = stored.fact
            done = fact.nature in ("实绩", "初步核算", "预计") and fact.measure == "水平"
            if fact.name and done and fact.year == year:
                found.setdefault(fact.name, Made(f"{place}{year}年{fact.name}多少", fact.figure))
        if len(found) >= 2:
            one, other = chance.sample(sorted(found.values(), key=lambda made: made.text), 2)
            pairs.append((one, other))
        if len(pairs) == limit:
            break
    return pairs


def gold_figures(limit: int) -> list[str]:
    """Questions for results and targets as people wrote them, drawn from the development sets."""
    rows = [json.loads(line) for path in sorted(GOLD.glob("corpus_*_dev.jsonl")) for line in path.open("rb")]
    asked = [row["q"] for row in rows if row["kind"] in ("value", "target") and not row["history"]]
    return random.Random(SEED).sample(asked, min(limit, len(asked)))


def asked(bot: Assistant, question: str) -> tuple[float, str]:
    """Milliseconds of an answer, and its text where there was one."""
    begun = time.perf_counter()
    answer = bot.ask(question)
    return (time.perf_counter() - begun) * 1000, answer.text if answer.answered else ""


def together(bot: Assistant, questions: Sequence[str]) -> tuple[list[float], float]:
    """Milliseconds of each answer with 16 callers at once, and answers a second."""
    begun = time.perf_counter()
    with ThreadPoolExecutor(THREADS) as pool:
        taken = [milliseconds for milliseconds, _ in pool.map(lambda q: asked(bot, q), questions)]
    return taken, len(questions) / (time.perf_counter() - begun)


def speed(store: Path, limit: int) -> dict[str, dict[str, float]]:
    """Milliseconds by kind of question: p50, p95, the slowest, how many."""
    from assistant import Assistant
    from evaluate import holds, normalize

    with Assistant.open(store) as bot:
        pairs = made_questions(bot, limit)
    with Assistant.open(store) as bot:
        first = asked(bot, pairs[0][0].text)[0]
        cold: list[float] = []
        warm: list[float] = []
        hits = 0
        for pair in pairs[1:]:
            for made, times in zip(pair, (cold, warm), strict=True):
                milliseconds, text = asked(bot, made.text)
                times.append(milliseconds)
                hits += holds(normalize(text), made.figure)
        anywhere = [asked(bot, question)[0] for question in WITHOUT_PLACE]
        again = [asked(bot, question)[0] for question in WITHOUT_PLACE]
        written = gold_figures(2 * limit)
        for question in written:
            bot.ask(question)
        figures_asked = [asked(bot, question)[0] for question in written]
        some = [made.text for pair in pairs[-40:] for made in pair]
        for question in some:
            bot.ask(question)
        begun = time.perf_counter()
        alone = [asked(bot, question)[0] for question in some]
        one_rate = len(some) / (time.perf_counter() - begun)
        crowd, rate = together(bot, some)
    found = {
        "第一问（打开资料库后）": [first],
        "数字题，报告初次用到": cold,
        "数字题，报告已在内存": warm,
        "数字题，题库里的问法，第二遍": figures_asked,
        "不写地区，第一遍": anywhere,
        "不写地区，第二遍": again,
        "同样的题，一人问": alone,
        f"同样的题，{THREADS} 人同时问": crowd,
    }
    figures = {
        name: {"n": len(ms), "p50": quantile(ms, 0.5), "p95": quantile(ms, 0.95), "max": max(ms)}
        for name, ms in found.items()
    }
    rates = {"one": one_rate, "crowd": rate, "figure_found_percent": 100 * hits / max(1, 2 * len(pairs) - 2)}
    return figures | {"每秒回答数": rates}


def gold_settings(given: Any, every: Path) -> list[tuple[str, Path, Path]]:
    """``(setting, gold file, store)``."""
    settings = []
    for path in sorted(GOLD.glob("*.jsonl")):
        if path.stem.startswith("five"):
            if given.reports.is_dir():
                settings.append(("五份报告", path, store_of("five", reports_in(given.reports))))
            continue
        family = path.stem.rpartition("_")[0]
        lines = [line for other in sorted(GOLD.glob(f"{family}_*.jsonl")) for line in other.open("rb")]
        sources = tuple({name.removesuffix(".txt") for line in lines for name in json.loads(line)["src"]})
        own = [file for file in reports_in(given.corpus) if file.stem.startswith(sources)]
        settings.append(("只有所问报告", path, store_of(family, own)))
        settings.append(("全部报告", path, every))
    return settings


def score(path: Path, store: Path) -> dict[str, Any]:
    """The scores of one gold file, by the rules of ``evaluate.py``."""
    from assistant import Assistant
    from evaluate import ask, load_gold, summarize

    with Assistant.open(store) as bot:
        scores = summarize([ask(bot, question) for question in load_gold([path])])
    return scores if "heldout" not in path.stem else {name: scores[name] for name in SCORES}


def main() -> int:
    parser = options(__doc__, "answers")
    parser.add_argument("--store", type=Path, help="a store of all reports (otherwise made under build/)")
    parser.add_argument("--limit", type=int, default=300, help="reports that are asked about")
    parser.add_argument("--no-gold", action="store_true", help="speed only")
    given = parser.parse_args()
    store = given.store or store_of("all", reports_in(given.corpus))
    times = speed(store, given.limit)
    rates = times.pop("每秒回答数")
    columns = ("", "题数", "p50 毫秒", "p95 毫秒", "最慢 毫秒")
    show("回答用时，全部报告在库", columns, [[name, *used.values()] for name, used in times.items()])
    print(f"每秒回答：一人 {rates['one']:.0f}，{THREADS} 人同时 {rates['crowd']:.0f}；", end="")
    print(
        f"自动出题中答出原文数字的占 {rates['figure_found_percent']:.1f}%（一个指标可有几个数字，仅供参考）"
    )
    gold = {}
    for setting, path, used in [] if given.no_gold else gold_settings(given, store):
        gold[f"{setting} {path.stem}"] = score(path, used)
    if gold:
        rows = [[name, *(scores[part] for part in SCORES)] for name, scores in gold.items()]
        show("金标得分（%）", ("", *SCORES), rows)
    p95 = {name: used["p95"] for name, used in times.items()}
    panels = [Panel("回答用时 p95，全部报告在库", "毫秒", p95, goal=60)]
    if gold:
        panels.append(Panel("金标：答对", "%", {name: scores["right"] for name, scores in gold.items()}))
    save(given.json, {"speed": times, "rates": rates, "gold": gold}, panels)
    return 0


if __name__ == "__main__":
    sys.exit(main())
