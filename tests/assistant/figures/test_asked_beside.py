"""Two figures asked for in one question, each with its own time, kind and words."""

import pytest
from genre import written
from towns import assistant_over

LEAGUE = written(
    "全盟接待游客1420万人次。五年来，我们改造老旧小区47个，新建改建城区道路36.2公里、农村公路288公里。"
    "2023年，云谷软件港集聚重点数据企业64家。引育各类人才2.7万人，累计认定高层次人才1180名，人才总量突破22万。"
    "全盟新增床位1240张。4A级以上草原旅游景区接待游客人次增长41%，文博场馆参观人数增长26%。"
    "筹措6.2亿元撬动惠企贷新增贷款410亿元。新签约亿元以上项目208个，其中制造业项目96个。"
    "东河经开区、西河高新区分别位列全国县级开发区年度考评第一、第三位。"
    "草原铁路累计发送旅客310万人次、运输货物520万吨。",
    "实施21个老旧小区改造。云谷软件港入驻重点数据企业120家。",
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
        ("青原盟五年改造老旧小区多少个，2024年计划再改造多少个？", ["47个", "21个"]),
        ("青原盟去年接待多少游客，引育了多少人才？（2023年）", ["1420万人次", "2.7万人"]),
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
        ("青原盟2023年接待游客多少人次", ["1420万人次"]),
        ("2023年到青原盟玩的有多少人次", ["1420万人次"]),
        ("云谷软件港在青原盟已聚集多少家重点数据企业，2024年力争达到多少家？", ["64家", "120家"]),
        ("青原盟五年改造老旧小区多少个，2024年计划再改造多少个？", ["47个", "21个"]),
        ("青原盟这五年城区的路修了多少公里，农村公路又修了多少公里", ["36.2公里", "288公里"]),
        ("青原盟2023年引育了多少人才", ["2.7万人"]),
        ("青原盟2023年人才一共有多少", ["22万"]),
        ("青原盟2023年床位增加了几张", ["1240张"]),
        ("青原盟2023年4A级以上景区接待游客增长多少", ["41%"]),
        ("青原盟2023年惠企贷新增贷款多少亿元", ["410亿元"]),
        ("青原盟2023年新签下上亿元的项目多少个？里面搞制造业的几个", ["208个", "96个"]),
        ("2023年青原盟东河经开区在全国县级开发区年度考评中位列第几", ["第一"]),
        ("青原盟的草原铁路累计运了多少旅客、多少货", ["310万人次", "520万吨"]),
    ],
)
def test_each_figure_is_told(league, question, figures):
    answer = league.ask(question)
    assert answer.answered, answer.text
    assert all(figure in answer.text for figure in figures), answer.text


def test_a_figure_right_behind_another_is_quoted_from_itself(tmp_path):
    report = written(
        "办证时长压减幅度居全省第1，7家企业进入建筑百强、数量排在全省第2，产品卖到96个国家。",
        place="江东市",
        year=2024,
    )
    with assistant_over(tmp_path, [report]) as opened:
        answer = opened.ask("江东市2023年有几家企业进入建筑百强")
    assert "7家" in answer.text
    assert answer.citations[0].quote.startswith("7家企业")
