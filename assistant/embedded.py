"""The embedded default: answers from facts and sentences, without any LLM."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reports import gazetteer
from reports.patterns import regex
from reports.text import plain
from vectorstore.records import ReportEntry

from .as_one import answer_as_one, of_one_report
from .drafting import refusals
from .drafting.drafts import Draft, not_told, refuse
from .elsewhere.above import answer_above
from .elsewhere.bearing import bearing, tells_of
from .elsewhere.earlier import answer_since
from .elsewhere.grown import answer_grown
from .elsewhere.partnered import told_by_partner
from .elsewhere.within import of_another_site, within_parent
from .elsewhere.year_before import with_year_before
from .evidence.prepared import Shelf
from .figures.ahead import answer_ahead, leaves_one_out, with_the_leader
from .figures.asked import answer_parts, answer_sides, one_side_only, with_gap
from .figures.following import follow
from .figures.grown import with_growth
from .figures.pairs import with_its_pair
from .figures.rests import with_rest
from .figures.shares import of_another_part, of_another_share
from .figures.together import answer_together
from .figures.totals import answer_total, with_total
from .figures.trade import with_trade
from .figures.wanting import told_in_part
from .figures.which_of_them import told_there
from .passages.noted import answer_quoted, answer_term, answer_unheard
from .passages.opened import with_its_sentence
from .passages.overview import answer_overview, is_general
from .passages.piecewise import with_open_clause
from .passages.terms import term_asked
from .passages.untold import of_another_change, untold
from .questions.contrasts import carries_other, in_place_of
from .questions.parts import asks_once, asks_total
from .questions.places import of_places
from .questions.slots import Since, Slots
from .rereading import answers, says


def answer(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    """The draft for one question over the reports of the store."""
    if there := told_there(slots, entries, shelf):
        return there
    if slots.before and (like := in_place_of(slots.content, slots.before.content)):
        # 乙公司呢, after 甲集团纳税多少
        told = _as_read(replace(slots, content=like), entries, shelf)
        if says(slots.content, told):
            return told
    draft = _as_read(slots, entries, shelf)
    if there := told_by_partner(slots, draft, lambda turned: _as_read(turned, entries, shelf)):
        return there
    if beside := follow(slots, draft, entries, shelf):
        return beside
    for other in () if draft.answered else slots.otherwise:
        told = _as_read(other, entries, shelf)
        if answers(other, slots, told):
            return told
    return draft


def _as_read(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    """The draft for one reading; a refusal where what it quotes leaves out what is asked for."""
    draft = _drafted(slots, entries, shelf)
    quotes = draft.answered and draft.mode == "extractive"
    if quotes and (untold(slots.text, draft.text) or of_another_change(slots, draft.text)):
        return not_told(slots)
    return draft


def _drafted(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    """The draft for one reading: the first of ``_BEFORE`` that has one, else the question read as one."""
    if reply := refusals.off_topic(slots.text):
        return refuse(reply)
    if not entries:
        return refuse("库里还没有报告：请先运行 python ingest.py 报告文件或文件夹。")
    slots = _without_strangers(slots, entries, shelf)
    asked = _Asked(slots, entries, of_places(entries, slots.places), shelf)
    for reading in _BEFORE:
        if draft := reading(asked):
            return with_growth(draft) if slots.faster else draft
    if slots.parts and asks_total(slots.text) and asks_once(slots.text):
        asked = replace(asked, slots=replace(slots, parts=()))  # what may be added up was asked for once
    whole = answer_as_one(asked.slots, asked.own, shelf)
    draft = _in_place_of(asked, whole) or _told_above(asked, whole) or _with_more(asked, whole)
    draft = with_trade(asked.slots, draft, asked.own, shelf) or with_rest(
        asked.slots, draft, asked.own, shelf
    )
    return with_growth(draft) if slots.faster else draft


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question as read, with all ``entries`` of the store and its ``own``, those of the places it names."""

    slots: Slots
    entries: Sequence[ReportEntry]
    own: Sequence[ReportEntry]
    shelf: Shelf


def _of_unknown_place(asked: _Asked) -> Draft | None:
    slots, entries = asked.slots, asked.entries
    if not slots.unknown_places:
        return None
    if not slots.places:
        return _told_of_it(asked) or refuse(refusals.no_place(slots.unknown_places, entries))
    if slots.task in ("compare", "difference", "sum") or _SET_AGAINST.search(slots.text):
        return refuse(refusals.no_place(slots.unknown_places, entries))
    return None


