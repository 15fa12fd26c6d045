"""What there was at a time that no report covers, reckoned from what the report says it changed by."""

import pytest
from genre import written
from towns import assistant_over

from assistant.elsewhere.backward import changes_of
from assistant.evidence.prepared import Evidence
from assistant.questions.contrasts import contrary
from vectorstore.records import ReportEntry

OLDFORD_2011 = written(
    "全县生产总值完成82.5亿元，比2005年增加37.5亿元，年均增长9%。"
    "粮食总产28万吨，比2005年净增6万吨。城镇化率38.5%，比2005年提高7个百分点。\n\n"
    "规模以上企业、纳税大户分别达到64家和21家，比五年前分别增加25家和8家。\n\n"
    "一般公共预算收入3.6亿元，是2005年的2.4倍。固定资产投资52亿元，增长30%。\n\n"
    "河道整治后，排污口由36处减少到9处。中心城区面积由2005年的11平方公里扩大到19.5平方公里。\n\n"
    "2010年同2005年相比，农民人均纯收入增加1800元，达到4900元；电话用户增加4万户，达到9万户。",
    "粮食总产29万吨。",
    place="旧渡县",
    year=2011,
)


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("earlier"), (OLDFORD_2011,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("按旧渡县2011年的报告倒推，2005年的生产总值是多少亿元", "45亿元（82.5−37.5＝45）"),
        ("旧渡县2005年粮食总产多少万吨", "22万吨（28−6＝22）"),
        ("旧渡县2005年的城镇化率是多少（用2010年的数和增幅算）", "31.5%（38.5−7＝31.5）"),
        ("根据2011年的报告推算，五年前旧渡县有多少家纳税大户", "13家（21−8＝13）"),
        ("旧渡县2005年农民人均纯收入多少元", "3100元（4900−1800＝3100）"),
        ("旧渡县2005年电话用户有多少万户", "5万户（9−4＝5）"),
        ("旧渡县2005年的一般公共预算收入大约多少亿元", "约1.5亿元（3.6÷2.4≈1.5）"),
        ("从2011年的报告推算，旧渡县2009年固定资产投资大约多少亿元", "约40亿元（52÷1.3≈40）"),
        ("旧渡县排污口整治前有多少处", "36处"),
    ],
)
def test_an_earlier_level_is_reckoned_with_the_sum_shown(bot, question, shown):
    answer = bot.ask(question)
    assert answer.verified
    assert answer.answered
    assert shown in answer.text
    assert answer.citations


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("旧渡县2010年粮食总产比2005年净多了多少万吨", "6万吨"),
        ("旧渡县2010年城镇化率比2005年提高了几个百分点", "7个百分点"),
        ("旧渡县2010年城镇化率比五年前高了几个点", "7个百分点"),
        ("旧渡县2010年城镇化率比2005年高了几个点", "7个百分点"),
        ("旧渡县2010年中心城区面积比2005年大了多少平方公里", "19.5−11＝8.5"),
        ("旧渡县2010年一般公共预算收入是2005年的几倍", "2.4倍"),
        ("旧渡县2010年纳税大户比2005年多了几家", "8家"),
        ("2010年旧渡县排污口整治后少了几处", "27处（36−9＝27）"),
    ],
)
def test_what_changed_since_a_year_is_told_or_computed(bot, question, shown):
    answer = bot.ask(question)
    assert answer.verified
    assert answer.answered
    assert shown in answer.text


def test_a_follow_up_asks_for_the_change_of_what_was_spoken_of(bot):
    first = "旧渡县2010年粮食总产多少万吨"
    answer = bot.ask("跟2005年比净多了多少", history=[(first, bot.ask(first).text)])
    assert answer.answered
    assert "6万吨" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "旧渡县2005年一般公共预算收入是多少亿元",
        "旧渡县2009年固定资产投资多少亿元",
        "旧渡县2004年粮食总产多少万吨",
        "旧渡县2005年油料总产多少万吨",
    ],
)
def test_nothing_is_reckoned_that_is_not_told_beside_the_figure_and_of_that_year(bot, question):
    answer = bot.ask(question)
    assert not answer.answered
    assert "−" not in answer.text
    assert "÷" not in answer.text


def test_each_change_of_a_list_belongs_to_its_own_figure():
    report = written("学校、医院分别达到40所和12所，比2015年分别增加4所和3所。商店90家。", year=2021)
    entry = ReportEntry(report.id, report.source, report.identity, "txt", "text", 0, 0, 0, 0, "")
    told = [(c.level.fact.figure, c.by.fact.figure, c.base_year) for c in changes_of(Evidence(entry, report))]
    assert told == [("40所", "4所", 2015), ("12所", "3所", 2015)]


def test_a_change_with_a_subject_of_its_own_is_not_that_of_the_figure_before_it():
    report = written("旅游收入41亿元，古镇景区旅游收入比2019年增长75%。", year=2024)
    entry = ReportEntry(report.id, report.source, report.identity, "txt", "text", 0, 0, 0, 0, "")
    assert changes_of(Evidence(entry, report)) == []


def test_what_stands_against_what_was_asked_for_is_not_told_instead():
    report = written(
        "城镇人均住房33平方米，比2015年增加3平方米。农村人均住房40平方米，比2015年增加6平方米。", year=2021
    )
    entry = ReportEntry(report.id, report.source, report.identity, "txt", "text", 0, 0, 0, 0, "")
    country, town = (
        change.level.fact
        for evidence in [Evidence(entry, report)]
        for change in reversed(changes_of(evidence))
    )
    assert contrary("城镇人均住房", country)
    assert not contrary("城镇人均住房", town)


def test_both_ends_of_a_change_are_told_without_their_difference_unless_it_is_asked_for(bot):
    ends = bot.ask("旧渡县2005年到2010年中心城区面积从多少扩大到多少").text
    assert "11平方公里" in ends
    assert "19.5平方公里" in ends
    assert "＝" not in ends
    apart = bot.ask("旧渡县2005年到2010年中心城区面积从多少扩大到多少，相差多少").text
    assert "8.5" in apart
    assert "＝" in apart
