"""Whose report it is: the place, from the phrases that name it and from all the names around.

Many reports begin 各位代表 and never say whose they are. Then the names in the text decide: a city's
report is full of the city's own name and of its districts' and counties'.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from reports.gazetteer import CITY, COUNTY, NATION, PROVINCE, Mention, Place, children, find, lookup

_NAME = r"([^\s，。；：、！？（）()《》“”—\d]{2,30}?)"
_N = r"第?[一二三四五六七八九十百\d]+"
_TITLE_TAIL = r"(?:(?:19|20)\d\d年)?(?:人民)?政府工作报告"
_ROLE = r"(?:代理|代)?(?:省长|市长|区长|县长|州长|盟长|旗长|主席|专员)"
# Phrases that name whose report it is, and how far each can be trusted.
_PHRASES = (
    (re.compile(rf"在\s*{_NAME}{_N}届\s*(?:人民代表大会|人大)"), 6),
    (re.compile(rf"代表{_NAME}(?:{_N}届)?(?:人民政府|政府)"), 6),
    (re.compile(rf"(?:^|[\n—《年：])\s*{_NAME}{_TITLE_TAIL}"), 4),
    (re.compile(rf"(?:^|\n)\s*{_NAME}(?:人民政府)?{_ROLE}"), 4),
    (re.compile(rf"日{_NAME}{_N}届\s*人民代表大会"), 4),
    (re.compile(rf"《{_NAME}国民经济和社会发展第"), 4),
    (re.compile(rf"(?:^|\n)\s*{_NAME}人民政府办公[室厅]"), 5),
    (re.compile(rf"开的{_NAME}{_N}届人民代表大会"), 4),
)
_NATION = re.compile(
    r"代表国务院|受国务院的?委托|国务院总理|受[^，。]{0,8}国务院的?委托|国务院的决定，向|"
    r"(?:在|向)\s*第[一二三四五六七八九十]+届全国人民代表大会|国务院向第?[^，。]{0,8}全国人民代表大会"
)
_OPENING = 2500
_LEVEL_SAID = re.compile(r"代表(自治区|[省市县区州盟旗])(?:人民)?(?:政府|行署)")
_LEVEL_WORDS = re.compile(r"(?:全|我)(自治区|[国省市县区州盟旗])")


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
    if said:
        name = max(said, key=lambda n: said[n])
        return _settle(name, mentions), True
    guess = _guess(text, mentions)
    return (guess, False) if guess else None


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
    """The place that the text's names speak of most, of the level that it calls its own."""
    ending = _own_level(text)
    if ending == "国":
        return lookup("国务院")[0]
    kin = _Kin(mentions)
    scores = {
        place: share + 3 * kin.parts(place)
        for place, share in kin.shares.items()
        if place.level != NATION and _fits(place, ending)
    }
    if not scores:
        return None
    best = max(scores, key=lambda place: scores[place])
    if scores[best] < 3:
        return None
    return best


def _own_level(text: str) -> str:
    """What the text calls its place: 省, 市, 县, 区, 自治区 …; empty where it does not."""
    said = _LEVEL_SAID.search(text[:_OPENING])
    if said:
        return said[1]
    words = Counter(_LEVEL_WORDS.findall(text))
    if not words:
        return ""
    most, count = words.most_common(1)[0]
    # 全国 and 我国 stand in every report; only a national one has little else.
    others = sum(words.values()) - words["国"]
    if most == "国" and others * 3 > count:
        words.pop("国")
        most = words.most_common(1)[0][0]
    return most


def _fits(place: Place, ending: str) -> bool:
    if ending == "省":
        return place.level == PROVINCE
    if ending == "自治区":
        return place.name.endswith("自治区")
    if ending in ("州", "盟"):
        return place.level == CITY and place.name.endswith(ending)
    return not ending or place.name.endswith(ending)
