"""What a model reckons itself from printed figures: right it stands with its terms, wrong it gives way."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from genre import written
from llm_server import Scripted, model_over

from assistant import Assistant

REPORT = written(
    "新建幼儿园6所、小学4所，改造中学3所。白杨镇接待游客80万人次，红石镇接待游客50万人次。"
    "一般公共预算收入12亿元，其中税收收入9亿元。城镇、农村居民人均可支配收入分别增长5.2%、7.1%。"
    "茶叶产量2万吨、蜂蜜产量0.5万吨，分别增长8%、12.5%。22个省级、41个市级重点项目投资完成率分别达112%、104%。"
    "新增规上工业企业7家，总数达到95家。网络零售额增长20%以上。",
    "茶叶产量增长10%左右。",
)
OPEN = "青山县2023年的工作成绩有哪些"


@pytest.fixture(scope="module")
def bot(model: Scripted, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with model_over(model, tmp_path_factory.mktemp("reckoned") / "store", REPORT) as opened:
        yield opened


def shown(bot: Assistant) -> str:
    return re.sub(r"\[\d+\]", "", bot.ask(OPEN).text)


@pytest.mark.parametrize(
    ("said", "sum_"),
    [
        ("白杨镇接待游客80万人次，红石镇接待游客50万人次，白杨镇比红石镇多30万人次", "80−50＝30"),
        ("白杨镇接待游客比红石镇多30万人次", "80−50＝30"),
        ("新建幼儿园6所、小学4所，两类学校合计10所", "6＋4＝10"),
        ("税收收入9亿元，占一般公共预算收入12亿元的75%", "9÷12≈75%"),
        ("茶叶产量2万吨，蜂蜜产量0.5万吨，茶叶产量是蜂蜜产量的4倍", "2÷0.5≈4"),
        ("农村居民收入增长7.1%，城镇居民收入增长5.2%，两者相差1.9个百分点", "7.1−5.2＝1.9"),
        ("蜂蜜产量增速比茶叶产量增速高4.5个百分点", "12.5−8＝4.5"),
    ],
)
def test_a_right_reckoning_stands_with_its_terms(
    said: str, sum_: str, bot: Assistant, model: Scripted
) -> None:
    model.say(f"{said}。")
    answer = shown(bot)
    assert said in answer
    assert f"（{sum_}）" in answer


@pytest.mark.parametrize(
    "said",
    [
        "白杨镇接待游客比红石镇多40万人次",
        "红石镇接待游客比白杨镇多30万人次",
        "新建幼儿园6所、小学4所，两类学校合计11所",
        "税收收入9亿元，占一般公共预算收入12亿元的85%",
        "茶叶产量2万吨，蜂蜜产量0.5万吨，茶叶产量是蜂蜜产量的5倍",
        "蜂蜜产量2万吨，茶叶产量0.5万吨，蜂蜜产量是茶叶产量的4倍",
        "茶叶产量增速比蜂蜜产量增速高4.5个百分点",
        "白杨镇接待游客比红石镇多30亿元",
        "新增规上工业企业7家，总数95家，合计102家",
        "茶叶产量2万吨，2024年增速目标比2023年高2个百分点",
        "网络零售额增速比茶叶产量增速高12个百分点",
    ],
)
def test_a_wrong_reckoning_gives_way(said: str, bot: Assistant, model: Scripted) -> None:
    model.say(f"{said}。")
    assert said not in shown(bot)


def test_what_was_told_in_the_sentence_before_may_be_added_up(bot: Assistant, model: Scripted) -> None:
    model.say("新建幼儿园6所，新建小学4所。这两类学校合计10所。")
    assert "合计10所（6＋4＝10）" in shown(bot)
    model.say("新建幼儿园6所，新建小学4所。这两类学校合计13所。")
    assert "合计13所" not in shown(bot)


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("茶叶产量增长8%，蜂蜜产量增长12.5%，后者增速更快", True),
        ("茶叶产量增长8%，蜂蜜产量增长12.5%，前者增速更快", False),
        ("蜂蜜产量的增幅（12.5%）高于茶叶产量的增幅（8%）", True),
        ("蜂蜜产量的增幅（12.5%）低于茶叶产量的增幅（8%）", False),
        ("茶叶产量增长8%，增幅低于蜂蜜产量的12.5%", True),
        ("茶叶产量增长8%，增幅高于蜂蜜产量的12.5%", False),
        ("茶叶产量增长8%，蜂蜜产量增长12.5%，其中蜂蜜产量增长最快", True),
        ("茶叶产量增长8%，蜂蜜产量增长12.5%，其中茶叶产量增长最快", False),
    ],
)
def test_the_figures_of_a_sentence_bear_out_what_it_compares(
    said: str, holds: bool, bot: Assistant, model: Scripted
) -> None:
    model.say(f"{said}。")
    assert (said in shown(bot)) is holds


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("茶叶、蜂蜜产量分别为2万吨、0.5万吨，增幅分别为8%和12.5%", True),
        ("茶叶产量2万吨，蜂蜜产量0.5万吨，增幅分别为12.5%和8%", False),
        ("省级重点项目投资完成率为112%", True),
        ("市级重点项目投资完成率为104%", True),
        ("市级重点项目投资完成率为112%", False),
        ("省级重点项目投资完成率为104%", False),
    ],
)
def test_each_figure_of_a_row_is_of_its_own(said: str, holds: bool, bot: Assistant, model: Scripted) -> None:
    model.say(f"{said}。")
    assert (said in shown(bot)) is holds


def test_an_opening_that_announces_what_follows_stands(bot: Assistant, model: Scripted) -> None:
    model.say("青山县2023年的工作成绩主要有：\n- 茶叶产量2万吨，增长8%。\n- 改造中学3所。")
    answer = shown(bot)
    assert answer.startswith("青山县2023年的工作成绩主要有：")
    assert "茶叶产量2万吨，增长8%" in answer
