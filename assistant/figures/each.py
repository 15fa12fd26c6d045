"""One figure for each 多少 of a question: the first by itself, the later ones from about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reports.patterns import regex
from reports.records import Fact

from ..evidence.fits import FROM, NEWLY, TOTAL, Wanted
from ..evidence.matches import Match
from ..evidence.prepared import FactText, Shelf
from ..questions.scope import scope_in
from ..questions.slots import Ask, Slots
from .beside import TOTAL_ASKED, is_bare, of_its_size, parted, said_of, says
from .beside import beside as next_to
from .exactness import exact_of, level_of
from .grown import YEARLY, grown_beside
from .opposites import excluded
from .select import best, rank
from .several import shares

_SAID = 0.3
"""So much of what is asked for must be said of a figure that is taken for its unit."""
_BARE = 2
"""So few characters say what is done, and not with what."""
_RANKED = ("位次", "进位")
"""Which rank, and by how many places it moved."""


@dataclass(frozen=True, slots=True)
class _Begun:
    """A question of several asks whose first is told: ``lead`` asks for that one alone, ``top`` tells it."""

    slots: Slots
    lead: Slots
    top: Match
    cell: Wanted
    shelf: Shelf

    @property
    def home(self) -> Fact:
        return self.top.fact


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
    begun = _Begun(slots, lead, found[0], cell, shelf)
    chosen = [found[0]]
    for ask in slots.asks[1:]:
        chosen.extend(_next_for(ask, begun, chosen))
    return chosen, near


def _next_for(ask: Ask, begun: _Begun, chosen: Sequence[Match]) -> list[Match]:
    """The figures that tell a later ask, none where the report tells it nowhere near ``chosen``."""
    told = [c.item for c in chosen]
    if (sized := of_its_size(ask, begun.top, told)) is not None:
        return [sized]
    if (grown := grown_beside(ask, chosen)) or (ask.measure == "增速" and YEARLY in ask.text):
        return list(grown)  # a growth over several years is no growth a year
    beside, own = _candidates(ask, begun, chosen)
    pick = _picked(ask, begun, beside, own)
    elsewhere = not pick or pick[0].fact.sentence_start != begun.home.sentence_start
    if elsewhere and is_bare(ask.text):
        second = next_to(ask.unit, chosen[-1], told, asked=ask.text)
        pick = [second] if second else pick
    # one figure told twice, of one indicator, answers one ask
    known = {(c.fact.figure, c.fact.indicator, c.fact.period) for c in chosen}
    exact = [exact_of(level_of(ask.text or ask.content, m)) for m in pick]
    return [m for m in exact if (m.fact.figure, m.fact.indicator, m.fact.period) not in known]


def _candidates(ask: Ask, begun: _Begun, chosen: Sequence[Match]) -> tuple[list[Match], list[Match]]:
    """What may tell an ask: the figures beside the first, and the best ones of the ask's own words."""
    # 进出口总额多少，增速排第几: the rank is of what its own words say
    said = ask.content or (ask.text if ask.measure in _RANKED else "") or begun.slots.text
    # 在全省排第几，在全国排第几: each among its own
    scope = (scope_in(ask.text, ())[0] if ask.measure in _RANKED else "") or begun.slots.scope
    loose = replace(begun.slots, text=said, unit=ask.unit, measure=ask.measure, scope=scope, asks=())
    beside = _levels_first(ask, _beside(ask, loose, begun, chosen))
    own = _levels_first(ask, _own(ask, loose, begun, [c.item for c in chosen]))
    in_all = [m for m in (*beside, *own) if TOTAL.search(m.fact.before)]
    if TOTAL_ASKED.search(ask.content) and (in_all or NEWLY.search(begun.slots.asks[0].content)):
        return in_all, in_all  # 新建8个、总数达23个: not what was added
    if ask.measure in _RANKED and not ask.content:
        # …居全省第3位；收入204.8亿元、居全省第4位: the rank behind it, and no other's
        behind = [m for m in beside if m.fact.start > begun.home.start and not parted(m.item, begun.top)]
        return (behind, []) if behind else (beside, own)
    return beside, own


