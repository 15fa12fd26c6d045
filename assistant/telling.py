"""Whether a clause without a figure is told by one sentence of the evidence: its marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .claims import Claims
from .covering import GAP, Ground, Zone, essential, letters, pieces, runs, usual
from .entailing import Context, replaced

_CLAUSE = re.compile(r"[^,;。:!?]+")
_ROLES = frozenset("向被由给从对把替让")
_DENIED = re.compile("尚未|未|没有|没|不(?!断|少|动产|锈)|无(?!线|人机|障碍)|非(?!公|遗|常|洲)")
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
        words = GAP.join(p.words for p in pieces(plain[match.start() : match.end()], []) if p.words)
        if letters(words) >= _ENOUGH:
            found.append(Told(match.group(), words, not claims.figures))
    return found


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
        "mixed": 0 if "、" in told.text else min(ground.mixed(words), 6),
        "roles": sum(c in _ROLES for c in signs),
        "denied": denied > denies,
        "undenied": denies > denied and size(first) <= 1,
        "alone": told.alone,
        "planned": ground.item.planned,
    }
