"""What goes with the sentence that answers best: its items, the heads below it, what follows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reports.repair import tidy
from reports.text import plain

from .evidence import Evidence
from .matching import sentence_coverage, weigh
from .passages import PROBLEMS, PROBLEMS_ASKED, Found
from .slots import Slots
from .spoken import content_for

_ANNOUNCES = re.compile(
    r"[一二三四五六七八九十]+(?:个|大|项|件)?(?:方面|重点|任务|工程|行动|目标|举措|实事)|(?:以下|下列|如下)"
)
_LIST_ASKED = re.compile("哪|什么|方面|重点|怎|如何|几条|几点|要求|分别")
_ITEM = re.compile(
    r"(?:各位代表[!！,，:：]?)?(?:[(（]?([一二三四五六七八九十]{1,3})(?:[)）]|是(?!年|个(?!别)|家)|要(?![求素闻点])|、)|第([一二三四五六七八九十]{1,2})[，,、是]|[(（]?(\d{1,2})[)）.、．])"
)
_DIGITS = {c: i for i, c in enumerate("一二三四五六七八九", 1)}
# What ends the list of a report's problems: what is to be done about them.
_REMEDY = re.compile(
    r"^(?:对此|对于这些|针对(?:这些|以上|上述)|面对(?:这些|以上)|我们(?:必须|要|一定|将)|为此|这些都?(?:问题)?|解决这些|下一步)"
)
_ACKNOWLEDGED = re.compile("认识到|看到|意识到|正视|主要是|主要有|主要表现|问题和|存在[^，。]{0,12}问题")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run ``[start, end)`` of a report's stored text that an answer quotes."""

    evidence: Evidence
    start: int
    end: int

    @property
    def text(self) -> str:
        """The run on one line."""
        return tidy(self.evidence.report.text[self.start : self.end])


def piece_of(evidence: Evidence, index: int) -> Piece:
    """The sentence with that index."""
    sentence = evidence.report.sentences[index]
    return Piece(evidence, sentence.start, sentence.end)


def gather(slots: Slots, found: Sequence[Found], *, limit: int = 360) -> list[Piece]:
    """The best sentence with those that go with it, in the report's order, at most ``limit`` characters.

    Items that it announces and heads below it come first of all; the sentences that follow it in its
    section belong to it when it opens the section; others come in when they cover nearly as much.
    """
    top = found[0]
    evidence = top.evidence
    if _LIST_ASKED.search(slots.text):
        if heads := _heads_below(slots, top, limit):
            return heads
        if heads := _siblings(slots, top):
            return heads
        if items := _items(slots, top, limit):
            return items
    if PROBLEMS_ASKED.search(slots.text) and (told := _problems(top, limit)):
        return told
    return [piece_of(evidence, i) for i in _around(slots, found, limit)]


def _around(slots: Slots, found: Sequence[Found], limit: int) -> list[int]:
    top = found[0]
    report = top.evidence.report
    chosen = {top.index}
    size = len(top.text)
    opens = _opens(top) or (PROBLEMS_ASKED.search(slots.text) and PROBLEMS.search(top.text))
    own = report.sections[top.section].path
    for index in range(top.index + 1, len(report.sentences)) if opens else ():
        path = report.sections[report.sentences[index].section].path
        length = len(piece_of(top.evidence, index).text)
        if path[: len(own)] != own or size + length > limit:
            break
        chosen.add(index)
        size += length
    for other in found[1:]:
        near = 0.8 if other.section == top.section else 0.95
        if other.evidence is not top.evidence or other.covered < top.covered * near:
            continue
        if other.index in chosen or size + len(other.text) > limit:
            continue
        chosen.add(other.index)
        size += len(other.text)
    return sorted(chosen)


def _problems(top: Found, limit: int) -> list[Piece]:
    """The problems that a report acknowledges: its announcing sentence and those up to the remedy."""
    evidence, report = top.evidence, top.evidence.report
    first = top.index
    for index in range(top.index, max(-1, top.index - 12), -1):
        if report.sentences[index].section != report.sentences[top.index].section:
            break
        if _ACKNOWLEDGED.search(piece_of(evidence, index).text):
            first = index
            break
    told = [piece_of(evidence, first)]
    size = len(told[0].text)
    for index in range(first + 1, len(report.sentences)):
        piece = piece_of(evidence, index)
        size += len(piece.text)
        same = report.sentences[index].section == report.sentences[first].section
        if not same or size > limit or _REMEDY.match(piece.text):
            break
        told.append(piece)
    return told if len(told) > 1 else []


def _number(text: str) -> int:
    """The ordinal that a sentence begins with (一是, （二）, 3.), or 0."""
    match = _ITEM.match(text.strip())
    if match is None:
        return 0
    if match[3]:
        return int(match[3])
    numeral = match[1] or match[2]
    if "十" in numeral:
        tens, _, ones = numeral.partition("十")
        return 10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0)
    return _DIGITS.get(numeral, 0)


