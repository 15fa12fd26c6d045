"""Units in letters, land and floors, how big a thing is: a figure of another unit is no answer."""

import pytest
from towns import assistant_over, written

LANHE_2024 = written(
    "云杉算力产业园引进企业57家，算力规模达到1.8万P，出省带宽800Gbps。\n"
    "已建成储能电池产能12.5GWh，新增光伏装机300MW。\n"
    "3.6万平米标准厂房陆续完工。\n"
    "国有控股工业企业效益明显好转，实现利润34.6亿元。\n"
    "推进5个社区建设，改造老旧小区12个。全市改造老旧小区75个。免费接种疫苗90万剂次。\n"
    "2022年度3个中心村通过验收，2023年度4个中心村开工。村均集体经营收入达61万元。\n"
    "全年累计接待游客730万人次。\n"
    "全长86公里的三条沿河旅游公路全线贯通。",
    "省级财政拟投入23亿元，用于支持和促进就业。货币供应量增长目标拟定为9%左右。",
    place="蓝河市",
    year=2024,
)
OVER_YEARS = written(
    "五年来，完成8家国有集体企业改制，安置职工900人。", place="青石县", year=2012, plan="今年新建学校2所。"
)


@pytest.fixture(scope="module")
def lanhe(tmp_path_factory):
    """The assistant over one city's report and one county's."""
    with assistant_over(tmp_path_factory.mktemp("letters"), (LANHE_2024, OVER_YEARS)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("蓝河市2023年储能电池产能建成多少GWh", "12.5GWh"),
        ("蓝河市2023年新增光伏装机多少兆瓦", "300MW"),
        ("蓝河云杉算力产业园2023年算力做到多大了", "1.8万P"),
        ("蓝河市2023年国有控股工业企业赚了多少利润", "34.6亿元"),
        ("蓝河市2023年沿河旅游公路总长多少公里", "86公里"),
        ("蓝河市2024年省级财政打算掏多少钱来扶持就业", "23亿元"),
        ("蓝河市2024年货币供应量增长目标是多少", "9%"),
        ("蓝河市2023年改造了多少个老旧小区", "75个"),
        ("蓝河市2023年免费接种疫苗多少剂", "90万剂次"),
        ("蓝河市2023年村均集体经营收入多少万", "61万元"),
        ("青石县2007到2011这几年改制了多少家国有集体企业", "8家"),
    ],
)
def test_a_figure_is_found_in_its_own_unit(lanhe, question, figure):
    answer = lanhe.ask(question)
    assert answer.answered, answer.text
    assert figure in answer.text


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("蓝河市2023年建成多少亩高标准农田", "3.6万"),
        ("蓝河市2023年云杉算力产业园的带宽有多大", "57家"),
        ("蓝河风景区2023年接待了多少游客", "730万"),
    ],
)
def test_a_figure_of_another_unit_is_not_told(lanhe, question, figure):
    answer = lanhe.ask(question)
    assert not answer.answered or figure not in answer.text
