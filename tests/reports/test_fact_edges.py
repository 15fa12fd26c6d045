"""Where the words of an indicator end, and what a comparison, a bound or a rarity leaves as it is."""

import pytest
from genre import facts_of, one


@pytest.mark.parametrize(
    ("clause", "indicator"),
    [
        ("产业项目新签约45个", "产业项目新签约"),
        ("查处欠薪违法行为31起", "查处欠薪违法行为"),
        ("已经化解积案52件", "化解积案"),
        ("使用再生水300万吨", "使用再生水"),
        ("共建实训基地5个", "共建实训基地"),
        ("和美村庄达到16个", "和美村庄"),
        ("其他收入8200万元", "其他收入"),
        ("参保覆盖率始终保持在96%", "参保覆盖率"),
        ("棉花产量将要达到20万担", "棉花产量"),
    ],
)
def test_words_are_not_cut_within_themselves(clause, indicator):
    (fact,) = facts_of(f"{clause}。")
    assert fact.indicator == indicator
    assert fact.bound == ""


def test_what_a_figure_is_compared_with_is_not_part_of_its_indicator():
    facts = facts_of("旅游综合收入较疫情前增长12%。财政总收入9.4亿元，是2006年的2.7倍。")
    assert one(facts, "12%").name == "旅游收入"
    assert one(facts, "2.7倍").name == "财政总收入"
    assert one(facts, "2.7倍").year == 2023


def test_how_far_something_is_above_others_is_no_value_of_it():
    facts = facts_of("规上工业增加值增速高于全省1.7个百分点、8%左右。")
    assert one(facts, "1.7个百分点").name == ""
    assert one(facts, "8%左右").name == "规模以上工业增加值"


@pytest.mark.parametrize(
    ("sentence", "figure", "measure"),
    [
        ("担保基金不低于6000万元。", "6000万元", "水平"),
        ("覆盖率不低于91%。", "91%", "占比"),
        ("投资增速高于6%。", "6%", "增速"),
        ("产值增长不低于8%。", "8%", "增速"),
        ("轿车产量保持30%以上增长。", "30%以上", "增速"),
    ],
)
def test_a_bound_is_no_change(sentence, figure, measure):
    assert one(facts_of(sentence), figure).measure == measure


def test_a_share_at_the_head_of_a_clause_is_of_what_follows_it():
    facts = facts_of("医疗服务扩面，84%的乡镇建成急救站。")
    assert one(facts, "84%").indicator == "乡镇建成急救站"


def test_a_total_is_not_of_the_new_ones_alone():
    facts = facts_of("新增省级研发平台5家、总数30家。新能源汽车企业9家、总数20家。")
    assert one(facts, "30家").indicator == "省级研发平台总数"
    assert one(facts, "20家").indicator == "新能源汽车企业总数"


def test_a_rarity_dates_nothing():
    facts = facts_of("集资案件实现十年来首次零新增，刑事案件下降21%。")
    assert one(facts, "21%").period == "2023"


def test_a_change_begins_in_the_year_that_the_sentence_names():
    facts = facts_of("2020年生产总值140亿元，是2015年的1.2倍；财政收入由4亿元增长到8亿元。")
    assert (one(facts, "4亿元").year, one(facts, "8亿元").year) == (2015, 2020)
    facts = facts_of("2015-2021年，财政收入由3亿元增加到7亿元。")
    assert (one(facts, "3亿元").year, one(facts, "7亿元").year) == (2015, 2021)


def test_numbers_in_circles_count_items():
    assert [f.figure for f in facts_of("道路工程3项：①东环路②西环路③投资5亿元的大桥。")] == ["3项", "5亿元"]


def test_receipts_after_visitors_are_of_tourism():
    assert one(facts_of("接待游客100万人次、收入21亿元。"), "21亿元").name == "旅游收入"


@pytest.mark.parametrize(
    ("sentence", "figure", "measure"),
    [
        ("实施道路照明质量提升90条。", "90条", "水平"),
        ("改造提升服务区26个。", "26个", "水平"),
        ("优良天数提升12天。", "12天", "增量"),
        ("贫困村脱贫出列102个。", "102个", "水平"),
    ],
)
def test_works_that_are_counted_rise_by_nothing(sentence, figure, measure):
    assert one(facts_of(sentence), figure).measure == measure


def test_a_plan_of_teaching_law_is_no_five_year_plan():
    assert one(facts_of("“八五”普法稳步推进，满意率达99%。"), "99%").period == "2023"


def test_years_together_within_a_plan_are_those_to_come():
    (fact,) = facts_of("", "五年累计投资达到85亿元。")
    assert (fact.period, fact.nature) == ("2024-2028", "目标")


def test_what_is_to_be_won_is_a_target():
    (fact,) = facts_of("", "取得重大成果90项以上。")
    assert fact.nature == "目标"


def test_public_money_is_no_sum_over_years():
    facts = facts_of("五年来，公共服务持续改善，居民消费规模达到8亿元。")
    assert one(facts, "8亿元").nature == "累计"
    facts = facts_of("2019年以来，公共服务持续改善。2019-2023年，公共服务改善，居民消费规模达到8亿元。")
    assert one(facts, "8亿元").nature == "实绩"


def test_a_unit_cut_short_is_that_of_the_next_figure():
    facts = facts_of("工业、农业增速分别高于全省2.6个、0.8个百分点。")
    assert [fact.base_unit for fact in facts] == ["百分点", "百分点"]


def test_a_yearly_rate_and_a_ratio_of_sectors():
    facts = facts_of("农民人均纯收入年均递增8%。一、二、三产之比为9:40:51。")
    assert [fact.name for fact in facts] == ["农村居民人均可支配收入", ""]


def test_where_it_grew_to_and_places_risen():
    facts = facts_of("绿化率由2015年的38%增长到46%。综合排名居全省第23位、提升11个位次。")
    assert one(facts, "38%").measure == "占比"
    assert one(facts, "11个").measure == "增量"
    facts = facts_of("羚羊由最低时的不足2万只恢复到7万只。")
    assert {fact.indicator for fact in facts} == {"羚羊"}


def test_a_clause_that_begins_with_its_year_names_what_follows():
    facts = facts_of("2021年旅游收入、接待游客再创新高，分别增长16%、15%。")
    assert [(f.name, f.year) for f in facts] == [("旅游收入", 2021), ("游客", 2021)]


def test_what_was_added_over_years_and_the_whole_are_of_the_thing_named_before():
    facts = facts_of("新登记养殖户3.2万户，三年新增9.5万户，总量达到21.4万户。")
    assert one(facts, "9.5万户").indicator == "新登记养殖户"
    whole = one(facts, "21.4万户")
    assert (whole.indicator, whole.year, whole.period) == ("养殖户总量", 2023, "2023")


def test_the_whole_in_size_is_not_of_what_was_added():
    facts = facts_of("新增风力发电装机容量45万千瓦，总规模超过210万千瓦。")
    assert one(facts, "210万千瓦").indicator == "风力发电装机容量总规模"


def test_an_output_at_the_end_of_a_list_is_of_the_grain_it_begins_with():
    facts = facts_of("粮食面积单产总产再获“三连增”、总产38.6亿斤。")
    assert one(facts, "38.6亿斤").name == "粮食产量"
