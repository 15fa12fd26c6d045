"""Reads a sentence of an answer as claims: figures with place and year, quotes, other numbers."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from reports.figures import Figure, find_figures
from reports.gazetteer import find as find_places
from reports.patterns import regex

from ..questions.numerals import loose_numbers, small_counts
from .material import compact

MARK = regex(r"\[(\d{1,3})\]")
_YEAR = regex(
    r"(?<![\d.])((?:19|20)\d\d)年?(?:[-—–~～至到]{1,2}((?:19|20)\d\d|\d\d)(?=年))年?|(?<![\d.])((?:19|20)\d\d)(?=年|[-—–~～至到])年?"
)
_SHORT_YEAR = regex(
    r"(?<![\d.时长续近满超过达共期])(\d\d)年(?=的|底|末|初|全年|实际|目标|完成|[一-鿿]{2})(?!来|间|以|内|前|后|期)"
)
_RELATIVE = regex(r"(去年|上年|上一年|前一年)|(今年|本年|当前年度)")
_REPORT = regex(r"^年?[的度]?[^，。；,0-9]{0,14}?报告")
_COMPARED = regex(r"(?:比|较|自|从|相比|同比|对比)$")
_STARTS = regex("[从由自]$")
_STATED = regex(r"^(?:的|实际|完成|实绩|目标|计划|全年|数)*[\d.]")
_SINCE = regex(r"^年?(?:以来|起|来)")
_JOINED = regex(r"^(?:和|与|及|以及|跟|同|、|/|,|，|比|较|相比|对比){1,2}$")
_QUOTED = regex(r"[「『\"]([^「」『』\"]{2,})[」』\"]|《([^《》]{2,})》")
_NUMBER = regex(r"\d+(?:[,，]\d{3})*(?:\.\d+)?")
_AND = regex(r"以及|[、,，和与及]")
_STATES = regex(r"(?:[则均也]|分别|各自?|共|达到|达|完成|实现|增长到|为|是|有|至|了|约)+$")


@dataclass(frozen=True, slots=True)
class Token:
    """A place or a year at ``[start, end)`` of the compact sentence. A year is (first, last);
    去年 and 今年 are (-1, -1) and (0, 0), counted from the report's year."""

    start: int
    end: int
    place: str = ""
    years: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure and what the sentence says of it. Empty ``places`` or ``years``: nothing is said.

    ``before`` and ``after`` are its words in the sentence, ``clause`` the clause it stands in.
    """

    figure: Figure
    before: str
    after: str
    clause: str
    places: tuple[str, ...]
    years: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Claims:
    """All that a sentence claims. ``text`` is the compact sentence without its marks.

    ``numbers`` are digit runs that are neither figures nor years; ``small`` counts in Chinese
    numerals; ``loose`` words that say a figure (翻番) or other number signs (一七九, Ⅸ);
    ``compared`` years of comparison; ``report_years`` years that name a report; ``aimed``: an earlier
    sentence has said that plans follow.
    """

    text: str
    figures: tuple[Claim, ...]
    places: tuple[Token, ...]
    years: tuple[Token, ...]
    report_years: tuple[int, ...]
    compared: tuple[int, ...]
    quotes: tuple[str, ...]
    numbers: tuple[str, ...]
    small: tuple[tuple[str, str], ...]
    loose: tuple[str, ...]
    aimed: bool = False


@dataclass(frozen=True, slots=True)
class Carried:
    """What earlier sentences of the answer have said last, taken over where a sentence is silent."""

    places: tuple[str, ...] = ()
    years: tuple[tuple[int, int], ...] = ()
    aimed: bool = False


def read_claims(
    sentence: str, names: Collection[tuple[str, str]], carried: Carried, evidence: str = ""
) -> Claims:
    """``names`` are (compact name, place) of the reports' places, the longest first. Another place
    counts only where ``evidence`` does not hold its name (there it is part of what is told)."""
    text = compact(MARK.sub("", sentence))
    places = _places(text, names, evidence)
    years, report_years, compared = _years(text)
    figures = [f for f in find_figures(text) if not _in_year(f, years)]
    place_groups, year_groups = _groups(text, places), _groups(text, years)
    claims = []
    listed = _listed(text, figures)
    for i, figure in enumerate(figures):
        left = figures[i - 1].end if i else 0
        right = figures[i + 1].start if i + 1 < len(figures) else len(text)
        claims.append(
            Claim(
                figure,
                listed.get(i, text[left : figure.start]),
                re.split(r"[，。；！？,;]", text[figure.end : right])[0],
                _clause(text, figure),
                tuple(t.place for t in _governing(place_groups, figures, i, text)) or carried.places,
                tuple(t.years for t in _governing(year_groups, figures, i, text) if t.years) or carried.years,
            )
        )
    covered = [(f.start, f.end) for f in figures] + [(t.start, t.end) for t in years]
    spans = [m.span() for m in _YEAR.finditer(text)]
    numbers = [m for m in _NUMBER.finditer(text) if not any(a <= m.start() < b for a, b in covered + spans)]
    return Claims(
        text,
        tuple(claims),
        tuple(places),
        tuple(years),
        report_years,
        compared,
        _quotes(MARK.sub("", sentence)),
        tuple(re.sub("[,，]", "", m.group()) for m in numbers),
        small_counts(text, figures),
        loose_numbers(text, figures),
        carried.aimed,
    )


def _quotes(sentence: str) -> tuple[str, ...]:
    """The quoted runs; of nested “…” the outer one."""
    runs: list[str] = []
    opened: list[int] = []
    for at, char in enumerate(sentence):
        if char == "“":
            opened.append(at + 1)
        elif char == "”" and opened:
            start = opened.pop()
            if not opened:
                runs.append(sentence[start:at])
    # One that never closes, or closes further in than it should: its end is not known.
    runs.extend(sentence[start:].split("”")[0] for start in opened[:1])
    runs.extend(a or b for a, b in _QUOTED.findall(sentence))
    return tuple(compact(run) for run in runs if len(run) > 1)


def _listed(text: str, figures: list[Figure]) -> dict[int, str]:
    """甲、乙分别达到1家、2家: each figure's own item of the list, by the figure's index."""
    found: dict[int, str] = {}
    first = 0
    while first < len(figures):
        last = first
        while last + 1 < len(figures) and _AND.fullmatch(text[figures[last].end : figures[last + 1].start]):
            last += 1
        if last > first:
            clause = re.split(
                r"[。；！？;：:,，]", text[figures[first - 1].end if first else 0 : figures[first].start]
            )
            items = _AND.split(_STATES.sub("", clause[-1]))
            if len(items) == last - first + 1 and all(len(item) >= 2 for item in items):
                found |= dict(zip(range(first, last + 1), items, strict=True))
        first = last + 1
    return found


def _clause(text: str, figure: Figure) -> str:
    start = max(text.rfind(mark, 0, figure.start) for mark in "，。；！？,;：:") + 1
    ends = [at for mark in "，。；！？,;" if (at := text.find(mark, figure.end)) >= 0]
    return text[start : min(ends, default=len(text))]


def _places(text: str, names: Collection[tuple[str, str]], evidence: str) -> list[Token]:
    found: list[Token] = []
    for name, place in names:
        at = text.find(name)
        while at >= 0:
            if not any(t.start < at + len(name) and at < t.end for t in found):
                found.append(Token(at, at + len(name), place=place))
            at = text.find(name, at + len(name))
    for mention in find_places(text):
        if text[mention.start : mention.end] in evidence:
            continue
        if not any(t.start < mention.end and mention.start < t.end for t in found):
            found.append(Token(mention.start, mention.end, place=mention.places[0].name))
    for match in re.finditer(r"全国|我国|全省|全球", text):
        # 全国首创 in the report's own words says nothing of whose figure it is.
        if match.group() not in evidence:
            found.append(Token(*match.span(), place=match.group()))
    found.sort(key=lambda t: t.start)
    # 平顶山市卫东区: a place right before another is its parent and names nothing by itself.
    starts = {t.start for t in found}
    return [t for t in found if t.end not in starts]


def _years(text: str) -> tuple[list[Token], tuple[int, ...], tuple[int, ...]]:
    tokens: list[Token] = []
    reports: list[int] = []
    compared: list[int] = []
    for match in _YEAR.finditer(text):
        first = int(match[1] or match[3])
        last = first
        if match[2]:
            last = int(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
        rest = text[match.end() :]
        if _REPORT.match(rest) and first == last:
            reports.append(first)
        elif (_COMPARED.search(text[: match.start()]) and not _STATED.match(rest)) or _SINCE.match(rest):
            compared.append(first)
        else:
            tokens.append(Token(match.start(), match.end(), years=(first, last)))
    for match in _SHORT_YEAR.finditer(text):
        if not any(t.start <= match.start() < t.end for t in tokens):
            tokens.append(Token(match.start(), match.end(), years=(2000 + int(match[1]),) * 2))
    for match in _RELATIVE.finditer(text):
        if not _COMPARED.search(text[: match.start()]):
            offset = -1 if match[1] else 0
            tokens.append(Token(match.start(), match.end(), years=(offset, offset)))
    tokens.sort(key=lambda t: t.start)
    return tokens, tuple(reports), tuple(compared)


def _in_year(figure: Figure, years: list[Token]) -> bool:
    return any(t.start <= figure.start < t.end for t in years)


def _groups(text: str, tokens: list[Token]) -> list[list[Token]]:
    """Tokens that are joined (卫东区和山城区) form one group."""
    groups: list[list[Token]] = []
    for token in tokens:
        between = text[groups[-1][-1].end : token.start] if groups else ""
        if groups and _JOINED.match(between):
            groups[-1].append(token)
        else:
            groups.append([token])
    return groups


def _governing(groups: list[list[Token]], figures: list[Figure], i: int, text: str) -> list[Token]:
    """The places or years that figure ``i`` is said of."""
    figure = figures[i]
    behind = [g for g in groups if g[0].start >= figure.end]
    if behind and re.match(r"[（(]", text[figure.end :]) and behind[0][0].start - figure.end <= 4:
        return behind[0]
    ahead = [g for g in groups if g[-1].end <= figure.start]
    if not ahead:
        near = behind and behind[0][0].start - figure.end <= 12
        return behind[0] if near and len(figures) == 1 else []
    group = ahead[-1]
    started = group[0].years and _STARTS.search(text[: group[0].start])
    if started and any(group[-1].end <= f.start < figure.start for f in figures):
        # 由2015年的8亿元升至9亿元: that year is of the first figure only.
        return ahead[-2] if len(ahead) > 1 else []
    if len(group) == 1:
        # 卫东区的生产总值比山城区高，达到…: what comes after 比 is not what the figure is said of.
        if text[group[0].start - 1 : group[0].start] in ("比", "较", "于") and len(ahead) > 1:
            return [t for g in ahead[-2:] for t in g]
        return group
    until = behind[0][0].start if behind else len(text)
    inside = [f for f in figures if group[-1].end <= f.start < until]
    if len(inside) == len(group):
        return [group[inside.index(figure)]]
    return group
