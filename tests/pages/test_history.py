"""Conversations kept in the browser: over a reload, side by side, renamed, deleted, and packed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.records import Answer, Citation, Query
from pages.history import MAX_CHARS, BadPast, packed, unpacked
from pages.messages import Turn
from pages.talk import Talk
from tests.browser import QUESTION, Visitor, served

CITATION = Citation(1, "r", "甲.pdf", "", "甲县", 2024, ("一", "二"), "新增5人", 0, 4, page=7)
ANSWER = Answer("5人[1]", True, "facts", (CITATION,), Query("问", places=("甲县",), years=(2023,)))


def test_a_conversation_is_the_same_after_it_was_kept() -> None:
    talk = Talk()
    talk.become("abc")
    turns = (Turn("2023年甲县新增就业多少").answered(ANSWER), Turn("那2022年呢", text="说了一半").stopped())
    talk.verdicts[turns[0].id] = "good"
    past = unpacked(packed(talk, (*turns, Turn("还在回答"))))
    assert past.id == "abc"
    assert past.turns == turns
    assert [turn.id for turn in past.turns] == [turn.id for turn in turns]
    assert past.verdicts == {turns[0].id: "good", turns[1].id: ""}


def test_of_a_long_conversation_the_last_questions_are_kept() -> None:
    turns = [Turn(f"第{n}问").answered(replace(ANSWER, text="数" * 1000)) for n in range(300)]
    text = packed(Talk(), turns)
    assert len(text) <= MAX_CHARS
    kept = unpacked(text).turns
    assert kept[-1].question == "第299问"
    assert 50 < len(kept) < 300


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[" * 5000,
        '{"id": "a", "turns": [], "verdicts": []}',
        '{"id": 5, "turns": [], "verdicts": {}}',
        json.dumps({"id": "a" * 100, "turns": [], "verdicts": {}}),
        '{"id": "a", "turns": [{"question": 5}], "verdicts": {}}',
        '{"id": "a", "turns": [{"question": "问", "answer": {"text": ""}}], "verdicts": {}}',
        "x" * (2 * MAX_CHARS + 1),
    ],
)
def test_what_is_no_conversation_is_not_opened(text: str) -> None:
    with pytest.raises(BadPast):
        unpacked(text)


def test_a_turn_that_was_being_written_comes_back_as_stopped() -> None:
    text = json.dumps({"id": "a", "turns": [{"question": "问", "text": "半"}], "verdicts": {}})
    assert unpacked(text).turns[0].state == "停止"


@pytest.fixture
def own_address(sample_store: Path, tmp_path: Path) -> Iterator[str]:
    shutil.copytree(sample_store, tmp_path / "store")
    with served(tmp_path / "store") as url:
        yield url


@pytest.mark.browser
def test_a_conversation_outlives_a_reload_and_its_citations_open(
    visit: Callable[..., Visitor], own_address: str
) -> None:
    visitor = visit(own_address, viewport={"width": 1280, "height": 800})
    page = visitor.page
    visitor.ask("2023年卫东区地区生产总值是多少").locator(".act.good").click()
    page.locator("#hint").get_by_text("已记下").wait_for()
    page.wait_for_function("Object.values(localStorage).some(text => text.includes('\"good\"'))")
    page.reload()
    reply = visitor.reply(0)
    assert reply.locator(".act.good").get_attribute("aria-pressed") == "true"
    reply.locator("button.mark").first.click()
    page.locator("#reader mark.shown").wait_for()
    follow = visitor.ask("山城区呢")
    assert "121.3" in follow.inner_text(), "the follow-up knows the question before the reload"
    assert page.locator("#chat .act.good.on").count() == 1, "a redraw keeps the verdict"
    assert not visitor.errors


@pytest.mark.browser
def test_conversations_are_listed_switched_renamed_and_deleted(visit: Callable[..., Visitor]) -> None:
    visitor = visit(viewport={"width": 360, "height": 740})
    page, talks = visitor.page, visitor.page.locator("#talks")
    visitor.ask(QUESTION)
    page.wait_for_function("localStorage.talks?.includes('新增就业')")
    talks.locator(".new").click()
    page.locator("#chat .example").first.wait_for()
    visitor.ask("2023年山城区地区生产总值是多少")
    page.wait_for_function("localStorage.talks?.includes('山城区')")
    talks.locator(".list").click()
    titles = talks.locator("li .open")
    assert titles.all_inner_texts() == ["2023年山城区地区生产总值是多少", QUESTION]
    assert visitor.wide() <= 0
    titles.nth(1).click()
    page.locator("#chat .bot-row", has_text="9796人").wait_for()
    assert page.locator("#chat .bot-row").count() == 1

    talks.locator(".list").click()
    talks.locator("li .rename").nth(1).click()
    talks.locator("li input").fill("<b>就业</b>")
    talks.locator("li input").press("Enter")
    talks.locator("li .open", has_text="<b>就业</b>").wait_for()
    assert talks.locator("b").count() == 0
    page.reload()
    visitor.reply(0)
    page.wait_for_function("document.querySelector('#talks .title').textContent === '<b>就业</b>'")
    other = visit()
    assert other.page.evaluate("localStorage.talks") is None, "another browser has none of it"

    talks.locator(".list").click()
    talks.locator("li .remove").nth(0).click()
    assert titles.count() == 1
    talks.locator("li .remove").nth(0).click()
    page.locator("#chat .example").first.wait_for()
    page.wait_for_function("Object.keys(localStorage).filter(key => key.startsWith('talk:')).length === 0")
    assert not visitor.errors


@pytest.mark.browser
def test_what_was_kept_wrongly_is_told_and_can_be_deleted(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = visitor.page
    page.evaluate(
        "localStorage.talks = JSON.stringify([{id: 'x', title: '坏', time: 0, chars: 9}]);"
        "localStorage['talk:x'] = '{\"id\": 1}'"
    )
    page.locator("#talks .list").click()
    page.locator("#talks li .open").click()
    page.locator("#hint").get_by_text("读不出来").wait_for()
    assert "9796人" in visitor.ask(QUESTION).inner_text()
    page.locator("#talks .list").click()
    page.locator("#talks li", has_text="坏").locator(".remove").click()
    page.wait_for_function("!localStorage['talk:x']")


@pytest.mark.browser
def test_the_oldest_conversations_make_room(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = visitor.page
    page.evaluate(
        "const one = n => ({id: `old${n}`, title: `旧${n}`, time: 0, chars: 9});"
        "const list = Array.from({length: 45}, (_, n) => one(n));"
        "list.forEach(one => localStorage.setItem(`talk:${one.id}`, '{}'));"
        "localStorage.talks = JSON.stringify(list)"
    )
    visitor.ask(QUESTION)
    page.wait_for_function("JSON.parse(localStorage.talks).length === 40")
    kept = page.evaluate("JSON.parse(localStorage.talks).map(one => one.title)")
    assert kept == [QUESTION, *(f"旧{n}" for n in range(39))]
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('talk:')).length") == 40


@pytest.mark.browser
def test_a_forged_conversation_stays_text(visit: Callable[..., Visitor]) -> None:
    evil = "<img src=x onerror=alert(1)>[看](javascript:alert(2))"
    cited = replace(
        CITATION, source=evil, title=evil, section=(evil,), quote=evil, report_id="../../etc/passwd"
    )
    turn = Turn(evil).answered(replace(ANSWER, text=evil + "[1]", citations=(cited,), notice=evil))
    visitor = visit()
    page = visitor.page
    page.evaluate(
        "text => { localStorage.talks = JSON.stringify([{id: 'x', title: text.title, time: 0, chars: 9}]);"
        "localStorage['talk:x'] = text.talk }",
        {"title": evil, "talk": packed(Talk(), [turn]).replace('"id": ""', '"id": "x"')},
    )
    page.locator("#talks .list").click()
    page.locator("#talks li .open").click()
    reply = visitor.reply(0)
    assert "<img src=x" in reply.inner_text()
    reply.locator("button.mark").first.click()
    page.locator("#reader .reading").wait_for()
    assert page.locator("#chat, #reader, #talks").locator("img, script, a").count() == 0
    assert visitor.errors == []
    assert visitor.strangers == []
