"""What is kept in memory: of a visit what is needed, and what stays out of the collector's way."""

from __future__ import annotations

import gc
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import gradio as gr


def lighten(page: gr.Blocks) -> None:
    """Makes the visits of a launched page cheap. Gradio describes every component of a page anew
    for every visit, and takes each call of an endpoint for a visit of its own: more work and memory
    than most answers. Only links into a page's state (``gr.DeepLinkButton``) read descriptions of
    components that nobody has changed, and no page here has one; those changed are still described.
    """
    blank: Any = SimpleNamespace(default_config=page.default_config, blocks=())
    page.state_holder.blocks = cast("gr.Blocks", blank)


def settle() -> None:
    """Spares the collector of garbage what stays until the end: libraries, and the page itself.

    It would go through these half a million objects again and again while reports are opened.
    """
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)
