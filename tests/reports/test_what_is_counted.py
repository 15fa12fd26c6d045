"""What a figure counts or pays for where the noun stands behind it."""

import pytest
from genre import facts_of, one


@pytest.mark.parametrize(
    ("text", "figure", "indicator"),
    [
        ("打造白沙河、青石河等12处市级幸福河湖。", "12处", "打造市级幸福河湖"),
        ("东风轴承扩建等61个项目竣工投产。", "61个", "项目竣工投产"),
        ("支持柳桥、石塘等6个中心镇做大做强。", "6个", "支持中心镇做大做强"),
        ("每个乡镇至少引进2个外资项目。", "2个", "每个乡镇至少引进外资项目"),
        ("引进轨道交通产业9个装备制造项目。", "9个", "引进轨道交通产业装备制造项目"),
        ("推进已开工项目和30个示范村建设。", "30个", "推进示范村建设"),
        ("14条重点产业链产值增长8.2%。", "14条", "重点产业链"),
        ("新增3家国家级、16家省级创新平台。", "3家", "新增国家级创新平台"),
        ("设立5支总规模120亿元产业母基金。", "5支", "设立总规模120亿元产业母基金"),
        ("设立5支总规模120亿元产业母基金。", "120亿元", "产业母基金总规模"),
        ("落地过50亿项目7个。", "7个", "落地过50亿项目"),
        ("引进10亿元以上项目5个、5亿元以上8个。", "8个", "5亿元以上项目"),
        ("新签约5000万元以上项目90个，其中工业项目60个。", "60个", "新签约5000万元以上工业项目"),
    ],
)
def test_the_noun_behind_a_count_is_what_it_counts(text, figure, indicator):
    assert one(facts_of(text), figure).indicator == indicator


@pytest.mark.parametrize(
    ("text", "figure", "indicator"),
    [
        ("六是投入1.3亿元，实施21个水利项目。", "1.3亿元", "实施水利项目投入"),
        ("投入各类资金2.4亿元用于防汛。", "2.4亿元", "用于防汛投入各类资金"),
        ("进一步增加养老保障投入，市财政拟安排3亿元。", "3亿元", "养老保障市财政拟安排"),
        ("超40%的乡镇建成医联体。", "40%", "乡镇建成医联体"),
        ("云台80万吨炼油项目投产。", "80万吨", "云台炼油项目投产"),
    ],
)
def test_what_money_a_share_or_a_capacity_is_of(text, figure, indicator):
    assert one(facts_of(text), figure).indicator == indicator


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("通达50人以上自然村道路80公里。", "50人以上"),
        ("新开工30个10亿元以上产业项目。", "10亿元以上"),
        ("落地过50亿项目7个。", "50亿"),
    ],
)
def test_a_size_only_says_which_are_counted(text, figure):
    assert one(facts_of(text), figure).measure == "限定"


def test_what_a_row_of_figures_is_of():
    facts = facts_of("夺得7枚亚运会金牌和9枚省运会金牌。茶叶总产60万吨，占全省的8%，比2001年净增25万吨。")
    assert one(facts, "7枚").indicator == "夺得亚运会金牌"
    gained = one(facts, "25万吨")
    assert (gained.indicator, gained.measure) == ("茶叶总产", "增量")
