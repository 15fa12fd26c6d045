"""What a report says of 城乡 in one breath is asked for of 城市 or 农村."""

import pytest
from towns import assistant_over, written

YUXI = written(
    "城乡低保应保尽保，标准分别提高至每人每年9164元和4113元。",
    "城乡低保分别提高至每人每年9920元和4460元。",
    place="芋西县",
    year=2024,
)


@pytest.fixture(scope="module")
def yuxi(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("town"), (YUXI,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("2023年芋西县城市低保标准是多少？", "9164元"),
        ("2023年芋西县农村低保标准是多少？", "4113元"),
        ("芋西县2024年城市低保标准计划比2023年提高多少？", "756元"),
    ],
)
def test_town_and_country_are_told_apart(yuxi, question, shown):
    """城市低保 is what the report shares out as 城镇低保."""
    answer = yuxi.ask(question)
    assert answer.answered, answer.text
    assert shown in answer.text
