"""The small forms over the question box: each is hidden until a click in a reply calls for it."""

from __future__ import annotations

from typing import Any

from pages.feedback import MAX_REASON, REASONS

SLOTS = ("place", "year", "indicator", "nature")
"""What of a question can be changed, in the order of :meth:`pages.messages.Turn.changed`."""
NATURES = ("实绩", "目标")


def why(parts: dict[str, Any]) -> None:
    """The form that asks what was wrong with an answer."""
    import gradio as gr

    parts["disliked"] = gr.State(-1)
    with gr.Column(visible=False, elem_id="why") as parts["why"]:
        parts["reason"] = gr.Radio(REASONS, label="哪里不满意？", container=False, elem_id="reason")
        with gr.Row(elem_id="more"):
            parts["words"] = gr.Textbox(
                label="补充说明",
                show_label=False,
                container=False,
                max_length=MAX_REASON - 20,
                min_width=0,
                placeholder="补充说明（可不填）",
            )
            parts["tell"] = gr.Button("提交", size="sm", scale=0, min_width=0)
            parts["never"] = gr.Button("不用了", size="sm", scale=0, min_width=0)


def change(parts: dict[str, Any]) -> None:
    """The form that changes what a question was understood to ask for."""
    import gradio as gr

    parts["changed"] = gr.State(-1)
    with gr.Column(visible=False, elem_id="change") as parts["change"]:
        with gr.Row(elem_id="slots"):
            parts["place"] = gr.Dropdown([], label="地区", min_width=0, elem_id="place")
            parts["year"] = gr.Dropdown([], label="年份", min_width=0, elem_id="year")
            parts["indicator"] = gr.Dropdown([], label="指标", min_width=0, elem_id="indicator")
            parts["nature"] = gr.Dropdown(NATURES, label="实绩或目标", min_width=0, elem_id="nature")
        with gr.Row(elem_id="do"):
            parts["ask_changed"] = gr.Button("换成这个再问", size="sm", scale=0, min_width=0)
            parts["keep_slots"] = gr.Button("取消", size="sm", scale=0, min_width=0)
