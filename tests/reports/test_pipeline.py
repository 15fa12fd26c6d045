"""A file in, a whole report out."""

from pathlib import Path

import pytest

from reports import Document, EmptyReport, UnknownIdentity, make_report, read_report

TEXT = """政府工作报告
——2024年1月5日在区人民代表大会会议上
卫东区人民政府区长　某某
各位代表：
现在，我向大会报告工作，请予审议。
一、2023年工作回顾
（一）民生福祉不断改善
全年城镇新增就业9796人，城镇登记失业率控制在目标以内。
二、2024年工作安排
今年的主要预期目标是：生产总值增长6%以上。
"""


def test_a_file_becomes_a_report(tmp_path: Path) -> None:
    file = tmp_path / "报告.txt"
    file.write_text(TEXT, encoding="utf-8")
    report = read_report(file)
    assert (report.identity.place, report.identity.year, report.source) == ("卫东区", 2024, "报告.txt")
    assert report.text == TEXT
    assert len(report.id) == 16
    (fact,) = [fact for fact in report.facts if fact.value == 9796]
    assert report.sections[fact.section].path == ("一、2023年工作回顾", "（一）民生福祉不断改善")
    assert report.text[fact.start : fact.end].startswith("9796")
    assert any(chunk.start <= fact.start < chunk.end for chunk in report.chunks)


def test_the_same_text_under_two_names_has_one_id() -> None:
    document = Document(TEXT, "txt")
    assert make_report(document, "甲.txt").id == make_report(document, "乙.txt").id
    assert make_report(Document(TEXT + "。", "txt"), "甲.txt").id != make_report(document, "甲.txt").id


def test_place_and_year_can_be_told() -> None:
    report = make_report(Document(TEXT, "txt"), "甲.txt", place="山城区", year=2020)
    assert (report.identity.place, report.identity.year) == ("山城区", 2020)


def test_a_text_that_says_neither_place_nor_year_is_refused() -> None:
    with pytest.raises(UnknownIdentity, match=r"地区和年份.*--place"):
        make_report(Document("今天天气很好。", "txt"), "随笔.txt")


def test_a_text_of_page_numbers_only_is_empty() -> None:
    with pytest.raises(EmptyReport, match="没有文字"):
        make_report(Document("- 1 -\n\n- 2 -\n", "txt"), "空.txt")
