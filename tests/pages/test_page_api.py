"""The page as programs see it: its named endpoints, the same as MCP tools, and its headers."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pages.desk import Desk
from pages.tools import Tools
from tests.browser import QUESTION, ROOT, served

NAMES = ["ask", "duties", "facts", "figures", "reports", "search"]


@pytest.fixture(scope="module")
def client(address: str) -> Any:
    from gradio_client import Client

    return Client(address, verbose=False)


def test_the_page_answers_programs_too(client: Any) -> None:
    answer = client.predict(QUESTION, api_name="/ask")
    assert "9796人" in answer["text"]
    assert answer["verified"]
    assert answer["citations"][0]["report_year"] == 2024
    assert "121.3" in client.predict("山城区呢", [["2023年卫东区GDP是多少", "…"]], api_name="/ask")["text"]
    assert "。" in client.predict("", api_name="/ask")["error"]
    named = client.view_api(return_format="dict", print_info=False)["named_endpoints"]
    assert sorted(name.strip("/") for name in named) == NAMES


def test_passages_facts_and_reports_are_found_by_programs(client: Any) -> None:
    passages = client.predict("城镇新增就业", place="卫东区", year=2024, k=3, api_name="/search")["passages"]
    assert 1 <= len(passages) <= 3
    assert {one["source"] for one in passages} == {"卫东区2024.md"}
    assert any("9796" in one["text"] for one in passages)

    facts = client.predict("新增就业", place="卫东区", year=2023, nature="实绩", api_name="/facts")["facts"]
    assert [(one["figure"], one["value"], one["unit"]) for one in facts] == [("9796人", 9796, "人")]
    assert "9796人" in facts[0]["sentence"]
    assert facts[0]["report_year"] == 2024

    listed = client.predict(place="卫东区", api_name="/reports")
    assert listed["count"] == len(listed["reports"]) == 4
    assert {one["place"] for one in listed["reports"]} == {"卫东区"}


def test_rows_are_limited_and_a_missing_store_is_told(sample_store: Path, tmp_path: Path) -> None:
    tools = Tools(Desk(sample_store))
    assert len(tools.facts("地区生产总值", limit=1)["facts"]) == 1
    assert len(tools.facts("地区生产总值", nature="目标")["facts"]) >= 1
    assert len(tools.search("就业", k=-5)["passages"]) == 1
    assert tools.reports(limit=2)["count"] == 5
    assert len(tools.reports(limit=2)["reports"]) == 2
    assert tools.search("就业", place="无此地")["passages"] == []
    nowhere = Tools(Desk(tmp_path / "none"))
    for reply in (nowhere.ask("问"), nowhere.search("问"), nowhere.facts("问"), nowhere.reports()):
        assert "ingest.py" in reply["error"]


@pytest.fixture(scope="module")
def mcp_address(sample_store: Path) -> Iterator[str]:
    pytest.importorskip("mcp", reason="needs requirements-mcp.txt")
    with served(sample_store, UI_MCP="1") as url:
        yield f"{url}gradio_api/mcp/"


def test_the_endpoints_are_mcp_tools(mcp_address: str) -> None:
    calls = {
        "ask": {"question": QUESTION},
        "search": {"query": "城镇新增就业", "place": "卫东区", "k": 2},
        "facts": {"indicator": "新增就业", "place": "卫东区", "year": 2023},
        "reports": {"year": 2024},
    }

    async def talk() -> tuple[dict[str, Any], dict[str, Any]]:
        from mcp import ClientSession
        from mcp.client.streamable_http import streamable_http_client

        async with (
            streamable_http_client(mcp_address) as (reading, writing, _),
            ClientSession(reading, writing) as session,
        ):
            await session.initialize()
            tools = {tool.name: tool for tool in (await session.list_tools()).tools}
            replies = {}
            for name, arguments in calls.items():
                reply = await session.call_tool(name, arguments)
                assert not reply.isError
                replies[name] = json.loads(reply.content[0].text)
            return tools, replies

    tools, replies = asyncio.run(talk())
    assert sorted(tools) == NAMES
    assert "政府工作报告" in tools["ask"].description
    assert "报告年份" in tools["search"].inputSchema["properties"]["year"]["description"]
    assert "9796人" in replies["ask"]["text"]
    assert len(replies["search"]["passages"]) == 2
    assert replies["facts"]["facts"][0]["figure"] == "9796人"
    assert {one["year"] for one in replies["reports"]["reports"]} == {2024}


def test_without_the_package_the_setting_is_answered_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys; sys.modules['mcp'] = None", encoding="utf-8")
    env = os.environ | {"UI_MCP": "1", "PYTHONPATH": str(tmp_path), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "ui.py", "--store", str(tmp_path / "none")]
    ended = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, encoding="utf-8", timeout=120)
    assert ended.returncode == 1
    assert "requirements-mcp.txt" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_every_answer_carries_the_security_headers(address: str) -> None:
    import httpx

    for path in ("", "config", "theme.css", "nowhere"):
        headers = httpx.get(address + path, trust_env=False).headers
        assert "object-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
