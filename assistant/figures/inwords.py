"""A target set in words (持平, 与经济增长同步), where a question asks how much something is to grow."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.indicators import aliases_of
from reports.patterns import regex
from reports.text import plain
from vectorstore.records import ReportEntry

from ..drafting.citing import Citer
from ..drafting.drafts import Draft
from ..evidence.matches import Match
from ..evidence.prepared import Evidence, Shelf
from ..questions.slots import Slots

_WORDED = regex(
    r"(?:与|和|同)[^，。；]{1,16}(?:同步|持平|相当|相适应)|同步(?=$|[^一-鿿])|基本同步|持平|正增长|零增长|只增不减|"
    r"(?:高|快|优|不低|不慢|略高|略快)于[^，。；]{2,14}|保持(?:基本)?(?:稳定|一致)|稳中有[升进]|翻一?番|"
    r"(?:完成|达到)[省市国上][一-鿿]{0,6}(?:目标|任务|要求)"
)
_PAST = regex("回顾|过去|总结|成就|成绩")
_GROWS = regex("增|涨|提高|升|降|回落|目标|多少")
_RESIDENTS = regex("城镇|农村")


def answer_in_words(
    slots: Slots, own: Sequence[ReportEntry], shelf: Shelf, found: Sequence[Match]
) -> Draft | None:
    """The clause that sets the target asked for in words; None where a figure does or none is set.

    ``found`` are the figures that seem to answer: only what is of another indicator does not.
    """
    if slots.nature != "目标" or len(slots.names) != 1 or slots.unit not in ("", "%"):
        return None
    if any(m.fact.name in ("", *slots.names) for m in found) or not _GROWS.search(slots.text):
        return None
    years = slots.years or (max((e.identity.year or 0 for e in own), default=0),)
    for entry in own:
        if entry.identity.year not in years:
            continue
        evidence = shelf.evidence(entry)
        for index in range(len(evidence.sentences)):
            if clause := _clause(slots.names[0], index, evidence):
                sentence = evidence.report.sentences[index]
                citer = Citer()
                mark = citer.cite(evidence, sentence.start, sentence.end)
                text = f"{entry.identity.place}{entry.identity.year}年目标：{clause}{mark}。"
                return Draft(text, True, "extractive", citer)
    return None


def _clause(name: str, index: int, evidence: Evidence) -> str:
    """The clause of a sentence that says in words how ``name`` is to grow, or ``""``."""
    folded = evidence.sentences[index]
    section = evidence.report.sentences[index].section
    if not _WORDED.search(folded) or _PAST.search(evidence.paths.get(section, "")):
        return ""
    text = evidence.sentence_text(evidence.report.sentences[index])
    for clause in re.split("[，,；;。：:]", text):
        words = plain(clause)
        worded = _WORDED.search(words)
        if (
            worded
            and not re.search(r"\d|百分之", words)
            and _subject(name, words[: worded.end()], worded.start())
        ):
            return clause.strip()
    return ""


_BEFORE = regex(
    r"(?:[，、和及与]|预期|力争|确保|实现|争取|努力|推动|促进|保持|全[国省市县区州]|地方|城乡|全体|全口径|主要|其中|使|让|目标|的|是)*"
)
_BETWEEN = regex(
    r"(?:的|增长|增速|增幅|涨幅|增加|速度|水平|规模|总量|继续|力争|实现|预期|确保|保持|总体|基本|要|可|能|应|也|均|都|达到|总额)*"
)


def _subject(name: str, words: str, worded: int) -> bool:
    """Whether the clause is about ``name`` and about nothing narrower: 单位生产总值能耗 is not GDP."""
    spellings = {plain(a) for a in aliases_of(name)}
    if _RESIDENTS.search(name):
        # 城乡居民收入 tells of both.
        spellings |= {"城乡" + _RESIDENTS.sub("", s) for s in spellings}
    head = words[:worded]
    for spelling in sorted(spellings, key=len, reverse=True):
        if spelling in head:
            before, _, after = head.partition(spelling)
            return bool(_BEFORE.fullmatch(before) and _BETWEEN.fullmatch(after))
    return False
