"""Duties in a table of a report whose cells became lines: the project, its units and leaders."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reports.patterns import regex
from reports.repair import tidy
from reports.text import plain

from ..drafting.citing import Citer
from ..evidence.matching import sentence_coverage, weigh
from ..evidence.prepared import Evidence
from ..questions.content import DUTY_WORDS
from ..questions.slots import Slots

_HEADER = regex(r"(?:责任|牵头|承办|负责)\s*(?:单位|部门)[^。]{0,30}?(?:牵头|责任|包联|分管)\s*(?:领导|人)")
_ROW = regex(r"(?m)^[ \t　]*(\d{1,2})[ \t　]*$")
_UNIT = regex(r"^[一-鿿（）()、]{1,14}(?:局|委|办|镇|乡|公司|中心|街道|委员会|政府|院|集团|部|处)$")
_PERSON = regex(r"^[一-鿿][ 　]?[一-鿿]{1,2}(?:[ 　、]*[一-鿿][ 　]?[一-鿿]{1,2}){0,3}$")
_MONEY = regex(r"[\d.]+\s*(?:亿|万)元")
_ABOUT_THE_TABLE = regex(
    r"[一二三四五六七八九十\d]+(?:大|项|件)(?:重点)?(?:工程|项目|实事)(?:之一|里|中)?|要?投(?:资)?(?=\s|$|[^一-鿿]|牵|谁)|由|领导"
)
_ENOUGH = 0.6


@dataclass(frozen=True, slots=True)
class Row:
    """One project of such a table; ``[start, end)`` is its run in the stored text."""

    name: str
    units: tuple[str, ...]
    people: tuple[str, ...]
    money: str
    start: int
    end: int


def rows_of(evidence: Evidence) -> list[Row]:
    """The numbered rows below each header that names units and leaders; empty where there is none."""
    text = evidence.report.text
    rows: list[Row] = []
    for header in _HEADER.finditer(text):
        marks = list(_ROW.finditer(text, header.end()))
        number = 1
        for at, mark in enumerate(marks):
            if int(mark[1]) != number:
                break
            end = marks[at + 1].start() if at + 1 < len(marks) else len(text)
            if row := _row(text, mark.end(), end):
                rows.append(row)
            number += 1
    return rows


def _row(text: str, start: int, end: int) -> Row | None:
    lines = [(m.start() + start, m.group().strip()) for m in re.finditer(r"[^\n]+", text[start:end])]
    lines = [(at, line) for at, line in lines if line]
    units = [i for i, (_, line) in enumerate(lines) if i and _UNIT.match(line)]
    if not lines or not units:
        return None
    last = units[-1]
    while last + 1 < len(lines) and _PERSON.match(lines[last + 1][1]):
        last += 1
    people = tuple(tidy(line) for _, line in lines[units[-1] + 1 : last + 1])
    money = next((m.group() for _, line in lines if (m := _MONEY.fullmatch(line))), "")
    stop = lines[last][0] + len(lines[last][1])
    return Row(lines[0][1], tuple(lines[i][1] for i in units), people, money, lines[0][0], stop)


def answer_rows(slots: Slots, evidences: Sequence[Evidence], citer: Citer) -> str:
    """Units and leaders of the project that the question names, or ``""`` where no row fits."""
    content = _ABOUT_THE_TABLE.sub(" ", DUTY_WORDS.sub(" ", slots.content)).strip()
    content = re.sub("(?:工程|项目)$", "", content) or content
    best: tuple[float, Evidence, Row] | None = None
    for evidence in evidences:
        need = weigh(content, evidence)
        for row in rows_of(evidence) if need.says_something else ():
            covered = sentence_coverage(need, [(plain(row.name), 1.0)])
            if covered >= _ENOUGH and (best is None or covered > best[0]):
                best = covered, evidence, row
    if best is None:
        return ""
    _, evidence, row = best
    parts = [f"责任单位：{'、'.join(row.units)}"]
    if row.people:
        parts.append(f"牵头领导：{'、'.join(row.people)}")
    if row.money and re.search("投|钱|资金", slots.text):
        parts.insert(0, f"总投资{row.money}")
    return f"“{row.name}”——{'；'.join(parts)}。{citer.cite(evidence, row.start, row.end)}"
