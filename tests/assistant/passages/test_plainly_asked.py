"""Plainly worded questions of one topic: 今后, 弄得更方便些, 动了哪些大动作, 为什么没办完."""

import pytest
from genre import report
from towns import assistant_over

LUYUAN_2025 = report(
    "（芦原县2025年的报告，为测试而写）\n\n"
    "一、2024年工作回顾\n\n"
    "（一）改革开放。大力促改革。推行农地流转改革，水务、殡仪两项体制改革全面落地。\n\n"
    "（二）交通建设。云桥、鹭岛大桥、北渡大桥建成通车。芦原段铺轨，柳湾大桥建成通车。\n\n"
    "（三）企业培育。槐山酒业、青峰钢业上榜“2024全省民营企业100强”。\n\n"
    "（四）民生实事。票选的12件民生实事，仍有2件未能如期完成。"
    "这既有秋季连阴雨造成的工期延误，更主要的是调度不力。\n\n"
    "（五）问题。同时要清醒地看到，芦原还存在这样那样的困难和问题：制造业大项目偏少，龙头企业不多，工业发展的动力不够强劲。\n\n"
    "二、关于2025年工作\n\n"
    "（一）改革开放。坚持改革引领、开放带动，在深化改革上勇闯新路，打造改革开放高地。\n\n"
    "（二）养老服务。强化县乡村三级养老网络，建设“十分钟”养老圈。\n\n"
    "（三）交通建设。实施G217、G318提质改造。\n\n"
    "（四）生态治理。通过先建后补等机制，调动牧民参与沙地治理的积极性。\n\n"
    "（五）政务服务。推进政务服务大厅延时服务，实现“就近办”。\n\n"
    "（六）芦原农谷。加快建设芦原农谷。抓好良种枢纽、花卉产业园等项目建设。\n\n",
    place="芦原县",
    year=2025,
)


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    with assistant_over(tmp_path_factory.mktemp("plainly"), [LUYUAN_2025]) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("芦原今后养老服务打算怎么搞啊", ["三级养老网络"]),
        ("芦原2024年通了哪几座大桥", ["鹭岛大桥", "柳湾大桥"]),
        ("芦原有哪些企业进了全省民企百强", ["槐山酒业", "青峰钢业"]),
        ("芦原票选的12件民生实事为什么没全部办完？", ["连阴雨", "调度不力"]),
        ("芦原工业发展为什么不够强，问题出在哪里？", ["龙头企业不多"]),
        ("芦原去年在改革上动了哪些大动作？", ["农地流转"]),
        ("芦原2025年要提质改造的国道是哪几条？", ["G217", "G318"]),
        ("芦原准备用什么办法让牧民愿意参与治沙？", ["先建后补"]),
        ("芦原老百姓去政务大厅办事，打算怎么弄得更方便些", ["延时服务"]),
        ("芦原农谷里头有哪些项目要抓", ["良种枢纽", "花卉产业园"]),
    ],
)
def test_what_is_plainly_asked_is_told(town, question, said):
    answer = town.ask(question)
    assert answer.answered, answer.text
    assert all(words in answer.text for words in said), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "芦原今后托育服务打算怎么搞啊",
        "芦原2024年通了哪几条地铁",
        "芦原的羊毛交易所为什么没办成？",
        "芦原去年在航天上动了哪些大动作？",
        "芦原老百姓去图书馆借书，打算怎么弄得更方便些",
    ],
)
def test_what_is_told_of_another_thing_is_no_answer(town, question):
    assert not town.ask(question).answered
