"""The chat page: its parts, and what each of them does."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

from assistant.errors import AssistantError
from pages import forms
from pages.common import QUIET
from pages.desk import Desk
from pages.feedback import BAD, GOOD, keep
from pages.messages import Turn, plain
from pages.talk import Talk
from vectorstore.errors import StoreError

if TYPE_CHECKING:
    import gradio as gr

INVITATION = "### 想查哪一项？\n回答只取自库中的报告，每个数字都可点开出处。"
_PICK = re.compile(r"read:(\d{1,4}):(\d{1,3})#")
"""A citation that was clicked: the place of its answer in the conversation, its number."""
_VERDICT = re.compile(r"(good|bad):(\d{1,4})#")
"""What a reader thinks of the answer at this place."""
_CHANGE = re.compile(r"change:(\d{1,4})#")
"""The chips of the answer at this place are to be changed."""
_LISTEN = "element.addEventListener('pick', event => { props.value = event.detail; trigger('submit'); })"
"""Makes a part of the page that hands what look.js tells it over to the server."""


def build(desk: Desk, page: gr.Blocks) -> None:
    """The parts of the chat, in the tab of ``page`` that is open.

    A conversation lives in the state of one browser tab and is seen by no other.
    """
    import gradio as gr

    parts: dict[str, Any] = {"turns": gr.State(()), "talk": gr.State(Talk())}
    with gr.Row(elem_id="room"):
        with gr.Column(elem_id="talk", min_width=0):
            parts["chat"] = _chat()
            parts["hint"] = gr.Markdown("", elem_id="hint")
            forms.why(parts)
            forms.change(parts)
            with gr.Row(elem_id="ask"):
                parts["clear"] = gr.Button("清空", scale=0, min_width=0, elem_id="clear")
                parts["box"] = _box()
                parts["send"] = gr.Button("发送", variant="primary", scale=0, min_width=0, elem_id="send")
                parts["stop"] = gr.Button("停止", visible=False, scale=0, min_width=0, elem_id="stop")
        # Its text is made by pages.reader, in which nothing of a report is left to act.
        parts["reader"] = gr.HTML("", elem_id="reader", js_on_load=None)
    # look.js writes here what was clicked inside a message or the reader.
    for name in ("pick", "act"):
        parts[name] = gr.HTML("", html_template=" ", elem_id=name, elem_classes="relay", js_on_load=_LISTEN)
    _wire(desk, parts)
    # Only now: to answer the examples first would hold up the server's start.
    page.load(lambda: gr.Chatbot(examples=_examples(desk)), outputs=parts["chat"], **QUIET)


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


def _wire(desk: Desk, parts: dict[str, Any]) -> None:
    import gradio as gr

    names = ("turns", "chat", "box", "hint", "send", "stop")
    outputs = [parts[name] for name in names]

    def show(turns: tuple[Turn, ...], box: str | None = None, hint: str | None = None) -> list[Any]:
        """The conversation; the question box and the line over it only where they are given."""
        messages = [message for turn in turns for message in turn.messages()]
        busy = bool(turns) and turns[-1].state == "回答中"
        buttons = [gr.Button(visible=not busy), gr.Button(visible=busy)]
        return [turns, messages, *said(box, hint)[2:4], *buttons]

    def said(box: str | None, hint: str | None) -> list[Any]:
        """Only the question box and the line over it. None leaves what is there."""
        kept = gr.skip()
        return [kept, kept, kept if box is None else box, kept if hint is None else plain(hint), kept, kept]

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
            yield said(question, "上一问还在回答，请等它答完，或先按“停止”。")
            return
        pen, turn = talk.begin(), None
        hint: str | None = ""
        try:
            async for turn in pen.follow(desk.respond(question, turns[:upto])):
                if turn.state != "回答中":
                    talk.end(pen)
                yield show((*turns, turn), box, hint)
                box = hint = None
            if pen.stopped and talk.end(pen):
                yield show(() if pen.cleared else (*turns, (turn or Turn(question)).stopped()))
        except (AssistantError, StoreError) as error:
            # The question stays in its box to be mended.
            talk.end(pen)
            yield show(turns, question, str(error))
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

    async def other(
        turns: tuple[Turn, ...], talk: Talk, at: int, place: str | None, year: int | None
    ) -> AsyncIterator[list[Any]]:
        """Asks a question anew for another place or year, as a person would: 2022年山城区呢."""
        question = turns[at].changed(place or "", year) if 0 <= at < len(turns) else ""
        if question:
            async for shown in answer(question, turns, talk, upto=at + 1):
                yield shown
        else:
            yield said(None, "请先选另一个地区或年份，再重新问。")

    async def stop(talk: Talk) -> None:
        talk.stop()

    async def cleared(talk: Talk) -> list[Any]:
        # Where an answer is being written, its writer clears the page.
        busy = talk.stop(clear=True)
        emptied = said(None, None) if busy else show((), "", "")
        return [*emptied, "", gr.Column(visible=False), gr.Column(visible=False)]

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
        other, [parts[name] for name in ("turns", "talk", "changed", "place", "year")], outputs, **asking
    )
    parts["stop"].click(stop, parts["talk"], None, **QUIET)
    beside = [parts[name] for name in ("reader", "why", "change")]
    parts["clear"].click(cleared, parts["talk"], [*outputs, *beside], **QUIET)
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

    shown = [parts[name] for name in ("hint", "disliked", "why", "reason", "words")]

    def judged(act: str, turns: tuple[Turn, ...]) -> list[Any]:
        wanted = _VERDICT.match(act)
        if not wanted or int(wanted[2]) >= len(turns):
            return [gr.skip()] * len(shown)
        at, bad = int(wanted[2]), wanted[1] == "bad"
        said = keep(desk.store, turns, at, BAD if bad else GOOD)
        return [plain(said), at if bad else -1, gr.Column(visible=bad), None, ""]

    def told(turns: tuple[Turn, ...], at: int, reason: str | None, words: str) -> list[Any]:
        why = "：".join(filter(None, (reason, words.strip())))
        said = keep(desk.store, turns, at, BAD, why) if why and 0 <= at < len(turns) else ""
        return [plain(said), -1, gr.Column(visible=False), None, ""]

    parts["act"].submit(judged, [parts["act"], parts["turns"]], shown, **QUIET)
    given = [parts[name] for name in ("turns", "disliked", "reason", "words")]
    gr.on([parts["tell"].click, parts["words"].submit], told, given, shown, **QUIET)
    parts["never"].click(lambda: ["", -1, gr.Column(visible=False), None, ""], None, shown, **QUIET)


def _wire_change(desk: Desk, parts: dict[str, Any]) -> None:
    import gradio as gr

    shown = [parts[name] for name in ("changed", "change", "place", "year")]

    def opened(act: str, turns: tuple[Turn, ...]) -> list[Any]:
        wanted = _CHANGE.match(act)
        if not wanted or int(wanted[1]) >= len(turns):
            return [gr.skip()] * len(shown)
        turn = turns[int(wanted[1])]
        places, years = desk.choices()
        # Of several there is none to begin with.
        place = turn.query.places[0] if turn.query and len(turn.query.places) == 1 else None
        year = turn.query.years[0] if turn.query and len(turn.query.years) == 1 else None
        return [
            int(wanted[1]),
            gr.Column(visible=True),
            gr.Dropdown(places, value=place if place in places else None),
            gr.Dropdown(years, value=year if year in years else None),
        ]

    parts["act"].submit(opened, [parts["act"], parts["turns"]], shown, **QUIET)
    gr.on(
        [parts["ask_changed"].click, parts["keep_slots"].click],
        lambda: gr.Column(visible=False),
        None,
        parts["change"],
        **QUIET,
    )
