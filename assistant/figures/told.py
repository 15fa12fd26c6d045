"""Whether a target was met, where the report says so in words: 超额完成省定任务, 不及预期."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.patterns import regex
from vectorstore.records import ReportEntry

from ..drafting.citing import Citer
from ..drafting.drafts import search_words
from ..evidence.matches import Match
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


# 增长7.8%，略低于8%的预定目标: of the figure right before, with no subject of its own
_AIM = "(?:预算|计划|任务|目标|预期|序时进度)"
_OF_IT = regex(
    "^(?:虽然|虽|但|均|都|也|略|稍|明显|大幅|仍|还|已|比|[,，])*(?:"
    f"(?:超额|圆满|全面|提前|如期|顺利)[一-鿿]{{0,4}}(?:完成|实现)|超额?(?:[一-鿿]{{0,4}}){_AIM}|"
    f"(?:实现)?(?:[超高低好快慢]于|超过|达到|未达到?|未完成|完成|占|为|是)[^，；。]{{0,12}}{_AIM}|超(?:额)?\\d[^，；。]{{0,8}}{_AIM})"
)
# 甲3万人、乙率3%，低于控制目标: of what stands between
_OTHER = regex("[、和](?!比?(?:同比|上年|增长|增加|提高|上升|下降|减少|占))[一-鿿]{2,}[^、]*\\d")
_NEAR = 2


def met_beside(match: Match, citer: Citer) -> str:
    """What the clauses right after a result say on its target (超额完成省定目标); or ``""``."""
    fact, text = match.fact, match.evidence.report.text
    before = re.split("[，；。]", text[fact.sentence_start : fact.start])[-1]
    after = re.split("；|。", text[fact.end : fact.sentence_end])[0]
    clauses = ["".join(c.split()) for c in re.split("[，,](?!\\d)|、(?=超)", after)]
    for at, clause in enumerate(clauses[: _NEAR + 1]):
        if at and _OF_IT.match(clause):
            said = "".join("，".join([before + fact.figure + clauses[0], *clauses[1 : at + 1]]).split())
            return f"{said}。{citer.cite(match.evidence, fact.sentence_start, fact.sentence_end)}"
        if _OTHER.search("、" * (at > 0) + clause):
            return ""
    return ""


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
