"""Cleans an LLM's text as it streams: no thinking, no links, images, markup or hidden characters."""

from __future__ import annotations

import re
import unicodedata

from reports.patterns import regex

_THINK_OPEN = regex(r"<\s*(?:think|thinking|reasoning)\s*>", re.IGNORECASE)
_THINK_CLOSE = regex(r"<\s*/\s*(?:think|thinking|reasoning)\s*>", re.IGNORECASE)
_URL = r"(?:(?:https?|ftp|file)://|www\.|javascript:|data:[a-z]+/)[^\s一-鿿，。；！？、（）“”)]*"
_RULES = (
    (regex(r"!\[[^\[\]]*\](?:\([^)]*\)|\[[^\]]*\])?"), ""),
    (regex(r"\[([^\[\]]*)\]\([^)]*\)"), r"[\1]"),
    (regex(r"<[^<>\n]{1,400}>"), ""),
    # What the pieces of two tags might make up together is none.
    (regex("<"), "＜"),
    (regex(_URL, re.IGNORECASE), ""),
    (regex(r"\*\*|__|`+|~~"), ""),
    (regex(r"(?m)^[ \t]*#{1,6}[ \t]+"), ""),
    (regex("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b-\x1f]"), ""),
)
_WIDE = regex(r"(?![0-9])\d|[％．]")
# Marks in the shapes that models write: 【1】, [1, 2], [资料1], [^1], ［1］, [1†source].
_MARK = regex(
    r"[\[【〔［]\s*\^?(?:资料|来源|编号|引用|数据)?\s*(\d{1,3}(?:\s*[,，、;；\-]\s*\d{1,3})*)(?:†[^\]】]*)?\s*[\]】〕］]"
)
_BRACKETS = regex(r"\[((?!\d{1,3}\])[^\[\]\n]{0,200})\]")
# What may still become a mark, a link, a tag or a URL when more text comes.
_UNDECIDED = regex(
    r"(?:!?[\[【〔［][^\[\]【】〔〕［］\n]{0,200}|!?\[[^\[\]\n]{0,200}\]|!?\[[^\[\]\n]{0,200}\][(\[][^)\]\n]{0,600}"
    rf"|!|<[^<>\n]{{0,400}}|{_URL}|(?:h|ht|htt|https?|https?:/?|w|ww|www|ftp?|ftp:/?|f|fi|file|file:/?"
    r"|j|ja|jav|java|javascript|d|da|dat|data|data:[a-z]*)|(?<![*_`~#])[*_`~#]+)$",
    re.IGNORECASE,
)


class Cleaner:
    """Takes the raw pieces and gives clean ones; holds back what is not decided yet."""

    def __init__(self) -> None:
        self._tail = ""
        self._thinking = False

    def feed(self, raw: str) -> tuple[str, bool]:
        """(clean text, whether all text given before was thinking and must go)."""
        self._tail += raw
        out: list[str] = []
        dropped = False
        while True:
            if self._thinking:
                close = _THINK_CLOSE.search(self._tail)
                if close is None:
                    # Only a beginning tag can still matter.
                    at = self._tail.rfind("<")
                    self._tail = self._tail[at:] if at >= 0 else ""
                    return "".join(out), dropped
                self._tail, self._thinking = self._tail[close.end() :].lstrip(), False
                continue
            close = _THINK_CLOSE.search(self._tail)
            start = _THINK_OPEN.search(self._tail)
            if close and (start is None or close.start() < start.start()):
                # The template left the opening tag out: what came so far was thinking.
                out, dropped = [], True
                self._tail = self._tail[close.end() :].lstrip()
                continue
            if start:
                out.append(_cleaned(self._tail[: start.start()]))
                self._tail, self._thinking = self._tail[start.end() :], True
                continue
            break
        undecided = _UNDECIDED.search(self._tail)
        cut = undecided.start() if undecided else len(self._tail)
        out.append(_cleaned(self._tail[:cut]))
        self._tail = self._tail[cut:]
        return "".join(out), dropped

    def finish(self) -> str:
        """The rest, once no more comes."""
        last = re.sub(r"<[^<>\n]*$", "", self._tail)
        rest, self._tail = ("" if self._thinking else _cleaned(last)), ""
        return re.sub(r"!?\[[^\]\n]*(?:\]\([^)\n]*)?$", "", rest)


def _half_width(match: re.Match[str]) -> str:
    return str(unicodedata.decimal(match.group(), "")) or unicodedata.normalize("NFKC", match.group())


def _cleaned(text: str) -> str:
    # Figures are shown in the digits in which they are checked: 1７9 and 𝟏𝟕𝟗 are 179.
    text = _WIDE.sub(_half_width, text)
    for pattern, new in _RULES:
        text = pattern.sub(new, text)
    text = _MARK.sub(lambda m: "".join(f"[{n}]" for n in re.findall(r"\d+", m[1])), text)
    return _BRACKETS.sub(r"\1", text)


def clean(text: str) -> str:
    """A whole text cleaned."""
    cleaner = Cleaner()
    first, _ = cleaner.feed(text)
    return first + cleaner.finish()
