"""Same-length folding of text, so that matching never loses an offset."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

_FOOTNOTE = re.compile(r"\[\d{1,3}\]|〔\d{1,3}〕")
_UNMATCHED = frozenset("“”\"'‘’「」《》")


@lru_cache(maxsize=1)
def _simplifier() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")


def _fold_char(char: str) -> str:
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


def fold(text: str) -> str:
    """``text`` with full-width forms, traditional characters and capitals folded away.

    Every character is folded by itself, so ``len(fold(text)) == len(text)``.
    """
    return text.lower() if text.isascii() else text.translate(_FOLDING)


def plain(text: str) -> str:
    """``text`` folded, without white space, quotation marks and footnote marks: for matching only."""
    short = text.translate(_PLAIN)
    return _FOOTNOTE.sub("", short) if "[" in short or "〔" in short else short
