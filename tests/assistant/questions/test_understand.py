"""What a question says: years, nature, measure, unit, task, indicator, and what a follow-up takes over."""

import time

import pytest
from genre import PIECES
from hypothesis import given
from hypothesis import strategies as st

from assistant.questions.followup import complete
from assistant.questions.places import PlaceIndex
from assistant.questions.times import newest_year, resolve_years
from assistant.questions.understand import read_question
from reports.records import Identity
from vectorstore.records import ReportEntry


def entry(place, year):
    """A catalogue entry of a place's report."""
    return ReportEntry(f"{place}{year}", "", Identity(place, (), year), "txt", "text", 1, 1, 1, 100, "")


ENTRIES = [entry("卫东区", 2018), entry("卫东区", 2024), entry("山城区", 2024)]
PLACES = PlaceIndex(ENTRIES)
NEWEST = 2024


def read(*questions):
    """The last question, completed by those before it, with its years counted from 2024."""
    slots = None
    for question in questions:
        slots = complete(read_question(question, PLACES), slots)
    return resolve_years(slots, NEWEST)


# --- years


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("2023年卫东区新增就业", (2023,)),
        ("2023年度卫东区新增就业", (2023,)),
        ("卫东区2023新增就业", (2023,)),
        ("23年卫东区新增就业", (2023,)),
        ("98年卫东区新增就业", (1998,)),
        ("二〇二三年卫东区新增就业", (2023,)),
        ("二零二三年卫东区新增就业", (2023,)),
        ("２０２３年卫东区新增就业", (2023,)),
        ("2023年底卫东区市场主体", (2023,)),
        ("2021年和2023年卫东区新增就业", (2021, 2023)),
        ("2021、2023年卫东区新增就业", (2021, 2023)),
        ("2020到2023年卫东区新增就业", (2020, 2021, 2022, 2023)),
        ("2020-2023年卫东区新增就业", (2020, 2021, 2022, 2023)),
        ("20年至23年卫东区新增就业", (2020, 2021, 2022, 2023)),
        ("卫东区去年新增就业", (2023,)),
        ("卫东区今年新增就业目标", (2024,)),
        ("卫东区前年新增就业", (2022,)),
        ("卫东区大前年新增就业", (2021,)),
        ("卫东区明年新增就业目标", (2025,)),
        ("卫东区新增就业多少", ()),
    ],
)
def test_years_are_read(question, years):
    assert read(question).years == years


@pytest.mark.parametrize(
    ("question", "span"),
    [
        ("卫东区过去五年新增就业", (2019, 2023)),
        ("卫东区五年来新增就业", (2019, 2023)),
        ("卫东区近三年新增就业", (2021, 2023)),
        ("卫东区今后五年新增就业", (2024, 2028)),
        ("卫东区未来三年的目标", (2024, 2026)),
        ("“十三五”期间卫东区新增就业", (2016, 2020)),
        ("十四五时期卫东区目标", (2021, 2025)),
        ("“十四五”末卫东区城镇化率目标", (2025, 2025)),
    ],
)
def test_periods_are_read(question, span):
    slots = read(question)
    assert slots.span == span
    assert slots.years == ()


def test_the_year_of_a_report_is_not_the_year_of_the_figure():
    slots = read("卫东区2024年政府工作报告里新增就业多少")
    assert slots.report_years == (2024,)
    assert slots.years == ()
    assert slots.content == "新增就业"


def test_relative_years_count_from_the_newest_report_or_the_one_named():
    assert newest_year(ENTRIES) == 2024
    assert newest_year([]) is None
    assert read("卫东区2018年政府工作报告里去年新增就业").years == (2017,)
    unsolved = read_question("卫东区去年新增就业", PLACES)
    assert resolve_years(unsolved, None) == unsolved


# --- nature, measure, unit


