"""What is kept in memory: of a visit what is needed, and what stays out of the collector's way."""

from __future__ import annotations

import gc
from copy import copy
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import gradio as gr


class _Undescribed:
    """Whose copies know the page's components and events, and describe none of them."""

    def __init__(self, config: Any) -> None:
        self._config = config

    def __copy__(self) -> Any:
        made = copy(self._config)
        made.config_for_block = lambda *_: {}
        return made


def lighten(page: gr.Blocks) -> None:
    """Makes the visits of a launched page cheap. Gradio describes every component of a page anew
    for every visit, takes each call of an endpoint for a visit of its own, and describes anew what
    an event changes: more work and memory than most answers. Only links into a page's state
    (``gr.DeepLinkButton``) read these descriptions, and no page here has one.
    """
    blank: Any = SimpleNamespace(default_config=_Undescribed(page.default_config), blocks=())
    page.state_holder.blocks = cast("gr.Blocks", blank)


def settle() -> None:
    """Spares the collector of garbage what stays until the end: libraries, and the page itself.

    It would go through these half a million objects again and again while reports are opened.
    """
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)
