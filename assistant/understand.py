"""Reads a question: places, years, nature, measure, unit, task and what is left, its content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reports.figures import UNITS
from reports.indicators import find_names
from reports.numerals import chinese_value, normalise
from reports.text import fold
from vectorstore.records import ReportEntry

from .places import PlaceIndex

_YEAR = r"(?:1[89]|20)\d\d"
_CN_YEAR = r"[一二][九〇零○][〇零○一二三四五六七八九]{2}"
_SHORT_YEAR = r"(?<!\d)\d\d(?=年(?![来间代前后以多]))"
_RANGE = re.compile(rf"({_YEAR}|\d\d)年?(?:-|—|–|~|至|到)+({_YEAR}|\d\d)年?")
_YEARS = re.compile(rf"({_YEAR})(?:年度|年(?!代)[底末初]?)?|({_CN_YEAR})年|({_SHORT_YEAR})年[底末初]?")
_RELATIVE = re.compile(r"大前年|前年|去年|上年|上一年|今年|本年度?|明年|当年")
_REPORT_OF = re.compile(
    rf"(?:({_YEAR})年?|(今年|去年))的?(?:[一-鿿]{{0,12}}?)(?:人民政府|政府|区政府|市政府|县政府|省政府)?(?:工作)?报告"
)
_PLAN_NAMES = re.compile(
    r"[“\"]?(十五|十一五|十二五|十三五|十四五|十五五|九五|八五|七五|六五|五五)[”\"]?(期间|时期|以来|末|规划|这五年)?"
)
_PLANS = {
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
_FIVE = re.compile(
    r"(?:过去|前|近|这|最近)的?([三四五两十])年(?:来|间|里)?|([三四五两十])年来|([五])年(?:累计|总共|一共|合计|间)|(本届政府|任期内)"
)
_NEXT = re.compile(r"(?:今后|未来|接下来)的?([三四五两十])年")

_TARGET = re.compile(
    r"目标|(?<!占)(?<!年度)(?<!全年)计划|预期|力争|争取|打算|准备|拟(?!人)|定(?:了|为|在|的)|指标是|要求达到|确保|将(?!军|近)|"
    r"(?<![需主重必只想若然快纪摘])要(?![求素闻点么紧案件])|会(?:有|达|新|建|是|增)|想要?达|安排|预算(?![收支内外])|规划|提出|谋划"
)
_RESULT = re.compile(
    r"完成(?:了|情况)?|实现了|实际(?!利用|使用|到位|外资)|达到了|结果|已经|已(?!知)|做到了|(?:增|建|办|落|引|培|投|签|发|获|拿|争)[一-鿿]{0,3}了|实绩"
)
_BOTH = re.compile(
    r"(?:完成|达成|实现|达到|兑现)[^，。？]{0,6}(?:目标|计划)(?:了?(?:吗|没|没有)|情况)|目标[^，。？]{0,14}(?:完成|实现|达成|达到|兑现)(?:了)?(?:吗|没|情况|得)|(?:是否|有没有|有无)[^，。？]{0,8}(?:完成|实现|达到|达成)|目标(?:和|与|跟|、)(?:实际|结果|完成|实绩)|(?:实际|结果|实绩)(?:和|与|跟|、|比)[^，。？]{0,6}目标"
)
_GROWTH = re.compile(
    r"增速|增长率|增幅|涨幅|降幅|增长(?:了|的)?(?:多少|几|百分|幅|速|率|快)|同比|上升(?:了)?(?:多少|几)|下降(?:了)?(?:多少|几|百分)|提高(?:了)?(?:多少|几|百分)|增加了?(?:多少|几)|减少了?(?:多少|几)|涨了?(?:多少|几)|降了?(?:多少|几)|增长$|增长[？?]?$|年均增长|年均增速|长了多少|增长目标"
)
_SHARE = re.compile(r"占比|比重|占[^，。？]{0,16}(?:多少|几|比)|比例")
_RANK = re.compile(r"第几|排名|排第|位次|名次|(?<!安)排多少")
# Measure words that after 多少 are what is counted (多少项目, 多少村), not the unit of the figure.
_NOUNS = frozenset("省市县区国村镇口方社站校路道环声艺队组团部门桩井孔国") | {"项目", "大类", "道"}
_UNIT = re.compile(
    r"(?<!哪)(?:多少|几)(?:多)?((?:万亿|亿|百万|万)?(?:"
    + "|".join(map(re.escape, sorted({*UNITS, "钱"} - _NOUNS, key=len, reverse=True)))
    + r"))(?!目)"
)
_UNIT_WORDS = {"钱": "元"}
_MONEY = re.compile(
    r"多少(?=投资|资金|贷款|产值|税收|补贴|经费|债券|销售额|营业额)|(?:投资|资金|贷款|产值|营业额|销售额|交易额|金额|总额)(?:一共|总共|共|是|有|为|达|达到|额)*多少(?=$|[？?，,。；;])"
)
_PERCENT = re.compile(r"百分之(?:几|多少)|百分比|百分率|多少[%％]|几个点|多少个点|几成")

_COMPARE = re.compile(
    r"谁(?:更|比较)?(?:高|多|大|低|少|快|强)|哪(?:个|里|边|年|一年)[^，。？]{0,10}(?:更|最)?(?:高|多|大|低|少|快|强)(?:些|一点)?|对比|比较一?下?|相比|比一比|pk|vs"
)
_DIFFERENCE = re.compile(
    r"(?:多|少|高|低|差|增加|减少|提高|下降)了?(?:出|出来)?(?:多少|几)|相差|差距|差多少|之差|差值|差额|差了|倍"
)
_TREND = re.compile(r"变化|趋势|走势|历年|逐年|各年|每年|这几年|这些年|近几年|怎么变|一路")
_SUM = re.compile(r"(?:合计|一共|总共|加起来|之和|总和|累计起来)")
_DUTY = re.compile(
    r"责任(?:领导|单位|人)|牵头|配合单位|主办单位|谁(?:来)?(?:负责|分管|主管|抓|管)|由谁|哪(?:个|些)(?:单位|部门|局)(?:来)?(?:负责|承担|落实|牵头|配合)|负责(?:哪|什么)|分管(?:哪|什么)|归(?:谁|哪)"
)
_META = re.compile(
    r"(?:报告|讲话)[^，。？]{0,6}(?:是)?(?:谁|什么人|哪位|何人)|(?:谁|哪位|什么人|何人)[^，。？]{0,10}(?:作|做|的|宣读|报告|给)[^，。？]{0,8}报告|报告人|作报告|"
    r"(?:人代会|大会|会议|两会)[^，。？]{0,8}(?:哪天|什么时候|何时|哪一天|几月|几号|日期)|"
    r"(?:区长|市长|县长|省长|总理|主席|州长|盟长)(?:是|叫|姓)?(?:谁|哪位|什么|啥)|谁是[^，。？]{0,10}(?:区长|市长|县长|省长|总理|主席|州长)|"
    r"第?几(?:届|次)(?:人大|人民代表|会议|全体)|第几届|第几次|哪(?:次|一次|届)(?:人大|人民代表大会|会议|会)|什么会|"
    r"报告[^，。？]{0,12}(?:什么时候|何时|哪天|哪年|几月|日期|时间|哪一年|几号|哪一天|在哪(?![些个几]))|(?:什么时候|何时|哪天|几月|几号|哪一天)[^，。？]{0,16}(?:报告|人代会|大会)|报告日期|文号|发文|哪个(?:机关|单位|部门)(?:发|印)"
)
_WHO = re.compile(
    r"谁|哪位|哪(?:家|个)(?:企业|公司|单位|学校|村|社区|项目|街道|医院|机构|园区|地方)|什么(?:人|企业|公司|名字|称号|荣誉|名称)"
)
_WHEN = re.compile(r"什么时候|何时|哪天|哪一天|哪年|哪一年|几月|什么时间|几号|截止(?:时间|日期)")
_LIST = re.compile(
    r"哪些|哪几|有什么|什么[^，。？]{0,4}(?:措施|举措|问题|困难|工作|任务|内容|项目|成绩|亮点|要求|重点|目标|方面|做法|行动|计划|安排|不足|特点)|列出|列举|包括什么|分别是什么|是什么"
)
_OPEN = re.compile(
    r"如何|怎样|怎么(?:样|做|办|抓|推|搞|说|评|看|提|描)?|为什么|为何|原因|介绍|概述|总结|概括|说说|谈谈|讲讲|情况|方面|思路|干了什么|做了什么|举措|措施|不足"
)
_FIGURE = re.compile(
    r"多少|几(?!乎|年来)|百分之|多大|多长|多高|多远|多宽|多久|增速|总额|总量|多不多|金额|数量|数字|规模"
)

_FILLER = re.compile(
    r"请问一?下?|(?<!申)(?<!邀)(?<!聘)请(?=你|帮|告|列|说|查|问)|麻烦|帮我|帮忙|查询?一?下|查一?查|告诉我|我想(?:知道|了解|问)|想知道|想问|问一?下|一下子?|的话|根据|按照|按|依据|看看|请教|能不能|可以|"
    r"政府工作报告|工作报告|报告(?:里|中|上|内)?(?:面)?|文件(?:里|中)?|通知(?:里|中)?|"
    r"(?:提到|提出|提及|说到|说|写|讲|显示|指出|公布|披露|介绍)(?:的|了|过)?(?=$|[，,？?多几哪什怎如])|"
    r"分别|各自|具体|大概|大约|到底|究竟|总的|一共|总共|合计|现在|目前|当时|那么|那|呢|吗|么|啊|呀|吧|嘛|啦|啥|咋|"
    r"是指的?是?|指的是|(?<=[一-鿿])指(?=\s|$)|是多少|有多少|达(?:到|成)?(?:了)?多少|为多少|多少|几何|第几|百分之(?:几|多少)|百分比|"
    r"怎么样|怎样|如何|怎么|是否|有没有|有无|是不是|什么时候|何时|哪一?天|哪一?年|什么样|(?:是|指的?是?|包括)?什么|是?哪[一二三四五六七八九十几]*[座个项家所条种类大点件位]|哪些|哪几|方面|(?<!实)的?事情?(?=$|[？?])|搞|让|(?:在)?(?:全[国省市县区])?(?:排名|位次|位居|排在|排(?=\s|$))|哪里|哪(?:个|家|位|一)|谁|为什么|为何|"
    r"情况|数据|数字|数值|数量|具体|的?是$|^的|有$|全年|年度|全区|全县|全市|全省|我区|我市|我县|我省|本区|本市|本县|本省|当地|该区|该市|该县|该省|那里|那边|这里|他们|它们|它"
)
_NATURE_WORDS = re.compile(
    r"(?:预期|主要|发展|工作)?目标(?:值|任务)?(?:定(?:了|为|在|得)?)?|计划|预期|力争|争取|打算|准备|拟|确保|实绩|实际(?!利用|使用|到位|外资|吸收)|完成了?(?!率)|实现了?|达到了?|达成|定(?:为|在|的)|安排的?(?!就业)|将(?!军|近)|(?<![需主重必只需])要(?![求素闻点么紧])|结果|预计|提出(?:的|了)?|要求(?:达到)?|会(?=有|达|新|建|是|增)|想"
)
_GROWTH_WORDS = re.compile(
    r"增速|增长率|增幅|涨幅|降幅|同比|(?:比|较)(?:上年|去年|前一年|上一年)|年均|增长了?(?=$|[？?多几率速的，,])|增长(?=\s|$)|改善了?(?=多|几|$|\s)|涨了?(?=\s|$)|上升了?(?=多|几|$)|下降了?(?=多|几|$)|提高了?(?=多|几|$)|(?:增加|减少)了?(?=多|几|$)|涨了?(?=多|几|$)|降了?(?=多|几|$)|长了$"
)
_COMPARE_WORDS = re.compile(
    r"谁(?:更|比较)?(?:高|多|大|低|少|快|强)|(?:更|最)(?:高|多|大|低|少|快|强)(?:些|一点)?|对比|比较一?下?|相比|相差|差距|差(?:多少|了|额|值)?|之差|变化|趋势|走势|历年|逐年|各年|每年|这几年|这些年|近几年|(?:多(?!少)|(?<!多)少|高|低)了?(?:出|出来)?(?=多少|几|\s|$)|[两三四五]个?(?:地|区|市|县|省|年|地方|地区)(?=[的\sa-z一-鿿])|加起来|之和|几倍|两(?:地|区|年|个)"
)
_PUNCT = re.compile(r"[\s，,。．？?！!、；;：:“”\"'‘’（）()《》<>\[\]【】—…·~]+")


_ECONOMY = re.compile(r"(?<![对动进障持响])经济(?:增长率|增长|增速)(?!极|点|方式|动力|质量|带|的?贡献)")


@dataclass(frozen=True, slots=True)
class Ask:
    """One of several figures that a question asks for; ``content`` is empty where it is the same."""

    content: str
    unit: str
    measure: str


@dataclass(frozen=True, slots=True)
class Slots:
    """What a question says, before it is held against the store.

    ``places`` are names as the store has them, ``unknown_places`` named places without a report;
    ``years`` data years, ``report_years`` years of a report that the question names; ``span`` is
    the first and last year of a period (五年来); ``content`` the folded words that are left, what
    the question is about; ``unit`` the base unit asked for.
    """

    question: str
    text: str
    places: tuple[str, ...] = ()
    unknown_places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    relative: tuple[int, ...] = ()
    report_years: tuple[int, ...] = ()
    span: tuple[int, int] | None = None
    nature: str = ""
    measure: str = ""
    unit: str = ""
    content: str = ""
    names: tuple[str, ...] = ()
    task: str = "figure"
    asks_figure: bool = False
    asks: tuple[Ask, ...] = ()
    inherited: tuple[str, ...] = field(default=())


def read_question(question: str, places: PlaceIndex) -> Slots:
    """The slots of one question by itself."""
    text = _ECONOMY.sub("gdp增速", fold(question.strip()))
    found = places.find(text)
    rest = found.rest
    report_years, rest = _report_years(rest)
    span, rest = _span(rest)
    years, relative, rest = _years(rest)
    nature = _nature(text)
    measure, unit = _measure(text), _unit(text)
    task = _task(text, found.places, years)
    content = _content(rest, task)
    if not nature and relative and max(relative) >= 0 and not years:
        nature = "目标"
    return Slots(
        question=question,
        text=text,
        places=found.places,
        unknown_places=found.unknown,
        years=years,
        relative=relative,
        report_years=report_years,
        span=span,
        nature=nature,
        measure=measure,
        unit=unit,
        content=content,
        names=tuple(dict.fromkeys(m.name for m in find_names(content))),
        task=task,
        asks_figure=bool(_FIGURE.search(text)),
        asks=_asks(rest, task),
    )


def _two_digit(text: str) -> int:
    value = int(text)
    return value if value > 99 else 2000 + value if value < 50 else 1900 + value


def _report_years(text: str) -> tuple[tuple[int, ...], str]:
    found = []
    for match in _REPORT_OF.finditer(text):
        if match[1]:
            found.append(int(match[1]))
    if found:
        text = _REPORT_OF.sub(lambda m: "报告" if m[1] else m.group(), text)
    return tuple(found), text


def _span(text: str) -> tuple[tuple[int, int] | None, str]:
    """(first, last) of a period, relative ones as (-n, -1) for the n years before the report."""
    if match := _PLAN_NAMES.search(text):
        first = _PLANS[match[1]]
        part = match[2] or ""
        if match.group()[0] in '“"' or part or len(match[1]) == 3:
            span = (first + 4, first + 4) if part == "末" else (first, first + 4)
            return span, text.replace(match.group(), " ", 1)
    if match := _FIVE.search(text):
        number = next((g for g in match.groups()[:3] if g), "五")
        return (-int(chinese_value(number) or 5), -1), text.replace(match.group(), " ", 1)
    if match := _NEXT.search(text):
        return (0, int(chinese_value(match[1]) or 5) - 1), text.replace(match.group(), " ", 1)
    return None, text


_CN_DIGITS = str.maketrans("一二三四五六七八九〇零○", "123456789000")


def _years(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
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
            {"大前年": -3, "前年": -2, "去年": -1, "上年": -1, "上一年": -1, "明年": 1}.get(match.group(), 0)
        )
        return " "

    text = _RANGE.sub(span, text)
    text = re.sub(r"(\d\d)[、和](?=\d\d年)", lambda m: f"{_two_digit(m[1])}年", text)
    text = re.sub(rf"({_YEAR})[、和与跟](?={_YEAR})", r"\1年", text)
    text = _YEARS.sub(single, text)
    text = re.sub(r"(?:比|较)(?:上年|去年|上一年)", "同比", text)
    text = _RELATIVE.sub(offset, text)
    return tuple(dict.fromkeys(years)), tuple(dict.fromkeys(relative)), text


def _nature(text: str) -> str:
    if _BOTH.search(text):
        return "both"
    target = _TARGET.search(text)
    if target and not (_RESULT.search(text) and target.group() in ("要", "将", "提出", "安排", "规划")):
        return "目标"
    return "实绩" if _RESULT.search(text) else ""


def _measure(text: str) -> str:
    if _RANK.search(text):
        return "位次"
    if _GROWTH.search(text):
        return "增速"
    return "占比" if _SHARE.search(text) else ""


def _unit(text: str) -> str:
    if _PERCENT.search(text):
        return "%"
    if re.search(r"多少(?:万亿|亿|万)(?![人吨亩斤平千户立公辆株件])", text):
        return "美元" if "美元" in text else "元"
    if _MONEY.search(text):
        return "元"
    if match := _UNIT.search(text):
        written = _UNIT_WORDS.get(match[1], match[1])
        multiplier = re.match(r"万亿|亿|万(?=.)", written)
        bare = written[multiplier.end() :] if multiplier else written
        return normalise(1.0, "", bare)[1]
    return ""


_AND_GROWTH = re.compile(
    r"(?:和|及|与|以及|、|，|,)(?:其)?(?:同比)?(?:增速|增长率|增幅|(?:同比)?增长(?:了)?(?:多少|几|百分之几)?)(?:各|分别)?(?:是|为)?(?:多少|几|百分之几)?$"
)
_COUNTED_ASK = re.compile(r"多少|(?<!哪)几(?=[个家项件所座条户人名亩公次场枚只])|百分之几")


def _asks(text: str, task: str) -> tuple[Ask, ...]:
    """Each figure where a question asks for several: 多少件…和多少件…, 总值和增速."""
    if task != "figure":
        return ()
    text = text.strip().rstrip("？?。")
    if (match := _AND_GROWTH.search(text)) and match.start() > 1:
        head = text[: match.start()]
        return (Ask(_content(head, task), _unit(head), "水平"), Ask("", "", "增速"))
    found = list(_COUNTED_ASK.finditer(text))
    if len(found) < 2:
        return ()
    parts = [p for p in re.split(r"[，,；;、]|和(?=[^，,]*(?:多少|几))|以及", text) if _COUNTED_ASK.search(p)]
    if len(parts) != len(found):
        return ()
    return tuple(Ask(_content(p, task, bare=False), _unit(p), _measure(p)) for p in parts)


def _task(text: str, places: Sequence[str], years: Sequence[int]) -> str:
    if _DUTY.search(text):
        return "duty"
    if _META.search(text) and not _UNIT.search(re.sub(r"第?几(?:届|次)", "", text)):
        return "meta"
    several = len(places) > 1 or len(years) > 1
    if _COMPARE.search(text) and several:
        return "compare"
    if _DIFFERENCE.search(text) and several:
        return "difference"
    if _SUM.search(text) and several:
        return "sum"
    if _TREND.search(text) and (
        several or re.search("历年|逐年|各年|每年|这几年|这些年|近几年|趋势|走势", text)
    ):
        return "trend"
    if several and (_FIGURE.search(text) or find_names(text)):
        return "table"
    if _RANK.search(text):
        return "figure"
    if re.search("哪几|哪些", text) and not re.search("多少|百分之", text):
        return "list"
    if _FIGURE.search(text) or _PERCENT.search(text):
        return "figure"
    if _WHEN.search(text):
        return "when"
    if _LIST.search(text):
        return "list"
    if _WHO.search(text):
        return "who"
    if _OPEN.search(text) and not find_names(text):
        return "open"
    return "figure" if find_names(text) or _GROWTH.search(text) else "open"


def _content(text: str, task: str, *, bare: bool = True) -> str:
    rest = text
    if task in ("compare", "difference", "trend", "table", "sum"):
        rest = _COMPARE_WORDS.sub(" ", rest)
    rest = _GROWTH_WORDS.sub(" ", rest)
    rest = _MONEY.sub(lambda m: m.group().replace("多少", " "), rest)
    rest = re.sub(r"多少(?:万亿|亿|万)(?![元人吨亩斤美平千户])", "多少", rest)
    rest = _UNIT.sub(" ", rest)
    rest = _PERCENT.sub(" ", rest)
    rest = _GROWTH_WORDS.sub(" ", rest)
    for pattern in (_FILLER, *_nature_words(task), _FILLER):
        rest = pattern.sub(" ", rest)
    rest = _PUNCT.sub(" ", rest)
    words = [w.strip("的了是有在和与跟及等年比个") for w in rest.split()]
    return " ".join(w for w in words if w and not (bare and w in _LEVEL_WORDS))


def _nature_words(task: str) -> tuple[re.Pattern[str], ...]:
    """The words of nature that are no part of the content: in an open question 目标 is what is asked."""
    if task == "duty":
        return ()
    return (_WILL_WORDS,) if task in ("list", "open", "who", "when") else (_NATURE_WORDS,)


_WILL_WORDS = re.compile(r"打算|准备|(?<![规谋])计划(?=[一-鿿])|拟(?!人)|将(?!军|近)|(?<![需主重必只])要(?![求素闻点么紧])|会(?=有|新|建|增)")
_LEVEL_WORDS = frozenset(["总量", "总额", "总数", "绝对值", "绝对数", "数额", "额", "规模", "金额", "值"])
# Words that stand against each other: 城镇…, 那农村呢.
_CONTRASTS = (
    ("城镇", "农村", "城乡", "城市", "农民", "乡村"),
    ("第一产业", "第二产业", "第三产业", "一产", "二产", "三产"),
    ("出口", "进口"),
    ("存款", "贷款"),
    ("收入", "支出"),
)
DUTY_WORDS = re.compile(
    r"责任领导|责任单位|责任人|牵头单位|配合单位|主办单位|牵头|负责|分管|主管|承担|落实|配合|(?<![一-鿿])由|谁来?|哪些?(?:单位|部门|局|个局|项|几项)?|单位|部门|任务|工作|事项|方面|这项|那项|项目?$|什么|内容|哪|几项|推进的?$|的$|^的|(?<=[一-鿿])由$|归$|抓$|管$"
)


def _contrasted(new: str, earlier: str, names: Sequence[str]) -> str:
    """``earlier`` with its own word replaced by the contrasting word ``new``, or ``""``."""
    if names and new in ("农村", "农民", "乡村", "城镇", "城市"):
        kind = "城镇" if new.startswith("城") else "农村"
        swapped = re.sub("城镇|农村", kind, names[0])
        if swapped != names[0]:
            return swapped
    for group in _CONTRASTS:
        if new in group:
            for word in sorted(group, key=len, reverse=True):
                if word in earlier:
                    return earlier.replace(word, new, 1)
    return ""


def complete(slots: Slots, earlier: Slots | None) -> Slots:
    """``slots`` with what a follow-up leaves out taken over from the ``earlier`` question."""
    if earlier is None:
        return slots
    taken: dict[str, object] = {}
    inherited: list[str] = []
    follows = not _NATURE_WORDS.sub("", slots.content).strip("的 ") or (slots.task == "duty" and not DUTY_WORDS.sub("", slots.content).strip())
    if swapped := _contrasted(slots.content, earlier.content, earlier.names):
        taken |= {
            "content": swapped,
            "names": tuple(m.name for m in find_names(swapped)),
            "task": earlier.task,
        }
    if not slots.places and not slots.unknown_places and (earlier.places or earlier.unknown_places):
        taken |= {"places": earlier.places, "unknown_places": earlier.unknown_places}
        inherited.append("地区")
    has_time = slots.years or slots.relative or slots.span or slots.report_years
    if not has_time and (earlier.years or earlier.relative or earlier.span or earlier.report_years):
        taken |= {
            "years": earlier.years,
            "relative": earlier.relative,
            "span": earlier.span,
            "report_years": earlier.report_years,
        }
        inherited.append("年份")
    if follows:
        taken |= {"content": earlier.content, "names": earlier.names}
        inherited.append("指标")
        if not slots.measure:
            taken["measure"] = earlier.measure if not slots.unit else slots.measure
        if not slots.unit and not slots.measure:
            taken["unit"] = earlier.unit
        if not slots.nature:
            taken["nature"] = earlier.nature if not re.search("实际|结果|完成", slots.text) else "实绩"
        if slots.task in ("open", "figure", "list") and not (slots.measure or slots.unit):
            taken["task"] = (
                earlier.task if earlier.task not in ("compare", "difference", "table", "sum") else "figure"
            )
        if slots.measure:
            taken["task"] = "figure"
        if slots.task in ("compare", "difference", "trend", "table", "sum"):
            taken["task"] = slots.task
        if taken.get("task") in ("meta", "duty") and slots.task not in ("meta", "duty"):
            taken["text"] = earlier.text
        if re.search("总量|总额|绝对", slots.text) and not slots.measure:
            taken["measure"] = "水平"
    elif len(slots.text) <= 12 and not (slots.nature or slots.measure or slots.unit):
        # 社零呢: another indicator, everything else as before.
        taken |= {"nature": earlier.nature, "measure": earlier.measure}
        if earlier.task == "figure" and slots.task == "open":
            taken["task"] = "figure"
    return replace(slots, inherited=tuple(inherited), **taken)  # type: ignore[arg-type]


def resolve_years(slots: Slots, newest: int | None) -> Slots:
    """Turns 去年, 今年 and 五年来 into years, counted from the report year ``newest``."""
    if newest is None:
        return slots
    base = slots.report_years[0] if slots.report_years else newest
    years = slots.years + tuple(base + offset for offset in slots.relative)
    span = slots.span
    if span and span[0] <= 0:
        span = (base + span[0], base + span[1])
    return replace(slots, years=tuple(dict.fromkeys(years)), relative=(), span=span)


def newest_year(entries: Sequence[ReportEntry]) -> int | None:
    """The newest report year among ``entries``."""
    return max((e.identity.year for e in entries if e.identity.year), default=None)
