"""A growth since the end of a plan is not what the year brought."""

import pytest
from genre import written
from towns import assistant_over

TOWN = written(
    "财政总收入达到21亿元，比“十二五”末增长52.4%。社会消费品零售总额48亿元，同比增长6.1%。"
    "粮食总产量41万吨，比2015年增长18.5%。进出口总额9亿元，年均增长7.7%。",
    place="云湖县",
    year=2021,
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("云湖县2020年财政总收入同比增长多少？", ""),
        ("云湖县2020年财政总收入增速是多少？", ""),
        ("云湖县2020年财政总收入是多少？", "21亿元"),
        ("云湖县2020年粮食总产量同比增长多少？", ""),
        ("云湖县2020年粮食总产量比2015年增长多少？", "18.5%"),
        ("云湖县2020年社会消费品零售总额同比增长多少？", "6.1%"),
    ],
)
def test_a_growth_since_long_before_is_not_of_the_year(tmp_path, question, told):
    with assistant_over(tmp_path, [TOWN]) as bot:
        answer = bot.ask(question)
    assert answer.answered is bool(told)
    assert told in answer.text


INCOMES = written(
    "扣除物价上涨因素，城镇居民人均可支配收入增长7.4%，农民人均纯收入增长5.2%。地方财政收入增长12.5%。",
    place="云湖县",
    year=2011,
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("扣掉涨价因素，云湖县2010年城里人收入和农民收入各涨了百分之几？", ("7.4%", "5.2%")),
        ("剔除物价影响，云湖县2010年农民收入涨多少？", ("5.2%",)),
        ("云湖县2010年农民收入刨去物价因素以后的增幅是多少？", ("5.2%",)),
        ("云湖县2010年农民收入增长多少？", ("5.2%",)),
        ("不算物价上涨，云湖县2010年财政收入涨了多少？", ()),
    ],
)
def test_a_growth_in_constant_prices_is_told_as_one(tmp_path, question, told):
    with assistant_over(tmp_path, [INCOMES]) as bot:
        answer = bot.ask(question)
    assert answer.answered is bool(told)
    assert all(figure in answer.text for figure in told)
    assert "＝" not in answer.text, "how far they are apart was not asked"
