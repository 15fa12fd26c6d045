"""Where a figure came from and where it went to, told by one sentence: 从22%提高到88%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.patterns import regex
from vectorstore.records import ReportEntry

from ..drafting.citing import Citer
from ..drafting.drafts import Draft
from ..drafting.wording import changed, cited
from ..evidence.fits import Wanted
from ..evidence.matches import Match
from ..evidence.prepared import Shelf
from ..questions.content import FROM_TO
from ..questions.kinds import measure_asked
from ..questions.slots import Slots
from ..records import PARTLY
from .arithmetic import gap_of
from .beside import next_facts
from .cells import place_cells
from .moved import moved_from, started_from, was_of
from .select import best


def change_told(slots: Slots, cells: Sequence[Wanted], shelf: Shelf) -> Draft | None:
    """A figure, what it changed from, and by how much; None where no such pair is told."""
    begun = [
        replace(c, span=None, year=c.span[0] - 1) for c in cells if c.span
    ]  # 五年来: from the year before
    years = {c.span[1] if c.span else c.year for c in cells}
    for first, last in _ends(slots, [*cells, *begun], shelf):
        if last.fact.year in years or None in years:
            return _draft(slots, first, last)
    return None


def change_between(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """The figures of the two years of ``slots``, where one sentence tells both: 由2015年的8座增加到12座.

    None where they are of several places, planned, or told of another time.
    """
    if len(set(slots.years)) != _BOTH or len(slots.places) > 1 or slots.nature not in ("", "实绩"):
        return None
    since, until = min(slots.years), max(slots.years)
    level = replace(slots, years=(until,), task="figure", nature="")
    for year in (until, since):
        asked = replace(level, years=(year,))
        for first, last in _ends(asked, place_cells(asked, own, shelf), shelf):
            if last.fact.year == until and (was_of(since, first, last) or _began_before(since, first)):
                return _draft(slots, first, last)
    return None


_BOTH = 2


def _began_before(since: int, first: Match) -> bool:
    """Whether ``first`` is how it stood before the years from ``since`` on: 五年来由… for 1993到1997年."""
    fact = first.fact
    lead = first.evidence.report.text[fact.sentence_start : fact.start]
    return fact.year == since - 1 and str(fact.year) not in lead


def _became(first: Match) -> Match | None:
    """What ``first`` became, in its own sentence: 50万人, of 由30万人增加到50万人."""
    for item in first.evidence.facts[first.fact.ordinal + 1 :][:_FEW]:
        last = replace(first, item=item)
        if (was := moved_from(last)) and was.item is first.item:
            return last
    return None


_FEW = 6


def _ends(slots: Slots, cells: Sequence[Wanted], shelf: Shelf) -> Iterator[tuple[Match, Match]]:
    """(first, last) of each change that may be the one asked for, the likeliest first."""
    # 由多少增至多少，年均增长几个百分点: the unit of the second is none of the levels
    unit = slots.asks[0].unit if slots.asks and slots.measure == "增速" else slots.unit
    measure = slots.measure if slots.measure == "位次" else ""
    level = replace(slots, measure=measure, unit="" if unit == "百分点" else unit, asks=())
    for cell in cells:
        year = cell.span[1] if cell.span else cell.year
        found, _ = best(level, replace(cell, year=year, span=None), shelf)
        for match in found[:3]:
            # one far behind is of another matter: 研发投入强度从第10位升至第7位 for 发明专利增长多少
            if match.score < found[0].score - 0.1:
                break
            if match.fact.measure == "增速":
                continue  # 涨幅从14.8%降到10%: the rate itself is asked for
            if first := moved_from(match) or started_from(match):
                yield first, match
            elif last := _became(match):
                yield match, last


def _draft(slots: Slots, first: Match, last: Match) -> Draft:
    citer = Citer()
    mark = citer.cite_figure(last)
    # 从多少到多少 asks for the two figures, 提高了多少 for the difference.
    asked = FROM_TO.search(slots.text)
    rank = last.fact.measure == "位次"
    bare = rank or (asked and not _GAP_TOO.search(slots.text[asked.end() :]))
    gap = "" if bare else f"，相差{gap_of(first, last)}"
    grown = [] if gap else _grown_too(slots, last)
    text = "；".join([f"{changed(first, last)}{mark}{gap}", *(cited(m, citer) for m in grown)])
    return Draft(text + "。", True, "facts", citer, (first, last, *grown))


# 从多少降到多少，下降几个百分点
_GAP_TOO = regex("(?<!年均)(?<!同比)(?:提[升高]|上升|增加|减少|下降|降低?|涨|相差)了?(?:多少|几)")


def _grown_too(slots: Slots, match: Match) -> list[Match]:
    """从多少到多少，年均增长多少: the growth told beside the two, where it is asked for."""
    asked = FROM_TO.search(slots.text)
    if asked is None or measure_asked(slots.text[asked.end() :]) != "增速":
        return []
    grown = (i for i in next_facts(match) if i.fact.measure == "增速" and i.fact.start > match.fact.start)
    return [replace(match, item=item) for item in list(grown)[:1]]


def lacks_an_end(slots: Slots, draft: Draft) -> Draft | None:
    """``draft`` as a part, where both ends of a change are asked for and it tells one of them; else None."""
    if not FROM_TO.search(slots.text) or not draft.answered or len(draft.near) != 1:
        return None
    text = f"{PARTLY}{draft.text}所问的变化的另一头，报告里没有找到。"
    return replace(draft, text=text, answered=False)
