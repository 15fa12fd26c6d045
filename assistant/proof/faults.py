"""Whether a figure printed in a report is the one that a sentence claims, and what speaks against it."""

from __future__ import annotations

import re
from collections.abc import Collection

from reports.figures import RANK
from reports.patterns import regex

from ..figures.opposites import undone
from ..figures.select import RESULTS
from .claims import Claim, Claims
from .material import Item, Known, compact
from .quantities import ALMOST, exceeds, rounds
from .subjects import CODE, PIECE, own_words

_UP = regex(r"上调|微[升涨]|[升涨](?=至|到|了|$)|高于|高出|快于|增长|上升|提高|增加|提升|上涨|扩大|新增|多")
_DOWN = regex(
    r"收窄|缩小|微降|略降|下调|[降跌](?=至|到|了|$)|低于|慢于|不及|下降|减少|降低|回落|下滑|缩减|负增长|跌|压减|缩短|少"
)
_CHANGED = regex(
    r"(?:(?:同比|(?<![占之对])比(?![重例率值])[^,]{1,5}[^,的]|较[^,]{1,5}[^,的])(?:多|少|高|低)?|增长|上升|提高|增加|提升|下降|减少|降低|增幅|增速|涨幅|降幅|[微略][升降涨跌])(?:了|达到|达|为|是)*$"
)
_MARGIN = regex(r"(?:比|较)[^,]{1,6}(?:多|少|高|低|增加|减少|提高|下降|降低|提前)了?$")
_LOWER = regex("(?:少|低|减少|下降)了?$")
_GROWING = regex("增速|增幅|增长|涨幅|快")
_RAISED_TO = regex(r"(?:提高|增加|增长|提升|上升|扩大|减少|下降|降低|降|升|增)(?:到|至)[^,;。]{0,4}$")
_CHANGED_TO = regex("(缩短|压缩|压减|提前|延长|精简|减至|增加|减少|提高|下降|降低)(?:到|至)$")
_MEAN = regex("[年月日季]均")
_DENIED = regex("尚未|未(?!来|成年|央)|没有|并非|不再")
# 基本完成 is not 完成.
_HEDGED = regex(
    "基本(?=完成|建成|实现|消除|解决|形成|竣工|完工|贯通|满足|达到)|初步(?=建成|形成|实现)|部分(?=完成|建成|投产|完工)|陆续|主体(?=完工|封顶|完成|建成)"
)
_FINISHED = regex(
    "完成|完工|竣工|建成|建好|实现|消除|解决|形成|贯通|满足|达到|投产|封顶|交付|投用|了|改造|建设|新建|[^未]通车"
)
_TO = regex("[到至]")
_LEVEL = regex(r"(?:达到?|共有?|有|总数为?|总量为?|至|为|是)$")
_CHANGES = regex(r"增|升|提高|涨|降|减|少|多|扩|缩|幅|速|快|慢|高|低|回落")
_AIM = regex(
    r"要(?=完成|实现|达|建成|新)|(?:目标|计划)(?!的$)|力争|争取(?!到|上级|中央|省|各|资金|专项|了)|拟|将(?!近)"
)
_PLANNED = regex(
    r"目标|计划|预期|力争|争取|拟|将(?!近)|要(?![求素点])|安排|确保|打算|预计|控制在|部署|谋划|年内|提出|准备|规划|任务|"
    r"新的一年|今年|明年|下一步|再增|再开工|指标|推进(?!了)"
)
_DONE = regex(r"完成|实现|实际|已|达到了|建成")
DONE = regex(
    r"实际(?:完成|达到|实现|新增|为|是)|已经?(?![知定列明提写确安纳计])[一-鿿]|[一-鿿](?<![为除])了(?![解如断])|"
    r"(?:超额|圆满|提前|如期)(?:完成|实现)"
)
_FORESEEN = regex(r"预计|预期|规划|可望|有望|将")
_STOCK = regex(r"总数|总量|共有|拥有|现有|实有|累计|[升增]至|[增提]?[加升]到|(?<!新增)达到?$|超过$|突破$")
_NEW = regex(
    r"新(?:增|添|建|认定|培育|评|注册|签约|落地|入库|开|创|设|登记|上榜|引[进育]|获|投|列入|入选|晋升|招|种|改建|聘)|净增|再增|增加(?!值|到|至)"
)
_SCOPE = regex(r"世界|全球|全[国省市县区州盟旗]|[三四五六七八九十]区|片区|同类")
# How far an undertaking has come: the stage said must be one that the report tells.
_STAGES = tuple(
    tuple(regex(words) for words in axis)
    for axis in (
        (
            r"谋划|储备|申报|拟建(?!成)",
            r"签约|签订|签下|协议|合同",
            r"开工(?!率)|动工|启动|在建|加快建设",
            r"建成|竣工|完工|投产|投用|投运|通车|落成|交付|建好|建了",
        ),
        (r"签约|签订|协议|合同", r"到位", r"计划(?:总)?投资|总投资", r"完成投资|投资额?(?:完成|达到)"),
    )
)
_SHORT_OF = regex(r"(?:不到|不足|未达到?|未满|未及)$")
_NEARLY = regex(r"(?:接近|将近|近|约|不到|不足)$")
_OPEN_BOUND = regex(
    r"以上|以内|以下|超|突破|逾|不低于|不少于|不超过|不高于|低于|控制|至少|高于|多|余|迈|跨|站上|>|<|≥|≤"
)


