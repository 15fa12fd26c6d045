"""Several places, years or natures: tables, differences, ratios, target against result."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reports.patterns import regex
from reports.repair import tidy
from reports.text import fold
from reports.times import with_digits
from vectorstore.records import ReportEntry

from ..drafting.citing import Citer
from ..drafting.wording import phrase, sentence, when
from ..evidence.fits import Wanted, counted_as
from ..evidence.matches import Match
from ..evidence.prepared import Shelf
from ..questions.planned import only_expects
from ..questions.rivals import asks_least
from ..questions.slots import Slots
from .arithmetic import HOW_FAR, can_be_reckoned, difference_of, gap_of, ratio_of, total_of
from .exactness import exactest
from .goals import foremost, is_met, kind, of_many_years
from .grid import grid
from .select import best, rank
from .told import met_beside, told_met

NOT_TOLD = "报告里没有找到"
_NAMED_ABSENT = 6


@dataclass(frozen=True, slots=True)
class Cell:
    """One place, year and nature with the fact found for it."""

    place: str
    year: int | None
    nature: str
    match: Match | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The text of an answer, or what is missing."""

    text: str = ""
    missing: str = ""
    near: list[Match] = field(default_factory=list)


def answer_cells(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf, citer: Citer) -> Outcome:
    """Finds every cell's fact and puts them side by side."""
    near: list[Match] = []
    cells = [_fill(slots, place, year, nature, own, shelf, near) for place, year, nature in grid(slots, own)]
    if slots.nature == "both" and not slots.measure:
        cells = _of_one_kind(slots, cells, own, shelf)
    if slots.nature == "both":
        cells = _without_twice(cells)
    filled = [c for c in cells if c.match]
    if (
        slots.nature == "both"
        and len(filled) < len(cells)
        and (said := _met(slots, filled, own, shelf, citer))
    ):
        return Outcome("\n".join([*(_line(c, citer) for c in filled), f"- 报告说：{said}"]), near=near)
    filled = _alike(filled)
    if not filled:
        return Outcome(near=near)
    if slots.nature == "both" and slots.sides and len(cells) == 2 and len(filled) == 1:
        lacks = {"目标": "目标", "实绩": "实际数"}[next(c.nature for c in cells if c not in filled)]
        return Outcome(
            missing=f"算不出来：没有找到{cells[0].place}所问的{lacks}。已有：{_known(filled, citer)}。",
            near=near,
        )
    if slots.nature == "both":
        return Outcome(_target_and_result(slots, cells, citer), near=near)
    one_place = len({c.place for c in cells}) == 1
    if (
        slots.task == "difference"
        and one_place
        and len(filled) == 1
        and (told := _told_beside(slots, filled[0], shelf))
    ):
        shown = [filled[0]] if told is filled[0].match else [filled[0], replace(filled[0], match=told)]
        return Outcome("\n".join(_line(cell, citer) for cell in shown), near=near)
    if (slots.task in ("difference", "sum") or (slots.task == "compare" and len(cells) > 1)) and len(
        filled
    ) < 2:
        absent = [_label(c) for c in cells if c not in filled]
        named = "、".join(absent[:_NAMED_ABSENT]) + "等" * (len(absent) > _NAMED_ABSENT)
        return Outcome(
            missing=f"算不出来：没有找到{named}的这一项。已有：{_known(filled, citer)}。",
            near=near,
        )
    # Without a place every place was looked at: those without a figure need no line.
    lines = [_line(c, citer) for c in cells if c in filled or (not c.match and slots.places)]
    text = "\n".join(lines)
    if not can_be_reckoned(*(c.match for c in filled if c.match)):
        return Outcome(text, near=near)
    if re.search("几倍|多少倍", slots.text) and len(filled) == 2:
        text += "\n" + ratio_of(*_named(filled))
    elif (slots.task in ("difference", "compare", "trend") or _OR.search(slots.text)) and len(filled) == 2:
        text += "\n" + difference_of(*_named(filled))
    elif (slots.task == "compare" or "最" in slots.text) and len(filled) > 2:
        text += "\n" + _leader(slots, filled)
    elif slots.task == "sum":
        text += "\n" + _sum(filled)
    return Outcome(text, near=near)


