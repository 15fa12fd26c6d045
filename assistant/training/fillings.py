"""Forms of questions filled with what reports tell: 【地】【年】【指标】是多少 → 某市2023年粮食产量是多少.

The blanks: 【地】 a place (【地1】, 【地2】 two); 【年】 the year that its report reviews, 【今年】 the
report's own; 【指标】 an indicator (【指标1】 … several of one report); 【几】 the interrogative with the
indicator's unit; 【时】, 【规划】, 【末年】 a plan's period and its last year; 【话题】 a topic. What a form
``asks`` are the kinds of the figures that a right answer holds: 水平, 增速, 目标水平, 目标增速, 五年水平,
五年年均增速, 规划目标水平, 规划目标年均增速, with 1, 2, 3 for the indicator and 甲, 乙 for the place; or, of
a topic, 做了, 要做, 话题, 问题.
"""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reports.patterns import regex
from reports.records import Fact, Report

from ..figures.select import RESULTS
from ..questions.places import short_name
from ..questions.times import PLANS
from ..records import PARTLY, Answer
from ..scoring import holds, normalize

if TYPE_CHECKING:
    from ..chain import Chain

BLANK = regex("【(.+?)】")
TOPICS = tuple(
    topic
    for line in (
        "招商引资、营商环境、乡村振兴、防汛、义务教育",
        "养老服务、就业、大气污染防治、城市更新、老旧小区改造",
        "科技创新、文化旅游、食品安全、医疗卫生、生态修复",
        "粮食生产、民营经济、数字经济、安全生产、水利建设",
        "农村人居环境、高标准农田、物流、基层治理、社会保障",
        "耕地保护、国企改革、对外开放、政府自身建设",
    )
    for topic in line.split("、")
)
_OPEN = {
    "做了": "{地}{年}在{话题}方面做了哪些工作？",
    "要做": "{地}{今年}在{话题}方面有哪些打算？",
    "话题": "{地}在{话题}方面有哪些举措？",
    "问题": "{地}政府工作中存在哪些问题和不足？",
}
"""What is asked of a topic, put plainly: a form's answer must share a sentence with this one's."""
_PLAINLY = {
    "水平": "{地}{年}{指标}是多少",
    "增速": "{地}{年}{指标}增长百分之几",
    "目标水平": "{地}{今年}{指标}的目标是多少",
    "目标增速": "{地}{今年}{指标}的增长目标是百分之几",
    "五年水平": "{地}{期}{指标}是多少",
    "五年年均增速": "{地}{期}{指标}年均增长多少",
    "规划目标水平": "{地}{期}{指标}的目标是多少",
    "规划目标年均增速": "{地}{期}{指标}的目标年均增长多少",
}
_OLD = 2001
_PLANS = {first + 4: name for name, first in PLANS.items() if first > _OLD}
"""The last year of a plan → its name, of those that reports in use still tell of."""
_NOUN = regex(
    "^(?!重点|方面|抓|推动|根据|围绕|在|全部|行政村|五年|一|取得|形成|探索|以|对|将|使|其|聚焦|专项|各|累积|的|多|至|将近|每"
    "|力|促进|支持|提高|加大|为|经|由|和|实际|实现|完成|达|全年|新增长)(?=[一-鿿]{3,11}$).*(?:产量|收入|余额|总值|产值|面积|里程"
    "|人次|投资|总额|经费|就业|企业|标准|支出|规模|外资|出口|零售额|寿命|贷款|容量|电量|运量|人数|产能|总量|农田|公路|学位|床位"
    "|住房|主体|交额|加值|吐量|[化盖率]率)$"
)
_BOUND = regex("(?:以上|左右|以内|以下)$")
_KIND = regex("(?P<kind>.+?)(?P<of>[123甲乙]?)")
_FIVE = 4


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a question, what it asks, and its shortest form; ``history`` are forms before it."""

    id: str
    form: str
    asks: tuple[str, ...]
    history: tuple[str, ...] = ()
    plain: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """A figure that the plain question for it is answered with."""

    place: str
    year: int
    indicator: str
    kind: str
    figure: str
    unit: str
    period: str


@dataclass(frozen=True, slots=True)
class Filling:
    """What goes into the blanks, the figures wanted, and of a topic the plain question."""

    blanks: Mapping[str, str]
    wants: tuple[str, ...]
    plainly: str = ""

    def into(self, form: str) -> str:
        return BLANK.sub(lambda m: self.blanks.get(m[1], m[0]), form)


def read_forms(path: Path) -> list[Form]:
    """The forms of a file, one JSON object a line."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [
        Form(r["id"], r["form"], tuple(r["asks"]), tuple(r.get("history", ())), r.get("plain", ""))
        for r in rows
    ]


