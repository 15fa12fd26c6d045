"""The two figures that a question sets against each other: a difference, a ratio, a share.

Each side is read as a question by itself and completed with what the other one says. What people say
for a target (盘子, 瞄着, 想突破的数) and for a result (实收, 已突破的数) is written as such first.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reports.indicators import find_names
from reports.patterns import regex
from reports.text import fold

from ..evidence.fits import IN_ALL, NEWLY
from ..questions.contrasts import put_in
from ..questions.followup import complete
from ..questions.gaps import MOVED_BY, said_plainly
from ..questions.kinds import PERCENT, UNIT, measure_asked, nature_asked, unit_asked
from ..questions.measured import MEASURED, of_its_deed, of_one_thing, without_measure
from ..questions.natured import natured
from ..questions.parts import asks_total
from ..questions.places import PlaceIndex
from ..questions.rivals import EITHER
from ..questions.slots import Sides, Slots
from ..questions.times import PART_OF_YEAR
from ..questions.understand import joined, read_question
from ..questions.wordings.price_free import IN_CONSTANT_PRICES
from .beside import IN_ALL_OF
from .pairs import MONEY

_HOW_MUCH = rf"(?:要|会|再|又|净|共|一共|反而|足足|还)?{MOVED_BY}.*"
# 收入比 and 占比 are figures themselves; 比 after a year or a verb compares.
_THAN = (
    r"(?:(?<![之占对无构入同环])[比较](?!例|重|上年同|为|大的)|"
    r"(?<=入)比(?![例重是为值从由提达下上降缩扩的较]|$|[，,]))"
)
_DIFFERENCES = (
    regex(rf"(?P<one>.+?)(?:要|反而|反倒|倒|还|却)?{_THAN}(?P<other>.+?)(?:要)?{_HOW_MUCH}"),
    regex(
        r"(?P<one>.+?)(?:和|与|跟|同)(?P<other>.+?)(?:之间)?(?:相差|差距|差了?|之差)(?:有|是|了)?(?:多少|几|多大).*"
    ),
    regex(
        r"(?P<one>.+?)(?:高于|低于|多于|少于|超[过出](?!\d)|快于|慢于|(?:高出|多出(?!来)|快过|快出)(?!全[国省市区县州]|上年|去年|\d))(?P<other>[^，,]{2,}?)了?(?:多少|几).*"
    ),
    regex(
        r"(?P<one>.+?)(?:减去|减掉(?!的)|扣掉|(?<!加计|税前|附加|定额)扣除|刨去|刨掉)(?P<other>.+?)(?:还|后|，|,)*(?:剩下?|等于|[还相]?差|是|得|余|有)?(?:多少|几).*"
    ),
    regex(
        r"(?P<one>.+?)[，,]?(?:距离?|离|跟)(?P<other>[^，,]+?)(?:还(?:差|缺|少|有)|(?<=[数量标务划])(?:差|缺))(?:了|着)?(?:多少|几).*"
    ),
)
# 跟去年实际比是高了还是低了
_OR = regex(
    r"(?P<one>.+?)(?:比|较|[和与跟同])(?P<other>.+?)(?:相比|比起来|比)?[，,]?(?:是|算)?[，,]?(?:[定设订排]得?)?(?:更)?"
    rf"{EITHER}.*"
)
# 今年目标与去年实际合计多少
_TOTAL = regex(
    r"(?P<one>[^，,]+目标)(?:与|和)(?P<other>[^，,]*(?:\d{4}|去)年实际[^，,]*?)(?:合计|一共|总共|加起来)(?:是|有)?(?:多少|几).*"
)
_RATIO = regex(r"(?P<one>.+?)(?:相当于|是|为|抵得?上)(?P<other>.+?)的?(?P<times>几|多少)倍.*")
_SHARES = (
    regex(
        r"(?P<one>.+?)[，,]?(?:大?约|大概|要|能)?占(?!地(?!区)|道|比)(?:到|了|去)?(?P<other>[^，,]+?)的?(?:比重|比例|份额)?(?:是|为|有|约|大约|大概)*"
        r"(?:百分之(?:几|多少)|几成|几分之几|多少(?:%|个?百分比|个?百分点)?|多大(?:比例|比重|份额)?).*"
    ),
    regex(r"(?P<one>.+?)(?:相当于|是|等于)(?P<other>[^，,]+?)的?(?:百分之(?:几|多少)|几成|几分之几).*"),
    regex(
        r"(?P<other>.+?)(?:里[头面边]|[当之其]中|中|里)[，,]?(?P<one>[^，,]+?)(?:大?约|大概|大致|差不多)?占(?:到|了|去|有|的|比)*"
        r"(?:百分之(?:几|多少)|几成|(?:比重|比例)?(?:是|为|有)?(?:多大|多少)(?:(?=[比份]|$|%|百分)).*).*"
    ),
)
# 企业占多大比例？按2025年的总数算
_BY_TOTAL = regex(
    "(?<=[几大少例重成])[，,？? ]+(?:按照?|用|拿|以)[^，,？?]{0,10}(?:总[数量]|口径|数据?)(?:来|去)?"
    "(?:计?算|看)$"
)
_OF_EACH = regex("(?:各|各自|分别)(?:大?约|大概)?$")
_SAME_TIME_BEFORE = regex(r"^(?:上年|去年|上一年|前一年|头一年|往年|同期|上年同期|去年同期)(?:同期)?(?:的)?$")

# Longer questions do not set two figures against each other, and take long to try.
_LONGEST = 120
# 2023年产量: of what the other side names.
_BARE = regex("总?产量|总产|规模|数量|总量|面积|产值|金额|[人户个家件列班架]?数|[开到始]?[发行]数")
_SAID_BY_UNIT = regex("数量|规模|总量|面积|金额|[人户个家件列班架]?数|[开到始]?[发行]数")
_NATURE = regex("^(?:实际|目标|计划|预期|真正|完成了?|实现了?|达到了?|建成了?)+的?")
_NATURE_LAST = regex("(?:实际|目标|计划|预期|安排)$")
_ASKS = regex("多少|几[个家万亿项件座]|百分之几")


def sides_of(whole: Slots, places: PlaceIndex) -> Sides | None:
    """The two figures that ``whole`` sets against each other, or None where it does not."""
    text = IN_CONSTANT_PRICES.sub("", fold(whole.question.strip()).rstrip("？?。"))
    text = _BY_TOTAL.sub("", said_plainly(text)) if len(text) <= _LONGEST else text
    if len(text) > _LONGEST:
        return None
    for pattern in (_TOTAL, *_DIFFERENCES, _RATIO, *_SHARES, _OR):
        match = pattern.fullmatch(text)
        if match is None:
            continue
        if _SAME_TIME_BEFORE.match(match["other"]) and not _planned(match):
            return _than_last_year(match, whole, places)
        if pattern in _SHARES and _OF_EACH.search(match["one"]):
            continue  # 投向制造业的各占几成 asks for the share of each
        if _ASKS.search(match["one"]) or (pattern is not _DIFFERENCES[0] and _ASKS.search(match["other"])):
            continue
        by = {_RATIO: "ratio", _TOTAL: "sum"}.get(pattern) or (
            "share" if pattern in _SHARES else "difference"
        )
        sides = _two(match, by, whole, places)
        return replace(sides, by="moved") if sides and pattern is _OR else sides
    return None


def _than_last_year(match: re.Match[str], whole: Slots, places: PlaceIndex) -> Sides | None:
    """2023年新增比上年多了多少户: where no report tells the gain, two reports tell the two figures."""
    by = match.string[match.end("other") :]
    asked = UNIT.search(by)
    if asked is None or PERCENT.search(by) or asked[1] == "百分点" or len(whole.years) != 1:
        return None
    text = f"{match['one']}比{whole.years[0] - 1}年{by}"
    again = _DIFFERENCES[0].fullmatch(text)
    return _two(again, "difference", whole, places) if again else None


def _planned(match: re.Match[str]) -> bool:
    """Whether a plan is set against the year before: how far they are apart no report tells."""
    if "目标" in match["one"]:
        return True
    by = match.string[match.end("other") :]
    return (
        bool(_AHEAD.search(match["one"] + by)) and re.search("增长|增速|增幅|提高|上升|下降|百分", by) is None
    )


_AHEAD = regex("今年|明年|打算|计划|准备|拟|预计|要(?=[一-鿿])")


def _unit_of_money(match: re.Match[str], one: Slots, other: Slots, by: str, measure: str) -> str:
    """元 where 投资 and the like of things without a standard name are set against each other, else empty."""
    levels = by == "difference" and measure != "增速" and "增" not in match.string
    return "元" if levels and MONEY.search(one.content) and not (one.names or other.names) else ""


_COUNT_NOUN = regex("[户人家件]数$")
_AIMED_AT = regex(r"目标(?:数|值)?[，,]?\d{4}年$")
_YEAR_ALONE = regex(r"\d{4}年的?(?:相?比)?")
_NOW = regex("(?:现在|目前|眼下|当前)实际")


def _two(match: re.Match[str], by: str, whole: Slots, places: PlaceIndex) -> Sides | None:
    if any(asks_total(match[side], plainly=True) and by == "difference" for side in ("one", "other")):
        return None  # 三项加起来比…: no one figure stands for a sum
    one, other = (_read(natured(match[side]), whole, places) for side in ("one", "other"))
    if one.unknown_places or other.unknown_places:
        # A place without a report must not be taken for the other one.
        return None
    if len(one.places) > 1 or len(one.years) > 1 or len(other.places) > 1 or len(other.years) > 1:
        return None
    tail = match.string[match.end("other") :]
    percent = bool(re.search("百分点|个点", tail))
    unit = "%" if percent else "" if by != "difference" else read_question("合计" + tail, places).unit
    measure = measure_asked(match["one"]) or measure_asked(match["other"])
    if not measure and whole.measure == "水平":
        measure = "水平"  # 总量差多少
    if by != "difference" and measure != "增速":
        # 收入是…的几倍, 产量占…的百分之几: the levels, never their growth.
        measure = "水平"
    unit = unit or _unit_of_money(match, one, other, by, measure)
    one, other = of_one_thing(one, of_its_deed(other, match["other"], one.content))
    counts = [c.group() for side in (one, other) if (c := _COUNT_NOUN.search(side.content))]
    if by == "difference" and not (unit or measure) and counts:
        unit = unit_asked(f"{counts[0]}多少")  # 改善的农房户数
    part = one.content
    one = _side(_of_the_same(one, other), other, whole, unit, measure)
    bare = replace(one, unit="", measure="", nature="")
    if other.years and one.years and not PART_OF_YEAR.search(other.content):
        # 2022年前11个月实际数与2023年计划数: the months are of the one side alone
        shared = _NATURE_LAST.sub("", PART_OF_YEAR.sub("", one.content)).strip()
        bare = replace(bare, content=shared or one.content)
    if _NOW.search(other.text):
        # 2026年的目标比现有的: what there is is of no planned year
        bare = replace(bare, years=(), relative=(), span=None)
        whole = replace(whole, years=(), span=None)
    if IN_ALL.search(match["one"]) and not NEWLY.search(match["other"]):
        other = replace(other, text=f"累计{other.text}")
    said = other.content
    against = replace(one, years=bare.years, relative=bare.relative, span=bare.span)
    other = _side(complete(other, bare), against, whole, unit, measure)
    if by == "share":
        one, other = _of_one_nature(one, other)
        if part and part != one.content == other.content:
            one = replace(one, content=part)  # 进出口总额里出口占几成
        if _WHOLE.fullmatch(match["other"]):
            thing = _ADDED.sub("", one.content)
            return Sides(one, replace(other, content=thing + IN_ALL_OF), by) if thing else None
    if _AIMED_AT.search(match["one"]) and _YEAR_ALONE.fullmatch(match["other"]):
        other = replace(other, nature="目标")  # 就业的目标，2026年比2025年: of both years
    if by == "share" and other.content == one.content and said:
        # 县级财政收入占财政收入的比重: the whole is named by the end of its part
        other = replace(other, content=said)
    if (
        match.re.pattern == _DIFFERENCES[-1].pattern
        and other.nature == "目标"
        and not re.search("年", match["one"])
    ):
        one = replace(one, years=(), relative=(), span=None, nature="实绩")  # as far as it is known
    return Sides(one, other, by) if one.content and other.content else None


# 新增的占总数的几成: of all there are of what is added
_WHOLE = regex("(?:它们?的?|其|现有的?|全部的?)?(?:总(?:数|量|户数|家数|个数|规模)|存量|保有量)")
_ADDED = regex("^(?:[净新]增|新[建认培开登入注])[定育通设记册]?[ 的]*")


def _of_one_nature(one: Slots, other: Slots) -> tuple[Slots, Slots]:
    """A part and its whole, both planned or both done: 计划新增的企业中，工业企业占几成."""
    if one.content == other.content:
        return one, other  # 完成数占年度计划的几成
    return replace(one, nature=one.nature or other.nature), replace(other, nature=other.nature or one.nature)


def _read(text: str, whole: Slots, places: PlaceIndex) -> Slots:
    """A side as a question; 武汉都市圈 is a thing, beside the place that the whole question names."""
    asked = f"{text}是多少"
    side = read_question(asked, places)
    if side.unknown_places and whole.places and not whole.unknown_places:
        return read_question(whole.places[0] + asked, places)
    return side


def _of_the_same(one: Slots, other: Slots) -> Slots:
    """``one`` with the quantity that only ``other`` names for both."""
    measured = MEASURED.search(other.content)
    own = _NATURE.sub("", other.content)
    if measured is None or not one.content or MEASURED.search(one.content):
        return one
    if measured.group() == own:
        # 打下的粮食比定的产量: 粮食产量 is an indicator
        named = f"{one.content}{own}"
        return replace(one, content=named) if find_names(named) and not find_names(one.content) else one
    if one.names or other.names:
        return one
    return replace(one, content=f"{one.content} {measured.group()}")


def _side(side: Slots, against: Slots, whole: Slots, unit: str, measure: str) -> Slots:
    """One side, with the place, the year and the subject of the other where it names none itself."""
    has_time = side.years or side.relative or side.span or side.report_years
    content = side.content or against.content
    ends = against.content.replace(" ", "").endswith(_NATURE.sub("", content))
    if ends and [n.name for n in find_names(content)] in ([], [n.name for n in find_names(against.content)]):
        content = against.content  # 旅游收入目标比实际收入: of the same, named short
    if _BARE.fullmatch(content := _NATURE.sub("", content)) and content not in against.content:
        # how many 亩 there are is an area already
        told = bool(unit) and _SAID_BY_UNIT.fullmatch(content) is not None
        content = against.content if told else joined(f"{without_measure(against.content)} {content}")
    content = put_in(content, against.content)
    names = tuple(dict.fromkeys(m.name for m in find_names(content)))
    return replace(
        side,
        places=side.places or against.places or whole.places,
        years=side.years if has_time else against.years or whole.years,
        relative=side.relative if has_time else against.relative or whole.relative,
        span=side.span if has_time else against.span or whole.span,
        content=content,
        names=names,
        unit=unit,
        measure=measure if measure in ("增速", "水平") else "",
        nature=_nature_of(side),
        task="figure",
        asks=(),
        inherited=(),
    )


def _nature_of(side: Slots) -> str:
    """The nature that a side's own words say; this year's figure is planned."""
    said = nature_asked(side.text)
    if not said and side.relative and max(side.relative) >= 0:
        return "目标"
    return said if said != "both" else ""
