"""How well the words of a question are covered by a fact or a sentence.

Every character of the question's content carries a weight, the rarer in the report the heavier.
It is covered to the degree of the best zone (the figure's own words, its clause, its sentence, the
heads above it) that holds a character pair it belongs to. A standard name (GDP) is covered as a
whole by any of its aliases.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import mul

from reports.genre import genre_pairs
from reports.indicators import aliases_of, find_names
from reports.patterns import regex
from reports.text import plain

from ..questions.sayings import alike_spans, as_reported
from .prepared import Evidence, FactText

# How much a zone counts for choosing among figures, and for whether a figure answers at all: a
# figure whose subject stands elsewhere in its sentence answers as well as one beside its subject.
NEAR, AFTER, CLAUSE, LEAD, PATH, SENTENCE, BEFORE, BODY = range(8)
RANKING = (1.0, 0.92, 0.8, 0.7, 0.6, 0.55, 0.5, 0.3)
ACCEPTING = (1.0, 1.0, 0.97, 0.92, 0.85, 0.85, 0.75, 0.6)
UNUSUAL = 0.5
WEAK = 0.12
"""The weight of a word that reports hardly use for what happened (评上, 掏了): its absence tells nothing."""
_LIGHT = frozenset(
    "的了是有在为和及与各个等中上下年月日这那其被把对向从到个并新全共总多大小让用使给帮做办搞建设完成实施开展推进达到里能花修盖派拿剩压想咋些来"
)


@dataclass(frozen=True, slots=True)
class NameUse:
    """A standard name in the content: its span, its name and every spelling of it."""

    start: int
    end: int
    name: str
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """A saying in the content: its span, and the forms of it that the report uses."""

    start: int
    end: int
    spellings: tuple[str, ...]


@dataclass(frozen=True)
class Need:
    """A question's content, weighed against one report."""

    content: str
    pairs: tuple[tuple[int, str], ...]
    weights: tuple[float, ...]
    names: tuple[NameUse, ...]
    total: float
    weak: frozenset[int] = frozenset()
    alike: tuple[Alike, ...] = ()

    @cached_property
    def asked(self) -> str:
        """Its words, with every spelling of the names and the other forms of what is said in them."""
        return self.content + "".join(self.said)

    @cached_property
    def said(self) -> tuple[str, ...]:
        """Every spelling of its names and the other forms of what is said in it."""
        spellings = (*(u.spellings for u in self.names), *(u.spellings for u in self.alike))
        return tuple(form for forms in spellings for form in forms)

    @property
    def says_something(self) -> bool:
        """Whether there is more in it than the commonest characters."""
        heavy = {c for i, c in enumerate(self.content) if c not in _LIGHT and c != " " and i not in self.weak}
        return bool(self.names) or (bool(heavy) and len(self.content) >= 2)


# 脱了贫, 摘了帽: the word that reports write without 了.
_VERB_OBJECT = regex("([一-鿿])了([一-鿿])(?=$|[ ])")


