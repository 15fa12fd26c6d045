"""The follow-ups that an answer offers: growth, the year before, another place, and none where none fits."""

import pytest
from towns import COUNTIES, assistant_over


@pytest.fixture(scope="module")
def towns(tmp_path_factory):
    """The assistant over two counties' reports, one of them of two years."""
    with assistant_over(tmp_path_factory.mktemp("suggestions"), COUNTIES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "suggestions"),
    [
        ("临禾县2023年GDP多少", ("增速呢", "那2022年呢", "东坪县呢")),
        ("东坪县2023年GDP多少", ("增速呢", "临禾县呢")),
        ("临禾县2022年GDP多少", ("增速呢",)),
        ("临禾县2023年GDP增速", ("那2022年呢", "东坪县呢")),
        ("临禾县GDP增速", ("东坪县呢",)),
    ],
)
def test_what_the_store_can_answer_is_offered(towns, question, suggestions):
    assert towns.ask(question).suggestions == suggestions


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("临禾县2023年GDP多少", ("7%", "150亿元", "80.25亿元")),
        ("东坪县2023年GDP多少", ("6.1%", "160.5亿元")),
        ("临禾县2022年GDP多少", ("5%",)),
        ("临禾县2023年GDP增速", ("5%", "6.1%")),
        ("东坪县2023年粮食产量多少", ("25万吨",)),  # whose growth is not told
    ],
)
def test_a_follow_up_taken_up_is_answered(towns, question, figures):
    first = towns.ask(question)
    assert len(first.suggestions) == len(figures)
    for suggestion, figure in zip(first.suggestions, figures, strict=True):
        answer = towns.ask(suggestion, [(question, first.text)])
        assert answer.answered
        assert figure in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "临禾县和东坪县2023年GDP各是多少",
        "临禾县2022年和2023年GDP",
        "2023年GDP多少",
        "临禾县2023年获得什么称号",
        "临禾县2023年实施多少个重点项目",
    ],
)
def test_several_places_or_years_passages_and_details_offer_none(towns, question):
    answer = towns.ask(question)
    assert answer.answered
    assert answer.suggestions == ()


@pytest.mark.parametrize("question", ["临禾县2019年GDP多少", "临禾县2023年PM10浓度多少", "你好"])
def test_a_refusal_offers_none(towns, question):
    answer = towns.ask(question)
    assert not answer.answered
    assert answer.suggestions == ()


def test_never_more_than_three_and_never_the_place_itself(bot, towns):
    for opened, question in ((towns, "临禾县2023年GDP多少"), (bot, "青山县2023年GDP多少")):
        suggestions = opened.ask(question).suggestions
        assert 1 <= len(suggestions) <= 3
        assert len(set(suggestions)) == len(suggestions)
        assert question[:3] + "呢" not in suggestions
