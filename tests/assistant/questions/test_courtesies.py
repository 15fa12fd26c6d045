"""Courtesies around a question are none of it, and what it leaves out is put in."""

import re

import pytest
from towns import COUNTIES, PLACES, assistant_over, check

from assistant.questions.in_full import in_full
from assistant.questions.times import years_in_full
from assistant.questions.understand import read_question
from assistant.questions.wordings.courtesies import to_the_point

ASKED = "临禾县2023年新增就业多少"


@pytest.fixture(scope="module")
def towns(tmp_path_factory):
    """The assistant over two counties' reports."""
    with assistant_over(tmp_path_factory.mktemp("courtesies"), COUNTIES) as opened:
        yield opened


@pytest.mark.parametrize(
    "opening",
    [
        "你好，", "您好！请问一下", "你好，我想了解一下，", "我想知道", "想问问大家，", "麻烦您帮我查一下",
        "能告诉我",
        "老师好，请教个问题：", "不好意思打扰了，想咨询一下", "我是一名记者，想请问", "作为居民想问：",
        "政府工作报告里说，", "根据政府工作报告，", "劳驾问下",
    ],
)  # fmt: skip
def test_what_comes_before_the_question_is_none_of_it(opening):
    assert to_the_point(opening + ASKED) == ASKED


@pytest.mark.parametrize(
    "closing",
    [
        "，谢谢", "？非常感谢您！", "？麻烦给出出处。", "？（请注明来源）", "，请直接给出数字",
        "？请用一句话回答", "？急，在线等", "，你知道吗？", "，能告诉我吗？", "，求告知",
        "，给我个数", "？请给出原文和出处，谢谢！",
    ],
)  # fmt: skip
def test_what_comes_after_the_question_is_none_of_it(closing):
    assert to_the_point(ASKED + closing).rstrip("？") == ASKED


@pytest.mark.parametrize(
    "question",
    [
        "你好", "谢谢你", "你好，再见", "给我市企业减税多少", "核实清退低保对象多少户", "问题楼盘化解多少个",
        "有哪些问题急", "下岗职工再就业多少人", "目标是多少，依据是什么", "我省2023年GDP多少，增速多少",
        "咨询服务业增长多少", "衢州呢",
    ],
)  # fmt: skip
def test_words_that_are_asked_about_stay(question):
    assert to_the_point(question) == question


@pytest.mark.parametrize("opening", ["请简要说明", "请介绍一下", "给我讲讲", "你好，请说说"])
def test_what_is_told_is_what_is_asked(opening):
    assert in_full(opening + ASKED, PLACES) == ASKED


