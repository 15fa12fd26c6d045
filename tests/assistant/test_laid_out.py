"""What a question leaves half told, told whole: level and growth, and one of two indicators."""

import pytest
from towns import COUNTIES, assistant_over, check


@pytest.fixture(scope="module")
def towns(tmp_path_factory):
    """The assistant over two counties' reports."""
    with assistant_over(tmp_path_factory.mktemp("asks"), COUNTIES) as opened:
        yield opened


@pytest.mark.parametrize(
    "question",
    [
        "写材料，麻烦报一下临禾县2023年粮食产量的具体数字以及较上年的增长幅度。",
        "临禾县2023年的粮食产量，规模和增速两栏都要填，能告诉我吗？",
        "能不能告诉我临禾县2023年粮食产量的完成情况，包括总数和比上年的增速？",
        "临禾县2023年粮食产量的增长率和实际值，请告知",
        "临禾县2023年粮食产量增长了百分之几，增长后达到多少吨？",
        "临禾县的粮食产量有没有个数？增长了几个百分点有说吗？2023年的。",
    ],
)
def test_level_and_growth_are_both_told(towns, question):
    check(towns.ask(question), "25万吨", "25%")


@pytest.mark.parametrize(
    "question",
    ["临禾县2023年粮食产量多少", "临禾县2023年粮食产量的规模有多大", "临禾县2023年粮食产量数据"],
)
def test_growth_is_not_told_where_nobody_asked_for_it(towns, question):
    answer = towns.ask(question)
    assert "25万吨" in answer.text
    assert "25%" not in answer.text


def test_what_is_asked_of_another_is_no_growth_of_the_first(towns):
    answer = towns.ask("临禾县2023年粮食产量多少，城镇居民人均可支配收入增长百分之几？")
    assert "25万吨" in answer.text
    assert "4.6%" in answer.text
    assert "25%" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "麻烦告诉我一下，临禾县2023年的这几样：城镇新增就业；牧区经济总量",
        "临禾县去年的城镇新增就业有没有个数，牧区经济总量有没有个数，都报一下",
        "列出2023年临禾县下列指标的数值：（1）牧区经济总量；（2）城镇新增就业。",
        "请帮我从临禾县报告里摘出城镇新增就业、牧区经济总量去年的完成数",
        "牧区经济总量在临禾县2023年达到多少？顺带问下城镇新增就业",
    ],
)
def test_each_indicator_named_is_told(towns, question):
    check(towns.ask(question), "23.7亿元", "3300人")


def test_a_figure_of_which_another_is_a_part_stays_alone(towns):
    answer = towns.ask("临禾县2023年城镇新增就业多少")
    assert "3300人" in answer.text
    assert len(answer.citations) == 1


@pytest.mark.parametrize(
    "question",
    [
        "临禾县2023年城镇新增就业和牧区经济总量的行业分布",
        "临禾县今年城镇新增就业、牧区经济总量",
        "临禾县2023年城镇新增就业、牧区经济总量与游客满意度的关系",
    ],
)
def test_more_than_the_levels_named_is_not_answered_by_them(towns, question):
    answer = towns.ask(question)
    assert not (answer.answered and "23.7亿元" in answer.text and "3300人" in answer.text)
