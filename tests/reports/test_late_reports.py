"""Reports given at a year's end: 今年 is the year that they look back on, 明年 the one that they plan."""

from genre import report

from reports.identity import identify
from reports.pipeline import read_report
from reports.text import fold
from reports.times import find_times

TOLD = """
青山县各业一年的成绩
一九七四年，全县修渠三十条。今年又添水车二百架，粮食预计比去年增产百分之九。
明年全县的主要任务
一九七五年的主要任务是兴修水利，要修渠四十条。计划草案拟定，养猪比一九七四年增加百分之二十。
"""
GIVEN_EARLY = """二〇一四年一月六日
今年的主要任务
去年修渠三十条，今年要修渠四十条，明年通水。
"""


def facts_of(tmp_path, text):
    path = tmp_path / "青山县_报告.txt"
    path.write_text(text, encoding="utf-8")
    return {fact.figure: (fact.year, fact.nature) for fact in read_report(path, place="青山县").facts}


def test_a_report_that_plans_the_next_year_is_of_the_year_that_it_looks_back_on():
    found = identify(TOLD)
    assert (found.year, found.review_years, found.plan_years) == (1974, (1974,), (1975,))
    early = identify(GIVEN_EARLY)
    assert (early.year, early.review_years, early.plan_years) == (2014, (2013,), (2014,))


def test_its_figures_are_of_this_year_and_its_goals_of_the_next(tmp_path):
    found = facts_of(tmp_path, TOLD)
    assert found["二百架"] == (1974, "实绩")
    assert found["百分之九"] == (1974, "预计")
    assert found["四十条"] == (1975, "目标")
    assert found["百分之二十"] == (1975, "目标")


def test_who_gave_a_report_that_a_newspaper_tells():
    text = "一年来各业兴旺。\n林望山县长在报告中首先指出，全县粮食丰收。"
    found = identify(text, filename="某某县_1974.txt")
    assert (found.speaker, found.speaker_role) == ("林望山", "县长")


def test_a_five_year_plan_by_its_number_says_which_years_are_meant():
    (found,) = find_times(fold("第六个五年计划期间，修渠三百里。"), 1982, review=False)
    assert (found.first, found.last) == (1981, 1985)


def test_a_slip_of_the_pen_in_a_head_dates_no_goal():
    facts = report(
        "一、2002年工作回顾\n\n修路三十条。\n\n二、1999年的主要任务\n\n修路四十条。", year=2003
    ).facts
    assert [(fact.figure, fact.year, fact.nature) for fact in facts] == [
        ("三十条", 2002, "实绩"),
        ("四十条", 2003, "目标"),
    ]


def test_what_will_rise_is_planned_wherever_it_stands():
    facts = report("一、2002年工作回顾\n\n生铁产量拟定为九百吨，将比去年增长百分之五。", year=2003).facts
    assert {(fact.year, fact.nature) for fact in facts} == {(2003, "目标")}


def test_the_plan_of_the_year_goes_on_in_the_sentences_after_it():
    facts = report(
        "一、1978年工作回顾\n\n钢厂多炼了钢。今年造林三十亩。将用四十元修桥。棉布产量一九七七年比一九七六年增长百分之九。",
        year=1979,
    ).facts
    told = {fact.figure: (fact.year, fact.nature) for fact in facts}
    assert told["四十元"] == (1979, "目标")
    assert told["百分之九"] == (1977, "实绩")


def test_what_will_have_grown_by_a_plans_end_is_no_goal_of_the_year():
    facts = report("一、1987年工作回顾\n\n总产值将比1980年增长一倍。", year=1988).facts
    assert all((fact.year, fact.nature) != (1988, "目标") for fact in facts)


def test_what_this_year_has_brought_so_far_is_no_goal():
    (fact,) = report("一、1983年工作回顾\n\n今年第一季度，工厂又比去年同期增产百分之九。", year=1984).facts
    assert (fact.year, fact.nature) == (1984, "实绩")


def test_goals_of_a_period_and_those_of_its_first_year_stand_in_one_sentence():
    heads = "一、1997年工作回顾\n\n修渠。\n\n二、奋斗目标\n\n"
    goals = "从今年起到2002年，是要紧的时期。财政收入达到90元，其中今年达到60元；造林达到30亩。"
    facts = report(heads + goals, year=1998).facts
    assert [(fact.figure, fact.year) for fact in facts] == [("90元", 2002), ("60元", 1998), ("30亩", 2002)]
    assert facts[0].name == facts[1].name != ""


def test_what_a_plan_says_has_been_done_was_done_by_the_year_that_it_ends(tmp_path):
    told = TOLD + "现在同我县结对的村已经增加到三十五个。我们共还清贷款五千六百万新卢布。\n"
    assert facts_of(tmp_path, told)["三十五个"] == (1974, "实绩")
    assert "五千六百万新卢布" in facts_of(tmp_path, told)
