"""Every figure of a report becomes a fact: of what, of when, in which sense and where it stands."""

import time

import pytest
from genre import PIECES, facts_of, one, report, written
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports.records import KINDS

NATURES = {"实绩", "预计", "初步核算", "目标", "计划", "累计"}
MEASURES = {"水平", "增速", "占比", "增量", "位次", "限定"}
BOUNDS = {"", ">=", "<=", "~", ">", "<"}


def told(fact):
    """What a fact says: standard name or words, period, nature, measure."""
    return fact.name or fact.indicator, fact.period, fact.nature, fact.measure


def test_a_figure_and_its_growth_are_two_facts_of_one_indicator():
    facts = facts_of("全年地区生产总值118亿元，同比增长7.4%；社会消费品零售总额46.2亿元，增长9.1%。")
    assert [(f.figure, *told(f)) for f in facts] == [
        ("118亿元", "地区生产总值", "2023", "实绩", "水平"),
        ("7.4%", "地区生产总值", "2023", "实绩", "增速"),
        ("46.2亿元", "社会消费品零售总额", "2023", "实绩", "水平"),
        ("9.1%", "社会消费品零售总额", "2023", "实绩", "增速"),
    ]


def test_values_are_kept_as_printed_and_brought_to_the_base_unit():
    fact = one(facts_of("城镇新增就业0.88万人。"), "0.88万人")
    assert (fact.value, fact.unit, fact.normal, fact.base_unit) == (0.88, "万人", 8800.0, "人")
    fact = one(facts_of("粮食总产达到一百二十万斤。"), "一百二十万斤")
    assert (fact.value * 1.0, fact.normal, fact.base_unit) == (1_200_000.0, 600_000.0, "公斤")


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ("GDP达到118亿元", "地区生产总值"),
        ("生产总值118亿元", "地区生产总值"),
        ("经济总量突破118亿元", "地区生产总值"),
        ("固定资产投资完成118亿元", "固定资产投资"),
        ("地方公共财政预算收入118亿元", "一般公共预算收入"),
        ("新增城镇就业1.2万人", "城镇新增就业"),
        ("农民人均纯收入8100元", "农村居民人均可支配收入"),
        ("新建学校6所", ""),
    ],
)
def test_the_standard_name_stands_beside_the_reports_words(clause, name):
    (fact,) = facts_of(f"{clause}。")
    assert fact.name == name
    assert fact.indicator
    assert fact.indicator in clause


def test_growth_of_the_economy_is_growth_of_the_gross_product():
    (fact,) = facts_of("", "经济增长6.5%左右。")
    assert told(fact) == ("地区生产总值", "2024", "目标", "增速")
    (fact,) = facts_of("", "“十四五”时期经济年均增长保持在5.5%以上。")
    assert (fact.name, fact.measure) == ("地区生产总值", "增速")


# --- conjoined figures


def test_town_and_country_are_told_apart():
    facts = facts_of("城乡居民人均可支配收入分别达到40678元和24761元，增长5.1%和7.2%。")
    town, country = "城镇居民人均可支配收入", "农村居民人均可支配收入"
    assert [(f.figure, f.name, f.measure) for f in facts] == [
        ("40678元", town, "水平"),
        ("24761元", country, "水平"),
        ("5.1%", town, "增速"),
        ("7.2%", country, "增速"),
    ]


def test_the_three_sectors_are_told_apart():
    facts = facts_of("三次产业增加值分别增长3.1%、5.2%、7.4%。")
    assert [(f.figure, f.name, f.measure) for f in facts] == [
        ("3.1%", "第一产业增加值", "增速"),
        ("5.2%", "第二产业增加值", "增速"),
        ("7.4%", "第三产业增加值", "增速"),
    ]


def test_items_of_a_list_share_what_only_the_last_one_says():
    facts = facts_of("肉类、禽蛋、水产品产量分别达到5.1万吨、2.2万吨和3000吨。")
    assert [(f.figure, f.indicator) for f in facts] == [
        ("5.1万吨", "肉类产量"),
        ("2.2万吨", "禽蛋产量"),
        ("3000吨", "水产品产量"),
    ]


def test_shared_out_growth_takes_the_items_of_the_clause_before():
    facts = facts_of("城镇和农村居民人均可支配收入分别为4.1万元、2.3万元，分别增长6%、7.4%。")
    assert [(f.figure, f.name[:2], f.measure) for f in facts] == [
        ("4.1万元", "城镇", "水平"),
        ("2.3万元", "农村", "水平"),
        ("6%", "城镇", "增速"),
        ("7.4%", "农村", "增速"),
    ]


