"""The draft for a question read as one: the kind of answer that it asks for gives it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reports.patterns import regex
from vectorstore.records import ReportEntry

from .drafting import refusals
from .drafting.citing import Citer
from .drafting.drafts import Draft, refuse, search_words
from .duties.duties import answer_duties, asks_of_holders
from .evidence.prepared import Shelf
from .figures.asked import answer_parts
from .figures.compare import NOT_TOLD
from .figures.ends import change_between
from .figures.figure import answer_cells_asked, answer_figure
from .passages.aims_explained import answer_aims_explained
from .passages.meta import answer_meta, newest_for
from .passages.opened import answer_passage, asks_how_too, figure_alone
from .questions.slots import Slots


def answer_as_one(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    """The draft for the question as one."""
    if explained := answer_aims_explained(slots, own, shelf):
        return explained
    if slots.nature == "both" and slots.task == "open":
        draft = answer_cells_asked(slots, own, shelf)
        if draft.answered:
            return draft
    if slots.task in ("list", "open", "who", "figure") and asks_of_holders(slots, own, shelf):
        return _duty(slots, own, shelf)
    handler = {
        "meta": _meta,
        "duty": _duty,
        "list": answer_passage,
        "open": _open,
        "who": answer_passage,
        "when": answer_passage,
    }.get(slots.task)
    if handler is not None:
        return handler(slots, own, shelf)
    if slots.task in ("compare", "difference", "trend", "table", "sum") or slots.nature == "both":
        draft = answer_cells_asked(slots, own, shelf)
        few = not draft.answered or draft.text.count(NOT_TOLD) >= len(slots.years) - 1
        if few and (told := change_between(slots, own, shelf)):
            return told
        if slots.task == "table" and len(slots.years) > 2 and few:
            # 2001到2006年撤并了多少: no single year tells, the years together may.
            together = replace(slots, span=(min(slots.years), max(slots.years)), years=(), task="figure")
            whole = answer_figure(together, own, shelf)
            return whole if whole.answered else draft
        return draft
    draft = answer_figure(slots, own, shelf)
    if not draft.answered and asks_how_too(slots):
        # 是哪个项目，用了多久: a passage may tell both.
        told = answer_passage(replace(slots, task="open"), own, shelf)
        if not told.answered and (alone := figure_alone(slots)):
            told = answer_figure(alone, own, shelf)
        return told if told.answered else draft
    return draft


_TRIED = 6


def of_one_report(slots: Slots, draft: Draft, own: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    """Figures of no year as one report tells them all, rather than one of each of several reports."""
    mixed = len({m.evidence.entry.id for m in draft.near}) > 1
    dated = slots.years or slots.span or slots.report_years or any(p.years or p.span for p in slots.parts)
    if not mixed or dated or len(slots.places) != 1 or slots.task != "figure":
        return draft
    told = []
    for entry in shelf.narrow(search_words(slots), own, _TRIED):
        whole = answer_as_one(slots, [entry], shelf)
        told.append(answer_parts(slots, whole, [entry], shelf) or whole)
    as_many = [d for d in told if d.answered and len(d.near) >= len(draft.near)]
    return max(as_many, key=lambda d: min(m.score for m in d.near), default=draft)


def _meta(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    chosen = newest_for(slots, own)
    citer = Citer()
    if not chosen and not (slots.report_years or slots.years):
        return refuse("库里没有这次会议的报告。")
    if not chosen:
        return refuse(
            refusals.no_year(replace(slots, years=slots.report_years or slots.years), own, (), citer)
        )
    answers = [answer_meta(slots, entry, shelf, citer) for entry in chosen[:8]]
    lines = [a.text for a in answers if a.text]
    if not lines:
        return refuse("；".join(a.missing for a in answers if a.missing) + "。")
    return Draft("\n".join(lines), True, "facts", citer)


def _duty(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    years = slots.report_years or slots.years
    notices = [e for e in own if not years or e.identity.year in years]
    citer = Citer()
    text = answer_duties(slots, notices, shelf, citer)
    if text and all("没有列出" in line for line in text.split("\n")):
        return refuse(text, (), citer)
    if text:
        return Draft(text, True, "facts", citer)
    have_notice = any(shelf.evidence(e).report.duties for e in notices)
    if have_notice:
        return refuse("责任分解通知里没有找到这项任务或这个单位。")
    return (
        answer_passage(slots, own, shelf)
        if _NAMED_LEADER.search(slots.text) or not re.search("牵头|责任", slots.text)
        else refuse("库里没有能回答这个问题的责任分解通知。")
    )


# 哪四所高校牵头建设: no department of a notice is asked for.
_NAMED_LEADER = regex(
    "哪(?:几|[一二两三四五六七八九])?[所家座个](?:高校|大学|学院|学校|医院|企业|公司|国企|央企|城市|县|区|市)[^，。？]{0,6}牵头"
)


def _number_told(slots: Slots, draft: Draft) -> bool:
    """Whether a question ends in the number of a thing (清淤量) and its figure is called by that thing."""
    asked = _NUMBER_LAST.search(slots.text)
    if asked is None or not draft.near:
        return False
    item = draft.near[0].item
    return slots.text[max(0, asked.start() - 2) : asked.start()] in item.near + item.after


# 老旧小区改造计划数, 溪塘清淤量: a number is asked for without a word of asking
_NUMBER_LAST = regex("(?:(?<![质力能重大])量|[户人个件家套]?数|金额|面积|规模|里程|人数|增[速幅])[？?。]?$")
_AMOUNT_LAST = regex(
    "(?:[交贸]易额|成交额|销售额|营业额|产值|营业?收入|总投资|投资额|床位数|面积|产量)[？?。]?$"
)


def _open(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    """Without a question word the words may name a figure; otherwise the passage answers."""
    if not re.search(
        r"如何|怎|为什么|为何|原因|介绍|概述|总结|说说|谈谈|讲讲|情况|措施|什么|做法|指|哪", slots.text
    ):
        draft = answer_figure(slots, own, shelf)
        told = slots.names or (draft.near and draft.near[0].strict >= 0.8)
        told = told or (draft.answered and _number_told(slots, draft))
        if draft.answered and told:
            return draft
        if _AMOUNT_LAST.search(slots.text) and not draft.answered:
            return draft  # 某平台2023年交易额: no sentence about it tells the amount
    return answer_passage(slots, own, shelf)
