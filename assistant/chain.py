"""The chain: understand the question → retrieve and answer → verify, as LangChain runnables."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from reports.patterns import regex
from vectorstore.errors import ReportNotFound

from .drafting.drafts import Draft
from .embedded import answer
from .errors import BadQuestion
from .evidence.prepared import Shelf
from .figures.shares import with_shares
from .laid_out import answer_laid_out, both_measures, each_named
from .one_place import told_by_one
from .proof.verify import misquoted, unsupported
from .questions.places import Entries, PlaceIndex
from .questions.shortened import shortened
from .questions.slots import Slots
from .records import Answer, Event, History, Query
from .rereading import leaves_unsaid, tells_all
from .resolving import answer_of_the_nation, query_of, resolve
from .suggesting import suggestions

if TYPE_CHECKING:
    from vectorstore import Store
    from vectorstore.records import ReportEntry

    from .evidence.matches import Match
    from .llm.generate import Generator, Job
    from .settings import Settings

_PIECE = regex(r"[^，。；\n]*[，。；\n]?")
_TRIES = 4
"""How often a question is answered anew whose reports a writer takes away meanwhile."""


_TRACING = ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2")


def _may_listen() -> bool:
    """Whether LangChain's callbacks or traces may be told of the steps.

    Before it is loaded nobody listens, and loading it takes a third of a cold answer's time.
    """
    return "langchain_core" in sys.modules or any(os.environ.get(name) for name in _TRACING)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on its way through the chain.

    ``entries``, ``places`` and ``shelf`` are of one state of the store, to the question's end.
    """

    question: str
    history: History
    slots: Slots | None = None
    entries: tuple[ReportEntry, ...] = ()
    places: PlaceIndex | None = None
    shelf: Shelf | None = None
    query: Query | None = None
    draft: Draft | None = None
    tokens: int = 0
    started: float = field(default_factory=time.monotonic)

    def before(self, longest: int) -> list[str]:
        """The questions before it that a follow-up may go on with, each cut at ``longest``."""
        return [q[:longest] for q, _ in self.history[-8:]]