_OR = regex("更?[高多快大]了?还是更?[低少慢小]|更?[低少慢小]了?还是更?[高多快大]")
_YEAR = regex(r"(?<!\d)((?:19|20)\d\d)年")


def _without_twice(cells: Sequence[Cell]) -> list[Cell]:
    """The cells without a target's figure that is the very one of the result after it (为预算的104%)."""
    told = [c.match and (c.match.evidence.entry.id, c.match.fact.start) for c in cells]
    return [
        replace(c, match=None) if told[at] and told[at] in told[at + 1 :] else c for at, c in enumerate(cells)
    ]


def _met(slots: Slots, filled: Sequence[Cell], own: Sequence[ReportEntry], shelf: Shelf, citer: Citer) -> str:
    """What is said on whether the target was met: beside the result, else by another sentence; or ``""``."""
    results = [c.match for c in filled if c.match and c.nature != "目标"]
    beside = met_beside(results[0], citer) if len(results) == 1 else ""
    return beside or told_met(slots, own, shelf, citer)


def _grown_since(match: Match, years: set[int]) -> bool:
    """1964年拖拉机比1957年增长四倍: whether the figure itself is the growth since the one of ``years``."""
    lead = with_digits(fold(match.evidence.report.text[match.fact.sentence_start : match.fact.start]))
    since = _SINCE.findall(lead)
    return match.fact.measure == "增速" and len(years) == 1 and {*map(int, since[-1:])} == years


_SINCE = regex(r"(?:[比较同与和]|相比于?)((?:19|20)\d\d)年")


# 增长几倍？水泵呢: one growth tells but one of the two
_SECOND = regex("(?:多少|几|百分之)[^，,？?]*[，,？?][^，,？?]{2,12}呢")


def _told_beside(slots: Slots, cell: Cell, shelf: Shelf) -> Match | None:
    """比2019年多了几天: the report itself tells the difference beside the figure."""
    assert cell.match is not None
    fact = cell.match.fact
    if _grown_since(cell.match, {year for year in slots.years if year != fact.year}):
        return None if _SECOND.search(slots.text) else cell.match
    loose = replace(slots, unit="", measure="增速")
    wanted = Wanted((cell.match.evidence.entry,), fact.year, cell.nature)
    for match in rank(loose, wanted, shelf):
        told = _YEAR.findall(match.fact.clause)
        if told and not {int(y) for y in told} & {*slots.years, fact.year}:
            continue  # 比2019年增加27天 is no answer for 2021
        years = [year for year in slots.years if year]
        if not told and len(years) == 2 and fact.year is not None and {*years} != {fact.year, fact.year - 1}:
            continue  # 同比增加10天 is against the year before
        same = match.fact.sentence_start == fact.sentence_start and match.fact.indicator == fact.indicator
        # 相差多少亿元 is told by no rate
        rate_for_level = slots.unit == fact.base_unit != "%" == match.fact.base_unit
        if same and match.fact.start > fact.start and not rate_for_level:
            return match
    return None


def _known(filled: Sequence[Cell], citer: Citer) -> str:
    return "；".join(sentence(c.match) + citer.cite_figure(c.match) for c in filled if c.match)


def _fill(
    slots: Slots,
    place: str,
    year: int | None,
    nature: str,
    own: Sequence[ReportEntry],
    shelf: Shelf,
    near: list[Match],
) -> Cell:
    entries = tuple(
        e
        for e in own
        if e.identity.place == place
        and (year is None or e.identity.year is None or year - 6 <= e.identity.year <= year + 10)
    )
    asked = slots
    if slots.unit == "百分点" or (slots.unit == "%" and slots.task == "difference"):
        # 高几个百分点 asks for the difference of two percentages.
        asked = replace(slots, unit="%" if slots.unit == "%" else "", measure=slots.measure)
    found, misses = best(asked, Wanted(entries, year, nature), shelf)
    if not found and slots.measure == "" and slots.unit == "" and nature == "":
        found = [
            m
            for m in rank(asked, Wanted(entries, year, "目标"), shelf)
            if m.covered >= 0.9 and slots.nature == "目标"
        ]
    if not found and nature == "目标" and only_expects(slots):
        nature = ""  # 今年预计比五年前多多少: what was five years ago was no plan
        found, misses = best(asked, Wanted(entries, year, nature), shelf)
    near.extend(misses)
    if year is not None and slots.task in ("compare", "difference", "sum"):
        found = [m for m in found if not of_many_years(m.fact)]
    return Cell(place, year, nature, exactest(found))


