"""Standard names of indicators and their aliases, from ``indicators.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .text import fold

_SHIPPED = Path(__file__).with_name("indicators.toml")


@dataclass(frozen=True, slots=True)
class NameMention:
    """A standard ``name`` written as ``text[start:end]``."""

    name: str
    start: int
    end: int


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    table = tomllib.loads(_SHIPPED.read_text(encoding="utf-8")).get("patterns", {})
    return tuple((re.compile(fold(pattern)), name) for name, pattern in table.items())


def name_of_pattern(indicator: str) -> str:
    """The standard name of an indicator that is written as a ratio (研发经费占生产总值的比重), or ``""``."""
    return next((name for pattern, name in _patterns() if pattern.search(indicator)), "")


def canonical(text: str) -> str:
    """Folded ``text`` with every ratio that has a standard name written as that name."""
    for pattern, name in _patterns():
        text = pattern.sub(fold(name), text)
    return text


@lru_cache(maxsize=4)
def _table(extra: str) -> tuple[re.Pattern[str], dict[str, str]]:
    written: dict[str, str] = {}
    for path in (_SHIPPED, Path(extra) if extra else None):
        if path is None:
            continue
        for name, aliases in tomllib.loads(path.read_text(encoding="utf-8")).get("indicators", {}).items():
            for alias in (name, *aliases):
                written[fold(alias)] = name
    ordered = sorted(written, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered))), written


def find_names(text: str, *, extra: str = "") -> list[NameMention]:
    """The standard names written in folded ``text``, longest match first, in order.

    ``extra`` is the path of the user's own table of the same format.
    """
    pattern, written = _table(extra)
    found = []
    for match in pattern.finditer(text):
        after = text[match.end() : match.end() + 2]
        # 规上工业企业6家 counts firms; it is not the value added of 规上工业.
        if after == "企业" and match.group().endswith("工业"):
            continue
        found.append(NameMention(written[match.group()], match.start(), match.end()))
    return found


def aliases_of(name: str, *, extra: str = "") -> tuple[str, ...]:
    """Every spelling of the standard ``name``, folded, longest first."""
    _, written = _table(extra)
    return tuple(sorted((a for a, n in written.items() if n == name), key=len, reverse=True))
