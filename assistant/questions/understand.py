"""Reads a question into slots."""

from __future__ import annotations

import re

from reports.genre import genre_pairs
from reports.indicators import canonical, find_names
from reports.patterns import regex
from reports.text import fold

from .asking import asks_in
from .content import FROM_TO, content_of
from .direction import plainly
from .kinds import FIGURE, measure_asked, nature_asked, task_of, unit_asked
from .on_topic import on_topic
from .places import FoundPlaces, PlaceIndex
from .rivals import measure_of_order, without_gap
from .sayings import as_written
from .scope import scope_in
from .sectors import each_sector
from .slots import Slots
from .spoken import as_asked
from .times import of_named_years, report_years_in, span_in, years_in

_ECONOMY = regex(
    r"(?<![对动进障持响字域营洋空台球际体])经济(?:增长(?:率|速度|幅度)?|增速)(?!极|点|方式|动力|质量|带|的?贡献)"
)


# 1954年和1955年预算各是多少: it says of what kind they are, and names nothing
_BUDGETED = regex(r"(?<=\d年)的?预算(?=各|分别|[是为有]多少|多少(?:$|[？?]))")
# 多少个亿元工业项目 counts projects
_HUNDRED_MILLION = regex(r"(多少|几)个亿(?!级|元(?:以上|[一-鿿]{0,6}(?:项目|企业|产业|园区|集群|工程)))")
_COMING = regex(
    "^(?!.*(?:过去|此前|最近|[前近这]的?[三四五两十]年|年来|以来|上届|本届))(?=.*[三四五两十]年(?:累计|总共|一共|合计|间|里))"
)
_YES_NO_TAIL = regex(r"(?<=多少|几何)[，,](?:是不是|是否|有没有|算不算)[^，,]*$")
_FROM_TO = regex(
    r"(?:从[^，,]{0,40}到(?!的)(?:\d{4}年?[，,])?|\d{4}年?[-—~至到]+\d{4}年?)[^，,]{0,40}"
    r"(?:增加|增长|提高|减少|下降|变化|扩大|缩小|多|少|高|低|加|添|涨|升|降|大|小)[出来]*了?(?:多少|几)"
)
_GREW = regex(
    r"\d{4}年[^，,]*(?:比|较)\d{4}年(?:同比)?(?:增长|上升|下降|提高|减少|增加|涨|降)[了的]?(?:百分之|多少个?(?:%|百分)|几个?(?:%|百分))"
)
# （2018年报告） says where to look, and not what is asked.
_ASIDE = regex(r"[（(][^（()）]*报告[^（()）]*[)）]$")
_SINCE_PLAN = regex('(?:[比较跟与和同]|相比)(?:于|起)?[“"]?十[一二三四]?五[”"]?(?:规划)?末')
_RATE = regex("增速|增幅|增长率|百分|%|个点|幅度")
_OVER = regex(r"累计|总共|一共|合计|年均|期间|这几年")
# 2001到2006年撤并了多少乡镇，分流了多少人: what was done, and not how high it stood in each year
_TWO_DEEDS = regex(
    r"\d{4}年?[-—~至到]+\d{4}年(?!.*(?:各|每|逐|历|分别|哪|[到至为达]了?多少))[^，,]*了(?:多少|几)[^，,]*[，,][^，,]*了(?:多少|几)"
)
# 2003到2007五年 is one period, 2017、2020、2023三年 are three years.
_PERIOD = regex(r"(?<=\d)(?:年)?(?:这|的|之间|间)?[三四五六七八九十]年(?![来度])")


# 造了多少万亩林 asks for 造林.
_SEPARATED = regex(
    r"([一-鿿])了((?:多少|几)(?:亿|万)?(?:平方公里|平方米|公里|公顷|亩|座|条|个(?!点)|家|所|吨|米|棵|株|口|处|次|里|元|人|户))([一-鿿])"
    r"(?=$|[，,。；;？?])"
)


# 城镇居民的人均可支配收入 is one name.
_OF_WHOM = regex(
    "(?<=居民|农民|职工|城镇|农村|地区)(?:[一每]年(?:到头|下来)?)?的(?=人均(?:可支配|纯)?收入|可支配收入|生产总值)|(?<=工业|企业)的(?=增加值)"
)
# 哪6条河 is written as 哪六条河.
_WHICH_OF = regex(r"哪\s*([2-9])(?=[个家座条项所位处件种类大])")
_HIGHEST = regex("最[高大多低小少]")
_YEARS_OFF = {-1: "去年", 0: "今年", 1: "明年"}
_NUMERALS = "零一两三四五六七八九"


def _put_together(match: re.Match[str]) -> str:
    word = match[1] + match[3]
    return word + match[2] if word in genre_pairs() else match.group()


# 2020年生产总值比2019年增长百分之几 asks for the growth of one year.
_YEAR_ON_YEAR = regex(
    r"(?P<year>\d{4})(?P<what>年[^，,。？?比]{0,24}?)(?:比|较|相比)(?P<before>\d{4})年?"
    r"(?P<how>(?:同比)?(?:增长|上升|提高|下降|增加|减少)了?(?:百分之几|百分之多少|多少[%％]|几个百分点|几%))"
)


def _growth_of_one(match: re.Match[str]) -> str:
    one = int(match["year"]) - int(match["before"]) == 1
    return match["year"] + match["what"] + match["how"] if one else match.group()


