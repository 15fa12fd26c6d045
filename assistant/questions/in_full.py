"""A question put as it is read: to the point, its years in full, its place first, its 多少 said."""

from __future__ import annotations

import re

from reports.indicators import find_names
from reports.numerals import chinese_value
from reports.patterns import regex
from reports.text import fold

from .places import PlaceIndex
from .times import years_in, years_in_full
from .wordings.against import set_against
from .wordings.behind import put_in_place
from .wordings.compared import compared, most_of
from .wordings.courtesies import to_the_point
from .wordings.everyday import EVERYDAY
from .wordings.from_to import both_ends
from .wordings.naming import names_first
from .wordings.plainer import AMOUNT_ASKED, PLAINER
from .wordings.roundabout import AMOUNT, ROUNDABOUT
from .wordings.said_once import SAID_ONCE
from .wordings.several import several
from .wordings.times_said import times_said
from .wordings.topics import topic_joined
from .wordings.turns import turned
from .wordings.two_times import two_times

# 请介绍一下, 列出: what comes after is asked about, or its state is.
_TELL = regex(
    r"^(?:请|麻烦|劳烦|帮我|给我|[你您])*(?:简要|简单|简短|扼要|详细|具体|全面|如实|准确)*地?"
    r"(?:介绍|说明|讲[解述讲]|说说|谈谈?|[阐概]述|描述|列[举出]|指出|写出)(?:一?下)?(?:关于)?(?![会员团书义稳者])[，,：:\s]*(?=.{4})"
)
_ASKING = regex("[多几哪谁吗呢]|什么|怎|如何|为何|是否|有没有|情况|目标|问题|不足|成绩|成就|工作$")
_ASKS = regex(
    "[多几][少大长高远宽久]|几|哪|什么|谁|怎|如何|何|为啥|是否|有没有|能不能|是不是|吗|呢|比较|对比|列出|列举|介绍|总结|概括|分别|各自|各$|和$"
)
_NAMES_AMOUNT = regex(rf"[一-鿿A-Za-z“”]{{2,}}{AMOUNT}$")
# 谋划项目多少个，总投资: what is asked of the one is asked of the other.
_AND_AMOUNT = regex(
    r"^.*(?:多少|几).*[，,、](?!.*[多几哪])(?:其中|同比|比上年|比去年|比年初|较上年|又)*"
    rf"(?:[一-鿿]*{AMOUNT}|增长|增加|下降|减少|[上下]升|[涨降升长多少])了?$"
)
# 高是多少, 增长是多少: 是 is none of what is asked
_IS = regex(
    "((?:增长|下降|上升|提高|增加|减少|相差|[比较跟和与][^，,]{1,20}[高低多少大小]|[差涨降]))[是为有](?=多少|几个?百分点|百分之)"
)
_DATA = regex("的?(?:具体)?(?:数据|数字|数值)$")
# 到底, 2024年全年计划: said for weight alone
_PLANS = "(?=计划|打算|准备|预计|力争|目标|[拟要将])"
_WEIGHT = regex(
    rf"(?<!从头)(?<![追管抓干一])到底(?![层部])|究竟|(?<=\d年)的?(?:(?:[这那]一?年|一整年)[里中]?(?!度)|全年(?!度){_PLANS}|度{_PLANS}(?!(?:计划|预计|安排|要|拟)*(?:完成)?投[资入]))"
)
# 去年修了多少路（今年报告）: where to look, and no year that is asked about
_THIS_REPORT = regex(
    r"[（(，,]?(?:[看按据见查]|根据|按照)?今年的?(?:政府)?(?:工作)?报告(?:[里中上]面?)?(?:怎么|是怎么)?[说写讲提]?的?[）)，,]?"
)
_LOOK_THERE = regex("(?<=[（(])([^（()）]*?)今年的?([^（()）]*报告[^（()）]*[)）])")
_OF_REPORT = regex("谁|哪[位年天次届]|何[时人]|时候|几月|(?<!工)作报告")
_BLANKS = regex(r"(?<=[\d年月日])\s+|\s+(?=[是有]?(?:多少|几|\d))")
# 几千万元, 几百家: how many, whatever the size of the figure is thought to be
_ROUND = regex("(?<![十好这那前近数第哪一])几[十百千](?:几[十百千])?(?![年载岁来余几]|多[年个家])")
# 是个什么数: how much
_WHAT_NUMBER = regex(
    "(?:[是为]?(?:一?个)?(?:什么|啥|怎样|多大)(?:样)?的?(?:一个)?(?<!多大的)(?:具体)?数)(?:字|值|目)?(?=呢?[？?]?$|[，,；;])"
)
_TOWN_AND_COUNTRY = regex(
    "城镇(?:和|与|跟|及|、)(?:农村|乡村)(?:常住)?居民(?=的?(?:人均|可支配)[^，,]*(?:各|分别|增|涨))(?!.*(?:[差比倍]|之和|合计))"
)
# 城里人和农民的收入差多少, 城市和农村的低保各多少: what the last one names is said of both
_TOWN = "城里人|城[镇市]居民|城镇|城市|城里"
_COUNTRY = "农村(?:牧区)?居民|(?:农村|乡下)人(?!均)|农民|农村牧区|农村|乡村|乡下"
_OF_BOTH = regex(
    rf"(?P<one>{_TOWN}|{_COUNTRY})(?:和|与|跟|同|及|、)(?P<other>{_TOWN}|{_COUNTRY})的?(?:[一每]年(?:到头|下来)?的?)?"
    "(?P<of>(?:(?![哪谁更比的和与及各差])[一-鿿]){2,10}?(?:每人|每个?月|每年|一个月|一年|现在|目前)*)[，,]?(?:每人|每个?月|每年|一个月|一年|之间)*的?"
    "(?=要?(?:各自?|分别|差距?|相差|之差)(?:[提涨升达增]?[高到]?了?(?:[是有为发给领拿]|要|能[拿领])?)(?:多少|几|多大))"
)


