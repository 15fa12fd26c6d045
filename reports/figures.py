"""Finds every figure in a stretch of text: number, multiplier, unit and bound."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reports.patterns import regex

from .bare import DOUBLED, FRACTION, MAGNITUDE, doubled, fraction, is_reached, magnitude, passed
from .named import in_a_name
from .numerals import CHINESE_NUMBER, RAISED_POINT, arabic_value, chinese_value, normalise
from .ranks import PUT_FIRST, RANK_ENDS, RISEN, TOP, is_first, ranks, top
from .units import WHOLE_UNIT as _UNIT

_MULTIPLIER = "万[多余]?亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千(?![米克瓦伏])|百"
# Old prints set the decimal point in the middle (14·1%); before no unit 4·14 is a date.
_MEASURED = rf"%|个?百分点|倍|[亿万](?!水)|{_UNIT}|\s*[-—–~～至到]{{1,2}}\s*\d"
_RAISED = rf"(?<![\d.·])\d{{1,5}}{RAISED_POINT}\d{{1,2}}(?={_MEASURED})"
_ARABIC = rf"{_RAISED}|\d{{1,3}}(?:[,，]\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
_RANGE = rf"%?\s*[-—–~～至到]{{1,2}}\s*|(?P<mult1>{_MULTIPLIER})\s*[-—–~～]{{1,2}}\s*"
# 增长-1.5%: a minus, not a dash between two numbers.
_SIGN = "(?<=[增长速幅率为是达到至降跌的、])[-−]"
# 3金7银, 4金、3银, 夺得4金 count medals.
_AFTER_MEDALS = "|".join(f"(?<=[{b}]{n})" for b in ("金银][、和", "金银") for n in (r"\d", r"\d\d", r"\d{3}"))
_WON = "|".join(f"(?<=[获得夺揽取摘]{n})" for n in (r"\d", r"\d\d", r"\d{3}"))
_MEDALS = (
    r"金(?=[、和]?\d{1,3}(?:\.5)?[金银铜])|银(?=[、和]?\d{1,3}(?:\.5)?铜)"
    rf"|(?:{_AFTER_MEDALS})[金银铜]|(?:{_WON})金(?!额)"
)
_FIGURE = regex(
    rf"(?P<pct>(?P<per>[百千]|十万)分之(?P<pctnum>{CHINESE_NUMBER}|{_ARABIC}))"
    rf"|(?P<rank>第(?P<ranknum>\d{{1,3}}|[一二三四五六七八九十]{{1,3}})(?:位|名)?)(?={RANK_ENDS}|位|名)"
    r"|(?P<first>(?:首位|榜首)(?!度|战略|产业|城市|工程|联系|强|意识|提升))"
    rf"|(?P<frac>{FRACTION})|(?P<twice>{DOUBLED})|(?P<top>{TOP})"
    rf"|(?<=[破超过近逾到上越])(?P<mag>(?!千[米克瓦伏]){MAGNITUDE})(?=[,，;；。)）\[]|$|大关|台阶|关口)"
    r"|(?P<ratio>(?<![\d.:∶])\d+(?:\.\d+)?(?:\s*[:∶]\s*\d+(?:\.\d+)?){1,3})(?![\d.:∶])"
    rf"|(?P<sign>{_SIGN})?(?P<num>{_ARABIC})(?:(?P<dash>{_RANGE})(?P<num2>{_ARABIC}))?"
    rf"(?P<more>余|几|多(?![晶媒]))?(?P<mult>{_MULTIPLIER})?(?P<more2>余|多(?![晶媒]))?(?P<unit>{_UNIT}|{_MEDALS})?"
    rf"|(?P<cn>{CHINESE_NUMBER})(?P<cnmore>[余多])?(?P<cnmult>{_MULTIPLIER})?(?P<cnunit>{_UNIT})"
)
_BEFORE = (
    (regex(r"(?:不低于|不少于|不小于|至少|最少|确保达到|高于|大于)$"), ">="),
    (regex(r"(?:超过|突破|逾|超|(?<![通经])过|多于|冲破|跨越|跨上|迈上|站上)$"), ">"),
    (regex(r"(?:不超过|不高于|不大于|不突破|低于|小于|少于|至多)$"), "<="),
    (regex(r"(?:约为|大约|(?<![签节违公集预条合契履制])约|近|将近|接近|左右|平均约)$"), "~"),
)
_AFTER = (
    (regex(r"(?:及以上|以上|之上|多(?![少个项家元种样方晶媒出收支增])|有余|开外)"), ">="),
    (regex(r"(?:及以下|以下|以内|之内|之下)"), "<="),
    (regex(r"(?:左右|上下|前后)"), "~"),
)
# Measure words that after a Chinese numeral mostly belong to a name (五四路, 十里铺镇) or a date.
_WEAK_UNITS = frozenset("日届级期村镇县市区国省方路面线道把环分对部门口声层校站社线")
# Only after such words are whole numbers with a colon a ratio and no time of day, …
_COMPOSED = regex("(?:结构|比例|比值|配比|之比|收入比|比为|比达)[^,，;；。]{0,24}$")
# … and a bare decimal number one part of a ratio: 收入比缩小到2.54.
_RATIO_OF = regex("(?:收入比|支出比|消费比|之比|比值|倍差|收入差距)[^,，;；。、]{0,20}$")
_TURNS_TO = regex(r"[到至为成](?:了|\d{4}年(?:底|末)?)?的?$")
_RISES_TOO = regex("[、和与及]")
_HOTLINE = regex(r"12\d{3}(?=[一-鿿]{0,10}(?:热线|专线))|\d{3,5}(?=(?:热线|专线|电话))")
# 5年累计, 今后5年, 20多年来: when, and no figure
_SPAN = regex("(?:多|余)?(?:来|间|中(?=[,，])|累计|共|平均|年均|新增)|(?<=[,，;；。]\\d年)(?:增[长加]|提高)")
_SPAN_BEFORE = regex("(?:今后|未来|过去|接下来|最近|通过|经过)的?$")
_TIMES_DONE = regex(
    "(?:[上下]调|调整|调高|调低|提高|降低|降准|降息|加息|召开|举[办行]|荣获|获得|发射|组织|开展|发放|启动|赴|出台|修订|进京|实施|迎来)"
)
_MONTH_DAY = regex(r"[月日号]|年(?:代|初|末|底|前|内)")


# Base units of what is measured in nothing: a place in a row, a proportion.
RANK, RATIO = "位", "比"


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
    if in_a_name(text, match.start("num"), match.end(), number, unit):
        return True
    if (hotline := _HOTLINE.match(text, match.start("num"))) and hotline.group() == number:
        return True
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before and (before[-1] in "第〔[+＋×#" or (before[-1].isascii() and before[-1].isalpha())):
        return True
    if unit == "年" and (
        after[:1] == "代" or _SPAN.match(text, end) or _SPAN_BEFORE.search(text[:start][-4:])
    ):
        return True
    if match["mult"] is None and unit == "年" and re.fullmatch(r"(?:1[89]|20)\d\d", match["num2"] or number):
        return True
    if not unit and match["mult"] is None:
        if "." in number:
            return bool(after[:1].isascii() and after[:1].isalpha())
        if re.match(r"[、和及]\d", after):
            return False
        if after[:1] and (
            after[0] in "月日号]〕+＋×年)）.、:：/•・·"
            or after == "世纪"
            or (after[0].isascii() and after[0].isalpha())
        ):
            return True
        if before and before[-1] in "(（/“‘:-—•・·":
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
    if text[start - 1 : start] in ("几", "数") and start:
        return True
    if not match["cnmult"] and numeral[0] != "十" and re.fullmatch(MAGNITUDE, numeral):
        some = match["cnmore"] and unit != "年"
        return not (some or is_reached(text, start, end, numeral, unit))
    if match["cnmult"] or "点" in numeral:
        return numeral[0] in "十百千万亿"
    if len(numeral) == 1:
        if unit == "次" and _TIMES_DONE.match(text, end):
            return False  # 三次上调准备金率
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
        figure = _figure(text, match, composed=bool(found) and found[-1].base_unit == RATIO)
        if figure is None:
            continue
        if found:
            last = found[-1]
            if figure.unit == "位" and _RISES_TOO.fullmatch(text, last.end, figure.start):
                figure = replace(figure, base_unit=last.base_unit)  # 排名分别提升3位、5位
            if last.normal >= figure.normal and passed(text[last.end : figure.end]):
                continue  # 增加到10600元，首次突破万元大关
        if not (figure.unit == "" and text.startswith("强", figure.end)):
            found.append(figure)
            position = figure.end
    return _share_units(text, found)


def _share_units(text: str, figures: list[Figure]) -> list[Figure]:
    """提高15、22个百分点: a bare number before another takes that one's unit; others without are dropped."""
    shared: list[Figure] = []
    for at in range(len(figures) - 1, -1, -1):
        figure = figures[at]
        listed = text[figure.end : figure.end + 1] in ("、", "和", "及")
        # 快于全国3.4个、1个百分点
        halved = figure.unit == "个" and listed and bool(shared) and shared[-1].start == figure.end + 1
        if halved and shared[-1].base_unit == "百分点":
            figure = replace(figure, unit=shared[-1].unit, base_unit="百分点")
        if listed and not figure.unit and not figure.multiplier and figure.base_unit != RATIO:
            following = shared[-1] if shared and shared[-1].start == figure.end + 1 else None
            if following is None or not following.unit:
                continue
            normal, base = normalise(figure.value, following.multiplier, following.unit)
            figure = replace(
                figure, multiplier=following.multiplier, unit=following.unit, normal=normal, base_unit=base
            )
        shared.append(figure)
    return shared[::-1]


