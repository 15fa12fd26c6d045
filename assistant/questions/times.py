"""The years and periods that a question names, absolute and relative."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from reports.numerals import chinese_value
from reports.patterns import regex
from vectorstore.records import ReportEntry

from .places import short_name
from .slots import Slots

# 2000万元以上, 2000多户, 1978文创园: no years
_YEAR = (
    r"(?:1[89]|20)\d\d(?![\d万亿元%余多名户家个套件辆吨亩台]"
    r"|(?:文创|文化|创意|艺术)[一-鿿]{0,4}(?:[园区街城]|基地))"
)
_CN_YEAR = r"[一二][九〇零○][〇零○一二三四五六七八九]{2}"
# Of the last decades and of the next one; 50年一遇 and 30年承包期 are no years.
_NO_YEAR = "(?!来(?!了)|[间前代后以多未内期]|一遇|历史|承包|义务|免费|教育|不变|贷款|质保)"
_SHORT_YEAR = rf"(?<![\d.])(?:[0-3]\d|[89]\d)(?=年{_NO_YEAR})"
# 九四年, 零八年; 一二年 and 二三年 are as often one or two years, two or three
_CN_SHORT_YEAR = (
    "(?:[八九][〇零○一二三四五六七八九]|[〇零○][一二三四五六七八九]"
    rf"|一[〇零○三四五六七八九]|二[〇零○一四五六])(?=年{_NO_YEAR})"
)
_IN_NUMERALS = regex(
    rf"(?<![一二三四五六七八九十百千万亿〇零○])({_CN_YEAR}|{_CN_SHORT_YEAR})年|({_SHORT_YEAR})年|({_YEAR})\s+年\s*"
)
# 2019、2020、2021三年分别是多少: of each, and no figure of all three
_AS_MANY = regex(
    rf"((?:{_YEAR}年?(?:[、和与至到~—–-]))+{_YEAR})年?(?:这|的)?[两二三四五六七]年(?:间|里|来)?"
    r"(?=(?!.*(?:一共|累计|合计|总共)).*(?:分别|各[是为有达完])|的?每年)"
)
_RANGE = regex(rf"({_YEAR}|\d\d)年?(?:-|—|–|~|至|到)+({_YEAR}|\d\d)年?")
_YEARS = regex(
    rf"(?<!恢复[到至])(?<!恢复[到至]了)({_YEAR})(?!年的?(?:基础上)?[再要]?翻了?(?:[一两二三几]|多少)番)(?:年度|年(?!代)(?:年?[底末初])?)?|({_CN_YEAR})年|({_SHORT_YEAR})年(?:年?[底末初])?"
)
_RELATIVE = regex(r"(大前年|前年|去年|上一?年|今年|本年|明年)(?:度(?!假)|年?[底末](?![层线数部梢]))?")
_REPORT_OF = regex(
    rf"(?:({_YEAR})年?(?:[\d一二三四五六七八九十]+月份?)?|(今年|去年))的?(?:[一-鿿\s]{{0,14}}?)(?:人民政府|政府|区政府|市政府|县政府|省政府)?(?:工作)?报告"
    rf"|^\s*({_YEAR})年[:：](?=.*{_YEAR}年)"
)
_PLAN_NAMES = regex(
    r"[“\"]?(十五五|十一五|十二五|十三五|十四五|十五|九五|八五|七五|六五|五五)[”\"]?(期间|时期|以来|末|规划(?:[里中上]面?|当中)?|这五年)?"
)
PLANS = {
    "五五": 1976,
    "六五": 1981,
    "七五": 1986,
    "八五": 1991,
    "九五": 1996,
    "十五": 2001,
    "十一五": 2006,
    "十二五": 2011,
    "十三五": 2016,
    "十四五": 2021,
    "十五五": 2026,
}
_FIVE = regex(
    r"(?:过去|(?<![提空])前|近|这|最近)的?([两三四五六七八九十])年(?:来|间|里)?|([两三四五六七八九十])年来|([两三四五六七八九十])年(?:累计|总共|一共|合计|间|里)|(?<![第今后来十])([两三四五])年(?!前)(?=[一-鿿]{1,4}了(?:多少|几))|"
    r"(?<![第今后来十划要用拟需花])([三四五])年(?=(?:改[造建]|建成|完成|实施|培育|引进|投入|修建|解决|脱贫|转移|创建|治理)[一-鿿“”、]{2,14}(?:多少|几))|"
    r"(本届政府|任期内)"
)
# “十四五”五年间 says the period twice.
_SAME_SPAN = regex(r"(?<![\d一-鿿])(?:这)?五年(?:间|里|来|期间|当中)?")
# 到2005年的两年间: that year and those before it
_UNTIL = regex(
    rf"(?:到|截至|截止)({_YEAR})年[底末]?(?:为止)?(?:的?(?:前|这|过去)?([两三四五])年(?:间|里|来|期间|当中)"
    r"|的(?:前|这|过去|此前)?([两三四五])年(?=[，,]))"
)
# 1998年以来年均增长多少: from that year to the last one told
_SINCE = regex(rf"(?:自|从)?({_YEAR})年(?:以来|至今|到现在)(?=.*年均)")
# 1998年以来的五年, 从2009年起用三年时间: from that year on
_FROM_ON = regex(
    rf"(?:自|从)?({_YEAR})年(?:以来|起|开始)[,，]?的?(?:力争|争取|计划|打算|准备|要|拟)?用?这?([两三四五])年"
    "(?:左右)?(?:的?时间|间|里|来|内|期间|当中)?"
)
_NEXT = regex(r"(?:今后|未来|接下来)的?([三四五两十])年")


def _two_digit(text: str) -> int:
    value = int(text)
    return value if value > 99 else 2000 + value if value < 50 else 1900 + value


def years_in_full(question: str) -> str:
    """The question with its years in four digits: 二〇二四年, 24年 and 2024 年 are 2024年."""

    def full(match: re.Match[str]) -> str:
        return f"{_two_digit(match[1].translate(_CN_DIGITS) if match[1] else match[2] or match[3])}年"

    return _AS_MANY.sub(r"\1年", _IN_NUMERALS.sub(full, question))


BY_EARLY = regex(rf"(?:到|截至|截止|至)了?({_YEAR})年(?:年)?初(?!中)")
"""到2009年初: as things stood at the end of the year before, or as a report given then tells them."""


def before_early(question: str) -> str:
    """``question`` with 到2009年初 as 到2008年底; others stay."""
    return BY_EARLY.sub(lambda m: f"到{int(m[1]) - 1}年底", question)


def report_years_in(text: str) -> tuple[tuple[int, ...], str]:
    found = []
    for match in _REPORT_OF.finditer(text):
        if year := match[1] or match[3]:
            found.append(int(year))
    if found:
        text = _REPORT_OF.sub(lambda m: "报告" if m[1] or m[3] else m.group(), text)
    return tuple(found), text


_SET_AGAINST = regex("(?:[比较跟与和同]|相比(?:于)?|对比)$")
_A_YEAR = regex(r"(?:19|20)\d\d年?")


def span_in(text: str) -> tuple[tuple[int, int] | None, str]:
    """(first, last) of a period; relative ones count from the report: (-n, -1) are the n years before it."""
    if match := _PLAN_NAMES.search(text):
        first = PLANS[match[1]]
        part = match[2] or ""
        if match.group()[0] in '“"' or part or len(match[1]) == 3:
            span = (first + 4, first + 4) if part == "末" else (first, first + 4)
            if part == "末" and _SET_AGAINST.search(text[: match.start()]) and not _A_YEAR.search(text):
                span = (first + 5, first + 9)  # 比“十二五”末降了多少: over the plan that followed
            return span, _SAME_SPAN.sub(" ", text.replace(match.group(), " ", 1))
    if match := _UNTIL.search(text):
        last, length = int(match[1]), int(chinese_value(match[2] or match[3]) or 1)
        return (last - length + 1, last), text.replace(match.group(), " ", 1)
    if match := _FROM_ON.search(text):
        first, length = int(match[1]), int(chinese_value(match[2]) or 1)
        return (first, first + length - 1), text.replace(match.group(), " ", 1)
    if match := _SINCE.search(text):
        return (int(match[1]), -1), text.replace(match.group(), " ", 1)
    if match := _FIVE.search(text):
        number = next((g for g in match.groups()[:5] if g), "五")
        return (-int(chinese_value(number) or 5), -1), text.replace(match.group(), " ", 1)
    if match := _NEXT.search(text):
        return (0, int(chinese_value(match[1]) or 5) - 1), text.replace(match.group(), " ", 1)
    return None, text


_CN_DIGITS = str.maketrans("一二三四五六七八九〇零○", "123456789000")


def years_in(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    years: list[int] = []
    relative: list[int] = []

    def span(match: re.Match[str]) -> str:
        first, last = _two_digit(match[1]), _two_digit(match[2])
        if first < last <= first + 30:
            years.extend(range(first, last + 1))
            return " "
        return match.group()

    def single(match: re.Match[str]) -> str:
        written = match[1] or (match[2] or "").translate(_CN_DIGITS) or match[3]
        years.append(_two_digit(written))
        return " "

    def offset(match: re.Match[str]) -> str:
        relative.append(
            {"大前年": -3, "前年": -2, "去年": -1, "上年": -1, "上一年": -1, "明年": 1}.get(match[1], 0)
        )
        return " "

    text = _RANGE.sub(span, text)
    text = re.sub(r"(\d\d)[、和](?=\d\d年)", lambda m: f"{_two_digit(m[1])}年", text)
    text = re.sub(rf"({_YEAR})[、和与跟](?={_YEAR})", r"\1年", text)
    text = _YEARS.sub(single, text)
    text = re.sub(r"(?:比|较)(?:上年|去年|上一年)", "同比", text)
    text = _RELATIVE.sub(offset, text)
    return tuple(dict.fromkeys(years)), tuple(dict.fromkeys(relative)), text


_EACH = regex("分别|各[是为有达完]|每年|逐年|历年")


def of_named_years(
    span: tuple[int, int] | None, years: tuple[int, ...], text: str
) -> tuple[tuple[int, int] | None, tuple[int, ...]]:
    """今后五年（2006—2010）: the years that the question itself gives are those of the period."""
    if not span or len(years) < _LEAST_YEARS or span[1] - span[0] != len(years) - 1 or _EACH.search(text):
        return span, years
    return ((years[0], years[-1]), ()) if years == tuple(range(years[0], years[-1] + 1)) else (span, years)


_LEAST_YEARS = 3
_RELATIVE_YEARS = 100


def absolute(span: tuple[int, int], report_year: int | None) -> tuple[int, int]:
    """A period in years, of which one or both may count from the report's: -1 is the year before it."""
    first, last = (year if year > _RELATIVE_YEARS or not report_year else report_year + year for year in span)
    return first, last


