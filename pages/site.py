"""The site: its head, and a tab for each page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages import about, chat, duties, figures, language, shelf, tools
from pages.common import QUIET
from pages.desk import Desk
from pages.rights import Rights
from pages.uploads import Inbox

if TYPE_CHECKING:
    import gradio as gr

TITLE = "政府工作报告问答"
AT_ONCE = 40
"""Questions that are answered side by side; those who wait for a slow LLM must not keep others waiting."""
WAITING = 64
"""Steps of all pages that may wait for their turn; those beyond are turned away with a sentence.

With 16, half of thirty people who open the page in the same instant (seven steps each) were turned away.
"""


def build(desk: Desk, rights: Rights, inbox: Inbox) -> gr.Blocks:
    """The site over the store of ``desk``; ``inbox`` holds the files that are sent to it."""
    import gradio as gr

    with gr.Blocks(title=TITLE, analytics_enabled=False, fill_height=True, delete_cache=(3600, 3600)) as page:
        with gr.Row(elem_id="top"):
            with gr.Column(elem_id="name", min_width=0):
                gr.Markdown(f"# {TITLE}")
                # Filled in for each visit: to open the store first would hold up the server's start.
                overview = gr.Markdown("", elem_id="overview")
            language.build(page)
        with gr.Tabs(elem_id="rooms"):
            with gr.Tab("问答", id="chat", elem_id="chat-page") as tab:
                chat.build(desk, page, tab)
            with gr.Tab("指标", id="figures", elem_id="figures-page") as tab:
                figures.build(desk, page, tab)
            with gr.Tab("分工", id="duties", elem_id="duties-page") as tab:
                duties.build(desk, page, tab)
            with gr.Tab("报告", id="shelf", elem_id="shelf-page"):
                shelf.build(desk, page, overview, rights, inbox)
            with gr.Tab("说明", id="about", elem_id="about-page") as tab:
                about.build(desk, page, tab)
        page.load(desk.overview, outputs=overview, **QUIET)
        tools.build(desk)
    # What page.queue(…) sets: called, it would make the whole web application once more.
    page._queue.max_size = WAITING
    page._queue.default_concurrency_limit = AT_ONCE
    return page