def _beside(ask: Ask, loose: Slots, begun: _Begun, chosen: Sequence[Match]) -> list[Match]:
    """The figures in the sentence of the first that may tell an ask, the likeliest first."""
    home = begun.home
    here = replace(begun.cell, entries=(begun.top.evidence.entry,))
    ranked = [m for m in rank(loose, here, begun.shelf) if m not in chosen]
    beside = [m for m in ranked if m.fact.sentence_start == home.sentence_start]
    beside.sort(
        key=lambda m: (
            *_by_words(ask)(m),
            m.fact.clause != home.clause,
            m.fact.start < home.start,
            abs(m.fact.start - home.start),
        )
    )
    if ask.measure in _RANKED:
        beside = [m for m in beside if ask.measure == "进位" or m.fact.measure == "位次"]
    elif not ask.content and ask.measure != "增速":
        # 新增几家、一共几家: the whole stands beside the part.
        beside = [m for m in beside if _WHOLE.search(m.fact.before)]
    elif not ask.content:
        beside = [m for m in beside if m.fact.name == home.name and m.fact.indicator == home.indicator]
    return [
        m
        for m in beside
        if not excluded(ask.content, m.item.near) and not FROM.search(m.fact.before) and _of_it(ask, m)
    ]


def _own(ask: Ask, loose: Slots, begun: _Begun, told: Sequence[FactText]) -> list[Match]:
    """The best figures of what an ask says itself, wherever they stand."""
    asked = replace(loose, content=ask.content or begun.lead.content)
    own = [
        m
        for m in best(asked, begun.cell, begun.shelf)[0][:5]
        if m.item not in told and not FROM.search(m.fact.before)
    ]
    if 0 < len(ask.content) <= _BARE:
        # 卖出去多少件，成交了多少钱: of the same matter, so in the same sentence
        return [m for m in own if m.fact.sentence_start == begun.home.sentence_start]
    return own


def _picked(ask: Ask, begun: _Begun, beside: list[Match], own: list[Match]) -> list[Match]:
    """The one figure for an ask among its candidates, in a list; empty where there is none."""
    first = begun.slots.asks[0]
    by_words = _by_words(ask)
    if not ask.measure and _stands_out(own, begun.home):
        return own[:1]
    ordered = sorted(own, key=by_words)
    # 比上年涨了百分之几: the growth of the same indicator, if it is told, and not the nearest
    own_growth = ask.measure == "增速" and not ask.content and beside
    by_unit = ask.unit and ask.unit != first.unit and not own_growth and own is not beside
    shared = not (first.content and ask.content)
    near_by = _of_unit(ask, begun.top, shared=shared) if by_unit else None
    if near_by and (
        not said_of(ask.content)
        or is_bare(ask.text)
        or says(ask.content, near_by.item) >= _SAID
        or (shared and _adjoins(near_by, begun.top))
    ):
        # 为多少家企业授信，一共多少钱: the amount stands beside the count.
        named = [m for m in beside[:1] if shares(ask.content, m) >= _HALF]
        beside = [*named, near_by]
        ordered = ordered if ordered and shares(ask.content, ordered[0]) > _HALF else []
    return sorted([*beside[:1], *ordered[:1]], key=by_words)[:1]


def _by_words(ask: Ask) -> Callable[[Match], tuple[float, float]]:
    """Sorts by how much of an ask's content, then of all it says, stands in a figure's own words."""
    return lambda m: (-shares(ask.content, m), -shares(ask.text, m))


def _of_it(ask: Ask, match: Match) -> bool:
    """Whether a figure beside the first has anything of what is asked for, where that is named."""
    if not ask.content or ask.unit or is_bare(ask.text) or not said_of(ask.content):
        return True
    return match.covered >= _HALF or shares(ask.content, match) > 0 or says(ask.content, match.item) >= _SAID


def _levels_first(ask: Ask, found: list[Match]) -> list[Match]:
    """Without the growth of what is asked for where its level is told: 产量357万辆，其中新能源汽车多少."""
    if ask.measure or _MORE.search(ask.text):
        return found
    grown = [m for m in found if m.fact.measure == "增速"]
    levels = [m for m in found if m not in grown and shares(ask.content, m) >= _NAMED]
    return [m for m in found if m not in grown] if levels else found


_MORE = regex("[增涨提升降减]")
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


_JOINED = regex(r"\s*[、，,和及]\s*")
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
            -shares(ask.content, m),
            -shares(ask.text, m),
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


_SPENT = regex("投下去|投进去|投了|花了|花出去|已经?投")
_SPENT_TOLD = regex("(?:完成|投入|支出)[一-鿿]{0,4}$")
_WHOLE = regex("总数|总量|累计|达到?$|增至|增加到|发展到")
