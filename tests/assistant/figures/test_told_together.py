"""Two figures asked for at once, of one sentence that tells both in its own words."""

import pytest
from genre import written
from towns import assistant_over

PREFECTURE = written(
    "全年经济增长8.3%，地区生产总值突破910亿元。数字经济规模突破75亿元。"
    "粮食播种面积达到412万亩，比上年扩大6万亩；粮食总产量达到188万吨，增产9万吨。"
    "铁路运营里程增加31公里、达到640公里，高速公路里程增加18公里、达到402公里。"
    "出口31.2亿美元，增长12.6%。全年吸收外商投资4.8亿美元，增长17%。"
    "石林港货物吞吐量达6100万吨、集装箱吞吐量达88万标箱，分别居全国第6和第9位。"
    "全年关停小煤矿12处，天然气供应量达到7.5亿立方米。"
    "州政府提请审议2件法规草案，颁布了河湖管理办法等5个规章。"
    "生产事故总量、亿元产值事故死亡率分别比2018年下降31.4%、52.8%。"
    "移动互联网用户达到310万户。全州财政教育支出66.3亿元，占公共财政支出的18.2%。"
    "建成保障性住房8700套。对口支援白沙镇灾后重建，累计拨付资金1.6亿元。",
    "全州目标：地区生产总值增长7%。",
    place="云岭州",
    year=2024,
)


@pytest.fixture(scope="module")
def prefecture(tmp_path_factory):
    """The assistant over one invented prefecture's report."""
    with assistant_over(tmp_path_factory.mktemp("prefecture"), [PREFECTURE]) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("云岭州2023年的经济总量大概多大？增速又是几个百分点？", ["910亿元", "8.3%"]),
        ("云岭州2023年GDP是多少，增长多少", ["910亿元", "8.3%"]),
        ("2023年云岭州打了多少粮食，比上一年多收了多少？", ["188万吨", "9万吨"]),
        ("2023年云岭州种了多少亩粮食，总共打了多少粮？", ["412万亩", "188万吨"]),
        ("云岭州2023年跑火车的线路和高速公路各有多少公里了", ["640公里", "402公里"]),
        ("云岭州2023年卖到国外的东西值多少亿美元，比上年多了百分之几？", ["31.2亿美元", "12.6%"]),
        ("云岭州2023年吸收外资多少？比上一年涨了多少？", ["4.8亿美元", "17%"]),
        ("云岭州2023年供上了多少天然气、关停了多少处小煤矿？", ["7.5亿立方米", "12处"]),
        ("2023年云岭州提请审议了多少件法规草案，颁布了多少部规章？", ["2件", "5个"]),
        (
            "和2018年相比，云岭州2023年生产事故总量、亿元产值事故死亡率分别降了多少？",
            ["31.4%", "52.8%"],
        ),
        ("2023年云岭州财政投入教育的资金总额是多少，在公共财政支出中占多大份额？", ["66.3亿元", "18.2%"]),
        ("云岭州2023年真正盖好的保障性住房有多少套？", ["8700套"]),
        ("到2024年初云岭州给白沙镇累计拨了多少钱", ["1.6亿元"]),
    ],
)
def test_both_figures_are_told(prefecture, question, figures):
    answer = prefecture.ask(question)
    assert answer.answered, answer.text
    assert all(figure in answer.text for figure in figures), answer.text


def test_the_rank_of_the_first_of_two_is_asked_on(prefecture):
    asked = "云岭州2023年石林港集装箱吞吐量有多少？"
    history = [(asked, prefecture.ask(asked).text)]
    answer = prefecture.ask("货物吞吐量呢，在全国排第几？", history=history)
    assert answer.answered
    assert "6100万吨" in answer.text
    assert "第6" in answer.text
    assert "第9" not in answer.text


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("云岭州2023年数字经济规模多大，增速多少", "8.3%"),
        ("云岭州2023年煤气供应量是多少，供上多少天", "12处"),
        ("和2017年相比，云岭州2023年生产事故总量、亿元产值事故死亡率分别降了多少？", "31.4%"),
    ],
)
def test_another_figure_is_no_answer(prefecture, question, never):
    answer = prefecture.ask(question)
    assert not answer.answered or never not in answer.text, answer.text


ORPHANS = written(
    "孕产妇死亡率、婴儿死亡率分别下降至十万分之七、千分之二点六。"
    "轨道交通4号线、机场线、环湖支线开通运营，运营里程达到118公里。"
    "全年新增外商投资企业320家，外商直接投资协议金额9.4亿美元，实际投资2.7亿美元。"
    "城镇人均居住面积增加到31平方米，农村增加到44平方米。",
    "机构集中养育、社会散居孤儿基本生活养育标准每人每月提高80元，分别达到1620元、1140元。",
    place="望江市",
    year=2024,
)


@pytest.fixture(scope="module")
def harbour(tmp_path_factory):
    """The assistant over one invented city's report."""
    with assistant_over(tmp_path_factory.mktemp("harbour"), [ORPHANS]) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("2023年望江市产妇和小娃娃的死亡率都降到啥水平了", ["十万分之七", "千分之二点六"]),
        ("望江市2023年轨道交通总共通到多少公里了？当年新开的是哪几条线？", ["118公里", "环湖支线"]),
        ("望江市2023年新增外商投资企业多少家？外商直接投资实际到位金额是多少？", ["320家", "2.7亿美元"]),
        (
            "望江市2024年孤儿养育标准，福利机构集中养的和散居在社会上的每月分别要提到多少元",
            ["1620元", "1140元"],
        ),
    ],
)
def test_what_the_sentence_tells_of_each(harbour, question, figures):
    answer = harbour.ask(question)
    assert answer.answered, answer.text
    assert all(figure in answer.text for figure in figures), answer.text


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("望江市2023年外商直接投资实际到位金额是多少", "9.4亿"),
        ("望江市2023年外商直接投资协议金额是多少", "2.7亿"),
        ("望江市2024年孤儿养育标准机构集中养育要提到多少元", "80元[1]"),
    ],
)
def test_what_was_agreed_is_not_what_was_paid(harbour, question, never):
    assert never not in harbour.ask(question).text
