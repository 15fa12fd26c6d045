"""Only a name answers who did a thing, where it stands or who came: the thing alone does not."""

import pytest
from genre import report
from towns import assistant_over

TANWEI_2024 = report(
    "（滩尾县2024年的报告，为测试而写）\n\n"
    "一、2023年工作回顾\n\n"
    "（一）产业。晚禾药业成功上市。竹编非遗展示馆项目开工建设，总投资3亿元。"
    "由赤岩集团投资建设的冷链物流园投入运营。成功举办首届竹器博览会。"
    "茶艺交流周成功举办，来自日本、韩国的客商参会。\n\n"
    "（二）乡村。优化村级布局，撤并行政村120个。改造龙岗、北坞、沙塘等35个传统村落。"
    "康养中心在雁栖镇建成。启动老年大学建设。\n\n"
    "二、2024年工作安排\n\n"
    "（一）主要目标。生产总值增长6%，财政收入增长5%。\n\n",
    place="滩尾县",
    year=2024,
)


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("names"), [TANWEI_2024]) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("滩尾的冷链物流园是谁投资建设的？", "赤岩"),
        ("滩尾康养中心建在哪个镇？", "雁栖"),
        ("滩尾茶艺交流周有哪些国家参加？", "日本"),
        ("滩尾改造的35个传统村落有哪些？", "北坞"),
    ],
)
def test_the_sentence_with_the_name_answers(town, question, said):
    answer = town.ask(question)
    assert answer.answered, answer.text
    assert said in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "滩尾的晚禾药业在哪个交易所上市的？",
        "滩尾竹编非遗展示馆项目的投资方是哪家公司？",
        "滩尾首届竹器博览会有哪些国家参加？",
        "滩尾撤并的120个行政村是哪些村？",
        "滩尾哪些村被通报了？",
    ],
)
def test_the_thing_without_the_name_does_not(town, question):
    answer = town.ask(question)
    assert not answer.answered, answer.text
