"""The source reader: a report opens beside the chat at the cited sentence."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.records import Answer, Citation
from pages.desk import Desk
from pages.messages import Turn
from pages.originals import _unchanged
from pages.reader import reading
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
        # Half a second where nothing else runs.
        assert time.monotonic() - started < 20


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
        assert reader.locator("script, img, iframe, a:not(.original), b").count() == 0
        assert visitor.strangers == []
        assert visitor.errors == []


def test_a_report_that_is_gone_is_told_in_the_reader(sample_store: Path) -> None:
    gone = Citation(1, "gone", "甲.pdf", "", "甲县", None, (), "一", 0, 1)
    turn = Turn("问").answered(Answer("5人[1]", True, "facts", (gone,)))
    desk = Desk(sample_store)
    assert re.search(r'class="title excuse">[^<]*[一-鿿][^<]*<', desk.read((turn,), 0, 1))
    assert desk.read((turn,), 0, 2) == desk.read((turn,), 1, 1) == ""


@pytest.mark.browser
def test_the_original_file_can_be_downloaded(visit: Callable[..., Visitor], tmp_path: Path) -> None:
    from vectorstore import Store, ingest_paths

    file = tmp_path / "卫东区2024.txt"
    file.write_text(HOSTILE, encoding="gb18030")
    with Store.open(tmp_path / "store", create=True) as store:
        assert [result.status for result in ingest_paths(store, [file])] == ["新增"]
        kept = store.report(store.entries()[0].id).text
    with served(tmp_path / "store") as url:
        visitor = visit(url)
        visitor.ask(QUESTION).locator("button.mark").first.click()
        link = visitor.page.locator("#reader a.original")
        with visitor.page.expect_download() as caught:
            link.click()
        assert caught.value.suggested_filename == "卫东区2024.txt"
        assert caught.value.path().read_bytes() == HOSTILE.encode("gb18030")
        # What was written since is another text than the one that answers.
        file.write_text("另一份", encoding="utf-8")
        os.utime(file, (time.time() + 3600,) * 2)
        with visitor.page.expect_download() as caught:
            link.click()
        assert caught.value.path().read_text("utf-8") == kept
        assert not visitor.errors


def test_only_files_that_the_catalogue_names_are_handed_out(address: str, sample_store: Path) -> None:
    import httpx

    from vectorstore import Store

    def fetched(name: str) -> httpx.Response:
        return httpx.get(f"{address}original/{name}", trust_env=False)

    with Store.open(sample_store) as store:
        entry = store.entries()[0]
        text = store.report(entry.id).text
    # These samples were added without their folder, so only the text can be had.
    found = fetched(entry.id)
    assert found.status_code == 200
    assert found.content.decode("utf-8") == text
    assert found.headers["content-disposition"].startswith("attachment")
    assert "script-src" in found.headers["content-security-policy"]
    gone = fetched("0123456789abcdef")
    assert gone.status_code == 404
    assert "。" in gone.text
    for name in ("..%2f..%2fetc%2fpasswd", "%2e%2e/README.md", f"{entry.id}/../x", "ZZ"):
        assert fetched(name).headers.get("content-disposition") is None


def test_a_link_or_another_name_is_not_handed_out(tmp_path: Path, sample_store: Path) -> None:
    from dataclasses import replace

    from vectorstore import Store

    with Store.open(sample_store) as store:
        entry = replace(store.entries()[0], source="甲.txt", added="2099-01-01T00:00:00+00:00")
    (tmp_path / "甲.txt").write_text("甲", encoding="utf-8")
    (tmp_path / "乙").mkdir()
    (tmp_path / "乙" / "甲.txt").symlink_to(tmp_path / "甲.txt")
    assert _unchanged(entry, str(tmp_path / "甲.txt")) == tmp_path / "甲.txt"
    for origin in (
        "",
        "甲.txt",
        "upload:甲.txt",
        str(tmp_path / "乙" / "甲.txt"),
        str(tmp_path / "无" / "甲.txt"),
    ):
        assert _unchanged(entry, origin) is None
    assert _unchanged(replace(entry, source="丙.txt"), str(tmp_path / "甲.txt")) is None
    assert _unchanged(replace(entry, added="2001-01-01T00:00:00+00:00"), str(tmp_path / "甲.txt")) is None


def test_a_report_of_pages_shows_where_each_begins() -> None:
    from reports.pipeline import make_report
    from reports.records import Document, Page

    first, second = "政府工作报告\n\n一、回顾\n\n新增就业5人。\n\n", "二、打算\n\n新增就业6人。\n"
    text = first + second
    pages = (Page(1, 0, len(first)), Page(2, len(first), len(text)))
    report = make_report(Document(text, "pdf", "text", pages), "甲县2024.pdf", place="甲县", year=2024)
    at = text.index("新增就业6人")
    cited = Citation(1, report.id, "甲县2024.pdf", "", "甲县", 2024, (), "6人", at, at + 6, page=2)
    shown = reading(report, (cited,), 1, 0)
    assert shown.index("第 1 页") < shown.index("5人") < shown.index(">第 2 页<") < shown.index("<mark")
    assert "第 2 页" in shown[: shown.index("</header>")]
