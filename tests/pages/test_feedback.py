"""Verdicts on answers: given in the page, kept beside the store, exported as questions."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.records import Answer
from pages.feedback import BAD, GOOD, gold_rows, keep
from pages.messages import Turn
from tests.browser import QUESTION, ROOT, Visitor, served


@pytest.mark.browser
def test_an_answer_is_judged_copied_and_asked_again(
    visit: Callable[..., Visitor], tmp_path: Path, sample_store: Path
) -> None:
    from evaluate import load_gold

    store = tmp_path / "store"
    shutil.copytree(sample_store, store)
    with served(store) as url:
        visitor = visit(url, permissions=["clipboard-read", "clipboard-write"])
        hint = visitor.page.locator("#hint")
        reply = visitor.ask(QUESTION)
        reply.locator(".act.copy").click()
        reply.get_by_text("已复制").wait_for()
        copied = visitor.page.evaluate("navigator.clipboard.readText()")
        assert "9796人[1]" in copied
        assert "\n" not in copied
        reply.locator(".act.good").click()
        hint.get_by_text("已记下").wait_for()
        reply.locator(".act.again").click()
        visitor.page.locator("#chat .act.good:not(.on)").wait_for()
        assert visitor.page.locator("#chat .bot-row").count() == 1

        second = visitor.ask("山城区呢")
        assert visitor.page.locator("#chat .act.again >> visible=true").count() == 1
        second.locator(".act.bad").click()
        visitor.page.get_by_text("答非所问").click()
        visitor.page.get_by_placeholder("补充说明").fill("要的是目标")
        visitor.page.get_by_text("提交").click()
        visitor.page.locator("#why").wait_for(state="hidden")
        assert not visitor.errors
    rows = [json.loads(line) for line in (store / "feedback.jsonl").read_text("utf-8").splitlines()]
    assert [row["verdict"] for row in rows] == ["有用", "不满意", "不满意"]
    assert rows[2]["reason"] == "答非所问：要的是目标"
    assert rows[2]["id"] == rows[1]["id"]
    assert rows[2]["history"][0][0] == QUESTION

    gold = tmp_path / "gold.jsonl"
    command = [sys.executable, "ui.py", "--store", str(store), "--export-feedback", str(gold)]
    subprocess.run(command, cwd=ROOT, check=True, timeout=60)
    questions = load_gold([gold])
    assert [(question.q, question.must) for question in questions] == [(QUESTION, [["9796"]])]


def test_a_verdict_that_cannot_be_kept_is_told(tmp_path: Path) -> None:
    turns = (Turn("问").answered(Answer("完", True, "facts")), Turn("又问"))
    assert "不能写入" in keep(tmp_path / "none", turns, 0, GOOD)
    assert "答完" in keep(tmp_path, turns, 1, GOOD)
    assert gold_rows(tmp_path) == []


def test_the_last_verdict_on_an_answer_holds(tmp_path: Path) -> None:
    liked = Turn("2023年甲县新增就业多少").answered(Answer("5人[1]", True, "facts"))
    refused = Turn("乙县呢").answered(Answer("库中没有乙县的报告。", False, "facts"))
    keep(tmp_path, (liked, refused), 0, GOOD)
    keep(tmp_path, (liked, refused), 1, GOOD)
    rows = gold_rows(tmp_path)
    assert [row["must"] for row in rows] == [[["5"]], []]
    assert [row["kind"] for row in rows] == ["value", "unanswerable"]
    assert rows[1]["history"] == ["2023年甲县新增就业多少"]
    keep(tmp_path, (liked, refused), 0, BAD, "数字不对：是6人")
    wrong, _ = gold_rows(tmp_path)
    assert (wrong["must"], wrong["forbid"], wrong["answerable"]) == ([], ["5"], True)
    keep(tmp_path, (liked, refused), 1, BAD, "该有的没找到")
    assert [row["answerable"] for row in gold_rows(tmp_path)] == [True, True]
    keep(tmp_path, (liked, refused), 0, BAD, "出处不对")
    assert [row["q"] for row in gold_rows(tmp_path)] == ["乙县呢"], "a person must look at the other"


def test_what_was_disliked_is_judged_by_the_rules_of_the_questions(tmp_path: Path) -> None:
    from assistant.scoring import judge
    from evaluate import load_gold

    given = Answer("5人[1]", True, "facts")
    keep(tmp_path, (Turn("2023年甲县新增就业多少").answered(given),), 0, BAD, "数字不对")
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps(gold_rows(tmp_path)[0], ensure_ascii=False), encoding="utf-8")
    (question,) = load_gold([file])
    assert judge(question, given, 1.0).verdict == "wrong"
    assert judge(question, Answer("6人[1]", True, "facts"), 1.0).verdict == "right"


def test_half_a_line_is_passed_over_and_the_next_verdict_begins_a_line(tmp_path: Path) -> None:
    turns = (Turn("2023年甲县新增就业多少").answered(Answer("5人[1]", True, "facts")),)
    keep(tmp_path, turns, 0, GOOD)
    file = tmp_path / "feedback.jsonl"
    whole = file.read_bytes()
    # Cut in the middle of a character, as a full disk does.
    file.write_bytes(whole + whole[: whole.index("甲".encode()) + 1])
    assert [row["must"] for row in gold_rows(tmp_path)] == [[["5"]]]
    keep(tmp_path, (Turn("乙县呢").answered(Answer("6人[1]", True, "facts")),), 0, GOOD)
    assert [row["must"] for row in gold_rows(tmp_path)] == [[["5"]], [["6"]]]


def test_what_a_browser_had_kept_is_not_exported(tmp_path: Path) -> None:
    turns = (Turn("2023年甲县新增就业多少").answered(Answer("5人[1]", True, "facts")),)
    assert "已记下" in keep(tmp_path, turns, 0, GOOD, own=False)
    assert gold_rows(tmp_path) == []
