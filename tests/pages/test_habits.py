"""What every page keeps to: narrow screens, light and dark, one language, one host."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser import QUESTION, ROOT, Visitor


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


CSS = (ROOT / "pages" / "look.css").read_text(encoding="utf-8")
# What is written in a colour, and on what.
WRITTEN = [
    *(("ink", ground) for ground in ("paper", "card", "seal-soft", "marker", "warn-soft")),
    *(("quiet", ground) for ground in ("paper", "card")),
    *(("seal", ground) for ground in ("paper", "card", "seal-soft")),
    *(("good", ground) for ground in ("paper", "card")),
    *(("warn", ground) for ground in ("paper", "card", "warn-soft")),
]


def luminance(colour: str) -> float:
    """The relative luminance of ``#rgb`` or ``#rrggbb``, as WCAG 2 defines it."""
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [":root", ".dark"])
def test_every_colour_can_be_read_on_its_ground(scheme: str) -> None:
    block = re.search(rf"^{re.escape(scheme)} {{(.*?)}}", CSS, re.MULTILINE | re.DOTALL)
    assert block
    colours = dict(re.findall(r"--([\w-]+): (#\w+)", block[1]))
    ratios = {f"{ink} on {ground}": contrast(colours[ink], colours[ground]) for ink, ground in WRITTEN}
    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < 4.5} == {}
    assert contrast("#9f2f26", "#fff") >= 4.5, "the words on the red button"


def test_every_rule_of_the_style_sheet_is_closed() -> None:
    depth = 0
    for line in re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL).splitlines():
        assert depth == 0 or not line.startswith("@media"), "a rule before this one is left open"
        depth += line.count("{") - line.count("}")
    assert depth == 0


@pytest.mark.browser
def test_the_keyboard_is_enough(visit: Callable[..., Visitor]) -> None:
    visitor = visit(viewport={"width": 1280, "height": 800})
    page = visitor.page
    box = page.locator("#question textarea")
    box.focus()
    page.keyboard.type("2023年卫东区新增就业多少")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("？")
    assert box.input_value() == "2023年卫东区新增就业多少\n？"
    assert page.locator("#chat .bot-row").count() == 0
    page.keyboard.press("Enter")
    reply = visitor.reply(0)
    page.wait_for_selector("#send")
    # the last thing drawn of an answer: before it what has the focus may be drawn anew
    reply.locator("button.trend").first.wait_for()

    def focused() -> str:
        return str(page.evaluate("document.activeElement.className + ' ' + document.activeElement.id"))

    reply.locator("button.chip").first.focus()
    seen = []
    while "trend" not in (seen or [""])[-1] and len(seen) < 20:
        page.keyboard.press("Tab")
        seen.append(focused())
    order = [
        name for name in ("mark", "copy", "again", "good", "bad", "trend") if any(name in one for one in seen)
    ]
    assert order == ["mark", "copy", "again", "good", "bad", "trend"], seen
    reply.locator("button.mark").first.focus()
    page.keyboard.press("Enter")
    page.locator("#reader mark.shown").wait_for()
    page.keyboard.press("Escape")
    page.locator("#reader .reading").wait_for(state="detached")
    page.locator("#talks .list").focus()
    page.keyboard.press("Enter")
    page.locator("#talks ul").wait_for()
    page.keyboard.press("Escape")
    page.locator("#talks ul").wait_for(state="hidden")
    # Whatever can be pressed has a name for a screen reader.
    nameless = page.evaluate(
        "[...document.querySelectorAll(':is(#chat-page, #top) :is(button, textarea)')]"
        ".filter(element => element.checkVisibility() && !(element.innerText || element.ariaLabel "
        "|| element.title || element.labels?.length)).map(element => element.outerHTML)"
    )
    assert nameless == []
    assert not visitor.errors


def test_the_first_paint_imports_no_model(sample_store: Path) -> None:
    """The page, its settings, its examples and an answer from facts: none of it needs torch or Chroma."""
    code = (
        "import sys; from pages.desk import Desk; from pages.about import told; from pathlib import Path\n"
        "desk = Desk(Path(sys.argv[1])); desk.overview(); desk.examples(); told(desk)\n"
        "print(desk.ask('2023年卫东区新增就业多少')['text'])\n"
        "print([name for name in ('torch', 'chromadb', 'openai') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(sample_store)],
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    answer, loaded = done.stdout.strip().splitlines()
    assert "9796人" in answer
    assert loaded == "[]"
