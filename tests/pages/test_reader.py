"""The source reader: a report opens beside the chat at the cited sentence."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.records import Answer, Citation
from pages.desk import Desk
from pages.messages import Turn
from tests.browser import HOSTILE, QUESTION, Visitor, in_sight, served


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


def test_a_report_that_is_gone_is_told_in_the_reader(sample_store: Path) -> None:
    gone = Citation(1, "gone", "甲.pdf", "", "甲县", None, (), "一", 0, 1)
    turn = Turn("问").answered(Answer("5人[1]", True, "facts", (gone,)))
    desk = Desk(sample_store)
    assert re.search(r'class="title">[^<]*[一-鿿][^<]*<', desk.read((turn,), 0, 1))
    assert desk.read((turn,), 0, 2) == desk.read((turn,), 1, 1) == ""
