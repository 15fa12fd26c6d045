"""What a question asks of several years, of their end and of the nation's budget."""

import pytest
from genre import report
from towns import assistant_over

NATION_2013 = report(
    "一、过去五年工作回顾\n\n"
    "五年来，我们稳步推进城镇建设，城镇化率由41.9%提高到48.6%；建成公路7300公里。"
    "国有企业效益提高，实现利润3910亿元。外贸总额由上年居世界第九位上升到第七位。"
    "大力建设保障性住房，使860万户困难家庭住上了新房。"
    "增加铁路新线1310公里、复线520公里。\n\n"
    "二、2013年主要任务\n\n"
    "今年中央财政拟投入370亿元，用于促进就业。中央财政赤字拟安排1700亿元，比去年预算赤字减少450亿元。"
    "赤字率拟按2.1%安排。五年城镇新增就业4100万人。",
    place="国务院",
    year=2013,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """The assistant over one report of the nation."""
    with assistant_over(tmp_path_factory.mktemp("periods"), (NATION_2013,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("五年来城镇化率提高到多少", "48.6%"),
        ("国务院2013年的报告里，外贸总额在世界上排第几位", "第七位"),
        ("2013年中央财政打算拿出多少钱扶持就业", "370亿元"),
        ("2013年中央财政赤字安排多少亿", "1700亿元"),
        ("2013年赤字率是多少", "2.1%"),
        ("五年里铁路新线和复线加起来有多少公里", "1830公里"),
        ("五年来国有企业赚了多少利润", "3910亿元"),
    ],
)
def test_what_is_told(bot, question, shown):
    answer = bot.ask(question)
    assert answer.answered
    assert shown in answer.text


def test_an_origin_is_no_rank(bot):
    assert "第九位" not in bot.ask("2012年外贸总额居世界第几").text


def test_a_change_is_no_level(bot):
    answer = bot.ask("2013年财政赤字安排多少亿元")
    assert "450亿元" not in answer.text
