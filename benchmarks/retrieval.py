"""Does the right passage come up: this project's search against the plain roads of others.

    python benchmarks/retrieval.py [--corpus DIR] [--qa DIR] [--store DIR] [--peers] [--limit N]

Gold questions over all reports: a hit is one passage of the right report that holds every part of
the answer; once more with only the right report searched. CMRC 2018 (dev) and XQuad: a hit is the
question's passage, among all of them. The weights of the search were chosen on the development sets
and on every other question of CMRC and XQuad, so the rest of these is scored apart. Peers are
given the reports in chunks of LangChain's splitter, passages as they are; LangChain's Chroma road
uses the embedding of this project. ``--peers`` installs them into ``build/peers`` first.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit import peers
from kit.quality import Asked, Found, gold_questions, score, squad
from kit.results import Panel, median, options, save, show
from kit.roads import ROADS
from kit.stores import reports_in, store_of
from kit.watch import ROOT

sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from vectorstore import Store
    from vectorstore.records import Passage

DEPTH = 20
CHUNK = 400
"""Characters of the peers' chunks: the limit of the project's own."""
GOLD = ROOT / "tests" / "gold"
COLUMNS = ("hit@1", "hit@5", "hit@10", "hit@20", "mrr@10", "all@5", "ms")
PLAIN = tuple(road for road in ROADS if road != "LangChain + Chroma + jieba")
OWN = ("本项目 store.search", "  其关键词一路", "  其向量一路")
Scores = dict[str, dict[str, float]]


def right_reports(store: Store) -> Callable[[str], list[str]]:
    """For a gold question the ids of the reports that it is about."""
    from evaluate import load_gold

    sources = {gold.q: gold.src for gold in load_gold(sorted(GOLD.glob("corpus_*.jsonl")))}
    entries = store.entries()

    def reports(question: str) -> list[str]:
        beginnings = tuple(name.removesuffix(".txt") for name in sources[question])
        return [entry.id for entry in entries if entry.source.startswith(beginnings)]

    return reports


def own_roads(
    store: Store, depth: int, given: Callable[[str], list[str] | None] = lambda _: None
) -> dict[str, Callable[[str], Found]]:
    """The project's searches as ``question → [(source, heads and text)]``, in the reports ``given``."""
    names = {entry.id: entry.source for entry in store.entries()}

    def named(passages: Sequence[Passage]) -> Found:
        return [(names[p.report_id], "\n".join((*p.path, p.text))) for p in passages]

    return {
        OWN[0]: lambda q: named(store.search(q, depth, given(q))),
        OWN[1]: lambda q: named(store.keyword_search(q, depth, given(q))),
        OWN[2]: lambda q: named(store.dense_search(q, depth, given(q))),
    }


def with_understanding(store: Store) -> Callable[[str], Found]:
    """The project's retriever: the places and years of the question narrow the search."""
    from assistant import ReportRetriever

    retriever = ReportRetriever(store=store, k=DEPTH)

    def search(question: str) -> Found:
        found = retriever.invoke(question)
        return [(d.metadata["source"], d.metadata["section"] + "\n" + d.page_content) for d in found]

    return search


def measured(sets: Mapping[str, Sequence[Asked]], search: Callable[[str], Found]) -> Scores:
    """The scores of one road on each set, with the median milliseconds of a question."""
    scores: Scores = {}
    for name, asked in sets.items():
        search(asked[0].text)
        found, times = [], []
        for question in asked:
            begun = time.perf_counter()
            found.append(search(question.text))
            times.append((time.perf_counter() - begun) * 1000)
        scores[name] = {**score(asked, found), "ms": median(times)}
    return scores


def of_peers(
    sets: Mapping[str, Sequence[Asked]], texts: Mapping[str, str], chunk: int, given: Any
) -> Iterator[tuple[str, Scores]]:
    """Each peer's road and its scores; nothing where the peers are not installed."""
    names = list(texts)
    questions = [question.text for asked in sets.values() for question in asked]
    for road in PLAIN if peers.there(given.peers_at) else ():
        result = peers.travel(
            road,
            *(list(texts.values()), questions),
            k=DEPTH,
            chunk=chunk,
            with_text=bool(chunk),
            folder=given.peers_at,
        )
        if "error" in result:
            continue
        found = iter([[(names[n], text) for n, text in results] for results in result["found"]])
        times = iter(result["ms"])
        scores: Scores = {}
        for name, asked in sets.items():
            ms = median([next(times) for _ in asked])
            scores[name] = {**score(asked, [next(found) for _ in asked]), "ms": ms}
        yield road, scores


def passages_store(passages: Mapping[str, str], folder: Path) -> Path:
    """A store in which each passage is a report of its own."""
    from reports.pipeline import make_report
    from reports.records import Document
    from vectorstore import Store

    made = (
        make_report(Document(text, "txt"), f"{name}.txt", place="百科", year=2018)
        for name, text in passages.items()
    )
    with Store.open(folder, create=True) as store:
        store.add_many(made)
    return folder


