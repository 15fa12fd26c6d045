"""The sentences of a paragraph whose short head says what is asked: they tell how it is done."""

from __future__ import annotations

from collections.abc import Sequence

from ..evidence.matching import sentence_coverage
from ..questions.slots import Slots
from .leads import short_heads
from .ranking import Found
from .spoken import content_for
from .topics import weigh_open

_HEAD = 24
_BY_HEAD = 0.6


def from_head(slots: Slots, found: Sequence[Found]) -> list[int]:
    """The sentences between the head of its line and the best one, where the head says what is asked."""
    top = found[0]
    head = short_heads(top.evidence)[top.index]
    if head < 0:
        return []
    need = weigh_open(content_for(slots, top.evidence), top.evidence)
    told = sentence_coverage(need, [(top.evidence.sentences[head], 1.0)])
    return list(range(top.index - 1, head, -1)) if told >= _BY_HEAD else []


def under_head(found: Sequence[Found]) -> range:
    """The sentences after the best one, up to the next head, where a short head before it says what is asked.

    Reports open a paragraph with such a head (加快现代金融业发展。): all that follows is of it.
    """
    top = found[0]
    report, sentences = top.evidence.report, top.evidence.sentences
    section = report.sentences[top.index].section
    first = top.index
    while first > 0 and report.sentences[first - 1].section == section and len(sentences[first]) > _HEAD:
        first -= 1
    told = [f for f in found if f.index == first and f.evidence is top.evidence and f.covered >= 0.4]
    if first == top.index or len(sentences[first]) > _HEAD or not told:
        return range(0)
    last = top.index + 1
    while (
        last < len(sentences) and report.sentences[last].section == section and len(sentences[last]) > _HEAD
    ):
        last += 1
    return range(top.index + 1, last)
