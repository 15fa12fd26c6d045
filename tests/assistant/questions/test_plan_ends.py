"""What the end of a five-year plan had, and by how much a figure has moved since."""

import pytest
from genre import written
from towns import assistant_over

CRANE_2021 = written(
    "“十三五”时期，地区生产总值由“十二五”末的41.6亿元增长到67.1亿元，年均增长10%；"
    "固定资产投资由33亿元增长到48.5亿元，年均增长8%。",
    place="鹤滩县",
    year=2021,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("plans"), (CRANE_2021,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("鹤滩县“十三五”末地区生产总值比“十二五”末多了多少亿元", "67.1−41.6＝25.5"),
        ("鹤滩县“十三五”末的固定资产投资比“十二五”末增加了多少亿元", "48.5−33＝15.5"),
    ],
)
def test_what_moved_since_the_end_of_a_plan(bot, question, shown):
    answer = bot.ask(question)
    assert answer.answered
    assert shown in answer.text


def test_the_end_of_another_plan_is_not_told(bot):
    answer = bot.ask("鹤滩县2020年地区生产总值比“十一五”末多了多少亿元")
    assert "25.5" not in answer.text
    assert not answer.answered
