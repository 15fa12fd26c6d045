"""A change asked for with both its ends is asked as 从多少…到多少, in the unit that is named."""

import pytest

from assistant.questions.wordings.from_to import both_ends


@pytest.mark.parametrize(
    ("asked", "plainly"),
    [
        ("索道由多少公里修到了多少公里？", "索道从多少公里修到多少公里？"),
        ("茶农负担从每人多少钱降到了多少钱", "茶农负担每人从多少钱降到多少钱"),
        ("补助从什么标准提到了什么标准？", "补助从多少提到多少？"),
        ("里程从2007年的多少公里增加到2012年的多少公里", "里程从2007年到2012年从多少公里增加到多少公里"),
        (
            "2015年茶叶收入由五年前的多少亿元增加到多少亿元",
            "从2010年到2015年茶叶收入从多少亿元增加到多少亿元",
        ),
        ("占比由上年的百分之几升到百分之几", "占比从百分之几升到百分之几"),
        ("排名从第几位升到了第几位", "排名从第几位升到第几位"),
        ("覆盖率从多少提高到多少，提高了几个百分点？", "覆盖率从多少提高到多少，提高了几个百分点？"),
        ("从2018年的多少增加到多少", "从2018年的多少增加到多少"),
        ("索道有多少公里，缆车有多少辆", "索道有多少公里，缆车有多少辆"),
    ],
)
def test_both_ends_are_asked_for_plainly(asked, plainly):
    """The unit, the years and whose each is stand outside of the two ends."""
    assert both_ends(asked) == plainly


def test_before_and_after_are_two_ends():
    """五年前后相差多少 asks what there was, and what there is."""
    plainly = "产值这五年从多少亿元变为多少亿元，相差多少亿元"
    assert both_ends("产值五年前后相差多少亿元") == plainly
