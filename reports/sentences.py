"""Sentences: the unit of proof. They end at 。！？ or where their paragraph or head ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reports.patterns import regex
from reports.records import Section, Sentence
from reports.repair import View

LONGEST = 400
_CLOSERS = "”’」』）)》】〕\"'"
_END = regex(rf"[。！？!?]+[{_CLOSERS}]*")
_COMMA = regex(rf"[，、,][{_CLOSERS}]*|.{{{2 * LONGEST}}}")
_CLAUSE = regex(rf"[；;][{_CLOSERS}]*")


def split_sentences(view: View, sections: Sequence[Section]) -> tuple[Sentence, ...]:
    """The sentences of every section, as stored ranges, in order.

    Decimal points and labels such as ``1.`` end no sentence; ``；`` ends one only where it would
    otherwise be longer than ``LONGEST`` characters, ``，`` where it would be twice as long.
    A head is a sentence of its own.
    """
    found: list[Sentence] = []
    paragraph = 0
    for section in sections:
        start, body, end = (view.to_view(at) for at in (section.start, section.body, section.end))
        while paragraph < len(view.paragraphs) and view.paragraphs[paragraph][1] <= start:
            paragraph += 1
        at = paragraph
        while at < len(view.paragraphs) and view.paragraphs[at][0] < end:
            low, high = max(start, view.paragraphs[at][0]), min(end, view.paragraphs[at][1])
            cuts = [low, body, high] if low < body < high else [low, high]
            for a, b in pairwise(cuts):
                found += (
                    Sentence(*view.to_stored(c, d), section.ordinal) for c, d in _split(view.text, a, b)
                )
            at += 1
    return tuple(found)


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for a, b in _pieces(text, start, end, _END):
        if b - a <= LONGEST:
            yield a, b
            continue
        for c, d in _short_enough(list(_pieces(text, a, b, _CLAUSE))):
            if d - c <= 2 * LONGEST:
                yield c, d
            else:  # no report writes so: text without full stops
                yield from _short_enough(list(_pieces(text, c, d, _COMMA)))


def _pieces(text: str, start: int, end: int, mark: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The stripped runs of ``text[start:end]`` that end with ``mark``, without empty ones."""
    at = start
    for match in mark.finditer(text, start, end):
        # an exclamation or question inside quotation marks goes on: “怎么办？”的问题
        closes = match.group()[-1] in _CLOSERS
        if closes and match.end() < end and "。" not in match.group() and text[match.end()] not in " \n":
            continue
        yield from _stripped(text, at, match.end())
        at = match.end()
    yield from _stripped(text, at, end)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    run = text[start:end]
    if run.strip():
        yield start + len(run) - len(run.lstrip()), end - (len(run) - len(run.rstrip()))


def _short_enough(clauses: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Neighbouring clauses put together as long as they stay within ``LONGEST``."""
    start, end = clauses[0]
    for a, b in clauses[1:]:
        if b - start > LONGEST:
            yield start, end
            start = a
        end = b
    yield start, end
