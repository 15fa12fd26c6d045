"""A growth told against an earlier year without a level beside it, and levels set against what there was."""

import pytest
from genre import written
from towns import assistant_over

ASHTON_2011 = written(
    "2010年轻工业产值预计比2005年增长三点二倍，各类产品都有增加，铁增长一点五倍，水泥增长百分之八十，棉布增长两倍。\n\n"
    "工农业总产值达到九十亿元，比2005年的六十亿元增长百分之五十。生猪出栏12万头，增长6%。\n\n"
    "棉花总产量在过去五年中共增加了三亿斤，即从2005年的七亿斤，增加到了2010年的十亿斤。",
    "力争棉布产量再增长一成。",
    place="白蜡县",
    year=2011,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("grown"), (ASHTON_2011,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("白蜡县2005到2010年棉布增长多少", ("与2005年相比", "棉布增长两倍")),
        ("白蜡县2010年水泥比2005年增长百分之几", ("水泥增长百分之八十",)),
        ("白蜡县2010年铁比2005年增长几倍", ("铁增长一点五倍",)),
        (
            "白蜡县2005到2010年铁和水泥各增长多少，哪个更快",
            ("铁增长一点五倍", "水泥增长百分之八十", "最高的是铁"),
        ),
        ("白蜡县2010年工农业总产值达到多少，比2005年增长百分之几", ("九十亿元", "百分之五十")),
        ("白蜡县2010年棉花总产量是多少，比2005年增加了多少亿斤", ("十亿斤", "相差三亿斤")),
    ],
)
def test_what_grew_since_a_year_is_told_against_that_year(bot, question, shown):
    answer = bot.ask(question)
    assert answer.verified
    assert answer.answered
    assert all(words in answer.text for words in shown)


@pytest.mark.parametrize(
    "question",
    ["白蜡县2010年生猪出栏比2005年增长百分之几", "白蜡县2010年棉布比2001年增长几倍"],
)
def test_a_growth_since_another_time_is_not_told(bot, question):
    text = bot.ask(question).text
    assert not any(words in text for words in ("与2005年相比", "与2001年相比"))
