"""Whether a clause without a figure is told by one sentence of the evidence: its marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from reports.patterns import regex

from .claims import Claims
from .covering import GAP, Ground, Zone, essential, letters, pieces, runs, usual
from .entailing import Context
from .overlaps import replaced

_CLAUSE = regex(r"[^,;。:!?]+")
_ROLES = frozenset("向被由给从对把替让")
_DENIED = regex("尚未|未|没有|没|不(?!断|少|动产|锈)|无(?!线|人机|障碍)|非(?!公|遗|常|洲)")
# 从招商结果看, 企业培育方面: it says what comes next is about, which is checked there.
_TOPIC = regex(r"(?:从|就|按|在|对)?[^,;。:!?\d]{1,10}(?:来看|看|方面|而言|来说|领域|[上中])")
_ENOUGH = 3
"""Characters from which a clause claims something."""


@dataclass(frozen=True, slots=True)
class Told:
    """A clause of an answer without figures, also essential; ``alone``: it is all there is."""

    text: str
    words: str
    alone: bool


def clauses_of(claims: Claims) -> list[Told]:
    """The clauses of a sentence that hold no figure and claim something."""
    text = claims.text
    plain = text
    for token in claims.places:
        plain = plain[: token.start] + " " * (token.end - token.start) + plain[token.end :]
    found = []
    for match in _CLAUSE.finditer(text):
        if any(match.start() <= c.figure.start < match.end() for c in claims.figures):
            continue
        if match.end() < len(text) and _TOPIC.fullmatch(match.group()):
            continue
        words = GAP.join(p.words for p in pieces(plain[match.start() : match.end()], []) if p.words)
        if letters(words) >= _ENOUGH:
            found.append(Told(match.group(), words, not claims.figures))
    return found


def _usurped(words: str, zones: Sequence[tuple[str, Zone]], ground: Ground) -> int:
    """How many characters of another clause stand for the subject: 乙县获评名城 of 甲县获评名城,乙县……."""
    end = words.rstrip(GAP)[-2:]
    ending = [zone for _, zone in zones if all(zone.mask(end))]
    if not ending:
        return 0
    zone = max(ending, key=lambda z: z.share(words))
    told = zone.text.lstrip(GAP)
    mine = _ahead(zone.mask(words.lstrip(GAP)), words.lstrip(GAP))
    theirs = _ahead(Zone([words]).mask(told), told)
    if min(letters(mine), letters(theirs)) < 2 or mine[:2] not in ground.whole.text:
        return 0
    return letters(mine)


def _ahead(found: Sequence[bool], words: str) -> str:
    """The words before the first character that is found."""
    return words[: next((i for i, hit in enumerate(found) if hit), len(found))]


def _swapped(words: str, zone: Zone, ground: Ground) -> int:
    """How many characters of another clause stand in the place of this one's: 产值 for 面积."""
    worst = 0
    for part in words.split(GAP):
        found = zone.mask(part)
        for other in zone.text.split(GAP):
            codes = SequenceMatcher(None, part, other, autojunk=False).get_opcodes() if other else []
            if sum(i2 - i1 for tag, i1, i2, _, _ in codes if tag == "equal") < 2:
                continue
            for tag, i1, i2, j1, j2 in codes:
                if tag != "replace" or letters(other[j1:j2]) < 2:
                    continue
                for run in runs(found[i1:i2], part[i1:i2]):
                    if letters(run) >= 2 and run in ground.whole.text:
                        worst = max(worst, letters(run))
    return worst


@lru_cache(maxsize=4096)
def _clauses(text: str) -> tuple[tuple[str, Zone], ...]:
    """The clauses of an evidence sentence: as they stand, and essential."""
    return tuple((c, Zone([essential(c)])) for c in _CLAUSE.findall(text))


def marks_of(told: Told, ground: Ground, context: Context) -> dict[str, float]:
    """What is judged by, each mark by its name, for a clause against one sentence of the evidence."""
    words = told.words
    total = max(1, letters(words))
    zones = _clauses(ground.item.compact)
    ranked = sorted(zones, key=lambda c: -c[1].share(words))
    best, zone = ranked[0] if ranked else ("", Zone([]))

    def covered(*given: Zone) -> list[bool]:
        return [any(hit) for hit in zip(*(z.mask(words) for z in given), strict=True)]

    def left(*given: Zone) -> list[str]:
        return runs(covered(*given), words)

    def size(found: list[str]) -> int:
        return sum(map(len, found))

    first, whole = left(zone), left(ground.whole)
    second, helps = zone, 0
    for _, other in ranked[1:4]:
        if (gain := size(first) - size(left(zone, other))) > helps:
            second, helps = other, gain
    heads = left(ground.whole, ground.heads)
    asked = left(ground.whole, ground.heads, context.asked, context.before)
    nowhere = left(ground.whole, ground.heads, context.asked, context.before, context.everywhere)
    mine = Zone([words])
    dropped = runs(
        [a or b for a, b in zip(mine.mask(zone.text), context.asked.mask(zone.text), strict=True)], zone.text
    )
    other_dropped = runs(mine.mask(second.text), second.text) if helps else []
    start, end = words[:2], words[-2:]
    ahead = words.split(GAP)[0]
    signs = [c for c, hit in zip(words, covered(ground.whole, ground.heads), strict=True) if not hit]
    denied, denies = len(_DENIED.findall(told.text)), len(_DENIED.findall(best))
    return {
        "letters": min(letters(words), 20),
        "share": 1 - size(first) / total,
        "left": min(size(first), 10),
        "run": min(max(map(len, first), default=0), 8),
        "whole": min(size(whole), 10),
        "whole_share": 1 - size(whole) / total,
        "whole_run": min(max(map(len, whole), default=0), 8),
        "heads": min(size(heads), 10),
        "strange": min(size(asked), 10),
        "strange_run": min(max(map(len, asked), default=0), 8),
        "nowhere": min(size(nowhere), 10),
        "usual": any(usual(run) for run in asked),
        "helps": min(helps, 8),
        "dropped": min(size(dropped), 16),
        "dropped_run": min(max(map(len, dropped), default=0), 8),
        "both_partial": min(size(dropped), size(other_dropped), 8) if helps else 0,
        "dropped_start": bool(zone.text) and not mine.mask(zone.text)[0],
        "start": all(ground.whole.mask(start)),
        "end": all(ground.whole.mask(end)),
        "start_best": all(zone.mask(start)),
        "end_best": all(zone.mask(end)),
        "ahead_best": zone.share(ahead),
        "joints": min(ground.whole.joints(words), 4),
        "replaced": min(replaced(words, zone.text), 5),
        "mixed": 0
        if "、" in told.text or told.text in best or words in zone.text
        else min(ground.mixed(words), 6),
        "usurped": min(_usurped(words, zones, ground), 6),
        "swapped": min(_swapped(words, zone, ground), 6),
        "roles": sum(c in _ROLES for c in signs),
        "denied": denied > denies,
        "undenied": denies > denied and size(first) <= 1,
        "alone": told.alone,
        "planned": ground.item.planned,
    }
