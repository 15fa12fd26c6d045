"""Whether 全国, 中国 or 我国 is the place that a question asks for, or part of a name or a rank."""

from __future__ import annotations

import re

from reports.indicators import find_names
from reports.patterns import regex

NAMES = ("国务院", "全国", "中国", "我国", "中央政府", "国家", "中央")
# 中央财政赤字 is a quantity of its own; 中央财政 that lays out money is who does it.
_TREASURY = regex("中央(?:财政)?(?:(?P<own>赤字|收入|支出|预算|本级)|(?=财政))(?:财政)?")
_GOVERNMENT = ("国务院", "中央政府")
# Only these may stand within a question: 粮食产量全国有多少. 中国 there belongs to a name.
_WITHIN = ("国务院", "全国", "我国")
_GOES_ON = regex(
    r"^(?:级|人大|重点|示范|文明|百强|千强|\d+强|先进|唯一|首|第|前|领先|平均|卫生|森林|公园|标准|专利|战略|队|政协|高新|实验|企业|"
    r"粮食储备|中小|最|优秀|劳模|劳动模范|劳动奖|五一|道德|民族|双拥|试点|样板|冠军|奖|大赛|比赛|名次|位次|排名|"
    r"的(?:多少|百分之|几成|几分之|比重|比例|份额)|(?:是|为|排|居|列|得|拿|算|占|当)?(?:第|前|首|末|倒数))"
)
# 排到全国, 占全国, 高于全国, 获全国…奖: it measures what was named before it.
_MEASURED = regex(
    r"(?:排|占|居|列|位|超|高|低|快|慢|优|先|强|好|大|多|少|进|出|走|领先|创|获|得|评|授|当|成|为|被|由|经|向|给|靠|届|个|次|名|选)"
    r"(?:在|到|进|入|了|过|出|上|于|为|作|成|的|是|得|比|及)*$|(?:相当于|等于|属于|纳入|列为|称为|供应|辐射|服务|面向|来自)$|"
    r"(?:^|[^一-鿿])(?:在|于)$|[一-鿿]在$"
)
_OF_CHINA = regex(
    r"的|\d|去年|今年|前年|明年|现在|一共|总|经济|人口|有(?:多少|几)|城镇|农村|居民|高铁|汽车|粮食|外贸|gdp"
)
_GOVERNED = regex(
    "政府|20|19|经济|财政|预算|本级|gdp|总|给(?!予)|的(?:积极|稳健)?(?:财政|货币|产业|就业)?政策|"
    "(?:还|又|都|今后|将|会)*(?:打算|计划(?!单列)|准备|采取|出台(?!的)|提出(?!的)|怎么|怎样|如何|要(?!求|素|闻)|对(?!口|外|内|标|接))"
)
# 国家给粮食产量定的目标, 国家的森林覆盖率: whom it gives something to is no word of what is asked
_GIVES = regex("国家(?:要|将|还)?(?:给(?!予)|的|对(?!口|外|内|标|接))")


# 2012年全国农洽会上某市签下几个项目: the fair is the nation's, what is asked for the city's
_FAIR = regex("[^，,]{0,10}?(?:会议?|赛事?|展览?|节|周|行动|普查)(?:上|期间|中|里)")


def beside_a_place(text: str, start: int, end: int) -> bool:
    """Whether the nation, named from ``start`` to ``end``, is asked about where another place is, too.

    Only with its government's name, or where a year or 和 stands right before (2008年全国和2009年驻马店).
    """
    if text[start:end] == "国务院":
        return True
    return re.search(r"(?:\d年|[和与比、])的?$", text[:start]) is not None and not _FAIR.match(text, end)


def said_in(text: str, start: int, end: int) -> int:
    """Where in folded ``text`` the words end that only name the nation at ``start``: ``start`` if none do."""
    if gives := _GIVES.match(text, start):
        return gives.end()
    found = _TREASURY.match(text, start)
    return end if found is None else start if found["own"] else found.end()


def asked_of(word: str, before: str, after: str, *, leads: bool) -> bool:
    """Whether ``word``, one of ``NAMES``, is a place in folded text; ``leads``: only a year stands before."""
    if word in _GOVERNMENT:
        return leads or re.search("(?:[被由经]|[获受得]到?了?)$", before) is None
    if not leads and (word not in _WITHIN or _MEASURED.search(before)):
        return False
    if _GOES_ON.match(after):
        return False
    if word == "中国":  # 中国牙谷 is a name
        names = find_names(after)
        return _OF_CHINA.match(after) is not None or bool(names and names[0].start == 0)
    if word == "国家" and (named := find_names(after[1:])) and after.startswith("的"):
        return named[0].start == 0  # 国家的森林覆盖率
    return word not in ("国家", "中央") or _GOVERNED.match(after) is not None
