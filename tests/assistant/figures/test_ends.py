"""Where a figure came from and where it went to is told by the sentence that tells both."""

import pytest
from towns import assistant_over, written

from assistant.records import PARTLY

QINGYAN = written(
    "五年来，竹农人均收入和茶商人均收入分别达到2253元和6280元，平均每年实际增长4.7%和5.7%。"
    "索道建设成网，通车里程从136公里增加到350公里，九成的村寨十分钟内坐上索道。茶农人均负担由上年77元降至42元。"
    "茶校生均拨款由7000元增加到1.2万元。\n\n茶园面积由2007年的162万亩增加到227万亩。竹编产量达到41万件。"
    "一二线护林员补助从年人均1700元、1500元提高到6000元、5400元。"
    "茶农人均收入比2007年翻一番，由居全国第12位上升为第10位。",
    "新增索道57公里。",
    place="青岩县",
    year=2013,
)


@pytest.fixture(scope="module")
def qingyan(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("ends"), (QINGYAN,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("从2007年到2012年，青岩县的索道由多少公里修到了多少公里？", ["136公里", "350公里"]),
        ("青岩县2012年茶农负担从每人多少钱降到了多少钱？", ["77元", "42元"]),
        ("2012年青岩县茶校的生均拨款，从什么标准提到了什么标准？", ["7000元", "1.2万元"]),
        ("青岩县茶园面积由2007年的多少万亩扩大到2012年的多少万亩？", ["162万亩", "227万亩"]),
        ("青岩县2012年茶园面积由五年前的多少万亩扩大到多少万亩？", ["162万亩", "227万亩"]),
        ("青岩县茶农人均收入在全国排第几？我想知道2007年和2012年相比名次是怎么变的", ["第12位", "第10位"]),
    ],
)
def test_both_ends_of_a_change_are_told(qingyan, question, shown):
    """Whatever the ends are called, of whatever unit: both are told, and no plan is."""
    answer = qingyan.ask(question)
    assert answer.answered, answer.text
    assert all(figure in answer.text for figure in shown), answer.text


def test_what_a_figure_came_from_is_of_the_year_that_is_asked_for(qingyan):
    """从2009年到2012年 is not told by 由2007年的162万亩增加到227万亩."""
    assert "162万亩" not in qingyan.ask("青岩县茶园面积从2009年到2012年由多少万亩扩大到多少万亩？").text


def test_one_end_alone_is_told_as_a_part(qingyan):
    """The report does not tell what the figure came from."""
    answer = qingyan.ask("青岩县2012年竹编产量从多少万件提高到多少万件？")
    assert not answer.answered
    assert answer.text.startswith(PARTLY)
    assert "41万件" in answer.text


def test_of_two_grades_each_came_to_its_own_figure(qingyan):
    """一二线护林员补助从…1700元、1500元提高到6000元、5400元, and a follow-up for the other one."""
    first = "青岩县这五年一线护林员每年的补助涨到了多少？"
    assert "6000元" in qingyan.ask(first).text
    second = qingyan.ask("二线的呢？", history=[(first, qingyan.ask(first).text)])
    assert second.answered, second.text
    assert "5400元" in second.text
    assert "6000元" not in second.text


def test_each_grows_is_asked_of_the_two_that_were_asked_for(qingyan):
    """这五年平均下来，每年各涨多少 after one question for each."""
    asked = ["青岩县2012年竹农人均收入是多少？", "茶商人均收入呢？"]
    said: list[tuple[str, str]] = []
    for question in asked:
        said.append((question, qingyan.ask(question, history=list(said)).text))
    answer = qingyan.ask("这五年平均下来，扣掉物价实际每年各涨多少？", history=said)
    assert answer.answered, answer.text
    assert "4.7%" in answer.text
    assert "5.7%" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "青岩县2012年竹编化率从多少提高到多少？",
        "青岩县2012年茶叶结构比例从多少调整为多少？",
    ],
)
def test_no_sentence_on_something_else_tells_a_change(qingyan, question):
    """Neither end of it is told by what is near."""
    assert not qingyan.ask(question).answered
