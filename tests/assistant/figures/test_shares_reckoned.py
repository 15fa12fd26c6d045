"""Shares, sums and differences that are reckoned from two figures told side by side."""

import pytest
from genre import written
from towns import assistant_over

FERNHILL_2024 = written(
    "新增充电站120座、总数达960座，算力产业增加值占地区生产总值的9.6%。\n\n"
    "新登记商户3万户，总量达到40万户，其中网店12万户。\n\n"
    "全社会投资增长6.2%，其中技改投资增长14.5%。新建和美乡村示范村14个。\n\n"
    "城镇居民人均可支配收入30000元，农民人均纯收入12000元。\n\n"
    "办理人大代表建议84件、政协委员提案116件。推进老旧小区改造，新启动19个改造项目。新增文化站8家。",
    "新增入库企业200家，其中工业企业50家，工业企业数字化覆盖率达45%。\n\n"
    "加快建设青溪300兆瓦、白石100兆瓦光伏发电等项目。筹建人才公寓5万套。\n\n"
    "滚动实施八大工程，总投资260亿元，年度投资70亿元。新增文化站3家。启动24个老旧小区改造项目。",
    place="蕨山市",
    year=2024,
)
NUTWOOD_2024 = written(
    "新增人才公寓2.5万套。新能源产业增加值占工业增加值的31%。",
    "筹建人才公寓6万套。引进创新平台9个。",
    place="栗林市",
    year=2024,
)


@pytest.fixture(scope="module")
def cities(tmp_path_factory):
    """The assistant over two cities' reports."""
    with assistant_over(tmp_path_factory.mktemp("shares"), (FERNHILL_2024, NUTWOOD_2024)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("蕨山市2023年新增的充电站占总数的百分之几", "12.5%（120÷960≈12.5%）"),
        ("蕨山去年新登记的商户占总量的几成", "7.5%（3÷40≈7.5%）"),
        ("蕨山市2024年计划新增的入库企业中，工业企业约占几成（百分比）？", "25%（50÷200≈25%）"),
        ("蕨山市的商户里头网店占多大比例？按2023年的总数算", "30%（12÷40≈30%）"),
        ("2023年蕨山市技改投资增速高出全社会投资增速多少个百分点？", "8.3个百分点（14.5−6.2＝8.3）"),
        ("2023年蕨山城里人和农民一年的人均收入差多少钱？", "18000元（30000−12000＝18000）"),
        ("蕨山市2023年办理了多少件人大代表建议和政协提案，加起来多少", "合计200件"),
        ("蕨山2024年要加快建的青溪和白石两个光伏项目一共多少兆瓦", "合计400兆瓦"),
        ("栗林人才公寓，今年筹建的比去年新增的多几万套？", "3.5万套（6−2.5＝3.5）"),
        ("蕨山2024年要启动的老旧小区改造项目比2023年新启动的多几个？", "24−19＝5"),
    ],
)
def test_two_figures_told_side_by_side_are_reckoned_with(cities, question, shown):
    answer = cities.ask(question)
    assert answer.verified
    assert answer.answered
    assert shown in answer.text


@pytest.mark.parametrize(
    "question",
    ["栗林市2023年新增的人才公寓占总数的百分之几", "栗林市2023年新能源汽车产值占农业产值的百分之几"],
)
def test_the_share_of_another_matter_is_not_told(cities, question):
    answer = cities.ask(question)
    assert not answer.answered
    assert "31%" not in answer.text.partition("相近的是")[0]


def test_a_plan_leaves_the_year_before_it_a_result(cities):
    told = cities.ask("蕨山2023年新增文化站与2024年计划新增文化站各几家？").text
    assert "8家" in told
    assert "3家" in told


def test_what_a_year_spends_is_not_what_the_whole_costs(cities):
    told = cities.ask("蕨山八大工程2024年度计划投资多少？").text
    assert "70亿元" in told
    assert "260" not in told


def test_a_village_of_harmony_is_one_word(cities):
    told = cities.ask("蕨山市2023年新登记商户多少户，新建和美乡村示范村多少个？").text
    assert "3万户" in told
    assert "14个" in told
