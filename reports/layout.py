"""Which printed lines belong together: the paragraphs of a stored text.

Every document is judged as a whole first (`_Habit`): are its lines wrapped at a fixed width, is
its text cut into snippets (links that became lines of their own), or does it only break at page
ends? The places are then joined by that judgement.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from reports.patterns import regex

Span = tuple[int, int]

_STRIP = " \t\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u00ad\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
_STRIP += "\u2009\u200a\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
_CN = "一二三四五六七八九十"
_TERMINAL = regex(r"[。！？；：!?;:…][”’」』）)》】\]]*$")
_LABEL = regex(
    rf"(?:第[{_CN}]{{1,3}}(?:部分|章|篇|节)|[{_CN}]{{1,3}}[、．.](?![{_CN}]+[、产级])"
    rf"|[（(〔]\s*(?:[{_CN}]{{1,3}}|\d{{1,2}})\s*[)）〕]|\d{{1,2}}\s*[.．、](?!\d)|[①-⑳])"
)
_FIELD = regex(r"[^\s，。；：:、“”（）()]{2,10}[:：]")
_DUTY = regex(r"(?:责任|牵头|配合|协办|主办|承办|参与|分管)[^\s，。；：:]{1,6}[:：]")
_ADDRESS = regex(r"(?:各位(?:代表|委员)|同志们|——|[一二三四五六七八九十]是)")
_LEADS_ON = regex(r"(?:[，、,（(《“‘〔]|——|-)$")
_CANNOT_BEGIN = regex(r"[，。、；！？）》”’〕】%％,;!?)]")
_MARKED_PAGE = regex(
    r"(?:[-—–－―─·•~]{1,3}\s*\d{1,3}\s*[-—–－―─·•~]{1,3}|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?)$"
)
_PRINT_NOTE = regex(r"[〔（(【\[]?\s*共印\s*\d+\s*份\s*[〕）)】\]]?$")
_BARE_NUMBER = regex(r"\d{1,3}$")
_SPEAKS = regex(r"各位代表|各位委员|同志们")
_SENTENCE = regex(r"[。；！？]")
_STRONG_HEAD = regex(
    r"(?:(?:19|20)\d\d年|(?:过去|今后|未来)的?[三四五]年)[^，。]{0,20}(?:回顾|总结|重点|任务|安排|目标|要求|工作)$"
)


@dataclass(frozen=True, slots=True)
class _Habit:
    """How a document's lines came about. ``width`` is that of a full line where lines are wrapped."""

    width: float
    snippets: bool


def join_lines(text: str, *, excerpt: bool = False) -> list[list[Span]]:
    """The paragraphs of ``text`` in order, each as the stored ranges of its lines, without blanks,
    page numbers and print notes.

    An ``excerpt`` is too short to be judged as a whole and has no title: its open lines go on.
    """
    lines = _without_page_marks(text, _lines(text))
    habit = _Habit(0.0, True) if excerpt else _habit([text[a:b] for a, b in lines])
    paragraphs: list[list[Span]] = []
    state = _Paragraph()
    front = not excerpt
    for start, end in lines:
        line = text[start:end]
        if paragraphs and state.takes(line, habit, front):
            paragraphs[-1].append((start, end))
            state.grow(line)
        else:
            paragraphs.append([(start, end)])
            state = _Paragraph()
            state.grow(line)
        front = front and not (_SPEAKS.match(line) or _LABEL.match(line) or len(line) > 60 or "。" in line)
    return paragraphs


def _lines(text: str) -> list[Span]:
    found = []
    start = 0
    for line in text.split("\n"):
        stripped = line.strip(_STRIP)
        if stripped:
            begin = start + line.index(stripped[0])
            found.append((begin, begin + len(stripped)))
        start += len(line) + 1
    return found


def _without_page_marks(text: str, lines: list[Span]) -> list[Span]:
    """Bare numbers are page numbers only where they count up; a lone one may be a split figure."""
    bare = [int(text[a:b]) for a, b in lines if _BARE_NUMBER.match(text[a:b])]
    steps = sum(0 < y - x <= 2 for x, y in pairwise(bare))
    counted = len(bare) >= 3 and steps >= 0.8 * (len(bare) - 1)
    kept = []
    for a, b in lines:
        line = text[a:b]
        if len(line) < 24 and (_MARKED_PAGE.match(line) or _PRINT_NOTE.match(line)):
            continue
        if counted and _BARE_NUMBER.match(line):
            continue
        kept.append((a, b))
    return kept


def _width(line: str) -> float:
    """Width in Chinese characters: Latin and figures are half as wide, spaces are not counted."""
    narrow = len(line.encode("ascii", "ignore"))
    spaces = len(line) - sum(map(len, line.split()))
    return len(line) - narrow / 2 - spaces / 2


def _habit(lines: list[str]) -> _Habit:
    sample = lines[:2000]
    short = [line[:400] for line in sample]
    open_ended = sum(not _TERMINAL.search(line) for line in short)
    widths = Counter(round(_width(line)) for line in short)
    mode, _ = max(widths.items(), key=lambda item: item[1], default=(0, 0))
    near = sum(count for width, count in widths.items() if abs(width - mode) <= 3)
    wrapped = len(sample) >= 12 and 14 <= mode <= 80 and near >= 0.6 * len(sample)
    wrapped = wrapped and open_ended >= 0.4 * len(sample)
    stray = sum(bool(_CANNOT_BEGIN.match(line)) for line in sample)
    return _Habit(float(mode) if wrapped else 0.0, stray >= 3 and stray >= 0.015 * len(sample))


class _Paragraph:
    """The paragraph under way, with what the next decision needs of it (never the whole text)."""

    def __init__(self) -> None:
        self.size = 0
        self.last = ""
        self.head = False
        self.sentence = False
        self.comma = False

    def grow(self, line: str) -> None:
        if not self.size:
            self.head = bool(_LABEL.match(line) or _FIELD.match(line))
        self.size += len(line)
        self.last = line
        self.sentence = self.sentence or bool(_SENTENCE.search(line))
        self.comma = self.comma or "，" in line

    def takes(self, line: str, habit: _Habit, front: bool) -> bool:
        """Whether ``line`` goes on with this paragraph."""
        if _CANNOT_BEGIN.match(line):
            return True
        if _ADDRESS.match(line) or _DUTY.match(line):
            return False
        if _LEADS_ON.search(self.last):
            return not (_LABEL.match(line) and self.last[-1] not in "，、")
        if _LABEL.match(line):
            return False
        closed = bool(_TERMINAL.search(self.last[-12:]))
        if front:  # titles, names and dates stand line by line; a lone character is a title's last
            return not closed and len(line) == 1
        if habit.width:
            return self._takes_wrapped(line, habit.width, closed)
        if closed or _FIELD.match(line) or _STRONG_HEAD.match(line) or _STRONG_HEAD.match(self.last):
            return False
        if habit.snippets:
            return not self.head or self.sentence
        if not self._is_body():
            return False
        return bool(_TERMINAL.search(line[-12:])) or len(line) > 30

    def _takes_wrapped(self, line: str, width: float, closed: bool) -> bool:
        full = _width(self.last) >= width - 2.5
        if self.head and not self.sentence and not full:  # a head that was set on two lines
            return not closed and not _TERMINAL.search(line) and _width(line) < 0.8 * width
        if closed:  # the sentence ends where the line is full: most likely by chance
            return full and _width(self.last) >= width - 1 and self.last[-1] not in "：:"
        return full or self._is_body()

    def _is_body(self) -> bool:
        return self.sentence or (self.comma and self.size >= 26 and not self.head)
