"""The figures that one question asks for, each with what it is of: 总值和增速, 多少户、多少人."""

from __future__ import annotations

import re

from reports.indicators import find_names
from reports.patterns import regex

from .content import content_of
from .kinds import TWO_QUANTITIES, measure_asked, unit_asked
from .slots import Ask

# 覆盖率是多少，连续多少年全国第一: of what was asked for before
IN_A_ROW = regex(
    "(?:已经?|一共|总共|又|还|而且|并且?|是)*(?:连续|蝉联|稳居|保持)[^，,多几]{0,10}(?:多少|几)个?[年月天日季届次]"
)
_AND_GROWTH = regex(
    r"(?:和|及|与|以及|、|，|,)(?:其)?(?:同比)?(?:增速|增长率|增幅|(?:同比)?增长(?:了)?(?:多少|几|百分之几)?)(?:各|分别)?(?:是|为|有)?(?:多少|几何|几|百分之几|多[大高]|几个点)?$"
)
_COUNTED_ASK = regex(
    r"多少|第几|几何|几成|多[大长高]|(?<![哪第好这那])几(?!乎|年来|经|近|何|成)|百分之几|怎么安排"
)


_TOWN_AND_COUNTRY = "城乡居民人均可支配收入"
_RATE_ASK = regex(r"(?:增速|增长率|增幅)(?=$|[，,；;、])")


def _asks_something(part: str) -> bool:
    return bool(_COUNTED_ASK.search(part) or _RATE_ASK.search(part))


def _named_parts(text: str, task: str) -> list[str]:
    """全部财政收入和一般预算收入各多少: the standard indicators that are listed, or none."""
    parts = [
        content_of(p, task)
        for p in re.split(r"和|与|以及|及|、|跟(?![踪进班]|[^，,]*比)", _SINCE_THEN.sub("", text))
    ]
    if len(parts) == len(_COUNTED_ASK.findall(text)) + 1 and all(len(p) >= 3 for p in parts):
        return parts
    return parts if all(find_names(p) for p in parts) else []


# 解放以来粮食和棉花各增产几倍: a time of both
_SINCE_THEN = regex("^[^，,、和与及]{0,12}?(?:解放|建国|成立|开放|开国)以来[，,]?")
_BARE = regex("(?:总|计划|年)?(?:投资|收入|面积|产[量值])[总]?额?")


def _of_one_thing(parts: list[str]) -> list[str]:
    """公路的里程和总投资: the investment in the road as well, whatever else is invested in."""
    first = parts[0]
    measured = re.match("(?P<of>.*[一-鿿]{2}的)[一-鿿]{2,4}$", first)
    of = measured["of"] if measured else "" if find_names(first) or QUANTITY.search(first) else f"{first}的"
    return [first, *(of + p if _BARE.fullmatch(p) else p for p in parts[1:])]


_UP_OR_DOWN = regex("[涨增降升]没[涨增降升]|(?:涨|增|升|降)了?还是(?:跌|降|减|升|涨)")
_MEDALS = regex("(?:几|多少)(?:枚|块)?([金银铜])(?:牌)?")
QUANTITY = regex("(?:[率额量值数]|总产|比例|比重|面积|收入|支出|里程|投资|规模|增速|余额|存款|贷款)$")


def _quantities(text: str, task: str) -> list[str]:
    """人均体育场地面积和经常锻炼人口的比例: the quantities joined by 和, each named to its end, or none."""
    if len(_COUNTED_ASK.findall(text)) != 1:
        return []
    parts = [p.strip() for p in re.split(r"和|与|以及", content_of(text, task))]
    return parts if all(len(p) >= 4 and QUANTITY.search(p) for p in parts) else []


# 低保一个月能领多少钱，2023年提到多少了: the level it came to, asked once more
_COME_TO = regex(
    "(?:\\d{4}年底?|年底|现在|目前|如今|已经?|又|都|[ ])*"
    "(?:提|涨|升|增|加|调|达)[高升加整]?[到至]了?多少(?:钱|元|块钱)?了?"
)
_NOT_THE_LEVEL = regex("原[来先本]|之前|以前|过去|起初|[新净]增|[增涨升降减][长加少]?了?(?:多少|几)|提高了")


def _same_thing(one: Ask, other: Ask) -> bool:
    """外贸总量有多大，进出口额是多少: one indicator asked for in two ways."""
    if _COME_TO.fullmatch(other.text) and not _NOT_THE_LEVEL.search(one.text):
        return one.unit in (other.unit, "元") and one.measure == ""
    names = [[n.name for n in find_names(ask.content)] for ask in (one, other)]
    measures = {ask.measure or "水平" for ask in (one, other)}
    return bool(names[0]) and names[0] == names[1] and len(measures) == 1 and one.unit == other.unit


def _only_named(part: str, parts: list[str], task: str) -> bool:
    """Whether ``part`` only names what all that is asked is asked of: 人均纯收入，比上年多几个点."""
    asking = [p for p in parts if _asks_something(p)]
    if part in asking or len(asking) < len(parts) - 1 or re.search("各|分别", "".join(asking)):
        return False  # of several that are named each is asked for
    own = content_of(part, task).replace(" ", "")
    others = [content_of(p, task).replace(" ", "") for p in asking]
    return all(not c or any(own[i : i + 2] in c for i in range(len(own) - 1)) for c in others)


