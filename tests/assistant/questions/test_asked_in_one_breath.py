"""Several things asked for in one breath are put so that each, their sum or their order is asked for."""

from __future__ import annotations

import pytest

from assistant.questions.places import PlaceIndex
from assistant.questions.rivals import without_faster
from assistant.questions.wordings.several import several

NOWHERE = PlaceIndex(())


@pytest.mark.parametrize(
    ("said", "put"),
    [
        ("甲区2018年渔网、船帆产值的增速由高到低怎么排", "甲区2018年渔网、船帆产值的增速哪个最高，排序"),
        ("渔网、船帆、浮标三项增长目标排个序", "渔网、船帆、浮标三项，哪个增长目标最高，排序"),
        ("渔网、船帆，哪样长得最快？排个序", "渔网、船帆，哪样长得最快，排序"),
        ("进口与出口增速比较，哪个更快", "进口与出口增速，哪个更快"),
        ("县级项目与乡级项目，完成投资谁更高", "县级项目与乡级项目，谁完成投资更高"),
        ("新增的舵工、缆工还有引进的水手各有多少", "新增的舵工、缆工、引进的水手各有多少"),
        ("办了多少件建议、多少件提案，加起来多少", "办了建议和提案加起来多少件"),
        ("办了多少件建议、开了多少场会，加起来多少", "办了多少件建议、开了多少场会，加起来多少"),
        ("建议和提案各多少件，加起来多少件", "建议和提案加起来多少件"),
        ("签约的项目和开工的差多远", "签约的项目和开工的差多少"),
        ("码头项目年度投资计划完成率是多少", "码头项目完成年度投资计划的百分之几"),
        (
            "请列出灯塔的装机规模、占全市的比重及其全省位次",
            "灯塔的装机规模是多少，占全市的比重是多少，在全省排第几",
        ),
        (
            "码头项目数与总投资，以及其中灯塔项目的个数与投资额分别是多少",
            "码头项目有多少个，总投资是多少，其中灯塔项目有多少个，投资额是多少",
        ),
        ("请列出甲县和乙县的接待人次", "甲县的接待人次是多少，乙县的接待人次是多少"),
        ("灯塔产值和码头产值分别是多少", "灯塔产值和码头产值分别是多少"),
        ("请列出主要的工作", "请列出主要的工作"),
    ],
)
def test_each_of_several_is_asked_for(said, put):
    assert several(said, NOWHERE) == put


@pytest.mark.parametrize(
    ("said", "head"),
    [
        ("城里人和农民的收入差多少，谁的涨幅大？", "城里人和农民的收入差多少"),
        ("出口比进口多多少亿元，哪个增长得快", "出口比进口多多少亿元"),
        ("出口和进口各增长多少，谁增得快", "出口和进口各增长多少，谁增得快"),
    ],
)
def test_what_grew_faster_is_asked_besides(said, head):
    assert without_faster(said) == head
