"""Everyday wordings around what is asked for: 要回 is no plan, 这几个地方 no count, 来的时候 no name."""

import pytest
from genre import report
from towns import assistant_over

QINGHE_2025 = report(
    "（清禾县2025年的报告，为测试而写）\n\n"
    "一、2024年工作回顾\n\n"
    "（一）平安建设。台风“海鸢”登陆前，组织380艘船舶回港避风。治欠专项行动为劳动者追回工资620万元。"
    "财政安排助残资金150万元。青苇湖、白鹭湖实现脱劣，城南河长制落到实处。\n\n"
    "（二）文化事业。柳坪遗址考古发掘取得重大成果，出土陶窑十二座。\n\n"
    "（三）交通建设。环湖快线、清岭高速建成通车，客运站完成绿化。\n\n"
    "二、2025年重点工作\n\n"
    "（一）普惠金融。扩大茶叶贷款投放，力争茶叶贷款规模达到9亿元。\n\n"
    "（二）招贤引才。实施工匠、医师、教师“十百千万”行动，引进10名首席工匠、100名骨干医师、1000名青年教师。\n\n"
    "（三）养老服务。新建城东颐养院，完成南山养老服务中心迁建。\n\n"
    "（四）繁荣旅游。支持打造东岭“茶歌之都”、石湾“皮影之都”。\n\n",
    place="清禾县",
    year=2025,
)


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("everyday"), [QINGHE_2025]) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("台风“海鸢”来的时候，清禾安排了多少条船躲避风浪？", ["380"]),
        ("2024年清禾治欠专项行动给劳动者要回了多少工资？", ["620万"]),
        ("清禾2025年想把茶叶贷款做到多大规模？", ["9亿"]),
        ("清禾2025年想把东岭、石湾这几个地方分别打造成什么“之都”？", ["茶歌之都", "皮影之都"]),
        ("清禾2025年提出的“十百千万”行动，具体要引育哪几类人？", ["首席工匠", "骨干医师", "青年教师"]),
        ("清禾2025年有哪些养老机构要新建或者搬迁重建？", ["颐养院", "南山"]),
        ("2024年清禾考古上有什么大收获？", ["柳坪遗址"]),
        ("清禾2024年有哪两个湖摆脱了劣Ⅴ类水质？", ["青苇湖", "白鹭湖"]),
        ("2024年清禾建成通车的交通项目有哪些？", ["环湖快线", "清岭高速"]),
    ],
)
def test_what_everyday_wordings_ask_for_is_told(town, question, said):
    answer = town.ask(question)
    assert answer.answered, answer.text
    assert all(words in answer.text for words in said), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "台风“海鸢”来的时候，清禾安排了多少辆大巴转移游客？",
        "2024年清禾给游客要回了多少门票钱？",
        "清禾2025年想把花卉贷款做到多大规模？",
        "清禾2025年有哪些小学要新建或者搬迁重建？",
        "2024年清禾围棋上有什么大收获？",
        "清禾2024年有哪两座水库摆脱了干涸？",
    ],
)
def test_what_is_not_told_stays_refused(town, question):
    assert not town.ask(question).answered
