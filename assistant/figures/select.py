"""Chooses the facts that answer a question, from the reports that may hold them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reports.indicators import find_names
from reports.patterns import regex
from reports.text import fold, plain

from ..evidence.fits import (
    COUNTABLE,
    COUNTED,
    FROM,
    FROM_ASKED,
    IN_ALL,
    NEWLY,
    TOKEN,
    YEARLY,
    Wanted,
    counted_by_noun,
    counts_days,
    counts_places,
    floor_for_land,
    holds_tokens,
    is_asked_of,
    listed_as_new,
    measure_fits,
    of_another_season,
    time_fits,
    unit_fits,
    weighs_on,
)
from ..evidence.matches import Match
from ..evidence.matching import (
    BEFORE,
    PATH,
    SENTENCE,
    Need,
    coverage,
    fact_zones,
    weigh,
)
from ..evidence.prepared import Evidence, FactText, Shelf
from ..questions.abroad import traded_with_another
from ..questions.contrasts import invested_otherwise
from ..questions.scope import rank_fits
from ..questions.slots import Slots
from .amounts import in_another_unit, of_another_amount
from .another import of_another
from .arguing import ARGUABLE, arguable
from .bases import against_another_time, in_running_prices, not_by_how_many
from .belief import BELIEVED, BELIEVED_TOGETHER, SURE, belief, marks_of
from .cells import tiers
from .counting import (
    counts_another,
    made_otherwise,
    of_all_together,
    of_another_metal,
    of_another_noun,
    of_another_phase,
)
from .exactness import exact_first, level_of, one_told_twice, own_unit_first, whole_first
from .opposites import excluded
from .precision import precision
from .sorts import of_another_sort
from .stocks import of_all_or_of_a_part
from .swapped import of_another_word
from .things import (
    CAUSES,
    COUNTED_SO,
    SPELLED,
    counted_so,
    of_another_size,
    of_several,
    of_something_else,
    spelled_as_asked,
    told_verbatim,
)

# Below this covered share of the question's words a figure is not an answer to it.
ENOUGH = 0.66
BARELY = ENOUGH - 0.01
# Below this share beside the figure itself, its sentence speaks of the matter but the figure does not.
ENOUGH_NEAR = 0.42
SET_AGAINST = ("compare", "difference", "sum", "table", "trend")
"""The tasks that set a figure against another one."""
RESULTS = ("实绩", "预计", "初步核算", "累计")


def rank(slots: Slots, wanted: Wanted, shelf: Shelf, *, need_unit: bool = True) -> list[Match]:
    """The facts that fit ``wanted``, best first; every one covers something of the question."""
    found: list[Match] = []
    for entry in wanted.entries:
        evidence = shelf.evidence(entry)
        need = weigh(slots.content, evidence)
        if need.says_something:
            found.extend(_rank_report(slots, wanted, evidence, need, need_unit=need_unit))
    found.sort(key=lambda m: -m.score)
    return found


def _name(slots: Slots, item: FactText, evidence: Evidence) -> str:
    """The standard name of a figure; a rank without one (增幅居全省第4位) is of what was named before."""
    if item.fact.name or not slots.measure == item.fact.measure == "位次":
        return item.fact.name
    if _OWN_SUBJECT.search(item.clause.partition(plain(item.fact.figure))[0]):
        return ""  # 存贷款余额增长13.7%、排名全省第4: of what its own clause names
    before = evidence.sentences[item.sentence].partition(item.clause)[0] if item.clause else ""
    return names[-1].name if (names := find_names(before)) else ""


_OWN_SUBJECT = regex("[一-鿿]{5,}?(?:增长|增速|增幅|下降)[\\d.]+%?、")
# 前三季度: a part of a year is not the whole of it.
_PART = regex("季度|半年|月")
# 是几连冠: what is counted in no known unit must stand beside the figure.
_COUNTED = regex("几([一-鿿]{2})$")
_HOW_BIG = regex("多大(?!的?面积)")
_CAME_TO = regex("(?:突破|达到|增[加长]?到|提高到|上升到)了?(?:多少|几)")
_ADDED = regex("新|增(?!加?到)|净")
# 多少eflops: a unit that is none of those known must stand right behind the figure.
_IN_LETTERS = regex("(?:多少|几)(?:个|万|亿|百|千)?([a-z]{3,12})(?![a-z])")


def _rank_report(
    slots: Slots, wanted: Wanted, evidence: Evidence, need: Need, *, need_unit: bool
) -> Iterable[Match]:
    year = evidence.entry.identity.year
    tokens = TOKEN.findall(need.content)
    other_names = [form for use in need.names for form in use.spellings if not form.isascii()]
    counted = _COUNTED.search(need.content)
    coded = _IN_LETTERS.search(slots.text)
    # Where one year is asked for, only the facts of that year can fit.
    all_years = wanted.year is None or wanted.span
    for item in evidence.facts if all_years else evidence.facts_of(wanted.year):
        fact = item.fact
        if fact.measure == "限定":
            continue
        time = time_fits(wanted, fact, year)
        if time == 0.0:
            continue
        days = counts_days(slots.unit, item)
        base = fact.base_unit or counted_by_noun(item)
        unit = unit_fits(slots.unit, base) if need_unit and not days else 1.0
        if unit == 0.0 or floor_for_land(slots.text, fact.unit):
            continue
        if unit < 1.0 and fact.base_unit in COUNTED and counts_another(slots, need, item):
            continue
        if unit == 1.0 and fact.base_unit in COUNTED and of_another_noun(slots, need, item, evidence):
            continue
        if of_all_together(slots, item) or of_another_metal(slots, item):
            continue
        measure = measure_fits(slots, fact.measure, fact.base_unit, fact.before)
        if measure == 0.0 or against_another_time(slots, item) or not_by_how_many(slots, fact):
            continue
        if in_another_unit(slots, fact) or in_running_prices(slots, item):
            continue
        if "全年" in slots.text and _PART.search(fact.period):
            continue
        sentence = evidence.sentences[item.sentence]
        if of_another_season(slots.text, item, sentence) or traded_with_another(slots.text, sentence):
            continue
        weighs = weighs_on(slots.text, item)
        if weighs is False or (not weighs and of_something_else(slots, fact, evidence.entry.identity.place)):
            continue
        if of_several(slots, item) or invested_otherwise(slots.text, fact.before):
            continue
        if not holds_tokens(tokens, evidence, item, other_names) or of_another_size(need, item):
            continue
        if counted and counted[1] not in item.clause:
            continue
        if slots.measure == "进位" and not counts_places(item):
            continue
        if coded and not (item.after.startswith(coded[1]) or fold(fact.unit).endswith(coded[1])):
            continue
        if (
            of_all_or_of_a_part(slots, item)
            or not rank_fits(slots, fact)
            or excluded(need.content, item.near)
        ):
            continue
        zones = fact_zones(evidence, item)
        if of_another_phase(need, zones):
            continue
        strict, covered = coverage(need, zones, _name(slots, item, evidence))
        if covered < 0.3:
            continue
        foreign = covered >= ARGUABLE and of_another(slots, evidence, item, need, zones)
        if (foreign and covered >= ENOUGH) or is_asked_of(slots, fact):
            continue
        if covered >= ARGUABLE and (
            of_another_sort(need, item, zones[PATH : BEFORE + 1])
            or of_another_word(need, item, zones)
            or of_another_amount(slots, item, need, zones[SENTENCE])
        ):
            foreign, covered = True, min(covered, BARELY)
        if (
            fact.place in ("全国", "全省")
            and fact.place not in slots.text
            and evidence.entry.identity.place != "国务院"
        ):
            covered *= 0.5
        verbatim = told_verbatim(need, item)
        if verbatim and unit >= COUNTABLE:
            unit = 1.0  # 多少个家庭农场 for 家庭农场5531家
        score = (
            strict
            + SPELLED * verbatim
            + COUNTED_SO * counted_so(slots, item)
            + 0.12 * precision(need, item)
            + SPELLED * spelled_as_asked(need, fact)
            + 0.15 * (measure - 1)
            + 0.4 * (unit - 1)
            + 0.2 * (time - 1)
        )
        if fact.base_unit in COUNTED and _HOW_BIG.search(slots.text):
            score -= 0.3  # 算力做到多大 asks for no number of firms
        if FROM.search(fact.before) and not FROM_ASKED.search(slots.text):
            if fact.measure == "位次" or _CAME_TO.search(slots.text):
                continue  # 由第五位上升到第四位: where it came from is no rank of the year
            score -= 0.2
        if _CAME_TO.search(slots.text) and not _ADDED.search(slots.text) and NEWLY.search(fact.before):
            score -= 0.1  # 达到多少个, told as 新增4个、达到17个
        if IN_ALL.search(slots.text) and "新增" not in slots.text:
            score += 0.08 if IN_ALL.search(fact.before) else -0.2 if NEWLY.search(fact.before) else 0.0
            score += 0.08 * ("总量" in fact.before)  # 人才总量, before 累计认定人才
        score -= 0.3 * made_otherwise(slots, item)
        if CAUSES.search(fact.before) or (listed_as_new(fact) and not re.search("新|增", slots.text)):
            score -= 0.15
        if CAUSES.match(item.after):
            score -= 0.2  # 筹措5亿元撬动贷款90亿元: the loans are not what was raised
        if YEARLY.search(slots.text) and YEARLY.search(fact.clause):
            score += 0.1
        if slots.asks_figure and not slots.unit and fact.unit == "":
            score -= 0.05
        yield Match(evidence, item, covered, score, strict, foreign)


def best(slots: Slots, wanted: Wanted, shelf: Shelf) -> tuple[list[Match], list[Match]]:
    """(answers, near misses): the facts that answer, best first, and those that nearly do."""
    if wanted.year is None and not wanted.span:
        return _newest(slots, wanted, shelf)
    wanted = replace(wanted, nature=wanted.nature or "实绩")
    misses: list[Match] = []
    grown: list[Match] = []
    reached = wanted.nature == "目标" and not (slots.measure or slots.unit) and _REACHED.search(slots.text)
    for entries in tiers(wanted):
        answers, near = _accept(slots, rank(slots, replace(wanted, entries=entries), shelf))
        if answers and reached and answers[0].fact.measure == "增速":
            # 到2015年要达到多少: an earlier report may have planned how high, this one by how much
            grown = grown or answers
            continue
        if answers:
            return answers, near
        misses.extend(near)
    if grown:
        return grown, misses[:5]
    misses.sort(key=lambda m: -m.score)
    return [], misses[:5]


_REACHED = regex("达到?了?(?:多少|几)|[要能][到至]了?(?:多少|几)|到了?多少[亿万]")


def _newest(slots: Slots, wanted: Wanted, shelf: Shelf) -> tuple[list[Match], list[Match]]:
    """Without a year: the newest report that has it, results before targets."""
    if slots.names and not wanted.nature:
        # A standard indicator: its newest result comes before a newer target.
        found, near = _newest(slots, replace(wanted, nature="实绩"), shelf)
        return (found, near) if found else _newest(slots, replace(wanted, nature="目标"), shelf)
    misses: list[Match] = []
    told: list[tuple[int, list[Match], list[Match]]] = []
    missing: list[str] = []
    years = sorted({e.identity.year or 0 for e in wanted.entries}, reverse=True)
    for year in years:
        entries = tuple(e for e in wanted.entries if (e.identity.year or 0) == year)
        if told and not any(pair in shelf.evidence(e).folded for e in entries for pair in missing):
            continue  # it writes none of what the newer one lacks
        answers, near = _accept(slots, rank(slots, replace(wanted, entries=entries), shelf))
        if answers:
            # 樱花洽谈会, of which the newest report does not write a word and an older one does
            lost = unwritten(slots, answers[0])
            if len(lost) < _UNWRITTEN:
                return answers, near
            missing = missing or lost
            told.append((len(lost), answers, near))
        misses.extend(near)
    if told:
        least = told[0][1][0].score
        _, answers, near = min((t for t in told if t[1][0].score >= least), key=lambda t: t[0])
        return answers, near
    misses.sort(key=lambda m: -m.score)
    return [], misses


_UNWRITTEN = 2
"""So many pairs that a report writes nowhere are a word of their own, and no seam of two words."""


def unwritten(slots: Slots, match: Match) -> list[str]:
    """The pairs of what is asked for that the match's report writes nowhere, in no other words either."""
    need, folded = weigh(slots.content, match.evidence), match.evidence.folded
    spans = [(k.start, k.end) for k in need.alike] + [(use.start, use.end) for use in need.names]
    known = {i for span in spans for i in range(*span)} | need.weak
    return [pair for i, pair in need.pairs if pair not in folded and not {i, i + 1} & known]


