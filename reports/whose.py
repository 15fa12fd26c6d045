"""Whose report it is: the place, from the phrases that name it and from all the names around.

Many reports begin 各位代表 and never say whose they are. Then the names in the text decide: a city's
report is full of the city's own name and of its districts' and counties'.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from reports.gazetteer import CITY, COUNTY, NATION, PROVINCE, Mention, Place, children, find, lookup
from reports.patterns import regex

_NAME = r"([^\s，。；：、！？（）()《》“”—\d]{2,30}?)"
_N = r"第?[一二三四五六七八九十百\d]+"
_TITLE_TAIL = r"(?:(?:19|20)\d\d年)?(?:人民)?政府工作报告"
_ROLE = r"(?:代理|代)?(?:省长|市长|区长|县长|州长|盟长|旗长|主席|专员)"
# Phrases that name whose report it is, and how far each can be trusted.
_PHRASES = (
    (regex(rf"在\s*{_NAME}{_N}届\s*(?:人民代表大会|人大)"), 6),
    (regex(rf"代表{_NAME}(?:{_N}届)?(?:人民政府|政府)"), 6),
    (regex(rf"(?:^|[\n—《年：])\s*{_NAME}{_TITLE_TAIL}"), 4),
    (regex(rf"(?:^|\n)\s*{_NAME}(?:人民政府)?{_ROLE}"), 4),
    (regex(rf"日{_NAME}{_N}届\s*人民代表大会"), 4),
    (regex(rf"《{_NAME}国民经济和社会发展第"), 4),
    (regex(rf"(?:^|\n)\s*{_NAME}人民政府办公[室厅]"), 5),
    (regex(rf"开的{_NAME}{_N}届人民代表大会"), 4),
)
_NATION = regex(
    r"代表国务院|受国务院的?委托|受[^，。]{0,8}国务院的?委托|国务院的决定，向|"
    r"(?:在|向)\s*第[一二三四五六七八九十]+届全国人民代表大会|国务院向第?[^，。]{0,8}全国人民代表大会"
)
_PREMIER = regex(r"(?:^|\n)\s*国务院总理")
_OPENING = 2500
# A guess from names: the least evidence, and what it is worth for a place of another level.
_ENOUGH = 3
_OTHER_LEVEL_SURE = 0.35
_OTHER_LEVEL = 0.7
_LEVEL_SAID = regex(r"代表(自治区|[省市县区州盟旗])(?:人民)?(?:政府|行署)")
_NATIONAL_WORDS = regex(r"我国")
_LEVEL_WORDS = regex(r"(?:全|我)(自治区|[省市县区州盟旗])")


def report_place(text: str) -> tuple[Place, bool] | None:
    """The place whose report ``text`` is, and whether a phrase says so; None where nothing tells.

    A name that several places bear and that nothing else in the text decides comes back without
    parents.
    """
    opening = text[:_OPENING]
    if _NATION.search(opening):
        return lookup("国务院")[0], True
    mentions = find(text, short=True)
    said = _said(opening)
    if not said and _PREMIER.search(opening):
        return lookup("国务院")[0], True
    if said:
        name = max(said, key=lambda n: said[n])
        return _settle(name, mentions), True
    guess = _guess(text, mentions)
    return (guess, False) if guess else None


def level_said(text: str) -> str:
    """The level of the government that a report is given for: 区 in 代表区人民政府; ``""`` if not said."""
    said = _LEVEL_SAID.search(text[:_OPENING])
    return said[1] if said else ""


def _said(opening: str) -> Counter[str]:
    """Place names with their parents as far as written, weighted by the phrases that bear them."""
    said: Counter[str] = Counter()
    for pattern, weight in _PHRASES:
        for match in pattern.finditer(opening):
            run = match[1]
            last = [m for m in find(run, short=True) if m.end == len(run)]
            if last and last[0].places[0].level != NATION:
                said[run[last[0].start :]] += weight
            elif re.search(r"..(?:新区|开发区|示范区|高新区|兵团)$", run):
                said[run] += weight
    return said


def _settle(name: str, mentions: tuple[Mention, ...]) -> Place:
    """The one place that ``name`` means here; without parents where it stays open."""
    places = lookup(name)
    if not places:
        return _unlisted(name)
    if len(places) == 1:
        return places[0]
    kin = _Kin(mentions)
    ranked = sorted(places, key=kin.support, reverse=True)
    if kin.support(ranked[0]) > kin.support(ranked[1]):
        return ranked[0]
    first = ranked[0]
    return Place(first.name, (), first.level, first.short)


def _unlisted(name: str) -> Place:
    """A zone that the gazetteer lacks; the part of its name that is a place becomes its parent."""
    over = [m for m in find(name, short=True) if m.start == 0 and m.exact]
    if over and len(over[0].places) == 1 and over[0].end < len(name):
        parent = over[0].places[0]
        own = name[over[0].end :]
        return Place(own, (*parent.parents, parent.name), COUNTY, own)
    return Place(name, (), COUNTY, name)


class _Kin:
    """How much the names in a text speak for a place: its own, its parents', its parts'."""

    def __init__(self, mentions: tuple[Mention, ...]) -> None:
        self.named: Counter[tuple[str, ...]] = Counter()
        self.shares: defaultdict[Place, float] = defaultdict(float)
        for mention in mentions:
            for place in mention.places:
                self.named[(*place.parents, place.name)] += 1
                self.shares[place] += 1 / len(mention.places)

    def parts(self, place: Place) -> int:
        """How many of the place's own divisions are named."""
        return sum(1 for child in children(place) if (*place.parents, place.name, child.name) in self.named)

    def support(self, place: Place) -> float:
        """Evidence for one of several places of the same name."""
        parents = sum(self.named[place.parents[: i + 1]] for i in range(len(place.parents)))
        siblings = 0
        if place.parents:
            chain = place.parents
            siblings = sum(1 for key in self.named if key[:-1] == chain and key[-1] != place.name)
        return parents + siblings + 2 * self.parts(place)


