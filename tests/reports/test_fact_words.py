"""The words of a fact: which indicator a figure is of, and what stands before and behind it."""

import pytest
from genre import facts_of, one


@pytest.mark.parametrize(
    ("clause", "indicator"),
    [
        ("PM2.5平均浓度41微克/立方米", "PM2.5平均浓度"),
        ("R&D经费投入强度2.1%", "R&D经费投入强度"),
        ("到位上级资金12亿元", "到位上级资金"),
        ("1.新建高标准农田40亩", "新建高标准农田"),
        ("（2）新建公厕4座", "新建公厕"),
        ("三、新建公厕4座", "新建公厕"),
        ("失业率下降并稳定在2.1%", "失业率"),
        ("三次产业结构调整为12:41:47", "三次产业结构"),
        ("地区生产总值居全省第4位", "地区生产总值"),
        ("综合排名第3位", "综合排名"),
        ("进出口总额居同类城市第7位", "进出口总额"),
        ("粮食加工能力保持全国第一", "粮食加工能力"),
    ],
)
def test_the_indicator_is_the_reports_words_without_what_stands_around_them(clause, indicator):
    (fact,) = facts_of(f"{clause}。")
    assert fact.indicator == indicator
    assert fact.indicator in fact.before or fact.measure == "位次"


@pytest.mark.parametrize(
    ("sentence", "figure", "name"),
    [
        ("全省地区生产总值增长5%，我县增长6.2%。", "6.2%", "地区生产总值"),
        ("五年来，城镇新增就业1.5万人，其中2022年新增3200人。", "3200人", "城镇新增就业"),
        ("市场主体升至37658户，比上年多3.69%。", "3.69%", "经营主体"),
        ("地区生产总值居全省第4位、增速8.1%。", "8.1%", "地区生产总值"),
        ("地区生产总值增长8.1%、第4位。", "第4位", "地区生产总值"),
        ("地区生产总值达到3万亿元，增长到2022年的4.9万亿元。", "4.9万亿元", "地区生产总值"),
        ("固定资产投资增长-1.5%。", "-1.5%", "固定资产投资"),
        ("地区生产总值达到480亿元（预计数，下同），增长6.2%。", "6.2%", "地区生产总值"),
        ("预计全年(下同)地区生产总值增长6.2%。", "6.2%", "地区生产总值"),
    ],
)
def test_a_figure_without_a_name_has_the_name_before_it(sentence, figure, name):
    fact = one(facts_of(sentence), figure)
    assert (fact.name, fact.place) == (name, "青山县")


def test_a_decimal_before_a_clause_of_days_does_not_swallow_its_comma():
    facts = facts_of("评分提高到9.5，120天没有事故。")
    assert one(facts, "120天").indicator == "没有事故"
    assert one(facts, "120天").clause == "120天没有事故"


def test_a_time_of_day_is_no_figure_and_divides_no_clause():
    (fact,) = facts_of("早高峰7:30开始的班次加密到45班。")
    assert fact.clause == "早高峰7:30开始的班次加密到45班"


def test_a_full_width_comma_before_three_digits_ends_the_clause():
    facts = facts_of("城镇新增就业3200人，150家企业复产，2022年财政收入9.2亿元，2021年8.1亿元。")
    assert one(facts, "3200人").clause == "城镇新增就业3200人"
    assert one(facts, "9.2亿元").clause == "2022年财政收入9.2亿元"


def test_the_words_of_the_next_figure_are_not_those_after_this_one():
    facts = facts_of("72个重点项目当年投资13.9亿元。")
    assert [(f.figure, f.indicator, f.after) for f in facts] == [
        ("72个", "重点项目", "重点项目"),
        ("13.9亿元", "重点项目当年投资", ""),
    ]


def test_a_rank_that_rises_is_of_one_indicator():
    facts = facts_of("开发区排名由第39位跃升至第21位。")
    assert [(f.figure, f.indicator, f.measure) for f in facts] == [
        ("第39位", "开发区排名", "位次"),
        ("第21位", "开发区排名", "位次"),
    ]


def test_the_noun_after_one_figure_is_not_the_next_ones():
    facts = facts_of("实施10个国道续建项目、开工4个省道改建项目。完成15个小区改造、惠及群众7709户。")
    assert one(facts, "4个").indicator == "开工省道改建项目"
    assert "小区改造" in one(facts, "7709户").before


def test_what_an_amount_is_set_at_is_no_part_of_its_name():
    facts = facts_of("", "财政赤字率拟按3.5%左右安排、比上年提高0.5个百分点。")
    assert [(f.figure, f.name) for f in facts] == [("3.5%左右", "赤字率"), ("0.5个百分点", "赤字率")]


def test_shared_out_standards_are_each_named_whole():
    facts = facts_of("", "合作医疗和村卫生室人均财政补助标准分别再提高40元和6元。")
    assert [(f.figure, f.indicator, f.measure) for f in facts] == [
        ("40元", "合作医疗人均财政补助标准", "增量"),
        ("6元", "村卫生室人均财政补助标准", "增量"),
    ]


def test_two_values_that_were_reached_are_no_growth():
    facts = facts_of("森林覆盖率和绿化覆盖率分别提高到20.6%和42%，低保标准分别提高到每月740元、533元。")
    assert [f.measure for f in facts] == ["占比", "占比", "水平", "水平"]


