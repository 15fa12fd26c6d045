"""The problem called the greatest, how the figure just told is reached, no empty piece of a sentence."""

import pytest
from genre import written
from towns import assistant_over

SUMAC = written(
    "草编产值增长9%，是2018年的3.4倍。建成晾晒场31处，其中檐下场19处。"
    "今年第一季度，竹器订单又比去年同期增加14%，回款好于往年。"
    "为了帮扶编户，县里定下“材料统购、样式统绘、销路统找”三条办法，编户都说好。\n\n"
    "我们也看到，发展中还有不少问题：山路窄，运货难；编工年岁偏大，人手不足仍是最大短板；"
    "样式更新慢，卖价上不去。",
    "聘请老师傅驻村带徒、分片设点收徒，培训新编工700人。打通销路，面向沿海三市设点推介，引进草编订单商55家。"
    "产草编帽80万顶。",
    place="漆树县",
    year=2024,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("greatest"), (SUMAC,)) as opened:
        yield opened


def asked(bot, *questions):
    """The answer to the last of ``questions``."""
    history = []
    for question in questions[:-1]:
        history.append((question, bot.ask(question, history=history).text))
    return bot.ask(questions[-1], history=history)


@pytest.mark.parametrize("question", ["漆树县最大的短板是什么", "漆树县2024年报告里最大的短板在哪"])
def test_the_greatest_problem_is_the_one_called_so(bot, question):
    told = asked(bot, question)
    assert "人手不足" in told.text
    assert "山路窄" not in told.text
    assert "卖价" not in told.text


def test_all_problems_are_told_where_none_is_called_the_greatest(bot):
    assert "山路窄" in asked(bot, "漆树县面临的最大困难是什么").text


def test_how_a_figure_is_reached_stands_in_its_sentence(bot):
    told = asked(bot, "漆树县2024年要培训新编工多少人", "靠什么实现")
    assert "老师傅" in told.text
    assert "沿海三市" in asked(bot, "漆树县2024年要引进草编订单商多少家", "都去哪儿招、怎么招").text
    assert told.verified


def test_a_sentence_that_tells_the_figure_alone_says_not_how(bot):
    assert "，" not in asked(bot, "漆树县2024年产草编帽多少顶", "怎么做到").text.replace("[1]", "")


def test_a_leading_clause_is_no_answer(bot):
    told = asked(bot, "漆树县的短板有哪些", "对编户帮扶的那三条呢").text
    assert "三条办法" in told
    assert "竹器" not in told


def test_how_many_times_an_earlier_figure_it_is(bot):
    assert "3.4倍" in asked(bot, "漆树县2023年草编产值增长多少", "是2018年的几倍").text
    assert not asked(bot, "漆树县2023年草编产值增长多少", "是2016年的几倍").answered


def test_a_part_of_this_year(bot):
    assert "14%" in asked(bot, "漆树县2023年竹器订单增长多少", "今年一季度呢").text
