"""More people than the queue holds: those beyond are told so in Chinese, and nothing of theirs is lost."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from pages.door import FULL
from pages.site import AT_ONCE, WAITING
from tests.browser import PATIENCE, QUESTION, ROOT, Visitor

# The page as it is served, with a queue in which nobody may wait.
CROWDED = "import pages.site; pages.site.WAITING = 0; import ui; ui.app()"


@pytest.fixture(scope="module")
def crowded(sample_store: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", CROWDED, "--port", str(port), "--store", str(sample_store)]
    env = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            assert process.stdout
            process.stdout.readline()
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()


def test_the_queue_is_bounded() -> None:
    assert 16 <= AT_ONCE <= WAITING <= 64


@pytest.mark.parametrize("path", ["gradio_api/call/ask", "gradio_api/queue/join"])
def test_a_program_is_told(crowded: str, path: str) -> None:
    body = {"data": [QUESTION, None], "fn_index": 0, "session_hash": "s" * 11}
    with httpx.Client(base_url=crowded, trust_env=False, timeout=60) as client:
        number = next(
            one["id"] for one in client.get("config").json()["dependencies"] if one["api_name"] == "ask"
        )
        reply = client.post(path, json=body | {"fn_index": number})
        assert reply.status_code == 429
        assert reply.json() == {"detail": FULL}
        assert client.get("").status_code == 200


@pytest.mark.browser
def test_a_reader_is_told_and_keeps_the_question(visit: Callable[..., Visitor], crowded: str) -> None:
    visitor = visit(crowded)
    visitor.page.fill("#question textarea", QUESTION)
    visitor.page.press("#question textarea", "Enter")
    told = visitor.page.get_by_text(FULL).first
    told.wait_for(timeout=PATIENCE)
    assert visitor.page.input_value("#question textarea") == QUESTION
    assert "busy" not in visitor.page.inner_text("body")
    assert not visitor.strangers
    if folder := os.environ.get("SHOTS"):
        visitor.page.screenshot(path=f"{folder}/full.png")