def counted_from_named(slots: Slots, earlier: Slots | None, reports: Collection[int]) -> Slots:
    """过去五年 beside 2006年, or after it: counted from the report that tells of that year, if one does.

    Its parts and sides as well. The year stands in the question, or in the one before it (``earlier``).
    """
    if earlier is None or slots.years or "其中" in slots.text:
        earlier = slots
    named = earlier.years or tuple(year for year in earlier.span or () if year > _RELATIVE_YEARS)
    if not named or "其中" in slots.text:
        return slots
    told, planned = max(named) + 1, max(named)
    order = (planned, told) if earlier.nature in ("目标", "both") and earlier.years else (told, planned)
    base = next((year for year in order if year in reports), None)
    if base is None:
        return slots

    def of(slots: Slots) -> Slots:
        span = slots.span
        if span is None or slots.report_years or slots.relative or min(span) >= 0 or max(span) >= 0:
            return slots
        return replace(slots, span=absolute(span, base), sliding=True)

    sides = slots.sides
    return replace(
        of(slots),
        parts=tuple(map(of, slots.parts)),
        sides=sides and replace(sides, one=of(sides.one), other=of(sides.other)),
    )


def resolve_years(slots: Slots, newest: int | None) -> Slots:
    """Turns 去年, 今年 and 五年来 into years, counted from the report year ``newest``."""
    if newest is None:
        return slots
    base = slots.report_years[0] if slots.report_years else newest
    years = slots.years + tuple(base + offset for offset in slots.relative)
    span = slots.span
    if span:
        span = absolute(span, base)
    sliding = slots.sliding or span != slots.span
    return replace(slots, years=tuple(dict.fromkeys(years)), relative=(), span=span, sliding=sliding)


