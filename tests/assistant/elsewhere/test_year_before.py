"""The year before, reckoned from this year's figure and what it rose or fell by."""

import pytest
from genre import written
from towns import assistant_over

HEATHFORD_2024 = written(
    "空气质量优良天数比率达88.5%、提高3.2个百分点。绿化率达41%，下降0.5个百分点。\n\n"
    "过去五年，城镇化率达到62%，提高6.5个百分点。地区生产总值500亿元，增长8%。",
    "空气质量优良天数比率保持在88%以上。",
    place="石楠市",
    year=2024,
)


@pytest.fixture(scope="module")
def heathford(tmp_path_factory):
    """The assistant over one city's report."""
    with assistant_over(tmp_path_factory.mktemp("before"), (HEATHFORD_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("石楠市2023年空气质量优良天数比率是多少？上一年是多少？", "85.3%（88.5−3.2＝85.3）"),
        ("石楠2023年空气质量优良天数比率是多少，前一年呢", "85.3%（88.5−3.2＝85.3）"),
        ("石楠2023年绿化率是多少，2022年是多少", "41.5%（41＋0.5＝41.5）"),
    ],
)
def test_the_year_before_is_reckoned(heathford, question, shown):
    answer = heathford.ask(question)
    assert answer.verified
    assert answer.answered
    assert shown in answer.text


@pytest.mark.parametrize(
    "question",
    ["石楠市2023年城镇化率是多少？上一年是多少？", "石楠市2023年地区生产总值是多少？上一年是多少？"],
)
def test_neither_from_a_change_of_several_years_nor_from_a_rate(heathford, question):
    text = heathford.ask(question).text
    assert "55.5" not in text
    assert "≈" not in text


def test_by_how_much_it_rose_needs_no_figure_of_the_year_before(heathford):
    text = heathford.ask("石楠市2023年空气质量优良天数比率是多少，比2022年提高了几个百分点").text
    assert "3.2个百分点" in text
    assert "85.3" not in text
