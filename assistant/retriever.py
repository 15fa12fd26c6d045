"""The store's fused search as a LangChain retriever."""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import PrivateAttr

from vectorstore.records import ReportEntry

from .places import PlaceIndex
from .times import choose_namesake, newest_year, resolve_years
from .understand import read_question


class ReportRetriever(BaseRetriever):
    """Finds passages for a question; the places and years that it names narrow the search.

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
        slots = resolve_years(slots, newest_year(own))
        if slots.report_years:
            own = [e for e in own if e.identity.year in slots.report_years]
        elif slots.years:
            wanted = {y for year in slots.years for y in (year, year + 1)}
            own = [e for e in own if e.identity.year in wanted] or own
        ids = None if len(own) == len(entries) else [e.id for e in own]
        # Inside few reports the standard names help (gdp: 地区生产总值); among all they only blur.
        words = query if ids is None else " ".join([query, *slots.names])
        passages = self.store.search(words, self.k, ids)
        return [
            Document(
                page_content=p.text,
                metadata={
                    "source": entries[p.report_id].source,
                    "place": entries[p.report_id].identity.place,
                    "report_year": entries[p.report_id].identity.year,
                    "section": " / ".join(p.path),
                    "start": p.start,
                    "end": p.end,
                    "score": p.score,
                },
            )
            for p in passages
            if p.report_id in entries  # not of a report that came in since
        ]
