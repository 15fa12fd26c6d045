"""The reading order of recognised pieces of text: columns left to right, lines top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_COLUMN = 8  # a newspaper column is at least so many line heights wide; a table's cells are narrower
_LINES = 3  # and holds at least so many lines
_GUTTER = 0.8  # empty space between columns, in line heights


@dataclass(frozen=True, slots=True)
class Box:
    """A piece of text and where it stands on the page, in pixels from the top left."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def width(self) -> float:
        return self.right - self.left


def reading_order(boxes: Sequence[Box]) -> list[str]:
    """The lines of text that ``boxes`` make up, in reading order."""
    if not boxes:
        return []
    height = median(box.height for box in boxes)
    return [line for block in _blocks(list(boxes), height) for line in _lines(block, height)]


def _blocks(boxes: list[Box], height: float) -> list[list[Box]]:
    """Cuts the page into columns, and above and below where something spans the columns."""
    columns = _columns(boxes, height)
    if len(columns) > 1:
        return [block for column in columns for block in _blocks(column, height)]
    # A head over two columns hides their gutter: set the full-width boxes apart and try again.
    ordered = sorted(boxes, key=lambda box: box.top)
    for cut in range(1, len(ordered) - 2 * _LINES + 1):
        above, below = ordered[:cut], ordered[cut:]
        if max(box.bottom for box in above) > below[0].top + height / 2:
            continue
        columns = _columns(below, height)
        if len(columns) > 1:
            return [above, *(block for column in columns for block in _blocks(column, height))]
    return [boxes]


def _columns(boxes: list[Box], height: float) -> list[list[Box]]:
    """``boxes`` parted at the empty vertical strips, or all together where that makes no columns."""
    parts: list[list[Box]] = []
    edge = float("-inf")
    for box in sorted(boxes, key=lambda box: box.left):
        if box.left - edge > height * _GUTTER or not parts:
            parts.append([])
        parts[-1].append(box)
        edge = max(edge, box.right)
    if all(_is_column(part, height) for part in parts):
        return parts
    return [boxes]


def _is_column(boxes: list[Box], height: float) -> bool:
    return len(boxes) >= _LINES and median(box.width for box in boxes) >= height * _COLUMN


def _lines(boxes: list[Box], height: float) -> list[str]:
    """Boxes at the same height are one line; a gap of about a character shows as a space."""
    rows: list[list[Box]] = []
    for box in sorted(boxes, key=lambda box: box.top + box.bottom):
        if rows and _same_row(rows[-1], box):
            rows[-1].append(box)
        else:
            rows.append([box])
    return [_join(sorted(row, key=lambda box: box.left), height) for row in rows]


def _same_row(row: list[Box], box: Box) -> bool:
    last = row[-1]
    overlap = min(last.bottom, box.bottom) - max(last.top, box.top)
    return overlap > min(last.height, box.height) / 2


def _join(row: list[Box], height: float) -> str:
    text = row[0].text
    for left, right in pairwise(row):
        text += (" " if right.left - left.right > height * _GUTTER else "") + right.text
    return text