def _accept(slots: Slots, ranked: list[Match]) -> tuple[list[Match], list[Match]]:
    answers = [m for m in ranked if m.covered >= ENOUGH and m.strict >= ENOUGH_NEAR]
    together = slots.task in SET_AGAINST
    if not answers and not together:
        # 拖欠的工资要回了多少 for 追讨工资765万元
        answers = [m for m in ranked[:1] if arguable(slots, m) or _surely(slots, m, ranked)]
    # What is set against another figure is told by two that say the same.
    least = BELIEVED_TOGETHER if together else BELIEVED
    if answers and believed(slots, answers[0], ranked) < least:
        answers = []
    answers = own_unit_first(slots.unit, whole_first(exact_first(answers, ranked)))
    if answers and (level := level_of(slots.text, answers[0])) is not answers[0]:
        answers = [level, *(m for m in answers[1:] if m.item is not level.item)]
    return answers, [m for m in ranked if m not in answers][:5]


def _surely(slots: Slots, match: Match, ranked: Sequence[Match]) -> bool:
    """登记在册的市场主体 for 市场主体登记存量: all that is learned speaks for it, if its words do not."""
    return not match.foreign and match.covered >= ARGUABLE and believed(slots, match, ranked) >= SURE


def believed(slots: Slots, match: Match, ranked: Sequence[Match]) -> float:
    """How likely ``match``, one of ``ranked``, is the figure asked for, 0 to 1."""
    same = [
        m
        for m in ranked
        if same_figure(m, match) or one_told_twice(m, match) or town_and_country(slots, m, match)
    ]
    marks = marks_of(slots, weigh(slots.content, match.evidence), match, ranked, same)
    # 柠檬的总产量 is not told by 粮食产量: a standard indicator that nobody named, of which the sentence
    # does not even hold the first word asked
    unsaid = marks["precision"] == marks["near"] == 0.0 and len(slots.content) >= _SAYS_SOMETHING
    unasked = marks["head_lost"] or unsaid
    foreign = marks["standard"] and unasked and not marks["named"]
    return 0.0 if foreign else belief(marks)


_SAYS_SOMETHING = 4


def town_and_country(slots: Slots, a: Match, b: Match) -> bool:
    """Whether two figures are of town and country, and both are asked for: 城乡低保标准500元和400元."""
    return (
        "城乡" in slots.content
        and a.fact.clause == b.fact.clause
        and a.fact.sentence_start == b.fact.sentence_start
        and {a.fact.indicator[:2], b.fact.indicator[:2]} == {"城镇", "农村"}
        and a.fact.indicator[2:] == b.fact.indicator[2:]
        and (a.fact.measure, a.fact.base_unit) == (b.fact.measure, b.fact.base_unit)
    )


def same_figure(a: Match, b: Match) -> bool:
    """Whether two matches state one figure: same value in the same base unit."""
    return a.fact.base_unit == b.fact.base_unit and a.fact.normal == b.fact.normal
