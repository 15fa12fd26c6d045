"""What is done with the first of a list is done with each of it."""

import pytest
from genre import facts_of, one


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "全县新增省级工程中心3家、科技型中小企业21家、瞪羚企业超2家。",
            ["工程中心", "科技型中小企业", "瞪羚企业"],
        ),
        ("新增5处书屋、8处球场。", ["书屋", "球场"]),
        ("新增托位300个、公办幼儿园学位1200个。", ["托位", "公办幼儿园学位"]),
    ],
)
def test_each_of_a_list_of_what_is_new_is_new(sentence, told):
    facts = facts_of(sentence)
    assert [f.indicator.replace("省级", "") for f in facts] == [f"新增{thing}" for thing in told]
    assert all("新增" in f.before for f in facts)


def test_what_is_closed_built_or_treated_is_so_to_the_end_of_the_list():
    facts = facts_of(
        "关停小火电12万千瓦、小煤矿9处。新改扩建农村公路30公里、幼儿园4所。治理沙地20亩、河道3公里。"
    )
    assert [f.indicator for f in facts] == [
        "关停小火电",
        "关停小煤矿",
        "新改扩建农村公路",
        "新改扩建幼儿园",
        "治理沙地",
        "治理河道",
    ]


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("新增规上企业9家、总数达到60家。", "60家"),
        ("改造老旧小区15个、惠及居民7709户。", "7709户"),
        ("新建安置房3万套、交付2万套。", "2万套"),
        ("引进项目12个、到位资金5亿元。", "5亿元"),
        ("新增就业2万人、失业人员再就业4000人。", "4000人"),
        ("新增高新技术企业11家、增长8%。", "8%"),
    ],
)
def test_what_is_told_besides_is_no_further_thing_of_the_list(sentence, figure):
    fact = one(facts_of(sentence), figure)
    assert not fact.before.startswith(("新增", "改造", "新建", "引进"))
