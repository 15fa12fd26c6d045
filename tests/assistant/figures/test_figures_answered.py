"""Questions for one figure or several: the right one, in the report's unit, with its nature and its proof."""

import re

import pytest


def ask(bot, *questions):
    """The answer to the last question, the others before it in the talk."""
    *earlier, last = questions
    return bot.ask(last, [(question, "…") for question in earlier])


def stands_in_its_quote(answer, figure):
    """Whether some citation's quote holds ``figure``."""
    return any(figure in re.sub(r"\s", "", c.quote) for c in answer.citations)


@pytest.mark.parametrize(
    ("question", "figure", "source"),
    [
        ("青山县2023年GDP是多少", "195.8亿元", "青山县2024.txt"),
        ("青山2023年的地区生产总值有多少亿", "195.8亿元", "青山县2024.txt"),
        ("2023年白水县GDP", "88.5亿元", "白水县2024.txt"),
        ("青山县2022年GDP是多少", "182.4亿元", "青山县2023.txt"),
        ("青山县2023年财政收入多少亿元", "10.3亿元", "青山县2024.txt"),
        ("青山县2022年财政收入多少亿元", "9.6亿元", "青山县2023.txt"),
        ("青山县2023年社零是多少", "66.2亿元", "青山县2024.txt"),
        ("青山县2023年新增就业多少人", "4630人", "青山县2024.txt"),
        ("青山县2023年失业人员再就业多少人", "980人", "青山县2024.txt"),
        ("青山县2022年城镇居民收入", "36500元", "青山县2023.txt"),
        ("青山县2022年农村居民收入", "19800元", "青山县2023.txt"),
        ("青山县2023年老旧小区改造了多少户", "1315户", "青山县2024.txt"),
        ("青山县2023年农村公路修了多少公里", "76公里", "青山县2024.txt"),
        ("青山县2023年空气优良天数", "302天", "青山县2024.txt"),
        ("青山县2023年委员提案办了多少件", "74件", "青山县2024.txt"),
    ],
)
def test_one_figure_is_one_sentence_with_its_proof(bot, question, figure, source):
    answer = ask(bot, question)
    assert answer.answered
    assert answer.mode == "facts"
    assert answer.verified
    assert figure in answer.text
    assert answer.text.endswith("[1]。")
    (citation,) = answer.citations
    assert citation.source == source
    assert figure in citation.quote
    assert citation.number == 1


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("青山县2023年GDP增速", "6.2%"),
        ("青山县2023年GDP增长了多少", "6.2%"),
        ("青山县2022年GDP增长百分之几", "5.5%"),
        ("青山县2022年农村居民收入增速", "7.2%"),
        ("青山县2023年财政收入增幅", "7.3%"),
        ("白水县2023年森林覆盖率", "61.5%"),
    ],
)
def test_growth_is_answered_with_growth(bot, question, figure):
    answer = ask(bot, question)
    assert answer.answered
    assert figure in answer.text
    assert "亿元" not in answer.text
    assert stands_in_its_quote(answer, figure)


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("青山县2024年GDP增长目标", "6%左右"),
        ("青山县2023年GDP增长目标", "6.5%以上"),
        ("青山县2024年计划新增就业多少", "0.46万人以上"),
        ("青山县2023年计划改造老旧小区多少户", "1200户"),
        ("青山县2024年城镇登记失业率控制目标", "4%以内"),
        ("白水县今年新增就业目标", "2100人"),
        ("青山县2024年计划新建几所学校", "3所"),
    ],
)
def test_a_target_is_called_one_and_keeps_its_bound(bot, question, figure):
    answer = ask(bot, question)
    assert answer.answered
    assert figure in answer.text
    assert "目标" in answer.text


def test_a_figure_that_is_no_plain_result_says_so(bot):
    assert "初步核算" in ask(bot, "青山县2022年GDP").text
    assert "预计" in ask(bot, "白水县2023年社零").text
    assert "累计" in ask(bot, "青山县五年来新增就业多少").text
    plain = ask(bot, "青山县2023年GDP").text
    assert not any(word in plain for word in ("初步", "预计", "累计", "目标"))


def test_a_period_is_not_its_last_year(bot):
    period = ask(bot, "青山县过去五年新增就业多少")
    assert "2.1万人" in period.text
    assert "2019" in period.text
    assert "4630" not in period.text
    assert "620亿元" in ask(bot, "五年来青山县累计完成投资多少").text
    assert "2.1万" not in ask(bot, "青山县2023年新增就业多少").text


