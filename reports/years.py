"""Which year a report is for, and which years it looks back on and ahead to.

A report given early in 2024 is the report of 2024: it reviews 2023 and plans 2024. Every phrase
that tells (the meeting's date, the title, the heads) votes, so that one wrong header loses.
"""

from __future__ import annotations

import re
from collections import Counter

from reports.patterns import regex
from reports.text import fold

_DIGIT = {**dict.fromkeys("〇零oO○◯", "0"), **{c: str(i) for i, c in enumerate("一二三四五六七八九", 1)}}
_CHINESE_YEAR = regex(
    r"(?<![一二三四五六七八九十百千万])[一二][九〇零oO○◯0][一二三四五六七八九〇零oO○◯0-9]{2}(?=年)"
)
_KEPT = frozenset("，；：！？（）“”")
_SPACED_YEAR = regex(r"\b([12]) ?([09]) ?(\d) ?(\d) ?年")
_YEAR = r"((?:19|20)\d\d)年"

_TITLE = regex(_YEAR + r"(?:\S{0,12}?人民)?[^\s，。；、：]{0,12}政府工作报告(?!提出|确定|的)")
_REVIEW = regex(_YEAR + r"(?![^，。；\n]{0,3}以来)(?:[^，。；：\n]{0,14})(?:回顾|总结)")
_PAST = regex(r"(?:过去的|首先报告)" + _YEAR)
_PLAN = regex(
    _YEAR
    + r"的?(?:(?:经济社会|国民经济和社会)发展|政府|主要|重点|全[市省县区州盟旗]"
    + r"|工作|预期|总体|任务|[的和]){0,4}"
    + r"(?:安排|目标|任务|重点工作|工作重点|要求|打算|部署|思路|建议|布局|工作(?=[\n，。：]))"
)
_ORDINAL = "第?([一二三四五六七八九十百]+)"
_CONGRESS = regex(
    rf"(?P<when>[向在]\s*|从去年\S{{0,4}})?{_ORDINAL}届全国(?:人民代表大会|人大)(?:{_ORDINAL}次(?:全体)?会议|(?=作))"
)
# The first years of the National People's Congresses before its yearly rhythm (1978 onwards).
_EARLY_SESSIONS = {1: (1954, 1955, 1956, 1957, 1958), 2: (1959, 1960, 1962, 1963), 3: (1964,), 4: (1975,)}
# 明年经济发展的主要任务: a report given at a year's end tells of that year and plans the next.
_NEXT_YEARS = regex(
    "明年[^，。；：\\n]{0,10}(?:主要任务|工作任务|计划草案|工作安排|重点工作|(?:目标|任务|工作)的?建议)"
)
_YEAR_LATER = str.maketrans({"今": "去", "明": "今", "去": "前"})
_SAID_YEAR = regex("[今明去]年")
_FIVE_YEARS = regex(
    r"[“\"‘](十?[一二三四五六七八九十])五[”\"’]|(?<!第)(十?[一二三四五六七八九十])五(?=时期|期间|规划|计划)"
)
# A head: a short line of its own, or what follows a number up to the first pause.
_HEAD = regex(r"(?:^|\n)[ \t]*([^\n，。；！]{3,40})(?=\n|$)|(?:[一二三四五六]、)([^\n，。；！]{3,40})")
_SENTENCE = regex(r"[是为》]")
_BACK = regex(r"回顾|成就|成绩|总结|成效|过去")
_AHEAD = regex(r"今后|未来|目标|规划|展望|总体要求|主要任务|安排|思路")


class _Simple(dict[int, str]):
    """A table for ``str.translate`` that folds what is neither ASCII nor Chinese punctuation."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = simple = char if char.isascii() or char in _KEPT else fold(char)
        return simple


_SIMPLE = _Simple()


def plain_years(text: str) -> str:
    """``text`` in simplified characters and plain digits, years in four digits: 二〇二四年 → 2024年.

    ASCII and Chinese punctuation stay as they are.
    """
    text = text.translate(_SIMPLE)
    text = _CHINESE_YEAR.sub(lambda m: "".join(_DIGIT.get(c, c) for c in m.group()), text)
    return _SPACED_YEAR.sub(r"\1\2\3\4年", text)


def plans_next_year(text: str) -> bool:
    """Whether a report given at a year's end plans 明年, so that 今年 is the year that it looks back on."""
    return _NEXT_YEARS.search(text) is not None


