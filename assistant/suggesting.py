"""What may be asked next, which the reports of the store can answer."""

from __future__ import annotations

from collections.abc import Sequence

from vectorstore.records import ReportEntry

from .drafting.drafts import Draft
from .questions.places import of_places
from .questions.slots import Slots


def suggestions(slots: Slots, draft: Draft | None, entries: Sequence[ReportEntry]) -> tuple[str, ...]:
    """Up to three follow-ups that the store can answer: growth, the year before, another place."""
    if slots.task != "figure" or len(slots.places) != 1 or not slots.names:
        return ()
    found = ["增速呢"] if slots.measure != "增速" and _growth_told(draft, slots) else []
    have = {e.identity.year for e in of_places(entries, slots.places)}
    earlier = [y for y in have if y and slots.years and y - 1 < min(slots.years)]
    if earlier:
        found.append(f"那{max(earlier) - 1}年呢")
    year = max(slots.years, default=0)
    others: dict[str, None] = {}
    for e in entries:
        if len(found) + len(others) >= 3:
            break
        if e.identity.place != slots.places[0] and (not year or e.identity.year == year + 1):
            others[e.identity.place] = None
    return (*found, *(f"{place}呢" for place in others))[:3]


def _growth_told(draft: Draft | None, slots: Slots) -> bool:
    """Whether the report that answered tells the growth of the same indicator, too."""
    if draft is None or not draft.near:
        return False
    answered = draft.near[0]
    return any(
        item.fact.name in slots.names and item.fact.measure == "增速" and item.fact.year == answered.fact.year
        for item in answered.evidence.facts
    )
