"""Completes a follow-up question with what the questions before it said."""

from __future__ import annotations

import re
from dataclasses import replace

from reports.indicators import find_names
from reports.patterns import regex

from .amounts import amount_again, amount_of, level_of, unranked
from .content import DUTY_WORDS, NATURE_WORDS
from .contrasts import contrasted, measured_by, of_all
from .kinds import COUNTS_OF
from .measured import of_the_same_kind
from .ongoing import gone_on
from .problems import asks_problems
from .slots import Ask, Slots
from .times import PART_OF_YEAR
from .unnamed import named_anew

# 再加多少个, 计划引进和改造多少个: what is done, and of what the question before tells.
_DEEDS = (
    "引进|引育|培育|招引|招|发展|增加|加|添|扩大|扩|投入|投|安排|改造|修缮|翻修|改|脱|治理|治|清|拆|挣|赚|绿化|谋划|策划|储备|实施|推进|"
    "开展|举办|启动|申报|建设?|修建?|新?开工?|提高|达|减少?|压减|压|砸|掏|拨|筹|发放|发|帮扶|种植?|栽|培训|派|拿|办|做|搞|干|推|弄|打造|"
    "创建?|认定|评|[制确]?定下?|改扩?建|扩建"
)
_AGAIN = "(?:[再还又新各]|这[两几]项|年?内|还能)*"
_DOING = regex(
    r"^[还又]?再[一-鿿]$|^[还又](?![款贷债本])[一-鿿]$|"
    rf"^{_AGAIN}(?:{_DEEDS})?(?:[和与及、 ]?[再还新]?(?:{_DEEDS}))*[到至出成完好]?(?:下去|进去|出去)?$"
)

# Words that narrow the subject of the question before, and are none of their own.
NARROWS = regex(
    r"^(?:净增|新增|增量|总?面积|建筑面积|里程|金额|人数|户数|家数|件数|新建|新开工|开工|动工|在建|竣工|完工|建成|完成|其中|总投资|投资|总量|总产|总额|全年|累计|规上|到位|投产|达产|签约|落地|同比|当年|比例|占比|春天|秋天|夏粮|秋粮|一期|二期|"
    r"上半年|下半年|基本)+[一-鿿]{0,2}$"
)
_AIMED = regex("的(?:目标|任务)[数值量]?$")
_STEPPED = regex(
    r"(?:再?[前上后下头]一|第二|次)年?(?:实际|结果)?$|^(?:再?[前上后下头]一|第二|次)年?\s*(?=[一-鿿])"
)
# 牵头单位和责任领导都是谁, 还需要谁来协助: no task is named
_LINKS = regex("需要?|参[与加]|协助|一起|共同|[这那]个|单位|部门|[和与跟及同、的都也还又要来各由家那 ]")
# 比上一年多了几天 asks how much the year itself rose.
STEP = regex(
    r"再?前一年|(?<![比较跟和与同])上一年|头一年|后一年|下一年|接下来(?:的)?一年|(?<![以年])来年(?!均)|第二年|次年"
)


