"""Which stretch of a report stands under which heads."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.outline import outline
from reports.records import Section
from reports.repair import repair

FIVE = Path(__file__).resolve().parents[3] / "shared" / "reports"
CORPUS = FIVE.parent / "corpus"

PIECES = st.sampled_from(
    [
        *("\n", "一、", "二、", "三、", "（一）", "(二)", "第一部分 ", "1.", "2、", "①", "一是"),
        *("2023年工作回顾", "各位代表！", "抓好春耕生产。", "全年粮食产量31万吨，增长2%，"),
        *("，", "。", "；", "：", "名词解释", "附件", "——", "　　", "让我们"),
    ]
)
TEXTS = st.one_of(st.text(max_size=150), st.lists(PIECES, max_size=60).map("".join))

BODY = (
    "这项工作由县里统一部署，各乡镇和有关部门分头落实，全年投入资金3.2亿元，惠及群众1.6万人，比上年多出不少。"
)


def paths(stored: str) -> list[tuple[str, ...]]:
    """The paths of the sections in order, each once where sections of one head follow each other."""
    found: list[tuple[str, ...]] = []
    for section in outline(repair(stored)):
        if not found or found[-1] != section.path:
            found.append(section.path)
    return found


def section_of(stored: str, words: str) -> Section:
    at = stored.index(words)
    return next(section for section in outline(repair(stored)) if section.start <= at < section.end)


@given(TEXTS)
def test_sections_cover_the_text_without_gap(stored: str) -> None:
    sections = outline(repair(stored))
    assert sections[0].start == 0
    assert sections[-1].end == len(stored)
    for before, after in pairwise(sections):
        assert before.end == after.start
    for ordinal, section in enumerate(sections):
        assert section.ordinal == ordinal
        assert section.start <= section.body <= section.end
        assert section.level == len(section.path)
        assert all(0 < len(title) <= 60 and "\n" not in title for title in section.path)


def test_three_levels_and_run_in_heads() -> None:
    stored = "\n".join(
        [
            "政府工作报告",
            "——2023年1月8日在某某县第九届人民代表大会第二次会议上",
            "各位代表：",
            "现在，我代表县人民政府作工作报告，请予审议。",
            "一、2022年工作回顾",
            BODY,
            "（一）经济发展稳中向好",
            f"工业支撑更加有力。{BODY}",
            f"农业基础更加稳固。{BODY}",
            f"（二）城乡面貌焕然一新。{BODY}",
            f"各位代表！过去一年成绩来之不易。{BODY}",
            "二、2023年工作安排",
            "1.抓投资",
            BODY,
            "2.扩消费",
            BODY,
            f"各位代表！让我们携手奋进。{BODY}",
        ]
    )
    assert paths(stored) == [
        (),
        ("一、2022年工作回顾",),
        ("一、2022年工作回顾", "（一）经济发展稳中向好"),
        ("一、2022年工作回顾", "（一）经济发展稳中向好", "工业支撑更加有力"),
        ("一、2022年工作回顾", "（一）经济发展稳中向好", "农业基础更加稳固"),
        ("一、2022年工作回顾", "（二）城乡面貌焕然一新"),
        ("一、2022年工作回顾",),
        ("二、2023年工作安排",),
        ("二、2023年工作安排", "1.抓投资"),
        ("二、2023年工作安排", "2.扩消费"),
        ("结束语",),
    ]
    fused = section_of(stored, "（二）城乡")
    assert stored[fused.start : fused.body] == "（二）城乡面貌焕然一新。"


@pytest.mark.parametrize(
    ("paragraph", "title"),
    [
        ("一、2020年工作回顾过去的一年，困难比往年多，", "一、2020年工作回顾"),
        ("二、今后五年的总体要求和目标任务全县上下要鼓足干劲，", "二、今后五年的总体要求和目标任务"),
        ("三、2021年重点工作围绕今年目标，着重抓好几件事：", "三、2021年重点工作"),
        ("四、切实加强政府自身建设\n", "四、切实加强政府自身建设"),
    ],
)
def test_a_head_that_runs_into_its_paragraph(paragraph: str, title: str) -> None:
    assert section_of(f"{paragraph}{BODY}", "、").path == (title,)


def test_unnumbered_heads_of_a_newspaper_summary() -> None:
    stored = "\n".join(
        ["2023年工作回顾", BODY, "2024年工作重点", "抓好三个方面", "（一）兴产业", BODY, "（二）强城市", BODY]
    )
    assert paths(stored) == [
        ("2023年工作回顾",),
        ("2024年工作重点",),
        ("2024年工作重点", "抓好三个方面"),
        ("2024年工作重点", "抓好三个方面", "（一）兴产业"),
        ("2024年工作重点", "抓好三个方面", "（二）强城市"),
    ]


def test_a_whole_report_on_one_line() -> None:
    stored = (
        f"各位代表：现在报告工作。一、过去一年工作回顾过去一年，{BODY}（一）产业做强。{BODY}（二）城市变美。{BODY}"
        f"二、今年主要任务今年是关键之年。{BODY}重点抓好这些工作：（一）扩大投资。{BODY}（二）改善民生。{BODY}"
    )
    assert paths(stored) == [
        (),
        ("一、过去一年工作回顾",),
        ("一、过去一年工作回顾", "（一）产业做强"),
        ("一、过去一年工作回顾", "（二）城市变美"),
        ("二、今年主要任务",),
        ("二、今年主要任务", "（一）扩大投资"),
        ("二、今年主要任务", "（二）改善民生"),
    ]


@pytest.mark.parametrize(
    "inside",
    [
        "做到以下三点：（一）账目清楚；（二）责任明确；（三）按时完成。",
        "一是抓好春耕。二是抓好夏收。三是抓好秋种。",
        "一、二、三产业结构调整为12：45：43。",
        "完成了一、二期工程，启动了三、四期工程。",
        "增速分别为1.5%、2.5%、3.5%。",
    ],
)
def test_enumerations_inside_sentences_are_no_heads(inside: str) -> None:
    stored = f"一、去年工作回顾\n{BODY * 4}{inside}{BODY * 4}"
    assert paths(stored) == [("一、去年工作回顾",)]


def test_counts_that_begin_anew_under_each_part() -> None:
    stored = "\n".join(
        [
            *("2004年工作回顾", BODY, "一、农业增产", BODY, "二、工业增效", BODY),
            *("二、2005年工作安排", BODY, "一、加快结构调整", BODY, "二、推进各项改革", BODY),
            *("三、改善人民生活", BODY),
        ]
    )
    assert paths(stored) == [
        ("2004年工作回顾",),
        ("2004年工作回顾", "一、农业增产"),
        ("2004年工作回顾", "二、工业增效"),
        ("二、2005年工作安排",),
        ("二、2005年工作安排", "一、加快结构调整"),
        ("二、2005年工作安排", "二、推进各项改革"),
        ("二、2005年工作安排", "三、改善人民生活"),
    ]


def test_notes_are_one_section_and_an_annex_another() -> None:
    stored = "\n".join(
        [
            "一、去年工作回顾",
            BODY,
            "名词解释",
            "1.四好农村路：指建好、管好、护好、运营好。",
            "2.河长制：指由负责人任河长。",
            *("附件", "十件实事", "一、修路", BODY, "二、引水", BODY),
        ]
    )
    assert [path[-1] for path in paths(stored)] == [
        "一、去年工作回顾",
        "名词解释",
        "附件",
        "十件实事",
        "一、修路",
        "二、引水",
    ]


def test_web_residue_is_no_head() -> None:
    header = f"标题：某市政府工作报告\n年份：2019\n{'=' * 60}\n政府工作报告\n"
    stored = f"{header}各位代表：{BODY}\n一、去年工作\n{BODY}"
    assert paths(stored) == [(), ("一、去年工作",)]


def test_tasks_of_a_notice() -> None:
    stored = "\n".join(
        [
            "一、兴产业",
            "1.做强龙头企业，培育配套企业，新增规上企业6家以上。",
            "责任领导：张三",
            "牵头单位：县工信局",
            "2.建设物流园。",
            "牵头单位：县商务局",
            "二、惠民生",
            "3.改造乡镇学校，新增学位900个。",
            "牵头单位：县教育局",
        ]
    )
    assert paths(stored) == [
        ("一、兴产业",),
        ("一、兴产业", "1.做强龙头企业"),
        ("一、兴产业", "2.建设物流园"),
        ("二、惠民生",),
        ("二、惠民生", "3.改造乡镇学校"),
    ]


def test_a_report_without_any_head() -> None:
    sections = outline(repair(BODY))
    assert [section.path for section in sections] == [()]


def test_an_empty_text_has_one_empty_section() -> None:
    assert outline(repair("")) == (Section(0, (), 0, 0, 0),)


@pytest.mark.skipif(not FIVE.is_dir(), reason="the five real reports are not beside the project")
@pytest.mark.parametrize(
    ("name", "tops"),
    [("000", 4), ("001", 3), ("002", 3), ("003", 4), ("004", 8)],
)
def test_parts_of_the_real_reports(name: str, tops: int) -> None:
    stored = next(FIVE.glob(f"{name}_*.txt")).read_text(encoding="utf-8")
    sections = outline(repair(stored))
    found = dict.fromkeys(section.path[0] for section in sections if section.path)
    assert len([title for title in found if title != "结束语"]) == tops, json.dumps(
        list(found), ensure_ascii=False
    )


@pytest.mark.skipif(not FIVE.is_dir(), reason="the five real reports are not beside the project")
def test_the_figure_of_new_jobs_stands_under_its_heads() -> None:
    stored = next(FIVE.glob("000_*.txt")).read_text(encoding="utf-8")
    at = stored.index("9796")
    section = next(section for section in outline(repair(stored)) if section.start <= at < section.end)
    assert section.path[0].startswith("一、2023")
    assert "民生福祉" in section.path[1]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside the project")
def test_nearly_every_real_report_has_parts() -> None:
    files = sorted(CORPUS.glob("*/*_20*.txt"))[::12]
    parts = []
    for file in files:
        sections = outline(repair(file.read_text(encoding="utf-8")))
        parts.append(len({section.path[0] for section in sections if section.path}))
    assert sum(count >= 2 for count in parts) >= 0.95 * len(parts)
