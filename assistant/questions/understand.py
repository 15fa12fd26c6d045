"""Reads a question into slots."""

from __future__ import annotations

import re

from reports.genre import genre_pairs
from reports.indicators import canonical, find_names
from reports.text import fold

from .content import content_of
from .direction import plainly
from .kinds import FIGURE, TWO_QUANTITIES, measure_asked, nature_asked, task_of, unit_asked
from .places import PlaceIndex
from .rivals import measure_of_order, without_gap
from .sayings import as_written
from .scope import scope_in
from .sectors import each_sector
from .slots import Ask, Slots
from .spoken import as_asked
from .times import report_years_in, span_in, years_in

_ECONOMY = re.compile(
    r"(?<![对动进障持响字域营洋空台球际体])经济(?:增长率|增长|增速)(?!极|点|方式|动力|质量|带|的?贡献)"
)


_HUNDRED_MILLION = re.compile(r"(多少|几)个亿(?!元以上|级)")
_ABOUT_ME = re.compile(r"^(?:我|作为|本人)[^，,。]{1,16}[，,：:]|^作为[^，,。]{1,10}想问[:：]?")
_YES_NO_TAIL = re.compile(r"(?<=多少|几何)[，,](?:是不是|是否|有没有|算不算)[^，,]*$")
_FROM_TO = re.compile(
    r"(?:从[^，,]{0,40}到(?:\d{4}年?[，,])?|\d{4}年?[-—~至到]+\d{4}年?)[^，,]{0,40}"
    r"(?:增加|增长|提高|减少|下降|变化|扩大|缩小|多|少|高|低|加|添|涨|升|降|大|小)[出来]*了?(?:多少|几)"
)
_GREW = re.compile(
    r"\d{4}年[^，,]*(?:比|较)\d{4}年(?:同比)?(?:增长|上升|下降|提高|减少|增加|涨|降)[了的]?(?:百分之|多少个?(?:%|百分)|几个?(?:%|百分))"
)
# （2018年报告） says where to look, and not what is asked.
_ASIDE = re.compile(r"[（(][^（()）]*报告[^（()）]*[)）]$")
_RATE = re.compile("增速|增幅|增长率|百分|%|个点|幅度")
_OVER = re.compile(r"累计|总共|一共|合计|年均|期间|这几年")
# 2003到2007五年 is one period, 2017、2020、2023三年 are three years.
_PERIOD = re.compile(r"(?<=\d)(?:年)?(?:这|的|之间|间)?[三四五六七八九十]年(?![来度])")


# 造了多少万亩林 asks for 造林.
_SEPARATED = re.compile(
    r"([一-鿿])了((?:多少|几)(?:亿|万)?(?:平方公里|平方米|公里|公顷|亩|座|条|个|家|所|吨|米|棵|株|口|处|次|里|元|人|户))([一-鿿])"
    r"(?=$|[，,。；;？?])"
)


# 城镇居民的人均可支配收入 is one name.
_OF_WHOM = re.compile("(?<=居民|农民|城镇|农村|地区)的(?=人均(?:可支配|纯)?收入|可支配收入|生产总值)")
# 哪6条河 is written as 哪六条河.
_WHICH_OF = re.compile(r"哪\s*([2-9])(?=[个家座条项所位处件种类大])")
_NUMERALS = "零一两三四五六七八九"


def _put_together(match: re.Match[str]) -> str:
    word = match[1] + match[3]
    return word + match[2] if word in genre_pairs() else match.group()


# 2020年生产总值比2019年增长百分之几 asks for the growth of one year.
_YEAR_ON_YEAR = re.compile(
    r"(?P<year>\d{4})(?P<what>年[^，,。？?比]{0,24}?)(?:比|较|相比)(?P<before>\d{4})年?"
    r"(?P<how>(?:同比)?(?:增长|上升|提高|下降|增加|减少)了?(?:百分之几|百分之多少|多少[%％]|几个百分点|几%))"
)


def _growth_of_one(match: re.Match[str]) -> str:
    one = int(match["year"]) - int(match["before"]) == 1
    return match["year"] + match["what"] + match["how"] if one else match.group()


