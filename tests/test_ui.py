"""The browser pages, driven as a user drives them: the real page, a real Chromium, a real store."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from assistant.records import Answer, Citation, Query
from pages.desk import Desk
from pages.feedback import BAD, GOOD, gold_rows, keep
from pages.messages import Turn, marked, plain
from ui import is_loopback

ROOT = Path(__file__).resolve().parent.parent
QUESTION = "2023年卫东区新增就业多少"
PATIENCE = 30_000
"""Milliseconds until a page that does not answer fails its test."""
MISSING_CHROMIUM = "needs Chromium: sudo apt-get install -y chromium fonts-noto-cjk"


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


@pytest.fixture(scope="module")
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


# Collects every text that the page showed, however briefly.
SEEN = """window.seen = new Set(); const look = () => {
  for (const line of (document.body?.innerText ?? '').split('\\n')) seen.add(line.trim());
  requestAnimationFrame(look) }; look()"""


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


@pytest.mark.browser
def test_the_answer_is_cited_to_a_run_of_the_report(
    visit: Callable[..., Visitor], sample_store: Path
) -> None:
    visitor = visit()
    reply = visitor.ask(QUESTION)
    assert "9796人" in reply.inner_text()
    assert reply.locator(".checked").inner_text() == "✓ 数字已核对"
    chips = reply.locator(".chip").all_inner_texts()
    assert "2023年" in chips
    assert any("卫东区" in chip for chip in chips)

    fold = reply.locator("details.source.n1")
    assert fold.locator("blockquote").is_hidden()
    fold.locator("summary").click()
    fold.locator("blockquote").wait_for()
    where = fold.locator("dl").inner_text()
    assert "民生" in where
    assert "2024 年" in where
    assert "卫东区2024.md" in where

    from vectorstore import Store

    quote = squeezed(fold.locator("blockquote").inner_text())
    with Store.open(sample_store) as store:
        texts = [squeezed(store.report(entry.id).text) for entry in store.entries()]
    assert "9796人" in quote
    assert any(quote in text for text in texts)
    assert not visitor.errors


def in_sight(visitor: Visitor, selector: str) -> bool:
    """Whether the element stands inside the part of the report that is on screen."""
    inside = "element => { const box = element.closest('.text').getBoundingClientRect(); \
      const own = element.getBoundingClientRect(); return own.top >= box.top && own.top < box.bottom }"
    return bool(visitor.page.locator(selector).first.evaluate(inside))


@pytest.mark.browser
def test_a_mark_opens_the_report_at_the_cited_sentence(visit: Callable[..., Visitor]) -> None:
    visitor = visit(viewport={"width": 1280, "height": 800})
    reply = visitor.ask(QUESTION)
    reply.locator("button.mark").first.click()
    shown = visitor.page.locator("#reader mark.shown")
    shown.wait_for()
    assert "9796人" in shown.inner_text()
    assert "民生" in shown.locator("xpath=ancestor::section").locator("h3, h4, h5").inner_text()
    assert in_sight(visitor, "#reader mark.shown")
    chat, reader = (visitor.page.locator(part).bounding_box() for part in ("#chat", "#reader"))
    assert chat
    assert reader
    assert reader["x"] >= chat["x"] + chat["width"], "the reader stands beside the conversation"

    visitor.page.locator("#reader summary").click()
    head = visitor.page.locator("#reader .outline button").first
    head.click()
    visitor.page.wait_for_function("document.querySelector('#reader .text').scrollTop < 5")
    reply.locator("button.mark").first.click()
    visitor.page.wait_for_function("document.querySelector('#reader .text').scrollTop > 5")
    visitor.page.locator("#reader .reading").focus()
    visitor.page.keyboard.press("Escape")
    visitor.page.locator("#reader .reading").wait_for(state="detached")
    assert visitor.page.evaluate("document.activeElement.className") == "mark"
    assert not visitor.errors


@pytest.mark.browser
def test_the_reader_walks_from_citation_to_citation(visit: Callable[..., Visitor]) -> None:
    visitor = visit(viewport={"width": 1280, "height": 800})
    reply = visitor.ask("2023年卫东区和山城区地区生产总值分别是多少")
    assert reply.locator("details.source").count() >= 2
    reply.locator("summary").first.click()
    first = visitor.page.locator("#reader .reading[data-key='0:1']")
    first.locator("mark.shown").wait_for()
    assert visitor.page.get_by_text("上一处").is_disabled()
    title = first.locator(".title").inner_text()
    visitor.page.get_by_text("下一处").click()
    second = visitor.page.locator("#reader .reading[data-key='0:2']")
    second.locator("mark.shown").wait_for()
    assert second.locator(".title").inner_text() != title
    visitor.page.get_by_text("上一处").click()
    first.locator("mark.shown").wait_for()
    visitor.page.click("#clear")
    first.wait_for(state="detached")


@pytest.mark.browser
def test_a_long_report_opens_without_delay(visit: Callable[..., Visitor], tmp_path: Path) -> None:
    from reports import read_report
    from vectorstore import Store

    filler = "各项改革稳步推进，营商环境继续改善，群众办事更加方便。" * 12
    body = "\n\n".join(f"（{n}）第{n}方面工作\n\n{filler}" for n in range(1, 150))
    file = tmp_path / "卫东区2024.txt"
    file.write_text(HOSTILE.replace("一、", f"{body}\n\n一、"), encoding="utf-8")
    with Store.open(tmp_path / "store", create=True) as store:
        store.add(read_report(file))
    assert len(file.read_text(encoding="utf-8")) > 50_000
    with served(tmp_path / "store") as url:
        visitor = visit(url)
        reply = visitor.ask(QUESTION)
        started = time.monotonic()
        reply.locator("button.mark").first.click()
        visitor.page.locator("#reader mark.shown").wait_for()
        assert in_sight(visitor, "#reader mark.shown")
        assert time.monotonic() - started < 3


@pytest.mark.browser
def test_a_follow_up_inherits_and_a_clear_forgets(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.ask("2023年卫东区地区生产总值是多少")
    reply = visitor.ask("山城区呢")
    assert "121.3" in reply.inner_text()
    visitor.page.click("#clear")
    visitor.page.locator("#chat .example").first.wait_for()
    assert visitor.page.locator("#chat .bot-row").count() == 0
    assert "121.3" not in visitor.ask("山城区呢").inner_text()


@pytest.mark.browser
def test_a_suggestion_asks_and_an_assumption_is_told_once(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.ask("2023年卫东区地区生产总值是多少")
    options = visitor.page.locator("#chat .option")
    options.first.wait_for()
    assert 1 <= options.count() <= 3
    suggestion = options.first.inner_text()
    options.first.click()
    visitor.reply(1)
    assert visitor.page.locator("#chat .user-row").nth(1).inner_text().strip() == suggestion
    asides = visit().ask("卫东区一般公共预算收入是多少").locator(".aside").all_inner_texts()
    assert len([aside for aside in asides if aside.startswith("没有写年份")]) == 1


@pytest.mark.browser
def test_an_answer_is_judged_copied_and_asked_again(
    visit: Callable[..., Visitor], tmp_path: Path, sample_store: Path
) -> None:
    from evaluate import load_gold

    store = tmp_path / "store"
    shutil.copytree(sample_store, store)
    with served(store) as url:
        visitor = visit(url, permissions=["clipboard-read", "clipboard-write"])
        hint = visitor.page.locator("#hint")
        reply = visitor.ask(QUESTION)
        reply.locator(".act.copy").click()
        reply.get_by_text("已复制").wait_for()
        copied = visitor.page.evaluate("navigator.clipboard.readText()")
        assert "9796人[1]" in copied
        assert "\n" not in copied
        reply.locator(".act.good").click()
        hint.get_by_text("已记下").wait_for()
        reply.locator(".act.again").click()
        visitor.page.locator("#chat .act.good:not(.on)").wait_for()
        assert visitor.page.locator("#chat .bot-row").count() == 1

        second = visitor.ask("山城区呢")
        assert visitor.page.locator("#chat .act.again >> visible=true").count() == 1
        second.locator(".act.bad").click()
        visitor.page.get_by_text("答非所问").click()
        visitor.page.get_by_placeholder("补充说明").fill("要的是目标")
        visitor.page.get_by_text("提交").click()
        visitor.page.locator("#why").wait_for(state="hidden")
        assert not visitor.errors
    rows = [json.loads(line) for line in (store / "feedback.jsonl").read_text("utf-8").splitlines()]
    assert [row["verdict"] for row in rows] == ["有用", "不满意", "不满意"]
    assert rows[2]["reason"] == "答非所问：要的是目标"
    assert rows[2]["id"] == rows[1]["id"]
    assert rows[2]["history"][0][0] == QUESTION

    gold = tmp_path / "gold.jsonl"
    command = [sys.executable, "ui.py", "--store", str(store), "--export-feedback", str(gold)]
    subprocess.run(command, cwd=ROOT, check=True, timeout=60)
    questions = load_gold([gold])
    assert [(question.q, question.must) for question in questions] == [(QUESTION, [["9796"]])]


@pytest.mark.browser
def test_a_chip_changes_the_place_and_the_year(visit: Callable[..., Visitor]) -> None:
    visitor = visit(locale="en-US", viewport={"width": 360, "height": 740})
    reply = visitor.ask("2023年卫东区地区生产总值是多少")
    reply.locator("button.chip").first.click()
    place, year = (visitor.page.get_by_label(label, exact=True) for label in ("地区", "年份"))
    place.wait_for()
    visitor.page.wait_for_function("document.querySelector('#place input').value === '卫东区'")
    assert year.input_value() == "2023"
    assert visitor.wide() <= 0
    place.click()
    visitor.page.get_by_role("option", name="山城区").click()
    visitor.page.get_by_text("换成这个再问").click()
    changed = visitor.reply(1)
    assert visitor.page.locator("#chat .user-row").nth(1).inner_text().strip() == "山城区呢"
    assert "121.3" in changed.inner_text()
    visitor.page.locator("#change").wait_for(state="hidden")
    shown = visitor.page.evaluate("[...seen].join('\\n')")
    assert re.findall(r"[A-Za-z]{3,}", re.sub(r"\S+\.(md|txt|docx|html)\b", "", shown)) == []


def test_only_what_is_new_is_asked() -> None:
    turn = Turn("问", query=Query("问", places=("甲县",), years=(2023,)))
    assert turn.changed("甲县", 2023) == turn.changed("", None) == ""
    assert turn.changed("乙县", 2023) == "乙县呢"
    assert turn.changed("乙县", 2022) == "2022年乙县呢"


@pytest.mark.browser
def test_what_is_not_in_the_reports_is_refused_plainly(visit: Callable[..., Visitor]) -> None:
    reply = visit().ask("2023年朝阳区新增就业多少")
    assert reply.locator(".lost").inner_text() == "没有找到依据"
    assert "朝阳区" in reply.inner_text()
    assert reply.locator(".checked").count() == 0


@pytest.mark.browser
def test_the_head_tells_what_is_there_and_the_examples_are_answered(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    overview = visitor.page.locator("#overview").inner_text()
    assert "库中有 5 份报告" in overview
    assert "卫东区" in overview
    assert "2018—2024 年" in overview
    examples = visitor.page.locator("#chat .example")
    assert examples.count() >= 3
    examples.first.click()
    assert visitor.reply(0).locator(".checked").is_visible()


@pytest.mark.browser
@pytest.mark.parametrize("question", ["   ", "问" * 10_000])
def test_a_question_of_no_or_too_many_characters_gets_one_sentence(
    visit: Callable[..., Visitor], question: str
) -> None:
    visitor = visit()
    visitor.page.fill("#question textarea", question)
    visitor.page.click("#send")
    hint = visitor.page.locator("#hint p")
    hint.wait_for()
    assert re.fullmatch(r"[^。]*[一-鿿][^。]*。", hint.inner_text())
    assert visitor.page.locator("#chat .bot-row").count() == 0
    assert visitor.page.input_value("#question textarea") == question


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_screen_needs_no_sideways_scrolling(visit: Callable[..., Visitor], scheme: str) -> None:
    visitor = visit(viewport={"width": 360, "height": 740}, color_scheme=scheme)
    assert visitor.wide() <= 0
    reply = visitor.ask(QUESTION)
    reply.locator("summary").first.click()
    shown = visitor.page.locator("#reader mark.shown")
    shown.wait_for()
    chat, reader = (visitor.page.locator(part).bounding_box() for part in ("#chat", "#reader"))
    assert chat
    assert reader
    assert reader["y"] >= chat["y"] + chat["height"] > chat["y"] + 100
    assert visitor.wide() <= 0
    box = visitor.page.locator("#send").bounding_box()
    assert box
    assert box["y"] + box["height"] <= 740
    paper = visitor.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, re.findall(r"\d+", paper)[:3])) > 384) == (scheme == "light")


@pytest.mark.browser
def test_no_english_is_shown_and_no_other_host_is_asked(visit: Callable[..., Visitor]) -> None:
    visitor = visit(locale="en-US")
    visitor.ask(QUESTION).locator("button.mark").first.click()
    visitor.page.locator("#reader mark.shown").wait_for()
    shown = visitor.page.evaluate("[...seen].join('\\n')")
    shown = re.sub(r"\S+\.(md|txt|docx|html)\b", "", shown)
    assert "加载中" in shown
    assert re.findall(r"[A-Za-z]{3,}", shown) == []
    assert visitor.page.evaluate("document.documentElement.lang") == "zh-CN"
    labels = visitor.page.eval_on_selector_all(
        "#chat [data-testid][aria-label]", "found => found.map(element => element.ariaLabel)"
    )
    assert {"问题", "回答"} >= set(labels)
    assert visitor.strangers == []


@pytest.mark.browser
def test_two_visitors_do_not_see_each_other(visit: Callable[..., Visitor]) -> None:
    first, second = visit(), visit()
    first.ask("2023年卫东区地区生产总值是多少")
    assert second.page.locator("#chat .bot-row").count() == 0
    second.ask("2023年山城区一般公共预算收入是多少")
    assert "山城区" in first.ask("那山城区呢").inner_text()
    assert "8.86" not in first.page.locator("#chat").inner_text()


@pytest.mark.browser
def test_without_a_store_the_page_says_what_to_run(
    visit: Callable[..., Visitor], tmp_path: Path, sample_store: Path
) -> None:
    store = tmp_path / "later"
    with served(store) as url:
        visitor = visit(url)
        assert "ingest.py" in visitor.page.locator("#overview").inner_text()
        visitor.page.fill("#question textarea", QUESTION)
        visitor.page.press("#question textarea", "Enter")
        visitor.page.locator("#hint p").wait_for()
        assert "ingest.py" in visitor.page.locator("#hint p").inner_text()
        shutil.copytree(sample_store, store)
        visitor.page.reload()
        visitor.page.locator("#chat .example").first.wait_for()
        assert "9796人" in visitor.ask(QUESTION).inner_text()


@pytest.mark.browser
def test_a_slow_answer_can_be_stopped_and_a_dead_endpoint_is_told(
    visit: Callable[..., Visitor], sample_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(ROOT / "tests" / "assistant")
    from llm_server import Reply, serving

    with serving() as endpoint:
        endpoint.say(Reply("卫东区2023年城镇新增就业9796人[1]。", before=20))
        with served(sample_store, LLM_MODEL="m", LLM_BASE_URL=endpoint.url, LLM_API_KEY="k") as url:
            visitor = visit(url)
            visitor.page.fill("#question textarea", "卫东区的民生工作做了哪些事")
            visitor.page.press("#question textarea", "Enter")
            visitor.page.click("#stop")
            visitor.page.get_by_text("（已停止）").wait_for()
            visitor.page.wait_for_selector("#send")
            endpoint.say(Reply(status=401))
            reply = visitor.ask(QUESTION)
            assert "9796人" in reply.inner_text()
            assert "LLM_API_KEY" in reply.locator(".aside").last.inner_text()
            assert len(endpoint.requests) == 2, "the examples of the empty page cost no call"


@pytest.mark.browser
def test_a_question_during_an_answer_waits_in_its_box_and_clearing_ends_the_answer(
    visit: Callable[..., Visitor], sample_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(ROOT / "tests" / "assistant")
    from llm_server import Reply, serving

    with serving() as endpoint:
        endpoint.say(Reply("卫东区2023年城镇新增就业9796人[1]。", before=60))
        with served(sample_store, LLM_MODEL="m", LLM_BASE_URL=endpoint.url, LLM_API_KEY="k") as url:
            visitor = visit(url)
            box = visitor.page.locator("#question textarea")
            box.fill("卫东区的民生工作做了哪些事")
            box.press("Enter")
            visitor.page.wait_for_selector("#stop")
            box.fill(QUESTION)
            box.press("Enter")
            visitor.page.get_by_text("上一问还在回答").wait_for()
            assert box.input_value() == QUESTION
            visitor.page.click("#clear")
            visitor.page.wait_for_selector("#send")
            visitor.page.locator("#chat .example").first.wait_for()
            assert visitor.page.locator("#chat .bot-row").count() == 0


HOSTILE = """政府工作报告

