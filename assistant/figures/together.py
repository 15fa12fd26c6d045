"""Several things asked at once of one matter, told by one sentence: its clauses answer.

竣工、续建、新开工的各有几个: where the figures asked for cannot each be told apart by the question's words,
the sentence that speaks of the matter and holds as many figures of the kinds asked for is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.patterns import regex
from reports.records import Fact
from reports.text import plain
from vectorstore.records import ReportEntry

from ..drafting.citing import Citer
from ..drafting.drafts import Draft, search_words
from ..evidence.fits import is_asked_of, unit_fits
from ..evidence.matching import Need, sentence_coverage, weigh
from ..evidence.pieces import Piece
from ..evidence.prepared import Evidence, Shelf
from ..passages.chosen import passage_reports
from ..questions.content import without_names
from ..questions.kinds import measure_asked, unit_asked
from ..questions.slots import Slots
from ..records import PARTLY
from .beside import TOTAL_ASKED, name_lost

ENOUGH = 0.55
ENOUGH_PART = 0.45
_TELLING_UNITS = 0.1
"""So much less of the words is enough where the things asked for are of different named units (批, 人)."""
_MOST_CHARACTERS = 220
_SPARE = 3
"""How many figures more than were asked for the quoted clauses may hold."""
_NEAR = 0.04
_ASK = regex(
    r"第几|百分之(?:几|多少)|几成|多[大长高远宽](?=$|[，,。？?、；;])|"
    r"(?<![第好十哪])(?:多少|几)(?!乎|年来|经|近|何|成|大|天前)(?:(?!多少|几)[一-鿿]){0,4}"
)
# What is asked without 多少, told by a figure or a name.
_WORDED = regex(
    r"超没超|达没达|(?:完成|达到|实现)了?(?:没有?|吗)|哪(?!些|里)|谁|什么时候|"
    r"(?:增速|增幅|占比|完成率)(?!目标|(?:各|分别)?(?:是|为|有|达|到|要)*(?:多少|几|百分))"
)
_EACH = regex(r"(?P<items>[^，,；;。]*)[，,]?(?:各|分别)[^，,；;。]{0,6}(?:多少|几)")
_SAYS_NOTHING = regex(r"[\s的和与及各年]")
_TASKS = ("figure", "who", "when", "open", "list")
_CLAUSE = regex(r"[^，；。！？,;!?]+[，；。！？,;!?]?")


@dataclass(frozen=True, slots=True)
class _Told:
    """A run of clauses of a sentence that answers, and how well."""

    piece: Piece
    covered: float
    score: float


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked for: the unit of each figure, and how many figures that makes at least."""

    slots: Slots
    units: tuple[str, ...]
    figures: int


def asks_of(text: str) -> list[str]:
    """The unit of each figure that a question asks for, ``""`` where it names none."""
    found = []
    for match in _ASK.finditer(text):
        word = match.group()
        found.append("位次" if word == "第几" else unit_asked(word))
    return found


def _kinds(text: str) -> list[str]:
    """As :func:`asks_of`, with 增速 where no unit is named and it is a growth that is asked for."""
    kinds, begun = [], 0
    for match, unit in zip(_ASK.finditer(text), asks_of(text), strict=True):
        grown = not unit and measure_asked(text[begun : match.end()]) == "增速"
        kinds.append("增速" if grown else unit)
        begun = match.end()
    return kinds


