"""Uncommon wordings of comparisons, shares and sums are put as most people put them."""

from __future__ import annotations

import pytest

from assistant.questions.kinds import task_of
from assistant.questions.parts import parts_of
from assistant.questions.places import PlaceIndex
from assistant.questions.understand import read_question
from assistant.questions.wordings.compared import compared

NOWHERE = PlaceIndex(())


@pytest.mark.parametrize(
    ("said", "put"),
    [
        (
            "甲区2018年的外贸目标，对照2017年完成数，多了多少",
            "甲区2018年的外贸目标，与2017年完成数相比，多了多少",
        ),
        ("新增车位，2023年同2020年对照，多了多少个", "新增车位，2023年同2020年相比，多了多少个"),
        ("外贸目标，2022年对照2021年是调高了还是调低了", "外贸目标，2022年，与2021年相比，高了还是低了"),
        ("2022年的增长目标比2021年的往上提了几个点", "2022年的增长目标比2021年的高了几个点"),
        ("甲区2017年服务业增加值在生产总值里占多大比重", "甲区2017年服务业增加值占生产总值的比重是多少"),
        ("甲区2017年税收在财政收入中的占比有多大", "甲区2017年税收占财政收入的比重是多少"),
        ("要完成2025年的目标，软件人员还得再增加几万人", "软件人员离2025年的目标还差几万人"),
        ("距离2025年的目标，软件人员还差几万人", "软件人员离2025年的目标还差几万人"),
        (
            "要完成2022年的水产目标，乙县得在2021年总产的基础上至少再多产几万吨",
            "乙县2022年的水产目标比2021年总产多几万吨",
        ),
        ("要实现2022年绿地面积目标，乙县还需比2021年多建多少亩", "乙县2022年绿地面积目标比2021年多多少亩"),
        (
            "甲区2021年外贸增速与2022年目标相比，是调高了还是调低了？各是多少",
            "甲区2021年外贸增速与2022年目标相比，高了还是低了？各是多少",
        ),
        ("从2017年到2023年，社零总额一共增加了几个亿", "从2017年到2023年，社零总额增加了几个亿"),
        ("软件人员要实现2025年目标，还需增加多少万人", "软件人员离2025年目标还差多少万人"),
        ("2023年办理的建议跟提案，加一块儿几件", "2023年办理的建议和提案加一块儿几件"),
        (
            "甲县2014年两个园区的收入，东城园区跟西城园区之间相差几个亿",
            "甲县2014年东城园区和西城园区的收入相差几个亿",
        ),
        (
            "甲县2014年营业收入，东城园区比西城园区少多少",
            "甲县2014年东城园区的营业收入比西城园区的营业收入少多少",
        ),
        (
            "实事的资金，甲省2026年安排的数跟2025年投入的比，减少了几亿",
            "甲省2026年安排的实事的资金跟2025年投入的比，减少了几亿",
        ),
        ("用2006年的数减去增加的数，倒推一下2000年的收入是几元", "按2006年的数据倒推，2000年的收入是几元"),
        ("2022年、2023年投资的增速各是什么水平", "2022年、2023年投资的增速各是多少"),
    ],
)
def test_a_comparison_is_put_as_most_people_put_it(said: str, put: str) -> None:
    assert compared(said) == put


@pytest.mark.parametrize(
    "said",
    [
        "2023年社零总额增幅，甲市比乙市高几个百分点",
        "推进的省、市重点项目，总共几个",
        "去年办了多少件建议和提案，一共几件",
        "参与活动一共多少人",
        "古埃及大展一共收入多少",
        "甲区的治理能力处在什么水平",
        "在甲区建设了多少个车位",
    ],
)
def test_what_is_plain_already_stays(said: str) -> None:
    assert compared(said) == said


def test_each_of_three_years_is_asked_for() -> None:
    whole = read_question("新增就业，2017年、2020年、2023年各是多少", NOWHERE)
    assert whole.years == (2017, 2020, 2023)
    assert parts_of(whole, None, NOWHERE) == ()


def test_so_many_more_are_counted_as_before() -> None:
    whole = read_question("城镇新增就业2024年完成了多少万人？2025年又打算新增多少万？", NOWHERE)
    assert [part.unit for part in parts_of(whole, None, NOWHERE)] == ["人", "人"]


def test_many_years_stand_between_the_report_and_its_speaker() -> None:
    assert task_of("政府工作报告2018年、2021年、2024年各是哪位领导做的?", (), (2018, 2021, 2024)) == "meta"