def test_the_reports_own_unit_is_shown_whatever_unit_is_asked_for(bot):
    assert "4630人" in ask(bot, "青山县2023年新增就业多少万人").text


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("青山县2023年财政收入多少，增长多少", ["10.3亿元", "7.3%"]),
        ("青山县2023年办理建议和提案各多少件", ["62件", "74件"]),
        ("青山县2022年新建学校和养老院各多少", ["6所", "2处"]),
        ("青山县2023年GDP总量和增速是多少", ["195.8亿元", "6.2%"]),
    ],
)
def test_all_figures_asked_for_are_given(bot, question, figures):
    answer = ask(bot, question)
    assert answer.answered
    for figure in figures:
        assert figure in answer.text
        assert stands_in_its_quote(answer, figure)


def test_without_a_year_the_newest_that_has_it_answers_and_says_so(bot):
    answer = ask(bot, "青山县GDP是多少")
    assert "195.8亿元" in answer.text
    assert "2023年" in answer.text
    assert any("年份" in note for note in answer.query.notes)
    assert "9.6亿元" not in ask(bot, "青山县财政收入").text


def test_without_a_year_an_older_report_answers_what_only_it_has(bot):
    answer = ask(bot, "青山县城镇居民收入多少元")
    assert "36500元" in answer.text
    assert "2022年" in answer.text


def test_without_a_place_every_place_that_has_it_answers(bot):
    answer = ask(bot, "2023年社零是多少")
    assert "青山县" in answer.text
    assert "66.2亿元" in answer.text
    assert "白水县" in answer.text
    assert "31亿元" in answer.text
    assert any("地区" in note for note in answer.query.notes)


@pytest.mark.parametrize(
    ("talk", "figure"),
    [
        (["青山县2023年GDP是多少", "那2022年呢"], "182.4亿元"),
        (["青山县2023年GDP是多少", "白水县呢"], "88.5亿元"),
        (["青山县2023年GDP是多少", "增速呢"], "6.2%"),
        (["青山县2023年GDP是多少", "2022年呢", "增速呢"], "5.5%"),
        (["青山县2023年GDP是多少", "社零呢"], "66.2亿元"),
        (["青山县2023年新增就业", "目标呢"], "4500人以上"),
        (["青山县2022年城镇居民收入", "那农村呢"], "19800元"),
        (["青山县2023年GDP增速", "白水县呢"], "7.1%"),
    ],
)
def test_a_follow_up_takes_over_what_it_leaves_out(bot, talk, figure):
    answer = ask(bot, *talk)
    assert answer.answered
    assert figure in answer.text
    assert stands_in_its_quote(answer, figure)
    assert any("沿用" in note for note in answer.query.notes)


def test_what_was_understood_is_on_the_answer(bot):
    query = ask(bot, "青山县2024年GDP增长目标是多少").query
    assert query.places == ("青山县",)
    assert query.years == (2024,)
    assert (query.nature, query.measure, query.names) == ("目标", "增速", ("地区生产总值",))


@pytest.mark.parametrize(
    ("question", "figure", "source"),
    [
        ("2023年卫东区新增就业多少", "9796人", "卫东区2024.md"),
        ("2024年卫东区计划新增就业多少", "0.88万人", "卫东区2024.md"),
        ("平顶山市卫东区2023年GDP", "165亿元", "卫东区2024.md"),
        ("卫东区2023年技改投资占工业投资的比重", "78.3%", "卫东区2024.md"),
        ("卫东2017年固定资产投资多少亿元", "83.2亿元", "卫东区2018.html"),
        ("卫东区2018年外商直接投资目标多少万美元", "2300万美元", "卫东区2018.html"),
        ("2020年卫东区空气优良天数", "251天", "卫东区2021.docx"),
        ("山城区2023年财政收入", "8.86亿元", "山城区2024摘要.txt"),
        ("卫东区2022年GDP目标", "7.8%以上", "卫东区2022责任分解.txt"),
    ],
)
def test_files_of_every_format_answer(sample_bot, question, figure, source):
    answer = ask(sample_bot, question)
    assert answer.answered
    assert figure in answer.text
    assert [c.source for c in answer.citations] == [source]
    assert stands_in_its_quote(answer, figure)
