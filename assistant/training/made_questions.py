"""Questions made of the figures of reports: by names that a report has, and by names that it has not."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence

from reports.patterns import regex
from reports.records import Fact, Report
from reports.text import plain

from ..scoring import Gold

OWN, ABSENT = 6, 12
"""Questions to a report: of figures by their own names, and of names that it does not have."""
_CHINESE = regex(r"[一-鿿]+")


def _named(facts: Iterable[Fact]) -> list[Fact]:
    """The facts with a name to ask by, of one year."""
    return [
        f
        for f in facts
        if _CHINESE.fullmatch(f.indicator)
        and 4 <= len(f.indicator) <= 10
        and f.measure in ("水平", "增速")
        and f.unit
        and f.year
        and len(f.period) == 4
        and not re.search("年均|累计|(?:从|由)$", f.before)
    ]


def made_questions(reports: Sequence[Report], chance: random.Random) -> Iterator[tuple[Gold, str]]:
    """Questions of figures by their own names (``own``), and by names the report has not (``absent``)."""
    known = [r for r in reports if r.identity.place and r.identity.year]
    for report in known:
        place, year, text = report.identity.place, report.identity.year, plain(report.text)
        facts = _named(report.facts)
        for fact in chance.sample(facts, min(OWN, len(facts))):
            aim = "目标" if fact.nature == "目标" else ""
            asks = "增长多少" if fact.measure == "增速" else "是多少"
            yield _gold(f"{place}{fact.year}年{fact.indicator}{aim}{asks}", fact.figure), "own"
        for _ in range(ABSENT):
            other = chance.choice(known)
            foreign = [
                f
                for f in _named(other.facts)
                if not f.name
                and plain(f.indicator) not in text
                and other.identity.place[:2] not in f.indicator
            ]
            if foreign:
                fact = chance.choice(foreign)
                asks = "增长多少" if fact.measure == "增速" else f"有多少{fact.unit}"
                yield _gold(f"{place}{(year or 1) - 1}年{fact.indicator}{asks}", ""), "absent"


def _gold(question: str, figure: str) -> Gold:
    return Gold("", "value", question, [[figure]] if figure else [], [], [], bool(figure), [])
