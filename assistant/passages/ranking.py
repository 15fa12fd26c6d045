"""Answers without a figure: the sentences of the reports that speak of what was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reports.patterns import regex
from reports.text import plain
from vectorstore.records import ReportEntry

from ..evidence.admitted import (
    AIM_WORDS,
    FELL_SHORT_TOLD,
    PROBLEM_WORDS,
    PROBLEMS,
    admits,
    admitted_in,
    fell_short,
    of_field,
    parts_of,
)
from ..evidence.matching import Need, sentence_coverage
from ..evidence.prepared import Evidence, Shelf
from ..questions.counted import counted_so
from ..questions.kinds import asks_why
from ..questions.problems import asks_problems
from ..questions.slots import Slots
from .admission import admission
from .leads import leads_of, short_heads
from .leanings import (
    answer_bonus,
    asks_how,
    asks_meaning,
    defined_term,
    genre_bonus,
    points_asked,
    time_bonus,
    told_too_early,
    told_too_late,
)
from .listing import listing_asked, lists, without_kind
from .spoken import content_for
from .topics import telling, weigh_open

ENOUGH = 0.60
_OTHERWISE_COUNTED = 0.75
_OF_IT = 0.4
_OTHERWISE_SAID = 0.1
_OF_FAR_YEAR = 0.2
# what parts the report itself has tells of nothing
_CONTENTS = regex("报告(?:共|主要)?(?:分|有|包括)(?:为|成)?[二两三四五六七]个?(?:大?部分|方面)")
_WELL_DONE = regex("成效|成绩|成就|效果|进展|做得")
_LISTING = regex("哪|什么|怎|如何|几条|几点|要求|分别")


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence that covers ``covered`` of the question's words; ``index`` is its place in the report.

    ``told`` is the share where the words that many sentences use weigh less.
    """

    evidence: Evidence
    index: int
    covered: float
    score: float
    told: float

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
    far = _far_year(slots, newest)
    for entry in entries:
        evidence = shelf.evidence(entry)
        if far and far not in evidence.folded:
            continue  # 2035年要建成什么样: told by the report that speaks of that year
        need = weigh_open(content_for(slots, evidence), evidence)
        if not need.says_something:
            continue
        # Without a year the newest report is meant; a notice only repeats the report's plan.
        stale = 0.015 * min(10, newest - (entry.identity.year or 0)) if not slots.years else 0.0
        stale += 0.05 * (entry.identity.kind == "责任分解通知")
        found.extend(replace(f, score=f.score - stale) for f in _in_report(slots, evidence, need))
    found.sort(key=lambda f: -f.score)
    return found[:limit]


