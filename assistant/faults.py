"""Whether a figure printed in a report is the one that a sentence claims, and what speaks against it."""

from __future__ import annotations

import re
from collections.abc import Collection

from reports.figures import RANK

from .claims import Claim, Claims
from .fits import unit_fits
from .material import Item, Known, compact
from .select import RESULTS
from .subjects import CODE, PIECE, own_words

_UP = re.compile(r"增长|上升|提高|增加|提升|上涨|扩大|新增|多")
_DOWN = re.compile(r"下降|减少|降低|回落|下滑|缩减|负增长|跌|压减|缩短|少")
_CHANGED = re.compile(
    r"(?:(?:同比|比[^,]{1,6}|较[^,]{1,6})(?:多|少|高|低)?|增长|上升|提高|增加|提升|下降|减少|降低|增幅|增速|涨幅|降幅)(?:了|达到|达|为|是)*$"
)
_MARGIN = re.compile(r"(?:比|较)[^,]{1,6}(?:多|少|高|低|增加|减少|提高|下降|降低|提前)了?$")
_AIM = re.compile(r"目标|计划|力争|争取(?!到|上级|中央|省|各|资金|专项|了)|拟|将(?!近)")
_PLANNED = re.compile(
    r"目标|计划|预期|力争|争取|拟|将(?!近)|要(?![求素点])|安排|确保|打算|预计|控制在|部署|谋划|年内|提出|准备|规划|任务|"
    r"新的一年|今年|明年|下一步|再增|再开工|指标"
)
_DONE = re.compile(r"完成|实现|实际|已|达到了|建成")
DONE = re.compile(
    r"实际(?:完成|达到|实现|新增|为|是)|已经?(?![知定列明提写确安纳计])[一-鿿]|(?:[一-鿿](?:成|现|到|增|进|施|建|复|除))了|"
    r"(?:超额|圆满|提前|如期)(?:完成|实现)"
)
_FORESEEN = re.compile(r"预计|预期|规划|可望|有望|将")
_STOCK = re.compile(r"总数|总量|共有|拥有|现有|累计|[升增]至|[增提]?[加升]到|(?<!新增)达到?$|超过$|突破$")
_NEW = re.compile(
    r"新增|新添|新建|新认定|新培育|新评|净增|新注册|新签约|新落地|再增|新入库|新开|增加(?!值|到|至)"
)
_SCOPE = re.compile(r"世界|全球|全国|全省|全市|全区|全县|[三四五六七八九十]区|片区|同类")
# 出让 is not 收储: what was done to the thing that is counted, and its opposite.
_OPPOSED = tuple(
    (re.compile(one), re.compile(other))
    for one, other in (
        ("收储|储备", "出让"),
        ("恢复生产|复产|重新开工", "停产|关停|停工"),
        ("进口", "(?<!进)出口"),
        ("发放|拨付|支付", "收取|征收|追缴"),
        ("新建|建成|开工", "拆除|拆迁|取缔"),
        ("新增|增加", "淘汰|关停|取缔|压减"),
    )
)
_SHORT_OF = re.compile(r"(?:不到|不足|未达到?|未满|未及)$")
_OPEN_BOUND = re.compile(
    r"以上|以内|以下|超|突破|逾|不低于|不少于|不超过|不高于|低于|控制|至少|高于|多|余|迈|跨|站上|>|<|≥|≤"
)


def same(claim: Claim, known: Known) -> bool:
    """Whether two printed figures are one: same number, same unit."""
    a, b = claim.figure, known.figure
    if a.value != b.value:
        return False
    if not a.unit and not a.multiplier:
        return True
    if a.multiplier != b.multiplier or {a.base_unit, b.base_unit} == {"%", "百分点"}:
        return False
    if not a.unit:
        return True
    if not b.unit:
        # 150万农村人口 is told as 150万人, never as 150万公里.
        return a.unit in known.after
    return unit_fits(a.base_unit, b.base_unit) >= 0.9


def exceeds(claim: Claim, known: Known) -> bool:
    """超过一万人 of 10439人: a round number that the printed figure is a little above."""
    a, b = claim.figure, known.figure
    rounded = float(f"{a.normal:.1g}") == a.normal
    return a.bound == ">" and rounded and a.base_unit == b.base_unit and a.normal < b.normal <= 1.2 * a.normal


def is_of(place: str, item: Item, known: Known | None) -> bool:
    """Whether the evidence, or this figure of it, speaks of the place."""
    fact_place = known.fact.place if known and known.fact else ""
    return place in (item.place, fact_place) or compact(place) in item.compact


