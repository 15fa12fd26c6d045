"""Several figures for one question: 多少个、投资多少, 分别是多少, two sources that differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reports.records import Fact
from reports.text import plain

from ..evidence.fits import FROM, NEWLY, TOTAL, Wanted, unit_fits
from ..evidence.matches import Match
from ..evidence.prepared import Shelf
from ..questions.slots import Ask, Slots
from .beside import TOTAL_ASKED, is_bare, of_its_size, parted, said_of, says
from .beside import beside as next_to
from .exactness import exact_of
from .grown import YEARLY, grown_beside
from .opposites import excluded
from .select import best, rank, same_figure


def _siblings(top: Match, found: Sequence[Match]) -> list[Match]:
    """The figures that share the clause of ``top`` and its kind: 分别增长5%和6%."""
    fact = top.fact
    return [
        m
        for m in found
        if m is not top
        and m.fact.clause == fact.clause
        and m.fact.sentence_start == fact.sentence_start
        and m.fact.measure == fact.measure
        and m.fact.base_unit == fact.base_unit
        and m.covered >= top.covered * 0.7
    ][:3]


def _alike(top: Match, other: Match) -> bool:
    """Whether two figures are of one unit and measure, from one report."""
    a, b = top.fact, other.fact
    return (
        top.evidence is other.evidence
        and (a.base_unit, a.measure, a.nature) == (b.base_unit, b.measure, b.nature)
        and a.indicator != b.indicator
    )


def conflicting(answers: Sequence[Match]) -> Match | None:
    """Another figure of the same indicator, place, year and measure with an equal claim."""
    top = answers[0]
    for other in answers[1:]:
        if same_figure(top, other) or other.score < top.score - 0.02:
            continue
        if not top.fact.name and other.score >= top.score - 0.01 and _alike(top, other):
            # Two figures fit the question's words equally well: both are said, each with what it is.
            return other
        a, b = top.fact, other.fact
        if (
            a.name
            and a.name == b.name
            and a.measure == b.measure
            and a.base_unit == b.base_unit
            and a.period == b.period
            and plain(a.indicator) == plain(b.indicator)
        ):
            return other
    return None


def several(slots: Slots, found: list[Match]) -> list[Match]:
    """The figure, or the figures where the question asks for more than one thing."""
    if not found:
        return []
    top = found[0]
    chosen = [top]
    parts = [p for p in re.split(r" |和|以及|及|、|各", slots.content) if len(p) >= 2]
    if re.search(r"各|分别", slots.text):
        chosen.extend(_siblings(top, found))
    if len(chosen) == 1 and len(parts) > 1 and re.search(r"各|分别|和|、", slots.text):
        same = [m for m in found if m.fact.sentence_start == top.fact.sentence_start and m is not top]
        for match in same:
            if (
                match.covered >= top.covered * 0.85
                and match.fact.measure == top.fact.measure
                # 41个安置区 is none of 多少户、多少人
                and unit_fits(slots.unit, match.fact.base_unit) >= unit_fits(slots.unit, top.fact.base_unit)
                # The sentence may be long: what is added must be named by a part of the question.
                and max(_shares(p, match) for p in parts) >= 0.5
                and len(chosen) < 3
            ):
                chosen.append(match)
        chosen.sort(key=lambda m: m.fact.start)
    other = conflicting(found)
    if other is not None and other not in chosen:
        chosen.append(other)
    return chosen


_SAID = 0.3
"""So much of what is asked for must be said of a figure that is taken for its unit."""
_BARE = 2
"""So few characters say what is done, and not with what."""


def each_ask(slots: Slots, cell: Wanted, shelf: Shelf) -> tuple[list[Match], list[Match]]:
    """One figure for each 多少 of the question; the later ones from the sentence of the first."""
    first = slots.asks[0]
    lead = replace(
        slots,
        content=first.content or slots.content,
        text=first.text or first.content or slots.text,
        unit=first.unit,
        measure=first.measure,
        asks=(),
    )
    found, near = best(lead, cell, shelf)
    if not found:
        return found, near
    chosen = [found[0]]
    home = found[0].fact
    for ask in slots.asks[1:]:
        told = [c.item for c in chosen]
        if (sized := of_its_size(ask, found[0], told)) is not None:
            chosen.append(sized)
            continue
        if (grown := grown_beside(ask, chosen)) or (ask.measure == "增速" and YEARLY in ask.text):
            chosen.extend(grown)  # a growth over several years is no growth a year
            continue
        # 进出口总额多少，增速排第几: the rank is of what its own words say
        said = ask.content or (ask.text if ask.measure == "位次" else "") or slots.text
        loose = replace(slots, text=said, unit=ask.unit, measure=ask.measure, asks=())
        ranked = [m for m in rank(loose, cell, shelf) if m not in chosen and m.evidence is found[0].evidence]
        beside = [m for m in ranked if m.fact.sentence_start == home.sentence_start]
        beside.sort(
            key=lambda m: (
                -_shares(ask.content, m),
                -_shares(ask.text, m),
                m.fact.clause != home.clause,
                m.fact.start < home.start,
                abs(m.fact.start - home.start),
            )
        )
        if ask.measure == "位次":
            beside = [m for m in beside if m.fact.measure == "位次"]
        elif not ask.content and ask.measure != "增速":
            # 新增几家、一共几家: the whole stands beside the part.
            beside = [m for m in beside if _WHOLE.search(m.fact.before)] or beside[:0]
        elif not ask.content:
            beside = [m for m in beside if m.fact.name == home.name and m.fact.indicator == home.indicator]
        beside = [m for m in beside if not excluded(ask.content, m.item.near)]
        beside = [m for m in beside if not FROM.search(m.fact.before) and _of_it(ask, m)]
        own = [
            m
            for m in best(replace(loose, content=ask.content or lead.content), cell, shelf)[0][:5]
            if m.item not in told and not FROM.search(m.fact.before)
        ]
        if 0 < len(ask.content) <= _BARE:
            # 卖出去多少件，成交了多少钱: of the same matter, so in the same sentence
            own = [m for m in own if m.fact.sentence_start == home.sentence_start]
        beside, own = _levels_first(ask, beside), _levels_first(ask, own)
        in_all = [m for m in (*beside, *own) if TOTAL.search(m.fact.before)]
        if TOTAL_ASKED.search(ask.content) and (in_all or NEWLY.search(first.content)):
            # 新建8个、总数达23个: not what was added
            beside = own = in_all
        if ask.measure == "位次" and not ask.content:
            # …居全省第3位；收入204.8亿元、居全省第4位: the rank behind it, and no other's
            behind = [m for m in beside if m.fact.start > home.start and not parted(m.item, found[0])]
            beside, own = (behind, []) if behind else (beside, own)
        plain_best = own[:1] if not ask.measure and _stands_out(own, home) else []
        own.sort(key=lambda m: (-_shares(ask.content, m), -_shares(ask.text, m)))
        # 比上年涨了百分之几: the growth of the same indicator, if it is told, and not the nearest
        own_growth = ask.measure == "增速" and not ask.content and beside
        by_unit = ask.unit and ask.unit != first.unit and not own_growth and own is not in_all
        shared = not (first.content and ask.content)
        near_by = _of_unit(ask, found[0], shared=shared) if by_unit else None
        if near_by and (
            not said_of(ask.content)
            or is_bare(ask.text)
            or says(ask.content, near_by.item) >= _SAID
            or (shared and _adjoins(near_by, found[0]))
        ):
            # 为多少家企业授信，一共多少钱: the amount stands beside the count.
            beside = (
                [*beside[:1], near_by] if beside and _shares(ask.content, beside[0]) >= 0.5 else [near_by]
            )
            own = own if own and _shares(ask.content, own[0]) > 0.5 else []
        pick = sorted(
            [*beside[:1], *own[:1]], key=lambda m: (-_shares(ask.content, m), -_shares(ask.text, m))
        )[:1]
        pick = plain_best or pick
        elsewhere = not pick or pick[0].fact.sentence_start != home.sentence_start
        if elsewhere and is_bare(ask.text):
            second = next_to(ask.unit, chosen[-1], told, asked=ask.text)
            pick = [second] if second else pick
        # one figure told twice, of one indicator, answers one ask
        pick = [exact_of(m) for m in pick]
        known = {(c.fact.figure, c.fact.indicator, c.fact.period) for c in chosen}
        chosen.extend(m for m in pick if (m.fact.figure, m.fact.indicator, m.fact.period) not in known)
    return chosen, near


def _of_it(ask: Ask, match: Match) -> bool:
    """Whether a figure beside the first has anything of what is asked for, where that is named."""
    if not ask.content or ask.unit or is_bare(ask.text) or not said_of(ask.content):
        return True
    return match.covered >= _HALF or _shares(ask.content, match) > 0 or says(ask.content, match.item) >= _SAID


def _levels_first(ask: Ask, found: list[Match]) -> list[Match]:
    """Without the growth of what is asked for where its level is told: 产量357万辆，其中新能源汽车多少."""
    if ask.measure or _MORE.search(ask.text):
        return found
    grown = [m for m in found if m.fact.measure == "增速"]
    levels = [m for m in found if m not in grown and _shares(ask.content, m) >= _NAMED]
    return [m for m in found if m not in grown] if levels else found


_MORE = re.compile("[增涨提升降减]")
_NAMED = 0.5


_CLEARLY = 0.1
_HALF = 0.5


def _stands_out(own: Sequence[Match], home: Fact) -> bool:
    """Whether the best of what is told of an ask, in the sentence of the first, is so by far."""
    if not own or own[0].fact.sentence_start != home.sentence_start or own[0].fact.measure != "水平":
        return False
    return len(own) > 1 and own[0].score - own[1].score > _CLEARLY


def _adjoins(match: Match, home: Match) -> bool:
    """Whether a figure follows with no words between: 脱贫1125户、1755人."""
    return _JOINED.fullmatch(home.evidence.report.text, home.fact.end, match.fact.start) is not None


_JOINED = re.compile(r"\s*[、，,和及]\s*")
_FIRMS = frozenset(["家", "户"])
"""Enterprises are counted in either."""


def _of_unit(ask: Ask, home: Match, *, shared: bool) -> Match | None:
    """The figure of the same sentence with the unit asked for: the best named, then the nearest.

    ``shared``: both are asked for in the same words (多少户、多少人脱贫).
    """
    fact = home.fact
    beside = [
        replace(home, item=item)
        for item in home.evidence.facts
        if item.fact.sentence_start == fact.sentence_start
        and (item.fact.base_unit == ask.unit or {item.fact.base_unit, ask.unit} == _FIRMS)
        and item.fact.ordinal != fact.ordinal
    ]
    beside.sort(
        key=lambda m: (
            not (shared and _adjoins(m, home)),
            -_shares(ask.content, m),
            -_shares(ask.text, m),
            m.fact.base_unit != ask.unit,
            parted(m.item, home),
            # 投下去多少: what was spent, where it stands beside what is planned in all
            _SPENT.search(ask.text) is not None and _SPENT_TOLD.search(m.fact.before) is None,
            m.fact.clause != fact.clause,
            m.fact.start < fact.start,
            abs(m.fact.start - fact.start),
        )
    )
    return beside[0] if beside else None


_SPENT = re.compile("投下去|投进去|投了|花了|花出去|已经?投")
_SPENT_TOLD = re.compile("(?:完成|投入|支出)[一-鿿]{0,4}$")
_WHOLE = re.compile("总数|总量|累计|达到?$|增至|增加到|发展到")


def _shares(content: str, match: Match) -> float:
    """The share of ``content``'s character pairs in the figure's own words, to one decimal."""
    text = content.replace(" ", "")
    pairs = [text[i : i + 2] for i in range(len(text) - 1)]
    own = match.item.near + match.item.after
    return round(sum(p in own for p in pairs) / len(pairs), 1) if pairs else 0.0


def tells_all(asks: Sequence[Ask], found: Sequence[Match]) -> bool:
    """Whether one figure is named by all that is asked for, so that it stands for all of it."""
    named = [ask.content for ask in asks if ask.content]
    one_kind = len({(ask.unit, ask.measure) for ask in asks}) <= 2
    return (
        len(named) == len(asks) and one_kind and any(all(_shares(c, m) >= 0.8 for c in named) for m in found)
    )
