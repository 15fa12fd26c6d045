"""Places and years side by side, differences and sums that show themselves, targets against results."""

import re
from decimal import Decimal

import pytest
from towns import assistant_over, written

SUM = re.compile(r"（([\d.]+)([−＋])([\d.]+)＝([\d.]+)）")


def rows(answer):
    """The lines of a table, without its marks."""
    return [re.sub(r"\[\d+\]", "", line) for line in answer.text.splitlines() if line.startswith("- ")]


def check_cells(answer):
    """Every line of a table that holds a figure cites a quote that holds it too."""
    quotes = {c.number: re.sub(r"\s", "", c.quote) for c in answer.citations}
    for line in answer.text.splitlines():
        if line.startswith("- ") and "没有找到" not in line:
            (mark,) = re.findall(r"\[(\d+)\]", line)
            figure = re.findall(r"\d+(?:\.\d+)?", line.split("：", 1)[1].split("[")[0])[-1]
            assert figure in quotes[int(mark)]


@pytest.mark.parametrize(
    ("question", "cells"),
    [
        ("青山县和白水县2023年GDP分别是多少", [("青山县2023年", "195.8亿元"), ("白水县2023年", "88.5亿元")]),
        ("青山县2022年和2023年GDP", [("青山县2022年", "182.4亿元"), ("青山县2023年", "195.8亿元")]),
        (
            "2022、2023两年青山县GDP分别是多少",
            [("青山县2022年", "182.4亿元"), ("青山县2023年", "195.8亿元")],
        ),
        ("青山县2022、2023年GDP增速", [("青山县2022年", "5.5%"), ("青山县2023年", "6.2%")]),
        ("青山县和白水县2024年新增就业目标", [("青山县2024年", "0.46万人以上"), ("白水县2024年", "2100人")]),
        ("青山县2022到2023年新增就业变化", [("青山县2022年", "4120人"), ("青山县2023年", "4630人")]),
        ("青山县历年新增就业", [("青山县2022年", "4120人"), ("青山县2023年", "4630人")]),
    ],
)
def test_places_and_years_stand_in_a_table_with_every_cell_cited(bot, question, cells):
    answer = bot.ask(question)
    assert answer.answered
    lines = rows(answer)
    for label, figure in cells:
        assert any(line.startswith(f"- {label}") and figure in line for line in lines)
    check_cells(answer)


def test_a_cell_without_a_figure_says_so_and_is_not_filled_from_another(bot):
    answer = bot.ask("青山县和白水县2022年GDP各是多少")
    assert answer.answered
    assert "182.4亿元" in answer.text
    assert any("白水县2022年" in line and "没有找到" in line for line in rows(answer))
    assert "88.5" not in answer.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("青山县和白水县2023年GDP相差多少", "青山县2023年比白水县2023年多107.3亿元（195.8−88.5＝107.3）"),
        ("青山县2023年GDP比2022年多多少", "青山县2023年比青山县2022年多13.4亿元（195.8−182.4＝13.4）"),
        ("青山县2023年新增就业比2022年多多少", "多510人（4630−4120＝510）"),
        ("青山县2023年GDP增速比2022年高多少个百分点", "高0.7个百分点（6.2−5.5＝0.7）"),
        ("青山县2023年GDP增速和白水县相差多少", "白水县2023年比青山县2023年高0.9个百分点（7.1−6.2＝0.9）"),
        (
            "青山县和白水县2023年森林覆盖率哪个高",
            "比青山县2023年高16.3个百分点（61.5−45.2＝16.3）",
        ),
        ("青山县和白水县2024年新增就业目标相差多少", "0.25万人（0.46−0.21＝0.25）"),
        ("青山县和白水县2023年新增就业合计多少人", "合计6645人（4630＋2015＝6645）"),
    ],
)
def test_what_is_computed_shows_its_sum(bot, question, said):
    answer = bot.ask(question)
    assert answer.answered
    assert answer.verified
    assert said in answer.text
    check_cells(answer)
    for left, sign, right, result in SUM.findall(answer.text):
        other = Decimal(right) if sign == "＋" else -Decimal(right)
        assert Decimal(left) + other == Decimal(result)


def test_a_target_against_another_years_result(bot):
    answer = bot.ask("青山县2024年新增就业目标和2023年实际相比")
    assert answer.answered
    assert [("目标" in line, "4630人" in line) for line in rows(answer)] == [(True, False), (False, True)]
    assert "（0.463−0.46＝0.003）" in answer.text


def test_no_difference_is_computed_from_half_the_figures(bot):
    answer = bot.ask("青山县和白水县2022年GDP相差多少")
    assert not answer.answered
    assert "白水县2022年" in answer.text
    assert "＝" not in answer.text


@pytest.mark.parametrize(
    ("question", "target", "result", "met"),
    [
        ("青山县2023年新增就业目标完成了吗", "4500人以上", "4630人", True),
        ("青山县2023年GDP增长目标完成了吗", "6.5%以上", "6.2%", False),
        ("青山县2023年财政收入增长目标完成了吗", "5%", "7.3%", True),
        ("青山县2023年城镇登记失业率目标完成了吗", "4.5%以内", "3.8%", True),
        ("青山县2023年改造老旧小区多少户，完成目标了吗", "1200户", "1315户", True),
        ("青山县2023年新修农村公路多少公里，完成目标了吗", "80公里", "76公里", False),
    ],
)
def test_target_and_result_stand_together_with_the_verdict(bot, question, target, result, met):
    answer = bot.ask(question)
    assert answer.answered
    assert target in answer.text
    assert result in answer.text
    assert ("没有完成" in answer.text) != met
    assert "完成目标" in answer.text
    assert {c.source for c in answer.citations} == {"青山县2023.txt", "青山县2024.txt"}
    check_cells(answer)


def test_years_far_apart_are_compared(sample_bot):
    answer = sample_bot.ask("卫东区2017年新增就业和2023年相差多少")
    assert "多2326人（12122−9796＝2326）" in answer.text
    assert [c.source for c in answer.citations] == ["卫东区2018.html", "卫东区2024.md"]


def test_amounts_in_two_units_are_brought_to_one(sample_bot):
    answer = sample_bot.ask("卫东区和山城区2024年新增就业目标相差多少人")
    assert "0.88万人" in answer.text
    assert "3760人以上" in answer.text
    assert "（0.88−0.376＝0.504）" in answer.text


def test_a_growth_since_a_year_is_told_as_the_report_tells_it(tmp_path):
    told = written("2023年，全县农用水车比2018年增长四倍，水泵增长两倍。", place="青溪县", year=2024)
    with assistant_over(tmp_path, (told,)) as bot:
        answer = bot.ask("青溪县2023年农用水车比2018年增长几倍？")
        assert answer.answered
        assert "增长四倍" in answer.text
        assert not bot.ask("青溪县2023年农用水车比2016年增长几倍？").answered


def test_a_composition_is_no_number_to_subtract(tmp_path):
    told = [
        written("三次产业结构调整为18.3：44.6：37.1，城乡居民收入比为2.36：1。", place="青溪县", year=2023),
        written("三次产业结构调整为17.2：44.1：38.7，城乡居民收入比为2.31：1。", place="青溪县", year=2024),
    ]
    with assistant_over(tmp_path, told) as bot:
        structure = bot.ask("青溪县2022年和2023年三次产业结构相比有什么变化？")
        incomes = bot.ask("青溪县2022年和2023年城乡居民收入比相差多少？")
    assert "17.2：44.1：38.7" in structure.text
    assert "＝" not in structure.text
    assert "2.36−2.31＝0.05" in incomes.text
