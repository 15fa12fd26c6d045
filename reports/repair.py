"""Undoing what printing did to a text: the *view*, a reading text with a map to the stored text.

A view only leaves characters of the stored text out (line breaks inside a sentence, page numbers,
spaces between Chinese and figures), so that whatever is found in it can be quoted from the stored
text. Whether a document's lines are broken is decided once per document (`reports.layout`).
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass

from reports.layout import join_lines
from reports.patterns import regex

ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
ZERO_WIDTH += "\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # marks of direction
_HAN = "\u3400-\u9fff\uf900-\ufaff〇"
_GAP = regex(rf"[\s{ZERO_WIDTH}]+")
_SPACED = regex(rf"(?<![^\s])[{_HAN}](?:[^\S\n]+[{_HAN}](?![^\s]))+")
_SUBSCRIPT = regex(r"_\{([^{}\n]{1,8})\}|(?<=[A-Za-z])_(?=\d)|\*\*|^#{1,6}[ \t　]+")
_PAGE_INSIDE = regex(r"(?<=\s)[-—–]\s?\d{1,3}\s?[-—–](?=\s)")
_WIDE = regex(r"[\u2000-\u200a\u3000]{2,}|\s{4,}")
_BODY = regex(r"[，。；！？,;]")
# 1 9 9 7 年, 2 2 ．4 万件: some print every digit by itself.
_SPREAD = regex(rf"(?<![A-Za-z0-9.．])\d(?: ?[.．] ?\d| \d)+(?= ?[{_HAN}％%‰])")
# 2 016年: a year that a line of print has torn.
_TORN_YEAR = regex(r"(?<!\d)(?<!\d[ .])(?:[12] [09]\d\d|(?:19|20) \d\d|(?:19|20)\d \d)(?= ?年)")
# 完成40.8 2 亿元, 增长15. 3%: of prose, where no two figures stand side by side.
_TORN = regex(rf"(?<=[{_HAN}]) ?\d+(?:(?: | ?[.．] ?)\d+)+(?! ?年)(?= ?[{_HAN}％%‰])")
_TWO_POINTS = regex("[.．].*[.．]")
_TWO_DIGITS = regex(r" ?\d \d")  # 引进2 3个项目 may have lost the sign between them
_WHOLE_NUMBER = regex(r"\d\d")
_LONG_LINE = 200


@dataclass(frozen=True, slots=True)
class View:
    """A reading text and where each of its characters stands in the stored text.

    ``text[i] == stored[offsets[i]]`` for every i. ``paragraphs`` are half-open ranges of ``text``,
    in order; between two of them stands one kept character: a line break, or a space where the
    stored text has whole paragraphs on one line. ``length`` is that of the stored text.
    """

    text: str
    offsets: array[int]
    paragraphs: tuple[tuple[int, int], ...] = ()
    length: int = 0

    def to_stored(self, start: int, end: int) -> tuple[int, int]:
        """The half-open stored range of the half-open view range ``[start, end)``."""
        if start >= len(self.offsets):
            last = self.offsets[-1] + 1 if self.offsets else 0
            return last, last
        first = self.offsets[start]
        return first, (self.offsets[end - 1] + 1 if end > start else first)

    def to_view(self, offset: int) -> int:
        """The first view position at or after the stored ``offset``."""
        return bisect_left(self.offsets, offset)


def repair(text: str, *, excerpt: bool = False) -> View:
    """The view of a stored text, in time linear in its length; ``excerpt`` for a run of one."""
    paragraphs = join_lines(text, excerpt=excerpt)
    offsets: array[int] = array("l")
    parts: list[str] = []
    ranges: list[tuple[int, int]] = []
    size = 0
    for number, lines in enumerate(paragraphs):
        if number:  # the line break that ends the paragraph before
            offsets.append(paragraphs[number - 1][-1][1])
            parts.append(text[offsets[-1]])
            size += 1
        begin = size
        where: array[int] = array("l")
        for start, end in lines:
            where.extend(range(start, end))
        joined = "".join(text[start:end] for start, end in lines)
        for start, end, breaks in _kept_runs(joined):
            if breaks:
                ranges.append((begin, size))
                begin = size + (end - start)
            parts.append(joined[start:end])
            offsets.extend(where[start:end])
            size += end - start
        ranges.append((begin, size))
    return View("".join(parts), offsets, tuple(r for r in ranges if r[0] < r[1]), len(text))


def tidy(text: str) -> str:
    """A stored run on one line: broken lines joined, no page numbers, no spaces inside Chinese."""
    view = repair(text, excerpt=True)
    return " ".join(view.text[start:end] for start, end in view.paragraphs)


def _kept_runs(paragraph: str) -> list[tuple[int, int, bool]]:
    """The ranges of a joined paragraph that stay; True marks a kept break between paragraphs."""
    cuts = _spaces(paragraph)
    for match in _SUBSCRIPT.finditer(paragraph):
        if match.group(1):
            cuts += [(match.start(), match.start(1), 0), (match.end(1), match.end(), 0)]
        else:
            cuts.append((*match.span(), 0))
    if len(paragraph) > _LONG_LINE:
        cuts += [(*match.span(), 0) for match in _PAGE_INSIDE.finditer(paragraph)]
    runs: list[tuple[int, int, bool]] = []
    done = 0
    for start, end, kept in sorted(cuts):
        if start < done:  # a space inside a subscript's braces
            continue
        if start > done:
            runs.append((done, start, False))
        if kept:
            runs.append((start, start + 1, kept == 2))
        done = end
    if done < len(paragraph):
        runs.append((done, len(paragraph), False))
    return runs


def _is_one_figure(torn: str) -> bool:
    """Whether what stands between spaces can only be the pieces of one figure."""
    return not (_TWO_POINTS.search(torn) or _TWO_DIGITS.fullmatch(torn))


def _spaces(paragraph: str) -> list[tuple[int, int, int]]:
    """Runs of space: (start, end, kept), kept 0 (dropped), 1 (one space) or 2 (a paragraph break)."""
    long = len(paragraph) > _LONG_LINE
    body = long or bool(_BODY.search(paragraph))
    spaced = [] if body else [match.span() for match in _SPACED.finditer(paragraph)]
    spread = [] if _WHOLE_NUMBER.search(paragraph) else [m.span() for m in _SPREAD.finditer(paragraph)]
    torn = [*_TORN_YEAR.finditer(paragraph)]
    if body:
        torn += (m for m in _TORN.finditer(paragraph) if _is_one_figure(m.group()))
    inside = {at for m in torn for at in range(m.start() + 1, m.end())}
    found = []
    for match in _GAP.finditer(paragraph):
        start, end = match.span()
        before, after = paragraph[start - 1 : start], paragraph[end : end + 1]
        while spread and spread[0][1] <= start:
            del spread[0]
        if not match.group().strip(ZERO_WIDTH) or (spread and spread[0][0] < start) or start in inside:
            kept = 0
        elif long and _WIDE.search(match.group()) and before and after:
            kept = 2
        elif before.isascii() and after.isascii() and before.isalnum() and after.isalnum():
            kept = 0 if before.isalpha() != after.isalpha() else 1
        elif before in ".．" and after.isdigit():
            kept = 1  # a label before a figure: "1. 5G" is not 1.5
        elif body or before.isdigit() or before == "}" or after.isdigit():
            kept = 0
        else:
            kept = 0 if any(a <= start < b for a, b in spaced) else int(bool(before and after))
        if kept and paragraph[start] in ZERO_WIDTH:
            kept = 0
        found.append((start, end, kept))
    return found
