"""The store's fused search as a LangChain retriever."""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import PrivateAttr

from vectorstore.records import ReportEntry

from .questions.places import PlaceIndex
from .questions.slots import Slots
from .questions.times import choose_namesake, newest_year, resolve_years
from .questions.understand import read_question

_FITS = 0.2
"""What a passage is given where its report tells of the year asked for: as much as 0.2 of cosine or more."""
_DEPTH = 4
"""So many times ``k`` passages are found for those that fit to come forward."""


class ReportRetriever(BaseRetriever):
    """Finds passages for a question; the places and years that it names narrow the search.

    A year is told by its own report (its goals) and by the next one (its results): both are searched, and
    the one that the question means comes forward. So does the newest report where no year is named.

    ``store`` is a :class:`vectorstore.Store`, ``k`` the number of passages. Each document's
    metadata holds source, place, report_year, section (heads joined by `` / ``), start and end.
    """

    store: Any
    k: int = 5
    _kept: tuple[int, dict[str, ReportEntry], PlaceIndex] | None = PrivateAttr(default=None)

    def _catalogue(self) -> tuple[dict[str, ReportEntry], PlaceIndex]:
        """The reports and their places, read anew when the store has changed."""
        generation = self.store.generation()
        if self._kept is None or self._kept[0] != generation:
            entries = {e.id: e for e in self.store.entries()}
            self._kept = (generation, entries, PlaceIndex(entries.values()))
        return self._kept[1], self._kept[2]

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        entries, places = self._catalogue()
        slots = read_question(query, places)
        slots = choose_namesake(slots, tuple(entries.values()))
        own = [e for e in entries.values() if not slots.places or e.identity.place in slots.places]
        newest = newest_year(own)
        slots = resolve_years(slots, newest)
        if slots.report_years:
            own = [e for e in own if e.identity.year in slots.report_years]
        elif slots.years:
            wanted = {y for year in slots.years for y in (year, year + 1)}
            own = [e for e in own if e.identity.year in wanted] or own
        ids = None if len(own) == len(entries) else [e.id for e in own]
        # Inside few reports the standard names help (gdp: 地区生产总值); among all they only blur.
        words = query if ids is None else " ".join([query, *slots.names])
        passages = self.store.search(words, self.k if ids is None else _DEPTH * self.k, ids)
        there = [
            (p.score + (_FITS if _fits(entries[p.report_id], slots, newest) else 0), entries[p.report_id], p)
            for p in passages
            if p.report_id in entries  # not of a report that came in since
        ]
        there.sort(key=lambda found: -found[0])
        return [
            Document(
                page_content=p.text,
                metadata={
                    "source": entry.source,
                    "place": entry.identity.place,
                    "report_year": entry.identity.year,
                    "section": " / ".join(p.path),
                    "start": p.start,
                    "end": p.end,
                    "score": score,
                },
            )
            for score, entry, p in there[: self.k]
        ]


def _fits(entry: ReportEntry, slots: Slots, newest: int | None) -> bool:
    """Whether a report is the one that a question without a report's year means.

    The goals of a year stand in the report that plans it, all else in the one that reviews it.
    """
    if slots.report_years:
        return False
    if not slots.years:
        return bool(slots.places) and entry.identity.year == newest
    told = entry.identity.plan_years if slots.nature == "目标" else entry.identity.review_years
    return any(year in told for year in slots.years)
