"""A report made ready for matching: folded sentences, facts and heads."""

from __future__ import annotations

import re
import threading
from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from reports.marks import NOTES
from reports.patterns import regex
from reports.periods import PLAN_YEARS
from reports.records import Fact, Report, Sentence
from reports.repair import tidy
from reports.text import fold, plain
from vectorstore.records import Passage, ReportEntry

ROOM = 96 * 2**20
"""Bytes that the reports in use may take together: some hundreds of reports."""
_LEAD = 40
"""Characters before its clause that belong to a fact."""
_TERM = regex(
    r"[\[【〔(（]?\d*[\]】〕)）.、．]*\s*(?P<term>[^，,。；;:：\n]{2,20}?)"
    r"(?:[:：]|是?指的?是?|即)(?P<told>.+)",
    re.S,
)
_NUMBERED = regex(r"[\[【〔]\d{1,3}[\]】〕]")
_PAGE = regex(r"^[(（]见第\s*\d+\s*页[)）]\s*")
# 1个“美丽街区”: the term is what stands in the marks.
_IN_MARKS = regex(r"^[^“”]*“([^“”]{3,})”[^“”]*$")
_LONG_NOTE = 120
_STOP = regex("[,;。、]")
_EXAMPLES = regex("等\\s*$")
_EDGE = "\x00"
"""Stands between sentences while they are folded: no report holds it, and folding leaves it."""


class Library(Protocol):
    """What matching needs of a store."""

    def entries(self) -> tuple[ReportEntry, ...]: ...

    def report(self, report_id: str, *, chunks: bool = True) -> Report: ...

    def keyword_search(
        self, query: str, k: int, report_ids: Sequence[str] | None = None
    ) -> Sequence[Passage]: ...


@dataclass(frozen=True, slots=True)
class Note:
    """A term that a report explains, and how, both folded."""

    term: str
    told: str


def begun_in(fact: Fact) -> int | None:
    """The year in which that begins which a plan gives two to four years to (用三年时间建成10个)."""
    first = int(fact.period[:4]) if fact.nature == "目标" and len(fact.period) == len("2024-2026") else 0
    return first if first and 0 < (fact.year or 0) - first < PLAN_YEARS else None


class FactText:
    """A fact with its words folded for matching, each when it is first asked for.

    Most facts of a report are of another year or kind than the question asks for, and are never folded.
    ``sentence`` is the index of its sentence.
    """

    __slots__ = ("_evidence", "_words", "fact", "sentence")

    def __init__(self, fact: Fact, sentence: int, evidence: Evidence) -> None:
        self.fact, self.sentence, self._evidence = fact, sentence, evidence
        self._words: tuple[str, str, str, str] | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FactText) and (self.fact, self.sentence) == (other.fact, other.sentence)

    def __hash__(self) -> int:
        return hash((self.fact, self.sentence))

    @property
    def words(self) -> tuple[str, str, str, str]:
        """``near``, ``after``, ``clause`` and ``lead``."""
        if self._words is None:
            fact = self.fact
            clause = plain(fact.clause)
            whole = self._evidence.sentence(self.sentence)
            at = whole.find(clause)
            lead = whole[max(0, at - _LEAD) : at].rpartition(";")[2] if at > 0 else ""
            lead += "".join(note.told for note in self._evidence.notes if note.term in clause)
            medals = "奖牌" if fact.unit in ("金", "银", "铜") else ""  # 3金1银
            # 甲、乙等13处公园: the examples are not what is counted.
            examples = _EXAMPLES.search(fact.before) and not _EXAMPLES.search(fact.indicator)
            before = "" if examples else fact.before
            self._words = plain(f"{fact.indicator} {before}{medals}"), plain(fact.after), clause, lead
        return self._words

    @property
    def near(self) -> str:
        """The words before the figure, from the figure before it on."""
        return self.words[0]

    @property
    def named(self) -> str:
        """The indicator, parted by a comma where the figure stands in it: 建设甲园区2个实训基地."""
        own, behind = plain(self.fact.indicator), self.behind
        return own.removesuffix(behind) + "," + behind if len(behind) > 1 and own.endswith(behind) else own

    @property
    def behind(self) -> str:
        """The words right behind the figure, up to the next stop."""
        return _STOP.split(self.after, maxsplit=1)[0]

    @property
    def after(self) -> str:
        """The words after the figure, up to the next one."""
        return self.words[1]

    @property
    def clause(self) -> str:
        """The whole clause of the figure."""
        return self.words[2]

    @property
    def lead(self) -> str:
        """What stands before the clause in its sentence, and what notes say of the terms in the clause."""
        return self.words[3]


