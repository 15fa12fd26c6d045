"""What the check of an answer needs of names and quotes."""

from __future__ import annotations

import re
from dataclasses import replace

from ..questions.places import PlaceIndex, short_name
from ..questions.slots import Slots
from .claims import Claims
from .cleaning import clean
from .material import Material, compact


def names_of(places: PlaceIndex, material: Material, slots: Slots) -> list[tuple[str, str]]:
    """(compact name, place): full names of all places of the store, short ones of those in play."""
    near = {i.place for i in material.items} | set(slots.places)
    names = {compact(p): p for p in places.parents}
    for place in near:
        names.setdefault(compact(short_name(place)), place)
    return sorted(names.items(), key=lambda n: -len(n[0]))


def without(claims: Claims, start: int, end: int) -> Claims:
    """The sentence with a run of its words as gaps."""
    return replace(claims, text=claims.text[:start] + "　" * (end - start) + claims.text[end:])


def inert(text: str) -> str:
    return re.sub(r"[“”]", lambda m: "‘" if m.group() == "“" else "’", clean(text))