def _each_of_both(match: re.Match[str]) -> str:
    people = "居民" if re.search("人|民", match["one"] + match["other"]) else ""
    sides = (f"{'城镇' if s[0] == '城' else '农村'}{people}" for s in match.group("one", "other"))
    return "和".join(side + match["of"] for side in sides)


# 近几年GDP looks at every year as 历年GDP does, unless one sum of them is meant.
_LATELY = regex(
    "(?:最近|近|过去|这)(?:几|些|两三|三四)年(?:来|里|间|以来)?的?(?!.*(?:累计|[一总]共|合计|共计|哪|什么|怎|如何))"
)
# 哪一年最多 looks at every year.
_ORDER = "最(?P<order>[高大多低小少快慢])"
_BEST_YEAR = (
    regex(rf"^(?P<of>[^，,]*?)(?:是|在)?哪一?年份?的?(?P<what>[^，,]*?){_ORDER}$"),
    regex(rf"^(?P<of>[^，,]*?)(?P<what>){_ORDER}的?(?:那?一?年)?[，,]?是?在?哪一?年份?$"),
)
# 是11.99亿元吗, 有1万人，是真的吗: the figure is asked for, whatever it is thought to be.
_FIGURE = (
    r"(?P<moved>增长|下降|提高|减少|上升)?了?(?:大?约|大概|差不多)?"
    r"[\d.]+(?P<size>万亿|亿|万)?(?P<unit>%|个?百分点|[一-鿿]{1,3}?)(?:左右|上下)?"
)
_THOUGHT = (
    regex(
        rf"^(?:听说|据说)?(?P<of>.{{4,}}?)(?:是|为|有|达到?了?)?{_FIGURE}[，,]?"
        "(?:[是说]?(?:对|真的?|准|正确|属实)(?:吗|么|不对|吧)|对不对|是不是真的?|是吗|没错吧)$"
    ),
    regex(rf"^(?:听说|据说)?(?P<of>.{{4,}}?)(?:是不是|是否[是为])(?:有|达到?了?|只有)?{_FIGURE}$"),
    regex(rf"^(?P<of>.{{4,}}?)[是为]{_FIGURE}(?:吗|么)$"),
)
# 研发投入强度（R&D占比）: the same in other letters
_GLOSS = regex(r"[（(](?=[^（()）]*[a-zA-Z])[^（()）\d]{2,14}[）)]")
_LAST = regex(r"^(?P<asked>.{4,}?)[，,。？?\s]+(?P<where>[^，,。？?]{2,16})[？?。]?$")


# 要完成多少？顺便把防沙治沙的任务也列出来: how much of that, too
_TOLD_TOO = regex(
    "(?P<head>.*(?:多少|几)[^，,。？?；;]{0,4})[，,。？?；; ]+(?:再|还有?|另外|顺便|顺带|并|同时)*[把将]?"
    "(?P<thing>[^，,。？?；;多几哪什怎]{2,14}?)的?(?:也|都|顺便|顺带|一并|一[起块]儿?|一同)+"
    "(?:列|说|讲|报|带|给|查|看|介绍|告诉)(?:一?[列说讲报看查下]|[上出]来?|我)*[。？?]?$"
)


# 五亿元以上: reports write 5亿元以上
_OF_SIZE = regex("(?<![几数第近0-9一二三四五六七八九十百千万])([二三五]?十|[两三五六八])(?=亿元?以上)")


