"""A figure told to the last digit goes before the mark that another sentence says it passed."""

from __future__ import annotations

import pytest
from genre import written
from towns import assistant_over

MAPLE = written(
    "过去五年，生产总值突破300亿元、年均增长6.1%，粮食总产突破40万吨、年均增长2%。镇办作坊由66户整合至12户。\n\n"
    "去年，完成生产总值327.6亿元，增长5.2%。",
    "生产总值增长6%。",
    place="红枫县",
    year=2026,
)


@pytest.fixture(scope="module")
def maple(tmp_path_factory):
    """The assistant over a report that looks back on five years and on the last of them."""
    with assistant_over(tmp_path_factory.mktemp("maple"), (MAPLE,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("2025年红枫县完成生产总值多少，增长多少？", "327.6亿元"),
        ("2025年红枫县粮食总产多少？", "40万吨"),
        ("红枫县镇办作坊“十四五”期间从66户整合成了几户？", "12户"),
    ],
)
def test_the_exact_figure_of_the_last_year_is_told(maple, question, figure):
    answer = maple.ask(question)
    assert answer.answered
    assert figure in answer.text
