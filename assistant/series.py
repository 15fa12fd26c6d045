"""One indicator over the years: what the chat would answer for each place and year, side by side."""

from __future__ import annotations

import threading
from collections import Counter, OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reports.indicators import find_names
from reports.patterns import regex
from reports.records import Fact
from reports.repair import tidy
from reports.text import fold
from vectorstore.records import ReportEntry, StoredFact

from .drafting.citing import Citer
from .drafting.wording import NATURE_NOTES
from .evidence.fits import FLOWS
from .figures.goals import fall_of, is_met, kind, newly_of, signed
from .records import RESULT, TARGET, Cell

if TYPE_CHECKING:
    from vectorstore import Store

    from .chain import Chain
    from .evidence.matches import Match

GROWTH = "增速"
_LEVELS = ("水平", "占比")
_OTHER_PLACE = ("全国", "全省", "全市")
_SUMMED = regex("累计|年均|平均每年|合计")
_BASE = regex(r"[比较]((?:19|20)\d\d)年")
_PERIOD = regex("[三四五]年|十[一二三四五]五")
_YEAR = regex(r"(?:19|20)\d\d年?(?!以来|[-—~至到])")
_DATED = regex(r"(?:19|20)\d\d年|去年|上年|全年|当年|年底|年末|今年|同比")
_REACHED = regex("达|[到至为]$|突破|超过|实现|完成")


Found = dict[tuple[str, int, str], "Match | None"]
"""What was found for each place, year and nature."""


class Series:
    """The cells of places and indicators over one store, kept until it changes. Threads may share it."""

    def __init__(self, chain: Chain, store: Store, size: int = 512) -> None:
        self._chain, self._store, self._size = chain, store, size
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[int, str, str], tuple[Cell, ...]] = OrderedDict()

    def of(self, places: Sequence[str], indicator: str) -> tuple[Cell, ...]:
        """The cells of ``indicator`` by place, year and nature, the citations numbered through.

        ``indicator`` is a standard name, one with 增速 for its growth, or other words of a report.
        """
        return numbered(cell for place in dict.fromkeys(places) for cell in self._of(place, indicator))

    def _of(self, place: str, indicator: str) -> tuple[Cell, ...]:
        key = (self._store.generation(), place, indicator)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        cells = _cells(self._chain, self._store, place, indicator)
        with self._lock:
            self._kept[key] = cells
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
        return cells


