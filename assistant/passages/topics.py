"""Words of open questions that reports write otherwise: the table ``topics.toml``, for no figure."""

from __future__ import annotations

import csv
import math
import re
import tomllib
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from reports.patterns import regex
from reports.text import plain

from ..evidence.matching import Alike, Need, weigh
from ..evidence.prepared import Evidence
from .partners import of_both

_GENERAL = 0.4
"""The weight of a word that every report writes everywhere: 推进, 措施."""
# 治理汽车尾气: the sentence that tells of the matter may do otherwise
_DONE_TO = regex("(?:^|(?<= ))(?:治理|防治|整治|治)(?=[一-鿿]{2,6}(?:污染|尾气|扬尘|雾霾|灾害|虫害))")
# 第三届花会: which one may go without saying, where the report does not number it otherwise
_SESSION = regex("(第[\\d一二三四五六七八九十]+届)[一-鿿]{2}")
_SHIPPED = Path(__file__).with_name("topics.toml")
EVERYDAY = Path(__file__).with_name("everyday.tsv")


def weigh_open(content: str, evidence: Evidence) -> Need:
    """The content of an open question weighed against one report, what is written otherwise counted."""
    need = weigh(content, evidence)
    known = tuple(
        Alike(start, end, held)
        for start, end, forms in (
            *_spans(need.content),
            *of_both(need.content, evidence.entry.identity.place),
        )
        if (held := tuple(form for form in forms if form in evidence.folded))
    )
    general = {i for m in _general().finditer(need.content) for i in range(*m.span())}
    which = (m for m in _SESSION.finditer(need.content) if m[0] not in evidence.folded)
    general |= {i for m in which for i in range(*m.span(1))}
    general |= {i for m in _DONE_TO.finditer(need.content) for i in range(*m.span())}
    weights = tuple(w * _GENERAL if i in general else w for i, w in enumerate(need.weights))
    total = sum(weights) or 1.0
    if all(w == 0.0 or i in general for i, w in enumerate(weights)):
        weights, total = need.weights, need.total  # nothing else is asked about
    return replace(need, alike=(*need.alike, *known), weights=weights, total=total)


def is_general(word: str) -> bool:
    """Whether a folded word is one that every report writes everywhere."""
    return _general().fullmatch(word) is not None


def without_general(words: str) -> str:
    """Folded words with a blank for each that every report writes everywhere."""
    return _general().sub(" ", words)


@lru_cache(maxsize=1)
def _general() -> re.Pattern[str]:
    raw = tomllib.loads(_SHIPPED.read_text(encoding="utf-8"))
    words = "|".join(sorted(map(plain, raw["general"]["words"]), key=len, reverse=True))
    return re.compile(f"(?:{words})(?![金房厂站])")  # 安置房 is a thing of its own


def _spans(words: str) -> list[tuple[int, int, tuple[str, ...]]]:
    """``[start, end)`` of each known word in folded words, the longest at each place, with its forms."""
    known, longest = _table()
    found, start = [], 0
    while start < len(words):
        most = min(longest, len(words) - start)
        size = next((n for n in range(most, 1, -1) if words[start : start + n] in known), 0)
        if size:
            found.append((start, start + size, known[words[start : start + size]]))
        start += size or 1
    return found


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, tuple[str, ...]], int]:
    raw = tomllib.loads(_SHIPPED.read_text(encoding="utf-8"))
    forms: dict[str, list[str]] = {}
    for group in raw["same"]["groups"]:
        for word in group:
            forms.setdefault(plain(word), []).extend(plain(other) for other in group if other != word)
    for word, inner in (*raw["within"].items(), *raw["said"].items()):
        forms.setdefault(plain(word), []).extend(map(plain, inner))
    for said, written in _everyday():
        forms.setdefault(said, []).extend(written.split("|"))
    return {word: tuple(dict.fromkeys(found)) for word, found in forms.items()}, max(map(len, forms))


def _everyday() -> list[list[str]]:
    """Rows of what people say, folded, and what reports write, forms set apart by ``|``."""
    with EVERYDAY.open(encoding="utf-8", newline="") as lines:
        rows = (line for line in lines if line[0] != "#")
        return list(csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))


_COMMONEST = 0.3


def telling(need: Need, evidence: Evidence) -> Need:
    """The same need with the words that many sentences of the report use weighing less: 海洋 tells, 发展 not.

    What no sentence uses keeps its weight.
    """
    sentences = evidence.sentences
    length = math.log(len(sentences) + 1)
    share: list[float | None] = [None] * len(need.content)
    for i, pair in need.pairs:
        if used := sum(pair in text for text in sentences):
            rarity = max(0.0, 1 - math.log(1 + used) / length)
            for at in (i, i + 1):
                share[at] = rarity if share[at] is None else min(share[at] or 0.0, rarity)
    weights = tuple(
        weight * (1.0 if rarity is None else _COMMONEST + (1 - _COMMONEST) * rarity)
        for weight, rarity in zip(need.weights, share, strict=True)
    )
    return replace(need, weights=weights, total=sum(weights) or 1.0)
