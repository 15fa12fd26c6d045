"""Numbers that are part of a name: of a road, a version, a school, a method, an accident."""

from __future__ import annotations

from reports.patterns import regex

# 330国道, 1%工作法, 20国集团, 6大行动35条政策
_BEHIND = regex("[国省县乡]道|国集团|工作法|人制|大(?:工程|行动|举措|专项|攻坚)")
_ROAD = regex("(?:[国省县乡]道|尼龙)$")
_LINE = regex(r"\d{3,4}线")
_VERSION = regex(r"[”\"》]?版")
_WHOLE_CIRCLE = regex("的?(?:人生|全[景方])")
_VOLTAGE = regex("(?!(?:以|等级|左右|电压|增|提|升))[一-鿿]")
# 985、211高校
_SCHOOLS = frozenset(["985", "211"])
_OF_SO_MANY = regex(r"(?:\d|[两二三四五六七八九])个$")
_SHARE_OF_ALL = regex(r"\d+(?:\.\d+)?%[”\"]")
_FIELD = regex("[气油]田|井区|代(?:液晶|面板|半导体|生产|产)?线")


def in_a_name(text: str, start: int, end: int, number: str, unit: str) -> bool:
    """Whether the number at ``start`` with what follows it up to ``end`` only belongs to a name."""
    before, behind = text[max(0, start - 4) : start], start + len(number)
    if _BEHIND.match(text, behind + (unit == "%")) or _ROAD.search(before):
        return True
    if not unit:
        named = number.endswith(".0") or number in _SCHOOLS or _VERSION.match(text, end)
        return (end == behind and bool(named)) or bool(_FIELD.match(text, end))
    if unit == "个":
        return bool(_SHARE_OF_ALL.match(text, end))
    if unit == "%":
        return bool(_OF_SO_MANY.search(before)) and text[end : end + 1] in ("”", '"')
    if unit == "线":
        return bool(_LINE.match(text, start))
    if unit == "度":
        return bool(_WHOLE_CIRCLE.match(text, end))
    return unit == "千伏" and bool(_VOLTAGE.match(text, end))
