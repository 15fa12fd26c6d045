"""Whether a figure is of the thing asked for: marks that were passed, lists, qualifiers, parts of a year."""

import re

import pytest
from genre import written
from towns import assistant_over

BAIHE_2024 = written(
    "地区生产总值增长6.2%，高于全市平均水平，站上300亿元台阶、达304.6亿元。\n"
    "农民人均纯收入首次突破2万元、达到20618元。\n"
    "新增规模以上工业企业14户、总数达152户。\n"
    "新增科技型中小企业62家、高新技术企业19家，分别增长58%、34%。\n"
    "城区建成游园30个、公厕48个、候车亭115个。\n"
    "前三季度，一般公共预算支出22.7亿元。接待游客530万人次。白云机场旅客吞吐量突破23万人次。\n"
    "投资6.5亿元的刘家庄酒厂搬迁项目建成投产；投资33亿元的顺风工业园项目正在进行基础建设。\n"
    "社会消费品零售总额增长10.8%、排全市第7位。\n"
    "远达集团全年卖车18.8万辆。\n"
    "签约亿元级项目26个。总数上亿元级企业达9家。集中解决40个小区住房办证难题，惠及3100户群众。\n"
    "农业总产值增长4.3%。完成公共预算收入21.7亿元，税收占比71.3%。",
    "建成投用新能源汽车充换电站80座、充电桩1600个。",
    place="白河县",
    year=2024,
)


@pytest.fixture(scope="module")
def baihe(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("things"), (BAIHE_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "figure", "not_told"),
    [
        ("白河县2023年地区生产总值多少", "304.6亿元", "300亿"),
        ("白河县2023年农民人均纯收入多少元", "20618元", "2万元"),
        ("白河县2023年新增多少户规上工业企业", "14户", "152"),
        ("白河县2023年城区建成了多少座公厕", "48个", "30个"),
        ("白河县顺风工业园项目总投资多少钱", "33亿元", "6.5"),
        ("白河县2024年要建成投用多少个新能源汽车充电桩", "1600个", "80座"),
        ("远达集团2023年卖车多少辆", "18.8万辆", "没有"),
        ("白河县2023年税收占几成", "71.3%", "没有"),
        ("白河县2023年亿元级的有几家", "9家", "26个"),
        ("白河县2023年住房办证难帮了多少户解决", "3100户", "40个"),
        ("白河县2023年财政收入里税收占到几成", "71.3%", "没有"),
    ],
)
def test_the_figure_is_of_the_thing_asked_for(baihe, question, figure, not_told):
    answer = baihe.ask(question)
    assert answer.answered
    assert answer.verified
    assert figure in answer.text
    assert not_told not in answer.text


def test_rates_behind_two_levels_are_each_of_its_own(baihe):
    assert "58%" in baihe.ask("白河县2023年科技型中小企业增长多少").text
    assert "34%" in baihe.ask("白河县2023年高新技术企业增长多少").text


def test_a_rank_asked_beside_a_rate_is_told_with_it(baihe):
    answer = baihe.ask("白河县2023年社会消费品零售总额增速和在全市的位次")
    assert answer.answered
    assert "10.8%" in answer.text
    assert "第7位" in answer.text


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("白河县2023年接待境外游客多少人次", "530"),
        ("白河县2023年全年一般公共预算支出多少", "22.7"),
        ("2023年白河县女性高新技术企业家有多少", "19"),
        ("奇丽2023年地区生产总值多少", "304.6"),
        ("白河县2023年工业总产值增长多少", "4.3"),
        ("白河县2023年税收占GDP几成", "71.3"),
    ],
)
def test_what_is_narrower_or_wider_or_elsewhere_is_not_told(baihe, question, figure):
    answer = baihe.ask(question)
    assert not answer.answered
    assert not re.search(rf"{figure}(?:亿元|%)\[", answer.text.split("相近")[0])


def test_passengers_are_no_visitors(baihe):
    answer = baihe.ask("白河县2023年接待游客多少人次")
    assert answer.answered
    assert "530万人次" in answer.text
    assert "23万人次" not in answer.text.replace("530万人次", "")