def _told_of_it(asked: _Asked) -> Draft | None:
    """What the reports of other places tell of a place that has none, or of a thing that bears its name."""
    slots, entries, shelf = asked.slots, asked.entries, asked.shelf
    told = within_parent(slots, entries, shelf, answer_as_one)
    if told and not carries_other(slots.content, told.text):
        return told
    return _of_thing(slots, entries, shelf)


def _told_above(asked: _Asked, whole: Draft) -> Draft | None:
    """What the report of the place above tells of a year that no report of the place covers, or None."""
    slots = asked.slots
    if whole.answered or len(slots.places) != 1 or not slots.years:
        return None
    covering = {year + (slots.nature != "目标") for year in slots.years}
    if covering & {e.identity.year for e in asked.own}:
        return None
    return _told_of_it(replace(asked, slots=replace(slots, places=(), unknown_places=slots.places)))


def _overview(asked: _Asked) -> Draft | None:
    if not asked.slots.places or not is_general(asked.slots):
        return None
    return answer_overview(asked.slots, asked.own, asked.shelf)


def _above(asked: _Asked) -> Draft | None:
    above = asked.slots.above
    return answer_above(above, asked.entries, asked.shelf) if above else None


def _since(slots: Slots) -> Since | None:
    """The earlier time asked for; what was planned is told by no later result."""
    return None if slots.nature == "目标" else slots.since


def _reckoned_back(asked: _Asked) -> Draft | None:
    since = _since(asked.slots)
    if since is None or not (since.reckon or since.change or since.year is None):
        return None
    return answer_since(since, asked.own, asked.shelf) or answer_grown(since, asked.own, asked.shelf)


# 城乡居民收入比 is a figure of its own; 城镇居民收入比农村居民高多少 sets two against each other
_RATIO_NAMED = regex(r"收入.{0,2}(?:比(?=$|[\s是为降缩])|倍差)")


def _two_sides(asked: _Asked) -> Draft | None:
    """Two figures set against each other, where no single sentence is likely to; a share is rather told."""
    sides = asked.slots.sides
    rather_told = sides and (sides.by == "share" or _RATIO_NAMED.search(asked.slots.content))
    if sides and ((sides.unlike and not rather_told) or sides.recalled):
        return answer_sides(sides, asked.entries, asked.shelf)
    return None


def _ahead(asked: _Asked) -> Draft | None:
    return answer_ahead(asked.slots, asked.entries, asked.shelf) if asked.slots.rivals else None


def _quoted(asked: _Asked) -> Draft | None:
    return answer_quoted(asked.slots, asked.own, asked.shelf)


def _term(asked: _Asked) -> Draft | None:
    if asked.slots.task in ("meta", "duty") or not term_asked(asked.slots):
        return None
    told = answer_term(asked.slots, asked.own, asked.shelf)
    return told if told and told.answered else None


def _unheard(asked: _Asked) -> Draft | None:
    return answer_unheard(asked.slots, asked.own, asked.shelf)


def _total(asked: _Asked) -> Draft | None:
    slots = asked.slots
    if not slots.parts or not asks_total(slots.text) or len(slots.places) > 1:
        return None  # what several places come to is summed place by place
    total = answer_total(slots, asked.entries, asked.shelf)
    if total is None or total.answered:
        return total
    if asks_total(slots.text, plainly=True):
        return _added_up(asked) or total
    return None


# What answers before the question is read as one, in this order.
_BEFORE: tuple[Callable[[_Asked], Draft | None], ...] = (
    _above,  # 比全国高多少 needs no report of the whole country
    _of_unknown_place,
    _overview,
    _reckoned_back,
    _two_sides,
    _ahead,
    _quoted,
    _term,
    _unheard,
    _total,
)


def _in_place_of(asked: _Asked, whole: Draft) -> Draft | None:
    """What tells more than the question read as one: a figure reckoned back, or its two sides; or None."""
    slots = asked.slots
    since, sides = _since(slots), slots.sides
    untold = not whole.answered or "没有找到" in whole.text
    if since and untold and (draft := answer_since(since, asked.own, asked.shelf)):
        return draft
    if sides is None:
        return None
    another = of_another_share(sides, whole)
    short = another or not whole.answered or not _computed(slots, whole) or of_another_part(sides, whole)
    if short and (draft := answer_sides(sides, asked.entries, asked.shelf)):
        return draft
    if another:
        return refuse(refusals.no_figure(slots, whole.near, whole.citer), whole.near, whole.citer)
    return one_side_only(sides, whole)


