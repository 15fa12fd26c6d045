"""A report made ready for matching: folded sentences, facts and heads."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from reports.records import Fact, Report, Sentence
from reports.repair import tidy
from reports.text import plain
from vectorstore.records import Passage, ReportEntry


class Library(Protocol):
    """What matching needs of a store."""

    def entries(self) -> tuple[ReportEntry, ...]: ...

    def report(self, report_id: str) -> Report: ...

    def keyword_search(
        self, query: str, k: int, report_ids: Sequence[str] | None = None
    ) -> Sequence[Passage]: ...


@dataclass(frozen=True, slots=True)
class FactText:
    """A fact with its words folded for matching.

    ``near`` are the words between the neighbouring figures, ``clause`` the whole clause,
    ``lead`` what stands before the clause in its sentence, ``sentence`` the index of its sentence.
    """

    fact: Fact
    near: str
    after: str
    clause: str
    lead: str
    sentence: int


class Evidence:
    """One report of the store, its parts folded once and kept."""

    def __init__(self, entry: ReportEntry, report: Report) -> None:
        self.entry, self.report = entry, report

    @cached_property
    def paths(self) -> dict[int, str]:
        """Section ordinal → all its heads, folded."""
        return {s.ordinal: plain(" ".join(s.path)) for s in self.report.sections}

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The report's sentences, folded."""
        text = self.report.text
        return tuple(plain(text[s.start : s.end]) for s in self.report.sentences)

    @cached_property
    def bodies(self) -> dict[int, str]:
        """Section ordinal → all its sentences, folded."""
        parts: dict[int, list[str]] = {}
        for sentence, text in zip(self.report.sentences, self.sentences, strict=True):
            parts.setdefault(sentence.section, []).append(text)
        return {ordinal: "\n".join(texts) for ordinal, texts in parts.items()}

    @cached_property
    def folded(self) -> str:
        """The whole report folded, for counting how common a word is."""
        return "\n".join(self.sentences)

    @cached_property
    def facts(self) -> tuple[FactText, ...]:
        """The report's facts, folded."""
        starts = [s.start for s in self.report.sentences]
        return tuple(
            self._fact_text(f, max(0, bisect_right(starts, f.sentence_start) - 1)) for f in self.report.facts
        )

    def _fact_text(self, fact: Fact, sentence: int) -> FactText:
        clause = plain(fact.clause)
        whole = self.sentences[sentence] if sentence < len(self.sentences) else ""
        at = whole.find(clause)
        return FactText(
            fact=fact,
            near=plain(fact.indicator + " " + fact.before),
            after=plain(fact.after),
            clause=clause,
            lead=whole[max(0, at - 40) : at] if at > 0 else "",
            sentence=sentence,
        )

    def sentence_text(self, sentence: Sentence) -> str:
        """A sentence on one line, for showing."""
        return tidy(self.report.text[sentence.start : sentence.end])


class Shelf:
    """The reports in use, loaded from the store when first needed; at most ``size`` are kept."""

    def __init__(self, library: Library, size: int = 96) -> None:
        self._library, self._size = library, size
        self._kept: OrderedDict[str, Evidence] = OrderedDict()

    def evidence(self, entry: ReportEntry) -> Evidence:
        """The evidence of one report."""
        found = self._kept.pop(entry.id, None)
        if found is None:
            found = Evidence(entry, self._library.report(entry.id))
            if len(self._kept) >= self._size:
                self._kept.popitem(last=False)
        self._kept[entry.id] = found
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