class Fillings:
    """Figures of ``reports`` that are found when asked for plainly, to fill forms with."""

    def __init__(self, chain: Chain, reports: Sequence[Report]) -> None:
        self.chain, self.reports = chain, reports
        known = [k for report in reports for k in _figures(report) if self._found(k)]
        self.by_kind: dict[str, list[Known]] = defaultdict(list)
        for one in known:
            self.by_kind[one.kind].append(one)

    def _found(self, one: Known) -> bool:
        answer = self.chain.invoke(_PLAINLY[one.kind].format(**_blanks(one)), ())
        return answer.answered and holds(normalize(answer.text), normalize(one.figure))

    def draw(self, form: Form, chance: random.Random, most: int) -> list[Filling]:
        """At most ``most`` fillings of a form, every second with short names of the places."""
        drawn: list[Filling] = []
        for _ in range(_TRIES * most):
            filling = self._draw(form, chance)
            if filling is None or BLANK.search(filling.into(form.form + "".join(form.history))):
                continue
            if len(drawn) % 2:
                blanks = {k: short_name(v) if k.startswith("地") else v for k, v in filling.blanks.items()}
                filling = replace(filling, blanks=blanks)
            drawn.append(filling)
            if len(drawn) == most:
                break
        return drawn

    def _draw(self, form: Form, chance: random.Random) -> Filling | None:
        whole = form.form + "".join(form.history)
        if form.asks[0] in _OPEN:
            blanks = _blanks(chance.choice(self.by_kind["水平"])) | {"话题": chance.choice(TOPICS)}
            return Filling(blanks, (), _OPEN[form.asks[0]].format(**blanks))
        asks = [(m["kind"], m["of"]) for a in form.asks if (m := _KIND.fullmatch(a))]
        if "【地2】" in whole:
            return self._of_two_places(asks, chance)
        if "【指标1】" in whole:
            return self._of_several(asks, whole, chance)
        return self._of_one({kind for kind, _ in asks} | _asked_before(form), asks, chance)

    def _of_two_places(self, asks: Sequence[tuple[str, str]], chance: random.Random) -> Filling | None:
        kind = asks[0][0]
        groups = _grouped(self.by_kind[kind], lambda k: (k.indicator, k.year, k.unit))
        groups = [group for group in groups if len({k.place for k in group}) > 1]
        if not groups:
            return None
        group = chance.choice(groups)
        one = chance.choice(group)
        other = chance.choice([k for k in group if k.place != one.place])
        wants = tuple(k.figure for k, of in ((one, "甲"), (other, "乙")) if (kind, of) in asks)
        return Filling(_blanks(one) | {"地1": one.place, "地2": other.place}, wants)

    def _of_several(
        self, asks: Sequence[tuple[str, str]], whole: str, chance: random.Random
    ) -> Filling | None:
        several = max(int(n) for n in re.findall(r"【指标(\d)】", whole))
        alike = bool(_SET_AGAINST.search(whole))
        groups = _grouped(self.by_kind[asks[0][0]], lambda k: (k.place, k.unit if alike else ""))
        groups = [group for group in groups if len(group) >= several]
        if not groups:
            return None
        drawn = chance.sample(chance.choice(groups), several)
        blanks = _blanks(drawn[0]) | {f"指标{n}": k.indicator for n, k in enumerate(drawn, 1)}
        wants = tuple(drawn[int(of) - 1].figure for _, of in asks if of)
        return Filling(blanks if alike else blanks | {"几": "多少"}, wants)

    def _of_one(
        self, needed: set[str], asks: Sequence[tuple[str, str]], chance: random.Random
    ) -> Filling | None:
        known = [k for kind in sorted(needed) for k in self.by_kind[kind]]
        by_kind = [{k.kind: k for k in group} for group in _grouped(known, lambda k: (k.place, k.indicator))]
        by_kind = [found for found in by_kind if needed <= found.keys()]
        if not by_kind:
            return None
        chosen = chance.choice(by_kind)
        return Filling(_blanks(chosen[asks[0][0]]), tuple(chosen[kind].figure for kind, _ in asks))

    def right(self, form: Form, filling: Filling, text: str | None = None) -> bool | None:
        """Whether the form, or ``text`` in its place, is answered rightly; None where it is refused."""
        said = History(self.chain)
        for before in form.history:
            said.ask(filling.into(before))
        answer = said.ask(filling.into(form.form if text is None else text))
        if not answer.answered or answer.text.startswith(PARTLY):
            return None
        if filling.plainly:
            plain = self.chain.invoke(filling.plainly, ())
            if not plain.answered:
                return None
            return bool({c.quote for c in answer.citations} & {c.quote for c in plain.citations})
        told = normalize(answer.text)
        return all(holds(told, normalize(figure)) for figure in filling.wants)