@pytest.mark.parametrize(
    ("question", "nature"),
    [
        ("卫东区2024年新增就业目标", "目标"),
        ("卫东区2024年计划新增就业多少", "目标"),
        ("卫东区2024年力争新增就业多少", "目标"),
        ("卫东区2024年打算改造多少户", "目标"),
        ("卫东区今年新增就业多少", "目标"),
        ("卫东区2023年完成了多少投资", "实绩"),
        ("卫东区2023年实际新增就业", "实绩"),
        ("卫东区2023年新增了多少就业", "实绩"),
        ("卫东区2023年新增就业目标完成了吗", "both"),
        ("卫东区2023年目标和实际新增就业各多少", "both"),
        ("卫东区2023年新增就业多少", ""),
        ("卫东区2023年实际利用外资", ""),
        ("卫东区主要产业的产值", ""),
        ("卫东区2023年新增就业占计划的比重", ""),
    ],
)
def test_targets_are_told_from_results(question, nature):
    assert read(question).nature == nature


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("卫东区2023年GDP增速", "增速"),
        ("卫东区2023年GDP增长了多少", "增速"),
        ("卫东区2023年GDP同比增长多少", "增速"),
        ("卫东区2023年物价涨幅", "增速"),
        ("卫东区2023年能耗下降了多少", "增速"),
        ("卫东区2023年税收占比", "占比"),
        ("卫东区2023年税收占财政收入的比重", "占比"),
        ("卫东区2023年GDP排第几", "位次"),
        ("卫东区2023年GDP全市排名", "位次"),
        ("卫东区2023年GDP", ""),
    ],
)
def test_growth_shares_and_ranks_are_told_from_levels(question, measure):
    assert read(question).measure == measure


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("卫东区2023年新增就业多少人", "人"),
        ("卫东区2023年新增就业多少万人", "人"),
        ("卫东区2023年GDP多少亿元", "元"),
        ("卫东区2023年GDP多少亿", "元"),
        ("卫东区2023年花了多少钱", "元"),
        ("卫东区2023年利用外资多少万美元", "美元"),
        ("卫东区2023年GDP增长百分之几", "%"),
        ("卫东区2023年GDP增长多少个百分点", "百分点"),
        ("卫东区2023年改造公路多少公里", "米"),
        ("卫东区2023年新建学校几所", "所"),
        ("卫东区2023年办理建议多少件", "件"),
        ("卫东区2023年GDP多少", ""),
    ],
)
def test_the_unit_asked_for_is_read(question, unit):
    assert read(question).unit == unit


# --- task, indicator


@pytest.mark.parametrize(
    ("question", "task"),
    [
        ("2023年卫东区新增就业多少", "figure"),
        ("2023年卫东区GDP", "figure"),
        ("卫东区和山城区2023年GDP分别是多少", "table"),
        ("卫东区2022年和2023年GDP各是多少", "table"),
        ("卫东区和山城区2023年GDP哪个高", "compare"),
        ("卫东区和山城区2023年GDP对比", "compare"),
        ("卫东区和山城区2023年GDP相差多少", "difference"),
        ("卫东区2023年GDP比2022年多多少", "difference"),
        ("卫东区和山城区2023年GDP合计多少", "sum"),
        ("卫东区2018到2023年新增就业变化趋势", "trend"),
        ("卫东区历年新增就业", "trend"),
        ("2024年卫东区政府工作报告是谁作的", "meta"),
        ("卫东区区长是谁", "meta"),
        ("卫东区2024年的报告是在哪次人代会上作的", "meta"),
        ("卫东区2024年的目标任务是由哪次人民代表大会会议确定的", "open"),
        ("卫东区2024年的报告是哪天作的", "meta"),
        ("卫东区高标准农田由谁负责", "duty"),
        ("卫东区老旧小区改造的牵头单位", "duty"),
        ("卫东区2024年有哪些重点工作", "list"),
        ("卫东区如何优化营商环境", "open"),
        ("卫东区为什么要招商引资", "open"),
        ("光华学校什么时候建成", "when"),
        ("哪家企业投产了", "who"),
    ],
)
def test_the_task_is_told(question, task):
    assert read(question).task == task