def recall(store: Store, questions: Sequence[str], depth: int = 10) -> float:
    """Share of the exact ``depth`` nearest passages that Chroma finds, in per cent."""
    every = [entry.id for entry in store.entries()]
    shares = []
    for question in questions:
        exact = {(p.report_id, p.ordinal) for p in store.dense_search(question, depth, every)}
        near = {(p.report_id, p.ordinal) for p in store.dense_search(question, depth)}
        shares.append(len(exact & near) / max(1, len(exact)))
    return 100 * sum(shares) / max(1, len(shares))


def spread(asked: Sequence[Asked], limit: int) -> list[Asked]:
    """About ``limit`` of the questions (0: all), from the first to the last."""
    return list(asked[:: -(-len(asked) // limit)] if limit else asked)


def on_reports(given: Any) -> tuple[dict[str, Scores], float]:
    """Scores by road and set on the gold questions, and the recall of the vector leg."""
    from vectorstore import Store

    files = reports_in(given.corpus)
    kinds = {"开发": "dev", "保留": "heldout"} if given.heldout else {"开发": "dev"}
    golds = {f"金标 {name}": sorted(GOLD.glob(f"corpus_*_{kind}.jsonl")) for name, kind in kinds.items()}
    sets = {name: spread(gold_questions(paths), given.limit) for name, paths in golds.items()}
    table = {}
    with Store.open(given.store or store_of("all", files)) as store:
        table["本项目 识别地区年份"] = measured(sets, with_understanding(store))
        for road, search in own_roads(store, DEPTH).items():
            table[road] = measured(sets, search)
        inside = {f"{name}，给定报告": asked for name, asked in sets.items()}
        for road, search in own_roads(store, DEPTH, given=right_reports(store)).items():
            table[road] |= measured(inside, search)
        some = [question.text for asked in sets.values() for question in asked][::3][:100]
        share = recall(store, some)
    if not given.no_reports_for_peers:
        texts = {file.stem: file.read_text("utf-8") for file in files}
        table |= dict(of_peers(sets, texts, CHUNK, given))
    return table, share


def on_passages(path: Path, given: Any) -> dict[str, Scores]:
    """Scores by road on a set of passages in SQuAD's form."""
    from vectorstore import Store

    passages, asked = squad(path)
    sets = {path.stem: asked, f"{path.stem}，未用于选参数的一半": asked[1::2]}
    sets = {name: spread(some, given.limit) for name, some in sets.items()}
    table = {}
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.open(passages_store(passages, Path(folder) / "store")) as store,
    ):
        for road, search in own_roads(store, 3 * DEPTH).items():
            table[road] = measured(sets, _renamed(search))
    return table | dict(of_peers(sets, passages, 0, given))


def below_a_leg(table: Mapping[str, Scores]) -> list[str]:
    """Where the search of both legs finds less than one of them alone, as lines to print."""
    both, *legs = OWN
    return [
        f"{name} {part} {table[both][name][part]:.2f} < {table[leg][name][part]:.2f}"
        for name in table[both]
        for leg in legs
        for part in ("hit@1", "hit@5", "mrr@10")
        if table[both][name][part] < table[leg][name][part]
    ]


def _renamed(search: Callable[[str], Found]) -> Callable[[str], Found]:
    return lambda question: [(name.removesuffix(".txt"), text) for name, text in search(question)]


def main() -> int:
    parser = options(__doc__, "retrieval")
    parser.add_argument("--qa", type=Path, default=ROOT.parent / "shared" / "qa", help="CMRC and XQuad")
    parser.add_argument("--store", type=Path, help="a store of all reports (otherwise made under build/)")
    parser.add_argument("--limit", type=int, default=0, help="questions of each set (0: all)")
    parser.add_argument("--heldout", action="store_true", help="the held-out gold questions as well")
    parser.add_argument("--peers", action="store_true", help="install the peers first")
    parser.add_argument("--peers-at", type=Path, default=peers.PEERS, help="the peers' environment")
    parser.add_argument("--no-reports-for-peers", action="store_true", help="peers on passages only")
    given = parser.parse_args()
    if given.peers:
        peers.make(given.peers_at)
    if not peers.there(given.peers_at):
        print("同类程序没有安装，只测本项目；要比较请加 --peers。", file=sys.stderr)
    table, share = on_reports(given)
    for name in ("cmrc2018_dev.json", "xquad_zh.json"):
        path = given.qa / name
        for road, scores in on_passages(path, given).items() if path.exists() else ():
            table.setdefault(road, {}).update(scores)
    panels = []
    for name in dict.fromkeys(name for scores in table.values() for name in scores):
        of_set = {road: scores[name] for road, scores in table.items() if name in scores}
        rows = [[road, *(scores[part] for part in COLUMNS)] for road, scores in of_set.items()]
        show(f"检索：{name}", ("", *COLUMNS), rows)
        hits = {road.strip(): scores["hit@5"] for road, scores in of_set.items()}
        panels.append(Panel(f"hit@5：{name}", "%", hits))
    legs = below_a_leg(table)
    print("混合检索不低于它的任何一路：" + ("是" if not legs else "否，" + "；".join(legs)))
    print(f"向量一路前 10 个与逐一比较的相同：{share:.1f}%")
    save(given.json, {"scores": table, "recall@10": share, "below_a_leg": legs}, panels)
    return 0


if __name__ == "__main__":
    sys.exit(main())
