"""What belongs to each figure of a row: 甲2亿元、乙3亿元，分别增长4%、5%; 8个甲、9个乙完成率分别达7%、6%."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.patterns import regex

from .material import CLAUSE_ENDS, Item

_JOINED = regex(r"[、,和与及]|以及")
_EACH = regex("分别|各自?")
_AND = regex(r"以及|[、,和与及]")
_LONGEST_TAIL = 8


def row_of(between: Sequence[str], at: int) -> tuple[int, int]:
    """The first and last of the figures joined to the ``at``-th; ``between[i]`` stands before the i-th."""
    first = last = at
    while first and _JOINED.fullmatch(between[first]):
        first -= 1
    while last + 1 < len(between) and _JOINED.fullmatch(between[last + 1]):
        last += 1
    return first, last


def partner(between: Sequence[str], at: int) -> int:
    """The figure that a bare one of a row goes by: the 5% of 2亿元、3亿元，增幅分别为4%和5%; -1: none."""
    first, last = row_of(between, at)
    size = last - first + 1
    if size < 2 or first < size or not _EACH.search(between[first]):
        return -1
    ahead = between[first - size + 1 : first]
    words = _EACH.split(between[first])[0]
    bare = re.sub(r"[^\w]|增长|增速|增幅|涨幅|同比|下降|提高|比上年|较上年|均|也", "", words)
    one_clause = all(len(b) <= 24 and not re.search("[;。]", b) for b in ahead)
    return at - size if one_clause and len(bare) < 2 else -1


def counted(item: Item, at: int) -> list[str]:
    """The words of a rate of what is counted before it: 8个省级、9个市级项目完成率分别达70%、60%."""
    between = [k.before for k in item.known]
    first, last = row_of(between, at)
    size = last - first + 1
    if size < 2 or first < size or not _EACH.search(between[first]):
        return []
    named = [item.compact[item.known[i].figure.end : item.known[i + 1].figure.start] for i in range(first)]
    told = named[first - size : first]
    parts = [_AND.sub("", part) for part in told]
    if any(CLAUSE_ENDS.search(part) for part in told) or not all(parts):
        return []
    final = _EACH.split(parts[-1])[0]
    own = parts[at - first] if at < last else final
    return [own, final[len(own) :]] if at < last else [own]


def shared_tail(words: str, item: Item, at: int) -> str:
    """What the last name of a row (甲、乙零售额分别增长4%、5%) lends: what ``words`` end on."""
    between = [k.before for k in item.known]
    first, last = row_of(between, at)
    if at == last or not _EACH.search(between[first]):
        return ""
    clause = CLAUSE_ENDS.split(item.compact[: item.known[first].figure.start])[-1]
    names = [n for n in _AND.split(_EACH.split(clause)[0]) if n]
    if len(names) != last - first + 1:
        return ""
    final = names[-1]
    tails = (final[-size:] for size in range(min(_LONGEST_TAIL, len(final) - 1), 1, -1))
    return next((tail for tail in tails if words.rstrip("　").endswith(tail)), "")


def lent(name: str, final: str) -> str:
    """A name of a list with what the last one lends to it: 汽车行业、有色金属行业增加值."""
    for size in range(min(len(name), 6), 1, -1):
        at = final.find(name[-size:])
        if at >= 0:
            return name + final[at + size :] if at + size < len(final) else name
    return name
