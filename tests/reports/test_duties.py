"""Who answers for which task."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.duties import find_duties
from reports.outline import outline
from reports.records import Duty
from reports.repair import repair

FIVE = Path(__file__).resolve().parents[3] / "shared" / "reports"
PIECES = st.sampled_from(
    [
        *("\n", "一、", "1.", "2.", "（", "）", "、", "，", "。", "；", "张三", "县农业局"),
        *("修好通村公路，", "责任领导：", "牵头单位：", "责任单位：", "（配合单位：", "6月底前"),
    ]
)

NOTICE = """某县人民政府办公室关于分解重点工作任务的通知
各乡镇人民政府，县直各单位：
一、总体目标
生产总值增长8%以上。
责任领导：钱五
牵头单位：县发改局
二、办好民生实事
1.新建敬老院2所，6月底前开工，2022年底前建成。

责任领导：张三、李四

牵头单位：县民政局

责任单位：县财政局、县产业（物流）园区中心，各乡镇
2.改造学校5所，新增学位900个，力争上半年完工。
牵头单位：县教育局
配合单位：县住建局
3.开展职业技能培训。
责任领导：王小六  牵头单位：县人社局
""".replace("县教育局\n", "县教育局\u3000\n")


def duties_of(stored: str) -> tuple[Duty, ...]:
    view = repair(stored)
    return find_duties(view, outline(view))


def test_a_notice() -> None:
    overall, first, second, third = duties_of(NOTICE)
    assert (overall.number, overall.leaders, overall.lead_units) == ("一", ("钱五",), ("县发改局",))
    assert (first.number, second.number, third.number) == ("1", "2", "3")
    assert first.task == "新建敬老院2所，6月底前开工，2022年底前建成"
    assert first.leaders == ("张三", "李四")
    assert first.lead_units == ("县民政局",)
    assert first.units == ("县财政局", "县产业（物流）园区中心", "各乡镇")
    assert first.deadline == "6月底前、2022年底前"
    assert NOTICE[first.start : first.end].startswith("1.新建敬老院")
    assert NOTICE[first.start : first.end].endswith("各乡镇")
    assert second.leaders == ()
    assert second.support_units == ("县住建局",)
    assert second.deadline == "上半年"
    assert (third.leaders, third.lead_units) == (("王小六",), ("县人社局",))


def test_tasks_lie_in_their_sections() -> None:
    view = repair(NOTICE)
    sections = outline(view)
    for ordinal, duty in enumerate(find_duties(view, sections)):
        assert duty.ordinal == ordinal
        part = "一、总体目标" if duty.number == "一" else "二、办好民生实事"
        assert sections[duty.section].path[0] == part
        assert sections[duty.section].start <= duty.start < duty.end <= sections[duty.section].end


def test_units_of_an_annex_of_works() -> None:
    stored = (
        "附件\n2025年十件实事\n一、稳住就业\n年度目标：城镇新增就业9万人。\n主办单位：省人社厅、省财政厅，各州、市人民政府\n"
        "二、关爱老人\n年度目标：新增养老床位3000张。\n主办单位：省民政厅\n"
    )
    first, second = duties_of(stored)
    assert (first.number, second.number) == ("一", "二")
    assert first.lead_units == ("省人社厅", "省财政厅", "各州、市人民政府")
    assert "城镇新增就业9万人" in first.task
    assert second.lead_units == ("省民政厅",)


@pytest.mark.parametrize("colon", ["：", ":"])
def test_units_in_brackets(colon: str) -> None:
    stored = "\n".join(
        [
            f"1.新增就业18万人（牵头单位{colon}人社厅）。",
            f"2.扩建医院3所（牵头单位{colon}卫健委、医保局；责任单位{colon}各市）；同步改造门诊。",
            f"3.修路500公里（责任单位{colon}交通厅）。",
        ]
    )
    first, second, third = duties_of(stored)
    assert first.task == "新增就业18万人"
    assert first.lead_units == ("人社厅",)
    assert (second.lead_units, second.units) == (("卫健委", "医保局"), ("各市",))
    assert third.units == ("交通厅",)


def test_a_numbered_line_of_its_own_belongs_to_the_head_above() -> None:
    stored = (
        "一、修建医院新院\n1.项目内容：医技楼和急救中心。\n2.责任单位：卫健局、市医院\n3.进展：正在施工。\n"
    )
    (duty,) = duties_of(stored)
    assert (duty.number, duty.task) == ("一", "修建医院新院")
    assert duty.units == ("卫健局", "市医院")


@pytest.mark.parametrize(
    "stored",
    ["", "各部门要压实责任，明确牵头单位和责任单位。", "谢谢。\n主办单位：某市政府网站 电话：0370-1234567"],
)
def test_prose_and_page_feet_are_no_duties(stored: str) -> None:
    assert duties_of(stored) == ()


@given(st.lists(PIECES, max_size=50).map("".join))
def test_runs_lie_in_the_text_in_order(stored: str) -> None:
    end = 0
    for duty in duties_of(stored):
        assert end <= duty.start <= duty.end <= len(stored)
        end = duty.end


@pytest.mark.skipif(not FIVE.is_dir(), reason="the five real reports are not beside the project")
def test_the_real_notice_has_66_tasks() -> None:
    overall, *found = duties_of(next(FIVE.glob("004_*.txt")).read_text(encoding="utf-8"))
    assert overall.number == "一"
    assert [duty.number for duty in found] == [str(number) for number in range(1, 67)]
    assert all(duty.task for duty in found)
    assert all(duty.lead_units or duty.units for duty in found)
    assert found[6].leaders == ("赵飞", "张世卿", "胡瑞挺", "张昕媛", "周军峰")
    assert found[3].lead_units == ("区产业(物流)园区事务服务中心",)
    assert found[3].deadline == "上半年"
