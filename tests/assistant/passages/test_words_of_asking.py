"""Words of the asking (下一步, 那次, 表态) ask for nothing; a cause and a shortfall are borne out."""

import pytest
from genre import report
from towns import assistant_over

from assistant.questions.in_full import in_full
from assistant.questions.kinds import nature_asked, task_of
from assistant.questions.places import PlaceIndex
from assistant.questions.spoken import as_asked
from assistant.questions.wordings.courtesies import to_the_point

HELING_2024 = report(
    "（鹤岭县2024年的报告，为测试而写）\n\n"
    "一、2023年工作回顾\n\n"
    "过去一年，我们走得不容易。因预警及时，石坝乡泥石流未造成人员伤亡。苏小满获得国际焊接大奖。助老食堂开到二十个村，老人用餐八万人次。"
    "手工艺品“鹤岭竹编”获评省级名品。开展“鹤岭乐购”活动九场。年初目标中有两项未能达到预期：外贸增速低于目标3个百分点，技改投资增速低于目标2个百分点。\n\n"
    "前几年茶业曾经遇到严重困难。由于连年霜冻，又加上品种老化，茶园减产一半。\n\n"
    "二、2024年重点工作\n\n"
    "实施新一轮镜湖综合整治。清淤四十万方，建成湖滨湿地。\n\n"
    "整治文山会海，少开不解决问题的会，不让村干部填重复的表。\n\n"
    "发展助老食堂，再开三十家，送餐上门。\n\n"
    "提振消费。深入推进以旧换新，点亮夜间街区。\n\n"
    "拓宽渠道，增加果农收入。\n\n",
    place="鹤岭县",
    year=2024,
)


@pytest.fixture(scope="module")
def heling(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("asking"), [HELING_2024]) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("鹤岭县下一步打算怎么继续整治镜湖？", ["清淤", "湿地"]),
        ("鹤岭县在整治文山会海方面作了哪些表态？", ["重复的表"]),
        ("2024年鹤岭县在助老食堂方面作了哪些部署？", ["送餐上门"]),
        ("鹤岭县那次泥石流为什么没有人员伤亡？", ["预警及时"]),
        ("石坝乡泥石流为什么没有人员伤亡？请根据鹤岭县报告说明", ["预警及时"]),
        ("鹤岭县2024年报告里说谁获得了国际焊接大奖？", ["苏小满"]),
        ("鹤岭县报告认为，前几年茶业为什么会遇到严重困难？", ["霜冻"]),
        ("2023年鹤岭县哪些目标没有达到预期？分别差多少？", ["3个百分点", "2个百分点"]),
        ("鹤岭县2024年打算怎么让老百姓多花钱、扩大消费？", ["以旧换新"]),
    ],
)
def test_what_is_asked_is_found(heling, question, said):
    answer = heling.ask(question)
    assert [word for word in said if word not in answer.text] == [], answer.text


def test_one_thing_of_a_kind_is_named_alone(heling):
    answer = heling.ask("鹤岭县哪样手工艺品评上了省级名品？")
    assert "竹编" in answer.text
    assert "乐购" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "鹤岭县为什么没有实现果农增收目标？",
        "鹤岭县为什么没有整治镜湖？",
        "鹤岭县报告里说谁获得了钢琴比赛冠军？",
    ],
)
def test_what_the_report_does_not_bear_out_is_refused(heling, question):
    assert not heling.ask(question).answered


@pytest.mark.parametrize(
    ("question", "task"),
    [
        ("鹤岭县2024年报告里提到谁被评为劳模", "who"),
        ("鹤岭县2024年报告里哪位选手夺冠了", "who"),
        ("鹤岭县2024年报告上写的是谁作的", "meta"),
        ("鹤岭县2024年政府工作报告谁代表县政府作的", "meta"),
    ],
)
def test_who_is_told_of_is_not_who_tells(question, task):
    assert task_of(question, ["鹤岭县"], [2024]) == task


def test_what_was_deployed_was_planned():
    assert nature_asked("2024年在养老方面作了哪些部署") == "目标"
    assert nature_asked("2024年完成了多少套") == "实绩"


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("山洪为什么没有伤人？请结合鹤岭县报告作答。", "鹤岭县报告里，山洪为什么没有伤人"),
        ("山洪为什么没有伤人，根据预报说明了吗", "山洪为什么没有伤人，根据预报说明了吗"),
    ],
)
def test_where_to_look_may_be_said_last(said, read):
    assert to_the_point(said) == read


def test_how_much_each_fell_short_is_told_with_which():
    assert as_asked("哪些指标没完成，各差了多少？") == "哪些指标没完成？"
    assert "追到底是" in in_full("鹤岭县大火追到底是哪里没做好", PlaceIndex([]))
