"""Why goals are as they are, what two places do together, what a report calls otherwise."""

import pytest
from genre import report, written
from towns import assistant_over

YINGTAN_2024 = report(
    "（鹰潭市2024年的报告，为测试而写）\n\n"
    "一、2023年工作回顾\n\n"
    "跨市往来更密。甬鹰合作再上台阶，双方合编茶叶标准，互派园丁二十名。"
    "引进、扶植了禾香坊、绿萝庄、云杉社等一批竹编骨干企业，产值过亿元。\n\n"
    "二、2024年重点工作\n\n"
    "主要预期目标是：地区生产总值增长6.2%左右，城镇新增就业1.3万人。"
    "确定上述目标，与全省安排相衔接，留有余地，兼顾了还债的压力和就业的需要。"
    "为实现上述目标，要统筹考虑各方面的关系。\n\n"
    "（一）盘活片区。推进月湖古埠片区焕新。修复骑楼三十栋，开办渔火夜市。\n\n"
    "（二）守护蓝天。给渣土车加盖抑尘，错峰喷涂防臭氧。\n\n"
    "（三）弘扬茶俗。复原茶马驿站，排演采茶歌会。\n\n",
    place="鹰潭市",
    year=2024,
)
NINGBO_2024 = written(
    "深化山海协作，结对合作项目签了九个，合作办学六所。",
    "推进合作办医，扩大对外合作交流。",
    place="宁波市",
    year=2024,
)


@pytest.fixture(scope="module")
def yingtan(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("aims"), [YINGTAN_2024, NINGBO_2024]) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    [
        "鹰潭2024年的目标为什么这样定？",
        "鹰潭市2024年定的增长目标有什么依据？",
        "鹰潭把2024年GDP目标定为6.2%是出于什么考虑？",
        "鹰潭2024年的预期目标考虑了哪些因素？",
    ],
)
def test_why_the_goals_are_so(yingtan, question):
    answer = yingtan.ask(question)
    assert answer.answered, answer.text
    assert "留有余地" in answer.text
    assert "统筹考虑" not in answer.text


def test_why_the_goal_told_before_is_so(yingtan):
    first = yingtan.ask("鹰潭2024年GDP增长目标是多少？")
    answer = yingtan.ask("为啥这么定？", history=[("鹰潭2024年GDP增长目标是多少？", first.text)])
    assert "6.2%" in first.text
    assert "留有余地" in answer.text


@pytest.mark.parametrize(
    "question", ["鹰潭2023年为什么没有完成增长目标？", "鹰潭2024年为什么定这家企业做试点目标？"]
)
def test_other_causes_are_not_those_of_the_goals(yingtan, question):
    assert "留有余地" not in yingtan.ask(question).text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        # the report of the one tells what it does with the other
        ("鹰潭2023年和宁波的合作有哪些进展？", "茶叶标准"),
        ("鹰潭2023年跟宁波合作办成了哪些事？", "茶叶标准"),
        ("鹰潭2023年扶植了哪些竹编骨干企业？", "禾香坊"),
        ("鹰潭打算怎么把古埠那一片搞起来？", "骑楼"),
        ("鹰潭2024年怎么治大气污染？", "抑尘"),
        ("鹰潭2024年怎么做茶俗这篇文章？", "采茶歌会"),
    ],
)
def test_told_in_the_words_of_the_report(yingtan, question, told):
    answer = yingtan.ask(question)
    assert answer.answered, answer.text
    assert told in answer.text


def test_of_two_places_each_is_asked(yingtan):
    answer = yingtan.ask("鹰潭和宁波2023年合作项目各有多少？")
    assert set(answer.query.places) == {"鹰潭市", "宁波市"}
