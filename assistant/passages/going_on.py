"""What goes on in a paragraph after the sentence that answers best, and where it turns to another matter."""

from __future__ import annotations

import re

from reports.genre import genre_pairs

from ..evidence.pieces import number_of
from .ranking import Found
from .topics import is_general

_TURN = 16
_ON = 5
_HEAD = 24


def turns(top: Found, index: int) -> bool:
    """Whether a sentence within the paragraph of ``top`` only opens another matter: 卫生服务持续提升。"""
    text = top.evidence.sentences[index]
    if len(text) > _TURN or re.search("[\\d，,、]", text) or number_of(text):
        return False
    own = top.evidence.sentences[top.index]
    if len(own) <= _TURN:
        return index > top.index + 1 and not _shares(text, own)
    return not _shares(text, own)


def _shares(text: str, other: str) -> bool:
    """Whether two folded sentences use a word in common that not every report uses everywhere."""
    pairs = (text[i : i + 2] for i in range(len(text) - 1))
    return any(pair in other and pair in genre_pairs() and not is_general(pair) for pair in pairs)


def going_on(top: Found) -> list[int]:
    """The sentences that go on with ``top`` in its paragraph: all where it opens that, else what is akin."""
    sentences, found = top.evidence.sentences, []
    line = next((i for i in range(top.index, 0, -1) if new_line(top, i)), 0)
    opens = top.index - line <= 1
    for index in range(top.index + 1, top.index + 1 + _ON):
        if not follows(top, index) or turns(top, index) or number_of(sentences[index]):
            break
        if not (opens or _shares(sentences[index], sentences[top.index])):
            break
        found.append(index)
    return found


def is_head(text: str) -> bool:
    """Whether a sentence is but a head: short, with neither a figure nor a list."""
    return len(text) <= _HEAD and not re.search(r"[\d、]", text)


def new_line(found: Found, index: int) -> bool:
    """Whether the sentence at ``index`` begins a line of the report."""
    report = found.evidence.report
    return "\n" in report.text[report.sentences[index - 1].end : report.sentences[index].start]


def follows(top: Found, index: int) -> bool:
    """Whether a sentence follows ``top`` in its paragraph."""
    sentences = top.evidence.report.sentences
    if index >= len(sentences) or sentences[index].section != sentences[top.index].section:
        return False
    return not any(new_line(top, i) for i in range(top.index + 1, index + 1))
