"""Whether a target was met by a result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reports.patterns import regex
from reports.records import Fact
from reports.repair import tidy

from ..evidence.fits import NEWLY, counted_as
from ..evidence.matches import Match

_MOVES = regex(
    r"(?P<fall>负增长|下降|减少|降低|回落|下滑|缩减|压减|下跌|收窄|改善)|增长|提高|上升|增加|上涨|提升|扩大"
)
_HELD = regex(r"控制|不超过|不高于|(?<!不)低于")
# What is better the lower it is, also where its target is told without a bound (3%左右).
_BURDENS = regex(r"失业率|消费价格|能耗|PM2\.5|赤字率|收入比|排放|死亡")


def _is_burden(fact: Fact) -> bool:
    return _BURDENS.search(fact.name or fact.indicator) is not None


def fall_of(fact: Fact) -> str:
    """The word that says that a change goes down (下降, and 改善 of a burden); empty where it does not.

    Such figures are printed without their sign.
    """
    if fact.measure not in ("增速", "增量"):
        return ""
    moves = list(_MOVES.finditer(tidy(fact.before))) or list(_MOVES.finditer(tidy(fact.clause)))[:1]
    word = moves[-1]["fall"] or "" if moves else ""
    return "" if word == "改善" and not _is_burden(fact) else word


def signed(fact: Fact) -> float:
    """The figure in its base unit; below zero where it is a fall."""
    return -abs(fact.normal) if fall_of(fact) else fact.normal


_STRIVEN = regex("[、,，]力争[^、,，]*")


def striven_beyond(match: Match) -> Match | None:
    """The figure striven for right behind the goal that ``match`` tells: 增长5.5%、力争6%以上."""
    facts, at = match.evidence.facts, match.fact.ordinal + 1
    item = facts[at] if at < len(facts) else None
    if item is None or not _STRIVEN.fullmatch(tidy(item.fact.before).strip()):
        return None
    one, other = ((f.sentence_start, f.indicator, f.measure) for f in (match.fact, item.fact))
    return replace(match, item=item) if one == other else None


def foremost(facts: Sequence[Fact], *, least: bool, rate: bool) -> tuple[list[int], str]:
    """(which of the figures stand first, the word for it: 最高, 最少, 降得最多).

    ``least``: the last of them is asked for; ``rate``: they are high and low, not many and few. A fall
    stands below all rises; where all of them fall, the deepest stands first.
    """
    falls = all(fall_of(fact) for fact in facts)
    stand = [abs(fact.normal) if falls else signed(fact) for fact in facts]
    end = min(stand) if least else max(stand)
    words = ("降得最多", "降得最少") if falls else ("最高", "最低") if rate else ("最多", "最少")
    return [number for number, at in enumerate(stand) if at == end], words[least]


def newly_of(fact: Fact) -> str:
    """The word that says that only what was added is told (新增企业2家); empty where the name says it."""
    new = NEWLY.search(tidy(fact.before))
    return new.group() if new and new.group() not in fact.name else ""


def kind(fact: Fact) -> tuple[str, str, bool]:
    """Figures of one kind can stand side by side: unit, measure, and whether only what was added."""
    return counted_as(fact.base_unit), fact.measure, bool(newly_of(fact))


def is_met(target: Fact, result: Fact) -> bool | None:
    """Whether ``result`` meets ``target``; None where the two cannot be compared or only nearly differ.

    A limit (控制在4.5%以内) and a fall (下降3%) are met from below, all else from above. 6%左右 is not
    held to be missed by what rounds to it.
    """
    if kind(target) != kind(result):
        return None
    aim, done = signed(target), signed(result)
    held = target.bound not in (">=", ">") and _HELD.search(tidy(target.before)) is not None
    burden = target.bound in ("", "~") and _BURDENS.search(target.name) is not None
    below = (
        target.bound in ("<=", "<") or bool(fall_of(target)) or held or (burden and target.measure != "增量")
    )
    met = done <= aim if below else done >= aim
    if met and result.bound in ((">", ">=") if below else ("<", "<=")):
        return None  # 超过 and 不到 leave open how far
    if not met and result.bound in (("<", "<=") if below else (">", ">=")):
        return None
    return None if not met and target.bound == "~" and _rounds_to(target, result) else met


def _rounds_to(target: Fact, result: Fact) -> bool:
    """Whether the result, in the target's unit, has the target's value at the precision of the target."""
    digits = f"{target.value:g}".partition(".")[2]
    scale = target.normal / target.value if target.value else 1.0
    return round(result.normal / scale, len(digits)) == round(target.value, len(digits))


def of_many_years(fact: Fact) -> bool:
    """Whether a figure counts up several years (五年来办理644件): no year's can be set against it."""
    counts = fact.measure in ("水平", "增量") and fact.base_unit != "%"
    return counts and len(fact.period) == len("2017-2021") and not _STANDS.search(fact.before + fact.after)


_STANDS = regex("达|增至|增加到|升至|提高到|突破|超过?$|总数|总量|稳定|保持|拥有|余额|[为有]$")
