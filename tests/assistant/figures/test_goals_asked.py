"""Goals in other people's words: by a plan's last year, by what is still to be done, by a year's part."""

import pytest
from towns import assistant_over, written

WILLOWS_2023 = written(
    "全县生产总值52.6亿元。工业投资增长7.4%。2018年以来，全县生产总值年均增长6.3%。建成高标准农田3.4万亩。年末共有花园乡村22个。"
    "栽植杨树林1.9万亩。",
    "今后五年的奋斗目标是：到2027年，生产总值达到78亿元，农民人均纯收入年均增长7%，五年累计投资260亿元以上，"
    "三次产业比例调整到15:40:45。\n\n"
    "安排重点工程18个，总投资46亿元。力争全年完成投资12.5亿元。\n\n"
    "新建和改造高标准农田4.1万亩。打造花园乡村7个。栽植杨树林2.2万亩。建成6个文化广场、9个图书馆。"
    "完成果园改良3万亩和荒坡造林5万亩任务。统筹实施水利项目27个，新开工11个、竣工8个。"
    "粮食产量确保增长2%、力争3%以上。工业投资增长9%、力争12%以上。用6000万元建设教师住房。食品工业占工业总产值的比重达到31%。优良天数达到88%以上。",
    place="柳溪县",
    year=2023,
)


@pytest.fixture(scope="module")
def willows(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("willows"), (WILLOWS_2023,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("柳溪县到2027年农民收入每年要增长多少？", ["7%"]),
        ("柳溪县五年累计要投资多少亿元？", ["260亿元"]),
        ("柳溪县打算到2027年把一二三产的比例调成多少？", ["15:40:45"]),
        ("柳溪县2018年以来生产总值年均增长多少？", ["6.3%"]),
        ("柳溪县2023年果园改良和荒坡造林的任务分别是多少亩？", ["3万亩", "5万亩"]),
        ("柳溪县2023年打算建好几个文化广场？", ["6个"]),
        ("柳溪县2023年重点工程全年要完成多少投资？", ["12.5亿元"]),
        ("柳溪县2023年重点工程总投资多少？", ["46亿元"]),
        ("柳溪县2023年水利项目要新开工多少个、竣工多少个？", ["11个", "8个"]),
        ("柳溪县2023年粮食产量要保几争几？", ["2%", "3%"]),
        ("柳溪县2022年工业投资增速与2023年预期目标（含力争目标）分别是多少？", ["7.4%", "9%", "力争12%"]),
        ("柳溪县工业投资2022年增速多少？2023年基本目标和力争目标又是多少？", ["7.4%", "9%", "力争12%"]),
        ("柳溪县2023年食品工业占工业总产值的比重要到多少？", ["31%"]),
        ("柳溪县2023年要拿多少钱盖教师住房？", ["6000万元"]),
        ("柳溪县2023年空气优良天数比例要达到多少？", ["88%"]),
    ],
)
def test_a_goal_is_told_however_it_is_asked_for(willows, question, figures):
    answer = willows.ask(question)
    assert answer.answered
    for figure in figures:
        assert figure in answer.text


@pytest.mark.parametrize(
    ("asked", "follows", "figure"),
    [
        ("柳溪县2022年建成了多少高标准农田？", "今年打算再建和改造多少？", "4.1万亩"),
        ("柳溪县到2022年底有多少个花园乡村？", "2023年还准备再打造多少个？", "7个"),
        ("柳溪县2022年栽植杨树林多少万亩？", "今年目标面积呢？", "2.2万亩"),
        ("2023年柳溪县安排的重点工程有几个？", "年内要投下去多少？", "12.5亿元"),
    ],
)
def test_what_is_still_to_be_done_is_of_what_was_asked_before(willows, asked, follows, figure):
    before = willows.ask(asked)
    answer = willows.ask(follows, history=[(asked, before.text)])
    assert answer.answered
    assert figure in answer.text
