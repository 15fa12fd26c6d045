"""Which of the years that a sentence speaks of one figure is of: where a change began, what it came to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.patterns import regex

from .numerals import chinese_value
from .periods import RESULT, TARGET, Frame
from .phrases import CHANGE

# 由不足24亿元, 由目前的33.3∶25.2∶41.5
_FROM = regex(
    r"(?:从|由)(?:目前|现在|最初|原来|起初)?的?(?:不足|不到|约|近|每[人年月户]|[全平]均|[年月]?[人户亩]均)*$"
)
_FROM_NOW = regex(r"(?:从|由)(?:目前|现在|现有)的?$")
_FROM_BEFORE = regex("(?:从|由)(?:上年|上一年|前一年)的?$")
_TO = regex(
    r"(?:提高|提升|增加|增长|上升|攀升|跃升|扩大|下降|降低|减少|回落|缩小|缩短|压减|收窄|降|升|增|跃)(?:到|至|为)(?:突破|超过|接近|近)?$"
)
# 由12.5亿元到36.4亿元
_FROM_A_TO = regex(
    r"(?:从|由)[^，,；;。到至]{0,14}\d[^，,；;。到至]{0,10}(?:达?到|至)(?:突破|超过|接近|近)?$"
)


_THAN_BEFORE = regex("(?:[比较](?:上年|去年|上一年)|同比)[^年，,]*$")
# 期末人口达到4900万人: within several years the last one's
_AT_THE_END = regex('(?<![”"’五届])期末(?!考)')
_WHOLE = regex("总(?:数量?|量|户数|规模|里程)(?:已)?(?:达到?|为|突破|超过?)$")

# 分别提高到3万元和1.5万元: the second figure is of the time of the first.
_RUN = regex(r"\d[\d.]*[^\d，,；;。]{1,6}(?:、|和|及|与)$")

# 去年生产总值达到1807亿元，年均增长9.7%: the rate is of all the years that the section reviews.
_OVER = regex("年均|累计|平均每年|每年平均")
# 五年平均增长8.4%, 5年提高6个百分点: of those years
_GREW_IN_YEARS = regex(
    r"(?<![一-鿿\d])([二两三四五六七八九十2-9]|10)年(?:来|间|累计|[总一]?共|平均|年均|每年|分别|实际|净)*(?:增[长加幅]|递增|提高|[下上][降升]|减少|扩大|翻)[^，,；;。]*$"
)
_FROM_TO = regex(r"[从由自]((?:19|20)\d\d)年[^，,；;。到至]{1,26}[到至为成]了?((?:19|20)\d\d)年")
_SINCE = regex(r"(?:是|为|比|较|与|同|相当于)((?:19|20)\d\d)年")


def _named(frame: Frame, lead: str) -> bool:
    """Whether the sentence has both years of the frame (2015年到2020年), not a review of six years."""
    return bool(re.search(rf"{frame.first}年?(?:-|—|–|~|至|到){frame.year}", lead))


# 2005年与2000年比较，面积达到9万公顷，增长6%: what it came to is of the later year
_COMPARED_YEARS = regex(r"(?:19|20)\d\d年[与同和跟](?:19|20)\d\d年[^，,；;。]{0,6}比")
# 突破900亿元，年均增长9%: what it had come to at the end
_REACHED = regex(r"(?:达到?|突破|超过?|跃上|跨上|迈上|站上|跃升到|提高到|[为是])(?:了|约|近)*$")
_YEARLY_THEN = regex(
    r"(?:[、和][\d.]+[一-鿿%]{1,4}){0,3}[一-鿿]{0,4}[,，、](?:分别)?(?:按可比价(?:格)?(?:计算)?[,，]?)?(?:五年)?(?:年均|年平均|平均每年)(?:分别)?(?:实际)?(?:增长|递增|提高|增加|下降)"
    r"|(?:[、和][\d.]+[一-鿿%]{1,4}){0,3}[一-鿿]{0,4}[,，](?:分别)?(?:是|为|比|较)(?:(?:19|20)\d\d年|五年前|[“\"]?[一二三四]?十?[一二三四五六七八九]五[”\"]?期?末)"
)
_SUMMED = regex(r"累计|[总一]?共(?!财政|预算|服务|汽|交)|合计|新增|净增|[三四五3-5]年[^来]|每年|年均")


def _stands(near: str, after: str) -> bool:
    """Whether a figure within several years is how things stood at their end."""
    return bool(_REACHED.search(near) and _YEARLY_THEN.match(after)) and not _SUMMED.search(near)


_YEARLY = regex(
    "(?:年均|年平均|平均每年)(?:分别|实际|名义|预期|可比|各|将|计划|可|力争|确保|都|均)*(?:增长|递增|提高|上升|下降|减少|递减|降低|增加)"
    "[^，,；;。\\d]*(?:\\d[\\d.]*%(?:以上|左右)?[、和及与])*$"
)


def by_the_year(frame: Frame, lead: str, year: int | None, reviewed: Sequence[int]) -> Frame:
    """年均增长9% of one year alone is of all the years until then: those reviewed, or planned from now on.

    ``lead`` is the sentence up to the figure, ``year`` the report's, ``reviewed`` are those it looks back on.
    """
    if frame.year is None or year is None or frame.first != frame.year or not _YEARLY.search(lead):
        return frame
    if frame.nature == TARGET and frame.year > year:
        return Frame(frame.year, year, TARGET)
    if frame.nature == RESULT and len(reviewed) > 1 and frame.year == reviewed[-1]:
        return Frame(frame.year, reviewed[0], RESULT)
    return frame


def narrowed(frame: Frame, near: str, base: Frame, lead: str = "", after: str = "") -> Frame:
    """Over several years 从3万元增加到5万元 gives the year before the first, and the last.

    ``near`` are the words right before the figure, ``base`` is what the section is about, ``lead`` the
    sentence up to the figure, ``after`` what follows it.
    """
    if near.strip() in ("、", "和", "及", "与"):
        near = _RUN.sub("", lead[-40:])
    if base.nature == RESULT and base.first != base.year == frame.year and _OVER.search(near):
        return base
    if frame.year is None or frame.first is None:
        return frame
    if frame.first != frame.year and frame.nature == RESULT and _THAN_BEFORE.search(near):
        return Frame(frame.year, frame.year, RESULT)
    if frame.first != frame.year and _AT_THE_END.search(near):
        return Frame(frame.year, frame.year, frame.nature)
    if _FROM_NOW.search(near) and base.nature == TARGET == frame.nature and base.first is not None:
        # 由目前的33%调整到40%: as it is before the plan begins
        return Frame(base.first - 1, base.first - 1, RESULT)
    if frame.first == frame.year and (years := _GREW_IN_YEARS.search(near)):
        return Frame(frame.year, frame.year - int(chinese_value(years[1]) or 1) + 1, frame.nature)
    if _FROM_BEFORE.search(near) and frame.first == frame.year and RESULT in (base.nature, frame.nature):
        # 由上年的58%回落到27% in the review of a year, or of the last of five: the year before that
        return Frame(frame.year - 1, frame.year - 1, frame.nature)
    if frame.first == frame.year:
        # 是2015年的1.3倍，收入由4亿元增长到8亿元: it begins with the year compared with.
        # 由1990年的8%提高到1995年的12%，其中菜由3%提高到5%: from and to those years, too.
        spans = [(y, frame.year) for y in _SINCE.findall(lead)] + _FROM_TO.findall(lead)[-1:]
        begins = _FROM.search(near) is not None
        since = [int(y) for y, last in spans if begins and int(y) < frame.year == int(last)]
        return Frame(since[-1], since[-1], frame.nature) if since else frame
    if _FROM.search(near):
        # 2015-2020年由A增加到B names the year of A; 2016-2020年, a plan's years, does not.
        said_from = re.search(rf"[从自]{frame.first}年", lead) is not None
        if (frame.year - frame.first > 4 or said_from) and _named(frame, lead):
            return Frame(frame.first, frame.first, RESULT)
        return Frame(frame.first - 1, frame.first - 1, RESULT)
    # 三年新增25万户，总量达到56万户: what there is in all stands at the end of the years just named.
    whole = frame != base and _WHOLE.search(near)
    if _COMPARED_YEARS.search(lead) and not CHANGE.search(near) and not _SUMMED.search(near):
        return Frame(frame.year, frame.year, frame.nature)
    reached = whole or _TO.search(near) or _FROM_A_TO.search(lead[-40:])
    return Frame(frame.year, frame.year, frame.nature) if reached or _stands(near, after) else frame
