"""Whose report is it, and of which year: the program's answer against the corpus's file names.

    python benchmarks/identity.py [--corpus DIR] [--json OUT]

The file name is hidden at first. Where the text alone does not tell the place, the run is repeated
with the file name given, and the table says how often. The folder of provinces whose texts were cut
is an extra set: measured, but not part of the total.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

EXTRA = "provinces_1998_2023"


@dataclass(frozen=True)
class Row:
    """One report: what its file name says and what the text was taken for."""

    folder: str
    file: str
    place: str
    year: int | None
    place_right: bool
    year_right: bool
    named_in_text: bool
    milliseconds: float


def same_place(told: str, parents: tuple[str, ...], expected: str) -> bool:
    """Whether ``told`` under ``parents`` is the place that a file name calls ``expected``."""
    from reports.gazetteer import lookup

    if expected in (told, "".join((*parents[-1:], told))):
        return True
    return any((place.parents, place.name) == (parents, told) for place in lookup(expected))


def measure(corpus: Path) -> Iterator[Row]:
    """Identify every report under ``corpus``; the file name is given only where the text fails."""
    from reports.identity import identify
    from reports.repair import repair

    for path in sorted(corpus.glob("*/*.txt")):
        expected, _, year = path.stem.rpartition("_")
        text = repair(path.read_text(encoding="utf-8")).text
        begun = perf_counter()
        found = identify(text)
        taken = (perf_counter() - begun) * 1000
        named = bool(found.place)
        if not named:
            found = identify(text, filename=path.name)
        yield Row(
            path.parent.name,
            path.name,
            "".join((*found.parents, found.place)),
            found.year,
            same_place(found.place, found.parents, expected),
            found.year == int(year),
            named,
            taken,
        )


def summary(rows: list[Row]) -> dict[str, float]:
    """Shares of ``rows`` in per cent, and counts."""
    count = len(rows) or 1
    return {
        "reports": len(rows),
        "from_file_name": sum(not row.named_in_text for row in rows),
        "place": 100 * sum(row.place_right for row in rows) / count,
        "year": 100 * sum(row.year_right for row in rows) / count,
        "both": 100 * sum(row.place_right and row.year_right for row in rows) / count,
        "median_ms": sorted(row.milliseconds for row in rows)[len(rows) // 2] if rows else 0.0,
    }


def show(groups: dict[str, list[Row]]) -> None:
    """Print one line per group of reports."""
    from rich.console import Console
    from rich.table import Table

    table = Table(title="认出地区与报告年份（不看文件名）")
    for column in ("文件夹", "报告数", "靠文件名", "地区 %", "年份 %", "都对 %", "中位毫秒"):
        table.add_column(column, justify="left" if column == "文件夹" else "right")
    for name, rows in groups.items():
        s = summary(rows)
        shares = (f"{s[key]:.1f}" for key in ("place", "year", "both", "median_ms"))
        table.add_row(name, str(s["reports"]), str(s["from_file_name"]), *shares)
    Console().print(table)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus")
    parser.add_argument("--json", type=Path, help="write the figures and the failures here")
    options = parser.parse_args()
    rows = list(measure(options.corpus))
    if not rows:
        print(f"{options.corpus} 里没有报告，请用 --corpus 指明语料所在的文件夹。", file=sys.stderr)
        return 1
    folders = sorted({row.folder for row in rows} - {EXTRA})
    groups = {folder: [row for row in rows if row.folder == folder] for folder in folders}
    main_rows = [row for row in rows if row.folder != EXTRA]
    extra = [row for row in rows if row.folder == EXTRA]
    table = groups | {"合计": main_rows} | ({f"另测 {EXTRA}": extra} if extra else {})
    failures = [asdict(row) for row in rows if not (row.place_right and row.year_right)]
    show(table)
    for row in failures:
        print(f"{row['folder']}/{row['file']}: {row['place'] or '?'} {row['year'] or '?'}")
    if options.json:
        report = {"groups": {name: summary(found) for name, found in table.items()}, "failures": failures}
        options.json.write_text(json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
