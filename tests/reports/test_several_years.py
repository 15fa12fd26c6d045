"""What several years brought, and what a plan of five years comes to, is not of one year."""

import pytest
from genre import facts_of, one, report


@pytest.mark.parametrize(
    ("sentence", "figure", "period", "indicator"),
    [
        ("5年累计造林30万亩，新增绿道80公里，改造管网95公里。", "80公里", "2019-2023", "新增绿道"),
        ("苹果产量达到8万吨，五年平均增长7.5%。", "7.5%", "2019-2023", "苹果产量"),
        ("苹果产量达到8万吨，五年平均增长7.5%。", "8万吨", "2023", "苹果产量"),
        ("梨产量7万吨，三年增长1.2倍。", "1.2倍", "2021-2023", "梨产量"),
        ("参保补助标准由每人320元提高到350元。", "350元", "2023", "参保补助标准"),
        ("改造旧楼30栋、四年累计92栋，拆除4栋、四年累计9栋。", "4栋", "2023", "拆除"),
        ("改造旧楼30栋、四年累计92栋，拆除4栋、四年累计9栋。", "92栋", "2020-2023", "改造旧楼"),
        ("到位资金1.6万多亿元。", "1.6万多亿元", "2023", "到位资金"),
        ("苹果产量可望达到8万吨。", "8万吨", "2023", "苹果产量"),
        ("不到300天完成搬迁。", "300天", "2023", "完成搬迁"),
        ("办结时限从2.5个月缩短到0.8个月。", "0.8个月", "2023", "办结时限"),
        ("村级集体收入480万元，5年提高2.1倍。", "2.1倍", "2019-2023", "村级集体收入"),
        ("五年共引进博士36人。", "36人", "2019-2023", "引进博士"),
        ("——这五年，乡村面貌一新。修建水渠40公里。", "40公里", "2019-2023", "修建水渠"),
    ],
)
def test_what_several_years_brought_is_theirs_and_called_by_its_own_words(
    sentence, figure, period, indicator
):
    fact = one(facts_of(sentence), figure)
    assert (fact.period, fact.indicator) == (period, indicator)


@pytest.mark.parametrize("span", ["今后5年", "改革开放20多年来", "5年累计", "过去3年", "经过10年"])
def test_a_length_of_time_that_says_when_is_no_figure(span):
    assert [f.figure for f in facts_of(f"{span}修建水渠40公里。")] == ["40公里"]


@pytest.mark.parametrize("sentence", ["迎接21世纪的“6•18”灯会，修建水渠40公里。", "20世纪的水渠修复40公里。"])
def test_centuries_and_days_in_names_are_no_figures(sentence):
    assert [f.figure for f in facts_of(sentence)] == ["40公里"]


def test_silicon_is_not_a_bound_and_a_size_alone_counts_nothing():
    (fact,) = facts_of("年产1000吨多晶硅项目投产。")
    assert fact.figure == "1000吨"
    size = one(facts_of("新开工项目670个，其中500万元以上的235个。"), "500万元以上")
    assert size.measure == "限定"


def test_a_length_of_time_that_is_told_stays_a_figure():
    assert [f.figure for f in facts_of("连续11年零事故，受教育年限由9年提高到11年。")] == [
        "11年",
        "9年",
        "11年",
    ]


BOTH = """一、2020年工作回顾

去年，全县平稳。

二、“十四五”时期主要目标和2021年工作安排

通过五年努力，在多个领域取得进展，人民生活更好。

苹果产量达到9万吨。县域公交覆盖率达到96%。

{year}苹果产量达到6万吨。

新建冷库12座。
"""


@pytest.mark.parametrize("year", ["今年的主要指标是：", "主要预期目标是：", "2021年，"])
def test_a_plan_of_five_years_goes_on_until_this_years_goals(year):
    facts = report(BOTH.format(year=year), year=2021).facts
    told = [(f.figure, f.period) for f in facts if f.nature == "目标"]
    assert told == [("9万吨", "2021-2025"), ("96%", "2021-2025"), ("6万吨", "2021"), ("12座", "2021")]


SPAN = "人均住房由2018年的28平方米提高到2023年的35平方米，其中乡村由20平方米增加到30平方米。"


@pytest.mark.parametrize(("figure", "year"), [("20平方米", 2018), ("30平方米", 2023), ("28平方米", 2018)])
def test_what_is_listed_behind_a_change_began_and_ended_with_its_years(figure, year):
    assert one(facts_of(SPAN), figure).year == year


def test_a_level_told_behind_its_growth_is_of_what_grew():
    assert one(facts_of("茶农户数增长12%，即达到860户。"), "860户").indicator == "茶农户数"
    assert one(facts_of("环湖绿道里程2019年为36公里。"), "36公里").year == 2019


