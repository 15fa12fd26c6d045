"""Several things asked at once of one matter: the clauses that tell them all are quoted."""

import pytest
from towns import assistant_over, written

SHILIANG_2024 = written(
    "地区生产总值96.4亿元，增长5.8%。\n"
    "全年摸排千万元项目87个，其中收尾26个，计划投资11.2亿元；接着干的19个，计划投资8.4亿元；刚动工33个。\n"
    "石梁货场发送货物31.5万吨，其中发往国外7.2万吨。\n"
    "医疗队伍闻令而动，先后有4批213名医生护士驰援邻县，守住了3个隔离点。\n"
    "茶园产业园入驻企业58家，其中年产值过亿元的9家。",
    "主要预期目标是：地区生产总值增长6%。\n村级幼儿园补助标准从每人420元提高到每人900元。",
    place="石梁县",
    year=2024,
)


@pytest.fixture(scope="module")
def shiliang(tmp_path_factory):
    """The assistant over one county's report."""
    with assistant_over(tmp_path_factory.mktemp("together"), (SHILIANG_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("石梁县2023年87个千万元项目里，收尾、接着干、刚动工的各有几个", ["26个", "19个", "33个"]),
        ("石梁货场2023年一共发了多少万吨货物，国外的占了多少万吨", ["31.5万吨", "7.2万吨"]),
        ("2023年石梁派了几批医生护士去邻县，总共多少人", ["4批", "213名"]),
        ("2024年石梁县村级幼儿园的补助标准从多少涨到多少", ["420元", "900元"]),
    ],
)
def test_what_one_sentence_tells_is_told_whole(shiliang, question, shown):
    answer = shiliang.ask(question)
    assert answer.answered
    assert all(figure in answer.text for figure in shown), answer.text
    assert all(figure in answer.citations[0].quote for figure in shown)


def test_only_the_clauses_that_are_asked_for_are_quoted(shiliang):
    answer = shiliang.ask("2023年石梁派了几批医生护士去邻县，总共多少人")
    assert "隔离点" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "石梁县2023年建了几座水库，蓄水多少万方",  # no such matter
        "石梁县2023年派了几批教师去邻县，坐了几趟火车",  # no figure of the second kind
        "石梁县2024年准备派几批医生护士去邻县，总共多少人",  # the year's plan does not say
    ],
)
def test_what_no_sentence_tells_whole_is_no_answer(shiliang, question):
    answer = shiliang.ask(question)
    assert not answer.answered, answer.text


def test_a_question_of_standard_indicators_is_answered_by_its_facts(shiliang):
    answer = shiliang.ask("石梁县2023年GDP是多少，增长多少")
    assert answer.mode == "facts"
    assert "96.4亿元" in answer.text
    assert "5.8%" in answer.text