def _of_one_kind(slots: Slots, cells: list[Cell], own: Sequence[ReportEntry], shelf: Shelf) -> list[Cell]:
    """Each place's target and result, both told as growth or both as a level where the reports do so."""
    done = list(cells)
    for at in range(0, len(cells) - 1, 2):
        pair = cells[at : at + 2]
        target, result = (c.match for c in pair)
        if target is None or result is None or kind(target.fact) == kind(result.fact):
            continue
        for number, model in ((1, target), (0, result)):
            if model.fact.measure not in ("增速", "水平"):
                continue
            cell = pair[number]
            asked = replace(slots, measure=model.fact.measure)
            again = _fill(asked, cell.place, cell.year, cell.nature, own, shelf, [])
            if again.match and kind(again.match.fact) == kind(model.fact):
                done[at + number] = again
                break
    return done


def _alike(cells: list[Cell]) -> list[Cell]:
    """Only cells of one base unit can stand side by side: the most common one is kept.

    A standard indicator that one report prints without its unit is counted as the others print it.
    """
    told = [(c, counted_as(c.match.fact.base_unit), c.match.fact.name) for c in cells if c.match]
    bases = [base for _, base, _ in told if base] or [base for _, base, _ in told]
    if not bases:
        return []
    common = max(set(bases), key=bases.count)
    names = {name for _, base, name in told if base == common}
    return [c for c, base, name in told if base == common or (not base and name and name in names)]


def _named(cells: Sequence[Cell]) -> list[tuple[str, Match]]:
    return [(_label(c), c.match) for c in cells if c.match]


def _label(cell: Cell) -> str:
    year = f"{cell.year}年" if cell.year else ""
    return f"{cell.place}{year}{'目标' if cell.nature == '目标' else ''}"


def _line(cell: Cell, citer: Citer) -> str:
    if cell.match is None:
        return f"- {_label(cell)}：{NOT_TOLD}"
    fact = cell.match.fact
    mark = citer.cite_figure(cell.match)
    label = f"{cell.place}{when(cell.match) or _label(cell)}{'目标' if fact.nature == '目标' else ''}"
    return f"- {label}：{phrase(cell.match)}{mark}"


def _sum(cells: Sequence[Cell]) -> str:
    return total_of([c.match for c in cells if c.match])


def _leader(slots: Slots, cells: Sequence[Cell]) -> str:
    """Which of the cells holds the most, or the least where that is asked for."""
    named = _named(cells)
    first, word = foremost([m.fact for _, m in named], least=asks_least(slots.text), rate=True)
    names = "、".join(named[number][0] for number in first)
    return f"{word}的是{names}（{tidy(named[first[0]][1].fact.figure)}）。"


def _target_and_result(slots: Slots, cells: Sequence[Cell], citer: Citer) -> str:
    lines = [_line(c, citer) for c in cells]
    for place in dict.fromkeys(c.place for c in cells):
        pair = {c.nature: c.match for c in cells if c.place == place}
        target, result = pair.get("目标"), pair.get("实绩")
        if target and result and kind(target.fact) == kind(result.fact):
            met = is_met(target.fact, result.fact)
            aim, done = tidy(target.fact.figure), tidy(result.fact.figure)
            said = {True: "，完成目标", False: "，没有完成目标", None: ""}[met]
            gap = f"，相差{gap_of(target, result)}" if HOW_FAR.search(slots.text) else ""
            lines.append(f"{place}：目标{aim}，实际{done}{said}{gap}。")
    return "\n".join(lines)
