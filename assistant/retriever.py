"""The store's fused search as a LangChain retriever."""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from .places import PlaceIndex
from .times import newest_year, resolve_years
from .understand import read_question


class ReportRetriever(BaseRetriever):
    """Finds passages for a question; the places and years that it names narrow the search.

    ``store`` is a :class:`vectorstore.Store`, ``k`` the number of passages. Each document's
    metadata holds source, place, report_year, section (heads joined by `` / ``), start and end.
    """

    store: Any
    k: int = 5

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        entries = {e.id: e for e in self.store.entries()}
        slots = read_question(query, PlaceIndex(entries.values()))
        own = [e for e in entries.values() if not slots.places or e.identity.place in slots.places]
        slots = resolve_years(slots, newest_year(own))
        if slots.report_years:
            own = [e for e in own if e.identity.year in slots.report_years]
        elif slots.years:
            wanted = {y for year in slots.years for y in (year, year + 1)}
            own = [e for e in own if e.identity.year in wanted] or own
        ids = None if len(own) == len(entries) else [e.id for e in own]
        passages = self.store.search(query, self.k, ids)
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
        ]
