"""Which five-year plan a report looks back on, or sets out."""

from __future__ import annotations

import re

from reports.patterns import regex
from reports.text import fold

from ..drafting.citing import Citer
from ..evidence.prepared import Evidence
from ..questions.times import PLANS

_ASKED = regex(r"(?:哪(?:一|几)?个|什么)[“\"]?五年(?:规划|计划)|哪(?:一|几)?个五年(?=时期|期间)")
_SETS_OUT = regex(
    "说明|提出|编制|制定|谋划|部署|展望|安排|规划了|今后|未来|接下来|开局|起步|新的|讲到|介绍|审议|草案"
)
_LOOKS_BACK = regex("回顾|总结|过去|收官|完成|执行|所处|处在|最后一年|末年")
_YEARS = 5


def plan_told(question: str, evidence: Evidence, citer: Citer) -> tuple[str, str]:
    """(what is told, what is missing) of the five-year plan that a question on a report asks for.

    Both are empty where it asks for none. A plan looked back on ran until the year before the report
    or that year was one of its own; one set out holds the report's year or begins after it.
    """
    asked = _ASKED.search(question)
    year = evidence.entry.identity.year
    if asked is None or not year:
        return "", ""
    clause = re.split("[，,、；;]|还|以及|和|并", question[: asked.start()])
    said = next((part for part in reversed(clause) if _SETS_OUT.search(part) or _LOOKS_BACK.search(part)), "")
    ahead = _SETS_OUT.search(said) is not None
    held = year if ahead else year - 1
    name = next((n for n, first in PLANS.items() if first <= held < first + _YEARS), "")
    at = _named(name, fold(evidence.report.text)) if name else None
    if at is None:
        return "", "没有写明五年规划"
    of = "说明" if ahead else "回顾"
    first = PLANS[name]
    mark = cite_around(evidence, citer, *at)
    return f"{of}的五年规划是“{name}”（{first}—{first + _YEARS - 1}年）{mark}", ""


def _named(name: str, text: str) -> tuple[int, int] | None:
    """Where folded ``text`` names a plan (“十五”, 第十个五年计划) for the first time."""
    number = name.removesuffix("五")
    bare = rf"(?<![一二三四五六七八九十]){name}(?=时期|期间|规划|计划)"
    found = re.search(rf"[“\"]{name}[”\"]|{bare}|第{number}个五年", text)
    return found.span() if found else None


def cite_around(evidence: Evidence, citer: Citer, start: int, end: int) -> str:
    """The mark of the sentence that holds ``[start, end)`` of the report's text."""
    for sentence in evidence.report.sentences:
        if sentence.start <= start < sentence.end:
            return citer.cite(evidence, sentence.start, max(end, sentence.end))
    return citer.cite(evidence, start, end)
