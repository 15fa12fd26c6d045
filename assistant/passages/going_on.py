"""What goes on in a paragraph after the sentence that answers best, and where it turns to another matter."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reports.genre import genre_pairs
from reports.patterns import regex

from ..evidence.matching import Need
from ..evidence.pieces import number_of
from ..evidence.prepared import Evidence
from ..questions.kinds import asks_why
from .leanings import asks_how, says_why
from .ranking import Found
from .topics import is_general
from .weighty import Word, words_of

_TURN = 16
_ON = 5
_HEAD = 24


def turns(top: Found, index: int) -> bool:
    """Whether a sentence within the paragraph of ``top`` only opens another matter: 卫生服务持续提升。"""
    text = top.evidence.sentences[index]
    if len(text) > _TURN or re.search("[\\d，,、]", text) or number_of(text):
        return False
    if index == len(top.evidence.sentences) - 1 or not follows(top, index + 1):
        return False  # what ends its paragraph opens nothing
    before = top.evidence.sentences[index - 1]
    if any(word.text in before for word in _telling(text)):
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


# 哪些打算, 有什么新安排, 哪几条措施: what is done or planned, told by more than one sentence
_DEEDS_ASKED = regex(
    "(?:哪些|哪几[个项条点招]?|什么样?的?|啥)(?:具体|主要|重点|重大|重要|大|新|好|有效|实际|硬|高)*的?[一-鿿]{0,2}"
    "(?:安排|措施|举措|办法|做法|打算|动作|行动|部署|招数?|政策|支持|改善|改进|变化|进展|工作|事情?|实事|功夫|文章)(?=$|[，,。？?、和来去帮让])"
    "|(?:从|在)(?:哪些|哪几个?)方面|(?:要|准备|打算|计划|想|拟)[一-鿿]{0,2}[做干办搞改抓建](?:些|一些|点)?什么"
)


def asks_deeds(text: str) -> bool:
    """Whether a folded question asks how something is done, or what is done: more than one sentence may tell."""
    return not asks_why(text) and (asks_how(text) or _DEEDS_ASKED.search(text) is not None)


def about(top: Found, need: Need) -> list[int]:
    """The sentences around ``top`` in its paragraph that use a telling word of the question, nearest first.

    Those before it end where a list or another matter begins, those after it likewise.
    """
    asked = {word.text for part in (need.content, *need.said) for word in _telling(part)}
    found: list[int] = []
    for step in (1, -1):
        for index in range(top.index + step, top.index + step * (_ABOUT + 1), step):
            opens = index if step > 0 else index + 1
            if not _in_line(top, index) or number_of(top.evidence.sentences[opens]):
                break
            text = top.evidence.sentences[index]
            if turns(top, index) or not any(word in text for word in asked):
                break
            found.append(index)
    return found


def cause_after(evidence: Evidence, chosen: Iterable[int]) -> list[int]:
    """The first sentence in a paragraph behind one of ``chosen`` that says why in so many words.

    主要原因是… stands behind what says that it is so. Empty where one of ``chosen`` says why itself.
    """
    told = sorted(chosen)
    if any(says_why(evidence.sentences[i]) for i in told):
        return []
    for index in told:
        for behind in range(index + 1, min(index + 1 + _ABOUT, len(evidence.sentences))):
            if begins_line(evidence, behind):
                break
            if says_why(evidence.sentences[behind]):
                return [behind]
    return []


def _in_line(top: Found, index: int) -> bool:
    """Whether a sentence stands in the line of ``top``."""
    if index > top.index:
        return follows(top, index)
    sentences = top.evidence.report.sentences
    if index < 0 or sentences[index].section != sentences[top.index].section:
        return False
    return not any(new_line(top, i) for i in range(index + 1, top.index + 1))


def _telling(text: str) -> list[Word]:
    return [w for w in words_of(text) if w.rarity >= _RARE and not is_general(w.text)]


_ABOUT = 3
_RARE = 3.0


def is_head(text: str) -> bool:
    """Whether a sentence is but a head: short, with neither a figure nor a list."""
    return len(text) <= _HEAD and not re.search(r"[\d、]", text)


def new_line(found: Found, index: int) -> bool:
    """Whether the sentence at ``index`` begins a line of the report."""
    return begins_line(found.evidence, index)


def begins_line(evidence: Evidence, index: int) -> bool:
    """Whether the sentence at ``index`` of a report begins a line of it."""
    report = evidence.report
    return "\n" in report.text[report.sentences[index - 1].end : report.sentences[index].start]


def follows(top: Found, index: int) -> bool:
    """Whether a sentence follows ``top`` in its paragraph."""
    sentences = top.evidence.report.sentences
    if index >= len(sentences) or sentences[index].section != sentences[top.index].section:
        return False
    return not any(new_line(top, i) for i in range(top.index + 1, index + 1))
