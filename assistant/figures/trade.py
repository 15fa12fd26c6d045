"""Imports and exports: the one that no report tells is what the other leaves of the total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reports.patterns import regex
from vectorstore.records import ReportEntry

from ..drafting.citing import Citer
from ..drafting.drafts import Draft, not_told
from ..drafting.wording import cited
from ..evidence.matches import Match
from ..evidence.prepared import Shelf
from ..questions.slots import Slots
from .arithmetic import rest_of
from .asked import figure_of

_TOTAL, _OUT, _IN = "进出口总额", "出口总额", "进口总额"
_LEFT = {_IN: _OUT, _OUT: _IN}
# Of all goods and all countries: nothing else is said.
_OF_ALL = regex(
    "(?:对外|外贸|贸易|货物|商品|进出口|进口|出口|[总全]?[额值量]|里[头面]?|当中|其中|中|部分|这?一?[块项]|相差|差额?|"
    "顺差|逆差|比|多|少|高|低|大|小|和|与|跟|是|了|的|[ ])+"
)
_APART = regex(
    "(?P<one>[出进]口)(?:总?[额值])?(?:比|[和与跟]).{0,6}?[出进]口[^，,]{0,6}(?:多|少|高|低|差)|[顺逆]差"
)
_ASKS_IN = regex("(?<!出)进口")
_ASKS_OUT = regex("(?<!进)出口")


def with_trade(slots: Slots, draft: Draft, own: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """Total, the side that is told and the other one reckoned, where ``draft`` lacks that; else None."""
    content = slots.content.replace(" ", "")
    apart = _APART.search(slots.text) is not None
    if slots.measure == "增速" or slots.nature in ("目标", "both") or not _OF_ALL.fullmatch(content):
        return None
    if len(slots.places) > 1 or len(slots.years) > 1 or slots.span:
        return None
    wants_in, wants_out = _ASKS_IN.search(content), _ASKS_OUT.search(content)
    if draft.answered and ("＝" in draft.text or not (apart and wants_in and wants_out)):
        return None
    if not (wants_in or wants_out):
        return None
    found = {name: _told(name, slots, own, shelf) for name in (_TOTAL, _OUT, _IN)}
    lacking = [name for name in _LEFT if found[name] is None]
    if found[_TOTAL] is None or len(lacking) != 1:
        of_all = draft.near and all("进出口" in m.fact.indicator for m in draft.near)
        return not_told(slots) if draft.answered and of_all else None
    return _reckoned(found[_TOTAL], found[_LEFT[lacking[0]]], lacking[0], apart=apart)


def _told(name: str, slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Match | None:
    asked = replace(
        slots, content=name, names=(name,), measure="水平", unit="", text=f"{name}是多少",
        task="figure", asks=(), parts=(), sides=None, otherwise=(), before=None,
    )  # fmt: skip
    found = [m for m in figure_of(asked, own, shelf) if m.fact.name == name]
    return found[0] if found and found[0].fact.measure == "水平" else None


def _reckoned(total: Match | None, part: Match | None, lacking: str, *, apart: bool) -> Draft | None:
    if total is None or part is None:
        return None
    a, b = total.fact, part.fact
    if a.period != b.period or a.base_unit != b.base_unit or a.normal <= b.normal:
        return None
    citer = Citer()
    rest, gap, greater = rest_of(total, part)
    other, told = (name.removesuffix("总额") for name in (lacking, _LEFT[lacking]))
    text = f"{cited(total, citer)}；{cited(part, citer)}。\n{other}{rest}。"
    if apart and greater:
        text += f"{told}比{other}{'多' if greater > 0 else '少'}{gap}。"
    return Draft(text, True, "facts", citer, (total, part))
