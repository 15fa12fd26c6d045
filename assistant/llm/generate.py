"""The LLM answerer: evidence → prompt → streamed text, each sentence checked → cited answer."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reports.patterns import regex
from vectorstore.records import ReportEntry

from ..drafting import refusals
from ..drafting.citing import Citer
from ..drafting.drafts import Draft
from ..errors import LLMError
from ..evidence.prepared import Shelf
from ..proof.checked import CORRECTED, CUT_SHORT, LED, TOO_LONG, Checked
from ..proof.checking import Checker
from ..proof.claims import MARK
from ..proof.cleaning import Cleaner
from ..proof.fitting import misses
from ..proof.material import Material, collect, of_time
from ..proof.verify import unsupported
from ..questions.places import PlaceIndex
from ..questions.slots import Slots
from ..records import Answer, Event, History, Query
from .client import LLM
from .prompts import load_prompt, render
from .rewriting import SHARE_OF_TIME, Completed, complete

if TYPE_CHECKING:
    from vectorstore import Store

    from ..settings import Settings

# A sentence is over when something else than its own marks and closing quotes follows.
_SENTENCE = regex(
    r"\s*[^。！？!?\n]*(?:[。！？!?]+[”’」』）)]*(?:[ \t]*\[\d{1,3}\])*(?=\n|[^\s\[”’」』）)])|\n(?=[^\s\[]))"
)
_LABEL = regex(r"(?m)^\s*(?:[（(]?\d{1,2}[)）]|\d{1,2}[.、](?!\d))")
_DETERMINED = frozenset({"meta", "duty"})
_PAST_QUESTIONS, _PAST_LENGTH = 3, 120
RESERVE = 0.5
"""Seconds of the time limit kept back for showing what is there when it runs out; at most a tenth."""


@dataclass(frozen=True, slots=True)
class Job:
    """One question for the LLM, understood, with the embedded default's answer to fall back on.

    ``tokens`` were spent on completing the question; it came at ``started`` by the monotonic clock.
    """

    question: str
    history: History
    slots: Slots
    query: Query
    entries: Sequence[ReportEntry]
    draft: Draft
    fallback: Answer
    places: PlaceIndex
    shelf: Shelf
    tokens: int = 0
    started: float = field(default_factory=time.monotonic)


@dataclass
class _Page:
    """What the user sees: checked sentences, and the one that is coming."""

    checker: Checker
    checked: list[str] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)
    buffer: str = ""
    screen: str = ""
    withdrawn: int = 0
    stood: int = 0
    empty: bool = False

    def take(self, text: str) -> None:
        """More clean text: whole sentences are checked."""
        self.buffer += text
        while match := _SENTENCE.match(self.buffer):
            self.buffer = self.buffer[match.end() :]
            self._check(match.group())

    def close(self, *, whole: bool) -> None:
        """The end: the last sentence is checked, or dropped where the reply was cut short."""
        rest, self.buffer = self.buffer, ""
        if rest.strip() and (whole or re.search(r"[。！？!?\]]\s*$", rest)):
            self._check(rest)

    def _check(self, sentence: str) -> None:
        if not sentence.strip():
            self.checked.append(sentence if self.checked else "")
            return
        result: Checked = self.checker.check(sentence)
        self.withdrawn += bool(result.reason)
        self.stood += not result.reason
        # What the first sentence says is there or not is what the answer says.
        self.empty = self.empty or (result.empty and not any(map(str.strip, self.checked)))
        self.checked.append(MARK.sub(lambda m: f"[{self._number(int(m[1]))}]", result.text))

    def _number(self, evidence: int) -> int:
        """Citations are numbered as they come."""
        return self.numbers.setdefault(evidence, len(self.numbers) + 1)

    def lead(self, lines: Sequence[str]) -> None:
        """Puts lines with marks by evidence number ahead of what was told; citations are numbered anew."""
        evidence = {shown: n for n, shown in self.numbers.items()}
        told = MARK.sub(lambda m: f"[{evidence[int(m[1])]}]", self.text.strip())
        self.numbers.clear()
        whole = "\n".join((*lines, told))
        self.checked = [MARK.sub(lambda m: f"[{self._number(int(m[1]))}]", whole)]

    @property
    def text(self) -> str:
        """All checked sentences."""
        return "".join(self.checked)

    def event(self) -> Event | None:
        """What brings the user's screen up to date."""
        shown = self.text + self._coming()
        before, self.screen = self.screen, shown
        if shown == before:
            return None
        if shown.startswith(before):
            return Event("text", text=shown[len(before) :])
        return Event("replace", text=shown)

    def _coming(self) -> str:
        known = dict(self.numbers)

        def number(match: re.Match[str]) -> str:
            n = int(match[1])
            return f"[{known.setdefault(n, len(known) + 1)}]" if self.checker.knows(n) else ""

        coming = MARK.sub(number, self.buffer)
        return coming if self.checked else coming.lstrip()


