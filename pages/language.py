"""Chinese first, English by a switch: the labels of the pages, never an answer or a report.

The switch is kept in the browser. In English, language.js puts the words of english.json in place
of the labels; what is not in that file, answers above all, stays as it is.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pages.common import QUIET

if TYPE_CHECKING:
    import gradio as gr

_HERE = Path(__file__).parent


def build(page: gr.Blocks) -> None:
    """The switch, in the part of ``page`` that is open."""
    import gradio as gr

    switch = '<button type="button" translate="no" lang="en" aria-label="English">EN</button>'
    gr.HTML(switch, elem_id="language", js_on_load=None, min_height=None)
    script = (_HERE / "language.js").read_text(encoding="utf-8")
    words = (_HERE / "english.json").read_text(encoding="utf-8")
    page.load(None, None, None, js=script.replace("'ENGLISH'", words), **QUIET)
