"""Questions whose answer is a passage: how, why, which, who and when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.text import plain
from vectorstore.records import ReportEntry

from . import refusals
from .citing import Citer
from .drafts import Draft, refuse, search_words
from .evidence import Shelf
from .passages import ENOUGH as ENOUGH_PASSAGE
from .passages import essence, find_sentences, gather
from .slots import Slots


def answer_passage(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    chosen = _passage_reports(slots, own)
    if not chosen:
        return refuse(refusals.no_year(slots, own, (), Citer()))
    found = find_sentences(slots, shelf.narrow(search_words(slots), chosen, 8), shelf)
    # A name or a date that is not there must not be answered with a sentence on the same subject.
    enough = 0.64 if slots.task in ("who", "when") else ENOUGH_PASSAGE
    if slots.task == "open" and not _OPEN_ASKED.search(slots.text):
        enough = 0.75
    if not found or found[0].covered < enough:
        return refuse(refusals.no_figure(slots, (), Citer()))
    title = _TITLE.search(slots.content.replace(" ", ""))
    if slots.task == "who" and title and plain(title.group()) not in plain(found[0].text):
        return refuse(refusals.no_figure(slots, (), Citer()))
    citer = Citer()
    parts = []
    limit = 420
    single = slots.task in ("who", "when") or _ONE_THING.search(slots.text)
    if single:
        mark = citer.cite(found[0].evidence, *found[0].span)
        return Draft(essence(slots, found[0]) + mark, True, "extractive", citer)
    for piece in gather(slots, found, limit=limit):
        start, end = piece.span
        parts.append(piece.text + citer.cite(piece.evidence, start, end))
    return Draft("\n".join(parts), True, "extractive", citer)


# Who holds an office: a sentence that does not name the office does not tell.
_TITLE = re.compile(
    r"[一-鿿]{0,3}(?:书记|主任|局长|部长|市长|县长|区长|省长|乡长|镇长|主席|院长|校长|会长|冠军|亚军|第一名|总经理|董事长)$"
)
_OPEN_ASKED = re.compile(
    r"如何|怎|为什么|为何|原因|介绍|概述|总结|说说|谈谈|讲讲|情况|措施|什么|哪|做法|指|成就|成绩"
)
_ONE_THING = re.compile(
    r"什么[^，。？?]{0,8}(?:称号|荣誉|奖项?|名称|牌子)|哪[两三]?(?:个|家|座|条|所|位|款|一个|一家)(?!方面)|(?:没有|吗|了没|到多少)[？?]?$"
)


def _passage_reports(slots: Slots, own: Sequence[ReportEntry]) -> list[ReportEntry]:
    """The reports that may hold a passage: those of the years asked, else the newest of each place."""
    if slots.report_years:
        return [e for e in own if e.identity.year in slots.report_years]
    if slots.years:
        wanted = {
            y for year in slots.years for y in ((year,) if slots.nature == "目标" else (year, year + 1))
        }
        chosen = [e for e in own if e.identity.year in wanted]
        if not chosen and slots.nature == "目标":
            # What a year had planned is told by the report that reviews it, too.
            chosen = [e for e in own if e.identity.year in {y + 1 for y in slots.years}]
        if chosen or max(slots.years) <= max((e.identity.year or 0 for e in own), default=0) + 1:
            return chosen
    # 2035年远景目标: a year far ahead is what a report speaks of, not the report's own.
    return list(own)
