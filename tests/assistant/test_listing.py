"""Questions that ask for a list: so many things of a kind, things that names alone tell, parts by place."""

import pytest
from genre import written
from towns import assistant_over

HERON_2024 = written(
    "前瞻产业布局见效，在四大领域先行试点。开发区新引进企业12家。\n\n"
    "鹭洲“小港、弱港、散港”的现状有了改观，港口货物吞吐量增长8%。\n\n"
    "新建成轨道交通线路3条、通车里程超90公里，城市面貌一新。"
    "出行更加便利，地铁2号线北延段、6号线首期建成通车，停车条件不断改善。\n\n"
    "组织名品出海活动，藤编自营出口、活鳗直接进口实现“零突破”。\n\n"
    "科技创新投入不够，研发经费占比没有完成“十四五”规划目标。\n\n"
    "立足“三个示范”总定位，坚持稳中求进。",
    "按照“一区三园”布局，做强产业平台。东部建设木艺园，引来上下游企业。"
    "中部建设渔机基地，发挥龙头带动作用。西部建设温泉康养园，完成道路施工。\n\n"
    "今年重点抓好五个方面的工作：一是扩大内需。二是强化创新。三是深化改革。四是振兴乡村。五是改善民生。\n\n"
    "名词解释\n\n1.前瞻产业四大领域：深海材料、柔性电子、合成蛋白、类脑计算。\n\n"
    "2.“3+4”布局：“4”是指“向林争优”“向渔争优”“向藤争优”“向泉争优”。",
    place="鹭洲县",
    year=2024,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("listing"), (HERON_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("鹭洲县布局的前瞻产业是哪四大领域", ("柔性电子", "类脑计算"), ("新引进企业",)),
        ("鹭洲县现状被概括为哪三个“港”", ("小港", "散港"), ()),
        ("鹭洲县2023年有哪些地铁线路通车了", ("2号线北延段", "6号线"), ()),
        ("2023年鹭洲县在进出口上哪些商品实现了零突破", ("藤编", "活鳗"), ()),
        ("鹭洲县“十四五”规划里哪几项指标没有完成", ("研发经费",), ()),
        ("鹭洲县“一区三园”里东部、中部、西部各搞什么园区", ("木艺园", "渔机基地", "康养园"), ()),
        ("鹭洲县2024年重点抓哪五个方面的工作", ("扩大内需", "强化创新", "改善民生"), ()),
        ("鹭洲县说的“四向争优”是指哪四个方向", ("向林", "向泉"), ()),
    ],
)
def test_a_list_is_told_whole(bot, question, said, not_said):
    answer = bot.ask(question)
    assert answer.answered
    assert all(word in answer.text for word in said)
    assert not any(word in answer.text for word in not_said)


def test_a_numbered_name_without_its_parts_is_no_answer(bot):
    assert not bot.ask("鹭洲县的“三个示范”总定位分别是什么").answered
