from __future__ import annotations

import subprocess
import sys

import pytest

from reports.gazetteer import CITY, COUNTY, NATION, PROVINCE, children, find, lookup


def full(name: str) -> list[str]:
    return [place.full for place in lookup(name)]


def found(text: str) -> list[tuple[str, list[str]]]:
    mentions = find(text, short=True)
    return [(text[m.start : m.end], [place.full for place in m.places]) for m in mentions]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("卫东区", "河南省平顶山市卫东区"),
        ("卫东", "河南省平顶山市卫东区"),
        ("平顶山市卫东区", "河南省平顶山市卫东区"),
        ("河南省平顶山市卫东区", "河南省平顶山市卫东区"),
        ("保定高阳", "河北省保定市高阳县"),
        ("山城区", "河南省鹤壁市山城区"),
        ("易县", "河北省保定市易县"),
        ("内蒙古", "内蒙古自治区"),
        ("广西自治区", "广西壮族自治区"),
        ("延边", "吉林省延边朝鲜族自治州"),
        ("黔东南州", "贵州省黔东南苗族侗族自治州"),
        ("克州", "新疆维吾尔自治区克孜勒苏柯尔克孜自治州"),
        ("天门市", "湖北省天门市"),
        ("东莞", "广东省东莞市"),
        ("重庆", "重庆市"),
        ("万州区", "重庆市万州区"),
        ("雄安新区", "河北省雄安新区"),
        ("新疆生产建设兵团", "新疆维吾尔自治区新疆生产建设兵团"),
    ],
)
def test_lookup_finds_the_one_place(name: str, expected: str) -> None:
    assert full(name) == [expected]


@pytest.mark.parametrize("name", ["国务院", "全国", "中国", "中央人民政府"])
def test_the_nation_is_one_place(name: str) -> None:
    (place,) = lookup(name)
    assert (place.name, place.parents, place.level) == ("国务院", (), NATION)


def test_all_places_of_a_name_come_back_higher_levels_first() -> None:
    assert len(lookup("鼓楼")) == 4
    levels = [place.level for place in lookup("朝阳")]
    assert levels[0] == CITY
    assert COUNTY in levels[1:]
    assert lookup("海南")[0].level == PROVINCE


def test_former_names_know_the_current_one() -> None:
    (place,) = lookup("襄樊市")
    assert (place.current, place.level) == ("襄阳市", CITY)
    (county,) = lookup("徐水县")
    assert (county.full, county.current) == ("河北省保定市徐水县", "徐水区")
    assert lookup("驻马店地区")[0].current == "驻马店市"


def test_unknown_names_give_nothing() -> None:
    assert lookup("") == ()
    assert lookup("某某市") == ()
    assert find("") == ()
    assert find("一") == ()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("卫东2023年gdp", [("卫东", ["河南省平顶山市卫东区"])]),
        ("山城区呢", [("山城区", ["河南省鹤壁市山城区"])]),
        ("驻马店今年目标", [("驻马店", ["河南省驻马店市"])]),
        ("保定高阳的财政收入", [("保定高阳", ["河北省保定市高阳县"])]),
        ("河南", [("河南", ["河南省"])]),
        ("北京和天津谁的增速快", [("北京", ["北京市"]), ("天津", ["天津市"])]),
    ],
)
def test_find_reads_the_places_of_a_question(question: str, expected: list[tuple[str, list[str]]]) -> None:
    assert found(question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "公安机关破了多少案",
        "新建学校多少所",
        "中国式现代化怎么讲",
        "示范县有几个",
        "郊区道路多长",
        "全国人大代表几名",
    ],
)
def test_ordinary_words_are_no_places(question: str) -> None:
    assert found(question) == []


def test_a_name_that_is_a_word_counts_where_a_place_is_asked_for() -> None:
    assert found("公安2023年GDP")[0][1] == ["湖北省荆州市公安县"]
    assert found("范县去年修路多少")[0][1] == ["河南省濮阳市范县"]


def test_find_takes_full_names_only_unless_told() -> None:
    text = "卫东的变化，平顶山市卫东区的变化"
    (mention,) = find(text)
    assert text[mention.start : mention.end] == "平顶山市卫东区"
    assert mention.exact


def test_children_are_the_divisions_below() -> None:
    (city,) = lookup("平顶山市")
    assert "卫东区" in {place.name for place in children(city)}
    assert all(place.parents == ("河南省", "平顶山市") for place in children(city))


def test_reading_the_names_imports_no_tokeniser() -> None:
    code = (
        "import sys; from reports.gazetteer import lookup; assert lookup('卫东'); "
        "print([m for m in ('jionlp', 'jiojio', 'numpy', 'torch') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
