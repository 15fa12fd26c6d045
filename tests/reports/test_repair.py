"""What printing did to a text is undone, and every character keeps its place."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.repair import repair, tidy

FIVE = Path(__file__).resolve().parents[3] / "shared" / "reports"

PIECES = st.sampled_from(
    [
        *(
            "\n",
            "\n\n",
            " ",
            "　",
            "　　",
            "\u2003\u2003",
            "\u200b",
            "一、",
            "（一）",
            "1.",
            "12",
            "3.5",
            "亿元",
        ),
        *(
            "。",
            "，",
            "；",
            "——",
            "PM_{2.5}",
            "各位代表：",
            "全年新增就业",
            "责任单位：",
            "（",
            "）",
            "“",
            "”",
        ),
        *("- 3 -", "GDP ", "**", "、", "：", "二、", "！"),
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=80).map("".join))

WRAPPED = [
    "一、过去一年工作的简要回顾",
    "这一年里全县干部群众同心协力，把稳增长摆在最前头，生产总",
    "值完成86.3亿元，比上年增加5.1亿元，工业用电量增长7",
    "%，新开工项目41个，其中过亿元的项目9个，到位资金",
    "23.4亿元，占全年计划的103%，各项主要指标都排在全市前",
    "- 1 -",
    "列。城镇新增就业6120人，帮助困难人员就业830人，零就业",
    "家庭始终保持清零。居民人均可支配收入达到2.61万元，增",
    "长6.2%，农村居民收入的增速连续四年快过城镇居民收入的增",
    "速，脱贫人口人均纯收入增长13%。",
    "（一）办好群众身边的小事。新修农村公路58公里，改",
    "造老旧小区17个，惠及住户3400多家；建成乡镇养老服务中",
    "心6所，增加床位420张；县医院新门诊楼投入使用，日接诊",
    "能力提高到1800人次；新开公交线路3条，更换新能源公交车",
    "24辆；建成口袋公园11处，增加绿地面积9万平方米；改建公",
    "厕32座，群众生活更加方便。",
    "- 2 -",
    "（二）守住安全发展的底线。排查整治隐患1260处，全年没有",
    "发生较大以上事故；化解信访积案73件，群众满意度达到96.4",
    "%；食品抽检合格率98.9%，药品抽检合格率保持在100%，平",
    "安建设考核位居全市第二位。",
]


def texts_of(stored: str) -> list[str]:
    view = repair(stored)
    return [view.text[start:end] for start, end in view.paragraphs]


@given(TEXTS)
def test_the_view_only_leaves_characters_out(stored: str) -> None:
    view = repair(stored)
    assert len(view.text) == len(view.offsets)
    assert all(stored[offset] == char for offset, char in zip(view.offsets, view.text, strict=True))
    assert all(a < b for a, b in zip(view.offsets, view.offsets[1:], strict=False))


@given(TEXTS)
def test_paragraphs_are_in_order_and_one_character_apart(stored: str) -> None:
    view = repair(stored)
    assert view.length == len(stored)
    for (_, end), (start, _) in zip(view.paragraphs, view.paragraphs[1:], strict=False):
        assert start >= end + 1
    for start, end in view.paragraphs:
        assert start < end
        assert "\n" not in view.text[start:end]


@given(TEXTS, st.data())
def test_a_range_of_the_view_maps_to_its_stored_run(stored: str, data: st.DataObject) -> None:
    view = repair(stored)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    a, b = view.to_stored(start, end)
    assert 0 <= a <= b <= len(stored)
    if start < end:
        assert stored[a] == view.text[start]
        assert stored[b - 1] == view.text[end - 1]
        assert view.to_view(a) == start


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n \n"])
def test_wrapped_lines_become_paragraphs_again(gap: str) -> None:
    found = texts_of(gap.join(WRAPPED))
    assert [text[:8] for text in found] == [
        "一、过去一年工作",
        "这一年里全县干部",
        "（一）办好群众身",
        "（二）守住安全发",
    ]
    assert "生产总值完成86.3亿元" in found[1]
    assert "工业用电量增长7%，" in found[1]
    assert "到位资金23.4亿元" in found[1]
    assert "排在全市前列。城镇新增就业6120人" in found[1]


def test_a_page_end_inside_a_paragraph_is_joined_and_heads_stay_apart() -> None:
    stored = (
        "二、下一步打算\n\n全年计划安排重点项目52个，年度投资达到61亿元，确保开工率位居全\n\n"
        "市前三名，投产率达到八成以上。\n\n（一）把产业做强\n\n工业技改投资增长15%。"
    )
    assert texts_of(stored) == [
        "二、下一步打算",
        "全年计划安排重点项目52个，年度投资达到61亿元，确保开工率位居全市前三名，投产率达到八成以上。",
        "（一）把产业做强",
        "工业技改投资增长15%。",
    ]


def test_a_figure_split_over_two_paragraphs_is_whole_again() -> None:
    lines = [
        *WRAPPED[:4],
        "去年全县共争取到上级各类补助资金达到新的水平，总额为7",
        "亿元，比前年多1.2亿元。",
        *WRAPPED[10:],
    ]
    assert any("总额为7亿元" in text for text in texts_of("\n\n".join(lines)))


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        ("累计减税 1.7 亿元，惠及企业 236 家。", "累计减税1.7亿元，惠及企业236家。"),
        ("PM_{2.5} 平均浓度下降", "PM2.5平均浓度下降"),
        ("PM_2.5浓度为 38 微克", "PM2.5浓度为38微克"),
        ("政 府 工 作 报 告", "政府工作报告"),
        ("县长　王 小 明", "县长　王小明"),
        ("　　全年财政收入12亿元。", "全年财政收入12亿元。"),
        ("使用 Python 3 和 AI 模型", "使用 Python3和 AI 模型"),
        ("新建5G 基站，\n改造老站。", "新建5G基站，改造老站。"),
        ("全年地区生产总值\n\n增长3%。\n\n财政收入增", "全年地区生产总值增长3%。 财政收入增"),
        ("（一）抓防控\n坚持人民至上，守住阵\n\n地不放松。", "（一）抓防控 坚持人民至上，守住阵地不放松。"),
        ("必须**坚持实干**，再创佳绩。", "必须坚持实干，再创佳绩。"),
    ],
)
def test_tidy(stored: str, expected: str) -> None:
    assert tidy(stored) == expected


@pytest.mark.parametrize("mark", ["- 3 -", "—12—", "— 7 —", "第 5 页 共 20 页", "〔共印 300份〕"])
def test_page_numbers_and_print_notes_go(mark: str) -> None:
    assert texts_of(f"一季度形势平稳，\n{mark}\n二季度更好。") == ["一季度形势平稳，二季度更好。"]


def test_bare_numbers_are_pages_only_where_they_count_up() -> None:
    counted = "\n".join(
        f"第{word}季度的工作按计划完成。\n{number}" for number, word in enumerate("一二三四", 1)
    )
    assert not any(text.isdigit() for text in texts_of(counted))
    assert "5" in "".join(texts_of("新增企业\n5\n家。"))


def test_duty_lines_and_addresses_never_join() -> None:
    stored = "3.修好通村路，力争全年完工\n责任领导：张三\n牵头单位：交通局\n责任单位：各乡镇"
    assert len(texts_of(stored)) == 4


def test_a_report_on_one_line_keeps_its_paragraphs() -> None:
    stored = (
        "市长　李四 各位代表： 　　一、去年工作回顾 　　"
        + "去年工作很有成效。" * 30
        + " 　　二、今年打算 　　谢谢。"
    )
    found = texts_of(stored)
    assert found[1] == "一、去年工作回顾"
    assert found[3] == "二、今年打算"


@pytest.mark.parametrize("text", ["", "\n\n\n", "　 \n\u200b"])
def test_nothing_in_nothing_out(text: str) -> None:
    assert repair(text).text == ""
    assert tidy(text) == ""
    assert repair(text).to_stored(0, 0) == (0, 0)


def test_time_is_linear() -> None:
    sentence = "去年新增就业 1.2 万人，增长 3%；"

    def seconds(length: int) -> float:
        text = sentence * (length // len(sentence))
        begin = time.process_time()
        repair(text)
        return time.process_time() - begin

    seconds(10_000)
    short, long = (min(seconds(length) for _ in range(3)) for length in (50_000, 1_000_000))
    # Twenty times the length: a cost that grew with its square would be four hundred times.
    assert long < 100 * max(short, 0.005)


@pytest.mark.skipif(not FIVE.is_dir(), reason="the five real reports are not beside the project")
def test_the_report_of_broken_lines_is_whole_again() -> None:
    stored = next(FIVE.glob("001_*.txt")).read_text(encoding="utf-8")
    found = texts_of(stored)
    assert len(found) < 60
    assert any("完成投资99.7亿元" in text for text in found)
    heads = [text for text in found if text.startswith(("一、", "二、", "三、"))]
    assert [head[:2] for head in heads] == ["一、", "二、", "三、"]
    assert all(len(head) < 40 for head in heads)


def test_digits_printed_one_by_one_are_one_number() -> None:
    stored = "从1 9 9 1 年到今年，钢产量达到4 0 2 5 万吨，增长1 2 ．5 ％，机构由3 0个减为1 8个。"
    assert tidy(stored) == "从1991年到今年，钢产量达到4025万吨，增长12．5％，机构由30个减为18个。"


def test_numbers_beside_each_other_stay_apart() -> None:
    stored = "2019年在第 1 2 批之后，又有3 5 个村通了路。"
    assert tidy(stored) == "2019年在第1 2批之后，又有3 5个村通了路。"


@pytest.mark.parametrize("torn", ["2 016 年", "20 16年", "201 6年", "2 016年"])
def test_a_torn_year_is_whole_again(torn: str) -> None:
    assert repair(f"实现了良好开局。{torn}，全县生产总值完成119.8亿元。").text.startswith(
        "实现了良好开局。2016年，"
    )


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("增加值完成40.8 2 亿元，工资3 6 00 元。", "增加值完成40.82亿元，工资3600元。"),
        ("总投资2. 12亿美元，税收5 .4亿元。", "总投资2.12亿美元，税收5.4亿元。"),
        ("收入达到 74 76 元，有15 4户。", "收入达到7476元，有154户。"),
        ("旧厂改造完毕。1. 25 个新项目开工。", "旧厂改造完毕。1. 25个新项目开工。"),
    ],
)
def test_a_torn_figure_of_prose_is_whole_again(torn: str, whole: str) -> None:
    assert tidy(torn) == whole


def test_figures_side_by_side_in_a_table_stay_apart() -> None:
    assert tidy("总产值 12 34") == "总产值12 34"


def test_a_figure_beside_a_year_stays_apart() -> None:
    assert "12 2016年" in repair("编号12 2016年印发，另见附件。").text
