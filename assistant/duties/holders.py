"""Whom a question names of those who answer for tasks, and whether it asks for their tasks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.patterns import regex
from reports.records import Duty
from reports.text import plain

from ..evidence.prepared import Evidence
from ..questions.content import DUTY_WORDS
from ..questions.places import short_name
from ..questions.slots import Slots

_UNIT_NAMED = regex(
    "(?:^|(?<=[区县市省州由归是让给和与跟、，,年里中把]))(?=((?:[一-鿿]{2,12}?)(?:局|委员会|委|办|中心)))"
)
# What a question says of someone's tasks besides the name and 负责: none of it is of a task.
_SAID_OF_TASKS = regex(
    "(?:任务|责任)?分[解工](?:方案|表)?|通知|文件|手[上里头]|名下|头上|挂帅|[当作做]为?|参[加与]?|需要?|一起|一块儿?|共同|合作|联合|交给|"
    "列(?:[出一](?:来|下)?)?|领域|活儿?|职责|责任|[这那]?[位名]|领导|亲自|直接|各自|[一这]?些|主要|具体|有?哪[几些]?|[块件][事儿]?|两[人个位家]|项目|[归由管抓扛做干把的是要也还都又那份里与和]"
)
_WHO_DOES = regex(
    "谁|哪(?:个|些|几个|几家|家|位|几位|两家)(?:单位|部门|局|委|领导|人)|哪几?位|(?:单位|部门|领导)(?:又|都|各|分别)?(?:是|有)(?:哪|谁|什么)"
)


def unit_forms(name: str) -> tuple[str, ...]:
    """The ways in which a question may write a unit: 东安路街道 for 东安路街道办事处, 民政局 for 区民政局."""
    short = name.removesuffix("办事处").removesuffix("人民政府")
    bare = short.lstrip("区市县省")
    return tuple({name, short, bare} if len(bare) >= 3 else {name, short} if len(short) >= 2 else {name})


def forms_in(text: str, name: str) -> list[str]:
    """How a plain ``text`` writes ``name``: as it is, in short, or in full (应急管理局 for 区应急局)."""
    forms = unit_forms(plain(name))
    if found := [form for form in forms if form in text]:
        return found
    bare = min(forms, key=len)
    return [
        match[1]
        for match in _UNIT_NAMED.finditer(text)
        if _abbreviates(match[1].lstrip("区县"), bare) or _abbreviates(bare, match[1].lstrip("区县"))
    ]


def _abbreviates(short: str, name: str) -> bool:
    """Whether ``short`` leaves characters out of ``name`` alone: 文旅局 is 文化广电和旅游局."""
    short, name = (one.replace("委员会", "委") for one in (short, name))
    if not 3 <= len(short) < len(name) or short[-1] != name[-1]:
        return False
    for part in (name, name.partition("和")[2]):
        rest = iter(part[1:])
        if part[:1] == short[0] and all(char in rest for char in short[1:]):
            return True
    return False


def _names(duty: Duty) -> tuple[str, ...]:
    return (*duty.leaders, *duty.lead_units, *duty.units, *duty.support_units)


def holders_named(slots: Slots, evidences: Sequence[Evidence]) -> tuple[str, ...]:
    """The people or the units that the question names, in the notice's spelling."""
    text = plain(slots.question)
    names = {name for e in evidences for d in e.report.duties for name in _names(d)}
    written = {name: forms for name in names if (forms := forms_in(text, name))}

    def place_in_question(name: str) -> int:
        return text.find(min(written[name], key=len))

    longest = sorted(written, key=lambda n: (-len(n), place_in_question(n), n))
    people = [
        n for n in longest if len(n) <= 3 and any(n in d.leaders for e in evidences for d in e.report.duties)
    ]
    if len(people) > 1:
        return tuple(sorted(people, key=text.find))
    # 县民政局和县水利局: each unit; 水利局 within 县水利局 is the same one.
    units: list[str] = []
    for name in longest:
        if not any(f in plain(u) or plain(u) in f for u in units for f in written[name]):
            units.append(name)
    return tuple(sorted(units[:4], key=place_in_question))


def asks_for_tasks(slots: Slots, holders: Sequence[str]) -> bool:
    """Whether nothing is said but whom the tasks are of: 列一下县住建局牵头的工作, 王某名下有哪些任务."""
    if _WHO_DOES.search(slots.text):
        return False
    asked, rest = plain(slots.question), slots.content.replace(" ", "")
    places = "|".join(re.escape(name) for place in slots.places for name in (place, short_name(place)))
    for form in sorted((f for h in holders for f in forms_in(asked, h)), key=len, reverse=True):
        rest = rest.replace(re.sub(places, "", form), " ")
    return len(re.sub("[^一-鿿]", "", _SAID_OF_TASKS.sub(" ", DUTY_WORDS.sub(" ", rest)))) < 2