def _on_topic(
    text: str, rest: str, found: FoundPlaces, years: tuple[int, ...], relative: tuple[int, ...]
) -> str:
    """An open question put plainly on its topic; ``""`` where it is none, or its own words say no more."""
    task = task_of(_ASIDE.sub("", text), found.places, years)
    openly = task in ("open", "list") or (task == "figure" and not FIGURE.search(text))
    topic = on_topic(rest, relative) if openly and not found.unknown else None
    if topic is None or not (task == "figure" or topic.says_more(content_of(rest, task))):
        return ""
    return topic.text


def read_question(question: str, places: PlaceIndex) -> Slots:
    """The slots of one question by itself."""
    asked = question
    question = _YES_NO_TAIL.sub("", question)
    question = each_sector(question, of_value=True)
    question = as_asked(question)
    question = _WHICH_OF.sub(lambda m: "哪" + _NUMERALS[int(m[1])], plainly(question))
    question = _YEAR_ON_YEAR.sub(_growth_of_one, question)
    text = _OF_WHOM.sub("", _SEPARATED.sub(_put_together, as_written(fold(question.strip()))))
    text = _HUNDRED_MILLION.sub(r"\1亿", canonical(_ECONOMY.sub("gdp增速", text)))
    text = places.speakers.as_source(text)
    found = places.find(text)
    rest = found.rest
    for above, level in places.above(found.places):
        rest = re.sub(f"{above}的?(?=全{level})", "", rest)  # 打造安徽全省“三城”
        rest = re.sub(rf"{above}(?=[^，,]{{0,6}}(?:百|\d+)强)", f"全{level}", rest)  # 贵州省民企百强
    report_years, rest = report_years_in(_BUDGETED.sub("", rest))
    span, rest = span_in(rest)
    years, relative, rest = years_in(rest)
    span, years = of_named_years(span, years, text)
    if plainly_on := _on_topic(text, rest, found, years, relative):
        when = [*(f"{y}年" for y in years), *(_YEARS_OFF[n] for n in relative if n in _YEARS_OFF)]
        rest = plainly_on
        text = "".join((*found.places, *when, rest))
    nature = nature_asked(text)
    if nature == "目标" and span and _COMING.search(text):
        span = (0, -span[0] - 1)  # 五年累计要投资多少: of the years to come
    measure, unit = measure_asked(text), unit_asked(text)
    scope = ""
    if measure in ("位次", "进位"):
        scope, rest = scope_in(rest, places.above(found.places))
    in_a_row = len(years) > 2 and years == tuple(range(years[0], years[0] + len(years)))
    if len(years) > 2 and (
        _OVER.search(text) or (in_a_row and (_PERIOD.search(text) or _TWO_DEEDS.search(text)))
    ):
        # 2008到2012年累计 asks for one figure of the whole period, 撤了多少个，分流了多少人 for two.
        span, years = (min(years), max(years)), ()
    if report_years and years and re.search(r"\d{4}年?[、和]\d{4}", text):
        # 2018、2021、2024年的报告 names three reports.
        years, report_years = tuple(dict.fromkeys((*years, *report_years))), ()
    from_to = _FROM_TO.search(text) or _FROM_TO.search(fold(asked))
    if span and not years and from_to and not _OVER.search(text):
        years, span = span, None
    if len(years) > 2 and (from_to or (in_a_row and FROM_TO.search(text))):
        # 从2017年到2023年增加了多少, 从多少到多少 compare the two ends.
        years = (min(years), max(years))
    if len(years) == 2 and _GREW.search(text) and years[0] - years[1] == 1:
        # 2020年比2019年增长了百分之几: the growth of 2020
        years = years[:1]
    if span and span[0] == span[1] and len(years) == 1 and span[1] < years[0] and _SINCE_PLAN.search(text):
        # 比十二五末下降多少: the change over the years of the plan after it
        span, years = (span[1] + 1, years[0]), ()
    task = task_of(_ASIDE.sub("", text), found.places, years)
    if task == "table" and from_to and len(years) == 2:
        task = "difference"
    if task == "difference" and (_FROM_TO.search(text) or (len(years) == 2 and not _RATE.search(text))):
        # 2022年到2023年提高了多少 sets the two levels against each other, never their growth.
        measure = "水平" if _FROM_TO.search(text) and not _RATE.search(text) else ""
    if task == "trend" and not measure and _HIGHEST.search(text):
        # 哪一年收入最高: the growth of one year is never set beside the level of another
        measure = "水平"
    if task == "compare" and not measure:
        measure = measure_of_order(text)
    if task in ("compare", "difference") and not measure and "总量" in text:
        measure = "水平"
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
        partners=found.partners,
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
        asks=asks_in(without_gap(rest), task) or asks_in(rest, task),
    )


def joined(content: str) -> str:
    """城镇居民2012年人均可支配收入: a name that a year or a filler cut in two is put together."""
    whole = content.replace(" ", "")
    if (names := find_names(whole)) and re.fullmatch(
        "总?[额量数]|数量|金额|规模|人数|总?户数|家数|个数|件数|平均", whole[names[-1].end :]
    ):
        return whole[: names[-1].end]
    if names and names[0].start == 0 and names[0].end == len(whole):
        return whole
    if any(len(word) == 1 for word in content.split()):
        # 造多少亩林 asks for 造林.
        content = whole
    longest = max((len(m.name) for m in find_names(content)), default=0)
    return whole if any(len(m.name) > longest for m in find_names(whole)) else content