@pytest.mark.parametrize(
    ("question", "content", "names"),
    [
        ("请问2023年卫东区新增就业是多少人？", "新增就业", ("城镇新增就业",)),
        ("帮我查一下卫东区2023年的GDP", "gdp", ("地区生产总值",)),
        ("卫东区2024年社零增长目标是多少", "社零", ("社会消费品零售总额",)),
        ("卫东区2023年固投增速", "固投", ("固定资产投资",)),
        ("卫东区2023年老旧小区改造了多少户", "老旧小区改造", ()),
    ],
)
def test_what_is_left_is_what_the_question_is_about(question, content, names):
    slots = read(question)
    assert slots.content.startswith(content)
    assert slots.names == names


def test_each_figure_of_several_asked_is_its_own():
    slots = read("卫东区2023年财政收入多少，增长多少")
    assert [a.measure for a in slots.asks] == ["水平", "增速"]
    slots = read("卫东区2023年办理多少件建议和多少件提案")
    assert [a.content.replace(" ", "") for a in slots.asks] == ["办理建议", "提案"]


# --- follow-ups

FIRST = "2023年卫东区新增就业多少"


@pytest.mark.parametrize(
    ("follow_up", "places", "years", "content", "inherited"),
    [
        ("那2020年呢", ("卫东区",), (2020,), "新增就业", ("地区", "指标")),
        ("山城区呢", ("山城区",), (2023,), "新增就业", ("年份", "指标")),
        ("那山城区2022年呢", ("山城区",), (2022,), "新增就业", ("指标",)),
        ("GDP呢", ("卫东区",), (2023,), "gdp", ("地区", "年份")),
        ("去年呢", ("卫东区",), (2023,), "新增就业", ("地区", "指标")),
        ("增速呢", ("卫东区",), (2023,), "新增就业", ("地区", "年份", "指标")),
        ("山城区2022年GDP多少", ("山城区",), (2022,), "gdp", ()),
    ],
)
def test_a_follow_up_takes_over_what_it_leaves_out(follow_up, places, years, content, inherited):
    slots = read(FIRST, follow_up)
    assert (slots.places, slots.years, slots.content, slots.inherited) == (places, years, content, inherited)


def test_a_follow_up_may_change_measure_or_nature():
    assert read("2023年卫东区GDP多少", "增速呢").measure == "增速"
    assert read("2023年卫东区GDP增速", "山城区呢").measure == "增速"
    assert read("2024年卫东区新增就业目标", "山城区呢").nature == "目标"
    assert read("2024年卫东区新增就业目标", "实际呢").nature == "实绩"
    assert read("2023年卫东区新增就业", "目标呢").nature == "目标"


def test_a_contrast_replaces_its_own_word_alone():
    slots = read("2022年卫东区城镇居民收入", "那农村呢")
    assert slots.names == ("农村居民人均可支配收入",)
    assert slots.years == (2022,)
    assert read("2022年卫东区出口总额", "进口呢").names == ("进口总额",)


def test_what_is_taken_over_lasts_for_several_questions():
    slots = read(FIRST, "那2020年呢", "山城区呢", "GDP呢")
    assert (slots.places, slots.years, slots.names) == (("山城区",), (2020,), ("地区生产总值",))


def test_a_first_question_takes_nothing_over():
    alone = read_question(FIRST, PLACES)
    assert complete(alone, None) == alone


# --- anything at all


@given(
    st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=20).map("".join)),
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
)
def test_understanding_never_raises(question, earlier):
    slots = read(earlier, question)
    assert slots.question == question
    assert slots.nature in ("", "目标", "实绩", "both")
    assert slots.measure in ("", "增速", "占比", "位次", "水平")
    assert all(1900 <= year <= 2100 for year in slots.years)


@pytest.mark.parametrize("piece", ["2023年卫东区新增就业多少", "多少", "的", "2023", "报告", "和", "一"])
def test_a_question_of_full_length_is_understood_at_once(piece):
    start = time.process_time()
    read((piece * 2000)[:2000])
    assert time.process_time() - start < 3
