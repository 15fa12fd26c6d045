"""A bare noun is of what the figure before it was of."""

import pytest
from genre import facts_of, one


@pytest.mark.parametrize(
    ("sentence", "figure", "indicator"),
    [
        ("规模以上工业增加值31亿元，增长9%；利润6.2亿元，增长12%。", "6.2亿元", "规模以上工业利润"),
        ("规模以上工业增加值31亿元，增长9%；利润6.2亿元，增长12%。", "12%", "规模以上工业利润"),
        ("规上工业净利润3亿元，增加值40亿元。", "40亿元", "规上工业增加值"),
        ("油菜种植面积21万亩，总产3.2万吨。", "3.2万吨", "油菜总产"),
        ("火灾起数下降8%、死亡人数下降40%。", "40%", "火灾死亡人数"),
        ("新增小微贷款4亿元、余额达到31亿元。", "31亿元", "小微贷款余额"),
        ("社区诊所街道覆盖率91%，人口覆盖率83%。", "83%", "社区诊所人口覆盖率"),
        ("大力发展陶瓷产业，推动新窑投产，力争产业规模突破90亿元。", "90亿元", "陶瓷产业规模"),
        ("竹木产业，建成交易市场，营业收入达到12亿元。", "12亿元", "竹木产业营业收入"),
    ],
)
def test_a_bare_noun_is_of_its_owner(sentence, figure, indicator):
    assert one(facts_of(sentence), figure).indicator == indicator


def test_what_has_no_owner_stays_bare():
    facts = facts_of("地区生产总值120亿元，利润6亿元。粮食丰收，产量9万吨。")
    assert one(facts, "6亿元").indicator == "利润"