class Generator:
    """Answers with the LLM of the settings; whatever goes wrong, the embedded default's answer comes."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store, self._settings = store, settings
        self.llm = LLM(settings)

    def events(self, job: Job) -> Iterator[Event]:
        """``text`` and ``replace`` events, and the ``answer`` at the end."""
        job = replace(job, fallback=replace(job.fallback, tokens=job.tokens))
        if not wanted(job):
            yield from _shown(job.fallback)
            return
        own = [e for e in job.entries if not job.slots.places or e.identity.place in job.slots.places]
        most = self._settings.llm_max_evidence
        material = collect(job.slots, own, job.draft, job.shelf, self._store, most)
        if not material.items:
            yield from _shown(job.fallback)
            return
        page = _Page(self._checker(job, material))
        tokens, finish, prompt, written = job.tokens, "", _prompt(job, material), ""
        # Understanding and completing the question were a part of the one time limit, and so is the
        # embedded answer that comes where this one does not.
        limit = self._settings.llm_timeout
        left = job.started + limit - min(RESERVE, limit * 0.1) - time.monotonic()
        try:
            cleaner = Cleaner()
            for delta in self.llm.stream(prompt, seconds=left):
                tokens, finish = max(tokens, job.tokens + delta.tokens), delta.finish or finish
                written += delta.text
                text, restart = cleaner.feed(delta.text)
                if restart:
                    page = _Page(self._checker(job, material), screen=page.screen)
                page.take(text)
                if event := page.event():
                    yield event
            page.take(cleaner.finish())
            page.close(whole=finish != "length")
        except LLMError as error:
            if written:
                # Cut short: what came was paid for, though no usage was told.
                tokens = max(tokens, job.tokens + self.llm.meter.spent(prompt, written))
            yield from _shown(self._cut(job, material, page, tokens, error), page.screen)
            return
        if tokens == job.tokens:
            tokens += self.llm.meter.spent(prompt, written)
        answer = self._answer(job, material, page, tokens)
        if finish == "length" and answer.mode == "llm":
            answer = replace(answer, notice=answer.notice + TOO_LONG)
        yield from _shown(answer, page.screen)

    def _cut(self, job: Job, material: Material, page: _Page, tokens: int, error: LLMError) -> Answer:
        """After a failure: the sentences that were checked by then, else the embedded answer."""
        page.close(whole=False)
        kept = self._answer(job, material, page, tokens)
        if kept.mode == "llm":
            return replace(kept, notice=f"{error}{CUT_SHORT}{kept.notice}")
        return replace(job.fallback, notice=f"{error}本次由内置方式作答。", tokens=tokens)

    def complete(
        self, question: str, history: History, places: PlaceIndex, entries: Sequence[ReportEntry]
    ) -> Completed:
        """A follow-up as the LLM completes it, in a part of the time limit."""
        limit = self._settings.llm_timeout * SHARE_OF_TIME
        return complete(question, history, places, entries, self.llm, limit)

    @staticmethod
    def _checker(job: Job, material: Material) -> Checker:
        asked = " ".join([job.question, *(q for q, _ in job.history)])
        rules = load_prompt("answer").template.split("$")[0]
        return Checker(material, job.slots, job.places, asked=asked, rules=rules)

    def _answer(self, job: Job, material: Material, page: _Page, tokens: int) -> Answer:
        """The checked text as an answer, or the embedded default's with a notice."""
        text = re.sub(r"\n{3,}", "\n\n", page.text).strip()
        items = {i.number: i for i in material.items}
        citer = Citer()
        for evidence in page.numbers:
            item = items[evidence]
            citer.cite(item.evidence, item.start, item.end)
        # A citation is shown only where its mark still stands.
        marks = set(map(int, MARK.findall(text)))
        citations = tuple(c for c in citer.citations if c.number in marks)
        asked = " ".join([job.question, *(q for q, _ in job.history)])
        if page.empty and not job.fallback.answered:
            return replace(job.fallback, tokens=tokens)
        if not text or not citations:
            return self._instead(job, tokens, "大模型的回答没有可核对的依据")
        if page.empty or misses(job.slots, job.draft, _LABEL.sub("", text), [items[n] for n in page.numbers]):
            if not job.fallback.answered:
                # The refusal says what is missing; the reports' other figures are no answer.
                return replace(job.fallback, tokens=tokens)
            if page.empty or page.withdrawn or not material.own:
                return self._instead(job, tokens, "大模型的回答没有用到查到的数据")
            page.lead(material.own)
            return replace(self._answer(job, replace(material, own=()), page, tokens), notice=LED)
        if not page.stood and job.draft.mode == "extractive":
            # Nothing that the model said is left: the passage answers better than stray sentences.
            return self._instead(job, tokens, "大模型的回答没有通过核对")
        if unsupported(_LABEL.sub("", text), citations, asked, page.checker.derived):
            return self._instead(job, tokens, "大模型的回答没有通过核对")
        notice = CORRECTED.format(page.withdrawn) if page.withdrawn else ""
        return Answer(text, True, "llm", citations, job.query, notice=notice, tokens=tokens)

    @staticmethod
    def _instead(job: Job, tokens: int, reason: str) -> Answer:
        return replace(job.fallback, notice=f"{reason}，本次由内置方式作答。", tokens=tokens)


