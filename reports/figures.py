"""Finds every figure in a stretch of text: number, multiplier, unit and bound."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .numerals import CHINESE_NUMBER, arabic_value, chinese_value, normalise

# Units and measure words of the genre, longest first where one begins another.
UNITS = [
    "微克/立方米",
    "毫克/立方米",
    "微克每立方米",
    "吨标准煤",
    "标准箱",
    "标箱",
    "teu",
    "千瓦时",
    "千瓦",
    "兆瓦",
    "瓦",
    "千伏安",
    "千伏",
    "伏",
    "平方公里",
    "平方千米",
    "平方米",
    "立方米",
    "平米",
    "公里",
    "千米",
    "厘米",
    "毫米",
    "米",
    "公顷",
    "亩次",
    "亩",
    "华里",
    "个百分点",
    "百分点",
    "%",
    "‰",
    "倍",
    "成",
    "美元",
    "欧元",
    "港元",
    "日元",
    "元/人",
    "元/亩",
    "元/斤",
    "元",
    "人民币",
    "人次",
    "人",
    "名",
    "位",
    "户次",
    "户",
    "家次",
    "家",
    "个",
    "项次",
    "项",
    "件次",
    "件",
    "所",
    "座",
    "条",
    "吨",
    "公斤",
    "千克",
    "斤",
    "担",
    "克",
    "度",
    "辆次",
    "辆",
    "台套",
    "台次",
    "台",
    "套",
    "次",
    "天",
    "年",
    "小时",
    "分钟",
    "岁",
    "场次",
    "场",
    "期",
    "处",
    "栋",
    "幢",
    "张",
    "部",
    "门",
    "种",
    "类",
    "头",
    "只",
    "羽",
    "株",
    "棵",
    "眼",
    "宗",
    "批",
    "笔",
    "支",
    "艘",
    "架次",
    "架",
    "列",
    "班次",
    "班",
    "床",
    "例",
    "起",
    "单",
    "片",
    "门次",
    "面",
    "口",
    "块",
    "尾",
    "匹",
    "盏",
    "间",
    "册",
    "本",
    "篇",
    "首",
    "档",
    "轮",
    "届",
    "分贝",
    "分",
    "级",
    "枚",
    "对",
    "节",
    "段",
    "幅",
    "封",
    "层",
    "根",
    "口井",
    "组",
    "团",
    "队",
    "码头泊位",
    "泊位",
    "车位",
    "床位",
    "箱",
    "平方",
    "立方",
    "册次",
    "票",
    "声",
    "道",
    "环",
    "路",
    "村",
    "镇",
    "县",
    "市",
    "区",
    "省",
    "国",
    "日",
    "厘",
    "项目",
    "大类",
    "方",
    "把",
    "桶",
    "瓶",
    "股",
    "线",
    "趟",
    "宗地",
    "孔",
    "井",
    "座次",
    "项事",
    "人年",
    "工时",
    "克/千瓦时",
    "小时/年",
    "桩",
    "枪",
    "盘",
    "朵",
    "排",
    "艺",
    "校",
    "站",
    "社",
]
_UNIT = "|".join(re.escape(u) for u in sorted(set(UNITS), key=len, reverse=True))
_MULTIPLIER = "万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百"
_ARABIC = r"\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
_RANGE = r"(?:%|％)?\s*(?:[-—–~～至到]{1,2})\s*"
_FIGURE = re.compile(
    rf"(?P<pct>百分之(?P<pctnum>{CHINESE_NUMBER}|{_ARABIC}))"
    rf"|(?P<rank>(?<=[居列排位国省市县区域统持为第均速量、和与])第(?P<ranknum>\d{{1,3}}|[一二三四五六七八九十]{{1,3}})(?:位|名)?)(?=[,，。;；、:：)）]|$|位|名)"
    rf"|(?P<num>{_ARABIC})(?:(?P<dash>{_RANGE})(?P<num2>{_ARABIC}))?"
    rf"(?P<more>[余多几])?(?P<mult>{_MULTIPLIER})?(?P<more2>[余多])?(?P<unit>{_UNIT})?"
    rf"|(?P<cn>{CHINESE_NUMBER})(?P<cnmore>[余多])?(?P<cnmult>{_MULTIPLIER})?(?P<cnunit>{_UNIT})"
)
_BEFORE = (
    (re.compile(r"(?:不低于|不少于|不小于|至少|最少|确保达到|高于|大于)$"), ">="),
    (re.compile(r"(?:超过|突破|逾|超|多于|冲破|跨越|跨上|迈上|站上)$"), ">"),
    (re.compile(r"(?:不超过|不高于|不大于|不突破|低于|小于|少于|至多)$"), "<="),
    (re.compile(r"(?:约为|大约|约|近|将近|接近|左右|平均约)$"), "~"),
)
_AFTER = (
    (re.compile(r"(?:及以上|以上|之上|多(?![少个项家元种样方])|有余|开外)"), ">="),
    (re.compile(r"(?:及以下|以下|以内|之内|之下)"), "<="),
    (re.compile(r"(?:左右|上下|前后)"), "~"),
)
# Measure words that after a Chinese numeral mostly belong to a name (五四路, 十里铺镇) or a date.
_WEAK_UNITS = frozenset("日届级期村镇县市区国省方路面线道把环分对部门口声层校站社线")
_MONTH_DAY = re.compile(r"[月日号]|年(?:代|初|末|底|前|内)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at ``[start, end)`` of the text, unit and trailing bound included.

    ``core_end`` is where number and unit end, before a trailing bound such as 以上.
    """

    start: int
    core_end: int
    end: int
    value: float
    multiplier: str
    unit: str
    normal: float
    base_unit: str
    bound: str


