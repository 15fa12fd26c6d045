"""The nation as part of a name or of a rank, ranks among whom, people whom no notice lists."""

import pytest
from genre import written
from towns import NOTICE_2024, assistant_over

from assistant.questions.places import PlaceIndex
from assistant.questions.scope import scope_in
from reports.records import Identity
from reports.text import fold
from vectorstore.records import ReportEntry


def entry(place, *parents, year=2024):
    """A catalogue entry of a place's report."""
    identity = Identity(place, parents, year)
    return ReportEntry(f"{place}{year}", f"{place}.txt", identity, "txt", "text", 1, 1, 1, 100, "")


NATION = PlaceIndex([entry("国务院"), entry("卫东区", "河南省", "平顶山市"), entry("溪口县")])
TOWN = written(
    "全县地区生产总值160.5亿元，增长7%，增速居全省第12位。固定资产投资增长8%，总量居全市第3位。"
    "溪口集团凭借低温钎焊技术获第九届中国专利奖。",
    place="溪口县",
    year=2024,
)


@pytest.mark.parametrize(
    "question",
    [
        "溪口集团凭什么拿下第九届中国专利奖",
        "机场吞吐量要冲到多少，排到全国第几",
        "粮食连着多少年全国第一",
        "有多少个县达标，占全国的百分之几",
        "哪家医院进了全国百强",
    ],
)
def test_the_nation_in_a_name_or_a_rank_is_no_place(question):
    assert "国务院" not in NATION.find(fold(question)).places


@pytest.mark.parametrize("question", ["2023年全国GDP是多少", "粮食产量全国有多少", "2008年全国增长多少"])
def test_the_nation_is_a_place_where_it_is_asked_of(question):
    assert NATION.find(fold(question)).places == ("国务院",)


@pytest.mark.parametrize(
    ("words", "above", "scope"),
    [
        ("gdp增幅在全省排到第几", [], "省"),
        ("gdp在河南排第几", [("河南", "省")], "省"),
        ("全广西排第几", [("广西", "省")], "省"),
        ("总量市里排第几", [], "市"),
        ("增速是多少", [], ""),
    ],
)
def test_among_whom_a_rank_is_meant(words, above, scope):
    found, rest = scope_in(words, above)
    assert found == scope
    assert not scope or "全" not in rest


def test_a_rank_answers_only_among_those_asked_for(tmp_path):
    with assistant_over(tmp_path, [TOWN]) as bot:
        told = bot.ask("溪口县2023年GDP增速在全省排到第几")
        assert told.answered
        assert "第12位" in told.text
        assert not bot.ask("溪口县2023年GDP增速在全国排第几").answered
        assert not bot.ask("溪口县2023年GDP总量在全省排第几").answered


def test_a_second_person_whom_no_notice_lists_is_not_dropped(tmp_path):
    with assistant_over(tmp_path, [NOTICE_2024]) as bot:
        assert bot.ask("郑大江分管哪些工作").answered
        told = bot.ask("郑大江和李四分管哪些工作")
        assert not told.answered
        assert "李四" in told.text


def test_each_of_two_namesakes_is_chosen_by_the_year(tmp_path):
    from towns import NAMESAKES

    other = written("全县地区生产总值80亿元。", place="东坪县", year=2014)
    with assistant_over(tmp_path, [*NAMESAKES, other]) as bot:
        told = bot.ask("溪口和东坪2013年GDP各是多少")
        assert told.answered
        assert "66.7亿元" in told.text
        assert "80亿元" in told.text
