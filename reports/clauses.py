"""The clauses of a sentence, and what one without a figure speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.patterns import regex

from .figures import Figure
from .indicators import find_names
from .phrases import COMMENT
from .text import FOOTNOTE

_BREAK = regex(r"[，,；;。：！？!?\n]|(?<!\d):|:(?!\d)|(?<=[一-鿿%])\.(?=[一-鿿])")
# （预计数，下同）: a remark on how it was counted parts nothing and names nothing.
_NOTE = regex(
    r"[（(](?=[^（()）\d]{2,20}[）)])[^（()）]*(?:下同|预计|现价|可比价|同口径|快报数?|初步核算|初步统计)[^（()）]*[）)]"
)
_ASIDES = regex(f"{FOOTNOTE.pattern}|{_NOTE.pattern}")
# A clause that only says when, how or against what: it leaves the subject as it was.
_ASIDE = regex(
    r"(?:经过|通过|按|扣除|同比|比|较|在|以|并|而|其中|到|截至|截止|(?:高|低|快|慢|优|好)于|超过|领先|居(?!民)|位居|位列|排名|增速|增幅)|\d{4}年|去年|今年|全年|五年来|一年来|目前"
)
# 全省经济运行保持在合理区间，比上年增长6.8%
_ECONOMY_RUNS = regex(
    r"(?:尽管[^，,]{2,20}[，,])?(?:全[国省市县区州盟旗]|我[国省市县区州盟旗]|国民)?经济(?:运行)?(?:总体|依然|仍然|仍|继续|始终|持续|呈现|保持|平稳|稳中|企稳|回升|较快|快速|健康)+"
)


@dataclass(frozen=True, slots=True)
class Clause:
    start: int
    end: int


def clauses_of(text: str, figures: list[Figure]) -> Iterator[Clause]:
    """The clauses of ``text``; the marks within figures (12,345) and remarks divide nothing."""
    start = index = 0
    notes = [note.span() for note in _NOTE.finditer(text)]
    for match in _BREAK.finditer(text):
        if any(a < match.start() < b for a, b in notes):
            continue
        while index < len(figures) and figures[index].end <= match.start():
            index += 1
        if index < len(figures) and figures[index].start <= match.start():
            continue
        yield Clause(start, match.start())
        start = match.end()
    yield Clause(start, len(text))


def subject_of(lone: str, subject: str) -> str:
    """The subject after a clause without a figure: 进出口总值创历史新高 names it, 经过努力 does not."""
    if (when := re.match(r"(?:\d{4}年|去年|全年)(?:[上下]半年)?", lone)) and find_names(lone[when.end() :]):
        lone = lone[when.end() :]  # 2021年旅游收入、游客人数再创新高 names them
    if lone.endswith(("比重", "比例", "占比")) and len(lone) <= 30:
        return lone
    if not lone or _ASIDE.match(lone):
        return subject
    if _ECONOMY_RUNS.match(lone):
        return "经济"
    names = find_names(lone)
    if names and len(lone) - names[-1].end <= 14:
        return lone[: names[-1].end]
    if subject and COMMENT.search(lone):
        return subject
    return lone if len(lone) <= 30 else ""


def without_remarks(words: str) -> str:
    """``words`` without footnote marks and remarks in brackets on how a figure was counted."""
    return _ASIDES.sub("", words)
