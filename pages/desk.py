"""What the pages work with: one assistant over one store, opened when it is first needed."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import AssistantError
from pages.messages import Turn, plain
from pages.reader import excuse, reading
from pages.trend import own_words
from vectorstore.errors import StoreError

if TYPE_CHECKING:
    from assistant import Assistant
    from assistant.records import Citation
    from reports.records import Fact, Report
    from vectorstore.records import ReportEntry

TRENDS = 4
"""Trends that a cited sentence offers."""
EXAMPLES = 4
"""Example questions on the empty page."""


class Desk:
    """The assistant behind the pages, shared by all visitors.

    A store that is missing is tried again at every visit, so that a page comes to life once
    reports have been ingested.
    """

    def __init__(self, store: Path) -> None:
        self.store = store
        self._lock = threading.Lock()
        self._assistant: Assistant | None = None
        self._examples: tuple[tuple[ReportEntry, ...], list[str]] = ((), [])

    @property
    def assistant(self) -> Assistant:
        """Raises the rooms' errors where the store cannot be opened."""
        from assistant import Assistant

        with self._lock:
            if self._assistant is None:
                self._assistant = Assistant.open(self.store)
            return self._assistant

    def generation(self) -> int:
        """A number that changes when reports come or go; -1 where there is no store yet."""
        try:
            return self.assistant.store.generation()
        except (AssistantError, StoreError):
            return -1

    def overview(self) -> str:
        """One line on what the store holds or, where there is none, on what to do."""
        try:
            entries = self.assistant.store.entries()
        except (AssistantError, StoreError) as error:
            return f'<span class="lost">{plain(str(error))}</span>'
        places = list(dict.fromkeys(entry.identity.place for entry in entries if entry.identity.place))
        years = sorted({entry.identity.year for entry in entries if entry.identity.year})
        named = "、".join(places[:4]) + (f"等 {len(places)} 个地区" if len(places) > 4 else "")
        span = "—".join(map(str, dict.fromkeys(years[:1] + years[-1:])))
        parts = (f"库中有 {len(entries)} 份报告", named, f"{span} 年" if span else "")
        return plain(" · ".join(filter(None, parts)))

    def choices(self) -> tuple[list[str], list[int]]:
        """The places and the years, newest first, that the store's reports speak of."""
        try:
            known = [entry.identity for entry in self.assistant.store.entries()]
        except (AssistantError, StoreError):
            return [], []
        years = {year for one in known for year in (*one.review_years, *one.plan_years)}
        return list(dict.fromkeys(one.place for one in known if one.place)), sorted(years, reverse=True)

    def examples(self) -> list[str]:
        """Questions on figures of the newest reports; each has been answered before it is shown."""
        try:
            entries = self.assistant.store.entries()
            if self._examples[0] != entries:
                self._examples = (entries, self._made_examples(entries))
        except (AssistantError, StoreError):
            return []
        return self._examples[1]

    def _made_examples(self, entries: tuple[ReportEntry, ...]) -> list[str]:
        from assistant import Assistant

        # Checked by the embedded default alone: an example must cost neither time nor tokens.
        store, settings = self.assistant.store, self.assistant.settings
        embedded = Assistant(store, settings.model_copy(update={"llm_model": "", "llm_base_url": ""}))
        newest = sorted(entries, key=lambda entry: entry.identity.year or 0, reverse=True)[:EXAMPLES]
        facts = {entry.id: [found.fact for found in store.facts([entry.id])] for entry in newest}
        common = Counter(name for known in facts.values() for name in {fact.name for fact in known})
        questions: list[str] = []
        asked: set[str] = set()
        for turn, entry in enumerate(newest * 2):
            nature = "目标" if turn % 2 else "实绩"
            for fact in sorted(facts[entry.id], key=lambda fact: -common[fact.name]):
                if fact.name in asked or not _askable(fact, nature):
                    continue
                goal = "目标" if nature == "目标" else ""
                question = f"{fact.year}年{fact.place}{fact.name}{goal}是多少？"
                if embedded.ask(question).answered:
                    questions.append(question)
                    asked.add(fact.name)
                    break
            if len(questions) == EXAMPLES:
                break
        return questions

    def respond(self, question: str, turns: tuple[Turn, ...]) -> Iterator[Turn]:
        """The turn as it grows. Raises the rooms' errors."""
        history = tuple((turn.question, turn.answer.text) for turn in turns if turn.answer)
        turn = Turn(question)
        yield turn
        for event in self.assistant.stream(question, history):
            if event.kind == "query":
                turn = replace(turn, query=event.query)
            elif event.kind == "text":
                turn = replace(turn, text=turn.text + event.text)
            elif event.kind == "replace":
                turn = replace(turn, text=event.text)
            elif event.answer:
                turn = turn.answered(event.answer)
            yield turn

    def read(self, turns: tuple[Turn, ...], turn: int, number: int) -> str:
        """The report of the ``number``-th citation of an answer, as HTML; ``""`` where there is none."""
        answer = turns[turn].answer if 0 <= turn < len(turns) else None
        cited = [citation for citation in answer.citations if citation.number == number] if answer else []
        if not answer or not cited:
            return ""
        try:
            report = self.assistant.store.report(cited[0].report_id)
        except (AssistantError, StoreError) as error:
            return excuse(str(error))
        return reading(report, answer.citations, number, turn, told_in(report, cited[0]))

    def ask(self, question: str, history: list[list[str]] | None = None) -> dict[str, Any]:
        """Answers one question, as JSON: the fields of an answer, or ``error`` with a sentence.

        ``history`` holds ``[question, answer]`` pairs, the oldest first.
        """
        pairs = tuple((str(pair[0]), str(pair[1])) for pair in history or [] if len(pair) == 2)
        try:
            return asdict(self.assistant.ask(question, pairs))
        except (AssistantError, StoreError) as error:
            return {"error": str(error)}


def told_in(report: Report, citation: Citation) -> list[tuple[str, str]]:
    """The places and indicators of the figures in a cited sentence, as the indicators page takes them."""
    found = [
        (fact.place or citation.place, own_words(fact))
        for fact in report.facts
        if citation.start <= fact.start < citation.end
    ]
    return [one for one in dict.fromkeys(found) if all(one)][:TRENDS]


def _askable(fact: Fact, nature: str) -> bool:
    """Whether a newcomer would understand a question about ``fact``."""
    return bool(fact.name and fact.place and fact.year and fact.nature == nature and fact.measure == "水平")
