"""What the pages share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from pages.desk import Desk
from reports.patterns import regex

if TYPE_CHECKING:
    import gradio as gr

QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
"""Events of a page's own parts are no endpoints, and Gradio's progress texts stay away."""

LISTEN = "element.addEventListener('pick', event => { props.value = event.detail; trigger('submit'); })"
"""Makes a part of the page that hands what look.js tells it over to the server."""


ROW_PICKED = regex(r"read:0:(\d{1,5})#")
"""What look.js hands over when the source of a row is asked for; the group is the row's index, from 0."""


def fill_in(
    desk: Desk,
    page: gr.Blocks,
    tab: gr.Tab,
    fill: Callable[..., Sequence[Any]],
    inputs: Sequence[gr.components.Component],
    outputs: Sequence[gr.components.Component],
) -> None:
    """Has ``fill`` tell ``outputs`` what the store holds: when ``page`` is loaded, and whenever ``tab``
    is chosen after reports have come or gone. It must leave alone what the reader has chosen."""
    import gradio as gr

    seen = gr.State(-1)

    def loaded(*given: Any) -> list[Any]:
        return [desk.generation(), *fill(*given)]

    def chosen(was: int, *given: Any) -> list[Any]:
        now = desk.generation()
        return [gr.skip()] * (len(outputs) + 1) if now == was else [now, *fill(*given)]

    page.load(loaded, list(inputs), [seen, *outputs], **QUIET)
    tab.select(chosen, [seen, *inputs], [seen, *outputs], **QUIET)
