"""Figures asked for in other words and letters than the report's; one of several years and of a new area."""

import pytest
from genre import written
from towns import assistant_over

PROVINCE = written(
    "5年累计造林310万亩，新增高速公路620公里。\n\n地区生产总值增长6.1%，五年增长41.5%。"
    "清偿农民工工资5.6亿元。销售收入超百亿元企业达到17家。外国驻陕领事机构增加3家，友城增至41个。"
    "农村特困户取暖补贴由每户150元提高到820元。西咸新区固定资产投资达到268亿元。"
    "为各类市场主体减税降费66亿元、提供低成本资金52亿元。",
    "解决33万人的饮水困难。研发经费投入强度达到2.6%。",
    place="陕西省",
    year=2024,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("other_words"), [PROVINCE]) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("陕西这五年新修了多少公里高速公路", "620公里"),
        ("2023年陕西GDP增长多少", "6.1%"),
        ("陕西2023年帮农民工讨回多少拖欠的工钱", "5.6亿元"),
        ("2023年陕西销售收入过百亿元的企业有几家", "17家"),
        ("陕西农村困难户冬天取暖现在一户补多少钱", "820元"),
        ("2023年西咸新区固定资产投资是多少", "268亿元"),
        ("2023年陕西给各类市场主体减税降费了多少亿", "66亿元"),
        ("陕西2024年打算让多少人告别吃水难", "33万人"),
        ("陕西2024年研发投入强度（R&D占比）目标是多少", "2.6%"),
    ],
)
def test_it_is_told_and_nothing_else(bot, question, told):
    answer = bot.ask(question)
    assert answer.answered
    assert told in answer.text
    assert "；" not in answer.text


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("2023年底外国在陕西一共有多少家领事机构", "3家"),
        ("2023年西咸新区GDP增长多少", "6.1%"),
    ],
)
def test_what_was_added_and_what_is_the_provinces_are_other_figures(bot, question, other):
    answer = bot.ask(question)
    assert not answer.answered
    assert other not in answer.text.split("相近")[0]