class Chain:
    """Understands, answers and verifies over one store; re-reads the catalogue when it changes."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store, self._settings = store, settings
        self._lock = threading.Lock()
        self._generation: int | None = None
        self._entries: tuple[ReportEntry, ...] = ()
        self._places = PlaceIndex(())
        self._shelf = Shelf(store)
        self._runnable: Any = None
        self._generator: Generator | None = None
        if settings.llm_model:
            from .llm.generate import Generator

            self._generator = Generator(store, settings)

    @property
    def llm_trouble(self) -> str:
        """Why the LLM's last call failed; ``""`` where it worked, none was made or there is no LLM."""
        return self._generator.llm.breaker.last if self._generator else ""

    @property
    def runnable(self) -> Any:
        """The chain as a LangChain runnable from :class:`Asked` to :class:`Answer`."""
        if self._runnable is None:
            from .steps import Step

            self._runnable = (
                Step(self._understand) | Step(self._complete) | Step(self._answer) | Step(self._finish)
            )
        return self._runnable

    def invoke(self, question: str, history: History) -> Answer:
        """The verified answer."""
        asked = Asked(self._checked(question), history)
        if _may_listen():
            return self.runnable.invoke(asked)
        return self._finish(self._answer(self._complete(self._understand(asked))))

    def figures(self, question: str) -> tuple[Match, ...]:
        """The facts that the embedded default's verified answer states; none where it states no figure."""
        asked = self._answer(self._understand(Asked(self._checked(question), ())))
        stated = asked.slots and asked.slots.task == "figure" and asked.slots.nature != "both"
        result = self._verify(asked)
        if not (stated and asked.draft and result.answered and result.mode == "facts"):
            return ()
        return tuple(asked.draft.near)

    def understood(self, question: str, history: History = ()) -> Asked:
        """A question with what was understood of it, and the state of the store to answer it from."""
        return self._understand(Asked(self._checked(question), history))

    def stream(self, question: str, history: History) -> Iterator[Event]:
        """The steps of the verified answer; the embedded default's text comes in clauses."""
        asked = self._complete(self._understand(Asked(self._checked(question), history)))
        yield Event("query", query=asked.query)
        drafted = self._answer(asked)
        result = self._verify(drafted)
        if self._generator is not None:
            yield from self._generator.events(self._job(drafted, result))
            return
        for piece in _PIECE.findall(result.text):
            if piece:
                yield Event("text", text=piece)
        yield Event("answer", answer=result)

    def _checked(self, question: str) -> str:
        text = question.strip()
        if not text:
            raise BadQuestion("问题是空的：请输入想问的内容，例如“2023年某区城镇新增就业多少”。")
        if len(text) > self._settings.max_question:
            raise BadQuestion(
                f"问题有{len(text)}个字，超过了{self._settings.max_question}字的上限：请把问题说短一些再问。"
            )
        return text

    def _refresh(self) -> tuple[tuple[ReportEntry, ...], PlaceIndex, Shelf]:
        """The catalogue's entries, read anew when a writer has changed it."""
        with self._lock:
            generation = self._store.generation()
            if generation != self._generation:
                self._entries = Entries(self._store.entries())
                self._places = PlaceIndex(self._entries)
                self._shelf = Shelf(self._store)
                self._generation = generation
            return self._entries, self._places, self._shelf

    def _understand(self, asked: Asked) -> Asked:
        entries, places, shelf = self._refresh()
        slots, own = resolve(asked.question, asked.before(self._settings.max_question), places, entries)
        return replace(
            asked, slots=slots, entries=entries, places=places, shelf=shelf, query=query_of(slots, own)
        )

    def _complete(self, asked: Asked) -> Asked:
        """A follow-up that its slots do not complete, understood anew as the LLM completes it."""
        if self._generator is None or not asked.history:
            return asked
        from .llm.rewriting import needed

        assert asked.slots is not None
        if not needed(asked.slots):
            return asked
        assert asked.places is not None
        done = self._generator.complete(asked.question, asked.history, asked.places, asked.entries)
        asked = replace(asked, tokens=done.tokens)
        if not done.question:
            return asked
        again = self._understand(replace(asked, question=done.question))
        if again.query is None or not again.query.indicator:
            return asked
        note = f"追问补全为“{done.question}”"
        return replace(again, query=replace(again.query, notes=(*again.query.notes, note)))

    def _answer(self, asked: Asked) -> Asked:
        """Drafts the answer; understood anew where a report was removed or replaced since it came in."""
        for _ in range(_TRIES - 1):
            try:
                return self._draft(asked)
            except ReportNotFound:
                asked = self._understand(asked)
        return self._draft(asked)

    def _draft(self, asked: Asked) -> Asked:
        assert asked.slots is not None
        assert asked.shelf is not None
        if nation := answer_of_the_nation(
            asked.slots, asked.before(self._settings.max_question), asked.places, asked.entries, asked.shelf
        ):
            slots, query, draft = nation
            return replace(asked, slots=slots, query=query, draft=draft)
        draft = _laid_out(asked, asked.question, answer(asked.slots, asked.entries, asked.shelf))
        drafted = replace(asked, draft=draft)
        if not asked.history and (
            one := told_by_one(asked.slots, draft, asked.places, asked.entries, asked.shelf)
        ):
            slots, query, draft = one
            return replace(asked, slots=slots, query=query, draft=draft)
        return self._said_shortly(drafted) or drafted

    def _said_shortly(self, asked: Asked) -> Asked | None:
        """The answer to the question without the words that say nothing; None where that helps nothing."""
        assert asked.slots is not None
        assert asked.places is not None
        assert asked.shelf is not None
        if not leaves_unsaid(asked.slots, asked.draft):
            return None
        before, places = asked.before(self._settings.max_question), asked.places
        *earlier, question = (shortened(q, places) for q in (*before, asked.question))
        if not question or (*before, asked.question) == (*earlier, question):
            return None
        slots, own = resolve(question, earlier, places, asked.entries)
        draft = _laid_out(asked, question, answer(slots, asked.entries, asked.shelf))
        if not tells_all(asked.slots, slots, draft):
            return None
        query = query_of(slots, own)
        note = f"按“{question}”理解"
        return replace(
            asked,
            slots=replace(slots, question=asked.slots.question),
            query=replace(query, question=asked.question, notes=(*query.notes, note)),
            draft=draft,
        )

    def _finish(self, asked: Asked) -> Answer:
        """The embedded default's answer, verified, or the LLM's where one is set."""
        result = self._verify(asked)
        if self._generator is None:
            return result
        *_, last = self._generator.events(self._job(asked, result))
        return last.answer or result

    def _job(self, asked: Asked, fallback: Answer) -> Job:
        from .llm.generate import Job

        assert asked.slots is not None
        assert asked.query is not None
        assert asked.draft is not None
        assert asked.places is not None
        assert asked.shelf is not None
        return Job(
            asked.question,
            asked.history,
            asked.slots,
            asked.query,
            asked.entries,
            asked.draft,
            fallback,
            asked.places,
            asked.shelf,
            asked.tokens,
            asked.started,
        )

    def _verify(self, asked: Asked) -> Answer:
        assert asked.draft is not None
        draft = asked.draft
        citations = draft.citer.citations
        stored = {c.report_id: _stored(asked, c.report_id) for c in citations}
        earlier = " ".join(q for q, _ in asked.history)
        # as it was understood: a refusal repeats the words without their signs (9·5地震: 95地震)
        earlier += f" {asked.slots.content}" if asked.slots else ""
        wrong = misquoted(citations, stored)
        missing = unsupported(draft.text, citations, asked.question + " " + earlier)
        if not draft.answered and not (wrong or missing):
            return Answer(draft.text, False, draft.mode, citations, asked.query)
        if wrong or missing or not citations:
            return Answer(
                "找到的内容没有通过核对，为免出错不作回答。请换一种问法，写明地区、年份和指标。",
                False,
                draft.mode,
                (),
                asked.query,
                verified=False,
            )
        return Answer(
            draft.text,
            True,
            draft.mode,
            citations,
            asked.query,
            notice="；".join(n for n in asked.query.notes if n.startswith("没有写")) if asked.query else "",
            suggestions=suggestions(asked.slots, draft, asked.entries) if asked.slots else (),
        )


def _laid_out(asked: Asked, question: str, draft: Draft) -> Draft:
    """The draft of ``question`` put plainly where that tells more than ``draft``; a follow-up stays so."""
    assert asked.shelf is not None
    if asked.history:
        return draft
    held = asked.places, asked.entries, asked.shelf
    draft = answer_laid_out(question, draft, *held) or draft
    draft = both_measures(asked.question, draft, *held) or each_named(asked.question, draft, *held) or draft
    return with_shares(asked.slots, draft) if asked.slots else draft


def _stored(asked: Asked, report_id: str) -> str:
    """The stored text of a report that was cited."""
    assert asked.shelf is not None
    entry = next(e for e in asked.entries if e.id == report_id)
    return asked.shelf.evidence(entry).report.text
