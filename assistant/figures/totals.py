"""What several figures come to together, with the sum shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reports.patterns import regex
from reports.text import fold
from vectorstore.records import ReportEntry

from ..drafting.drafts import Draft, not_told, refuse
from ..evidence.matches import Match
from ..evidence.prepared import Shelf
from ..questions.measured import otherwise_measured
from ..questions.slots import Slots
from .arithmetic import total_of
from .asked import alike, answer_parts, told_apart

_IN_TOTAL = regex("总共|一共|共计|合计|加起来|(?<=[上里中年])共(?=[一-鿿])")


def with_total(slots: Slots, draft: Draft) -> Draft:
    """The figures of ``draft`` with their sum, where one question asks what listed things come to in all."""
    told = tuple(draft.near)
    asked = fold(slots.question)
    if not draft.answered or draft.mode != "facts" or len(told) < 2 or "＝" in draft.text:
        return draft
    if not _IN_TOTAL.search(asked) or len(_ASKS_HOW_MANY.findall(asked)) != 1 or re.search("各|分别", asked):
        return draft
    first = told[0]
    kinds = {m.fact.base_unit for m in told} | {"%" for m in told if m.fact.measure not in ("水平", "增量")}
    apart = all(told_apart(first, m) and alike(first, m) for m in told[1:])
    apart = apart and not any(otherwise_measured(first.fact.indicator, m.fact.indicator) for m in told[1:])
    if len(kinds) > 1 or not apart or not all(_listed_in(asked, m, told) for m in told):
        return draft
    return replace(draft, text=f"{draft.text}\n{total_of(told)}")


_ASKS_HOW_MANY = regex("多少|几(?=[个家块枚人名座条处项])")


def _listed_in(asked: str, match: Match, told: Sequence[Match]) -> bool:
    """Whether the question names what a figure is of, apart from what the others are of."""
    own = (match.item.near + match.item.after).replace("全国", "国家级")
    others = [m.item.near + m.item.after for m in told if m is not match]
    pairs = {own[i : i + 2] for i in range(len(own) - 1)}
    return any(pair in asked and not any(pair in other for other in others) for pair in pairs)


def answer_total(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """What the parts come to together, with the sum; a refusal where one is missing.

    None where they do not add, or where a figure's sentence does not name its part.
    """
    draft = answer_parts(slots, refuse(""), entries, shelf)
    if draft is None or not draft.answered:
        return draft
    own = apart_from_common([_DONE_TO.sub("", part.content.replace(" ", "")) for part in slots.parts])
    measured = zip(slots.parts, draft.near, strict=True)
    if not all(_names(words, match) for words, match in zip(own, draft.near, strict=True)) or any(
        otherwise_measured(part.content, match.fact.indicator) for part, match in measured
    ):
        return not_told(slots)
    if any(all(_told_in(words, m.item.near + m.item.after) for words in own) for m in draft.near):
        return None  # 海域、盐田和坑塘42万亩: one figure is of all of them
    total = total_of(draft.near)
    return replace(draft, text=f"{draft.text}\n{total}") if total else None


# 修公路、铁路: the deed is no part of what it is done to
_DONE_TO = regex("^(?:修建?|建设?|办|搞|造|种植?|养)(?=[一-鿿]{2})")


def apart_from_common(contents: Sequence[str]) -> list[str]:
    """Each content without the ending that all of them share."""
    size = 0
    while len({content[-size - 1 :] for content in contents}) == 1 and size < min(map(len, contents)):
        size += 1
    return [c[: len(c) - size] or c for c in contents]


def _names(words: str, match: Match) -> bool:
    at = match.item.sentence
    return _told_in(words, match.evidence.sentence(at - 1) + match.evidence.sentence(at))


def _told_in(words: str, told: str) -> bool:
    """Whether most of ``words`` stand in what is told."""
    pairs = [words[i : i + 2] for i in range(len(words) - 1)]
    return sum(pair in told for pair in pairs) > _NAMED * len(pairs) if pairs else words in told


_NAMED = 0.55
