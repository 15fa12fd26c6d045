"""Heads that mislead: what a chapter says goes before what its head seems to say.

一、攻坚克难，“十二五”实现良好开局 names a plan and looks back; 四、实现改善民生新进展 sounds like a review
and plans; and where the head of the plan itself is missing, the plan stands under that of the review.
The sentences tell (see :mod:`reports.turn`): each side speaks in words of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reports.patterns import regex

from .periods import RESULT, TARGET, Frame, base_frame, is_dated
from .records import Section

# How clearly sentences must speak against a head: in sum over a chapter, and each on the whole.
_LONG_REVIEW = 100.0
_SHORT_REVIEW = 20.0
_PLANNED = 60.0
_EACH = 1.5
_EACH_OF_FEW = 2.0
# What a plan aims at is told as if it had come about (…全面建成): such heads are believed.
_AIMS = regex("要求|目标|思路|今后|未来|部署|考虑|建议|形势|任务|重点|安排|计划|需|打算")
# What a report's first chapter, the review, says of itself, be it of a plan, of tasks or of aims.
_DONE = regex("完成|实现|开局|执行|情况|回顾|成就|进展|[一三四五]年$")


def corrected(
    sections: Sequence[Section],
    frames: Mapping[int, Frame],
    spoken: Sequence[float],
    lengths: Sequence[int],
    year: int,
) -> dict[int, Frame]:
    """``frames``, where the sentences of a chapter speak clearly against its head.

    ``spoken`` is for each section how much its sentences together speak like a plan (above 0) or look
    back (below 0), ``lengths`` how many they are; ``year`` is the report's.
    """
    right = dict(frames)
    for first, end in _chapters(sections):
        if _looks_back(sections, right, spoken, lengths, first, end):
            for section in sections[first:end]:
                right[section.ordinal] = base_frame(
                    section.path, year, Frame(year - 1, year - 1, RESULT), looks_back=True
                )
    for first, end in _reviews(sections, right):
        for section in sections[_planned_from(spoken, lengths, first, end) : end]:
            plans = base_frame(section.path, year, Frame(year, year, TARGET), looks_back=False)
            ahead = plans.nature == TARGET and plans.year is not None and plans.year >= year
            right[section.ordinal] = plans if ahead else Frame(year, year, TARGET)
    return right


def _chapters(sections: Sequence[Section]) -> list[tuple[int, int]]:
    """The runs of sections that stand under one outermost head; those under none are left out."""
    runs: list[tuple[int, int]] = []
    for at, section in enumerate(sections):
        if not section.path:
            continue
        if runs and runs[-1][1] == at and sections[at - 1].path[:1] == section.path[:1]:
            runs[-1] = runs[-1][0], at + 1
        else:
            runs.append((at, at + 1))
    return runs


def _looks_back(
    sections: Sequence[Section],
    frames: Mapping[int, Frame],
    spoken: Sequence[float],
    lengths: Sequence[int],
    first: int,
    end: int,
) -> bool:
    """Whether a chapter whose head plans looks back: the report's first one, or one that only sounds so."""
    head = sections[first].path[0]
    if frames[sections[first].ordinal].nature != TARGET:
        return False
    if _DONE.search(head) and not any(section.path for section in sections[:first]):
        told = lowest = 0.0
        for score in spoken[first:end]:
            told += score
            lowest = min(lowest, told)
        return lowest <= -_LONG_REVIEW
    told, count = sum(spoken[first:end]), sum(lengths[first:end])
    after_review = frames[sections[first - 1].ordinal].nature == RESULT
    vague = not is_dated(head) and not _AIMS.search(head)
    return after_review and vague and told <= -max(_SHORT_REVIEW, _EACH_OF_FEW * count)


def _reviews(sections: Sequence[Section], frames: Mapping[int, Frame]) -> list[tuple[int, int]]:
    """The runs of sections that look back, by their frames."""
    runs: list[tuple[int, int]] = []
    for at, section in enumerate(sections):
        if frames[section.ordinal].nature != RESULT:
            continue
        if runs and runs[-1][1] == at:
            runs[-1] = runs[-1][0], at + 1
        else:
            runs.append((at, at + 1))
    return runs


def _planned_from(spoken: Sequence[float], lengths: Sequence[int], first: int, end: int) -> int:
    """Where in a run that is said to look back the plan begins; ``end`` where it does not."""
    told = most = 0.0
    turn, count, sentences = end, 0, 0
    for at in range(end - 1, first - 1, -1):
        told, count = told + spoken[at], count + lengths[at]
        if told > most:
            most, turn, sentences = told, at, count
    return turn if most >= _PLANNED and most >= _EACH * sentences else end
