"""How many things a question says it asks for: 哪两家, 哪六条河."""

from __future__ import annotations

import re

from .numerals import COUNTS


def asked_count(question: str) -> int:
    """How many things a question asks for (哪两家: 2); -1 where it does not say."""
    found = re.search("哪([一二两三四五六七八九十])", question)
    return COUNTS[found[1]] if found else -1


def counted_so(question: str) -> re.Pattern[str] | None:
    """哪六条河: as many of them, as a report counts them (6条河流)."""
    found = _COUNTED_ASK.search(question)
    if found is None:
        return None
    return re.compile(f"(?:{numerals(COUNTS[found[1]])}){found[2]}[^，。、；]{{0,4}}{re.escape(found[3])}")


_COUNTED_ASK = re.compile("哪([二两三四五六七八九十])([个家座条项所位处件种类])([一-鿿])(?=$|[，,。？?；])")


def numerals(count: int) -> str:
    return "|".join([str(count), *(c for c, value in COUNTS.items() if value == count)])
