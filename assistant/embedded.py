"""The embedded default: answers from facts and sentences, without any LLM."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reports.text import plain
from vectorstore.records import ReportEntry

from . import refusals
from .citing import Citer
from .compare import answer_cells, total_of
from .duties import answer_duties
from .evidence import Shelf
from .meta import answer_meta, newest_for
from .passages import ENOUGH as ENOUGH_PASSAGE
from .passages import essence, find_sentences, gather
from .places import parents_of, short_name
from .select import Match, Wanted, best, conflicting, rank, wanted_cells
from .slots import Ask, Slots
from .wording import sentence


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before it is checked. ``near`` are facts that come close, for a refusal."""

    text: str
    answered: bool
    mode: str
    citer: Citer
    near: tuple[Match, ...] = ()


def answer(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    """The draft for one question over the reports of the store."""
    if reply := refusals.off_topic(slots.text):
        return _refuse(reply)
    if not entries:
        return _refuse("库里还没有报告：请先运行 python ingest.py 报告文件或文件夹。")
    if slots.unknown_places and not slots.places:
        return _within_parent(slots, entries, shelf) or _refuse(
            refusals.no_place(slots.unknown_places, entries)
        )
    own = [e for e in entries if not slots.places or e.identity.place in slots.places]
    if slots.unknown_places and slots.task in ("compare", "difference", "sum"):
        return _refuse(refusals.no_place(slots.unknown_places, entries))
    handler = {
        "meta": _meta,
        "duty": _duty,
        "list": _passage,
        "open": _open,
        "who": _passage,
        "when": _passage,
    }.get(slots.task)
    if handler is not None:
        return handler(slots, own, shelf)
    if slots.task in ("compare", "difference", "trend", "table", "sum") or slots.nature == "both":
        return _cells(slots, own, shelf)
    return _figure(slots, own, shelf)


def _within_parent(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """A place without a report of its own may stand in the report of the place above it (西安 in 陕西).

    The figure's own clause or the words before it must name the place; None where it does not.
    """
    if len(slots.unknown_places) != 1 or slots.task not in ("figure", "who", "when"):
        return None
    name = slots.unknown_places[0]
    parents = parents_of(name)
    own = [e for e in entries if e.identity.place in parents]
    if not own:
        return None
    word = plain(short_name(name))
    inner = replace(
        slots,
        places=tuple({e.identity.place for e in own}),
        unknown_places=(),
        content=f"{word} {slots.content}",
    )
    draft = _figure(inner, own, shelf)
    named = draft.near and all(
        word in m.item.near + m.item.after + m.item.clause + m.item.lead for m in draft.near
    )
    # 西安GDP in the province's report would be cited with the province's indicator: only details count.
    return draft if draft.answered and named and not slots.names else None


def _refuse(text: str, near: Sequence[Match] = (), citer: Citer | None = None) -> Draft:
    return Draft(text, False, "facts", citer or Citer(), tuple(near))


def _meta(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    chosen = newest_for(slots, own)
    citer = Citer()
    if not chosen:
        return _refuse(
            refusals.no_year(replace(slots, years=slots.report_years or slots.years), own, (), citer)
        )
    answers = [answer_meta(slots, entry, shelf, citer) for entry in chosen[:8]]
    lines = [a.text for a in answers if a.text]
    if not lines:
        return _refuse("；".join(a.missing for a in answers if a.missing) + "。")
    return Draft("\n".join(lines), True, "facts", citer)


def _duty(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    years = slots.report_years or slots.years
    notices = [e for e in own if not years or e.identity.year in years]
    citer = Citer()
    text = answer_duties(slots, notices, shelf, citer)
    if text and all("没有列出" in line for line in text.split("\n")):
        return _refuse(text, (), citer)
    if text:
        return Draft(text, True, "facts", citer)
    have_notice = any(shelf.evidence(e).report.duties for e in notices)
    if have_notice:
        return _refuse("责任分解通知里没有找到这项任务或这个单位。")
    return (
        _passage(slots, own, shelf)
        if not re.search("牵头|责任", slots.text)
        else _refuse("库里没有能回答这个问题的责任分解通知。")
    )


def _figure(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    own = _without_place(slots, own)
    near: list[Match] = []
    answers: list[Match] = []
    cells = _place_cells(slots, own, shelf)
    for cell in cells:
        if slots.asks:
            found, misses = _each_ask(slots, cell, shelf)
            if not found:
                found, misses = best(replace(slots, asks=()), cell, shelf)
                found = _several(replace(slots, asks=()), found)
            answers.extend(found)
        else:
            found, misses = best(slots, cell, shelf)
            answers.extend(_several(slots, found))
        near.extend(misses)
    if answers:
        return _word(slots, answers)
    if "增速或占比" in slots.inherited:
        # 登记失业率呢 after a question on growth: the new indicator may have no growth.
        free = replace(slots, measure="", inherited=tuple(i for i in slots.inherited if i != "增速或占比"))
        return _figure(free, own, shelf)
    if (
        "年份" in slots.inherited
        and "目标" in slots.text
        and slots.nature == "目标"
        and slots.years
        and "年份已顺延" not in slots.inherited
    ):
        # 那目标呢 after a result: the target that the same report sets for the year after it.
        later = replace(
            slots, years=tuple(y + 1 for y in slots.years), inherited=(*slots.inherited, "年份已顺延")
        )
        return _figure(later, own, shelf)
    if _ASKS_WORDS.search(slots.text) and (draft := _passage(slots, own, shelf)).answered:
        return draft
    return _no_figure(slots, own, cells, near, shelf)


def _siblings(top: Match, found: Sequence[Match]) -> list[Match]:
    """The figures that share the clause of ``top`` and its kind: 分别增长5%和6%."""
    fact = top.fact
    return [
        m
        for m in found
        if m is not top
        and m.fact.clause == fact.clause
        and m.fact.sentence_start == fact.sentence_start
        and m.fact.measure == fact.measure
        and m.fact.base_unit == fact.base_unit
        and m.covered >= top.covered * 0.7
    ][:3]


def _place_cells(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> list[Wanted]:
    """The cells to fill; where the question names no place, each of the likeliest places has its own."""
    if slots.places:
        return wanted_cells(slots, own)
    in_time = [e for e in own if _in_time(slots, e)]
    likely = shelf.narrow(_search_words(slots), in_time, 12)
    cells = []
    for place in list(dict.fromkeys(e.identity.place for e in likely))[:5]:
        cells.extend(wanted_cells(slots, [e for e in likely if e.identity.place == place]))
    return cells


def _in_time(slots: Slots, entry: ReportEntry) -> bool:
    year = entry.identity.year
    if year is None or slots.span or not (slots.years or slots.report_years):
        return True
    if slots.report_years:
        return year in slots.report_years
    return any(year in (y, y + 1) for y in slots.years)


def _search_words(slots: Slots) -> str:
    """The content with the standard names of its indicators, for the keyword search."""
    return " ".join([slots.content, *slots.names])


def _without_place(slots: Slots, own: Sequence[ReportEntry]) -> Sequence[ReportEntry]:
    """Summaries stand back where the whole report of the same place and year is there."""
    whole = {(e.identity.place, e.identity.year) for e in own if e.identity.kind == "政府工作报告"}
    return [
        e
        for e in own
        if e.identity.kind != "政府工作报告摘要" or (e.identity.place, e.identity.year) not in whole
    ]


def _several(slots: Slots, found: list[Match]) -> list[Match]:
    """The figure, or the figures where the question asks for more than one thing."""
    if not found:
        return []
    top = found[0]
    chosen = [top]
    parts = [p for p in re.split(r" |和|以及|及|、|各", slots.content) if len(p) >= 2]
    if re.search(r"各|分别", slots.text):
        chosen.extend(_siblings(top, found))
    if len(chosen) == 1 and len(parts) > 1 and re.search(r"各|分别|和|、", slots.text):
        same = [m for m in found if m.fact.sentence_start == top.fact.sentence_start and m is not top]
        for match in same:
            if (
                match.covered >= top.covered * 0.85
                and match.fact.measure == top.fact.measure
                and len(chosen) < 3
            ):
                chosen.append(match)
        chosen.sort(key=lambda m: m.fact.start)
    other = conflicting(found)
    if other is not None and other not in chosen:
        chosen.append(other)
    return chosen


def _each_ask(slots: Slots, cell: Wanted, shelf: Shelf) -> tuple[list[Match], list[Match]]:
    """One figure for each 多少 of the question; the later ones from the sentence of the first."""
    first = slots.asks[0]
    lead = replace(
        slots,
        content=first.content or slots.content,
        text=first.content or slots.text,
        unit=first.unit,
        measure=first.measure,
        asks=(),
    )
    found, near = best(lead, cell, shelf)
    if not found:
        return found, near
    chosen = [found[0]]
    home = found[0].fact
    for ask in slots.asks[1:]:
        loose = replace(slots, text=ask.content or slots.text, unit=ask.unit, measure=ask.measure, asks=())
        ranked = [m for m in rank(loose, cell, shelf) if m not in chosen and m.evidence is found[0].evidence]
        beside = [m for m in ranked if m.fact.sentence_start == home.sentence_start]
        beside.sort(
            key=lambda m: (
                -_shares(ask.content, m),
                m.fact.start < home.start,
                abs(m.fact.start - home.start),
            )
        )
        if ask.measure == "位次":
            beside = [m for m in beside if m.fact.measure == "位次"]
        elif not ask.content and ask.measure != "增速":
            # 新增几家、一共几家: the whole stands beside the part.
            beside = [m for m in beside if _WHOLE.search(m.fact.before)] or beside[:0]
        elif not ask.content:
            beside = [m for m in beside if m.fact.name == home.name and m.fact.indicator == home.indicator]
        own = best(replace(loose, content=ask.content or lead.content), cell, shelf)[0]
        if ask.unit and ask.unit != first.unit and (near_by := _of_unit(ask, found[0])):
            # 为多少家企业授信，一共多少钱: the amount stands beside the count.
            beside = (
                [*beside[:1], near_by] if beside and _shares(ask.content, beside[0]) >= 0.5 else [near_by]
            )
            own = own if own and _shares(ask.content, own[0]) > 0.5 else []
        pick = sorted([*beside[:1], *own[:1]], key=lambda m: -_shares(ask.content, m))[:1]
        chosen.extend(m for m in pick if m.item not in [c.item for c in chosen])
    return chosen, near


def _of_unit(ask: Ask, home: Match) -> Match | None:
    """The figure of the same sentence with the unit asked for: the best named, then the nearest."""
    fact = home.fact
    beside = [
        replace(home, item=item)
        for item in home.evidence.facts
        if item.fact.sentence_start == fact.sentence_start
        and item.fact.base_unit == ask.unit
        and item.fact.ordinal != fact.ordinal
    ]
    beside.sort(
        key=lambda m: (-_shares(ask.content, m), m.fact.start < fact.start, abs(m.fact.start - fact.start))
    )
    return beside[0] if beside else None


_ASKS_WORDS = re.compile("重点|什么样|举措|措施|怎么|如何")
_SUM_ASKED = re.compile("合计|加起来|之和")
_WHOLE = re.compile("总数|总量|累计|达到?$|增至|增加到|发展到")


def _shares(content: str, match: Match) -> float:
    """The share of ``content``'s character pairs in the figure's own words, to one decimal."""
    text = content.replace(" ", "")
    pairs = [text[i : i + 2] for i in range(len(text) - 1)]
    own = match.item.near + match.item.after
    return round(sum(p in own for p in pairs) / len(pairs), 1) if pairs else 0.0


def _word(slots: Slots, answers: Sequence[Match]) -> Draft:
    citer = Citer()
    lines = []
    for match in answers:
        fact = match.fact
        mark = citer.cite(match.evidence, fact.sentence_start, fact.sentence_end)
        lines.append(sentence(match) + mark)
    text = "；".join(lines) + "。"
    if len(answers) == 2 and _SUM_ASKED.search(slots.text):
        text += total_of(answers)
    return Draft(text, True, "facts", citer, tuple(answers))


def _no_figure(
    slots: Slots, own: Sequence[ReportEntry], cells: Sequence[Wanted], near: Sequence[Match], shelf: Shelf
) -> Draft:
    close = [m for m in near if m.covered >= 0.5]
    if slots.measure or slots.unit or slots.nature or slots.years:
        loose = replace(slots, measure="", unit="")
        for cell in cells[:4]:
            proper = replace(cell, nature="", entries=_proper(cell))
            close.extend(m for m in rank(loose, proper, shelf)[:3] if m.covered >= 0.7)
    close.sort(key=lambda m: -m.score)
    planned = _planned(slots, own, shelf)
    if planned:
        return _word(slots, planned)
    citer = Citer()
    if slots.years and not _covered_years(slots, own):
        return _refuse(refusals.no_year(slots, own, close, citer), close, citer)
    return _refuse(refusals.no_figure(slots, close, citer), close, citer)


def _planned(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> list[Match]:
    """A detail of the year's own plan or notice, where no word says result and it is no indicator.

    A standard indicator of a year without results is refused: its target is not its result.
    """
    if slots.nature or slots.names or slots.measure or not slots.years:
        return []
    entries = tuple(e for e in own if e.identity.year in slots.years)
    if not entries:
        return []
    ranked = rank(slots, Wanted(entries, max(slots.years), "目标"), shelf)
    return [m for m in ranked[:1] if m.covered >= 0.85]


def _proper(cell: Wanted) -> tuple[ReportEntry, ...]:
    """The reports of a cell that review or plan its year."""
    if cell.year is None:
        return cell.entries[:2]
    return tuple(e for e in cell.entries if e.identity.year in (cell.year, cell.year + 1))


def _covered_years(slots: Slots, own: Sequence[ReportEntry]) -> bool:
    have = {e.identity.year for e in own}
    if slots.nature == "目标":
        return any(y in have for y in slots.years)
    return any(y + 1 in have for y in slots.years)


def _cells(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    citer = Citer()
    outcome = answer_cells(slots, own, shelf, citer)
    if outcome.text:
        return Draft(outcome.text, True, "facts", citer, tuple(outcome.near))
    if outcome.missing:
        return _refuse(outcome.missing, outcome.near, citer)
    return _refuse(refusals.no_figure(slots, outcome.near, citer), outcome.near, citer)


def _open(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    """Without a question word the words may name a figure; otherwise the passage answers."""
    if not re.search(
        r"如何|怎|为什么|为何|原因|介绍|概述|总结|说说|谈谈|讲讲|情况|措施|什么|做法|指", slots.text
    ):
        draft = _figure(slots, own, shelf)
        if draft.answered and (slots.names or (draft.near and draft.near[0].strict >= 0.8)):
            return draft
    return _passage(slots, own, shelf)


def _passage(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    chosen = _passage_reports(slots, own)
    if not chosen:
        return _refuse(refusals.no_year(slots, own, (), Citer()))
    found = find_sentences(slots, shelf.narrow(_search_words(slots), chosen, 8), shelf)
    # A name or a date that is not there must not be answered with a sentence on the same subject.
    enough = 0.64 if slots.task in ("who", "when") else ENOUGH_PASSAGE
    if slots.task == "open" and not _OPEN_ASKED.search(slots.text):
        enough = 0.75
    if not found or found[0].covered < enough:
        return _refuse(refusals.no_figure(slots, (), Citer()))
    title = _TITLE.search(slots.content.replace(" ", ""))
    if slots.task == "who" and title and plain(title.group()) not in plain(found[0].text):
        return _refuse(refusals.no_figure(slots, (), Citer()))
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
    r"什么[^，。？?]{0,8}(?:称号|荣誉|奖项?|名称|牌子)|哪(?:个|家|座|条|所|位|款|一个|一家)(?!方面)|(?:没有|吗|了没)[？?]?$"
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
        if chosen or max(slots.years) <= max((e.identity.year or 0 for e in own), default=0) + 1:
            return chosen
    # 2035年远景目标: a year far ahead is what a report speaks of, not the report's own.
    return list(own)
