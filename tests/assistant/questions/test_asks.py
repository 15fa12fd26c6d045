"""Several figures in one question, spoken words, years stepped and compared, parts that are not the whole."""

import re

import pytest
from towns import COUNTIES, PLACES, assistant_over, check

from assistant.questions.followup import complete
from assistant.questions.understand import read_question


@pytest.fixture(scope="module")
def towns(tmp_path_factory):
    """The assistant over two counties' reports."""
    with assistant_over(tmp_path_factory.mktemp("asks"), COUNTIES) as opened:
        yield opened


def asks(question):
    """The several figures asked for, as plain tuples."""
    return [(a.content, a.unit, a.measure) for a in read_question(question, PLACES).asks]


# --- several asks


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("临禾县2023年GDP多少", []),
        ("临禾县2023年GDP和增速", [("gdp", "", "水平"), ("", "", "增速")]),
        ("临禾县2023年GDP多少，同比增长多少", [("gdp", "", "水平"), ("", "", "增速")]),
        ("临禾县2023年新建学校几所、养老院几处", [("新建学校", "所", ""), ("养老院", "处", "")]),
        ("临禾县2023年GDP增速，粮食产量增速", [("gdp", "", "增速"), ("粮食产量", "", "增速")]),
        ("临禾县2023年城镇化率，比上年提高多少", [("城镇化率", "", "水平"), ("", "", "增速")]),
        (
            "临禾县2023年城乡居民人均可支配收入是多少",
            [("城镇居民人均可支配收入", "", ""), ("农村居民人均可支配收入", "", "")],
        ),
        (
            "临禾县2023年城乡居民人均可支配收入增速",
            [("城镇居民人均可支配收入", "", "增速"), ("农村居民人均可支配收入", "", "增速")],
        ),
    ],
)
def test_each_ask_has_its_words_unit_and_measure(question, expected):
    assert asks(question) == expected


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("临禾县2023年GDP和增速", ("160.5亿元", "7%")),
        ("临禾县2023年粮食产量多少，增长多少", ("25万吨", "25%")),
        ("临禾县2023年实施多少个重点项目，完成投资多少", ("72个", "41.5亿元")),
        ("临禾县2023年新认定高新技术企业几家，一共几家", ("9家", "31家")),
        ("临禾县2023年为多少家企业发放贷款，一共多少钱", ("185家", "6.4亿元")),
        ("临禾县2023年城镇化率，比上年提高多少", ("56.8%", "1.3个百分点")),
        ("临禾县2023年城乡居民人均可支配收入是多少", ("38200元", "20500元")),
        ("临禾县2023年城乡居民人均可支配收入增速各是多少", ("4.6%", "6.9%")),
        ("临禾县2023年GDP和PM2.5浓度分别是多少", ("160.5亿元", "32微克/立方米")),
    ],
)
def test_each_ask_is_answered_and_cited(towns, question, figures):
    check(towns.ask(question), *figures)


def test_what_is_not_found_of_several_asks_is_said(towns):
    answer = towns.ask("东坪县2023年粮食产量多少，PM2.5浓度多少")
    assert not answer.answered, "what tells only a part does not count as an answer"
    assert answer.text.startswith("只找到一部分")
    assert "12.5万吨" in answer.text
    assert "12.5万吨" in answer.citations[0].quote
    assert "没有找到" in answer.text
    assert "32" not in answer.text


# --- spoken words


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("临禾县2023年城里人的人均可支配收入多少", "38200元"),
        ("临禾县2023年乡下人的人均可支配收入多少", "20500元"),
        ("临禾县2023年村里人收入增长多少", "6.9%"),
        ("临禾县2023年GDP多少个亿", "160.5亿元"),
        ("临禾县2023年经济增长多少", "7%"),
        ("临禾县2023年一年新增就业多少人", "3300人"),
        ("我在外地工作，临禾县2023年GDP多少", "160.5亿元"),
        ("作为一名老师想问：临禾县2023年新增就业多少人", "3300人"),
        ("临禾县2023年粮食产量多少，是不是增长了", "25万吨"),
    ],
)
def test_spoken_words_mean_what_reports_call_otherwise(towns, question, figure):
    answer = towns.ask(question)
    check(answer, figure)
    assert len(answer.citations) == 1


# --- from … to, steps of a year


def test_from_one_year_to_another_asks_for_the_two_ends():
    slots = read_question("临禾县从2017年到2023年GDP增加了多少", PLACES)
    assert (slots.years, slots.span, slots.task) == ((2017, 2023), None, "difference")
    assert slots.measure == "水平"


def test_a_sum_over_years_asks_for_the_period():
    slots = read_question("临禾县2018到2022年累计脱贫多少人", PLACES)
    assert (slots.years, slots.span) == ((), (2018, 2022))


def test_three_reports_may_be_named_by_their_years():
    slots = read_question("临禾县2018、2021、2024年的报告GDP", PLACES)
    assert (slots.years, slots.report_years, slots.task) == ((2018, 2021, 2024), (), "table")


