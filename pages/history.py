"""The conversations that the browser keeps: how one is packed, unpacked, listed and opened again.

They lie in the browser's own storage; talks.js keeps the list. What comes back is a visitor's and
may be anything, so every field is validated, and the messages escape it like all the rest.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pages.messages import Turn
from pages.talk import Talk

MAX_CHARS = 200_000
"""Characters of one conversation that are kept; of a longer one, the last questions."""
MAX_ID = 64
SCRIPT = Path(__file__).with_name("talks.js")
UNREADABLE = "存下的这段对话已经读不出来，请在“对话记录”里删去它。"
_LIST = """<nav class="talks" aria-label="对话记录">
<button type="button" class="list" aria-expanded="false" aria-controls="talk-list">对话记录</button>
<span class="title" translate="no"></span>
<button type="button" class="new">新对话</button>
<ul id="talk-list" hidden></ul></nav>"""


class BadPast(ValueError):
    """What the browser has kept is no conversation."""


class Past(NamedTuple):
    """A conversation that was kept: the browser's name for it, its turns, the verdicts on them."""

    id: str
    turns: tuple[Turn, ...] = ()
    verdicts: dict[str, str] = {}  # noqa: RUF012 - never written to


@cache
def _turns() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(tuple[Turn, ...])


def packed(talk: Talk, turns: Sequence[Turn]) -> str:
    """A conversation as the browser keeps it, without the answer that is still being written."""
    done = tuple(turn for turn in turns if turn.state != "回答中")
    while True:
        rows = _turns().dump_python(done, mode="json")
        verdicts = {turn.id: talk.verdicts.get(turn.id, "") for turn in done}
        text = json.dumps({"id": talk.id, "turns": rows, "verdicts": verdicts}, ensure_ascii=False)
        if len(text) <= MAX_CHARS or not done:
            return text
        done = done[1 + len(done) // 8 :]


def unpacked(text: str) -> Past:
    """The conversation of a :func:`packed` text. Raises BadPast."""
    if len(text) > 2 * MAX_CHARS:
        raise BadPast
    try:
        kept = json.loads(text)
        turns: tuple[Turn, ...] = _turns().validate_python(kept["turns"])
        id, verdicts = kept["id"], kept["verdicts"]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise BadPast from None
    if not isinstance(id, str) or len(id) > MAX_ID or not isinstance(verdicts, dict):
        raise BadPast
    # Nobody is writing any more.
    turns = tuple(turn if turn.answer else replace(turn, state="停止") for turn in turns)
    known = {turn.id: str(verdicts.get(turn.id, ""))[:4] for turn in turns}
    return Past(id, turns, known)


def parts(made: dict[str, Any]) -> None:
    """The list over the conversation, and the part that hands a conversation to the browser."""
    import gradio as gr

    gr.HTML(_LIST, elem_id="talks", js_on_load=None)
    made["kept"] = gr.Textbox("", elem_id="kept", elem_classes="relay", visible="hidden", label="对话")
    made["kept"].change(
        None, made["kept"], None, js="text => window.keptTalks?.keep(text)", api_visibility="private"
    )
