"""The country's or the province's rate, reckoned from how far a place's own stands above or below it."""

import pytest
from genre import written
from towns import assistant_over

GARZE = written(
    "全县地区生产总值增长6.4%，分别高于全国、全省1.2、0.9个百分点。"
    "固定资产投资增长3%，低于全省2.5个百分点；城镇新增就业900人。"
    "居民消费价格上涨1.1%，比全国平均水平高0.4个百分点。",
    "地区生产总值增长7%。",
    place="理塘县",
    year=2024,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """The assistant over one county's report with invented figures."""
    with assistant_over(tmp_path_factory.mktemp("above"), (GARZE,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        (
            "照理塘县的报告推算，2023年全国和全省的经济增速各是多少",
            ("5.2%（6.4−1.2＝5.2）", "5.5%（6.4−0.9＝5.5）"),
        ),
        ("按理塘县2024年报告倒推，2023年全省固定资产投资增长多少", ("5.5%（3＋2.5＝5.5）",)),
        ("根据理塘县的报告推算，2023年全四川GDP增速是多少", ("5.5%（6.4−0.9＝5.5）",)),
        ("从理塘县的报告倒推，2023年全国居民消费价格涨幅是多少", ("0.7%（1.1−0.4＝0.7）",)),
    ],
)
def test_the_wider_rate_is_reckoned_with_the_subtraction_shown(bot, question, shown):
    answer = bot.ask(question)
    assert answer.verified
    assert answer.answered
    assert [part for part in shown if part not in answer.text] == []


@pytest.mark.parametrize(
    "question", ["2023年全国GDP增速是多少", "照理塘县的报告推算，2023年全国固定资产投资增长多少"]
)
def test_nothing_is_reckoned_unasked_or_from_another_place_s_gap(bot, question):
    answer = bot.ask(question)
    assert "−" not in answer.text
    assert "＋" not in answer.text
