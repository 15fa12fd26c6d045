"""Two figures asked for in one question, each with its own time, kind and words."""

import pytest
from genre import written
from towns import assistant_over

LEAGUE = written(
    "全盟接待游客1630万人次。五年来，我们改造老旧小区53个，新建改建城区道路58.7公里、农村公路417.3公里。"
    "2023年，云谷软件港集聚重点数据企业152家。引育各类人才5.1万人，累计认定高层次人才3446名，人才总量突破30万。"
    "全盟新增床位3460张。4A级以上文化旅游景区接待游客人数增长70%，文化场馆接待人数增长80%。"
    "筹措30.5亿元撬动惠企贷新增贷款2317.3亿元。新签约亿元以上项目613个，其中制造业项目375个。"
    "东河经开区、西河高新区分别位列全国省级开发区高质量发展第一、第三位。"
    "草原铁路累计发送旅客640万人次、运输货物740万吨。",
    "实施18个老旧小区改造。云谷软件港入驻重点数据企业500家。",
    place="青原盟",
    year=2024,
)


LATER = written(
    "全盟接待游客1900万人次。五年来，我们改造老旧小区88个。新建口袋公园9个。",
    "实施老旧小区改造25个。",
    place="青原盟",
    year=2026,
)


@pytest.fixture(scope="module")
def league(tmp_path_factory):
    """The assistant over one invented league's report."""
    with assistant_over(tmp_path_factory.mktemp("league"), [LEAGUE]) as opened:
        yield opened


@pytest.fixture(scope="module")
def both_years(tmp_path_factory):
    """The assistant over two of its reports, two years apart."""
    with assistant_over(tmp_path_factory.mktemp("both"), [LEAGUE, LATER]) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("青原盟五年改造老旧小区多少个，2024年计划再改造多少个？", ["53个", "18个"]),
        ("青原盟去年接待多少游客，引育了多少人才？（2023年）", ["1630万人次", "5.1万人"]),
    ],
)
def test_the_year_that_is_named_says_which_report_is_meant(both_years, question, figures):
    answer = both_years.ask(question)
    assert answer.answered, answer.text
    assert all(figure in answer.text for figure in figures), answer.text
    assert "1900万" not in answer.text


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("青原盟2023年接待游客多少人次", ["1630万人次"]),
        ("2023年到青原盟玩的有多少人次", ["1630万人次"]),
        ("云谷软件港在青原盟已聚集多少家重点数据企业，2024年力争达到多少家？", ["152家", "500家"]),
        ("青原盟五年改造老旧小区多少个，2024年计划再改造多少个？", ["53个", "18个"]),
        ("青原盟这五年城区的路修了多少公里，农村公路又修了多少公里", ["58.7公里", "417.3公里"]),
        ("青原盟2023年引育了多少人才", ["5.1万人"]),
        ("青原盟2023年人才一共有多少", ["30万"]),
        ("青原盟2023年床位增加了几张", ["3460张"]),
        ("青原盟2023年4A级以上景区接待游客增长多少", ["70%"]),
        ("青原盟2023年惠企贷新增贷款多少亿元", ["2317.3亿元"]),
        ("青原盟2023年新签下上亿元的项目多少个？里面搞制造业的几个", ["613个", "375个"]),
        ("2023年青原盟东河经开区在全国省级开发区高质量发展中位列第几", ["第一"]),
        ("青原盟的草原铁路累计运了多少旅客、多少货", ["640万人次", "740万吨"]),
    ],
)
def test_each_figure_is_told(league, question, figures):
    answer = league.ask(question)
    assert answer.answered, answer.text
    assert all(figure in answer.text for figure in figures), answer.text


def test_a_figure_right_behind_another_is_quoted_from_itself(tmp_path):
    report = written(
        "通关效率稳居中部第1，7家企业上榜承包商250强、数量居全国第2，对外贸易遍及228个国家。",
        place="江东市",
        year=2024,
    )
    with assistant_over(tmp_path, [report]) as opened:
        answer = opened.ask("江东市2023年有几家企业上榜承包商250强")
    assert "7家" in answer.text
    assert answer.citations[0].quote.startswith("7家企业")
