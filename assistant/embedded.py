"""The embedded default: answers from facts and sentences, without any LLM."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reports import gazetteer
from reports.text import plain
from vectorstore.records import ReportEntry

from .drafting import refusals
from .drafting.citing import Citer
from .drafting.drafts import Draft, refuse
from .duties.duties import answer_duties
from .elsewhere.above import answer_above
from .elsewhere.bearing import bearing, tells_of
from .elsewhere.earlier import answer_since
from .elsewhere.within import of_another_site, within_parent
from .evidence.prepared import Shelf
from .figures.ahead import answer_ahead
from .figures.asked import answer_parts, answer_sides, of_another_part, one_side_only, with_gap
from .figures.compare import NOT_TOLD
from .figures.figure import answer_cells_asked, answer_figure
from .figures.following import asks_which, follow, listed_there
from .figures.pairs import with_its_pair
from .figures.together import answer_together
from .figures.totals import answer_total, with_total
from .passages.meta import answer_meta, newest_for
from .passages.opened import (
    answer_passage,
    answer_quoted,
    answer_term,
    answer_unheard,
    asks_how_too,
    with_its_sentence,
)
from .passages.overview import answer_overview, is_general
from .passages.terms import term_asked
from .questions.contrasts import carries_other, in_place_of
from .questions.parts import asks_once, asks_total
from .questions.places import of_places
from .questions.slots import Slots
from .rereading import says


def answer(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    """The draft for one question over the reports of the store."""
    if slots.before and asks_which(slots) and (listed := listed_there(slots, entries, shelf)):
        return listed
    if slots.before and (like := in_place_of(slots.content, slots.before.content)):
        # 乙公司呢, after 甲集团纳税多少
        told = _as_read(replace(slots, content=like), entries, shelf)
        if says(slots.content, told):
            return told
    draft = _as_read(slots, entries, shelf)
    if beside := follow(slots, draft, entries, shelf):
        return beside
    for other in () if draft.answered else slots.otherwise:
        told = _as_read(other, entries, shelf)
        if says(other.content if slots.unknown_places else slots.content, told):
            return told
    return draft


def _as_read(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    if reply := refusals.off_topic(slots.text):
        return refuse(reply)
    if not entries:
        return refuse("库里还没有报告：请先运行 python ingest.py 报告文件或文件夹。")
    slots = _without_strangers(slots, entries, shelf)
    if slots.unknown_places and not slots.places:
        told = within_parent(slots, entries, shelf, _whole)
        if told and not carries_other(slots.content, told.text):
            return told
        return _of_thing(slots, entries, shelf) or refuse(refusals.no_place(slots.unknown_places, entries))
    own = of_places(entries, slots.places)
    if slots.unknown_places and (
        slots.task in ("compare", "difference", "sum") or _SET_AGAINST.search(slots.text)
    ):
        return refuse(refusals.no_place(slots.unknown_places, entries))
    if slots.places and is_general(slots) and (draft := answer_overview(slots, own, shelf)):
        return draft
    if slots.above and (draft := answer_above(slots.above, entries, shelf)):
        return draft
    # What was planned is told by no later result.
    since = None if slots.nature == "目标" else slots.since
    first = since is not None and (since.reckon or since.change or since.year is None)
    if since and first and (draft := answer_since(since, own, shelf)):
        return draft
    sides = slots.sides
    # A share is rather told than computed.
    if sides and sides.unlike and sides.by != "share" and (draft := answer_sides(sides, entries, shelf)):
        return draft
    if sides and sides.recalled and (draft := answer_sides(sides, entries, shelf)):
        return draft
    if slots.rivals and (draft := answer_ahead(slots, entries, shelf)):
        return draft
    if told := answer_quoted(slots, own, shelf):
        return told
    if slots.task not in ("meta", "duty") and term_asked(slots):
        told = answer_term(slots, own, shelf)
        if told and told.answered:
            return told
    if unheard := answer_unheard(slots, own, shelf):
        return unheard
    total = answer_total(slots, entries, shelf) if slots.parts and asks_total(slots.text) else None
    if total and (total.answered or asks_total(slots.text, plainly=True)):
        return total if total.answered else _added_up(slots, own, shelf) or total
    if slots.parts and asks_total(slots.text) and asks_once(slots.text):
        slots = replace(slots, parts=())  # what may be added up was asked for once
    whole = _whole(slots, own, shelf)
    if (
        since
        and (not whole.answered or "没有找到" in whole.text)
        and (draft := answer_since(since, own, shelf))
    ):
        return draft
    if not whole.answered and sides and (draft := answer_sides(sides, entries, shelf)):
        return draft
    if sides and not _computed(slots, whole) and (draft := answer_sides(sides, entries, shelf)):
        return draft
    if sides and of_another_part(sides, whole) and (draft := answer_sides(sides, entries, shelf)):
        return draft
    if sides and (draft := one_side_only(sides, whole)):
        return draft
    apart = (
        slots.parts and slots.task != "duty" and not (sides and whole.answered and _computed(slots, whole))
    )
    draft = (apart and answer_parts(slots, whole, entries, shelf)) or whole
    reckoned = with_total(slots, with_gap(slots, draft))
    draft = answer_together(slots, draft, own, shelf) or with_its_sentence(slots, reckoned)
    draft = with_its_pair(slots, draft, own, shelf)
    if draft.answered and of_another_site(slots, draft):
        return refuse(refusals.no_figure(slots, draft.near, draft.citer), draft.near, draft.citer)
    return _without_gap(slots, draft) or draft


def _added_up(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """The question read as one, where that tells several figures with their sum."""
    whole = with_total(slots, _whole(replace(slots, parts=()), own, shelf))
    all_told = len(whole.near) >= len(slots.parts)
    return whole if whole.answered and all_told and "＝" in whole.text else None


def _of_thing(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """What the report above tells of a thing that bears the name of a place without one; or None."""
    if (asked := bearing(slots, entries, shelf)) is None:
        return None
    inner, name = asked
    draft = _as_read(inner, entries, shelf)
    return draft if tells_of(name, inner, draft, shelf, entries) else None


def _whole(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    """The draft for the question as one."""
    if slots.nature == "both" and slots.task == "open":
        draft = answer_cells_asked(slots, own, shelf)
        if draft.answered:
            return draft
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
        return told if told.answered else draft
    return draft


def _without_gap(slots: Slots, draft: Draft) -> Draft | None:
    """A refusal where 比全省高多少 is asked and the draft tells the own rate alone; else None."""
    if not (slots.above and slots.above.gap and draft.answered) or _STANDS_OFF.search(draft.text):
        return None
    gap = f"{slots.above.subject.content}与{slots.above.which[0]}的差距"
    asked = replace(slots, content=gap, measure="", unit="")
    return refuse(refusals.no_figure(asked, draft.near, draft.citer), draft.near, draft.citer)


_STANDS_OFF = re.compile("[高低快慢优好]于|[高低快慢多少]出?\\d|领先|超过|超出|落后|[＝≈]")


def _computed(slots: Slots, draft: Draft) -> bool:
    """Whether a draft says how its figures stand to each other, or tells one figure that does."""
    if slots.task not in ("difference", "compare", "table") and len(draft.near) != 2:
        return True
    return re.search("[＝≈]|相差|相同", draft.text) is not None


_SET_AGAINST = re.compile("比.*(?:多少|几)|相差|差距|几倍")


def _without_strangers(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf) -> Slots:
    """A name that no gazetteer knows is a word of the content where a report uses it (奇瑞2023年…)."""
    if slots.places or len(slots.unknown_places) != 1 or gazetteer.lookup(name := slots.unknown_places[0]):
        return slots
    word = plain(name)
    if not any(word in shelf.evidence(e).folded for e in shelf.narrow(word, entries, 2)):
        return slots
    return replace(slots, unknown_places=(), content=f"{word} {slots.content}".strip())


def _meta(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    chosen = newest_for(slots, own)
    citer = Citer()
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
_NAMED_LEADER = re.compile(
    "哪(?:几|[一二两三四五六七八九])?[所家座个](?:高校|大学|学院|学校|医院|企业|公司|国企|央企|城市|县|区|市)[^，。？]{0,6}牵头"
)


def _open(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    """Without a question word the words may name a figure; otherwise the passage answers."""
    if not re.search(
        r"如何|怎|为什么|为何|原因|介绍|概述|总结|说说|谈谈|讲讲|情况|措施|什么|做法|指|哪", slots.text
    ):
        draft = answer_figure(slots, own, shelf)
        if draft.answered and (slots.names or (draft.near and draft.near[0].strict >= 0.8)):
            return draft
    return answer_passage(slots, own, shelf)