def _is_noise(text: str, match: re.Match[str]) -> bool:
    """Dates, ordinals, list labels, names with digits and footnote marks are not figures."""
    start, end = match.span()
    number, unit = match["num"], match["unit"] or ""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before and (before[-1] in "第〔[+＋×#" or (before[-1].isascii() and before[-1].isalpha())):
        return True
    if unit == "年" and after[:1] == "代":
        return True
    if match["mult"] is None and unit == "年" and re.fullmatch(r"(?:1[89]|20)\d\d", match["num2"] or number):
        return True
    if not unit and match["mult"] is None:
        if "." in number:
            return bool(after[:1].isascii() and after[:1].isalpha())
        if re.match(r"[、和及]\d", after):
            return False
        if after[:1] and (
            after[0] in "月日号]〕+＋×年)）.、:：/" or (after[0].isascii() and after[0].isalpha())
        ):
            return True
        if before and before[-1] in "(（/“‘:-—":
            return True
        return len(number) >= 4 and number[:2] in ("19", "20") and len(number) == 4
    if unit in ("日", "级", "届", "期", "号") and before[-1:] == "月":
        return True
    return unit == "日"


def _chinese_noise(text: str, match: re.Match[str]) -> bool:
    """Chinese numerals count as figures only where they are plainly numbers."""
    numeral, unit = match["cn"], match["cnunit"]
    start, end = match.span()
    if text[start - 1 : start] in ("第", "“", "十", "之") and start:
        return True
    if match["cnmult"] or "点" in numeral:
        return numeral[0] in "十百千万亿"
    if len(numeral) == 1:
        return not (unit in ("倍", "成", "百分点", "个百分点") and numeral not in "十百千万亿零〇")
    if unit in _WEAK_UNITS or numeral[0] in "万亿":
        return True
    if unit == "年" and _MONTH_DAY.match(text, end - 1):
        return True
    return set(numeral) <= set("万亿千百") or not re.search("[十百千万亿]", numeral)


def _bound(text: str, start: int, end: int) -> tuple[str, int]:
    for pattern, bound in _AFTER:
        if found := pattern.match(text, end):
            return bound, found.end()
    head = text[max(0, start - 5) : start]
    # 不超过 must be tried before 超过, so the longest ending wins.
    best = max(
        ((m.group(), bound) for pattern, bound in _BEFORE if (m := pattern.search(head))),
        key=lambda item: len(item[0]),
        default=("", ""),
    )
    return best[1], end


def find_figures(text: str) -> list[Figure]:
    """The figures of ``text`` (folded, see :func:`reports.text.fold`), in order."""
    found: list[Figure] = []
    position = 0
    while match := _FIGURE.search(text, position):
        position = match.end()
        figure = _figure(text, match)
        if figure is not None:
            found.append(figure)
            position = figure.end
    return _share_units(text, found)


def _share_units(text: str, figures: list[Figure]) -> list[Figure]:
    """提高15、22个百分点: a bare number before another takes that one's unit; others without are dropped."""
    shared: list[Figure] = []
    for at in range(len(figures) - 1, -1, -1):
        figure = figures[at]
        listed = text[figure.end : figure.end + 1] in ("、", "和", "及")
        if listed and not figure.unit and not figure.multiplier:
            following = shared[-1] if shared and shared[-1].start == figure.end + 1 else None
            if following is None or not following.unit:
                continue
            normal, base = normalise(figure.value, following.multiplier, following.unit)
            figure = replace(
                figure, multiplier=following.multiplier, unit=following.unit, normal=normal, base_unit=base
            )
        shared.append(figure)
    return shared[::-1]


def _figure(text: str, match: re.Match[str]) -> Figure | None:
    start, end = match.span()
    more = ""
    value: float | None
    if match["pct"]:
        number = match["pctnum"]
        value = arabic_value(number) if number[0].isdigit() and number[0].isascii() else chinese_value(number)
        multiplier, unit = "", "%"
    elif match["rank"]:
        number = match["ranknum"]
        value = float(number) if number.isdigit() else chinese_value(number)
        multiplier, unit = "", "位"
    elif match["cn"]:
        if _chinese_noise(text, match):
            return None
        value, multiplier, unit = chinese_value(match["cn"]), match["cnmult"] or "", match["cnunit"]
        more = match["cnmore"] or ""
    else:
        if _is_noise(text, match):
            return None
        value, multiplier, unit = arabic_value(match["num"]), match["mult"] or "", match["unit"] or ""
        more = (match["more"] or "") + (match["more2"] or "")
    if value is None:
        return None
    bound, stop = _bound(text, start, end)
    if more:
        bound = bound or ">"
    normal, base = normalise(value, multiplier, unit)
    return Figure(start, end, stop, value, multiplier, unit, normal, base, bound)
