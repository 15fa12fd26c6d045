"""The indicators page in a real Chromium: choose, draw, read the source, download."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser import Visitor, in_sight, served
from tests.county import PLACE, REPORTS

JOBS, GROWTH = "城镇新增就业", "地区生产总值增速"


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    from vectorstore import Store

    path = tmp_path_factory.mktemp("county") / "store"
    with Store.open(path, create=True) as store:
        store.add_many(REPORTS)
    with served(path) as url:
        yield url


def choose(visitor: Visitor, box: str, *names: str) -> None:
    for name in names:
        visitor.page.fill(f"{box} input", name)
        visitor.page.get_by_role("option", name=name, exact=True).click()
    visitor.page.keyboard.press("Escape")


def draw(visitor: Visitor, places: tuple[str, ...] = (PLACE,), names: tuple[str, ...] = (JOBS,)) -> Any:
    """Opens the page and draws; returns the section of the first indicator."""
    page = visitor.page
    page.get_by_role("tab", name="指标").click()
    page.locator("#figures-shown .matrix").wait_for()
    choose(visitor, "#figures-places", *places)
    choose(visitor, "#figures-indicators", *names)
    page.click("#figures-draw")
    page.locator("#figures-shown svg.chart").first.wait_for()
    return page.locator("#figures-shown section").first


@pytest.mark.browser
def test_a_trend_is_drawn_and_its_table_downloaded(visit: Callable[..., Visitor], county: str) -> None:
    visitor = visit(county, viewport={"width": 1280, "height": 800})
    section = draw(visitor, (PLACE, "白水县"), (JOBS, GROWTH))
    assert visitor.page.locator("#figures-shown section").count() == 2
    assert "城镇新增就业" in section.locator("h2").inner_text()
    assert section.locator("polyline.result").count() == 1, "2020 and 2021, then a gap, then 2023"
    with visitor.page.expect_download() as coming:
        section.get_by_text("下载表格").click()
    assert coming.value.suggested_filename == f"{PLACE}、白水县、{JOBS}.csv"
    data = Path(coming.value.path()).read_bytes()
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert data.startswith(b"\xef\xbb\xbf")
    assert {(row["地区"], row["年份"], row["实绩"], row["目标"], row["完成情况"]) for row in rows} >= {
        (PLACE, "2020", "3900人", "", ""),
        (PLACE, "2021", "4120人", "4000人", "完成"),
        ("白水县", "2024", "", "2100人", ""),
    }
    assert not visitor.errors


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_picture_is_saved_as_it_is_seen(visit: Callable[..., Visitor], county: str, scheme: str) -> None:
    from PIL import Image

    visitor = visit(county, color_scheme=scheme)
    section = draw(visitor)
    with visitor.page.expect_download() as coming:
        section.get_by_text("下载图片").click()
    assert coming.value.suggested_filename == f"{PLACE}、{JOBS}.png"
    with Image.open(coming.value.path()) as picture:
        assert picture.width == 1440
        colours = picture.convert("RGB").getcolors(1 << 20) or []
    (_, paper), *others = sorted(colours, reverse=True)
    assert (sum(paper) > 384) == (scheme == "light")
    assert len(others) > 20, "lines and words stand on it"
    assert visitor.strangers == []


@pytest.mark.browser
def test_a_figure_opens_its_sentence_and_escape_leads_back(
    visit: Callable[..., Visitor], county: str
) -> None:
    visitor = visit(county, viewport={"width": 1280, "height": 800})
    section = draw(visitor)
    section.get_by_role("button", name="4120人").focus()
    visitor.page.keyboard.press("Enter")
    shown = visitor.page.locator("#figures-reader mark.shown")
    shown.wait_for()
    assert "4120人" in shown.inner_text()
    assert in_sight(visitor, "#figures-reader mark.shown")
    assert "工作回顾" in visitor.page.locator("#figures-reader .where").inner_text()
    page, reader = (
        visitor.page.locator(part).bounding_box() for part in ("#figures-shown", "#figures-reader")
    )
    assert page
    assert reader
    assert reader["x"] >= page["x"] + page["width"], "the source stands beside the figures"
    visitor.page.locator("#figures-reader").get_by_text("下一处").click()
    visitor.page.locator("#figures-reader mark.shown", has_text="4000人").wait_for()
    visitor.page.keyboard.press("Escape")
    visitor.page.locator("#figures-reader .reading").wait_for(state="detached")
    assert "4120人" in visitor.page.evaluate("document.activeElement.textContent")
    section.locator("circle.result").nth(2).click()
    visitor.page.locator("#figures-reader mark.shown", has_text="4630人").wait_for()


@pytest.mark.browser
def test_an_answer_of_the_chat_can_open_a_trend(visit: Callable[..., Visitor], county: str) -> None:
    from pages.messages import open_for

    visitor = visit(county)
    button = f'<button id="probe" {open_for([PLACE], GROWTH)}>走势</button>'
    visitor.page.evaluate("html => document.body.insertAdjacentHTML('afterbegin', html)", button)
    visitor.page.click("#probe")
    visitor.page.locator("#figures-shown svg.chart").wait_for()
    assert GROWTH in visitor.page.locator("#figures-shown h2").first.inner_text()
    assert visitor.page.locator("#figures-places").get_by_text(PLACE).count() == 1
    assert visitor.page.locator("#figures-indicators").get_by_text(GROWTH).count() >= 1


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_screen_shows_figures_and_source_without_english(
    visit: Callable[..., Visitor], county: str, scheme: str
) -> None:
    visitor = visit(county, viewport={"width": 360, "height": 740}, color_scheme=scheme, locale="en-US")
    section = draw(visitor, (PLACE, "白水县"), (JOBS, GROWTH))
    assert visitor.wide() <= 0
    section.get_by_role("button", name="4120人").click()
    visitor.page.locator("#figures-reader mark.shown").wait_for()
    assert in_sight(visitor, "#figures-reader mark.shown")
    box = visitor.page.locator("#figures-reader").bounding_box()
    assert box
    assert box["y"] + box["height"] <= 741
    assert box["height"] > 300
    assert visitor.wide() <= 0
    seen = re.sub(r"\S+\.(md|txt|docx|html)\b", "", visitor.page.evaluate("[...seen].join('\\n')"))
    assert re.findall(r"[A-Za-z]{3,}", seen) == []
    spoken = visitor.page.eval_on_selector_all(
        "#figures-page [aria-label]", "found => found.map(element => element.ariaLabel)"
    )
    assert re.findall(r"[A-Za-z]{3,}", " ".join(spoken)) == []
    assert visitor.strangers == []


def test_programs_get_the_same_figures(county: str) -> None:
    from gradio_client import Client

    told = Client(county, verbose=False).predict([PLACE], [JOBS], api_name="/figures")
    one = next(cell for cell in told["cells"] if (cell["year"], cell["nature"]) == (2021, "实绩"))
    assert (one["value"], one["unit"], one["met"]) == (4120.0, "人", True)
    assert "4120人" in one["citation"]["quote"]
