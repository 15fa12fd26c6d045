"""The chips over an answer, and asking anew with another of them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from assistant.records import Query
from pages.messages import Turn
from tests.browser import Visitor


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
