"""The chat page: its parts, and what each of them does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

from assistant.errors import AssistantError
from pages import beside, forms, history
from pages.common import LISTEN, QUIET, fill_in
from pages.desk import Desk
from pages.messages import Turn, plain
from pages.talk import Talk
from vectorstore.errors import StoreError

if TYPE_CHECKING:
    import gradio as gr

INVITATION = "## 想查哪一项？\n回答只取自库中的报告，每个数字都可点开出处。"
BUSY = "上一问还在回答，请等它答完，或先按“停止”。"


def build(desk: Desk, page: gr.Blocks, tab: gr.Tab) -> None:
    """The parts of the chat, in ``tab`` of ``page``, which is open.

    A conversation lives in the state of one browser tab and is seen by no other.
    """
    import gradio as gr

    parts: dict[str, Any] = {"turns": gr.State(()), "talk": gr.State(Talk())}
    with gr.Row(elem_id="room"):
        with gr.Column(elem_id="talk", min_width=0):
            history.parts(parts)
            parts["chat"] = _chat()
            parts["hint"] = gr.Markdown("", elem_id="hint")
            forms.why(parts)
            forms.change(parts)
            with gr.Row(elem_id="ask"):
                parts["clear"] = gr.Button("清空", scale=0, min_width=0, elem_id="clear")
                parts["box"] = _box()
                parts["send"] = gr.Button("发送", variant="primary", scale=0, min_width=0, elem_id="send")
                parts["stop"] = gr.Button("停止", scale=0, min_width=0, elem_id="stop")
        # Its text is made by pages.reader, in which nothing of a report is left to act.
        parts["reader"] = gr.HTML("", elem_id="reader", js_on_load=None)
    # The scripts write here what was clicked inside a message or the reader, and what the browser kept.
    for name in ("pick", "act", "past"):
        parts[name] = gr.HTML("", html_template=" ", elem_id=name, elem_classes="relay", js_on_load=LISTEN)
    _wire(desk, page, parts)
    # Only now: to answer the examples first would hold up the server's start.
    fill_in(desk, page, tab, lambda: [gr.Chatbot(examples=_examples(desk))], [], [parts["chat"]])


def _examples(desk: Desk) -> list[Any]:
    return [{"text": question} for question in desk.examples()]


def _chat() -> gr.Chatbot:
    import gradio as gr

    return gr.Chatbot(
        elem_id="chat",
        label="对话",
        show_label=False,
        container=False,
        height=None,
        scale=1,
        layout="bubble",
        buttons=[],
        feedback_options=None,
        latex_delimiters=[],
        placeholder=INVITATION,
    )


def _box() -> gr.Textbox:
    import gradio as gr

    return gr.Textbox(
        elem_id="question",
        label="问题",
        show_label=False,
        container=False,
        lines=1,
        max_lines=6,
        min_width=0,
        autofocus=True,
        placeholder="输入问题，回车发送",
    )


def _wire(desk: Desk, page: gr.Blocks, parts: dict[str, Any]) -> None:
    import gradio as gr

    names = ("turns", "chat", "box", "hint", "kept")
    outputs = [parts[name] for name in names]
    beside_it = [parts[name] for name in ("reader", "why", "change")]

    def show(
        talk: Talk, turns: tuple[Turn, ...], box: str | None = None, hint: str | None = None
    ) -> list[Any]:
        """The conversation; the question box and the line over it only where they are given."""
        messages = [message for turn in turns for message in turn.messages(talk.verdicts.get(turn.id, ""))]
        busy = bool(turns) and turns[-1].state == "回答中"
        return [turns, messages, *said(box, hint)[2:4], "" if busy else history.packed(talk, turns)]

    def said(box: str | None, hint: str | None) -> list[Any]:
        """Only the question box and the line over it. None leaves what is there."""
        kept = gr.skip()
        shown = [kept if box is None else box, kept if hint is None else plain(hint)]
        return [kept, kept, *shown, kept]

    async def answer(
        question: str,
        turns: tuple[Turn, ...],
        talk: Talk,
        *,
        upto: int | None = None,
        box: str | None = None,
    ) -> AsyncIterator[list[Any]]:
        """Answers ``question`` as one that follows the first ``upto`` turns, all where there is no number.

        ``box``: what the question box holds from then on, None for what is there.
        """
        if talk.busy:
            yield said(question, BUSY)
            return
        pen, turn = talk.begin(), None
        hint: str | None = ""
        try:
            async for turn in pen.follow(desk.respond(question, turns[:upto])):
                if turn.state != "回答中":
                    talk.end(pen)
                yield show(talk, (*turns, turn), box, hint)
                box = hint = None
            if pen.stopped and talk.end(pen):
                yield show(talk, () if pen.cleared else (*turns, (turn or Turn(question)).stopped()))
        except (AssistantError, StoreError) as error:
            # The question stays in its box to be mended.
            talk.end(pen)
            yield show(talk, turns, question, str(error))
        finally:
            talk.end(pen)

    async def sent(question: str, turns: tuple[Turn, ...], talk: Talk) -> AsyncIterator[list[Any]]:
        async for shown in answer(question, turns, talk, box=""):
            yield shown

    async def chosen(turns: tuple[Turn, ...], talk: Talk, event: Any) -> AsyncIterator[list[Any]]:
        value = event.value if isinstance(event.value, str) else event.value["text"]
        async for shown in answer(value, turns, talk):
            yield shown

    async def again(act: str, turns: tuple[Turn, ...], talk: Talk) -> AsyncIterator[list[Any]]:
        """Asks the last question anew, in the place of its answer."""
        if act.startswith("again:") and turns and turns[-1].state != "回答中":
            async for shown in answer(turns[-1].question, turns[:-1], talk):
                yield shown
        else:
            yield [gr.skip()] * len(outputs)

    async def other(turns: tuple[Turn, ...], talk: Talk, at: int, *wanted: Any) -> AsyncIterator[list[Any]]:
        """Asks a question anew for another place, year, indicator or nature, as a person would."""
        question = turns[at].changed(*wanted) if 0 <= at < len(turns) else ""
        if question:
            async for shown in answer(question, turns, talk, upto=at + 1):
                yield shown
        else:
            yield said(None, "请先改选一项，再重新问。")

    async def stop(talk: Talk) -> None:
        talk.stop()

    async def cleared(talk: Talk) -> list[Any]:
        # Where an answer is being written, its writer clears the page.
        busy = talk.stop(clear=True)
        emptied = said(None, None) if busy else show(talk, (), "", "")
        return [*emptied, *shut()]

    async def opened(kept: str, talk: Talk) -> list[Any]:
        """Goes on with a conversation that the browser has kept."""
        if talk.busy:
            return [*said(None, BUSY), *[gr.skip()] * len(beside_it)]
        try:
            past = history.unpacked(kept.partition("#")[2])
        except history.BadPast:
            return [*said(None, history.UNREADABLE), *[gr.skip()] * len(beside_it)]
        talk.become(past.id, past.verdicts)
        return [*show(talk, past.turns, "", ""), *shut()]

    async def loaded(kept: str, turns: tuple[Turn, ...], talk: Talk) -> list[Any]:
        """The conversation of this tab before it was loaded anew; what was asked meanwhile stays."""
        shown: list[Any] = [gr.skip()] * len(outputs + beside_it)
        if not turns and not talk.busy:
            opening = await opened(kept, talk)
            if opening[0]:
                # A question that is being written stays.
                shown = [*opening[:2], gr.skip(), *opening[3:]]
        return shown

    def shut() -> list[Any]:
        return ["", gr.Column(visible=False), gr.Column(visible=False)]

    # Gradio hands an event over by this annotation, which it cannot resolve from a string.
    chosen.__annotations__["event"] = gr.SelectData
    # A question that comes before Gradio has closed the last event is not to be dropped.
    asking = QUIET | {"trigger_mode": "multiple"}
    gr.on(
        [parts["box"].submit, parts["send"].click],
        sent,
        [parts["box"], parts["turns"], parts["talk"]],
        outputs,
        **asking,
    )
    parts["chat"].example_select(chosen, [parts["turns"], parts["talk"]], outputs, **asking)
    parts["chat"].option_select(chosen, [parts["turns"], parts["talk"]], outputs, **asking)
    parts["act"].submit(again, [parts["act"], parts["turns"], parts["talk"]], outputs, **asking)
    parts["ask_changed"].click(
        other, [parts[name] for name in ("turns", "talk", "changed", *forms.SLOTS)], outputs, **asking
    )
    parts["stop"].click(stop, parts["talk"], None, **QUIET)
    parts["clear"].click(cleared, parts["talk"], [*outputs, *beside_it], **QUIET)
    parts["past"].submit(opened, [parts["past"], parts["talk"]], [*outputs, *beside_it], **QUIET)
    page.load(
        loaded,
        [parts["past"], parts["turns"], parts["talk"]],
        [*outputs, *beside_it],
        js=history.SCRIPT.read_text(encoding="utf-8"),
        **QUIET,
    )
    beside.wire(desk, parts)
