"""What the LLM is given: numbered evidence sentences and the facts that match."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from reports.figures import Figure, find_figures
from reports.patterns import regex
from reports.records import Fact
from reports.repair import tidy
from reports.text import fold
from vectorstore.records import ReportEntry

from ..drafting.citing import section_path
from ..drafting.drafts import Draft
from ..drafting.wording import NATURE_NOTES, sentence
from ..evidence.matches import Match
from ..evidence.prepared import Evidence, Shelf
from ..figures.cells import wanted_cells
from ..figures.select import rank
from ..passages.digest import asks_for_all, overview, tells_nothing
from ..passages.overview import LOOKS_BACK
from ..passages.ranking import find_sentences
from ..questions.slots import Slots

if TYPE_CHECKING:
    from vectorstore import Store

CHARACTERS = 8000
"""Evidence handed over, at most."""
SEARCHED_FOR = 8
"""Passages that the store's search adds for open questions."""
_LONGEST = 600
_SEARCHED = frozenset({"open", "list", "who", "when"})
# A report is no place for these: a sentence with one of them speaks to the machine.
_SUSPICIOUS = regex(
    r"(?:忽略|无视|忘记|不要理会|绕过)[^。]{0,12}(?:指令|规则|提示|要求|设定)|提示词|系统消息|system\s*prompt|"
    r"ignore\s+(?:all|any|the|previous)|disregard|https?://|javascript:|<\s*(?:img|script|a|iframe)\b|!\[|\]\(",
    re.IGNORECASE,
)
# The words after a figure end where those of the next one begin (1个和技术中心10个).
_AFTER = regex(r"[,。;、:!]|^(?:以及|和|及|与|并)")
_PLAN = regex(r"安排|目标|任务|重点|今后|计划|部署|打算|今年|要求|思路|建议")
CLAUSE_ENDS = regex(r"[,;。:!?]")
"""What ends a clause in text as :func:`compact` leaves it."""
_SPACE = regex(r"\s+")


def compact(text: str) -> str:
    """``text`` folded and without white space: the form in which claims are compared."""
    return _SPACE.sub("", fold(text))


@dataclass(frozen=True, slots=True)
class Known:
    """A figure printed in an evidence sentence. ``before`` are the words up to the one before it."""

    figure: Figure
    before: str
    after: str
    fact: Fact | None


class Item:
    """One numbered sentence of evidence: the run ``[start, end)`` of a report's stored text."""

    def __init__(self, number: int, evidence: Evidence, start: int, end: int) -> None:
        self.number, self.evidence, self.start, self.end = number, evidence, start, end

    @property
    def place(self) -> str:
        return self.evidence.entry.identity.place

    @property
    def report_year(self) -> int | None:
        return self.evidence.entry.identity.year

    @cached_property
    def text(self) -> str:
        """The sentence on one line."""
        return tidy(self.evidence.report.text[self.start : self.end]).strip()

    @cached_property
    def compact(self) -> str:
        return compact(self.text)

    @cached_property
    def around(self) -> str:
        """Sentence, heads, title, places and file name, folded: what names may come from."""
        identity = self.evidence.entry.identity
        heads = section_path(self.evidence, self.start)
        names = (identity.title, identity.place, *identity.parents, identity.speaker, *heads)
        return self.compact + "\n" + compact("\n".join(names))

    @cached_property
    def planned(self) -> bool:
        """Whether the sentence stands in the part of a report that says what is to be done."""
        heads = section_path(self.evidence, self.start)
        kind = self.evidence.entry.identity.kind
        return kind == "责任分解通知" or bool(
            heads and _PLAN.search(heads[0]) and not LOOKS_BACK.search(heads[0])
        )

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(f for f in self.evidence.report.facts if self.start <= f.start < self.end)

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that the sentence itself names."""
        return frozenset(int(y) for y in re.findall(r"(?<!\d)(?:19|20)\d\d(?=年|[-—–~至到])", self.compact))

    @cached_property
    def known(self) -> tuple[Known, ...]:
        """The figures printed in the sentence, each with its fact where there is one."""
        figures = find_figures(self.compact)
        facts = list(self.facts)
        found = []
        for i, figure in enumerate(figures):
            before = self.compact[figures[i - 1].end if i else 0 : figure.start]
            after = self.compact[figure.end : figures[i + 1].start if i + 1 < len(figures) else None]
            fact = next((f for f in facts if _states(f, figure)), None)
            if fact is not None:
                facts.remove(fact)
            found.append(Known(figure, before[-40:], _AFTER.split(after)[0], fact))
        return tuple(found)

    def label(self) -> str:
        """Place, report, section, years and natures, for the model."""
        heads = " > ".join(section_path(self.evidence, self.start)[-2:])
        years = sorted({f.period or str(f.year) for f in self.facts if f.year})
        natures = sorted({f.nature for f in self.facts})
        parts = [f"{self.place}{self.report_year or ''}年报告", heads]
        if years:
            parts.append(f"数据年份：{'、'.join(years[:3])}")
        if natures:
            parts.append("、".join(natures))
        return "｜".join(p for p in parts if p)


def _states(fact: Fact, figure: Figure) -> bool:
    return abs(fact.normal - figure.normal) < 1e-6 * max(1.0, abs(fact.normal)) or fact.value == figure.value


@dataclass(frozen=True, slots=True)
class Material:
    """Everything for one question. ``sums`` are lines with results that code has computed, ``own``
    the lines of the embedded default's answer where facts gave it, with marks that fit ``items``."""

    items: tuple[Item, ...]
    facts: tuple[str, ...]
    sums: tuple[str, ...]
    own: tuple[str, ...] = ()

    def evidence_text(self) -> str:
        """The evidence as the prompt shows it."""
        return "\n".join(f"[{i.number}]（{i.label()}）{i.text}" for i in self.items) or "（没有找到）"

    def facts_text(self) -> str:
        """The matching facts and sums as the prompt shows them."""
        return "\n".join((*self.facts, *self.sums)) or "（没有直接对应的数据）"


