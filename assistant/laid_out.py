"""A question of several figures put plainly, and answered so where that tells more."""

from __future__ import annotations

from reports.patterns import regex
from reports.text import fold
from vectorstore.records import ReportEntry

from .drafting.drafts import Draft
from .embedded import answer
from .evidence.prepared import Shelf
from .figures.select import RESULTS
from .questions.anchored import anchored, asks_level_and_growth, levels_named
from .questions.frames import MOST, framed
from .questions.places import PlaceIndex, of_places
from .questions.times import newest_year, years_in_full
from .resolving import resolve


def answer_laid_out(
    question: str, draft: Draft, places: PlaceIndex | None, entries: tuple[ReportEntry, ...], shelf: Shelf
) -> Draft | None:
    """The draft of a question of several figures put plainly, where it tells what ``draft`` leaves out."""
    if places is None or (draft.answered and _RECKONED.search(draft.text)):
        return None
    whole = draft.answered and "没有找到" not in draft.text
    if whole and any(_JOINED.search(m.fact.indicator) for m in draft.near):
        return None  # 县域生产总值和财政收入增长20%: one figure of both
    for plainly in framed(question, places) or (
        () if whole and len(draft.near) != 1 else _by_its_reports(question, places, entries, shelf)
    ):
        figures = max(2, len(_ASKED_PLAINLY.findall(plainly)))
        if whole and len(draft.near) >= figures:
            return None
        slots, _ = resolve(plainly, (), places, entries)
        told = answer(slots, entries, shelf)
        # a figure that is none of them may be what is asked for: how far they are apart, told by the report
        others = {m.fact for m in draft.near} - {m.fact for m in told.near} if whole else ()
        if told.answered and not others and _tells(plainly, told, figures):
            return None if all(m.fact.figure in draft.text for m in told.near) and whole else told
    return None


def both_measures(
    question: str, draft: Draft, places: PlaceIndex | None, entries: tuple[ReportEntry, ...], shelf: Shelf
) -> Draft | None:
    """Level and growth of what a question asks for, where ``draft`` tells only one of them of it."""
    if places is None or not draft.answered:
        return None
    facts = [m.fact for m in draft.near]
    of_one = len({f.indicator for f in facts}) == 1
    if not 1 <= len(facts) <= 2 or (of_one and {f.measure for f in facts} == _BOTH):
        return None
    for match in draft.near:
        fact, place = match.fact, match.evidence.entry.identity.place
        if fact.measure not in _BOTH or fact.nature not in RESULTS or not fact.period.isdigit():
            continue
        if not asks_level_and_growth(question, fact.indicator):
            continue
        plainly = f"{place}{fact.period}年{fact.indicator}是多少，同比增长多少？"
        told = answer(resolve(plainly, (), places, entries)[0], entries, shelf)
        pair = [m.fact for m in told.near]
        if told.answered and fact in pair and {f.measure for f in pair} == _BOTH and _tells(plainly, told, 2):
            return told
    return None


def each_named(
    question: str, draft: Draft, places: PlaceIndex | None, entries: tuple[ReportEntry, ...], shelf: Shelf
) -> Draft | None:
    """All the figures that a question asks for by name, where ``draft`` tells only some of them."""
    if places is None or not draft.answered or not draft.near:
        return None
    match = draft.near[0]
    fact, place = match.fact, match.evidence.entry.identity.place
    if fact.measure != "水平" or fact.nature not in RESULTS or not fact.period.isdigit():
        return None
    known = {fold(item.fact.indicator) for item in match.evidence.facts}
    things = levels_named(question, known)
    if not len(draft.near) < len(things) <= MOST:
        return None
    plainly = f"{place}{fact.period}年{'，'.join(f'{thing}是多少' for thing in things)}？"
    told = answer(resolve(plainly, (), places, entries)[0], entries, shelf)
    whole = told.answered and fact in (m.fact for m in told.near)
    return told if whole and _tells(plainly, told, len(things)) else None


_BOTH = {"水平", "增速"}
_JOINED = regex("[和与、]")
_ASKED_PLAINLY = regex("是多少|增长多少")
_RECKONED = regex("[＝≈]|相同")


def _tells(plainly: str, told: Draft, figures: int) -> bool:
    """Whether what was asked for ``plainly`` is told, no more and no less, and of one time."""
    if "一共" not in plainly and _RECKONED.search(told.text):
        return True
    facts = {m.fact for m in told.near}
    if not facts:
        return len(told.citer.citations) >= figures  # places compared, each with its citation
    growths = figures if "增速" in plainly else plainly.count("增长多少")
    of_one_time = "目标" in plainly or len({f.period for f in facts}) == 1
    return len(facts) == figures and of_one_time and sum(f.measure == "增速" for f in facts) == growths


_YEAR = regex(r"(?:19|20)\d\d(?=年)")


def _by_its_reports(
    question: str, places: PlaceIndex, entries: tuple[ReportEntry, ...], shelf: Shelf
) -> tuple[str, ...]:
    """``question`` put plainly by what the reports of the places that it names tell of."""
    text = years_in_full(question)
    named = places.find(fold(text)).places
    own = of_places(entries, named) if named else []
    years = {int(y) for y in _YEAR.findall(text)} or {newest_year(own) or 0}
    asked = [e for e in own if {e.identity.year, (e.identity.year or 0) - 1} & years]
    known = {fold(item.fact.indicator) for e in asked for item in shelf.evidence(e).facts}
    return anchored(question, places, known, newest_year(own)) if known else ()
