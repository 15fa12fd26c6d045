"""The words before a figure, with how it came about: 年均增长, 分别提高到, 由."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reports.patterns import regex

from .figures import RANK
from .phrases import CHANGE
from .shares import done_by_each

if TYPE_CHECKING:
    from .contexts import Context

_REACHED = regex("[到至为](?:(?:每人)?每[月年天日])?")


def words_before(context: Context) -> str:
    """The words before a figure; where several share a subject (…分别…), only the one that is its own."""
    near = context.near.strip()
    if not context.item:
        return near
    if each := _EACH_HOW.search(context.lead):
        return context.item + each[1]
    if done_by_each(context.lead, context.item, context.figure):
        return context.item + context.lead.rpartition("分别")[2]
    change = None if context.figure.base_unit == RANK else CHANGE.search(near)
    if change is None:
        verb = _shared_verb(context)
    else:
        # 分别提高到3万元和1.5万元 says what was reached, not by how much.
        reached = _REACHED.match(near, change.end())
        verb = changed_how(near, change) + (reached.group() if reached else "")
    return context.item if context.item.endswith(verb) else context.item + verb


# 年均增长, 平均每年实际增长: no growth of one year
_HOW_GROWN = regex("(?:年均|平均每年|每年平均|年平均|实际|名义|分别)+$")


def changed_how(near: str, change: re.Match[str]) -> str:
    """The word of a ``change`` with what says how it is counted right before it."""
    counted = _HOW_GROWN.search(near, 0, change.start())
    return (counted.group().replace("分别", "") if counted else "") + change.group()


# 甲、乙分别由2家、3家增加到…; 甲、乙分别新认定5家、6家，累计分别达到…: as the first, so the others.
_EACH_HOW = regex(
    "((?:从|由)[^、,，]{0,12}|(?<=分别)(?:是|为|相当于|达到?)[^、,，]{2,14}的|(?<=分别)(?:累计|新增|净增|新认定|新建|新培育)|累计)(?:分别)?(?:达到?|为|有)?$"
)


def _shared_verb(context: Context) -> str:
    return "" if context.figure.base_unit not in ("%", "百分点", RANK) else context.verb
