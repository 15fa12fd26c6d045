"""Whether an answer holds fewer figures than are asked for: then it tells only a part, and says so."""

from __future__ import annotations

from dataclasses import replace

from reports.patterns import regex

from ..drafting.drafts import Draft
from ..questions.slots import Slots
from ..records import PARTLY
from .together import asks_of

_RECKONED = regex("[＝≈]|相差|相同|没有找到|不到|持平")
_TIME = regex(r"\d{4}(?:[—-]\d{4})?年|\[\d+\]")
_NUMBER = regex(
    r"\d[\d.,．，]*|百分之[一二三四五六七八九十百零点]+|(?:千|十万)分之[一二三四五六七八九十百零点]+|第[一二三四五六七八九十]+|"
    r"前[一二三四五六七八九十]+|[首翻倍半全]|(?<![\d万亿千百])[一二两三四五六七八九十百千万亿零几]+(?=多?[^一-鿿]|多?[个家户人件项座条处批倍名所种届次吨斤元亩平公里连年])"
)


def told_in_part(slots: Slots, draft: Draft) -> Draft:
    """``draft``, as a part of the answer where it holds fewer figures than the question asks for."""
    asked = min(len(asks_of(slots.text)), len(slots.asks))
    if not draft.answered or asked < 2:
        return draft
    if slots.task != "figure" or _RECKONED.search(draft.text):
        return draft
    if len(_NUMBER.findall(_TIME.sub("", draft.text))) >= asked:
        return draft
    return replace(draft, text=f"{PARTLY}{draft.text}所问的其他数字，报告里没有找到。", answered=False)
