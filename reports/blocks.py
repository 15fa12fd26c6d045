"""The blocks of a report: its paragraphs, cut where a head or an address stands in their midst."""

from __future__ import annotations

import re

from reports import heads
from reports.patterns import regex
from reports.repair import View

_NUMBER = "[一二三四五六七八九十]{1,3}"
_INLINE = regex(
    rf"(?<=[。！？!：）)])\s*(?:(?:{_NUMBER}、|[（(]{_NUMBER}[)）])(?!.{{0,2}}[；，])|各位代表[！!，,])"
)
_INLINE_FROM = 200  # paragraphs shorter than this hold no heads in their midst
_ADDRESS_FROM = 1000  # nor are shorter ones cut before an address
_SEEN_AHEAD = 4000


class _Expected:
    """The numbers that the heads of both levels have reached."""

    def __init__(self) -> None:
        self.main = 0
        self.sub = 0

    def read(self, found: tuple[int, int, int] | None) -> None:
        """Goes on from the label at the start of a paragraph."""
        if found and found[0] == heads.MAIN:
            self.main, self.sub = found[1], 0
        elif found and found[0] == heads.SUB:
            self.sub = found[1]

    def takes(self, found: tuple[int, int, int]) -> bool:
        """Whether a label in the midst of a paragraph goes on counting; one missing （三） may be lost."""
        rank, number, _ = found
        if rank == heads.MAIN:
            fits = number in (1, self.main + 1)
        else:
            fits = rank == heads.SUB and number in (1, self.sub + 1, self.sub + 2)
        if fits:
            self.read(found)
        return fits


def split_blocks(view: View) -> list[tuple[int, int]]:
    """The view ranges of the blocks in order.

    A head in the midst of a paragraph must follow a full stop and go on counting, so that an
    enumeration is none.
    """
    blocks = []
    expected = _Expected()
    for start, end in view.paragraphs:
        expected.read(heads.label(view.text[start : min(end, start + 16)]))
        at = start
        for match in _INLINE.finditer(view.text, start, end) if end - start >= _INLINE_FROM else ():
            if _begins(view.text, match, expected, end - start):
                blocks.append((at, match.start()))
                at = match.end() - len(match.group().lstrip())
        blocks.append((at, end))
    return [(a, b) for a, b in blocks if a < b]


def _begins(text: str, match: re.Match[str], expected: _Expected, length: int) -> bool:
    before = text[match.start() - 1]
    found = heads.label(match.group().strip())
    if not found:  # an address
        return length >= _ADDRESS_FROM and before in "。！？!"
    if before == "：" and not _goes_on(text, match.start(), found):
        return False
    return expected.takes(found)


def _goes_on(text: str, start: int, first: tuple[int, int, int]) -> bool:
    """Whether the first of a count after a colon (…以下工作：（一）…) is followed by a second head."""
    if first[1] != 1:
        return False
    second = r"[。！？\n]\s*二、" if first[0] == heads.MAIN else r"[。！？\n]\s*[（(]二[)）]"
    return bool(re.compile(second).search(text, start, start + _SEEN_AHEAD))
