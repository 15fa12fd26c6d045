"""Terms of the keyword search and its BM25 score.

Chinese text has no spaces, so its terms are pairs of neighbouring characters; Latin words and
numbers are kept whole. A few reports are scored straight from their text, which is faster than
any index; ``postings`` serves searches over the whole store with the same terms and weights.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reports.patterns import regex

K1 = 0.2
"""Low: that a passage has all of a question's words says more than that it has one of them often."""
B = 0.4
_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_HAN_RUN = regex(f"[{_HAN}]+")
WORD = regex(r"[a-z0-9]+(?:\.[0-9]+)?")
_WIDE = regex("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uf900-\ufaff]")
_GAP = regex(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")
# What makes a sentence a question says nothing about where its answer stands.
_ASKING = regex(
    "请问|请告诉我|告诉我|多少|哪些|哪个|哪里|哪年|哪天|哪几|什么时候|为什么|什么|为何|如何|怎么样|怎样|怎么|"
    "是否|有没有|能不能|是不是|几个|几项|几|谁|吗|呢|吧|呀"
)
# In a question they only join words: the pairs that they form are rare in texts, and so weigh too much.
_JOINING = regex("[的是]")


def fold(text: str) -> str:
    """The text as it is searched: lower case, half-width, no gaps inside Chinese."""
    if _WIDE.search(text):
        import unicodedata

        text = unicodedata.normalize("NFKC", text)
    if not text.isspace() and len(text.split(None, 1)) > 1:
        text = _GAP.sub("", text)
    return text.lower()


def terms_of(folded: str) -> list[str]:
    """Every term of a folded text, repeated as often as it occurs."""
    terms = [run[i : i + 2] for run in _HAN_RUN.findall(folded) for i in range(len(run) - 1)]
    terms.extend(WORD.findall(folded))
    return terms


def query_terms(query: str) -> Counter[str]:
    """The terms of a question and how often each occurs, question and joining words left out."""
    folded = fold(query)
    bare = _JOINING.sub("|", _ASKING.sub("|", folded))
    return Counter(terms_of(bare)) or Counter(terms_of(folded))


def searchable(identity: str, path: Iterable[str], text: str, names: str) -> str:
    """All that a chunk is found by: which report, which section, its text, its facts' names."""
    return fold("|".join((identity, *path, text, names)))


@dataclass(frozen=True, slots=True)
class Weights:
    """What BM25 needs to know of the store: inverse document frequencies and the mean length."""

    idf: dict[str, float]
    mean_length: float


def idf(documents: int, frequency: int) -> float:
    """Robertson's inverse document frequency, never negative."""
    return math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5))


def score_texts(texts: Sequence[str], terms: Counter[str], weights: Weights) -> list[float]:
    """The BM25 score of each folded text."""
    pairs = [(t, weights.idf[t] * n * (K1 + 1)) for t, n in terms.items() if not WORD.fullmatch(t)]
    words = [(t, weights.idf[t] * n * (K1 + 1)) for t, n in terms.items() if WORD.fullmatch(t)]
    scores = []
    for text in texts:
        norm = K1 * (1 - B + B * len(text) / weights.mean_length)
        score = 0.0
        for term, weight in pairs:
            if count := text.count(term):
                score += weight * count / (count + norm)
        if words:
            found = Counter(WORD.findall(text))
            score += sum(w * found[t] / (found[t] + norm) for t, w in words if t in found)
        scores.append(score)
    return scores
