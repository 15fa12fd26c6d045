"""What a figure was before, reckoned back from what the report says it changed by.

比2000年增加290亿元 beside 570.8亿元 tells what 2000 had, though no report of that year is there. The same
pairs tell by how much a figure has changed since a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.numerals import chinese_value
from reports.patterns import regex
from reports.records import Fact
from reports.repair import tidy
from reports.text import fold, plain
from reports.times import with_digits

from ..evidence.prepared import Evidence, FactText

_BASE = (
    r"(?:(?:19|20)\d\d年|[两二三四五六七八九十\d]{1,2}年前|上一?年|去年|前年|同期|上届|"
    r"(?:改革|精简|调整|整治|治理|实施|合并|搬迁|改造)(?:以)?前|原来|原有|原先|以前|此前)(?:度|底|末|初|同期|时|的)*"
)
_UP = "增加|增长|净增|新增|增收|提高|提升|上升|上涨|扩大|多|高|增|升"
_DOWN = "减少|下降|降低|缩小|缩短|压减|回落|下滑|少|低|减|降"
_SAID = regex(rf"^(?P<own>.*?)(?:比|较|与|同|和|在)(?P<base>{_BASE})(?:相比|比较|基础上)?(?P<rest>[^比较]*)$")
_FOLD = regex(rf"^(?P<own>.*?)(?:是|为|相当于|约为|达到?)(?:了)?(?P<base>{_BASE})$")
_LEAD = regex(rf"(?:同|与|和|比|较)(?P<base>{_BASE})(?:相比|比较|比)[,，]")
_MOVE = regex(
    rf"^(?P<own>.*?)(?:同比|分别|各|共|累计|实际|可比|又|再|净|均|都|也|约)*(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|约|近|超过?|幅度|幅|达)*$"
)
_FILLER = regex(
    r"按[^,，]{0,8}(?:口径|价格?|价格计算)|经[^,，]{0,6}调整|同口径|可比|实际|分别|各自|各|也|均|都|则|约|又|净|共|总共|累计|其中|人均|这?一?(?:数字?|指标)"
)
_REACHED = regex(
    r"^[,，]?(?:总数|总量|总额|累计|现已|已)?(?:达到?|增至|增加到|增到|升至|提高到|减至|减少到|降至|降到|为)(?:了)?$"
)
_OF_THEN = regex(rf"[比较](?:{_BASE})$")
# 达90.4%、提高6.6个百分点: behind a figure 、 parts as a comma does
_SEGMENT = regex(r"[,，；;：:]|(?<=[\d%])、|(?<=\d[家户个人元座])、")
_YEARLY = regex("年均|平均每年|每年")
_COUNT = regex("([两二三四五六七八九十\\d]{1,2})年前")


@dataclass(frozen=True, slots=True)
class Change:
    """A figure, by how much it had changed, and since when.

    ``base`` are the report's words for the time that it is compared with (2000年, 五年前, 上年), ``way``
    its word for the change, ``sign`` 1 for a rise, -1 for a fall and 0 for 是…的k倍.
    """

    evidence: Evidence
    level: FactText
    by: FactText
    base: str
    way: str
    sign: int

    @property
    def base_year(self) -> int | None:
        """The year compared with; None where the words name none."""
        if year := re.match(r"\d{4}", self.base):
            return int(year.group())
        now = self.level.fact.year
        if now is None:
            return None
        if self.base.startswith(("上年", "上一年", "去年", "同期")):
            return now - 1
        count = years_ago(self.base)
        return now - count if count else None


def years_ago(words: str) -> int:
    """五年前 → 5; 0 where no such number of years is named."""
    match = _COUNT.search(words)
    if match is None:
        return 0
    return int(match[1]) if match[1].isdigit() else int(chinese_value(match[1]) or 2)


def changes_of(evidence: Evidence) -> list[Change]:
    """Every change of the report that is told beside the figure it led to."""
    if "changes" not in evidence.kept:
        evidence.kept["changes"] = list(_changes_in(evidence))
    found: list[Change] = evidence.kept["changes"]
    return found


def _changes_in(evidence: Evidence) -> Iterator[Change]:
    facts = evidence.facts
    number = 0
    while number < len(facts):
        length = _run(evidence, facts, number)
        yield from _changes(evidence, facts, number, length)
        number += length


def _compared_with(evidence: Evidence, item: FactText, head: Fact) -> bool:
    """Whether a figure is the one right before a change that it is compared with: 比1952年的827亿元增长."""
    fact = item.fact
    if fact.sentence_start != head.sentence_start or "，" in evidence.report.text[fact.end : head.start]:
        return False
    return _OF_THEN.search(_text(evidence, fact.sentence_start, fact.start)) is not None


def _text(evidence: Evidence, start: int, end: int) -> str:
    return with_digits(fold(tidy(evidence.report.text[start:end])))


def _run(evidence: Evidence, facts: Sequence[FactText], first: int) -> int:
    """How many figures from ``first`` on stand with nothing but 、 or 和 between them."""
    last = first
    while last + 1 < len(facts):
        between = evidence.report.text[facts[last].fact.end : facts[last + 1].fact.start]
        if between.strip() not in ("、", "和", "及", "与", "，", ",") or not between.strip():
            break
        last += 1
    return last - first + 1


def _changes(evidence: Evidence, facts: Sequence[FactText], first: int, length: int) -> Iterator[Change]:
    """The changes that the run of ``length`` figures from ``first`` on tells."""
    head = facts[first].fact
    lead = _text(evidence, head.sentence_start, head.start)
    past = facts[first - 1] if first and _compared_with(evidence, facts[first - 1], head) else None
    if past:
        # 比1952年的827亿元增长68%: what it is compared with is none of the words of the change
        between = _text(evidence, past.fact.end, head.start)
        lead = _text(evidence, past.fact.sentence_start, past.fact.start).removesuffix("的") + between
    segment = _SEGMENT.split(lead)[-1]
    if _YEARLY.search(segment):
        return
    told = _said(lead, segment)
    if told is None:
        return
    own, base, way, sign = told
    if sign == 0 and head.base_unit != "倍":
        return
    levels = _levels(evidence, facts, first, length, own, past)
    for level, by in zip(levels, facts[first : first + length], strict=False):
        if _comparable(level, by, alone=length == 1):
            yield Change(evidence, level, by, base, way, sign)


def _said(lead: str, segment: str) -> tuple[str, str, str, int] | None:
    """(own subject, base, word of change, sign) of the words before a figure; None if they tell no change."""
    if match := _FOLD.match(segment):
        return _own(match["own"]), match["base"], "", 0
    match = _SAID.match(segment)
    if match and (move := _MOVE.match(match["rest"])) and not _own(move["own"]):
        return _own(match["own"]), match["base"], move["up"] or move["down"], 1 if move["up"] else -1
    if match:
        return None
    move = _MOVE.match(segment)
    if move is None:
        return None
    since = list(_LEAD.finditer(lead))
    base = since[-1]["base"] if since else "同期"
    return _own(move["own"]), base, move["up"] or move["down"], 1 if move["up"] else -1


def _own(words: str) -> str:
    """The subject that a change names itself; empty where it is that of the figure before."""
    return _FILLER.sub("", words).strip(" 、并而且")


def _levels(
    evidence: Evidence, facts: Sequence[FactText], first: int, length: int, own: str, past: FactText | None
) -> list[FactText]:
    """The figures that changed, one for each of the run; empty where it is not plain which they are.

    ``past`` is the figure that they are compared with, where that is told.
    """
    head, last = facts[first].fact, facts[first + length - 1].fact
    following = facts[first + length] if first + length < len(facts) else None
    if (
        length == 1
        and following
        and following.fact.sentence_start == head.sentence_start
        and _REACHED.match(_text(evidence, last.end, following.fact.start).strip())
    ):
        # 增加910元，达到1826元
        return [following]
    before = [f for f in facts[max(0, first - 8) : first] if _beside(evidence, f, facts[first])]
    levels = [f for f in before if f.fact.measure in ("水平", "占比") and f is not past]
    if len(levels) < length:
        return []
    chosen = levels[-length:]
    at = facts.index(chosen[-1])
    if length == 1 and at and _run(evidence, facts, at - 1) > 1 and facts[at - 1] in levels:
        return []  # 分别为771家和481家，比五年前增加236家: of which of the two?
    if own and not all(_same_subject(own, f) for f in chosen):
        return []
    return chosen


def _beside(evidence: Evidence, level: FactText, by: FactText) -> bool:
    """Whether a figure stands before a change in its sentence, or ends the one before, in one list item."""
    a, b = level.fact, by.fact
    if a.section != b.section:
        return False
    if a.sentence_start == b.sentence_start:
        return not re.search("[；;]", evidence.report.text[a.end : b.start])
    opens = not re.search("[，,；;]", evidence.report.text[b.sentence_start : b.start])
    return opens and by.sentence == level.sentence + 1


def _same_subject(own: str, level: FactText) -> bool:
    words, named = plain(own), plain(level.fact.indicator)
    return len(words) >= 2 and words in named


def _comparable(level: FactText, by: FactText, *, alone: bool) -> bool:
    """Whether the change can be the figure's: of its unit, in per cent or in points of a percentage."""
    a, b = level.fact, by.fact
    if level is by or (a.nature == "目标") != (b.nature == "目标"):
        return False
    if alone and b.name and b.name != a.name:
        return False
    if a.base_unit == "%":
        return b.base_unit == "百分点"
    return a.base_unit == b.base_unit or (b.base_unit in ("%", "倍") and bool(a.base_unit))
