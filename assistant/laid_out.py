"""A question of several figures put plainly, and answered so where that tells more."""

from __future__ import annotations

from collections.abc import Iterable

from reports.genre import genre_pairs
from reports.indicators import find_names
from reports.patterns import regex
from reports.text import fold
from vectorstore.records import ReportEntry

from .drafting.drafts import Draft
from .embedded import answer
from .evidence.prepared import Shelf
from .figures.select import RESULTS
from .questions.anchored import anchored, asks_level_and_growth, levels_named
from .questions.frames import MOST, TIME, framed, laid_bare
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
        () if whole else _by_its_reports(question, places, entries, shelf)
    ):
        figures = max(2, len(_ASKED_PLAINLY.findall(plainly)))
        if whole and len(draft.near) >= figures:
            return None
        told = _asked(plainly, places, entries, shelf)
        # a figure that is none of them may be what is asked for: how far they are apart, told by the report
        others = {m.fact for m in draft.near} - {m.fact for m in told.near} if whole else ()
        if told.answered and not others and _tells(plainly, told, figures):
            return None if all(m.fact.figure in draft.text for m in told.near) and whole else told
    return None


def both_measures(
    question: str, draft: Draft, places: PlaceIndex | None, entries: tuple[ReportEntry, ...], shelf: Shelf
) -> Draft | None:
    """Level and growth of what a question asks for, where ``draft`` tells only one of them of it."""
    if places is None or not draft.answered or _RECKONED.search(draft.text):
        return None
    facts = [m.fact for m in draft.near]
    of_one = len({f.name or f.indicator for f in facts}) == 1
    if not 1 <= len(facts) <= 2 or (of_one and {f.measure for f in facts} == _BOTH):
        return None
    for match in draft.near:
        fact, place = match.fact, match.evidence.entry.identity.place
        if fact.measure not in _BOTH or fact.nature not in RESULTS or not fact.period.isdigit():
            continue
        # 经济增长7.8% is of a standard indicator that its own words do not name
        called = fact.indicator if find_names(fold(fact.indicator)) else fact.name or fact.indicator
        if not asks_level_and_growth(question, called):
            continue
        plainly = f"{place}{fact.period}年{called}是多少，同比增长多少？"
        told = _asked(plainly, places, entries, shelf)
        pair = [m.fact for m in told.near]
        alike = all(f.name == fact.name != "" or _one_in_other(fact.indicator, f.indicator) for f in pair)
        both = fact in pair and alike and {f.measure for f in pair} == _BOTH
        if told.answered and both and _tells(plainly, told, 2):
            return told
    return None


def _one_in_other(one: str, other: str) -> bool:
    return one in other or other in one


def each_named(
    question: str, draft: Draft, places: PlaceIndex | None, entries: tuple[ReportEntry, ...], shelf: Shelf
) -> Draft | None:
    """All the figures that a question asks for by name, where ``draft`` tells only some of them, or none."""
    if places is None:
        return None
    named = (
        _named_beside(question, draft) if draft.answered else _named_alone(question, places, entries, shelf)
    )
    least = max(2, len(draft.near) + 1) if draft.answered else 2
    if named is None or not least <= len(named[2]) <= MOST:
        return None
    place, year, things = named
    plainly = f"{place}{year}年{'，'.join(f'{thing}是多少' for thing in things)}？"
    told = _asked(plainly, places, entries, shelf)
    kept = not draft.answered or draft.near[0].fact in (m.fact for m in told.near)
    return told if told.answered and kept and _tells(plainly, told, len(things)) else None


_Named = tuple[str, str, list[str]]
"""A place, a year and the indicators that are asked of them."""


def _named_beside(question: str, draft: Draft) -> _Named | None:
    """What ``question`` names, of the place and year of which ``draft`` tells a level."""
    if not draft.near:
        return None
    match = draft.near[0]
    fact, entry = match.fact, match.evidence.entry
    if fact.measure != "水平" or fact.nature not in RESULTS or not fact.period.isdigit():
        return None
    return entry.identity.place, fact.period, levels_named(question, match.evidence.indicators)[0]


def _named_alone(
    question: str, places: PlaceIndex, entries: tuple[ReportEntry, ...], shelf: Shelf
) -> _Named | None:
    """What ``question`` names of one place and one year gone by, where it says nothing besides."""
    named, text = laid_bare(question, places)
    times = TIME.findall(text)
    if len(named) != 1 or len(times) > 1 or times[:1] in (["今年"], ["本年"], ["本年度"]):
        return None
    own = of_places(entries, named)
    year = times[0][:4] if times and times[0][0].isdigit() else str((newest_year(own) or 0) - 1)
    reports = [e for e in own if (e.identity.year or 0) - 1 == int(year)]
    things, left = levels_named(text, _indicators(reports, shelf))
    return None if len(things) < 2 or _of_more(left) else (named[0], year, things)


def _of_more(left: str) -> bool:
    """Whether what a question says besides the indicators is a word of reports: 的行业分布."""
    words = _WORDS.findall(_OF_FIGURES.sub(" ", left))
    return any(word[i : i + 2] in genre_pairs() for word in words for i in range(len(word) - 1))


_WORDS = regex("[一-鿿]+")
_OF_FIGURES = regex(
    "完成|实现|达到|数[值字据额]|指标|情况|分别|报告|政府|工作|水平|多少|同时|下列|以下|有没有|两[个项样]|几[个项样]|各[是有]?|"
    "总[量数]|规模|一下|请|我|你|的|和|与|及|、|是|了|去年|上年|个数|都|给出|列出|这|写|说|查|找|填|表"
)


def _asked(plainly: str, places: PlaceIndex, entries: tuple[ReportEntry, ...], shelf: Shelf) -> Draft:
    """The draft of a question that stands by itself."""
    return answer(resolve(plainly, (), places, entries)[0], entries, shelf)


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
    known = _indicators(asked, shelf)
    return anchored(question, places, known, newest_year(own)) if known else ()


def _indicators(entries: Iterable[ReportEntry], shelf: Shelf) -> frozenset[str]:
    return frozenset().union(*(shelf.evidence(entry).indicators for entry in entries))