def answer_together(slots: Slots, draft: Draft, own: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """The clauses that tell all of what is asked; None where one thing is asked or no sentence tells it.

    ``draft`` is what was found otherwise: it stands where it tells as many figures as are asked for.
    """
    asked = _asked(slots)
    if asked is None:
        return None
    stated = {(m.evidence.entry.id, m.fact.ordinal) for m in draft.near}
    told = len(stated) + ("相差" in draft.text)  # 由5%降至2%，下降几个百分点: the third is reckoned
    if draft.answered and (draft.mode != "facts" or told >= asked.figures):
        return None
    chosen = shelf.narrow(search_words(slots), passage_reports(slots, own), 8)
    runs = [t for entry in chosen for t in _in_report(asked, shelf.evidence(entry))]
    if draft.answered or draft.text.startswith(PARTLY):
        # What was found stays true: only more of its own sentence may be told.
        runs = [t for t in runs if _holds(t.piece, draft)]
    if not runs:
        return None
    best = max(runs, key=lambda t: t.score)
    citer = Citer()
    mark = citer.cite(best.piece.evidence, *_sentence_of(best.piece))
    return Draft(best.piece.text.strip("，；。,; ") + "。" + mark, True, "extractive", citer)


def _asked(slots: Slots) -> _Asked | None:
    """What ``slots`` asks for; None where it is one thing, or where the parts are told apart otherwise."""
    units = _kinds(slots.text)
    each = _EACH.search(slots.text)
    listed = max(1, len(re.findall("[、和与跟及]", each["items"]))) if each else 0
    one = len(units) + listed + len(_WORDED.findall(slots.text)) < 2
    if one or not units or slots.task not in _TASKS or len(slots.places) > 1 or len(slots.years) > 1:
        return None
    if TOTAL_ASKED.search(slots.text) and "新" in slots.text:
        return None  # 新增几家，总数几家: which is which, only the figures' own words tell
    # Standard indicators are told apart by their names.
    beyond = len(_SAYS_NOTHING.sub("", without_names(slots.content))) > 1
    return _Asked(slots, tuple(units), max(2, len(units) + listed)) if beyond else None


def _holds(piece: Piece, draft: Draft) -> bool:
    return all(m.evidence is piece.evidence and piece.start <= m.fact.start < piece.end for m in draft.near)


def _sentence_of(piece: Piece) -> tuple[int, int]:
    sentence = next(s for s in piece.evidence.report.sentences if s.start <= piece.start < s.end)
    return sentence.start, sentence.end


def _in_report(asked: _Asked, evidence: Evidence) -> Iterator[_Told]:
    slots = asked.slots
    need = weigh(slots.content, evidence)
    parts = [weigh(p.content, evidence) for p in slots.parts]
    if not need.says_something:
        return
    by_sentence: dict[int, list[Fact]] = {}
    for item in evidence.facts:
        by_sentence.setdefault(item.sentence, []).append(item.fact)
    for index, facts in by_sentence.items():
        usable = [f for f in facts if not is_asked_of(slots, f)]
        if not _tells_all(asked, usable):
            continue
        zones = [(evidence.sentences[index], 1.0)]
        zones.append((evidence.paths.get(evidence.report.sentences[index].section, ""), 0.8))
        if index:
            zones.append((evidence.sentences[index - 1], 0.35))
        covered = sentence_coverage(need, zones)
        if covered < ENOUGH - _TELLING_UNITS * (len({*asked.units} - {""}) > 1):
            continue
        if any(sentence_coverage(part, zones) < ENOUGH_PART for part in parts):
            continue
        if _lost(need, parts, zones):
            continue
        piece = _clauses(asked, evidence, index, usable, [need, *parts])
        if piece is not None:
            score = covered + 0.1 * sum(_in_time(slots, f, evidence) for f in usable) / len(usable)
            yield _Told(piece, covered, score - 0.0004 * len(piece.text))


def _lost(need: Need, parts: Sequence[Need], zones: Sequence[tuple[str, float]]) -> bool:
    """Whether no indicator named is told, or nothing of what tells two parts apart (核电站、水电站)."""
    told = [text for text, _ in zones]
    if name_lost(need, told):
        return True
    contents = [part.content.replace(" ", "") for part in parts]
    tail = 0
    while len({c[-tail - 1 :] for c in contents}) == 1 < len(contents) and tail < min(map(len, contents)):
        tail += 1
    if not tail:
        return False
    own = [c[: len(c) - tail] for c in contents]
    apart = [set(o) - set("".join([*own[:i], *own[i + 1 :]])) for i, o in enumerate(own)]
    return any(chars and not any(c in told[0] for c in chars) for chars in apart)


def _tells_all(asked: _Asked, facts: Sequence[Fact]) -> bool:
    """Whether each figure asked for has one of its kind among ``facts``, of the time asked for."""
    left = [f for f in facts if _of_time(asked.slots, f)]
    for unit in sorted(asked.units, key=lambda u: not u):
        found = next((f for f in left if _of_kind(unit, f)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _of_kind(unit: str, fact: Fact) -> bool:
    if unit == "位次":
        return fact.measure == "位次"
    if unit == "增速":
        return fact.measure in ("增速", "增量") or fact.base_unit in ("%", "百分点", "倍")
    if not unit:
        return fact.measure not in ("位次", "进位")  # 13万只、居全国第9: the rank is not asked for
    return unit_fits(unit, fact.base_unit) > 0.5


def _of_time(slots: Slots, fact: Fact) -> bool:
    target = fact.nature == "目标"
    if (slots.nature == "目标" and not target) or (slots.nature == "实绩" and target):
        return False
    if not slots.years or fact.year is None:
        return True
    first = int(fact.period[:4]) if len(fact.period) == 9 else fact.year
    return any(first <= year <= fact.year for year in slots.years)


def _in_time(slots: Slots, fact: Fact, evidence: Evidence) -> bool:
    """Whether the report is the one that reviews (or plans) what the fact tells."""
    year = evidence.entry.identity.year
    return year is not None and fact.year == (year if fact.nature == "目标" else year - 1)


def _clauses(
    asked: _Asked, evidence: Evidence, index: int, facts: Sequence[Fact], needs: Sequence[Need]
) -> Piece | None:
    """The fewest neighbouring clauses that tell all and cover what the sentence does; None if too long."""
    sentence = evidence.report.sentences[index]
    text = evidence.report.text[sentence.start : sentence.end]
    ends = [m.span() for m in _CLAUSE.finditer(text)]
    whole = [sentence_coverage(need, [(plain(text), 1.0)]) for need in needs]
    best: tuple[float, int, Piece] | None = None
    for first in range(len(ends)):
        for last in range(first, len(ends)):
            piece = Piece(evidence, sentence.start + ends[first][0], sentence.start + ends[last][1])
            inside = [f for f in facts if piece.start <= f.start < piece.end]
            if len(inside) > asked.figures + _SPARE or piece.end - piece.start > _MOST_CHARACTERS:
                break
            fitting = [f for f in inside if any(_of_kind(unit, f) for unit in asked.units)]
            if len(fitting) < asked.figures or not _tells_all(asked, inside):
                continue
            run = [(plain(text[ends[first][0] : ends[last][1]]), 1.0)]
            lacks = sum(
                max(0.0, w - _NEAR - sentence_coverage(n, run)) for n, w in zip(needs, whole, strict=True)
            )
            if best is None or (lacks, last - first) < best[:2]:
                best = (lacks, last - first, piece)
            if not lacks:
                break
    return best[2] if best else None
