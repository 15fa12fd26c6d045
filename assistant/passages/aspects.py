"""In how many 方面 a report sets out the work of its year, or tells that of the year before."""

from __future__ import annotations

from reports.patterns import regex

from ..drafting.citing import Citer
from ..evidence.prepared import Evidence
from ..questions.of_reports import ASPECTS_COUNTED

_DONE = regex("回顾|总结|去年|上年|[做抓干完]了|成绩|成就")
# 今年要重点抓好以下八个方面工作; 立法、执法和监督三个方面 are those of one task
_TOLD = regex(
    "[^，。；：\n]{0,30}?[抓做办]好?了?(?:以下|如下|这)?[二三四五六七八九十]+(?:个|大|个大)方面"
    "(?:的?(?:主要|重点)?(?:工作|任务)|(?=[：:。]?\n))"
)
_WORK_DONE = regex("[做抓干]了|一年来|过去|去年|取得")


def aspects_told(question: str, evidence: Evidence, citer: Citer) -> tuple[str, str]:
    """(what is told, what is missing) of the 方面 that a question counts; both empty where it counts none."""
    if not ASPECTS_COUNTED.search(question):
        return "", ""
    done = _DONE.search(question) is not None
    for found in _TOLD.finditer(evidence.report.text):
        said = found.group().strip()
        if (_WORK_DONE.search(said) is not None) is done:
            start = found.start() + found.group().index(said)
            return f"报告写的是“{said}”{citer.cite(evidence, start, start + len(said))}", ""
    return "", "没有写明分几个方面"
