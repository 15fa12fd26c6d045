"""Whose a bare noun is: 种植面积3万亩，总产2亿公斤 tells the output of what the area is planted with."""

from __future__ import annotations

from reports.patterns import regex

from .shares import NEWLY

_MAKES = (
    "(?:增加值|总产值|产值|主营业务收入|营业收入|销售收入|业务收入|营收|主营收入|利润总额|利润|利税总额|利税)"
)
# What a noun may be of, by how its owner was told before it.
_OWNED = (
    (
        regex(f"(?:实现|完成)?(?:净(?=利润))?{_MAKES}$"),
        regex(
            "(?:实现|完成)?(?:利润|利润总额|利税|利税总额|主营业务收入|营业收入|销售收入|营收|税金|总产值|产值|增加值)"
        ),
    ),
    (
        regex("(?:播种|种植|栽培|养殖|收获)?(?:总?面积)$|(?:总?产量|总产|单产)$"),
        regex("(?:预计)?(?:年|全年|平均|平均亩|亩)?(?:总?产量|总产|单产|亩产)"),
    ),
    (regex("(?:起数|宗数|次数|发生数|数量)$"), regex("(?:死亡|受伤|伤亡|死伤)(?:人数|总数)?|直接经济损失")),
    (
        regex("(?:人口|街道|乡镇?|镇|村|行政村|自然村|户|社区)?覆盖率$"),
        regex("(?:人口|街道|乡镇?|镇|村|行政村|自然村|农户|社区)覆盖率"),
    ),
)
_BALANCE = regex(
    "^(?:累计)?(?:发放|投放|发行|新发放)?(?P<of>[^、，,]{1,16}?(?:贷款|存款|融资|债券))(?:总额|额)?$"
)
_INDUSTRY = regex("^[^，,。；;：:、\\d]{2,12}(?:[、和与][^，,。；;：:、\\d]{2,12})?产业(?:链|集群)?(?=[，,])")
# 大力发展化工产业，主营业务收入达到…
_GROWN = regex(
    "^(?:大力|加快|积极|重点|突出|着力|优先|持续|聚力|全力|培育|做优|做大|做强|做精|壮大|发展|推动|推进|促进|振兴|提升|改造|打造|聚焦|围绕)+"
)
_OF_INDUSTRY = regex("(?:产业)?(?P<of>规模|总?产值|主营业务收入|营业收入|营收|增加值)")


_SIDE = regex("(?:城镇|城市|城区|农村|乡村)(?P<who>居民|人口)?")
_BOTH_MEASURED = regex("(?:居民|人口)?(?:人均|户均|平均|恩格尔|最低|低保|医保|养老)")


def other_side(own: str, subject: str) -> str:
    """城镇人均居住面积增加到30平方米，农村增加到40平方米: the same of the country; ``""`` if not told."""
    mine, whose = _SIDE.fullmatch(own), _SIDE.match(subject)
    if mine is None or whose is None or own[:2] == subject[:2] or not _BOTH_MEASURED.match(subject, 2):
        return ""
    return own + subject[whose.end() if mine["who"] else 2 :]


def owned(own: str, subject: str, text: str) -> str:
    """The indicator ``own`` with whose it is, by the ``subject`` told before it; ``""`` if not told.

    ``text`` is the sentence up to the figure: it may open with the industry that it is about.
    """
    for whose, bare in _OWNED:
        if bare.fullmatch(own) and (told := whose.search(subject)) and told.start() > 1:
            return subject[: told.start()] + own
    if own == "余额" and (lent := _BALANCE.match(NEWLY.sub("", subject))):
        return lent["of"] + own
    if (of := _OF_INDUSTRY.fullmatch(own)) and (industry := _INDUSTRY.match(text)):
        return _GROWN.sub("", industry.group()) + of["of"]
    return ""
