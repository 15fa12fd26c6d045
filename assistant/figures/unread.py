"""The rest of what is asked, where the sentence tells it in what no reader takes for a figure.

全球第四大港, 恢复到7群, 总投资超百亿元: the clauses of the figure that was found and of what tells the rest
are quoted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.patterns import regex
from reports.text import plain
from vectorstore.records import ReportEntry

from ..drafting.citing import Citer
from ..drafting.drafts import Draft, search_words
from ..evidence.fits import unit_fits
from ..evidence.matches import Match
from ..evidence.matching import sentence_coverage, weigh
from ..evidence.pieces import Piece, piece_of
from ..evidence.prepared import Shelf
from ..passages.chosen import passage_reports
from ..questions.slots import Ask, Slots
from .beside import says

_NUMERAL = "[一二两三四五六七八九十百千]"
_RANKED = regex(rf"第(?:\d+|{_NUMERAL}+)|前(?:\d+|{_NUMERAL}+)[位名强]|首位|榜首")
_RANK_BEGINS = regex("[，,、]?(?:[跃位居列排升跻]|规模|总量|增速|水平|全[国省市球]|世界)")
_AMOUNT = regex("(?:[百千]|[十百千]万|[百千]亿|[十百]亿|万亿)[万亿]?元")
_COUNTED = regex("(?:多少|几)(?:万|亿)?([一-鿿])")
_CLAUSE = regex("[^，,。！？；;]+[，,。！？；;]?")
_FITS = 0.6
_SAID = 0.5


def told_in_words(asks: Sequence[Ask], found: Sequence[Match]) -> Draft | None:
    """The clauses that tell ``found`` and the one thing besides that ``asks`` ask for; None where none do."""
    lacking = [ask for ask in asks if not any(_tells(m, ask) for m in found)]
    first = min(found, key=lambda m: m.fact.start)
    if len(lacking) != 1 or len({(m.evidence.entry.id, m.fact.sentence_start) for m in found}) != 1:
        return None
    ask = lacking[0]
    text = first.evidence.report.text
    clauses = [
        (m.start() + first.fact.sentence_start, m.end() + first.fact.sentence_start)
        for m in _CLAUSE.finditer(text[first.fact.sentence_start : first.fact.sentence_end])
    ]
    own = next((i for i, (start, end) in enumerate(clauses) if start <= first.fact.start < end), None)
    pattern = _told_as(ask)
    if own is None or pattern is None:
        return None
    figures = [range(m.fact.start, m.fact.start + len(m.fact.figure)) for m in found]
    for index in (own, own + 1):
        if index >= len(clauses) or (index > own and text[clauses[own][1] - 1] in "；;。"):
            break
        start, end = clauses[index]
        hits = (h for h in pattern.finditer(text, start, end) if not any(h.start() in f for f in figures))
        if next(hits, None) is None or (ask.measure == "位次" and not _goes_on(text, own, clauses, index)):
            continue
        last = max(m.fact.start + len(m.fact.figure) for m in found)
        end = max(end, next((e for s, e in clauses if s < last <= e), end))
        piece = Piece(first.evidence, clauses[own][0], end)
        citer = Citer()
        mark = citer.cite_figure(first)
        return Draft(piece.text.strip("，；。,; ") + "。" + mark, True, "extractive", citer)
    return None


_IN_A_ROW = regex("连续(?:多少|几)个?(年|月|季度|届|次|天)")
_ENOUGH = 0.7


def counted_in_words(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """The clause that says in words how long in a row: 连续五年获评; None where none does."""
    asked = _IN_A_ROW.search(slots.text)
    if asked is None or len(slots.asks) > 1:
        return None
    told = re.compile(rf"连续(?:\d+|{_NUMERAL}+)个?{asked[1]}")
    best: tuple[float, Piece] | None = None
    for entry in shelf.narrow(search_words(slots), passage_reports(slots, own), 8):
        evidence = shelf.evidence(entry)
        need = weigh(slots.content, evidence)
        for index, folded in enumerate(evidence.sentences):
            if not told.search(folded):
                continue
            whole = piece_of(evidence, index)
            for clause in _CLAUSE.finditer(evidence.report.text, whole.start, whole.end):
                if not told.search(clause.group()):
                    continue
                covered = sentence_coverage(need, [(plain(clause.group()), 1.0), (folded, 0.6)])
                if covered >= _ENOUGH and (best is None or covered > best[0]):
                    best = covered, Piece(evidence, clause.start(), clause.end())
    if best is None:
        return None
    citer, piece = Citer(), best[1]
    mark = citer.cite(piece.evidence, piece.start, piece.end)
    return Draft(piece.text.strip("，；。,; ") + "。" + mark, True, "extractive", citer)


def _goes_on(text: str, own: int, clauses: Sequence[tuple[int, int]], index: int) -> bool:
    """Whether a clause that ranks is of what was found: its own, or one with no subject of its own."""
    return index == own or _RANK_BEGINS.match(text[clauses[index][0] : clauses[index][1]]) is not None


def _tells(match: Match, ask: Ask) -> bool:
    if (match.fact.measure == "位次") != (ask.measure == "位次"):
        return False
    if ask.unit:
        return unit_fits(ask.unit, match.fact.base_unit) >= _FITS
    return says(ask.content, match.item) >= _SAID


def _told_as(ask: Ask) -> re.Pattern[str] | None:
    """How what is asked for may be told; None where the question does not say in what it is counted."""
    if ask.measure == "位次":
        return _RANKED
    if ask.unit == "元":
        return _AMOUNT
    if "几连" in ask.text:
        return re.compile(rf"{_NUMERAL}连|连续(?:\d|{_NUMERAL})+年")
    counted = _COUNTED.search(ask.text)
    return re.compile(rf"(?:\d|{_NUMERAL})[万亿余多]*{counted[1]}") if counted and not ask.measure else None
