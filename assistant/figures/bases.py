"""What a growth is told against: 比“十二五”末增长76.8% is not what a year brought, nor in constant prices."""

from __future__ import annotations

from reports.patterns import regex
from reports.records import Fact

from ..evidence.fits import NEWLY
from ..evidence.prepared import FactText
from ..questions.slots import Slots
from ..questions.wordings.price_free import IN_CONSTANT_PRICES, TOLD_IN_CONSTANT_PRICES

# What is far back: another year than the one before, the end of a plan, some years ago.
_BASE = regex(
    r"[比较](?:(?P<year>(?:19|20)\d\d)年|[“\"]?(?:十[一二三四五]?|[六七八九])五[”\"]?(?:规划)?(?:期?末|初|时期|期间)|"
    r"(?:[两二三四五六七八九十]|\d{1,2})年前)"
)
# 五年增长59.6%
_IN_YEARS = regex(
    r"(?<![第一-鿿\d])(?:[二两三四五六七八九十2-9]|10)年(?:来|间|累计|[总一]?共|分别|实际|净)*(?:增[长加]|提高|下降|上升|翻)"
)
_AGAINST_YEAR = regex(r"[比较]((?:19|20)\d\d)年?")
_TWO = 2
_SAME_TIME = regex("同比|上年|去年")
_YEARLY = regex("年均|每年|平均")
# The question compares, too, or asks for what several years brought.
_COMPARES = regex(r"[比较](?!重)|相比|以来|期间|五|[两几三四]年|\d年[到至]|累计|总共|一共|倍|番")


_MORE_DONE = regex("[比较](?:上年|去年|上一年|前一年)[^，,]{0,6}多[一-鿿]{1,2}?了?(?:多少|几)(?!.*多少)")
_BY_MORE = regex("[增多][加长出]?了?$")


def not_by_how_many(slots: Slots, fact: Fact) -> bool:
    """Whether it is asked how many more there were (比上年多开了多少列), and a figure tells how many."""
    added = _BY_MORE.search(fact.before) or NEWLY.search(fact.before)
    return fact.measure == "水平" and not added and _MORE_DONE.search(slots.text) is not None


def against_another_time(slots: Slots, item: FactText) -> bool:
    """Whether the growth of one year is asked for and the figure is one since long before it.

    What compares with a time of its own (比2015年增长多少) is left to those words, 同比 never.
    """
    fact = item.fact
    grows = fact.measure == "增速" or fact.base_unit == "百分点"
    told = _BASE.search(item.clause)
    if fact.measure == "增量" and told and told["year"] is None:
        # 比上年增加多少 is not told by 比五年前增加5000万吨
        return bool(_SAME_TIME.search(slots.text)) and not _SAME_TIME.search(item.clause)
    if slots.measure != "增速" or not grows or slots.span:
        return False
    if len(slots.years) == _TWO and (against := _AGAINST_YEAR.search(slots.text)):
        # 比2019年增长多少 is not told by what there is more than in 2010
        year = told["year"] if told else None
        return year is not None and year != against[1] and _YEARLY.search(item.clause) is None
    if len(slots.years) != 1:
        return False
    if told is None and _IN_YEARS.search(item.clause):
        return _COMPARES.search(slots.text) is None
    if told is None or _SAME_TIME.search(item.clause) or _YEARLY.search(item.clause):
        return False
    if told["year"] and fact.year is not None and int(told["year"]) >= fact.year - 1:
        return False
    return _SAME_TIME.search(slots.text) is not None or _COMPARES.search(slots.text) is None


def in_running_prices(slots: Slots, item: FactText) -> bool:
    """Whether a growth in constant prices is asked for (扣除价格因素) and the figure is not told as one."""
    grows = item.fact.measure == "增速"
    constant = TOLD_IN_CONSTANT_PRICES.search(item.lead + item.clause) is not None
    return grows and not constant and IN_CONSTANT_PRICES.search(slots.question) is not None
