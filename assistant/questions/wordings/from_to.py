"""A change asked for with both its ends, put plainly: 从多少公里增加到多少公里.

从每人多少钱降到了多少钱 says first of whom each is, 从什么标准提到了什么标准 asks how much, and
从2018年的多少增加到2023年的多少 names two years. 第几 stays: a rank is asked for.
"""

from __future__ import annotations

import re

from reports.numerals import chinese_value
from reports.patterns import regex
from reports.units import UNITS, any_of

_PER = "每(?:[人户亩吨斤度村]|个[一-鿿]{1,2})(?:每?[年月天])?|人均|户均|生均|亩均|平均"
_MUCH = (
    "(?:(?P<{0}>第?(?:多少|几))(?P<{0}_of>(?:万亿|百亿|亿|百万|万)?(?:"
    + any_of({*UNITS, "钱", "块钱"})
    + ")?)|百分之(?:几|多少)|"
    "(?:什么|怎样|多高|多大)(?:样)?的?(?:一?个)?(?:标准|水平|程度|规模|价格?|价位|数|比例|份额|位次|名次)|多[高大])"
)
_YEAR = r"(?:19|20)\d\d年(?:[底末初])?"
_THEN = (
    rf"(?:(?P<first>{_YEAR})|(?P<ago>[两二三四五六七八九十])年(?:以)?前|[上去]年|上一年|[原本]来|原先|过去|"
    "最初|起初|当初|[以此]前|期初|年初|[调整改]前)?的?"
)
_NOW = rf"(?:(?P<last>{_YEAR})|如今|现在|目前|后来|当年|年末|年底)?的?"
_ENDS = regex(
    rf"[从由]{_THEN}(?P<per>{_PER})?{_MUCH.format('one')}(?P<moved>[^，,。？?；;多几第每]{{0,6}}?[到至成为])了?"
    rf"{_NOW}(?:{_PER})?{_MUCH.format('other')}(?=$|[，,。？?；;（(])"
)


# 五年前后相差多少亿元
_BEFORE_AND_AFTER = regex(
    "(?P<years>[两三四五六七八九十]年)?(?:的)?前后(?:一?共|总共|大约|到底)?(?:相差|差)了?(?:有|是)?(?P<much>多少|几)"
    "(?P<of>(?:万亿|百亿|亿|百万|万)?(?:" + any_of({*UNITS, "钱", "块钱"}) + ")?)(?=$|[，,。？?])"
)


def both_ends(asked: str) -> str:
    """``asked`` with the change it asks for as 从多少…到多少, in the unit that it names."""
    asked = _BEFORE_AND_AFTER.sub(_two_ends, asked)
    found = _ENDS.search(asked)
    if found is None:
        return asked
    head, tail = asked[: found.start()], asked[found.end() :]
    if found["ago"]:
        if len(now := list(_NOW_SAID.finditer(head))) != 1:
            return asked  # 从五年前的多少增加到多少: counted from some year
        last, ago = int(now[0][1]), int(chinese_value(found["ago"]) or 0)
        head = f"{head[: now[0].start()]}从{last - ago}年到{last}年{head[now[0].end() :]}"
    return head + _plainly(found) + tail


def _two_ends(found: re.Match[str]) -> str:
    much = f"{found['much']}{found['of']}"
    years = f"这{found['years']}" if found["years"] else ""
    return f"{years}从{much}变为{much}，相差{much}"


_NOW_SAID = regex(r"((?:19|20)\d\d)年[底末]?")


def _plainly(found: re.Match[str]) -> str:
    one, other = found["one"] or "多少", found["other"] or "多少"
    if "%" in found.group() or "百分之" in found.group():
        one = other = "百分之几"
    of, unit = found["one_of"] or "", found["other_of"] or ""
    years = f"从{found['first']}到{found['last']}" if found["first"] and found["last"] else ""
    if found["first"] and not years:
        return found.group()  # 从2018年的多少增加到多少: of that year more is to be said
    whose = (years or found["last"] or "") + (found["per"] or "")
    return f"{whose}从{one}{of or unit}{found['moved']}{other}{unit or of}"
