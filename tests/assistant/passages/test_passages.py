"""Open questions are answered with the passage's own sentences, each cited, and not with a whole section."""

import re

import pytest


def check_sentences(answer, store):
    """Each line of the answer is a cited run of the stored text."""
    from vectorstore import Store

    with Store.open(store) as opened:
        for c in answer.citations:
            assert opened.text(c.report_id, c.start, c.end) == c.quote
    quotes = {c.number: re.sub(r"\s", "", c.quote) for c in answer.citations}
    for line in answer.text.splitlines():
        if line.endswith("："):  # announces the list
            continue
        (mark,) = re.findall(r"\[(\d+)\]$", line)
        assert re.sub(r"\s", "", line.removeprefix("- ").rsplit("[", 1)[0]) == quotes[int(mark)]


@pytest.mark.parametrize(
    ("question", "said", "not_said", "source"),
    [
        ("青山县2022年存在哪些问题", "县城停车难", "地区生产总值", "青山县2023.txt"),
        ("青山县工作中有什么困难", "龙头企业偏少", "地区生产总值", "青山县2023.txt"),
        ("青山县如何抓好招商引资", "三支驻外招商小分队", "地区生产总值", "青山县2024.txt"),
        ("青山县2024年招商引资有哪些举措", "项目首席服务制度", "城镇新增就业", "青山县2024.txt"),
        ("青山县2023年怎样发展寄宿制教育", "骨干教师", "农村公路", "青山县2023.txt"),
    ],
)
def test_the_sentences_that_speak_of_it_answer(bot, county_store, question, said, not_said, source):
    answer = bot.ask(question)
    assert answer.answered
    assert answer.mode == "extractive"
    assert said in answer.text
    assert not_said not in answer.text
    assert {c.source for c in answer.citations} == {source}
    check_sentences(answer, county_store)


def test_problems_are_found_in_reports_of_any_format(sample_bot, sample_store):
    answer = sample_bot.ask("卫东区2023年工作中还存在哪些问题")
    assert answer.answered
    assert "中小微企业" in answer.text
    assert len(answer.text) < 300
    check_sentences(answer, sample_store)


def test_heads_that_a_sentence_announces_are_listed(sample_bot, sample_store):
    answer = sample_bot.ask("山城区2024年重点做好哪几项工作")
    assert answer.answered
    for head in ("创新驱动", "项目带动", "改善民生"):
        assert head in answer.text
    assert "3760人" not in answer.text
    check_sentences(answer, sample_store)


def test_which_one_is_answered_with_its_name(sample_bot):
    answer = sample_bot.ask("山城区哪个社区是全国首批完整社区建设试点")
    assert answer.answered
    assert "奔二巷社区" in answer.text


def test_when_something_is_done_is_answered_with_its_sentence(sample_bot):
    answer = sample_bot.ask("卫东区光华学校什么时候建成")
    assert answer.answered
    assert "年内建成" in answer.text


def test_a_citation_names_its_section(sample_bot):
    (citation,) = sample_bot.ask("卫东区2023年工作中还存在哪些问题").citations
    assert citation.section
    assert citation.section[0].endswith("2023年工作回顾")


@pytest.mark.parametrize(
    "question", ["青山县怎样建设高铁站", "青山县2024年有哪些深海养殖举措", "青山县为什么发射卫星"]
)
def test_what_no_sentence_speaks_of_is_refused(bot, question):
    answer = bot.ask(question)
    assert not answer.answered
    assert "没有找到" in answer.text