def test_each_item_of_a_run_has_its_own_noun():
    facts = facts_of(
        "办理代表建议62件、委员提案74件。建成公路25公里、桥梁3座、客运站2个。2枚金牌、7枚银牌入账。"
    )
    assert ["建议" in one(facts, "62件").indicator, "提案" in one(facts, "74件").indicator] == [True, True]
    assert [one(facts, x).indicator for x in ("3座", "2个")] == ["建成桥梁", "建成客运站"]
    assert [one(facts, x).indicator for x in ("2枚", "7枚")] == ["金牌", "银牌入账"]


def test_the_figure_it_came_from_is_told_from_the_one_it_reached():
    facts = facts_of("学校由2019年的30所增加到36所。")
    assert (one(facts, "30所").year, one(facts, "36所").year) == (2019, 2023)


def test_a_starting_year_does_not_govern_the_next_sentence():
    facts = facts_of("学校由2019年的30所增加到36所。全县用电覆盖率77.5%。")
    assert [f.year for f in facts] == [2019, 2023, 2023]


# --- years and periods


@pytest.mark.parametrize(
    ("sentence", "period", "nature"),
    [
        ("新修公路86公里。", "2023", "实绩"),
        ("去年，新修公路86公里。", "2023", "实绩"),
        ("全年新修公路86公里。", "2023", "实绩"),
        ("2021年，新修公路86公里。", "2021", "实绩"),
        ("五年来，新修公路86公里。", "2019-2023", "累计"),
        ("“十三五”期间，新修公路86公里。", "2016-2020", "实绩"),
        ("2021年上半年，新修公路86公里。", "2021上半年", "实绩"),
        ("2016年至2020年，新修公路86公里。", "2016-2020", "实绩"),
        ("到2025年，公路里程达到86公里。", "2025", "目标"),
        ("二〇二一年，新修公路86公里。", "2021", "实绩"),
        ("上半年，新修公路86公里。", "2023上半年", "实绩"),
        ("去年一季度，新修公路86公里。", "2023一季度", "实绩"),
        ("“十三五”头两年，新修公路86公里。", "2016-2017", "实绩"),
        ("今年以来，新修公路86公里。", "2024", "实绩"),
        ("预计全年新修公路86公里。", "2023", "预计"),
        ("经初步核算，新修公路86公里。", "2023", "初步核算"),
    ],
)
def test_the_year_in_a_review_is_the_data_year(sentence, period, nature):
    fact = one(facts_of(sentence), "86公里")
    assert (fact.period, fact.nature) == (period, nature)
    assert fact.year == int(period.split("-")[-1][:4])


@pytest.mark.parametrize(
    ("sentence", "period", "nature"),
    [
        ("新修公路86公里。", "2024", "目标"),
        ("今年新修公路86公里以上。", "2024", "目标"),
        ("全年新修公路86公里。", "2024", "目标"),
        ("今后五年，新修公路86公里。", "2024-2028", "目标"),
        ("到2027年，公路里程达到86公里。", "2027", "目标"),
        ("明年，新修公路86公里。", "2025", "目标"),
        ("去年结转的86公里公路建成通车。", "2023", "实绩"),
    ],
)
def test_the_year_in_a_plan_is_the_reports_own(sentence, period, nature):
    (fact,) = [f for f in facts_of("全县平稳。", sentence) if f.figure.startswith("86公里")]
    assert (fact.period, fact.nature) == (period, nature)


def test_a_time_at_the_head_of_a_sentence_governs_the_next_until_the_paragraph_ends():
    facts = facts_of("五年来，新修公路86公里。新建桥梁7座。\n\n改造校舍9所。")
    assert [f.period for f in facts] == ["2019-2023", "2019-2023", "2023"]


def test_another_year_in_a_sentence_takes_over():
    facts = facts_of("2021年，新建学校3所，2022年新建5所。")
    assert [(f.figure, f.year) for f in facts] == [("3所", 2021), ("5所", 2022)]


def test_a_comparison_with_another_year_changes_nothing():
    facts = facts_of("城镇化率达到56.3%，比上年提高1.2个百分点，比2019年提高4个百分点。")
    assert {f.year for f in facts} == {2023}


# --- level, growth, share, rank; bounds


