"""Aligns what a sentence says of a figure with what the report says of it, and of its neighbours.

Every printed figure has words of its own: its indicator (lists and 分别 resolved by the reading of
facts) and the words beside it. Of a claimed figure nothing may be said that the report says only of
another figure: that is how indicators are swapped, whatever the words are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from reports.figures import RANK
from reports.indicators import aliases_of, find_names
from reports.patterns import regex

from ..evidence.fits import counted_as
from ..figures.opposites import opposed as excludes
from ..questions.places import short_name
from .material import CLAUSE_ENDS, Item, Known, compact
from .subjects import leans

# What a sentence needs to state a figure and what tells nothing of whose figure it is.
FRAME = regex(
    r"(?:19|20)\d\d年|(?<![a-z\d.])\d+(?:\.\d+)?%?|预计|预期|初步核算|同比|环比|比上年|较上年|比去年|上年|去年|今年|全年|年末|年底|年均|累计|合计|共计|"
    r"分别|各自|均为|增长|下降|提高|上升|增加|减少|降低|回落|增幅|增速|涨幅|降幅|达到|突破|超过|完成|实现|保持|稳定|控制|力争|目标|计划|"
    r"[两二三四五六七八九]项|每[人户名]|每[月年天日]|其中|位居|排名|排在|位列|首次|以上|以下|以内|左右|接近|将近|不到|不足|超|(?<!附)近|(?<![签节集合条预])约|达|为|是|共有|现有|在|到(?!位)|至|的|了|和|与|及|等|则|也|占比|比重|(?<![平人户亩日月年地])均|都|共(?!建|同|享)|又|各(?!类)|占|"
    r"全[国省市县区州盟旗球]|总量|总数|总额|数量|规模|合计|一共|情况|方面|主要|指标|报告|根据|显示|此外|另外|同时|以及|还"
)
_PIECE = regex(r"[,;。:!?、()]|以及|而且|并且|其中|[和与及]")
# What is done says little of what it is done to; how far it has come is another check's.
ACTS = regex(
    "谋划|引进|实施|安排|推进|储备|申报|用于|列入|开展|建设|改造|提升|提高|新建|新增|新开|发展|落实|支持|组织|推动|加快|启动|培育|打造|举办|办理|统筹|整治"
)


def standard(text: str) -> str:
    """Compact text with every standard indicator under its one name; 进出口 is one word and no 出口."""
    return _standard(text)


@lru_cache(maxsize=4096)
def _standard(text: str) -> str:
    parts, last = [], 0
    for mention in find_names(text):
        parts += [text[last : mention.start], compact(mention.name)]
        last = mention.end
    return "".join((*parts, text[last:])).replace("进出口", "贸口").replace("首批", "第一批")


@lru_cache(maxsize=4096)
def pairs(text: str) -> frozenset[str]:
    """The character pairs of a text in standard words, its frame aside."""
    plain = re.sub(r"[^\w.]|_", "　", FRAME.sub("　", standard(text)))
    return frozenset(p for i in range(len(plain) - 1) if "　" not in (p := plain[i : i + 2]))


@dataclass(frozen=True, slots=True)
class Own:
    """The words that a report says of one printed figure: beside it, and its indicator's."""

    near: frozenset[str]
    whole: frozenset[str]


def subject(known: Known, item: Item) -> Known:
    """The figure whose words a bare one of a row goes by: 甲2亿元、乙3亿元，分别增长4%、5%: 5% is of 乙."""
    at = item.known.index(known)
    first = at
    while first and re.fullmatch(r"[、,和与及]|以及", item.known[first].before):
        first -= 1
    if "分别" not in item.known[first].before:
        return known
    last = at
    while last + 1 < len(item.known) and re.fullmatch(r"[、,和与及]|以及", item.known[last + 1].before):
        last += 1
    size = last - first + 1
    if first < size:
        return known
    if leans(item.known[first].before):
        return item.known[at - size]
    # 甲、乙分别增长4%、5%，占全部比重分别为1%、2%: one row after another of the same.
    row = item.known[first - size : first]
    rows = "分别" in row[0].before and all(re.fullmatch("[、,和与及]|以及", k.before) for k in row[1:])
    return subject(item.known[at - size], item) if rows and size > 1 else known


def own(known: Known) -> Own:
    """The pairs of a printed figure's own words, with and without its indicator's other spellings."""
    fact = known.fact
    if fact is None:
        near = pairs(_last(known.before) + "　" + known.after)
        return Own(near, near)
    told = compact(f"{fact.indicator}　{fact.before}　{fact.after}")
    near = pairs(told)
    aliases = "　".join(aliases_of(fact.name)) if fact.name else ""
    return Own(near, near | pairs(compact(f"{fact.clause}")) & pairs(told) | pairs(aliases))


def _last(text: str) -> str:
    return CLAUSE_ENDS.split(text)[-1]


