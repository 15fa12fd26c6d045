"""Figures set against each other, or added up, in a roundabout way."""

import pytest
from towns import assistant_over, written

from assistant.questions.spoken import as_asked
from assistant.questions.wordings.against import set_against

SHILIANG_2023 = written(
    "地区生产总值达到210亿元，固定资产投资增长4.5%。城镇新增就业3.1万人。接待游客410万人次。"
    "改造老旧小区36个，新开公交线路9条。办理人大代表建议57件、政协提案83件。细颗粒物平均浓度41微克/立方米。",
    "固定资产投资增长8%。城镇新增就业2.6万人。接待游客450万人次。"
    "改造老旧小区20个，新开公交线路5条。细颗粒物平均浓度降到38微克/立方米以下。",
    place="石梁县",
    year=2024,
)
SHILIANG_2022 = written("地区生产总值达到160.5亿元。", "固定资产投资增长7%。", place="石梁县", year=2022)
SHILIANG_2025 = written("固定资产投资增长5.2%。", "固定资产投资增长6%。", place="石梁县", year=2025)
DUSHI_2024 = written("地区生产总值达到175.5亿元。城镇新增就业1.9万人。", place="渡石县", year=2024)


@pytest.fixture(scope="module")
def shiliang(tmp_path_factory):
    """The assistant over two counties' reports."""
    reports = (SHILIANG_2022, SHILIANG_2023, SHILIANG_2025, DUSHI_2024)
    with assistant_over(tmp_path_factory.mktemp("against"), reports) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("把石梁县2021年和2023年的地区生产总值列出来，看看怎么变的", ["160.5", "210"]),
        ("把石梁县2021年和2023年的GDP比一比，后者多出多少亿", ["49.5亿元"]),
        ("石梁县、渡石县两县2023年GDP差几亿？石梁县高出多少", ["34.5亿元"]),
        ("石梁县2023年GDP跟渡石县一比，高了几个亿", ["34.5亿元"]),
        ("23年石梁县接待了多少游客，24年的接待目标要在这基础上多几万人次？我只要差值", ["40万人次"]),
        ("石梁县老旧小区改造，23年实际改了一批，24年计划改的数量比它少几个？", ["16个"]),
        ("公交线路，石梁县2024年打算新开的条数比2023年实际新开的少了多少条", ["4条"]),
        ("石梁县2024年固投增速目标，跟当年最终完成的增速相比，差距是几个百分点", ["2.8个百分点"]),
        ("2023年城镇新增就业人数，石梁县和渡石县各有几万，哪个县更多", ["3.1万", "1.9万"]),
        ("城镇新增就业，石梁县2023年实际完成几万人、2024年目标几万人？目标比实际少了几万？", ["0.5万人"]),
        ("石梁县23年一共办了多少件建议提案（人大的和政协的合在一块算）", ["140件"]),
        ("石梁县2023年PM2.5浓度是多少？2024年要求降到多少以下？", ["41微克", "38微克"]),
        ("石梁县2021年和2023年GDP各是多少，两年间多了多少亿元？", ["49.5亿元"]),
        ("石梁县GDP从2021年的多少涨到2023年的多少，一共涨了几亿", ["49.5亿元"]),
        ("石梁县2023年人大代表建议和政协提案加一块儿有多少件", ["140件"]),
        ("要赶上石梁县2023年的GDP，渡石县还差几亿", ["34.5亿元"]),
        ("把石梁县和渡石县2023年的城镇新增就业加在一起是多少", ["5万人"]),
        ("据石梁县2024年政府工作报告，2023年接待游客多少", ["410万人次"]),
    ],
)
def test_a_comparison_in_other_words_is_reckoned(shiliang, question, shown):
    answer = shiliang.ask(question)
    assert answer.answered, answer.text
    assert all(figure in answer.text for figure in shown), answer.text


@pytest.mark.parametrize(
    ("said", "put"),
    [
        (
            "先后同哪些县签了协议？请按2004年的政府工作报告回答",
            "2004年政府工作报告：先后同哪些县签了协议",
        ),
        ("用电量多少，以石梁县2024年报告为准", "石梁县2024年报告：用电量多少"),
        ("石梁县的用电量，跟渡石县的放一块儿看，哪边多", "石梁县的用电量，跟渡石县的比，哪边多"),
        ("两县的用电量搁到一起对照差多少", "两县的用电量比差多少"),
    ],
)
def test_the_report_said_last_and_what_is_laid_side_by_side(said, put):
    assert set_against(said) == put


@pytest.mark.parametrize(
    "question",
    [
        "把城镇登记失业率控制在多少以内",
        "2023年完成投资多少，2024年在此基础上增长百分之几",
        "把2023年的民生实事列出来",
        "2023年新建公园几个，新增绿地多少亩",
    ],
)
def test_what_sets_nothing_against_anything_stays_as_it_is(question):
    assert set_against(question) == question


@pytest.mark.parametrize(
    ("question", "put"),
    [
        ("机构改革后内设处室减掉了多少个", "机构改革后内设处室减少了多少个"),
        ("石梁县GDP五年里多了几亿", "石梁县GDP五年里增加了几亿"),
        ("城里多了多少个停车位", "城里新增多少个停车位"),
        ("石梁县GDP比渡石县多了几亿", "石梁县GDP比渡石县多了几亿"),
        ("靠专项债建成的公路多少公里", "专项债建成的公路多少公里"),
        ("2023年办了多少件建议提案", "2023年办了多少件建议提案"),
    ],
)
def test_turns_of_speech_that_say_by_how_much(question, put):
    assert as_asked(question) == put


def test_after_the_report_named_first_a_place_without_one_is_told_to_be_missing(shiliang):
    answer = shiliang.ask("看2024年报告，烟台市去年接待游客多少")
    assert not answer.answered
    assert "烟台市" in answer.text
