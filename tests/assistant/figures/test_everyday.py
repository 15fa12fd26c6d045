"""Questions in everyday words that a rule for something else must not spoil."""

import pytest
from genre import written
from towns import assistant_over

TOWN = written(
    "全县地区生产总值160.5亿元，增长7%。利用资本市场融资4.2亿元。数字经济增长12.5%。"
    "2600人实现脱贫。减税降费和留抵退税合计1.9亿元。年末银行存款余额88亿元，贷款余额41亿元。"
    "重点建设项目完成投资37亿元，占年度计划的113.5%。在建数据中心4个，算力规模超过55Eflops。"
    "收购烟叶7.8万担。完成造林2.4万亩。企业开办时间压减至6小时。新增上市企业3家。"
    "城乡居民人均收入比缩小至1.92:1。新增充电站36座、充电桩410个。",
    "今年计划生产总值增长6%。收购烟叶8.1万担。",
    place="临禾县",
    year=2024,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("everyday"), [TOWN]) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("临禾县2023年从资本市场弄来多少钱", "4.2亿元"),
        ("2023年临禾帮多少人脱了贫", "2600人"),
        ("2023年临禾减税降费和留抵退税一共多少钱", "1.9亿元"),
        ("2023年临禾银行贷款余额有多少", "41亿元"),
        ("2023年临禾重点建设项目投资完成年计划的百分之多少", "113.5%"),
        ("临禾县2024年GDP准备涨多少", "6%"),
        ("临禾2023年数字经济增速是多少", "12.5%"),
        ("临禾2023年造了多少万亩林", "2.4万亩"),
        ("2023年临禾企业开办压到了几个小时", "6小时"),
        ("临禾2023年新添了几家上市公司", "3家"),
        ("2023年临禾城乡收入比缩到了多少", "1.92:1"),
    ],
)
def test_it_is_answered(bot, question, told):
    answer = bot.ask(question)
    assert answer.answered
    assert told in answer.text


def test_a_figure_of_another_unit_does_not_answer(bot):
    answer = bot.ask("临禾算力规模2023年超了多少Eflops")
    assert "4个" not in answer.text.split("相近")[0]


def test_money_is_asked_for_only_where_it_was_before(bot):
    answer = bot.ask("2024年还要收多少", [("临禾县2023年收购烟叶多少万担", "")])
    assert answer.answered
    assert "8.1万担" in answer.text


def test_a_subject_of_its_own_is_not_taken_for_the_one_before(bot):
    answer = bot.ask("外资呢", [("临禾县2023年引进省外资金多少", "")])
    assert not answer.answered


def test_one_character_names_a_thing_of_its_own(bot):
    assert "36座" not in bot.ask("桩呢", [("2023年临禾新增充电站多少座", "")]).text.split("相近")[0]
