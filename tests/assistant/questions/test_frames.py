"""Questions of several figures are put plainly by their frame, and by what the reports themselves name."""

import pytest
from towns import LINHE_2023, LINHE_2024, assistant_over, check

from assistant.questions.anchored import anchored
from assistant.questions.frames import framed
from assistant.questions.places import PlaceIndex
from reports.records import Identity
from vectorstore.records import ReportEntry


def entry(place, *parents):
    """A catalogue entry of a place's report."""
    identity = Identity(place, parents, 2024)
    return ReportEntry(f"{place}2024", f"{place}.txt", identity, "txt", "text", 1, 1, 1, 100, "")


COUNTIES = PlaceIndex([entry("卫东区", "河南省"), entry("青山县"), entry("溪口县")])
OF_BOTH = "青山县2023年用水总量是多少，同比增长多少？"
EACH = "青山县2023年茶叶产值是多少，竹编企业是多少？"


@pytest.mark.parametrize(
    ("asked", "put"),
    [
        ("青山县2023年用水总量的绝对数与增长率各为多少", OF_BOTH),
        ("增长多少、总数多少——青山县2023年的用水总量", OF_BOTH),
        ("一个是青山县2023年的茶叶产值，另一个是同年的竹编企业", EACH),
        ("写稿子要用，2023年青山县的茶叶产值、竹编企业两项指标各完成多少", EACH),
        ("青山县2023年茶叶产值＿＿；竹编企业＿＿。请填空", EACH),
        ("青山县 2023年 茶叶产值 竹编企业", EACH),
        (
            "2023年青山县茶叶产值、渔业产值增幅对比",
            "青山县2023年茶叶产值增长多少，渔业产值增长多少，相差多少？",
        ),
        (
            "以渔业产值为100，青山县2023年的茶叶产值折合多少",
            "青山县2023年茶叶产值是渔业产值的百分之几？",
        ),
        (
            "若将茶叶产值与渔业产值合并计算，2023年青山县的总量为何",
            "青山县2023年茶叶产值是多少，渔业产值是多少，一共多少？",
        ),
        (
            "拿青山县2024年的茶叶产值目标值减去2023年的实际值，得数是多少",
            "青山县2024年茶叶产值目标与2023年实际茶叶产值相差多少？",
        ),
        (
            "青山县茶叶产值今年的增速目标是不是定保守了，比去年实际增速低了多少",
            "青山县今年茶叶产值增速目标与去年实际茶叶产值增速相差多少？",
        ),
        (
            "茶叶产值2023年：青山县 vs 溪口县",
            "青山县和溪口县2023年茶叶产值各是多少，相差多少？",
        ),
    ],
)
def test_a_frame_of_several_figures_is_put_plainly(asked, put):
    assert framed(asked, COUNTIES)[0] == put


@pytest.mark.parametrize(
    "asked",
    [
        "青山县2023年茶叶产值是多少",
        "青山县2023年茶叶产值增长多少",
        "青山县2023年建了多少家茶厂",
        "青山县2023年茶园里，有机茶园有多少亩",
        "青山县2024年的茶叶产值目标为什么比2023年高",
        "青山县2023年茶叶产值的实际数比2022年的目标高多少",
        "那茶叶产值和渔业产值各多少",
    ],
)
def test_a_question_of_one_figure_stays(asked):
    assert framed(asked, COUNTIES) == ()


KNOWN = {"茶叶产值", "渔业产值", "竹编企业"}


@pytest.mark.parametrize(
    ("asked", "put"),
    [
        ("青山县2023年茶叶产值录得多少，与此同时竹编企业又录得多少", (EACH,)),
        (
            "青山县2023年茶叶产值跑赢渔业产值了吗，增速各多少",
            (
                "青山县2023年茶叶产值增长多少，渔业产值增长多少，相差多少？",
                "青山县2023年茶叶产值增长多少，渔业产值增长多少？",
            ),
        ),
        (
            "青山县把2024年的茶叶产值定在什么水平，相对2023年的结果是升是降",
            (
                "青山县2024年茶叶产值目标与2023年实际茶叶产值相差多少？",
                "青山县2023年茶叶产值是多少，2024年茶叶产值目标是多少？",
            ),
        ),
        ("青山县2023年茶叶产值录得多少，与此同时柑橘园面积又录得多少", ()),
        ("青山县2023年茶叶产值项目录得多少，竹编企业又录得多少", ()),
        ("青山县2023年茶叶产值为什么比渔业产值高", ()),
        ("青山县2023年给竹编企业发了茶叶产值多少", ()),
    ],
)
def test_what_the_reports_name_is_asked_for_plainly(asked, put):
    assert anchored(asked, COUNTIES, KNOWN, 2024) == put


@pytest.mark.parametrize(
    ("asked", "figures"),
    [
        ("临禾县2023年粮食产量的绝对数与增长率各为多少", ("25万吨", "25%")),
        ("先说临禾县2023年的固定资产投资是多少，再说城镇新增就业是多少", ("98.4亿元", "3300人")),
        ("每单位粮食产量对应多少固定资产投资？请用临禾县2023年的总数折算", ("25万吨", "98.4亿元")),
    ],
)
def test_all_the_figures_of_a_frame_are_told(tmp_path_factory, asked, figures):
    with assistant_over(tmp_path_factory.mktemp("frames"), [LINHE_2023, LINHE_2024]) as linhe:
        check(linhe.ask(asked), *figures)
