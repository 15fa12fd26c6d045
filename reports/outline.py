"""The outline: which stretch of a report stands under which heads."""

from __future__ import annotations

from dataclasses import dataclass, field

from reports.marks import find_marks
from reports.records import Section
from reports.repair import View


@dataclass
class _Open:
    """The heads that are open, outermost first."""

    ranks: list[int] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)

    def push(self, rank: int, title: str) -> None:
        self.close(rank)
        self.ranks.append(rank)
        self.titles.append(title)

    def close(self, rank: int) -> None:
        while self.ranks and self.ranks[-1] >= rank:
            self.ranks.pop()
            self.titles.pop()


def outline(view: View) -> tuple[Section, ...]:
    """The sections of a view in order, contiguous, covering the whole stored text.

    Text before the first head is a section with the empty path. A paragraph that leaves a run-in
    head or the numbered points behind (各位代表！…) opens another section of the enclosing head.
    """
    opened = _Open()
    found: list[tuple[int, int, tuple[str, ...]]] = []
    for mark in find_marks(view):
        if mark.title:
            opened.push(mark.rank, mark.title)
        else:
            opened.close(mark.rank)
        path = tuple(opened.titles)
        if mark.title or (found and found[-1][2] != path):
            found.append((mark.start, mark.body, path))
    return _sections(view, found)


def _sections(view: View, found: list[tuple[int, int, tuple[str, ...]]]) -> tuple[Section, ...]:
    """``found`` holds (start, body, path) in view positions, in order."""
    if not found or found[0][0] > 0:
        found.insert(0, (0, 0, ()))
    starts = [0, *(view.to_stored(start, start)[0] for start, _, _ in found[1:]), view.length]
    sections = []
    for ordinal, (start, body, path) in enumerate(found):
        begin, end = starts[ordinal], starts[ordinal + 1]
        inside = view.to_stored(body, body)[0] if body > start else begin
        sections.append(Section(ordinal, path, begin, min(max(inside, begin), end), end))
    return tuple(sections)
