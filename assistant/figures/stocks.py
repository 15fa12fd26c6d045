"""What there is in all, and what was added to it: 总里程达到4245公里 and 新增239公里 stand side by side."""

from __future__ import annotations

from reports.patterns import regex

from ..evidence.fits import IN_ALL, NEWLY, TOTAL, listed_as_new
from ..evidence.prepared import FactText
from ..questions.slots import Slots

_STOCK_ASKED = regex("(?:余额|保有量|存量|(?:通车|运营|营业|总)里程|总量|总数|装机规模)$")
# 一共有多少户市场主体, 装机规模达到多少
_IN_ALL_ASKED = regex("(?:一共|总共|现|拥)有(?:多少|几)|达到?了?(?:多少|几)")
_TOTAL_ASKED = regex("(?:总数|总量|保有量|存量)(?:一共|共)?(?:有|是|为|达到?)?(?:多少|几)")
_GROWN_ASKED = regex("[增添扩净]|新[建开修]")
_ADDED = regex("(?:新增|净增|增加)了?$")
# 数据中心、实验室分别新增12家和7家
_ADDED_EACH = regex("分别(?:新增|净增)")
_NEW = regex("新增|净增|新登记|新认定|新注册")
_BUILT = regex("新改?扩?建|改扩?建|修建|改造|硬化")

_ADDED_ASKED = regex("(?:新增|净增)了?(?:多少|几)")
_STOCK = regex("(?:通车|运营|营业|总)里程(?:已)?(?:达到?|为|增至|增加到|突破|超过?)+$|保有量|存量")
_REACHED = regex("达到?$")
_SHARE_OF = regex("占(?P<of>全[国省市县区州盟旗]|世界|全球)")


def of_all_or_of_a_part(slots: Slots, item: FactText) -> bool:
    """Whether what there is in all is asked for and what was added is told, or the other way round.

    A share of 全国 is none of 全省 either.
    """
    return _added_for_all(slots, item) or _all_for_added(slots, item) or of_another_whole(slots, item)


def of_another_whole(slots: Slots, item: FactText) -> bool:
    """Whether a figure is told as a share of 全省 where one of 全国 is asked for."""
    asked = _SHARE_OF.search(slots.text)
    told = _SHARE_OF.search(item.near) if asked else None
    return bool(asked and told and asked["of"] != told["of"])


def _added_for_all(slots: Slots, item: FactText) -> bool:
    before, text = item.fact.before, slots.text
    stock = _STOCK_ASKED.search(slots.content) is not None or _TOTAL_ASKED.search(text) is not None
    if not (stock or _IN_ALL_ASKED.search(text)) or _GROWN_ASKED.search(text):
        return False
    if (
        _ADDED.search(before)
        or _ADDED_EACH.search(item.clause)
        or (stock and (_NEW.search(before) or listed_as_new(item.fact)))
    ):
        return True
    built = _BUILT.search(before)
    return stock and built is not None and built.group() not in text


def _all_for_added(slots: Slots, item: FactText) -> bool:
    before = item.fact.before
    if not NEWLY.search(slots.content + slots.text) or IN_ALL.search(slots.text):
        return False
    if TOTAL.search(before) and NEWLY.search(slots.content):
        return True
    if NEWLY.search(item.clause):
        return False
    alone = slots.task == "figure"  # of two years both levels may be told
    reached = alone and _REACHED.search(before) and _ADDED_ASKED.search(slots.text)
    return _STOCK.search(before) is not None or bool(reached)
