"""Drafts that quote: whole runs of a report, or the clauses of one sentence that answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.patterns import regex

from ..drafting.citing import Citer
from ..drafting.drafts import Draft
from ..evidence.pieces import Piece
from ..questions.slots import Slots
from .essence import essence
from .ranking import Found

WHOLE = 160
"""A sentence up to so many characters is quoted whole where several things are asked for."""
PLURAL = regex("哪(?:几|些|[两三四五六七八九])")


def told_by(slots: Slots, found: Found) -> Draft:
    """The clauses of one sentence that answer, or the whole of one that is not long."""
    citer = Citer()
    mark = citer.cite(found.evidence, *found.span)
    # 是哪几家: which they are may stand in any clause of a sentence that is not long
    whole = PLURAL.search(slots.text) and len(found.text) <= WHOLE
    return Draft((found.text if whole else essence(slots, found)) + mark, True, "extractive", citer)


def quoted(pieces: Sequence[Piece]) -> Draft:
    """Each run on a line, with its mark."""
    citer = Citer()
    parts = [_ended(piece.text) + citer.cite(piece.evidence, piece.start, piece.end) for piece in pieces]
    return Draft("\n".join(parts), True, "extractive", citer)


def _ended(text: str) -> str:
    return text if re.search("[。！？；：:!?;”）)]$", text) else text.rstrip("，、") + "。"
