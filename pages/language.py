"""Chinese first, English by a switch: all that the pages say themselves, never an answer or a report.

The switch is kept in the browser. In English, language.js puts the words of english.json in place
of the labels and messages, and those of english_errors.json in place of what went wrong; answers and
reports stay as they are.
"""

from __future__ import annotations

import json
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
    page.load(None, None, None, js=script(), **QUIET)


def script() -> str:
    """A function of the browser's that puts the English words in place; it does nothing in Chinese."""
    return (_HERE / "language.js").read_text(encoding="utf-8").replace("'ENGLISH'", words())


def words() -> str:
    """What language.js puts in place of what, as JSON: ``words`` of whole labels, ``patterns`` of others."""
    known = json.loads((_HERE / "english.json").read_text(encoding="utf-8"))
    known["patterns"] += json.loads((_HERE / "english_errors.json").read_text(encoding="utf-8"))
    return json.dumps(known, ensure_ascii=False)
