"""Whether a figure is of the thing asked for: not of a part of it, of several together, or of another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from reports.indicators import aliases_of
from reports.patterns import regex
from reports.records import Fact
from reports.text import plain

from ..evidence.fits import COUNTED
from ..evidence.matching import SENTENCE, Need, zone_levels
from ..evidence.prepared import FactText
from ..questions.content import put_for_places, without_names
from ..questions.slots import Slots

# Indicators of a whole place: said of a part of it, they are another figure.
_OF_THE_WHOLE = frozenset(
    [
        "地区生产总值",
        "一般公共预算收入",
        "一般公共预算支出",
        "财政总收入",
        "固定资产投资",
        "社会消费品零售总额",
        "进出口总额",
        "出口总额",
        "规模以上工业增加值",
        "工业增加值",
        "城镇新增就业",
        "总人口",
        "服务业增加值",
        "第一产业增加值",
        "第二产业增加值",
        "第三产业增加值",
        "税收收入",
        "旅游收入",
        "游客",
    ]
)
_NEUTRAL = regex(
    r"[省市县区]内|[县市区]域|全[国省市县区州旗盟]|我[国省市县区州旗盟]|建议|设定|\W?十[一二三四五]?五\W?(?:时期|期间)|现价|预期|预计|计划|安排|力争|争取|确保|全年|年末|年底|地方|全社会|全口径|累计|总额|总量|规模(?!以上|化)|增[速幅]|的|其中|当年|实现|完成|约|近|超|接待|数量|旅游|人次|人数|国内外|海内外|中外|各类|到访|(?:这)?[一二三四五六七八九十]年(?:来|间|内|共)?|每年|平均|共"
)
_THE_NATION = regex("国家|中国")  # 国家财政收入 for 全国财政收入
_OWN_WORDS = 4
CAUSES = regex("带动|拉动|推动|促进|撬动")


_NO_FIRM = regex("(项目|工程|任务|事项|实事|小区|楼盘|村庄|社区)(?:[一-鿿]{0,2}$)?")


def of_something_else(slots: Slots, fact: Fact, place: str) -> bool:
    """Whether a standard name is narrowed to a part (牧区经济总量) that was not asked for.

    Nor are projects and works counted by 家, nor housing estates by 户: 百亿级的有几家 asks for firms.
    """
    if slots.unit in ("家", "户") and fact.base_unit in ("个", "项"):
        ends = (m for m in _NO_FIRM.finditer(fact.indicator) if m.end() == len(fact.indicator))
        other = _NO_FIRM.match(fact.after) or next(ends, None)
        if other and other[1] not in slots.content:
            return True
    if fact.name not in slots.names:
        if slots.names and not fact.name and slots.measure != "占比" and set(slots.names) <= _OF_THE_WHOLE:
            near = plain(fact.indicator + fact.before)
            left = without_names(slots.content).replace(" ", "").strip("的")
            if len(left) >= _OWN_WORDS and left in near:
                return False  # 规上工业企业研发活动覆盖率 for 规上工业研发活动覆盖率
            at = max((near.find(s) + len(s) for s in _spellings(slots.names) if s in near), default=-1)
            narrower = re.search("项目|企业|占|比重|总投资", near[at:]) if at >= 0 else None
            if narrower and narrower.group() not in slots.content:
                return True
            # 跨境电商进出口额 is a part of 进出口总额
            indicator = plain(fact.indicator)
            heads = (
                indicator[: indicator.find(s) + len(s)] for s in _spellings(slots.names) if s in indicator
            )
            if any(_narrowed(head, slots.names, slots, place) for head in heads):
                return True
        # 进出口企业132家 counts firms: it is not the amount that the name stands for.
        return bool(
            slots.names
            and not slots.unit
            and not fact.name
            and fact.base_unit in COUNTED | {"人"}
            and not without_names(slots.content).strip("的 ")
        )
    if fact.name not in _OF_THE_WHOLE:
        return False
    counts = fact.base_unit in COUNTED and slots.measure != "进位"
    if counts and fact.name not in ("城镇新增就业", "总人口"):
        return True  # 外贸16条 are policies, no amount of trade
    indicator = plain(_LISTED_BEFORE.sub("", fact.indicator))
    if slots.measure == fact.measure == "占比":
        indicator = indicator.partition("占")[0]  # 税收占比 for 税收占几成: the share's whole narrows nothing
    return _narrowed(indicator, (fact.name,), slots, place)


# 预算总收入、地方预算收入均增长5%: of each of those listed
_LISTED_BEFORE = regex(
    "^.*(?:收入|支出|增加值|总值|总额|投资|增速|游客数?|人次)(?:、|和|及|与)(?=[一-鿿]{4})"
)


def _narrowed(indicator: str, names: tuple[str, ...], slots: Slots, place: str) -> bool:
    """Whether an indicator says more than one of the names, and the question does not say that."""
    for spelling in _spellings(names):
        if spelling in indicator:
            rest = indicator.replace(spelling, "", 1)
            break
    else:
        return False
    rest = _NEUTRAL.sub("", put_for_places(rest, [place]))
    rest = CAUSES.sub("", _THE_NATION.sub("", rest) if place == "国务院" else rest)
    if len(rest) < 2 or rest in plain(slots.content) or rest in plain(slots.text):
        return False
    if rest[0] in "对与" and rest[1:] in plain(slots.content):
        return False  # 对俄出口 for 与俄罗斯之间的出口
    # 4A级以上文化景区 for 4A级以上景区: what is asked for narrows as much
    asked = _NEUTRAL.sub("", plain(without_names(slots.content)))
    return not (_MOST_OF * len(rest) <= len(asked) <= len(rest) and _in_order(asked, rest))


_MOST_OF = 0.6


def _in_order(letters: str, text: str) -> bool:
    """Whether all ``letters`` stand in ``text`` one after the other, whatever stands between them."""
    left = iter(text)
    return all(letter in left for letter in letters)


@lru_cache(maxsize=256)
def _spellings(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(plain(a) for name in names for a in aliases_of(name))


_TAIL = regex("产量|产值|营收|营业收入|收入|投资|面积|规模|数量|总额|金额|增加值|存栏|出栏|销量|销售额")


def of_another_kind(
    content: str, item: FactText, told_in: Sequence[str], before: str, said: Sequence[str]
) -> bool:
    """Whether the same quantity of another thing is told: 绿氢产量 where 牛奶产量 is asked for.

    The thing asked for stands neither in the figure's sentence nor in its heads, and what stands in
    its place shares no character with it; where nothing does (粮食丰收，产量达到…) it does not stand
    in the sentence ``before`` either.
    """
    own = plain(item.fact.indicator)
    asked, told = (list(_TAIL.finditer(words)) for words in (content, own))
    if not asked or not told or asked[-1].group() != told[-1].group():
        return False
    thing = content[: asked[-1].start()].split(" ")[-1].removesuffix("总")
    other = own[: told[-1].start()].removesuffix("总")
    if len(thing) < 2 or len(other) == 1 or set(_TRADE.sub("", thing)) & set(_TRADE.sub("", other)):
        return False
    told_in = told_in if other else [*told_in, before]
    pairs = [
        *(thing[i : i + 2] for i in range(len(thing) - 1)),
        *(s for s in said if s not in told[-1].group()),
    ]
    return not any(pair in text for pair in pairs for text in told_in)


# 工业 and 农业 have nothing in common
_TRADE = regex("产?业$")
_ALONE = regex(
    "单看|单说|单论|单是|只看|只算|只说|光看|光说|光是|光(?=[一-鿿]{2,10}(?:一个|一项|一家|这))|单独|"
    "(?<=[一-鿿])(?:这)?一(?:个|项|家|行)(?=产业|行业|企业|园区|[,，]|$)"
)
_LISTED_TOGETHER = regex("[一-鿿]{2,12}(?:、[一-鿿]{2,12})+")


def of_several(slots: Slots, item: FactText) -> bool:
    """Whether one thing by itself is asked for (单看陶瓷) and the figure is of several together."""
    if not _ALONE.search(slots.text) or "分别" in item.clause:
        return False
    lists = (found.group().split("、") for found in _LISTED_TOGETHER.finditer(item.lead + item.clause))
    return any(
        word[i : i + 2] in slots.content for words in lists for word in words for i in range(len(word) - 1)
    )


_SEASON = regex("前?[一二三四]?季度|[上下]半年")


def told_here(need: Need, zones: Sequence[str], *, narrowed: bool = True) -> float:
    """The share of the content's weight that the figure's own sentence and heads hold, 0 to 1."""
    level = zone_levels(need, zones[: SENTENCE + 1])
    named = {i for u in need.names for i in range(u.start, u.end)}
    told = sum(w for i, w in enumerate(need.weights) if level[i] >= 0 and i not in named)
    name = sum(need.weights[i] for i in named)
    seasons = (i for m in _SEASON.finditer(need.content) for i in range(*m.span()))
    rest = need.total - name - sum(need.weights[i] for i in seasons)
    # 温泉度假区接待游客: what the figure of a standard name is narrowed to must be told as well.
    return told / rest if narrowed and rest > name else (told + name) / need.total


# Who or what kind a figure is counted of: what one of these narrows is another figure without it.
_QUALIFIERS = (
    "境外|入境|海外|外国|国际|外籍",
    "农村|农民|乡村",
    "民间|民营|私营|民企",
    "女|妇",
    "老年|老人|养老|高龄",
    "儿童|少年|未成年|婴幼|青少年",
    "残疾|残障",
    "退役|军人|士兵|军属",
    "线上|网上|网络|电商|电子商务|跨境",
    "夜间|夜",
    "过夜",
    "景区|景点",
    "机场|空港|航空|民航",
    "口岸|通关",
    "高价值",
    "博士|硕士|研究生",
    "院士",
)
# 农村娃 for 农村学生: of whom a qualifier may be said as well.
_AS_WELL = {"儿童": ("学生", "学龄", "幼儿")}
_QUALIFIED = tuple(
    (
        regex(rf"(?<!城里)(?<![城镇和与及、])(?:{group})(?![和与及、])"),
        (*group.split("|"), *_AS_WELL.get(group.split("|")[0], ())),
    )
    for group in _QUALIFIERS
)


def unqualified(need: Need, zones: Sequence[str]) -> bool:
    """Whether the content narrows its thing (境外游客) by what sentence and heads do not tell."""
    told = zones[: SENTENCE + 1]
    level = None
    for pattern, forms in _QUALIFIED:
        for found in pattern.finditer(need.content):
            level = level or zone_levels(need, told)
            lost = all(level[i] < 0 for i in range(*found.span()))
            if lost and not any(form in zone for form in forms for zone in told):
                return True
    return False


_THRESHOLD = regex(r"[\d.]*[万亿千百]*[元吨人亩户米](?:及?以[上下内])")
# 其中10亿元以上项目106个、50亿元以上项目22个: each is of its own size.
_OWN_THRESHOLD = regex(rf"({_THRESHOLD.pattern})[^\d、,;]{{0,16}}$")


def _with_bound(words: str) -> str:
    """超5亿元项目 as 5亿元以上项目."""
    return _ABOVE.sub(r"\1以上", words)


_ABOVE = regex(r"超过?(\d[\d.]*[万亿千百]*[元吨人亩户米])(?=的?[一-鿿]{0,4}(?:项目|企业|产业|工程))")


def of_another_size(need: Need, item: FactText) -> bool:
    """Whether a figure's clause tells of another size: 亿元以上项目 where 50亿元以上 is asked."""
    asked = _THRESHOLD.findall(_with_bound(need.content))
    own = _own_size(item) if asked else ""
    told = [own] if own else _THRESHOLD.findall(_with_bound(item.clause))
    return bool(asked and told) and not set(asked) & set(told)


