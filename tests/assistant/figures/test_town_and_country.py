"""What a report says of 城乡 in one breath is asked for of 城市 or 农村."""

import pytest
from towns import assistant_over, written

YUXI = written(
    "城乡低保应保尽保，标准分别提高至每人每年9164元和4113元。"
    "城乡居民人均可支配收入分别达到13250元和3100元。茶叶产量达到49万吨，比五年前增加5万吨。",
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
        ("2023年芋西县城里人比农民一年多挣多少钱？", "10150元"),
        ("2023年芋西县城镇居民收入比农牧民高多少元？", "10150元"),
    ],
)
def test_town_and_country_are_told_apart(yuxi, question, shown):
    """城市低保 is what the report shares out as 城镇低保."""
    answer = yuxi.ask(question)
    assert answer.answered, answer.text
    assert shown in answer.text


def test_the_gap_of_two_is_followed_by_how_many_times_the_one_is_the_other(yuxi):
    """两者差多少, and then 是几倍, of the same two."""
    said: list[tuple[str, str]] = []
    for question in ("2023年芋西县城镇居民人均收入多少？", "农民呢？", "两者差多少？"):
        said.append((question, yuxi.ask(question, history=list(said)).text))
    assert "倍" in yuxi.ask("是几倍？", history=said).text


def test_how_many_times_the_other_is_asked_of_the_two_just_compared(yuxi):
    """甲比乙高多少, and then 是乙的几倍."""
    first = "2023年芋西县城镇居民收入比农民高多少？"
    answer = yuxi.ask("是农民的几倍？", history=[(first, yuxi.ask(first).text)])
    assert "倍" in answer.text
    assert "13250" in answer.text


def test_what_there_is_more_than_years_ago_is_no_growth_of_one_year(yuxi):
    """比上年增加多少 is not told by 比五年前增加5万吨."""
    assert "5万吨" not in yuxi.ask("2023年芋西县茶叶产量比上年增加多少？").text.replace("49万吨", "")
