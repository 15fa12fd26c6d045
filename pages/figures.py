"""The indicators page: figures of chosen places over the years, targets beside results."""

from __future__ import annotations

import json
from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from assistant.errors import AssistantError
from pages.common import LISTEN, QUIET, ROW_PICKED, fill_in
from pages.desk import Desk
from pages.messages import plain
from pages.plot import chart, titled
from pages.reader import excuse, reading
from pages.trend import MOST_INDICATORS, MOST_PLACES, Trend, csv_of, drawn, joined, matrix, own_words, table
from vectorstore.errors import StoreError

if TYPE_CHECKING:
    import gradio as gr

MOST_WORDS = 200
"""Indicators in the reports' own words that are offered after those with a standard name."""
_SHOWN_PLACES = 12
"""Places in the matrix before any is chosen."""
_NOTE = "点数字看原句。“—”是报告没有写，“没有报告”是库里没有涉及这一年的报告；●实绩 ○目标。"

_INVITATION = (
    "选好地区和指标，点“查看”，就有各年的走势、目标与实绩。指标里先列通用的名称，再列报告自己的说法；"
    "也可以直接输入，如“高标准农田”，回车确认。"
)


def build(desk: Desk, page: gr.Blocks, tab: gr.Tab) -> None:
    """The parts of the page, in ``tab`` of ``page``, which is open."""
    import gradio as gr

    parts: dict[str, Any] = {"trend": gr.State(Trend())}
    with gr.Row(elem_classes="beside"):
        with gr.Column(elem_classes="leaf", min_width=0):
            with gr.Row(elem_id="figures-ask", elem_classes="asked"):
                parts["places"] = _dropdown("地区", f"最多 {MOST_PLACES} 个", MOST_PLACES, "figures-places")
                parts["indicators"] = _dropdown(
                    "指标",
                    f"先选地区，最多 {MOST_INDICATORS} 个",
                    MOST_INDICATORS,
                    "figures-indicators",
                    free=True,
                )
                parts["draw"] = gr.Button(
                    "查看", variant="primary", scale=0, min_width=0, elem_id="figures-draw"
                )
            # Its text is made by pages.trend and pages.plot, in which nothing of a report is left to act.
            parts["shown"] = gr.HTML("", elem_id="figures-shown", js_on_load=None)
        parts["reader"] = gr.HTML("", elem_id="figures-reader", js_on_load=None)
    for name in ("pick", "open"):
        parts[name] = gr.HTML(
            "", html_template=" ", elem_id=f"figures-{name}", elem_classes="relay", js_on_load=LISTEN
        )
    _wire(desk, parts, page, tab)
    _name(desk)


def _name(desk: Desk) -> None:
    """Names the endpoint of the page; its docstring is in Chinese because a client shows it as it is."""
    import gradio as gr

    def figures(places: list[str], indicators: list[str]) -> dict[str, Any]:
        """查几个地区几个指标各年的实绩与目标，并说明目标是否完成；每个数都带它所在的原句

        Args:
            places: 地区的全名，如 ["卫东区"]，最多 6 个。
            indicators: 指标的名称，如 ["城镇新增就业", "地区生产总值增速"]，最多 4 个。

        Returns:
            cells 是各地各年的数，value 以 unit 为单位，text 是报告里的写法，met 为 true 表示完成了目标，
            null 表示没有目标或不能比；error 是出错的原因。
        """
        try:
            trend = trend_of(desk, [str(place) for place in places], [str(name) for name in indicators])
        except (AssistantError, StoreError) as error:
            return {"error": str(error)}
        return {"cells": [asdict(cell) for cell in trend.cells if cell.citation]}

    gr.api(figures, api_name="figures")


def _dropdown(label: str, hint: str, most: int, name: str, *, free: bool = False) -> gr.Dropdown:
    import gradio as gr

    return gr.Dropdown(
        [],
        value=[],
        multiselect=True,
        max_choices=most,
        label=f"{label}（{hint}）",
        elem_id=name,
        min_width=0,
        allow_custom_value=free,
        filterable=True,
    )


def _wire(desk: Desk, parts: dict[str, Any], page: gr.Blocks, tab: gr.Tab) -> None:
    import gradio as gr

    asked = [parts["places"], parts["indicators"]]
    outputs = [parts["trend"], parts["shown"], parts["reader"]]

    def offered(places: list[str]) -> Any:
        # Without a value: what is chosen while this is on its way must not be taken back.
        return gr.Dropdown(_indicators(desk, places))

    def show(places: list[str], indicators: list[str]) -> list[Any]:
        trend, shown = drawing(desk, places, indicators)
        return [trend, shown, ""]

    def opened(wanted: str) -> list[Any]:
        places, indicators = _wanted(wanted)
        own = desk.choices()[0]
        places = [place for place in places if place in own][:MOST_PLACES]
        chosen = [gr.Dropdown(own, value=places), gr.Dropdown(_indicators(desk, places), value=indicators)]
        return [*chosen, *show(places, indicators)]

    def picked(pick: str, trend: Trend) -> str:
        wanted = ROW_PICKED.match(pick)
        return read(desk, trend, int(wanted[1])) if wanted else ""

    def entered(places: list[str] | None, trend: Trend) -> list[Any]:
        own, places = desk.choices()[0], places or []
        left = [place for place in places if place in own]
        # A value is given only where a place that was chosen is gone.
        value: dict[str, Any] = {"value": left} if left != places else {}
        shown = gr.skip() if trend.cells or left else drawing(desk, [], [])[1]
        return [gr.Dropdown(own, **value), gr.Dropdown(_indicators(desk, left)), shown]

    fill_in(desk, page, tab, entered, [parts["places"], parts["trend"]], [*asked, parts["shown"]])
    parts["places"].input(offered, parts["places"], parts["indicators"], **QUIET)
    parts["draw"].click(show, asked, outputs, **QUIET)
    parts["open"].submit(opened, parts["open"], [*asked, *outputs], **QUIET)
    parts["pick"].submit(picked, [parts["pick"], parts["trend"]], parts["reader"], **QUIET)


