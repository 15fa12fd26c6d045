"""Questions about a report itself: who gave it, when, at which meeting, under which number."""

import pytest


@pytest.mark.parametrize(
    ("question", "said", "source"),
    [
        ("2024年卫东区政府工作报告是谁作的", "宋建立", "卫东区2024.md"),
        ("卫东区2018年政府工作报告的报告人是谁", "安保亮", "卫东区2018.html"),
        ("卫东区2021年的报告是谁作的", "张伟", "卫东区2021.docx"),
        ("卫东区区长是谁", "宋建立", "卫东区2024.md"),
        ("卫东区2018年的政府工作报告是哪天作的", "2018年1月18日", "卫东区2018.html"),
        ("卫东区2024年的政府工作报告是什么时候作的", "2024年1月23日", "卫东区2024.md"),
        ("2024年卫东区政府工作报告是在什么会上作的", "第四次会议", "卫东区2024.md"),
        ("卫东区2022年责任分解通知的文号是多少", "平卫政办〔2022〕4号", "卫东区2022责任分解.txt"),
    ],
)
def test_what_a_report_says_of_itself_is_cited(sample_bot, question, said, source):
    answer = sample_bot.ask(question)
    assert answer.answered
    assert answer.query.task == "meta"
    assert said in answer.text
    assert {c.source for c in answer.citations} == {source}
    if "年1月" not in said:
        assert any(said in c.quote.replace("\u3000", "") for c in answer.citations)


def test_an_acting_head_is_called_one(sample_bot):
    assert "代区长安保亮" in sample_bot.ask("2018年卫东区政府工作报告是谁作的").text


def test_what_a_report_does_not_say_of_itself_is_refused(bot):
    answer = bot.ask("青山县2024年政府工作报告是谁作的")
    assert not answer.answered
    assert "报告人" in answer.text
    assert answer.citations == ()


def test_a_report_of_another_year_does_not_stand_in(sample_bot):
    answer = sample_bot.ask("卫东区2020年的政府工作报告是谁作的")
    assert not answer.answered
    assert "2018年" in answer.text
    for name in ("宋建立", "安保亮", "张伟"):
        assert name not in answer.text


def test_a_report_may_be_named_by_the_year_that_it_looks_back_on(sample_bot):
    assert "宋建立" in sample_bot.ask("卫东区回顾2023年工作的那份政府工作报告是谁作的").text
    assert not sample_bot.ask("卫东区回顾2014年工作的那份政府工作报告是谁作的").answered
