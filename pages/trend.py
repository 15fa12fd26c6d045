"""What the indicators page shows: figures of some places over the years, as a table, a matrix and CSV.

Like all of the pages, it lets a report's characters through only as :func:`pages.messages.plain`.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.records import RESULT, TARGET, Cell, Citation
from pages.messages import named, plain
from reports.patterns import regex
from vectorstore.records import ReportEntry

if TYPE_CHECKING:
    from reports.records import Fact

MOST_PLACES = 6
MOST_INDICATORS = 4
_COLUMNS = ("地区", "指标", "年份", "实绩", "实绩数值", "目标", "目标数值", "单位", "完成情况")
_SOURCES = ("实绩出处", "实绩原句", "目标出处", "目标原句")
GROWTH = "增速"
_WORDS = regex(r"\w{2,16}")  # longer ones, and those with marks, are parts of sentences
MET = {True: "完成", False: "未完成"}


@dataclass(frozen=True, slots=True)
class Row:
    """One place and year of one indicator; a nature that no report covers is None."""

    place: str
    indicator: str
    year: int
    result: Cell | None
    target: Cell | None

    @property
    def told(self) -> bool:
        """Whether a report gives at least one of the two figures."""
        return any(cell and cell.citation for cell in (self.result, self.target))


@dataclass(frozen=True, slots=True)
class Trend:
    """The cells of all indicators chosen; their citations are numbered through."""

    cells: tuple[Cell, ...] = ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        found = {cell.citation.number: cell.citation for cell in self.cells if cell.citation}
        return tuple(found[number] for number in sorted(found))

    @property
    def indicators(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(cell.indicator for cell in self.cells))

    @property
    def places(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(cell.place for cell in self.cells))

    def of(self, indicator: str) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell.indicator == indicator)

    def rows(self, indicator: str) -> list[Row]:
        """By place and year; the years before the first and after the last figure are left out."""
        cells = {(cell.place, cell.year, cell.nature): cell for cell in self.of(indicator)}
        told = [cell.year for cell in cells.values() if cell.citation]
        years = range(min(told), max(told) + 1) if told else ()
        return [
            Row(place, indicator, year, cells.get((place, year, RESULT)), cells.get((place, year, TARGET)))
            for place in self.places
            for year in years
        ]


def joined(parts: Iterable[Sequence[Cell]]) -> Trend:
    """The series of several indicators as one, their citations numbered anew."""
    from assistant.series import numbered

    return Trend(numbered(cell for part in parts for cell in part))


def own_words(fact: Fact) -> str:
    """What the trend of such a figure is asked by: its standard name, or the report's own words for it.

    ``""`` where there is no trend of it: a rank, a part of a sentence, a figure of no year.
    """
    words = fact.name or fact.indicator
    if not fact.year or fact.measure not in ("水平", "占比", GROWTH) or not _WORDS.fullmatch(words):
        return ""
    return words + GROWTH if fact.measure == GROWTH and not words.endswith(GROWTH) else words


def drawn(cells: Sequence[Cell]) -> list[Cell]:
    """The cells that can stand in one chart: those of the most common unit and measure."""
    kinds = Counter((cell.unit, cell.measure) for cell in cells if cell.value is not None)
    common = kinds.most_common(1)[0][0] if kinds else None
    return [cell for cell in cells if cell.value is not None and (cell.unit, cell.measure) == common]


def table(trend: Trend, indicator: str) -> str:
    """Place × year with result, target and whether it was met; every figure opens its sentence."""
    rows = [row for row in trend.rows(indicator) if row.told or row.result or row.target]
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("地区", "年份", "实绩", "目标", "完成"))
    body = "".join(
        f'<tr><th scope="row">{plain(row.place)}</th><td>{row.year}</td>'
        f"<td>{_figure(row.result, row)}</td><td>{_figure(row.target, row)}</td><td>{_met(row)}</td></tr>"
        for row in rows
    )
    name = plain(f"{indicator}的实绩与目标")
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{name}">'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _figure(cell: Cell | None, row: Row) -> str:
    if cell is None:
        return '<span class="none" title="库里没有涉及这一年的报告">没有报告</span>'
    if not cell.citation:
        return '<span class="none" title="报告里没有找到这一项">—</span>'
    what = plain(f"{row.place}{row.year}年{cell.nature}{cell.text}，看原句")
    return (
        f'<button type="button" class="cell" data-pick="read:0:{cell.citation.number}" aria-label="{what}">'
        f"{plain(cell.text)}</button>"
    )


def _met(row: Row) -> str:
    met = row.result.met if row.result else None
    return f'<span class="{"met" if met else "missed"}">{MET[met]}</span>' if met is not None else ""


def matrix(entries: Sequence[ReportEntry], places: Sequence[str]) -> str:
    """Place × year, the newest first: which report covers the year as a result (●) and as a target (○)."""
    from assistant.series import covered

    known = {place: covered(entries, place) for place in places}
    years = sorted({year for told in known.values() for year, _ in told}, reverse=True)
    if not years:
        return ""
    heads = "".join(f'<th scope="col">{year}</th>' for year in years)
    body = "".join(
        f'<tr><th scope="row">{plain(place)}</th>'
        + "".join(f"<td>{_held(known[place], year)}</td>" for year in years)
        + "</tr>"
        for place in places
    )
    return (
        '<div class="scroll matrix" role="region" tabindex="0" aria-label="各地区各年份的报告">'
        f'<table><thead><tr><th scope="col">地区</th>{heads}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _held(told: dict[tuple[int, str], ReportEntry], year: int) -> str:
    parts = []
    for nature, mark in ((RESULT, "●"), (TARGET, "○")):
        if entry := told.get((year, nature)):
            own = entry.identity
            what = plain(f"{nature}见{own.year or ''}年{own.kind}")
            parts.append(f'<span role="img" aria-label="{what}" title="{what}">{mark}</span>')
    return "".join(parts)


def csv_of(trend: Trend) -> bytes:
    """All rows with figures, in UTF-8 with a mark that spreadsheets need."""
    told = io.StringIO()
    writer = csv.writer(told, lineterminator="\r\n")
    writer.writerow([*_COLUMNS, *_SOURCES])
    for indicator in trend.indicators:
        for row in trend.rows(indicator):
            if row.told:
                writer.writerow(map(_safe, _values(row)))
    return told.getvalue().encode("utf-8-sig")


def _values(row: Row) -> Iterator[str]:
    yield from (row.place, row.indicator, str(row.year))
    for cell in (row.result, row.target):
        yield cell.text if cell else ""
        yield f"{cell.value:.15g}" if cell and cell.value is not None else ""
    yield "、".join(dict.fromkeys(c.unit for c in (row.result, row.target) if c and c.unit))
    yield MET.get(row.result.met, "") if row.result and row.result.met is not None else ""
    for cell in (row.result, row.target):
        cited = cell.citation if cell else None
        yield "·".join((named(cited), *cited.section)) if cited else ""
        yield cited.quote if cited else ""


def _safe(value: str) -> str:
    """A text that a spreadsheet would take for a formula is kept from acting as one."""
    acts = value[:1] in ("=", "+", "@", "\t") or (value[:1] == "-" and not value[1:2].isdigit())
    return f"'{value}" if acts else value
