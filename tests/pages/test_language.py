"""English by a switch: the labels change, the answers stay, and the browser remembers."""

from __future__ import annotations

import ast
import json
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from pages.language import words
from tests.browser import QUESTION, ROOT, Visitor, served

NOT_SAID = {
    # questions, column heads of a file, names in the data
    *("7年777是多少？", "77呢", "77年", "7年", "年", "和", "是多少", "目标是多少", "实际完成多少", "回答中"),
    *("实绩出处", "实绩原句", "实绩数值", "目标出处", "目标原句", "目标数值"),
    # parts of what is told whole, and has English there
    *(
        "7 7 年",
        "7 年",
        "7 节 · 7 个数字7",
        "等 7 个地区",
        "txt、md、docx、pdf、图片、html、doc、wps",
        "7见7年7",
    ),
    *("《7》7：7，7 节，7 个数字。", "已重新读入", "已重新读入，内容没有变化", "查看出处 \\1"),
    *("7共 7 项任务7。点任务看通知原文，点名字看其全部任务。", "，先列前 7 项，请把条件写得更具体"),
    *("最多 7 个", "先选地区，最多 7 个", "库里有哪些年份7", "（报告最多的 7 个地区）"),
    *("另有 7 个数单位或口径不同，只列在表里。", "不是正常的 Word 文档，请用 Word 打开并另存后再试。"),
}
ANSWERS = ("refusals.py", "chain.py")
HAN = re.compile(r"[一-鿿]+")


def test_the_words_are_labels_of_the_pages() -> None:
    kept = json.loads((ROOT / "pages" / "english.json").read_text(encoding="utf-8"))
    sources = [
        file.read_text("utf-8") for kind in ("py", "js") for file in (ROOT / "pages").glob(f"*.{kind}")
    ]
    pages = "\n".join(sources).replace('"\n    "', "").replace("OCR", "OCR")
    pages += (ROOT / "reports" / "records.py").read_text("utf-8")  # kinds and measures
    lost = [word for word in kept["words"] if not all(part in pages for part in word.split("——"))]
    assert lost == [], "a label that no page has any more"
    assert not [
        word for word, english in kept["words"].items() if HAN.search(english) and "e.g." not in english
    ]
    for pattern, _ in kept["patterns"]:
        re.compile(pattern)


def literals(file: Path) -> Iterator[str]:
    """The texts of a module that are no docstrings, with 7 where an f-string is filled in."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    parts: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            parts.add(id(node.value))
        if isinstance(node, ast.JoinedStr):
            parts |= {id(part) for part in ast.walk(node)} - {id(node)}
            yield "".join(str(p.value) if isinstance(p, ast.Constant) else "7" for p in node.values)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
            yield node.value


def untold(texts: Iterable[str]) -> set[str]:
    """What of the texts, between their tags and in their spoken labels, has no English."""
    kept = json.loads(words())
    known = [re.compile(pattern) for pattern, _ in kept["patterns"]]

    def is_told(text: str) -> bool:
        if text in kept["words"] or any(pattern.fullmatch(text) for pattern in known):
            return True
        return " · " in text and all(is_told(part) or not HAN.search(part) for part in text.split(" · "))

    found = set()
    for text in texts:
        labels = re.findall(r'(?:aria-label|title|placeholder|data-label)="([^"]*)"', text)
        for piece in (*labels, *re.split(r"<[^>]*>|\n", text)):
            bare = piece.strip(" #·")
            if HAN.search(bare) and not is_told(bare):
                found.add(bare)
    return found


def test_whatever_the_pages_say_has_english() -> None:
    files = [file for file in (ROOT / "pages").glob("*.py") if file.name not in ("tools.py", "plot.py")]
    assert untold(text for file in files for text in literals(file)) - NOT_SAID == set()


def test_whatever_goes_wrong_has_english() -> None:
    """The sentences of the rooms' errors: each says what to do, so it has 请."""
    sentences = [
        text
        for room in ("reports", "reports/readers", "vectorstore", "assistant")
        for file in (ROOT / room).glob("*.py")
        for text in literals(file)
        if text.endswith("。") and "请" in text and file.name not in ANSWERS
    ]
    assert untold(sentences) - NOT_SAID == set()


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


@pytest.mark.browser
def test_what_goes_wrong_is_told_in_english(
    visit: Callable[..., Visitor], sample_store: Path, tmp_path: Path
) -> None:
    store = shutil.copytree(sample_store, tmp_path / "store")
    with served(store, LLM_MODEL="m", LLM_BASE_URL="http://127.0.0.1:9/v1", LLM_API_KEY="k") as url:
        visitor = visit(url)
        page = visitor.page
        page.evaluate("localStorage.setItem('language', 'en')")
        page.reload()
        page.wait_for_function("document.querySelector('#send')?.innerText === 'Send'")
        aside = visitor.ask(QUESTION).locator(".aside", has_text="cannot be reached")
        aside.wait_for()
        assert aside.inner_text().endswith("The built-in way answered this time.")
        page.fill("#question textarea", "问" * 3000)
        page.press("#question textarea", "Enter")
        page.locator("#hint").get_by_text("The question has 3000 characters").wait_for()
        page.get_by_role("tab", name="Reports").click()
        empty = tmp_path / "青山县2024.txt"
        empty.touch()
        page.set_input_files("#shelf-files", str(empty))
        page.locator("#shelf-page .files").get_by_text("is empty; please take a file with text").wait_for()
        assert not visitor.errors
