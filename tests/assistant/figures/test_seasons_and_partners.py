"""Parts of a year, trade with one country, what weighed on growth, and counts told in words."""

import pytest
from genre import written
from towns import assistant_over

LUOHE_2024 = written(
    "全年地区生产总值增长4.2%，总量达到310亿元。\n"
    "一季度，经济增速达5.6%。二季度当季全县经济增速2.5%。三季度当季全县经济增速-0.4%。\n"
    "对外贸易稳中有升，进出口总额12亿元、增长8%；对泰国出口3亿元。\n"
    "关停小窑影响生产总值增速约0.7个百分点。\n"
    "三次上调渡工津贴。县城收获了251个蓝天，较上年新增40天。\n"
    "期末全县总人口49万人，新增书屋8处。失业人员再就业860人，7万农村贫困人口实现脱贫。\n"
    "院前急救到达现场平均时间降至9分钟。新开工渡口改造60户、建成41户。",
    "城镇新增就业1000人，再解决2万人的安全饮水问题。",
    place="洛河县",
    year=2024,
)


@pytest.fixture(scope="module")
def luohe(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("seasons"), (LUOHE_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("洛河县2023年三季度经济增速是多少", "-0.4%"),
        ("2023年二季度洛河县经济增长多少", "2.5%"),
        ("洛河县2023年经济增速是多少", "4.2%"),
        ("洛河县2023年进出口总额是多少", "12亿"),
        ("洛河县2023年对泰国出口多少", "3亿"),
        ("洛河县2023年因为关停小窑，GDP少涨了几个点", "0.7个百分点"),
        ("洛河县2023年渡工津贴上调了几回", "三次"),
        ("洛河县2023年县城蓝天有多少天", "251个"),
        ("洛河县2023年年末总人口多少", "49万"),
        ("去年年底洛河县总人口多少", "49万"),
        ("洛河县2023年丢了工作又重新上岗的有多少人", "860人"),
        ("洛河县2023年乡下有多少穷人摘了贫困帽子", "7万"),
        ("洛河县2023年打120以后急救车平均几分钟能到现场", "9分钟"),
        ("洛河县2023年渡口改造建成多少户", "41户"),
    ],
)
def test_what_is_asked_is_told_of_its_own_time_and_kind(luohe, question, figure):
    answer = luohe.ask(question)
    assert answer.answered, answer.text
    assert figure in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "洛河县2023年四季度经济增速是多少",
        "洛河县2023年上半年经济增速是多少",
        "洛河县2023年跟越南的进出口贸易额有多少亿元",
        "洛河县2023年对越南出口多少",
    ],
)
def test_another_part_of_the_year_and_another_partner_are_not_told_for_it(luohe, question):
    assert not luohe.ask(question).answered


def test_a_part_of_the_year_is_named_once(luohe):
    assert luohe.ask("2023年二季度洛河县经济增长多少").text.count("二季度") == 1