_FIRST = re.compile(r"[：:,，](?=一(?:是|要)|[(（]?1[)）.、．])")


def _items(slots: Slots, top: Found, limit: int) -> list[Piece]:
    """The numbered items (一是…二是…) that the sentence announces or is one of, each at its essence.

    The first may stand in the announcing sentence itself. Empty where there are fewer than two.
    """
    evidence, report = top.evidence, top.evidence.report
    section = report.sentences[top.index].section
    start = top.index
    if _number(top.text) > 1 and not _announced(top.text):
        start = next(
            (
                i
                for i in range(top.index - 1, max(-1, top.index - 30), -1)
                if report.sentences[i].section == section
                and (_number(piece_of(evidence, i).text) == 1 or _announced(piece_of(evidence, i).text))
            ),
            top.index,
        )
        if start == top.index or not _covers(slots, top, start):
            return []
    lead = piece_of(evidence, start)
    items = [lead]
    wanted = 2 if _announced(lead.text) or _number(lead.text) == 1 else 1
    if wanted == 1 and not (_ANNOUNCES.search(lead.text) or PROBLEMS.search(lead.text) or _ends_open(lead)):
        return []
    for index in range(start + 1, min(len(report.sentences), start + 60)):
        if report.sentences[index].section != section:
            break
        piece = piece_of(evidence, index)
        if _number(piece.text) == wanted:
            items.append(piece)
            wanted += 1
        elif (wanted == 1 and index > start + 2) or (wanted > 2 and _REMEDY.match(piece.text)):
            break
    return _shortened(items, limit) if wanted > 2 else []


def _covers(slots: Slots, top: Found, start: int) -> bool:
    """Whether the sentence before the items speaks of what was asked, and not one item alone."""
    evidence = top.evidence
    need = weigh(content_for(slots, evidence), evidence)
    before = [evidence.sentences[i] for i in (start, start - 1) if i >= 0]
    return bool(PROBLEMS_ASKED.search(slots.text)) or sentence_coverage(need, [(before[0], 1.0)]) >= 0.6


def _announced(text: str) -> bool:
    return bool(_FIRST.search(text))


def _ends_open(piece: Piece) -> bool:
    return piece.text.endswith(("：", ":"))


def _shortened(items: Sequence[Piece], limit: int) -> list[Piece]:
    """Each item whole where all fit in, else its first clauses."""
    if sum(len(p.text) for p in items) <= limit:
        return list(items)
    most = max(40, limit // len(items))
    cut = []
    for piece in items:
        text = piece.evidence.report.text[piece.start : piece.end]
        at = len(text)
        if len(text) > most:
            marks = [m.end() for m in re.finditer("[，；。：]", text) if m.end() <= most + 20]
            at = marks[-1] if marks else len(text)
        cut.append(Piece(piece.evidence, piece.start, piece.start + at))
    return cut


def _heads_below(slots: Slots, top: Found, limit: int) -> list[Piece]:
    """The heads that a sentence announces (抓好八个方面), or those below a head asked for."""
    report = top.evidence.report
    own = report.sections[top.section]
    is_head = report.sentences[top.index].start == own.start and own.level > 0
    announces = _ANNOUNCES.search(top.text) or top.text.endswith(("：", ":"))
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


_HOW = re.compile("怎|如何|措施|举措|做法|办法")


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
    need = weigh(content_for(slots, top.evidence), top.evidence)
    return need.says_something and sentence_coverage(need, [(plain(title), 1.0)]) >= 0.8


_HOW_MANY = re.compile(r"哪?([两二三四五六七八九十]{1,2}|\d{1,2})(?:个|大|项|条|点|件)(?:方面|领域|重点)?")


def how_many(text: str) -> int:
    """How many a question says there are (是哪八个); 0 where it does not say."""
    numbers = [m[1] for m in _HOW_MANY.finditer(text)]
    if not numbers:
        return 0
    last = numbers[-1]
    return int(last) if last.isdigit() else 2 if last == "两" else _number(f"（{last}）")


def _siblings(slots: Slots, top: Found) -> list[Piece]:
    """The heads beside the one that was found, where they are as many as the question says."""
    count = how_many(slots.text)
    evidence, report = top.evidence, top.evidence.report
    own = report.sections[top.section]
    if count < 3 or own.level < 1 or report.sentences[top.index].start != own.start:
        return []
    heads = [s for s in report.sections if s.level == own.level and s.path[:-1] == own.path[:-1]]
    first = {report.sentences[i].start: i for i in range(len(report.sentences))}
    if len(heads) != count or not all(h.start in first for h in heads):
        return []
    return [piece_of(evidence, first[h.start]) for h in heads]


def _opens(found: Found) -> bool:
    """Whether the sentence announces what follows: a head, 一是…, or the start of its section."""
    report = found.evidence.report
    section = report.sections[found.section] if found.section < len(report.sections) else None
    sentence = report.sentences[found.index]
    text = found.text
    return bool(
        len(text) < 40 or text.endswith(("：", ":")) or (section and sentence.start <= section.body + 1)
    )
