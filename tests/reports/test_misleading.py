"""Chapters whose heads mislead: what their sentences say goes before them."""

import pytest
from genre import report

DONE = (
    "完成了第{}条主干道路的改造，新建成学校{}所，取得了显著的成效。一年来，累计实现投资{}亿元，比上年增长。"
)
AHEAD = (
    "加快推进第{}条主干道路的改造，力争新建学校{}所，着力推动投资达到{}亿元以上。"
    "要坚持以人民为中心，进一步深化改革，大力推进产业升级。"
)


def natures(*chapters, year=2022):
    """For each chapter, a head and what is written 30 times under it, the (period, nature) of its facts."""
    spans, text = [], "青山县的报告，为测试而写\n\n"
    for head, said in chapters:
        start = len(text)
        text += f"{head}\n\n" + "".join(said.format(i, i + 2, i + 40) + "\n" for i in range(2, 32)) + "\n"
        spans.append((start, len(text)))
    facts = [f for f in report(text, year=year).facts if f.base_unit == "所"]
    return [{(f.period, f.nature) for f in facts if a <= f.start < b} for a, b in spans]


@pytest.mark.parametrize(
    ("head", "period"),
    [
        ("一、攻坚克难，“十四五”实现良好开局", "2021"),
        ("一、全面完成县人大五次会议确定的目标任务", "2021"),
        ("一、县人大五次会议确定的任务完成情况", "2021"),
    ],
)
def test_a_first_chapter_that_names_a_plan_or_tasks_looks_back(head, period):
    told = natures((head, DONE), ("二、2022年重点工作", AHEAD))
    assert told == [{(period, "实绩")}, {("2022", "目标")}]


def test_a_chapter_that_plans_as_its_head_says_stays_so():
    told = natures(("一、2022年工作安排", AHEAD), ("二、政府自身建设", AHEAD))
    assert told == [{("2022", "目标")}, {("2022", "目标")}]


def test_a_plan_whose_head_is_missing_does_not_stand_under_the_review():
    told = natures(
        ("一、2021年工作回顾", DONE), ("（一）产业发展迈上新台阶", AHEAD), ("（二）城乡面貌展现新气象", AHEAD)
    )
    assert told == [{("2021", "实绩")}, {("2022", "目标")}, {("2022", "目标")}]


def test_one_chapter_of_a_review_that_sounds_like_a_plan_is_none():
    heads = ("（一）转方式、调结构，产业转型步伐加快", "（二）优布局、美环境，城市品质持续提升")
    told = natures(*((head, DONE) for head in heads), ("二、2022年工作安排", AHEAD))
    assert told == [{("2021", "实绩")}, {("2021", "实绩")}, {("2022", "目标")}]
