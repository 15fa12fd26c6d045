"""A turn of speech and what it is put as, applied in the order of its table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeAlias

Turn: TypeAlias = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]
Turns: TypeAlias = tuple[Turn, ...]

END = "(?=$|[，,。；;？?])"
"""Where a clause of a question ends."""
MUCH = "(?:多少|几)"
"""What asks for a number."""


def turned(asked: str, *tables: Iterable[Turn]) -> str:
    """``asked`` with each turn of ``tables`` put as written there, one after the other."""
    for table in tables:
        for turn, written in table:
            asked = turn.sub(written, asked)
    return asked