def of_that_size(content: str, item: FactText) -> bool:
    """Whether a figure counts what is of the very size asked for: 30亿元以上项目16个 for 其中30亿元以上的."""
    return _own_size(item) in _THRESHOLD.findall(_with_bound(content))


def _own_size(item: FactText) -> str:
    before = item.clause[: item.clause.find(plain(item.fact.figure))]
    own = _OWN_THRESHOLD.search(_with_bound(before))
    return own[1] if own else ""


SPELLED = 0.02
"""What the question's own spelling of a name counts for: 公共财政预算收入, not 财政收入."""


def spelled_as_asked(need: Need, fact: Fact) -> bool:
    """Whether a figure is called by the very spelling of a standard name that the question uses."""
    own = plain(fact.indicator)
    return any(need.content[use.start : use.end] in own for use in need.names)


_NOUN_ASKED = regex("有(?:多少|几)(?:个|家|户|名|位|人|条|座|所|处|项|件)?([一-鿿]{3,8})$")
COUNTED_SO = 0.08
"""What it counts for that a figure is called by the very noun that stands behind 多少."""


def counted_so(slots: Slots, item: FactText) -> bool:
    """有多少注册用户 for 注册用户2000家: whether the noun counted is all that a figure is called by."""
    found = _NOUN_ASKED.search(slots.text.rstrip("？?。"))
    return found is not None and plain(item.fact.indicator) == found[1]


def told_verbatim(need: Need, item: FactText) -> bool:
    """Whether a figure is called by the very words asked for, not by others for them."""
    return len(need.content) > 2 and not need.names and need.content in plain(item.fact.indicator)
