"""Parts of a report that open with one word, asked for by their number: 哪五个坚持, 五个必须是什么."""

from __future__ import annotations

from collections.abc import Sequence

from reports.patterns import regex
from reports.text import plain
from vectorstore.records import ReportEntry

from ..evidence.matching import sentence_coverage
from ..evidence.pieces import Piece, piece_of
from ..evidence.prepared import Evidence, Shelf
from ..questions.numerals import COUNTS
from ..questions.slots import Slots
from .ranking import ENOUGH
from .topics import weigh_open

_ASKED = regex(
    '哪?(?P<n>[三四五六七八九十])(?:个|条|项|大)[“"]?(?P<word>坚持|必须|聚焦|突出|强化|着力|致力于|做到|紧盯|围绕|'
    '坚定|狠抓|更加|始终|一定|全力)[”"]?(?=$|[，,。？?；]|[都分]?别?[是指有包都])'
)
_NUMBER = regex(r"^(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）、.]|[一二三四五六七八九十]是(?:要)?|我们)*")


def opened_alike(slots: Slots, chosen: Sequence[ReportEntry], shelf: Shelf) -> list[Piece]:
    """The parts, by the newest report of which one section has just as many; empty where none has."""
    asked = _ASKED.search(plain(slots.text))
    if asked is None:
        return []
    for entry in sorted(chosen, key=lambda e: -(e.identity.year or 0)):
        evidence = shelf.evidence(entry)
        runs = [run for run in _runs(asked["word"], evidence) if len(run) == COUNTS[asked["n"]]]
        headed = [run for run in runs if _of_topic(slots, asked["word"], evidence, run[0])]
        if len(told := headed or runs) == 1:
            return [piece_of(evidence, index) for index in told[0]]
    return []


def _of_topic(slots: Slots, word: str, evidence: Evidence, index: int) -> bool:
    """Whether the heads over a sentence speak of what is asked about besides its opening word."""
    words = _COUNT.sub(" ", slots.content.replace(word, " "))
    need = weigh_open(words, evidence)
    path = evidence.paths.get(evidence.report.sentences[index].section, "")
    return need.says_something and sentence_coverage(need, [(path, 1.0)]) >= ENOUGH


_COUNT = regex("提的?|[三四五六七八九十](?:个|条|项|大)")


def _runs(word: str, evidence: Evidence) -> list[list[int]]:
    """The sentences that open with a word: the numbered ones under one outermost head, others of one part."""
    runs: dict[str, list[int]] = {}
    for index, sentence in enumerate(evidence.report.sentences):
        text = evidence.sentences[index]
        bare = _NUMBER.sub("", text)
        if bare.startswith(word):
            path = evidence.report.sections[sentence.section].path
            outer = (path[0] if path else "") if bare != text else f"#{sentence.section}"
            runs.setdefault(outer, []).append(index)
    return list(runs.values())