def absolute(span: tuple[int, int], report_year: int | None) -> tuple[int, int]:
    """去年 and 今年 as years of the report that they are said in."""
    return span if span[0] > 0 or not report_year else (report_year + span[0], report_year + span[1])


def covers(span: tuple[int, int], own: Collection[int], period: str, item: Item) -> bool:
    """Whether the years said are those of the figure."""
    first, last = span
    if first == last:
        # A period's figure may be told by its last year.
        return first in own
    if len(period) == 9:
        return (int(period[:4]), int(period[5:])) == span
    return {first, last} <= item.years or last in own


def direction(claim: Claim, known: Known) -> str:
    """增长 against 下降: the last such word before the figure, on both sides."""
    if _CHANGED.search(claim.before) and known.fact and known.fact.measure in ("水平", "占比"):
        # 增长9796人 of a figure that is no growth.
        return "" if _CHANGED.search(known.before) else "口径不符"
    if claim.before.endswith("第") and not known.before.endswith("第"):
        return "口径不符"
    if _MARGIN.search(known.before) and not _turn(claim.before[-14:]):
        return "口径不符"
    said, printed = _turn(claim.before[-14:]), _turn(known.before[-14:])
    return "增减相反" if said and printed and said != printed else ""


def _turn(text: str) -> str:
    words = [(m.start(), "+") for m in _UP.finditer(text)] + [(m.start(), "-") for m in _DOWN.finditer(text)]
    return max(words)[1] if words else ""


def bound(claim: Claim, known: Known) -> str:
    """以上 or 超过 where the report has none, or another."""
    said, printed = claim.figure.bound, known.figure.bound
    if known.fact and known.fact.bound:
        printed = known.fact.bound
    if exceeds(claim, known):
        return ""
    if _SHORT_OF.search(claim.before) and not _SHORT_OF.search(known.before):
        return "限定词不符"
    if not said and printed[:1] in ("<", ">"):
        # 超过3万家 told as 达到3万家.
        return "" if _OPEN_BOUND.search(claim.clause) else "限定词不符"
    if not said or said == "~" or said[0] == printed[:1]:
        return ""
    return "限定词不符"


def nature(claim: Claim, claims: Claims, item: Item, known: Known, *, aimed: bool) -> str:
    """A target told as a result, or a result as a target. ``aimed``: plans are what is spoken of."""
    nature = known.fact.nature if known.fact else ""
    done = _DONE.search(claim.clause) and not _AIM.search(claims.text) and not _DONE.search(known.before)
    if nature in ("目标", "计划"):
        if done or DONE.search(claims.text):
            return "把目标当成了结果"
        year = known.fact.year if known.fact else None
        ahead = year is None or item.report_year is None or year >= item.report_year
        if ahead and not aimed and not _PLANNED.search(claims.text):
            return "把目标当成了结果"
    if nature == "预计" and DONE.search(claim.clause) and not _FORESEEN.search(claims.text):
        return "把预计当成了结果" if _FORESEEN.search(item.compact) else ""
    if (
        nature in RESULTS
        and nature != "预计"
        and _AIM.search(claim.before[-12:])
        and not _AIM.search(known.before)
    ):
        return "把结果当成了目标"
    return ""


def speaks_of_plans(text: str) -> bool:
    """Whether a sentence or a question is about what is planned."""
    return _PLANNED.search(text) is not None


def kind(claim: Claim, item: Item, known: Known) -> str:
    """New ones told as all there are, or all as new ones; a rank in another row or of another measure."""
    if any(code not in own_words(known) for code in CODE.findall(claim.before.rsplit("、", 1)[-1])):
        return "指标不符"
    own = own_words(known)
    for pair in _OPPOSED:
        for one, other in (pair, pair[::-1]):
            if (
                one.search(claim.before + claim.after)
                and other.search(own)
                and not one.search(own + item.compact)
            ):
                return "做的是另一件事"
    said = PIECE.split(claim.before)[-1]
    printed = PIECE.split(known.before)[-1] + (known.fact.indicator if known.fact else "")
    if known.figure.base_unit == RANK:
        scope = _SCOPE.search(claim.before[-14:])
        if scope and scope.group() not in known.before:
            return "位次的范围不符"
        speed = "增速" in claim.clause or "增幅" in claim.clause
        return "位次的口径不符" if speed and not re.search("增速|增幅", printed + known.before[-8:]) else ""
    new_said, new_printed = _NEW.search(claim.clause), _NEW.search(printed + known.after)
    if _STOCK.search(said) and new_printed and not new_said:
        return "把新增当成了总数"
    if _NEW.search(said) and _STOCK.search(printed) and not new_printed:
        return "把总数当成了新增"
    return ""
