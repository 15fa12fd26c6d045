"""今年 in a follow-up is the year after the one that was asked about, not the newest in the store."""

import pytest
from genre import written
from towns import assistant_over

REPORTS = tuple(
    written(f"新增高新技术企业{done}家。", f"新增高新技术企业{aim}家以上。", place="白河县", year=year)
    for year, done, aim in ((2023, 6, 7), (2024, 8, 9), (2026, 11, 13))
)


@pytest.fixture(scope="module")
def baihe(tmp_path_factory):
    """The assistant over three reports of one county."""
    with assistant_over(tmp_path_factory.mktemp("years"), REPORTS) as opened:
        yield opened


@pytest.mark.parametrize(
    ("before", "figure", "year"),
    [
        ("白河县2023年新增高新技术企业多少家", "9家", "2024年"),
        ("白河县2022年新增高新技术企业多少家", "7家", "2023年"),
        ("白河县2024年新增高新技术企业的目标是多少家", "9家", "2024年"),
    ],
)
def test_this_year_follows_the_year_asked_before(baihe, before, figure, year):
    first = baihe.ask(before)
    answer = baihe.ask("今年打算再添几家", history=[(before, first.text)])
    assert answer.answered
    assert figure in answer.text
    assert year in answer.text


def test_this_year_alone_is_that_of_the_newest_report(baihe):
    answer = baihe.ask("白河县今年计划新增高新技术企业多少家")
    assert answer.answered
    assert "13家" in answer.text
    assert "2026年" in answer.text
