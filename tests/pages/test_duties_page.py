"""The duties page: who leads what, searched both ways."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pages.desk import Desk
from pages.duties import listing
from tests.browser import Visitor, in_sight, served
from tests.county import NOTICE, REPORTS


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from vectorstore import Store

    path = tmp_path_factory.mktemp("county") / "store"
    with Store.open(path, create=True) as opened:
        opened.add_many((*REPORTS, NOTICE))
    return path


@pytest.fixture(scope="module")
def county(store: Path) -> Iterator[str]:
    with served(store) as url:
        yield url


@pytest.mark.browser
def test_duties_are_searched_by_who_and_by_what(visit: Callable[..., Visitor], county: str) -> None:
    visitor = visit(county, viewport={"width": 1280, "height": 800})
    page = visitor.page
    page.get_by_role("tab", name="分工").click()
    page.locator("#duties-shown .holders").first.wait_for()
    page.get_by_label("人员或单位").fill("周一山")
    page.keyboard.press("Enter")
    page.get_by_text("共 2 项任务").wait_for()
    tasks = page.locator("#duties-shown .task").all_inner_texts()
    assert ["高标准农田" in tasks[0], "养老驿站" in tasks[1]] == [True, True]
    assert "<b onclick=alert(1)>" in tasks[1], "what stands in a notice stays text"

    page.get_by_label("人员或单位").fill("")
    page.get_by_label("任务", exact=True).fill("供水管网")
    page.click("#duties-search")
    page.get_by_text("共 1 项任务").wait_for()
    row = page.locator("#duties-shown tbody tr").inner_text()
    assert all(part in row for part in ("李二水", "县住建局", "县财政局", "2024年10月底"))

    page.locator("#duties-shown .task button").click()
    shown = page.locator("#duties-reader mark.shown").first
    shown.wait_for()
    assert "供水管网" in shown.inner_text()
    assert in_sight(visitor, "#duties-reader mark.shown")
    page.locator("#duties-shown").get_by_role("button", name="县财政局").click()
    page.locator("#duties-reader .reading").wait_for(state="detached")
    assert page.get_by_label("人员或单位").input_value() == "县财政局"
    assert visitor.errors == []


@pytest.mark.browser
def test_a_narrow_screen_needs_no_sideways_scrolling_and_no_english(
    visit: Callable[..., Visitor], county: str
) -> None:
    visitor = visit(county, viewport={"width": 360, "height": 740}, locale="en-US", color_scheme="dark")
    page = visitor.page
    page.get_by_role("tab", name="分工").click()
    page.locator("#duties-shown").get_by_role("button", name="县水利局").or_(
        page.locator("#duties-shown").get_by_role("button", name="周一山")
    ).first.click()
    page.locator("#duties-shown table").wait_for()
    assert visitor.wide() <= 0
    page.locator("#duties-shown .task button").first.click()
    page.locator("#duties-reader mark.shown").first.wait_for()
    assert in_sight(visitor, "#duties-reader mark.shown")
    assert visitor.wide() <= 0
    seen = visitor.page.evaluate("[...seen].join('\\n')").replace("<b onclick=alert(1)>", "")
    assert re.findall(r"[A-Za-z]{3,}", re.sub(r"\S+\.(md|txt|docx|html)\b", "", seen)) == []
    assert visitor.strangers == []


def test_programs_get_the_same_tasks(county: str) -> None:
    from gradio_client import Client

    client = Client(county, verbose=False)
    told = client.predict("", "高标准农田", api_name="/duties")
    assert told["tasks"][0]["lead_units"] == ["县农业农村局"]
    assert "高标准农田" in told["tasks"][0]["citation"]["quote"]
    assert len(client.predict("周一山", "", api_name="/duties")["tasks"]) == 2


def test_what_cannot_be_shown_is_told_in_a_sentence(store: Path, tmp_path: Path) -> None:
    from vectorstore import Store

    with Store.open(tmp_path / "store", create=True) as without:
        without.add_many(REPORTS)
    assert "ingest&#46;py" in listing(Desk(tmp_path / "store"), "周一山", "")[1]
    assert "责任分解通知" in listing(Desk(tmp_path / "store"), "", "")[1]
    assert "ingest&#46;py" in listing(Desk(tmp_path / "none"), "", "")[1]
    found, shown = listing(Desk(store), "赵六", "地铁")
    assert found == ()
    assert "没有找到“赵六”、“地铁”" in shown
