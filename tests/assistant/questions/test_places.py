"""Which places a question names, by full, short and parents' names, and which of them have no report."""

import pytest
from genre import PIECES
from hypothesis import given
from hypothesis import strategies as st

from assistant.questions.places import PlaceIndex, short_name
from reports.records import Identity
from reports.text import fold
from vectorstore.records import ReportEntry


def entry(place, *parents, year=2024):
    """A catalogue entry of a place's report."""
    identity = Identity(place, parents, year)
    return ReportEntry(f"{place}{year}", f"{place}.txt", identity, "txt", "text", 1, 1, 1, 100, "")


COUNTIES = PlaceIndex(
    [
        entry("卫东区", "河南省", "平顶山市"),
        entry("卫东区", "河南省", "平顶山市", year=2018),
        entry("山城区", "河南省", "鹤壁市"),
        entry("青山县"),
    ]
)
NATION = PlaceIndex([entry("国务院"), entry("卫东区", "河南省", "平顶山市")])


@pytest.mark.parametrize(
    ("question", "put"),
    [
        ("鹤壁的山城区跟平顶山市下辖的卫东区谁高", "鹤壁山城区跟平顶山市卫东区谁高"),
        ("平顶山的山城区GDP", "平顶山的山城区GDP"),
        ("山城区最大的卫东商场", "山城区最大的卫东商场"),
    ],
)
def test_a_district_is_named_with_its_city(question, put):
    assert COUNTIES.in_one(question) == put


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("卫东区", "卫东"),
        ("鹤壁市", "鹤壁"),
        ("河南省", "河南"),
        ("赵县", "赵县"),
    ],
)
def test_a_short_name_leaves_the_kind_of_place_out(name, short):
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("2023年卫东区新增就业多少", ("卫东区",)),
        ("卫东2023年新增就业", ("卫东区",)),
        ("平顶山市卫东区2023年新增就业", ("卫东区",)),
        ("河南省平顶山市卫东区新增就业", ("卫东区",)),
        ("平顶山卫东新增就业", ("卫东区",)),
        ("衛東區2023年新增就業", ("卫东区",)),
        ("卫东区和山城区谁高", ("卫东区", "山城区")),
        ("山城区、卫东区、青山县的GDP", ("山城区", "卫东区", "青山县")),
        ("2023年新增就业多少", ()),
    ],
)
def test_the_places_of_the_store_are_found_by_every_name(question, places):
    found = COUNTIES.find(fold(question))
    assert found.places == places
    assert found.unknown == ()


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("湛河区2023年GDP", "湛河区"),
        ("2023年湛河区GDP", "湛河区"),
        ("平顶山市湛河区2023年GDP", "湛河区"),
        ("平顶山市2023年GDP", "平顶山市"),
        ("河南省2023年GDP", "河南省"),
        ("请问鹤壁2023年GDP", "鹤壁市"),
    ],
)
def test_a_place_without_a_report_is_named_as_such(question, unknown):
    found = COUNTIES.find(fold(question))
    assert found.places == ()
    assert found.unknown == (unknown,)


@pytest.mark.parametrize(
    "question", ["全国2023年GDP", "我国2023年GDP", "2023年国务院的报告", "中国2023年粮食产量"]
)
def test_the_nation_has_several_names(question):
    assert NATION.find(fold(question)).places == ("国务院",)


@pytest.mark.parametrize(
    "question", ["卫东区有几个全国重点村", "卫东区的国家级高新技术企业", "卫东区全国百强企业"]
)
def test_national_in_a_title_is_not_the_nation(question):
    assert NATION.find(fold(question)).places == ("卫东区",)


def test_a_short_name_inside_a_longer_name_is_content():
    found = COUNTIES.find(fold("卫东区2023年青山大道改造"))
    assert found.places == ("卫东区",)
    assert "青山大道" in found.rest


def test_the_rest_keeps_every_other_character_where_it_was():
    question = fold("卫东区和山城区2023年GDP")
    rest = COUNTIES.find(question).rest
    assert len(rest) == len(question)
    assert rest.replace(" ", "") == "和2023年gdp"


def test_an_empty_store_knows_no_place():
    assert PlaceIndex(()).find("卫东区").places == ()


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=15).map("".join)))
def test_finding_places_never_raises(question):
    text = fold(question)
    found = COUNTIES.find(text)
    assert len(found.rest) == len(text)
    assert set(found.places) <= {"卫东区", "山城区", "青山县"}


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("山城区第五届亚运会上卫东区的选手拿了几枚奖牌", ("卫东区",)),
        ("卫东区选手在山城区全运会上拿了几枚奖牌", ("卫东区",)),
        ("山城区全运会花了多少钱", ("山城区",)),
    ],
)
def test_where_an_event_was_held_is_a_part_of_its_name(question, places):
    index = PlaceIndex([entry("卫东区"), entry("山城区")])
    assert index.find(question).places == places


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("平陆运河南宁段2023年投资多少", ("南宁市",)),
        ("2023年大运河南宁码头吞吐量", ("南宁市",)),
        ("2023年大运河南段清淤多少公里", ()),
        ("2023年淮河南岸加固了多少公里", ()),
        ("南水北调河南段2023年调水多少", ("河南省",)),
        ("河南段高速2023年通车多少公里", ("河南省",)),
    ],
)
def test_a_name_that_begins_within_a_word_is_none(question, places):
    index = PlaceIndex([entry("河南省"), entry("南宁市", "广西壮族自治区")])
    assert index.find(fold(question)).places == places


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("2009年国家打算怎么扩大内需", ("国务院",)),
        ("2010年中央准备采取哪些办法稳住物价", ("国务院",)),
        ("2016年国家要给哪些行业减税", ("国务院",)),
        ("2018年国家对小微企业有什么优惠", ("国务院",)),
        ("2000年中央的积极财政政策有哪些内容", ("国务院",)),
        ("2020年国家级贫困县有几个", ()),
        ("2020年中央公园面积多大", ()),
        ("2012年全国招商大会上卫东区签约多少项目", ("卫东区",)),
        ("卫东区的哪个项目入选了全国新型城镇化典型", ("卫东区",)),
        ("2008年全国和2009年卫东区的GDP", ("国务院", "卫东区")),
    ],
)
def test_the_nation_does_what_is_asked_about(question, places):
    assert NATION.find(fold(question)).places == places


@pytest.mark.parametrize(
    ("question", "places"),
    [("湘省2013年怎么修路", ("湖南省",)), ("滇省2013年怎么修路", ()), ("三湘2013年怎么修路", ())],
)
def test_a_province_goes_by_its_letter_too(question, places):
    assert PlaceIndex([entry("湖南省")]).find(question).places == places
