"""A figure that a question asks for in words of its own is stated where all else speaks for it."""

import pytest
from towns import assistant_over, written

XIHE_2024 = written(
    "追讨农民工工资765万元，化解信访积案12件。\n"
    "改造农村危房546户，新建停车场9处。\n"
    "为企业减负3.2亿元，协助企业融资19.9亿元。\n"
    "电动公交驶进各乡，建成安静小区27个。夜间照明改造路灯1260盏。\n"
    "地方一般公共预算收入增长4.8%，加工贸易增长37.5%。\n"
    "规上企业研发经费投入8.6亿元。",
    "主要预期目标是：地区生产总值增长6%。",
    place="西河县",
    year=2024,
)


@pytest.fixture(scope="module")
def xihe(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("arguable"), (XIHE_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("西河县2023年帮农民工要回了多少拖欠的工资？", "765万元"),
        ("西河县2023年给多少户农村人家修了危房", "546户"),
        ("西河2023年替企业减轻了多少负担？", "3.2亿元"),
    ],
)
def test_other_words_for_what_was_done_do_not_hide_the_figure(xihe, question, figure):
    answer = xihe.ask(question)
    assert answer.answered, answer.text
    assert figure in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "西河县2023年GDP增速是多少？",
        "西河县2023年进出口总额增长多少？",
        "西河县2023年规上企业研发经费投入强度",
        "西河县2023年改造了多少户城镇危房",
        "西河县2023年帮残疾人要回了多少补贴",
        "西河县2023年安装智能路灯的投资是多少",
    ],
)
def test_another_matter_s_figure_stays_a_near_one(xihe, question):
    answer = xihe.ask(question)
    assert not answer.answered, answer.text
    assert "没有找到" in answer.text


def test_what_is_counted_by_another_measure_word_is_not_told(xihe):
    answer = xihe.ask("西河县2023年买了多少辆电动公交车？")
    assert not answer.answered, answer.text


def test_five_years_are_those_of_the_newest_report_that_looks_back_on_them(tmp_path):
    older = written(
        "五年来，全县建设高标准农田4.5万亩，累计招聘教师1164名。\n去年新修农村公路31公里。",
        "主要预期目标是：地区生产总值增长6%。",
        place="西河县",
        year=2021,
    )
    with assistant_over(tmp_path, (XIHE_2024, older)) as opened:
        answer = opened.ask("西河县过去五年建了多少高标准农田？")
        assert answer.answered, answer.text
        assert "2016—2020年" in answer.text
        assert "4.5万亩" in answer.text
        assert not opened.ask("西河县过去五年建了多少座机场？").answered


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("西河县2024年新建充电桩多少个", True),
        ("西河县2024年牛奶产量是多少吨", False),
        ("西河县2024年特产店卖了多少元", False),
    ],
)
def test_what_a_year_planned_is_not_what_came_of_it(tmp_path, question, answered):
    plan = written(
        "地区生产总值增长5%。",
        "今年，新建充电桩160个，牛奶产量稳定在3000吨，特产店销售额达到5000万元。",
        place="西河县",
        year=2024,
    )
    with assistant_over(tmp_path, (plan,)) as opened:
        assert opened.ask(question).answered is answered


def test_one_district_s_figure_is_not_another_s(tmp_path):
    city = written(
        "各县竞相发展，武宣县园区产值过百亿元，金秀瑶族自治县工业投资增长40%。",
        "主要预期目标是：地区生产总值增长6%。",
        place="来宾市",
        year=2024,
    )
    with assistant_over(tmp_path, (city,)) as opened:
        answer = opened.ask("来宾市2023年金秀瑶族自治县工业投资增速是多少")
        assert answer.answered, answer.text
        assert "40%" in answer.text
        assert not opened.ask("来宾市2023年武宣县工业投资增速是多少").answered


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("临浦县城2023年新建了多少个停车位", "380个"),
        ("临浦县2023年发了多少家电下乡补贴", "52万元"),
        ("临浦县2023年增加了多少个学位", "1500个"),
    ],
)
def test_the_county_town_appliances_and_what_was_added(tmp_path, question, figure):
    county = written(
        "县城新建停车位380个，乡镇新建停车位90个。发放家电下乡补贴52万元。新增公办学位1500个。",
        "主要预期目标是：地区生产总值增长6%。",
        place="临浦县",
        year=2024,
    )
    with assistant_over(tmp_path, (county,)) as opened:
        answer = opened.ask(question)
        assert answer.answered, answer.text
        assert figure in answer.text
        assert "90个" not in answer.text