def read_question(question: str, places: PlaceIndex) -> Slots:
    """The slots of one question by itself."""
    asked = question
    question = _ABOUT_ME.sub("", _YES_NO_TAIL.sub("", question))
    question = each_sector(question, of_value=True)
    question = as_asked(question)
    question = _WHICH_OF.sub(lambda m: "哪" + _NUMERALS[int(m[1])], plainly(question))
    question = _YEAR_ON_YEAR.sub(_growth_of_one, question)
    text = _OF_WHOM.sub("", _SEPARATED.sub(_put_together, as_written(fold(question.strip()))))
    text = _HUNDRED_MILLION.sub(r"\1亿", canonical(_ECONOMY.sub("gdp增速", text)))
    text = places.speakers.as_source(text)
    found = places.find(text)
    rest = found.rest
    report_years, rest = report_years_in(rest)
    span, rest = span_in(rest)
    years, relative, rest = years_in(rest)
    nature = nature_asked(text)
    measure, unit = measure_asked(text), unit_asked(text)
    scope = ""
    if measure == "位次":
        scope, rest = scope_in(rest, places.above(found.places))
    in_a_row = len(years) > 2 and years == tuple(range(years[0], years[0] + len(years)))
    if len(years) > 2 and (_OVER.search(text) or (in_a_row and _PERIOD.search(text))):
        # 2008到2012年累计 asks for one figure of the whole period.
        span, years = (min(years), max(years)), ()
    if report_years and years and re.search(r"\d{4}年?[、和]\d{4}", text):
        # 2018、2021、2024年的报告 names three reports.
        years, report_years = tuple(dict.fromkeys((*years, *report_years))), ()
    from_to = _FROM_TO.search(text) or _FROM_TO.search(fold(asked))
    if span and not years and from_to and not _OVER.search(text):
        years, span = span, None
    if len(years) > 2 and from_to:
        # 从2017年到2023年增加了多少 compares the two ends.
        years = (min(years), max(years))
    if len(years) == 2 and _GREW.search(text) and years[0] - years[1] == 1:
        # 2020年比2019年增长了百分之几: the growth of 2020
        years = years[:1]
    task = task_of(_ASIDE.sub("", text), found.places, years)
    if task == "table" and from_to and len(years) == 2:
        task = "difference"
    if task == "difference" and (_FROM_TO.search(text) or (len(years) == 2 and not _RATE.search(text))):
        # 2022年到2023年提高了多少 sets the two levels against each other, never their growth.
        measure = "水平" if _FROM_TO.search(text) and not _RATE.search(text) else ""
    if task == "compare" and not measure:
        measure = measure_of_order(text)
    content = joined(content_of(rest, task))
    if not nature and relative and max(relative) >= 0:
        nature = "目标"
    elif nature == "目标" and relative and max(relative) < 0 and not re.search("目标|任务|计划|预期", text):
        # 去年谋划的项目 tells what was done.
        nature = ""
    return Slots(
        question=asked,
        text=text,
        places=found.places,
        unknown_places=found.unknown,
        namesakes=found.namesakes,
        years=years,
        relative=relative,
        report_years=report_years,
        span=span,
        nature=nature,
        measure=measure,
        unit=unit,
        scope=scope,
        content=content,
        names=tuple(dict.fromkeys(m.name for m in find_names(content))),
        task=task,
        asks_figure=bool(FIGURE.search(text)),
        asks=_asks(without_gap(rest), task) or _asks(rest, task),
    )


def joined(content: str) -> str:
    """城镇居民2012年人均可支配收入: a name that a year or a filler cut in two is put together."""
    whole = content.replace(" ", "")
    if (names := find_names(whole)) and re.fullmatch("总?[额量数]|数量|金额|人数", whole[names[-1].end :]):
        return whole[: names[-1].end]
    if names and names[0].start == 0 and names[0].end == len(whole):
        return whole
    if any(len(word) == 1 for word in content.split()):
        # 造多少亩林 asks for 造林.
        content = whole
    longest = max((len(m.name) for m in find_names(content)), default=0)
    return whole if any(len(m.name) > longest for m in find_names(whole)) else content


_AND_GROWTH = re.compile(
    r"(?:和|及|与|以及|、|，|,)(?:其)?(?:同比)?(?:增速|增长率|增幅|(?:同比)?增长(?:了)?(?:多少|几|百分之几)?)(?:各|分别)?(?:是|为)?(?:多少|几|百分之几)?$"
)
_COUNTED_ASK = re.compile(
    r"多少|第几|几何|几成|多[大长高]|(?<![哪第好])几(?!乎|年来|经|近|何|成)|百分之几|怎么安排"
)


_TOWN_AND_COUNTRY = "城乡居民人均可支配收入"
_RATE_ASK = re.compile(r"(?:增速|增长率|增幅)(?=$|[，,；;、])")


