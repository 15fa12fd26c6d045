"""The reports page: what the store holds, and for who may, taking files in and putting entries right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
from pages.uploads import MAX_BYTES, Inbox
from vectorstore.errors import StoreError

if TYPE_CHECKING:
    import gradio as gr

    from vectorstore.records import ReportEntry

SHOWN = 50
"""Reports on the page at first, and more with every click."""
METHODS = {"text": "原文文字", "ocr": "OCR 识别", "mixed": "文字与 OCR"}
_TAKE = re.compile(r"([\w-]{22}(?:,[\w-]{22}){0,99})#")
"""The tokens of files that have been received."""
_PICK = re.compile(r"edit:([0-9a-f]{16})#")
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


def drop_zone() -> str:
    """Where files are dropped or chosen; shelf.js sends them one by one."""
    from reports.readers import ENDINGS

    kinds = "txt、md、docx、pdf、图片、html、doc、wps"
    return (
        '<label class="drop"><input type="file" multiple id="shelf-files" '
        f'accept="{",".join(ENDINGS)}" data-most="{MAX_BYTES}">'
        "<strong>把报告文件拖到这里，或点这里选择</strong>"
        f"<span>可一次多份：{kinds}，每份不超过 {MAX_BYTES // 2**20} MB</span></label>"
        '<ul class="files sending" aria-live="polite"></ul>'
    )


def progress(rows: Sequence[Row]) -> str:
    """The files of this visit and how far each has come."""
    lines = "".join(
        f'<li data-state="{row.state}"><span class="name">{escape(row.name)}</span>'
        f'<span class="said">{escape(row.said)}</span></li>'
        for row in rows
    )
    return f'<ul class="files" aria-live="polite">{lines}</ul>' if rows else ""


def table(entries: Sequence[ReportEntry], wanted: str, most: int, *, may: bool) -> tuple[str, int]:
    """The reports that have all words of ``wanted`` in place, year, kind or name, and how many there are.

    At most ``most`` are shown; with ``may`` each has a button.
    """
    words = wanted.split()
    found = [entry for entry in entries if all(word in _searched(entry) for word in words)]
    heads = ("报告", "年份", "类别", "章节", "段落", "数字", "读法", *(["管理"] if may else []))
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    rows = "".join(_row(entry, may) for entry in found[:most])
    count = f"共 {len(entries)} 份" if not words else f"{len(entries)} 份中找到 {len(found)} 份"
    shown = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>" if rows else ""
    return f'<p class="count" role="status">{count}</p>{shown}', len(found)


def _searched(entry: ReportEntry) -> str:
    identity = entry.identity
    return " ".join((*identity.parents, identity.place, str(identity.year), identity.kind, entry.source))


def _row(entry: ReportEntry, may: bool) -> str:
    identity = entry.identity
    where = escape("".join((*identity.parents, identity.place)) or "地区不明")
    name = escape(entry.source)
    cells = (
        ("年份", str(identity.year or "不明")),
        ("类别", escape(identity.kind)),
        ("章节", str(entry.sections)),
        ("段落", str(entry.chunks)),
        ("数字", str(entry.facts)),
        ("读法", METHODS.get(entry.method, escape(entry.method))),
    )
    data = "".join(f'<td data-name="{label}">{value}</td>' for label, value in cells)
    button = (
        f'<td class="do"><button type="button" data-report="{escape(entry.id)}" '
        f'aria-label="更正或移除 {name}">更正或移除</button></td>'
    )
    return (
        f'<tr><th scope="row"><span class="where">{where}</span><span class="source">{name}</span></th>'
        f"{data}{button if may else ''}</tr>"
    )


def _listed(desk: Desk, wanted: str | None, most: int, *, may: bool) -> list[Any]:
    """The list, and whether there is more of it."""
    import gradio as gr

    try:
        entries = desk.assistant.store.entries()
    except (AssistantError, StoreError) as error:
        return [f'<p class="count">{escape(str(error))}</p>', gr.Button(visible=False)]
    shown, found = table(entries, (wanted or "")[:100], most, may=may)
    return [shown, gr.Button(visible=found > most)]


def _right_line(rights: Rights, reason: str) -> str:
    """One line on what the visitor may do, with the way to log in or out where there is one."""
    if reason:
        link = ' <a href="/login">管理员登录</a>' if rights.logins else ""
        return f"<p>{escape(reason)}{link}</p>"
    if rights.logins:
        return '<form method="post" action="/logout"><p>已以管理员登录。 <button>退出登录</button></p></form>'
    return ""


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
        line = _right_line(rights, reason)
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
