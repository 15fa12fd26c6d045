"""The assistant's records as messages, and that no markup of a text is left in them."""

from __future__ import annotations

import re

import pytest

from assistant.records import Answer, Citation, Query
from pages.messages import Turn, marked, plain


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "![](http://192.0.2.1/x.png)",
        "[看](javascript:alert(1))",
        "https://192.0.2.1 www.example.com a@example.com",
        "`code` $x$ &lt; \\<b\\>",
        "甲\u202e乙\u200b丙",
    ],
)
def test_no_markup_is_left_of_a_text(hostile: str) -> None:
    assert not re.search(r"[<>\[\]!`$\\@\u200b\u202e]|://|www\.", plain(hostile) + marked(hostile))


def test_marks_are_buttons_and_tables_stay() -> None:
    table = marked("| 年 | 数 |\n|---|---:|\n| 2023 | 5人[12] |")
    assert '<button type="button" class="mark" value="12"' in table
    assert "|---|---:|" in table


def test_a_stopped_turn_keeps_what_was_said() -> None:
    turn = Turn("问", text="说了一半").stopped()
    assert "说了一半" in turn.messages()[1]["content"]
    assert "已停止" in turn.messages()[1]["content"]
    finished = Turn("问").answered(Answer("完", True, "facts"))
    assert finished.stopped() is finished


def test_an_unchecked_answer_does_not_wear_the_badge() -> None:
    citation = Citation(1, "r", "甲.pdf", "", "甲县", None, (), "一\n二", 0, 3, page=7)
    query = Query("问", places=("甲县",), period="2016-2020", nature="both", notes=("按最新的报告作答。",))
    answer = Answer(
        "约5人[1]", True, "llm", (citation,), query, "端点没有回应。", verified=False, elapsed_ms=2500
    )
    content = Turn("问").answered(answer).messages()[1]["content"]
    assert "数字已核对" not in content
    assert "数字未能逐一核对" in content
    for part in ("实绩与目标", "按最新的报告作答。", "端点没有回应。", "2.5 秒", "第 7 页", "一二"):
        assert part in content


def test_a_sentence_after_a_list_is_no_part_of_its_last_item() -> None:
    assert marked("- 甲县165亿元\n- 乙县121亿元\n甲县比乙县多44亿元。") == (
        "- 甲县165亿元\n- 乙县121亿元\n\n甲县比乙县多44亿元。"
    )
    assert marked("1. 甲\n2. 乙\n   续\n\n丙") == "1. 甲\n2. 乙\n   续\n\n丙"
    assert marked("甲\n乙") == "甲\n乙"
