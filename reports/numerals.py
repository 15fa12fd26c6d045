"""Numbers and units as reports print them: ``0.88万人``, ``百分之五点二``, ``三百二十亿斤``."""

from __future__ import annotations

import re
from functools import lru_cache

MULTIPLIERS = {
    "": 1.0,
    "十": 1e1,
    "百": 1e2,
    "千": 1e3,
    "万": 1e4,
    "十万": 1e5,
    "百万": 1e6,
    "千万": 1e7,
    "亿": 1e8,
    "十亿": 1e9,
    "百亿": 1e10,
    "千亿": 1e11,
    "万亿": 1e12,
}

# unit: (base unit, factor); units that are not listed are their own base.
_CONVERTED = {
    "千米": ("米", 1e3),
    "公里": ("米", 1e3),
    "华里": ("米", 500.0),
    "里": ("米", 500.0),
    "厘米": ("米", 0.01),
    "毫米": ("米", 0.001),
    "平方公里": ("平方米", 1e6),
    "平方千米": ("平方米", 1e6),
    "公顷": ("平方米", 1e4),
    "亩": ("平方米", 1e4 / 15),
    "平米": ("平方米", 1.0),
    "方": ("立方米", 1.0),
    "立方": ("立方米", 1.0),
    "吨": ("公斤", 1e3),
    "斤": ("公斤", 0.5),
    "担": ("公斤", 50.0),
    "千克": ("公斤", 1.0),
    "克": ("公斤", 0.001),
    "度": ("千瓦时", 1.0),
    "兆瓦": ("千瓦", 1e3),
    "吉瓦": ("千瓦", 1e6),
    "kw": ("千瓦", 1.0),
    "mw": ("千瓦", 1e3),
    "gw": ("千瓦", 1e6),
    "kwh": ("千瓦时", 1.0),
    "mwh": ("千瓦时", 1e3),
    "兆瓦时": ("千瓦时", 1e3),
    "gwh": ("千瓦时", 1e6),
    "吉瓦时": ("千瓦时", 1e6),
    "twh": ("千瓦时", 1e9),
    "kv": ("千伏", 1.0),
    "kva": ("千伏安", 1.0),
    "mva": ("千伏安", 1e3),
    "pf": ("p", 1.0),
    "pflops": ("p", 1.0),
    "eflops": ("p", 1e3),
    "pb": ("tb", 1e3),
    "eb": ("tb", 1e6),
    "mbps": ("gbps", 1e-3),
    "tbps": ("gbps", 1e3),
    "延米": ("米", 1.0),
    "千升": ("立方米", 1.0),
    "周岁": ("岁", 1.0),
    "瓦": ("千瓦", 1e-3),
    "人民币": ("元", 1.0),
    "新卢布": ("卢布", 1.0),
    "名": ("人", 1.0),
    "位": ("人", 1.0),
    "个百分点": ("百分点", 1.0),
    "百分点": ("百分点", 1.0),
    "个小时": ("小时", 1.0),
    "宗地": ("宗", 1.0),
    "个工作日": ("天", 1.0),
    "工作日": ("天", 1.0),
    "户次": ("户次", 1.0),
    "分钱": ("元", 0.01),
    "毛钱": ("元", 0.1),
    "角钱": ("元", 0.1),
    "批次": ("批", 1.0),
    "金": ("枚", 1.0),
    "银": ("枚", 1.0),
    "铜": ("枚", 1.0),
    "成": ("%", 10.0),
    "‰": ("%", 0.1),
}

_DIGITS = "零〇一二三四五六七八九十百千万亿两0"
# A whole run of numerals, taken at once: never tried from within, so the time stays linear.
# The 千 of 千米 or 千瓦时 belongs to the unit.
CHINESE_NUMBER = rf"(?<![{_DIGITS}])(?:(?!千[米克瓦伏])[{_DIGITS}])++(?:点[零〇一二三四五六七八九]++)?"
_LONGEST_NUMERAL = 24  # characters; 一千二百三十四万五千六百七十八亿 and more


def chinese_value(numeral: str) -> float | None:
    """The value of a Chinese numeral (``三百二十``, ``五点二``, ``两``); None where it is none."""
    from cn2an import cn2an

    if len(numeral) > _LONGEST_NUMERAL:
        return None
    text = numeral.replace("〇", "零").replace("0", "零")
    if text.startswith(("百", "千", "万", "亿")):
        text = "一" + text
    try:
        return float(cn2an(text, "smart"))
    except (ValueError, KeyError):  # cn2an looks up what it cannot read (三亿二) in a table
        return None


def written_in(number: str, folded: str) -> bool:
    """Whether a whole number in digits stands in ``folded`` in Chinese numerals: 141 as 一百四十一."""
    numeral = _numeral(number)
    return numeral is not None and numeral.search(folded) is not None


@lru_cache(maxsize=64)
def _numeral(number: str) -> re.Pattern[str] | None:
    """The Chinese numerals of a whole number, kept: each figure of a report is compared with them."""
    from cn2an import an2cn

    if not re.fullmatch(r"[1-9]\d{1,7}", number, re.ASCII):
        return None
    numeral = re.sub("^一(?=.)", "一?", an2cn(number))
    return re.compile(f"(?<![{_DIGITS}]){numeral}(?![{_DIGITS}])")


RAISED_POINT = "[·•・∙]"
"""A decimal point as old prints set it: 14·1."""


def arabic_value(number: str) -> float:
    """The value of ``12,345.6``; of ``14·1`` too."""
    return float(re.sub(RAISED_POINT, ".", re.sub("[,，]", "", number)))


def normalise(value: float, multiplier: str, unit: str) -> tuple[float, str]:
    """``value`` times its multiplier in the base unit: (0.88, 万, 人) → (8800.0, 人)."""
    base, factor = _CONVERTED.get(unit, (unit, 1.0))
    return round(value * MULTIPLIERS.get(multiplier, 1.0) * factor, 6), base
