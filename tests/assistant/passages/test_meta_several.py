"""Several things asked at once of a report itself: each of them is told."""

import pytest
from genre import report
from towns import assistant_over

FOXFORD_2021 = report(
    "政府工作报告\n\n——2021年3月4日在狐津县第八届人民代表大会第三次会议上\n\n"
    "狐津县人民政府县长　卢明远\n\n各位代表：\n\n"
    "现在，我代表县人民政府报告工作，请予审议。\n\n"
    "一、2020年工作回顾\n\n全县粮食产量18万吨。\n\n二、2021年工作安排\n\n粮食产量19万吨。\n",
    place="狐津县",
    year=2021,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("meta"), (FOXFORD_2021,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("狐津县2021年政府工作报告由谁在哪次人代会上作的", ("卢明远", "第三次会议"), ("3月4日",)),
        ("2021年狐津县政府工作报告是哪位县长作的，什么日子", ("卢明远", "3月4日"), ("第三次会议",)),
        ("狐津县2021年政府工作报告的报告人、时间、会议分别是什么", ("卢明远", "3月4日", "第三次会议"), ()),
        ("狐津县2021年政府工作报告，谁做的？哪一届人代会？", ("卢明远", "第八届"), ("3月4日",)),
        ("谁在哪天代表狐津县政府作的2021年报告", ("卢明远", "3月4日"), ()),
        ("狐津县2021年政府工作报告是在什么场合、由什么人作的", ("卢明远", "第三次会议"), ()),
        ("狐津县2021年报告总结的是哪年的工作，由哪位县长作的", ("2020年", "卢明远"), ("3月4日",)),
    ],
)
def test_each_part_is_told(bot, question, said, not_said):
    answer = bot.ask(question)
    assert answer.answered
    assert answer.query.task == "meta"
    assert all(word in answer.text for word in said)
    assert not any(word in answer.text for word in not_said)
