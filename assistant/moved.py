"""The figure that another one came from, in its own sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from reports.repair import tidy
from reports.text import fold

from .select import Match

_HELD = re.compile(
    r"(?:从|由)(?:原来|原先|原有|过去|改革前)?的?$|[比较](?:原来|原有|现有|原先|改革前|精简前)的?$"
)


def moved_from(match: Match) -> Match | None:
    """The figure right before ``match`` that became it: 29亿元增长到50亿元."""
    fact = match.fact
    before = [
        i for i in match.evidence.facts if i.fact.end <= fact.start and i.sentence == match.item.sentence
    ]
    if not before or before[-1].fact.base_unit != fact.base_unit:
        return None
    between = match.evidence.report.text[before[-1].fact.end : fact.start]
    return replace(match, item=before[-1]) if _BECAME.fullmatch(tidy(between).strip()) else None


_BECAME = re.compile(
    "(?:增长|增加|提高|提升|上升|跃升|攀升|扩大|发展|下降|减少|降低|压减|缩小|增|升|降|减)(?:到|至|为)了?"
)


def held(match: Match) -> Match | None:
    """The figure that ``match`` is set against in its sentence: 比原有的86个减少27个."""
    fact = match.fact
    for item in match.evidence.facts:
        same = item.fact.sentence_start == fact.sentence_start and item.fact.base_unit == fact.base_unit
        same = same and not re.search("[;；]", match.evidence.report.text[fact.end : item.fact.start])
        if same and item.fact.start > fact.end and _HELD.search(tidy(item.fact.before).strip()):
            return replace(match, item=item)
    return None


def set_against(year: int, first: Match) -> bool:
    """Whether the words before a figure set what follows against ``year``.

    In its sentence (2002年与1998年相比，…由7680万元增加到…), or as a period in its paragraph
    (2003年到2023年，…).
    """
    text = first.evidence.report.text
    start, at = first.fact.sentence_start, first.fact.start
    if re.search(f"[与同跟和比较从由是]{year}年", fold(tidy(text[start:at]))):
        return True
    paragraph = text[max(0, start - _PARAGRAPH) : at].split("\n")[-1]
    return re.search(rf"{year}年?(?:到|至|—|-)+\d{{4}}年", fold(tidy(paragraph))) is not None


_PARAGRAPH = 500
