"""Results: a table on the screen, a JSON file, and one picture of all that was measured."""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kit.watch import ROOT

RESULTS = ROOT / "benchmarks" / "results"
PICTURE = RESULTS / "benchmarks.png"


@dataclass(frozen=True, slots=True)
class Panel:
    """A bar chart of the picture: label → value; ``goal`` is drawn as a line."""

    title: str
    unit: str
    bars: Mapping[str, float]
    goal: float | None = None


def options(description: str | None, name: str) -> argparse.ArgumentParser:
    """The arguments that every script takes: ``--corpus``, ``--reports``, ``--json``."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus", help="many reports")
    parser.add_argument("--reports", type=Path, default=ROOT.parent / "shared" / "reports", help="the five")
    parser.add_argument("--json", type=Path, default=RESULTS / f"{name}.json", help="where the figures go")
    return parser


def save(out: Path, figures: Mapping[str, Any], panels: Sequence[Panel]) -> None:
    """Writes the figures of one script, and draws the picture anew from all that were written."""
    out.parent.mkdir(parents=True, exist_ok=True)
    machine = {"python": platform.python_version(), "system": platform.platform(), "cores": os.cpu_count()}
    record = {
        "measured": time.strftime("%Y-%m-%dT%H:%M:%S"),
        "machine": machine,
        "load": os.getloadavg()[0],
        "figures": figures,
        "panels": [asdict(panel) for panel in panels],
    }
    out.write_text(json.dumps(record, ensure_ascii=False, indent=1), encoding="utf-8")
    draw(out.parent)


def draw(folder: Path = RESULTS) -> None:
    """Draws the panels of every JSON file in ``folder`` into one PNG."""
    panels: list[dict[str, Any]] = []
    for path in sorted(folder.glob("*.json")):
        record = json.loads(path.read_text("utf-8"))
        panels += record.get("panels", []) if isinstance(record, dict) else []
    panels = [panel for panel in panels if panel["bars"]]
    if not panels:
        return
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    known = [
        "Noto Sans CJK SC",
        "Noto Sans CJK JP",
        "PingFang SC",
        "Microsoft YaHei",
        "SimHei",
        "DejaVu Sans",
    ]
    there = {font.name for font in matplotlib.font_manager.fontManager.ttflist}
    pyplot.rcParams["font.sans-serif"] = [name for name in known if name in there]
    columns = min(3, len(panels))
    rows = -(-len(panels) // columns)
    figure, axes = pyplot.subplots(rows, columns, figsize=(6 * columns, 3.2 * rows), squeeze=False)
    for axis, panel in zip(axes.flat, panels, strict=False):
        labels, values = list(panel["bars"]), list(panel["bars"].values())
        bars = axis.barh(labels, values, color=["#c0392b", *["#7f8c8d"] * (len(labels) - 1)])
        axis.bar_label(bars, labels=[f"{value:.4g}" for value in values], padding=3)
        axis.invert_yaxis()
        axis.margins(x=0.15)
        axis.set_title(panel["title"])
        axis.set_xlabel(panel["unit"])
        if panel["goal"] is not None:
            axis.axvline(panel["goal"], color="#27ae60", linestyle="--")
    for axis in list(axes.flat)[len(panels) :]:
        axis.set_visible(False)
    figure.tight_layout()
    figure.savefig(folder / PICTURE.name, dpi=110)
    pyplot.close(figure)


def show(title: str, columns: Sequence[str], rows: Sequence[Sequence[object]], caption: str = "") -> None:
    """Prints a table; floats to three digits, the first column to the left."""
    from rich.console import Console
    from rich.table import Table

    table = Table(title=title, caption=caption or None)
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left")
    for row in rows:
        table.add_row(*(written(cell) for cell in row))
    Console(width=None if os.isatty(1) else 160, highlight=False).print(table)


def written(value: object) -> str:
    """A figure as it is printed."""
    if isinstance(value, float):
        return f"{value:.0f}" if abs(value) >= 1000 else f"{value:.3g}" if abs(value) < 10 else f"{value:.1f}"
    return "—" if value is None else str(value)


def median(values: Sequence[float]) -> float:
    """The median; 0 of nothing."""
    return statistics.median(values) if values else 0.0


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which ``share`` of the values lie; 0 of nothing."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