def test_what_is_to_be_told_of_is_asked_for():
    assert in_full("请介绍一下临禾县的乡村振兴", PLACES) == "临禾县的乡村振兴情况"
    assert in_full("列出临禾县2023年的主要成绩", PLACES) == "临禾县2023年的主要成绩"
    assert in_full("请说明临禾县2023年新增就业", PLACES) == "临禾县2023年新增就业"
    assert in_full("说明会开了几场", PLACES) == "说明会开了几场"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("二〇二四年新建学校几所", "2024年新建学校几所"),
        ("24年报告里新建学校几所", "2024年报告里新建学校几所"),
        ("2019 年 底有多少家", "2019年底有多少家"),
        ("99年棉花产量", "1999年棉花产量"),
        ("九四年棉花产量", "1994年棉花产量"),
        ("零八年和一五年的棉花产量", "2008年和2015年的棉花产量"),
        ("两三年里、一二年里修了多少路", "两三年里、一二年里修了多少路"),
        ("建成50年一遇堤防多少公里", "建成50年一遇堤防多少公里"),
        ("20年来修了多少路", "20年来修了多少路"),
        ("30年承包期到期的有多少", "30年承包期到期的有多少"),
    ],
)
def test_years_are_put_in_four_digits(written, read):
    assert years_in_full(written) == read


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("城镇新增就业多少，临禾县2023年", "临禾县2023年城镇新增就业多少"),
        ("临禾县体育中心总投资", "临禾县体育中心总投资多少"),
        ("临禾县谋划项目多少个，总投资", "临禾县谋划项目多少个，总投资多少"),
        ("临禾县旅游收入多少亿，同比增长", "临禾县旅游收入多少亿，同比增长多少"),
        ("临禾县工业增加值增长是多少", "临禾县工业增加值增长多少"),
        ("临禾县2023年  新增就业 多少", "临禾县2023年新增就业多少"),
        ("临禾县2024年全年计划造林多少亩", "临禾县2024年计划造林多少亩"),
        ("临禾县和白水县2023年财政收入相差到底有多少", "临禾县和白水县2023年财政收入相差多少"),
        ("临禾县2023年新增就业的数据", "临禾县2023年新增就业多少"),
        ("临禾县2023年财政收入是11.9亿元吗", "临禾县2023年财政收入多少亿元"),
        ("听说临禾县2023年新增就业有1万人，是真的吗？", "临禾县2023年新增就业多少万人"),
        ("临禾县2024年GDP目标是增长6.5%吗", "临禾县2024年GDP目标增长多少%"),
        ("临禾县2023年新增就业是不是9796人", "临禾县2023年新增就业多少人"),
        ("临禾县哪一年新增就业最多？", "临禾县历年新增就业最多"),
        ("临禾县新增就业最少的是哪年", "临禾县新增就业历年最少"),
        ("临禾县哪年GDP增长最快", "临禾县历年GDP增速最快"),
        ("临禾县近几年GDP", "临禾县历年GDP"),
        # Whole questions, and none that asks for an amount, stay.
        ("临禾县的收入，和白水县2023年比", "临禾县的收入，和白水县2023年比"),
        ("花了多少投资", "花了多少投资"),
        ("临禾县近几年累计新增就业多少", "临禾县近几年累计新增就业多少"),
        ("临禾县近几年做了哪些工作", "临禾县近几年做了哪些工作"),
        ("临禾县2022年和2023年哪一年收入最高", "临禾县2022年和2023年哪一年收入最高"),
        ("临禾县新增就业超过1万人了吗", "临禾县新增就业超过1万人了吗"),
        ("招来多少个项目、花了多少投资", "招来多少个项目、花了多少投资"),
        ("临禾县如何增加农民收入", "临禾县如何增加农民收入"),
    ],
)
def test_what_is_left_out_is_put_in(said, read):
    assert in_full(said, PLACES) == read


def test_a_polite_question_is_answered_and_small_talk_declined(towns):
    plain = towns.ask("临禾县2023年GDP多少")
    polite = towns.ask("您好，我想了解一下，临禾县二〇二三年GDP是多少？麻烦注明出处，谢谢！")
    assert plain.answered
    assert polite.text == plain.text
    check(polite)
    assert not towns.ask("你好，谢谢").answered


def test_the_best_year_is_named_and_growth_is_no_level(towns):
    most = towns.ask("临禾县哪一年新增就业最多")
    assert most.answered
    assert re.findall("3000人|3300人|多300人", most.text) == ["3000人", "3300人", "多300人"]
    assert "%" not in towns.ask("临禾县哪年GDP最高").text


def test_what_is_held_to_be_so_is_answered_with_what_is(towns):
    check(towns.ask("听说临禾县2023年新增就业有1万人，是真的吗"), "3300人")


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("临禾县去年修路多少公里（看今年的政府报告）", "临禾县去年修路多少公里"),
        ("临禾县小学现在有几所？（今年政府工作报告）", "临禾县小学现在有几所？（政府工作报告）"),
        ("今年的政府工作报告是谁作的", "今年的政府工作报告是谁作的"),
    ],
)
def test_where_to_look_is_no_year_that_is_asked_about(said, read):
    assert in_full(said, PLACES) == read


def test_the_last_years_are_a_row_of_figures_and_what_was_done_is_none(towns):
    assert towns.ask("临禾县近几年GDP").query.task == "trend"
    assert towns.ask("临禾县近几年做了哪些工作").query.task != "trend"


def test_a_goal_for_employment_is_that_of_the_newly_employed():
    assert read_question("临禾县2024年就业目标是多少", PLACES).names == ("城镇新增就业",)
    assert "城镇新增就业" not in read_question("临禾县2024年失业人员再就业目标", PLACES).content


def test_roads_are_built_by_any_word():
    assert "修建 道路" in read_question("临禾县2024年要修哪些路", PLACES).content
