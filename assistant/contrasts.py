"""Words that stand against each other: 城镇… and then 农村呢; …产量 and then 面积呢."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.indicators import find_names
from reports.records import Fact

# Words that stand against each other: 城镇…, 那农村呢.
CONTRASTS = (
    ("城镇", "农村", "城乡", "城市", "农民", "乡村"),
    ("第一产业", "第二产业", "第三产业", "一产", "二产", "三产"),
    ("出口", "进口"),
    ("存款", "贷款"),
    ("收入", "支出"),
)
# 开工多少个, 竣工的呢: the same projects at another stage.
_STAGES = ("新开工", "开工", "竣工", "完工", "投产", "在建", "续建", "签约", "落地", "纳统", "达产")
# Of the same things those of another kind: 国家级多少家, 省级的呢.
_KINDS = (
    ("国家级", "省级", "市级", "县级", "区级"),
    ("国内", "入境", "境外"),
    ("公办", "民办"),
    ("省内", "省外"),
    ("内资", "外资"),
    ("夏粮", "秋粮"),
    ("客运", "货运"),
    ("旅客", "货物", "货邮"),
    ("线上", "线下"),
    ("民营", "国有"),
    ("男", "女"),
)
_QUANTITY = "总产量|产量|总产|产值|增加值|存栏量?|出栏量?|播种面积|种植面积|总?面积|余额|销售额|单产|亩产"
_TAIL = re.compile(f"(?:{_QUANTITY})$")
_QUANTITY_ALONE = re.compile(f"(?:总|其)?(?:{_QUANTITY}|占地)")
_ALL = re.compile("总数|总量|存量")
_ADDED = re.compile("净增加?|新增加?")


def contrasted(new: str, earlier: str, names: Sequence[str]) -> str:
    """``earlier`` with its own word replaced by the contrasting word ``new``, or ``""``.

    ``names`` are the standard indicators of the question before.
    """
    # 农村的标准呢: of the same standard.
    if (of := re.match("(农村|乡村|农民|城镇|城市)(?:居民)?的?(.*)$", new)) and of[2] in earlier:
        new = of[1]
    if names and new in ("农村", "农民", "乡村", "城镇", "城市"):
        kind = "城镇" if new.startswith("城") else "农村"
        swapped = re.sub("城镇|农村", kind, names[0])
        if swapped != names[0]:
            return swapped
    for group in (*CONTRASTS, _STAGES, *_KINDS):
        # 入境游客呢: what is counted may be said again
        word = next((w for w in sorted(group, key=len, reverse=True) if new.startswith(w)), "")
        if not word or (new != word and new.removeprefix(word) not in earlier):
            continue
        for other in sorted(group, key=len, reverse=True):
            if other in earlier and other != word:
                return earlier.replace(other, word, 1)
    return ""


def measured_by(new: str, earlier: str) -> str:
    """What the question before counted, by another quantity: 粮食产量… and then 面积呢; or ``""``."""
    if new == "人均" and [n.name for n in find_names(earlier)] == ["地区生产总值"]:
        return "人均gdp"
    thing = _TAIL.sub("", earlier)
    if not _QUANTITY_ALONE.fullmatch(new) or thing == earlier or len(thing) <= 1:
        return ""
    return thing + new


def of_all(content: str, text: str) -> str:
    """``content`` of the question before without 新增, where the follow-up asks for all there are."""
    whole = _ALL.search(text) and not any("增" in n.name for n in find_names(content))
    return _ADDED.sub("", content).strip() if whole else content


_KIN = {
    "城市": "城镇",
    "农民": "农村",
    "乡村": "农村",
    "一产": "第一产业",
    "二产": "第二产业",
    "三产": "第三产业",
}


def contrary(content: str, fact: Fact) -> bool:
    """Whether a figure is of what stands against what was asked for: 农村 for 城镇."""
    own = fact.indicator
    for group in CONTRASTS:
        asked = {word for word in group if word in content}
        told = {word for word in group if word in own}
        if asked and told and not asked & told and not {"城乡"} & (asked | told):
            return not any(_KIN.get(a, a) == _KIN.get(t, t) for a in asked for t in told)
    return False
