"""Things that a question lists (教育和卫生方面各安排了什么): the sentence that speaks of each of them."""

from __future__ import annotations

from collections.abc import Sequence

from reports.patterns import regex
from reports.text import plain

from ..evidence.matching import sentence_coverage
from ..evidence.pieces import Piece, piece_of
from ..questions.slots import Slots
from .ranking import ENOUGH, Found
from .spoken import content_for
from .topics import weigh_open

_LIST = regex(
    r"[一-鿿]{2,12}?(?:、[一-鿿]{2,8})+(?:(?:和|与|以及|及)[一-鿿]{2,8})?|"
    r"[一-鿿]{2,10}(?:和|与|跟|以及)[一-鿿]{2,10}?(?=方面|领域|各|分别|怎么|如何)"
)
_EACH = regex("各|分别|怎么分")
_JOINT = regex("、|以及|和|与|跟|及")
_LEAST, _MOST = 2, 8
_NEAR, _REACH = 3, 8


def sentences_of_each(slots: Slots, found: Sequence[Found], limit: int) -> list[Piece]:
    """The best sentence of each thing listed, in the report's order; empty where one tells them all.

    So it is, too, where one of them is not spoken of beside the others, or they take more than ``limit``.
    """
    top = found[0]
    beside = [f.index for f in found if f.evidence is top.evidence and f.section == top.section]
    return _of_each(slots, top, beside, limit)


def _of_each(slots: Slots, top: Found, beside: Sequence[int], limit: int) -> list[Piece]:
    """The first of the sentences ``beside`` that speaks of each thing listed, in the report's order."""
    listed = _LIST.search(slots.text)
    if listed is None or not _EACH.search(slots.text):
        return []
    parts = _JOINT.split(plain(listed.group()))
    texts = [top.evidence.sentences[i] for i in beside]
    chosen: list[int] = []
    for number, part in enumerate(parts):
        at = _spoken_of(part, texts, first=number == 0, last=number == len(parts) - 1)
        if at < 0:
            return []
        chosen.append(beside[at])
    several = sorted(set(chosen))
    pieces = [piece_of(top.evidence, index) for index in several]
    return pieces if len(several) > 1 and sum(len(p.text) for p in pieces) <= limit else []


def each_told(slots: Slots, found: Sequence[Found], limit: int) -> list[Piece]:
    """The sentences of each thing listed, where they tell together what none of them tells alone."""
    if not found:
        return []
    top, evidence = found[0], found[0].evidence
    around = range(max(0, top.index - _REACH), min(len(evidence.sentences), top.index + _REACH + 1))
    same = [i for i in around if evidence.report.sentences[i].section == top.section]
    pieces = _of_each(slots, top, same, limit)
    if not pieces:
        return []
    need = weigh_open(content_for(slots, evidence), evidence)
    starts = {sentence.start: i for i, sentence in enumerate(evidence.report.sentences)}
    at = sorted(starts[piece.start] for piece in pieces)
    if at[-1] - at[0] > _NEAR * len(at):
        return []
    zones = [(evidence.sentences[i], 1.0) for i in at]
    zones += [(evidence.sentence(at[0] - 1), 0.8), (evidence.paths.get(found[0].section, ""), 0.8)]
    return pieces if sentence_coverage(need, zones) >= ENOUGH else []


def _spoken_of(part: str, texts: Sequence[str], *, first: bool, last: bool) -> int:
    """The first of ``texts`` that names a part; what stands before the first or after the last is no name."""
    for size in range(min(_MOST, len(part)), _LEAST - 1, -1):
        if size < len(part) and not (first or last):
            break
        name = part[-size:] if first else part[:size]
        for at, text in enumerate(texts):
            if name in text:
                return at
    return -1