def _asked_with(part: str, following: str, text: str) -> str:
    """The words that ask for ``part``: GDP和投资增长多少 asks for the growth of both indicators."""
    if measure_asked(following) != "增速" or _asks_something(part) or f"{part}和{following}" not in text:
        return part
    names = [{n.name for n in find_names(p)} for p in (part, following)]
    return following if all(len(n) == 1 for n in names) and names[0] != names[1] else part


# 甲和乙累计各有多少: what there is in all of each
# 甲和乙的标准分别提到多少元: what each of them comes to
_COME_TO_EACH = regex("(?:提高?|升|降低?|增加?|减少?|涨|达)[到至]了?(?:多少|几)[^，,]{0,4}$")
_SUMMED = regex("(?:累计|一共|总共)(?=各|分别)")


def asks_in(text: str, task: str) -> tuple[Ask, ...]:
    """Each figure where a question asks for several: 多少件…和多少件…, 总值和增速."""
    if task != "figure" or _UP_OR_DOWN.search(text):
        # 涨没涨，涨了多少: one growth answers both.
        return ()
    text = text.strip().rstrip("？?。")
    match = _AND_GROWTH.search(text)
    if match and measure_asked(text[: match.start()]) == "位次":
        match = None  # 增速在全市第几，增速几何
    head = text[: match.start()] if match and match.start() > 1 else re.split("[，,；;?]", text)[0]
    if _TOWN_AND_COUNTRY in (m.name for m in find_names(content_of(text, task))):
        kinds = tuple(
            Ask(_TOWN_AND_COUNTRY.replace("城乡", kind), unit_asked(head), measure_asked(head))
            for kind in ("城镇", "农村")
        )
        grown = measure_asked(text[len(head) :]) == "增速" != measure_asked(head)
        return (*kinds, Ask("", "", "增速", f"分别{text[len(head) :]}")) if grown else kinds
    if match and match.start() > 1:
        # 人均纯收入，同比增长多少: the level is told where the report has it
        named = match.group()[0] in "，," and not _asks_something(head)
        return (Ask(content_of(head, task), unit_asked(head), "水平", named=named), Ask("", "", "增速"))
    summed = _SUMMED.search(text)
    listed = _SUMMED.sub("", text)
    if re.search("各|分别", text) and len(parts := _named_parts(listed, task)) > 1:
        come_to = _COME_TO_EACH.search(text)
        whole = f"{summed.group()}有" if summed else come_to.group() if come_to else ""
        return tuple(
            Ask(p, unit_asked(text), measure_asked(text), f"{p}{whole}" if whole else "")
            for p in _of_one_thing(parts)
        )
    if two := TWO_QUANTITIES.search(text):
        sides = [two["one"], two["other"] or two["part"]]
        parts = [content_of(p, task) for p in sides]
        if all(len(p) >= 3 and (QUANTITY.search(p) or find_names(p)) for p in parts):
            # GDP增速比财政收入增速高多少 sets growth against growth, without 增速 level against level.
            measures = ["增速" if measure_asked(side) == "增速" else "水平" for side in sides]
            return tuple(Ask(p, unit_asked(text), m) for p, m in zip(parts, measures, strict=True))
    if len(medals := list(_MEDALS.finditer(text))) > 1:
        about = content_of(text[: medals[0].start()], task)
        first, *later = [f"{m[1]}牌" for m in medals]
        return (Ask(f"{about} {first}", "枚", ""), *(Ask(medal, "枚", "") for medal in later))
    if len(parts := _quantities(text, task)) > 1:
        # 生产总值和固定资产投资增长多少: by how much each of them grew
        rate = "增速" if measure_asked(text) == "增速" and not any(map(measure_asked, parts)) else ""
        return tuple(Ask(p, unit_asked(p), measure_asked(p) or rate) for p in parts)
    split = re.split(r"[，,；;、?？]|和(?=[^，,]*(?:多少|几))|以及", text)
    # 城镇化率，比上年提高多少: an indicator named before the question is asked for too.
    parts = [p for p in split if _asks_something(p) or find_names(content_of(p, task))]
    if len(parts) < 2 or not any(map(_asks_something, parts)):
        return ()
    about = content_of(parts[0], task)
    joint = [_asked_with(p, q, text) for p, q in zip(parts, [*parts[1:], ""], strict=True)]
    asks = tuple(
        Ask(
            f"{about} {content_of(p, task)}"
            if IN_A_ROW.match(p) and about
            else content_of(p, task, bare=False),
            unit_asked(with_it),
            measure_asked(with_it) or ("" if _asks_something(with_it) else "水平"),
            p,
            named=_only_named(p, parts, task),
        )
        for p, with_it in zip(parts, joint, strict=True)
    )
    return () if len(asks) == 2 and _same_thing(*asks) else asks
