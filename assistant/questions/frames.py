"""A question of several figures read by its frame: what it names, and what it asks of all that.

The words that ask, compare, count and join are marked off; what stands between them are the indicators.
Whatever their order, 一个是甲县2023年的用水量，另一个是同年的存栏量 then asks for two levels,
以用水量为100，存栏量折合多少 for a ratio, 用水量2024年的任务书和上年成绩单各写了多少 for a goal and a result.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from reports.indicators import find_names
from reports.patterns import regex
from reports.text import fold

from .places import PlaceIndex, signed
from .times import years_in_full
from .wordings.courtesies import to_the_point

_LONGEST = 110
MOST = 4
"""So many indicators at most are asked for at once."""
_GOES_ON = regex("^(?:那|还有|另外|再|其中|又|换)|呢[？?]?$")
# what a question asks besides figures, or of figures that are told otherwise
_OTHERWISE = regex(
    "为什么|为何(?![？?]?$)|怎么|原因|哪些|哪里|哪[年几位]|何时|排第|位[次居]|名次|第几|累计|年均|期间|以来|季度|[上下]半年|\\d月|"
    "其中|[五三]年|全[国省市县区州](?!域)|从\\d|\\d年?[-—~至到]\\d"
)
TIME = regex(
    r"(?:19|20)\d\d年(?:度|全年)?(?![底末初代])|去年|上一?年度?|过去一年|今年|本年度?|[同当]年(?=的)|同是"
)
REPORT = regex(
    "(?:据|根据|按照?|在)?《?(?:政府)?工作报告》?(?:[里中上]面?)?(?:回顾|[说写讲提]到?|给出|显示)?的?|(?:的|按)?报告(?:[里中上]面?)?(?:[说写讲提]到|给出的?)?"
)
_THAN_BEFORE = "(?:[比较跟与和同](?:上一?年|前一?年|去年)(?:同期)?的?(?:相?比)?[，,]?)"
_HOW = (
    "(?:多少|几何|多[大高快长]|百分之(?:几|多少)|几个?百分点|几个?点|几(?=[个家户人亿万])|(?:啥|什么)数|"
    "(?:何种|什么样?的?|啥)(?:水平|规模)|如何表述|[_＿]+[%％]?)"
)
_GROWTH = regex(
    f"的?(?:各自|各|分别)?的?(?:{_THAN_BEFORE}|年(?=增)|同比|其)*的?(?:又|还|也|想|要|将)*"
    "(?:增速|增幅|涨幅|增长率|增长(?:幅度|速度)|增势|涨势|增长(?![极点])|(?<![新净生成延])(?:上涨|涨|增|长)了?(?=多少|几|百分之))|"
    f"{_THAN_BEFORE}[多高]了?(?=百分之|几个?百?分?点)|多了?(?=百分之)"
)
_ASKED = regex(
    "(?:分别|各自|各|又|都|也|则|还|究竟|到底|一共|总共|大概|大约|具体|拢共|共)*的?"
    "(?:是|为|有|达到|达|完成|实现|处于|处在|[写说]的|做到|干到|跑出来|[搞报写跑]|定在)*了?(?:一?个)?"
    f"{_HOW}[万亿百千]*(?:个?百分点|个点|平方公里|平方米|公里|公斤|人次|[美欧]元|立方米|平方米|千瓦时?|公顷|标准箱|[架班]次|[元人户家个吨斤亩座张辆次套倍件项所条名台头%])?[出]?(?:了|呢|呀|啊|来着|来|吗)*"
)
_LEVEL = regex(
    "(?:的|在)?(?:具体)?(?:绝对[数值]|水平值|数额)|(?:的|在)?(?:具体)?(?:数值|数字|数据)(?=$|[^一-鿿]|的|上|多|有|是|为|又|与|和|及|增|超|折|各|写)|"
    "[的在](?:总?数|值|总额|总?规模|总量|数量|水平)(?=$|[^一-鿿]|的|是|为|有|多|上|与|和|及|折|更?[大小高低])|(?:总(?:规模|量|数)|数量)(?=多|有多)|"
    "(?:(?<=[，,、：])|^)总(?:数|量|规模)(?=多|是|有)"
)
_GOAL = regex(
    "(?:设|制定|提出)的|定(?:的|得|保守了?|高了?|低了?)|的?(?:预期|计划|增长)?目标的?(?:值|数|量|水平|任务)?|的?(?:计划|预期|任务)(?![生单])(?:的?(?:值|数|量))|"
    "的?任务书|(?:又)?(?:打算|准备|计划)(?=[做干跑完实达]|涨|增)|想(?=涨|增)|(?:又)?定在"
)
_DONE = regex(
    "的?(?:实绩(?!的)|实际(?:完成)?的?(?:数|值|量|水平|情况)?|(?:如数)?完成的?(?:数|值|量|额|情况)|成绩单|如数完成|完成(?=$|[，,]))"
)
_ADJ = "[高低多少大小快慢]"
_SET_BESIDE = regex(
    f"[两二]?[者个]?(?:之间)?的?(?:差[额距值](?:不大|大不大|有)?|相差|差(?=多|几))|(?:在|之)?上?(?:再|净)?(?:增|提|加)(?=多少|几)|"
    f"(?:还|更)?(?:高|低|多|少|大|小|快|慢)(?:了|出)?(?=多少|几[个百点])|"
    f"是?否?(?:不及|落后|领先|高出|多出|减去|高于|低于|多于|少于|快于|慢于|超过)|(?:还|更){_ADJ}|"
    f"哪[一]?[个项边头]?的?(?:数|值)?(?:是|更|最|要)?(?:{_ADJ}|强劲)|谁(?:更|最)?{_ADJ}|孰{_ADJ}孰?{_ADJ}?|何者(?:更|最)?{_ADJ}|"
    f"是{_ADJ}是{_ADJ}|从{_ADJ}到{_ADJ}排?|排个?(?:先后|序|一?下|队)|是否同步|(?:[两二三]个)?比一?比|对比|比起来|相比|比较|还是|得数|"
    f"(?:的?数)?(?:还|更)?{_ADJ}(?=$|[，,。？?吗])|vs|VS|往[上下]调了?|是不是|是真的吗?"
)
_RATIO = regex(
    "相当于|占(?![地比补用道领])|的?(?:百分比|比重|比例|份额)|折合|折算|以(?=.+为100)|为100|每单位|对应|"
    "前者是后者的?(?:几倍)?|几倍"
)
_SUM = regex(
    "合计数?|加起来|加在一起|之和|(?:外加|再?(?<![增参附追叠施])加上?(?![工快值强大入急盟剧]))(?=[^，,]{2})|[+＋]|拢共|总和|合[到在]一起|合并计算|有没有一?个?总[数量]|的?总[数量](?=为何|报)|为何"
)
_JOIN = regex(
    "以及|(?<![普惠遍波涉危])及其?|(?<![共均])和(?![谐美])|(?<![参])与|(?<!追)跟|(?<![合共协])同(?![比步意])|既要?|也要?|除了|(?<![占对同类])比(?![重例较])|"
    "、+|一[个列](?:是)?|另一[个列](?:是)?|先说|再说|再加一列|对了|前者|后者|还有|分别|各自|各|都|"
    "分项"
)
_COUNT = regex("(?:这|那)?[两二三四](?:项|样|个|者|类)(?:数据|指标|数字|数值?)?")
_BREAK = regex(r"[，,。；;：:？?！!（）()《》—…＝=~\s]+")
PLACE = "□"
_TOKENS = (
    ("report", REPORT),
    ("place", regex(f"{PLACE}+")),
    ("time", TIME),
    ("growth", _GROWTH),
    ("goal", _GOAL),
    ("done", _DONE),
    ("ratio", _RATIO),
    ("beside", _SET_BESIDE),
    ("asked", _ASKED),
    ("sum", _SUM),
    ("level", _LEVEL),
    ("join", _JOIN),
    ("count", _COUNT),
    ("break", _BREAK),
)
# what is left between them: nothing named, or words to the one who answers
_LIGHT = regex(
    "(?:[的是在给把将若按从用就论拿对以要得会而其它才算了吗也又再还上下里中于不]|如果|关于|一下|之上|方面|实现|达到|完成|为例|提|出来?|来|试?分析|试述|试析|列|附上?|给出|写明)*"
)
_LEAD = regex(
    "^(?:的|给|把|将|若|按|拿|论|就(?!业)|从|用(?!电|水|地|能)|对(?!外|口)|是|在(?!建|校|线|岗|营|库)|以(?!上)|要(?!素)|关于|咱们|究竟|光看|实现的)+"
)
_TRAIL = regex("(?:的|上|方面|是|要?在|要|得|也|这一?[项块]|而言|来说|实现|了|吗|呢)+$")
_TO_ME = regex(
    "[我你您]|(?<![申聘邀])请|帮(?![扶助])|什么|怎|[吗呢吧]|"
    "^[的是也并快再一个都顺便只能]*(?:说|讲|写明|列(?!车)|附(?!加)|忘|填|补全|问(?!题)|算一?下|查询|排一?下|给?出(?!口|生|让|租|栏|厂)|报给)"
)
_THING = regex(
    "(?!.*(?:[了谁哪啥咋几着吗呢什么怎这那没卖搞做些]|多少|(?<![转出])让|计划|目标|任务|实际|预[计期]|幅度|到(?![位期账港])|不(?!良|动产)|如何|年[底末初]|[一总]共|情况|原因|问题|时候))"
    "[一-鿿A-Za-z0-9“”%·-]{2,22}"
)


def framed(question: str, places: PlaceIndex) -> tuple[str, ...]:
    """What ``question`` asks for, put plainly, likeliest first; empty where it is no several figures."""
    named, text = laid_bare(question, places)
    said, things = _read(text)
    if not things or len(things) > MOST:
        return ()
    return put(named, times_of(said), said, things)


def laid_bare(question: str, places: PlaceIndex) -> tuple[tuple[str, ...], str]:
    """The places that ``question`` names, and what it says with each of their characters as ``PLACE``.

    Empty where it goes on from another, asks for anything but figures, or names what no report is of.
    """
    asked = years_in_full(to_the_point(question)).rstrip("。？?！! ")
    if len(asked) > _LONGEST or _GOES_ON.search(asked) or _OTHERWISE.search(asked):
        return (), ""
    found = places.find(fold(asked))
    if found.unknown or len(found.rest) != len(asked) or len(found.places) > 2:
        return (), ""
    return found.places, signed(asked, found.rest, PLACE)


@dataclass(slots=True)
class _Clause:
    """Words between two commas: the kinds of those marked off, and what stands between them."""

    kinds: set[str] = field(default_factory=set)
    left: list[tuple[str, str]] = field(default_factory=list)  # each with the kind of what follows it


def _read(text: str) -> tuple[dict[str, list[str]], list[str]]:
    """What each kind of word says, and the indicators that are left between them."""
    held = [range(n.start, n.end) for n in find_names(fold(text))]
    said: dict[str, list[str]] = {}
    clauses, at, start, last = [_Clause()], 0, 0, ""
    order: list[str] = []
    while at < len(text):
        if inside := next((span for span in held if span.start == at), None):
            at = inside.stop
            continue
        for kind, pattern in _TOKENS:
            match = pattern.match(text, at)
            if match and match.group() and not any(s.start < match.end() < s.stop for s in held):
                if kind == "asked" and last in ("growth", "beside") and not text[start:at]:
                    kind = "grown" if last == "growth" else "gap"  # 增长多少, 小多少: no level is asked for
                said.setdefault(kind, []).append(match.group())
                if kind in ("time", "goal"):
                    order.append(match.group() if kind == "time" else "")
                last = kind if kind not in ("place", "time", "break", "join") else last
                clauses[-1].left.append((text[start:at], kind))
                clauses[-1].kinds.add(kind)
                if kind == "break":
                    clauses.append(_Clause())
                at = start = match.end()
                break
        else:
            at += 1
    clauses[-1].left.append((text[start:], ""))
    said["aimed"] = [before for before, goal in pairwise(order) if not goal and before]
    return said, [] if _counted(clauses) and "ratio" not in said else _things(clauses)


def _counted(clauses: list[_Clause]) -> bool:
    """Whether how many of a thing are asked for (多少家企业), or a time parts a name: read as it stands."""
    for clause in clauses:
        for (chunk, kind), (following, _) in pairwise(clause.left):
            parted = kind == "time" and not _LIGHT.fullmatch(_LEAD.sub("", chunk))
            if (kind in _ASKS or parted) and not _LIGHT.fullmatch(following):
                return True
    return False


_ASKS = ("asked", "grown", "gap")
_NAMED = {"place", "time"}


def _things(clauses: list[_Clause]) -> list[str]:
    """The indicators, each once; none where something is left that is no indicator.

    What stands before the place is one only where nothing else is: 领导要数，甲县去年…
    """
    things: list[str] = []
    before: list[str] = []
    named = next((n for n, clause in enumerate(clauses) if clause.kinds & _NAMED), 0)
    for number, clause in enumerate(clauses):
        ahead = number < named and not clause.kinds & {"join", "asked", "grown", "ratio"}
        for chunk, following in clause.left:
            thing = _TRAIL.sub("", _LEAD.sub("", chunk)).strip("“”") if chunk.count("“") != 1 else chunk
            if _LIGHT.fullmatch(thing) or _TO_ME.search(thing):
                continue
            to = before if ahead or following == "place" else things
            if thing not in to:
                to.append(thing)
    things = things or before
    whole = all(_THING.fullmatch(t) and t.count("“") == t.count("”") for t in things)
    return things if whole else []


def times_of(said: dict[str, list[str]], of: list[str] | None = None) -> list[str]:
    """The years named, or those ``of`` some words, in order; relative ones as years where one is named."""
    times = [t for t in said.get("time", ()) if not t.startswith(("同", "当"))]
    years = [t[:4] for t in times if t[0].isdigit()]
    plain = []
    for time in times if of is None else of:
        offset = 0 if time[0] in "今本" else -1
        if time[0].isdigit():
            plain.append(f"{time[:4]}年")
        elif years:
            plain.append(f"{int(max(years)) + offset}年")
        else:
            plain.append("去年" if offset else "今年")
    return list(dict.fromkeys(plain))


# 食堂几家，投资多少: of what was named before, and no indicator by itself
_OF_NOTHING = regex("(?:总|合计|全部)?(?:个|人|家|户)?(?:数|量|额|数量|数额|规模|投资|金额|面积|产值|个数)")


def put(
    places: tuple[str, ...], times: list[str], said: dict[str, list[str]], things: list[str]
) -> tuple[str, ...]:
    """``things`` of ``places`` and ``times`` put plainly, likeliest first.

    ``said`` holds what each kind of word says: ``growth``, ``goal``, ``time``, ``aimed``, ``asked`` …
    """
    if any(_OF_NOTHING.fullmatch(thing) for thing in things):
        return ()  # 食堂几家，总数多少: the number of what was named before
    growth, where = "growth" in said, places[0] if places else ""
    head = f"{where}{''.join(times)}"
    if len(times) == 2 and "goal" in said and len(things) == 1 and len(places) < 2:
        earlier, later = sorted(times, key=lambda t: (t == "今年", t))
        aimed = times_of({"time": [*said["time"], *said["aimed"]]}, of=said["aimed"])
        if earlier in aimed or (growth and "asked" in said):
            return ()  # the result is the later one; how much there was, and how much it is to grow
        thing = things[0] + ("增速" if growth else "")
        by = "是{}的几倍" if "ratio" in said else "与{}相差多少"
        much = "增长多少" if growth else "是多少"
        return (
            f"{where}{later}{thing}目标{by.format(f'{earlier}实际{thing}')}？",
            f"{where}{earlier}{things[0]}{much}，{later}{things[0]}目标{much}？",
        )
    if len(times) > 1 or "goal" in said:
        return ()
    if len(places) == 2:
        of = f"{''.join(times)}{things[0]}{'增速' if growth else ''}"
        return (f"{places[0]}和{places[1]}{of}各是多少，相差多少？",) if len(things) == 1 else ()
    joined = said.keys() & {"join", "ratio", "sum", "beside"}
    if len(things) > 1 and not joined and sum(len(said.get(k, ())) for k in (*_ASKS, "level")) == 1:
        return ()  # 新增泊位里，公共泊位是多少: of the first of them only a part is asked for
    if len(things) == 1:
        both = growth and "beside" not in said and ("asked" in said or "level" in said)
        return (f"{head}{things[0]}是多少，同比增长多少？",) if both else ()
    if growth and ("level" in said or "asked" in said):
        return ()  # which of them has grown, and how much of the others there is
    each = f"{head}{'，'.join(thing + ('增长多少' if growth else '是多少') for thing in things)}"
    if "ratio" in said and not growth and len(things) == 2:
        words = "".join(said["ratio"])
        one, other = things[::-1] if "为100" in words or "每" in words else things
        much = "几倍" if "倍" in words or "每" in words else "百分之几"
        return f"{head}{one}是{other}的{much}？", f"{each}？"
    if "sum" in said and not growth:
        return f"{each}，一共多少？", f"{each}？"
    return (f"{each}，相差多少？", f"{each}？") if "beside" in said and len(things) == 2 else (f"{each}？",)
