"""Questions about a report as a whole: what was done, what is planned. The heads answer them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.patterns import regex
from reports.records import Section
from vectorstore.records import ReportEntry

from ..drafting.citing import Citer
from ..drafting.drafts import Draft
from ..evidence.prepared import Evidence, Shelf
from ..questions.slots import Slots
from .headings import how_many

_GENERAL = regex(
    r"介绍|总结|概括|概述|说说|谈谈|讲讲|取得|成绩|成就|成效|工作|重点|主要|做|干|完成|任务|进展|情况|内容|要点|亮点|方面|安排|"
    r"推进|开展|抓好?|政府|报告|整体|总体|大事|事情?|一下|过去|回顾|计划|打算|准备|要|的|了"
)
LOOKS_BACK = regex(r"回顾|成就|成绩|过去|总结|工作情况")
_AHEAD = regex(r"重点|安排|任务|今年|工作部署|主要工作|今后|目标")
_ASKS_BACK = regex(r"成绩|成就|取得|做了|干了|完成|回顾|过去|成效|进展")
_MOST = 14


def is_general(slots: Slots) -> bool:
    """Whether nothing but the work as a whole is asked about."""
    content = slots.content.replace(" ", "")
    return slots.task in ("open", "list") and bool(content) and not _GENERAL.sub("", content)


def answer_overview(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """The heads of the part that reviews or plans the year; None where the report has none."""
    entry, back = _report(slots, own)
    if entry is None:
        return None
    evidence = shelf.evidence(entry)
    wanted, other = (LOOKS_BACK, _AHEAD) if back else (_AHEAD, LOOKS_BACK)
    heads = _heads(evidence, wanted, other)
    count = how_many(slots.text)
    if len(heads) < 2 or (count > 2 and count != len(heads)):
        return None  # 七个方面 are not told by six heads
    citer = Citer()
    lines = []
    for section in heads[:_MOST]:
        lines.append(f"- {section.title}{citer.cite(evidence, section.start, section.body)}")
    year = (entry.identity.year or 0) - (1 if back else 0)
    about = f"{entry.identity.place}{year}年" if entry.identity.year else entry.identity.place
    opening = f"{about}{'工作回顾' if back else '工作安排'}，报告分这些方面来写："
    return Draft(opening + "\n" + "\n".join(lines), True, "extractive", citer)


def _report(slots: Slots, own: Sequence[ReportEntry]) -> tuple[ReportEntry | None, bool]:
    """(the report, whether its review is asked for rather than its plan)."""
    by_year = {e.identity.year: e for e in own if e.identity.kind != "责任分解通知" and e.identity.year}
    back = slots.nature == "实绩" or (slots.nature != "目标" and bool(_ASKS_BACK.search(slots.text)))
    if slots.report_years:
        return by_year.get(slots.report_years[0]), back
    if not slots.years:
        return (by_year[max(by_year)] if by_year else None), back
    year = max(slots.years)
    if not back and slots.nature != "目标" and year not in by_year:
        back = True
    return by_year.get(year + 1 if back else year), back


def _heads(evidence: Evidence, wanted: re.Pattern[str], other: re.Pattern[str]) -> list[Section]:
    """The heads right below the part whose own head is of the kind wanted, with text of their own."""
    sections = evidence.report.sections
    tops = [
        s.path[0]
        for s in sections
        if s.level == 1 and wanted.search(s.path[0]) and not _first(other, wanted, s.path[0])
    ]
    for top in tops:
        below = [s for s in sections if s.level == 2 and s.path[0] == top and s.body > s.start]
        if len(below) >= 2:
            return below
    return []


def _first(other: re.Pattern[str], wanted: re.Pattern[str], title: str) -> bool:
    """Whether the other kind is named before the wanted one."""
    theirs, ours = other.search(title), wanted.search(title)
    return bool(theirs and ours and theirs.start() < ours.start())