def is_of(place: str, item: Item, known: Known | None) -> bool:
    """Whether the evidence, or this figure of it, speaks of the place."""
    fact_place = known.fact.place if known and known.fact else ""
    return place in (item.place, fact_place) or compact(place) in item.compact


def covers(
    span: tuple[int, int], own: Collection[int], period: str, item: Item, *, period_said: bool = True
) -> bool:
    """Whether the years said are those of the figure."""
    first, last = span
    if first == last:
        # What a period adds up to is not the last year's, a level that it ends with is.
        return first in own and not (len(period) == 9 and first not in item.years and not period_said)
    if len(period) == 9 and period[5:].isdigit():
        return (int(period[:4]), int(period[5:])) == span
    return {first, last} <= item.years or last in own


def _around(item: Item, known: Known) -> str:
    """The clause that a printed figure stands in."""
    ends = re.split("[,;。]", item.compact[known.figure.end :])[0]
    return re.split("[,;。]", item.compact[: known.figure.start])[-1] + ends


def direction(claim: Claim, claims: Claims, item: Item, known: Known) -> str:
    """增长 against 下降: the last such word before the figure, on both sides."""
    raised = known.fact and known.fact.measure in ("增量", "增速") and _RAISED_TO.search(claim.before)
    if raised and _CHANGES.search(known.before) and not _TO.search(known.before):
        # 提高到183元 of what was raised by 183元.
        return "口径不符"
    if _MEAN.search(known.before[-14:]) and "均" not in claims.text:
        # 年均增长5.02% told as 增长5.02%.
        return "口径不符"
    if _DENIED.search(claim.clause) and not _DENIED.search(_around(item, known)):
        return "肯定否定相反"
    hedged = _HEDGED.search(PIECE.split(known.before)[-1] + known.after)
    if hedged and not _HEDGED.search(claims.text) and _FINISHED.search(claims.text):
        return "说得比原文满"
    changed = _CHANGED_TO.search(claim.before)
    if changed and known.before.endswith(changed[1]):
        # 缩短至5天 of what was shortened by 5 days.
        return "口径不符"
    level = known.fact and known.fact.measure in ("水平", "占比") and not _CHANGED.search(known.before)
    if level and _CHANGED.search(claim.before):
        # 增长9796人 of a figure that is no growth.
        return "口径不符"
    if known.fact and known.fact.measure in ("增量", "增速") and _LEVEL.search(claim.before):
        # 增速，甲区为7%: the word may stand further ahead, before 达到 it may not.
        far = claim.before.endswith(("为", "是"))
        said = claims.text[: claim.figure.start] if far else claim.before
        if _CHANGES.search(known.before) and not _CHANGES.search(said):
            return "口径不符"
    if claim.before.endswith("第") and not known.before.endswith("第"):
        return "口径不符"
    if margin := _MARGIN.search(known.before):
        told = _MARGIN.search(claim.before)
        if told and bool(_LOWER.search(told.group())) != bool(_LOWER.search(margin.group())):
            return "增减相反"
        if not told and not _turn(claim.before[-14:]):
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
    if rounds(claim, known):
        return ""
    if ALMOST.search(claim.before) and claim.figure.normal == known.figure.normal:
        return "" if _NEARLY.search(known.before) else "限定词不符"
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
        if done or DONE.search(claims.text if len(claims.years) < 2 else claim.clause):
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


