"""Chooses the facts that answer a question, from the reports that may hold them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reports.indicators import aliases_of
from reports.records import Fact
from reports.text import fold, plain
from vectorstore.records import ReportEntry

from .evidence import Evidence, FactText, Shelf
from .matching import Need, coverage, fact_zones, precision, weigh_forms
from .places import short_name
from .slots import Slots

# Below this covered share of the question's words a figure is not an answer to it.
ENOUGH = 0.66
# Below this share beside the figure itself, its sentence speaks of the matter but the figure does not.
ENOUGH_NEAR = 0.42
_COUNTED = frozenset(
    "个家项件所座条处套栋张台辆场次户种类门批起例宗笔支期轮届站间株棵头只羽架艘班床级单幢口井对片部眼枚组团村镇县块面根道册本篇幅封层"
)
RESULTS = ("实绩", "预计", "初步核算", "累计")


@dataclass(frozen=True, slots=True)
class Match:
    """A fact that fits the question. ``covered`` is the share of the question's words it covers."""

    evidence: Evidence
    item: FactText
    covered: float
    score: float
    strict: float = 0.0

    @property
    def fact(self) -> Fact:
        """The fact itself."""
        return self.item.fact


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a figure must be to answer: one place's reports, one year, one nature.

    ``year`` None takes any; ``span`` is a period's first and last year.
    """

    entries: tuple[ReportEntry, ...]
    year: int | None
    nature: str
    span: tuple[int, int] | None = None


def counted_as(base_unit: str) -> str:
    """One name for all measure words of things that are counted: 座 and 个 can be compared."""
    return "个" if base_unit in _COUNTED else base_unit


def unit_fits(asked: str, base_unit: str) -> float:
    """0 (does not fit) to 1 (is the unit asked for)."""
    if not asked or asked == base_unit:
        return 1.0
    if (asked == "%" and base_unit == "百分点") or (asked == "百分点" and base_unit == "%"):
        return 0.9
    if asked == "%" and base_unit == "比":
        return 0.9
    if asked in _COUNTED and base_unit in _COUNTED:
        return 0.6
    if {asked, base_unit} <= {"人", "人次"} or {asked, base_unit} <= {"标箱", "标准箱", "teu"}:
        return 0.9
    if asked == "个" and base_unit == "人":
        return 0.6
    if {asked, base_unit} <= {"天", "日", "小时"} or {asked, base_unit} <= {"年", "岁"}:
        return 0.9
    return 0.0


def measure_fits(slots: Slots, measure: str, base_unit: str) -> float:
    """0 (does not fit) to 1: whether the figure is a level, growth or share as asked."""
    asked = slots.measure
    if asked == "增速":
        if (
            base_unit == "百分点"
            and slots.unit != "百分点"
            and not re.search("提高|下降|上升|降低|回落", slots.text)
        ):
            return 0.0
        if measure == "增速":
            return 1.0
        if measure == "增量":
            return 0.95 if base_unit == "百分点" or slots.unit else 0.85
        return 0.0
    if asked == "占比":
        return 1.0 if measure == "占比" else 0.0
    if asked == "水平":
        return {"水平": 1.0, "占比": 0.95, "增量": 0.85, "位次": 0.0, "增速": 0.0}[measure]
    if asked == "位次":
        return 1.0 if measure == "位次" else 0.0
    if slots.unit in ("%", "百分点"):
        return 1.0 if base_unit in ("%", "百分点") else 0.0
    return {"水平": 1.0, "占比": 0.97, "增量": 0.85, "增速": 0.65, "位次": 0.5}[measure]


def rank(slots: Slots, wanted: Wanted, shelf: Shelf, *, need_unit: bool = True) -> list[Match]:
    """The facts that fit ``wanted``, best first; every one covers something of the question."""
    found: list[Match] = []
    for entry in wanted.entries:
        evidence = shelf.evidence(entry)
        needs = [n for n in weigh_forms(slots.content, evidence) if n.says_something]
        for need in needs:
            found.extend(_rank_report(slots, wanted, evidence, need, need_unit=need_unit))
        if len(needs) > 1:
            found = _once(found)
    found.sort(key=lambda m: -m.score)
    return found


def _once(found: list[Match]) -> list[Match]:
    """Each fact once, by its better form."""
    best_of: dict[tuple[str, int], Match] = {}
    for match in found:
        key = (match.evidence.entry.id, match.fact.ordinal)
        if key not in best_of or match.score > best_of[key].score:
            best_of[key] = match
    return list(best_of.values())


def _rank_report(
    slots: Slots, wanted: Wanted, evidence: Evidence, need: Need, *, need_unit: bool
) -> Iterable[Match]:
    year = evidence.entry.identity.year
    tokens = _TOKEN.findall(need.content)
    for item in evidence.facts:
        fact = item.fact
        if fact.measure == "限定":
            continue
        time = _time_fits(wanted, fact, year)
        if time == 0.0:
            continue
        unit = unit_fits(slots.unit, fact.base_unit) if need_unit else 1.0
        if unit == 0.0:
            continue
        measure = measure_fits(slots, fact.measure, fact.base_unit)
        if measure == 0.0:
            continue
        if _of_something_else(slots, fact, evidence.entry.identity.place):
            continue
        if not _holds_tokens(tokens, evidence, item):
            continue
        strict, covered = coverage(need, fact_zones(evidence, item), fact.name)
        if covered < 0.3:
            continue
        if _asked_of(slots, fact):
            continue
        if (
            fact.place in ("全国", "全省")
            and fact.place not in slots.text
            and evidence.entry.identity.place != "国务院"
        ):
            covered *= 0.5
        score = (
            strict + 0.12 * precision(need, item) + 0.15 * (measure - 1) + 0.4 * (unit - 1) + 0.2 * (time - 1)
        )
        if _FROM.search(fact.before) and not _FROM_ASKED.search(slots.text):
            score -= 0.2
        if _IN_ALL.search(slots.text) and "新增" not in slots.text:
            score += 0.08 if _IN_ALL.search(fact.before) else -0.1 if _NEWLY.search(fact.before) else 0.0
        if _CAUSES.search(fact.before):
            score -= 0.15
        if "年均" in slots.text and "年均" in fact.clause:
            score += 0.1
        if slots.asks_figure and not slots.unit and fact.unit == "":
            score -= 0.05
        yield Match(evidence, item, covered, score, strict)


# 从55.8%提升到77.5%: the first figure is where it came from.
_FROM = re.compile(r"(?:从|由)(?:[一-鿿\d]{0,8}年)?(?:的)?$|(?:^|[^一-鿿])(?:从|由)[^到至]*的$")
_IN_ALL = re.compile("总数|总共|总量|累计|一共")
_NEWLY = re.compile("新增|净增|新建|新认定")
_FROM_ASKED = re.compile(r"从|由|原来|之前|起初")


_TOKEN = re.compile(r"[a-z0-9][a-z0-9.+&-]*[a-z0-9]")


def _holds_tokens(tokens: list[str], evidence: Evidence, item: FactText) -> bool:
    """Whether the sentence or its heads hold every code of the question: PM10 is not PM2.5."""
    if not tokens:
        return True
    sentence = evidence.sentences[item.sentence] if item.sentence < len(evidence.sentences) else ""
    where = sentence + evidence.paths.get(item.fact.section, "")
    return all(t in where or t in ("gdp", "cpi", "r&d") for t in tokens)


def _asked_of(slots: Slots, fact: Fact) -> bool:
    """Whether the question itself names this figure (72个重点项目完成多少投资): then it is no answer."""
    written = re.sub(r"\s", "", fact.figure)
    return len(written) > 1 and re.search(rf"(?<![\d.]){re.escape(fold(written))}", slots.content) is not None


# Indicators of a whole place: said of a part of it, they are another figure.
_OF_THE_WHOLE = frozenset(
    [
        "地区生产总值",
        "一般公共预算收入",
        "一般公共预算支出",
        "财政总收入",
        "固定资产投资",
        "社会消费品零售总额",
        "进出口总额",
        "出口总额",
        "规模以上工业增加值",
        "工业增加值",
        "城镇新增就业",
        "总人口",
        "服务业增加值",
        "第一产业增加值",
        "第二产业增加值",
        "第三产业增加值",
        "税收收入",
    ]
)
_NEUTRAL = re.compile(
    r"[省市县区]内|[县市区]域|全[国省市县区州旗]|我[国省市县区州旗]|现价|预期|预计|全年|年末|年底|地方|全社会|全口径|累计|总额|总量|的|其中|当年|实现|完成|约|近|超"
)


_CAUSES = re.compile("带动|拉动|推动|促进|撬动")


def _of_something_else(slots: Slots, fact: Fact, place: str) -> bool:
    """Whether a standard name is narrowed to a part (牧区经济总量) that was not asked for."""
    if fact.name not in slots.names:
        if slots.names and not fact.name and slots.measure != "占比" and set(slots.names) <= _OF_THE_WHOLE:
            near = plain(fact.indicator + fact.before)
            at = max((near.find(s) + len(s) for s in _spellings(slots.names) if s in near), default=-1)
            narrower = re.search("项目|企业|占|比重|总投资", near[at:]) if at >= 0 else None
            if narrower and narrower.group() not in slots.content:
                return True
        # 进出口企业132家 counts firms: it is not the amount that the name stands for.
        return bool(
            slots.names
            and not slots.unit
            and not fact.name
            and fact.base_unit in _COUNTED | {"人"}
            and plain(slots.content) in _spellings(slots.names)
        )
    if fact.name not in _OF_THE_WHOLE:
        return False
    indicator = plain(fact.indicator)
    rest = indicator
    for spelling in _spellings((fact.name,)):
        if spelling in indicator:
            rest = indicator.replace(spelling, "", 1)
            break
    else:
        return False
    rest = _NEUTRAL.sub("", rest.replace(plain(place), "").replace(plain(short_name(place)), ""))
    rest = _CAUSES.sub("", rest)
    return len(rest) >= 2 and rest not in plain(slots.content) and rest not in plain(slots.text)


@lru_cache(maxsize=256)
def _spellings(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(plain(a) for name in names for a in aliases_of(name))


# What flows in year by year: over several years it is a sum, and not one year's figure.
_FLOWS = frozenset(
    [
        "城镇新增就业",
        "失业人员再就业",
        "脱贫人口",
        "减税降费",
        "旅游收入",
        "游客",
        "实际利用外资",
        "实际到位省外资金",
    ]
)


def _time_fits(wanted: Wanted, fact: Fact, report_year: int | None) -> float:
    """0 where year or nature are not those asked for."""
    target = fact.nature == "目标"
    if wanted.nature == "目标" and not target:
        return 0.0
    if wanted.nature == "实绩" and target:
        return 0.0
    first = int(fact.period[:4]) if len(fact.period) == 9 else fact.year
    multi = first is not None and fact.year is not None and first != fact.year
    if wanted.year is not None and "年均" in fact.before:
        return 0.0
    summed = fact.nature == "累计" and not re.search("[达到]", fact.before)
    if wanted.year is not None and multi and (summed or fact.name in _FLOWS):
        return 0.0
    if wanted.span:
        if fact.year is None or not (wanted.span[0] <= fact.year <= wanted.span[1]):
            return 0.0
        # 十三五期间: one year's figure is not the period's; its last year stands for 十三五末 alone.
        single = wanted.span[0] == wanted.span[1]
        if not multi and not single and "年均" not in fact.clause:
            return 0.0
        return 1.0 if single or first == wanted.span[0] else 0.6
    if wanted.year is not None:
        if fact.year != wanted.year:
            return 0.0
        fits = 0.75 if multi else 1.0
        natural = report_year is None or report_year == wanted.year + (0 if target else 1)
        return fits if natural else fits * 0.85
    natural = report_year is None or fact.year in (report_year - 1, report_year)
    fits = 1.0 if natural and not multi else 0.85
    return fits * (0.93 if target else 1.0)


def wanted_cells(slots: Slots, entries: Sequence[ReportEntry]) -> list[Wanted]:
    """One cell a place and year: which reports may hold its figure, and as what."""
    nature = slots.nature
    natures = ["目标", "实绩"] if nature == "both" else [nature]
    cells: list[Wanted] = []
    chosen = [e for e in entries if not slots.report_years or e.identity.year in slots.report_years]
    if slots.span:
        return [Wanted(tuple(chosen), None, n, slots.span) for n in natures]
    if not slots.years:
        for n in natures:
            cells.append(Wanted(tuple(chosen), None, n))
        return cells
    for year in slots.years:
        near = tuple(e for e in chosen if e.identity.year is None or year - 6 <= e.identity.year <= year + 6)
        for n in natures:
            cells.append(Wanted(near, year, n))
    return cells


def best(slots: Slots, wanted: Wanted, shelf: Shelf) -> tuple[list[Match], list[Match]]:
    """(answers, near misses): the facts that answer, best first, and those that nearly do."""
    if wanted.year is None and not wanted.span:
        return _newest(slots, wanted, shelf)
    wanted = replace(wanted, nature=wanted.nature or "实绩")
    misses: list[Match] = []
    for entries in _tiers(wanted):
        answers, near = _accept(rank(slots, replace(wanted, entries=entries), shelf))
        if answers:
            return answers, near
        misses.extend(near)
    misses.sort(key=lambda m: -m.score)
    return [], misses[:5]


def _tiers(wanted: Wanted) -> list[tuple[ReportEntry, ...]]:
    """The reports in the order in which they are asked: the one that reviews (or plans) the year first.

    The others mention the year only in passing, so they are opened only where it does not answer.
    """
    last = wanted.span[1] if wanted.span else wanted.year
    assert last is not None
    proper = last if wanted.nature == "目标" else last + 1
    first = tuple(e for e in wanted.entries if e.identity.year in (proper, None))
    target = wanted.nature == "目标"
    # A target is set in the years before, a result told in the years after.
    rest = sorted(
        (e for e in wanted.entries if e not in first),
        key=lambda e: (target and (e.identity.year or 0) > proper, abs((e.identity.year or 0) - proper)),
    )
    return [tier for tier in (first, tuple(rest[: 5 if target else 2])) if tier]


def _newest(slots: Slots, wanted: Wanted, shelf: Shelf) -> tuple[list[Match], list[Match]]:
    """Without a year: the newest report that has it, results before targets."""
    if slots.names and not wanted.nature:
        # A standard indicator: its newest result comes before a newer target.
        found, near = _newest(slots, replace(wanted, nature="实绩"), shelf)
        return (found, near) if found else _newest(slots, replace(wanted, nature="目标"), shelf)
    misses: list[Match] = []
    years = sorted({e.identity.year or 0 for e in wanted.entries}, reverse=True)
    for year in years:
        entries = tuple(e for e in wanted.entries if (e.identity.year or 0) == year)
        answers, near = _accept(rank(slots, replace(wanted, entries=entries), shelf))
        if answers:
            return answers, near
        misses.extend(near)
    misses.sort(key=lambda m: -m.score)
    return [], misses


def _accept(ranked: list[Match]) -> tuple[list[Match], list[Match]]:
    answers = [m for m in ranked if m.covered >= ENOUGH and m.strict >= ENOUGH_NEAR]
    return answers, [m for m in ranked if m not in answers][:5]


def same_figure(a: Match, b: Match) -> bool:
    """Whether two matches state one figure: same value in the same base unit."""
    return a.fact.base_unit == b.fact.base_unit and a.fact.normal == b.fact.normal


def conflicting(answers: Sequence[Match]) -> Match | None:
    """Another figure of the same indicator, place, year and measure with an equal claim."""
    top = answers[0]
    for other in answers[1:]:
        if same_figure(top, other) or other.score < top.score - 0.02:
            continue
        a, b = top.fact, other.fact
        if (
            a.name
            and a.name == b.name
            and a.measure == b.measure
            and a.base_unit == b.base_unit
            and a.period == b.period
            and plain(a.indicator) == plain(b.indicator)
        ):
            return other
    return None