PART_OF_YEAR = regex(
    r"前?[一二三四1-4]季度|上半年|下半年|1[-—至到]\d{1,2}月(?:份)?|前[\d一二三四五六七八九十]+个?月"
)
_BY_THE_END = regex("为止|截至|截止|[两三四五]年(?:间|里|来|期间|当中)")


def as_reviewed(slots: Slots, reports: Collection[int]) -> Slots:
    """到2003年为止的五年里: where no report reviews that year, the years that its own looks back on."""
    last = slots.span[1] if slots.span else 0
    until = f"到{last}年" in slots.text or f"{last}年为止" in slots.text
    if not (slots.span and until and _BY_THE_END.search(slots.text)):
        return slots
    if last + 1 in reports or last not in reports:
        return slots
    return replace(slots, span=(slots.span[0] - 1, last - 1))


def choose_namesake(slots: Slots, entries: Sequence[ReportEntry]) -> Slots:
    """Of several places with one short name, the one whose reports cover the years asked for.

    Where none is asked for, the one with the newest report; the other may be meant as well.
    """
    if not slots.namesakes:
        return slots
    asked = slots.report_years or slots.years or slots.span or ()

    def distance(place: str) -> int:
        have = {e.identity.year for e in entries if e.identity.place == place and e.identity.year}
        return min((abs(y - a) for y in have for a in asked), default=-max(have, default=0))

    chosen: list[str] = []
    others: list[str] = []
    for place in slots.places:
        group = sorted((n for n in slots.namesakes if short_name(n) == short_name(place)), key=distance)
        chosen.append(group[0] if place in group else place)
        others.extend(group[1:] if place in group and not asked and not slots.relative else ())
    one = replace(slots, places=tuple(dict.fromkeys(chosen)), namesakes=())
    if len(slots.places) != 1:
        return one
    return replace(one, otherwise=(*one.otherwise, *(_moved(slots, (place,)) for place in others)))


