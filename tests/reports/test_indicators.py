"""Standard names and their aliases, the shipped table and the user's own."""

import tomllib
from pathlib import Path

import pytest
from genre import facts_of

from reports import indicators
from reports.errors import BadTable
from reports.indicators import aliases_of, find_names
from reports.phrases import standard_name
from reports.text import fold


def names(text, **told):
    """The standard names in a text."""
    return [m.name for m in find_names(fold(text), **told)]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("GDP", "地区生产总值"),
        ("gdp", "地区生产总值"),
        ("ＧＤＰ", "地区生产总值"),
        ("生产总值", "地区生产总值"),
        ("经济总量", "地区生产总值"),
        ("社零", "社会消费品零售总额"),
        ("固投", "固定资产投资"),
        ("财政收入", "一般公共预算收入"),
        ("地方公共财政预算收入", "一般公共预算收入"),
        ("规上工业", "规模以上工业增加值"),
        ("新增就业", "城镇新增就业"),
        ("居民收入", "居民人均可支配收入"),
        ("农民人均纯收入", "农村居民人均可支配收入"),
        ("CPI", "居民消费价格"),
        ("R&D经费投入强度", "研发投入强度"),
        ("市场主体", "经营主体"),
        ("贫困人口的脱贫", "脱贫人口"),
    ],
)
def test_an_alias_stands_for_its_standard_name(written, name):
    assert names(f"去年{written}怎样") == [name]
    assert fold(written) in aliases_of(name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("人均地区生产总值", ["人均地区生产总值"]),
        ("城镇居民人均可支配收入", ["城镇居民人均可支配收入"]),
        ("单位GDP能耗", ["单位地区生产总值能耗"]),
        ("进出口总额和出口总额", ["进出口总额", "出口总额"]),
        ("新增规上工业企业6家", []),
        ("规上工业总产值、营收", []),
        ("研究与试验发展经费突破百亿元", ["研发经费"]),
        ("公路", []),
    ],
)
def test_the_longest_name_is_meant(text, expected):
    assert names(text) == expected


def test_the_spans_are_where_the_names_stand():
    text = fold("卫东区GDP和社零")
    assert [text[m.start : m.end] for m in find_names(text)] == ["gdp", "社零"]


def test_no_spelling_means_two_indicators():
    table = tomllib.loads(Path(indicators.__file__).with_name("indicators.toml").read_text("utf-8"))[
        "indicators"
    ]
    seen = {}
    for name, aliases in table.items():
        for alias in {fold(a) for a in (name, *aliases)}:
            assert seen.setdefault(alias, name) == name, alias


def test_users_add_names_of_their_own(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text('[indicators]\n"茶叶产量" = ["茶产"]\n"地区生产总值" = ["县域总产出"]\n', "utf-8")
    assert names("茶产和县域总产出", extra=str(own)) == ["茶叶产量", "地区生产总值"]
    assert names("GDP", extra=str(own)) == ["地区生产总值"]
    assert names("茶产和县域总产出") == []


@pytest.fixture
def table(tmp_path):
    """Writes a user's table and uses it; afterwards none is used."""

    def use(text, encoding="utf-8"):
        path = tmp_path / "own.toml"
        path.write_bytes(text.encode(encoding))
        indicators.use_table(path)

    yield use
    indicators.use_table(None)


def test_a_table_once_used_holds_for_every_reading(table):
    assert names("茶产") == []
    table('\ufeff[indicators]\n"茶叶产量" = ["茶产"]\n[patterns]\n"茶叶占比" = "茶叶\\\\D{0,4}比重"\n')
    assert names("茶产和GDP") == ["茶叶产量", "地区生产总值"]
    assert "茶产" in aliases_of("茶叶产量")
    assert indicators.name_of_pattern("茶叶占农业比重") == "茶叶占比"
    assert indicators.canonical("茶叶占农业比重") == "茶叶占比"
    (fact,) = facts_of("全县茶产达到1200吨。")
    assert fact.name == "茶叶产量"
    indicators.use_table("")
    assert names("茶产") == []
    assert indicators.name_of_pattern("茶叶占农业比重") == ""


@pytest.mark.parametrize(
    "text",
    [
        "[indicators",
        '[indicators]\n"茶叶产量" = "茶产"\n',
        '[indicators]\n"茶叶产量" = [""]\n',
        '[indicators]\n"茶叶产量" = [3]\n',
        '[indicators]\n"" = ["茶产"]\n',
        '"茶叶产量" = ["茶产"]\n',
        'indicators = ["茶产"]\n',
        '[patterns]\n"茶叶占比" = "茶(叶"\n',
        '[patterns]\n"茶叶占比" = "茶*"\n',
        '[patterns]\n"茶叶占比" = ["茶叶"]\n',
    ],
)
def test_a_broken_table_is_refused_by_name_and_changes_nothing(table, text):
    table('[indicators]\n"茶叶产量" = ["茶产"]\n')
    with pytest.raises(BadTable, match=r"own\.toml.*请"):
        table(text)
    assert names("茶产") == ["茶叶产量"]


def test_a_table_in_another_encoding_is_refused(table):
    with pytest.raises(BadTable, match="UTF-8"):
        table('[indicators]\n"茶叶产量" = ["茶产"]\n', "gb18030")


@pytest.mark.parametrize("name", ["missing.toml", ""])
def test_a_missing_table_is_refused(tmp_path, name):
    with pytest.raises(BadTable, match="INDICATORS"):
        indicators.use_table(tmp_path / name)


def test_spellings_come_folded_and_longest_first():
    spellings = aliases_of("地区生产总值")
    assert "gdp" in spellings
    assert list(spellings) == sorted(spellings, key=len, reverse=True)
    assert aliases_of("没有这个指标") == ()


@pytest.mark.parametrize(
    "indicator",
    [
        "规上工业亩均税收",
        "跨境电商进出口额",
        "服务贸易进出口总额",
        "合同利用外资",
        "绿色贷款余额",
        "普惠小微贷款余额",
        "低收入农户人均可支配收入",
        "农产品加工业增加值",
        "高新区生产总值",
    ],
)
def test_a_part_or_another_thing_has_not_the_name_of_the_whole(indicator):
    assert standard_name(indicator) == ""
    assert standard_name("各项贷款余额") == "贷款余额"
