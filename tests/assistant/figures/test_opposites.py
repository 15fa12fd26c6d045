"""A figure of the opposite of what is asked is no answer."""

import pytest
from genre import written
from towns import assistant_over

from assistant.figures.opposites import excluded

TOWN = written(
    "全县地区生产总值160.5亿元。奶牛存栏3.7万头，生猪存栏44万头、出栏60万头。粮食实现十二连增。出口总额2.3亿元。",
    place="临禾县",
    year=2024,
)


@pytest.mark.parametrize(
    ("asked", "own", "out"),
    [
        ("生猪出栏", "生猪存栏", True),
        ("生猪出栏", "生猪存栏、出栏", False),
        ("生猪存栏出栏", "生猪存栏", False),
        ("出口总额", "进出口总额", False),
        ("进口", "出口总额", True),
    ],
)
def test_opposites_exclude_each_other(asked, own, out):
    assert excluded(asked, own) is out


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2023年临禾奶牛存栏、生猪出栏各有多少头", ("3.7万头", "60万头")),
        ("2023年临禾粮食是第几年连增", ("十二连增",)),
        ("2023年临禾进口了多少亿元", ()),
    ],
)
def test_only_what_is_asked_for_answers(tmp_path, question, told):
    with assistant_over(tmp_path, [TOWN]) as bot:
        answer = bot.ask(question)
        assert answer.answered is bool(told)
        assert all(figure in answer.text for figure in told)
        assert "2.3亿元" not in answer.text.split("相近")[0]
        assert "44万头" not in answer.text
