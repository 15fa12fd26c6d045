"""What a question says, held against the store: its places' reports, the years that its words mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reports.patterns import regex
from vectorstore.records import ReportEntry

from .drafting.drafts import Draft
from .elsewhere.above import above_of
from .elsewhere.earlier import since_of
from .elsewhere.partnered import turned_round
from .embedded import answer
from .evidence.prepared import Shelf
from .figures.ahead import rivals_of
from .figures.sides import sides_of
from .questions.followup import complete
from .questions.in_full import in_full
from .questions.parts import parts_of
from .questions.places import PlaceIndex, of_places
from .questions.planned import done_instead, planned_year, weak_target
from .questions.recalled import each_recalled, of_each, recalled
from .questions.rivals import without_faster
from .questions.slots import Slots
from .questions.times import (
    BY_EARLY,
    as_reviewed,
    before_early,
    choose_namesake,
    counted_from_named,
    newest_year,
    resolve_years,
    with_heirs,
)
from .questions.understand import read_question
from .questions.wordings.onward import turned_plainly
from .questions.wordings.pointing import pointed
from .records import Query
from .rereading import asked_on_about, other_readings

_GOES_ON = regex("^(?:那|还有|另外|再|其中|又)|呢[？?]?$|呢[，,]")
_REACHED = regex(
    "^(?!.*(?:年均|累计|新增|增速|从多少)).*(?:[到至]|达|升为|[合并减简缩改扩]成)了?(?:多少|百分之|几|什么水平)"
)
_YEARLY = regex("年均|每年")
_HENCEFORTH = regex("今后(?:几年|每年|一个时期|平均|要)|未来几年")
# 前一年有哪些进展: with no question before it, the year before the report
_YEAR_BEFORE = regex("(?<![比较跟和与同再往几的])前一年(?!的报告|度)")
_BY_THEN = regex(r"到\d{4}年|\d{4}年(?:底|末)")


def resolve(
    question: str, before: Sequence[str], places: PlaceIndex, entries: tuple[ReportEntry, ...]
) -> tuple[Slots, list[ReportEntry]]:
    """A question completed with those ``before`` it, and the reports of the places that it means."""
    slots, own = _resolve(before_early(question), before, places, entries)
    if BY_EARLY.search(question):
        slots = replace(slots, otherwise=(*slots.otherwise, _resolve(question, before, places, entries)[0]))
    return slots, own


def _resolve(
    question: str, before: Sequence[str], places: PlaceIndex, entries: tuple[ReportEntry, ...]
) -> tuple[Slots, list[ReportEntry]]:
    full = [in_full(q, places) for q in (*before, question)]
    full[0] = _YEAR_BEFORE.sub("去年", full[0])
    *earlier_ones, question = (
        full[0],
        *(
            turned_plainly(pointed(q, full[: n + 1], places), last, places)
            for n, (last, q) in enumerate(pairwise(full))
        ),
    )
    said: list[Slots] = []
    for asked in earlier_ones:
        if asked:
            read, last = read_question(asked, places), said[-1] if said else None
            said.append(replace(complete(read, last), before=asked_on_about(read, last)))
    earlier = said[-1] if said else None
    asked, question = question, without_faster(question)
    own = read_question(question, places)
    slots = complete(own, earlier)
    if each := each_recalled(question, said, places):
        slots = of_each(slots, each)
    slots = replace(
        slots,
        otherwise=other_readings(slots, own, earlier),
        before=asked_on_about(own, earlier),
        parts=each or parts_of(slots, earlier, places),
        sides=None if each else recalled(question, said, places) or sides_of(slots, places),
        since=since_of(slots, earlier, places, _reviewed(entries, slots.places)),
        above=above_of(slots, earlier, places),
        rivals=rivals_of(slots, places),
        goes_on=earlier is not None and bool(slots.inherited or _GOES_ON.search(question)),
        faster=asked != question,
    )
    told = {e.identity.year or 0 for e in of_places(entries, slots.places)}
    slots = counted_from_named(slots, earlier, told)
    slots, reports = with_years(replace(slots, turned=turned_round(slots, places)), entries)
    return replace(slots, otherwise=(*slots.otherwise, *done_instead(slots))), reports


_NATION = "国务院"
_FEW = 3
# 各省, 哪个市最高: every place of the store is asked about
_EVERY_PLACE = regex("(?:各|每个?|哪[个些一几]?个?|所有|全部)[地省市县区州]|谁")


def of_the_nation(
    slots: Slots, before: Sequence[str], places: PlaceIndex, entries: tuple[ReportEntry, ...]
) -> tuple[Slots, list[ReportEntry]] | None:
    """A question of some year that names no place, as one of the nation: 2016年营改增扩大到哪些行业.

    None where ``slots`` names a place, or the store is of a few places and they may be meant.
    """
    named = slots.places or slots.unknown_places or _EVERY_PLACE.search(slots.text)
    dated = slots.years or slots.span or slots.report_years
    if slots.task == "meta" and "全国人" not in slots.text:
        return None  # 某人2018年作报告时任什么: the one named gave it
    if named or not dated or _NATION not in places.parents or len(places.parents) <= _FEW:
        return None
    *earlier, question = *before, slots.question
    if earlier:
        earlier[0] = _NATION + earlier[0]
    else:
        question = _NATION + question
    read, own = resolve(question, earlier, places, entries)
    return (replace(read, question=slots.question), own) if read.places == (_NATION,) else None


_PLAINLY = 0.75


def answer_of_the_nation(
    slots: Slots,
    before: Sequence[str],
    places: PlaceIndex | None,
    entries: tuple[ReportEntry, ...],
    shelf: Shelf,
) -> tuple[Slots, Query, Draft] | None:
    """A question without a place as one of the nation, with its answer; None where that is none.

    A figure answers only where it leaves little unsaid: no word says that the nation is asked about.
    """
    if places is None or (nation := of_the_nation(slots, before, places, entries)) is None:
        return None
    read, own = nation
    draft = answer(read, entries, shelf)
    vague = read.task == "figure" and draft.near and draft.near[0].covered < _PLAINLY
    return (read, query_of(read, own, _NATION), draft) if draft.answered and not vague else None


def _reviewed(entries: Sequence[ReportEntry], places: Sequence[str]) -> set[int]:
    """The years that the reports of ``places`` review; of none where no place is named."""
    return {e.identity.year - 1 for e in of_places(entries, places) if e.identity.year} if places else set()


def with_years(slots: Slots, entries: tuple[ReportEntry, ...]) -> tuple[Slots, list[ReportEntry]]:
    """``slots`` with the years that its words mean, its parts and sides as well, and its places' reports."""
    slots = choose_namesake(with_heirs(slots), entries)
    own = of_places(entries, slots.places)
    newest = newest_year(own) or 0
    slots = resolve_years(slots, newest or None)
    slots = as_reviewed(slots, {e.identity.year for e in own if e.identity.year})
    if slots.span and set(slots.years) == {slots.span[1]} and _BY_THEN.search(slots.text):
        slots = replace(slots, span=None)  # “十二五”规划到2015年要达到多少: that year's figure
    reviewed = {year for e in own for year in e.identity.review_years} & {*slots.years}
    plans = slots.span and {e.identity.year for e in own} & {*slots.span, slots.span[1] + 1} == {
        slots.span[0]
    }
    foreseen = re.search("预计|估计", slots.text) and (plans or (slots.years and not reviewed))
    if slots.nature == "目标" and not (slots.span or slots.report_years) and _HENCEFORTH.search(slots.text):
        # 2023年提出今后每年要建多少: in the report of that year, of the years after it
        told = {e.identity.year for e in own} & {*slots.years}
        slots = replace(slots, report_years=slots.years, years=()) if told else slots
    yearly = slots.nature == "目标" and len(slots.years) == 1 and _YEARLY.search(slots.text)
    if yearly and newest < slots.years[0]:
        # 到2027年年均增长多少: of all the years until then
        slots = replace(slots, span=(newest, slots.years[0]), years=())
    # 十五五期间年均增长多少: what has not been yet is planned
    ahead = slots.span and newest and slots.span[1] > newest
    if not slots.nature and (foreseen or ahead):
        slots = replace(slots, nature="目标")
    asked_on = slots.before.text if slots.before and "年份" in slots.inherited else ""
    reached = _REACHED.search(slots.text) or _REACHED.search(asked_on)
    if slots.span and slots.span[1] < newest and slots.nature != "目标" and reached:
        # 五年来提高到多少: told of the last of the years alone
        slots = replace(
            slots, otherwise=(*slots.otherwise, replace(slots, span=None, years=(slots.span[1],)))
        )
    slots = weak_target(slots, own)
    slots = planned_year(slots, own)
    parts = tuple(with_years(part, entries)[0] for part in slots.parts)
    sides = slots.sides
    if sides is not None:
        one, other = (with_years(side, entries)[0] for side in (sides.one, sides.other))
        sides = replace(sides, one=one, other=other)
    since = slots.since
    if since is not None:
        since = replace(since, subject=with_years(since.subject, entries)[0])
    above = slots.above
    if above is not None:
        above = replace(above, subject=with_years(above.subject, entries)[0])
    rivals = tuple(tuple(with_years(t, entries)[0] for t in things) for things in slots.rivals)
    otherwise = tuple(with_years(reading, entries)[0] for reading in slots.otherwise)
    slots = replace(slots, parts=parts, sides=sides, since=since, above=above, rivals=rivals)
    before = with_years(slots.before, entries)[0] if slots.before else None
    turned = with_years(slots.turned, entries)[0] if slots.turned else None
    return replace(slots, otherwise=otherwise, before=before, turned=turned), own


def query_of(slots: Slots, own: Sequence[ReportEntry], assumed: str = "") -> Query:
    """What was understood, as a caller receives it; ``assumed`` is a place that no word names."""
    notes = []
    if assumed or (not slots.places and own):
        notes.append(f"没有写地区，按{assumed or '库里'}的报告作答")
    if not slots.years and not slots.span and not slots.report_years:
        notes.append("没有写年份，按最新的报告作答")
    if slots.inherited:
        notes.append(f"{'、'.join(slots.inherited)}沿用上一问")
    return Query(
        question=slots.question,
        places=slots.places or slots.unknown_places,
        years=slots.years,
        period=f"{slots.span[0]}-{slots.span[1]}" if slots.span else "",
        nature=slots.nature,
        measure=slots.measure,
        unit=slots.unit,
        indicator=slots.content.replace(" ", ""),
        names=slots.names,
        task=slots.task,
        notes=tuple(notes),
    )