def weigh(content: str, evidence: Evidence) -> Need:
    """The content of a question with each character's weight in one report."""
    text = (
        plain(content.replace(" ", "\n"))
        if " " not in content
        else " ".join(plain(w) for w in content.split())
    )
    text = _VERB_OBJECT.sub(lambda m: m[1] + m[2] if m[1] + m[2] in genre_pairs() else m.group(), text)
    text, mask = as_reported(text, evidence.folded)
    weak = frozenset(i for i, c in enumerate(mask) if c == "-" != text[i])
    uses = tuple(
        NameUse(m.start, m.end, m.name, tuple(plain(a) for a in aliases_of(m.name))) for m in find_names(text)
    )
    genre = genre_pairs()
    named = {i for u in uses for i in range(u.start, u.end)}
    folded = evidence.folded
    length = len(folded) + 1
    pairs: list[tuple[int, str]] = []
    weights = [0.0] * len(text)
    cache: dict[str, float] = {}
    for i, char in enumerate(text):
        if char == " ":
            continue
        if i + 1 < len(text) and text[i + 1] != " " and not (i in named and i + 1 in named):
            pairs.append((i, text[i : i + 2]))
        if char not in cache:
            count = folded.count(char)
            rarity = math.log(length / (1 + count)) / math.log(length)
            cache[char] = (0.25 if char in _LIGHT else 1.0) * (0.4 + rarity)
        weights[i] = cache[char] * (1.0 if uses else _standing(text, i, folded, genre))
        if i in weak:
            weights[i] *= WEAK
    for use in uses:
        # A name is one idea, however long it is written.
        share = 2.6 / (use.end - use.start)
        for i in range(use.start, use.end):
            weights[i] = share
    return Need(
        text, tuple(pairs), tuple(weights), uses, sum(weights) or 1.0, weak, _alike(text, evidence.named)
    )


def _alike(text: str, folded: str) -> tuple[Alike, ...]:
    """The forms of the content's words that the report uses."""
    return tuple(Alike(start, end, held) for start, end, held in alike_spans(text, folded))


def _standing(text: str, at: int, folded: str, genre: frozenset[str]) -> float:
    """How much the character at ``at`` counts: less in a word that neither report nor genre uses."""
    pairs = [
        text[i : i + 2] for i in (at - 1, at) if i >= 0 and i + 1 < len(text) and " " not in text[i : i + 2]
    ]
    if any(p in folded for p in pairs):
        return 1.0
    return 1.0 if any(p in genre for p in pairs) else UNUSUAL


def zone_levels(need: Need, zones: Sequence[str]) -> list[int]:
    """For each character of the content the nearest zone that holds a pair it belongs to, or -1."""
    level = [-1] * len(need.content)
    for i, pair in need.pairs:
        for number, text in enumerate(zones):
            if pair in text:
                for at in (i, i + 1):
                    if level[at] < 0 or number < level[at]:
                        level[at] = number
                break
    for use in need.alike:
        # Of other words for it only those of the figure's own sentence and heads tell.
        told = (n for n, text in enumerate(zones[: SENTENCE + 1]) if any(s in text for s in use.spellings))
        zone = next(told, -1)
        if zone >= 0:
            for at in range(use.start, use.end):
                if level[at] < 0 or zone < level[at]:
                    level[at] = zone
    return level


def coverage(need: Need, zones: Sequence[str], name: str = "") -> tuple[float, float]:
    """(for choosing, for accepting): the covered shares of the content's weight, 0 to 1.

    ``zones`` are folded texts in the order of ``RANKING``; ``name`` the fact's standard name.
    """
    level = zone_levels(need, zones)
    ranking = [RANKING[n] if n >= 0 else 0.0 for n in level]
    accepting = [ACCEPTING[n] if n >= 0 else 0.0 for n in level]
    _single_characters(need, zones, ranking, accepting)
    for use in need.names:
        credit = _name_credit(use, zones, name, several=len(need.names) > 1)
        if name and name != use.name and _said_for(need, use, name):
            credit = max(credit, _OTHER_NAME)
        for i in range(use.start, use.end):
            ranking[i], accepting[i] = credit, credit
    return _share(need, ranking), _share(need, accepting)


_OTHER_NAME = 0.95


def _said_for(need: Need, use: NameUse, name: str) -> bool:
    """Whether the words of one standard name are known to be said for another (服务业, 第三产业)."""
    return any(s.start <= use.start and use.end <= s.end and name in s.spellings for s in need.alike)


def _share(need: Need, credits: Sequence[float]) -> float:
    return sum(map(mul, need.weights, credits)) / need.total


