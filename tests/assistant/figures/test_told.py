"""Targets whose fate a report tells in words."""

import pytest
from towns import assistant_over, written

LUOSHAN_2024 = written(
    "粮食产量13.1亿斤，超额完成省定任务。重点项目完成投资48亿元，占年度计划的112%。\n"
    "受多种因素影响，地区生产总值增长4.1%，没有达到年初预期。新增就业3200人。\n"
    "财政总收入完成8.6亿元，为调整预算的103％。居民消费价格上涨3.4%，略高于3%的控制目标。关停砖窑17座、超计划5座。"
    "新增技工2400人、登记失业率3.1%，低于控制目标。",
    "地区生产总值增长5%。",
    place="罗山县",
    year=2024,
)


@pytest.fixture(scope="module")
def luoshan(tmp_path_factory):
    """The assistant over one county's report, which does not hold the targets of the year before."""
    with assistant_over(tmp_path_factory.mktemp("told"), (LUOSHAN_2024,)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("罗山县2023年粮食产量完成省里的任务了吗", "超额完成省定任务"),
        ("2023年罗山县重点项目投资完成年度计划了吗", "占年度计划的112%"),
        ("2023年罗山县GDP增速达到预期没有", "没有达到年初预期"),
        ("2023年罗山县财政总收入收了多少，完成预算了没有", "为调整预算的103％"),
        ("2023年罗山县居民消费价格涨了多少，当初定的3%达到了没有", "略高于3%的控制目标"),
        ("2023年罗山县关停砖窑多少座，比计划多几座", "超计划5座"),
        ("2023年罗山县粮食产量多少，任务完成了吗", "超额完成省定任务"),
    ],
)
def test_what_the_report_says_on_a_target_is_told(luoshan, question, told):
    answer = luoshan.ask(question)
    assert answer.answered
    assert answer.verified
    assert told in answer.text
    assert any(told in citation.quote for citation in answer.citations)


def test_where_the_report_says_nothing_of_the_target_nothing_is_made_up(luoshan):
    answer = luoshan.ask("2023年罗山县新增就业完成目标了吗")
    assert "控制目标" not in luoshan.ask("2023年罗山县新增技工多少人，完成目标了吗").text
    assert "超额" not in answer.text
    assert "没有达到" not in answer.text
