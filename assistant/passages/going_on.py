"""What goes on in a paragraph after the sentence that answers best, and where it turns to another matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from reports.genre import genre_pairs
from reports.patterns import regex

from ..evidence.matching import Need
from ..evidence.pieces import Piece, number_of, piece_of
from ..evidence.prepared import Evidence
from ..questions.kinds import asks_why
from ..questions.slots import Slots
from .headings import ANNOUNCES
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
    """Whether a folded question asks how something is done or what is done: several sentences may tell."""
    return not asks_why(text) and (asks_how(text) or _DEEDS_ASKED.search(text) is not None)


_PLURAL = regex("哪些|哪几|分别|各自?(?=[是有要怎做])")


# 作了哪些反思: 我们深刻认识到… is one, whatever it speaks of
_LESSONS_ASKED = regex("反思|教训|启示|启迪|体会|感悟|省思|检讨")
_LESSON = regex("(?:认识|体会|感受|意识)到|启示|教训|反思|深感")


def asks_several(slots: Slots) -> bool:
    """Whether a question asks for more than one thing or deed: their paragraph may tell them together."""
    return asks_deeds(slots.text) or (
        slots.task in ("list", "open") and _PLURAL.search(slots.text) is not None and not asks_why(slots.text)
    )


LONG = 40
"""Characters from which on a sentence says much by itself."""
_WHOLLY = 0.98


def only_first(found: Found) -> bool:
    """Whether a sentence says much by itself and announces nothing: it may just come first in its section."""
    text = found.text
    return len(text) >= LONG and not text.endswith(("：", ":")) and not ANNOUNCES.search(text)


def lists_wholly(slots: Slots, found: Found) -> bool:
    """Whether a sentence lists what a question asks for by all its words: it leaves nothing to the next.

    甲、乙、丙入选名单。
    """
    asked = slots.task == "list" and found.covered >= _WHOLLY and not asks_deeds(slots.text)
    return asked and "、" in found.text


def about(slots: Slots, top: Found, need: Need) -> list[int]:
    """The sentences around ``top`` that are of one matter with it: those under its short head, if few.

    Else those that follow it in its paragraph and use telling words of the question.
    """
    if group := _under_one_head(top, need, plainly=not asks_deeds(slots.text)):
        return group
    found: list[int] = []
    lessons = _LESSONS_ASKED.search(slots.text) is not None
    for index in range(top.index + 1, top.index + 1 + _ABOUT):
        if not follows(top, index) or number_of(text := top.evidence.sentences[index]) or turns(top, index):
            break
        told = _told(need, text)
        akin = len(told) >= _SEVERAL or max(told, default=0.0) >= _TELLS
        if not (akin or (lessons and _LESSON.search(text))):
            break
        found.append(index)
    return found


def between(evidence: Evidence, chosen: Iterable[int], need: Need) -> list[int]:
    """What stands between two of ``chosen`` in a paragraph and uses a telling word of the question."""
    at = sorted(chosen)
    found: list[int] = []
    for first, last in pairwise(at):
        gap = range(first + 1, last)
        one_line = not any(begins_line(evidence, i) for i in range(first + 1, last + 1))
        if 0 < len(gap) <= _ABOUT and one_line and all(_told(need, evidence.sentences[i]) for i in gap):
            found += gap
    return found


def akin(top: Found, index: int, need: Need) -> bool:
    """Whether a sentence uses a telling word of the question or of the best sentence."""
    text, own = top.evidence.sentences[index], top.evidence.sentences[top.index]
    return bool(_told(need, text)) or any(word.text in own for word in _telling(text))


def _told(need: Need, text: str) -> list[float]:
    """How rare each telling word of the question is that a folded sentence uses."""
    asked = {word.text: word.rarity for part in (need.content, *need.said) for word in _telling(part)}
    return [rarity for word, rarity in asked.items() if word in text]


def _under_one_head(top: Found, need: Need, *, plainly: bool) -> list[int]:
    """The other sentences from the head before ``top`` to the next one, the nearest first.

    二是畅通路网。启动甲路。改造乙路。三是… Empty where they are many, or where the head speaks neither of
    what is asked nor of what ``top`` does; with ``plainly`` it must speak of what is asked.
    """
    evidence, texts = top.evidence, top.evidence.sentences
    first = top.index
    while not (_heads(texts[first]) or begins_line(evidence, first)):
        first -= 1
    last = top.index + 1
    while follows(top, last) and not _heads(texts[last]):
        last += 1
    group = range(first, last)
    if first == top.index or len(group) > _FEW or sum(len(texts[i]) for i in group) > _SHORT_GROUP:
        return []
    held = [word for word in _telling(texts[first]) if word.text in texts[top.index]]
    of_top = not plainly and any(word.rarity >= _TELLS for word in held)
    if not (_heads(texts[first]) and (of_top or _told(need, texts[first]))):
        return []
    beside = (i for i in group if i != top.index and not (plainly and i == first))
    return sorted(beside, key=lambda i: (i < top.index, abs(i - top.index)))


def _heads(text: str) -> bool:
    """Whether a folded sentence opens a part of its paragraph: numbered, or short and without a list."""
    return number_of(text) > 0 or (len(text) <= _TURN and not re.search(r"[\d，,、]", text))


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


def _telling(text: str) -> list[Word]:
    return [w for w in words_of(text) if w.rarity >= _RARE and not is_general(w.text)]


_ABOUT = 3
_FEW, _SHORT_GROUP = 6, 420
_RARE, _TELLS, _SEVERAL = 3.0, 5.0, 2


def is_head(text: str) -> bool:
    """Whether a sentence is but a head: short, with neither a figure nor a list."""
    return len(text) <= _HEAD and not re.search(r"[\d、]", text)


def new_line(found: Found, index: int) -> bool:
    """Whether the sentence at ``index`` begins a line of the report."""
    return begins_line(found.evidence, index)


# 这样，也有利于…: one more reason
_ONE_MORE = regex("^(?:这样|这(?=[有是既也能将])|同时|此外|另外|其次|再次|再者|也)")


def reasons_after(top: Found) -> list[int]:
    """The sentences behind one that is asked about why: the next two, and what adds a reason to them."""
    found = [i for i in (top.index + 1, top.index + 2) if follows(top, i)]
    for index in range(top.index + 3, top.index + 3 + _ABOUT):
        if not follows(top, index) or not _ONE_MORE.match(top.evidence.sentences[index]):
            break
        found.append(index)
    return found


def with_cause(pieces: Sequence[Piece]) -> list[Piece]:
    """The runs with the sentence behind one that says why, where none of them does; all of one report."""
    evidence = pieces[0].evidence
    starts = {piece.start for piece in pieces}
    at = [i for i, s in enumerate(evidence.report.sentences) if s.start in starts]
    behind = cause_after(evidence, at) if all(p.evidence is evidence for p in pieces) else []
    return sorted({*pieces, *(piece_of(evidence, i) for i in behind)}, key=lambda p: p.start)


def begins_line(evidence: Evidence, index: int) -> bool:
    """Whether the sentence at ``index`` of a report begins a line of it."""
    report = evidence.report
    return not index or "\n" in report.text[report.sentences[index - 1].end : report.sentences[index].start]


def follows(top: Found, index: int) -> bool:
    """Whether a sentence follows ``top`` in its paragraph."""
    sentences = top.evidence.report.sentences
    if index >= len(sentences) or sentences[index].section != sentences[top.index].section:
        return False
    return not any(new_line(top, i) for i in range(top.index + 1, index + 1))
