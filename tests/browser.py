"""The browser tests' surroundings: the page as it is served, and a visitor in a real Chromium."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
QUESTION = "2023年卫东区新增就业多少"

PATIENCE = 60_000
"""Milliseconds until a page that does not answer fails its test; a busy machine is slow."""

MISSING_CHROMIUM = "needs Chromium: sudo apt-get install -y chromium fonts-noto-cjk"

HOSTILE = """政府工作报告

——2024年1月23日在卫东区第十一届人民代表大会第四次会议上

一、<img src=http://192.0.2.1/a.png onerror=alert(1)>民生![x](http://192.0.2.1/b.png)

全年城镇新增就业9796人<script>alert(2)</script><iframe src="http://192.0.2.1/c"></iframe>[看](http://192.0.2.1/d)。
"""


@contextmanager
def served(store: Path, **settings: str) -> Iterator[str]:
    """The address of the page over ``store``, as ``python ui.py`` serves it under ``settings``."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "ui.py", "--port", str(port), "--store", str(store)]
    env = os.environ | {"PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"} | settings
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            assert process.stdout
            line = process.stdout.readline()
            assert f"http://127.0.0.1:{port}/" in line, line
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()


@pytest.fixture(scope="session")
def address(sample_store: Path) -> Iterator[str]:
    with served(sample_store) as url:
        yield url


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not found:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING_CHROMIUM)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


# Collects every text that the page showed, however briefly.
SEEN = """window.seen = new Set(); const look = () => {
  for (const line of (document.body?.innerText ?? '').split('\\n')) seen.add(line.trim());
  requestAnimationFrame(look) }; look()"""


class Visitor:
    """One browser window with the page, and what it asked of other hosts."""

    def __init__(self, browser: Any, url: str, **options: Any) -> None:
        self.context = browser.new_context(**({"locale": "zh-CN"} | options))
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.strangers: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self._note(request.url, url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.errors.append(dialog.message), dialog.dismiss()))
        self.page.add_init_script(SEEN)
        self.page.goto(url)
        self.page.wait_for_selector("#question textarea")
        self.page.wait_for_selector("#chat [role=log]")
        self.page.wait_for_selector("#send")

    def _note(self, requested: str, url: str) -> None:
        if not requested.startswith((url, "data:", "blob:")):
            self.strangers.append(requested)

    def ask(self, question: str) -> Any:
        """Sends ``question`` and returns the finished reply."""
        before = self.page.locator("#chat .bot-row").count()
        self.page.fill("#question textarea", question)
        self.page.press("#question textarea", "Enter")
        return self.reply(before)

    def reply(self, before: int) -> Any:
        """The reply after the first ``before`` ones, once it is finished."""
        row = self.page.locator("#chat .bot-row").nth(before)
        row.locator(".foot, .lost").first.wait_for()
        return row

    def wide(self) -> int:
        """By how many pixels the page is wider than its window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - innerWidth"))


@pytest.fixture
def visit(chromium: Any, address: str) -> Iterator[Callable[..., Visitor]]:
    visitors: list[Visitor] = []

    def enter(url: str = "", **options: Any) -> Visitor:
        visitors.append(Visitor(chromium, url or address, **options))
        return visitors[-1]

    yield enter
    for visitor in visitors:
        visitor.context.close()


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def in_sight(visitor: Visitor, selector: str) -> bool:
    """Whether the element stands inside the part of the report that is on screen."""
    inside = "element => { const box = element.closest('.text').getBoundingClientRect(); \
      const own = element.getBoundingClientRect(); return own.top >= box.top && own.top < box.bottom }"
    return bool(visitor.page.locator(selector).first.evaluate(inside))
