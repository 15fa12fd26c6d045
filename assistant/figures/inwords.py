"""What is told in words (持平, 与经济增长同步), where a question asks how much something grows."""

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
# What a result is told by: 居民消费价格与上年持平.
_RESULT = regex(r"持平|正增长|零增长|由[负降]转[正升]")
_PAST = regex("回顾|过去|总结|成就|成绩")
_GROWS = regex("增|涨|提高|升|降|回落|目标|多少")
_RESIDENTS = regex("城镇|农村")


def answer_in_words(
    slots: Slots, own: Sequence[ReportEntry], shelf: Shelf, found: Sequence[Match]
) -> Draft | None:
    """The clause that tells the growth or target in words; None where a figure does or none is told.

    ``found`` are the figures that seem to answer: only what is of another indicator does not.
    """
    if len(slots.names) != 1 or slots.unit not in ("", "%") or not _GROWS.search(slots.text):
        return None
    if any(m.fact.name in ("", *slots.names) for m in found):
        return None
    if slots.nature == "目标":
        years = slots.years or (max((e.identity.year or 0 for e in own), default=0),)
        return _told(slots, [e for e in own if e.identity.year in years], shelf, None)
    if slots.measure != "增速" or len(slots.years) != 1 or found:
        return None
    year = slots.years[0]
    return _told(slots, [e for e in own if e.identity.year in (year, year + 1)], shelf, year)


def _told(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf, past: int | None) -> Draft | None:
    """The clause of the reports ``own`` that sets the target, or tells of the year ``past`` if given."""
    for entry in own:
        evidence = shelf.evidence(entry)
        for index in range(len(evidence.sentences)):
            if clause := _clause(slots.names[0], index, evidence, past):
                sentence = evidence.report.sentences[index]
                citer = Citer()
                mark = citer.cite(evidence, sentence.start, sentence.end)
                when = f"{entry.identity.year}年目标：" if past is None else f"{past}年"
                text = f"{entry.identity.place}{when}{clause}{mark}。"
                return Draft(text, True, "extractive", citer)
    return None


def _reviews(index: int, evidence: Evidence, year: int) -> bool:
    """Whether the figures of a sentence are all results of ``year``, and there are some."""
    facts = [i.fact for i in evidence.facts_of(year) if i.sentence == index]
    others = sum(i.sentence == index for i in evidence.facts) - len(facts)
    return bool(facts) and not others and all(f.nature != "目标" for f in facts)


def _clause(name: str, index: int, evidence: Evidence, past: int | None) -> str:
    """The clause of a sentence that says in words how ``name`` is to grow, or grew in ``past``; or ``""``."""
    folded = evidence.sentences[index]
    section = evidence.report.sentences[index].section
    pattern = _WORDED if past is None else _RESULT
    if not pattern.search(folded):
        return ""
    if _PAST.search(evidence.paths.get(section, "")) if past is None else not _reviews(index, evidence, past):
        return ""
    text = evidence.sentence_text(evidence.report.sentences[index])
    for clause in re.split("[，,；;。：:]", text):
        words = plain(clause)
        worded = pattern.search(words)
        if (
            worded
            and not re.search(r"\d|百分之", words)
            and _subject(name, words[: worded.end()], worded.start())
        ):
            return clause.strip()
    return ""


_BEFORE = regex(
    r"(?:[，、和及与]|预期|力争|确保|实现|争取|努力|推动|促进|保持|全[国省市县区州盟旗]|地方|城乡|全体|全口径|主要|其中|使|让|目标|的|是)*"
)
_BETWEEN = regex(
    r"(?:的|总指数|指数|总水平|[与和同比较](?:上年|上一年|去年)|同比|增长|增速|增幅|涨幅|增加|速度|水平|规模|总量|继续|力争|实现|预期|确保|保持|总体|基本|要|可|能|应|也|均|都|达到|总额)*"
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
