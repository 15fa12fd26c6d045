"""Same-length folding of text, so that matching never loses an offset."""

from __future__ import annotations

import sys
import unicodedata
from functools import lru_cache
from typing import Any

from reports.patterns import regex

FOOTNOTE = regex(r"\[\d{1,3}\]|〔\d{1,3}〕")
_UNMATCHED = frozenset("“”\"'‘’「」《》")


@lru_cache(maxsize=1)
def _simplifier() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")


def _fold_char(char: str) -> str:
    if "①" <= char <= "⓿":
        return char  # ② numbers an item; it is no figure
    folded = unicodedata.normalize("NFKC", char)
    if len(folded) != 1:
        folded = char
    if "一" <= folded <= "鿿":
        simple = _simplifier().convert(folded)
        folded = simple if len(simple) == 1 else folded
    lower = folded.lower()
    return lower if len(lower) == 1 else folded


class _Folding(dict[int, str]):
    """A table for ``str.translate`` that learns each character when it first meets it."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_char(chr(code))
        return folded


class _Plain(dict[int, str]):
    """As above, with white space and quotation marks left out."""

    def __missing__(self, code: int) -> str:
        folded = _FOLDING[code]
        self[code] = folded = "" if folded.isspace() or folded in _UNMATCHED else folded
        return folded


_FOLDING = _Folding()
_PLAIN = _Plain()
_LONG = 500
"""Characters from which numpy folds faster."""
_TABLED = 0x30000
"""Code points that its table holds: all that reports are written in."""
_GONE, _UNKNOWN = 0x110000, 0x110001
"""No characters: one that is left out, and one that was not met yet."""


def fold(text: str) -> str:
    """``text`` with full-width forms, traditional characters and capitals folded away.

    Every character is folded by itself, so ``len(fold(text)) == len(text)``.
    """
    return text.lower() if text.isascii() else text.translate(_FOLDING)


def plain(text: str) -> str:
    """``text`` folded, without white space, quotation marks and footnote marks: for matching only."""
    # Whoever has numpy at hand folds a whole report in a tenth of the time; to load it would take longer.
    short = _tabled(text) if len(text) > _LONG and "numpy" in sys.modules else text.translate(_PLAIN)
    return FOOTNOTE.sub("", short) if "[" in short or "〔" in short else short


@lru_cache(maxsize=1)
def _table() -> Any:
    """Code point → folded code point, uint32 of shape (_TABLED,), as far as they are known."""
    import numpy as np

    return np.full(_TABLED, _UNKNOWN, np.uint32)


def _tabled(text: str) -> str:
    """``text.translate(_PLAIN)``, by a table."""
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    if codes.max() >= _TABLED:
        return text.translate(_PLAIN)
    table = _table()
    folded = table[codes]
    if (new := np.unique(codes[folded == _UNKNOWN])).size:
        table[new] = [ord(short) if (short := _PLAIN[code]) else _GONE for code in new.tolist()]
        folded = table[codes]
    return folded[folded != _GONE].tobytes().decode("utf-32-le", "surrogatepass")
