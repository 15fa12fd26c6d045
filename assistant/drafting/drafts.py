"""An answer before it is checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..evidence.matches import Match
from ..questions.slots import Slots
from .citing import Citer
from .refusals import no_figure


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before it is checked. ``near`` are facts that come close, for a refusal."""

    text: str
    answered: bool
    mode: str
    citer: Citer
    near: tuple[Match, ...] = ()


def refuse(text: str, near: Sequence[Match] = (), citer: Citer | None = None) -> Draft:
    return Draft(text, False, "facts", citer or Citer(), tuple(near))


def not_told(slots: Slots) -> Draft:
    """Place and year are there, but not what is asked for, and nothing that comes near it is named."""
    return refuse(no_figure(slots, (), Citer()))


def search_words(slots: Slots) -> str:
    """The content with the standard names of its indicators, for the keyword search."""
    return " ".join([slots.content, *slots.names])
