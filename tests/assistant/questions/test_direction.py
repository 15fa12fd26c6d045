"""Whether something rose or fell, by how much, and what was then set for the next year."""

import pytest
from genre import written
from towns import assistant_over

from assistant.questions.direction import plainly

SHALLOWS_2024 = written(
    "固定资产投资下降4.5%，社会消费品零售总额增长6%，进出口总额下降2%。城镇新增就业3600人。",
    "固定资产投资增长8%，社会消费品零售总额增长7%。城镇新增就业3000人以上。",
    place="浅滩县",
    year=2024,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("direction"), (SHALLOWS_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("浅滩县2023年固定资产投资是升是降，多大幅度？2024年又定了多少", ("下降4.5%", "增长8%")),
        ("浅滩县2023年社零涨了还是跌了，涨跌多少，2024年目标定的是多少", ("增长6%", "增长7%")),
        ("2023年浅滩县进出口总额增加了还是减少了，幅度多大", ("下降2%",)),
    ],
)
def test_the_direction_is_told_by_word_with_the_rate_and_the_next_target(bot, question, shown):
    answer = bot.ask(question)
    assert answer.verified
    assert answer.answered
    assert [part for part in shown if part not in answer.text] == []


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("投资是升是降，多大幅度", "投资增速是多少"),
        ("投资涨了还是跌了，幅度多大", "投资增速是多少"),
        ("2024年又定了多少", "2024年目标是多少"),
        ("2024年定了多少家", "2024年目标是多少家"),
        ("认定了多少家企业", "认定了多少家企业"),
    ],
)
def test_what_people_say_for_growth_and_for_a_target(said, plain):
    assert plainly(said) == plain