def _figure(text: str, match: re.Match[str], *, composed: bool = False) -> Figure | None:
    """The figure of a match; ``composed`` says that the one before it is a ratio."""
    if match["first"] or match["top"] or match["frac"] or match["twice"] or match["mag"]:
        return _bare(text, match)
    if match["ratio"] or match["rank"]:
        return _ratio(text, match, composed) if match["ratio"] else _rank(text, match)
    start, end = match.span()
    more = ""
    value: float | None
    if match["pct"]:
        number = match["pctnum"]
        value = arabic_value(number) if number[0].isdigit() and number[0].isascii() else chinese_value(number)
        multiplier, unit = "", {"百": "%", "千": "‰"}.get(match["per"], "/10万")
    elif match["cn"]:
        if _chinese_noise(text, match):
            return None
        value, multiplier, unit = chinese_value(match["cn"]), match["cnmult"] or "", match["cnunit"]
        if not multiplier and re.fullmatch(MAGNITUDE, match["cn"]):
            value, multiplier = magnitude(match["cn"])
        more = match["cnmore"] or ""
    else:
        if _is_noise(text, match):
            return None
        value, multiplier, unit = _arabic(match)
        more = (match["more"] or match["more2"] or "") + re.sub("[^多余]", "", match["mult"] or "")
    if value is None:
        return None
    if unit == "项目" and multiplier:
        unit, end = "", end - len(unit)  # 过50亿项目
    bound, stop = _bound(text, start, end)
    bound = bound or (">" if more else "")
    normal, base = normalise(value, multiplier, unit)
    if not unit and not multiplier and "." in match.group() and _RATIO_OF.search(text[:start][-40:]):
        base = RATIO
    if unit == "位" and not multiplier and RISEN.search(text[:start][-16:]):
        base = RANK
    return Figure(start, end, stop, value, multiplier, unit, normal, base, bound)


