"""The figure that another one came from, in its own sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reports.patterns import regex
from reports.phrases import TURNED
from reports.repair import tidy
from reports.text import fold

from ..evidence.fits import FROM
from ..evidence.matches import Match
from ..evidence.prepared import FactText

_HELD = regex(r"(?:从|由)(?:原来|原先|原有|过去|改革前)?的?$|[比较](?:原来|原有|现有|原先|改革前|精简前)的?$")


def moved_from(match: Match) -> Match | None:
    """The figure before ``match`` that became it: 29亿元增长到50亿元; of a list each its own.

    分别从7家、4家增加到10家、6家: the first of the one list became the first of the other.
    """
    fact = match.fact
    before = [
        i for i in match.evidence.facts if i.fact.end <= fact.start and i.sentence == match.item.sentence
    ]
    after = [
        i for i in match.evidence.facts if i.fact.start >= fact.end and i.sentence == match.item.sentence
    ]
    back, late = _listed(match, before[::-1]), _listed(match, after)
    first = before[-1 - len(back)] if len(before) > len(back) else None
    if first is None or first.fact.base_unit != fact.base_unit:
        return None
    opens = back[-1].fact if back else fact
    between = match.evidence.report.text[first.fact.end : opens.start]
    if not _BECAME.fullmatch(tidy(between).strip()):
        return None
    was = [first, *_listed(replace(match, item=first), before[: -1 - len(back)][::-1])]
    if len(was) != len(back) + 1 + len(late):
        return None  # as many as there are now, or it is not told which was which
    return replace(match, item=was[len(late)])


def _listed(match: Match, others: Sequence[FactText]) -> list[FactText]:
    """The figures of its unit beside ``match`` with nothing but 、 or 和 between, the nearest first."""
    found: list[FactText] = []
    last = match.fact
    for item in others:
        start, end = sorted((last, item.fact), key=lambda f: f.start)
        between = match.evidence.report.text[start.end : end.start].strip()
        if item.fact.base_unit != last.base_unit or between not in ("、", "和", "及", "与"):
            break
        found.append(item)
        last = item.fact
    return found


_BECAME = regex(rf"(?:{TURNED}){{1,2}}(?:到|至|为)了?")


def held(match: Match) -> Match | None:
    """The figure that ``match`` is set against in its sentence: 比原有的86个减少27个."""
    fact = match.fact
    for item in match.evidence.facts:
        same = item.fact.sentence_start == fact.sentence_start and item.fact.base_unit == fact.base_unit
        same = same and not re.search("[;；]", match.evidence.report.text[fact.end : item.fact.start])
        if same and item.fact.start > fact.end and _HELD.search(tidy(item.fact.before).strip()):
            return replace(match, item=item)
    return None


def set_against(year: int, first: Match) -> bool:
    """Whether the words before a figure set what follows against ``year``.

    In its sentence (2002年与1998年相比，…由7680万元增加到…), or as a period in its paragraph
    (2003年到2023年，…).
    """
    text = first.evidence.report.text
    start, at = first.fact.sentence_start, first.fact.start
    if re.search(f"[与同跟和比较从由是]{year}年", fold(tidy(text[start:at]))):
        return True
    paragraph = text[max(0, start - _PARAGRAPH) : at].split("\n")[-1]
    return re.search(rf"{year}年?(?:到|至|—|-)+\d{{4}}年", fold(tidy(paragraph))) is not None


_PARAGRAPH = 500


def was_of(year: int, first: Match, last: Match) -> bool:
    """Whether ``first``, which ``last`` changed from, is what there was in ``year``."""
    period = last.fact.period
    if len(period) == len("2017-2021") and first.fact.period == period:
        # 五年来由4.14亿元增长到8.56亿元: from what was there before the first year, or at its end
        at_its_own_time = _OWN_TIME.search(first.fact.before) is not None
        return int(period[:4]) in (year, year + 1) and not at_its_own_time
    return first.fact.year == year or set_against(year, first)


# 由上世纪末的300多只恢复到2700多只: of no year that the period begins with
_OWN_TIME = regex("世纪|年代|最[高低多少好差][一-鿿]{0,2}时|高峰|原来|[一-鿿]前的?$|历史")


def started_from(match: Match) -> Match | None:
    """The figure that ``match`` changed from, in its own sentence: 从22%提高到88%."""
    fact = match.fact
    before = [
        item
        for item in match.evidence.facts
        if item.fact.sentence_start == fact.sentence_start
        and item.fact.start < fact.start
        and item.fact.base_unit == fact.base_unit
    ]
    if not before or not FROM.search(before[-1].fact.before):
        return None
    return replace(match, item=before[-1])


def gap_told(first: Match, last: Match) -> str:
    """By how much ``last`` differs from ``first``, where their sentence tells it itself; else ``""``."""
    gap = abs(last.fact.normal - first.fact.normal)
    for item in last.evidence.facts:
        fact = item.fact
        same = fact.sentence_start == last.fact.sentence_start and fact.base_unit == last.fact.base_unit
        if same and fact.measure == "增量" and abs(fact.normal - gap) < _ROUNDING * gap:
            return tidy(fact.figure)
    return ""


def fold_told(last: Match) -> str:
    """How many times more ``last`` is, where it is told right behind it (增长5倍多); else ``""``."""
    behind = last.evidence.facts[last.fact.ordinal + 1 : last.fact.ordinal + 2]
    for fact in (item.fact for item in behind):
        grown = fact.base_unit == "倍" and re.search("增[长加]了?$", fact.before)
        if grown and fact.sentence_start == last.fact.sentence_start:
            return f"增长{tidy(fact.figure)}"
    return ""


_ROUNDING = 1e-6
