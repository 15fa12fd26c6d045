"""How words fall on others: what is replaced, put ahead, left out between."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from .covering import GAP, Zone, letters


def replaced(words: str, told: str) -> int:
    """How many characters of ``words`` stand in the place of others of ``told``: 出 for 入 in 出境游客."""
    worst = 0
    for part in words.split(GAP):
        for other in told.split(GAP):
            for block in _opcodes(part, other):
                worst = max(worst, block)
    return worst


@lru_cache(maxsize=4096)
def _opcodes(part: str, other: str) -> tuple[int, ...]:
    """The sizes of the runs of ``part`` that replace runs of ``other`` beside what both have."""
    if len(part) < 3 or len(other) < 3:
        return ()
    codes = SequenceMatcher(None, part, other, autojunk=False).get_opcodes()
    same = sum(j - i for tag, i, j, _, _ in codes if tag == "equal")
    if same < 2:
        return ()
    return tuple(
        letters(part[i1:i2]) for tag, i1, i2, j1, j2 in codes if tag == "replace" and letters(other[j1:j2])
    )


def headed(found: Sequence[bool], words: str) -> int:
    """How many characters that are not ``found`` stand right before one that is: 乡村 in 乡村游客 of 游客."""
    worst = size = 0
    for hit, char in zip(found, words, strict=True):
        if char == GAP:
            size = 0
        elif hit:
            worst, size = max(worst, size), 0
        else:
            size += letters(char)
    return worst


def skipped_in(words: str, told: str, mine: Zone) -> int:
    """How many characters of ``told`` (入境[过夜]游客) are left out between two side by side in ``words``."""
    found = mine.mask(told)
    worst, start = 0, -1
    for i, hit in enumerate(found):
        if hit and 0 <= start < i - 1 and GAP not in told[start : i + 1] and told[start] + told[i] in words:
            worst = max(worst, letters(told[start + 1 : i]))
        if hit:
            start = i
    return worst
