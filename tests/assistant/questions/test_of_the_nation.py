"""Questions of a year that name no place, in a store with the nation's reports and those of many places."""

import pytest
from genre import written
from towns import COUNTIES, NAMESAKES, SHAANXI_2024, assistant_over


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """The assistant over two reports of the nation, a province's and those of several counties."""
    nation = (
        written(
            "国内生产总值101万亿元，增长2.3%。高速铁路营业里程达到4.1万公里。",
            "免税试点扩大到家政、康养、托育三个行业。",
            place="国务院",
            year=2023,
        ),
        written(
            "国内生产总值107万亿元，增长5.5%。社区食堂从2017年的1.3万家增加到6.8万家。",
            "城镇新增就业1150万人以上。",
            place="国务院",
            year=2024,
        ),
    )
    with assistant_over(
        tmp_path_factory.mktemp("nation"), (*nation, SHAANXI_2024, *NAMESAKES, *COUNTIES)
    ) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2023年免税试点扩大到哪几个行业", "家政、康养、托育"),
        ("2022年高速铁路营业里程多少", "4.1万公里"),
        ("2024年城镇新增就业目标多少", "1150万人"),
    ],
)
def test_the_nation_is_meant(many, question, told):
    answer = many.ask(question)
    assert answer.answered
    assert told in answer.text
    assert {c.place for c in answer.citations} == {"国务院"}
    assert answer.query.question == question
    assert "按国务院的报告作答" in answer.notice


def test_what_the_nation_does_not_tell_is_told_of_a_place(many):
    answer = many.ask("2023年新建改建农村公路多少公里")
    assert "5200公里" in answer.text
    assert answer.citations[0].place == "陕西省"


def test_every_place_is_asked_where_the_question_says_so(many):
    assert "国务院" not in many.ask("2023年各县GDP分别多少").text


def test_a_report_long_after_tells_what_a_year_had_come_to(many):
    answer = many.ask("全国2017年社区食堂有多少家")
    assert answer.answered
    assert "1.3万家" in answer.text


def test_what_was_got_is_told_though_the_word_may_be_an_aim(tmp_path):
    reports = [
        written("争取债券资金18.4亿元，同比增长46%。", place="青山县", year=2023),
        written("粮食产量20万吨。", "推进城市更新。", place="青山县", year=2022),
    ]
    with assistant_over(tmp_path, reports) as opened:
        answer = opened.ask("青山县2022年争取债券资金多少，同比增长多少")
    assert "18.4亿元" in answer.text
    assert "46%" in answer.text
