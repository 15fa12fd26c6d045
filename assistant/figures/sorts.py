"""Things of one sort told apart: 工业企业 and 服务业企业, 生物医药产业 and 电子信息产业."""

from __future__ import annotations

from collections.abc import Sequence

from reports.patterns import regex
from reports.text import plain

from ..evidence.matching import Need
from ..evidence.prepared import FactText

# The sort of a thing: what stands before it says which one it is.
_SORT = regex(
    "产业链|产业园|产业(?![园链])|企业|行业|加工业|制造业|养殖业|种植业|项目|园区|开发区|机场|大学|专线|合作社|"
    "医院|水库|(?<=低保|养老|救助|抚恤|公积|失业|助学|奖学|退休|慰问|补偿|赔偿)金|铁路|高铁|高速|大桥|贷款|保险|专利|景区|口岸|港口?|码头|电站|公园|小区|农场|基地|平台|中心|产量|种植面积|存栏|出栏"
)
_TRADES = ("产业链", "产业", "行业", "加工业", "制造业", "养殖业", "种植业", "企业")
_BREAK = regex("[^一-鿿]")
# Words that say nothing of which one it is: how it came about, how much of it there is, how it ranks.
_NEUTRAL = regex(
    "围绕|聚焦|瞄准|针对|盯[的着是]*|发放|支付|拨付|新增|新建|新开工|新引进|新签约|新|开工|竣工|建成|在建|续建|实施|推进|完成|实现|达到|培育|引进|签约|落地|招商|储备|谋划|"
    "投产|入库|申报|争取|列入|安排|建设|改造|认定|获批|拥有|现有|共有|累计|全年|全[省市县区州盟旗]|年度|当年|本年|往|入驻|进驻|重点|重大|大型|"
    "主要|优质|龙头|骨干|好|大|市级|各类|各|的|和|与|及|等|为|有|在|对|家|个|了|给|帮|发|向|让|把|其中|"
    "农业产业化|(?:[十百千万亿]*[级元])?以上|[万亿元]|超过|突破|[超过](?=[十百千亿])"
)


def of_another_sort(need: Need, item: FactText, told_in: Sequence[str]) -> bool:
    """Whether a figure is of another thing of the sort asked for, or of more than it, by its own words.

    Such a figure comes near and is no answer; nor is what comes after it any likelier for that.
    """
    own = plain(item.fact.indicator)
    near = item.near.replace(own, item.named) if own else item.near
    return _of_another(need, near, item.words[2]) or _narrower(need, own, told_in)


def _of_another(need: Need, own: str, clause: str) -> bool:
    """Whether ``own``, a figure's folded words, name another thing of the very sort that is asked for.

    False where its folded ``clause`` tells of the thing that is asked for, be it in other words.
    """
    asked, told = _things(need.content), _things(own)
    for sort in {s for s, _, _ in asked}:
        others = [which for s, which, _ in told if s == sort]
        wanted = [(which, end) for s, which, end in asked if s == sort]
        apart = [_apart(which, other) for which, _ in wanted for other in others]
        if not apart or not all(apart):
            continue
        said = (a for _, end in wanted for a in need.alike if a.start < end - len(sort) <= a.end + 1)
        forms = [form for alike in said for form in alike.spellings if form not in sort]
        pairs = [pair for words in apart for which, _ in wanted for pair in _pairs(words, which + sort)]
        if not any(words in clause for words in (*pairs, *forms)):
            return True
    return False


def _things(text: str) -> list[tuple[str, str, int]]:
    """Each thing of a sort in ``text``: its sort, the words that say which one it is, and its end."""
    found: list[tuple[str, str, int]] = []
    start = 0
    for match in _SORT.finditer(text):
        which = _NEUTRAL.sub("", _BREAK.split(text[start : match.start()])[-1])
        found.append((match.group(), which.replace("规模以上", "规上")[-6:], match.end()))
        start = match.end()
    return found


def _narrower(need: Need, own: str, told_in: Sequence[str]) -> bool:
    """Whether a part of what ``own`` tells of is asked for (氢能装备制造业 of 装备制造业), told nowhere."""
    told = _things(own)
    for sort, which, _ in _things(need.content):
        others = [other for s, other, _ in told if s == sort and sort in _TRADES]
        if not others or any(len(o) < 2 or o == which or not which.endswith(o) for o in others):
            continue
        extra = which[: -min(map(len, others))]
        at = need.content.find(extra)
        said = [s for a in need.alike if a.start < at + len(extra) and a.end > at for s in a.spellings]
        forms = [*(extra[i : i + 2] for i in range(len(extra) - 1)), *said]
        if len(extra) > 1 and not any(form in text for form in forms for text in told_in):
            return True
    return False


def _apart(which: str, other: str) -> str:
    """What tells a thing from another of its sort, or ``""`` where they share more than their ends."""
    while which and other and which[0] == other[0]:
        which, other = which[1:], other[1:]
    size = len(which)
    while which and other and which[-1] == other[-1]:
        which, other = which[:-1], other[:-1]
    if len(which) == 1 and size > 2:
        return ""  # 发担保 and 放担保: no word of its own
    return which if which and other and not set(which) & set(other) else ""


def _pairs(words: str, whole: str) -> list[str]:
    """The character pairs of ``words``; of a single one that with what follows it in ``whole``."""
    if len(words) == 1:
        at = whole.find(words)
        words = whole[at : at + 2]
    return [words[i : i + 2] for i in range(len(words) - 1)]
