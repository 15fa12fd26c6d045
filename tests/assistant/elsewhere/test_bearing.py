"""A thing that bears the name of a place without a report: what the report above tells of it."""

import pytest
from genre import written
from towns import assistant_over

SHAANXI = written(
    "渭北国际航空枢纽建设提速，宝鸡国际陆港枢纽全年货物吞吐量增长12.4%，达到860万吨；集装箱处理量增长21%，超过30万箱。"
    "汉中“5·3”洪灾灾后重建完成投资18.3亿元，规划项目竣工41个。"
    "铜川玉华机场旅客吞吐量达到92万人次，全省机场货邮吞吐量达到31万吨。"
    "渭南恒泰机械出口增长5倍，缴纳税费5.1亿元。全省地区生产总值35500亿元。",
    "城镇新增就业40万人以上。",
    place="陕西省",
    year=2025,
)


CAPITAL = written("雄安新区云杉软件园新增入驻企业132家。全市新增入驻企业900家。", place="北京市", year=2025)


@pytest.fixture(scope="module")
def capital(tmp_path_factory):
    """The assistant over a report that tells of a thing named by a place that is not its own."""
    with assistant_over(tmp_path_factory.mktemp("capital"), (CAPITAL,)) as opened:
        yield opened


def test_a_long_name_is_told_of_by_whose_report_writes_it(capital):
    assert "132家" in capital.ask("2024年雄安新区云杉软件园新进驻了几家企业").text
    for question in ("2024年雄安新区新进驻了几家企业", "2024年雄安新区白杨软件园新进驻了几家企业"):
        answer = capital.ask(question)
        assert not answer.answered
        assert "132" not in answer.text


@pytest.fixture(scope="module")
def province(tmp_path_factory):
    """The assistant over one province's report that tells of things named by their cities."""
    with assistant_over(tmp_path_factory.mktemp("bearing"), (SHAANXI,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("宝鸡国际陆港枢纽2024年货物吞吐量增长多少", ("12.4%",)),
        ("宝鸡国际陆港枢纽2024年货物吞吐量和集装箱处理量各涨了多少", ("12.4%", "21%")),
        ("汉中洪灾灾后重建2024年完成多少投资", ("18.3亿",)),
        ("铜川玉华机场2024年旅客吞吐量多少人次", ("92万",)),
        ("铜川市玉华机场2024年旅客吞吐量多少人次", ("92万",)),
        ("渭南恒泰机械2024年出口增长几倍", ("5倍",)),
    ],
)
def test_a_thing_that_the_report_names_is_told_of(province, question, figures):
    answer = province.ask(question)
    assert answer.answered
    assert all(figure in answer.text for figure in figures)
    assert answer.citations[0].place == "陕西省"


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("宝鸡2024年GDP多少", "35500"),
        ("宝鸡国际陆港枢纽2024年地区生产总值多少", "35500"),
        ("铜川玉华机场2024年货邮吞吐量多少吨", "31万"),
        ("渭南恒泰机械2024年利税增长几倍", "5倍"),
        ("安康国际陆港枢纽2024年货物吞吐量增长多少", "12.4"),
        ("汉中2024年完成多少投资", "18.3"),
    ],
)
def test_the_places_own_figure_is_none_of_the_things(province, question, figure):
    answer = province.ask(question)
    assert not answer.answered
    assert figure not in answer.text.split("报告里相近的是")[0]


def test_nothing_stands_above_the_nation(tmp_path):
    nation = written(
        "全国粮食产量六千亿斤。", "今年全国人口增长率要降到百分之一左右。", place="国务院", year=1979
    )
    with assistant_over(tmp_path, [nation]) as opened:
        answer = opened.ask(
            "1979年国务院政府工作报告提出，当年全国人口增长率要降到多少，到1985年要降到多少？"
        )
    assert not answer.answered
