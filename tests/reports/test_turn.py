"""Where a report turns from looking back to planning, when its heads do not say it."""

import pytest
from genre import report

from reports.train_turn import learn
from reports.turn import cut, pairs_of, plans, spoken_in

PROSE = (
    "政府工作报告\n\n——2024年1月16日在云河县第六届人民代表大会第三次会议上\n\n县长　吕文山\n\n各位代表：\n\n"
    "现在，我代表县人民政府报告工作，请予审议。\n\n"
    "过去一年，我们顶住压力，取得了来之不易的成绩。\n\n"
    "产业发展有新进步。建成标准厂房21万平方米，新增规上企业17家，完成技改投资8.6亿元，同比增长11%。\n\n"
    "城乡面貌有新变化。改造老旧小区34个，建成口袋公园9处，新修公路62公里。\n\n"
    "各位代表，新的一年机遇大于挑战。做好各项工作，要坚持稳中求进。\n\n"
    "着力壮大产业。加快推进标准厂房建设，建成标准厂房30万平方米，力争新增规上企业20家。\n\n"
    "着力建设城乡。加快城市更新，改造老旧小区40个，确保新修公路75公里。\n\n"
    "着力改善民生。加大投入，扎实办好实事，新建养老驿站15处。\n"
)


def test_a_report_without_telling_heads_is_cut_at_its_turn():
    facts = {fact.figure: fact for fact in report(PROSE, place="云河县", year=2024).facts}
    assert (facts["21万平方米"].year, facts["21万平方米"].nature) == (2023, "实绩")
    assert (facts["62公里"].year, facts["62公里"].nature) == (2023, "实绩")
    assert (facts["30万平方米"].year, facts["30万平方米"].nature) == (2024, "目标")
    assert (facts["15处"].year, facts["15处"].nature) == (2024, "目标")


@pytest.mark.parametrize(
    "sentence", ["加快建设产业园区，力争新引进企业20家。", "要扎实推进城市更新，确保年内完工。"]
)
def test_a_sentence_that_plans_is_told(sentence):
    assert plans(sentence) > 0


@pytest.mark.parametrize(
    "sentence", ["产业园区建成投用，成功引进企业20家，同比增长8%。", "城市更新取得明显成效，超额完成任务。"]
)
def test_a_sentence_that_looks_back_is_told(sentence):
    assert plans(sentence) < 0


def test_the_turn_stands_before_the_first_section_that_plans():
    back, ahead = "超额完成任务，成绩来之不易。", "要加快推进，力争建成。"
    assert cut(spoken_in([(0, back), (1, back), (2, ahead), (3, ahead)], 4)) == 2
    assert cut(spoken_in([(0, back)], 1)) == 1
    assert cut(spoken_in([(0, ahead)], 1)) == 0
    assert cut(spoken_in([], 0)) == 0


def test_the_prediction_of_aims_is_a_plan_whatever_its_section():
    facts = report(
        PROSE.replace(
            "取得了来之不易的成绩。", "取得了来之不易的成绩。今年发展的主要预期目标是：财政收入增长7%。"
        ),
        place="云河县",
        year=2024,
    ).facts
    [aim] = [fact for fact in facts if fact.figure == "7%"]
    assert (aim.year, aim.nature) == (2024, "目标")


def test_weights_are_learned_from_labelled_sentences():
    weights = learn([("已经建成", False), ("力争建成", True)] * 10, least=5)
    assert weights["力争"] > 0 > weights["已经"]
    assert weights["建成"] == 0
    assert len(learn([("已经建成", False), ("力争建成", True)] * 10, least=5, pairs=2)) == 2


def test_numbers_are_one_sign():
    assert pairs_of("新增12家") == pairs_of("新增3456家")
