"""What grows with the number of reports: ingest a report, retrieval, memory, disk.

    python benchmarks/growth.py [--corpus DIR] [--sizes 10,100,1000] [--json OUT]

Beyond the corpus's own size (``--sizes 10,100,1131,10000``) its reports are copied under the place
names of other reports and with their years moved, so that no two are alike.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from kit.quality import gold_questions
from kit.results import Panel, options, quantile, save, show
from kit.stores import reports_in
from kit.watch import ROOT, run

sys.path.insert(0, str(ROOT))

COUNTY_REPORTS = 60_000
"""About as many as all of China's counties give in twenty years."""
GOLD = ROOT / "tests" / "gold"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年)")


def altered(files: Sequence[Path], count: int, folder: Path) -> list[Path]:
    """``count`` files: the reports themselves, then copies under other places and years."""
    made = list(files[:count])
    while len(made) < count:
        number = len(made)
        source, other = files[number % len(files)], files[(number * 7 + number // len(files)) % len(files)]
        place, _, year = source.stem.rpartition("_")
        another = other.stem.rpartition("_")[0]
        moved = 3 * (number // len(files))
        text = _earlier(source.read_text("utf-8").replace(place, another), moved)
        path = folder / f"{another}_{int(year) - moved}_{number}.txt"
        path.write_text(f"{another}{int(year) - moved}年政府工作报告\n{text}", encoding="utf-8")
        made.append(path)
    return made


def _earlier(text: str, years: int) -> str:
    return _YEAR.sub(lambda found: str(int(found[0]) - years), text)


def measure(files: Sequence[Path], questions: Sequence[str], folder: Path) -> dict[str, float]:
    """Ingest, then the second pass of every question, without and with a report given."""
    from vectorstore import Store

    listed = folder / "files"
    listed.mkdir()
    for number, path in enumerate(files):
        (listed / f"{number:06d}").mkdir()
        (listed / f"{number:06d}" / path.name).symlink_to(path.resolve())
    used = run([sys.executable, "ingest.py", listed, "--store", folder / "store"], codes=(0, 1))
    with Store.open(folder / "store") as store:
        entries = store.entries()
        for _ in range(2):
            anywhere, given = [], []
            for number, question in enumerate(questions):
                begun = time.perf_counter()
                store.search(question, 10)
                anywhere.append((time.perf_counter() - begun) * 1000)
                begun = time.perf_counter()
                store.search(question, 10, [entries[number * 7 % len(entries)].id])
                given.append((time.perf_counter() - begun) * 1000)
    disk = sum(path.stat().st_size for path in (folder / "store").rglob("*") if path.is_file())
    return {
        "reports": len(entries),
        "chunks": sum(entry.chunks for entry in entries),
        "ingest_ms": used.wall * 1000 / len(files),
        "peak_mb": used.peak_mb,
        "search_ms": quantile(anywhere, 0.5),
        "given_ms": quantile(given, 0.5),
        "disk_mb": disk / 1e6,
    }


def main() -> int:
    parser = options(__doc__, "growth")
    parser.add_argument("--sizes", default="10,100,1000", help="numbers of reports")
    given = parser.parse_args()
    files = reports_in(given.corpus)
    questions = [q.text for q in gold_questions(sorted(GOLD.glob("*_dev.jsonl")))][:60]
    rows: list[dict[str, float]] = []
    for size in map(int, given.sizes.split(",")):
        spread = reports_in(given.corpus, size) if size < len(files) else files
        with tempfile.TemporaryDirectory() as folder:
            copies = Path(folder) / "copies"
            copies.mkdir()
            rows.append(measure(altered(spread, size, copies), questions, Path(folder)))
    show(
        "随报告数增长",
        ("报告", "段落", "入库 毫秒/份", "入库内存 MB", "全库检索 毫秒", "给定报告 毫秒", "磁盘 MB"),
        [[str(row["reports"]), *list(row.values())[1:]] for row in rows],
    )
    last = rows[-1]
    hours = COUNTY_REPORTS * last["ingest_ms"] / 3.6e6
    disk = COUNTY_REPORTS * last["disk_mb"] / last["reports"] / 1000
    print(f"照最大一档推算，{COUNTY_REPORTS} 份报告：入库 {hours:.1f} 小时，磁盘 {disk:.1f} GB")
    panels = [
        Panel(title, "毫秒", {str(row["reports"]): row[part] for row in rows})
        for title, part in (("入库每份用时，随报告数", "ingest_ms"), ("全库检索 p50，随报告数", "search_ms"))
    ]
    save(given.json, {"sizes": rows, "estimate": {"hours": hours, "disk_gb": disk}}, panels)
    return 0


if __name__ == "__main__":
    sys.exit(main())