def complete(slots: Slots, earlier: Slots | None) -> Slots:
    """``slots`` with what a follow-up leaves out taken over from the ``earlier`` question."""
    if earlier is None:
        return slots
    taken: dict[str, object] = {}
    inherited: list[str] = []
    both: tuple[Ask, ...] = ()
    openly = gone_on(slots, earlier)
    slots = openly or named_anew(slots, earlier)
    if NARROWS.match(aimed := _AIMED.sub("", slots.content)):
        slots = replace(slots, content=aimed)  # 落地的目标呢, after 签约多少个
    if (part := _PART_ALONE.fullmatch(slots.text)) and earlier.task in ("figure", "open"):
        # 2012年增长多少？一季度呢, 今年一季度呢: of the same, and as told
        whole = PART_OF_YEAR.sub("", earlier.content).strip()
        slots = replace(
            slots,
            content=f"{part['part']} {whole}",
            nature="" if part["now"] else earlier.nature,
            task="figure",
            measure=earlier.measure,
            unit=earlier.unit,
        )
    left = NATURE_WORDS.sub("", slots.content).strip("的 ")
    follows = not openly and _names_nothing(left, slots)
    if _IN_ALL.search(slots.text) and slots.content in ("项目", "工程", "任务", "事项"):
        # 民生实事有几大工程？一共多少个项目: of them
        told = re.sub("有?几[大个类项].*$", "", earlier.content).strip()
        if earlier.task == "figure" and slots.content not in earlier.content and len(told) >= _NAMED_SO:
            slots = replace(slots, content=f"{told} {slots.content}")
    own = re.sub("^(?:其中|(?:目标|计划|预期)的?(?=.))", "", slots.content)
    kind = contrasted(own, earlier.content, earlier.names)
    if swapped := kind or measured_by(own, earlier.content):
        taken |= {
            "content": swapped,
            "names": tuple(m.name for m in find_names(swapped)),
            "task": earlier.task,
        }
        if kind and not (slots.unit or slots.measure):
            taken |= {"unit": earlier.unit, "measure": earlier.measure}
    if not slots.places and not slots.unknown_places and (earlier.places or earlier.unknown_places):
        taken |= {
            "places": earlier.places,
            "unknown_places": earlier.unknown_places,
            "namesakes": earlier.namesakes,
        }
        inherited.append("地区")
    step = STEP.search(slots.text)
    if step and (earlier.years or (len(earlier.relative) == 1 and slots.relative in ((), (-1,)))):
        offset = -1 if step.group() in ("前一年", "上一年", "再前一年", "头一年") else 1
        # 去年增长多少？来年呢: counted from the newest report, as the question before is
        stepped = ((earlier.years or earlier.relative)[0] + offset,)
        years, relative = (stepped, ()) if earlier.years else ((), stepped)
        content = _STEPPED.sub("", slots.content).strip(" 的年")
        slots = replace(slots, years=years, relative=relative, content=content)
        taken |= {"years": years, "relative": relative}
        left = NATURE_WORDS.sub("", slots.content).strip("的 ")
        follows = follows or len(slots.content) <= 3 or _names_nothing(left, slots)
    if slots.relative == (0,) and not (slots.years or slots.span) and len(earlier.years) == 1:
        # 2023年…？今年想再添几家: of the report that reviews 2023, or that plans the year asked about.
        said = earlier.years[0] + (earlier.nature != "目标")
        slots = replace(slots, years=(said,), relative=())
        taken["years"], taken["relative"] = (said,), ()
    if slots.relative == (1,) and not slots.years and len(earlier.years) == 1:
        # 2019年增长多少？明年的目标呢: of the year after the one asked about, whatever report is the newest
        moved = (earlier.years[0] + 1,)
        slots = replace(slots, years=moved, relative=())
        taken["years"], taken["relative"] = moved, ()
    if _SINCE.match(slots.text) and (earlier.years or earlier.span):
        # 比十三五末增加了多少: what it is set against is not the time asked about.
        slots = replace(slots, years=(), relative=(), span=None, report_years=())
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
        asked = earlier.content
        if slots.unit and earlier.asks and earlier.asks[0].unit == slots.unit and earlier.asks[0].content:
            asked = earlier.asks[0].content  # 今年建几个, after 建了几个、投资多少
        content = swapped or of_all(_done_anew(left, asked), slots.text)
        if _COMPLETED.search(slots.text) and content.endswith("总投资") and slots.nature != "目标":
            content = f"{content.removesuffix('总投资')} 完成投资"  # 已经完成了多少, after 总投资多少
        puts_in = _PUTS_IN.search(left) and not slots.unit and "投资" not in earlier.content
        if puts_in:
            # 第一批重点项目有几个？年内要投下去多少: money, of the same
            content = f"投资 {_unnarrowed(earlier.content)}"
        names = earlier.names if content == earlier.content else tuple(m.name for m in find_names(content))
        taken |= {"content": content, "names": names}
        inherited.append("指标")
        if not slots.measure:
            otherwise = slots.unit or unranked(slots, earlier) or amount_again(slots, earlier)
            taken["measure"] = "" if otherwise else earlier.measure
        if not slots.unit and not slots.measure:
            taken["unit"] = earlier.unit
            if earlier.before and amount_again(slots, earlier):
                taken["unit"] = earlier.before.unit
        elif slots.unit == "元" and earlier.unit and not re.search("元|钱|块", slots.text):
            # 还要收多少: money only where the question before asks for it.
            taken["unit"] = earlier.unit
        if puts_in:
            taken["unit"] = "元"
        if slots.asks_figure and not (slots.unit or slots.measure) and _two_units(earlier):
            both = (replace(earlier.asks[0], content=content), replace(earlier.asks[1], named=True))
        if not slots.nature:
            taken["nature"] = (
                earlier.nature if not re.search("实际|结果|(?<![再还要能])完成", slots.text) else "实绩"
            )
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
        if (amount_of(slots, earlier) or re.search("总量|总额|绝对", slots.text)) and not slots.measure:
            taken["measure"] = "水平"
    elif (
        slots.content
        and earlier.content
        and not swapped
        and NARROWS.match(slots.content.replace(" ", ""))
        and not (slots.content == "投资" and earlier.names)
        and not slots.names
        and not _names_one(slots.content, earlier.content)
    ):
        # 今年准备新增多少, 其中城镇多少: of what the question before spoke of.
        named = slots.content in earlier.content  # 年内投资多少, after 总投资多少
        content = f"{slots.content} {_unnarrowed(earlier.content)}"
        content = of_all(earlier.content, slots.text) if named else content
        taken |= {"content": content, "names": tuple(dict.fromkeys(m.name for m in find_names(content)))}
        if earlier.task == "figure" and (unit := COUNTS_OF.get(slots.content)):
            # 改造几个小区？户数呢: of the same, counted otherwise
            taken |= {"content": earlier.content, "names": earlier.names, "unit": unit, "task": "figure"}
            taken["nature"] = slots.nature or earlier.nature
        if earlier.task == "figure" and _MONEY.fullmatch(slots.text) and not slots.unit:
            taken |= {"unit": "元", "task": "figure"}
        inherited.append("指标")
    elif len(slots.text) <= 12 and not (slots.nature or slots.measure or slots.unit or openly):
        # 社零呢: another indicator, everything else as before.
        if (size := _SIZE.fullmatch(slots.content)) and len(earlier.content) > 2:
            # 其中50亿元以上的呢: of the same things
            of_size = size[1] + (size[2] or "以上")
            sized = _SIZED.sub(of_size, earlier.content, count=1)
            if sized == earlier.content:
                sized = of_size + earlier.content[-2:]
            taken |= {"content": sized, "unit": earlier.unit}
        level = level_of(slots, earlier) or unranked(slots, earlier)
        taken |= {"nature": earlier.nature, "measure": "" if level else earlier.measure}
        counted = earlier.unit not in ("", "%", "百分点", "位", "倍") and not earlier.measure
        if (
            counted
            and earlier.task == "figure"
            and not earlier.asks
            and slots.text.rstrip("？?。").endswith("呢")
        ):
            taken["measure"] = "水平"  # 初中生呢 after 小学生有多少人: how many, and no growth
        if not swapped and (measured := of_the_same_kind(slots, earlier)):
            taken["content"] = measured
        if asks_problems(earlier) and (field := _FIELD_TOO.search(slots.text)):
            # 有哪些短板？产业方面呢, 产业上难在哪: the problems of that field
            of_field = _OF_FIELD.sub("", slots.content) if field["where"] else slots.content
            taken |= {"content": f"{of_field} 问题", "task": earlier.task}
            inherited.append("指标")
        if earlier.measure and not level:
            inherited.append("增速或占比")
        asks_figure = slots.task == "open" and not _DEED_ASKED.search(slots.text)
        if earlier.task in ("figure", "table", "difference", "trend") and asks_figure:
            taken["task"] = earlier.task
    if both:
        taken["asks"] = both
    elif content := str(taken.get("content", "")):
        # 农村的呢？增速多少: the first of the two is completed like the whole.
        asks = (replace(a, content=content) if a.content == slots.content else a for a in slots.asks)
        taken["asks"] = tuple(asks)
    return replace(slots, inherited=tuple(inherited), **taken)  # type: ignore[arg-type]


