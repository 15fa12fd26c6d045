"""A target set against the result of a year before: put as 2024年…目标与2023年实际相差多少.

The frame is taken apart: two times, what each side says of its figure (目标, 任务数 and 打算做到; 实绩
and 干完的), what joins them, and how they are to be compared. What is left is the place and the indicator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.patterns import regex
from reports.text import fold

from ..places import PlaceIndex

_TIME = regex(
    r"(?<![\d.])(?:19|20)\d\d年(?!以?来|间|期间|代|[前后内][^，,]{0,3}月)(?:度|全年)?|去年度?|上一?年度?|今年度?|本年度?|明年"
)
_RELATIVE = {"去": -1, "上": -1, "今": 0, "本": 0, "明": 1}
_NUMBER = "(?:数(?:字|量|值|额)?|值|量|额|情况|结果|水平)"
# What a target is called, and what is said of it
_AIM = regex(
    r"(?:所?(?:设定|确定|制定|拟定|下达|提出|安排|定下|(?<![认评命鉴核稳固特规法肯])定|要求|预计|预期|计划|力争|打算)(?:要?(?:完成|达到|实现|做到))?的?)?"
    rf"(?:预期|预定|计划|招商|工作|年度|奋斗|发展|增长(?=目标))*(?:目标|任务|(?<!投资)计划|指标|打算|盘子)(?:要求|安排|任务|计划|目标|指标)*的?(?:{_NUMBER}|[上下]限|底线|区间)?"
    r"|(?<![认评命鉴核稳固特规法肯])定的"
    rf"|(?:还|又|再|则|也|想|说|需)*(?:预计|预期(?!寿命)|力争|争取|拟(?!人)|打算|准备|计划|安排(?!就业)|起码|至少|最少|要求|设想|(?<![主重必首纪摘概])要(?![素求点闻])|想要?|(?<!社)会(?=[要达新建有增]))(?:要|将|再|新|又|能)*(?:完成|达到|实现|做到|干完?|搞|达成|突破|超过|控制在)*的?{_NUMBER}?"
    r"|(?:(?:又|是|把|都|给)?(?<![稳固规特法肯鉴认评])(?:定|设|排)(?:得|在|为|到|成|了)+)"
)
_DEED = regex(
    r"(?:(?:实际|实绩|真正|已经?|到底|最终|最后|究竟)+的?(?!利用|使用|到位|外资|吸收))?"
    r"(?:(?:所|全部)?(?:完成|实现|达到|干完|做完|办完|干成|做成|做到|兑现|干下来|取得|交出)(?:(?:了|的|任务)+|"
    rf"(?=实?{_NUMBER}|情况|如何|怎|得|多少|几|$|[一-鿿])(?!率))|实绩|实际(?!利用|使用|到位|外资|吸收)|业绩|结果|成绩单?|干了|做了)的?{_NUMBER}?"
)
_MUCH = (
    r"(?:是|为|有|(?<![做达])到|在|了|得|下来|各自?|分别|又|则|呢|的|共|一共|总共|都)*"
    r"(?:(?:多少|几(?![年乎百千]|个?月)|多[大高])个?(?!规模|面积|水平)(?P<unit>[万亿百千]*[一-鿿%]{0,4}?)|"
    r"几何|如何|怎么?样|(?:什么|啥)(?:水平|数|样)?)"
)
_ASKED = regex(f"(?:{_MUCH})(?:呢|了)?[，,、；;？? ]*$")
_UNIT = "(?P<unit>(?:万亿|亿|万|百|千)?(?:个?百分点|个?点|[一-鿿%]{1,4})?)"
_MOVE = (
    "(?:增加|减少|提高|降低|提升|上升|下降|上调|下调|调高|调低|增长|扩大|缩小|变动|变化|增减|"
    "[多少高低增减加降升超快慢大小])"
)
_TWO = "(?:[二两]者|[两二]个?(?:数字?|年|项|值)(?:之?间)?|它们|这[两二]个数|前后|其)?"
_GAPS = (
    r"[，,；;]?(?:一?并|同时|再|顺便|请|一?并?告诉我|给出|算出|说明|指出|看看|算算|看|计算|列出|一下|我)+(?:[两二]者)?(?:相?差(?:了?多少|额|距|值)|增减(?:多少|情况|额)?|差别|变化)(?:是?多少)?",
    rf"[，,；;]?{_TWO}(?:之间|间)?的?(?:还|又|各|共|有)*(?:多大的?)?(?:相差|差距|差额|差值|差数|之差|差别|差|增量|增减|变动|变化|缺口)(?:额|幅度)?(?:有|是|为|了|出|约)*(?:多少|几(?!何)|多[大远少]|几何){_UNIT}(?:呢)?",
    rf"[，,；;]?{_TWO}(?:之间|间)?的?有(?:多大|多少|多远)的?(?:差距|差额|差别|距离|变化|增减)",
    rf"[，,；;]?(?:要|是|会|又|总共|一共|将|各)?{_MOVE}[了出]*(?:大概|约)?(?:多少|几(?!何)|多[大远长]){_UNIT}(?:呢)?",
    r"[，,；;]?(?:各|相)?差(?:多少|多远|几何|多大)",
)
_LEADS = (
    r"[，,；;]?(?:[两二]者)?(?:相比)?(?:哪[一个者]+|谁|孰)(?:更|为|比较|的)?(?:高|多|大|低|少|快|慢)(?:孰(?:低|少|小|慢))?(?:些|一点)?",
)
_ORDERS = (
    r"[，,；;]?(?:这|又|那|目标|要|还|定得|来得)?(?:是|算|究竟|到底)*(?:定得|要)?更?(?:[高多快大]|增加?|提高|上调|调高|上升|加码|加快)了?(?:些|一些)?(?:还是|或者?|抑或|，|,)(?:是|定得)?更?(?:[低少慢小]|减少?|降低|下调|调低|下降|缩水|放缓)了?(?:些|一些)?",
    r"(?:有没有|是不是|是否|有无)?(?:要|还|更|定得|有所)*(?:[高低快慢]|(?<!多)少|多|提高|降低|增加|减少|上调|下调)(?:了|些|一些)?(?:吗|没有?|么)?",
)
_PUT = "(?:进行|做|作|加以|来)?(?:一|了|个|下|番|次)*"
_SETS = (
    rf"[，,；;。？?]?(?:请)?(?:放在?一[起块](?:儿)?)?{_PUT}(?:相比较?|比较|对比|对照|比一?比|比比)(?:一下|一番|之后|后|来看|起来|看看)*(?:[，,]?(?:情况)?(?:如何|怎么?样|结果如何))?",
    r"[，,；;]?(?:之间)?的?(?:有|存在|发生|出现)(?:了)?(?:何|什么|怎样的|哪些|啥|多大)(?:样的)?(?:变化|差别|差异|区别|不同|变动|出入|差距)",
    r"(?:之间)?的?(?:变化|差别|差异|区别|变动|增减)(?:如何|怎么?样|几何|何在|是什么|情况)",
    r"的?(?:大小|高低|(?<=的)多少|差异|差别|变化|差距)",
    r"放在?一[起块](?:儿)?(?:看看?)?",
)
_SUM = regex(
    rf"[，,；;]?{_TWO}(?:合计|加起来|加一[块起](?:儿)?|加在?一[块起](?:儿)?|一共|总共|共计|总和|之和|相加|加总)(?:一共|总共|是|为|有|完成|达到)*(?:(?:多少|几){_UNIT})?呢?$"
)
_EACH = regex(
    r"[，,]?(?:各自?|分别|都|二者|两者)(?:是|为|有|在|定在|达到?|的)*(?:多少|几何?|(?:什么|啥|多大)(?:水平|数)?)(?P<unit>[一-鿿%]{0,4})$"
)
_TAILS = tuple(
    (kind, regex(f"(?:{tail})[。？?]?$"))
    for kind, tails in (("gap", _GAPS), ("set", _LEADS), ("order", _ORDERS), ("set", _SETS))
    for tail in tails
)
_LEAD = regex(
    r"^(?:(?:请|试|麻烦|帮我?|再|我?想)?(?:说说|谈谈|讲讲|列出|列举|对比|比较|对照|知道|了解|告诉我|分析|看看|比比|算算|介绍|说明|指出)(?:一下|一比)?|请|将|把|拿|就|用|以|关于|对于|有关|针对|据|在|从|由|自|[，,：:；;])+(?=.)"
)
_JOINS = regex(
    r"(?:相较?比(?:较|起来)?|对比|比起来)?[，,、；;：:？?。\s]+(?:而|那么?|又|请|二者)?(?:与|和|跟|同|比|较|相比(?:于)?|相较(?:于)?|相对(?:于)?|对比|对照|距离?|离|到)?"
    r"|(?:相对|相比|相较|对照|对比|比照)于?|以及|并与|与|和(?!谐)|跟|同(?!比)|及|比(?!例|重)|[高低多少快慢]于|较|离|距离?|减去|减|扣除|加上?|到|vs"
)
_JOIN_LAST = regex(
    "(?:相比于?|相较于?|相对于?|对照|对比|比较|与|和|跟|同|比|较|把|将|给|从|由|在|的|至|到)+$"
)
# what is left of a side that names its deed alone: 修成的, 修的里程, 新增
_DEED_ALONE = regex(
    "(?:新|净|再|继续|又|所|开|装|推广|引进|招引|种|修|建|改|办|引|招|植|造|治|投|建设|新建|新增|改造|修建|建成|修成|办成|落地|整治|治理|培育|投入|发放|开工|种植|完工|[的了成好完])+"
    "(?:里程|面积|数量|人数|规模|户数|个数|项目|那些)?数?"
)
_OWN_DEED = regex("新改建|新开工|新建|改建|扩建|开工|完工|培育|推广|投入|发放|引进|招引")
# 想涨多少
_GROWS = regex("(?:同比)?(?:上涨|增长|涨)了?$")
_STRONG = regex("目标|任务|计划|指标|打算|准备|力争|争取|拟|盘子")
_ADDED = regex("[新净]增")
_CRUMBS = regex(
    r"[（(]|报告|基础|还|最|突破|控制|[给做]$|^[给做把]|涨|是[升降]|[打收定提升降到]$|那块|[，,：:；;？?。]|多少|几|什么|哪|谁|如何|怎|何|为啥|各|分别|吗|呢|比|较|占|差|年|倍|排|第|累计|年均|其中|增减|变|[与和跟同及]$|^[与和跟同及比较]|原因"
)
_PLACE_WORDS = regex("(?:全[国省市区县州]|我[国省市区县州]|该[省市区县州])的?")
# 大学生人数: the unit says it
_HEAD = regex("(?<=[一-鿿]{4})的?(?:(?P<unit>[人户家个件座])数|数量|总数|规模)$")
_BY_JOIN = {"减": "gap", "加": "sum"}
_RATE = regex("增速|增幅|增长率|涨幅")
_TWO_WORDS = regex("[二两]者|其|它|那|又|再|请")
_MUCH_TOO = regex("多少|多[大高长]|几(?!年)")
# 2024年计划增加多少个: how much is planned, if the result is asked for by itself
_PLANNED = regex("(?:计划|打算|准备|力争|争取|拟|想|要)再?$")
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class _Side:
    aim: bool
    deed: bool
    grown: bool
    left: str


def _side(text: str) -> _Side:
    """What a side says of its figure, and what is left of its words."""
    said = text
    while (short := _ASKED.sub("", said)) != said:
        said = short
    aim = _AIM.search(said) is not None
    left = _AIM.sub("\0", said)
    deed = _DEED.search(left) is not None
    left = _DEED.sub("\0", left)
    left = re.sub(r"\0的?", "", left)
    left = re.sub(r"^[的，,、是了]+|[的，,、是了；;：:]+$", "", left)
    short = _GROWS.sub("", left)
    return _Side(aim, deed, short != left, short)


def two_times(asked: str, places: PlaceIndex) -> str:
    """``asked`` with its target and its result set against each other plainly; other questions stay."""
    if len(asked) > _LONGEST:
        return asked
    times = list(_TIME.finditer(asked))
    if len(times) != 2 or len(places.find(fold(asked)).places) > 1:
        return asked
    return next(_readings(asked, times, places), asked)


def _readings(asked: str, times: list[re.Match[str]], places: PlaceIndex) -> Iterator[str]:
    body, kind, unit = _tail(asked.rstrip("。？?！! "))
    first, second = times
    if second.end() > len(body) or (years := _in_order(first.group(), second.group())) is None:
        return
    head, between, last = body[: first.start()], body[first.end() : second.start()], body[second.end() :]
    for join in (*reversed(list(_JOINS.finditer(between))), None):
        said, ahead = (between[: join.start()], between[join.end() :]) if join else (between, "")
        one, other = _side(said), _side(last)
        if _AIM.search(ahead) or _DEED.search(ahead) or one.aim == other.aim:
            continue
        by = kind or _BY_JOIN.get((join.group() if join else "")[:1], "")
        done, aim = (other, said) if one.aim else (one, last)
        plain = last if one.aim else said
        if not done.deed and (plain.strip() == "的" or not _STRONG.search(aim)):
            continue  # 目标比2022年的多多少: of both; 安排多少，比上年增长多少: told by the report itself
        if (
            (one.aim and years[0] <= years[1])
            or (other.aim and years[1] <= years[0])
            or not (by or done.deed)
        ):
            continue
        whole = _whole(head, ahead, one.left, other.left, places)
        asks = [m for side in (said, last) if (m := _ASKED.search(side))]
        each = _MUCH_TOO.search(said) and (_PLANNED.search(body) if by else _MUCH_TOO.search(last))
        if whole is None or each:
            continue  # 去年做到多大规模，今年想再涨多少: each by itself
        if not unit and asks:
            unit = asks[0]["unit"] or ""
        place, thing, counted = whole
        unit = unit or counted
        if (one.grown or other.grown) and not _RATE.search(place + thing):
            thing += "增速"
        when = (first.group(), second.group())
        later, earlier = when if one.aim else when[::-1]
        later, earlier = _dated(later, earlier), _dated(earlier, later)
        if by == "sum":
            yield f"{place}{later}{thing}目标与{earlier}实际{thing}合计多少{unit}？"
        elif by == "order":
            yield f"{place}{later}{thing}目标比{earlier}实际{thing}高了还是低了？"
        else:
            yield f"{place}{later}{thing}目标与{earlier}实际{thing}相差多少{unit}？"


def _in_order(first: str, second: str) -> tuple[int, int] | None:
    """Which of two times is the later, as numbers that can be set in order; None for one time."""
    a, b = (int(t[:4]) if t[0].isdigit() else _RELATIVE[t[0]] for t in (first, second))
    if first[0].isdigit() != second[0].isdigit():
        a, b = (0, b or -1) if first[0].isdigit() else (a or 1, 0)
        if abs(a - b) != 1:
            return None
    return None if a == b else (a, b)


def _dated(one: str, other: str) -> str:
    """A time as a year where the other one is: 上年 beside 2024年 is 2023年."""
    if one[0].isdigit() or not other[0].isdigit():
        return one[:5] if one[0].isdigit() else {-1: "去年", 0: "今年", 1: "明年"}[_RELATIVE[one[0]]]
    return f"{int(other[:4]) + (_RELATIVE[one[0]] or 1)}年"


def _tail(asked: str) -> tuple[str, str, str]:
    """A question without what it asks of two figures, the kind of that, and the unit that it names."""
    kind = unit = ""
    while True:
        if not kind and (found := _SUM.search(asked)):
            return asked[: found.start()], "sum", found["unit"] or ""
        if found := _EACH.search(asked):
            asked, unit = asked[: found.start()], unit or found["unit"]
            continue
        for name, tail in _TAILS:
            if (found := tail.search(asked)) and found.start() > 8:
                asked, kind = asked[: found.start()], kind or name
                unit = unit or found.groupdict().get("unit") or ""
                break
        else:
            return asked, kind, unit


def _unplaced(text: str, places: PlaceIndex) -> str:
    """Folded ``text`` without the place that it names."""
    found = places.find(fold(text))
    return re.sub(r"\s", "", fold(text) if found.unknown else found.rest)


def _whole(head: str, ahead: str, one: str, other: str, places: PlaceIndex) -> tuple[str, str, str] | None:
    """The place, the indicator of both sides and what it is counted in; None where they are of two things."""
    topic: list[str] = []
    for piece in [*re.split("[，,：:；;？?。]+", head), ahead]:
        piece = _JOIN_LAST.sub("", _LEAD.sub("", piece))
        piece = re.sub(
            "(?:这一?[项块]|方面|而言|来[说看讲]|上)$",
            "",
            re.sub("(?:政府)?(?:工作)?报告(?:里面?|中|上)?$", "", piece),
        )
        if not piece or _TWO_WORDS.fullmatch(piece):
            continue
        topic.append(piece)
    topic.sort(key=lambda piece: not places.find(fold(piece)).places)
    named = "".join(topic)
    one, other = (_LEAD.sub("", side) for side in (one, other))
    left = [side for side in (one, other) if side]
    rest = re.sub("的$", "", _PLACE_WORDS.sub("", _unplaced(named, places)))
    bare = [side for side in left if _DEED_ALONE.fullmatch(side)]
    if rest and len(bare) == len(left):
        if any(deed.group() not in rest for side in bare if (deed := _OWN_DEED.search(side))):
            return None  # 户厕改造的任务，比实际新改建的: named by another deed
        added = next((m.group() for side in bare if (m := _ADDED.search(side))), "")
        thing = "" if re.search("[新增]", rest) else added
    else:
        thing = max((side for side in left if side not in bare), key=len, default="") or max(left, default="")
        if len(left) > len(bare) and any(side.strip("的") not in thing for side in bare):
            return None  # 户厕改造的任务，比2023年实际新改建的: named by another deed
        left = [side for side in left if side not in bare] or left
        own = [_unplaced(side, places) for side in left]
        if any(
            side != max(own, key=len) and (len(side) > 3 or side not in max(own, key=len)) for side in own
        ):
            return None  # 增速 of what the other side names; 居民收入 is not 城乡居民收入
    if thing and fold(thing) in rest:
        thing = ""  # named before
    unit = ""
    if counted := _HEAD.search(thing or named):
        # 大学生人数: the unit says it
        short = (thing or named)[: counted.start()]
        thing, named = (short, named) if thing else ("", short)
        rest = rest.removesuffix(counted.group()) if not thing else rest
        unit = counted["unit"] or ""
    whole = re.sub(r"\s", "", rest + thing)
    if len(whole) < 3 or any(map(_CRUMBS.search, (whole, *(_unplaced(side, places) for side in left)))):
        return None
    return named, thing, unit
