"""What each of several figures in a row is of."""

import pytest
from genre import facts_of, one

from reports.shares import shared_items


@pytest.mark.parametrize(
    ("head", "items"),
    [
        ("生产安全事故起数、死亡人数分别下降", ["生产安全事故起数", "生产安全事故死亡人数"]),
        ("粮食播种面积和产量分别达到", ["粮食播种面积", "粮食产量"]),
        ("养老保险、医疗保险参保人数分别达", ["养老保险参保人数", "医疗保险参保人数"]),
        ("生活垃圾、建筑垃圾资源化利用率分别达", ["生活垃圾资源化利用率", "建筑垃圾资源化利用率"]),
        ("电子证照、电子印章使用率分别达", ["电子证照使用率", "电子印章使用率"]),
        ("轨道交通、生物医药产业规模分别达到", ["轨道交通产业规模", "生物医药产业规模"]),
        ("建筑业产值、服务业增加值分别增长", ["建筑业产值", "服务业增加值"]),
        ("省、市重点建设项目分别完成投资", ["省重点建设项目", "市重点建设项目"]),
        ("工业、技改投资占全部投资比重分别达到", ["工业投资占全部投资比重", "技改投资占全部投资比重"]),
        ("治安和刑事案件分别下降", ["治安案件", "刑事案件"]),
        ("对东盟、欧盟进出口分别增长", ["对东盟进出口", "欧盟进出口"]),
        ("风力、光伏电站分别达到", ["风力电站", "光伏电站"]),
        ("开工率、纳统率分别达", ["开工率", "纳统率"]),
        ("全市存款、贷款余额分别突破", ["存款余额", "贷款余额"]),
        ("先进制造业、装备产业增加值分别增长", ["先进制造业增加值", "装备产业增加值"]),
        ("销售面积环比、同比分别增长", []),
        ("城乡低保标准提高到每月", ["城镇低保标准", "农村低保标准"]),
        ("上调孤儿、特困老人补贴到每人每月", ["孤儿补贴", "特困老人补贴"]),
    ],
)
def test_every_item_is_named_to_its_end(head, items):
    assert shared_items(head, 2) == items


def test_three_sectors_are_named_in_full():
    assert shared_items("一、二、三产增加值分别增长", 3) == [f"第{n}产业增加值" for n in "一二三"]


@pytest.mark.parametrize(
    ("head", "items"),
    [
        ("一二线护林员补助从年人均", ["一线护林员补助", "二线护林员补助"]),
        ("一、二类区最低工资分别提高到", ["一类区最低工资", "二类区最低工资"]),
        ("二三产业增加值分别增长", ["第二产业增加值", "第三产业增加值"]),
        ("一二三期工程完成投资", []),
    ],
)
def test_each_grade_has_its_own_figure(head, items):
    """As many grades as figures; three grades of two figures are not told apart."""
    assert shared_items(head, 2) == items


def test_how_many_times_each_is_what_it_was():
    """分别是五年前的…: of the figures before, in their order."""
    facts = facts_of("茶叶交易额721亿元、竹编获奖3.3万件，分别是五年前的7倍和2.9倍。")
    assert one(facts, "7倍").indicator == "茶叶交易额"
    assert one(facts, "2.9倍").indicator == one(facts, "3.3万件").indicator
    assert "五年前" in one(facts, "2.9倍").before


def test_both_of_a_subject_with_a_year_behind_it_have_their_own_figures():
    """…，2022年分别达到A和B，平均每年实际增长C和D."""
    facts = facts_of("茶农人均收入和竹农人均收入，2022年分别达到2253元和6280元，平均每年实际增长4.7%和5.7%。")
    assert one(facts, "6280元").indicator == one(facts, "5.7%").indicator == "竹农人均收入"
    assert one(facts, "4.7%").indicator == "茶农人均收入"
    assert "平均每年实际增长" in one(facts, "5.7%").before


@pytest.mark.parametrize(
    "text",
    [
        "护林员补助由每人每月600元提高到800元。",
        "护林员补助从年人均600元提高到800元。",
        "护林员补助由“十五”时期的600元提高到800元。",
        "护林员补助从上半年的600元提高到800元。",
    ],
)
def test_what_a_figure_came_from_is_no_part_of_its_name(text):
    """Neither by whom it is counted nor when it was so."""
    assert {fact.indicator for fact in facts_of(text)} == {"护林员补助"}


def test_rates_against_another_time_are_of_what_stands_before_them():
    facts = facts_of("接待游客人数、旅游综合收入持续回升，较“十二五”末分别增长90%和110%。")
    assert [one(facts, f).name for f in ("90%", "110%")] == ["游客", "旅游收入"]


def test_where_a_change_starts_from_is_no_part_of_the_indicator():
    facts = facts_of("县医院综合排名由托管前的40位提升至13位。")
    assert {fact.indicator for fact in facts} == {"县医院综合排名"}


