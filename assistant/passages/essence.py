"""The clauses of a sentence that answer, where the whole says more than was asked."""

from __future__ import annotations

from collections.abc import Sequence

from reports.patterns import regex
from reports.text import plain

from ..evidence.matching import sentence_coverage
from ..questions.counted import asked_count, may_name
from ..questions.slots import Slots
from .ranking import Found
from .spoken import asks_honour, asks_kind, content_for, kind_names, tells_honour, tells_time
from .topics import weigh_open

_SEVERAL = 2
_CLAUSES = regex(r"[^，；。！？]+[，；。！？]?")
# 今年第一季度, 为了发展…: when or what for, and nothing that is said of it
_LEADS_ON = regex(
    r"(?:(?:到|在|从|自)?(?:今年|去年|上年|本年度?|明年|[12]\d{3}年|[一二][〇零○九八七六五四三二一]{3}年)?"
    r"(?:年?[初底末]|第?[一二三四]季度|前[一二三四两\d]+个?(?:季度|月)|[上下]半年|[\d一二三四五六七八九十—～~至-]+月份?)?(?:以来|起|前|后|里|期间)?"
    r"|(?:为了?|随着|对于|关于|由于|鉴于|通过)[^，；。]*)"
)


def essence(slots: Slots, found: Found) -> str:
    """The fewest neighbouring clauses of a sentence that cover the question as well as the whole.

    The words are the sentence's own; what asks for one thing needs no more of a long sentence. Where
    a name of some kind or a time is asked for, the clauses reach as far as the next one.
    """
    clauses = _CLAUSES.findall(found.text)
    need = weigh_open(content_for(slots, found.evidence), found.evidence)
    if len(clauses) < 3 or not need.says_something:
        return found.text
    whole = sentence_coverage(need, [(plain(found.text), 1.0)])
    for size in range(1, len(clauses)):
        starts = range(len(clauses) - size + 1)
        covered = {i: sentence_coverage(need, [(plain("".join(clauses[i : i + size])), 1.0)]) for i in starts}
        best = max(starts, key=lambda i: (covered[i], _tells(slots, "".join(clauses[i : i + size])), -i))
        if covered[best] >= whole - 0.03:
            first, last = _reach(slots, clauses, best, best + size)
            while last < len(clauses) and _LEADS_ON.fullmatch("".join(clauses[first:last]).strip("，；。")):
                last += 1
            return "".join(clauses[first:last]).strip("，；。") + "。"
    return found.text


def _tells(slots: Slots, text: str) -> bool:
    """Whether the words hold the name or the time or the honour that is asked for."""
    if slots.task == "when":
        return tells_time(text)
    if asks_honour(slots.text):
        return tells_honour(text)
    count = asked_count(slots.text)
    if asks_kind(slots.text):
        return len(kind_names(plain(text), slots.text)) >= max(1, count)
    # 是靠哪两个药: which they are may stand in another clause
    return count < _SEVERAL or may_name(count, [text.strip("，；。")], plainly=True)


def _reach(slots: Slots, clauses: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """``[first, last)`` widened to the nearest clause that holds what is asked for, if one does."""
    if _tells(slots, "".join(clauses[first:last])):
        return first, last
    for step in range(1, 5):
        for low, high in ((first - step, last), (first, last + step), (first - step, last + step)):
            if low >= 0 and high <= len(clauses) and _tells(slots, "".join(clauses[low:high])):
                return low, high
    return first, last