def said(before: str, after: str, drop: Iterable[str]) -> str:
    """The words that a sentence says of a figure: those of its piece before it, and the noun after it."""
    text = _PIECE.split(before)[-1]
    if not pairs(text):
        # 3所医院: what is counted stands after it.
        text += "　" + _PIECE.split(after)[0]
    for name in drop:
        text = text.replace(name, "　")
    return text


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a claim's words lie on a printed figure: all its own, or some of another figure's alone.

    ``core``: they are what the other is of, and not what this one is of.
    """

    aligned: bool = False
    foreign: str = ""
    core: bool = False


def align(words: str, known: Known, item: Item, rivals: Iterable[Known] = ()) -> Alignment:
    """``words`` as :func:`said`, against a figure, the others of its sentence and ``rivals`` elsewhere."""
    claimed = pairs(ACTS.sub("　", standard(words))) or pairs(words)
    if not claimed:
        return Alignment()
    above = _above(known, item)
    named = subject(known, item)
    told = own(named).whole.union(*(own(k).whole for k in above))
    left = claimed - told
    if known.figure.base_unit == RANK and claimed and not claimed & told:
        return Alignment(foreign="位次")
    if opposed(words, named):
        return Alignment(foreign="相反")
    if not left:
        return Alignment(aligned=True)
    # 深化与外省合作，签约项目4个: what stands ahead since the last figure is said of this one, too.
    left -= pairs("　".join(CLAUSE_ENDS.split(known.before)[:-1]))
    mine = core(named)
    plain = standard(words)
    acts = set(ACTS.findall(plain))
    for other in item.known:
        if other in (known, named, *above) or subject(other, item) is named or _same_row(other, named):
            continue
        theirs = core(other)
        if len(theirs) >= 3 and theirs in plain and mine and mine not in plain and theirs not in mine:
            return Alignment(foreign=theirs, core=True)
        whole = known.figure.base_unit == other.figure.base_unit and claimed <= own(other).whole
        if whole and not _same_row(other, known):
            return Alignment(foreign=min(left))
        taken = {p for p in (left - acts) & own(other).near if not _skips(p, mine)} - _shared(
            named, other, plain
        )
        if taken:
            return Alignment(foreign=min(taken))
    for other in rivals:
        if claimed <= own(other).whole:
            return Alignment(foreign=min(left))
    return Alignment()


def opposed(words: str, known: Known) -> bool:
    """Whether the words have one of two that exclude each other, and the figure's own only the other."""
    fact = known.fact
    return excludes(words, compact(f"{fact.indicator}　{fact.before}") if fact else known.before)


def core(known: Known) -> str:
    """A figure's indicator in standard words, its frame aside."""
    told = compact(known.fact.indicator) if known.fact else _last(known.before)
    return FRAME.sub("", standard(told))


def _skips(pair: str, words: str) -> bool:
    """Whether ``words`` have the pair with others between its characters: 能源装机 of 能源发电装机."""
    at = words.find(pair[0])
    return at >= 0 and pair[1] in words[at + 1 :]


def _shared(known: Known, other: Known, words: str) -> frozenset[str]:
    """What two figures of one row share though it is printed once: 低保、养老金标准; 招商签约额、到位额."""
    mine, theirs = core(known), core(other)
    after = other.figure.start > known.figure.start
    ends = [theirs[-n:] for n in (4, 3, 2)] if after else []
    shared = pairs(next((end for end in ends if end in words), ""))
    if mine and mine in words:
        starts = (theirs[:n] for n in range(len(theirs) - 1, 1, -1))
        shared |= pairs(next((start for start in starts if start in words), ""))
        if words.rstrip("　").endswith(mine) and not after and counted_as(other.figure.base_unit) == "个":
            # 新签约项目9个，开工率70%: 新签约项目的开工率.
            shared |= own(other).near
    return shared


def _above(known: Known, item: Item) -> list[Known]:
    """The figures that one without a name leans on, back to one that has a name: 项目4个、总投资2亿元."""
    if known.figure.base_unit in (RANK, "%", "百分点") or not leans(known.before) or not leans(known.after):
        return []
    chain: list[Known] = []
    for other in reversed(item.known[: item.known.index(known)]):
        chain.append(other)
        if not leans(other.before):
            break
    return chain


def _same_row(a: Known, b: Known) -> bool:
    """Whether two figures are of one indicator (a level and its growth)."""
    return bool(a.fact and b.fact and a.fact.indicator == b.fact.indicator)


def drops(item: Item) -> tuple[str, ...]:
    """The names by which a report's own place goes: they say nothing of whose figure it is."""
    return tuple(compact(n) for n in (item.place, short_name(item.place)))


def follows_otherwise(after: str, known: Known, item: Item) -> bool:
    """Whether the words behind a figure (投入5300万元改造取暖) are said only of a figure before it."""
    behind = pairs(_PIECE.split(after)[0])
    told = item.compact[known.figure.end :][:40]
    if len(behind) < 3 or len(behind & pairs(told)) or len(behind & own(known).whole):
        return False
    return any(len(behind & own(k).near) >= 3 for k in item.known if k.figure.start < known.figure.start)
