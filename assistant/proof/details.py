"""What a sentence says beside its figures: quotes, bare numbers, counts in words, places and years."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.figures import RANK
from reports.numerals import chinese_value
from reports.patterns import regex

from .claims import Claims
from .faults import is_of
from .likeness import content, share
from .material import Item

NOTHING = regex(
    r"(?:没有|未|没)(?:找到|提到|提及|写明|给出|涉及|披露|说明|列出|载明|明确|直接)|无法(?:回答|确定|得知|判断)|找不到|并无|查不到|没有.{0,20}(?:数据|信息|内容|资料|答案)"
)


def others(
    claims: Claims,
    sources: Sequence[Item],
    order: Sequence[Item],
    needed: list[int],
    asked: str,
    grounds: Sequence[Item],
) -> str:
    """Quotes, other numbers, counts, places and years of the sentence. ``grounds`` are likest to it."""
    for quote in claims.quotes:
        item = next((i for i in (*sources, *order) if _holds(i, quote)), None)
        if item is None and quote.strip("。，；") not in asked:
            return "引文不在报告里"
        if item is not None and quote in item.compact and item.number not in needed and len(quote) > 6:
            needed.append(item.number)
    for number in claims.numbers:
        printed = re.compile(rf"(?<![\d.]){re.escape(number)}(?![\d])")
        if not any(printed.search(i.around.replace(",", "")) for i in sources) and not printed.search(asked):
            return f"数字 {number} 没有依据"
    for numeral, unit in claims.small:
        value = chinese_value(numeral)
        if unit == "项" and value == sum(c.figure.base_unit != RANK for c in claims.figures):
            # 三项增速均居第三, of three figures told before.
            continue
        if f"{numeral}{unit}" not in asked and not any(
            _counts(i, numeral, unit, value) for i in (*sources, *order)
        ):
            return f"数字 {numeral}{unit} 没有依据"
    written = "　".join(claims.text[c.figure.start : c.figure.end] for c in claims.figures)
    for word in claims.loose:
        if word in written:
            continue
        if not any(word in i.around for i in sources) and word not in asked:
            return f"“{word}”没有依据"
    if claims.figures or NOTHING.search(claims.text):
        return ""
    for token in claims.places:
        if not any(is_of(token.place, i, None) for i in sources):
            return "地区不符"
    return _bare_years(claims, grounds or sources)


def _bare_years(claims: Claims, sources: Sequence[Item]) -> str:
    likeness = [share(content(claims), i.around) for i in sources]
    sources = [i for i, alike in zip(sources, likeness, strict=True) if alike >= 0.6 * max(likeness)]
    for token in claims.years:
        first, last = token.years or (0, 0)
        if first <= 0:
            continue
        for item in sources:
            year = item.report_year or 0
            # A sentence that names years is of those, one that names none of its report's.
            own = item.years or {year, year - 1}
            if {first, last} <= own or f"{first}年" in item.around or f"{last}年" in item.around:
                break
        else:
            return "年份不符"
    wrong = claims.report_years and not any(i.report_year in claims.report_years for i in sources)
    return "报告年份不符" if wrong else ""


def _holds(item: Item, quote: str) -> bool:
    """Whether the quoted run stands in the evidence; … stands for words left out."""
    text = _unquoted(item.around)
    return all(_unquoted(part) in text for part in re.split(r"…+|\.{3,}", quote.strip("。，；、：")) if part)


def _unquoted(text: str) -> str:
    return re.sub(r"[“”\"'‘’「」『』]", "", text)


def _counts(item: Item, numeral: str, unit: str, value: float | None) -> bool:
    if f"{numeral}{unit}" in item.compact:
        return True
    same = (k.figure.value == value and (k.figure.unit in ("", unit) or unit == "个") for k in item.known)
    return any(same)
