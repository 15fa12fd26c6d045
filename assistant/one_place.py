"""A question that names two places, told by the report of the one that speaks of the other.

贵州首台…机组建在六盘水哪家电厂, 甲市和乙市对口合作多少项: which of the two reports tells it, no word says.
Each is asked as if it alone had a report; the name of the other is then a word like any other.
"""

from __future__ import annotations

from collections.abc import Sequence

from reports.patterns import regex
from reports.text import fold, plain
from vectorstore.records import ReportEntry

from .drafting.drafts import Draft
from .embedded import answer
from .evidence.prepared import Shelf
from .passages.partners import of_both
from .questions.places import Entries, PlaceIndex, of_places, short_name
from .questions.slots import Slots
from .records import Query
from .resolving import query_of, resolve

# what is asked of both is told by no one of them
_OF_BOTH = regex(
    "各|分别|都|谁|更|相?[对比](?!口|接)|比较|相差|差距|合计|加起来|一共|哪[个一]?[省市县](?!里|的)|还是"
)
_MOST = 3


def told_by_one(
    slots: Slots, draft: Draft, places: PlaceIndex | None, entries: Sequence[ReportEntry], shelf: Shelf
) -> tuple[Slots, Query, Draft] | None:
    """The answer of the one place named in an unanswered question whose report tells it; None else."""
    openly = slots.task in ("open", "list")
    if places is None or (draft.answered and not openly) or _OF_BOTH.search(slots.text):
        return None
    named = places.find(fold(slots.question)).named
    if not 2 <= len(named) <= _MOST:
        return None
    homes = {cited.place for cited in draft.citer.citations}
    if draft.answered and any(_spoken_of(n, h, draft, places, shelf) for h in homes for n in named if n != h):
        return None
    found = []
    for place in named:
        own = Entries(of_places(entries, (place,)))
        alone = PlaceIndex(own)
        read, reports = resolve(slots.question, (), alone, own)
        if read.places not in ((place,), ()):
            continue
        told = answer(read, own, shelf)
        others = [n for n in named if n != place]
        if told.answered and all(_spoken_of(n, place, told, places, shelf) for n in others):
            found.append((read, query_of(read, reports), told))
    return found[0] if len(found) == 1 else None


def _spoken_of(other: str, place: str, draft: Draft, places: PlaceIndex, shelf: Shelf) -> bool:
    """Whether what is quoted of ``place``, or the sentence before it, names the ``other`` one.

    What lies above ``place`` need not be named.
    """
    if other in places.parents.get(place, ()):
        return True
    name = plain(short_name(other))
    joined = (of_both(name, home) for home in (place, *places.parents.get(place, ())))
    words = {name}.union(pair for found in joined for _, _, pairs in found for pair in pairs)
    told = [plain(cited.quote) for cited in draft.citer.citations]
    told += [m.evidence.sentence(m.item.sentence - n) for m in draft.near for n in (0, 1)]
    return any(word in text for word in words for text in told)
