"""A question of several figures read by what the reports themselves name in it.

The places, the times and the indicators that the reports tell of are marked off. What is left names
nothing: it only says whether levels or growth, goals or results, a gap, a ratio or a sum is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from reports.indicators import find_names
from reports.patterns import regex
from reports.text import fold

from .frames import MOST, PLACE, REPORT, TIME, laid_bare, put, times_of
from .places import PlaceIndex

_WHEN, _THING = "△○"
_NAMED = PLACE + _WHEN + _THING
_SHORTEST = 4
_YEAR_END = regex(r"\d年[底末初]")
# an indicator that begins or ends here, and is no part of a longer name
_BEFORE = regex(
    rf"(?:^|[{_NAMED}\W_的和与跟同及比对是把给了占过赢掉下出看解道求论于将在说问查要为以就到有里除时个家])$"
)
_AFTER = regex(
    rf"(?:$|[{_NAMED}\W_的和与跟同及比占对是为有多几达到录搞做完增涨各分都又还再呢了吗这那两三定目计去今谁哪何孰相差]|"
    "[加扣减除跑压顶怎如写报在放折超不领落快慢也数值能会要以剩]|总[额量数]|规模|实[际绩])"
)
_ASK = regex("多少|几(?!乎|何)|几何|百分之|多[大高快长远]")
_HOW_FAST = regex(f"(?:增[速幅势长了]?|[涨升降]|同比|百分)[^，,；;？?]{{0,4}}{_ASK.pattern}|几个百?分?点")
_CLAUSE = regex("[，,。；;：:？?！!（）()—]+")
_AND = regex("、|以及|和|与|及|跟|同(?![比时一年期])")
_WORDS = {
    "growth": regex("(?<![新净])增[速幅势长了]|涨|同比|百分点|个点|升[了降]|[快慢]"),
    "goal": regex(
        "目标|计划|预[期计]|任务|打算|准备(?!金)|瞄准|奔着|盘子|力争|争取|定[在的到为]|要[干做完达涨]"
    ),
    "ratio": regex("倍|占(?![地补用道领])|比[值例重]|百分比|顶|折[合算]|相当于|为100"),
    "sum": regex("加|合计|总计|[总一]共|总和|之和|合[到在起]"),
    "beside": regex(
        "差|比(?!上|去|前)|谁|哪|孰|何者|超|赢|压过|领先|落后|[更还][高低多少大小快慢]|减[去掉]|扣[掉除]|"
        "出入|高低|大小|多寡|还是|相较|对照"
    ),
    "level": regex("总[量额数]|规模|数[值额字]|绝对|水平|完成值"),
}
_MUCH = regex(
    "总[量数额]|规模(?!以)|数[值额字据]|绝对|水平|(?:完成|实际)[数值]|完成情况|什么数|个数|的数|数和"
)
_GROWN_TO = regex("[增涨]长?[后以]?之?后?(?=[达到])")
_GREW = regex("增[速幅势长了]|涨|同比|增加|升[了降]|百分之")
_OTHER_THING = regex(
    "其中|排|位|第几|占|哪|谁|[和与及跟、，,](?:新|全|各|城|农|工|外|规上|固|社|财|地区|人均|高|项目|企业)"
)
_RELATION = regex("[增涨升降差比谁哪剩得共计加高低快慢超领落各实干做搞定]|同比|分别|目标|计划|完成|打算|准备")
_LISTED = regex(rf"{_THING}(?:的?(?:、|以及|和|与|及|跟|同)的?[{_NAMED}]*|\s*){_THING}")
_MORE = regex("怎么(?!样)|如何(?!$|[，,？?])|什么(?!$|水平|数|增速)")


def anchored(
    question: str, places: PlaceIndex, known: Collection[str], newest: int | None
) -> tuple[str, ...]:
    """What ``question`` asks of the indicators that it names, put plainly; empty where it names none.

    ``known`` are the indicators of the reports asked about, ``newest`` is the year of the last of them.
    """
    named, text = laid_bare(question, places)
    if not named or _MORE.search(text) or _YEAR_END.search(text):
        return ()
    text = REPORT.sub("", text)
    said = {"time": [m.group() for m in TIME.finditer(text)], "aimed": []}
    text, things = _marked(re.sub(f"{PLACE}+", PLACE, TIME.sub(_WHEN, text)), known)
    if not things or len(things) > MOST or not _apart(text):
        return ()
    said |= {kind: [m.group()] for kind, words in _WORDS.items() if (m := words.search(text))}
    several = said.keys() & {"ratio", "sum", "beside"} or len(_ASK.findall(text)) > 1
    if len(things) > 1 and not (several or _LISTED.search(text)):
        return ()  # 给各类企业减税多少: whose it is, and what is asked of them
    times = times_of(said)
    if "growth" in said and len(things) == 1 and len(times) < 2 and _ASK.search(_HOW_FAST.sub("", text)):
        said["asked"] = ["多少"]  # how much there is, besides how much it grew
    if newest and set(times) == {f"{newest}年", f"{newest - 1}年"}:
        said.setdefault("goal", [])  # of that year nothing but what is planned is told
    return put(named, times, said, things)


def asks_level_and_growth(question: str, indicator: str) -> bool:
    """Whether ``question`` asks how much there is of ``indicator``, of nothing else, and how much it grew."""
    folded, name = fold(question), fold(indicator)
    otherwise = ("goal", "ratio", "sum")
    if name not in folded or any(_WORDS[kind].search(folded) for kind in otherwise):
        return False
    text = TIME.sub(_WHEN, REPORT.sub("", folded.replace(name, _THING)))
    much = _MUCH.search(text) or _ASK.search(_HOW_FAST.sub("", _GROWN_TO.sub("", text)))
    return bool(much and _GREW.search(text)) and not (find_names(text) or _OTHER_THING.search(text))


def levels_named(question: str, known: Collection[str]) -> tuple[list[str], str]:
    """The indicators of which ``question`` asks how much there is, by name, and what else it says.

    No indicator where it asks for more than that.
    """
    text = REPORT.sub("", question)
    if any(_WORDS[kind].search(text) for kind in ("growth", "goal", "ratio", "sum", "beside")):
        return [], text
    marked, things = _marked(text, known)
    if re.search(f"{_THING}[^，,、；;：:？?（()）/和与及跟同 ]*{_THING}", marked):
        return [], text  # 给市场主体减税降费多少: whose it is, and what is asked of them
    return things, TIME.sub("", marked)


def _marked(text: str, known: Collection[str]) -> tuple[str, list[str]]:
    """``text`` with each indicator as one mark, and all of them; none where one is part of another."""
    marked, things = _named(text, known)
    for mark in re.finditer(_THING, marked):
        if not (_BEFORE.search(marked[: mark.start()]) and _AFTER.match(marked, mark.end())):
            return text, []
    return marked, list(dict.fromkeys(things))


def _named(text: str, known: Collection[str]) -> tuple[str, list[str]]:
    """``text`` with each longest indicator as one mark, and what stood there."""
    folded = fold(text)
    spans = [(n.start, n.end) for n in find_names(folded)]
    for start in range(len(folded)):
        for end in range(min(len(folded), start + 22), start + _SHORTEST - 1, -1):
            if folded[start:end] in known:
                spans.append((start, end))
                break
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda s: s[0] - s[1]):
        if all(end <= a or b <= start for a, b in kept):
            kept.append((start, end))
    things: list[str] = []
    marked = text
    for start, end in sorted(kept, reverse=True):
        marked = marked[:start] + _THING + marked[end:]
        things.insert(0, text[start:end])
    return marked, things


def _apart(text: str) -> bool:
    """Whether all that is asked for is marked: what is joined to it, and what a clause asks of."""
    for clause in _CLAUSE.split(text):
        ask = _ASK.search(clause)
        if ask and _THING not in clause:
            of = re.sub(f"[{_NAMED}]", "", clause[: ask.start()])
            if len(of) > 3 and not _RELATION.search(of):
                return False
        if any(_unknown(clause[join.end() :]) for join in _AND.finditer(clause)):
            return False
        if ask and _THING not in clause[: ask.start()] and _COUNTED.match(clause, ask.end()):
            return False
    return True


_COUNTED = regex("[一-鿿]{0,3}(?:企业|项目|个|家|人|户)")
_MEASURE_FIRST = regex(".{0,3}(?:增|涨|同比|目标|计划)")


def _unknown(after: str) -> bool:
    """Whether words that are joined to others are neither marked nor a measure of those."""
    return not re.search(f"[{_NAMED}]", after) and not _MEASURE_FIRST.match(after)