def _guess(text: str, mentions: tuple[Mention, ...]) -> Place | None:
    """The place that the text's names speak of most, preferring the level that it calls its own."""
    ending, certain = _own_level(text)
    kin = _Kin(mentions)
    other = _OTHER_LEVEL_SURE if certain else _OTHER_LEVEL
    scores = {
        place: (share + 2 * kin.parts(place)) * (1 if _fits(place, ending) else other)
        for place, share in kin.shares.items()
        if place.level != NATION
    }
    best = max(scores, key=lambda place: scores[place], default=None)
    most = scores[best] if best else 0
    if len(_NATIONAL_WORDS.findall(text)) > max(_ENOUGH, most):
        return lookup("国务院")[0]
    if best is None or most < _ENOUGH:
        return None
    # A county that is a district today, in a report from before.
    then = [p for p in lookup(best.short + ending) if p.current == best.name and p.parents == best.parents]
    return then[0] if then and not _fits(best, ending) else best


def _own_level(text: str) -> tuple[str, bool]:
    """What the text calls its place (省, 市, 县, 区, 自治区 …; may be empty), and whether that is sure."""
    said = _LEVEL_SAID.search(text[:_OPENING])
    if said:
        return said[1], True
    ranked = Counter(_LEVEL_WORDS.findall(text)).most_common(2)
    if not ranked:
        return "", False
    (most, count), (_, next_count) = ranked[0], ranked[1] if len(ranked) > 1 else ("", 0)
    # 全省 stands in every city's report too (全省第一); 全县 only in a county's.
    return most, most not in ("省", "自治区") and count > 2 * next_count


def _fits(place: Place, ending: str) -> bool:
    if ending == "省":
        return place.level == PROVINCE
    if ending == "自治区":
        return place.name.endswith("自治区")
    if ending in ("州", "盟"):
        return place.level == CITY and place.name.endswith(ending)
    return not ending or place.name.endswith(ending)
