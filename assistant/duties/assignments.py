"""Who leads what, over all notices of a store: searched by who and by what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reports.records import Duty
from reports.repair import tidy
from reports.text import plain
from vectorstore.records import ReportEntry

from ..drafting.citing import Citer
from ..evidence.matching import sentence_coverage, weigh
from ..evidence.prepared import Evidence, Library
from ..questions.content import DUTY_WORDS
from ..records import Citation
from .duties import ENOUGH
from .holders import unit_forms


@dataclass(frozen=True, slots=True)
class Assignment:
    """A task of a 责任分解 notice with those who answer for it; ``citation`` is its run of the notice."""

    place: str
    year: int | None
    number: str
    task: str
    leaders: tuple[str, ...]
    lead_units: tuple[str, ...]
    units: tuple[str, ...]
    support_units: tuple[str, ...]
    deadline: str
    citation: Citation

    @property
    def holders(self) -> tuple[str, ...]:
        """All who answer for it, in the order of their weight."""
        return (*self.leaders, *self.lead_units, *self.units, *self.support_units)


Told = tuple[ReportEntry, Duty]


def assignments(
    library: Library, duties: Iterable[tuple[str, Duty]], who: str = "", words: str = ""
) -> tuple[Assignment, ...]:
    """The tasks of ``who`` (a person or a unit, in part or whole) that speak of ``words``; empty takes any.

    Tasks that hold every word stand in the notice's order; where none does, those that cover the words
    as the chat understands them, best first.
    """
    entries = {entry.id: entry for entry in library.entries()}
    told = [
        (entries[i], duty) for i, duty in duties if i in entries and (not who or _is_held(duty, plain(who)))
    ]
    kept: dict[str, Evidence] = {}

    def evidence(entry: ReportEntry) -> Evidence:
        if entry.id not in kept:
            kept[entry.id] = Evidence(entry, library.report(entry.id))
        return kept[entry.id]

    terms = [term for term in map(plain, words.split()) if term]
    found = [one for one in told if all(term in plain(tidy(one[1].task)) for term in terms)]
    citer = Citer()
    return tuple(
        _assignment(entry, duty, evidence(entry), citer)
        for entry, duty in found or _covering(told, words, evidence)
    )


def _is_held(duty: Duty, who: str) -> bool:
    """Whether one of those who answer for it is ``who``: 科技局 is 区科技局, 区科技局的 too."""
    names = (*duty.leaders, *duty.lead_units, *duty.units, *duty.support_units)
    return any(who in plain(name) or any(form in who for form in unit_forms(plain(name))) for name in names)


def _covering(told: Sequence[Told], words: str, evidence: Callable[[ReportEntry], Evidence]) -> list[Told]:
    content = DUTY_WORDS.sub(" ", plain(words)).strip()
    hits = []
    for at, (entry, duty) in enumerate(told):
        own = evidence(entry)
        need = weigh(content, own)
        if need.says_something:
            path = own.paths.get(duty.section, "")
            covered = sentence_coverage(need, [(plain(tidy(duty.task)), 1.0), (path, 0.7)])
            if covered >= ENOUGH:
                hits.append((-covered, at))
    return [told[at] for _, at in sorted(hits)]


def _assignment(entry: ReportEntry, duty: Duty, evidence: Evidence, citer: Citer) -> Assignment:
    return Assignment(
        entry.identity.place,
        entry.identity.year,
        duty.number,
        tidy(duty.task),
        duty.leaders,
        duty.lead_units,
        duty.units,
        duty.support_units,
        duty.deadline,
        citer.citation(evidence, duty.start, duty.end),
    )
