"""Answers without a figure: the sentences of the reports that speak of what was asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reports.records import Report
from reports.text import plain
from vectorstore.records import ReportEntry

from .evidence import Evidence, Shelf
from .matching import Need, sentence_coverage, weigh
from .slots import Slots

ENOUGH = 0.60
# 存在哪些问题: every report names its problems in one paragraph, in words of its own.
_PROBLEMS_ASKED = re.compile(
    r"(?:哪些|什么|有何|几个)[^，。？]{0,10}(?:问题|困难|不足|短板|挑战)|(?:问题|困难|不足|短板|挑战)(?:和|与|、|有|是|还|短|不|困|挑|问)*(?:哪些|什么|吗|呢|$)"
)
_PROBLEMS = re.compile(
    r"(?:认识到|看到|意识到|正视|存在|面临|面对)[^。]{0,40}(?:困难|问题|不足|短板|差距|挑战)|(?:困难|问题|不足|短板)[^。]{0,12}(?:主要是|主要表现|主要有|：)"
)
_DEFINED = r"(?:是指|就是|即|包括|分别是|[（(：:]|——)"
_ASKS_MEANING = re.compile(r"指什么|指的|是什么|哪几|哪些|什么意思|含义|包括|分别是")
_NOTE = re.compile(r"(?:\d+[.、])?([^，。；:：]{2,16}?)(?:[:：]|是指|即)")
_ANNOUNCES = re.compile(
    r"[一二三四五六七八九十]+(?:个|大|项)?(?:方面|重点|任务|工程|行动|目标|举措)|(?:以下|下列|如下)"
)
_REVIEW = re.compile(r"回顾|成就|成绩|过去|总结")
_PLAN = re.compile(r"安排|目标|任务|重点|今后|计划|建议|部署|打算|今年|要求|思路|实事")


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence that covers ``covered`` of the question's words; ``index`` is its place in the report."""

    evidence: Evidence
    index: int
    covered: float
    score: float

    @property
    def span(self) -> tuple[int, int]:
        """Its half-open range in the stored text."""
        sentence = self.evidence.report.sentences[self.index]
        return sentence.start, sentence.end

    @property
    def text(self) -> str:
        """The sentence on one line."""
        return self.evidence.sentence_text(self.evidence.report.sentences[self.index])

    @property
    def section(self) -> int:
        """The ordinal of its section."""
        return self.evidence.report.sentences[self.index].section


def find_sentences(
    slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf, limit: int = 12
) -> list[Found]:
    """The sentences that cover the question best, best first."""
    found: list[Found] = []
    newest = max((e.identity.year or 0 for e in entries), default=0)
    for entry in entries:
        evidence = shelf.evidence(entry)
        need = weigh(slots.content, evidence)
        if not need.says_something:
            continue
        # Without a year the newest report is meant; a notice only repeats the report's plan.
        stale = 0.015 * min(10, newest - (entry.identity.year or 0)) if not slots.years else 0.0
        stale += 0.05 * (entry.identity.kind == "责任分解通知")
        found.extend(replace(f, score=f.score - stale) for f in _in_report(slots, evidence, need))
    found.sort(key=lambda f: -f.score)
    return found[:limit]


def _in_report(slots: Slots, evidence: Evidence, need: Need) -> list[Found]:
    found = []
    sentences = evidence.sentences
    year = evidence.entry.identity.year
    # A section whose own head says what is asked about answers it better than a passing word.
    headed = {
        s.ordinal
        for s in evidence.report.sections
        if s.path and sentence_coverage(need, [(plain(s.path[-1]), 1.0)]) >= 0.8
    }
    for index, text in enumerate(sentences):
        section = evidence.report.sentences[index].section
        path = evidence.paths.get(section, "")
        zones = [(text, 1.0), (path, 0.8)]
        if index:
            zones.append((sentences[index - 1], 0.35))
        covered = sentence_coverage(need, zones)
        if _PROBLEMS_ASKED.search(slots.text) and _PROBLEMS.search(text):
            covered = max(covered, ENOUGH)
        if _ASKS_MEANING.search(slots.text) and _defined_term(slots, text):
            covered = max(covered, ENOUGH)
        if covered < 0.25:
            continue
        score = covered + _time_bonus(slots, path, year) - 0.0004 * min(len(text), 200)
        if len(text) <= 40 and text in path:
            score -= 0.12
        score += _genre_bonus(slots, text) + (0.2 if section in headed else 0.0)
        found.append(Found(evidence, index, covered, score))
    return found


def _genre_bonus(slots: Slots, text: str) -> float:
    """For questions whose answers reports word alike: their problems, what a term stands for."""
    if _PROBLEMS_ASKED.search(slots.text) and _PROBLEMS.search(text):
        return 0.35
    if _ASKS_MEANING.search(slots.text):
        if _defined_term(slots, text):
            return 0.35
        for word in slots.content.split():
            tail = plain(word)[-6:]
            if len(tail) >= 3 and re.search(re.escape(tail) + r"[^，。；]{0,4}" + _DEFINED, text):
                return 0.2
    return 0.0


