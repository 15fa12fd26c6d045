"""Which reading of several figures is told: the one whose figures are surely what each part asks for."""

import pytest
from genre import written
from towns import assistant_over

COUNTY = written(
    "5000万元以上项目完成86个，总投资210亿元。争取专项债券、中央预算内投资项目37个，资金9.4亿元。"
    "十件民生实事52项任务全部完成。新增公办学位1800个。",
    "实施5000万元以上项目95个，其中5亿元以上项目14个。落位亿元以上产业项目8个以上。"
    "淘汰钢铁27万吨、水泥42万吨、平板玻璃3500万标准箱等落后产能。",
    place="青松县",
    year=2025,
)


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    """The assistant over one report with projects of several kinds."""
    with assistant_over(tmp_path_factory.mktemp("surer"), (COUNTY,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("青松县2025年计划干多少个5000万元以上项目，其中5亿以上的有几个", ("95个", "14个"), "8个以上"),
        ("青松县2024年争取专项债券、中央预算内投资，拿到多少个项目、多少资金", ("37个", "9.4亿元"), "86个"),
    ],
)
def test_each_part_gets_the_figure_that_is_surely_its_own(county, question, told, other):
    answer = county.ask(question)
    assert answer.answered
    assert all(figure in answer.text for figure in told)
    assert other not in answer.text


def test_no_second_choice_from_elsewhere_stands_for_a_part(county):
    assert "1800" not in county.ask("青松县2024年十件民生实事共有多少项、多少个任务").text


def test_a_figure_of_another_unit_is_no_surer_one(county):
    answer = county.ask("青松县2025年要淘汰多少万吨钢铁和水泥落后产能")
    assert all(figure in answer.text for figure in ("27万吨", "42万吨"))
    assert "3500" not in answer.text
