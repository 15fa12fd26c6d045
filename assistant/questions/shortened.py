"""A question without the words that say nothing of what is asked: 我在写论文，需要…，麻烦告知.

Which characters may go is learned: a linear-chain conditional random field (Lafferty et al. 2001,
``python-crfsuite``) over the characters, trained by ``python -m assistant.training.forms`` on forms of
questions whose shortest form with the same answer is known. Places and years are one sign each to it,
and always stay.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from reports.genre import genre_pairs
from reports.patterns import regex
from reports.text import fold

from .places import PlaceIndex, signed

MODEL = Path(__file__).with_name("shortened.crfsuite")
KEPT, DROPPED = "K", "D"
SAYS_NOTHING = 0.5
"""From this likelihood on a character is left out."""
PLACE, YEAR = "Ⓟ", "Ⓨ"
_YEAR = regex(r"(?<!\d)(?:19|20)\d{2}年")
# How many there are in all is another figure than how many were added.
_IN_ALL = regex("(?:一|总)共|累计|[总合]计|现有|总数|新增|新建")
_CLAUSE_ENDS = frozenset("，。,？?！!：:；;—\n")


def shortened(question: str, places: PlaceIndex) -> str:
    """``question`` without the characters that say nothing of what is asked."""
    signs, spans = signs_and_spans(question, places)
    if not signs:
        return question
    tagger = _tagger()
    tagger.set(features(signs))
    stays = {i for i, sign in enumerate(signs) if sign in (PLACE, YEAR)}
    stays |= {i for m in _IN_ALL.finditer(signs) for i in range(m.start(), m.end())}
    return "".join(
        question[start:end]
        for i, (start, end) in enumerate(spans)
        if i in stays or tagger.marginal(DROPPED, i) < SAYS_NOTHING
    )


def features(signs: str) -> list[list[str]]:
    """What the field sees of each character: those around it, its clause, and whether reports pair it so."""
    genre, clauses, of = genre_pairs(), [set[str]()], list[int]()
    for char in signs:
        of.append(len(clauses) - 1)
        clauses[-1].add(char)
        if char in _CLAUSE_ENDS:
            clauses.append(set())
    padded = f"^^^{signs}$$$"
    seen = []
    for i in range(len(signs)):
        around = padded[i : i + 7]
        clause = clauses[of[i]]
        seen.append(
            [
                "bias",
                *(f"{n}={c}" for n, c in enumerate(around)),
                *(f"{a}:{b}={around[a:b]}" for a, b in _WINDOWS),
                f"genre={around[2:4] in genre:d}{around[3:5] in genre:d}",
                f"clause={PLACE in clause:d}{YEAR in clause:d}{PLACE in signs or YEAR in signs:d}",
                "first" if of[i] == 0 else "last" if of[i] == of[-1] else "between",
                f"from={min(i, _FAR)}",
                f"to={min(len(signs) - 1 - i, _FAR)}",
            ]
        )
    return seen


_WINDOWS = ((2, 4), (3, 5), (2, 5), (1, 4), (3, 6), (4, 6), (1, 3))
"""Runs of characters in the seven around one, itself the fourth."""
_FAR = 4


def signs_and_spans(question: str, places: PlaceIndex) -> tuple[str, list[tuple[int, int]]]:
    """The question with one sign for each place and year, and the span of each of its characters."""
    rest = places.find(fold(question)).rest
    if len(rest) != len(question):
        rest = question  # folding may change the length
    masked = signed(question, rest, PLACE)
    runs = [(m.start(), m.end(), YEAR) for m in _YEAR.finditer(masked)]
    runs += [(m.start(), m.end(), PLACE) for m in re.finditer(f"{PLACE}+", masked)]
    signs, spans, at = "", list[tuple[int, int]](), 0
    for start, end, sign in [*sorted(runs), (len(masked), len(masked), "")]:
        spans += [(i, i + 1) for i in range(at, start)]
        signs += masked[at:start] + sign
        spans += [(start, end)] if sign else []
        at = end
    return signs, spans


@lru_cache(maxsize=1)
def _tagger() -> Any:
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open(str(MODEL))
    return tagger
