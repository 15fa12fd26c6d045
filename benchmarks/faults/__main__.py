"""Makes faults on purpose, prints what became of each, and keeps the figures.

    make faults
    PYTHONPATH=benchmarks python -m faults [--only kills,server] [--share] [--load-seconds 600]

Exits with 1 where a promise was not kept. ``--share`` is the short run that the tests make.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from faults import damage, kills, long, others, uploads
from faults.apart import apart
from faults.rows import Row

ROOT = Path(__file__).resolve().parents[2]
SHARE = ("header.bin 清零", "data_level0.bin 清零")
"""Damages of the short run: one ends the process, one hides vectors."""
LONG = ("large", "writers", "gone")
"""Left out of the short run: they take long, or the tests try them in their own way."""


def _damage(folder: Path, share: bool) -> list[Row]:
    kinds = tuple(kind for kind in damage.KINDS if kind.name in SHARE) if share else damage.KINDS
    found = damage.run(folder, kinds)
    bad = {name: what for name, what in found.items() if what not in ("发现", "无害")}
    measured = f"{len(found)} 种：发现 {list(found.values()).count('发现')}，无害 "
    measured += f"{list(found.values()).count('无害')}，其余 {bad or 0}"
    return [Row("向量库文件损坏", "种种都被发现或无害，进程活着", measured, not bad, found)]


def sections(share: bool, seconds: float) -> dict[str, Callable[[Path], list[Row]]]:
    """What there is to run, in order, by name; each is given a folder of its own."""
    return {
        "kills": lambda f: kills.run(f, points=2 if share else 150, persists=0),
        "persists": lambda f: kills.run(f, points=0, persists=2 if share else 50),
        "damage": lambda f: _damage(f, share),
        "large": lambda f: [long.large(f, long.LARGE)],
        "cycles": lambda f: [long.cycles(f, 20 if share else 1000)],
        "writers": lambda f: [others.two_writers(f)],
        "elsewhere": lambda f: [others.ingest_elsewhere(f, 3 if share else 15)],
        "disk": lambda f: [others.disk_full(f, (24,) if share else (4, 24, 32, 48))],
        "gone": lambda f: [others.folder_gone(f)],
        "server": lambda f: [others.server(f, 1.0, 60.0) if share else others.server(f)],
        "uploads": lambda f: [
            uploads.uploads(f, uploads.FEW if share else None, 5 if share else uploads.TIMES)
        ],
        "load": lambda f: [long.load(f, 2.0 if share else seconds)],
    }


def _in_folder(work: Callable[[Path], list[Row]]) -> list[Row]:
    logging.disable(logging.INFO)
    logging.getLogger().addHandler(logging.NullHandler())
    with tempfile.TemporaryDirectory() as folder:
        return work(Path(folder) / "store")


def _show(rows: Sequence[Row]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title="故障试验", show_lines=True)
    for name in ("故障", "承诺", "实测", "守住"):
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(row.fault, row.promise, row.measured, "是" if row.kept else "否")
    Console(width=None if sys.stdout.isatty() else 160, highlight=False).print(table)


def _keep(out: Path, rows: Sequence[Row]) -> None:
    out.parent.mkdir(parents=True, exist_ok=True)
    record = {
        "measured": time.strftime("%Y-%m-%dT%H:%M:%S"),
        "load": os.getloadavg()[0],
        "rows": [asdict(row) for row in rows],
        "panels": [],
    }
    out.write_text(json.dumps(record, ensure_ascii=False, indent=1), encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", default="", help="names of sections, with commas")
    parser.add_argument("--share", action="store_true", help="the short run")
    parser.add_argument("--load-seconds", type=float, default=60.0, help="how long the askers ask")
    default = ROOT / "benchmarks" / "results" / "faults.json"
    parser.add_argument("--json", type=Path, default=default, help="where the figures go")
    given = parser.parse_args()
    known = sections(given.share, given.load_seconds)
    rows: list[Row] = []
    chosen = given.only.split(",") if given.only else [n for n in known if not (given.share and n in LONG)]
    for name in chosen:
        began = time.monotonic()
        # each in a process that has loaded nothing yet, so that it may fork others
        ending = apart(_in_folder, known[name], seconds=3600)
        done = ending.value or [Row(name, "", f"试验中止 {ending.code}", False)]
        for row in done:
            print(f"{row.fault}：{row.measured}", file=sys.stderr, flush=True)
        print(f"{name}：{time.monotonic() - began:.0f} 秒", file=sys.stderr, flush=True)
        rows += done
        _keep(given.json, rows)
    _show(rows)
    return 0 if all(row.kept for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
