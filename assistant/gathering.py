"""What goes with the sentence that answers best: its items, the heads below it, what follows it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .headings import ANNOUNCES, heads_below, siblings
from .matching import sentence_coverage, weigh
from .passages import PROBLEMS, PROBLEMS_ASKED, Found
from .pieces import Piece, number_of, piece_of, shortened
from .slots import Slots
from .spoken import content_for

_LIST_ASKED = re.compile("哪|什么|方面|重点|怎|如何|几条|几点|要求|分别")
# What ends the list of a report's problems: what is to be done about them.
_REMEDY = re.compile(
    r"^(?:对此|对于这些|针对(?:这些|以上|上述)|面对(?:这些|以上)|我们(?:必须|要|一定|将)|为此|这些都?(?:问题)?|解决这些|下一步)"
)
_ACKNOWLEDGED = re.compile("认识到|看到|意识到|正视|主要是|主要有|主要表现|问题和|存在[^，。]{0,12}问题")


def gather(slots: Slots, found: Sequence[Found], *, limit: int = 360) -> list[Piece]:
    """The best sentence with those that go with it, in the report's order, at most ``limit`` characters.

    Items that it announces and heads below it come first of all; the sentences that follow it in its
    section belong to it when it opens the section; others come in when they cover nearly as much.
    """
    top = found[0]
    evidence = top.evidence
    if _LIST_ASKED.search(slots.text):
        if heads := siblings(slots, top):
            return heads
        if heads := heads_below(slots, top, limit):
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


_FIRST = re.compile(r"[：:,，](?=一(?:是|要)|[(（]?1[)）.、．])")


def _items(slots: Slots, top: Found, limit: int) -> list[Piece]:
    """The numbered items (一是…二是…) that the sentence announces or is one of, each at its essence.

    The first may stand in the announcing sentence itself. Empty where there are fewer than two.
    """
    evidence, report = top.evidence, top.evidence.report
    section = report.sentences[top.index].section
    start = top.index
    if number_of(top.text) > 1 and not _announced(top.text):
        start = next(
            (
                i
                for i in range(top.index - 1, max(-1, top.index - 30), -1)
                if report.sentences[i].section == section
                and (number_of(piece_of(evidence, i).text) == 1 or _announced(piece_of(evidence, i).text))
            ),
            top.index,
        )
        if start == top.index or not _covers(slots, top, start):
            return []
    lead = piece_of(evidence, start)
    items = [lead]
    wanted = 2 if _announced(lead.text) or number_of(lead.text) == 1 else 1
    if wanted == 1 and not (ANNOUNCES.search(lead.text) or PROBLEMS.search(lead.text) or _ends_open(lead)):
        return []
    for index in range(start + 1, min(len(report.sentences), start + 60)):
        if report.sentences[index].section != section:
            break
        piece = piece_of(evidence, index)
        if number_of(piece.text) == wanted:
            items.append(piece)
            wanted += 1
        elif (wanted == 1 and index > start + 2) or (wanted > 2 and _REMEDY.match(piece.text)):
            break
    return shortened(items, limit) if wanted > 2 else []


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


def _opens(found: Found) -> bool:
    """Whether the sentence announces what follows: a head, 一是…, or the start of its section."""
    report = found.evidence.report
    section = report.sections[found.section] if found.section < len(report.sections) else None
    sentence = report.sentences[found.index]
    text = found.text
    return bool(
        len(text) < 40 or text.endswith(("：", ":")) or (section and sentence.start <= section.body + 1)
    )
