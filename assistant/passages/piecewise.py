"""Questions of two things that no one sentence tells: the best sentence of each (照顾老人和带娃)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reports.patterns import regex
from reports.text import plain
from vectorstore.records import ReportEntry

from ..evidence.pieces import Piece, piece_of
from ..evidence.prepared import Shelf
from ..questions.content import content_of
from ..questions.places import short_name
from ..questions.slots import Slots
from .presupposed import borne_out
from .ranking import Found, find_sentences
from .topics_joined import told_of_each

_OPEN = regex("哪|什么|怎|如何|为何|谁")
_FIGURE = regex("多少|几[个家项条座人件]|百分之")
_CLAUSE = regex("[，,；;。？?]")
_ENOUGH = 0.75
_MOST = 3


def piecewise(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf, limit: int) -> list[Piece]:
    """The best sentence of each part of a question, in their order; empty where one has none.

    The parts are the clauses that ask, or else the topics joined in what is asked.
    """
    chosen: list[Found] = []
    parts = _parts(slots)
    if not parts:
        return told_of_each(slots, entries, shelf, limit)
    for text, content in parts:
        part = replace(slots, text=text, content=content)
        best = next(iter(find_sentences(part, entries, shelf)), None)
        if best is None or best.covered < _ENOUGH or not borne_out(part, best):
            return []
        chosen.append(best)
    pieces = list(dict.fromkeys(piece_of(f.evidence, f.index) for f in chosen))
    return pieces if len(pieces) > 1 and sum(len(p.text) for p in pieces) <= limit else []


def _parts(slots: Slots) -> list[tuple[str, str]]:
    """(text, content) of each clause that asks."""
    clauses = [c for c in _CLAUSE.split(slots.text) if _OPEN.search(c) and not _FIGURE.search(c)]
    if len(clauses) < 2:
        return []
    parts = [(c, content_of(_without_place(slots, c), slots.task)) for c in clauses[:_MOST]]
    return parts if all(len(content.replace(" ", "")) >= _LEAST for _, content in parts) else []


_LEAST = 3


def _without_place(slots: Slots, clause: str) -> str:
    for place in slots.places:
        clause = clause.replace(place, " ").replace(plain(short_name(place)), " ")
    return re.sub(r"\d{4}年?", " ", clause)
