"""Bytes on disk of a store against the text that it keeps.

python benchmarks/size.py [--corpus DIR] [--store DIR] [--json OUT]
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

from kit.results import Panel, options, save, show
from kit.stores import reports_in, store_of
from kit.watch import ROOT

sys.path.insert(0, str(ROOT))


def parts(store: Path) -> dict[str, int]:
    """Bytes by part: the catalogue's tables where SQLite can tell them apart, and Chroma's files."""
    found: dict[str, int] = {}
    for path in sorted(store.rglob("*")):
        if path.is_file():
            inside = path.relative_to(store)
            name = inside.parts[0] if len(inside.parts) == 1 else f"{inside.parts[0]}/{inside.name}"
            found[name] = found.get(name, 0) + path.stat().st_size
    for name in [name for name in found if name.endswith(".sqlite3")]:
        tables = _tables(store / name)
        if tables:
            del found[name]
            found |= {f"{name} {table}": size for table, size in tables.items()}
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def _tables(path: Path) -> dict[str, int]:
    """Bytes by table or index; empty where this SQLite is built without ``dbstat``."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        try:
            return dict(db.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"))
        except sqlite3.OperationalError:
            return {}


def main() -> int:
    from vectorstore import Store

    parser = options(__doc__, "size")
    parser.add_argument("--store", type=Path, help="a store of all reports (otherwise made under build/)")
    given = parser.parse_args()
    folder = given.store or store_of("all", reports_in(given.corpus))
    with Store.open(folder) as store:
        entries = store.entries()
        text = sum(len(store.text(entry.id, 0, entry.characters).encode()) for entry in entries)
    chunks = sum(entry.chunks for entry in entries)
    sizes = parts(folder)
    whole = sum(sizes.values())
    rows = [[name, size / 1e6, size / text] for name, size in sizes.items() if size > 0.002 * whole]
    show(
        f"{len(entries)} 份报告、{chunks} 个段落占用的磁盘",
        ("", "MB", "÷ 文本"),
        [*rows, ["合计", whole / 1e6, whole / text], ["文本（UTF-8）", text / 1e6, 1.0]],
    )
    print(f"每份报告 {whole / len(entries) / 1000:.0f} kB，每个段落 {whole / chunks:.0f} 字节；", end="")
    print(f"整个资料库是文本的 {whole / text:.2f} 倍（目标不超过 6 倍）")
    figures = {"reports": len(entries), "chunks": chunks, "text": text, "store": whole, "parts": sizes}
    panel = Panel(
        "磁盘：资料库与文本", "MB", {"资料库": whole / 1e6, "文本": text / 1e6}, goal=6 * text / 1e6
    )
    save(given.json, {**figures, "ratio": whole / text}, [panel])
    return 0


if __name__ == "__main__":
    sys.exit(main())
