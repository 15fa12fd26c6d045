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
