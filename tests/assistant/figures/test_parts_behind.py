"""What stands behind a figure: the noun that it counts, and a part that only 其中 tells of."""

import pytest
from towns import assistant_over, written

GAMES = written(
    "18个国家2600名运动员参加龙舟世界杯赛、开展比赛310场。为市场主体减负4.7亿元。\n\n"
    "实际利用外资1.9亿美元、增长8%，其中制造业占比46.3%。"
    "引进10亿元以上产业项目17个。有效发明专利2300件、居全省第二。",
    place="临浦市",
    year=2024,
)


@pytest.fixture(scope="module")
def games(tmp_path_factory):
    """The assistant over the report of one city."""
    with assistant_over(tmp_path_factory.mktemp("games"), (GAMES,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("临浦市2023年来参加龙舟世界杯赛的运动员有多少人", "2600名"),
        ("2023年临浦给企业减轻了多少负担", "4.7亿元"),
        ("临浦市2023年实际利用外资多少", "1.9亿美元"),
        ("临浦市2023年引进的十亿级以上的产业项目有几个", "17个"),
    ],
)
def test_a_figure_is_known_by_what_it_counts(games, question, figure):
    answer = games.ask(question)
    assert answer.answered
    assert figure in answer.text


@pytest.mark.parametrize(
    "question", ["临浦市2023年制造业用了多少外资", "临浦市2023年高价值发明专利在全省排第几"]
)
def test_a_part_or_kind_that_is_not_told_is_refused(games, question):
    assert not games.ask(question).answered


def test_a_number_of_estates_is_none_of_the_homes_asked_for(tmp_path):
    review = "枫林苑等6个停工楼盘完成化解、870户群众顺利办理不动产权证。"
    with assistant_over(tmp_path, (written(review, "城镇新增就业3000人。"),)) as bot:
        text = bot.ask("青山县2023年枫林苑等停工楼盘化解后，多少户拿到了房本").text
        assert "870户" in text
