"""Which years a time expression means, and what a section's heads say of the years below them."""

import pytest

from reports.periods import RESULT, TARGET, Frame, base_frame
from reports.text import fold
from reports.times import find_times

YEAR = 2024  # the report's


def times(text, *, review=True):
    """(first, last, part) of the time expressions of a text in a report of 2024."""
    return [(m.first, m.last, m.part) for m in find_times(fold(text), YEAR, review=review)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023年，", 2023, 2023),
        ("截至2023年底，", 2023, 2023),
        ("2023年末，", 2023, 2023),
        ("自2020年以来，", 2020, 2023),
        ("2016—2020年，", 2016, 2020),
        ("2016年至2020年，", 2016, 2020),
        ("去年，", 2023, 2023),
        ("一年来，", 2023, 2023),
        ("今年，", 2024, 2024),
        ("年内建成", 2023, 2023),
        ("明年，", 2025, 2025),
        ("五年来，", 2019, 2023),
        ("在这十年中，", 2014, 2023),
        ("在过去三年里，", 2021, 2023),
        ("增加到了2022年的", 2022, 2022),
        ("8年来，", 2016, 2023),
        ("过去五年，", 2019, 2023),
        ("近三年，", 2021, 2023),
        ("十年间，", 2014, 2023),
        ("本届政府任期内，", 2019, 2023),
        ("今后五年，", 2024, 2028),
        ("未来三年，", 2024, 2026),
        ("到2035年，", 2035, 2035),
        ("“十三五”期间，", 2016, 2020),
        ("在“十三五”期间，", 2016, 2020),
        ("十四五时期，", 2021, 2025),
        ("“十四五”末，", 2025, 2025),
        ("“十五”期间，", 2001, 2005),
        ("“十二五”，", 2011, 2015),
        ("“十五五”，", 2026, 2030),
        ("“十三五”头两年，", 2016, 2017),
        ("“十三五”前三年，", 2016, 2018),
        ("二〇二一年，", 2021, 2021),
        ("二○一九年至二○二二年，", 2019, 2022),
        ("一九九八年，", 1998, 1998),
    ],
)
def test_a_time_expression_means_its_years(text, first, last):
    assert times(text) == [(first, last, "")]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("2021年上半年，", "上半年"),
        ("2024年一季度，", "一季度"),
        ("去年前三季度，", "前三季度"),
        ("今年上半年，", "上半年"),
        ("上半年，", "上半年"),
    ],
)
def test_a_part_of_a_year_is_kept(text, part):
    assert [t[2] for t in times(text)] == [part]


def test_parts_of_the_year_that_are_listed_are_no_time_of_their_own():
    assert times("一季度、上半年和全年分别增长5%、6%、7%") == []


def test_the_whole_year_is_the_one_reviewed_or_the_one_planned():
    assert times("全年完成投资") == [(2023, 2023, "")]
    assert times("全年完成投资", review=False) == [(2024, 2024, "")]


@pytest.mark.parametrize(
    "text", ["增长，比上年多", "较去年同期", "与2019年相比", "比2019年增加", "新增就业", "上世纪90年代"]
)
def test_a_comparison_says_nothing_of_when(text):
    assert times(text) == []


@pytest.mark.parametrize(
    ("path", "first", "last", "nature"),
    [
        (("一、2023年工作回顾",), 2023, 2023, RESULT),
        (("一、工作回顾", "（一）民生福祉", "1.就业"), 2023, 2023, RESULT),
        (("一年来的工作",), 2023, 2023, RESULT),
        (("过去五年工作回顾",), 2019, 2023, RESULT),
        (("第一部分 过去五年的工作", "2023年工作"), 2023, 2023, RESULT),
        (("“十三五”发展成就",), 2016, 2020, RESULT),
        (("二、2024年重点工作",), 2024, 2024, TARGET),
        (("2024年预期目标",), 2024, 2024, TARGET),
        (("今年工作总体要求",), 2024, 2024, TARGET),
        (("今后五年的目标任务",), 2024, 2028, TARGET),
        (("今后五年的目标任务", "2024年工作安排"), 2024, 2024, TARGET),
        (("“十四五”时期主要目标",), 2021, 2025, TARGET),
        (("三、政府自身建设",), 2024, 2024, TARGET),
        (("民生福祉",), 2023, 2023, RESULT),
        ((), 2023, 2023, RESULT),
    ],
)
def test_the_heads_say_which_years_and_whether_done_or_planned(path, first, last, nature):
    default = Frame(YEAR - 1, YEAR - 1, RESULT)
    frame = base_frame(path, YEAR, default)
    assert (frame.first or frame.year, frame.year, frame.nature) == (first, last, nature)


def test_without_a_year_heads_still_tell_results_from_plans():
    default = Frame(None, None, RESULT)
    assert base_frame(("工作回顾",), None, default).nature == RESULT
    assert base_frame(("今年的工作安排",), None, default).nature == TARGET


def test_a_period_is_written_as_one_year_or_as_first_and_last():
    assert Frame(2023, 2023, RESULT).period == "2023"
    assert Frame(2023, None, RESULT).period == "2023"
    assert Frame(2023, 2019, RESULT).period == "2019-2023"
    assert Frame(None, None, RESULT).period == ""


@pytest.mark.parametrize(
    ("title", "base", "year", "nature"),
    [
        ("三、一鼓作气，推动“十五五”开好局、起好步", 2026, 2026, TARGET),
        ("一、攻坚克难，“十四五”实现良好开局", 2022, 2021, RESULT),
    ],
)
def test_a_head_that_speaks_of_a_periods_beginning_means_its_first_year(title, base, year, nature):
    frame = base_frame((title,), base, Frame(base - 1, base - 1, RESULT))
    assert (frame.first or frame.year, frame.year, frame.nature) == (year, year, nature)


@pytest.mark.parametrize("opening", ["值得一提的是，刚刚过去的", "应当看到，", "各位代表，"])
def test_a_word_before_it_leaves_a_time_to_govern_what_follows(opening):
    (first,) = find_times(fold(f"{opening}2023年，是很好的一年。"), YEAR, review=True)
    assert first.carries
