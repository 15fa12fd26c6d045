"""Same-length folding of text, so that matching never loses an offset."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=1)
def _simplifier() -> object:
    from opencc import OpenCC

    return OpenCC("t2s")


@lru_cache(maxsize=20000)
def _fold_char(char: str) -> str:
    folded = unicodedata.normalize("NFKC", char)
    if len(folded) != 1:
        folded = char
    if "一" <= folded <= "鿿":
        simple = _simplifier().convert(folded)  # type: ignore[attr-defined]
        folded = simple if len(simple) == 1 else folded
    return folded.lower()


def fold(text: str) -> str:
    """``text`` with full-width forms, traditional characters and capitals folded away.

    Every character is folded by itself, so ``len(fold(text)) == len(text)``.
    """
    if text.isascii():
        return text.lower()
    return "".join(map(_fold_char, text))
