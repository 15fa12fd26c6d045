"""A place without a report of its own: what the report of the place above it says of it by name."""

import pytest
from genre import written
from towns import SHAANXI_2024, assistant_over


@pytest.fixture(scope="module")
def province(tmp_path_factory):
    """The assistant over one province's report."""
    with assistant_over(tmp_path_factory.mktemp("province"), (SHAANXI_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "place", "figure"),
    [
        ("西安2023年开通中欧班列多少列", "西安", "4980列"),
        ("西安市2023年开通多少列中欧班列", "西安", "4980列"),
        ("宝鸡2023年新建标准化厂房多少平方米", "宝鸡", "37万平方米"),
    ],
)
def test_a_detail_that_names_the_place_answers(province, question, place, figure):
    answer = province.ask(question)
    assert answer.answered
    assert answer.verified
    assert place in answer.text
    assert figure in answer.text
    (citation,) = answer.citations
    assert citation.place == "陕西省"
    assert place in citation.quote
    assert figure in citation.quote


@pytest.mark.parametrize(
    ("question", "place", "figures"),
    [
        ("咸阳2023年新建标准化厂房多少平方米", "咸阳市", ("37万",)),
        ("西安2023年新建改建农村公路多少公里", "西安市", ("5200",)),
        ("宝鸡2023年开通中欧班列多少列", "宝鸡市", ("4980",)),
    ],
)
def test_another_places_or_the_whole_provinces_detail_does_not(province, question, place, figures):
    answer = province.ask(question)
    assert not answer.answered
    assert f"没有{place}的政府工作报告" in answer.text
    assert not any(figure in answer.text for figure in figures)
    assert answer.citations == ()


@pytest.mark.parametrize(
    "question", ["西安2023年GDP多少", "西安2023年GDP增速", "西安2023年城镇新增就业多少人"]
)
def test_the_provinces_indicator_is_not_the_citys(province, question):
    answer = province.ask(question)
    assert not answer.answered
    for figure in ("33100", "4.4", "42.6", "4980"):
        assert figure not in answer.text


def test_an_indicator_of_the_province_is_refused_even_beside_the_citys_name(province):
    answer = province.ask("西安2023年一般公共预算收入多少")
    assert not answer.answered
    assert "3437" not in answer.text
    assert "3437亿元" in province.ask("陕西2023年一般公共预算收入多少").text


@pytest.mark.parametrize("question", ["成都2023年开通中欧班列多少列", "西安2022年开通中欧班列多少列"])
def test_a_city_of_another_province_or_another_year_is_refused(province, question):
    answer = province.ask(question)
    assert not answer.answered
    assert "4980" not in answer.text


def test_the_province_itself_is_answered_as_ever(province):
    answer = province.ask("陕西2023年GDP多少")
    assert answer.answered
    assert "33100亿元" in answer.text
    assert answer.citations[0].place == "陕西省"


SIDE_BY_SIDE = written(
    "龙子湖入选省级水美样板、全省首个，得到上级奖励1830万元。龙子湖雪梨产业链产值64亿元。"
    "固镇县石畈村成立合作社，打造研学路线，全村人均可支配收入3.7万元。"
    "怀远机场改造完工，全市机场旅客吞吐量达到71万人次。怀远夜间公交最高客流达8.6万人次。"
    "怀远、固镇城际巴士日均客流分别达6.3万、2.4万人次。\n\n"
    "固镇启动水系连通，全市新增高标准农田33万亩。",
    "全市城镇新增就业5万人以上。",
    place="蚌埠市",
    year=2024,
)


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    """The assistant over one city's report that tells of its counties, a lake and a village."""
    with assistant_over(tmp_path_factory.mktemp("city"), (SIDE_BY_SIDE,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "named", "figure"),
    [
        ("龙子湖入选省级水美样板，得到上级奖励多少钱", "龙子湖", "1830万元"),
        ("固镇石畈村2023年人均可支配收入多少元", "石畈村", "3.7万元"),
        ("怀远2023年夜间公交最高客流多少人次", "怀远", "8.6万"),
    ],
)
def test_a_sentence_about_the_place_alone_answers(city, question, named, figure):
    answer = city.ask(question)
    assert answer.answered
    assert named in answer.text
    assert figure in answer.text
    assert answer.citations[0].place == "蚌埠市"


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("龙子湖区2023年产值达到多少", "64亿"),
        ("固镇2023年人均可支配收入多少元", "3.7万"),
        ("固镇2023年新增高标准农田多少亩", "33万"),
        ("固镇机场2023年旅客吞吐量多少", "71万"),
        ("怀远机场2023年旅客吞吐量多少", "71万"),
        ("怀远2023年脱贫人口多少人", "8.6万"),
        ("怀远2023年城际巴士日均客流多少人次", "2.4万"),
        ("龙子湖2023年城镇新增就业多少人", "5万"),
    ],
)
def test_what_only_stands_beside_the_place_does_not(city, question, figure):
    answer = city.ask(question)
    assert figure not in answer.text.split("报告里相近的是")[0]
    assert not answer.answered


# --- a city with reports, but none of the year: the province's tells of it


@pytest.fixture(scope="module")
def older_city(tmp_path_factory):
    """The assistant over a city's report of an earlier year and the province's of a later one."""
    city = written("全市城镇新增就业15万人。开通中欧班列3720列。", place="西安市", year=2022)
    with assistant_over(tmp_path_factory.mktemp("older"), (city, SHAANXI_2024)) as opened:
        yield opened


def test_the_province_tells_of_a_year_that_the_city_does_not(older_city):
    answer = older_city.ask("西安2023年开通中欧班列多少列")
    assert answer.answered
    assert "4980列" in answer.text
    assert answer.citations[0].place == "陕西省"


def test_the_city_itself_tells_of_its_own_years(older_city):
    assert "3720列" in older_city.ask("西安2021年开通中欧班列多少列").text


def test_what_the_province_came_to_is_not_the_city(older_city):
    answer = older_city.ask("西安2023年城镇新增就业多少人")
    assert not answer.answered
    assert "42.6万" not in answer.text
