"""Answers to the parts of a question, and to its two sides set against each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reports.patterns import regex
from reports.records import Fact
from reports.text import fold
from vectorstore.records import ReportEntry

from ..drafting.citing import Citer
from ..drafting.drafts import Draft
from ..drafting.wording import cited, when
from ..evidence.fits import FROM, NEWLY, counted_as
from ..evidence.matches import Match
from ..evidence.prepared import Shelf
from ..questions.contrasts import contrary
from ..questions.rivals import asks_whether_more, without_gap
from ..questions.slots import Sides, Slots
from ..records import PARTLY
from .arithmetic import leader_of, order_of, ratio_of, rise_of, set_against, share_of, total_of
from .belief import BELIEVED
from .beside import IN_ALL_OF, TOTAL_ASKED, beside, is_bare, reached, whole_beside, with_the_whole
from .cells import place_cells
from .exactness import exactest
from .goals import of_many_years, striven_beyond
from .likewise import likewise
from .select import best
from .surer import believed_in, surer


def figure_of(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf) -> list[Match]:
    """The figures that answer one part, best first; empty where there is none."""
    if slots.unknown_places:
        return []
    own = [e for e in entries if not slots.places or e.identity.place in slots.places]
    for cell in place_cells(slots, own, shelf):
        found, _ = best(slots, cell, shelf)
        if found:
            return found
    return []


def answer_sides(sides: Sides, entries: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """Both figures and their difference or ratio; None where they are not found or not alike."""
    first, second = (
        _exact_first(_of_its_years(side, [m for m in _side_of(side, entries, shelf) if not _unfit(side, m)]))
        for side in (sides.one, sides.other)
    )
    if sides.by == "share" and sides.other.content.endswith(IN_ALL_OF):
        second = [whole for m in first[:3] if (whole := whole_beside(m))] or second
    if sides.one.content == sides.other.content and sides.one.years != sides.other.years:
        # 处置的厂房, 消化的厂房: the side that is found tells in which words the other may be
        first = first or (likewise(sides.one, second[0], entries, shelf) if second else [])
        second = second or (likewise(sides.other, first[0], entries, shelf) if first else [])
    if not first or not second:
        return None
    # 一个比例, 两个数: of each side's candidates the pair that is of one unit and kind.
    pairs = [
        (worth + other, (a, b))
        for worth, a in _falling(first[:3])
        for other, b in _falling(second[:3])
        if alike(a, b)
        and told_apart(a, b)
        and (_within(a, b) if sides.by == "share" else not _total_and_new(a, b))
    ]
    # one figure may be the likeliest of both: it is left to the side that it fits better
    pair = max(pairs, key=lambda p: p[0], default=(0.0, None))[1]
    if pair is None:
        return None
    citer = Citer()
    lines = [f"- {cited(m, citer)}" for m in pair]
    one, other = ((_called(m, pair), m) for m in pair)
    if one[0] == other[0]:
        # 签约的百亿级项目, 入库的百亿级项目: as the question calls them
        one, other = (
            (s.content.replace(" ", ""), m) for s, m in zip((sides.one, sides.other), pair, strict=True)
        )
    if sides.by == "sum":
        computed = total_of(pair)
    else:
        by = {"ratio": ratio_of, "share": share_of, "order": order_of, "leader": leader_of}
        told = by.get(sides.by)
        if sides.by == "moved":
            one, other, told = other, one, rise_of
        computed = told(one, other) if told else set_against(sides.one.question, one, other)
    if not computed:
        return None
    lines.append(computed)
    return Draft("\n".join(lines), True, "facts", citer, pair)


def _falling(found: Sequence[Match]) -> list[tuple[float, Match]]:
    """Each with its score, none above that of one before it."""
    return [(min(m.score for m in found[: n + 1]), m) for n, m in enumerate(found)]


def _total_and_new(a: Match, b: Match) -> bool:
    """Whether one tells what there is in all and the other only what was added: 总数3.7万个, 新开通3500个."""
    return any(
        _IN_ALL.search(m.fact.before) and _ADDED.search(n.fact.before) and not _ADDED.search(m.fact.before)
        for m, n in ((a, b), (b, a))
    )


_ADDED = regex("(?:净|新)(?:增|建|开通|认定|培育|改建|设|登记|引进|开工|投运)")


def _unfit(side: Slots, match: Match) -> bool:
    """Whether a figure is of what stands against what a side asks for: 农村 for 城镇, 总数 for 新增."""
    added = NEWLY.search(side.content) and _IN_ALL.search(match.fact.before)
    yearly = _THE_YEARS.search(side.text) and match.fact.indicator.endswith("总投资")
    return bool(added or yearly) or contrary(side.content, match.fact)


def _of_its_years(side: Slots, found: list[Match]) -> list[Match]:
    """``found`` without what counts up several years, where one year is asked for and told, too."""
    yearly = [] if side.span or not side.years else [m for m in found if not of_many_years(m.fact)]
    return yearly or found


# 年度计划投资 is what one year spends of the 总投资
_THE_YEARS = regex("(?:年度|当年)[ 一-鿿]{0,3}投资")


_IN_ALL = regex("总数|总量|总计|累计达?到?$|保有量|存量")


def _exact_first(found: list[Match]) -> list[Match]:
    top = exactest(found)
    return found if top is None or top is found[0] else [top, *(m for m in found if m is not top)]


def with_gap(slots: Slots, draft: Draft) -> Draft:
    """The two figures of ``draft`` with how far they are apart, where the question asks for that, too."""
    two = tuple(draft.near)
    if not draft.answered or draft.mode != "facts" or len(two) != 2 or "＝" in draft.text:
        return draft
    question = fold(slots.question)
    gap = question.removeprefix(without_gap(question)) or (_APART.search(question) or [""])[0]
    if not gap or not (alike(*two) and told_apart(*two)):
        return draft
    if two[0].fact.measure != "增速" and re.search("[快慢猛涨]|增[得速]", gap):
        return draft  # how fast they grow is not told by how much they are
    one, other = ((_called(m, two), m) for m in two)
    if asks_whether_more(gap):
        later = [(m.fact.nature == "目标", m.fact.period) for m in two]
        said = rise_of(one, other) if later[0] <= later[1] else rise_of(other, one)
    else:
        said = set_against(question, one, other)
    return replace(draft, text=f"{draft.text}\n{said}")


_APART = regex("(?:相差|差距|之差|差)(?:有|是|了|为)*(?:多少|几|多大)[^，,]{0,6}$")


def one_side_only(sides: Sides, whole: Draft) -> Draft | None:
    """A refusal where all that was found is the level of one of two sides that are unlike; else None."""
    if not (whole.answered and sides.unlike and len(whole.near) == 1) or "＝" in whole.text:
        return None
    fact = whole.near[0].fact
    grown = sides.by == "share" and fact.measure == "增速" and sides.one.measure != "增速"
    if not grown and (fact.measure != "水平" or fact.base_unit in ("倍", "比")):
        return None
    text = f"{PARTLY}{whole.text}与之相比的另一个数，报告里没有找到，算不出来。"
    return replace(whole, text=text, answered=False)


def _side_of(side: Slots, entries: Sequence[ReportEntry], shelf: Shelf) -> list[Match]:
    """The figures of one side; of a year that is planned and not yet reviewed, the target."""
    if found := figure_of(side, entries, shelf):
        return found
    have = {e.identity.year for e in entries if not side.places or e.identity.place in side.places}
    planned = side.years and all(y in have and y + 1 not in have for y in side.years)
    return figure_of(replace(side, nature="目标"), entries, shelf) if planned and not side.nature else []


def _one_of_two_texts(a: Match, b: Match) -> bool:
    """Whether two figures are one, told in the same words at most by two texts of a report."""
    x, y = a.fact, b.fact
    return a.item is b.item or (
        x.clause == y.clause and x.start - x.sentence_start == y.start - y.sentence_start
    )


def told_apart(a: Match, b: Match) -> bool:
    """Whether two figures are two: not one told twice, nor two of one name, place and time."""
    x, y = a.fact, b.fact
    if _one_of_two_texts(a, b):
        return False
    there = [(m.evidence.entry.identity.place, m.fact.period, m.fact.nature == "目标") for m in (a, b)]
    if there[0] != there[1] or x.indicator != y.indicator:
        return True
    # 总投资53亿元的85个重点项目, 总投资21亿元的14个海洋项目: each of what stands behind it
    return not x.name and x.sentence_start != y.sentence_start and x.normal != y.normal


def _within(part: Match, whole: Match) -> bool:
    """Whether one figure may be a part of the other: of one place and time, both told alike."""
    a, b = part.fact, whole.fact
    if "倍" in (a.base_unit, b.base_unit):
        return False  # 是2011年的2.1倍 is no part of anything
    places = {m.evidence.entry.identity.place for m in (part, whole)}
    # 甲县GDP占乙县的百分之几: of two places one indicator can be measured by the other
    alike_named = a.name != "" and a.name == b.name
    same = a.period == b.period and (len(places) == 1 or alike_named)
    if alike_named and len(places) == 1 and of_many_years(b) and a.year and b.year:
        # 2005年的新增就业占五年累计的几成
        same = same or (not of_many_years(a) and int(b.period[:4]) <= a.year <= b.year)
    return same and (a.nature == "目标") == (b.nature == "目标") and a.normal < b.normal


def alike(a: Match, b: Match) -> bool:
    """Whether two figures may be set against each other."""
    x, y = a.fact, b.fact
    if counted_as(x.base_unit) != counted_as(y.base_unit) or _kind(x) != _kind(y):
        return False
    # what one person has stands beside no sum of a whole town
    return (
        x.base_unit != "元" or (x.normal < _A_HEAD) == (y.normal < _A_HEAD) or max(x.normal, y.normal) < _SUMS
    )


_A_HEAD, _SUMS = 1e6, 1e8


def _kind(fact: Fact) -> str:
    """The measure that counts: a share is a level, and so is what was worked on (提升公路20公里)."""
    worked_on = fact.measure == "增量" and _WORKED_ON.search(fact.indicator)
    return "水平" if fact.measure == "占比" or worked_on else fact.measure


_WORKED_ON = regex("(?:提升|提质|改造|扩容|整治)[一-鿿]{2,}")


def _called(match: Match, pair: Sequence[Match]) -> str:
    """What tells a figure from the other: its place and year, its nature, its own indicator."""
    fact = match.fact
    place = match.evidence.entry.identity.place
    words = f"{place}{when(match)}{'目标' if fact.nature == '目标' else ''}"
    there = {(m.evidence.entry.identity.place, m.fact.period, m.fact.nature == "目标") for m in pair}
    return fact.indicator if len(there) == 1 and pair[0].fact.indicator != pair[1].fact.indicator else words


def answer_parts(slots: Slots, whole: Draft, entries: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """Each part answered by itself; None where that tells no more than the ``whole``."""
    chosen: list[Match] = []
    beyond: list[Match | None] = []
    newly = any(NEWLY.search(part.content) for part in slots.parts)
    for part in slots.parts:
        taken = [c.item for c in chosen]
        # The place that the first part was answered for is that of the others.
        home_place = chosen[0].evidence.entry.identity.place if chosen else ""
        there = [e for e in entries if not chosen or e.identity.place == home_place]
        found = [
            m for m in _side_of(part, there, shelf) if not (FROM.search(m.fact.before) or _unfit(part, m))
        ]
        if newly and not NEWLY.search(part.content):
            # 有多少，净增多少: the part that does not ask for the increase asks for the whole.
            found = [m for m in found if not NEWLY.search(m.fact.before)] or found
            if TOTAL_ASKED.search(part.text):
                found = [m for m in found if reached(m.fact.before)]
        # What stands in the sentence of the part before it is the likelier answer to a part.
        home, clause = (chosen[-1].fact.sentence_start, chosen[-1].fact.clause) if chosen else (-1, "")
        found.sort(key=lambda m: -_worth(m, home, clause))
        fresh = [m for m in found if not any(_one_of_two_texts(m, c) for c in chosen)]
        if fresh and fresh[0] is not found[0] and fresh[0].fact.sentence_start != home:
            # the best one is told already: another, told elsewhere, must be what is asked by itself
            fresh = fresh if believed_in(part, fresh[0], shelf) >= BELIEVED else []
        if chosen and is_bare(part.text) and (not fresh or fresh[0].fact.sentence_start != home):
            # 总规模达到多少: what names nothing of its own is told beside what it is asked with.
            second = beside(part.unit, chosen[-1], taken, asked=part.text)
            fresh = [second] if second else []
        if fresh:
            chosen.append(fresh[0])
        if fresh and "力争" in part.text:
            beyond.append(striven_beyond(fresh[0]))
    chosen = with_the_whole(chosen) if newly else chosen
    unknown = list(dict.fromkeys(name for part in slots.parts for name in part.unknown_places))
    short = len(chosen) < len(slots.parts) and not unknown
    lacking = bool(unknown) or _lacks(slots, whole, chosen) or surer(slots, whole.near, chosen, shelf)
    if not chosen or (whole.answered and (short or not lacking)):
        return None
    if short and whole.text.startswith(PARTLY):
        # What was read as one question tells as much.
        return None
    citer = Citer()
    told = [*chosen, *(m for m in beyond if m is not None and m.item not in [c.item for c in chosen])]
    text = "；".join(cited(m, citer) for m in told) + "。"
    if len(chosen) == len(slots.parts):
        return Draft(text, True, "facts", citer, tuple(told))
    rest = f"库里没有{'、'.join(unknown)}的政府工作报告" if unknown else "所问的其他数字，报告里没有找到"
    return Draft(f"{PARTLY}{text}{rest}。", False, "facts", citer, tuple(told))


def _lacks(slots: Slots, whole: Draft, chosen: Sequence[Match]) -> bool:
    """Whether the answer to the question as one tells less than the parts do."""
    if slots.nature == "both":
        return False
    unlike = len({(p.years, p.span, p.nature == "目标") for p in slots.parts}) > 1
    if unlike or "没有找到" in whole.text:
        return True
    told = {m.item.fact.ordinal for m in whole.near}
    return slots.task == "figure" and len(told) < len(chosen)


def _worth(match: Match, home: int, clause: str) -> float:
    """A figure's score, higher in the sentence and the clause of the part before."""
    fact = match.fact
    return match.score + 0.1 * (fact.sentence_start == home) + 0.05 * (fact.clause == clause)
