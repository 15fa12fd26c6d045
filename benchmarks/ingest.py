"""Ingest of many reports from files to answerable, against Chroma alone and LangChain's plain road.

    python benchmarks/ingest.py [--corpus DIR] [--limit N] [--rounds N] [--peers] [--json OUT]

``collection.upsert`` is given the same vectors, texts and metadata, made ready beforehand: only the
call is timed. LangChain reads the same texts, splits, embeds with the same model, and keeps them in
Chroma; with jieba and rank_bm25 it can search by words as well.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from kit import peers
from kit.results import Panel, median, options, save, show
from kit.stores import reports_in
from kit.watch import ROOT, run

sys.path.insert(0, str(ROOT))

CHUNK = 400
OURS, RAW = "本项目 ingest.py", "只有 collection.upsert"
ROADS = ("LangChain + Chroma", "LangChain + Chroma + jieba")
Row = dict[str, float]


def ours(files: Sequence[Path], store: Path) -> Row:
    """From files to a store that answers; the answer is checked."""
    from vectorstore import Store

    used = run([sys.executable, "ingest.py", *files, "--store", store])
    with Store.open(store) as opened:
        chunks = sum(entry.chunks for entry in opened.entries())
        assert opened.keyword_search("城镇新增就业", 1), "the store finds nothing"
    return {"chunks": chunks, "wall": used.wall, "cpu": used.cpu, "peak_mb": used.peak_mb}


def raw(store: Path, folder: Path) -> Row:
    """``collection.upsert`` alone. The memory is that of the whole process."""
    out = folder.with_suffix(".json")
    used = run([sys.executable, Path(__file__).parent / "kit" / "raw.py", store, folder, out])
    done = json.loads(out.read_text("utf-8"))
    return {"chunks": done["chunks"], "wall": done["seconds"], "cpu": done["cpu"], "peak_mb": used.peak_mb}


def theirs(road: str, files: Sequence[Path], at: Path) -> Row | None:
    """A peer's road from the texts to an index; None where it fails."""
    texts = [file.read_text("utf-8") for file in files]
    found = peers.travel(road, texts, [], k=10, chunk=CHUNK, folder=at)
    if "error" in found:
        return None
    return {
        "chunks": found["chunks"],
        "wall": found["index_s"],
        "cpu": found["cpu"],
        "peak_mb": found["peak_mb"],
    }


def main() -> int:
    parser = options(__doc__, "ingest")
    parser.add_argument("--limit", type=int, default=0, help="so many reports of all (0: all)")
    parser.add_argument("--rounds", type=int, default=1, help="repetitions, one road after the other")
    parser.add_argument("--peers", action="store_true", help="install the peers first")
    parser.add_argument("--peers-at", type=Path, default=peers.PEERS, help="the peers' environment")
    given = parser.parse_args()
    if given.peers:
        peers.make(given.peers_at)
    files = reports_in(given.corpus, given.limit)
    if not files:
        print(f"{given.corpus} 里没有报告，请用 --corpus 指明语料所在的文件夹。", file=sys.stderr)
        return 1
    rows: dict[str, list[Row]] = {}
    for _ in range(given.rounds):
        with tempfile.TemporaryDirectory() as folder:
            store = Path(folder) / "store"
            rows.setdefault(OURS, []).append(ours(files, store))
            rows.setdefault(RAW, []).append(raw(store, Path(folder) / "raw"))
        for road in ROADS if peers.there(given.peers_at) else ():
            if row := theirs(road, files, given.peers_at):
                rows.setdefault(road, []).append(row)
    middle = {name: {part: median([row[part] for row in of]) for part in of[0]} for name, of in rows.items()}
    base = middle[OURS]["wall"]
    table = [
        [name, *row.values(), row["chunks"] / row["wall"], row["wall"] / base] for name, row in middle.items()
    ]
    columns = ("", "段落", "墙钟 秒", "处理器 秒", "内存峰值 MB", "段落/秒", "用时比")
    show(f"{len(files)} 份报告入库", columns, table, "目标：本项目不超过 upsert 的 1.3 倍")
    spared = middle[OURS]["cpu"] / middle[RAW]["cpu"]
    print(f"本项目 / upsert = {base / middle[RAW]['wall']:.2f}，按处理器时间 {spared:.2f}")
    panels = [
        Panel(f"{len(files)} 份报告入库用时", "秒", {name: row["wall"] for name, row in middle.items()}),
        Panel("入库内存峰值", "MB", {name: row["peak_mb"] for name, row in middle.items()}, goal=1000),
    ]
    ratios = {"ratio": base / middle[RAW]["wall"], "cpu_ratio": spared}
    save(given.json, {"reports": len(files), "roads": middle, **ratios}, panels)
    return 0


if __name__ == "__main__":
    sys.exit(main())
