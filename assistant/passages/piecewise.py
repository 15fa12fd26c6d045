"""Questions of two things that no one sentence tells: the best sentence of each (照顾老人和带娃)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reports.patterns import regex
from reports.text import plain
from vectorstore.records import ReportEntry

from ..drafting.drafts import Draft, search_words
from ..evidence.matching import sentence_coverage
from ..evidence.pieces import Piece, piece_of
from ..evidence.prepared import Shelf
from ..questions.content import content_of
from ..questions.places import short_name
from ..questions.slots import Slots
from .chosen import passage_reports
from .going_on import going_on
from .parallel import parallel_heads
from .presupposed import borne_out
from .ranking import Found, find_sentences
from .topics import weigh_open
from .topics_joined import told_of_each

_OPEN = regex("哪|什么|怎|如何|为何|谁")
_FIGURE = regex("多少|几[个家项条座人件]|百分之")
_CLAUSE = regex("[，,；;。？?]")
_ENOUGH = 0.75
_MOST = 3
_SPOKEN_OF = 0.4
_HEAD = 40


def piecewise(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf, limit: int) -> list[Piece]:
    """The best sentence of each part of a question, in their order; empty where one has none.

    The parts are the clauses that ask, or else the topics joined in what is asked.
    """
    chosen: list[Found] = []
    parts = _parts(slots)
    if not parts:
        return told_of_each(slots, entries, shelf, limit)
    heads: dict[int, list[Piece]] = {}
    for number, (text, content) in enumerate(parts):
        part = replace(slots, text=text, content=content)
        best = next(iter(find_sentences(part, entries, shelf)), None)
        if best is None or best.covered < _ENOUGH or not borne_out(part, best):
            return []
        chosen.append(best)
        heads[number] = parallel_heads(part, best, limit)
    pieces = list(dict.fromkeys(piece_of(f.evidence, f.index) for f in chosen))
    room = limit - sum(len(piece.text) for piece in pieces)
    if len(pieces) < 2 or room < 0:
        return []
    told: list[Piece] = []
    for number, f in enumerate(chosen):
        if heads[number]:
            told += heads[number]
            continue
        told.append(piece_of(f.evidence, f.index))
        share = room // (len(chosen) - number)
        # a head alone tells little: what goes on with it
        for index in going_on(f) if len(f.text) <= _HEAD else ():
            piece = piece_of(f.evidence, index)
            if len(piece.text) > share or piece in pieces:
                break
            share, room = share - len(piece.text), room - len(piece.text)
            told.append(piece)
    return list(dict.fromkeys(told))


def clause_untold(slots: Slots, found: Sequence[Found], pieces: Sequence[Piece]) -> bool:
    """Whether what one of the clauses asks is not spoken of in the pieces."""
    evidence = found[0].evidence
    zones = [(plain(piece.text), 1.0) for piece in pieces]
    needs = [weigh_open(content, evidence) for _, content in _parts(slots)]
    return any(n.says_something and sentence_coverage(n, zones) < _SPOKEN_OF for n in needs)


def with_open_clause(slots: Slots, draft: Draft, own: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    """A figure's answer with the best sentence of each clause that asks how (如何深化改革，目标是多少).

    So it stands where it speaks of that itself, or where no sentence tells it plainly.
    """
    if not draft.answered or slots.task != "figure" or slots.parts or len(slots.places) != 1:
        return draft
    text = draft.text
    for clause, content in _asking(slots):
        part = replace(slots, text=clause, content=content, task="open", measure="", unit="")
        chosen = shelf.narrow(search_words(part), passage_reports(part, own), 8)
        best = next(iter(find_sentences(part, chosen, shelf)), None)
        if best is None or best.covered < _ENOUGH or not borne_out(part, best):
            return draft
        need = weigh_open(content, best.evidence)
        if not need.says_something or sentence_coverage(need, [(plain(draft.text), 1.0)]) >= _SPOKEN_OF:
            return draft
        pieces = [piece_of(best.evidence, i) for i in (best.index, *_going_on(best))]
        text += "".join(f"\n{p.text}{draft.citer.cite(p.evidence, p.start, p.end)}" for p in pieces)
    return draft if text == draft.text else replace(draft, text=text, mode="extractive")


def _going_on(found: Found) -> list[int]:
    """The sentence after a head, which alone tells little."""
    head = len(found.text) <= _HEAD and not re.search(r"\d", found.text)
    return going_on(found)[:1] if head else []


def _parts(slots: Slots) -> list[tuple[str, str]]:
    """(text, content) of each clause that asks, where more than one does."""
    parts = _asking(slots)
    told = len(parts) > 1 and all(
        len(content.replace(" ", "")) >= _LEAST - ("方面" in clause) for clause, content in parts
    )
    return parts[:_MOST] if told else []


def _asking(slots: Slots) -> list[tuple[str, str]]:
    """(text, content) of each clause that asks and asks for no figure."""
    parts: list[tuple[str, str]] = []
    before = ""
    for clause in _CLAUSE.split(slots.text):
        clause = _BESIDES.sub("", clause)
        content = content_of(_without_place(slots, clause), slots.task)
        if not _OPEN.search(clause) or _FIGURE.search(clause):
            before = clause
            continue
        if len(content.replace(" ", "")) < _LEAST and before:
            # 骑手的权益，打算怎么管: what it is about stands before
            clause = f"{before}，{clause}"
            content = content_of(_without_place(slots, clause), slots.task)
        parts.append((clause, content))
        before = ""
    return parts


_LEAST = 3
_BESIDES = regex("^(?:还有|另外|此外|以及)")


def _without_place(slots: Slots, clause: str) -> str:
    for place in slots.places:
        clause = clause.replace(place, " ").replace(plain(short_name(place)), " ")
    return re.sub(r"\d{4}年?|[今明去]年", " ", clause)
