"""Whether a share that a report tells is the one asked for: of that part, and of that whole."""

from __future__ import annotations

from dataclasses import replace

from reports.indicators import find_names
from reports.patterns import regex

from ..drafting.drafts import Draft
from ..questions.slots import Sides, Slots
from .arithmetic import share_of
from .beside import IN_ALL_OF


def of_another_share(sides: Sides, whole: Draft) -> bool:
    """Whether a told share is plainly none of what is asked for: of another whole, or a rate of the part."""
    if sides.by != "share" or not whole.answered or len(whole.near) != 1:
        return False
    item, of = whole.near[0].item, sides.other.content.replace(" ", "")
    rate = _RATE.search(item.fact.indicator)
    if rate and rate.group() not in sides.one.text + sides.other.text:
        return True
    if of.endswith(IN_ALL_OF):
        pairs = _pairs(sides.one.content.replace(" ", ""))
        told = item.near + item.after + item.clause
        return sum(pair in told for pair in pairs) < _SAID * len(pairs)
    stated = _WHOLE_TOLD.search(item.near)
    if stated is None or (set(stated["of"]) & set(of)) - _ANY_WHOLE:
        return False
    return not {n.name for n in find_names(stated["of"])} & {n.name for n in find_names(of)}


def of_another_part(sides: Sides, whole: Draft) -> bool:
    """Whether a told share is none of the part asked for: 民生支出占预算支出81% for 社保支出占民生支出."""
    if sides.by != "share" or not whole.answered or len(whole.near) != 1:
        return False
    item = whole.near[0].item
    told = item.near + item.after + item.clause + item.lead
    part, of = (side.content.replace(" ", "") for side in (sides.one, sides.other))
    own = [pair for pair in _pairs(part) if pair not in of]
    return bool(own) and not any(pair in told for pair in own)


def with_shares(slots: Slots, draft: Draft) -> Draft:
    """``draft`` with which part of the whole each of its other figures is, where that is asked for.

    GDP里，第二产业和第三产业各占百分之几, of a report that tells how much each of them is.
    """
    told = draft.near
    if slots.measure != "占比" or slots.unit != "%" or not draft.answered or draft.mode != "facts":
        return draft
    if len(told) < _TWO or _RECKONED.search(draft.text) or "占" not in slots.text:
        return draft
    whole = max(told, key=lambda m: m.fact.normal)
    there = {(m.fact.period, m.fact.base_unit, m.evidence.entry.identity.place) for m in told}
    levels = all(m.fact.measure == "水平" and m.fact.base_unit not in ("%", "") for m in told)
    if len(there) > 1 or not levels or whole.fact.name not in slots.names:
        return draft
    parts = [m for m in told if m is not whole]
    if sum(m.fact.normal for m in parts) > whole.fact.normal:
        return draft
    shares = (share_of((m.fact.indicator, m), (whole.fact.indicator, whole)) for m in parts)
    return replace(draft, text="\n".join([draft.text, *shares]))


_TWO = 2
_RECKONED = regex("[＝≈]")
_SAID = 0.5
# 工业增加值 and 农业产值 have nothing but these in common
_ANY_WHOLE = set("业总值增加额量产")
_RATE = regex("(?:覆盖|普及|入学|达标|合格|利用)率$")
_WHOLE_TOLD = regex(
    "占(?!比|全[国省市区州县])(?P<of>[一-鿿]{2,}?)的?(?:比重|比例|份额)?(?:达|为|超|约|近|提高|$)"
)


def _pairs(words: str) -> list[str]:
    return [words[i : i + 2] for i in range(len(words) - 1)]
