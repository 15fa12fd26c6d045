"""Words that compare, as people put them: 涨得快, 多打了多少, 目标5%以上完成了吗, 十五五期间."""

import pytest
from towns import assistant_over, written

LIUHE_2025 = written(
    "地区生产总值增长5.2%，一般公共预算收入增长4.1%。粮食产量12.4亿斤。",
    "主要预期目标是：地区生产总值增长6%以上，一般公共预算收入增长5%。",
    place="柳河县",
    year=2025,
)
LIUHE_2026 = written(
    "地区生产总值增长4.4%，一般公共预算收入增长3.9%。粮食产量13.1亿斤。\n"
    "“十五五”时期主要指标是：地区生产总值年均增长5.5%左右。",
    "主要预期目标是：地区生产总值增长5.5%。",
    place="柳河县",
    year=2026,
)
SHANHE_2026 = written(
    "一般公共预算收入增长7.7%。", "主要预期目标是：地区生产总值增长5%。", place="善河县", year=2026
)


@pytest.fixture(scope="module")
def liuhe(tmp_path_factory):
    """The assistant over two counties' reports."""
    reports = (LIUHE_2025, LIUHE_2026, SHANHE_2026)
    with assistant_over(tmp_path_factory.mktemp("comparing"), reports) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("2025年柳河县和善河县哪个财政收入涨得快", ["3.9%", "7.7%"]),
        ("柳河县粮食2025年比2024年多打了多少亿斤", ["13.1亿斤", "12.4亿斤", "0.7亿斤"]),
        ("柳河县2025年GDP增长目标6%以上，完成了吗", ["4.4%", "没有完成"]),
    ],
)
def test_what_is_compared_is_told_with_both_figures(liuhe, question, shown):
    answer = liuhe.ask(question)
    assert answer.answered, answer.text
    assert all(figure in answer.text for figure in shown), answer.text


def test_whether_it_was_higher_or_lower_than_the_year_before_is_a_comparison(liuhe):
    text = liuhe.ask("柳河县GDP增速，2025年跟2024年比是高了还是低了？").text
    assert "4.4%" in text
    assert "5.2%" in text
