"""Evidence for what asks about a report as a whole: the sentences that tell most, over all its parts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from reports.patterns import regex
from reports.records import Fact, Sentence
from vectorstore.records import ReportEntry

from ..evidence.prepared import Evidence, Shelf
from ..questions.slots import Slots

_SUMMING = regex(
    r"总结|概括|概述|综述|简介|介绍|主要|工作|重点|内容|要点|亮点|讲了?|情况|成绩|成就|成效|安排|计划|目标|任务|整体|总体|报告"
)
_PLANS = ("目标", "计划")
_REPORTS = 3
# Sentences that open, thank and close; they tell nothing.
_CEREMONY = regex(
    r"^各位代表|请予审议|提出意见|表示(?:衷心|诚挚|由衷|崇高)|致以|让我们|^.{0,12}(?:主要做了以下|重点(?:抓|做)好以下)"
)


def asks_for_all(slots: Slots) -> bool:
    """Whether the question is left without a subject once words like 总结 and 主要内容 are gone."""
    return len(re.sub(r"\s", "", _SUMMING.sub("", slots.content))) < 2


def tells_nothing(text: str) -> bool:
    """Whether a sentence without figures is a head, a greeting or a closing."""
    return len(text) < 10 or _CEREMONY.search(text) is not None


def overview(
    slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf
) -> Iterator[tuple[Evidence, int, int]]:
    """Sentences of the time and nature asked for: of each section the richest in figures, then what opens
    it, then the next."""
    newest = sorted(entries, key=lambda e: -(e.identity.year or 0))
    for entry in newest[:_REPORTS]:
        evidence = shelf.evidence(entry)
        by_section: dict[int, list[tuple[int, Sentence]]] = {}
        for sentence, facts in _told(evidence):
            wanted = sum(_fits(slots, fact) for fact in facts)
            if wanted:
                by_section.setdefault(sentence.section, []).append((wanted, sentence))
        ranked = [sorted(found, key=lambda one: -one[0]) for found in by_section.values()]
        for found in ranked:
            found[1:1] = [(0, s) for s in _opening(evidence, found[0][1].section)]
        for part in _parts(evidence, by_section):
            ranked += [[(0, s)] for s in _opening(evidence, part)]
        for depth in range(max(map(len, ranked), default=0)):
            for found in ranked:
                if depth < len(found):
                    yield evidence, found[depth][1].start, found[depth][1].end


def _parts(evidence: Evidence, sections: Collection[int]) -> list[int]:
    """The sections above those given that are not among them: the parts of the report."""
    paths = {evidence.report.sections[ordinal].path for ordinal in sections}
    return [
        s.ordinal
        for s in evidence.report.sections
        if s.path and s.ordinal not in sections and any(path[: len(s.path)] == s.path for path in paths)
    ]


def _opening(evidence: Evidence, section: int) -> list[Sentence]:
    """The first sentence of a section's text."""
    body = evidence.report.sections[section].body
    own = (s for s in evidence.report.sentences if s.section == section and s.start >= body)
    return list(islice(own, 1))


def _told(evidence: Evidence) -> Iterator[tuple[Sentence, list[Fact]]]:
    facts = evidence.report.facts
    for sentence in evidence.report.sentences:
        own = [f for f in facts if sentence.start <= f.start < sentence.end]
        if own:
            yield sentence, own


def _fits(slots: Slots, fact: Fact) -> bool:
    planned = fact.nature in _PLANS
    if slots.nature in ("目标", "实绩") and planned != (slots.nature == "目标"):
        return False
    return not slots.years or fact.year in slots.years
