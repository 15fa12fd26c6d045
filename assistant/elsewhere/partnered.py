"""What two places do together, told by the report of whichever of them speaks of the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reports.text import plain

from ..drafting.drafts import Draft
from ..questions.places import PlaceIndex, short_name
from ..questions.slots import Slots
from ..questions.understand import read_question

_KEPT = "\0"


def turned_round(slots: Slots, places: PlaceIndex) -> Slots | None:
    """甲市和乙市结对合作 put to 乙市; None where the question names no other place with a report."""
    if slots.partners is None or slots.before is not None:
        return None
    one, other = slots.partners
    question = slots.question.replace(one, _KEPT).replace(other, one).replace(_KEPT, other)
    turned = read_question(question, places)
    if len(turned.places) != 1 or turned.places == slots.places or turned.unknown_places:
        return None
    return replace(turned, inherited=slots.inherited)


def told_by_partner(slots: Slots, draft: Draft, answer: Callable[[Slots], Draft]) -> Draft | None:
    """The draft of the other place's report, where that speaks of this place and ``draft`` of no other."""
    if slots.partners is None or slots.turned is None or _speaks_of(slots.turned.places[0], draft):
        return None
    told = answer(slots.turned)
    return told if _speaks_of(slots.places[0], told) else None


def _speaks_of(place: str, draft: Draft) -> bool:
    word = plain(short_name(place))
    return draft.answered and any(word in plain(cited.quote) for cited in draft.citer.citations)
