"""A follow-up that sets what was just asked against each other: 两市差多少, 涨了多少, 那2023年呢，多了吗."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reports.indicators import find_names
from reports.patterns import regex
from reports.text import fold

from .contrasts import each_named
from .followup import complete
from .places import PlaceIndex
from .slots import Ask, Sides, Slots
from .understand import read_question

_WORDS = "高|低|多|少|大|小|快|慢|长|短|涨|跌|升|降|增加|减少|增长|提高|下降|扩大|缩小"
_UNITS = "元|人|人次|个|家|户|件|项|座|处|所|亩|吨|公里|辆|套|个?百分点|个?点|倍|钱|年|岁|天"
_COUNTED = f"(?:(?:万|亿|万亿)?(?:{_UNITS})?)?"
_GAP = (
    rf"(?:相差|差距|差额|差|(?:{_WORDS})(?:了|出)?)(?:了|出来?|有|是|大概|约)*"
    rf"(?:多少|几(?!乎)|多大){_COUNTED}"
)
_EITHER = (
    "(?:更|是)?(?:高|多|快|大|涨|升|增加|增长|提高|好)了?(?:些|点)?还是"
    "(?:更)?(?:低|少|慢|小|跌|降|减少|下降|差)了?(?:些|点)?"
)
_WHO = (
    "(?:谁|哪(?:一)?(?:个|边|年|家|里|座|地|市|县|区|省)?(?:市|县|区|省)?)的?(?:更|最|比较)?"
    "(?:高|低|多|少|大|小|快|慢|强)(?:一?些|一?点)?"
)
_SUM = (
    "(?:加起来|加在一起|合计|合起来|一共|总共|总和|之和|相加)(?:一共|总共|合计|共)?(?:有|是|为)?"
    rf"(?:(?:多少|几){_COUNTED}|(?=呢|$))"
)
_BETWEEN = (
    "(?:那么?|这样|所以|请问|他们|它们|这|前后|前(?=者)|[两二]|个|者|城|市|县|区|省|地|边|年|项|数字?|之间|间|相比|"
    "一?下|比较|一比|对比|的|又|到底|究竟|实际|算|下来|[，,、 ])*"
)
_END = "(?:呢|啊|呀|吗)?"
# The whole of what is asked: nothing but how the figures before stand to each other.
_ALONE = regex(
    rf"{_BETWEEN}(?:(?:{_WHO})[，,、]?)?(?:{_BETWEEN}(?:(?P<gap>{_GAP})|(?P<either>{_EITHER})|(?P<sum>{_SUM})|"
    rf"(?P<times>是?(?:后者)?的?(?:几|多少)倍)))?{_END}"
)
# 那2023年呢，是多了还是少了: the figure of this question against that of the one before.
_BESIDE = regex(
    rf"(?P<bare>.+?)(?:呢|是多少|有多少|多少|几[个家件户])[，,、。？?]+{_BETWEEN}(?:(?P<gap>{_GAP})|(?P<either>{_EITHER})|{_WHO}){_END}"
)
# 比2022年多多少: the figure of the question before against another one.
_THAN = regex(
    rf"(?:那|这|它)?(?:比|跟|和|与)(?P<other>[^，,]{{2,12}}?)(?:相比|比)?(?:{_BETWEEN})(?:(?P<gap>{_GAP})|(?P<either>{_EITHER})){_END}"
)
_NO_FIGURE = regex("上年|去年|上一年|前一年|同期|全国|全省|全市|年初|目标|计划|预期|以前|过去")
# 涨了多少 is a rate of its own where the two figures before are not of two years.
_GREW = regex("[涨跌升降增减提扩缩]")


def recalled(question: str, said: Sequence[Slots], places: PlaceIndex) -> Sides | None:
    """The two figures that a follow-up sets against each other, or None where it does not.

    ``said`` are the questions before it, each completed.
    """
    text = fold(question.strip()).rstrip("？?。")
    # 两者差多少, and then 是几倍: of the same two
    said = [s for s in said if not _ALONE.fullmatch(fold(s.question.strip()).rstrip("？?。"))]
    if not said or len(text) > _LONGEST:
        return None
    if (match := _ALONE.fullmatch(text)) and text:
        two = _two_of(said)
        if two is None or (_GREW.search(match["gap"] or "") and not _of_two_years(*two)):
            return None
        asked = {"sum": match["sum"], "ratio": match["times"], "difference": match["gap"]}
        by = next((kind for kind, words in asked.items() if words), "leader")
        if match["either"]:
            # 多了还是少了: the later against the one before
            return Sides(_bare(two[1]), _bare(two[0]), by="order", recalled=True)
        return Sides(_bare(two[0]), _bare(two[1]), by=by, recalled=True)
    if (match := _BESIDE.fullmatch(text)) and _single(said[-1]):
        this = complete(read_question(match["bare"] + "呢", places), said[-1])
        if _GREW.search(match["gap"] or "") and not _of_two_years(this, said[-1]):
            return None
        if this.content and not this.unknown_places and _single(this) and _unlike(this, said[-1]):
            by = "difference" if match["gap"] else "order" if match["either"] else "leader"
            return Sides(_bare(this), _bare(said[-1]), by=by, recalled=True)
    if (match := _THAN.fullmatch(text)) and _single(said[-1]) and not _NO_FIGURE.search(match["other"]):
        other = complete(read_question(match["other"] + "呢", places), said[-1])
        if _single(other) and (other.places != said[-1].places or other.years != said[-1].years):
            by = "difference" if match["gap"] else "order"
            return Sides(_bare(said[-1]), _bare(other), by=by, recalled=True)
    return None


_LONGEST = 40
# 这两样2024年的目标分别是多少: what the last questions asked of, each of them.
_THESE = regex(
    "(?:[这那]|上述|上面|前面)(?P<count>[两三])(?:样|项|个?指标|个数字?|者|种|类|块|个)|[两二]者|[它他]们"
)
# 这五年年均各增长多少: of the two asked for before
_EACH = regex("各自?(?!地)|分别")
_COUNT = {"两": 2, "三": 3}


def each_recalled(question: str, said: Sequence[Slots], places: PlaceIndex) -> tuple[Slots, ...]:
    """What a follow-up asks of each of the last few subjects (这两样今年的目标); empty where it does not."""
    text = fold(question.strip())
    match = _THESE.search(text) or _EACH.search(text)
    if match is None or len(text) > _LONGEST:
        return ()
    own = read_question(text.replace(match.group(), "", 1), places)
    if _EACH.fullmatch(match.group()) and (own.content or own.names):
        return ()  # 甲和乙各增长多少 names its own
    subjects: dict[str, Slots] = {}
    for earlier in said:
        named = [ask for ask in earlier.asks if ask.content]
        of_each = [
            replace(earlier, content=a.content, unit=a.unit, measure=a.measure, asks=()) for a in named
        ]
        for subject in of_each or [earlier]:
            subjects.pop(subject.content, None)
            subjects[subject.content] = subject
    count = _COUNT.get(match.groupdict().get("count") or "两", 2)
    last = list(subjects.values())[-count:]
    parts = tuple(complete(own, subject) for subject in last)
    of_them = all(part.content == subject.content for part, subject in zip(parts, last, strict=True))
    if len(parts) != count or not of_them or not all(map(_single, parts)):
        return ()
    return tuple(_bare(part) for part in parts)


def of_each(slots: Slots, each: Sequence[Slots]) -> Slots:
    """A follow-up that asks for the figures of ``each`` of the last subjects, as one question for them."""
    content = "和".join(part.content for part in each)
    asks = tuple(Ask(part.content, part.unit, part.measure) for part in each)
    names = tuple(dict.fromkeys(m.name for m in find_names(content)))
    return replace(slots, content=content, names=names, asks=asks, task="figure")


def _two_of(said: Sequence[Slots]) -> tuple[Slots, Slots] | None:
    """The last two figures asked for: of one question that asks for two, or of the last two questions."""
    last = said[-1]
    if len(last.places) == 2 and len(last.years) < 2:
        one, other = (replace(last, places=(place,)) for place in last.places)
        return one, other
    if len(last.years) == 2 and len(last.places) == 1:
        one, other = (replace(last, years=(year,)) for year in last.years)
        return one, other
    named = [ask for ask in last.asks if ask.content]
    if len(named) == 2 == len(last.asks) and _single(replace(last, asks=())):
        one, other = (replace(last, content=a.content, unit=a.unit, measure=a.measure) for a in named)
        return one, other
    items = re.split("和|与|及|、", last.content)
    if len(items) == 2 and (each := each_named(items)) != items and _single(last):
        one, other = (replace(last, content=content) for content in each)
        return one, other
    if len(said) > 1 and _single(last) and _single(said[-2]) and _unlike(said[-2], last):
        return said[-2], last
    return None


def _single(slots: Slots) -> bool:
    """Whether a question asks for one figure."""
    one = len(slots.places) < 2 and len(slots.years) < 2 and len(slots.asks) < 2
    return one and bool(slots.content) and not slots.unknown_places and slots.task in _FIGURES


_FIGURES = ("figure", "open", "table")


def _unlike(one: Slots, other: Slots) -> bool:
    first, second = ((s.places, s.years, s.relative, s.span, s.content, s.nature) for s in (one, other))
    return first != second


def _of_two_years(one: Slots, other: Slots) -> bool:
    alike = one.content == other.content and one.places == other.places
    return alike and (one.years, one.relative) != (other.years, other.relative)


def _bare(side: Slots) -> Slots:
    return replace(side, task="figure", asks=(), inherited=())
