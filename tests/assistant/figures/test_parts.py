"""Questions in one: several asked one after another, and two figures set against each other."""

import pytest
from towns import assistant_over, written

LINGQUAN_2024 = written(
    "地区生产总值211.5亿元，增长6.4%；固定资产投资增长12.8%。\n"
    "一般公共预算收入13.2亿元，增长9.1%，居全市第2位。\n"
    "市场主体净增2600户、达到3.1万户。\n"
    "投资4.7亿元新修农村公路138公里，投资3900万元改造电网。\n"
    "新能源装机新增21万千瓦、达到96万千瓦，占到电力总装机的43%。\n"
    "居民小区垃圾分类达标率从22%提高到88%。\n"
    "城镇居民人均可支配收入36000元，农村居民人均可支配收入24000元。\n"
    "竹编出口连续6年全省第一，茶园面积9万亩、连续21年居全省首位。\n"
    "新修改建旅游公路260公里。\n\n"
    "五年来，我们攻坚克难。自来水普及率达到97%，比2018年提高了14.2个百分点。湿地保护率达到61%，比2018年提高了5.7个百分点。",
    "主要预期目标是：地区生产总值增长6%，固定资产投资增长9%，一般公共预算收入增长7%；"
    "第一产业增长3%，第二产业增长7.5%，第三产业增长6.5%。新修改建旅游公路180公里。\n"
    "易地搬迁52户190人。",
    place="岭泉县",
    year=2024,
)


@pytest.fixture(scope="module")
def lingquan(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("parts"), (LINGQUAN_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("2023年岭泉县一般公共预算收入涨了多少，在全市排什么位置", ["9.1%", "第2位"]),
        ("岭泉县2023年底有多少市场主体，这一年净增多少", ["3.1万户", "2600户"]),
        ("2023年岭泉县新修了多长的农村公路，花了多少钱", ["138公里", "4.7亿元"]),
        ("岭泉县2023年GDP增速和2024年的增速目标摆在一起看，各是多少", ["6.4%", "6%"]),
        ("2024年岭泉县给一产、二产、三产分别定了多高的增长目标", ["3%", "7.5%", "6.5%"]),
        ("岭泉县2023年茶园面积多少，连续多少年全省第一", ["9万亩", "21年"]),
        ("岭泉县2023年的自来水普及率和湿地保护率，比2018年各提高了几个百分点？", ["14.2", "5.7"]),
        ("岭泉县2023年自来水普及率和湿地保护率较2018年各提升了多少个百分点", ["14.2", "5.7"]),
        ("岭泉县茶园面积现在有多大，已经连续几年居全省首位？", ["9万亩", "21年"]),
        ("岭泉县2024年易地搬迁要搬多少户多少人", ["52户", "190人"]),
        ("岭泉县2023年固定资产投资增长多少，2024年的目标又是多少", ["12.8%", "9%"]),
    ],
)
def test_every_part_of_a_question_is_answered(lingquan, question, shown):
    answer = lingquan.ask(question)
    assert answer.answered
    assert answer.verified
    assert all(figure in answer.text for figure in shown), answer.text
    assert all(any(figure in c.quote for c in answer.citations) for figure in shown)


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("岭泉县2024年固投增长目标比上一年实绩低多少个百分点", "3.8个百分点（12.8−9＝3.8）"),
        ("岭泉县2023年新修改建的旅游公路比2024年的计划多多少公里", "80公里（260−180＝80）"),
        ("2023年岭泉县城镇居民收入是农村居民的几倍", "1.5倍（36000÷24000≈1.5）"),
    ],
)
def test_a_target_and_a_result_or_two_indicators_are_set_against_each_other(lingquan, question, shown):
    answer = lingquan.ask(question)
    assert answer.verified
    assert shown in answer.text


@pytest.mark.parametrize(
    ("question", "computed"),
    [
        ("岭泉县2023年居民小区垃圾分类达标率从多少升到了多少", False),
        ("2023年岭泉县居民小区垃圾分类达标率提高了多少", True),
    ],
)
def test_a_change_is_told_with_where_it_came_from(lingquan, question, computed):
    answer = lingquan.ask(question)
    assert answer.verified
    assert "从22%提高到88%" in answer.text
    assert ("66个百分点（88−22＝66）" in answer.text) == computed


def test_a_part_that_the_report_does_not_hold_is_said_to_be_missing(lingquan):
    answer = lingquan.ask("2023年岭泉县新修了多长的农村公路，引进了多少名博士")
    assert "138公里" in answer.text
    assert not answer.answered, "a part is not the answer"
    assert answer.text.startswith("只找到一部分")
    assert "没有找到" in answer.text
    assert "博士" not in answer.text.split("没有找到")[0]


def test_a_follow_up_of_two_parts_takes_its_subject_from_the_question_before(lingquan):
    history = [("岭泉县2023年固定资产投资增长多少", "")]
    answer = lingquan.ask("那年增长了多少，下一年的目标是多少", history)
    assert "12.8%" in answer.text
    assert "9%" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "2023年岭泉县地区生产总值比汝州市高多少",
        "岭泉县2023年固定资产投资增长多少，汝州市的又是多少",
        "岭泉县2023年GDP增速和汝州市2023年的增速目标，各是多少",
    ],
)
def test_a_place_without_a_report_is_never_given_the_figures_of_another(lingquan, question):
    answer = lingquan.ask(question)
    assert "汝州市2023年" not in answer.text
    assert not answer.answered or "库里没有汝州市的政府工作报告" in answer.text


def test_one_question_has_no_parts(lingquan):
    answer = lingquan.ask("2023年岭泉县地区生产总值多少")
    assert "211.5亿元" in answer.text
    assert "没有找到" not in answer.text
