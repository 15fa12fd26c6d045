"""What the reports do not say is refused, the refusal names what is missing, and nothing else stands in."""

import re

import pytest


def claims(text):
    """The part of a refusal before the nearest facts, which are said to be something else."""
    return text.split("报告里相近的是")[0].split("已有：")[0]


@pytest.mark.parametrize(
    ("question", "missing", "there"),
    [
        ("湛河区2023年GDP是多少", "湛河区", "青山县"),
        ("河南省2023年GDP", "河南省", "白水县"),
        ("请问鹤壁市2023年新增就业", "鹤壁市", "青山县"),
        ("青山县2021年GDP多少", "2021年", "2023年"),
        ("青山县2019年新增就业多少人", "2019年", "2024年"),
        ("青山县2030年GDP目标", "2030年", "2024年"),
        ("白水县2022年GDP", "2022年", "2024年"),
        ("青山县2024年GDP是多少", "2024年", "2023年"),
        ("青山县2023年高速公路里程", "高速公路里程", ""),
        ("青山县2023年外贸进出口总额", "进出口", ""),
        ("青山县2023年新建学校多少所", "新建学校", ""),
        ("青山县2023年固定资产投资多少亿元", "固定资产投资", ""),
        ("白水县2024年城镇登记失业率目标", "登记失业率", ""),
    ],
)
def test_a_refusal_names_what_is_missing_and_what_there_is(bot, question, missing, there):
    answer = bot.ask(question)
    assert not answer.answered
    assert missing in claims(answer.text)
    assert there in answer.text


@pytest.mark.parametrize(
    ("question", "forbidden"),
    [
        ("青山县2021年GDP多少", ["195.8", "182.4"]),
        ("青山县2019年新增就业多少人", ["4630", "4120", "2.1万"]),
        ("白水县2022年GDP", ["88.5", "182.4", "195.8"]),
        ("青山县2024年GDP是多少", ["195.8", "182.4"]),
        ("湛河区2023年GDP是多少", ["195.8", "88.5"]),
        ("河南省2023年新增就业", ["4630", "2015"]),
        ("青山县2023年固定资产投资多少亿元", ["620", "195.8"]),
        ("白水县2023年城镇居民收入多少元", ["36500", "19800"]),
        ("青山县2023年新建学校多少所", ["6所", "3所"]),
    ],
)
def test_no_figure_of_another_year_place_or_indicator_stands_in(bot, question, forbidden):
    answer = bot.ask(question)
    assert not answer.answered
    for figure in forbidden:
        assert figure not in claims(answer.text)


def test_the_nearest_fact_is_named_as_something_else_and_cited(bot):
    answer = bot.ask("青山县2024年GDP是多少")
    assert not answer.answered
    near = answer.text.split("报告里相近的是：")[1]
    assert "目标" in near
    assert "6%左右" in near
    assert re.search(r"\[1\]", near)
    (citation,) = answer.citations
    assert "6%左右" in citation.quote


def test_a_target_is_never_given_for_a_result(sample_bot):
    answer = sample_bot.ask("卫东区2022年GDP是多少")
    assert not answer.answered
    assert "7.8%" not in claims(answer.text)
    assert "目标" in answer.text.split("报告里相近的是：")[1]


def test_a_level_is_never_given_for_growth_nor_growth_for_a_level(bot, sample_bot):
    level = sample_bot.ask("2023年卫东区一般公共预算收入是多少亿元")
    assert not level.answered
    assert "10.7%" not in claims(level.text)
    growth = bot.ask("青山县2023年新增就业增速")
    assert not growth.answered
    assert "4630" not in claims(growth.text)


def test_a_figure_of_another_unit_is_not_given(bot):
    answer = bot.ask("青山县2023年农村公路多少亿元")
    assert not answer.answered
    assert "76公里" not in claims(answer.text)


@pytest.mark.parametrize("question", ["你好", "谢谢", "你是谁", "hello"])
def test_small_talk_is_declined_in_a_sentence(bot, question):
    answer = bot.ask(question)
    assert not answer.answered
    assert "政府工作报告" in answer.text
    assert len(answer.text) < 120
    assert answer.citations == ()


@pytest.mark.parametrize(
    "question",
    [
        "今天天气怎么样",
        "帮我写一首诗",
        "推荐几个餐馆",
        "How many jobs were created?",
        "？？？",
        "asdfgh",
        "的",
    ],
)
def test_other_subjects_are_declined(bot, question):
    answer = bot.ask(question)
    assert not answer.answered
    assert answer.text
    assert answer.citations == ()


def test_an_opinion_is_not_given(bot):
    answer = bot.ask("你觉得青山县发展得好吗")
    assert not answer.answered
    assert "看法" in answer.text


def test_an_empty_store_says_what_to_do(tmp_path):
    from assistant import Assistant
    from vectorstore import Store

    with Store.open(tmp_path / "store", create=True):
        pass
    with Assistant.open(tmp_path / "store") as bot:
        answer = bot.ask("青山县2023年GDP")
    assert not answer.answered
    assert "ingest.py" in answer.text
