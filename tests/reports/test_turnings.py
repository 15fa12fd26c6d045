"""Sections that look back and plan, and plans that look back in passing."""

from genre import facts_of, one, report

BOTH = (
    "一、“十四五”发展成就和“十五五”主要目标\n\n"
    "“十四五”时期，新建道路70公里，建成学校7所，城镇化率提高到51%。各项任务顺利完成。\n\n"
    "“十五五”时期是关键的五年。新建道路90公里，森林覆盖率达到33%，城镇化率提高到57%。\n\n"
    "加快教育发展。建成学校9所。\n\n"
    "二、2026年重点工作\n\n新建道路15公里。"
)


def test_the_second_half_of_a_head_plans():
    facts = report(BOTH, year=2026).facts
    assert one(facts, "70公里").period == "2021-2025"
    assert one(facts, "70公里").nature == "实绩"
    assert one(facts, "51%").period == "2025"
    for figure in ("90公里", "33%", "9所"):
        assert (one(facts, figure).period, one(facts, figure).nature) == ("2026-2030", "目标")
    assert (one(facts, "57%").period, one(facts, "57%").nature) == ("2030", "目标")
    assert one(facts, "15公里").period == "2026"


def test_a_plan_that_says_first_how_the_year_went():
    plan = (
        "过去一年，我们取得了很大成绩。生产总值增长9.3%，新增就业3100人。这为今年打下了基础。\n\n"
        "今年的预期目标是：生产总值增长8%，新增就业2900人。"
    )
    facts = facts_of("全年建成学校7所。", plan)
    assert (one(facts, "9.3%").period, one(facts, "9.3%").nature) == ("2023", "实绩")
    assert (one(facts, "3100人").period, one(facts, "3100人").nature) == ("2023", "实绩")
    assert (one(facts, "8%").period, one(facts, "8%").nature) == ("2024", "目标")


def test_the_subject_passes_over_what_its_total_passed():
    facts = facts_of("财政收入比上年增加1.6亿元，总额首次突破十亿元，达到11.2亿元。")
    assert one(facts, "11.2亿元").name == "一般公共预算收入"


def test_what_is_fixed_is_named_and_measured_as_what_it_is():
    facts = facts_of("建成学校7所。", "财政赤字拟安排1.8亿元。今年广义货币增长目标为13%左右。")
    assert one(facts, "1.8亿元").name == "财政赤字"
    fixed = one(facts, "13%左右")
    assert (fixed.name, fixed.measure) == ("广义货币", "增速")


def test_what_an_earlier_report_aimed_at_is_no_result():
    facts = facts_of("去年的报告提出，物价涨幅要从13.7%降到9%左右，经过努力，实际回落到5.2%。")
    assert one(facts, "9%左右").nature == "目标"
    reached = one(facts, "5.2%")
    assert (reached.nature, reached.indicator) == ("实绩", "物价涨幅")


def test_the_growth_of_the_economy_that_is_aimed_at_is_that_of_the_product():
    facts = facts_of("建成学校7所。", "经济增长速度的调控目标定为8%。")
    growth = one(facts, "8%")
    assert (growth.name, growth.measure) == ("地区生产总值", "增速")


def test_a_chapter_of_the_situation_that_tells_the_year_first():
    text = (
        "一、当前形势和基本任务\n\n"
        "在经济方面，过去一年里取得的最大成绩，是把1984年的过热调整过来。"
        "工业总产值达到613亿元，比上年增长7.1%。粮食产量达到310万吨，比上年增产9万吨。\n\n"
        "二、1987年的工作\n\n要新建学校7所。"
    )
    facts = report(text, year=1987).facts
    for figure in ("613亿元", "7.1%", "310万吨"):
        assert (one(facts, figure).period, one(facts, figure).nature) == ("1986", "实绩")


def test_years_in_chinese_numerals_are_years():
    facts = report(
        "过去五年的回顾\n\n"
        "一九八二年同一九七八年相比，商品零售总额由一千一百亿元增加到二千三百亿元。"
        "出口额由一九七八年的二百亿元增加到一九八二年的三百亿元。",
        year=1983,
    ).facts
    assert one(facts, "一千一百亿元").period == "1978"
    assert one(facts, "二千三百亿元").period == "1982"
    assert (one(facts, "三百亿元").period, one(facts, "三百亿元").indicator) == ("1982", "出口额")


def test_the_session_is_told_in_the_first_sentence():
    told = report("各位代表：我受国务院委托，向第六届全国人民代表大会第一次会议报告政府工作。", year=1983)
    assert told.identity.session == "第六届全国人民代表大会第一次会议"


def test_what_a_change_began_with_is_of_the_year_it_is_said_to_begin():
    facts = facts_of("从2019年到2023年，学校由59所增加到71所。2019—2023年医院由13所增加到17所。")
    assert one(facts, "59所").period == "2019"
    assert one(facts, "71所").period == "2023"
    assert one(facts, "13所").period == "2018"


def test_what_a_review_says_of_the_year_before_is_of_that_year():
    facts = facts_of("旅游收入由上年的34亿元增加到41亿元。", year=2024)
    assert one(facts, "34亿元").period == "2022"
    assert one(facts, "41亿元").period == "2023"


def test_what_the_last_report_had_said_is_a_target():
    facts = facts_of("去年的报告中曾提出，要把物价涨幅控制在3%以内。实际涨幅为4.1%。", year=2024)
    assert one(facts, "3%以内").nature == "目标"
    assert one(facts, "4.1%").nature == "实绩"
