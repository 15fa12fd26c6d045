"""Chinese numerals, thousands separators, and units brought to their base."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.numerals import arabic_value, chinese_value, normalise


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("零", 0),
        ("〇", 0),
        ("两", 2),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("百", 100),
        ("三百二十", 320),
        ("两千零五", 2005),
        ("两千零五十", 2050),
        ("一万", 10_000),
        ("十万", 100_000),
        ("三万二千", 32_000),
        ("三亿五千万", 350_000_000),
        ("五点二", 5.2),
        ("五十二点三", 52.3),
    ],
)
def test_a_chinese_numeral_has_its_value(numeral, value):
    assert chinese_value(numeral) == value


@pytest.mark.parametrize(
    "text",
    ["", "abc", "百百", "点", "人", "三亿二", "零十零", "十十一", "一百二十0", "一十零", "三百" * 4000],
)
def test_what_is_no_numeral_has_none(text):
    assert chinese_value(text) is None


@pytest.mark.parametrize(
    ("number", "value"), [("9796", 9796), ("12,345.6", 12345.6), ("1，234，567", 1234567), ("0.88", 0.88)]
)
def test_separators_of_thousands_are_read(number, value):
    assert arabic_value(number) == value


@pytest.mark.parametrize(
    ("value", "multiplier", "unit", "normal"),
    [
        (0.88, "万", "人", (8800.0, "人")),
        (165, "亿", "元", (16_500_000_000.0, "元")),
        (1.2, "万亿", "元", (1_200_000_000_000.0, "元")),
        (3140, "万", "美元", (31_400_000.0, "美元")),
        (86, "", "公里", (86_000.0, "米")),
        (25, "万", "立方米", (250_000.0, "立方米")),
        (1.59, "万", "平方米", (15_900.0, "平方米")),
        (3, "", "公顷", (30_000.0, "平方米")),
        (15, "", "亩", (10_000.0, "平方米")),
        (2, "万", "吨", (20_000_000.0, "公斤")),
        (100, "", "斤", (50.0, "公斤")),
        (1.2, "", "个百分点", (1.2, "百分点")),
        (7.5, "", "%", (7.5, "%")),
        (3, "", "成", (30.0, "%")),
        (12, "万", "名", (120_000.0, "人")),
        (62, "", "件", (62.0, "件")),
    ],
)
def test_a_value_is_brought_to_its_base_unit(value, multiplier, unit, normal):
    assert normalise(value, multiplier, unit) == normal


def test_one_amount_in_two_units_is_one_normal_value():
    assert normalise(0.88, "万", "人") == normalise(8800, "", "人")
    assert normalise(1, "亿", "元") == normalise(10000, "万", "元")
    assert normalise(1, "", "公里") == normalise(1000, "", "米")


def test_points_are_not_percentages():
    assert normalise(1.2, "", "个百分点")[1] != normalise(1.2, "", "%")[1]


@given(st.integers(1, 99_999_999))
def test_every_number_comes_back_from_its_numeral(number):
    from cn2an import an2cn

    assert chinese_value(an2cn(number)) == number


@given(st.text("零〇一二两三四五六七八九十百千万亿点0", max_size=30))
def test_no_run_of_numerals_raises(text):
    value = chinese_value(text)
    assert value is None or value >= 0
