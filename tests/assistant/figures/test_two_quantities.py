"""Two quantities of one report set against each other, medals, and what a change started from."""

import pytest
from towns import assistant_over, report

HILLTOWN_2024 = report(
    "政府工作报告\n\n——2024年1月16日在岭泉县第六届人民代表大会第三次会议上\n\n县长　吕文山\n\n各位代表：\n\n"
    "现在，我代表县人民政府报告工作，请予审议。\n\n"
    "一、2023年工作回顾\n\n"
    "城镇居民人均可支配收入30000元，农村居民人均可支配收入15000元。\n"
    "苹果总产量12.5万吨，核桃总产量4.2万吨。\n"
    "茶叶产值8.5亿元，增长9%；林果产值6.1亿元，增长6%。\n"
    "全县龙舟赛荣获2金1银3铜。\n"
    "三次产业结构由21：39：40调整优化为18：41：41。\n"
    "旅游总收入从全市第9位上升到第6位。\n"
    "引进茶业项目40个，其中引进精制茶加工项目11个。\n"
    "帮扶278名贫困劳动力就业，全年脱贫1125户、1755人。\n"
    "财政发放企业补助4600万元、惠及企业150户，新增规上企业290家。\n"
    "优质花卉供不应求，农产品加工产值与农业产值之比提升至2.3∶1。\n\n"
    "二、2024年工作安排\n\n新开工老街改造7个、812户。\n",
    place="岭泉县",
    year=2024,
)


@pytest.fixture(scope="module")
def hilltown(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("two"), (HILLTOWN_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("2023年岭泉县苹果总产量比核桃总产量多多少", "多8.3万吨（12.5−4.2＝8.3）"),
        ("2023年岭泉县城镇居民人均可支配收入是农村居民人均可支配收入的几倍", "2倍（30000÷15000≈2）"),
    ],
)
def test_two_quantities_are_set_against_each_other_with_the_arithmetic_shown(hilltown, question, shown):
    answer = hilltown.ask(question)
    assert answer.verified
    assert shown in answer.text


def test_each_metal_asked_for_is_counted(hilltown):
    answer = hilltown.ask("岭泉县2023年龙舟赛拿了几金几银几铜")
    assert answer.verified
    assert [word in answer.text for word in ("金牌2枚", "银牌1枚", "铜牌3枚")] == [True] * 3


def test_what_a_structure_came_to_is_told_not_what_it_was(hilltown):
    text = hilltown.ask("岭泉县2023年三次产业结构是多少").text
    assert "18：41：41" in text
    assert "21" not in text


def test_the_rank_reached_is_told_with_what_is_ranked(hilltown):
    text = hilltown.ask("岭泉县2023年旅游总收入在全市排第几").text
    assert "第6位" in text
    assert "第9位" not in text


def test_a_part_asked_for_with_占_is_a_count(hilltown):
    text = hilltown.ask("2023年岭泉县引进茶业项目多少个，其中精制茶加工项目占几个").text
    assert "40个" in text
    assert "11个" in text


def test_every_figure_of_a_plan_is_told(hilltown):
    text = hilltown.ask("2024年岭泉县老街改造新开工几个、多少户").text
    assert "7个" in text
    assert "812户" in text


def test_a_quantity_that_is_missing_is_said_to_be_missing(hilltown):
    text = hilltown.ask("2023年岭泉县苹果总产量比柑橘总产量多多少").text
    assert "＝" not in text
    assert "没有找到" in text


def test_growth_is_set_against_growth(hilltown):
    answer = hilltown.ask("岭泉县2023年茶叶产值增速比林果产值增速高多少")
    assert answer.verified
    assert "高3个百分点（9−6＝3）" in answer.text


def test_one_quantity_against_what_is_none_is_no_sum(hilltown):
    answer = hilltown.ask("岭泉县2023年苹果总产量比以往的水平多多少")
    assert "＝" not in answer.text


def test_a_part_asked_for_without_a_unit_is_told_by_its_level_before_its_growth(hilltown):
    answer = hilltown.ask("2023年岭泉县茶叶产值多少亿元，林果产值多少？")
    assert "8.5亿元" in answer.text
    assert "6.1亿元" in answer.text
    assert "%" not in answer.text


def test_a_ratio_of_two_amounts_is_no_amount(hilltown):
    assert "2.3∶1" in hilltown.ask("2023年岭泉县农产品加工产值与农业产值之比是多少").text
    assert not hilltown.ask("2023年岭泉县花卉总产量是多少亿枝").answered


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("2023年岭泉县有多少户、多少人脱贫", ("1125户", "1755人")),
        ("2023年岭泉县财政给企业发了多少补助，惠及多少家", ("4600万元", "150户")),
    ],
)
def test_the_second_is_the_figure_that_adjoins_the_first_or_tells_of_its_verb(hilltown, question, shown):
    answer = hilltown.ask(question)
    assert answer.answered
    assert all(figure in answer.text for figure in shown)
    assert "278" not in answer.text
    assert "290" not in answer.text