def _two_units(earlier: Slots) -> bool:
    """Whether one thing was asked for in two units (多少平方米、多少户): as it is asked for again."""
    asks = earlier.asks
    return len(asks) == 2 and not asks[1].content and "" != asks[0].unit != asks[1].unit != ""


def _names_nothing(left: str, slots: Slots) -> bool:
    """Whether what a follow-up says (``left`` of it) names nothing to ask about: 定的目标, 再建几个."""
    # 桩呢 names a thing, if with one character.
    return (
        not left
        or _DOING.match(left) is not None
        or (len(left) == 1 and not re.match(f"那?{re.escape(left)}呢", slots.text))
        or (slots.task == "duty" and not _LINKS.sub("", DUTY_WORDS.sub("", slots.content)))
    )


# 为了保护古树做了什么 asks for no figure
_DEED_ASKED = regex("[做干][了过]?(?:什么|啥)|怎么(?!样)|如何|怎样|措施|举措|为什么|为何")
_PART_ALONE = regex(
    f"(?:那么?)?(?:(?P<now>今年)|[那这当]一?年)?的?(?P<part>第?(?:{PART_OF_YEAR.pattern}))(?:的?呢|是?多少)?[？?]?"
)
_SINCE = regex(
    r"(?:那么?|这)?[比较](?:\d{4}年|十[一二三四]?五)(?:[末底初]|时期?)?(?:的时候)?净?[增提上涨下降减]|"
    r"(?:那么?)?[从自]?\d{4}年(?:以来|起|开始)"
)
_FIELD_TOO = regex(
    "(?:呢|(?P<where>(?:难|卡|差|弱|输|短|问题)[处点]?(?:是|出|主要|都)*在?(?:哪[儿里]?|什么|啥)(?:地方|方面)?))[？?]?$"
)
_OF_FIELD = regex(
    "(?:[上里]面?|方面|领域|这?一?块)?[又还都主要]*(?:难|卡|差|弱|输|短|问题)[处点]?(?:是|出|主要|都)*在?(?:哪[儿里]?|什么|啥)?(?:地方|方面)?$"
)
# 创建了多少个, 再建几个: the deed is said anew, and the report may say it in a third way.
_MADE = regex(
    "^(?:(?:新?创建|新建|建成|创成|新增|增加|打造|建设|完成|评选?为?|评上|获评|认定|培育|实施|谋划|"
    "改造提升|提升改造|改造|新?改扩?建|扩建|整治)了? |"
    "(?:新?认定|新?创建|获评|培育|谋划|实施)(?=[一-鿿\\d]{4}))"
)
_MAKES = regex(
    f"^{_AGAIN}(?:建设?|修建?|改建|扩建|改扩建|办|做|搞|弄|添|加|增加|创建?|评|认定|打造|发展|培育|申报|谋划|实施)[到至出成完好]?$"
)


