"""The character pairs of the genre: those that many government work reports use.

A word of a question that reports in general use, but this report does not, tells that the matter is
missing from it; a word that no report uses (咋样, 盖了几栋) is only the asker's way of speaking.
``python -m reports.genre FOLDER`` makes the list anew from a folder of reports.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

_LIST = Path(__file__).with_name("genre_pairs.txt")
_IN_REPORTS = 30
"""A pair counts when at least so many of the reports hold it."""


@lru_cache(maxsize=1)
def genre_pairs() -> frozenset[str]:
    """The pairs of Chinese characters that the genre uses, folded."""
    text = _LIST.read_text(encoding="utf-8")
    return frozenset(pair for line in text.splitlines() for pair in _pairs_of(line))


def _pairs_of(line: str) -> list[str]:
    """One line holds a first character and all that follow it: 农业村民 is 农业, 农村, 农民."""
    return [line[0] + second for second in line[1:]]


def make_list(folder: Path) -> str:
    """The list's text, from every ``.txt`` file under ``folder``."""
    import re
    from collections import Counter, defaultdict

    from .text import plain

    count: Counter[str] = Counter()
    for path in sorted(folder.rglob("*.txt")):
        text = plain(path.read_text(encoding="utf-8"))
        count.update({p for i in range(len(text) - 1) if re.fullmatch("[一-鿿]{2}", p := text[i : i + 2])})
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for pair, reports in count.items():
        if reports >= _IN_REPORTS:
            lines[pair[0]].append(pair[1])
    return "".join(f"{first}{''.join(sorted(seconds))}\n" for first, seconds in sorted(lines.items()))


def main() -> None:
    """Writes the list."""
    import sys

    _LIST.write_text(make_list(Path(sys.argv[1])), encoding="utf-8")


if __name__ == "__main__":
    main()