def test_a_change_until_the_end_of_the_year_is_called_by_what_changed():
    told = facts_of("仓储去化周期从年初的9.5个月下降至年底的4.2个月。")
    assert one(told, "4.2个月").indicator == "仓储去化周期"


@pytest.mark.parametrize(
    ("sentence", "figure", "period"),
    [
        ("2018年县里确定的36所小学全部开工。新修水渠40公里。", "36所", "2023"),
        ("2018年县里确定的36所小学全部开工。新修水渠40公里。", "40公里", "2023"),
        ("梨园面积自2019年以来首次扩大，新增果园7个。", "7个", "2023"),
        ("2019年以来，新修水渠40公里。种树3万株。", "40公里", "2019-2023"),
        ("2019年以来，新修水渠40公里。种树3万株。", "3万株", "2023"),
        ("过夜游客恢复到2019年的103%，带动客房销售900套。", "103%", "2023"),
        ("过夜游客恢复到2019年的103%，带动客房销售900套。", "900套", "2023"),
        ("引资由2021年的第九位首次跻身前三；引进内资52亿元。", "52亿元", "2023"),
        ("煤炭去产能完成“十四五”任务的64%，修渠40公里。", "40公里", "2023"),
        ("两年内拆除旧房12万平方米。修渠40公里。", "12万平方米", "2022-2023"),
        ("两年内拆除旧房12万平方米。修渠40公里。", "40公里", "2023"),
        ("2018年与2023年比较，梨产量由3万吨增加到5万吨，年均递增10%。", "3万吨", "2018"),
        ("2018年与2023年比较，梨产量由3万吨增加到5万吨，年均递增10%。", "5万吨", "2023"),
        ("2018年与2023年比较，梨产量由3万吨增加到5万吨，年均递增10%。", "10%", "2019-2023"),
    ],
)
def test_a_year_in_a_modifier_dates_nothing_and_a_length_of_time_its_own_figure(sentence, figure, period):
    assert one(facts_of(sentence), figure).period == period


@pytest.mark.parametrize(
    ("sentence", "figure", "period"),
    [
        ("用三年左右的时间，治理草场30万亩。修渠40公里。", "30万亩", "2024-2026"),
        ("用三年左右的时间，治理草场30万亩。修渠40公里。", "40公里", "2024"),
        ("力争五年转移劳动力2万人。", "2万人", "2024-2028"),
        ("为实现“十四五”规划开好局，必须狠抓落实。确保37个项目开工。", "37个", "2024"),
        ("到“十四五”期末森林覆盖率达到60%。", "60%", "2025"),
    ],
)
def test_what_a_plan_gives_years_to_is_of_these_years_alone(sentence, figure, period):
    assert one(facts_of("平稳。", sentence), figure).period == period


def test_a_head_within_a_review_that_names_a_plan_dates_nothing():
    head = "（二）落实“十四五”重大举措，结构调整加快。"
    review = f"（一）农业向好。粮食总产41万吨。\n{head}\n\n旅游收入3.5亿元，增长8%。"
    fact = one(facts_of(review), "3.5亿元")
    assert (fact.period, fact.nature) == ("2023", "实绩")


FIVE = """一、“十三五”时期工作回顾

{review}

二、“十四五”时期主要目标

{plan}
"""


@pytest.mark.parametrize(
    ("sentence", "figure", "period"),
    [
        ("生产总值突破90亿元，年均增长7.5%。", "90亿元", "2020"),
        ("生产总值突破90亿元，年均增长7.5%。", "7.5%", "2016-2020"),
        ("梨产量达到5万吨，是2015年的1.6倍。", "5万吨", "2020"),
        ("城乡居民收入分别达到3.1万元和1.4万元，年均增长7%和8%。", "3.1万元", "2020"),
        ("城乡居民收入分别达到3.1万元和1.4万元，年均增长7%和8%。", "1.4万元", "2020"),
        ("五年累计造林达到8万亩，年均增长7%。", "8万亩", "2016-2020"),
        ("财政收入由不足4亿元到突破6亿元。", "4亿元", "2015"),
        ("财政收入由不足4亿元到突破6亿元。", "6亿元", "2020"),
    ],
)
def test_what_five_years_came_to_is_of_their_last(sentence, figure, period):
    told = report(FIVE.format(review=sentence, plan="平稳。"), year=2021).facts
    assert one(told, figure).period == period


def test_where_a_plan_begins_is_a_result():
    plan = "每千人床位从5.1张提高到6.3张，三次产业比重由目前的13.1∶40.2∶46.7调整到10.1∶41.2∶48.7。"
    told = report(FIVE.format(review="平稳。", plan=plan), year=2021).facts
    assert [(f.period, f.nature) for f in told if f.figure in ("5.1张", "13.1∶40.2∶46.7")] == [
        ("2020", "实绩")
    ] * 2
    assert one(told, "6.3张").nature == "目标"