def _far_year(slots: Slots, newest: int) -> str:
    """The year asked about, where it lies beyond what reports up to ``newest`` plan by year; else empty."""
    last = max(slots.years, default=0)
    return f"{last}年" if newest and last > newest + 1 else ""


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
    best = telling(need, evidence)
    literal = replace(need, alike=())
    problems = asks_problems(slots)
    topic = _topic_of(need, evidence) if problems else None
    admitted = admitted_in(evidence)
    announced = {i for i, text in enumerate(sentences) if problems and admits(text)}
    # 体育方面有哪些短板: of what the report does not admit no other problems tell
    spoken_of = topic is None or any(topic.spoken_of(sentences[i]) for i in (*admitted, *announced))
    shortfall = weigh_open(AIM_WORDS.sub(" ", need.content), evidence) if fell_short(slots) else None
    leads, heads = leads_of(evidence), short_heads(evidence)
    points = points_asked(plain(slots.text))
    announcing = {lead for own in leads.values() for lead in own[:1]} if points else set()
    counted = counted_so(slots.text)
    far = _far_year(slots, year or 0)
    # What the review says beside a goal's figure is evidence for a model; told openly it is no plan.
    early = slots.task != "figure" and not problems
    many, kindless = listing_asked(slots), without_kind(slots, need)
    why = asks_why(slots.text)
    below = asks_how(slots.text) and not why
    lacks = admission(evidence) if below and not problems and not shortfall else None
    praised = _WELL_DONE.search(slots.text) and not problems
    listing = _LISTING.search(slots.text) is not None
    parents = {s.path[:-1] for s in evidence.report.sections if s.level > 1} if listing else set()
    if "地区" in need.content and "生产总值" not in need.content:
        # 南部地区: of it 地区生产总值 tells nothing
        sentences = tuple(text.replace("地区生产总值", "生产总值") for text in sentences)
    for index, text in enumerate(sentences):
        section = evidence.report.sentences[index].section
        path = evidence.paths.get(section, "")
        if _CONTENTS.search(text):
            continue
        if early and (told_too_early(slots, path, year) or told_too_late(slots, path, year)):
            continue
        if lacks and lacks[0] <= index < lacks[1]:
            continue  # what is lacking does not tell how a thing is done
        zones = [(text, 1.0), (path, 0.8)]
        zones.extend((sentences[lead], 0.8) for lead in leads.get(index, ()))
        if heads[index] >= 0:
            zones.append((sentences[heads[index]], 0.6))
        if index:
            zones.append((sentences[index - 1], 0.35))
        covered = sentence_coverage(need, zones)
        plainly = covered
        if kindless and lists(slots, text):
            covered = max(covered, sentence_coverage(kindless, zones))
        told = index in admitted or index in announced
        if index in announced and spoken_of:
            covered = max(covered, ENOUGH)
        elif topic and not topic.words and not told:
            continue  # 不足 of teachers is none that the report admits of itself
        # 环境方面有哪些短板: of what the report admits, the part that speaks of it
        on_topic = bool(topic and topic.words and told and topic.spoken_of(text))
        if on_topic:
            covered = max(covered, ENOUGH)
        if asks_meaning(slots) and defined_term(slots, text):
            covered = max(covered, ENOUGH)
        if shortfall and FELL_SHORT_TOLD.search(text) and _speaks_of(shortfall, text):
            covered = max(covered, 0.9)
        if counted and covered >= 0.4:
            as_many = counted.search(text)
            covered = max(covered, ENOUGH) if as_many else covered * _OTHERWISE_COUNTED
        as_asked = bool(many and covered >= _OF_IT and many.told(text))
        as_asked = as_asked or bool(index in announcing and covered >= _OF_IT and points in text)
        covered = max(covered, ENOUGH) if as_asked else covered
        if covered < 0.25 or (praised and PROBLEMS.search(text)):
            continue
        told_best = sentence_coverage(best, zones)
        # what the question itself says tells rather than another word for it
        otherwise = plainly - sentence_coverage(literal, zones) if need.alike else 0.0
        score = covered + told_best - plainly - _OTHERWISE_SAID * otherwise + time_bonus(slots, path, year)
        score -= 0.0004 * min(len(text), 200)
        if len(text) <= 40 and text in path and not below:
            score -= 0.12
        score += _OF_FAR_YEAR * (far in path) if far else 0.0
        score += genre_bonus(slots, text) + (0.2 if section in headed else 0.0)
        score += answer_bonus(slots, text) + 0.35 * as_asked
        # what is lacking does not tell how a thing is done, but why it is so
        score += 0.65 * on_topic - 0.15 * (not problems and not shortfall and not why and index in admitted)
        own = evidence.report.sections[section]
        if listing and section in headed and own.path in parents:
            # A head with heads below it is answered by them: 政府自身建设有哪几条.
            score += 0.2 if evidence.report.sentences[index].start == own.start else 0.0
        found.append(Found(evidence, index, covered, score, covered + told_best - plainly))
    return found


@dataclass(frozen=True, slots=True)
class _Topic:
    """What problems are asked about: its words, and the needs of which one must be told; none for all."""

    words: str
    needs: tuple[Need, ...]

    def spoken_of(self, text: str) -> bool:
        """Whether a folded sentence speaks of it, or of a part of it."""
        return not self.words or of_field(self.words, text) or any(_speaks_of(n, text) for n in self.needs)


def _topic_of(need: Need, evidence: Evidence) -> _Topic:
    words = " ".join(PROBLEM_WORDS.sub(" ", need.content).split())
    needs = [weigh_open(part, evidence) for part in (words, *parts_of(words))]
    needs = [n for n in needs if n.says_something]
    return _Topic(words if needs else "", tuple(needs))


def _speaks_of(need: Need, text: str) -> bool:
    return not need.says_something or sentence_coverage(need, [(text, 1.0)]) >= ENOUGH
