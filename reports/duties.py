"""Who answers for which task: the 责任领导, 牵头单位, 责任单位 and 配合单位 of a notice or list."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reports import heads
from reports.patterns import regex
from reports.records import Duty, Section
from reports.repair import View

_LEADER, _LEAD, _UNIT, _SUPPORT = range(4)
_NAMES: tuple[tuple[int, str], ...] = (
    (_LEADER, r"(?:责任|牵头|分管|包联|包保|主管)(?:[市县区州省]级?)?领导|[责任]{2}人"),
    (_LEAD, r"(?:牵头|主办|主责|责任牵头)(?:责任)?(?:单位|部门)"),
    (_UNIT, r"(?:责任|承办|落实|实施|主管|完成)(?:单位|部门)"),
    (_SUPPORT, r"(?:配合|协办|协同|参与|参加|协助)(?:责任)?(?:单位|部门)"),
)
_FIELD = regex(
    r"(?<![\u4e00-\u9fff])(?:\d{1,2}[.．、])?(?:" + "|".join(f"({name})" for _, name in _NAMES) + r")[:：]"
)
_VALUE_END = regex(r"[。；;\n]")
_IMPRINT = regex(r"网站|电话|热线|备案|ICP|\d{6}")  # a web page's foot, not a task's units
_EACH = regex(r"各(?:[州市县区盟旗师镇乡]、)+")
_NOTHING = regex(r"[\s，。；、,;（）()【】\[\]:：]*")
_SEPARATOR = regex(r"[、，,；;\s]+")
_BRACKETS = regex(r"[（(][^）)]*[)）]")
_YEAR = r"(?:\d{4}年|今年|明年|当年)"
_DEADLINE = regex(
    rf"{_YEAR}?\d{{1,2}}月(?:\d{{1,2}}日|底|末|份|上旬|中旬|下旬)?(?:之?前|以前)"
    rf"|{_YEAR}\d{{1,2}}月(?:\d{{1,2}}日|底|末)"
    rf"|{_YEAR}?(?:年底|年末|上半年|下半年|年内|第?[一二三四]季度|前三季度)(?:底|末)?(?:之?前)?"
    r"|\d{4}年(?:底|末)(?:之?前)?|年底(?:之?前)?|\d{4}年(?:之?前|以前)"
)


@dataclass(frozen=True, slots=True)
class _Field:
    """One ``责任单位：…`` in the view; ``start`` at its name, ``value`` to ``end`` what it says."""

    kind: int
    start: int
    value: int
    end: int


def find_duties(view: View, sections: Sequence[Section]) -> tuple[Duty, ...]:
    """The tasks that say who answers for them, in order; empty for a report without such lines.

    ``number`` is a decimal for a numbered task (1. 2. 3.); a whole part may have its 责任领导 too.
    """
    return tuple(replace(duty, ordinal=ordinal) for ordinal, duty in enumerate(_duties(view, sections)))


def _duties(view: View, sections: Sequence[Section]) -> Iterator[Duty]:
    starts = [view.to_view(section.start) for section in sections]
    fields = _fields(view.text)
    done = 0  # where the last task's fields end
    at = 0
    while at < len(fields):
        ordinal = bisect_right(starts, fields[at].start) - 1
        group = [fields[at]]
        at += 1
        while at < len(fields) and _NOTHING.fullmatch(view.text, group[-1].end, fields[at].start):
            group.append(fields[at])
            at += 1
        begin = max(done, starts[ordinal])
        done = group[-1].end
        yield _duty(view, sections[ordinal], begin, group)


def _fields(text: str) -> list[_Field]:
    matches = list(_FIELD.finditer(text))
    found = []
    for at, match in enumerate(matches):
        limit = matches[at + 1].start() if at + 1 < len(matches) else len(text)
        stop = _VALUE_END.search(text, match.end(), limit)
        end = stop.start() if stop else limit
        value = text[match.end() : end]
        depth = 0
        for offset, char in enumerate(value):  # （牵头单位：…） ends at its own bracket
            depth += char in "（("
            depth -= char in "）)"
            if depth < 0:
                end = match.end() + offset
                break
        if _IMPRINT.search(text, match.end(), end):
            continue
        found.append(_Field((match.lastindex or 1) - 1, match.start(), match.end(), end))
    return found


def _duty(view: View, section: Section, begin: int, group: list[_Field]) -> Duty:
    task = view.text[begin : group[0].start].strip(" \n，。；（(【[")
    label = heads.label(task[:16]) if task else None
    number = _number(task, label)
    task = task[label[2] :].strip() if label else task
    if not task:  # the field is a numbered line of its own: the task is the head above
        own = next((title for title in reversed(section.path) if not _FIELD.match(title + "：")), "")
        above = heads.label(own[:16])
        number, task = _number(own, above), own[above[2] :] if above else own
    values: list[list[str]] = [[], [], [], []]
    for one in group:
        values[one.kind] += _names(view.text[one.value : one.end])
    start, end = view.to_stored(begin, group[-1].end)
    deadlines = dict.fromkeys(match.group() for match in _DEADLINE.finditer(task))
    return Duty(
        ordinal=0,
        number=number,
        task=re.sub(r"(?<=[，。；：、])\s*\n\s*", "", task).replace("\n", "，"),
        leaders=tuple(values[_LEADER]),
        lead_units=tuple(values[_LEAD]),
        units=tuple(values[_UNIT]),
        support_units=tuple(values[_SUPPORT]),
        deadline="、".join(deadlines),
        start=start,
        end=end,
        section=section.ordinal,
    )


def _number(text: str, label: tuple[int, int, int] | None) -> str:
    """The label's number as printed, without its marks (12, 一)."""
    return re.sub(r"[^\d一二三四五六七八九十]", "", text[: label[2]]) if label else ""


def _names(value: str) -> list[str]:
    """Names split at 、，； and spaces, but not inside brackets or 各州、市."""
    shielded = value
    for whole in (_BRACKETS, _EACH):  # 区产业(物流)中心 and 各州、市人民政府 are one name
        shielded = whole.sub(lambda match: "\0" * len(match.group()), shielded)
    names, at = [], 0
    for match in [*_SEPARATOR.finditer(shielded), None]:
        end = match.start() if match else len(value)
        name = value[at:end].strip()
        if name:
            names.append(name)
        at = match.end() if match else end
    return names
