"""``Assistant``: opens a store and answers questions from it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from .errors import BadQuestion
from .records import Answer, Cell, Event

if TYPE_CHECKING:
    from vectorstore import Store
    from vectorstore.records import ReportEntry

    from .duties.assignments import Assignment
    from .settings import Settings


class Assistant:
    """Answers questions over the reports of one store.

    Use :meth:`open`. Safe to share between threads for reading; close it when done, or use it as
    a context manager.
    """

    def __init__(self, store: Store, settings: Settings) -> None:
        from .chain import Chain
        from .series import Series

        self.store, self.settings = store, settings
        self._chain = Chain(store, settings)
        self._series = Series(self._chain, store)

    @classmethod
    def open(cls, store: str | Path | None = None, *, settings: Settings | None = None) -> Assistant:
        """Opens the store in folder ``store`` (None: the settings' store).

        Raises StoreNotFound, StoreDamaged, EmbeddingMismatch, BadTable or BadSayings, each with one
        Chinese sentence.
        """
        from reports.indicators import use_table
        from vectorstore import Store

        from .questions.sayings import use_sayings
        from .settings import Settings

        settings = settings or Settings()
        use_table(settings.indicators)
        use_sayings(settings.sayings)
        path = Path(store) if store is not None else settings.store
        opened = Store.open(path, embedding_model=settings.embedding_model, chroma_url=settings.chroma_url)
        return cls(opened, settings)

    def ask(self, question: str, history: Sequence[tuple[str, str]] = ()) -> Answer:
        """The cited answer to ``question``; ``history`` are earlier (question, answer) pairs.

        Raises BadQuestion where the question is empty or too long.
        """
        started = time.perf_counter()
        answer = self._chain.invoke(question, tuple(history))
        return _timed(answer, started)

    def stream(self, question: str, history: Sequence[tuple[str, str]] = ()) -> Iterator[Event]:
        """The steps of an answer: the query, pieces of text, and the answer at the end."""
        started = time.perf_counter()
        for event in self._chain.stream(question, tuple(history)):
            if event.answer is not None:
                yield Event("answer", answer=_timed(event.answer, started))
            else:
                yield event

    def series(self, places: Sequence[str], indicator: str) -> tuple[Cell, ...]:
        """The figures of ``indicator`` over the years that the places' reports cover, as the chat gives them.

        ``indicator`` is a standard name, one with 增速 for its growth, or other words of a report.
        Raises BadQuestion where it is empty or too long.
        """
        if not indicator.strip():
            raise BadQuestion("没有写指标：请选一个指标，例如“地区生产总值”。")
        return self._series.of(places, indicator.strip())

    def indicators(self, places: Sequence[str]) -> list[str]:
        """The standard indicators that the places' reports tell figures of, the most frequent first."""
        from .series import offered

        ids = [entry.id for entry in self.store.entries() if entry.identity.place in places]
        return offered(self.store.facts(ids))

    def duties(self, who: str = "", words: str = "") -> tuple[Assignment, ...]:
        """Who leads what in the store's 责任分解 notices: the tasks of ``who`` that speak of ``words``.

        ``who`` is a person or a unit; an empty one, like empty ``words``, takes any.
        """
        from .duties.assignments import assignments

        told = self.store.duties([entry.id for entry in self.store.entries()])
        return assignments(self.store, told, who.strip(), words.strip())

    def entries(self) -> tuple[ReportEntry, ...]:
        """The reports in the store."""
        return self.store.entries()

    @property
    def llm_trouble(self) -> str:
        """One Chinese sentence on why the LLM's last call failed, or ``""``."""
        return self._chain.llm_trouble

    def close(self) -> None:
        """Closes the store."""
        self.store.close()

    def __enter__(self) -> Assistant:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _timed(answer: Answer, started: float) -> Answer:
    from dataclasses import replace

    return replace(answer, elapsed_ms=round((time.perf_counter() - started) * 1000, 2))
