"""Comparisons in words that the figures of the sentence itself bear out: 收入（5.1%）快于经济（4.1%）."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.patterns import regex

from ..evidence.fits import counted_as
from .claims import Claims
from .told_figures import Term, labels, pieces_of

_MORE = "高于|多于|大于|快于|超过|高出|领先于|反超"
_LESS = "低于|少于|小于|慢于|不及|落后于"
_SAID = regex(
    rf"(?P<one>[^,;。:]*?)(?:略|远|明显|均|都)?(?P<word>{_MORE}|{_LESS})(?P<other>[^,;。:]+)"
    r"|(?P<one2>[^,;。:]{2,}?)比(?P<other2>[^,;。:]+?)(?:略|更)?(?P<word2>[高多大快低少小慢])(?=[,;。:!]|$)"
    r"|(?P<former>前者|后者)(?:的)?(?:增速|增幅|规模|数量|金额)?(?:略|更)?(?P<word3>[高多大快低少小慢])(?=[,;。:!]|$)"
)
_BEST = regex(
    r"(?:其中)?(?P<one>[^,;。:]*?)(?:的)?(?:增速|增幅|涨幅|增长|规模|金额|数量)?最(?P<word>[高多大快低少小慢])(?=[,;。:!]|$)"
)
_EMPTY = regex(
    r"[\d.%()（）]+|的|略|远|明显|均|都|其|增速|增幅|涨幅|增长|规模|数量|水平|目标|左右|以上|已|也|则|而|且|要|更|百分点|个|万|亿|元"
)
_ECONOMY = regex(r"^经济(?:增长|增速)?$")
_LOW = "低少小慢不落"


def borne_out(claims: Claims, terms: Sequence[Term]) -> tuple[list[tuple[int, int]], bool]:
    """The runs of the sentence that only compare figures told in it, and rightly; whether one is wrong.

    ``terms`` are the figures of the answer that were found printed. A run with words that are neither a
    figure's nor the evidence's is none of these.
    """
    here = [t for t in terms if t.index >= 0]
    found, wrong = [], False
    for match in _SAID.finditer(claims.text):
        if match["former"]:
            if _former(match, here):
                found.append(match.span())
            continue
        kind = "" if match["word"] else "2"
        more = match["word" + kind][0] not in _LOW
        one = _of(match["one" + kind], match.span("one" + kind), here)
        others = _others(match, kind, here)
        if not one and not _EMPTY.sub("", match["one" + kind]):
            # 增长21.2%，增幅超过…: the figure told last.
            one = [t for t in here if t.start < match.start()][-1:]
        if len(one) == 1 and others and all(_compares(one[0], t, more=more) for t in others):
            found.append(match.span())
        elif len(one) == 1 and others:
            wrong = wrong or any(_compares(one[0], t, more=not more) for t in others)
    for match in _BEST.finditer(claims.text):
        if _best(match, here):
            found.append(match.span())
    return found, wrong


def _of(words: str, span: tuple[int, int], here: Sequence[Term]) -> list[Term]:
    """The figures in a run of the sentence, else the one figure that its words name."""
    inside = [t for t in here if span[0] <= t.start < span[1]]
    if inside:
        known = frozenset().union(*(labels(t) | pieces_of(t.item.around) for t in inside))
        return inside if pieces_of(_EMPTY.sub("　", words)) <= known else []
    return _named(words, here)


def _named(words: str, here: Sequence[Term]) -> list[Term]:
    said = pieces_of(_EMPTY.sub("　", words))
    if _ECONOMY.match(words):
        return [t for t in here if re.search("生产总值|gdp|经济", t.words)]
    if not said:
        return []
    best = [t for t in here if said & labels(t) and said <= labels(t) | pieces_of(t.item.around)]
    most = max((len(said & labels(t)) for t in best), default=0)
    return [t for t in best if len(said & labels(t)) == most]


def _others(match: re.Match[str], kind: str, here: Sequence[Term]) -> list[Term]:
    """The figures that the other side names or holds: 超过原煤的9.3%和原油的7.3%."""
    words, span = match["other" + kind], match.span("other" + kind)
    inside = [t for t in here if span[0] <= t.start < span[1]]
    if not inside:
        found = _named(words, here)
        return found if len(found) == 1 else []
    for term in inside:
        ahead = match.string[span[0] : term.start]
        if not re.search(r"[的(（为]$", ahead):
            # 高于全国2个百分点 is by how much.
            return []
    known = frozenset().union(*(labels(t) | pieces_of(t.item.around) for t in inside))
    return inside if pieces_of(_EMPTY.sub("　", words)) <= known else []


def _compares(one: Term, other: Term, *, more: bool) -> bool:
    a, b = one.known, other.known
    if a is b or counted_as(a.figure.base_unit) != counted_as(b.figure.base_unit) or not (a.fact and b.fact):
        return False
    if a.fact.measure != b.fact.measure or (a.fact.year != b.fact.year and one.years == other.years):
        return False
    return a.figure.normal != b.figure.normal and (a.figure.normal > b.figure.normal) == more


def _former(match: re.Match[str], here: Sequence[Term]) -> bool:
    """前者增速更快, of the two figures told right before."""
    ahead = [t for t in here if t.start < match.start()]
    if len(ahead) != 2:
        return False
    one, other = ahead if match["former"] == "前者" else ahead[::-1]
    return _compares(one, other, more=match["word3"] not in _LOW)


def _best(match: re.Match[str], here: Sequence[Term]) -> bool:
    """Whether the figure named is the first of all told here, and of the like ones printed beside them."""
    named = _named(match["one"], here)
    if len(named) != 1 or len(here) < 2:
        return False
    mine = named[0].known
    like = [t.known for t in here]
    like += [k for t in here for k in t.item.known]
    like = [
        k
        for k in like
        if k.fact
        and mine.fact
        and (k.fact.measure, k.fact.nature, k.fact.year)
        == (mine.fact.measure, mine.fact.nature, mine.fact.year)
        and counted_as(k.figure.base_unit) == counted_as(mine.figure.base_unit)
    ]
    amounts = [k.figure.normal for k in like if k is not mine]
    if not amounts or any(t.known is not mine and t.known not in like for t in here):
        return False
    low = match["word"] in _LOW
    return all(mine.figure.normal < a if low else mine.figure.normal > a for a in amounts)
