"""An answer's figures stand in what it cites, and every citation is a run of the stored text."""

import random
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from towns import assistant_over, written

from assistant.proof.verify import computed, figures, misquoted, unsupported
from assistant.records import Citation

QUESTIONS = (
    "青山县GDP是多少",
    "青山县GDP增速",
    "青山县财政收入多少",
    "青山县社零",
    "青山县城镇新增就业多少人",
    "青山县失业人员再就业",
    "青山县老旧小区改造多少户",
    "青山县空气优良天数",
    "白水县森林覆盖率",
    "青山县过去五年累计完成投资多少",
)
STORED = "青山县的报告。全县地区生产总值195.8亿元，增长6.2%；培训12，345人，降耗 3.5%。全年平稳。"
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def cite(quote, *, section=(), title="政府工作报告"):
    """A citation of a run of the stored text."""
    start = STORED.find(quote)
    return Citation(1, "r", "r.txt", title, "青山县", 2024, section, quote, start, start + len(quote))


WHOLE = cite("全县地区生产总值195.8亿元，增长6.2%；培训12，345人，降耗 3.5%。")


@pytest.mark.parametrize(
    "text",
    [
        "青山县2023年地区生产总值195.8亿元[1]。",
        "青山县地区生产总值１９５．８亿元[1]，增长6.2%[12]。",
        "培训12345人[1]。",
        "培训12,345人[1]。",
        "降耗3.5%[1]。",
        "报告于2024年1月23日作[1]。",
        "全年平稳[1]。",
    ],
)
def test_what_stands_in_the_quotes_is_supported(text):
    assert unsupported(text, [WHOLE], "") == []


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("地区生产总值196.8亿元[1]。", ["196.8"]),
        ("地区生产总值1958亿元[1]。", ["1958"]),
        ("地区生产总值95.8亿元[1]。", ["95.8"]),
        ("增长62%[1]。", ["62"]),
        ("增长6.25%[1]。", ["6.25"]),
        ("地区生产总值195.8亿元[1]，就业9000人[1]。", ["9000"]),
    ],
)
def test_what_does_not_is_named(text, missing):
    assert unsupported(text, [WHOLE], "") == missing


def test_without_citations_no_figure_is_supported():
    assert unsupported("地区生产总值195.8亿元。", [], "") == ["195.8"]


def test_figures_of_the_question_and_of_heads_may_be_repeated():
    assert unsupported("没有120个项目的说明。", [], "有没有120个项目") == []
    assert unsupported("见42件实事[1]。", [cite("全年平稳。", section=("42件实事",))], "") == []


def test_a_shown_sum_supports_its_result_only_where_it_is_right():
    assert computed("多3.5亿元（10−6.5＝3.5）。") == {"10", "6.5", "3.5"}
    assert computed("合计10亿元（3＋3.5＋3.5＝10）。") == {"3", "3.5", "10"}
    assert computed("多4亿元（10−6.5＝4）。") == set()
    assert unsupported("多3.5亿元（195.8−192.3＝4）。", [WHOLE], "") != []


def test_marks_are_no_figures():
    assert figures("新增就业9796人[1][23]。") == ["9796"]


def test_a_quote_is_the_run_that_it_names():
    stored = {"r": STORED}
    assert misquoted([WHOLE], stored) == []
    for wrong in (
        replace(WHOLE, start=WHOLE.start + 1),
        replace(WHOLE, end=WHOLE.end - 1),
        replace(WHOLE, quote=WHOLE.quote.replace("195", "196")),
        replace(WHOLE, report_id="other"),
        replace(WHOLE, quote="", end=WHOLE.start),
    ):
        assert misquoted([WHOLE, wrong], stored) == [wrong]


def swapped(text, rng):
    """``text`` with two unlike digits of its answer's figure exchanged, or one replaced."""
    figure = NUMBER.findall(re.sub(r"\[\d+\]|\d{4}年|\d{4}—", "", text))[-1]
    digits = [i for i, c in enumerate(figure) if c.isdigit()]
    for _ in range(20):
        changed = list(figure)
        one, other = rng.choice(digits), rng.choice(digits)
        if changed[one] == changed[other]:
            changed[one] = rng.choice("0123456789")
        else:
            changed[one], changed[other] = changed[other], changed[one]
        if "".join(changed) != figure:
            break
    return text.replace(figure, "".join(changed)), "".join(changed)


def test_a_hundred_answers_with_a_digit_changed_are_all_caught(bot):
    rng = random.Random(20240123)
    caught = tried = 0
    for question in QUESTIONS:
        answer = bot.ask(question)
        assert answer.answered
        assert unsupported(answer.text, answer.citations, question) == []
        quotes = "".join(c.quote for c in answer.citations)
        for _ in range(10):
            text, figure = swapped(answer.text, rng)
            if re.search(rf"(?<![\d.]){re.escape(figure)}(?![\d.])", quotes):
                continue  # by chance another figure of the same quote
            tried += 1
            caught += figure in unsupported(text, answer.citations, question)
    assert tried >= 90
    assert caught == tried


def test_every_answer_of_the_store_passes_its_own_check(bot):
    for question in QUESTIONS:
        answer = bot.ask(question)
        assert answer.verified
        texts = {c.report_id: bot.store.report(c.report_id).text for c in answer.citations}
        assert misquoted(answer.citations, texts) == []


@given(st.text(max_size=80), st.text(max_size=80))
def test_checking_never_raises(text, quote):
    citation = replace(WHOLE, quote=quote)
    assert set(unsupported(text, [citation], "")) <= set(figures(text))
    computed(text)


@given(st.lists(st.integers(0, 9999), min_size=1, max_size=4), st.text("，。增长亿元人", max_size=10))
def test_a_text_supports_its_own_figures(numbers, words):
    text = f"{words}。".join(f"共{n}人" for n in numbers)
    assert unsupported(text, [replace(WHOLE, quote=text)], "") == []


def test_a_comma_between_two_figures_makes_them_no_single_one():
    citation = replace(WHOLE, quote="增速居全市第2，5项指标靠前，进出口1,234万元。")
    assert unsupported("增速全市第2，进出口1234万元。", [citation], "") == []
    assert unsupported("增速全市第25。", [citation], "") == ["25"]


def test_a_rank_with_only_a_comma_before_the_next_figure_is_cited_up_to_there(tmp_path):
    told = "地区生产总值增速居全市第2，5项指标靠前。"
    town = written(told, "力争更好。", place="岭泉县", year=2024)
    with assistant_over(tmp_path, (town,)) as opened:
        answer = opened.ask("岭泉县2023年地区生产总值增速在全市排第几")
    assert "第2" in answer.text
    (citation,) = answer.citations
    assert citation.quote == "地区生产总值增速居全市第2"
