"""Figures without a digit before them: 突破万户, 破千亿, 1/3, 一半, 翻一番, 首位, 前三."""

from __future__ import annotations

import re

from reports.patterns import regex

from .numerals import chinese_value

MAGNITUDE = "[十百千万]{0,3}[百千万亿]"
# What is reached, after 突破 or 达到, with nothing behind it that it would only qualify: 突破百亿元的企业.
_REACHED = regex(
    "(?:破|突破|超过?|逾|过|近|接近|达到|实现|[迈跨站登跃]上|跨越|冲破|增[长加]|提高|减少|下降|节约)了?$"
)
_NEARLY = regex("(?:近|超过?|逾|突破|(?<![线网以路身海马早晚地])上|(?<![通经])过)$")
_INVESTED = regex("(?:投资|金额)(?:近|超过?|逾|突破|过)$")
_DRAWN = regex(
    "(?:新增|选派|对接|联动|带动|吸纳|培育|引进|招引|汇聚|赋能|培训|服务|组建|派出|惠及|招募|建成)$"
)
_END = regex(
    r"(?:元|美元|大关|台阶|关口|门槛|以上|左右)*(?:[,，;；。:：)）\[]|$|、(?:同比|增|下降|居|位|占|达|比|较|首次|创|净|总))"
)
_COUNTED = frozenset([*"名户家个项件场所人台辆套座条篇次吨亩", "人次", "公里"])
_OF_A_NAME = regex('[^,，。;；、]{0,14}(?:工程|计划|行动|活动|专项|培育|规划|级)|万户|争鸣|[”"]')
_PEOPLE = frozenset(["人次", "人", "名", "户", "家", "个", "项", "件", "场", "所"])


def magnitude(numeral: str) -> tuple[float, str]:
    """(value, multiplier) of 千亿: (1000, 亿)."""
    if numeral == "万亿":
        return 1.0, numeral
    last = numeral[-1]
    multiplier = last if last in "万亿" else ""
    head = numeral[:-1] if multiplier else numeral
    value = chinese_value(head) if head else 1.0
    return (value or 1.0), multiplier


def is_reached(text: str, start: int, end: int, numeral: str, unit: str) -> bool:
    """Whether a bare 千亿 or 万户 at ``start`` is a figure: 突破千亿元, 近万名校友, 选派千名医生."""
    if not re.fullmatch(MAGNITUDE, numeral) or unit == "年":
        return False
    before = text[max(0, start - 8) : start]
    if unit in ("元", "美元") and text.startswith("的", end) and _INVESTED.search(before):
        return True  # 总投资近百亿元的基地
    if _END.match(text, end):
        if _REACHED.search(before) and not (len(numeral) == 1 and before.endswith(("实现", "到"))):
            return True
        if text.startswith("以上", end):
            return bool(_DRAWN.search(before)) and unit in _COUNTED
    if unit not in _PEOPLE or _OF_A_NAME.match(text, end) or not re.match("[一-鿿]", text[end : end + 1]):
        return bool(_NEARLY.search(before)) and unit in _PEOPLE and text[end : end + 1] in ("", "，", "。")
    if _NEARLY.search(before):
        return not text.startswith("的", end)
    held = unit == "场" and before.endswith(("举办", "开展"))
    return (held or bool(_DRAWN.search(before))) and not text.startswith("以下", end)


_PASSED = regex(
    f"[,，、](?:首次|首度|一举|历史性地?|成功|再次|均|双双|已)*(?:突破|超过|跨越|[迈跨站登]上|[破超过])"
    f"(?:了)?{MAGNITUDE}[元亩吨人户家次]*"
)


def passed(words: str) -> bool:
    """Whether the words behind a figure only say what mark it has passed: ，首次突破万元."""
    return _PASSED.fullmatch(words) is not None


# 占全国1/3, 减少三分之一; no page (1/3) and no quarter of a century
FRACTION = (
    r"(?<![\d/.(（])(?P<over>[1-9])/(?P<under>[2-9]|10)(?![\d/)）])"
    '|(?<![一二三四五六七八九十百])(?P<cnunder>[二三四五六七八九十])分之(?P<cnover>[一二三四五六七八九])(?!世纪|[”"十])'
    "|(?<!另)(?P<half>一半|半数|(?<=[超过近])半(?=[,，;；。]|$))"
)
_NOT_HALF = regex("(?:双|时间|任务|学期|年|路程|事)[过超近]?$|放一$")


def fraction(text: str, match: re.Match[str]) -> float | None:
    """The share in per cent that a match of ``FRACTION`` tells; None where it tells none."""
    if match["over"]:
        over, under = float(match["over"]), float(match["under"])
    elif match["cnunder"]:
        over, under = chinese_value(match["cnover"]) or 0.0, chinese_value(match["cnunder"]) or 1.0
    else:
        return None if _NOT_HALF.search(text[: match.start()][-5:]) else 50.0
    return round(100 * over / under, 2) if over < under else None


# 翻一番, 翻了两番, 分别翻了一番和两番; no 翻番计划
DOUBLED = '(?<=翻|了|近|和|、)(?P<times>[一二两三四五]|[1-5])?番(?!茄|号|计划|行动|工程|战略|攻坚|禺|[”"])'
_TURNED = regex("翻[了近]?$|翻[了近]?[一二两三四]番[、和]$")


def doubled(text: str, match: re.Match[str]) -> float | None:
    """How often something doubled; None where 番 counts none."""
    if not _TURNED.search(text[: match.start()][-5:]):
        return None
    times = match["times"] or "一"
    return float(times) if times.isdigit() else chinese_value(times)