# 2024年基本目标和力争目标: of one indicator, told one behind the other
_STRIVEN_TOO = regex("(?:基本|预期|保底|底线)?目标(?:和|与|跟|及|以及|、)力争目标")
# 贷款余额及其增幅呢: both are asked for
_AND_ITS_RATE = regex(
    "(?P<of>[^，,及和与以]{2,})(?:及其?|以及其?|和|与)(?:它的?)?(?P<rate>(?:同比)?(?:增速|增幅|涨幅|增长率|降幅))(?:各|分别)?(?:是|有|为)?(?:多少|几何|呢)*(?=[？?。]?$)"
)


# 2023年优良天数比率是多少？上一年呢: of the year before
_YEAR_BEFORE = regex(
    r"^(?P<head>[^，,？?；;]*?(?<!\d)(?P<year>(?:19|20)\d\d)年(?:(?!\d{4})[^，,？?；;])*?"
    r"(?:多少|百分之几|多[高大]|几)[^，,？?；;]{0,5}[，,？?；;。 ]+)(?:那么?|而)?"
    "(?:再?前一年|上一?年|头一年)(?:同期)?"
    r"(?=(?:又|则|的时候)?(?:呢|[是为有]?(?:多少|百分之几|多[高大]|几))[^，,？?；;]{0,5}[？?]?$)"
)


# 办理了多少件建议和提案，加起来多少: what both come to is asked for once
_ADDED_BEHIND = regex(
    r"^(?P<head>[^，,？?]*?[一-鿿])(?:多少|几)(?P<unit>[个件家户人座条处所项套]?)"
    r"(?P<items>[^，,？?多几]*[一-鿿](?:和|与|及|、)[^，,？?多几]*)[，,？?]\s*"
    r"(?P<sum>(?:加起来|加在一起|加一起|合起来|合在一起|合计|一共|总共|共计)(?:一共|总共|共)?(?:是|有)?(?:多少|几))"
    r"(?P<of>[^，,？?]{0,3})(?=[？?]?$)"
)


def in_full(question: str, places: PlaceIndex) -> str:
    """``question`` without courtesies and with what it leaves out; a question that is whole stays."""
    asked = _TOLD_TOO.sub(r"\g<head>，\g<thing>是多少", _of_the_asker(question, places))
    asked = put_in_place(times_said(years_in_full(_ROUND.sub("多少", asked))))
    asked = two_times(asked, places)
    asked = topic_joined(several(compared(asked), places), places)
    asked = _AND_ITS_RATE.sub(r"\g<of>是多少，\g<rate>是多少", _BLANKS.sub("", names_first(_told_of(asked))))
    asked = _STRIVEN_TOO.sub("目标（含力争目标）", asked).replace("何者", "哪个")
    asked = _WHAT_NUMBER.sub("是多少", _TOWN_AND_COUNTRY.sub("城乡居民", asked))
    asked = _OF_BOTH.sub(_each_of_both, asked)
    asked = _ADDED_BEHIND.sub(lambda m: m.expand(r"\g<head>\g<items>\g<sum>") + (m["of"] or m["unit"]), asked)
    asked = _YEAR_BEFORE.sub(lambda m: f"{m['head']}{int(m['year']) - 1}年", asked)
    if not _OF_REPORT.search(asked):
        asked = _LOOK_THERE.sub(r"\1\2", _THIS_REPORT.sub("", asked) if "去年" in asked else asked)
    asked = _WEIGHT.sub("", places.in_one(asked))
    asked = turned(asked, EVERYDAY, ROUNDABOUT)
    asked = both_ends(set_against(_OF_SIZE.sub(lambda m: f"{chinese_value(m[1]) or 0:.0f}", asked)))
    asked = most_of(turned(asked, PLAINER, SAID_ONCE), places)
    if not re.search(r"\d{4}", asked):
        asked = _LATELY.sub("历年", asked)  # 2007到2011这几年 are those years
    asked = _GLOSS.sub(lambda m: "" if _named_until(asked[: m.start()]) else m.group(), asked)
    asked = _IS.sub(r"\1", _topic_within(_place_first(_of_above(asked, places), places), places))
    said = asked.rstrip("？?。 ")
    return _number_asked(said) or _every_year(said) or _with_amount(said) or asked


def _of_the_asker(question: str, places: PlaceIndex) -> str:
    """``question`` to the point; where it names no place but what it opened with does, with that one."""
    asked = to_the_point(question)
    opening = question.strip().partition(asked)[0] if asked and asked in question else ""
    if len(opening) < _NAMES_PLACE or places.find(fold(asked)).places:
        return asked
    own = places.find(fold(opening)).places
    return f"{own[0]}{asked}" if len(own) == 1 else asked


