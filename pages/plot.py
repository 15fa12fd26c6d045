"""Figures over the years as an SVG picture: results as lines, targets dashed, a gap where a year is missing.

The picture takes its colours and its Chinese font from the page, so nothing is loaded from elsewhere.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from assistant.records import RESULT, TARGET, Cell
from pages.messages import plain
from pages.trend import drawn

WIDTH, HEIGHT = 720, 300
LEFT, RIGHT, TOP, BOTTOM = 64, 16, 34, 30
_LEGEND_ROW = 26
_LETTER = 22
"""The width that a character takes where a narrow screen shows the picture at less than half its size."""
_KEY = 90
_YEARS = 8
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_TICKS = 5
_TOLD = {
    "平方公里": ("平方米", 1e6),
    "公顷": ("平方米", 1e4),
    "亩": ("平方米", 1e4 / 15),
    "公里": ("米", 1e3),
    "吨": ("公斤", 1e3),
}
"""Units of the reports that are not the base unit: the base unit, and how many of it one is."""
_LARGE = ((1e12, "万亿"), (1e8, "亿"), (1e4, "万"))


def chart(cells: Sequence[Cell], indicator: str) -> str:
    """The SVG of one indicator's cells; empty where there is nothing to draw.

    Only the most common unit and measure are drawn, in one unit for all.
    """
    shown = drawn(cells)
    if not shown:
        return ""
    factor, unit = _unit(shown)
    places = list(dict.fromkeys(cell.place for cell in shown))
    years = range(min(cell.year for cell in shown), max(cell.year for cell in shown) + 1)
    ticks = _ticks([cell.value / factor for cell in shown if cell.value is not None])
    rows = _legend_rows(places)
    height = HEIGHT + len(rows) * _LEGEND_ROW
    frame = _Frame(years, ticks, factor)
    title = titled(cells, indicator)
    told = "、".join(places)
    parts = [
        f'<svg class="chart" viewBox="0 0 {WIDTH} {height}" role="img" xmlns="http://www.w3.org/2000/svg" '
        f'aria-label="{plain(f"{told}{years[0]}至{years[-1]}年{title}走势，数字见下表")}">',
        f'<text class="head" x="{LEFT}" y="18">{plain(title)}</text>',
        *_axes(frame),
    ]
    for at, place in enumerate(places):
        for nature in (TARGET, RESULT):
            own = [cell for cell in shown if cell.place == place and cell.nature == nature]
            parts += _line(frame, own, at, unit)
    parts += _legend(rows)
    return "".join((*parts, "</svg>"))


def titled(cells: Sequence[Cell], indicator: str) -> str:
    """The indicator with the unit in which its chart shows it."""
    shown = drawn(cells)
    return f"{indicator}（{_unit(shown)[1]}）" if shown else indicator


class _Frame:
    """Where years and values stand in the picture."""

    def __init__(self, years: range, ticks: Sequence[float], factor: float) -> None:
        self.years, self.ticks, self.factor = years, ticks, factor

    def x(self, year: int) -> float:
        if len(self.years) == 1:
            return (LEFT + WIDTH - RIGHT) / 2
        step = (WIDTH - LEFT - RIGHT - 24) / (len(self.years) - 1)
        return round(LEFT + 12 + (year - self.years[0]) * step, 1)

    def y(self, value: float) -> float:
        low, high = self.ticks[0], self.ticks[-1]
        return round(HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - TOP - BOTTOM), 1)

    def of(self, cell: Cell) -> tuple[float, float]:
        assert cell.value is not None
        return self.x(cell.year), self.y(cell.value / self.factor)


def _unit(cells: Sequence[Cell]) -> tuple[float, str]:
    """The base units that one unit of the axis stands for, and how it is written: (1e8, 亿元)."""
    base = cells[0].unit
    # 1,900亩 are drawn as such where every figure is told in 亩, else in square metres.
    told = (
        unit for unit, (of, _) in _TOLD.items() if of == base and all(unit in cell.text for cell in cells)
    )
    unit = next(told, base)
    own = _TOLD[unit][1] if unit in _TOLD else 1.0
    most = max(abs(cell.value or 0.0) for cell in cells) / own
    size, word = next(((size, word) for size, word in _LARGE if most >= size), (1.0, ""))
    return size * own, word + (unit or "个")


def _ticks(values: Sequence[float]) -> list[float]:
    """Round numbers around the values; from zero on where the values reach down near to it."""
    low, high = min(values), max(values)
    if 0 < low < 0.6 * high:
        low = 0.0
    if low == high:
        low, high = (low * 0.9, high * 1.1) if low > 0 else (low - 1, high + 1)
    rough = (high - low) / _TICKS
    scale = 10.0 ** math.floor(math.log10(rough))
    step = next(step * scale for step in _STEPS if step * scale >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(step * n, 10) for n in range(first, last + 1)]


def _axes(frame: _Frame) -> Iterator[str]:
    for tick in frame.ticks:
        y = frame.y(tick)
        kind = "zero" if tick == 0 else "grid"
        yield f'<line class="{kind}" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}"/>'
        yield f'<text class="tick" x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{tick:.10g}</text>'
    every = math.ceil(len(frame.years) / _YEARS)
    for year in frame.years[::-1][::every]:
        x = frame.x(year)
        yield f'<text class="tick" x="{x}" y="{HEIGHT - 8}" text-anchor="middle">{year}</text>'


def _line(frame: _Frame, cells: Sequence[Cell], at: int, unit: str) -> Iterator[str]:
    """A line for each run of years without a gap, and a dot for each figure."""
    kind = "target" if cells and cells[0].nature == TARGET else "result"
    runs: list[list[Cell]] = []
    for cell in cells:
        if runs and runs[-1][-1].year == cell.year - 1:
            runs[-1].append(cell)
        else:
            runs.append([cell])
    for run in runs:
        if len(run) > 1:
            points = " ".join(f"{x},{y}" for x, y in map(frame.of, run))
            yield f'<polyline class="{kind} hue{at}" points="{points}"/>'
    for cell in cells:
        x, y = frame.of(cell)
        what = plain(f"{cell.place}{cell.year}年{cell.nature}：{cell.text}")
        pick = f'data-pick="read:0:{cell.citation.number}"' if cell.citation else ""
        yield (
            f'<circle class="{kind} hue{at}" cx="{x}" cy="{y}" r="4" {pick}><title>{what}</title></circle>'
        )


def _legend_rows(places: Sequence[str]) -> list[list[tuple[int, str, float]]]:
    """Rows of (number, place, x): as many to a row as fit."""
    rows: list[list[tuple[int, str, float]]] = [[]]
    x = float(LEFT)
    for at, place in enumerate(places):
        wide = _LETTER * len(place) + 2 * _KEY + 10
        if rows[-1] and x + wide > WIDTH:
            rows.append([])
            x = float(LEFT)
        rows[-1].append((at, place, x))
        x += wide
    return rows


def _legend(rows: Sequence[Sequence[tuple[int, str, float]]]) -> Iterator[str]:
    for row, entries in enumerate(rows):
        y = HEIGHT + 14 + row * _LEGEND_ROW
        for at, place, x in entries:
            after = x + _LETTER * len(place) + 4
            yield f'<text class="key" x="{x}" y="{y + 5}">{plain(place)}</text>'
            for kind, word, left in (("result", "实绩", after), ("target", "目标", after + _KEY)):
                yield f'<line class="{kind} hue{at}" x1="{left}" x2="{left + 24}" y1="{y}" y2="{y}"/>'
                yield f'<circle class="{kind} hue{at}" cx="{left + 12}" cy="{y}" r="4"/>'
                yield f'<text class="tick" x="{left + 30}" y="{y + 5}">{word}</text>'
