"""How the words said of a figure fall on the report's: beside it, elsewhere in its sentence, nowhere.

A claim is entailed where all that it says of a figure is said by one sentence of the evidence, and where
nothing that the report says to narrow that figure is left out. Neither can be read off a table of bad
words; both can be measured, character by character, in zones of the evidence. What is closed is the
class of words that claim nothing (``neutral.toml``).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path

from reports.genre import genre_pairs
from reports.indicators import aliases_of, find_names
from reports.patterns import regex

from .aligning import standard, subject
from .distributed import counted, shared_tail
from .material import CLAUSE_ENDS, Item, compact
from .subjects import leans

_TABLE = Path(__file__).with_name("neutral.toml")
_CUT = regex(r"[,;。:!?、()]|以及|而且|并且|其中|(?<![温饱平调总联])[和](?![谐解平])|与|及")
_YEARS = regex(r"(?:19|20)\d\d年?(?:[-—~至到](?:19|20)?\d\d年?)?|[^\w%]|_|\d+(?:\.\d+)?")
# 封了顶, 减免了税费: it says no more than 封顶.
_LE = regex("(?<=[一-鿿])(?<![为除])了(?![解如断结却])")
GAP = "　"


@dataclass(frozen=True, slots=True)
class _Words:
    """``neutral`` words claim nothing (it finds ``kept`` ones, too, which do), nor do ``signs`` that the
    evidence has not; ``equal`` says what stands for each word that ``alike`` finds."""

    neutral: re.Pattern[str]
    kept: frozenset[str]
    signs: frozenset[str]
    alike: re.Pattern[str]
    equal: dict[str, str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    told = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    equal = {word: words[0] for words in told["alike"] for word in words[1:]}

    def any_of(words: Iterable[str]) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, sorted(words, key=lambda w: -len(w)))))

    kept = frozenset(told["kept"])
    return _Words(any_of({*told["neutral"], *kept}), kept, frozenset(told["signs"]), any_of(equal), equal)


@lru_cache(maxsize=8192)
def essential(text: str) -> str:
    """Compact text with what claims nothing as gaps, standard names and equal words as one."""
    words = _words()
    plain = _LE.sub("", words.alike.sub(lambda m: words.equal[m.group()], standard(text)))
    parts, last = [], 0
    for name in find_names(plain):
        # 规模以上工业增加值 is one name, whatever 规模, 以上 and 增加 are elsewhere.
        parts += [_without(plain[last : name.start], words), plain[name.start : name.end]]
        last = name.end
    parts.append(_without(plain[last:], words))
    return re.sub(f"{GAP}+", GAP, _YEARS.sub(GAP, "".join(parts))).strip(GAP)


def _without(text: str, words: _Words) -> str:
    return words.neutral.sub(lambda m: m.group() if m.group() in words.kept else GAP, _YEARS.sub(GAP, text))


def letters(text: str) -> int:
    """How many characters of an essential text claim something."""
    signs = _words().signs
    return sum(char != GAP and char not in signs for char in text)


def bare(words: str) -> bool:
    """Whether essential words name nothing (总投资, 居全省): they lean on what was named before."""
    return letters(words) < 2 or leans(words)


def runs(found: Sequence[bool], words: str) -> list[str]:
    """The runs of characters that are not ``found`` and claim something, their neutral signs left out."""
    signs = _words().signs
    left = "".join(GAP if hit else char for hit, char in zip(found, words, strict=True))
    plain = ("".join(c for c in run if c not in signs) for run in left.split(GAP))
    return [run for run in plain if run]


class Zone:
    """Essential texts of one kind, to look up character pairs in."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.text = "\n".join(texts)
        self._pairs = {self.text[i : i + 2] for i in range(len(self.text) - 1)}

    def mask(self, words: str) -> list[bool]:
        """Which characters of ``words`` stand in the zone with a neighbour, or alone between gaps."""
        found = [False] * len(words)
        for i in range(len(words) - 1):
            if words[i : i + 2] in self._pairs and GAP not in words[i : i + 2]:
                found[i] = found[i + 1] = True
        for i, char in enumerate(words):
            alone = words[i - 1 : i] in ("", GAP) and words[i + 1 : i + 2] in ("", GAP)
            if alone and char != GAP and char in self.text:
                found[i] = True
        return found

    def share(self, words: str) -> float:
        """The share of the words' characters that stand in the zone; 1 where there are none."""
        total = letters(words)
        return 1.0 - sum(map(len, runs(self.mask(words), words))) / total if total else 1.0

    def joints(self, words: str) -> int:
        """Where two neighbours both stand in the zone, but not next to each other."""
        found = self.mask(words)
        return sum(
            a and b and words[i : i + 2] not in self._pairs for i, (a, b) in enumerate(pairwise(found))
        )


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a sentence between commas, list marks and figures; ``clause`` and ``part`` count those marks.

    ``figures`` are the indexes of the known figures that it stands right before or after.
    """

    words: str
    clause: int
    part: int
    figures: tuple[int, ...]


_LIMIT = regex(r"(?:以上|以下|以内|及以上)$")
_DIGITS = str.maketrans("0123456789.", "⓪①②③④⑤⑥⑦⑧⑨·")


def pieces(text: str, figures: Sequence[tuple[int, int]]) -> list[Piece]:
    """The pieces of a compact text with figures at these places.

    A figure that says how large things are (10亿元以上项目5个) belongs to the words: its digits, as other
    signs, count like them.
    """
    found: list[Piece] = []
    clause = part = 0
    limits = [
        i
        for i, (a, b) in enumerate(figures)
        if _LIMIT.search(text[a:b]) and re.match(r"[^\W_]|“", text[b : b + 1])
    ]
    marks = [(m.start(), m.end(), -1) for m in _CUT.finditer(text)]
    marks = [m for m in marks if not any(a < m[1] and m[0] < b for a, b in figures)]
    cuts = sorted([*marks, *((a, b, i) for i, (a, b) in enumerate(figures) if i not in limits)])
    at, ahead = 0, -1
    for start, end, figure in [*cuts, (len(text), len(text), -1)]:
        until = max(at, start)
        inside = [i for i in limits if at <= figures[i][0] and figures[i][1] <= until]
        words, last = "", at
        for i in inside:
            a, b = figures[i]
            words, last = words + text[last:a] + text[a:b].translate(_DIGITS), b
        words += text[last:until]
        beside = tuple(i for i in (ahead, figure, *inside) if i >= 0)
        if words or beside:
            found.append(Piece(essential(words), clause, part, beside))
        if figure < 0:
            clause += bool(CLAUSE_ENDS.match(text[start:end]))
            part += 1
        at, ahead = max(at, end), figure
    return found


def lead(found: Sequence[Piece], at: int) -> list[str]:
    """The words of the pieces between the figure before and the piece that the ``at``-th stands in."""
    ahead: list[str] = []
    for piece in found:
        if at in piece.figures:
            break
        ahead = [] if piece.figures else [*ahead, piece.words]
    return ahead


def limits_in(run: str) -> int:
    """How many signs of a run are digits of a limit (10亿元以上)."""
    return sum(char in "⓪①②③④⑤⑥⑦⑧⑨·" for char in run)


class Ground:
    """One evidence sentence in pieces, with the zones of each of its figures."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self.pieces = pieces(item.compact, [(k.figure.start, k.figure.end) for k in item.known])

    @cached_property
    def whole(self) -> Zone:
        """All of the sentence."""
        return Zone(p.words for p in self.pieces)

    @cached_property
    def heads(self) -> Zone:
        """Its heads, title and places."""
        return Zone([essential(self.item.around.partition("\n")[2])])

    @cached_property
    def free(self) -> Zone:
        """What stands beside no figure."""
        return Zone(p.words for p in self.pieces if not p.figures)

    def beside(self, at: int) -> list[str]:
        """The words of the pieces that a figure stands between; of a row (甲、乙1家、2家) its own."""
        fact = self.item.known[at].fact
        if by_row := counted(self.item, at):
            return [essential("".join(by_row))]
        if fact and fact.before:
            told = compact(fact.before)
            if told not in self.item.compact[: self.item.known[at].figure.start][-len(told) - 2 :]:
                return [essential(told), essential(compact(fact.after))]
        return [p.words for p in self.pieces if at in p.figures]

    def own(self, at: int) -> Zone:
        """The words beside a figure, its indicator's, and its standard name's other spellings."""
        return self.own_zones[at]

    @cached_property
    def own_zones(self) -> list[Zone]:
        """:meth:`own` of every figure."""
        found = []
        for at, known in enumerate(self.item.known):
            named = subject(known, self.item)
            fact = named.fact
            told = [essential(compact(t)) for t in (fact.indicator, fact.name)] if fact else []
            if fact and fact.name:
                told += [essential(compact(a)) for a in aliases_of(fact.name)]
            if counted(self.item, at):
                told = []
            found.append(Zone([*self.beside(at), *told]))
        return found

    def with_tail(self, at: int, words: str) -> Zone:
        """:meth:`own` with what the last of a row lends to the words."""
        tail = shared_tail(words, self.item, at)
        own = self.own(at)
        return Zone([f"{line}{tail}" for line in own.text.split("\n")] + [own.text]) if tail else own

    def above(self, at: int) -> Zone:
        """The words that a figure without words of its own leans on: ahead of it, or of the one before."""
        texts: list[str] = []
        named = subject(self.item.known[at], self.item)
        if named is not self.item.known[at]:
            # 甲2亿元、乙3亿元,分别增长4%、5%: 4% is of 甲 alone.
            return Zone(self.beside(next(i for i, k in enumerate(self.item.known) if k is named)))
        while bare(GAP.join(self.beside(at))):
            ahead = lead(self.pieces, at)
            texts += ahead
            if at == 0 or not bare(GAP.join(ahead)):
                break
            at -= 1
            texts += self.beside(at)
        return Zone(texts)

    def mixed(self, words: str) -> int:
        """How many characters are left out of the fuller one of two members of a list that are mixed up.

        Of 甲县瓷器、乙县茶叶获评名品 nobody may say 甲县茶叶获评名品: both members are there in part.
        """
        mine = Zone([words])
        worst = 0
        for clause in {p.clause for p in self.pieces}:
            lost = []
            for piece in self.pieces:
                if piece.clause == clause and (total := letters(piece.words)) >= 4:
                    left = sum(map(len, runs(mine.mask(piece.words), piece.words)))
                    if 0 < left < total - 1:
                        lost.append(left)
            worst = max(worst, sorted(lost)[1] if len(lost) > 1 and min(lost) > 1 else 0)
        return worst

    def others(self, at: int) -> Zone:
        """The words beside other figures alone."""
        return Zone(p.words for p in self.pieces if p.figures and at not in p.figures)


def usual(run: str) -> bool:
    """Whether the genre uses the words of a run: then they may name another thing."""
    return any(run[i : i + 2] in genre_pairs() for i in range(len(run) - 1))
