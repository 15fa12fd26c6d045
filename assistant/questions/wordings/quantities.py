"""Quantities that are listed without a question for each: 请列出项目数、总投资及全市位次.

Each is asked for by itself: 项目多少个，总投资是多少，在全市排第几.
"""

from __future__ import annotations

from reports.patterns import regex

# 请列出…, …分别是多少
_LISTED = regex(
    r"^(?P<told>(?:请|麻烦)?(?:分别|逐一|一并)?(?:列出|列举|列明|给出|写出|写明|提供|说明|报一下|告知|查一下|查询)(?:一下)?)?[：:，,]?"
    r"(?P<body>[^？?；;：:]+?)[，,]?(?P<each>各自?|分别|都)?(?P<much>(?:是|为|有|达到?)*(?:多少|几何|如何|怎样|情况))?[。？?]?$"
)
_ASKS = regex("多少|几|哪|谁|什么|怎|如何|是否|吗|呢|(?<!百分)(?<!占)比(?![例重])|差")
_AND = regex("[、，]|以及|及其?|和|与")
_OWN = regex("^(?:(?:它们?|他们|两者|各自?|分别|其(?!中))的?)+")
_COUNT = regex(
    r"(?P<of>[^的]{2,}?(?P<kind>项目|企业|公司|单位|建议|提案|景区|园区|基地|平台|学校|机构)|.*[一-鿿]{2})?(?:的)?(?:总?数量|(?P<unit>[个家件户])数|(?<=[目业司位议案])数)$"
)
_UNITS = {"企业": "家", "公司": "家", "单位": "家", "机构": "家", "建议": "件", "提案": "件", "学校": "所"}
_RANK = regex(
    "(?P<of>(?!在?全[国省市区州]|省内|国内).{2,}?的?)?在?(?P<where>全[国省市区州]|省内|国内)?的?(?:(?:所处|所居)的?)?(?:位次|排名|名次)$"
)
_GROWTH = regex("(?P<of>(?!同比).{2,}?的?)?(?:同比)?(?:增速|增幅|涨幅|增长率|增长幅度)$")
_QUANTITY = regex(
    "(?:规模|比重|占比|比例|投资额?|总额|金额|产[值量]|面积|里程|收入|支出|人[次数]|人口|装机(?:容?量|规模)?|[额率量值]|余额|存款|贷款|百分比|均价|价格|目标)$"
)
_LAST = regex("的(?P<of>[^的]{2,6})$")


def quantities_each(asked: str) -> str:
    """``asked`` with a question for each of the quantities that it lists; others stay."""
    found = _LISTED.match(asked)
    if found is None or not (found["told"] or (found["each"] and found["much"])):
        return asked
    pieces = _pieces(found["body"])
    kinds = [_COUNT.search(p) or _RANK.search(p) for p in pieces]
    few = len(pieces) < 2 or (len(pieces) == 2 and not (found["told"] or any(kinds)))
    if (
        few
        or _ASKS.search(found["body"])
        or not all(k or _measured(p) for k, p in zip(kinds, pieces, strict=True))
    ):
        return asked
    if not any(kinds) and not found["told"]:
        return asked  # what is listed by names alone is asked for in one
    return "，".join(map(_asked_for, pieces))


def _measured(piece: str) -> bool:
    return bool(_GROWTH.search(piece) or _QUANTITY.search(piece))


def _pieces(body: str) -> list[str]:
    """What is listed; 甲和乙的人次 are 甲的人次 and 乙的人次."""
    pieces = [_OWN.sub("", p.strip()) for p in _AND.split(body) if p.strip()]
    for number in range(len(pieces) - 2, -1, -1):
        last = _LAST.search(pieces[number + 1])
        piece = pieces[number]
        if last and not (_measured(piece) or _COUNT.search(piece) or _RANK.search(piece)):
            pieces[number] = f"{piece}的{last['of']}"
    return pieces


def _asked_for(piece: str) -> str:
    if count := _COUNT.search(piece):
        unit = count["unit"] or _UNITS.get(count["kind"] or "", "个")
        return f"{piece[: count.start()]}{count['of'] or ''}有多少{unit}"
    if rank := _RANK.search(piece):
        return f"{rank['of'] or ''}在{rank['where'] or '全省'}排第几"
    if growth := _GROWTH.search(piece):
        return f"{(growth['of'] or '').rstrip('的')}增长多少"
    if piece.endswith("百分比"):
        return f"{piece[:-1]}之几"  # 完成计划的百分之几
    return f"{piece}是多少"