def suspicious(text: str) -> bool:
    """Whether a sentence talks to the machine instead of the reader."""
    return _SUSPICIOUS.search(text) is not None


def collect(
    slots: Slots, own: Sequence[ReportEntry], draft: Draft, shelf: Shelf, store: Store, limit: int
) -> Material:
    """Evidence for a question, best first: the draft's own, matching facts, sentences, passages.

    Numbers 1… of the draft's citations stay theirs, so that its lines can be handed over as they
    are.
    """
    items: dict[tuple[str, int, int], Item] = {}
    by_id = {e.id: e for e in own}
    size = 0

    def add(evidence: Evidence, start: int, end: int) -> Item | None:
        nonlocal size
        key = (evidence.report.id, start, end)
        if key in items:
            return items[key]
        item = Item(len(items) + 1, evidence, start, end)
        if len(items) >= limit or size + len(item.text) > CHARACTERS or len(item.text) > _LONGEST:
            return None
        if suspicious(item.text) or (not item.facts and (_is_head(item) or tells_nothing(item.compact))):
            return None
        size += len(item.text)
        return items.setdefault(key, item)

    cited = draft.citer.citations
    whole = True
    for c in cited:
        if c.report_id in by_id and whole:
            found = add(shelf.evidence(by_id[c.report_id]), c.start, c.end)
            whole = found is not None and found.number == c.number
    lines = (
        [line for line in draft.text.split("\n") if line] if draft.answered and draft.mode == "facts" else []
    )
    sums = [line for line in lines if "＝" in line]
    own_lines = tuple(lines) if whole else ()
    facts = [line for line in own_lines if line not in sums]
    for match in _matches(slots, own, shelf):
        item = add(match.evidence, match.fact.sentence_start, match.fact.sentence_end)
        note = NATURE_NOTES.get(match.fact.nature, "")
        if item is not None and len(facts) < 12:
            told = sentence(match)
            facts.append(f"{told}{f'（{note}）' if note and note not in told else ''}[{item.number}]")
    for evidence, start, end in _sentences(slots, own, shelf, store, limit):
        add(evidence, start, end)
    return Material(tuple(items.values()), tuple(dict.fromkeys(facts)), tuple(sums), own_lines)


def _is_head(item: Item) -> bool:
    return any(s.start <= item.start and item.end <= s.body for s in item.evidence.report.sections)


def _matches(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Iterator[Match]:
    cells = wanted_cells(slots, own)
    each = max(2, 8 // max(1, len(cells)))
    for cell in cells:
        yield from [m for m in rank(slots, cell, shelf)[:each] if m.covered >= 0.5]


def _sentences(
    slots: Slots, own: Sequence[ReportEntry], shelf: Shelf, store: Store, limit: int
) -> Iterator[tuple[Evidence, int, int]]:
    """Sentences by their words with those that follow; for open questions also by the store's search,
    for what asks about the whole those that tell most."""
    chosen = [e for e in own if of_time(slots, e)] or list(own)
    if asks_for_all(slots):
        yield from overview(slots, chosen, shelf)
    found = find_sentences(slots, chosen, shelf, limit=8)
    for hit in found:
        yield hit.evidence, *hit.span
    if slots.task not in _SEARCHED:
        return
    for hit in found[:3]:
        sentences = hit.evidence.report.sentences
        for follower in sentences[hit.index + 1 : hit.index + 7]:
            if follower.section == hit.section or len(hit.text) < 40:
                yield hit.evidence, follower.start, follower.end
    by_id = {e.id: e for e in chosen}
    queries = dict.fromkeys((slots.content.strip(), slots.question))
    passages = [p for query in queries if query for p in store.search(query, SEARCHED_FOR, list(by_id))]
    for passage in sorted(passages, key=lambda p: -p.score):
        evidence = shelf.evidence(by_id[passage.report_id])
        for s in evidence.report.sentences:
            if passage.start <= s.start and s.end <= passage.end:
                yield evidence, s.start, s.end


def of_time(slots: Slots, entry: ReportEntry) -> bool:
    """Whether a report may speak of the years asked for; True where none is."""
    year = entry.identity.year
    if slots.report_years:
        return year in slots.report_years
    if slots.span:
        return year is not None and slots.span[0] <= year <= slots.span[1] + 1
    if slots.years:
        return year is None or any(year in (y, y + 1) for y in slots.years)
    return True