def _bare(text: str, match: re.Match[str]) -> Figure | None:
    """首位, 前三, 1/3, 翻一番, 破千亿: what is no number with its unit."""
    start, end = match.span()
    if match["first"]:
        return Figure(start, end, end, 1.0, "", RANK, 1.0, RANK, "") if is_first(text, start) else None
    if match["top"]:
        place = top(text, match)
        return Figure(start, end, end, place, "", RANK, place, RANK, "<=") if place else None
    if match["mag"]:
        if not is_reached(text, start, end, match["mag"], ""):
            return None
        (value, multiplier), unit = magnitude(match["mag"]), ""
    else:
        told = fraction(text, match) if match["frac"] else doubled(text, match)
        if told is None:
            return None
        value, multiplier, unit = told, "", "%" if match["frac"] else "番"
    bound, stop = _bound(text, start, end)
    return Figure(start, end, stop, value, multiplier, unit, *normalise(value, multiplier, unit), bound)


def _arabic(match: re.Match[str]) -> tuple[float, str, str]:
    """(value, multiplier, unit) of Arabic digits; of a range those of its lower end."""
    value, multiplier = arabic_value(match["num"]), re.sub("[多余]", "", match["mult"] or "")
    if match["mult1"]:
        multiplier = match["mult1"]
    elif multiplier and match["num2"] and arabic_value(match["num2"]) < value:
        multiplier = ""  # 8000-1万元
    return -value if match["sign"] else value, multiplier, match["unit"] or ""


def _rank(text: str, match: re.Match[str]) -> Figure | None:
    """居全省第三, and 第4位 anywhere; a bare 第二 counts the speaker's points."""
    number = match["ranknum"]
    if PUT_FIRST.search(text[: match.start()][-4:]):
        return None
    if match.group()[-1] not in "位名" and not ranks(text, match):
        return None
    value = float(number) if number.isdigit() else chinese_value(number)
    if value is None:
        return None
    return Figure(*match.span(), match.end(), value, "", RANK, value, RANK, "")


def _ratio(text: str, match: re.Match[str], composed: bool) -> Figure | None:
    """28.3:43.9:27.8 and 1.68∶1 as one figure; its value is the first number. 12:40 is a time of day."""
    start, end = match.span()
    known = composed and _TURNS_TO.search(text[:start][-16:])  # 由22.3∶39∶38.7，调整为2010年的18∶44∶38
    if "." not in match["ratio"] and not known and not _COMPOSED.search(text[:start][-48:]):
        return None
    value = float(re.split("[:∶]", match["ratio"])[0])
    return Figure(start, end, end, value, "", "", value, RATIO, "")
