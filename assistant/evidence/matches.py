"""A figure found for a question: the record that choosing hands to answering."""

from __future__ import annotations

from dataclasses import dataclass

from reports.records import Fact

from .prepared import Evidence, FactText


@dataclass(frozen=True, slots=True)
class Match:
    """A fact that fits the question. ``covered`` is the share of the question's words it covers.

    ``foreign`` where what it covers of them speaks of another matter: it comes near, and answers never.
    """

    evidence: Evidence
    item: FactText
    covered: float
    score: float
    strict: float = 0.0
    foreign: bool = False

    @property
    def fact(self) -> Fact:
        """The fact itself."""
        return self.item.fact