def _moved(slots: Slots, places: tuple[str, ...]) -> Slots:
    """``slots`` and its parts, asked of other ``places``."""
    parts = tuple(_moved(part, places) for part in slots.parts)
    return replace(slots, places=places, namesakes=(), parts=parts, otherwise=(), sides=None)


def with_heirs(slots: Slots) -> Slots:
    """``slots`` with the namesakes of its place known to its parts and sides, which took the place over."""
    if not slots.namesakes:
        return slots

    def heir(part: Slots) -> Slots:
        return replace(part, namesakes=slots.namesakes) if part.places == slots.places else part

    sides, since, above = slots.sides, slots.since, slots.above
    return replace(
        slots,
        parts=tuple(map(heir, slots.parts)),
        sides=sides and replace(sides, one=heir(sides.one), other=heir(sides.other)),
        since=since and replace(since, subject=heir(since.subject)),
        above=above and replace(above, subject=heir(above.subject)),
        rivals=tuple(tuple(map(heir, things)) for things in slots.rivals),
        otherwise=tuple(map(heir, slots.otherwise)),
        before=slots.before and heir(slots.before),
    )


def newest_year(entries: Sequence[ReportEntry]) -> int | None:
    """The newest report year among ``entries``."""
    return max((e.identity.year for e in entries if e.identity.year), default=None)
