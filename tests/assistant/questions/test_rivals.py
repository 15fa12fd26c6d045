"""Who is ahead of several and by how much: the words that ask are none of what is compared."""

import pytest
from genre import written
from towns import assistant_over

from assistant.questions.rivals import (
    asks_least,
    asks_which_leads,
    measure_of_order,
    without_gap,
    without_rivals,
)

HERON_2024 = written(
    "全市地区生产总值620亿元，增长6.2%。城镇新增就业2.8万人。PM2.5平均浓度31微克/立方米。",
    "地区生产总值增长6.5%以上。城镇新增就业3万人以上。新建智慧公厕24座。",
    place="鹭洲市",
    year=2024,
)
OTTER_2024 = written(
    "全市地区生产总值540亿元，增长5.1%。城镇新增就业3.3万人。PM2.5平均浓度27微克。新建智慧公厕31座。"
    "城镇居民人均可支配收入41200元，农村居民人均可支配收入22700元。\n\n"
    "北岸产业园累计投资19亿元，实现营业收入210亿元。南岭产业园实现营业收入95亿元、税收3亿元。",
    "地区生产总值增长6%左右。城镇新增就业3.1万人。新建智慧公厕20座。",
    place="獭湾市",
    year=2024,
)
FINCH_2024 = written(
    "全市地区生产总值增长4.4%。城镇新增就业1.9万人。",
    "地区生产总值增长5.5%。城镇新增就业2万人。",
    place="雀岭市",
    year=2024,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """The assistant over three cities' reports."""
    with assistant_over(tmp_path_factory.mktemp("rivals"), (HERON_2024, OTTER_2024, FINCH_2024)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("鹭洲和獭湾两个市，2023年GDP增速哪个快，快多少", "1.1个百分点（6.2−5.1＝1.1）"),
        ("鹭洲、獭湾2023年GDP谁大，大多少", "80亿元（620−540＝80）"),
        ("鹭洲、獭湾2023年GDP增速谁跑得快", "6.2−5.1＝1.1"),
        ("2023年鹭洲、獭湾、雀岭三个市，哪个城镇新增就业人数最多，是多少", "最高的是獭湾市2023年（3.3万人）"),
        ("三个城市鹭洲、獭湾、雀岭，2023年城镇新增就业谁最少", "最低的是雀岭市2023年（1.9万人）"),
        ("鹭洲、獭湾、雀岭2024年生产总值增长目标哪个定得最高", "最高的是鹭洲市2024年目标（6.5%以上）"),
        ("鹭洲、獭湾、雀岭三地2024年城镇新增就业目标由高到低怎么排", "最高的是獭湾市2024年目标"),
        ("2023年鹭洲和獭湾的PM2.5平均浓度相差多少微克", "31−27＝4"),
        ("獭湾2023年城乡居民收入差多少元", "41200−22700＝18500"),
        ("獭湾市智慧公厕今年比去年少建多少座", "31−20＝11"),
        ("獭湾2023年城镇新增就业实际数和2024年目标各是多少，差多少", "3.3−3.1＝0.2"),
        ("獭湾2023年GDP增速多少，2024年目标多少，目标多出几个点", "6−5.1＝0.9"),
        ("獭湾市北岸产业园和南岭产业园2023年的营业收入差多少亿", "210−95＝115"),
        ("獭湾2024年城镇新增就业目标比2023年实际人数至少少多少", "3.3−3.1＝0.2"),
    ],
)
def test_who_is_ahead_and_by_how_much(bot, question, shown):
    answer = bot.ask(question)
    assert answer.answered
    assert shown in answer.text


def test_one_of_two_alone_is_no_comparison(bot):
    answer = bot.ask("鹭洲、雀岭两地2023年GDP谁大")
    assert not answer.answered


def test_growth_is_not_told_by_how_much_two_levels_differ(bot):
    answer = bot.ask("獭湾市2023年城乡居民人均可支配收入各多少，哪头涨得快")
    assert "18500" not in answer.text


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("粮食产量哪个市更多", "粮食产量"),
        ("三个县，谁的粮食产量最少", "，粮食产量"),
        ("造林面积哪一年大，大多少", "造林面积，多少"),
        ("扩大开放的措施", "扩大开放的措施"),
        ("提高多少", "提高多少"),
        ("多少座桥", "多少座桥"),
    ],
)
def test_what_only_compares_is_left_out(said, left):
    assert "".join(without_rivals(said).split()) == left


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("各是多少，差多少", "各是多少"),
        ("各有几座，哪个多，多几座", "各有几座"),
        ("产量多少，比上年增加多少", "产量多少，比上年增加多少"),
    ],
)
def test_the_gap_at_the_end_is_no_figure_of_its_own(said, left):
    assert without_gap(said) == left


def test_what_the_order_is_of():
    assert asks_which_leads("gdp谁更快")
    assert not asks_which_leads("gdp是多少")
    assert asks_least("就业人数谁最少")
    assert not asks_least("谁最多，是多少")
    assert [measure_of_order(t) for t in ("谁增得快", "哪个大", "谁更高", "多少")] == ["增速", "水平", "", ""]


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("獭湾市北岸产业园和南岭产业园2023年的营业收入加起来多少亿元", "210＋95＝305"),
        ("獭湾2024年智慧公厕新建任务比2023年完成的数量少多少座", "31−20＝11"),
    ],
)
def test_what_is_added_or_named_short(bot, question, shown):
    answer = bot.ask(question)
    assert answer.answered
    assert shown in answer.text


def test_a_sum_of_which_one_term_is_missing_is_refused(bot):
    answer = bot.ask("獭湾市北岸产业园、南岭产业园、西港产业园三个园区2023年的营业收入加起来多少亿元")
    assert not answer.answered
