"""A share that is told as a fraction (占全国的1/4, 三分之一), where a follow-up asks on for one."""

from __future__ import annotations

import re

from reports.patterns import regex
from reports.text import fold, plain

from ..drafting.citing import Citer
from ..drafting.drafts import Draft
from ..drafting.wording import sentence
from ..evidence.matches import Match

_FRACTION = (
    "(?:[一二三四五六七八九十]{1,2}分之[一二三四五六七八九十]|(?<![\\d./])\\d{1,2}/\\d{1,2}(?![\\d/]))"
)
_TOLD = regex(
    "[、，,](?P<of>(?:其中[一-鿿]{0,8}?)?(?:占比|比重)|(?:其中[一-鿿]{2,8}?)?(?:大?约|近|达)?占[^，,。；;\\d]{0,14}?)的?"
    f"(?P<how>(?:[大达]?到?约|接?近|超过?|达到?)*{_FRACTION}(?:以上|左右|强)?)"
)
_BROAD = regex("全[国省市县区州]|世界|全球")
_FAR = 30


def fraction_of(home: Match, own: str, text: str) -> Draft | None:
    """The fraction told right behind ``home``, where a follow-up ``text`` asks for it; None if of another.

    ``own`` is what the follow-up itself names.
    """
    report, fact = home.evidence.report.text, home.fact
    told = _TOLD.search(fold(report[fact.end : fact.sentence_end]))
    if told is None or told.start() > _FAR or re.search("[。；;\\d]", told.string[: told.start()]):
        return None
    of, asked = plain(told["of"]), _BROAD.findall(fold(text))
    if asked and not set(asked) & set(_BROAD.findall(of)):
        return None
    pairs = [own[i : i + 2] for i in range(len(own) - 1)]
    if pairs and sum(pair in of for pair in pairs) < len(pairs) / 2:
        return None
    if not pairs and "其中" in of:
        return None
    citer = Citer()
    words = report[fact.end + told.start("of") : fact.end + told.end()]
    return Draft(f"{sentence(home)}，{words}{citer.cite_figure(home)}。", True, "facts", citer, (home,))
