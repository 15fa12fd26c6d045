"""What a click inside a reply does beside it: open the report, take a verdict, change the chips."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

from assistant.errors import AssistantError
from assistant.records import Query
from pages import forms, history
from pages.common import QUIET
from pages.desk import Desk
from pages.feedback import BAD, GOOD, keep
from pages.messages import Turn, plain
from pages.talk import Talk
from reports.patterns import regex
from vectorstore.errors import StoreError

_PICK = regex(r"read:(\d{1,4}):(\d{1,3})#")
"""A citation that was clicked: the place of its answer in the conversation, its number."""
_VERDICT = regex(r"(good|bad):(\d{1,4})#")
"""What a reader thinks of the answer at this place."""
_CHANGE = regex(r"change:(\d{1,4})#")
"""The chips of the answer at this place are to be changed."""
NEAR = 20
"""Indicators that are offered in place of the one that was asked for."""


def wire(desk: Desk, parts: dict[str, Any]) -> None:
    """Wires the reader, the verdicts and the form that changes a question."""
    _wire_reader(desk, parts)
    _wire_feedback(desk, parts)
    _wire_change(desk, parts)


def _wire_reader(desk: Desk, parts: dict[str, Any]) -> None:
    def picked(pick: str, turns: tuple[Turn, ...]) -> str:
        wanted = _PICK.match(pick)
        return desk.read(turns, int(wanted[1]), int(wanted[2])) if wanted else ""

    # Shown at once, also while an answer is being written.
    parts["pick"].submit(
        picked,
        [parts["pick"], parts["turns"]],
        parts["reader"],
        **QUIET,
    )


def _wire_feedback(desk: Desk, parts: dict[str, Any]) -> None:
    import gradio as gr

    shown = [parts[name] for name in ("hint", "disliked", "why", "reason", "words", "kept")]

    def judged(act: str, turns: tuple[Turn, ...], talk: Talk) -> list[Any]:
        wanted = _VERDICT.match(act)
        if not wanted or int(wanted[2]) >= len(turns):
            return [gr.skip()] * len(shown)
        at, bad = int(wanted[2]), wanted[1] == "bad"
        talk.verdicts[turns[at].id] = wanted[1]
        said = keep(desk.store, turns, at, BAD if bad else GOOD, own=turns[at].id not in talk.restored)
        # While an answer is written, its last word brings the verdict along.
        kept = gr.skip() if talk.busy else history.packed(talk, turns)
        return [plain(said), at if bad else -1, gr.Column(visible=bad), None, "", kept]

    def told(turns: tuple[Turn, ...], talk: Talk, at: int, reason: str | None, words: str) -> list[Any]:
        why = "：".join(filter(None, (reason, words.strip())))
        said = ""
        if why and 0 <= at < len(turns):
            said = keep(desk.store, turns, at, BAD, why, own=turns[at].id not in talk.restored)
        return [plain(said), -1, gr.Column(visible=False), None, ""]

    parts["act"].submit(judged, [parts["act"], parts["turns"], parts["talk"]], shown, **QUIET)
    given = [parts[name] for name in ("turns", "talk", "disliked", "reason", "words")]
    gr.on([parts["tell"].click, parts["words"].submit], told, given, shown[:-1], **QUIET)
    parts["never"].click(lambda: ["", -1, gr.Column(visible=False), None, ""], None, shown[:-1], **QUIET)


def _wire_change(desk: Desk, parts: dict[str, Any]) -> None:
    import gradio as gr

    shown = [parts[name] for name in ("changed", "change", *forms.SLOTS)]

    def opened(act: str, turns: tuple[Turn, ...]) -> list[Any]:
        wanted = _CHANGE.match(act)
        if not wanted or int(wanted[1]) >= len(turns):
            return [gr.skip()] * len(shown)
        query = turns[int(wanted[1])].query or Query("")
        places, years = desk.choices()
        indicators = near(desk, query)
        # Of several there is none to begin with.
        place = query.places[0] if len(query.places) == 1 else None
        year = query.years[0] if len(query.years) == 1 else None
        asked = bool(indicators)
        return [
            int(wanted[1]),
            gr.Column(visible=True),
            gr.Dropdown(places, value=place if place in places else None),
            gr.Dropdown(years, value=year if year in years else None),
            gr.Dropdown(indicators, value=indicators[0] if asked else None, visible=asked),
            gr.Dropdown(value=query.nature if query.nature in forms.NATURES else None, visible=asked),
        ]

    parts["act"].submit(opened, [parts["act"], parts["turns"]], shown, **QUIET)
    gr.on(
        [parts["ask_changed"].click, parts["keep_slots"].click],
        lambda: gr.Column(visible=False),
        None,
        parts["change"],
        **QUIET,
    )


def near(desk: Desk, query: Query) -> list[str]:
    """The indicator of a question, then those of its places' reports that are most like it; or none."""
    asked = (*query.names, query.indicator)[0]
    if not asked:
        return []
    try:
        store = desk.assistant.store
        ids = [entry.id for entry in store.entries() if entry.identity.place in query.places]
        names = {found.fact.name for found in store.facts(ids)} - {"", asked}
    except (AssistantError, StoreError):
        return [asked]
    likeness = {name: SequenceMatcher(None, asked, name).ratio() for name in names}
    return [asked, *sorted(names, key=lambda name: (-likeness[name], name))[: NEAR - 1]]