@pytest.mark.parametrize(
    ("clause", "figure", "measure"),
    [
        ("一般公共预算收入12.6亿元", "12.6亿元", "水平"),
        ("一般公共预算收入增长6%", "6%", "增速"),
        ("一般公共预算收入同比增长6%", "6%", "增速"),
        ("细颗粒物浓度下降8.9%", "8.9%", "增速"),
        ("税收占一般公共预算收入的68%", "68%", "占比"),
        ("城镇化率达到56.3%", "56.3%", "占比"),
        ("城镇化率提高到56.3%", "56.3%", "占比"),
        ("城镇化率提高1.2个百分点", "1.2个百分点", "增量"),
        ("技术合同成交额增长1.2倍", "1.2倍", "增速"),
        ("城镇新增就业4120人", "4120人", "水平"),
        ("综合考评居全市第二位", "第二位", "位次"),
        ("开发区位次跃升至21位", "21位", "位次"),
        ("中心校配备校医3位", "3位", "水平"),
        ("固定资产投资增速保持在7%", "7%", "增速"),
        ("盐业产值年均增长保持在4%", "4%", "增速"),
        ("居民消费价格涨幅回落到1.1%", "1.1%", "增速"),
        ("城镇登记失业率下降并稳定在2.1%", "2.1%", "占比"),
        ("市场主体比上年多3.69%", "3.69%", "增速"),
        ("重点项目加快推进、总投资350亿元", "350亿元", "水平"),
        ("出台加快服务业发展的30条意见", "30条", "水平"),
        ("评选优秀校医1名、比上年多2名", "2名", "增量"),
    ],
)
def test_levels_growth_shares_and_ranks_are_told_apart(clause, figure, measure):
    assert one(facts_of(f"{clause}。"), figure).measure == measure


@pytest.mark.parametrize(
    ("clause", "figure", "bound"),
    [
        ("地区生产总值增长7%以上", "7%以上", ">="),
        ("城镇登记失业率控制在4.5%以内", "4.5%以内", "<="),
        ("城镇调查失业率不超过5.5%", "5.5%", "<="),
        ("城镇新增就业不少于3000人", "3000人", ">="),
        ("居民消费价格涨幅3%左右", "3%左右", "~"),
        ("旅游收入突破20亿元", "20亿元", ">"),
        ("签约额超过200亿元", "200亿元", ">"),
        ("新建学校3所", "3所", ""),
    ],
)
def test_a_targets_bound_is_kept(clause, figure, bound):
    fact = one(facts_of("全县平稳。", f"{clause}。"), figure)
    assert (fact.bound, fact.nature, fact.year) == (bound, "目标", 2024)


def test_what_is_aspired_to_after_growth_is_growth():
    facts = facts_of("全县平稳。", "地区生产总值增长7%左右，力争达到7.5%。森林覆盖率力争达到61%。")
    assert [f.measure for f in facts] == ["增速", "增速", "占比"]


def test_an_estimate_after_an_indicator_holds_for_it_alone():
    facts = facts_of("地区生产总值预计111亿元，增长7.5%；社会消费品零售总额123亿元。")
    assert [f.nature for f in facts] == ["预计", "预计", "实绩"]


# --- whose figure


def test_a_wider_places_figure_is_not_the_reports_own():
    facts = facts_of("全国粮食产量增长1%，全省粮食产量增长2%，我县粮食产量增长3%。")
    assert [f.place for f in facts] == ["全国", "全省", "青山县"]


def test_in_a_nations_report_the_nation_is_the_place():
    (fact,) = facts_of("全国粮食产量增长1%。", place="国务院")
    assert fact.place == "国务院"


def test_a_notices_figures_are_targets_of_its_year():
    text = (
        "青山县人民政府办公室\n\n关于分解2022年政府工作报告重点任务的通知\n\n各乡镇：\n\n"
        "1.新建高标准农田4000亩。\n\n责任领导：周一山\n\n牵头单位：县农业农村局\n\n"
        "2.新修农村公路30公里。\n\n责任领导：李二水\n\n牵头单位：县交通局\n"
    )
    made = report(text, year=2022)
    assert made.identity.kind in KINDS
    assert [(f.figure, f.year, f.nature) for f in made.facts] == [
        ("4000亩", 2022, "目标"),
        ("30公里", 2022, "目标"),
    ]


# --- where it stands