_WHOLE = regex(r"全球|世界|全[国省市县区州盟旗]")
_WITHIN = regex(r"(?:占|居|列|排|位|在)[^,;。]{0,3}$")


def scope(claim: Claim, item: Item, known: Known) -> str:
    """A share or a place in a row of another whole: 占全省一半 told as 占全国一半."""
    words = claim.clause
    clause = (compact(known.fact.clause) if known.fact else "") + known.before + known.after
    printed = set(_WHOLE.findall(clause))
    for match in _WHOLE.finditer(words):
        own = item.place.endswith(match.group()[1:]) and not _WITHIN.search(words[: match.start()])
        if known.figure.base_unit != RANK and match.group()[1] in clause and not printed:
            # 全省50强 of 省50强
            continue
        if own or match.group() in printed or (item.place.endswith("自治区") and match.group() == "全区"):
            continue
        if printed or match.group() not in item.compact:
            return "范围不符"
    return ""


def stage(claim: Claim, known: Known) -> str:
    """What is begun told as finished, what is signed told as received."""
    said = PIECE.split(claim.before)[-1] + PIECE.split(claim.after)[0]
    own = own_words(known)
    for axis in _STAGES:
        told = [words for words in axis if words.search(own)]
        if told and any(words.search(said) and words not in told for words in axis):
            return "进度不符"
    return ""


def _ahead(item: Item, known: Known) -> str:
    """The clause up to a figure, whatever figures stand in it."""
    return PIECE.split(item.compact[: known.figure.start])[-1]


def _of_growth(item: Item, known: Known) -> bool:
    """Whether a rank comes right after a growth: 增长12.3%、全省第三."""
    at = next((i for i, k in enumerate(item.known) if k is known), 0)
    above = item.known[at - 1].fact if at else None
    level = item.known[at - 2].fact if at > 1 else None
    alone = not (level and above and level.indicator == above.indicator and level.measure == "水平")
    return bool(above and above.measure == "增速") and len(known.before) <= 6 and alone


def kind(claim: Claim, item: Item, known: Known) -> str:
    """New ones told as all there are, or all as new ones; a rank in another row or of another measure."""
    if any(code not in own_words(known) for code in CODE.findall(claim.before.rsplit("、", 1)[-1])):
        return "指标不符"
    own = own_words(known)
    if undone(claim.before + claim.after, own, item.compact):
        return "做的是另一件事"
    said = PIECE.split(claim.before)[-1]
    printed = PIECE.split(known.before)[-1] + (known.fact.indicator if known.fact else "")
    if known.figure.base_unit == RANK:
        scope = _SCOPE.search(claim.before[-14:])
        row = _around(item, known) if re.fullmatch("[、和与及]", known.before) else ""
        if scope and scope.group() not in known.before + row:
            return "位次的范围不符"
        speed = "增速" in claim.clause or "增幅" in claim.clause
        if (
            speed
            and not re.search("增速|增幅", printed + _ahead(item, known))
            and not _of_growth(item, known)
        ):
            return "位次的口径不符"
        # 增速居全国第一 is no first place in the amount.
        grows = re.search("增速|增幅", known.before[-10:])
        return "位次的口径不符" if grows and not _GROWING.search(claim.clause) else ""
    local = PIECE.split(known.before)[-1]
    new_said = _NEW.search(said if _STOCK.search(said) else claim.clause)
    # 新增装机5万千瓦、总量达到9万千瓦: the words beside it say which, not what it leans on.
    new_printed = _NEW.search(local if _STOCK.search(local) else printed + known.after)
    if _STOCK.search(said) and new_printed and not new_said:
        return "把新增当成了总数"
    if known.figure.base_unit == "%":
        # 新签约项目的开工率: a rate is no number of things.
        return ""
    if _NEW.search(said) and (_STOCK.search(local) or _STOCK.search(printed)) and not new_printed:
        return "把总数当成了新增"
    return ""
