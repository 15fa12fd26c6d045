"""What a later report tells of a year that has no report of its own: the sentence that names that year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vectorstore.records import ReportEntry

from ..drafting.drafts import Draft, search_words
from ..evidence.prepared import Shelf
from ..questions.slots import Slots
from .presupposed import borne_out, little_told, name_lost
from .ranking import find_sentences
from .runs import told_by

_ENOUGH = 0.75
_MOST = 4


def told_later(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """The sentence of a later report that names the one year asked about; None where none tells enough."""
    if len(slots.years) != 1 or slots.report_years or slots.relative:
        return None
    year = slots.years[0]
    later = [e for e in own if (e.identity.year or 0) > year]
    asked = replace(slots, years=(), nature="")
    for entry in sorted(shelf.narrow(search_words(slots), later, _MOST), key=lambda e: e.identity.year or 0):
        for found in find_sentences(asked, [entry], shelf):
            named = f"{year}年" in found.evidence.sentences[found.index]
            lost = name_lost(asked, found) or little_told(asked, found) or not borne_out(asked, found)
            if named and found.covered >= _ENOUGH and not lost:
                return told_by(asked, found)
    return None