def numbered(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """The cells with their citations numbered in order, the same run of a report by the same number."""
    numbers: dict[tuple[str, int, int], int] = {}
    done = []
    for cell in cells:
        if cited := cell.citation:
            number = numbers.setdefault((cited.report_id, cited.start, cited.end), len(numbers) + 1)
            cell = replace(cell, citation=replace(cited, number=number))
        done.append(cell)
    return tuple(done)


def _cells(chain: Chain, store: Store, place: str, indicator: str) -> tuple[Cell, ...]:
    known = store.entries()
    name = _name(indicator)
    told = _told(store, known, place, name) if name else None
    found: Found = {}
    for year, nature in sorted(covered(known, place)):
        ask = told is None or (year, nature == TARGET) in told
        found[place, year, nature] = _figure(chain, place, year, nature, indicator) if ask else None
    if not name:
        found = _of_one_kind(found)
    citer = Citer()
    return tuple(_cell(key, match, indicator, found, citer) for key, match in found.items())


def _told(
    store: Store, entries: Iterable[ReportEntry], place: str, name: str
) -> set[tuple[int | None, bool]]:
    """The years, and whether as targets, in which a report of ``place`` tells a figure of this name at all.

    Asking the chat is for the choice among several; where there is nothing to choose it is not asked.
    """
    ids = [entry.id for entry in entries if entry.identity.place == place]
    return {(stored.fact.year, _is_target(stored.fact)) for stored in store.facts(ids, names=[name])}


def covered(entries: Iterable[ReportEntry], place: str) -> dict[tuple[int, str], ReportEntry]:
    """Each (year, nature) that a report of ``place`` covers, with the one that stands nearest to it."""
    nearest: dict[tuple[int, str], ReportEntry] = {}
    for entry in entries:
        own = entry.identity
        if own.place != place:
            continue
        told = [(year, RESULT) for year in own.review_years] + [(year, TARGET) for year in own.plan_years]
        for year, nature in told:
            other = nearest.get((year, nature))
            if other is None or _distance(entry, year, nature) < _distance(other, year, nature):
                nearest[year, nature] = entry
    return nearest


def _distance(entry: ReportEntry, year: int, nature: str) -> tuple[int, bool]:
    proper = year + (nature == RESULT)
    return abs((entry.identity.year or 0) - proper), entry.identity.kind != "政府工作报告"


def offered(facts: Iterable[StoredFact]) -> list[str]:
    """The standard indicators among ``facts``, levels and growth apart; those told most often come first."""
    told: Counter[str] = Counter()
    for name, measure, _, _ in {(s.fact.name, s.fact.measure, s.fact.year, s.report_id) for s in facts}:
        if name and measure in _LEVELS:
            told[name] += 1
        elif name and measure == GROWTH:
            told[name + GROWTH] += 1
    return sorted(told, key=lambda name: (-told[name], name))


def _name(indicator: str) -> str:
    """The standard name that ``indicator`` is, without 增速; empty where it is none."""
    words = fold(indicator.removesuffix(GROWTH).strip())
    whole = [mention.name for mention in find_names(words) if mention.end - mention.start == len(words)]
    return whole[0] if whole else ""


def _figure(chain: Chain, place: str, year: int, nature: str, indicator: str) -> Match | None:
    """The fact that the chat states when asked, held to be of this indicator, place and year alone."""
    goal = TARGET if nature == TARGET else ""
    matches = [
        match
        for match in chain.figures(f"{year}年{place}{indicator}{goal}是多少")
        if match.evidence.entry.identity.place == place
        and _is_of(match.fact, place, year, nature)
        and _is_indicator(match.fact, indicator)
        and not _spans(match)
    ]
    if nature == RESULT:
        # Of 突破4万亿元 and 4.32万亿元 the exact one is meant; of two targets neither.
        matches = [match for match in matches if match.fact.bound not in (">", ">=")] or matches
    return matches[0] if len({match.fact.normal for match in matches}) == 1 else None


def _is_target(fact: Fact) -> bool:
    return fact.nature in ("目标", "计划")


def _is_of(fact: Fact, place: str, year: int, nature: str) -> bool:
    if fact.year != year or _is_target(fact) != (nature == TARGET):
        return False
    # 比2002年增长65.5% is no growth of one year.
    if fact.measure == GROWTH and {year - 1} < {year - 1, *map(int, _BASE.findall(fold(fact.clause)))}:
        return False
    if place != "国务院" and fact.place in _OTHER_PLACE:
        return False
    if len(fact.period) == 4:
        return True
    # 2016-2020: a level that was reached at its end, never a sum or a mean.
    reached = _REACHED.search(tidy(fact.before)) is not None
    return len(fact.period) == 9 and reached and not _SUMMED.search(fact.clause) and fact.measure in _LEVELS


def _spans(match: Match) -> bool:
    """Whether a growth or a flow that no word dates stands under a head on several years: it is their sum."""
    fact, evidence = match.fact, match.evidence
    head = evidence.paths.get(fact.section, "")
    if not (fact.measure == GROWTH or fact.name in FLOWS) or not _PERIOD.search(head) or _YEAR.search(head):
        return False
    return _DATED.search(fold(evidence.report.text[fact.sentence_start : fact.sentence_end])) is None


def _is_indicator(fact: Fact, indicator: str) -> bool:
    growth = indicator.endswith(GROWTH)
    if (fact.measure == GROWTH) != growth:
        return False
    name = _name(indicator)
    return fact.measure in (*_LEVELS, GROWTH) and (not name or fact.name == name)


def _of_one_kind(found: Found) -> Found:
    """Words that are no standard name may find figures of several kinds: the most common kind is kept."""
    kinds = Counter(kind(match.fact) for match in found.values() if match)
    common = kinds.most_common(1)[0][0] if kinds else None
    return {key: match if match and kind(match.fact) == common else None for key, match in found.items()}


def _cell(key: tuple[str, int, str], match: Match | None, indicator: str, found: Found, citer: Citer) -> Cell:
    place, year, nature = key
    cell = Cell(place, indicator, year, nature)
    if match is None:
        return cell
    fact = match.fact
    target = found.get((place, year, TARGET))
    met = is_met(target.fact, fact) if nature == RESULT and target else None
    return replace(
        cell,
        value=signed(fact),
        unit=fact.base_unit,
        text=_text(fact),
        measure="增量" if newly_of(fact) else fact.measure,
        met=met,
        citation=citer.citation(match.evidence, fact.sentence_start, fact.sentence_end),
    )


def _text(fact: Fact) -> str:
    """The figure in the report's words, with what it is where it is no plain result."""
    note = "" if fact.nature == TARGET else NATURE_NOTES.get(fact.nature, "")
    return f"{fall_of(fact) or newly_of(fact)}{tidy(fact.figure)}{f'（{note}）' if note else ''}"
