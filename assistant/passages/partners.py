"""Two places in one word, as reports write what they do together: 苏陕协作, 深哈产业园."""

from __future__ import annotations

import re
from functools import lru_cache

from reports.text import fold

from ..questions.places import short_name

# What stands for a place beside another; else the first character of its name does.
_LETTERS: dict[str, str] = dict(
    re.findall(
        r"(\w+):(\w+)",
        "北京:京 天津:津 河北:冀 山西:晋 内蒙古:蒙 辽宁:辽 吉林:吉 黑龙江:黑龙 "
        "上海:沪申 江苏:苏 浙江:浙 安徽:皖 福建:闽 江西:赣 山东:鲁 河南:豫 "
        "湖北:鄂 湖南:湘 广东:粤 广西:桂 海南:琼 重庆:渝 四川:川蜀 贵州:黔贵 "
        "云南:滇云 西藏:藏 陕西:陕 甘肃:甘陇 青海:青 宁夏:宁 新疆:疆新 香港:港 "
        "澳门:澳 台湾:台 南京:宁 宁波:甬 福州:榕福 大连:连 成都:成蓉 广州:广穗",
    )
)
_ONE = 2


def of_both(content: str, place: str) -> list[tuple[int, int, tuple[str, ...]]]:
    """``[start, end)`` of each other place in folded words, with its names joined to that of ``place``."""
    if not place or (own := _letters(short_name(place))) == "":
        return []
    found = []
    for start, end, name in _named(content):
        joined = (pair for a in own for b in _letters(name) if a != b for pair in (a + b, b + a))
        found.append((start, end, tuple(pair for pair in joined if not _is_place(pair))))
    return found


def _letters(short: str) -> str:
    """The characters that stand for a place, by its short name."""
    return _LETTERS.get(short, short[:1])


@lru_cache(maxsize=1024)
def _named(content: str) -> tuple[tuple[int, int, str], ...]:
    """``[start, end)`` of each place that folded words name, with its short name."""
    from reports.gazetteer import find

    mentions = find(content, short=True)
    return tuple((m.start, m.end, m.places[0].short) for m in mentions if m.end - m.start >= _ONE)


@lru_cache(maxsize=4096)
def _is_place(pair: str) -> bool:
    """Whether two characters name a place of their own (海南)."""
    from reports.gazetteer import find

    return any(m.end - m.start == len(pair) for m in find(fold(pair), short=True))