——2024年1月23日在卫东区第十一届人民代表大会第四次会议上

一、<img src=http://192.0.2.1/a.png onerror=alert(1)>民生![x](http://192.0.2.1/b.png)

全年城镇新增就业9796人<script>alert(2)</script><iframe src="http://192.0.2.1/c"></iframe>[看](http://192.0.2.1/d)。
"""


@pytest.mark.browser
def test_a_hostile_report_stays_text(visit: Callable[..., Visitor], tmp_path: Path) -> None:
    from reports import read_report
    from vectorstore import Store

    file = tmp_path / "<b onclick=alert(3)>卫东区2024.txt"
    file.write_text(HOSTILE, encoding="utf-8")
    with Store.open(tmp_path / "store", create=True) as store:
        store.add(read_report(file))
    with served(tmp_path / "store") as url:
        visitor = visit(url)
        reply = visitor.ask(QUESTION)
        reply.locator("summary").first.click()
        assert "<script>alert(2)</script>" in reply.locator("blockquote").first.inner_text()
        assert reply.locator("script, img, iframe, a, b").count() == 0
        reader = visitor.page.locator("#reader")
        reader.locator("mark.shown").wait_for()
        assert "<script>alert(2)</script>" in reader.locator("mark.shown").inner_text()
        assert "<img src=http" in reader.locator("h3").first.inner_text()
        assert "onerror=alert(1)" in reader.locator(".text").inner_text()
        assert "<b onclick=alert(3)>" in reader.locator(".where").inner_text()
        assert reader.locator("script, img, iframe, a, b").count() == 0
        assert visitor.strangers == []
        assert visitor.errors == []


def test_the_page_answers_programs_too(address: str) -> None:
    from gradio_client import Client

    client = Client(address, verbose=False)
    answer = client.predict(QUESTION, api_name="/ask")
    assert "9796人" in answer["text"]
    assert answer["verified"]
    assert answer["citations"][0]["report_year"] == 2024
    assert "。" in client.predict("", api_name="/ask")["error"]
    named = client.view_api(return_format="dict", print_info=False)["named_endpoints"]
    assert list(named) == ["/ask"]


def test_every_answer_carries_the_security_headers(address: str) -> None:
    import httpx

    for path in ("", "config", "theme.css", "nowhere"):
        headers = httpx.get(address + path, trust_env=False).headers
        assert "object-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_a_port_in_use_is_named_in_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, "ui.py", "--port", port, "--store", str(tmp_path / "none")]
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=120)
    assert ended.returncode == 1
    assert port in ended.stderr
    assert "--port" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("port", ["0", "70000"])
def test_a_port_that_is_none_is_told_in_a_sentence(tmp_path: Path, port: str) -> None:
    command = [sys.executable, "ui.py", "--store", str(tmp_path / "none")]
    env = os.environ | {"UI_PORT": port, "PYTHONIOENCODING": "utf-8"}
    ended = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, encoding="utf-8", timeout=60)
    assert ended.returncode == 1
    assert re.fullmatch(rf"端口 {port} [^。]+。\n", ended.stderr)


def test_only_loopback_is_quiet() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "127.0.0.2", "::1", "localhost")))
    assert not any(map(is_loopback, ("0.0.0.0", "192.0.2.1", "example.com", "::")))


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "![](http://192.0.2.1/x.png)",
        "[看](javascript:alert(1))",
        "https://192.0.2.1 www.example.com a@example.com",
        "`code` $x$ &lt; \\<b\\>",
        "甲\u202e乙\u200b丙",
    ],
)
def test_no_markup_is_left_of_a_text(hostile: str) -> None:
    assert not re.search(r"[<>\[\]!`$\\@\u200b\u202e]|://|www\.", plain(hostile) + marked(hostile))


def test_marks_are_buttons_and_tables_stay() -> None:
    table = marked("| 年 | 数 |\n|---|---:|\n| 2023 | 5人[12] |")
    assert '<button type="button" class="mark" value="12"' in table
    assert "|---|---:|" in table


def test_a_stopped_turn_keeps_what_was_said() -> None:
    turn = Turn("问", text="说了一半").stopped()
    assert "说了一半" in turn.messages()[1]["content"]
    assert "已停止" in turn.messages()[1]["content"]
    finished = Turn("问").answered(Answer("完", True, "facts"))
    assert finished.stopped() is finished


def test_an_unchecked_answer_does_not_wear_the_badge() -> None:
    citation = Citation(1, "r", "甲.pdf", "", "甲县", None, (), "一\n二", 0, 3, page=7)
    query = Query("问", places=("甲县",), period="2016-2020", nature="both", notes=("按最新的报告作答。",))
    answer = Answer(
        "约5人[1]", True, "llm", (citation,), query, "端点没有回应。", verified=False, elapsed_ms=2500
    )
    content = Turn("问").answered(answer).messages()[1]["content"]
    assert "数字已核对" not in content
    assert "数字未能逐一核对" in content
    for part in ("实绩与目标", "按最新的报告作答。", "端点没有回应。", "2.5 秒", "第 7 页", "一二"):
        assert part in content


def test_a_verdict_that_cannot_be_kept_is_told(tmp_path: Path) -> None:
    turns = (Turn("问").answered(Answer("完", True, "facts")), Turn("又问"))
    assert "不能写入" in keep(tmp_path / "none", turns, 0, GOOD)
    assert "答完" in keep(tmp_path, turns, 1, GOOD)
    assert gold_rows(tmp_path) == []


def test_the_last_verdict_on_an_answer_holds(tmp_path: Path) -> None:
    liked = Turn("2023年甲县新增就业多少").answered(Answer("5人[1]", True, "facts"))
    refused = Turn("乙县呢").answered(Answer("库中没有乙县的报告。", False, "facts"))
    keep(tmp_path, (liked, refused), 0, GOOD)
    keep(tmp_path, (liked, refused), 1, GOOD)
    rows = gold_rows(tmp_path)
    assert [row["must"] for row in rows] == [[["5"]], []]
    assert [row["kind"] for row in rows] == ["value", "unanswerable"]
    assert rows[1]["history"] == ["2023年甲县新增就业多少"]
    keep(tmp_path, (liked, refused), 0, BAD, "数字不对")
    assert [row["q"] for row in gold_rows(tmp_path)] == ["乙县呢"]


def test_a_report_that_is_gone_is_told_in_the_reader(sample_store: Path) -> None:
    gone = Citation(1, "gone", "甲.pdf", "", "甲县", None, (), "一", 0, 1)
    turn = Turn("问").answered(Answer("5人[1]", True, "facts", (gone,)))
    desk = Desk(sample_store)
    assert re.search(r'class="title">[^<]*[一-鿿][^<]*<', desk.read((turn,), 0, 1))
    assert desk.read((turn,), 0, 2) == desk.read((turn,), 1, 1) == ""
