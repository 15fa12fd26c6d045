"""How much of a question a sentence must say to answer it, and when less will do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.patterns import regex
from reports.text import plain

from ..evidence.admitted import admitted_in
from ..evidence.matching import sentence_coverage
from ..questions.kinds import asks_why
from ..questions.slots import Slots
from .going_on import cause_after
from .leanings import asks_how, says_why, time_bonus
from .presupposed import borne_out, little_told, told_of
from .ranking import ENOUGH as ENOUGH_PASSAGE
from .ranking import Found
from .spoken import asks_honour, content_for, tells_honour
from .topics import weigh_open

_OPEN_ASKED = regex(
    r"如何|怎|为什么|为何|原因|介绍|概述|总结|说说|谈谈|讲讲|情况|措施|什么|哪|做法|指|成就|成绩"
)


def enough(slots: Slots, found: Found | None = None) -> float:
    """The share of a question's words, 0 to 1, that the sentence which answers must hold."""
    # A name or a date that is not there must not be answered with a sentence on the same subject.
    if slots.task in ("who", "when"):
        return 0.64
    if asks_why(slots.text):
        # a cause is not told by what only speaks of the same subject
        told = found and (
            says_why(plain(found.text))
            or cause_after(found.evidence, [found.index])
            or not {found.index, found.index + 1}.isdisjoint(admitted_in(found.evidence))
        )
        return ENOUGH_PASSAGE if told else 0.7
    return 0.75 if slots.task == "open" and not _OPEN_ASKED.search(slots.text) else ENOUGH_PASSAGE


_AHEAD, _HALF = 0.2, 0.5


def far_ahead(slots: Slots, found: Sequence[Found]) -> bool:
    """Whether the best sentence of too few words leaves all others behind and holds the rarest word."""
    top, second = found[0], found[1].score if len(found) > 1 else 0.0
    yes_or_no = re.search("(?:没有?|吗)[？?。]*$", slots.text)
    won = asks_honour(slots.text) and tells_honour(plain(top.text))
    if not (slots.task in ("list", "open") or won) or asks_why(slots.text) or yes_or_no:
        return False
    if top.covered < _HALF or top.score - second < _AHEAD:
        return False
    evidence = top.evidence
    pairs = dict.fromkeys(pair for _, pair in weigh_open(content_for(slots, evidence), evidence).pairs)
    used = {pair: count for pair in pairs if (count := sum(pair in text for text in evidence.sentences))}
    rarest = min(used.values(), default=0)
    return any(used[pair] == rarest and pair in plain(top.text) for pair in used)


_NEARLY, _ALONE = 0.45, 0.25


def alone(slots: Slots, found: Sequence[Found]) -> bool:
    """Whether the best sentence says enough of a question for names or ways, and no other comes near it."""
    if len(found) < 2 or found[0].covered < enough(slots, found[0]) or not far_ahead(slots, found):
        return False
    apart = found[0].score - found[1].score >= _ALONE
    return apart and told_of(slots, found[0]) >= _NEARLY and borne_out(slots, found[0])


_CLEAR, _TOLD = 0.15, 0.48


def stands_out(slots: Slots, found: Sequence[Found]) -> bool:
    """Whether of a how-question one sentence says half, and no other so much or stands as well."""
    if not asks_how(slots.text) or asks_why(slots.text) or found[0].covered < _HALF:
        return False
    own = plain(found[0].text)
    others = [f for f in found[1:] if plain(f.text) != own]
    if any(f.score > found[0].score - _CLEAR or f.covered > found[0].covered for f in others):
        return False
    return told_of(slots, found[0]) >= _TOLD


_BEHIND, _PLAINLY = 0.3, 0.6


def better_told(slots: Slots, found: Sequence[Found]) -> list[Found]:
    """The sentences, first one that tells enough and stands not far behind the best, which does not."""
    least = found[0].score - _BEHIND
    when = of_time(slots, found[0])
    able = (
        f
        for f in found[1:]
        if f.score >= least
        and f.covered >= enough(slots, f)
        and borne_out(slots, f)
        # what the year before was told of does not stand in for a plan
        and of_time(slots, f) >= when
    )
    first = next((f for f in able if told_of(slots, f) >= _PLAINLY and not little_told(slots, f)), None)
    return [first, *(f for f in found if f is not first)] if first else []


def of_time(slots: Slots, found: Found) -> float:
    """How well the part of the report that a sentence stands in is of the time asked about."""
    evidence = found.evidence
    return time_bonus(slots, evidence.paths.get(found.section, ""), evidence.entry.identity.year)


_MEASURES = regex("怎么(?!样)|怎样|如何|措施|举措|办法|打算|做法|哪些(?:具体|主要)?(?:工作|安排|动作)")
_PASSING = 0.25
# what the year's work as a whole is led by, or comes to
_GUIDING = regex(
    "(?:思想|精神)[^。]{0,24}为指导[，,]|(?:总体要求|总体思路|指导思想|基本思路)是|(?:主要|预期|奋斗)目标是|目标[，,]即|"
    # the year as a whole: 面对甲、面对乙等压力，我们…
    "面对[^。]{4,}[，,、]面对|面对[^。]{4,}等(?:一系列|诸多|多重|各种)?[^，。]{0,8}(?:困难|挑战|局面|形势|冲击)[，,]我们"
)
_CLAUSES = regex("[，,；;：:]")
_MANY, _AS_MUCH = 4, 0.5


def measures_first(slots: Slots, found: Sequence[Found]) -> list[Found]:
    """The sentences, first one that is of what is asked about where the best names it among many things.

    统筹甲地整合、乙地改造、丙地开发等任务 tells of none of them how it is done.
    """
    if not _MEASURES.search(slots.text) or asks_why(slots.text) or not _in_passing(slots, found[0]):
        return list(found)
    when = of_time(slots, found[0])
    able = (
        f
        for f in found[1:]
        if f.score >= found[0].score - _PASSING
        and f.covered >= enough(slots, f)
        and borne_out(slots, f)
        and of_time(slots, f) >= when
        and not _in_passing(slots, f)
    )
    first = next((f for f in able if told_of(slots, f) >= _PLAINLY), None)
    return [first, *(f for f in found if f is not first)] if first else list(found)


def _in_passing(slots: Slots, found: Found) -> bool:
    need = weigh_open(content_for(slots, found.evidence), found.evidence)
    text = plain(found.text).rstrip("。")
    if _GUIDING.search(text):
        return True
    rows = [clause.split("、") for clause in _CLAUSES.split(text)]
    told = [[sentence_coverage(need, [(part, 1.0)]) for part in row] for row in rows]
    best = max(max(row) for row in told)
    alike = [row for row in told if max(row) >= _AS_MUCH * best]
    if len(alike) > 1 or len(row := alike[0]) < _MANY:
        return False
    # 某产业稳规模、优结构、强品牌 is all of it
    others = row[0] < _AS_MUCH * best or "等" in rows[told.index(row)][-1]
    return others and sum(share >= _AS_MUCH * best for share in row) == 1
