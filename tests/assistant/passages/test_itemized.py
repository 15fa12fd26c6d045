"""Some items of a numbered list: those of a field, or the one of a rank; other lists stay whole."""

import pytest
from genre import written
from towns import assistant_over

TOWN = written(
    "城西旧厂区完成改造，老人食堂开了三家。",
    "办好六件民生实事：（1）新建校舍3栋。（2）改造村卫生室9所。（3）增设公交站牌40块。"
    "（4）建设日间照料床位60张。（5）更换路灯800盏。（6）扩建幼儿园2所。\n\n"
    "实施四项惠民工程：旧管网更换工程；敬老院消防改造工程；乡道拓宽工程；球场修缮工程。",
    place="柳泉县",
    year=2024,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("itemized"), [TOWN]) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "wanted", "unwanted"),
    [
        ("柳泉县2024年六件民生实事里，教育方面的有哪几件", ("校舍", "幼儿园"), ("路灯", "卫生室")),
        ("柳泉2024年6件实事里跟养老有关的是什么", ("照料床位",), ("校舍", "路灯")),
        ("柳泉县六件民生实事中第五件是什么", ("路灯",), ("公交", "幼儿园")),
        ("柳泉2024年四项惠民工程中消防方面的是哪项", ("敬老院",), ("乡道", "球场")),
    ],
)
def test_only_the_items_asked_for_are_told(bot, question, wanted, unwanted):
    told = bot.ask(question)
    assert told.answered
    assert all(word in told.text for word in wanted)
    assert not any(word in told.text for word in unwanted)


def test_the_whole_list_is_told_where_no_field_is_named(bot):
    told = bot.ask("柳泉县2024年六件民生实事都有哪些")
    assert told.answered
    assert all(word in told.text for word in ("校舍", "路灯", "幼儿园"))


@pytest.mark.parametrize(
    "question", ["柳泉县六件民生实事中第九件是什么", "柳泉县2024年六件民生实事里，航天方面的有哪几件"]
)
def test_what_is_none_of_the_items_is_not_answered(bot, question):
    assert not bot.ask(question).answered
