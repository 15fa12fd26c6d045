"""Figures and what they count: printed without a unit, beside a comma, or of something else than money."""

import pytest
from towns import assistant_over, written

LUXI_2024 = written(
    "PM2.5年均浓度34微克/立方米，改善幅度全市第三。新建标准厂房12万平方米，粮食总产4.1亿斤，居全市第5位。\n"
    "柠檬深加工步子加快，中国茶谷累计引进茶企15户。全年粮食播种面积30万亩、产量9.8万吨。\n"
    "出台稳工业20条、外贸16条等政策。全年外贸进出口完成71.5亿元。\n"
    "城镇新增就业1.2万人，年末参保率达到97%。城乡特困供养标准提高到每人每月900元和710元。\n"
    "3.6万贫困人口稳定脱贫，解决2.2万农户饮水问题。完成灌区改造任务14处。\n"
    "研发投入强度从全市第9位升至第6位，每万人发明专利拥有量年均增长28%。",
    "主要预期目标是：地区生产总值增长6%，城乡居民收入增长9%。",
    place="芦溪县",
    year=2024,
)


@pytest.fixture(scope="module")
def luxi(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("units"), (LUXI_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("芦溪县2023年外贸进出口是多少", "71.5亿元"),
        ("芦溪县2023年外贸进出口为多少", "71.5亿元"),
        ("芦溪县2023年PM2.5年均浓度是多少", "34微克"),
        ("芦溪县2023年新建了多少面积的标准厂房", "12万平方米"),
        ("芦溪县2023年城镇新增就业多少人", "1.2万人"),
        ("中国茶谷到2023年累计引进了多少户茶企", "15户"),
        ("2023年芦溪县脱贫多少人", "3.6万"),
        ("芦溪县2023年解决多少户农户饮水问题", "2.2万"),
        ("芦溪县2024年城乡居民收入增长目标是多少", "9%"),
    ],
)
def test_a_figure_is_found_by_what_it_counts(luxi, question, figure):
    answer = luxi.ask(question)
    assert answer.answered, answer.text
    assert answer.verified
    assert figure in answer.text


def test_another_crop_is_not_told_for_the_one_asked(luxi):
    assert not luxi.ask("芦溪县2023年柠檬的总产量是多少万吨").answered


def test_a_change_of_another_matter_is_no_growth(luxi):
    answer = luxi.ask("芦溪县2023年每万人发明专利拥有量增长多少")
    assert "相差" not in answer.text


def test_who_holds_an_office_is_a_question_about_the_report_itself(luxi):
    answer = luxi.ask("芦溪县现在谁当县长")
    assert answer.query.task == "meta"


def test_a_number_with_a_point_inside_is_repeated_as_it_was_asked(luxi):
    answer = luxi.ask("芦溪县9·5地震的重建花了多少钱")
    assert not answer.answered
    assert "没有通过核对" not in answer.text


def test_a_result_called_a_task_is_told_as_the_result(luxi):
    answer = luxi.ask("芦溪县2023年灌区改造任务是多少")
    assert answer.answered, answer.text
    assert "14处" in answer.text
    assert "目标" not in answer.text


def test_a_result_is_not_told_for_a_plan(luxi):
    assert not luxi.ask("芦溪县2023年城镇新增就业计划是多少").answered


def test_the_nation_in_a_rank_is_no_place_where_it_has_no_report(luxi):
    answer = luxi.ask("芦溪县2023年粮食总产多少亿斤，全国排第几")
    assert "国务院" not in answer.text


def test_that_share_is_the_one_asked_about_before(luxi):
    before = [("芦溪县2023年参保率是多少", "")]
    assert "97%" in luxi.ask("芦溪县2023年参保率是多少").text
    assert luxi.ask("2023年这个比例是多少", history=before).query.indicator == "参保率"


SERVED_2024 = written(
    "政务服务大提速，进口通关平均时间压缩至2.4天，新修专线3.6公里。\n"
    "改造9个老旧小区、惠及1520户居民。新增6家企业进入全省民营企业100强。\n"
    "门票收入930万元，接待游客15万人次。贫困人口减少418人。\n"
    "在省里安排的一百二十三个项目中，已建成投用四十六个。",
    "新的一年，各项工作要再上台阶。",
    place="芦溪县",
    year=2024,
)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """The assistant over a report whose words are put otherwise in the questions."""
    with assistant_over(tmp_path_factory.mktemp("served"), (SERVED_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("芦溪县2023年进口通关平均用时压缩到了多长", "2.4天"),
        ("芦溪县2023年改造老旧小区让多少户人家受益", "1520户"),
        ("芦溪县2023年有几家企业进入民企百强", "6家"),
        ("芦溪县2023年景区门票卖了多少钱", "930万元"),
        ("芦溪县2023年有多少人摆脱贫困", "418人"),
        ("芦溪县2023年省里安排的123个项目中建成投用的有几个", "四十六个"),
    ],
)
def test_a_figure_is_found_in_the_unit_that_the_question_means(served, question, figure):
    answer = served.ask(question)
    assert answer.answered, answer.text
    assert figure in answer.text


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("芦溪县2023年城乡特困供养标准是每月多少元", ("900元", "710元")),
        ("芦溪县2023年城镇特困供养标准是多少", ("900元",)),
        ("芦溪县2023年农村特困供养标准提高到多少", ("710元",)),
    ],
)
def test_of_town_and_country_together_both_figures_are_told(luxi, question, figures):
    answer = luxi.ask(question)
    assert answer.answered
    assert [f for f in ("900元", "710元") if f in answer.text] == list(figures)
