"""Chunks: whole sentences of one section, the passages that are searched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reports.records import Chunk, Section, Sentence


def make_chunks(
    text: str,
    sections: Sequence[Section],
    sentences: Sequence[Sentence],
    *,
    target: int = 300,
    limit: int = 400,
) -> tuple[Chunk, ...]:
    """Chunks of about ``target`` and at most ``limit`` characters of the stored ``text``, in order.

    A section that fits stays whole; a longer one is cut between sentences into parts of like size.
    Only a single sentence may be longer than ``limit``. A head right before a deeper one makes no
    chunk of its own: it stands in the paths of the chunks below it.
    """
    found: list[Chunk] = []
    for ordinal, group in groupby(sentences, key=lambda sentence: sentence.section):
        section, inside = sections[ordinal], list(group)
        if inside[-1].end <= section.body and _leads(section, sections):
            continue
        for part in _parts(inside, target, limit):
            start, end = part[0].start, part[-1].end
            found.append(Chunk(len(found), ordinal, section.path, start, end, text[start:end]))
    return tuple(found)


def _leads(section: Section, sections: Sequence[Section]) -> bool:
    """Whether the section after this one stands under its head."""
    after = sections[section.ordinal + 1 : section.ordinal + 2]
    return bool(after) and after[0].level > section.level and after[0].path[: section.level] == section.path


def _parts(sentences: list[Sentence], target: int, limit: int) -> Iterator[list[Sentence]]:
    """Runs of sentences; each is closed once it has reached its share of what is left."""
    last = sentences[-1].end
    part: list[Sentence] = []
    share = 0.0
    for sentence in sentences:
        if part and (sentence.end - part[0].start > limit or _nearer(part, sentence, share)):
            yield part
            part = []
        if not part:
            left = last - sentence.start
            share = left if left <= limit else left / max(2, round(left / target))
        part.append(sentence)
    if part:
        yield part


def _nearer(part: list[Sentence], sentence: Sentence, share: float) -> bool:
    """Whether a part is nearer to its share without ``sentence`` than with it."""
    without = part[-1].end - part[0].start
    return sentence.end - part[0].start - share > share - without > -share and without >= share / 2
