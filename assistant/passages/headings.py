"""Heads that answer: those that a sentence announces, those below a head, those beside it."""

from __future__ import annotations

from reports.patterns import regex
from reports.text import plain

from ..evidence.matching import sentence_coverage
from ..evidence.pieces import Piece, number_of, piece_of
from ..questions.slots import Slots
from .ranking import Found
from .spoken import content_for
from .topics import weigh_open

ANNOUNCES = regex(
    r"[一二三四五六七八九十]+(?:个|大|项|件)?(?:方面|重点|任务|工程|行动|目标|举措|实事)|(?:以下|下列|如下)"
)


def heads_below(slots: Slots, top: Found, limit: int) -> list[Piece]:
    """The heads that a sentence announces (抓好八个方面), or those below a head asked for."""
    report = top.evidence.report
    own = report.sections[top.section]
    is_head = report.sentences[top.index].start == own.start and own.level > 0
    announces = ANNOUNCES.search(top.text) or top.text.endswith(("：", ":"))
    if not (announces or (is_head and _speaks_of(slots, top, own.title))):
        return []
    heads: list[Piece] = []
    wanted = None
    for index in range(top.index + 1, len(report.sentences)):
        sentence = report.sentences[index]
        section = report.sections[sentence.section]
        if section.level < own.level or (
            section.level == own.level
            and section.ordinal != own.ordinal
            and (wanted is None or wanted > own.level)
        ):
            break
        if sentence.section == own.ordinal:
            continue
        wanted = wanted or section.level
        if section.level < wanted:
            break
        if section.level == wanted and sentence.start == section.start:
            heads.append(piece_of(top.evidence, index))
    lead = piece_of(top.evidence, top.index)
    size = len(lead.text)
    kept = []
    for head in heads:
        size += len(head.text)
        if size > limit + 200:
            break
        kept.append(head)
    if len(kept) >= 2 and _HOW.search(slots.text):
        kept = [p for head in kept for p in _with_its_text(head, limit // len(kept))]
    return [lead, *kept] if len(kept) >= 2 else []


_HOW = regex("怎|如何|措施|举措|做法|办法")


def _with_its_text(head: Piece, room: int) -> list[Piece]:
    """A head with the sentences below it: how something is done is told by these, not by heads alone."""
    report = head.evidence.report
    first = next(i for i, s in enumerate(report.sentences) if s.start == head.start)
    pieces, size = [head], len(head.text)
    for index in range(first + 1, len(report.sentences)):
        piece = piece_of(head.evidence, index)
        size += len(piece.text)
        same = report.sentences[index].section == report.sentences[first].section
        if not same or (size > room and len(pieces) > 1):
            break
        pieces.append(piece)
    return pieces


def _speaks_of(slots: Slots, top: Found, title: str) -> bool:
    need = weigh_open(content_for(slots, top.evidence), top.evidence)
    return need.says_something and sentence_coverage(need, [(plain(title), 1.0)]) >= 0.8


_HOW_MANY = regex(r"哪?([两二三四五六七八九十]{1,2}|\d{1,2})(?:个|大|项|条|点|件)(?:方面|领域|重点)?")


def how_many(text: str) -> int:
    """How many a question says there are (是哪八个); 0 where it does not say."""
    numbers = [m[1] for m in _HOW_MANY.finditer(text)]
    if not numbers:
        return 0
    last = numbers[-1]
    return int(last) if last.isdigit() else 2 if last == "两" else number_of(f"（{last}）")


def siblings(slots: Slots, top: Found) -> list[Piece]:
    """The heads beside the one that was found, where they are as many as the question says.

    So are those that all say what is asked about (在…上攻坚突破): none of them alone is the answer.
    """
    count = how_many(slots.text)
    evidence, report = top.evidence, top.evidence.report
    own = report.sections[top.section]
    if own.level < 1 or report.sentences[top.index].start != own.start:
        return []
    heads = [s for s in report.sections if s.level == own.level and s.path[:-1] == own.path[:-1]]
    first = {report.sentences[i].start: i for i in range(len(report.sentences))}
    heads = [h for h in heads if h.start in first]
    alike = [h for h in heads if _speaks_of(slots, top, h.title)]
    if _WHICH.search(slots.text) and 3 <= len(alike) >= len(heads) - 1:
        heads = alike
    elif count < 3 or len(heads) != count:
        return []
    return [piece_of(evidence, first[h.start]) for h in heads]


_WHICH = regex("哪|几个方面|什么方面")