def a_year_later(text: str) -> str:
    """``text`` as one given a year later would say it: 今年 is 去年, 明年 is 今年; as long as before."""
    return _SAID_YEAR.sub(lambda m: m.group().translate(_YEAR_LATER), text)


def report_year(head: str, text: str, dated: tuple[int, int] | None) -> tuple[int | None, bool]:
    """The year that the report is for and whether a phrase says so; None where nothing tells.

    ``head`` and ``text`` as from `plain_years`; ``dated`` is the meeting's (year, month).
    """
    votes: Counter[int] = Counter()
    if dated:
        # A meeting late in the year often belongs to the next year's report.
        votes[dated[0]] += 10 if dated[1] < 11 else 4
    for match in _TITLE.finditer(head):
        votes[int(match[1])] += 6
    for match in list(_REVIEW.finditer(text))[:2]:
        votes[int(match[1]) + 1] += 5
    for match in list(_PAST.finditer(text))[:2]:
        votes[int(match[1]) + 1] += 3
    late = plans_next_year(text)
    for year, count in Counter(int(m[1]) for m in _PLAN.finditer(text)).items():
        votes[year - late] += min(count, 2) * 2
    for year in _congress_years(text[:1500]):
        votes[year] += 6
    if not votes:
        return _by_frequency(text), False
    return max(votes, key=lambda year: (votes[year], year)), True


def _congress_years(text: str) -> list[int]:
    """Years of the sessions of the National People's Congress at which a report is given."""
    from reports.numerals import chinese_value

    found = []
    for match in _CONGRESS.finditer(text):
        if not match["when"]:
            continue
        congress, session = (int(chinese_value(group or "一") or 0) for group in match.groups()[1:])
        early = _EARLY_SESSIONS.get(congress, ())
        since = 1 if "去年" in match["when"] else 0
        if congress >= 5:
            found.append(1978 + 5 * (congress - 5) + session - 1 + since)
        elif session <= len(early):
            found.append(early[session - 1] + since)
    return found


def _by_frequency(text: str) -> int | None:
    """A guess from the years named: the last year reviewed is named most, with the one planned."""
    counts = Counter(int(m) for m in re.findall(_YEAR, text))
    scores = {year + 1: 2 * count + counts[year + 1] for year, count in counts.items()}
    return max(scores, key=lambda year: (scores[year], counts[year], year)) if scores else None


def spans(text: str, year: int | None) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The years reviewed and the years planned, by the heads of ``text`` (as from `plain_years`)."""
    if year is None:
        return (), ()
    if plans_next_year(text):
        return (year,), (year + 1,)
    back, ahead = {year - 1}, {year}
    for match in _HEAD.finditer(text):
        head = match[1] or match[2]
        looks_back, looks_ahead = _BACK.search(head), _AHEAD.search(head)
        if not (looks_back or looks_ahead) or _SENTENCE.search(head):
            continue
        for period in _FIVE_YEARS.finditer(head):
            first = _first_year(period[1] or period[2])
            if looks_back and first < year:
                back.update(y for y in range(first, first + 5) if y < year)
            elif looks_ahead and first <= year <= first + 4:
                ahead.update(y for y in range(first, first + 5) if y >= year)
        if looks_back and "五年" in head:
            back.update(range(year - 5, year))
        elif looks_ahead and re.search(r"(?:今后|未来)的?五年", head):
            ahead.update(range(year, year + 5))
    return tuple(sorted(back)), tuple(sorted(ahead))


def _first_year(ordinal: str) -> int:
    """The first year of a five-year plan: the thirteenth (“十三五”) began in 2016."""
    from reports.numerals import chinese_value

    number = int(chinese_value(ordinal) or 0)
    return 1951 + 5 * number if number > 2 else 1948 + 5 * number
