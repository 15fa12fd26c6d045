"""Measure words that only begin another word, and times that a question says in passing."""

import pytest

from assistant.questions.in_full import in_full
from assistant.questions.kinds import unit_asked
from assistant.questions.places import PlaceIndex
from assistant.questions.times import before_early


@pytest.mark.parametrize(
    ("asked", "unit"),
    [
        ("供上多少天然气", ""),
        ("工地停了多少天", "天"),
        ("培养多少本专科毕业生", ""),
        ("藏书多少本", "本"),
        ("登记多少个体工商户", ""),
        ("建成多少个人才公寓", "个"),
        ("多少户籍人口", ""),
        ("惠及多少户", "户"),
        ("比上年多收多少", ""),
        ("财政收了多少", "元"),
    ],
)
def test_a_unit_is_none_where_it_begins_a_word(asked, unit):
    assert unit_asked(asked) == unit


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("云岭州九届人大那五年（2013—2017年）建了多少座桥", "云岭州2013-2017年五年间建了多少座桥"),
        ("云岭州比上年多打了多少吨粮食", "云岭州比上年增加了多少吨粮食"),
        ("与2018年相比，甲地总量、乙地规模分别降了多少", "甲地总量、乙地规模分别比2018年降了多少"),
    ],
)
def test_a_turn_of_speech_is_put_plainly(said, read):
    assert in_full(said, PlaceIndex(())) == read


def test_early_in_a_year_is_the_end_of_the_year_before():
    assert before_early("到2009年初拨了多少") == "到2008年底拨了多少"
    assert before_early("2009年初中毕业生多少") == "2009年初中毕业生多少"
    assert before_early("到2009年初中有几所") == "到2009年初中有几所"


@pytest.mark.parametrize(
    ("said", "read"),
    [
        (
            "2023年孕产妇和婴儿的死亡率分别是多少",
            "2023年孕产妇的死亡率和婴儿的死亡率分别是多少",
        ),
        ("2023年小麦和玉米的产量都达到多少", "2023年小麦的产量和玉米的产量分别达到多少"),
        ("2023年东河县和西河县的产值各是多少", "2023年东河县和西河县的产值各是多少"),
        ("2023年粮食产量和蔬菜的产值各是多少", "2023年粮食产量和蔬菜的产值各是多少"),
    ],
)
def test_what_both_are_measured_by_is_said_of_each(said, read):
    assert in_full(said, PlaceIndex(())) == read
