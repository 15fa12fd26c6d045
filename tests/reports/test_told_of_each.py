"""What each of several figures is of where its words stand in the clause before it, or behind the next."""

import pytest
from genre import facts_of, one


@pytest.mark.parametrize(
    ("text", "figure", "indicator"),
    [
        (
            "石林港货物吞吐量达6100万吨、集装箱吞吐量达88万标箱，分别居全国第6和第9位。",
            "第6",
            "石林港货物吞吐量",
        ),
        (
            "石林港货物吞吐量达6100万吨、集装箱吞吐量达88万标箱，分别居全国第6和第9位。",
            "第9位",
            "集装箱吞吐量",
        ),
        (
            "五年淘汰落后水泥产能90万吨、落后造纸产能40万吨，今年力争分别淘汰20万吨和10万吨。",
            "20万吨",
            "淘汰落后水泥产能",
        ),
        ("粮食总产量达到188万吨，增产9万吨。", "9万吨", "粮食总产量"),
        ("310个县级和42个省、市级急救中心建成。", "310个", "县级急救中心建成"),
        ("310个县级和42个省、市级急救中心建成，9所学校开工。", "42个", "省、市级急救中心建成"),
        ("城镇人均居住面积增加到31平方米，农村增加到44平方米。", "44平方米", "农村人均居住面积"),
        ("城镇居民人均消费支出2.1万元，农村居民1.3万元。", "1.3万元", "农村居民人均消费支出"),
    ],
)
def test_a_figure_is_of_what_its_list_tells(text, figure, indicator):
    assert one(facts_of(text), figure).indicator == indicator


@pytest.mark.parametrize(
    ("text", "figure", "indicator"),
    [
        # what one clause of another unit tells is none of a row's
        ("投入资金8亿元、新建管网50公里，今年计划分别关停3家和5家企业。", "3家", "投入资金"),
        ("城镇新增就业6万人，农村转移就业3万人。", "3万人", "城镇转移就业"),
    ],
)
def test_nor_of_what_another_clause_tells(text, figure, indicator):
    assert one(facts_of(text), figure).indicator != indicator


def test_the_economy_that_grows_over_a_year_is_its_product():
    assert one(facts_of("全年经济增长8.3%，地区生产总值突破910亿元。"), "8.3%").name == "地区生产总值"
    assert one(facts_of("数字经济增长8.3%。"), "8.3%").name == ""


def test_one_in_so_many_thousands_is_a_figure():
    facts = facts_of("孕产妇死亡率、婴儿死亡率分别下降至十万分之九、千分之三。")
    assert [(f.figure, f.indicator) for f in facts] == [
        ("十万分之九", "孕产妇死亡率"),
        ("千分之三", "婴儿死亡率"),
    ]


def test_what_a_figure_came_from_last_year_is_of_the_year_before():
    facts = facts_of("非税收入占比由上年的31.5%下降到26.2%。")
    assert [f.year for f in facts] == [facts[1].year - 1, facts[1].year]
