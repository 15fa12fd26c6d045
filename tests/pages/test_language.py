"""English by a switch: the labels change, the answers stay, and the browser remembers."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from tests.browser import QUESTION, ROOT, Visitor

HAN = re.compile(r"[一-鿿]+")


def test_the_words_are_labels_of_the_pages() -> None:
    kept = json.loads((ROOT / "pages" / "english.json").read_text(encoding="utf-8"))
    sources = [
        file.read_text("utf-8") for kind in ("py", "js") for file in (ROOT / "pages").glob(f"*.{kind}")
    ]
    pages = "\n".join(sources).replace('"\n    "', "").replace("OCR", "OCR")
    lost = [word for word in kept["words"] if not all(part in pages for part in word.split("——"))]
    assert lost == [], "a label that no page has any more"
    assert not [
        word for word, english in kept["words"].items() if HAN.search(english) and "e.g." not in english
    ]
    for pattern, _ in kept["patterns"]:
        re.compile(pattern)


@pytest.mark.browser
def test_english_is_a_switch_that_is_remembered(visit: Callable[..., Visitor]) -> None:
    visitor = visit(viewport={"width": 1280, "height": 800})
    page = visitor.page
    page.locator("#language button", has_text="EN").click()
    page.locator("#language button", has_text="中文").wait_for()
    page.wait_for_function("document.querySelector('#send').innerText === 'Send'")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.get_by_role("tab").all_inner_texts() == ["Chat", "Indicators", "Duties", "Reports", "About"]
    reply = visitor.ask(QUESTION)
    assert "城镇新增就业9796人" in reply.inner_text(), "the answer stays in Chinese"
    page.wait_for_function("document.querySelector('#chat .checked').innerText.includes('Figures checked')")
    assert reply.locator(".act.good").inner_text() == "Useful"
    assert "ms" in reply.locator(".foot").inner_text() or " s" in reply.locator(".foot").inner_text()
    reply.locator("button.mark").first.click()
    page.locator("#reader mark.shown").wait_for()
    assert "9796人" in page.locator("#reader mark.shown").inner_text()
    assert "Download" in page.locator("#reader header").inner_text()
    page.reload()
    visitor.reply(0)
    page.wait_for_function("document.querySelector('#send').innerText === 'Send'")
    page.get_by_role("tab", name="About").click()
    page.locator("#about").get_by_text("Built in").wait_for()
    page.locator("#language button").click()
    page.wait_for_function("document.querySelector('#send')?.innerText === '发送'")
    assert page.evaluate("document.documentElement.lang") == "zh-CN"
    assert not visitor.errors
