"""What a name in quotation marks or a numbered name stands for: the notes, lists and items that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vectorstore.records import ReportEntry

from ..drafting.drafts import Draft, not_told, search_words
from ..evidence.prepared import Shelf
from ..questions.slots import Slots
from .chosen import passage_reports
from .itemized import answer_items
from .quoted import asks_what_they_are, is_written, listed_after, names_quoted, notes_on, spelled_after
from .runs import quoted
from .terms import explain, known, term_asked


def answer_quoted(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """What a name in quotation marks stands for, by the newest report that says so; None where none does."""
    names = names_quoted(slots.question)
    if slots.task in ("meta", "duty") or not asks_what_they_are(slots.question):
        return None
    for evidence in map(shelf.evidence, _newest(slots, own, shelf)):
        pieces = notes_on(names, evidence)
        if pieces := pieces or [p for name in names for p in spelled_after(name, evidence)]:
            return quoted(pieces)
    return None


def answer_unheard(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """What follows a quoted name and lists it; a refusal where no report writes the name; else None."""
    if slots.task in ("meta", "duty") or not asks_what_they_are(slots.question):
        return None
    reports = [shelf.evidence(entry) for entry in _newest(slots, own, shelf)]
    for evidence in reports:
        if pieces := listed_after(names_quoted(slots.question)[0], evidence):
            return quoted(pieces)
    names = [name for name in names_quoted(slots.question) if len(name) >= 3]
    unheard = any(not any(is_written(name, e) for e in reports) for name in names)
    return not_told(slots) if reports and unheard else None


def _newest(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> list[ReportEntry]:
    likely = shelf.narrow(search_words(slots), passage_reports(slots, own), 8)
    return sorted(likely, key=lambda e: -(e.identity.year or 0))


def answer_term(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """What a numbered name stands for; a refusal where its parts are asked for and no list gives them.

    None where the question asks for no such name, or another way may answer it.
    """
    items = answer_items(slots, passage_reports(slots, own), shelf)
    if items is not None:
        return quoted(items) if items else not_told(slots)
    term = term_asked(slots)
    if term is None:
        return None
    newest = _newest(slots, own, shelf)
    if pieces := explain(term, newest, shelf):
        return quoted(pieces)
    counted = re.match("大|场|张|座", term.noun) or len(term.noun) == 1 or not known(term, newest, shelf)
    named = not re.match("[所家位名款]", term.noun)  # 获批的两所学校 is no name
    return not_told(slots) if term.strict and counted and named else None
