"""Questions about a report itself: who gave it, when, at which meeting, under which number."""

import pytest
from genre import report
from towns import assistant_over


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
        ("卫东区2022年重点工作分解的文件，编号是多少", "平卫政办〔2022〕4号", "卫东区2022责任分解.txt"),
        ("卫东区2022年分清各单位责任的通知，发文字号是什么", "平卫政办〔2022〕4号", "卫东区2022责任分解.txt"),
        ("卫东区2022年责任分解那个文件是第几号", "平卫政办〔2022〕4号", "卫东区2022责任分解.txt"),
        ("2021年的时候，在卫东当区长的是哪一位", "张伟", "卫东区2021.docx"),
        ("2021年卫东区由谁担任区长", "张伟", "卫东区2021.docx"),
        ("哪位区长在卫东区2024年1月的人代会上做了政府工作报告", "宋建立", "卫东区2024.md"),
        ("2024年在卫东区人代会上念政府工作报告的是哪个", "宋建立", "卫东区2024.md"),
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


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("2023年柳川县政府工作报告部署当年工作时，一共列了几个方面", "重点抓好以下七个方面的工作"),
        ("柳川县2023年的报告把今年的重点工作分成了几个方面", "重点抓好以下七个方面的工作"),
        ("柳川县2023年报告总结去年时讲了几个方面", "主要做了五个方面的工作"),
    ],
)
def test_a_report_tells_in_how_many_parts_it_sets_out_its_work(tmp_path, question, said):
    text = (
        "政府工作报告\n\n——2023年2月6日在柳川县第四届人民代表大会第二次会议上\n\n县长　韩春生\n\n"
        "各位代表：\n\n"
        "一、2022年工作回顾\n\n一年来，我们主要做了五个方面的工作：新修公路12公里。\n\n"
        "二、2023年工作安排\n\n推进立法、执法、监督三个方面任务。"
        "今年要重点抓好以下七个方面的工作：\n\n"
        "（一）新修公路20公里。\n"
    )
    county = report(text, place="柳川县", year=2023, source="柳川县2023.txt")
    with assistant_over(tmp_path, (county,)) as opened:
        answer = opened.ask(question)
    assert said in answer.text
    assert said in answer.citations[0].quote
