"""Turns of speech are put as they are read, and what only looks like one stays."""

import pytest

from assistant.questions.spoken import as_asked


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("十二五末以来青河县PM10降了多少", "比十二五末青河县PM10降了多少"),
        ("养老、电商这些企业新增几家", "养老、电商等企业新增几家"),
        ("回迁了几户人家", "回迁了几户"),
        ("为什么说经济会回升", "为什么经济会回升"),
        ("多少个事项上了政务平台", "多少个事项纳入政务平台"),
        ("财政往教育上投的钱涨了多少", "财政教育支出涨了多少"),
        ("2024年青河县想怎么治水", "2024年青河县打算怎么治水"),
        ("怎么帮农民多挣钱", "怎么帮农民增收"),
        ("生猪打算养到多大规模", "生猪打算规模多大"),
        ("2021年由谁当县长", "2021年县长是谁"),
        ("牵头的单位和负责的领导是谁", "牵头单位和责任领导是谁"),
    ],
)
def test_turns_of_speech(said, read):
    assert as_asked(said) == read


@pytest.mark.parametrize(
    "question",
    [
        "十二五末以来优良天数2020年多少天",
        "加上这些项目一共多少个",
        "解决了这些问题吗",
        "这些年收入涨了多少",
        "我想怎么问都行",
    ],
)
def test_what_stays(question):
    assert as_asked(question) == question