def check(made):
    """What holds for every report's facts."""
    end = 0
    for number, fact in enumerate(made.facts):
        assert fact.ordinal == number
        assert end <= fact.start < fact.end <= len(made.text)
        assert fact.sentence_start <= fact.start < fact.end <= fact.sentence_end
        assert (fact.sentence_start, fact.sentence_end) in {(s.start, s.end) for s in made.sentences}
        stored = made.text[fact.start : fact.end]
        # Reading only deletes characters, so the figure is a subsequence of the stored run.
        left = iter(stored)
        assert all(char in left for char in fact.figure)
        assert any(s.ordinal == fact.section for s in made.sections)
        assert fact.nature in NATURES
        assert fact.measure in MEASURES
        assert fact.bound in BOUNDS
        assert not fact.period or fact.period.startswith(tuple("12"))
        end = fact.end


def test_a_fact_knows_its_place_in_the_stored_text():
    made = written("（一）稳就业。城镇新增就业4120人。", "新修公路80公里。")
    check(made)
    fact = one(made.facts, "4120人")
    assert made.text[fact.start : fact.end] == "4120人"
    assert "城镇新增就业4120人。" in made.text[fact.sentence_start : fact.sentence_end]
    assert made.sections[one(made.facts, "80公里").section].title.endswith("2024年重点工作")


def test_a_figure_broken_over_two_lines_is_one_figure():
    made = written("全县高新技术产业快速壮大，新开工的重点项目总投资达到7\n亿元，带动就业。")
    fact = one(made.facts, "7亿元")
    assert made.text[fact.start : fact.end] == "7\n亿元"


def test_every_figure_of_a_long_sentence_is_a_fact():
    items = "、".join(f"第{n}类设施{n + 10}处" for n in range(1, 60))
    assert len(facts_of(f"建成{items}。")) == 59


MIX = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MIX)
def test_facts_never_raise_and_their_offsets_hold_on_any_mixture(text):
    check(report("报告。" + text))


@pytest.mark.parametrize(
    "piece", ["地区生产总值118亿元，增长7.4%；", "办理建议62件、提案74件。", "2023年新增就业9796人，\n"]
)
def test_the_time_is_linear_in_the_length(piece):
    def spent(copies: int) -> float:
        start = time.process_time()
        report("报告。" + piece * copies)
        return time.process_time() - start

    spent(10)
    # Five times the text in well under 25 times the time; the constant forgives a busy machine.
    assert spent(1000) < 12 * spent(200) + 0.5


@pytest.mark.parametrize("year", [2018, 2024])
def test_the_real_reports_facts_stand_where_they_say(shared, year):
    from reports import read_report

    for path in sorted((shared / "reports").glob("*.txt")):
        made = read_report(path)
        if made.identity.year == year:
            check(made)
            assert len(made.facts) >= 40


def test_within_the_year_of_a_review_is_the_year_reviewed():
    read = written(
        "年内争取上级资金4.3亿元。外贸进出口总额3.5亿元，增长7.3%。", "年内建成学校2所。", year=2024
    )
    years = {f.figure: f.year for f in read.facts}
    assert (years["4.3亿元"], years["3.5亿元"], years["2所"]) == (2023, 2023, 2024)


@pytest.mark.parametrize("clause", ["开通中欧班列480列", "目前5家企业投产", "建成农民新居30套"])
def test_words_that_end_like_a_rank_rank_nothing(clause):
    assert [f.measure for f in facts_of(clause + "。")] == ["水平"]


def test_more_harvested_is_a_growth_and_mushrooms_are_counted_in_sticks():
    facts = facts_of("全县小麦增产一点二倍，香菇种植规模达到300万棒。")
    assert [(f.figure, f.measure, f.base_unit) for f in facts] == [
        ("一点二倍", "增速", "倍"),
        ("300万棒", "水平", "棒"),
    ]


def test_what_doubled_is_named_without_the_doubling():
    found = facts_of("客运量比2018年翻了一番，达到9万人次，连续3年居全市首位。")
    assert [(f.indicator, f.measure) for f in found if f.unit != "年"] == [
        ("客运量", "增速"),
        ("客运量", "水平"),
        ("客运量", "位次"),
    ]


def test_what_one_firm_sells_the_next_ones_sell_too():
    found = facts_of("甲厂营业收入突破百亿元，乙厂、丙厂分别达到6亿元、5亿元。")
    assert [f.indicator for f in found] == ["甲厂营业收入", "乙厂营业收入", "丙厂营业收入"]


def test_a_part_of_a_province_is_where_a_rank_stands():
    found = facts_of("外贸额9.1亿元、皖北第一。")
    assert [(f.indicator, f.measure) for f in found] == [("外贸额", "水平"), ("外贸额", "位次")]