def _with_more(asked: _Asked, whole: Draft) -> Draft:
    """The question read as one, with its parts, sum, gap and what stands beside it; or a refusal."""
    slots, own, shelf = asked.slots, asked.own, asked.shelf
    told = slots.sides and whole.answered and _computed(slots, whole)
    apart = slots.parts and slots.task != "duty" and not told
    draft = (apart and answer_parts(slots, whole, asked.entries, shelf)) or whole
    if before := with_year_before(slots, draft, own, shelf):
        return before
    reckoned = with_total(slots, with_gap(slots, with_the_leader(slots, draft)))
    draft = answer_together(slots, draft, own, shelf) or with_its_sentence(slots, reckoned)
    draft = with_open_clause(slots, draft, own, shelf)
    if (pair := with_its_pair(slots, draft, own, shelf)) is not draft:
        draft = with_gap(slots, pair)
    draft = of_one_report(slots, draft, own, shelf)
    if draft.answered and (of_another_site(slots, draft) or leaves_one_out(slots, draft)):
        return refuse(refusals.no_figure(slots, draft.near, draft.citer), draft.near, draft.citer)
    return _without_gap(slots, draft) or told_in_part(slots, draft)


def _added_up(asked: _Asked) -> Draft | None:
    """The question read as one, where that tells several figures with their sum."""
    slots = asked.slots
    whole = with_total(slots, answer_as_one(replace(slots, parts=()), asked.own, asked.shelf))
    all_told = len(whole.near) >= len(slots.parts)
    return whole if whole.answered and all_told and "＝" in whole.text else None


def _of_thing(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """What the report above tells of a thing that bears the name of a place without one; or None."""
    if (asked := bearing(slots, entries, shelf)) is None:
        return None
    inner, name = asked
    if set(inner.places) & set(slots.unknown_places):
        return None  # above the nation stands nothing but itself
    draft = _as_read(inner, entries, shelf)
    return draft if tells_of(name, inner, draft, shelf, entries) else None


def _without_gap(slots: Slots, draft: Draft) -> Draft | None:
    """A refusal where 比全省高多少 is asked and the draft tells the own rate alone; else None."""
    if not draft.answered or _STANDS_OFF.search(draft.text):
        return None
    if _FASTER.search(slots.text) and [m.fact.base_unit for m in draft.near] == ["%"]:
        # 工业比农业快几个百分点: the growth of one of the two alone
        asked = replace(slots, measure="", unit="")
        return refuse(refusals.no_figure(asked, draft.near, draft.citer), draft.near, draft.citer)
    if not (slots.above and slots.above.gap):
        return None
    gap = f"{slots.above.subject.content}与{slots.above.which[0]}的差距"
    asked = replace(slots, content=gap, measure="", unit="")
    return refuse(refusals.no_figure(asked, draft.near, draft.citer), draft.near, draft.citer)


_FASTER = regex(
    "比(?!上年|去年|上一年|前一年|[^，,。？?]{0,4}(?:19|20)\\d\\d年)[^，,。？?]{2,14}[快慢高低](?:了|出)?(?:多少|几)个?(?:百分)?点"
)
_STANDS_OFF = regex("[高低快慢优好]于|[高低快慢多少]出?\\d|领先|超过|超出|落后|[＝≈]")


def _computed(slots: Slots, draft: Draft) -> bool:
    """Whether a draft says how its figures stand to each other, or tells one figure that does."""
    if slots.task not in ("difference", "compare", "table") and len(draft.near) != 2:
        return True
    return re.search("[＝≈]|相差|相同", draft.text) is not None


_SET_AGAINST = regex("比.*(?:多少|几)|相差|差距|几倍")


def _without_strangers(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf) -> Slots:
    """A name that no gazetteer knows is a word of the content where a report uses it (奇瑞2023年…)."""
    if slots.places or len(slots.unknown_places) != 1 or gazetteer.lookup(name := slots.unknown_places[0]):
        return slots
    word = plain(name)
    if not any(word in shelf.evidence(e).folded for e in shelf.narrow(word, entries, 2)):
        return slots
    return replace(slots, unknown_places=(), content=f"{word} {slots.content}".strip())