class Evidence:
    """One report of the store, its parts folded once and kept.

    ``report`` comes without its chunks, which no answer is made of.
    """

    def __init__(self, entry: ReportEntry, report: Report) -> None:
        self.entry, self.report = entry, report
        self.kept: dict[str, Any] = {}
        """What others have found in the report and need again."""

    @cached_property
    def paths(self) -> dict[int, str]:
        """Section ordinal → all its heads, folded."""
        return {s.ordinal: plain(" ".join(s.path)) for s in self.report.sections}

    @cached_property
    def indicators(self) -> frozenset[str]:
        """The indicators of its facts, each as :func:`reports.text.fold` writes it."""
        return frozenset(fold(fact.indicator) for fact in self.report.facts)

    @cached_property
    def folded(self) -> str:
        """The whole report folded, a line for each sentence; for counting how common a word is."""
        text = self.report.text
        runs = [text[s.start : s.end] for s in self.report.sentences]
        # In one pass, which takes half the time; a line's end is folded away like all white space.
        if _EDGE not in text:
            return plain(_EDGE.join(runs)).replace(_EDGE, "\n")
        return "\n".join(map(plain, runs))

    @cached_property
    def named(self) -> str:
        """``folded`` with the names that a report shares out: 城镇低保 and 农村低保, of 城乡低保分别…."""
        shared = {plain(name) for name in self.indicators if name.startswith(("城镇", "农村"))}
        return "\n".join([self.folded, *sorted(name for name in shared if name not in self.folded)])

    @cached_property
    def _bounds(self) -> array[int]:
        """Where each sentence begins in ``folded``, and past its end where one more would."""
        bounds, at = array("I", [0]), -1
        for _ in self.report.sentences[1:]:
            at = self.folded.index("\n", at + 1)
            bounds.append(at + 1)
        bounds.append(len(self.folded) + 1)
        return bounds

    def sentence(self, index: int) -> str:
        """The ``index``-th sentence, folded; empty where there is none."""
        bounds = self._bounds
        if not 0 <= index < len(self.report.sentences):
            return ""
        return self.folded[bounds[index] : bounds[index + 1] - 1]

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The report's sentences, folded."""
        return tuple(self.folded.split("\n")) if self.report.sentences else ()

    @cached_property
    def _sections(self) -> dict[int, tuple[int, int]]:
        """Section ordinal → the run of its sentences, which stand together."""
        runs: dict[int, tuple[int, int]] = {}
        for index, sentence in enumerate(self.report.sentences):
            first, _ = runs.get(sentence.section, (index, 0))
            runs[sentence.section] = first, index + 1
        return runs

    def body(self, section: int) -> str:
        """The sentences of a section, folded; empty where it has none."""
        first, end = self._sections.get(section, (0, 0))
        return self.folded[self._bounds[first] : self._bounds[end] - 1] if end else ""

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """The terms that the report's own notes explain (双代：即气代煤、电代煤), in its order."""
        report = self.report
        noted = {s.ordinal for s in report.sections if NOTES in s.path}
        found = []
        for sentence in report.sentences:
            text = _PAGE.sub("", report.text[sentence.start : sentence.end].strip())
            # Many reports print their notes without a head: a number in brackets opens each.
            if sentence.section not in noted and not _NUMBERED.match(text):
                continue
            match = _TERM.match(text)
            if match and len(term := plain(_IN_MARKS.sub(r"\1", match["term"]))) > 1:
                found.append(Note(term, plain(match["told"])[:_LONG_NOTE]))
        return tuple(found)

    @cached_property
    def facts(self) -> tuple[FactText, ...]:
        """The report's facts, to be folded."""
        starts = [s.start for s in self.report.sentences]
        return tuple(
            FactText(f, max(0, bisect_right(starts, f.sentence_start) - 1), self) for f in self.report.facts
        )

    @cached_property
    def _by_year(self) -> dict[int | None, list[FactText]]:
        years: dict[int | None, list[FactText]] = {}
        for item in self.facts:
            years.setdefault(item.fact.year, []).append(item)
            if (begun := begun_in(item.fact)) is not None:
                years.setdefault(begun, []).append(item)
        return years

    def facts_of(self, year: int | None) -> Sequence[FactText]:
        """The facts that speak of one year; what is planned for some years from it on is among them."""
        return self._by_year.get(year, ())

    def sentence_text(self, sentence: Sentence) -> str:
        """A sentence on one line, for showing."""
        return tidy(self.report.text[sentence.start : sentence.end])


class Shelf:
    """The reports in use, loaded from the store when first needed; those used last are kept.

    They may take about ``room`` bytes. Threads may share it.
    """

    def __init__(self, library: Library, room: int = ROOM) -> None:
        self._library, self._room = library, room
        self._kept: OrderedDict[str, Evidence] = OrderedDict()
        self._taken = 0
        self._lock = threading.Lock()

    def evidence(self, entry: ReportEntry) -> Evidence:
        """The evidence of one report."""
        with self._lock:
            found = self._kept.get(entry.id)
            if found is not None:
                self._kept.move_to_end(entry.id)
                return found
        found = Evidence(entry, self._library.report(entry.id, chunks=False))
        with self._lock:
            if entry.id not in self._kept:
                self._kept[entry.id] = found
                self._taken += _weight(found)
                while self._taken > self._room and len(self._kept) > 1:
                    self._taken -= _weight(self._kept.popitem(last=False)[1])
        return found

    def narrow(self, words: str, entries: Sequence[ReportEntry], limit: int) -> list[ReportEntry]:
        """At most ``limit`` of ``entries``: those whose chunks hold the words best, best first.

        Few enough entries are returned as they are: opening a report costs some milliseconds, a
        keyword search over a large store about as much as opening three.
        """
        if len(entries) <= limit or not words.strip():
            return list(entries)[:limit] if not words.strip() else list(entries)
        by_id = {e.id: e for e in entries}
        found = self._library.keyword_search(words, limit * 8, list(by_id))
        return [by_id[i] for i in dict.fromkeys(p.report_id for p in found)][:limit]


def _weight(evidence: Evidence) -> int:
    """About how many bytes a report takes, folded: as measured over the reports of twenty years."""
    report = evidence.report
    return 6 * len(report.text) + 150 * len(report.sentences) + 950 * len(report.facts)
