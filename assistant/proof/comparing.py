"""Comparisons in words (甲的增速高于乙): told so by the evidence, or right by the figures that it prints."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.patterns import regex

from .aligning import pairs
from .claims import Claims
from .material import Item, Known

_MORE = regex(r"高于|多于|大于|快于|超过|强于|优于|领先于|反超|高出")
_LESS = regex(r"低于|少于|小于|慢于|不及|不如|落后于|弱于")
_SAID = regex(
    rf"(?P<one>[^,;。:]*?)(?P<word>{_MORE.pattern}|{_LESS.pattern})(?P<other>(?![零〇一二两三四五六七八九十百千万亿几数])[一-鿿][^,;。:\d]+)"
    r"|(?P<one2>[^,;。:]{2,}?)比(?P<other2>[一-鿿][^,;。:\d]*?)(?P<word2>更?[高多大快低少小慢])(?=[,;。:!]|$|得|一些|很|于)"
)
_SPEED = regex("增速|增幅|涨幅|增长|快于|慢于|[快慢]$")
_YEAR = regex(r"(?:19|20)\d\d年")
_FEW = 0.5


def uncompared(claims: Claims, sources: Sequence[Item], order: Sequence[Item], asked: str) -> str:
    """Why a comparison does not hold; ``""`` where it does, or where there is none."""
    for match in _SAID.finditer(_YEAR.sub("那一年", spelt(claims.text))):
        kind = "" if match["word"] else "2"
        one, word, other = (match[name + kind] for name in ("one", "word", "other"))
        more = bool(_MORE.search(word) or word[-1] in "高多大快")
        if re.search("[一二三四五六七八九]成|一半", other) or (word == "超过" and not pairs(other)):
            continue
        if _told(one, other, sources, more=more):
            continue
        verdict = _computed(one, other, claims, order, speed=bool(_SPEED.search(one + word)))
        if verdict is None or verdict != more:
            return "比较没有依据"
    return ""


def spelt(text: str) -> str:
    """省均 as 全省平均."""
    return re.sub("(?<!全)([省市县])均(?!衡|等)", r"全\1平均", text)


def _told(one: str, other: str, sources: Sequence[Item], *, more: bool) -> bool:
    """Whether a clause of the evidence compares with the same thing, the same way round."""
    signs = _MORE if more else _LESS
    for item in sources:
        for clause in re.split(r"[;。,、]", _YEAR.sub("那一年", spelt(item.compact))):
            for sign in signs.finditer(clause):
                ahead = pairs(clause[sign.end() :]) | {clause[sign.end() :][:2]}
                if pairs(other) & ahead or other[:2] in clause[sign.end() :]:
                    return True
    return False


def _computed(one: str, other: str, claims: Claims, order: Sequence[Item], *, speed: bool) -> bool | None:
    """Whether the first is the higher by the figures of the evidence; None where they do not tell."""
    places = [t for t in claims.places if t.place]
    left = {t.place for t in places if claims.text[t.start : t.end] in one}
    right = {t.place for t in places if claims.text[t.start : t.end] in other}
    if not pairs(one):
        return None
    first = _figures(one, left or {t.place for t in places} - right, order, speed=speed)
    # 甲区的投资高于乙区: the other side is of the same indicator.
    named = "|".join(re.escape(claims.text[t.start : t.end]) for t in places)
    bare = right and not pairs(re.sub(named, "", other))
    words = one if bare else other
    second = _figures(words, right or left, order, speed=speed)
    found = {
        a.figure.normal > b.figure.normal
        for a in first
        for b in second
        if a is not b
        and a.fact
        and b.fact
        and a.figure.base_unit == b.figure.base_unit
        and (a.fact.year, a.fact.measure) == (b.fact.year, b.fact.measure)
        and a.figure.normal != b.figure.normal
    }
    return found.pop() if len(found) == 1 else None


def _figures(words: str, places: set[str], order: Sequence[Item], *, speed: bool) -> list[Known]:
    """The figures that the words are best of."""
    asked = pairs(words)
    best: list[Known] = []
    top = _FEW
    for item in order:
        if places and item.place not in places:
            continue
        for known in item.known:
            fact = known.fact
            if fact is None or (speed and fact.measure != "增速") or (not speed and fact.measure == "增速"):
                continue
            own = pairs(fact.indicator + "　" + fact.name)
            both = len(asked & own) / len(asked) if asked else 0.0
            if both > top:
                best, top = [known], both
            elif best and both == top:
                best.append(known)
    return best
