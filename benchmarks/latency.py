"""Retrieval, warm: with 5, 100 and all reports in the store, against Chroma alone.

    python benchmarks/latency.py [--corpus DIR] [--store DIR] [--questions N] [--rounds N] [--sizes 5,100,0]

A first pass only warms up; then all roads take turns, one pass over the questions each, so that all
meet the same moods of the machine. Chroma alone is given the vector of the question, made beforehand;
its ``where`` names place and year, which the project's search is told as the reports that they mean.
"""

from __future__ import annotations

import shutil
import sys
import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit import raw
from kit.quality import gold_questions
from kit.results import Panel, options, quantile, save, show
from kit.stores import CACHE, reports_in, store_of
from kit.watch import ROOT, run

sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from vectorstore import Store

K = 10
THREADS = 16
SEARCH, ALONE = "store.search", "Chroma 单独"
GIVEN, WHERE = "store.search，给定报告", "Chroma where 地区和年份"
TOGETHER = f"store.search，{THREADS} 人同时"
GOLD = ROOT / "tests" / "gold"
Times = dict[str, list[float]]


def raw_collection(store: Path, count: int) -> Any:
    """A collection of Chroma's own with the passages of a store, kept for the next run."""
    from vectorstore import Store, embeddings

    folder, mark = CACHE / f"raw-{store.name}", CACHE / f"raw-{store.name}.stamp"
    with Store.open(store) as opened:
        ids = " ".join(entry.id for entry in opened.entries())
    stamp = f"{embeddings.stamp('').fingerprint} {zlib.crc32(ids.encode())}"
    if not (mark.exists() and mark.read_text("ascii") == stamp):
        mark.unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        CACHE.mkdir(parents=True, exist_ok=True)
        print(f"正在把 {count} 份报告放进 Chroma……", file=sys.stderr)
        run([sys.executable, raw.__file__, store.resolve(), folder, folder.with_suffix(".json")])
        mark.write_text(stamp, "ascii")
    _, made = raw.collection(folder)
    return made


def roads(store: Store, made: Any, vectors: dict[str, Any]) -> dict[str, Callable[[str, Any], object]]:
    """Each way from a question (and the report that it is about) to ten passages."""
    from assistant import ReportRetriever

    retriever = ReportRetriever(store=store, k=K)

    def where(question: str, entry: Any) -> object:
        named = [{"place": entry.identity.place}, {"year": entry.identity.year or 0}]
        return made.query(query_embeddings=[vectors[question]], n_results=K, where={"$and": named})

    return {
        SEARCH: lambda q, _: store.search(q, K),
        "  关键词一路": lambda q, _: store.keyword_search(q, K),
        "  向量一路": lambda q, _: store.dense_search(q, K),
        "ReportRetriever": lambda q, _: retriever.invoke(q),
        ALONE: lambda q, _: made.query(query_embeddings=[vectors[q]], n_results=K),
        GIVEN: lambda q, entry: store.search(q, K, [entry.id]),
        WHERE: where,
    }


def measure(store_folder: Path, count: int, questions: Sequence[str], rounds: int) -> tuple[int, Times]:
    """Passages in the store, and milliseconds of every question on every road in all rounds."""
    from vectorstore import Store, embeddings

    model = embeddings.load("")
    vectors = {question: model.encode_query(question) for question in questions}
    made = raw_collection(store_folder, count)
    with Store.open(store_folder) as store:
        entries = store.entries()
        ways = roads(store, made, vectors)
        first = {name: once(way, questions, entries) for name, way in ways.items()}
        times: Times = {name: [] for name in (*ways, TOGETHER)}
        for _ in range(rounds):
            for name, way in ways.items():
                times[name] += once(way, questions, entries)
            times[TOGETHER] += together(store, questions)
        times["store.search，首次用到"] = first[SEARCH]
        return sum(entry.chunks for entry in entries), times


def once(way: Callable[[str, Any], object], questions: Sequence[str], entries: Sequence[Any]) -> list[float]:
    """Milliseconds of each question on one road, with a report of its own for each."""
    times = []
    for number, question in enumerate(questions):
        begun = time.perf_counter()
        way(question, entries[number * 7 % len(entries)])
        times.append((time.perf_counter() - begun) * 1000)
    return times


def together(store: Store, questions: Sequence[str]) -> list[float]:
    """Milliseconds of each search with 16 callers at once."""

    def one(question: str) -> float:
        begun = time.perf_counter()
        store.search(question, K)
        return (time.perf_counter() - begun) * 1000

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(one, questions))


def compared(sizes: Sequence[Mapping[str, Mapping[str, float]]]) -> dict[str, tuple[float, float]]:
    """``(measured, goal)`` from the roads' figures, the smallest store first."""
    last = {road: row["p50"] for road, row in sizes[-1].items()}
    crowd = sizes[-1][TOGETHER]
    found = {
        "store.search / Chroma 单独，最多 2 倍": (last[SEARCH] / last[ALONE], 2.0),
        "给定报告时的 p50，最多 10 毫秒": (last[GIVEN], 10.0),
        "Chroma where / 给定报告，至少 15 倍": (last[WHERE] / last[GIVEN], 15.0),
        f"{THREADS} 人同时：p95 / p50，最多 2 倍": (crowd["p95"] / crowd["p50"], 2.0),
    }
    if len(sizes) > 1:
        found["比前一档报告数慢，最多 2 倍"] = (last[SEARCH] / sizes[-2][SEARCH]["p50"], 2.0)
    return found


def main() -> int:
    parser = options(__doc__, "latency")
    parser.add_argument("--store", type=Path, help="a store of all reports (otherwise made under build/)")
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sizes", default="5,100,0", help="reports in the stores; 0: all")
    given = parser.parse_args()
    questions = [q.text for q in gold_questions(sorted(GOLD.glob("*_dev.jsonl")))][: given.questions]
    figures: dict[str, dict[str, Any]] = {}
    for size in map(int, given.sizes.split(",")):
        files = reports_in(given.corpus, size)
        name = "all" if not size else f"some-{size}"
        store = given.store if given.store and not size else store_of(name, files)
        chunks, times = measure(store, len(files), questions, given.rounds)
        rows = {road: {"p50": quantile(ms, 0.5), "p95": quantile(ms, 0.95)} for road, ms in times.items()}
        figures[str(len(files))] = {"chunks": chunks, "roads": rows}
        alone = rows[ALONE]["p50"]
        show(
            f"检索用时：{len(files)} 份报告，{chunks} 个段落",
            ("", "p50 毫秒", "p95 毫秒", "p50 / Chroma 单独"),
            [[road, *ms.values(), ms["p50"] / alone] for road, ms in rows.items()],
        )
    largest = list(figures.values())[-1]["roads"]
    ratios = compared([figure["roads"] for figure in figures.values()])
    show("与目标相比", ("", "测得", "目标"), [[name, *pair] for name, pair in ratios.items()])
    panels = [
        Panel("检索 p50，全部报告", "毫秒", {road.strip(): ms["p50"] for road, ms in largest.items()}),
        Panel(
            "store.search p50 随报告数",
            "毫秒",
            {n: f["roads"][SEARCH]["p50"] for n, f in figures.items()},
        ),
    ]
    save(given.json, {"reports": figures, "ratios": ratios}, panels)
    return 0


if __name__ == "__main__":
    sys.exit(main())
