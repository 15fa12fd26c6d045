"""The reports page in a real Chromium: files in, reasons for what fails, corrections, removal, who may."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser import QUESTION, Visitor, served

sys.path.append(str(Path(__file__).parent / "reports"))
import files
import hostile

AUTH = "guanli:correct-horse"
SLOW = 180_000
"""Milliseconds for what recognises pages on a busy machine."""
DONE = """count => { const rows = [...document.querySelectorAll('#shelf-progress li')];
  return rows.length >= count && rows.every(row => ['完成', '失败'].includes(row.dataset.state)) }"""


@pytest.fixture
def store(tmp_path: Path, sample_store: Path) -> Path:
    return shutil.copytree(sample_store, tmp_path / "store")


@pytest.fixture
def shelf(visit: Callable[..., Visitor], store: Path) -> Iterator[Visitor]:
    """The reports page over a copy of the samples."""
    with served(store) as url:
        yield opened(visit(url))


def opened(visitor: Visitor) -> Visitor:
    visitor.page.get_by_role("tab", name="报告", exact=True).click()
    visitor.page.locator("#shelf-list .count").wait_for()
    return visitor


def chat(visitor: Visitor) -> Visitor:
    visitor.page.get_by_role("tab", name="问答", exact=True).click()
    return visitor


def drop(visitor: Visitor, *paths: Path, finished: int | None = None) -> dict[str, str]:
    """Chooses files and waits until as many are finished; what is said of each by its name."""
    visitor.page.set_input_files("#shelf-files", [str(path) for path in paths])
    count = len(paths) if finished is None else finished
    visitor.page.wait_for_function(DONE, arg=count, timeout=SLOW)
    return {
        row.locator(".name").inner_text(): row.locator(".said").inner_text()
        for row in visitor.page.locator("#shelf-page .files li").all()
    }


def row(visitor: Visitor, text: str) -> Any:
    return visitor.page.locator("#shelf-list tbody tr", has_text=text)


def expect_value(visitor: Visitor, year: str) -> None:
    """Waits until the form is open and holds ``year``."""
    holds = "year => document.querySelector('#shelf-new-year :is(input, textarea)')?.value === year"
    visitor.page.wait_for_function(holds, arg=year)


@pytest.mark.browser
def test_a_docx_and_a_scan_are_taken_in_and_answered_from_at_once(shelf: Visitor, tmp_path: Path) -> None:
    docx = files.write_docx(tmp_path / "云溪区2024.docx")
    scan = tmp_path / "云溪区2023扫描.pdf"
    older = files.TEXT.replace("2024", "2022").replace("2023", "2021").replace("8417", "7316")
    scan.write_bytes(files.pdf_bytes([files.page_image(older)]))
    said = drop(shelf, docx, scan)
    assert said[docx.name].startswith("已入库 · 云溪区 2024 年")
    assert said[scan.name].startswith("已入库 · 云溪区 2022 年")
    assert "OCR" in said[scan.name]
    seen = shelf.page.evaluate("[...seen]")
    assert any("正在识别第 1 页，共 1 页" in line for line in seen)
    row(shelf, scan.name).wait_for()
    assert "OCR 识别" in row(shelf, scan.name).inner_text()
    assert "7 份" in shelf.page.locator("#overview").inner_text()
    assert "7 份" in shelf.page.locator("#shelf-list .count").inner_text()
    chat(shelf)
    assert "8417人" in shelf.ask("2023年云溪区新增就业多少").inner_text()
    reply = shelf.ask("2021年云溪区新增就业多少")
    assert "7316人" in reply.inner_text()
    reply.locator("button.mark").first.click()
    shelf.page.locator("#reader mark.shown").wait_for()
    assert shelf.errors == []
    assert shelf.strangers == []


@pytest.mark.browser
def test_each_bad_file_gets_its_reason_and_nothing_of_the_others_is_lost(
    shelf: Visitor, tmp_path: Path
) -> None:
    good = tmp_path / "云溪区2024.txt"
    good.write_text(files.TEXT, encoding="utf-8")
    nameless = tmp_path / "无题.txt"
    nameless.write_text("今年的工作做得不错，新增就业8417人。", encoding="utf-8")
    refused = []
    for name, data in {
        "坏.docx": b"not a word",
        "表.xlsx": b"PK\x03\x04",
        "包.pdf": b"PK\x03\x04" + bytes(99),
        "大.txt": b"a" * (20 * 2**20 + 1),
    }.items():
        refused.append(tmp_path / name)
        refused[-1].write_bytes(data)
    cut = hostile.cut_docx(tmp_path / "断.docx")
    empty = tmp_path / "空.md"
    empty.touch()
    said = drop(shelf, *refused, cut, empty, nameless, good, finished=4)
    for path in (*refused, cut, empty, nameless):
        assert re.fullmatch(r"[^。\n]*[一-鿿][^。\n]*。", said[path.name]), said[path.name]
    assert "20 MB" in said["大.txt"]
    assert "不收" in said["表.xlsx"]
    assert "Word" in said["包.pdf"]
    assert "空文件" in said["空.md"]
    assert "地区或年份" in said["无题.txt"]
    assert said[good.name].startswith("已入库")
    shelf.page.get_by_text("文中没有写明地区或年份时，在这里填").click()
    shelf.page.locator("#shelf-place").get_by_role("textbox").fill("卫东区")
    shelf.page.locator("#shelf-year").get_by_role("textbox").fill("2020")
    said = drop(shelf, nameless, finished=5)
    assert said[nameless.name].startswith(("已入库 · 卫东区 2020 年", "正文"))
    row(shelf, nameless.name).wait_for()
    assert "2020" in row(shelf, nameless.name).inner_text()


@pytest.mark.browser
def test_bombs_through_the_page_leave_it_alive(shelf: Visitor, tmp_path: Path) -> None:
    names = ("a docx of 300,000 paragraphs", "a docx nested 20,000 deep", "a billion laughs", "a zip slip")
    names += ("a pdf that inflates to 1 GB", "a pdf of 200,000 pages", "a loop in the page tree")
    names += ("a blank scan", "html nested 200,000 deep", "5 MB of NULs", "a docx that lies of its size")
    paths = []
    for number, name in enumerate(names):
        file, make, _ = hostile.BAD[name]
        (tmp_path / str(number)).mkdir()
        paths.append(make(tmp_path / str(number) / file).rename(tmp_path / f"{number}{Path(file).suffix}"))
    said = drop(shelf, *paths)
    for path, name in zip(paths, names, strict=True):
        assert re.search(hostile.BAD[name][2], said[path.name]), (name, said[path.name])
    assert "5 份" in shelf.page.locator("#overview").inner_text()
    chat(shelf)
    assert "9796人" in shelf.ask(QUESTION).inner_text()


@pytest.mark.browser
def test_a_year_is_corrected_and_the_answers_follow(shelf: Visitor, store: Path) -> None:
    report = row(shelf, "卫东区2018.html")
    report.get_by_role("button").click()
    year = shelf.page.locator("#shelf-new-year").get_by_role("textbox")
    expect_value(shelf, "2018")
    year.fill("18")
    shelf.page.click("#shelf-save")
    shelf.page.get_by_text("年份请写").wait_for()
    report.get_by_role("button").click()
    expect_value(shelf, "2018")
    year.fill("2016")
    shelf.page.click("#shelf-save")
    shelf.page.get_by_text("已重新读入：卫东区 2016 年").wait_for()
    assert "2016" in report.locator('[data-name="年份"]').inner_text()
    assert "2016" in shelf.page.locator("#overview").inner_text()

    from vectorstore import Store

    with Store.open(store) as kept:
        (entry,) = [entry for entry in kept.entries() if entry.source == "卫东区2018.html"]
        assert entry.identity.year == 2016
        assert {fact.fact.year for fact in kept.facts([entry.id])} & {2015, 2016}


@pytest.mark.browser
def test_a_report_is_removed_after_a_second_word_and_no_more_cited(shelf: Visitor) -> None:
    row(shelf, "卫东区2024.md").get_by_role("button").click()
    shelf.page.locator("#shelf-title").get_by_text("卫东区2024.md").wait_for()
    shelf.page.click("#shelf-remove")
    shelf.page.get_by_text("再按一次，确认移除").wait_for()
    assert row(shelf, "卫东区2024.md").count() == 1
    shelf.page.click("#shelf-remove")
    shelf.page.get_by_text("《卫东区2024.md》已移除。").wait_for()
    assert row(shelf, "卫东区2024.md").count() == 0
    chat(shelf)
    assert "9796人" not in shelf.ask(QUESTION).inner_text()


@pytest.mark.browser
def test_reading_anew_keeps_what_was_told(shelf: Visitor) -> None:
    row(shelf, "山城区2024摘要.txt").get_by_role("button").click()
    shelf.page.locator("#shelf-title").get_by_text("山城区").wait_for()
    shelf.page.click("#shelf-renew")
    shelf.page.get_by_text("《山城区2024摘要.txt》已重新读入").wait_for()
    assert "2024" in row(shelf, "山城区2024摘要.txt").inner_text()


@pytest.mark.browser
def test_another_writer_is_told(shelf: Visitor, store: Path, tmp_path: Path) -> None:
    from vectorstore import Store

    path = tmp_path / "云溪区2024.txt"
    path.write_text(files.TEXT, encoding="utf-8")
    with Store.open(store) as other, other.writing():
        said = drop(shelf, path)
    assert "正在写入" in said[path.name]
    assert "进程号" in said[path.name]
    again = tmp_path / "again"
    again.mkdir()
    drop(shelf, path.rename(again / "云溪区2024再.txt"), finished=2)
    row(shelf, "云溪区2024再.txt").wait_for()


@pytest.mark.browser
def test_a_store_is_made_by_the_first_upload(visit: Callable[..., Visitor], tmp_path: Path) -> None:
    path = tmp_path / "云溪区2024.txt"
    path.write_text(files.TEXT, encoding="utf-8")
    with served(tmp_path / "new") as url:
        visitor = opened(visit(url))
        assert "ingest.py" in visitor.page.locator("#shelf-list").inner_text()
        drop(visitor, path)
        row(visitor, path.name).wait_for()
        chat(visitor)
        assert "8417人" in visitor.ask("2023年云溪区新增就业多少").inner_text()


@pytest.mark.browser
@pytest.mark.parametrize("settings", [{"UI_READ_ONLY": "1"}, {"UI_AUTH": AUTH}])
def test_who_may_only_read_sees_only_the_list(
    visit: Callable[..., Visitor], sample_store: Path, settings: dict[str, str]
) -> None:
    with served(sample_store, **settings) as url:
        visitor = opened(visit(url))
        row(visitor, "卫东区2024.md").wait_for()
        visitor.page.locator("#shelf-right p").wait_for()
        assert visitor.page.locator("#shelf-files").count() == 0
        assert visitor.page.locator("#shelf-list button").count() == 0
        assert (visitor.page.get_by_text("管理员登录").count() == 1) == ("UI_AUTH" in settings)


@pytest.mark.browser
def test_the_administrator_logs_in_and_out(
    visit: Callable[..., Visitor], store: Path, tmp_path: Path
) -> None:
    path = tmp_path / "云溪区2024.txt"
    path.write_text(files.TEXT, encoding="utf-8")
    with served(store, UI_AUTH=AUTH) as url:
        visitor, reader = opened(visit(url)), opened(visit(url))
        visitor.page.get_by_text("管理员登录").click()
        visitor.page.get_by_label("用户名").fill("guanli")
        visitor.page.get_by_label("密码").fill("correct-horse")
        visitor.page.get_by_role("button", name="登录").click()
        visitor.page.locator("#question textarea").wait_for()
        drop(opened(visitor), path)
        row(visitor, path.name).wait_for()
        assert reader.page.locator("#shelf-files").count() == 0
        visitor.page.get_by_role("button", name="退出登录").click()
        visitor.page.locator("#question textarea").wait_for()
        opened(visitor).page.get_by_text("管理员登录").wait_for()
        assert visitor.page.locator("#shelf-files").count() == 0


@pytest.mark.browser
def test_the_list_is_searched_and_hostile_names_stay_text(
    visit: Callable[..., Visitor], tmp_path: Path
) -> None:
    from reports import read_report
    from vectorstore import Store

    with Store.open(tmp_path / "store", create=True) as store:
        for number in range(60):
            path = tmp_path / f"{number}<img src=x onerror=alert(1)>${{alert(2)}}{{{{#if}}}}.txt"
            text = files.TEXT.replace("2024", str(1960 + number)).replace("2023", str(1959 + number))
            path.write_text(text, encoding="utf-8")
            store.add(read_report(path))
    with served(tmp_path / "store") as url:
        visitor = opened(visit(url, locale="en-US", viewport={"width": 360, "height": 740}))
        rows = visitor.page.locator("#shelf-list tbody tr")
        rows.first.wait_for()
        assert rows.count() == 50
        visitor.page.click("#shelf-more")
        visitor.page.wait_for_function("document.querySelectorAll('#shelf-list tbody tr').length === 60")
        assert visitor.page.locator("#shelf-more").count() == 0
        visitor.page.locator("#shelf-find").get_by_role("textbox").fill("云溪 1975")
        visitor.page.wait_for_function("document.querySelectorAll('#shelf-list tbody tr').length === 1")
        assert "<img src=x onerror=alert(1)>${alert(2)}{{#if}}.txt" in rows.first.inner_text()
        rows.first.get_by_role("button").click()
        visitor.page.locator("#shelf-title").get_by_text("<img src=x").wait_for()
        assert visitor.page.locator("#shelf-page img").count() == 0
        assert visitor.errors == []
        assert visitor.wide() <= 0
        shown = re.sub(r"\S*<img.*?\.txt\b", "", visitor.page.evaluate("[...seen].join('\\n')"))
        assert set(re.findall(r"[A-Za-z]{3,}", shown)) <= {"txt", "docx", "pdf", "html", "doc", "wps", "OCR"}


@pytest.mark.browser
def test_files_are_dropped_while_others_are_being_read(shelf: Visitor, tmp_path: Path) -> None:
    scan = tmp_path / "云溪区扫描.pdf"
    scan.write_bytes(files.pdf_bytes([files.page_image()]))
    shelf.page.set_input_files("#shelf-files", str(scan))
    dropped = """text => { const data = new DataTransfer(); data.items.add(new File([text], '后到的<b>.txt'));
      const zone = document.querySelector('#shelf-drop .drop');
      zone.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true})) }"""
    shelf.page.evaluate(dropped, files.TEXT.replace("8417", "9518"))
    shelf.page.wait_for_function(DONE, arg=2, timeout=SLOW)
    names = [line.inner_text() for line in shelf.page.locator("#shelf-progress .name").all()]
    assert sorted(names) == sorted([scan.name, "后到的_b_.txt"]), "a small file may arrive before a large one"
    assert shelf.page.locator("#shelf-drop .files li").count() == 0
    row(shelf, "后到的_b_.txt").wait_for()
    assert shelf.errors == []


@pytest.mark.browser
def test_the_other_pages_know_what_came_and_went_without_a_reload(shelf: Visitor, tmp_path: Path) -> None:
    page = shelf.page
    told = """names => [...document.querySelectorAll("#figures-shown .matrix tbody th")]
      .map(place => place.innerText).sort().join() === names"""
    tabs = {name: page.get_by_role("tab", name=name, exact=True) for name in ("指标", "报告", "问答")}
    tabs["指标"].click()
    page.wait_for_function(told, arg="卫东区,山城区")
    tabs["报告"].click()
    drop(shelf, files.write_docx(tmp_path / "云溪区2024.docx"))
    tabs["指标"].click()
    page.wait_for_function(told, arg="云溪区,卫东区,山城区")
    page.fill("#figures-places input", "云溪区")
    page.get_by_role("option", name="云溪区", exact=True).click()
    page.keyboard.press("Escape")
    tabs["报告"].click()
    row(shelf, "云溪区").get_by_role("button").click()
    expect_value(shelf, "2024")
    page.click("#shelf-remove")
    page.get_by_text("再按一次，确认移除").click()
    page.locator("#shelf-said").get_by_text("已移除").wait_for()
    tabs["指标"].click()
    page.wait_for_function(told, arg="卫东区,山城区")
    page.wait_for_function("!document.querySelector('#figures-places').innerText.includes('云溪区')")
    assert not shelf.errors
