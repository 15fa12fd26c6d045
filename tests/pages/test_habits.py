"""What every page keeps to: narrow screens, light and dark, one language, one host."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.browser import QUESTION, Visitor


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
