"""Places that share a short name, told apart by year; places that stand in a question but are not asked."""

import pytest
from towns import COUNTIES, NAMESAKES, assistant_over

from assistant.questions.places import PlaceIndex
from assistant.questions.slots import Slots
from assistant.questions.times import choose_namesake
from reports.records import Identity
from reports.text import fold
from vectorstore.records import ReportEntry


def entry(place, *parents, year=2024):
    """A catalogue entry of a place's report."""
    identity = Identity(place, parents, year)
    return ReportEntry(f"{place}{year}", f"{place}.txt", identity, "txt", "text", 1, 1, 1, 100, "")


XIKOU = [entry("溪口县", year=2013), entry("溪口县", year=2014), entry("溪口区", year=2023)]
INDEX = PlaceIndex(
    [
        *XIKOU,
        entry("青山县"),
        entry("湖北省"),
        entry("武汉市", "湖北省"),
        entry("河南省"),
        entry("卫东区", "河南省", "平顶山市"),
    ]
)


@pytest.fixture(scope="module")
def towns(tmp_path_factory):
    """The assistant over a county, the district it became, and two other counties."""
    with assistant_over(tmp_path_factory.mktemp("namesakes"), (*NAMESAKES, *COUNTIES)) as opened:
        yield opened


# --- 溪口: the county of old or the district of today


def test_a_short_name_of_two_places_names_both_as_candidates():
    found = INDEX.find(fold("溪口2013年GDP"))
    assert set(found.namesakes) == {"溪口县", "溪口区"}
    assert len(found.places) == 1


@pytest.mark.parametrize("question", ["溪口县2013年GDP", "溪口区2013年GDP", "青山2023年GDP"])
def test_a_full_name_and_a_name_of_one_place_have_no_namesakes(question):
    assert INDEX.find(fold(question)).namesakes == ()


@pytest.mark.parametrize(
    ("slots", "place"),
    [
        ({"years": (2012,)}, "溪口县"),
        ({"years": (2013,)}, "溪口县"),
        ({"years": (2016,)}, "溪口县"),
        ({"years": (2020,)}, "溪口区"),
        ({"years": (2023,)}, "溪口区"),
        ({"report_years": (2014,)}, "溪口县"),
        ({"report_years": (2023,), "years": (2013,)}, "溪口区"),
    ],
)
def test_the_place_whose_reports_are_nearest_is_chosen(slots, place):
    asked = Slots("", "", places=("溪口县",), namesakes=("溪口县", "溪口区"), **slots)
    chosen = choose_namesake(asked, XIKOU)
    assert chosen.places == (place,)
    assert chosen.namesakes == ()


def test_without_namesakes_nothing_changes():
    asked = Slots("", "", places=("青山县",), years=(2013,))
    assert choose_namesake(asked, XIKOU) == asked


@pytest.mark.parametrize(
    ("question", "place", "figure"),
    [
        ("溪口2012年GDP多少", "溪口县", "61.3亿元"),
        ("溪口2013年GDP多少", "溪口县", "66.7亿元"),
        ("溪口2022年GDP多少", "溪口区", "142.9亿元"),
        ("2022年溪口城镇新增就业多少人", "溪口区", "3370人"),
        ("溪口县GDP多少", "溪口县", "66.7亿元"),
        ("溪口区GDP多少", "溪口区", "142.9亿元"),
    ],
)
def test_the_figure_is_that_of_the_place_meant(towns, question, place, figure):
    answer = towns.ask(question)
    assert answer.answered
    assert answer.query.places == (place,)
    assert figure in answer.text
    (citation,) = answer.citations
    assert citation.place == place
    assert figure in citation.quote


def test_what_the_district_does_not_tell_the_county_it_was_may(towns):
    answer = towns.ask("溪口建成了哪些批发市场？")
    assert "水产批发市场" in answer.text
    assert answer.citations[0].place == "溪口县"
    assert not towns.ask("溪口区建成了哪些批发市场？").answered


def test_a_follow_up_goes_on_with_the_namesake_of_its_year(towns):
    answer = towns.ask("那竹编市场呢？", history=[("溪口2013年城镇新增就业多少人", "")])
    assert answer.query.places == ("溪口县",)


def test_a_full_name_is_not_given_its_namesakes_figure(towns):
    answer = towns.ask("溪口县2022年GDP多少")
    assert not answer.answered
    assert "142.9" not in answer.text


@pytest.mark.parametrize(
    ("questions", "place", "figure"),
    [
        (("溪口2012年GDP多少", "那城镇新增就业呢"), "溪口县", "1830人"),
        (("溪口2022年GDP多少", "2013年呢"), "溪口县", "66.7亿元"),
        (("溪口2013年城镇新增就业多少", "2022年是多少"), "溪口区", "3370人"),
    ],
)
def test_a_follow_up_is_asked_of_either_namesake(towns, questions, place, figure):
    history = []
    for question in questions:
        answer = towns.ask(question, history=list(history))
        history.append((question, answer.text))
    assert answer.query.places == (place,)
    assert figure in answer.text


def test_both_sides_are_of_the_namesake_chosen(towns):
    answer = towns.ask("溪口2013年GDP比2012年多多少亿元")
    assert "5.4亿元" in answer.text


def test_without_a_year_the_newest_of_the_namesakes_is_asked_first():
    asked = Slots("", "", places=("溪口县",), namesakes=("溪口县", "溪口区"))
    chosen = choose_namesake(asked, XIKOU)
    assert chosen.places == ("溪口区",)
    assert [other.places for other in chosen.otherwise] == [("溪口县",)]


# --- places that stand in a question without being asked about


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("青山县选派多少人支援武汉", ("青山县",)),
        ("青山县对口支援武汉投入多少", ("青山县",)),
        ("青山县2023年来自武汉的客商投资多少", ("青山县",)),
        ("卫东区GDP在河南排第几", ("卫东区",)),
        ("卫东区2023年在河南省排第几", ("卫东区",)),
        ("河南卫东区GDP", ("卫东区",)),
        ("湖北武汉GDP", ("武汉市",)),
    ],
)
def test_a_place_that_only_stands_in_the_question_is_not_asked_about(question, places):
    found = INDEX.find(fold(question))
    assert found.places == places
    assert found.unknown == ()


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("青山县和武汉GDP", ("青山县", "武汉市")),
        ("青山、武汉、卫东谁的GDP高", ("青山县", "武汉市", "卫东区")),
        ("青山县GDP比武汉高多少", ("青山县", "武汉市")),
        ("青山县还是武汉的GDP高", ("青山县", "武汉市")),
        ("青山县GDP是武汉的几倍", ("青山县", "武汉市")),
    ],
)
def test_places_joined_by_a_word_are_all_asked_about(question, places):
    assert INDEX.find(fold(question)).places == places


def test_whom_a_county_helped_is_part_of_what_is_asked(towns):
    answer = towns.ask("临禾县2023年支援武汉多少名医护人员")
    assert answer.answered
    assert answer.query.places == ("临禾县",)
    assert "12名" in answer.text


def test_a_rank_among_others_is_the_rank_of_the_place(towns):
    answer = towns.ask("临禾县2023年GDP在全省排第几")
    assert answer.answered
    assert "第12位" in answer.text
    assert "第12位" in answer.citations[0].quote
