"""Periods and years of review in many wordings, and clauses behind a question that say of what or when."""

import pytest

from assistant.questions.in_full import in_full
from assistant.questions.places import PlaceIndex
from assistant.questions.understand import read_question
from assistant.questions.wordings.behind import put_in_place
from assistant.questions.wordings.times_said import times_said
from reports.records import Identity
from vectorstore.records import ReportEntry

PLACES = PlaceIndex(
    [ReportEntry("松原镇2024", "", Identity("望溪县", (), 2024), "txt", "text", 1, 1, 1, 100, "")]
)


@pytest.mark.parametrize(
    ("said", "span"),
    [
        ("望溪县上个五年规划期内竹编产值年均增长多少", (-5, -1)),
        ("五年任期下来，望溪县竹编产值是多少", (-5, -1)),
        ("五年一晃就过去了，望溪县竹编产值做到多少了", (-5, -1)),
        ("过去5年望溪县竹编产值一共多少", (-5, -1)),
        ("经过五年，望溪县竹编产值到了多少", (-5, -1)),
        ("这届政府五年，望溪县竹编产值年均增长多少", (-5, -1)),
        ("望溪县竹编产值的增速，不要单年的，要过去五年平均的", (-5, -1)),
        ("五年以后，望溪县竹编产值要达到多少", (0, 4)),
        ("下一个五年，望溪县竹编产值要做到多少", (0, 4)),
        ("望溪县未来五年规划里竹编产值目标是多少", (0, 4)),
        ("“十三五”收官之年，望溪县竹编产值是多少", (2020, 2020)),
        ("到十二五规划结束的时候望溪县竹编产值有多少", (2015, 2015)),
        ("望溪县的“十四五”蓝图里，竹编产值瞄准的是多少", (2021, 2025)),
        ("年均增长多少？我问的是望溪县的竹编产值，十四五的", (2021, 2025)),
        ("把十三五这五年加在一块儿，望溪县竹编产值是多少", (2016, 2020)),
    ],
)
def test_a_period_is_read_however_it_is_called(said, span):
    read = read_question(in_full(said, PLACES), PLACES)
    assert (read.span, read.content) == (span, "竹编产值")


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("报告回顾的那一年，竹编产值是多少", "去年，竹编产值是多少"),
        ("2024年之前的那一年，竹编产值是多少", "2023年，竹编产值是多少"),
        ("2024年政府工作报告回顾上一年时，竹编产值是多少", "2024年报告里去年，竹编产值是多少"),
        ("《政府工作报告》（2024年）里竹编产值是多少", "2024年政府工作报告里竹编产值是多少"),
        ("刚过去的那一年竹编产值是多少", "去年竹编产值是多少"),
        ("比过去一年增长多少", "比上年增长多少"),
        ("年底一盘点，竹编产值是多少", "竹编产值是多少"),
        ("年末常住人口是多少", "年末常住人口是多少"),
        ("到2015年的这五年里竹编产值增长多少", "到2015年的这五年里竹编产值增长多少"),
        ("十三五开局之年竹编产值是多少", "2016年竹编产值是多少"),
        ("谁在县人代会上作的报告", "谁在县人代会上作的报告"),
        ("五年后是五年前的几倍", "五年后是五年前的几倍"),
    ],
)
def test_a_year_is_read_however_it_is_called(said, plain):
    assert times_said(said) == plain


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("竹编产值以年均多大的幅度增长", "竹编产值年均增长多少"),
        ("竹编产值保持了多高的年均增速", "竹编产值年均增速多少"),
        ("2023年平均气温是多少", "2023年平均气温是多少"),
        ("竹编产值要怎么增长？我只要年均增速的目标值", "竹编产值的年均增速的目标值是多少"),
        ("竹编产值有没有个数", "竹编产值是多少"),
        ("竹编产值是多少，有没有确切的数", "竹编产值是多少"),
        ("竹编产值报告里写没写，写的多少", "竹编产值是多少"),
        ("竹编产值任务数是不是定了，多少亿元", "竹编产值任务是多少亿元"),
        ("同比增长情况如何？请给出具体增速", "同比增长是多少"),
        ("竹编产值增长快不快，具体多少", "竹编产值增长多少"),
        ("竹编产值达到何种水平", "竹编产值达到什么水平"),
        ("竹编产值应为多少", "竹编产值要达到多少"),
        ("竹编产值得有多少亿元", "竹编产值要达到多少亿元"),
        ("竹编产值取得有多少", "竹编产值取得有多少"),
        ("竹编产值有多少？2024年的报告里应该提过", "2024年报告里，竹编产值有多少"),
    ],
)
def test_what_stands_behind_is_put_where_it_is_read(said, plain):
    assert put_in_place(said) == plain


def test_the_place_of_the_asker_is_the_one_asked_about():
    asked = in_full("我是望溪县居民，想知道2023年咱们这儿的竹编产值是多少", PLACES)
    assert read_question(asked, PLACES).places == ("望溪县",)


@pytest.mark.parametrize(
    ("said", "full"),
    [
        ("望溪县今年（2022）的竹编产值目标比去年实际多多少", "望溪县2022年的竹编产值目标比2021年实际多多少"),
        ("去年（2021年）望溪县竹编产值多少，今年计划多少", "2021年望溪县竹编产值多少，2022年计划多少"),
        ("望溪县去年卖了多少竹编？（即2021年）", "望溪县2021年卖了多少竹编？"),
    ],
)
def test_a_year_in_brackets_says_which_year_the_others_count_from(said, full):
    assert times_said(said) == full


def test_the_years_in_brackets_are_those_of_the_period():
    read = read_question("望溪县提出今后五年（2006—2010）修多少公里栈道", PLACES)
    assert (read.span, read.years) == ((2006, 2010), ())
