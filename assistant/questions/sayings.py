"""What people say for what reports write: ``sayings.toml``, ``thesaurus.tsv`` and the user's own file."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from reports.text import fold, plain

from ..errors import BadSayings

_SHIPPED = Path(__file__).with_name("sayings.toml")
_THESAURUS = Path(__file__).with_name("thesaurus.tsv")
_SECTIONS = ("written", "asking", "weak", "alike")
_own: list[str] = []  # the path of the user's own table, once one is used
_off: list[bool] = []


@dataclass(frozen=True, slots=True)
class Sayings:
    """``written``: said → written; ``alike``: said → what reports may write; the others are words.

    ``same`` are the sayings of the thesaurus with those of ``alike``.
    """

    written: dict[str, str] = field(default_factory=dict)
    alike: dict[str, tuple[str, ...]] = field(default_factory=dict)
    same: dict[str, tuple[str, ...]] = field(default_factory=dict)
    asking: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


def use_sayings(path: Path | str | None) -> None:
    """From now on the user's own table at ``path`` counts beside the shipped one; None or ``""``: no more.

    Raises :class:`assistant.errors.BadSayings` where it is missing or not of the shipped one's format;
    the table used before then stays.
    """
    if path:
        _read(Path(path))
    _own[:] = [str(path)] if path else []
    for cached in (_tables, _any_of, _written, _by_first):
        cached.cache_clear()


def as_written(question: str) -> str:
    """Folded words of a question with what people say put as reports write it."""
    pattern = _written()
    return pattern.sub(lambda m: _tables().written[m.group()], question) if pattern else question


def without_asking(words: str) -> str:
    """Folded words without those that only belong to the asking; a blank stands for each."""
    pattern = _any_of("asking")
    return pattern.sub(" ", words) if pattern else words


def weak_spans(words: str) -> set[int]:
    """The indexes of the characters of folded ``words`` whose absence from a report tells nothing."""
    pattern = _any_of("weak")
    return {i for m in pattern.finditer(words) for i in range(*m.span())} if pattern else set()


def as_reported(words: str, folded: str) -> tuple[str, str]:
    """(words, mask): what the folded report never says is put as it says it, where it does.

    The mask is as long as the words; ``-`` stands in it for a weak word, or for what replaces one.
    """
    weak = weak_spans(words)
    mask = "".join("-" if i in weak else c for i, c in enumerate(words))
    pattern = _any_of("alike")
    if pattern is None:
        return words, mask
    text, hidden, at = "", "", 0
    for match in pattern.finditer(words):
        said = match.group()
        used = said if said in folded else next((w for w in _tables().alike[said] if w in folded), said)
        light = all(i in weak for i in range(*match.span()))
        text += words[at : match.start()] + used
        hidden += mask[at : match.start()] + ("-" * len(used) if light else used)
        at = match.end()
    return text + words[at:], hidden + mask[at:]


@contextmanager
def without_thesaurus() -> Iterator[None]:
    """Within it no word has other forms, as if the tables knew none: for training on what they lack."""
    _off.append(True)
    try:
        yield
    finally:
        _off.pop()


_HEAD = 2
"""Characters of the shortest saying: one alone has too many meanings."""
_PARTED = 4
"""Characters of the shortest saying that may have a space in it: 打 粮食 may be of two things."""


def alike_spans(words: str, folded: str) -> list[tuple[int, int, tuple[str, ...]]]:
    """``[start, end)`` of each known saying in folded words, and what the folded report writes for it.

    Those inside a longer one count beside it: 科研成果 of 科研成果转化, which a figure's sentence may put
    otherwise. What asks may stand inside one: 减轻 负担, of 减轻了多少负担.
    """
    known, by_first = _tables().same, {} if _off else _by_first()
    at = [i for i, char in enumerate(words) if char != " "]
    joined = words.replace(" ", "")
    found = []
    for start in range(len(joined)):
        for said in by_first.get(joined[start : start + _HEAD], ()):
            if not joined.startswith(said, start):
                continue
            last = start + len(said) - 1
            if len(said) < _PARTED and at[last] - at[start] > last - start:
                continue
            if held := tuple(form for form in known[said] if form in folded):
                found.append((at[start], at[last] + 1, held))
    return found


@lru_cache(maxsize=1)
def _by_first() -> dict[str, list[str]]:
    """First characters → the sayings that begin so, longest first: thousands are too many for a pattern."""
    by_first: dict[str, list[str]] = {}
    for said in sorted((s for s in _tables().same if len(s) >= _HEAD), key=len, reverse=True):
        by_first.setdefault(said[:_HEAD], []).append(said)
    return by_first


@lru_cache(maxsize=1)
def _tables() -> Sayings:
    tables = [_read(_SHIPPED), *(_read(Path(path)) for path in _own)]
    written: dict[str, str] = {}
    alike: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for word, said in table.get("written", {}).items():
            written |= {fold(s): fold(word) for s in said}
        alike |= {plain(s): tuple(map(plain, words)) for s, words in table.get("alike", {}).items()}

    def words_of(section: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(fold(w) for t in tables for w in t.get(section, {}).get("words", ())))

    return Sayings(written, alike, thesaurus() | alike, words_of("asking"), words_of("weak"))


def thesaurus() -> dict[str, tuple[str, ...]]:
    """Said → what reports may write, of the shipped thesaurus, in folded words without spaces."""
    with _THESAURUS.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader((line for line in lines if line[0] != "#"), delimiter="\t", quoting=csv.QUOTE_NONE)
        return {said: tuple(forms.split("|")) for said, forms in rows}


@lru_cache(maxsize=4)
def _any_of(section: str) -> re.Pattern[str] | None:
    return _pattern(tuple(getattr(_tables(), section)))


@lru_cache(maxsize=1)
def _written() -> re.Pattern[str] | None:
    return _pattern(tuple(_tables().written))


def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    ordered = sorted(filter(None, words), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered))) if ordered else None


def _read(path: Path) -> dict[str, dict[str, Any]]:
    """A table in a file; raises :class:`BadSayings` where it is none."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise BadSayings(f"读不到口语对照表 {path}，请检查 SAYINGS 写的路径和文件的权限。") from error
    except UnicodeDecodeError as error:
        raise BadSayings(f"口语对照表 {path} 不是 UTF-8 编码，请另存为 UTF-8。") from error
    except tomllib.TOMLDecodeError as error:
        raise BadSayings(f"口语对照表 {path} 不是正确的 TOML（{error}），请按说明改正。") from error
    if table.keys() - set(_SECTIONS) or not all(isinstance(t, dict) for t in table.values()):
        raise BadSayings(f"口语对照表 {path} 只能有 [{'] ['.join(_SECTIONS)}] 四节，请按说明改正。")
    for section, entries in table.items():
        for word, said in entries.items():
            named = bool(word.strip()) if section in ("written", "alike") else word == "words"
            if not named or not isinstance(said, list) or not all(map(_is_word, said)):
                raise BadSayings(
                    f'口语对照表 {path} 里 [{section}] 的“{word}”应写成 ["说法一", "说法二"]，请改正。'
                )
    return table


def _is_word(said: object) -> bool:
    return isinstance(said, str) and bool(said.strip())
