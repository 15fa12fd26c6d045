"""Sentences end where they should, stay inside their section and keep their stored run."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.outline import outline
from reports.repair import repair
from reports.sentences import LONGEST, split_sentences

PIECES = st.sampled_from(
    [
        *("\n", "一、", "（一）", "1.", "3.5", "。", "！", "？", "”", "“", "）", "；", "，"),
        *("全年新增就业", "抓好春耕。", "各位代表！", "　　", "怎么办？”", "二、今年工作安排"),
    ]
)
TEXTS = st.one_of(st.text(max_size=150), st.lists(PIECES, max_size=60).map("".join))


def sentences(stored: str) -> list[str]:
    """The sentences in the view, so that stored line breaks do not matter."""
    view = repair(stored)
    found = split_sentences(view, outline(view))
    return [view.text[view.to_view(one.start) : view.to_view(one.end)].strip("\n") for one in found]


@given(TEXTS)
def test_sentences_are_in_order_and_inside_their_section(stored: str) -> None:
    view = repair(stored)
    sections = outline(view)
    found = split_sentences(view, sections)
    for before, after in pairwise(found):
        assert before.end <= after.start
    for one in found:
        assert sections[one.section].start <= one.start < one.end <= sections[one.section].end
        assert stored[one.start : one.end].strip() == stored[one.start : one.end]


@given(TEXTS)
def test_nothing_visible_is_lost(stored: str) -> None:
    view = repair(stored)
    kept = "".join(
        view.text[view.to_view(one.start) : view.to_view(one.end)]
        for one in split_sentences(view, outline(view))
    )
    assert "".join(kept.split()) == "".join(view.text.split())


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        ("粮食丰收。财政增收！群众满意吗？满意。", ["粮食丰收。", "财政增收！", "群众满意吗？", "满意。"]),
        ("产值增长3.5%，税收2.1亿元。完成。", ["产值增长3.5%，税收2.1亿元。", "完成。"]),
        ("修路30公里；架桥2座；种树1万棵。", ["修路30公里；架桥2座；种树1万棵。"]),
        ("他说：“办得好。”大家都点头。", ["他说：“办得好。”", "大家都点头。"]),
        ("破解“钱从哪里来？”的难题，成效明显。", ["破解“钱从哪里来？”的难题，成效明显。"]),
        ("一、去年工作回顾\n形势很好。", ["一、去年工作回顾", "形势很好。"]),
        ("抓好春耕。落实面积30万亩，同比增加。", ["抓好春耕。", "落实面积30万亩，同比增加。"]),
        ("责任领导：张三\n牵头单位：县农业局", ["责任领导：张三", "牵头单位：县农业局"]),
        ("", []),
        ("\n　\n", []),
    ],
)
def test_where_sentences_end(stored: str, expected: list[str]) -> None:
    assert sentences(stored) == expected


def test_a_sentence_over_broken_lines_is_one_run_of_the_stored_text() -> None:
    stored = "一、工作安排\n\n确保全年粮食总产稳定在31万吨以上，农产品加工产值增\n\n长8%以上。再建良田。"
    view = repair(stored)
    found = [stored[one.start : one.end] for one in split_sentences(view, outline(view))]
    assert found[1] == "确保全年粮食总产稳定在31万吨以上，农产品加工产值增\n\n长8%以上。"


def test_only_an_overlong_sentence_is_cut_at_semicolons() -> None:
    clause = "有关乡镇新修机耕道路12公里，疏通沟渠9公里，受益农田6000亩"
    found = sentences("；".join([clause] * 30) + "。")
    assert len(found) > 1
    assert all(len(one) <= LONGEST for one in found)
    assert found[0].endswith("；")
    assert sentences("；".join([clause] * 5) + "。") == ["；".join([clause] * 5) + "。"]
