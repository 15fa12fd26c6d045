"""Figures of a report that is named by its year, where the store has others."""

import pytest
from genre import written
from towns import assistant_over

OLD = written("进出口总额2367万元，增长20.9%。", "努力扩大出口。", place="青松县", year=1995)
NEW = written("进出口总额9000万元。", "力争进出口总额翻一番。", place="白河县", year=2026)


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """The assistant over the reports of two counties, thirty years apart."""
    with assistant_over(tmp_path_factory.mktemp("named"), (OLD, NEW)) as opened:
        yield opened


def test_what_another_year_plans_in_words_does_not_answer(two):
    answer = two.ask("1995年政府工作报告定的进出口总额增长目标是多少")
    assert not answer.answered
    assert "翻一番" not in answer.text
    assert "翻一番" in two.ask("2026年政府工作报告定的进出口总额增长目标是多少").text
