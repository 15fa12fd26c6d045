"""How much each word of an open question tells, by how few sentences of the genre use it.

One report is too short to know that 小镇 tells more than 特色: the list beside this module holds the
two-character words of many government work reports with how rare their sentences are.
``python -m assistant.passages.weighty FOLDER`` makes it anew from a folder of reports.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reports.patterns import regex
from reports.text import plain

from ..evidence.matching import WEAK, Need
from .topics import is_general

_LIST = Path(__file__).with_name("weighty_words.txt")
_SENTENCES = 120
"""A word counts when at least so many sentences of the reports use it."""
_BOUND = 2.3
"""Two characters are a word when they stand together exp(this) times as often as by chance."""
_STEP = 0.5
_NO_WORD = regex("[一二三四五六七八九十两几个件这那的了是和与被]|起来|下来|步骤|思路|称号|[当今去本]年")
_PER_CHARACTER = 1 / 1.5
_UNLISTED = 3.0
_LIGHT = frozenset("的了是有在为和及与各个等中上下这那其被把对向从到全共总多大小让用使给帮做办搞")
_GENERAL = 0.4
_RARE = 5.0
"""A commoner word that is missing tells nothing."""


@dataclass(frozen=True, slots=True)
class Word:
    """A listed word in folded words: where it starts, itself, and its rarity (0 to about 9)."""

    start: int
    text: str
    rarity: float


def words_of(text: str) -> list[Word]:
    """The listed words of folded words, none over another: as many as possible, the commoner first."""
    listed = _rarity()
    best: list[tuple[int, float, tuple[Word, ...]]] = [(0, 0.0, ())] * (len(text) + 2)
    for i in range(len(text) - 2, -1, -1):
        best[i] = best[i + 1]
        pair = text[i : i + 2]
        if (rarity := listed.get(pair)) is not None:
            count, rare, rest = best[i + 2]
            if (count + 1, rare - rarity) > best[i][:2]:
                best[i] = (count + 1, rare - rarity, (Word(i, pair, rarity), *rest))
    return list(best[0][2])


def share_told(need: Need, texts: Sequence[str]) -> float:
    """The share of what is asked that the folded ``texts`` speak of, the rare words weighing most."""
    weights = [_UNLISTED * (0.0 if c == " " else 0.25 if c in _LIGHT else 1.0) for c in need.content]
    for word in words_of(need.content):
        factor = _GENERAL if is_general(word.text) else 1.0
        for i in (word.start, word.start + 1):
            weights[i] = word.rarity * _PER_CHARACTER * factor
    for i in need.weak:
        weights[i] *= WEAK
    told = _told(need, texts)
    return sum(w for i, w in enumerate(weights) if i in told) / (sum(weights) or 1.0)


def share_lost(need: Need, texts: Sequence[str]) -> float:
    """The share, by rarity, of the listed words of a question that none of the folded ``texts`` uses."""
    told = _told(need, texts, pairs=False)
    words = [w for w in words_of(need.content) if not is_general(w.text) and w.start not in need.weak]
    words = [w for w in words if not _NO_WORD.search(w.text)]
    lost = [w for w in words if w.start not in told and not any(w.text in text for text in texts)]
    if max((w.rarity for w in lost), default=0.0) < _RARE:
        return 0.0
    return sum(w.rarity for w in lost) / (sum(w.rarity for w in words) or 1.0)


def _told(need: Need, texts: Sequence[str], *, pairs: bool = True) -> set[int]:
    """The places in the content whose words, or other words known for them, the texts use."""
    told: set[int] = set()
    if pairs:
        for i, pair in need.pairs:
            if any(pair in text for text in texts):
                told.update((i, i + 1))
    known = [(k.start, k.end, k.spellings) for k in need.alike]
    known += [(k.start, k.end, k.spellings) for k in need.names]
    for start, end, spellings in known:
        if any(form in text for form in spellings for text in texts):
            # a word that runs into what is known is of it, too
            told.update(range(max(0, start - (not pairs)), end))
    return told


@lru_cache(maxsize=1)
def _rarity() -> dict[str, float]:
    """{word: rarity}. A line holds a rarity and all words of it without anything between them."""
    found: dict[str, float] = {}
    for line in _LIST.read_text(encoding="utf-8").splitlines():
        number, words = line.split()
        found |= {words[i : i + 2]: float(number) for i in range(0, len(words), 2)}
    return found


def make_list(folder: Path) -> str:
    """The list's text, from every ``.txt`` file under ``folder``."""
    from collections import Counter, defaultdict

    used: Counter[str] = Counter()
    number = 0
    for path in sorted(folder.rglob("*.txt")):
        for sentence in re.split("[。;；]", plain(path.read_text(encoding="utf-8"))):
            if len(sentence) > 5:
                number += 1
                used.update({sentence[i : i + 2] for i in range(len(sentence) - 1)})
    first: Counter[str] = Counter()
    second: Counter[str] = Counter()
    for pair, count in used.items():
        first[pair[0]] += count
        second[pair[1]] += count
    total = sum(used.values())
    lines: defaultdict[float, list[str]] = defaultdict(list)
    for pair, count in used.items():
        if count < _SENTENCES or not re.fullmatch("[一-鿿]{2}", pair):
            continue
        if math.log(count * total / (first[pair[0]] * second[pair[1]])) >= _BOUND:
            lines[round(math.log(number / count) / _STEP) * _STEP].append(pair)
    return "".join(f"{rarity} {''.join(sorted(words))}\n" for rarity, words in sorted(lines.items()))


def main() -> None:
    """Writes the list."""
    import sys

    _LIST.write_text(make_list(Path(sys.argv[1])), encoding="utf-8")


if __name__ == "__main__":
    main()
