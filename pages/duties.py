"""The duties page: who leads what in the 责任分解 notices, searched by who and by what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from assistant.errors import AssistantError
from pages.common import LISTEN, QUIET, ROW_PICKED, fill_in
from pages.desk import Desk
from pages.messages import named, plain
from pages.reader import excuse, reading
from reports.patterns import regex
from vectorstore.errors import StoreError

if TYPE_CHECKING:
    import gradio as gr

    from assistant.duties.assignments import Assignment

MOST = 200
"""Rows that are shown at once."""
_LISTED = 40
"""People and units that the page offers before anything is searched."""
_WHO = regex(r"who:(.{1,60})#")
_NO_NOTICE = (
    "库里还没有责任分解通知。请用 python ingest.py 通知文件 "
    "加入写明责任领导、牵头单位的通知，就能在这里查分工。"
)
_FIELDS = (
    ("责任领导", "leaders"),
    ("牵头单位", "lead_units"),
    ("责任单位", "units"),
    ("配合单位", "support_units"),
)


def build(desk: Desk, page: gr.Blocks, tab: gr.Tab) -> None:
    """The parts of the page, in ``tab`` of ``page``, which is open."""
    import gradio as gr

    parts: dict[str, Any] = {"found": gr.State(())}
    with gr.Row(elem_classes="beside"):
        with gr.Column(elem_classes="leaf", min_width=0):
            with gr.Row(elem_id="duties-ask", elem_classes="asked"):
                parts["who"] = _box("人员或单位", "如：区科技局", "duties-who")
                parts["words"] = _box("任务", "如：高标准农田", "duties-words")
                parts["search"] = gr.Button(
                    "查找", variant="primary", scale=0, min_width=0, elem_id="duties-search"
                )
            # Its text is made here of nothing but escaped parts of a notice.
            parts["shown"] = gr.HTML("", elem_id="duties-shown", js_on_load=None)
        parts["reader"] = gr.HTML("", elem_id="duties-reader", js_on_load=None)
    parts["pick"] = gr.HTML(
        "", html_template=" ", elem_id="duties-pick", elem_classes="relay", js_on_load=LISTEN
    )
    _wire(desk, parts, page, tab)
    _name_endpoint(desk)


def _name_endpoint(desk: Desk) -> None:
    """Names the endpoint of the page; its docstring is in Chinese because a client shows it as it is."""
    import gradio as gr

    def duties(who: str = "", words: str = "") -> dict[str, Any]:
        """查责任分解通知：某人或某单位负责哪些任务，或某项任务由谁负责

        Args:
            who: 人名或单位，如“区科技局”；不填则不限。
            words: 任务里的词，如“高标准农田”；不填则不限。

        Returns:
            tasks 是找到的任务，各带责任领导、牵头单位、责任单位、配合单位、时限和通知里的原文。
        """
        try:
            return {"tasks": [asdict(one) for one in desk.assistant.duties(who, words)][:MOST]}
        except (AssistantError, StoreError) as error:
            return {"error": str(error)}

    gr.api(duties, api_name="duties")


def _box(label: str, hint: str, name: str) -> gr.Textbox:
    import gradio as gr

    return gr.Textbox(label=label, placeholder=hint, lines=1, max_lines=1, min_width=0, elem_id=name)


def _wire(desk: Desk, parts: dict[str, Any], page: gr.Blocks, tab: gr.Tab) -> None:
    import gradio as gr

    asked = [parts["who"], parts["words"]]
    outputs = [parts["found"], parts["shown"], parts["reader"]]

    def show(who: str, words: str) -> list[Any]:
        found, shown = listing(desk, who, words)
        return [found, shown, ""]

    def picked(pick: str, found: tuple[Assignment, ...]) -> list[Any]:
        if someone := _WHO.match(pick):
            return [someone[1], "", *show(someone[1], "")]
        wanted = ROW_PICKED.match(pick)
        return [gr.skip()] * 4 + [read(desk, found, int(wanted[1])) if wanted else ""]

    def entered(who: str | None, words: str | None, found: tuple[Assignment, ...]) -> list[Any]:
        return [gr.skip() if found or who or words else listing(desk, "", "")[1]]

    fill_in(desk, page, tab, entered, [*asked, parts["found"]], [parts["shown"]])
    gr.on([parts["search"].click, *(box.submit for box in asked)], show, asked, outputs, **QUIET)
    parts["pick"].submit(picked, [parts["pick"], parts["found"]], [*asked, *outputs], **QUIET)


def listing(desk: Desk, who: str, words: str) -> tuple[tuple[Assignment, ...], str]:
    """The tasks found and their HTML; where nothing is searched, who there is to search for."""
    try:
        every = desk.assistant.duties()
        if not every:
            return (), f'<p class="note">{plain(_NO_NOTICE)}</p>'
        if not who.strip() and not words.strip():
            return (), _directory(every)
        found = desk.assistant.duties(who, words)
    except (AssistantError, StoreError) as error:
        return (), f'<p class="lost">{plain(str(error))}</p>'
    sought = "、".join(f"“{part.strip()}”" for part in (who, words) if part.strip())
    if not found:
        said = f"通知里没有找到{sought}。请换个写法，或只填一格。有这些通知：{_notices(every)}。"
        return (), f'<p class="note">{plain(said)}</p>'
    more = f"，先列前 {MOST} 项，请把条件写得更具体" if len(found) > MOST else ""
    said = f"{sought}共 {len(found)} 项任务{more}。点任务看通知原文，点名字看其全部任务。"
    head = f'<p class="note" role="status">{plain(said)}</p>'
    return found[:MOST], head + table(found[:MOST])


def table(found: Sequence[Assignment]) -> str:
    """One row for each task, its own sentence behind it; columns that hold nothing are left out."""
    several = len({one.citation.report_id for one in found}) > 1
    fields = [(label, name) for label, name in _FIELDS if any(getattr(one, name) for one in found)]
    timed = any(one.deadline for one in found)
    heads = [
        *(["通知"] if several else []),
        "任务",
        *(label for label, _ in fields),
        *(["时限"] if timed else []),
    ]
    head = "".join(f'<th scope="col">{label}</th>' for label in heads)

    def cells(one: Assignment) -> Iterator[str]:
        if several:
            yield f"<td>{plain(_notice(one))}</td>"
        yield (
            f'<td class="task"><button type="button" class="cell" data-pick="read:0:{one.citation.number}">'
            f"{plain(one.task)}</button></td>"
        )
        for label, name in fields:
            yield f'<td data-label="{label}">{_names(getattr(one, name))}</td>'
        if timed:
            yield f'<td data-label="时限">{plain(one.deadline)}</td>'

    body = "".join(f"<tr>{''.join(cells(one))}</tr>" for one in found)
    return (
        '<div class="scroll tasks" role="region" tabindex="0" aria-label="任务与责任人">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _names(names: Iterable[str]) -> str:
    told = list(names)
    # A name and the mark after it stay on one line.
    return "".join(
        f'<span class="keep">{_name(name, plain(name))}{"、" if at < len(told) else ""}</span>'
        for at, name in enumerate(told, 1)
    )


def _name(name: str, shown: str) -> str:
    return f'<button type="button" class="who" data-pick="who:{plain(name)}">{shown}</button>'


def _notice(one: Assignment) -> str:
    return f"{one.place}{one.year or ''}年" if one.year else one.place


def _notices(every: Sequence[Assignment]) -> str:
    return "、".join(dict.fromkeys(named(one.citation) for one in every))


def _directory(every: Sequence[Assignment]) -> str:
    """The people and the leading units of all notices, those with most tasks first."""
    parts = [f'<p class="note">{plain(_notices(every))}，共 {len(every)} 项任务。</p>']
    for label, name in _FIELDS[:2]:
        told = Counter(holder for one in every for holder in getattr(one, name))
        listed = "".join(
            f"<li>{_name(holder, f'{plain(holder)} <span>{count}</span>')}</li>"
            for holder, count in told.most_common(_LISTED)
        )
        if listed:
            parts.append(f'<section><h2>{label}</h2><ul class="holders">{listed}</ul></section>')
    return "".join(parts)


def read(desk: Desk, found: Sequence[Assignment], number: int) -> str:
    """The notice of one of the tasks found, as HTML; empty where there is none."""
    citations = [one.citation for one in found]
    cited = [citation for citation in citations if citation.number == number]
    if not cited:
        return ""
    try:
        report = desk.assistant.store.report(cited[0].report_id)
    except (AssistantError, StoreError) as error:
        return excuse(str(error))
    return reading(report, citations, number, 0)