def _asks_something(part: str) -> bool:
    return bool(_COUNTED_ASK.search(part) or _RATE_ASK.search(part))


def _named_parts(text: str, task: str) -> list[str]:
    """全部财政收入和一般预算收入各多少: the standard indicators that are listed, or none."""
    parts = [content_of(p, task) for p in re.split(r"和|与|以及|及|、", text)]
    if len(parts) == len(_COUNTED_ASK.findall(text)) + 1 and all(len(p) >= 3 for p in parts):
        return parts
    return parts if all(find_names(p) for p in parts) else []


_UP_OR_DOWN = re.compile("[涨增降升]没[涨增降升]|(?:涨|增|升|降)了?还是(?:跌|降|减|升|涨)")
_MEDALS = re.compile("(?:几|多少)(?:枚|块)?([金银铜])(?:牌)?")
_QUANTITY = re.compile("(?:[率额量值数]|总产|比例|比重|面积|收入|支出|里程|投资|规模|增速|余额|存款|贷款)$")


def _quantities(text: str, task: str) -> list[str]:
    """人均体育场地面积和经常锻炼人口的比例: the quantities joined by 和, each named to its end, or none."""
    if len(_COUNTED_ASK.findall(text)) != 1:
        return []
    parts = [p.strip() for p in re.split(r"和|与|以及", content_of(text, task))]
    return parts if all(len(p) >= 4 and _QUANTITY.search(p) for p in parts) else []


def _same_thing(one: Ask, other: Ask) -> bool:
    """外贸总量有多大，进出口额是多少: one indicator asked for in two ways."""
    names = [[n.name for n in find_names(ask.content)] for ask in (one, other)]
    measures = {ask.measure or "水平" for ask in (one, other)}
    return bool(names[0]) and names[0] == names[1] and len(measures) == 1 and one.unit == other.unit


def _asks(text: str, task: str) -> tuple[Ask, ...]:
    """Each figure where a question asks for several: 多少件…和多少件…, 总值和增速."""
    if task != "figure" or _UP_OR_DOWN.search(text):
        # 涨没涨，涨了多少: one growth answers both.
        return ()
    text = text.strip().rstrip("？?。")
    if (match := _AND_GROWTH.search(text)) and match.start() > 1:
        head = text[: match.start()]
        return (Ask(content_of(head, task), unit_asked(head), "水平"), Ask("", "", "增速"))
    if _TOWN_AND_COUNTRY in (m.name for m in find_names(content_of(text, task))):
        return tuple(
            Ask(_TOWN_AND_COUNTRY.replace("城乡", kind), unit_asked(text), measure_asked(text))
            for kind in ("城镇", "农村")
        )
    if re.search("各|分别", text) and len(parts := _named_parts(text, task)) > 1:
        return tuple(Ask(p, unit_asked(text), measure_asked(text)) for p in parts)
    if two := TWO_QUANTITIES.search(text):
        sides = [two["one"], two["other"] or two["part"]]
        parts = [content_of(p, task) for p in sides]
        if all(len(p) >= 3 and (_QUANTITY.search(p) or find_names(p)) for p in parts):
            # GDP增速比财政收入增速高多少 sets growth against growth, without 增速 level against level.
            measures = ["增速" if measure_asked(side) == "增速" else "水平" for side in sides]
            return tuple(Ask(p, unit_asked(text), m) for p, m in zip(parts, measures, strict=True))
    if len(medals := list(_MEDALS.finditer(text))) > 1:
        about = content_of(text[: medals[0].start()], task)
        first, *later = [f"{m[1]}牌" for m in medals]
        return (Ask(f"{about} {first}", "枚", ""), *(Ask(medal, "枚", "") for medal in later))
    if len(parts := _quantities(text, task)) > 1:
        return tuple(Ask(p, unit_asked(p), measure_asked(p)) for p in parts)
    split = re.split(r"[，,；;、?？]|和(?=[^，,]*(?:多少|几))|以及", text)
    # 城镇化率，比上年提高多少: an indicator named before the question is asked for too.
    parts = [p for p in split if _asks_something(p) or find_names(content_of(p, task))]
    if len(parts) < 2 or not any(map(_asks_something, parts)):
        return ()
    asks = tuple(
        Ask(
            content_of(p, task, bare=False),
            unit_asked(p),
            measure_asked(p) or ("" if _asks_something(p) else "水平"),
            p,
        )
        for p in parts
    )
    return () if len(asks) == 2 and _same_thing(*asks) else asks
