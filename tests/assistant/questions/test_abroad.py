"""Trade with one country is part of all the trade that a report tells of."""

import pytest

from assistant.questions.abroad import traded_with_another
from assistant.questions.kinds import nature_asked


@pytest.mark.parametrize(
    ("asked", "sentence", "another"),
    [
        ("去年跟老挝的贸易额多少", "进出口总额9亿元。", True),
        ("对东盟出口多少", "出口9亿元。", True),
        ("对东盟出口多少", "对东盟出口9亿元。", False),
        ("与俄罗斯之间的进出口多少", "对俄贸易增长9%。", False),
        ("与俄罗斯之间的进出口多少", "中俄贸易增长9%。", False),
        ("进出口多少", "进出口9亿元。", False),
        ("有多少日本客人", "接待游客9万人。", False),
    ],
)
def test_whether_a_sentence_tells_of_the_partner_asked_for(asked, sentence, another):
    assert traded_with_another(asked, sentence) is another


def test_a_reserve_is_no_plan():
    assert nature_asked("2006年存款准备金率上调了几次") == ""
    assert nature_asked("2024年准备新建几所学校") == "目标"
