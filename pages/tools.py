"""What programs can ask: the named endpoints, which are the tools of the MCP server as well.

Their docstrings are in Chinese because a client shows them to its user, or to its model, as they are.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, get_type_hints

from assistant.errors import AssistantError
from pages.desk import Desk
from vectorstore.errors import StoreError

if TYPE_CHECKING:
    import gradio as gr

    from reports.records import Fact
    from vectorstore.records import Passage, ReportEntry

MOST = 200
"""Rows of one reply at most."""
NEEDS_MCP = "UI_MCP 需要另装 mcp：请运行 pip install -r requirements-mcp.txt，或去掉 UI_MCP。"


def mcp_is_there() -> bool:
    """Whether the optional package behind the MCP server is installed."""
    from importlib.util import find_spec

    try:
        return find_spec("mcp") is not None
    except ValueError:  # its place is held by nothing
        return False


def build(desk: Desk) -> None:
    """Names the endpoints of the page that is open: ask, search, facts and reports."""
    import gradio as gr

    tools = Tools(desk)
    for name in ("ask", "search", "facts", "reports"):
        tool = getattr(tools, name)
        # Gradio looks at them at every call; as text they would be evaluated each time.
        tool.__func__.__annotations__ = get_type_hints(tool)
        gr.api(tool, api_name=name)


def reply_in_json(page: gr.Blocks) -> None:
    """Makes the tools of a page that is served with MCP reply in JSON; Gradio's own is Python's notation."""
    from mcp.types import TextContent

    def replied(data: Sequence[Any], root_url: str) -> list[TextContent]:
        return [TextContent(type="text", text=json.dumps(one, ensure_ascii=False)) for one in data]

    server: Any = page.mcp_server_obj
    server.postprocess_output_data = replied


class Tools:
    """The endpoints over the store of one desk. Each replies ``{"error": sentence}`` where it cannot."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ask(self, question: str, history: list[list[str]] | None = None) -> dict[str, Any]:
        """就库中的政府工作报告提一个问题，得到带引文的回答；报告里没有的，直说没有

        Args:
            question: 用中文提的问题，如“2023年卫东区新增就业多少”。
            history: 前几轮的 [问题, 回答]，旧的在前；没有就不填。

        Returns:
            text 是回答，citations 是逐条引文，answered 为 false 表示报告里没有，error 是出错的原因。
        """
        return self._desk.ask(question, history)

    def search(self, query: str, place: str = "", year: int = 0, k: int = 8) -> dict[str, Any]:
        """在库中的政府工作报告里找相关的段落，原文照给，不作回答

        Args:
            query: 要找的内容，如“高标准农田建设”。
            place: 只在这个地区的报告里找，如“卫东区”；不填则不限。
            year: 只在这一年的报告里找（报告年份，2024 年的报告总结 2023 年）；0 则不限。
            k: 最多几段，1 到 50。

        Returns:
            passages 是找到的段落，最相关的在前，各带所在的报告、章节和起止位置。
        """
        try:
            known = self._entries(place, year)
            wanted = list(known) if place or year else None
            found = self._desk.assistant.store.search(query, max(1, min(k, 50)), wanted)
            # one that came in since the entries were read is left out
            there = [one for one in found if one.report_id in known]
            return {"passages": [_passage(one, known[one.report_id]) for one in there]}
        except (AssistantError, StoreError) as error:
            return {"error": str(error)}

    def facts(
        self, indicator: str, place: str = "", year: int = 0, nature: str = "", limit: int = 50
    ) -> dict[str, Any]:
        """查一个指标的数据：各地各年的实绩与目标，每个数都带它所在的原句

        Args:
            indicator: 指标的名称，如“城镇新增就业”“地区生产总值”。
            place: 地区的全名，如“卫东区”；不填则不限。
            year: 数据的年份（不是报告的年份）；0 则不限。
            nature: “实绩”或“目标”；不填则都要。
            limit: 最多几条，1 到 200。

        Returns:
            facts 是查到的数据，各带数值、单位、性质、原句和所在的报告。
        """
        try:
            known = self._entries("", 0)
            rows = []
            for report_id, fact in self._named(indicator, list(known)):
                if report_id not in known or (place and fact.place != place) or (year and fact.year != year):
                    continue
                if nature and (fact.nature in ("目标", "计划")) != (nature == "目标"):
                    continue
                rows.append(self._fact(fact, known[report_id]))
                if len(rows) >= max(1, min(limit, MOST)):
                    break
            return {"facts": rows}
        except (AssistantError, StoreError) as error:
            return {"error": str(error)}

    def reports(self, place: str = "", year: int = 0, limit: int = MOST) -> dict[str, Any]:
        """列出库中的报告

        Args:
            place: 只要这个地区的，如“卫东区”；不填则不限。
            year: 只要这一年的报告；0 则不限。
            limit: 最多几份，1 到 200。

        Returns:
            count 是符合的份数，reports 是各份的编号、文件、地区、年份、标题和规模。
        """
        try:
            known = self._entries(place, year)
        except (AssistantError, StoreError) as error:
            return {"error": str(error)}
        shown = list(known.values())[: max(1, min(limit, MOST))]
        return {"count": len(known), "reports": [_entry(entry) for entry in shown]}

    def _entries(self, place: str, year: int) -> dict[str, ReportEntry]:
        return {
            entry.id: entry
            for entry in self._desk.assistant.store.entries()
            if (not place or entry.identity.place == place) and (not year or entry.identity.year == year)
        }

    def _named(self, indicator: str, reports: Sequence[str]) -> list[tuple[str, Fact]]:
        """The facts of an indicator: by its standard name where it has one, else by its words."""
        from reports.indicators import find_names

        store = self._desk.assistant.store
        names = [match.name for match in find_names(indicator)]
        found = store.facts(reports, names=names) if names else store.find_facts([indicator])
        return [(one.report_id, one.fact) for one in found]

    def _fact(self, fact: Fact, entry: ReportEntry) -> dict[str, Any]:
        kept = ("place", "indicator", "name", "year", "period", "nature", "measure", "bound", "figure")
        sentence = self._desk.assistant.store.text(entry.id, fact.sentence_start, fact.sentence_end)
        return {name: getattr(fact, name) for name in kept} | {
            "value": fact.normal,
            "unit": fact.base_unit,
            "sentence": sentence,
            "start": fact.start,
            "end": fact.end,
            **_whence(entry),
        }


def _passage(passage: Passage, entry: ReportEntry) -> dict[str, Any]:
    kept = ("text", "start", "end", "score")
    return {
        "section": list(passage.path),
        **{name: getattr(passage, name) for name in kept},
        **_whence(entry),
    }


def _whence(entry: ReportEntry) -> dict[str, Any]:
    return {"report_id": entry.id, "source": entry.source, "report_year": entry.identity.year}


def _entry(entry: ReportEntry) -> dict[str, Any]:
    kept = ("id", "source", "format", "method", "sections", "chunks", "facts", "characters", "added")
    identity = asdict(entry.identity)
    named = ("place", "parents", "year", "kind", "title", "speaker", "date")
    return {name: getattr(entry, name) for name in kept} | {name: identity[name] for name in named}
