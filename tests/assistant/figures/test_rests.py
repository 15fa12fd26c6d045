"""What a report leaves to be reckoned: imports, what is left to do, which part of a whole each is."""

import pytest
from towns import assistant_over, written

HONGQI = written(
    "全县外贸进出口总额47.5亿美元，其中出口24.9亿美元。410个“双改”试点村已有317个村实现目标，茶园面积扩大到77万亩。"
    "还有31万农村人口尚未通上自来水。\n\n"
    "实现地区生产总值200亿元，增长10%。第二产业增加值98亿元，增长11%。第三产业增加值70亿元，增长10%。\n\n"
    "受外部因素影响，居民消费价格总水平上升6%，没有达到预期调控目标。茶农收入增长13%。工匠收入增长9.6%。",
    "年内10万农村人口通上自来水。",
    place="红旗县",
    year=2024,
)
FIVE_YEARS = written(
    "进出口总额增长17.5%。五年来，竹编产值由16亿元增加到32亿元。五年累计新增城镇就业102万人。\n\n"
    "值得一提的是，刚刚过去的2022年，是很不平凡的一年。城镇新增就业23万人。",
    place="红旗县",
    year=2023,
)


@pytest.fixture(scope="module")
def hongqi(tmp_path_factory):
    """The assistant over two reports of one county."""
    with assistant_over(tmp_path_factory.mktemp("rests"), (HONGQI, FIVE_YEARS)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("2023年红旗县外贸里头进口这块，算下来是多少亿美元？", ["47.5−24.9＝22.6"]),
        ("2023年红旗县进口了多少？出口比进口多多少亿美元？", ["22.6亿美元", "24.9−22.6＝2.3"]),
        ("截至2023年底，红旗县“双改”试点村里没达标的还剩几个？", ["410−317＝93"]),
        (
            "红旗县2023年底还没通上自来水的农村人口，如果2024年的任务都完成了，还剩多少人？",
            ["31", "10", "21"],
        ),
        ("2023年红旗县GDP里，第二产业和第三产业各占百分之多少？", ["49%", "35%"]),
        ("2023年红旗县是茶农收入涨得快还是工匠收入涨得快？差几个百分点？", ["13%", "9.6%", "3.4"]),
        ("2023年红旗县物价涨了多少，控制住了没，目标达到了吗？", ["6%", "没有达到"]),
        (
            "2023年政府工作报告里，红旗县竹编产值五年前后相差多少亿元？",
            ["16亿元", "32亿元", "16亿元（32−16＝16）"],
        ),
        (
            "2022年一年红旗县的城镇新增就业，占五年累计城镇新增就业的百分之多少？",
            ["23万人", "102万人", "22.5%"],
        ),
    ],
)
def test_what_the_report_leaves_to_be_reckoned_is_reckoned(hongqi, question, shown):
    """With the figures that the report tells, and the sum."""
    answer = hongqi.ask(question)
    assert answer.answered, answer.text
    assert all(figure in answer.text for figure in shown), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "2023年红旗县对邻国的进口是多少亿美元？",
        "2023年红旗县进口增长多少？",
        "2023年红旗县竹编里没达标的还剩几个？",
        "2022年红旗县出口比进口多多少？",
    ],
)
def test_of_nothing_else_anything_is_reckoned(hongqi, question):
    """Imports of one country and their growth are no rest of the total."""
    text = hongqi.ask(question).text
    assert "＝" not in text
    assert "17.5%" not in text
