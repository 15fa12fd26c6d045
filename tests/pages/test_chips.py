"""The chips over an answer, and asking anew with another of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.records import Answer, Citation, Query
from pages.beside import NEAR, near
from pages.desk import Desk
from pages.messages import Turn
from reports.indicators import find_names
from tests.browser import Visitor


@pytest.mark.browser
def test_a_chip_changes_the_place_and_the_year(visit: Callable[..., Visitor]) -> None:
    visitor = visit(locale="en-US", viewport={"width": 360, "height": 740})
    reply = visitor.ask("2023年卫东区地区生产总值是多少")
    reply.locator("button.chip").first.click()
    place, year = (visitor.page.get_by_label(label, exact=True) for label in ("地区", "年份"))
    place.wait_for()
    visitor.page.wait_for_function("document.querySelector('#place input')?.value === '卫东区'")
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


def test_another_indicator_or_nature_makes_a_question_of_its_own() -> None:
    query = Query(
        "问", ("甲县",), (2023,), period="2023", nature="实绩", indicator="就业", names=("新增就业",)
    )
    turn = Turn("问", query=query)
    assert turn.changed("甲县", 2023, "新增就业", "实绩") == ""
    assert turn.changed("乙县", 2022, "新增就业", "实绩") == "2022年乙县呢"
    assert turn.changed("甲县", 2023, "新增就业", "目标") == "2023年甲县新增就业目标是多少"
    assert turn.changed("乙县", 2022, "财政收入", None) == "2022年乙县财政收入实际完成多少"
    assert Turn("问").changed("甲县", 2023, None, None) == "2023年甲县呢"


def test_near_indicators_are_those_of_the_place(sample_store: Path) -> None:
    desk = Desk(sample_store)
    found = near(desk, Query("问", places=("卫东区",), indicator="新增就业", names=("城镇新增就业",)))
    assert found[0] == "城镇新增就业"
    assert 2 <= len(found) == len(set(found)) <= NEAR
    assert any("就业" in name for name in found[1:])
    assert near(desk, Query("问", places=("卫东区",))) == []
    assert near(desk, Query("问", places=("无此地",), indicator="绿地")) == ["绿地"]


@pytest.mark.browser
def test_a_chip_changes_the_indicator_and_the_nature(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = visitor.page
    visitor.ask("2024年卫东区城镇新增就业目标是多少").locator("button.chip", has_text="目标").click()
    indicator, nature = (page.get_by_label(label, exact=True) for label in ("指标", "实绩或目标"))
    page.wait_for_function("document.querySelector('#nature input')?.value === '目标'")
    assert indicator.input_value() == "城镇新增就业"
    page.get_by_label("年份", exact=True).click()
    page.get_by_role("option", name="2023").click()
    nature.click()
    page.get_by_role("option", name="实绩").click()
    page.get_by_text("换成这个再问").click()
    result = visitor.reply(1)
    assert "9796人" in result.inner_text()
    result.locator("button.chip").first.click()
    page.wait_for_function("document.querySelector('#indicator input')?.value === '城镇新增就业'")
    indicator.click()
    page.get_by_role("option", name="失业人员再就业", exact=True).click()
    page.get_by_text("换成这个再问").click()
    assert "4070人" in visitor.reply(2).inner_text()


@pytest.mark.browser
def test_a_cited_sentence_opens_the_trends_of_its_figures(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = visitor.page
    visitor.ask("2023年卫东区引进亿元以上项目多少个").locator("button.mark").first.click()
    own = "引进亿元以上项目"
    assert not find_names(own), "an indicator without a standard name"
    page.locator("#reader .trends button", has_text=own).click()
    section = page.locator("#figures-shown section", has_text=own)
    section.locator("circle.result[data-pick]").first.wait_for()
    assert section.locator("button.cell").count() >= 1
    assert not visitor.errors


def test_a_trend_is_offered_where_the_answer_has_a_figure() -> None:
    cited = Citation(1, "r", "甲.txt", "", "甲县", 2024, (), "新修步道30公里", 0, 8)

    def shown(text: str, **query: object) -> str:
        asked = Query("2023年甲县步道多少", places=("甲县",), **query)  # type: ignore[arg-type]
        turn = Turn(asked.question).answered(Answer(text, True, "facts", (cited,), asked))
        return str(turn.messages()[1]["content"])

    assert "步道" in shown("新修步道30公里[1]。", indicator="步道").partition("act trend")[2]
    assert "act trend" not in shown("2023年由县住建局负责[1]。", indicator="步道")
    assert "生产总值增速" in shown("增长6%[1]。", names=("生产总值",), measure="增速")


@pytest.mark.browser
def test_an_answer_opens_its_trend(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.ask("2023年卫东区新增就业多少").locator(".act.trend").click()
    shown = visitor.page.locator("#figures-shown")
    shown.locator("svg.chart").first.wait_for()
    assert "城镇新增就业" in shown.inner_text()
    assert visitor.page.get_by_role("tab", name="指标").get_attribute("aria-selected") == "true"
    assert not visitor.errors
