"""Whether a target was met, where the report says so in words: 超额完成省定任务, 不及预期."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.patterns import regex
from vectorstore.records import ReportEntry

from ..drafting.citing import Citer
from ..drafting.drafts import search_words
from ..evidence.prepared import Shelf
from ..passages.ranking import Found, find_sentences
from ..questions.slots import Slots

_MET = regex(
    r"(?:超额|圆满|全面|全部|提前|如期|顺利|按时)(?:超额)?完成|完成(?:了)?(?:省|市|区|县|州|上级|国家|全年|年度|年初|预期|既定|目标|任务|计划|预算)"
    r"|(?:占|为|是)(?:全年|年度|年初|调整)?(?:投资)?(?:计划|任务|目标|预算)的|(?:年度|全年|年初)(?:投资)?(?:计划|任务|目标|预算)(?:任务)?的?\d"
    r"|(?:未|没有|没|未能|尚未)(?:能)?(?:达到?|完成|实现)[^，。；]{0,8}(?:预期|目标|任务|计划|要求)|(?:不及|低于|高于|好于|超过)(?:年初)?(?:预期|目标)"
)
_CLAUSE = regex(r"[^，；。]+[，；。]?")
ENOUGH = 0.6
_MOST = 8


def told_met(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf, citer: Citer) -> str:
    """What the reviewing report says on whether what was asked about met its target; or ``""``."""
    reviews = [e for e in own if not slots.years or e.identity.year in {y + 1 for y in slots.years}]
    likely = shelf.narrow(search_words(slots), reviews, _MOST)
    for found in find_sentences(slots, likely, shelf):
        if found.covered < ENOUGH:
            break
        if any(i.fact.nature == "目标" for i in found.evidence.facts if i.sentence == found.index):
            continue  # 完成省下达的目标 among the goals of the year to come
        if clauses := _telling(slots, found):
            return clauses + citer.cite(found.evidence, *found.span)
    return ""


def _telling(slots: Slots, found: Found) -> str:
    """From the clause that names what was asked about to the one that tells, within one part of a list."""
    for part in re.split("；", found.text):
        clauses = _CLAUSE.findall(part)
        tells = next((i for i, clause in enumerate(clauses) if _MET.search(clause)), None)
        if tells is None:
            continue
        words = slots.content.replace(" ", "")
        pairs = {words[i : i + 2] for i in range(len(words) - 1)}
        until = enumerate(clauses[: tells + 1])
        named = [i for i, clause in until if any(pair in clause.lower() for pair in pairs)]
        if named or any(name in part for name in slots.names):
            first = named[-1] if named else 0
            return "".join(clauses[min(first, tells) : tells + 1]).strip("，；。") + "。"
    return ""
