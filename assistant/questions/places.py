"""Which place a question means, held against the places that have a report in the store."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from reports.genre import genre_pairs
from reports.patterns import regex
from reports.text import fold
from vectorstore.records import ReportEntry

from . import nation
from .placing import (
    MORE,
    NICKNAMES,
    SHORE,
    USUAL,
    asked_together,
    before_town,
    leads,
    named_in,
    partners_in,
    stranger_in,
    without_events,
)
from .speakers import Speakers

if TYPE_CHECKING:
    from reports.gazetteer import Mention

_SUFFIX = regex(r"(?:(?:[一-鿿]{1,4}族)*自治[区州县旗]|特别行政区|地区|新区|[省市县区旗盟州])$")
_PART_OF_NAME = regex(
    r"(?:大道|大桥|运河|步道|路|街|机场?|公司|集团|大学|学院|中学|小学|医院|银行|河|湖|山|站|水库|新城|公园|园区|产业园|开发区|景区|小区|社区|街道|村(?![民庄镇级里])|水质|流域|水域)"
)

# 东兴口岸, where no report is of a place 东兴
_LINE = regex("口岸|高速|高铁|铁路|水利|枢纽|船闸|灌区|电站")
_LIES_IN = regex("(?:下辖|下属|所属|所辖|辖区|下面|底下)?的")


@dataclass(frozen=True, slots=True)
class FoundPlaces:
    """``places`` have reports, ``unknown`` have none; ``rest`` is the text without them.

    ``partners``: how the text calls the one place asked about, and another with a report beside it;
    ``named`` are all that it names and that have a report, asked about or not.
    """

    places: tuple[str, ...]
    unknown: tuple[str, ...]
    rest: str
    namesakes: tuple[str, ...] = ()
    partners: tuple[str, str] | None = None
    named: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def short_name(name: str) -> str:
    """卫东区 → 卫东; names of two characters stay whole (赵县)."""
    from reports.gazetteer import lookup

    known = [p for p in lookup(name) if p.name == name]
    short = known[0].short if known else _SUFFIX.sub("", name)
    return short if len(short) >= 2 else name


def _aliases(place: str) -> set[str]:
    """The names of a place: in full, for short, and 甘孜州 for 甘孜藏族自治州."""
    short = short_name(place)
    if place.endswith("盟") and len(place) > 3:
        # 锡林郭勒盟 is called 锡盟.
        return {place, short, place[0] + "盟"}
    return {place, short, short + place[-1]} if "自治" in place else {place, short}


class Entries(tuple[ReportEntry, ...]):
    """The reports of a store, which can be looked up by place."""

    @cached_property
    def _numbers(self) -> dict[str, list[int]]:
        numbers: dict[str, list[int]] = {}
        for number, entry in enumerate(self):
            numbers.setdefault(entry.identity.place, []).append(number)
        return numbers

    def of(self, places: Iterable[str]) -> list[ReportEntry]:
        """The reports of these places, in order."""
        return [self[n] for n in sorted(n for place in set(places) for n in self._numbers.get(place, ()))]


def signed(text: str, rest: str, sign: str) -> str:
    """``text`` with ``sign`` for each character that ``rest`` leaves out: its folded form without places.

    Raises ValueError where they are not of one length, as where folding drops characters.
    """
    return "".join(c if r == c or fold(c) == r else sign for c, r in zip(text, rest, strict=True))


def of_places(entries: Sequence[ReportEntry], places: Sequence[str]) -> list[ReportEntry]:
    """The reports of these places, in order; all where no place is given."""
    if not places:
        return list(entries)
    if isinstance(entries, Entries):
        return entries.of(places)
    return [entry for entry in entries if entry.identity.place in places]


class PlaceIndex:
    """The places of the store by every name that a question may use."""

    def __init__(self, entries: Iterable[ReportEntry]) -> None:
        self.parents: dict[str, tuple[str, ...]] = {}
        names: dict[str, str] = {}
        self._within: set[str] = set()
        entries = tuple(entries)
        self.speakers = Speakers(entries)
        for entry in entries:
            place = entry.identity.place
            if place:
                self.parents.setdefault(place, entry.identity.parents)
        self.namesakes: dict[str, tuple[str, ...]] = {}
        by_short: dict[str, list[str]] = {}
        for place in sorted(self.parents, key=len):
            for alias in _aliases(place):
                names.setdefault(fold(alias), place)
            by_short.setdefault(fold(short_name(place)), []).append(place)
        # 清苑 is 清苑县 and, since it was renamed, 清苑区: which is meant, the year tells.
        for short, places in by_short.items():
            if len(places) > 1:
                self.namesakes[short] = tuple(places)
        for place, parents in self.parents.items():
            for outer in {name for parent in parents for name in (parent, short_name(parent))}:
                for inner in _aliases(place):
                    names[fold(outer + inner)] = place
                    self._within.add(fold(outer + inner))
                    if same := self.namesakes.get(fold(inner)):
                        self.namesakes[fold(outer + inner)] = same
        for place in self.parents:
            # 恩施市 lies in 恩施州: 恩施 means the one that has a report.
            if len(stem := _SUFFIX.sub("", place)) > 1:
                names.setdefault(fold(stem), place)
        for brief, places in self._initials().items():
            if len(places) == 1:
                names.setdefault(brief, places[0])
        for brief, place in NICKNAMES.items():
            if place in self.parents:
                names.setdefault(brief, place)
        if "国务院" in self.parents:
            for alias in nation.NAMES:
                names[fold(alias)] = "国务院"
        self._names = names
        ordered = sorted(names, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, ordered))) if ordered else None

    def _initials(self) -> dict[str, list[str]]:
        """乌市 for 乌鲁木齐市: a first character with what the place is, where that is no usual word."""
        found: dict[str, list[str]] = {}
        for place in self.parents:
            brief = fold(place[0] + place[-1])
            if len(short_name(place)) > 1 and place[-1] in "市县州区旗" and brief not in genre_pairs():
                found.setdefault(brief, []).append(place)
        return found

    def in_one(self, question: str) -> str:
        """鹤壁的山城区 without the 的 (下辖的, 下面的) between the city and what lies in it."""
        for match in reversed([*_LIES_IN.finditer(question)]):
            joined = question[: match.start()] + question[match.end() :]
            found = self._pattern.finditer(fold(joined)) if self._pattern else ()
            if any(m.start() < match.start() < m.end() and m.group() in self._within for m in found):
                question = joined
        return question

    def find(self, text: str) -> FoundPlaces:
        """The places that folded ``text`` names."""
        from reports.gazetteer import find

        mentions = [m for m in find(text, short=True) if not SHORE.match(text, m.end - 1)]
        spans: list[tuple[int, int, str]] = []
        if self._pattern:
            for match in named_in(text, self._pattern):
                cut = any(m.start < match.start() < m.end for m in mentions)
                if self._accept(text, match) and not cut:
                    end = before_town(text, match.start(), match.end())
                    spans.append((match.start(), end, self._names[match.group()]))
        spans, unknown = self._with_unknown(text, spans, mentions)
        for mention in mentions:
            # 河北省保定市清苑县 is one mention of its last part.
            inner = [s for s in spans if mention.start <= s[0] and s[1] <= mention.end]
            if len(inner) > 1:
                spans = [s for s in spans if s not in inner[:-1]]
        spans = [s for s in spans if not self._is_parent_of_next(s, spans)]
        if any(s[2] != "国务院" for s in (*spans, *unknown)):
            # 全国 beside another place measures it (全国第二); it is not a second place.
            spans = [s for s in spans if s[2] != "国务院" or nation.beside_a_place(text, s[0], s[1])]
        spans, unknown = without_events(text, spans, unknown)
        named = sorted(spans)
        spans = asked_together(text, named, self.parents)
        partners = partners_in(text, named, spans, self.parents)
        rest = list(text)
        for start, end, _ in (*spans, *unknown):
            end = nation.said_in(text, start, end)
            rest[start:end] = " " * (end - start)
        places = tuple(dict.fromkeys(name for _, _, name in spans))
        namesakes = tuple(n for s in spans for n in self.namesakes.get(text[s[0] : s[1]], ()))
        unknown_names = tuple(dict.fromkeys(name for _, _, name in unknown))
        if not places and not unknown_names and (stranger := stranger_in(text)):
            # 荆洲2023年…: misspelt, or of no gazetteer; no other place's figure answers it.
            return FoundPlaces((), (stranger,), "".join(rest).replace(stranger, " " * len(stranger), 1), ())
        all_named = tuple(dict.fromkeys(name for _, _, name in named))
        return FoundPlaces(places, unknown_names, "".join(rest), namesakes, partners, all_named)

    def above(self, places: Sequence[str]) -> list[tuple[str, str]]:
        """The names, full and short, of what lies above ``places``, each with its level (省, 市)."""
        found = []
        for place in places:
            for depth, parent in enumerate(self.parents.get(place, ())):
                level = "省" if depth == 0 else "市"
                found += [(fold(parent), level), (fold(short_name(parent)), level)]
        return found

    def _accept(self, text: str, match: re.Match[str]) -> bool:
        word, after = match.group(), text[match.end() :]
        place = self._names[word]
        if place == "国务院":
            before = text[: match.start()]
            return nation.asked_of(word, before, after, leads=leads(before))
        if word == fold(place) or len(word) > len(fold(short_name(place))):
            return True
        # A short name inside a longer word (河南矿机) is part of the content, not the place asked for.
        return leads(text[: match.start()]) or not _PART_OF_NAME.match(after)

    def _is_parent_of_next(self, span: tuple[int, int, str], spans: list[tuple[int, int, str]]) -> bool:
        _, end, name = span
        return any(
            other != name and name in self.parents.get(other, ()) and 0 <= begin - end <= 2
            for begin, _, other in spans
        )

    def _with_unknown(
        self, text: str, spans: list[tuple[int, int, str]], mentions: Sequence[Mention]
    ) -> tuple[list[tuple[int, int, str]], list[tuple[int, int, str]]]:
        unknown: list[tuple[int, int, str]] = []
        for mention in mentions:
            start, end = mention.start, before_town(text, mention.start, mention.end)
            overlapping = [s for s in spans if s[0] < end and start < s[1]]
            if any(s[0] <= start and end <= s[1] for s in overlapping):
                continue
            place = mention.places[0]
            if place.name == "国务院":
                before, after = text[:start], text[end:]
                # Where its report is there, it was accepted above or is none.
                if place.name in self.parents or not nation.asked_of(
                    text[start:end], before, after, leads=leads(before)
                ):
                    continue
            rest = text[_run_end(mention, mentions) :]
            if not mention.exact and (_PART_OF_NAME.match(rest) or _LINE.match(rest)):
                continue
            if not mention.exact and (place.current or USUAL.match(text, start)):
                continue
            if place.name in self.parents:
                if all(start <= s[0] and s[1] <= end for s in overlapping):
                    spans = [s for s in spans if s not in overlapping] + [(start, end, place.name)]
                continue
            inside = [s for s in spans if s[2] in place.parents and 0 <= start - s[1] <= 1]
            joined = text[max(0, start - 1) : start] in "和与跟及、比" and text[:start].strip()
            if overlapping and not (mention.exact and not place.current):
                continue
            if overlapping:
                spans = [s for s in spans if s not in overlapping]
                unknown.append((start, end, place.name))
            elif inside and text[start - 1] == "在":
                continue  # 某州在某县重建住房: the deed of the one, and the other is a part of what is asked
            elif inside:
                spans = [s for s in spans if s not in inside]
                unknown.append((start, end, place.name))
            elif (
                (not spans and leads(text[:start]))
                or (
                    joined
                    and end - start >= 2
                    # 西安和宝鸡: beside a place a short name is one, too.
                    and (
                        place.name == text[start:end]
                        or any(s[1] == start - 1 for s in (*spans, *unknown))
                        or (text[start - 1] == "比" and MORE.match(text, end) is not None)
                    )
                )
            ):
                unknown.append((start, end, place.name))
        known_parents = {p for name in (u[2] for u in unknown) for p in parents_of(name)}
        unknown = [u for u in unknown if u[2] not in known_parents]
        return sorted(spans), sorted(unknown)


def _run_end(mention: Mention, mentions: Sequence[Mention]) -> int:
    """Where the place names that follow each other without a gap end: 西安咸阳机场."""
    end = mention.end
    for other in mentions:
        if other.start == end:
            end = other.end
    return end


def parents_of(name: str) -> tuple[str, ...]:
    """The places above one named in full; empty where the name is ambiguous."""
    from reports.gazetteer import lookup

    found = lookup(name)
    return found[0].parents if len(found) == 1 else ()
