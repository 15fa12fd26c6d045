"""What a question asks of several years, of their end and of the nation's budget."""

import pytest
from genre import report
from towns import assistant_over

from assistant.questions.places import PlaceIndex
from assistant.questions.understand import read_question

NOWHERE = PlaceIndex(())

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


def test_two_deeds_over_a_range_of_years_are_asked_of_all_of_them():
    slots = read_question("2006到2010年撤并了多少乡镇，分流了多少人", NOWHERE)
    assert (slots.span, slots.years, slots.task, len(slots.asks)) == ((2006, 2010), (), "figure", 2)
    slots = read_question("2006到2010年每年撤并了多少乡镇，分流了多少人", NOWHERE)
    assert slots.span is None


@pytest.mark.parametrize(("words", "first"), [("六年里", -6), ("八年来", -8), ("过去七年", -7)])
def test_more_than_five_years_are_a_period(words, first):
    assert read_question(f"{words}年均增长多少", NOWHERE).span == (first, -1)


def test_some_years_early_are_no_period():
    assert read_question("提前九年完成了什么", NOWHERE).span is None


def test_since_when_is_asked_of_both():
    slots = read_question("建国以来大豆产量和花生产量各增加多少", NOWHERE)
    assert slots.asks[0].content == "大豆产量"


def test_what_is_got_from_somewhere_is_no_stretch_of_time():
    slots = read_question("2001年的报告说，农户从合作社分到的收入两年增加了多少", NOWHERE)
    assert (slots.span, slots.years) == ((-2, -1), ())


def test_five_years_before_are_no_five_years():
    assert read_question("2010年绿道里程比五年前多了几公里", NOWHERE).span is None