def _name_credit(use: NameUse, zones: Sequence[str], name: str, *, several: bool) -> float:
    if name == use.name:
        return 1.0
    written = _written(use.spellings)
    for number, text in enumerate(zones[: SENTENCE + 1]):
        if written.search(text) and any(m.name == use.name for m in find_names(text)):
            # Another indicator's figure in the same clause: the name there is not this figure's.
            if number <= AFTER:
                return 0.85 if not name else 0.6
            if number <= CLAUSE and not name:
                return 0.75
            # Of two names (预算收入里税收占…) one may stand further off.
            far = 0.6 if several else 0.3
            return max(far, 0.5) if number <= CLAUSE else far
    return 0.0


@lru_cache(maxsize=256)
def _written(spellings: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the spellings: one search takes half the time of one for each."""
    return re.compile("|".join(map(re.escape, spellings)))


def _single_characters(
    need: Need, zones: Sequence[str], ranking: list[float], accepting: list[float]
) -> None:
    for i, char in enumerate(need.content):
        if accepting[i] == 0.0 and char != " " and zones and char in zones[0]:
            ranking[i], accepting[i] = 0.35, 0.5


def _own_clause(evidence: Evidence, item: FactText, clause: str) -> str:
    """The clause without what is listed behind the figure: 公园30个、公厕48个 says no 公厕 of the 30."""
    fact = item.fact
    if fact.ordinal + 1 >= len(evidence.facts):
        return clause
    following = evidence.facts[fact.ordinal + 1].fact
    listed = (
        following.sentence_start == fact.sentence_start
        and following.clause == fact.clause
        and following.base_unit == fact.base_unit
        and following.before[:1] == "、"
    )
    at = clause.find(words) if listed and len(words := plain(following.before)) > 2 else -1
    return clause[:at] if at > 0 else clause


def fact_zones(evidence: Evidence, item: FactText) -> list[str]:
    """Where the words of a question about this fact may stand, in the order of ``RANKING``."""
    near, after, clause, lead = item.words
    return [
        near,
        after,
        _own_clause(evidence, item, clause),
        lead,
        evidence.paths.get(item.fact.section, ""),
        evidence.sentence(item.sentence),
        evidence.sentence(item.sentence - 1),
        evidence.body(item.fact.section),
    ]


def sentence_coverage(need: Need, zones: Sequence[tuple[str, float]]) -> float:
    """The covered share of the content's weight in (folded text, credit) zones, best zone first."""
    best = [0.0] * len(need.content)
    for i, pair in need.pairs:
        for text, credit in zones:
            if pair in text:
                best[i], best[i + 1] = max(best[i], credit), max(best[i + 1], credit)
                break
    for said in need.alike:
        credit = max((c for text, c in zones if any(s in text for s in said.spellings)), default=0.0)
        for i in range(said.start, said.end):
            best[i] = max(best[i], credit)
    for use in need.names:
        held = [c for text, c in zones if any(s in text for s in use.spellings)]
        for i in range(use.start, use.end):
            best[i] = max(best[i], max(held, default=0.0))
    for i, char in enumerate(need.content):
        if best[i] == 0.0 and char != " " and zones and char in zones[0][0]:
            best[i] = 0.3
    return _share(need, best)


def own_words(need: Need, item: FactText) -> str:
    """What a figure is called by: its indicator, or what stands behind it where that alone is asked for.

    45个国家1.1万名运动员参赛: asked for the 运动员, the 国家 before the figure are none of its words.
    """
    own, behind = plain(item.fact.indicator), item.behind
    if not own or len(behind) < _LONG_BEHIND:
        return own or item.after
    return behind if _asked_of(need, behind) > _asked_of(need, own) + _MORE else own


def _asked_of(need: Need, words: str) -> float:
    """The share of the pairs of ``words`` that the question speaks of."""
    pairs = [words[i : i + 2] for i in range(len(words) - 1)]
    return sum(pair in need.asked for pair in pairs) / len(pairs) if pairs else 0.0


_LONG_BEHIND, _MORE = 3, 0.4