def _defined_term(slots: Slots, text: str) -> bool:
    """Whether the sentence is a note that explains a term of the question: 六个之城：产业之城…."""
    found = _NOTE.match(text)
    return found is not None and found[1] in plain(slots.content)


def _time_bonus(slots: Slots, path: str, year: int | None) -> float:
    """Prefers the part of the report that looks the way the question looks."""
    plan, review = _PLAN.search(path), _REVIEW.search(path)
    if slots.nature == "目标":
        return 0.06 if plan else -0.1 if review else 0.0
    if slots.nature == "实绩":
        return 0.06 if review else -0.06 if plan else 0.0
    if slots.years and year is not None:
        asked = max(slots.years)
        if asked == year:
            return 0.06 if plan else -0.08 if review else 0.0
        if asked == year - 1:
            return 0.06 if review else -0.1 if plan else 0.0
    return 0.0


def gather(slots: Slots, found: Sequence[Found], *, limit: int = 360) -> list[Found]:
    """The best sentence with those that go with it, in the report's order, at most ``limit`` characters.

    The sentences that follow it in its section belong to it when it opens the section or announces
    a list; others come in when they cover nearly as much.
    """
    top = found[0]
    evidence, report = top.evidence, top.evidence.report
    chosen = {top.index: top}
    size = len(top.text)
    others = [
        f
        for f in found[1:]
        if f.evidence is evidence and f.covered >= top.covered * (0.8 if f.section == top.section else 0.95)
    ]
    if heads := _heads_below(slots, top, limit):
        return [top, *heads]
    opens = _opens(top) or (_PROBLEMS_ASKED.search(slots.text) and _PROBLEMS.search(top.text))
    following = range(top.index + 1, len(report.sentences)) if opens else ()
    for index in following:
        if not _goes_on(report, top, index, size):
            break
        extra = Found(evidence, index, 0.0, 0.0)
        if size + len(extra.text) > limit:
            break
        chosen[index] = extra
        size += len(extra.text)
    for other in others:
        if other.index in chosen or size + len(other.text) > limit:
            continue
        chosen[other.index] = other
        size += len(other.text)
    return [chosen[i] for i in sorted(chosen)]


_CLAUSES = re.compile(r"[^，；。！？]+[，；。！？]?")


def essence(slots: Slots, found: Found) -> str:
    """The fewest neighbouring clauses of a sentence that cover the question as well as the whole.

    The words are the sentence's own; what asks for one thing needs no more of a long sentence.
    """
    clauses = _CLAUSES.findall(found.text)
    need = weigh(slots.content, found.evidence)
    if len(clauses) < 3 or not need.says_something:
        return found.text
    whole = sentence_coverage(need, [(plain(found.text), 1.0)])
    for size in range(1, len(clauses)):
        windows = [clauses[i : i + size] for i in range(len(clauses) - size + 1)]
        best = max(windows, key=lambda w: sentence_coverage(need, [(plain("".join(w)), 1.0)]))
        if sentence_coverage(need, [(plain("".join(best)), 1.0)]) >= whole - 0.03:
            return "".join(best).strip("，；。") + "。"
    return found.text


def _heads_below(slots: Slots, top: Found, limit: int) -> list[Found]:
    """The heads that follow a sentence that announces them (抓好八个方面), where they are asked for."""
    if not (
        re.search("哪|什么|方面|重点", slots.text)
        and (_ANNOUNCES.search(top.text) or top.text.endswith(("：", ":")))
    ):
        return []
    report = top.evidence.report
    own = report.sections[top.section]
    heads: list[Found] = []
    wanted = None
    for index in range(top.index + 1, len(report.sentences)):
        sentence = report.sentences[index]
        section = report.sections[sentence.section]
        if section.level < own.level or (
            section.level == own.level and section.ordinal != own.ordinal and wanted is None
        ):
            break
        if sentence.section == own.ordinal:
            continue
        wanted = wanted or section.level
        if section.level < wanted:
            break
        if section.level == wanted and sentence.start == section.start:
            heads.append(Found(top.evidence, index, 0.0, 0.0))
    size = len(top.text)
    kept = []
    for head in heads:
        size += len(head.text)
        if size > limit + 200:
            break
        kept.append(head)
    return kept if len(kept) >= 2 else []


def _opens(found: Found) -> bool:
    """Whether the sentence announces what follows: a head, 一是…, or the start of its section."""
    report = found.evidence.report
    section = report.sections[found.section] if found.section < len(report.sections) else None
    sentence = report.sentences[found.index]
    text = found.text
    return bool(
        len(text) < 40 or text.endswith(("：", ":")) or (section and sentence.start <= section.body + 1)
    )


def _goes_on(report: Report, top: Found, index: int, size: int) -> bool:
    own = report.sections[top.section].path
    other = report.sections[report.sentences[index].section].path
    return other[: len(own)] == own
