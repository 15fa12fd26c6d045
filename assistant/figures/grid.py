"""Which places, years and natures a question sets side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.indicators import find_names
from reports.text import fold
from vectorstore.records import ReportEntry

from ..questions.kinds import nature_asked
from ..questions.places import short_name
from ..questions.slots import Slots


def grid(slots: Slots, own: Sequence[ReportEntry]) -> list[tuple[str, int | None, str]]:
    """(place, year, nature) of each cell, place by place; a year is None where none is asked for."""
    places = list(slots.places) or list(dict.fromkeys(e.identity.place for e in own))
    years: list[int | None] = list(slots.years)
    if not years and slots.span:
        years = list(range(slots.span[0], slots.span[1] + 1))
    if not years and slots.task == "trend":
        have = sorted({e.identity.year for e in own if e.identity.year})
        years = [y if slots.nature == "目标" else y - 1 for y in have]
    if slots.nature == "both":
        year = max((y for y in years if y), default=None)
        if year is None:
            year = max((e.identity.year or 0 for e in own), default=1) - 1
        return [(p, year, n) for p in places for n in ("目标", "实绩")]
    natures = _natures(slots, years)
    if len(places) > 1 and years and (pairs := _pairs(slots, places)):
        return pairs
    return [(p, y, n) for p in places for y, n in zip(years or [None], natures, strict=True)]


def _pairs(slots: Slots, places: list[str]) -> list[tuple[str, int | None, str]]:
    """上海2022年…比宜昌2023年: places and years that stand side by side belong together.

    Where the question speaks of targets, one that says 目标 before the next pair is a target, one that
    names its indicator without it a result (河北2025年GDP增速和吉林2025年的增长目标).
    """
    pattern = "|".join(re.escape(fold(short_name(p))) for p in places)
    beside = list(re.finditer(rf"({pattern})[市省县区州]?(\d{{4}})年|(\d{{4}})年({pattern})", slots.text))
    pairs: list[tuple[str, int | None, str]] = []
    for number, found in enumerate(beside):
        short, year = found[1] or found[4], int(found[2] or found[3])
        place = next(p for p in places if fold(short_name(p)) == short)
        until = beside[number + 1].start() if number + 1 < len(beside) else len(slots.text)
        said = slots.text[found.end() : until]
        result = slots.nature == "目标" and "目标" not in said and bool(find_names(said))
        pairs.append((place, year, "" if result else slots.nature))
    return pairs if len(pairs) == len(places) else []


def _natures(slots: Slots, years: list[int | None]) -> list[str]:
    """Each year's nature: 2024年目标比2023年实际 names them one by one."""
    default = [slots.nature] * max(1, len(years))
    text = slots.text
    if apart := _sides_apart(slots, years):
        return apart
    if len(years) == 2 and slots.nature == "目标" and re.search(r"从\d{4}年?到\d{4}", slots.question):
        return ["实绩", "目标"]  # 从2025年到2030年要再增加多少: what there is against what is planned
    if len(years) == 2 and slots.nature == "目标" and (apart := _asked_apart(text, years)):
        return apart
    if len(years) == 2 and slots.nature and (said := _said_apart(text, years)):
        return said
    if len(years) == 2 and "目标" in text and any(w in text for w in ("实际", "完成", "实绩")):
        target = text.find("目标")
        positions = [text.find(str(y)) for y in years]
        owner = max((p for p in positions if 0 <= p < target), default=positions[0])
        return ["目标" if p == owner else "实绩" for p in positions]
    return default


def _sides_apart(slots: Slots, years: Sequence[int | None]) -> list[str]:
    """2025年要启动的比2024年新启动的多几个: each year's as its own side says, where they are unlike."""
    sides = slots.sides
    if sides is None or len(years) != 2 or slots.nature != "目标":
        return []
    said = {side.years: side.nature or "实绩" for side in (sides.one, sides.other)}
    natures = [said.get((year or 0,), "") for year in years]
    return natures if set(natures) == {"目标", "实绩"} else []


def _asked_apart(text: str, years: Sequence[int | None]) -> list[str]:
    """2023年增速是多少，2024年目标更高还是更低: the year asked for first without 目标 is a result."""
    at = [text.find(str(year)) for year in years]
    if not 0 <= at[0] < at[1]:
        return []
    first, second = text[at[0] : at[1]], text[at[1] :]
    plain = (
        re.search("多少|几|增速|[?？]", first) and not nature_asked(first) and nature_asked(second) == "目标"
    )
    return ["实绩", "目标"] if plain else []


def _said_apart(text: str, years: Sequence[int | None]) -> list[str]:
    """2024年要达到多少，比2023年实际完成的多多少: what is said of each year where the two are unlike."""
    at = [text.find(str(year)) for year in years]
    if min(at) < 0:
        return []
    first = text[: max(at)] if at[0] < at[1] else text[max(at) :]
    second = text[max(at) :] if at[0] < at[1] else text[: max(at)]
    said = [nature_asked(first), nature_asked(second)]
    return said if set(said) == {"目标", "实绩"} else []
