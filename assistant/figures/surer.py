"""How sure it is that a figure is what one part of a question asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..evidence.fits import Wanted, counted_as
from ..evidence.matches import Match
from ..evidence.prepared import Shelf
from ..questions.slots import Slots
from .beside import is_bare
from .select import believed, rank

_SURELY, _HARDLY = 0.8, 0.1


def surer(slots: Slots, told: Sequence[Match], chosen: Sequence[Match], shelf: Shelf) -> bool:
    """Whether ``chosen`` for the parts are surely what is asked, and ``told`` for all of it hardly."""
    if not (len(told) == len(chosen) == len(slots.parts) > 1):
        return False
    if any(is_bare(part.text) or part.measure in ("位次", "进位") for part in slots.parts):
        return False  # 在全省排第几: of what is told beside it
    if {m.fact.start for m in told} == {m.fact.start for m in chosen}:
        return False
    pairs = list(zip(slots.parts, told, chosen, strict=True))
    if any(_otherwise_counted(part.unit or slots.unit, one) for part, _, one in pairs):
        return False
    if min(believed_in(part, one, shelf) for part, one, _ in pairs) >= _HARDLY:
        return False
    return all(believed_in(part, one, shelf) >= _SURELY for part, _, one in pairs)


def _otherwise_counted(unit: str, match: Match) -> bool:
    """Whether a figure is of another unit than is asked for: 3500万标准箱 for 多少万吨."""
    return bool(unit) and counted_as(match.fact.base_unit) != counted_as(unit)


def believed_in(part: Slots, match: Match, shelf: Shelf) -> float:
    """How likely, 0 to 1, a figure is what a part asks for; 0 where it is of another time or unit."""
    asked = replace(part, asks=(), parts=())
    year = match.fact.year if part.years else None
    nature = part.nature or ("目标" if match.fact.nature == "目标" else "")
    ranked = rank(asked, Wanted((match.evidence.entry,), year, nature), shelf)
    own = next((m for m in ranked if m.fact.start == match.fact.start), None)
    return believed(asked, own, ranked) if own else 0.0