_PUTS_IN = regex("投(?:入|下去|进去|出去|资)?$")
_COMPLETED = regex("(?:已经?|累计|实际|底)完成了?多少(?!个|家|项|人|户)|完成了多少(?=[？?]?$)")


def _done_anew(deed: str, content: str) -> str:
    """The ``content`` of the question before without its deed, where the follow-up says another ``deed``."""
    thing = _MADE.sub("", content)
    named = _MAKES.match(deed) and len(thing) >= _NAMED_SO and deed not in content
    return thing if named else content


_NAMED_SO = 4
_IN_ALL = regex("^(?:那么?)?(?:一共|总共|合计|共)")
# 签约了多少个项目, and then 总投资呢
_MONEY = regex("那?么?的?(?:年度|当年|计划|预计)*(?:总投资|投资总?额|投资|金额)(?:呢|又?是?多少呢?)?[？?]?")
_SIZE = regex(r"(?:其中)?(?:过|超)?(\d[\d.]*(?:[万亿]+[元吨人亩户米]?|[元吨人亩户米]))(以上|以下|以内)?的?")
_SIZED = regex(r"[\d一二三五十百千]*[\d百千万亿]+元?(?:以上|以下|以内)")


_NARROWING = regex(NARROWS.pattern.replace("[一-鿿]{0,2}$", ""))


def _names_one(content: str, earlier: str) -> bool:
    """Whether what is narrowed is named anew: 新增多少坐席 after 新增了多少企业和坐席."""
    named = _NARROWING.sub("", content.replace(" ", ""))
    return len(named) > 1 and named in earlier


def _unnarrowed(content: str) -> str:
    """The subject without the words that narrowed it; 项目 alone, of which there are many, is none."""
    subject = " ".join(word for word in content.split() if not NARROWS.match(word))
    return subject if len(subject) > len("项目") else content
