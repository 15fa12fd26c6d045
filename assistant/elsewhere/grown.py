"""How much something grew since an earlier year, told as a rate alone: 钢比1964年增长一点二倍."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.indicators import find_names
from reports.patterns import regex
from reports.repair import tidy
from reports.text import fold, plain
from reports.times import with_digits
from vectorstore.records import ReportEntry

from ..drafting.citing import Citer
from ..drafting.drafts import Draft
from ..drafting.wording import cited
from ..evidence.fits import Wanted, unit_fits
from ..evidence.matches import Match
from ..evidence.prepared import Shelf
from ..figures.goals import foremost
from ..figures.select import ENOUGH, ENOUGH_NEAR, rank
from ..questions.contrasts import contrary
from ..questions.measured import MEASURED
from ..questions.rivals import asks_least
from ..questions.slots import Since
from .earlier import near_reports

# 比1964年增长…，钢增长…: it holds for what follows, until the sentence compares with another time.
_AGAINST = regex(
    r"(?:[比较同与和]|相比于?)((?:19|20)\d\d)年|同比|[比较](?:上年|去年|上一年|前一年)|年均|平均每年|每年"
)
_EACH = regex("各|分别")
_AND = regex("[、 和与及]+")
_HOW_MUCH = regex("多少|几")
_AND_ANOTHER = regex("呢[？?]?$")
_WHICH = regex("(?:哪|谁).{0,8}[快慢多少高低大小猛]")
_FOLD = 100
"""So many per cent are 倍."""


def answer_grown(since: Since, own: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """The growth since that year of each thing asked for; None where it is told of none or of but some."""
    alone = len(_HOW_MUCH.findall(since.asked)) == 1 and not _AND_ANOTHER.search(since.asked)
    if since.year is None or not since.change or not since.subject.years or not alone:
        return None  # 达到多少，增长几倍 is not told by a growth alone
    found = _each_its_own([list(_growths(since, thing, own, shelf)) for thing in _things(since)])
    told = [match for match in found if match is not None]
    if len(told) < len(found) or len({m.fact.ordinal for m in told}) < len(told):
        return None
    citer = Citer()
    text = "；".join(cited(m, citer) for m in told) + "。"
    if f"比{since.year}年" not in with_digits(text):
        text = f"与{since.year}年相比，{text}"
    return Draft(text + _ahead(since, told), True, "facts", citer, tuple(told))


def _things(since: Since) -> list[str]:
    """钢和原煤各增长多少: each thing, with what the last of them is measured by."""
    content = since.subject.content
    parts = [part for part in _AND.split(content) if part] if _EACH.search(since.asked) else []
    if len(parts) < _TWO:
        return [content]
    last = MEASURED.search(parts[-1])
    by = last.group() if last and last.start() else ""
    return [part if part.endswith(by) else part + by for part in parts]


_TWO = 2


def _each_its_own(growths: Sequence[Sequence[Match]]) -> list[Match | None]:
    """The growth of each thing; what fits one of them clearly better is no rival of the others' own."""
    best = [max(found, key=lambda m: m.score, default=None) for found in growths]
    told: list[Match | None] = []
    for number, found in enumerate(growths):
        others = [b for at, b in enumerate(best) if b is not None and at != number]
        left = [m for m in found if not any(_better_there(m, b) for b in others)]
        told.append(_one_of(left))
    return told


def _better_there(match: Match, there: Match) -> bool:
    return match.item is there.item and there.score > match.score + _AS_WELL


def _one_of(growths: Sequence[Match]) -> Match | None:
    """The best of what grew as one thing; None where another fits as well."""
    found = sorted(growths, key=lambda m: -m.score)
    for other in found[1:]:
        if other.score < found[0].score - _AS_WELL:
            break
        if (other.fact.normal, other.fact.base_unit) != (found[0].fact.normal, found[0].fact.base_unit):
            return None
    return found[0] if found else None


_AS_WELL = 0.03


def _growths(since: Since, thing: str, own: Sequence[ReportEntry], shelf: Shelf) -> Iterator[Match]:
    subject = replace(
        since.subject,
        content=thing,
        names=tuple(dict.fromkeys(m.name for m in find_names(thing))),
        years=(),
        span=None,
        report_years=(),
        unit="",
        measure="增速",
    )
    for entry in near_reports(since, own):
        evidence = shelf.evidence(entry)
        if len(thing) == 1:  # 钢, 煤: too short for its pairs to tell
            same = (item for item in evidence.facts if plain(item.fact.indicator) == thing)
            fitting = [Match(evidence, item, 1.0, 1.0, 1.0) for item in same]
        else:
            fitting = [
                m
                for m in rank(subject, Wanted((entry,), None, ""), shelf)
                if m.covered >= ENOUGH and m.strict >= ENOUGH_NEAR and not contrary(thing, m.fact)
            ]
        yield from (m for m in fitting if _as_asked(since, m) and _since_then(since, m))


def _as_asked(since: Since, match: Match) -> bool:
    """Whether a figure tells a growth, in the unit that is asked for where one is."""
    fact, unit = match.fact, since.subject.unit
    if fact.measure not in ("增速", "增量") or fact.year not in since.subject.years:
        return False
    rate = fact.base_unit in ("%", "倍")
    return rate if unit in ("", "%") else unit_fits(unit, fact.base_unit) > 0


def _since_then(since: Since, match: Match) -> bool:
    """Whether a growth is told against the year asked for, by the words before it or as its period."""
    fact = match.fact
    lead = with_digits(fold(tidy(match.evidence.report.text[fact.sentence_start : fact.start])))
    against = list(_AGAINST.finditer(lead))
    if against:
        return against[-1][1] == str(since.year)
    return len(fact.period) == len("1964-1974") and int(fact.period[:4]) - 1 == since.year


def _ahead(since: Since, told: Sequence[Match]) -> str:
    """Which of several grew the most, where that is asked for."""
    if len(told) < _TWO or not _WHICH.search(since.asked):
        return ""
    rates = [
        replace(m.fact, base_unit="%", normal=m.fact.normal * (_FOLD if m.fact.base_unit == "倍" else 1))
        for m in told
    ]
    if any(m.fact.base_unit not in ("%", "倍") for m in told):
        return ""
    first, word = foremost(rates, least=asks_least(since.asked), rate=True)
    names = "、".join(told[number].fact.indicator for number in first)
    return f"{word}的是{names}（{tidy(told[first[0]].fact.figure)}）。"