_NAMES_PLACE = 5


def _of_above(asked: str, places: PlaceIndex) -> str:
    """占贵州全省的几成, 占贵州的比重 as of what lies above the one place asked about: 占全省."""
    if "占" in asked and len(found := places.find(fold(asked)).places) == 1:
        for above, level in places.above(found):
            asked = re.sub(
                f"(?<=占){above}(?:全[省区市州盟旗]|{level})?的?(?=多[少大]|几|百分|比[重例]|份额)",
                f"全{level}的",
                asked,
            )
    return asked


def _named_until(head: str) -> bool:
    """Whether ``head`` ends with the name of a standard indicator."""
    names = find_names(fold(head))
    return bool(names) and names[-1].end == len(fold(head))


def _told_of(asked: str) -> str:
    """请介绍一下某县的教育 asks for 某县的教育情况, 请说明某县的粮食产量 for the amount."""
    of = _TELL.sub("", asked)
    if of == asked or _ASKING.search(of):
        return of
    said = of.rstrip("。.！!？? ")
    names = find_names(fold(said))
    amount = _NAMES_AMOUNT.search(said) or (names and names[-1].end == len(fold(said)))
    return said if amount else f"{said}情况"


def _place_first(asked: str, places: PlaceIndex) -> str:
    """新增就业多少，卫东区2023年 is asked of 卫东区2023年."""
    found = _LAST.search(asked)
    if found is None:
        return asked
    where = places.find(fold(found["where"]))
    if not where.places and not where.unknown:
        return asked
    years, relative, rest = years_in(where.rest)
    if re.sub(r"[的\s]", "", rest) or not (years or relative):
        return asked
    head = found["asked"]
    if places.find(fold(head)).places:
        return asked  # 卫东区的，和山城区2023年比
    return f"{found['where'].removesuffix('的')}{head}"


# 社零，卫东区2023年是多少: the thing, and what is asked of it
_TOPIC = regex(rf"^(?P<topic>[^，,\d]{{2,24}})[，,]\s*(?P<where>[^，,]*?)(?P<much>{AMOUNT_ASKED})$")
# 新增就业的人数，具体是几个: nothing is asked before
_ONLY_MUCH = regex(
    "[，,](?:具体|到底|究竟|大概|大约)*(?=(?:一共|总共|共)?(?:是|有|为|达到?了?)?(?:多少|几(?!乎|年))[^，,]{0,4}[？?]?$)"
)


def _topic_within(asked: str, places: PlaceIndex) -> str:
    """社零，卫东区2023年是多少 asks 卫东区2023年社零是多少; a topic with a question of its own stays."""
    only = _ONLY_MUCH.search(asked)
    if only and not (_ASKS.search(asked[: only.start()]) or "还是" in asked):
        return asked[: only.start()] + asked[only.end() :]
    found = _TOPIC.match(asked)
    if found is None or _ASKS.search(found["topic"]):
        return asked
    topic, where = fold(found["topic"]), places.find(fold(found["where"]))
    if places.find(topic).places or not (where.places or where.unknown) or years_in(topic)[1]:
        return asked
    rest = re.sub(r"[的在\s]|一共|总共", "", years_in(where.rest)[2])
    return asked if rest else f"{found['where']}{found['topic']}{found['much']}"


def _number_asked(said: str) -> str:
    """新增就业是9000人吗 asks how many they are; ``""`` where no figure is held to be so."""
    thought = next((m for p in _THOUGHT if (m := p.search(said))), None)
    return (
        f"{thought['of']}{thought['moved'] or ''}多少{thought['size'] or ''}{thought['unit']}"
        if thought
        else ""
    )


def _every_year(said: str) -> str:
    """哪一年新增就业最多 looks at each year; ``""`` for other questions, and where years are named."""
    best = next((m for p in _BEST_YEAR if (m := p.search(said))), None)
    if best is None or re.search(r"\d{4}", said):
        return ""
    of, what, order = best.group("of", "what", "order")
    if order in "快慢":
        return f"{of}历年{re.sub('增长的?$', '', what)}增速最{order}"
    return f"{of}历年{what}最{order}"


def _with_amount(said: str) -> str:
    """体育中心总投资 asks how much it is; ``""`` where the question is whole."""
    if (named := _DATA.sub("", said)) != said and not _ASKS.search(named):
        return f"{named}多少"
    names = _NAMES_AMOUNT.search(said) and not _ASKS.search(said)
    return f"{said}多少" if names or _AND_AMOUNT.search(said) else ""
