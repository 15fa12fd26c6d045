"""Figures side by side: ratios, differences that the report tells, pairs of years, places and natures."""

import pytest
from towns import COUNTIES, assistant_over, check


@pytest.fixture(scope="module")
def towns(tmp_path_factory):
    """The assistant over two counties' reports."""
    with assistant_over(tmp_path_factory.mktemp("asks"), COUNTIES) as opened:
        yield opened


# --- side by side: ratios, told differences, pairs


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "临禾县2023年GDP是东坪县的几倍",
            "临禾县2023年是东坪县2023年的2倍（160.5÷80.25≈2）",
        ),
        ("东坪县2023年粮食产量是临禾县的几倍", "0.5倍（12.5÷25≈0.5）"),
        ("临禾县2023年粮食产量是2022年的多少倍", "1.25倍（25÷20≈1.25）"),
        ("临禾县2023年新增就业是东坪县的几倍", "2.2倍（3300÷1500≈2.2）"),
    ],
)
def test_a_ratio_shows_its_division(towns, question, said):
    answer = towns.ask(question)
    assert answer.answered
    assert answer.verified
    assert said in answer.text
    assert "−" not in answer.text
    assert len(answer.citations) == 2


def test_no_ratio_of_half_the_figures(towns):
    answer = towns.ask("临禾县2022年GDP是东坪县的几倍")
    assert not answer.answered
    assert "东坪县2022年" in answer.text
    assert "÷" not in answer.text


def test_a_difference_that_the_report_tells_stands_beside_its_figure(towns):
    answer = towns.ask("临禾县2023年空气优良天数比2019年多了几天")
    check(answer, "305天", "27天")
    assert "比2019年增加27天" in answer.text
    assert "＝" not in answer.text


def test_a_difference_of_two_reports_is_computed_and_not_the_told_one(towns):
    answer = towns.ask("临禾县2023年空气优良天数比2022年多了几天")
    check(answer, "305天", "291天")
    assert "多14天（305−291＝14）" in answer.text
    assert "27天" not in answer.text


@pytest.mark.parametrize(
    "question",
    ["临禾县2024年GDP增长目标和2023年实际增速", "临禾县2023年实际GDP增速和2024年目标"],
)
def test_each_year_has_its_own_nature(towns, question):
    answer = towns.ask(question)
    check(answer, "6.5%", "7%")
    (target,) = [line for line in answer.text.splitlines() if "6.5%" in line]
    (result,) = [line for line in answer.text.splitlines() if "7%" in line]
    assert target.startswith("- 临禾县2024年目标")
    assert result.startswith("- 临禾县2023年")


def test_each_place_has_its_own_year(towns):
    answer = towns.ask("临禾县2022年GDP和东坪县2023年GDP")
    check(answer, "150亿元", "80.25亿元")
    assert len(answer.text.splitlines()) == 2
    assert "160.5" not in answer.text


def test_a_target_held_against_its_own_years_result(towns):
    answer = towns.ask("临禾县2023年GDP增长目标完成了吗")
    check(answer, "6%以上")
    assert "目标6%以上，实际7%，完成目标" in answer.text
    assert {c.source for c in answer.citations} == {"临禾县2023.txt", "临禾县2024.txt"}
