"""The reports page: what the store holds, and for who may, taking files in and putting entries right."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import AssistantError
from pages import intake
from pages.common import LISTEN, QUIET
from pages.desk import Desk
from pages.intake import Row
from pages.messages import plain
from pages.rights import VISITOR, Rights, cookies
from pages.shelf_list import drop_zone, progress, right_line, table
from pages.uploads import Inbox
from reports.patterns import regex
from vectorstore.errors import StoreError

if TYPE_CHECKING:
    import gradio as gr

    from vectorstore.records import ReportEntry

SHOWN = 50
"""Reports on the page at first, and more with every click."""
_TAKE = regex(r"([\w-]{22}(?:,[\w-]{22}){0,99})#")
"""The tokens of files that have been received."""
_PICK = regex(r"edit:([0-9a-f]{16})#")
"""The report that is to be put right."""
_CLICKS = """let clicks = 0;
element.addEventListener('click', event => {
  const button = event.target.closest('button[data-report]');
  if (button) document.querySelector('#shelf-pick .html-container > div').dispatchEvent(
    new CustomEvent('pick', {detail: `edit:${button.dataset.report}#${++clicks}`}));
})"""
_LOOK = "() => document.getElementById('PART')?.scrollIntoView({block: 'nearest'})"
"""Brings a part of the page into sight."""
_LOST_FILES = "这些文件已经不在了，请重新选择文件再传。"


def build(desk: Desk, page: gr.Blocks, overview: gr.Markdown, rights: Rights, inbox: Inbox) -> None:
    """The parts of the page, in the tab of ``page`` that is open; ``overview`` is told of changes."""
    import gradio as gr

    parts: dict[str, Any] = {"rows": gr.State(()), "picked": gr.State(""), "sure": gr.State(False)}
    parts["shown"] = gr.State(SHOWN)
    parts["right"] = gr.HTML("", elem_id="shelf-right", js_on_load=None)
    with gr.Column(visible=False, elem_id="shelf-take-in") as parts["may"]:
        script = Path(__file__).with_name("shelf.js").read_text(encoding="utf-8")
        gr.HTML(drop_zone(), elem_id="shelf-drop", js_on_load=script)
        parts["progress"] = gr.HTML("", elem_id="shelf-progress", js_on_load=None)
        told = gr.Accordion("文中没有写明地区或年份时，在这里填", open=False, elem_id="shelf-told")
        with told, gr.Row(elem_id="shelf-told-row"):
            parts["place"] = gr.Textbox(
                label="这些文件的地区",
                min_width=0,
                max_length=intake.MAX_PLACE,
                max_lines=1,
                elem_id="shelf-place",
            )
            parts["year"] = gr.Textbox(
                label="这些文件的年份", min_width=0, max_length=5, max_lines=1, elem_id="shelf-year"
            )
    parts["said"] = gr.Markdown("", elem_id="shelf-said")
    _editor(parts)
    parts["find"] = gr.Textbox(
        label="查找",
        show_label=False,
        container=False,
        placeholder="按地区、年份或文件名查找",
        elem_id="shelf-find",
    )
    parts["list"] = gr.HTML("", elem_id="shelf-list", js_on_load=_CLICKS)
    parts["more"] = gr.Button("显示更多", visible=False, elem_id="shelf-more", size="sm")
    for name in ("take", "pick"):
        parts[name] = gr.HTML(
            "", html_template=" ", elem_id=f"shelf-{name}", elem_classes="relay", js_on_load=LISTEN
        )
    _wire_list(desk, page, parts, rights)
    _wire_uploads(desk, parts, overview, rights, inbox)
    _wire_editor(desk, parts, overview, rights)


def _editor(parts: dict[str, Any]) -> None:
    import gradio as gr

    with gr.Column(visible=False, elem_id="shelf-edit") as parts["edit"]:
        parts["title"] = gr.Markdown("", elem_id="shelf-title")
        with gr.Row(elem_id="shelf-slots"):
            parts["new_place"] = gr.Textbox(
                label="地区", min_width=0, max_length=intake.MAX_PLACE, max_lines=1, elem_id="shelf-new-place"
            )
            parts["new_year"] = gr.Textbox(
                label="年份", min_width=0, max_length=5, max_lines=1, elem_id="shelf-new-year"
            )
        with gr.Row(elem_id="shelf-do"):
            for name, words in (("save", "保存更正"), ("renew", "重新读入"), ("remove", "移除")):
                parts[name] = gr.Button(words, size="sm", scale=0, min_width=0, elem_id=f"shelf-{name}")
            parts["leave"] = gr.Button("取消", size="sm", scale=0, min_width=0, elem_id="shelf-leave")


def _listed(desk: Desk, wanted: str | None, most: int, *, may: bool) -> list[Any]:
    """The list, and whether there is more of it."""
    import gradio as gr

    try:
        entries = desk.assistant.store.entries()
    except (AssistantError, StoreError) as error:
        return [f'<p class="count">{escape(str(error))}</p>', gr.Button(visible=False)]
    shown, found = table(entries, (wanted or "")[:100], most, may=may)
    return [shown, gr.Button(visible=found > most)]


def _year(written: str | None) -> int | None:
    """The year of a box; None where it holds none."""
    digits = (written or "").strip().removesuffix("年")
    return int(digits) if digits.isdecimal() and len(digits) == 4 else None


def _asks(function: Any) -> Any:
    """Has Gradio hand ``function`` the request; it cannot resolve the annotation from a string."""
    import gradio as gr

    function.__annotations__["request"] = gr.Request
    return function


def _wire_list(desk: Desk, page: gr.Blocks, parts: dict[str, Any], rights: Rights) -> None:
    import gradio as gr

    listed = [parts["list"], parts["more"]]

    def entered(wanted: str, most: int, request: Any) -> list[Any]:
        reason = rights.refusal_of(request)
        line = right_line(rights, reason)
        return [line, gr.Column(visible=not reason), *_listed(desk, wanted, most, may=not reason)]

    def found(wanted: str, request: Any) -> list[Any]:
        return [SHOWN, *_listed(desk, wanted, SHOWN, may=not rights.refusal_of(request))]

    def longer(wanted: str, most: int, request: Any) -> list[Any]:
        may = not rights.refusal_of(request)
        return [most + SHOWN, *_listed(desk, wanted, most + SHOWN, may=may)]

    page.load(
        _asks(entered), [parts["find"], parts["shown"]], [parts["right"], parts["may"], *listed], **QUIET
    )
    parts["find"].change(_asks(found), parts["find"], [parts["shown"], *listed], **QUIET)
    parts["more"].click(_asks(longer), [parts["find"], parts["shown"]], [parts["shown"], *listed], **QUIET)


def _wire_uploads(
    desk: Desk, parts: dict[str, Any], overview: gr.Markdown, rights: Rights, inbox: Inbox
) -> None:
    import gradio as gr

    outputs = [parts[name] for name in ("rows", "progress", "said", "list", "more")]
    given = [parts[name] for name in ("take", "place", "year", "rows", "find", "shown")]

    def taken(
        tokens: str, place: str, year: str, rows: tuple[Row, ...], wanted: str, most: int, request: Any
    ) -> Iterator[list[Any]]:
        still = gr.skip()
        reason, sent = rights.refusal_of(request), _TAKE.match(tokens or "")
        if reason or not sent:
            yield [still, still, plain(reason), still, still, still]
            return
        visitor = cookies(request.request.headers).get(VISITOR, "")
        files = [one for one in (inbox.take(token, visitor) for token in sent[1].split(",")) if one]
        if not files:
            yield [still, still, _LOST_FILES, still, still, still]
            return
        done = 0
        for now in intake.take_in(desk, files, " ".join((place or "").split()), _year(year)):
            all_rows = (*rows, *now)[-2 * SHOWN :]
            finished = sum(row.state in ("完成", "失败") for row in now)
            listed: list[Any] = [still, still, still]
            if finished > done:
                done = finished
                listed = [*_listed(desk, wanted, most, may=True), desk.overview()]
            yield [all_rows, progress(all_rows), "", *listed]

    parts["take"].submit(
        _asks(taken),
        given,
        [*outputs, overview],
        concurrency_limit=1,  # two at once would write over each other's progress
        concurrency_id="shelf",
        **QUIET | {"trigger_mode": "multiple"},
    )


def _wire_editor(desk: Desk, parts: dict[str, Any], overview: gr.Markdown, rights: Rights) -> None:
    import gradio as gr

    form = [parts[name] for name in ("picked", "edit", "title", "new_place", "new_year", "sure", "remove")]
    after = [parts[name] for name in ("said", "edit", "sure", "remove", "list", "more")] + [overview]
    beside = [parts["find"], parts["shown"]]

    def opened(pick: str, request: Any) -> list[Any]:
        wanted = _PICK.match(pick or "")
        entry = _entry(desk, wanted[1]) if wanted and not rights.refusal_of(request) else None
        if not entry:
            return ["", gr.Column(visible=False), "", "", "", False, gr.Button("移除")]
        identity = entry.identity
        full = "".join((*identity.parents, identity.place))
        year = str(identity.year or "")
        return [
            *(entry.id, gr.Column(visible=True), f"《{plain(entry.source)}》", full, year),
            *(False, gr.Button("移除")),
        ]

    def finished(said: str, wanted: str, most: int, *, opened: bool = False, sure: bool = False) -> list[Any]:
        label = gr.Button("再按一次，确认移除" if sure else "移除")
        shown = _listed(desk, wanted, most, may=True)
        return [plain(said), gr.Column(visible=opened), sure, label, *shown, desk.overview()]

    def refused(request: Any) -> list[Any] | None:
        reason = rights.refusal_of(request)
        return [plain(reason), *[gr.skip()] * (len(after) - 1)] if reason else None

    def saved(report: str, place: str, year: str, wanted: str, most: int, request: Any) -> list[Any]:
        said = refused(request)
        return said or finished(intake.correct(desk, report, place or "", _year(year)), wanted, most)

    def renewed(report: str, wanted: str, most: int, request: Any) -> list[Any]:
        return refused(request) or finished(intake.renew(desk, report), wanted, most)

    def removed(report: str, sure: bool, wanted: str, most: int, request: Any) -> list[Any]:
        if sure:
            return refused(request) or finished(intake.remove(desk, report), wanted, most)
        return refused(request) or finished("", wanted, most, opened=True, sure=True)

    places = [parts["picked"], parts["new_place"], parts["new_year"]]
    shown = parts["pick"].submit(_asks(opened), parts["pick"], form, **QUIET)
    shown.then(None, js=_LOOK.replace("PART", "shelf-edit"), **QUIET)
    done = (
        parts["save"].click(_asks(saved), [*places, *beside], after, **QUIET),
        parts["renew"].click(_asks(renewed), [parts["picked"], *beside], after, **QUIET),
        parts["remove"].click(_asks(removed), [parts["picked"], parts["sure"], *beside], after, **QUIET),
    )
    for event in done:
        event.then(None, js=_LOOK.replace("PART", "shelf-said"), **QUIET)
    parts["leave"].click(lambda: gr.Column(visible=False), None, parts["edit"], **QUIET)


def _entry(desk: Desk, report_id: str) -> ReportEntry | None:
    try:
        entries = desk.assistant.store.entries()
    except (AssistantError, StoreError):
        return None
    return next((entry for entry in entries if entry.id == report_id), None)
