"""Answers without a figure: the sentences of the reports that speak of what was asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reports.text import plain
from vectorstore.records import ReportEntry

from .admitted import (
    AIM_WORDS,
    FELL_SHORT_TOLD,
    PROBLEM_WORDS,
    PROBLEMS,
    admitted_in,
    asks_problems,
    fell_short,
)
from .evidence import Evidence, Shelf
from .leads import leads_of
from .matching import Need, sentence_coverage, weigh
from .numerals import COUNTS
from .quoted import QUOTED, bare
from .slots import Slots
from .spoken import (
    asks_honour,
    asks_kind,
    content_for,
    either_deed,
    kind_names,
    tells_honour,
    tells_time,
)

ENOUGH = 0.60
_DEFINED = r"(?:是指|就是|即|包括|分别是|[（(：:]|——)"
_ASKS_MEANING = re.compile(
    r"指什么|指的|是什么|是哪[二两三四五六七八九]?[种样项类]|哪几|哪些|什么意思|含义|包括|包含|分别是|指[^，。？]{0,4}哪|怎么讲"
)
_NOTE = re.compile(r"[\[【(（]?(?:\d+[\]】)）.、．]+)?([^，,。；;:：]{2,24}?)(?:[:：]|是指|即)")
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
        need = weigh(content_for(slots, evidence), evidence)
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
    problems = asks_problems(slots)
    topic = weigh(PROBLEM_WORDS.sub(" ", need.content), evidence) if problems else None
    admitted = admitted_in(evidence) if problems else frozenset()
    # 体育方面有哪些短板: of what the report does not admit no other problems tell
    spoken_of = topic is None or any(
        _speaks_of(topic, text)
        for index, text in enumerate(sentences)
        if index in admitted or PROBLEMS.search(text)
    )
    shortfall = weigh(AIM_WORDS.sub(" ", need.content), evidence) if fell_short(slots) else None
    leads = leads_of(evidence)
    counted = _counted_so(slots.text)
    praised = _WELL_DONE.search(slots.text) and not problems
    listing = _LISTING.search(slots.text) is not None
    parents = {s.path[:-1] for s in evidence.report.sections if s.level > 1} if listing else set()
    for index, text in enumerate(sentences):
        section = evidence.report.sentences[index].section
        path = evidence.paths.get(section, "")
        zones = [(text, 1.0), (path, 0.8)]
        zones.extend((sentences[lead], 0.8) for lead in leads.get(index, ()))
        if index:
            zones.append((sentences[index - 1], 0.35))
        covered = sentence_coverage(need, zones)
        if problems and PROBLEMS.search(text) and spoken_of:
            covered = max(covered, ENOUGH)
        elif topic and not topic.says_something and index not in admitted:
            continue  # 不足 of teachers is none that the report admits of itself
        # 环境方面有哪些短板: of what the report admits, the part that speaks of it
        told = index in admitted or PROBLEMS.search(text) is not None
        on_topic = bool(topic and topic.says_something and told and _speaks_of(topic, text))
        if on_topic:
            covered = max(covered, ENOUGH)
        if _asks_meaning(slots) and _defined_term(slots, text):
            covered = max(covered, ENOUGH)
        if shortfall and FELL_SHORT_TOLD.search(text) and _speaks_of(shortfall, text):
            covered = max(covered, 0.9)
        if counted and covered >= 0.4:
            as_many = counted.search(text)
            covered = max(covered, ENOUGH) if as_many else covered * _OTHERWISE_COUNTED
        if covered < 0.25 or (praised and PROBLEMS.search(text)):
            continue
        score = covered + _time_bonus(slots, path, year) - 0.0004 * min(len(text), 200)
        if len(text) <= 40 and text in path:
            score -= 0.12
        score += _genre_bonus(slots, text) + (0.2 if section in headed else 0.0)
        score += _answer_bonus(slots, text)
        score += 0.5 * on_topic
        own = evidence.report.sections[section]
        if listing and section in headed and own.path in parents:
            # A head with heads below it is answered by them: 政府自身建设有哪几条.
            score += 0.2 if evidence.report.sentences[index].start == own.start else 0.0
        found.append(Found(evidence, index, covered, score))
    return found


def _speaks_of(need: Need, text: str) -> bool:
    return not need.says_something or sentence_coverage(need, [(text, 1.0)]) >= ENOUGH


def _genre_bonus(slots: Slots, text: str) -> float:
    """For questions whose answers reports word alike: their problems, what a term stands for."""
    if asks_problems(slots) and PROBLEMS.search(text):
        return 0.35
    if _asks_meaning(slots):
        if _defined_term(slots, text):
            return 0.35
        for word in slots.content.split():
            tail = plain(word)[-6:]
            if len(tail) >= 3 and re.search(re.escape(tail) + r"[^，。；]{0,4}" + _DEFINED, text):
                return 0.2
    return 0.0


# 争创一批示范企业 does not tell which one is named; 问题 and 短板 are no results.
_HOPED = re.compile("争创|力争|争取|申创|创建一批|培育一批|新增一批|支持[^，。]{0,12}(?:建设|创建)")


def _answer_bonus(slots: Slots, text: str) -> float:
    """For a sentence that holds what answers such a question: a name of the kind asked for, a time."""
    bonus = 0.0
    if asks_kind(slots.text):
        names = kind_names(text, slots.text)
        bonus += 0.12 * bool(names) + 0.1 * (len(names) == asked_count(slots.text))
        if _SEVERAL.search(slots.text):
            bonus += 0.06 * min(3, max(0, len(names) - 1))
        if slots.nature != "目标" and _HOPED.search(text):
            bonus -= 0.1
    if asks_honour(slots.text):
        bonus += 0.12 if tells_honour(text) else -0.12
    if deeds := either_deed(slots.text):
        bonus += 0.15 * any(deed in text for deed in deeds)
    if slots.task == "when":
        bonus += 0.12 if tells_time(text) else -0.1
    if not asks_problems(slots) and PROBLEMS.search(text):
        bonus -= 0.08
    count = asked_count(slots.text)
    counted = rf"(?:{_numerals(count)})(?:项|个|件|家|名|处|条)[^。]{{0,20}}(?:分别(?:为|是)|即|[:：])"
    if count > 1 and re.search(counted, text):
        bonus += 0.2
    return bonus


_SEVERAL = re.compile("哪(?:几|些)")
_WELL_DONE = re.compile("成效|成绩|成就|效果|进展|做得")
_LISTING = re.compile("哪|什么|怎|如何|几条|几点|要求|分别")


def asked_count(question: str) -> int:
    """How many things a question asks for (哪两家: 2); -1 where it does not say."""
    found = re.search("哪([一二两三四五六七八九十])", question)
    return COUNTS[found[1]] if found else -1


def _counted_so(question: str) -> re.Pattern[str] | None:
    """哪六条河: as many of them, as a report counts them (6条河流)."""
    found = _COUNTED_ASK.search(question)
    if found is None:
        return None
    return re.compile(f"(?:{_numerals(COUNTS[found[1]])}){found[2]}[^，。、；]{{0,4}}{re.escape(found[3])}")


_OTHERWISE_COUNTED = 0.75
_COUNTED_ASK = re.compile("哪([二两三四五六七八九十])([个家座条项所位处件种类])([一-鿿])(?=$|[，,。？?；])")


def _numerals(count: int) -> str:
    return "|".join([str(count), *(c for c, value in COUNTS.items() if value == count)])


def _asks_meaning(slots: Slots) -> bool:
    return bool(_ASKS_MEANING.search(slots.text)) and not asks_kind(slots.text)


def _defined_term(slots: Slots, text: str) -> bool:
    """Whether the sentence is a note that explains a term of the question: 六个之城：产业之城…."""
    found = _NOTE.match(text)
    if found is None:
        return False
    noted = bare(found[1])
    if noted in bare(slots.content):
        return True
    # “四险一金”机制：…: the note's head may say more than the name that the question quotes
    quoted = [bare(name) for name in QUOTED.findall(slots.question)]
    return any(len(name) >= 3 and noted.startswith(name) for name in quoted)


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


_CLAUSES = re.compile(r"[^，；。！？]+[，；。！？]?")


def essence(slots: Slots, found: Found) -> str:
    """The fewest neighbouring clauses of a sentence that cover the question as well as the whole.

    The words are the sentence's own; what asks for one thing needs no more of a long sentence. Where
    a name of some kind or a time is asked for, the clauses reach as far as the next one.
    """
    clauses = _CLAUSES.findall(found.text)
    need = weigh(content_for(slots, found.evidence), found.evidence)
    if len(clauses) < 3 or not need.says_something:
        return found.text
    whole = sentence_coverage(need, [(plain(found.text), 1.0)])
    for size in range(1, len(clauses)):
        starts = range(len(clauses) - size + 1)
        covered = {i: sentence_coverage(need, [(plain("".join(clauses[i : i + size])), 1.0)]) for i in starts}
        best = max(starts, key=lambda i: (covered[i], _tells(slots, "".join(clauses[i : i + size])), -i))
        if covered[best] >= whole - 0.03:
            first, last = _reach(slots, clauses, best, best + size)
            return "".join(clauses[first:last]).strip("，；。") + "。"
    return found.text


def _tells(slots: Slots, text: str) -> bool:
    """Whether the words hold the name or the time that is asked for."""
    if slots.task == "when":
        return tells_time(text)
    return not asks_kind(slots.text) or len(kind_names(plain(text), slots.text)) >= max(
        1, asked_count(slots.text)
    )


def _reach(slots: Slots, clauses: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """``[first, last)`` widened to the nearest clause that holds what is asked for, if one does."""
    if _tells(slots, "".join(clauses[first:last])):
        return first, last
    for step in range(1, 5):
        for low, high in ((first - step, last), (first, last + step), (first - step, last + step)):
            if low >= 0 and high <= len(clauses) and _tells(slots, "".join(clauses[low:high])):
                return low, high
    return first, last