def _wanted(value: str) -> tuple[list[str], list[str]]:
    """The places and the indicators that another page asks for: ``[[place, …], indicator]``."""
    try:
        places, indicator = json.loads(value.rpartition("#")[0])
    except ValueError:
        return [], []
    return [str(place) for place in places], [str(indicator)] if indicator else []


def _indicators(desk: Desk, places: Sequence[str]) -> list[str]:
    """The standard indicators of the places' reports, then others in the reports' own words."""
    try:
        store = desk.assistant.store
        ids = [entry.id for entry in store.entries() if entry.identity.place in places]
        standard = desk.assistant.indicators(places)
        told = Counter(
            words for words, _ in {(own_words(one.fact), one.report_id) for one in store.facts(ids)}
        )
    except (AssistantError, StoreError):
        return []
    others = sorted(set(told) - {"", *standard}, key=lambda words: (-told[words], words))
    return [*standard, *others[:MOST_WORDS]]


def trend_of(desk: Desk, places: Sequence[str], indicators: Sequence[str]) -> Trend:
    """The figures of the places and indicators. Raises the rooms' errors."""
    assistant = desk.assistant
    return joined(
        assistant.series(places[:MOST_PLACES], name)
        for name in dict.fromkeys(indicators[:MOST_INDICATORS])
        if name.strip()
    )


def drawing(desk: Desk, places: Sequence[str], indicators: Sequence[str]) -> tuple[Trend, str]:
    """The trend and its HTML: for each indicator a chart, a table and downloads, then what is covered."""
    try:
        entries = desk.assistant.store.entries()
        trend = trend_of(desk, places, indicators) if places and indicators else Trend()
    except (AssistantError, StoreError) as error:
        return Trend(), f'<p class="lost">{plain(str(error))}</p>'
    known = Counter(entry.identity.place for entry in entries if entry.identity.place)
    covering = list(places) or [place for place, _ in known.most_common(_SHOWN_PLACES)]
    parts = [_section(trend, indicator) for indicator in trend.indicators]
    if not parts:
        parts = [f'<p class="note">{_INVITATION}</p>']
    held = matrix(entries, covering)
    if held:
        more = f"（报告最多的 {len(covering)} 个地区）" if not places and len(known) > len(covering) else ""
        fold = "" if trend.cells else " open"
        parts.append(
            f'<details class="covered"{fold}><summary>库里有哪些年份{more}</summary>'
            f'<p class="note">●有报告回顾这一年（实绩），○有报告安排这一年（目标）。</p>{held}</details>'
        )
    return trend, "".join(parts)


def _section(trend: Trend, indicator: str) -> str:
    cells = trend.of(indicator)
    head = f"<h2>{plain(titled(cells, indicator))}</h2>"
    told = [cell for cell in cells if cell.citation]
    if not told:
        places = plain("、".join(trend.places))
        return f'<section>{head}<p class="note">{places}的报告里没有找到这个指标各年的数。</p></section>'
    own = Trend(cells)
    name = plain("、".join((*trend.places, indicator)))
    text = b64encode(csv_of(own)).decode()
    left = len(told) - len(drawn(cells))
    note = _NOTE + (f"另有 {left} 个数单位或口径不同，只列在表里。" if left else "")
    return (
        f'<section><div class="bar">{head}'
        f'<button type="button" class="save" data-save="png" data-name="{name}.png">下载图片</button>'
        f'<button type="button" class="save" data-save="csv" data-name="{name}.csv" data-text="{text}">'
        f'下载表格</button></div>{chart(cells, indicator)}<p class="note">{note}</p>'
        f"{table(own, indicator)}</section>"
    )


def read(desk: Desk, trend: Trend, number: int) -> str:
    """The report of the trend's ``number``-th citation, as HTML; empty where there is none."""
    cited = [citation for citation in trend.citations if citation.number == number]
    if not cited:
        return ""
    try:
        report = desk.assistant.store.report(cited[0].report_id)
    except (AssistantError, StoreError) as error:
        return excuse(str(error))
    return reading(report, trend.citations, number, 0)
