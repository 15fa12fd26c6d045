"""What is left of a thing: all there are without those that are done, told in one clause.

410个县已有317个县达标: the report says how many are done, and not how many are left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reports.patterns import regex
from reports.repair import tidy
from vectorstore.records import ReportEntry

from ..drafting.citing import Citer
from ..drafting.drafts import Draft
from ..drafting.wording import cited
from ..evidence.matches import Match
from ..evidence.prepared import Shelf
from ..questions.slots import Slots
from .arithmetic import rest_of
from .asked import figure_of

_LEFT_ASKED = regex(
    "(?:没有?|未|尚未|还没有?)[一-鿿]{1,8}的[^，,。？?]{0,10}?(?:还|仍|尚)?(?:剩下?|余下?|有|是)?(?:多少|几)|"
    "(?:还|仍|尚)(?:剩下?|余下?|有)(?:多少|几)[^，,。？?]{1,10}(?:没|未)|(?:还|仍|尚)(?:剩下?|余下?)(?:多少|几)"
)
_DONE = regex("已|完成|实现|达标|建成|其中")
_NOT_DONE = regex("未|没|尚|剩|余下|不")


def with_rest(slots: Slots, draft: Draft, own: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    """All, those done and what is left, where ``draft`` tells no more than how many are done."""
    if not _LEFT_ASKED.search(slots.text) or len(slots.places) > 1 or "＝" in draft.text:
        return draft
    if draft.answered and (
        draft.mode != "facts" or len(draft.near) != 1 or _NOT_DONE.search(_said(draft.near[0]))
    ):
        return draft
    of_all = replace(
        slots, content=_UNDONE.sub("", slots.content.replace(" ", "")), nature="", asks=(), parts=()
    )
    told = draft.near if draft.answered else figure_of(of_all, own, shelf)[:2] if of_all.content else ()
    for match in told:
        for done in (match, _next(match)):
            every = _all_of(done) if done and _DONE.search(_said(done)) else None
            if done and every and not _NOT_DONE.search(_said(done)):
                citer = Citer()
                text = f"{cited(every, citer)}；{cited(done, citer)}。\n还有{rest_of(every, done)[0]}。"
                return Draft(text, True, "facts", citer, (every, done))
    return draft


_UNDONE = regex("(?:[里中]的?)?(?:还|仍)?(?:没有?|尚未|未)[一-鿿]{1,6}$")


def _said(match: Match) -> str:
    return tidy(match.fact.clause)


def _next(match: Match) -> Match | None:
    after = match.evidence.facts[match.fact.ordinal + 1 : match.fact.ordinal + 2]
    return replace(match, item=after[0]) if after else None


def _all_of(done: Match) -> Match | None:
    """The figure of all, of which ``done`` are done: the one right before it, with 已 between."""
    at = done.fact.ordinal - 1
    item = done.evidence.facts[at] if at >= 0 else None
    if item is None or item.fact.sentence_start != done.fact.sentence_start:
        return None
    fact, text = item.fact, done.evidence.report.text
    between = tidy(text[fact.end : done.fact.start])
    alike = (fact.base_unit, fact.unit) == (done.fact.base_unit, done.fact.unit)
    told = _OF_THEM.search(between) and not _APART.search(between)
    levels = {fact.measure, done.fact.measure} <= {"水平"} and fact.base_unit not in ("%", "")
    if not (alike and told and levels and fact.normal > done.fact.normal):
        return None
    return replace(done, item=item)


_OF_THEM = regex("(?:已经?|其中|当中|[里中]|目前)[^，,]{0,4}(?:有|完成|建成|实现|达标)?$")
_APART = regex("[；;。]|增|新|比|[从由至到]")
