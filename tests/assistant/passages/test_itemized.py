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


OTHER = written(
    "城北菜市场完成改造，图书室开了两间。",
    "继续办好五方面民生实事。\n"
    "1.诊疗服务方面。为乡镇配发体检车12台。\n2.困难帮扶方面。为独居户安装呼叫器300个。\n"
    "3.校园方面。更换课桌椅4000套。\n4.住得安心方面。加固危房70户。\n5.行得顺畅方面。修补村道26公里。\n"
    "各方面都要抓紧。\n\n"
    "办好4件惠民小事。主要包括：更换井盖、修剪行道树、粉刷围墙、增设长椅。",
    place="苇河县",
    year=2024,
)


@pytest.fixture(scope="module")
def other(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("itemized_too"), [OTHER]) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "wanted", "unwanted"),
    [
        ("苇河2024年五方面民生实事里，看病就医这块要办哪些事？", ("体检车",), ("呼叫器", "课桌椅")),
        ("苇河县2024年五个方面的民生实事里，上学这一块有什么安排？", ("课桌椅",), ("危房", "抓紧")),
        ("2024年苇河要给老百姓办哪五方面的民生实事？", ("诊疗", "帮扶", "校园", "安心", "顺畅"), ()),
        ("苇河2024年要办多少件惠民小事，都有哪些？", ("4件", "井盖", "长椅"), ("村道",)),
        ("苇河2024年的4件惠民小事有哪些", ("井盖", "围墙"), ("村道",)),
    ],
)
def test_a_list_of_fields_is_told_whole_or_by_the_field_asked_for(other, question, wanted, unwanted):
    told = other.ask(question)
    assert told.answered
    assert all(word in told.text for word in wanted)
    assert not any(word in told.text for word in unwanted)