def test_the_difference_of_the_ends_is_computed(towns):
    answer = towns.ask("从2022年到2023年临禾县GDP增加了多少")
    check(answer, "160.5亿元", "150亿元")
    assert "多10.5亿元（160.5−150＝10.5）" in answer.text


@pytest.mark.parametrize(
    ("first", "then", "year"),
    [
        ("临禾县2023年新增就业", "前一年呢", 2022),
        ("临禾县2023年新增就业", "上一年呢", 2022),
        ("临禾县2022年新增就业", "下一年呢", 2023),
        ("临禾县2022年新增就业", "后一年呢", 2023),
        ("临禾县2022年新增就业", "第二年呢", 2023),
        ("临禾县2022年新增就业", "第二年实际呢", 2023),
    ],
)
def test_a_step_is_counted_from_the_year_before(first, then, year):
    slots = complete(read_question(then, PLACES), read_question(first, PLACES))
    assert slots.years == (year,)
    assert slots.places == ("临禾县",)
    assert slots.names == ("城镇新增就业",)
    assert {"地区", "指标"} <= set(slots.inherited)
    assert "年份" not in slots.inherited


def test_steps_add_up_and_answer_with_their_own_year(towns):
    history = []
    for question, year, figure in (
        ("临禾县2023年新增就业", 2023, "3300人"),
        ("前一年呢", 2022, "3000人"),
        ("下一年呢", 2023, "3300人"),
    ):
        answer = towns.ask(question, history)
        check(answer, figure)
        assert answer.query.years == (year,)
        history.append((question, answer.text))
    last = towns.ask("再下一年呢", history)
    assert not last.answered
    assert "3300" not in last.text.split("相近")[0]


def test_a_step_without_a_year_before_it_stands_for_nothing():
    slots = complete(read_question("前一年呢", PLACES), read_question("临禾县新增就业", PLACES))
    assert slots.years == ()


# --- parts, codes, plans, single things


@pytest.mark.parametrize(
    ("question", "figure", "other"),
    [
        ("临禾县2023年牧区经济总量多少", "23.7亿元", "160.5"),
        ("临禾县2023年经济总量多少", "160.5亿元", "23.7"),
        ("临禾县2023年GDP多少", "160.5亿元", "23.7"),
        ("临禾县2023年固定资产投资多少", "98.4亿元", "41.5"),
        ("临禾县2023年重点项目投资多少", "41.5亿元", "98.4"),
        ("临禾县2023年72个重点项目完成多少投资", "41.5亿元", "98.4"),
        ("临禾县2023年为185家企业发放贷款多少", "6.4亿元", "72"),
    ],
)
def test_a_part_is_not_the_whole_nor_the_whole_a_part(towns, question, figure, other):
    answer = towns.ask(question)
    check(answer, figure)
    assert other not in answer.text


@pytest.mark.parametrize("code", ["PM10", "PM1", "PM25"])
def test_another_code_is_another_thing(towns, code):
    answer = towns.ask(f"临禾县2023年{code}平均浓度多少")
    assert not answer.answered
    assert "32" not in answer.text


def test_the_code_itself_answers(towns):
    check(towns.ask("临禾县2023年pm2.5平均浓度多少"), "32微克/立方米")


def test_a_detail_of_the_years_own_plan_is_told_as_a_target(towns):
    answer = towns.ask("临禾县2024年智慧停车场建多少处")
    check(answer, "5处")
    assert "目标" in answer.text


def test_an_indicator_of_a_year_without_results_is_not_told_by_its_target(towns):
    answer = towns.ask("临禾县2024年城镇新增就业多少")
    assert not answer.answered
    assert "当年的报告回顾上一年" in answer.text
    assert "3200" not in answer.text.split("相近")[0]


def test_a_weak_word_of_will_yields_to_the_only_report_there_is(towns):
    answer = towns.ask("东坪县2023年城镇新增就业要达到多少")
    check(answer, "1500人")
    assert answer.query.nature == ""


def test_a_target_asked_for_by_name_never_yields(towns):
    answer = towns.ask("东坪县2023年城镇新增就业目标是多少")
    assert not answer.answered
    assert answer.query.nature == "目标"


@pytest.mark.parametrize(
    ("question", "said", "others"),
    [
        ("临禾县2023年获得什么称号", "全国双拥模范县", ("人民医院", "旅游环线")),
        ("临禾县2023年哪家医院完成迁建", "县人民医院", ("文化馆", "双拥")),
        ("临禾县2023年哪个馆被评为国家一级馆", "县文化馆", ("人民医院", "旅游环线")),
        ("临禾县2023年旅游环线开工了没有", "旅游环线开工", ("人民医院", "双拥")),
    ],
)
def test_one_thing_is_answered_with_its_own_clause(towns, question, said, others):
    answer = towns.ask(question)
    assert answer.answered
    assert answer.mode == "extractive"
    assert said in answer.text
    (citation,) = answer.citations
    assert said in citation.quote
    for other in others:
        assert other in citation.quote
        assert other not in answer.text
    assert re.sub(r"\[\d+\]|。", "", answer.text) in citation.quote


def test_one_thing_that_is_not_told_is_refused(towns):
    answer = towns.ask("临禾县2023年旅游环线完工了没有")
    assert not answer.answered
