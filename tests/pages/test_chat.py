"""The chat as a reader uses it: asking, following up, stopping, a store that is not there."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser import QUESTION, ROOT, Visitor, served, squeezed


@pytest.mark.browser
def test_the_answer_is_cited_to_a_run_of_the_report(
    visit: Callable[..., Visitor], sample_store: Path
) -> None:
    visitor = visit()
    reply = visitor.ask(QUESTION)
    assert "9796人" in reply.inner_text()
    assert reply.locator(".checked").inner_text() == "✓ 数字已核对"
    chips = reply.locator(".chip").all_inner_texts()
    assert "2023年" in chips
    assert any("卫东区" in chip for chip in chips)

    fold = reply.locator("details.source.n1")
    assert fold.locator("blockquote").is_hidden()
    fold.locator("summary").click()
    fold.locator("blockquote").wait_for()
    where = fold.locator("dl").inner_text()
    assert "民生" in where
    assert "2024 年" in where
    assert "卫东区2024.md" in where

    from vectorstore import Store

    quote = squeezed(fold.locator("blockquote").inner_text())
    with Store.open(sample_store) as store:
        texts = [squeezed(store.report(entry.id).text) for entry in store.entries()]
    assert "9796人" in quote
    assert any(quote in text for text in texts)
    assert not visitor.errors


@pytest.mark.browser
def test_a_follow_up_inherits_and_a_clear_forgets(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.ask("2023年卫东区地区生产总值是多少")
    reply = visitor.ask("山城区呢")
    assert "121.3" in reply.inner_text()
    visitor.page.click("#clear")
    visitor.page.locator("#chat .example").first.wait_for()
    assert visitor.page.locator("#chat .bot-row").count() == 0
    assert "121.3" not in visitor.ask("山城区呢").inner_text()


@pytest.mark.browser
def test_a_suggestion_asks_and_an_assumption_is_told_once(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.ask("2023年卫东区地区生产总值是多少")
    options = visitor.page.locator("#chat .option")
    options.first.wait_for()
    assert 1 <= options.count() <= 3
    suggestion = options.first.inner_text()
    options.first.click()
    visitor.reply(1)
    assert visitor.page.locator("#chat .user-row").nth(1).inner_text().strip() == suggestion
    asides = visit().ask("卫东区一般公共预算收入是多少").locator(".aside").all_inner_texts()
    assert len([aside for aside in asides if aside.startswith("没有写年份")]) == 1


@pytest.mark.browser
def test_what_is_not_in_the_reports_is_refused_plainly(visit: Callable[..., Visitor]) -> None:
    reply = visit().ask("2023年朝阳区新增就业多少")
    assert reply.locator(".lost").inner_text() == "没有找到依据"
    assert "朝阳区" in reply.inner_text()
    assert reply.locator(".checked").count() == 0


@pytest.mark.browser
def test_the_head_tells_what_is_there_and_the_examples_are_answered(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.page.locator("#overview p").wait_for()
    overview = visitor.page.locator("#overview").inner_text()
    assert "库中有 5 份报告" in overview
    assert "卫东区" in overview
    assert "2018—2024 年" in overview
    examples = visitor.page.locator("#chat .example")
    examples.nth(2).wait_for()
    examples.first.click()
    assert visitor.reply(0).locator(".checked").is_visible()


@pytest.mark.browser
@pytest.mark.parametrize("question", ["   ", "问" * 10_000])
def test_a_question_of_no_or_too_many_characters_gets_one_sentence(
    visit: Callable[..., Visitor], question: str
) -> None:
    visitor = visit()
    visitor.page.fill("#question textarea", question)
    visitor.page.click("#send")
    hint = visitor.page.locator("#hint p")
    hint.wait_for()
    assert re.fullmatch(r"[^。]*[一-鿿][^。]*。", hint.inner_text())
    assert visitor.page.locator("#chat .bot-row").count() == 0
    assert visitor.page.input_value("#question textarea") == question


@pytest.mark.browser
def test_two_visitors_do_not_see_each_other(visit: Callable[..., Visitor]) -> None:
    first, second = visit(), visit()
    first.ask("2023年卫东区地区生产总值是多少")
    assert second.page.locator("#chat .bot-row").count() == 0
    second.ask("2023年山城区一般公共预算收入是多少")
    assert "山城区" in first.ask("那山城区呢").inner_text()
    assert "8.86" not in first.page.locator("#chat").inner_text()


@pytest.mark.browser
def test_without_a_store_the_page_says_what_to_run(
    visit: Callable[..., Visitor], tmp_path: Path, sample_store: Path
) -> None:
    store = tmp_path / "later"
    with served(store) as url:
        visitor = visit(url)
        visitor.page.locator("#overview .lost").wait_for()
        assert "ingest.py" in visitor.page.locator("#overview").inner_text()
        visitor.page.fill("#question textarea", QUESTION)
        visitor.page.press("#question textarea", "Enter")
        visitor.page.locator("#hint p").wait_for()
        assert "ingest.py" in visitor.page.locator("#hint p").inner_text()
        shutil.copytree(sample_store, store)
        visitor.page.reload()
        visitor.page.locator("#chat .example").first.wait_for()
        assert "9796人" in visitor.ask(QUESTION).inner_text()


@pytest.mark.browser
def test_a_slow_answer_can_be_stopped_and_a_dead_endpoint_is_told(
    visit: Callable[..., Visitor], sample_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(ROOT / "tests" / "assistant")
    from llm_server import Reply, serving

    with serving() as endpoint:
        endpoint.say(Reply("卫东区2023年城镇新增就业9796人[1]。", before=20))
        with served(sample_store, LLM_MODEL="m", LLM_BASE_URL=endpoint.url, LLM_API_KEY="k") as url:
            visitor = visit(url)
            visitor.page.fill("#question textarea", "卫东区的民生工作做了哪些事")
            visitor.page.press("#question textarea", "Enter")
            visitor.page.click("#stop")
            visitor.page.get_by_text("（已停止）").wait_for()
            visitor.page.wait_for_selector("#send")
            endpoint.say(Reply(status=401))
            reply = visitor.ask(QUESTION)
            assert "9796人" in reply.inner_text()
            assert "LLM_API_KEY" in reply.locator(".aside").last.inner_text()
            # A stop may come before the first call has begun.
            assert 1 <= len(endpoint.requests) <= 2, "the examples of the empty page cost no call"


@pytest.mark.browser
def test_a_question_during_an_answer_waits_in_its_box_and_clearing_ends_the_answer(
    visit: Callable[..., Visitor], sample_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(ROOT / "tests" / "assistant")
    from llm_server import Reply, serving

    with serving() as endpoint:
        endpoint.say(Reply("卫东区2023年城镇新增就业9796人[1]。", before=60))
        with served(sample_store, LLM_MODEL="m", LLM_BASE_URL=endpoint.url, LLM_API_KEY="k") as url:
            visitor = visit(url)
            box = visitor.page.locator("#question textarea")
            box.fill("卫东区的民生工作做了哪些事")
            box.press("Enter")
            visitor.page.wait_for_selector("#stop")
            box.fill(QUESTION)
            box.press("Enter")
            visitor.page.get_by_text("上一问还在回答").wait_for()
            assert box.input_value() == QUESTION
            visitor.page.click("#clear")
            visitor.page.wait_for_selector("#send")
            visitor.page.locator("#chat .example").first.wait_for()
            assert visitor.page.locator("#chat .bot-row").count() == 0