_TRIES = 10
_SET_AGAINST = regex("差|比|更|谁|哪|较|多出|合计|总共|一共|加|倍|几成|之和|高低|快慢|高出|领先|排")


class History:
    """Questions asked one after the other."""

    def __init__(self, chain: Chain) -> None:
        self._chain, self._said = chain, list[tuple[str, str]]()

    def ask(self, question: str) -> Answer:
        answer = self._chain.invoke(question, tuple(self._said))
        self._said.append((question, answer.text))
        return answer


def _grouped(known: Iterable[Known], key: Callable[[Known], tuple[object, ...]]) -> list[list[Known]]:
    groups: dict[tuple[object, ...], list[Known]] = defaultdict(list)
    for one in known:
        groups[key(one)].append(one)
    return list(groups.values())


def _asked_before(form: Form) -> set[str]:
    """What the questions before a follow-up ask, so that they have an answer too."""
    if not form.history or len(form.asks) > 1:
        return set()
    planned = "今年" in form.history[0] or "目标" in form.history[0]
    growth = form.asks[0].endswith("增速")
    if form.asks[0].startswith("目标"):
        return {"增速" if growth else "水平"}
    if planned:
        return {"目标增速" if growth else "目标水平"}
    return {"水平"} if growth else set()


def _figures(report: Report) -> Iterator[Known]:
    """The figures of a report whose indicator is a noun that a question may take as it is."""
    place, year = report.identity.place, report.identity.year
    seen: set[tuple[str, str]] = set()
    for fact in report.facts if place and year else ():
        indicator = fact.name or fact.indicator
        kind = _kind(fact, year or 0)
        if not kind or not _NOUN.match(indicator) or (kind, indicator) in seen or fact.unit == "番":
            continue
        seen.add((kind, indicator))
        yield Known(place, year or 0, indicator, kind, _BOUND.sub("", fact.figure), fact.unit, fact.period)


def _kind(fact: Fact, year: int) -> str:
    """Of which kind a figure is, in a report of ``year``; ``""`` of none."""
    measure = {"水平": "水平", "增速": "增速"}.get(fact.measure)
    planned = fact.nature in ("目标", "计划")
    if measure is None or not (planned or fact.nature in RESULTS):
        return ""
    if fact.period == str(year if planned else year - 1):
        return "" if fact.nature == "累计" else f"目标{measure}" if planned else measure
    several = re.fullmatch(r"\d{4}[-—](\d{4})", fact.period)
    last = int(several[1]) if several else int(fact.period) if fact.period.isdigit() else 0
    if last not in _PLANS or (not several and not planned):
        return ""
    yearly = "年均增速" if measure == "增速" else measure
    return f"规划目标{yearly}" if planned and last > year else f"五年{yearly}" if not planned else ""


def _blanks(one: Known) -> dict[str, str]:
    last = one.period[-_FIVE:]
    plan = _PLANS.get(int(last), "") if last.isdigit() else ""
    return {
        "地": one.place,
        "指标": one.indicator,
        "几": "百分之几" if one.unit == "%" else f"多少{one.unit}",
        "年": f"{one.year - 1}年",
        "今年": f"{one.year}年",
        "期": f"{one.period.replace('-', '—')}年",
        **({"时": plan, "规划": f"“{plan}”", "末年": f"{last}年"} if plan else {}),
    }
