"""Who gave a report, named as the source of what is asked: 温总理最后一次报告里讲, 县长在2016年的报告里说.

The one named stands for the report; no word of that is a word of what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reports.patterns import regex
from vectorstore.records import ReportEntry

# The first and last year of the reports that each premier gave; many texts of them leave the name out.
PREMIERS = {
    "周恩来": (1954, 1975),
    "华国锋": (1978, 1980),
    "赵紫阳": (1981, 1987),
    "李鹏": (1988, 1998),
    "朱镕基": (1999, 2003),
    "温家宝": (2004, 2013),
    "李克强": (2014, 2023),
    "李强": (2024, 2035),
}
NATION = "国务院"
_OFFICES = {"省长": "省", "市长": "市", "县长": "县", "区长": "区", "州长": "州", "盟长": "盟", "旗长": "旗"}
_OFFICE = "|".join((*_OFFICES, "主席", "专员", "总理"))
_NTH = "(?P<{0}>(?:任内)?(?:最后|末)一?[次份个回]|首[次份]|第一[次份个回])?"
_SAYS = (
    "(?:都|曾|还|也|又|是)?(?:说|讲|谈|称|承认|强调|宣布|透露|认为|提(?=到|出|过|的|了)|指出|表示|介绍)"
    "(?:到|过|了|的|是|出|明)*"
)
_TAIL = (
    rf"的?{_NTH.format('nth')}的?(?:在|于)?(?P<year>(?:19|20)\d\d)?年?的?{_NTH.format('of')}的?"
    rf"(?:所?[作做]的?)?(?:[那这][次份个])?的?"
    rf"(?:(?:政府)?(?:工作)?报告(?:(?:里|中|上|当中)面?[,，]?(?:{_SAYS})?|[,，:]?{_SAYS}|(?=[一-鿿])(?![是的由在于日会有几多]))"
    rf"|{_SAYS})"
)
_TAIL_AGAIN = re.sub(r"P<(\w+)>", r"P<\1_2>", _TAIL)
_AFTER_NAME = regex("[一-鿿](?<![年月日初底末里中上问位任的])$")
# It is the speaker, the day or the meeting that is asked for.
_ABOUT_THE_REPORT = regex(
    "谁|哪一?位|何人|什么人|哪一?[次届天]|第?几[届次]|何时|什么(?:时候|会|场合)|职务|身份|什么职|几月|几号|(?:作|做)的?(?:政府)?(?:工作)?报告(?:吗|吧|么)?[?]?$"
)
_BEFORE = r"(?:(?:时任|当时的?|前任?)?(?:国务院)?(?:代)?(?:{office}))?"


@dataclass(frozen=True, slots=True)
class Given:
    """The reports that one person gave: of which place, in which years."""

    place: str
    years: tuple[int, ...]


class Speakers:
    """Who gave the reports of a store, by name and by surname with the office (温总理)."""

    def __init__(self, entries: Iterable[ReportEntry]) -> None:
        places: dict[str, None] = {}
        years: dict[tuple[str, str], list[int]] = {}
        short: dict[str, set[str]] = {}
        nation: list[int] = []
        for entry in entries:
            who = entry.identity
            places.setdefault(who.place)
            if who.place == NATION and who.year:
                nation.append(who.year)
            elif who.speaker and who.year:
                years.setdefault((who.speaker, who.place), []).append(who.year)
                office = who.speaker_role.removeprefix("代理").removeprefix("代")
                if office:  # without one a surname would be read out of any word: 高唐说的
                    short.setdefault(who.speaker[0] + office, set()).add(who.speaker)
        self._places = tuple(places)
        self._given: dict[str, Given] = {}
        for (name, place), told in years.items():
            if name not in self._given or len(told) > len(self._given[name].years):
                self._given[name] = Given(place, tuple(sorted(told)))
        for name, (first, last) in PREMIERS.items():
            here = tuple(sorted(y for y in nation if first <= y <= last))
            self._given[name] = Given(NATION, here or (last,))
            short.setdefault(name[0] + "总理", set()).add(name)
        for brief, names in short.items():
            if len(names) == 1:
                self._given.setdefault(brief, self._given[next(iter(names))])
        known = "|".join(map(re.escape, sorted(self._given, key=len, reverse=True)))
        before = _BEFORE.format(office=_OFFICE)
        self._named = re.compile(rf"{before}(?P<name>{known})(?:{_OFFICE})?(?:同志)?{_TAIL}")
        self._office = re.compile(
            rf"(?P<place>[省市县区州盟旗])长{_TAIL}|(?P<office>(?:国务院)?总理|主席){_TAIL_AGAIN}"
        )

    def as_source(self, text: str) -> str:
        """Folded ``text`` with the one who gave a report, where named as its source, put as that report."""
        if _ABOUT_THE_REPORT.search(text):
            return text
        return self._office.sub(self._by_office, self._named.sub(self._by_name, text))

    def _by_name(self, match: re.Match[str]) -> str:
        given = self._given[match["name"]]
        year = match["year"] or ""
        nth = match["nth"] or match["of"] or ""
        dated = re.search(r"(?:19|20)\d\d", match.string) is not None
        if nth or not (year or dated):
            first = nth.startswith(("首", "第"))
            bounds = PREMIERS.get(_full(match["name"]), (given.years[0], given.years[-1]))
            newest = given.years[0] if first else given.years[-1]
            year = str(newest if not nth or given.place != NATION else bounds[0] if first else bounds[1])
        return f"{given.place}{year and year + '年'}报告里"

    def _by_office(self, match: re.Match[str]) -> str:
        if match["office"]:
            year = match["year_2"] or ""
            place = NATION if match["office"].endswith("总理") else ""
        else:
            year, level = match["year"] or "", match["place"]
            head = match.string[: match.start()]
            # 某市长 after the name of the place: the name keeps its last character
            here = level if _AFTER_NAME.search(head) else self._only(level)
            place = "" if head.endswith(level) else here
        return f"{place}{year and year + '年'}报告里"

    def _only(self, level: str) -> str:
        """The one place of the store that such an office is of; ``""`` where there are several."""
        found = [place for place in self._places if place.endswith(level)]
        return found[0] if len(found) == 1 else ""


def _full(name: str) -> str:
    """温总理 → 温家宝; a full name stays."""
    return next((full for full in PREMIERS if name in (full, full[0] + "总理")), name)
