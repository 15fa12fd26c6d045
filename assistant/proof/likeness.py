"""How much of a sentence's words stand in a text: character pairs, the frame of sentences aside."""

from __future__ import annotations

import re

from reports.patterns import regex

from .claims import Claims

_FRAME = regex(
    r"根据|依据|按照|报告|资料|数据|显示|指出|提到|如下|具体|主要|包括|其中|以下|方面|几个|情况|总体|来看|综上|总的|此外|另外|同时|"
    r"有关|相关|问题|工作|以及|分别|分|别为|达到|达|为|是|在|的|了|和|与|等|将|对|于|并|也|还|都|中|及|从|其|这|该|全年|全[市县区州盟旗]|当地|政府"
)
NO_WORDS = regex(r"[^\w]|[\d_]")


def share(words: str, text: str) -> float:
    """The share of the words' character pairs that stand in ``text``."""
    pairs = {words[i : i + 2] for i in range(len(words) - 1) if "　" not in words[i : i + 2]}
    if not pairs:
        return 0.0
    return sum(1 for p in pairs if p in text) / len(pairs)


def bare(words: str) -> str:
    """Words without years, punctuation and the frame of a sentence; gaps are wide spaces."""
    plain = re.sub(r"\d{4}年|去年|今年|上年|目标|预计|同比|增长|下降|比|较", "　", words)
    return re.sub("　+", "　", NO_WORDS.sub("　", _FRAME.sub("　", plain))).strip("　")


def content(claims: Claims) -> str:
    """A sentence's words without its places and years; gaps are wide spaces."""
    text = claims.text
    for token in sorted((*claims.places, *claims.years), key=lambda t: -t.start):
        text = text[: token.start] + "　" + text[token.end :]
    return NO_WORDS.sub("　", _FRAME.sub("　", text)).strip("　")


def strangest(words: str, text: str) -> str:
    """The longest run of the words' characters of which no pair stands in ``text``."""
    known = [False] * len(words)
    for i in range(len(words) - 1):
        if words[i : i + 2] in text:
            known[i] = known[i + 1] = True
    left = "".join("　" if k else c for k, c in zip(known, words, strict=True))
    return max(left.split("　"), key=len)