def test_what_a_month_brings_each_is_the_level_reached():
    facts = facts_of("上调孤儿、特困老人补贴到每人每月1500元、960元。")
    reached = [(fact.indicator, fact.measure) for fact in facts]
    assert reached == [("孤儿补贴", "水平"), ("特困老人补贴", "水平")]


def test_each_rank_of_a_row_is_of_its_own_place():
    facts = facts_of("东湾经开区、西湾高新区分别位列全国开发区考核第一、第三位。")
    assert [(f.figure, f.before) for f in facts] == [
        ("第一", "东湾经开区位列全国开发区考核"),
        ("第三位", "西湾高新区位列全国开发区考核"),
    ]


def test_what_money_drives_is_no_noun_of_its_own():
    facts = facts_of("筹措5亿元撬动惠农贷新增贷款90亿元。")
    assert [(f.figure, f.indicator) for f in facts] == [("5亿元", "筹措"), ("90亿元", "撬动惠农贷新增贷款")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "38个县重点项目、146个乡重点项目分别完成投资7.6亿元和3.2亿元，分别完成年度计划的107%和93%。",
            [("7.6亿元", "县重点项目投资"), ("3.2亿元", "乡重点项目投资"), ("93%", "乡重点项目年度计划")],
        ),
        (
            "省、县重点茶园分别完成投资2亿元、5亿元，为年度计划的117%、104%。",
            [("117%", "省重点茶园年度计划"), ("104%", "县重点茶园年度计划")],
        ),
        (
            "9个列省、31个县级茶旅项目投资完成率分别达132%、101%。",
            [("132%", "列省茶旅项目投资完成率"), ("101%", "县级茶旅项目投资完成率")],
        ),
    ],
)
def test_a_row_behind_things_that_were_counted_is_of_each_of_them(text, told):
    found = {fact.figure: fact.indicator for fact in facts_of(text)}
    assert [(figure, found[figure]) for figure, _ in told] == told


def test_the_output_behind_the_yield_of_a_crop_is_of_that_crop():
    assert one(facts_of("其中夏粮平均亩产412公斤，总产达5.3万吨。"), "5.3万吨").indicator == "夏粮总产"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("城镇和农村居民收入分别增长4%和6%。", ["城镇居民收入", "农村居民收入"]),
        ("食品、药品抽检合格率分别达到98%、99%。", ["食品抽检合格率", "药品抽检合格率"]),
        (
            "油菜、农作物耕种收综合机械化率分别达61%和75%。",
            ["油菜耕种收综合机械化率", "农作物耕种收综合机械化率"],
        ),
        ("批零住餐分别增长9%、8%、7%、6%。", ["批发业", "零售业", "住宿业", "餐饮业"]),
        ("省市重大项目分别完成投资4亿元、9亿元。", ["省重大项目投资", "市重大项目投资"]),
        ("溺水事故宗数、死亡人数分别下降4%、6%。", ["溺水事故宗数", "溺水事故死亡人数"]),
    ],
)
def test_each_of_several_has_what_is_told_of_all(sentence, told):
    assert [f.indicator for f in facts_of(sentence)] == told


def test_things_counted_share_out_what_they_did():
    facts = facts_of("15个省重点项目、40个县重点项目分别完成投资7亿元和3亿元，分别完成年度计划的110%和96%。")
    assert [f.indicator for f in facts[2:]] == [
        "省重点项目投资",
        "县重点项目投资",
        "省重点项目年度计划",
        "县重点项目年度计划",
    ]


def test_what_several_came_to_is_told_of_each():
    facts = facts_of("新获批债券项目7个、贷款项目9个，额度分别达到2亿元和8亿元。")
    assert [f.indicator for f in facts[2:]] == ["新获批债券项目额度", "新获批贷款项目额度"]


def test_a_rise_behind_two_levels_is_of_each():
    facts = facts_of("城镇居民人均可支配收入21340元，农村居民人均纯收入8120元，实际增长9%和8%。")
    assert [f.name[:2] for f in facts] == ["城镇", "农村", "城镇", "农村"]


def test_places_risen_are_of_each_of_two():
    facts = facts_of("东湖园区、西岭园区考核排名分别提升3位、5位。")
    assert [(f.indicator, f.measure) for f in facts] == [
        ("东湖园区考核排名", "增量"),
        ("西岭园区考核排名", "增量"),
    ]


def test_standards_told_behind_a_pause_are_of_town_and_country():
    """城乡低保应保尽保，标准分别提高至…."""
    facts = facts_of("城乡低保应保尽保，标准分别提高至每人每年9164元和4113元。")
    assert one(facts, "9164元").indicator == "城镇低保标准"
    assert one(facts, "4113元").indicator == "农村低保标准"


def test_what_was_gained_is_of_what_was_told_before():
    """总产量达到…，增产38万吨, and 由上年的… is of the year before."""
    facts = facts_of("茶叶总产量达到469万吨，增产38万吨。老茶占比由上年的33.8%下降到24.4%。")
    assert one(facts, "38万吨").indicator == one(facts, "469万吨").indicator
    assert one(facts, "33.8%").period == "2022"
    assert one(facts, "24.4%").period == "2023"
