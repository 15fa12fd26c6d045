"""Which of several reports answers: of two places that act together, or of many years of one place."""

import pytest
from genre import written
from towns import assistant_over

TONGCHUAN = written(
    "与汉中市结对共建飞地园区，互派干部26名，落户企业19家。新建桥梁12座。汉铜对口协作落地茶旅项目37个。",
    "深化与汉中市结对协作，共建蓝莓种植基地，联合举办两市农产品展销会。",
    place="铜川市",
    year=2025,
)
HANZHONG = written("旅游接待1800万人次。新建学校9所。", "建设康养小镇6个。", place="汉中市", year=2025)
OLDER = written(
    "主城区建成山茶书屋14处，藏书38万册。第四届樱花洽谈会签约项目23个，合同资金57亿元，到位资金16亿元。",
    "2020年地区生产总值达到420亿元。实施“0906工程”，建设9个村史馆、6条骑行道。开放山茶书屋。",
    place="白河县",
    year=2016,
)
NEWER = written(
    "地区生产总值380亿元。春季洽谈会签约项目88个，合同资金190亿元。外来资金到位91亿元。",
    "地区生产总值增长8%以上。开工建设骑行道，新建村史馆。",
    place="白河县",
    year=2020,
)


@pytest.fixture(scope="module")
def cities(tmp_path_factory):
    """The assistant over the reports of two cities, of which one speaks of the other, and two of a county."""
    with assistant_over(tmp_path_factory.mktemp("several"), (TONGCHUAN, HANZHONG, OLDER, NEWER)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("汉中和铜川结对协作，2025年要做哪些事", "蓝莓种植基地"),
        ("铜川和汉中结对协作，2025年要做哪些事", "蓝莓种植基地"),
        ("2025年汉中在推动与铜川结对协作方面有哪些部署", "农产品展销会"),
    ],
)
def test_what_two_places_do_is_told_by_whichever_speaks_of_it(cities, question, told):
    answer = cities.ask(question)
    assert answer.answered
    assert told in answer.text
    assert {c.place for c in answer.citations} == {"铜川市"}


@pytest.mark.parametrize(
    "question",
    ["汉中2024年给铜川落地的协作茶旅项目有多少个", "汉中和铜川对口协作的茶旅项目2024年落地多少个"],
)
def test_the_report_that_speaks_of_the_other_place_tells_what_the_first_named_does_not(cities, question):
    answer = cities.ask(question)
    assert answer.answered
    assert "37个" in answer.text
    assert not cities.ask("汉中和铜川2024年新建桥梁各多少公里").answered


def test_years_before_are_counted_from_the_year_that_is_named(cities):
    first = ("白河县2020年地区生产总值目标是多少", "")
    assert "2011" in str(
        cities.ask("过去五年樱花洽谈会签约多少个项目", [("白河县2015年书屋有几处", "")]).query
    )
    assert "2015-2019" in str(cities.ask("过去五年洽谈会签约多少个项目", [first]).query)


def test_another_place_in_the_question_takes_no_answer_from_its_own(cities):
    answer = cities.ask("汉中2024年接待游客多少，铜川籍游客有多少")
    assert "26" not in answer.text
    assert cities.ask("汉中市2024年新建学校几所").text.startswith("汉中市2024年新建学校9所")


def test_a_level_that_was_planned_comes_before_a_later_rate(cities):
    assert "420亿元" in cities.ask("白河县到2020年生产总值要达到多少").text
    assert "8%" in cities.ask("白河县2020年生产总值要增长多少").text
    assert "380亿元" in cities.ask("白河县2019年生产总值是多少").text


def test_figures_of_no_year_are_those_of_one_report(cities):
    answer = cities.ask("白河县樱花洽谈会签约项目多少个，合同资金多少，到位资金多少")
    assert all(figure in answer.text for figure in ("23个", "57亿元", "16亿元"))
    assert {c.report_year for c in answer.citations} == {2016}


def test_a_name_that_is_quoted_is_told_of_by_the_report_that_writes_it(cities):
    answer = cities.ask("白河县“0906工程”要建些什么")
    assert "9个村史馆" in answer.text
    assert {c.report_year for c in answer.citations} == {2016}
