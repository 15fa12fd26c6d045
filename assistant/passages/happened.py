"""Whether something happened (发生过命案吗): the clause that says so, or that it did not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.patterns import regex
from vectorstore.records import ReportEntry

from ..drafting.citing import Citer
from ..drafting.drafts import Draft
from ..evidence.prepared import Shelf
from ..questions.slots import Slots
from .essence import essence
from .ranking import find_sentences

_ASKED = regex(
    r"出没出过|发生没发生|(?:有没有|是否|有无)(?:出现|发生)|(?:发生|出现|出)(?:过|了)[^，。？多少几]{1,16}(?:吗|没有|没|么)[？?]?$"
)
_DENIED = regex(
    r"(?:未|没有|无|不|零)(?:发生|出现|发案)|(?:实现|保持|连续)[^，。；]{0,12}零|零(?:发案|死亡|伤亡|事故|发生)|杜绝"
)
_HAPPENED = regex("发生|出现|遭遇|破获|起")


def asks_happened(slots: Slots) -> bool:
    """Whether the question asks if an event took place."""
    return bool(_ASKED.search(slots.text))


def answer_happened(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """The clause that denies or tells it; None where no sentence speaks of such an event."""
    found = [f for f in find_sentences(slots, entries, shelf) if f.covered >= 0.6]
    told = [f for f in found if _DENIED.search(_flat(f.text))] or [
        f for f in found if _HAPPENED.search(f.text)
    ]
    if not told:
        return None
    citer = Citer()
    text = _clause(slots, told[0].text) or essence(slots, told[0])
    return Draft(text + citer.cite(told[0].evidence, *told[0].span), True, "extractive", citer)


def _flat(text: str) -> str:
    return re.sub("[“”\"'‘’]", "", text)


def _clause(slots: Slots, text: str) -> str:
    """The clause that denies it, if it speaks of the event itself."""
    words = {slots.content[i : i + 2] for i in range(len(slots.content) - 1)}
    for clause in re.split("[，；。]", text):
        if _DENIED.search(_flat(clause)) and sum(w in _flat(clause) for w in words) >= 1:
            return clause.strip() + "。"
    return ""
