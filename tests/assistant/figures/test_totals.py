"""What several things come to together, however it is said what was done with the money."""

import pytest
from towns import assistant_over, written

BAILU = written(
    "公路建设完成投资291亿元，改建乡道2.5万公里。铁路建设完成投资40亿元。机场建设完成投资24亿元。"
    "县财政用于茶农的支出共26亿元，增长22%。县财政全年用于老人照料的资金达14亿元。\n\n"
    "全体居民人均可支配收入30824元。城镇和农村居民人均可支配收入分别达到40006元、16361元。",
    "今年县财政安排109亿元资金支持再就业，比上年增加26亿元。",
    place="白鹿县",
    year=2024,
)


@pytest.fixture(scope="module")
def bailu(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("totals"), (BAILU,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "total"),
    [
        ("2023年白鹿县修公路、铁路、机场这三样总共花了多少亿？", "355亿元"),
        ("2023年白鹿县公路、铁路、机场建设总共投了多少亿？", "355亿元"),
        ("2023年白鹿县财政花在茶农和老人照料上的钱加一块儿是多少亿元？", "40亿元"),
    ],
)
def test_what_was_spent_on_several_things_is_added_up(bailu, question, total):
    """Each of them is told, and the sum."""
    answer = bailu.ask(question)
    assert answer.answered, answer.text
    assert f"合计{total}" in answer.text


def test_one_of_them_without_a_figure_leaves_no_sum(bailu):
    """Nothing is told of the ports."""
    assert "＝" not in bailu.ask("2023年白鹿县修公路、铁路、码头这三样总共花了多少亿？").text


def test_what_all_have_stands_for_neither_town_nor_country(bailu):
    """城里人…比乡下人多多少 is no question of 全体居民."""
    answer = bailu.ask("白鹿县2023年城里人一年的人均可支配收入比乡下人多多少元？")
    assert "23645元" in answer.text
    assert "30824" not in answer.text


def test_how_much_more_is_planned_is_asked_of_what_was_just_asked(bailu):
    """下岗职工再就业 is what reports call 再就业."""
    first = "2024年白鹿县财政安排多少钱支持下岗职工再就业？"
    told = bailu.ask(first)
    assert "109亿元" in told.text
    assert "26亿元" in bailu.ask("比上年多了多少？", history=[(first, told.text)]).text
