"""The settings page: who answers, from which store, with which embedding; shown, not to be changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from assistant.errors import AssistantError
from assistant.settings import Settings
from pages.common import QUIET
from pages.desk import Desk
from pages.messages import plain
from vectorstore.errors import StoreError

if TYPE_CHECKING:
    import gradio as gr

_PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
NOTE = "设置都是环境变量，写在 README 里；改了之后要重新启动。对话只存在这个浏览器里，不存在服务器上。"
OPENAI = "api.openai.com"
"""The host of an LLM for which no address is set."""


@dataclass(frozen=True, slots=True)
class About:
    """What is in use. ``trouble``: why the LLM did not answer when it was last asked, or ``""``.

    ``problem``: why the store cannot be used, or ``""``; then the counts are 0.
    """

    model: str
    host: str
    trouble: str
    store: str
    problem: str
    reports: int
    chunks: int
    facts: int
    embedding: str
    vectors: str
    version: str


def about(desk: Desk) -> About:
    """What is in use now. It names hosts, never a key, a user name or a path of an endpoint."""
    reports = chunks = facts = 0
    trouble = problem = ""
    settings = Settings()
    try:
        assistant = desk.assistant
        settings, trouble = assistant.settings, assistant.llm_trouble
        entries = assistant.store.entries()
        reports = len(entries)
        chunks, facts = sum(entry.chunks for entry in entries), sum(entry.facts for entry in entries)
    except (AssistantError, StoreError) as error:
        problem = str(error)
    return About(
        model=settings.llm_model,
        host=_host(settings.llm_base_url) or OPENAI,
        trouble=trouble,
        store=str(desk.store),
        problem=problem,
        reports=reports,
        chunks=chunks,
        facts=facts,
        embedding=settings.embedding_model,
        vectors=_host(settings.chroma_url),
        version=version(),
    )


def version() -> str:
    """The version of this program, as ``pyproject.toml`` has it."""
    found = re.search(r'^version = "([^"]+)"', _PROJECT.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else ""


def _host(url: str) -> str:
    try:
        parts = urlsplit(url if "://" in url else f"//{url}")
        return f"{parts.hostname or ''}{f':{parts.port}' if parts.port else ''}"
    except ValueError:
        return ""


def told(desk: Desk) -> str:
    """What is in use, as HTML."""
    known = about(desk)
    rows = [
        (
            "回答方式",
            f"大模型 {known.model}（{known.host}），逐句核对" if known.model else "内置（不用大模型）",
        ),
        ("报告库", known.store),
        ("报告", f"{known.reports} 份"),
        ("段落", f"{known.chunks} 段"),
        ("数据", f"{known.facts} 条"),
        ("向量模型", known.embedding or "随程序的小模型"),
        ("向量库", known.vectors or "本地"),
        ("版本", known.version),
    ]
    if known.model:
        state = "上一次请求没有成功，现在用内置方式作答" if known.trouble else "没有发现问题"
        rows.insert(1, ("大模型接口", state))
    body = "".join(f"<dt>{name}</dt><dd>{plain(value)}</dd>" for name, value in rows)
    warnings = "".join(
        f'<p class="trouble" role="status">{plain(warning)}</p>'
        for warning in (known.trouble, known.problem)
        if warning
    )
    return f'<section class="about" aria-label="说明">{warnings}<dl>{body}</dl><p>{NOTE}</p></section>'


def build(desk: Desk, page: gr.Blocks, tab: gr.Tab) -> None:
    """The part of the page, told anew whenever ``tab`` is chosen."""
    import gradio as gr

    shown = gr.HTML("", elem_id="about", js_on_load=None)
    for event in (page.load, tab.select):
        event(lambda: told(desk), None, shown, **QUIET)
