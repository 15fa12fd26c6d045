"""Makes citations: numbered runs of the stored text."""

from __future__ import annotations

from bisect import bisect_right

from reports.patterns import regex

from ..evidence.matches import Match
from ..evidence.prepared import Evidence
from ..records import Citation

_NEXT_FIGURE = regex(r"(?<=\d)\s*[,，]\s*\d")
_FIGURE_BEFORE = regex(r"\d\s*[,，]\s*$")


class Citer:
    """Numbers the sentences that an answer cites; the same run gets the same number."""

    def __init__(self) -> None:
        self._citations: list[Citation] = []
        self._numbers: dict[tuple[str, int, int], int] = {}

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations made, in the order of their numbers."""
        return tuple(self._citations)

    def cite(self, evidence: Evidence, start: int, end: int) -> str:
        """The mark (``[1]``) of the run ``[start, end)`` of a report's stored text."""
        return f"[{self.citation(evidence, start, end).number}]"

    def cite_figure(self, match: Match) -> str:
        """The mark of the sentence that a figure stands in.

        Where but a comma parts it from another one (全市第2，5项指标), the run begins or ends between them.
        """
        fact, text = match.fact, match.evidence.report.text
        parted = _NEXT_FIGURE.match(text, fact.end)
        begun = _FIGURE_BEFORE.search(text, max(0, fact.start - 3), fact.start)
        return self.cite(
            match.evidence,
            fact.start if begun else fact.sentence_start,
            fact.end if parted else fact.sentence_end,
        )

    def citation(self, evidence: Evidence, start: int, end: int) -> Citation:
        """The citation of the run ``[start, end)`` of a report's stored text."""
        report, identity = evidence.report, evidence.entry.identity
        key = (report.id, start, end)
        if key not in self._numbers:
            number = len(self._citations) + 1
            self._numbers[key] = number
            self._citations.append(
                Citation(
                    number=number,
                    report_id=report.id,
                    source=report.source,
                    title=identity.title or f"{identity.place}{identity.kind}",
                    place=identity.place,
                    report_year=identity.year,
                    section=section_path(evidence, start),
                    quote=report.text[start:end],
                    start=start,
                    end=end,
                    page=report.page_of(start),
                )
            )
        return self._citations[self._numbers[key] - 1]


def section_path(evidence: Evidence, offset: int) -> tuple[str, ...]:
    """The heads above ``offset``."""
    sections = evidence.report.sections
    at = bisect_right([s.start for s in sections], offset) - 1
    return sections[at].path if at >= 0 else ()
