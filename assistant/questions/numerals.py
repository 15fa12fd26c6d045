"""Numbers of a sentence in other signs than plain digits: 三所, 过半, 一七九, Ⅸ."""

from __future__ import annotations

import re

from reports.figures import Figure
from reports.patterns import regex

COUNTS = {c: i for i, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
"""Numerals of one sign → their values."""
_SMALL = regex(
    r"(?<![第之十百千万亿零〇一二三四五六七八九两几数])([一二两三四五六七八九十])(?:余|多)?"
    r"(所|家|户|座|条|处|件|项|场|次|亩|公里|米|吨|套|台|辆|名|位|倍|成|天|岁|个|批|支|栋)(?!方面|是|大(?!事)|来|样|直|定|起|致|体|心|下|些|面|线)"
    r"|(?<![第之十百千万亿零〇一二三四五六七八九两几数])([两二三四五六七八九十])(年|日|周|小时)(?!级|度|规划|代|计划|行动|报|常|边|刊)"
)
_COUNTED_TEXT = regex(
    r"^(?:方面|问题|举措|措施|任务|不足|层面|重点|要点|特点|部分|类|点|指标|数据|地方|地区|短板|主要|关键|目标|工作|内容)"
)
_NUMERAL = regex(r"[零〇一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟]+")
_NAMED = regex(
    r"十[一二三四五六]五|[一二三四]五(?=期间|规划|时期|末|以来)|[一二]十[一二三四五六七八九]?[大届]|十[一-九][大届]|千万(?![元人户亩吨])"
)
_LOOSE = regex(
    r"翻了?[一两二三四五]?番|过半|[超近]一半|一半|近半|大半|[超近过]?[一二三四五六七八九]成|零的突破"
)


def small_counts(text: str, figures: list[Figure]) -> tuple[tuple[str, str], ...]:
    """Counts in Chinese numerals, each with its measure word, that no figure covers."""
    return tuple((m[1] or m[3], m[2] or m[4]) for m in _SMALL.finditer(text) if _is_count(text, m, figures))


def loose_numbers(text: str, figures: list[Figure]) -> tuple[str, ...]:
    """Words that say a figure (翻番), and numbers in other signs that no figure covers."""
    return tuple([m.group() for m in _LOOSE.finditer(text)] + _odd_numbers(text, figures))


def _odd_numbers(text: str, figures: list[Figure]) -> list[str]:
    """Numbers in other signs than plain digits that no figure covers: 一七九, 一百79, Ⅸ, ④."""
    covered = {at for f in figures for at in range(f.start, f.end)}
    found = [c for i, c in enumerate(text) if c.isnumeric() and not c.isdecimal() and not "一" <= c <= "鿿"]
    named = {at for m in _NAMED.finditer(text) for at in range(*m.span())}
    for match in _NUMERAL.finditer(text):
        # A numeral that runs into digits changes their value.
        beside = text[match.end() : match.end() + 1].isdecimal() and match.end() in covered
        loose = len(match.group()) > 1 and not named & set(range(*match.span()))
        if (loose or beside) and match.start() not in covered:
            found.append(match.group() + ("0" if beside else ""))
    return found


def _is_count(text: str, match: re.Match[str], figures: list[Figure]) -> bool:
    inside = any(f.start <= match.start() < f.end for f in figures)
    return not inside and not _COUNTED_TEXT.match(text[match.end() :])