def wanted(job: Job) -> bool:
    """Whether the LLM may be asked: refusals over place, year or subject stand, and so does what
    is read off the report as a whole (who gave it, who is in charge)."""
    slots, draft = job.slots, job.draft
    if slots.task in _DETERMINED or not job.entries or refusals.off_topic(slots.text):
        return False
    if draft.answered:
        return True
    if slots.unknown_places:
        return False
    own = [e for e in job.entries if not slots.places or e.identity.place in slots.places]
    return any(of_time(slots, e) for e in own)


def _prompt(job: Job, material: Material) -> str:
    return render(
        "answer",
        question=job.question,
        understood=_understood(job),
        facts=material.facts_text(),
        evidence=material.evidence_text(),
    )


def _understood(job: Job) -> str:
    query = job.query
    parts = [
        ("地区", "、".join(query.places)),
        ("年份", query.period or "、".join(map(str, query.years))),
        ("指标", query.indicator),
        ("性质", {"both": "目标与实绩"}.get(query.nature, query.nature)),
        ("口径", query.measure),
        ("此前的问题", " / ".join(q[:_PAST_LENGTH] for q, _ in job.history[-_PAST_QUESTIONS:])),
    ]
    return "\n".join(f"{name}：{value}" for name, value in parts if value) or "（没有限定）"


def _shown(answer: Answer, screen: str = "") -> Iterator[Event]:
    """The events that leave ``answer`` on a screen that shows ``screen``."""
    if screen and answer.text.startswith(screen):
        if len(answer.text) > len(screen):
            yield Event("text", text=answer.text[len(screen) :])
    elif screen:
        yield Event("replace", text=answer.text)
    else:
        yield Event("text", text=answer.text)
    yield Event("answer", answer=answer)