def test_medals_are_told_apart():
    facts = facts_of("获得3金7银。")
    assert [(f.figure, f.indicator, f.base_unit) for f in facts] == [
        ("3金", "获得金牌", "枚"),
        ("7银", "银牌", "枚"),
    ]


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("三次产业结构为28.3：43.9：27.8。", ["28.3：43.9：27.8"]),
        ("三次产业结构由12:40:48调整为11:41:48。", ["12:40:48", "11:41:48"]),
        ("林果加工与种植产值之比从1.7∶1提高到2.4∶1。", ["1.7∶1", "2.4∶1"]),
        ("城乡居民收入比缩小到2.54。", ["2.54"]),
        ("城乡居民收入比由2.6缩小到2.54、保持全省领先。", ["2.6", "2.54"]),
    ],
)
def test_a_ratio_is_one_figure(sentence, figures):
    facts = facts_of(sentence)
    assert [f.figure for f in facts] == figures
    assert {(f.measure, f.unit, f.base_unit, f.clause) for f in facts} == {
        ("占比", "", "比", sentence.rstrip("。"))
    }


@pytest.mark.parametrize("text", ["新修公路一百二十0公里。", "共一十零人。", "总投资五亿二期工程开工。"])
def test_a_report_with_a_broken_numeral_is_still_read(text):
    assert facts_of(text) == ()


def test_a_rank_alone_is_of_the_things_named_before_it():
    first, second, third = facts_of("新增国家级绿色工厂2家、省级5家、市级11家。")
    assert first.indicator == "新增国家级绿色工厂"
    assert second.indicator == "新增省级绿色工厂"
    assert third.indicator == "新增市级绿色工厂"


def test_what_a_crop_yields_in_a_year_is_its_output_behind_its_area():
    facts = facts_of("确保粮食播种面积稳定在21万亩以上，年产量8.4万吨以上。")
    assert [one(facts, f).name for f in ("21万亩以上", "8.4万吨以上")] == ["", "粮食产量"]
    assert not any(f.name for f in facts_of("新建蔬菜大棚300亩，年产量1.2万吨。"))


def test_what_tourism_brings_in_from_abroad_and_at_home_is_its_revenue():
    facts = facts_of("旅游业稳步发展，全年实现国内国际收入5120万元，增长9.1%。")
    assert {fact.name for fact in facts} == {"旅游收入"}
    assert not any(f.name for f in facts_of("企业稳步发展，全年实现国内国际收入5120万元。"))


def test_an_income_that_a_scan_misreads_has_its_name():
    facts = facts_of("城镇居民人均可支配收人达到5210元，农民人均纯收人2105元。全年招收人员300名。")
    assert one(facts, "5210元").name == "城镇居民人均可支配收入"
    assert one(facts, "2105元").name == "农村居民人均可支配收入"
    assert "收人" in one(facts, "5210元").clause
    assert "收人" in one(facts, "300名").before


def test_medals_are_counted_with_a_comma_between_or_alone():
    facts = facts_of("获得2金、5银、9铜。健儿在世锦赛、世界杯上摘得6金、11金。斩获15金、居全国第二。")
    told = [(f.figure, f.indicator) for f in facts if f.base_unit == "枚"]
    assert told == [
        ("2金", "获得金牌"),
        ("5银", "银牌"),
        ("9铜", "铜牌"),
        ("6金", "健儿在世锦赛金牌"),
        ("11金", "世界杯上摘得金牌"),
        ("15金", "斩获金牌"),
    ]


@pytest.mark.parametrize("turned", ["减至", "精简到", "核减为", "撤并为", "调增至", "扩围至"])
def test_what_a_figure_turned_into_is_of_the_same(turned):
    facts = facts_of(f"渡口由61个{turned}34个。")
    assert [(f.figure, f.indicator, f.after) for f in facts] == [("61个", "渡口", ""), ("34个", "渡口", "")]


def test_each_of_a_list_is_told_as_the_first_is():
    facts = facts_of(
        "茶园、果园面积分别由3万亩、5万亩扩大到4万亩、8万亩。"
        "研学基地、露营基地分别新认定6家和9家，累计分别达到31家和45家。"
    )
    assert [f.before for f in facts] == [
        "茶园面积由",
        "果园面积由",
        "茶园面积扩大到",
        "果园面积",
        "研学基地新认定",
        "露营基地新认定",
        "研学基地累计",
        "露营基地累计",
    ]


def test_ranks_are_shared_out_over_a_figure_between():
    facts = facts_of("东湖园区、西岭园区在全省88个园区年度考核中分别居第9、第21位。")
    assert [f.indicator for f in facts if f.measure == "位次"] == [
        "东湖园区在全省88个园区年度考核中",
        "西岭园区在全省88个园区年度考核中",
    ]


@pytest.mark.parametrize(
    "text", ["湖鲜外运840吨、居各湖区第二，增长6%。", "渔获加工强度3.4%，列沿湖各县第二。"]
)
def test_a_bare_rank_behind_a_figure_is_a_rank(text):
    assert one(facts_of(text), "第二").measure == "位次"


def test_a_share_behind_a_growth_is_no_growth():
    assert one(facts_of("湖蟹出口年均增长6%、电商占比超71%。"), "71%").measure == "占比"


def test_an_amount_invested_is_of_what_stands_behind_it():
    facts = facts_of("开工建设投资9亿元的松风制衣、投资7.5亿元的鹿鸣药厂二期、投资6亿元的云溪印染等项目。")
    told = {fact.figure: fact.indicator for fact in facts}
    assert told["9亿元"].startswith("开工建设")
    assert told["7.5亿元"] == "鹿鸣药厂二期投资"
    assert told["6亿元"] == "云溪印染等项目投资"


def test_what_became_of_a_thing_is_no_part_of_its_name():
    assert one(facts_of("投资8800万元的城南水厂已建成投用。"), "8800万元").indicator == "城南水厂投资"
