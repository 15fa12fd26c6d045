"""What the check of an LLM's answer must catch, kind by kind, and what it must let stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from genre import written
from llm_server import Reply, Scripted, model_over

from assistant import Answer, Assistant

REPORT = written(
    "地区生产总值195.8亿元，增长6.2%。"
    "培育国家高新技术企业79家、科技型中小企业156家，省级以上工程技术研究中心12家、众创空间5家。"
    "新增规模以上工业企业23家，工程技术研究中心和企业技术中心达到41家、19家。"
    "建成5G基站860个、充电桩1200个。城镇新增就业9796人，失业人员再就业980人。"
    "引进外来项目34个，实施重点项目56个。粮食产量12.5万吨，油料产量3.2万吨。"
    "打造“一刻钟”便民生活圈7个。\n\n新建学校3所、医院2所。",
    "地区生产总值增长6%左右。",
)
OPEN = "青山县2023年的工作成绩有哪些"


@pytest.fixture(scope="module")
def bot(model: Scripted, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with model_over(model, tmp_path_factory.mktemp("checked") / "store", REPORT) as opened:
        yield opened


def answered(bot: Assistant, model: Scripted, text: str, question: str = OPEN) -> tuple[str, Answer]:
    """The shown text without marks, and the answer, where the LLM says ``text``."""
    model.say(text)
    answer = bot.ask(question)
    return re.sub(r"\[\d+\]", "", answer.text), answer


@pytest.mark.parametrize("question", [OPEN, "青山县2023年高新技术企业有多少家", "总结青山县2023年科技创新"])
@pytest.mark.parametrize(
    "said",
    [
        "工程技术研究中心达到79家",
        "共有工程技术研究中心79家",
        "有79家工程技术研究中心",
        "科技型中小企业达到79家",
        "众创空间达到12家",
        "企业技术中心达到41家",
        "工程技术研究中心和企业技术中心达到19家、41家",
        "高新技术企业、工程技术研究中心分别达到12家、79家",
        "充电桩860个",
        "新建医院3所",
        "医院3所",
        "新建养老院3所",
        "油料产量12.5万吨",
        "实施重点项目34个",
    ],
)
def test_the_figure_of_another_indicator_is_not_shown(
    said: str, question: str, bot: Assistant, model: Scripted
) -> None:
    shown, _ = answered(bot, model, f"青山县2023年{said}。", question)
    assert f"2023年{said}" not in shown


@pytest.mark.parametrize(
    "said",
    [
        "高新技术企业79家，科技型中小企业156家",
        "培育了79家高新技术企业",
        "工程技术研究中心41家，企业技术中心19家",
        "工程技术研究中心和企业技术中心分别达到41家、19家",
        "新建学校3所、医院2所",
        "学校新建3所",
        "建成5G基站860个和充电桩1200个",
        "城镇新增就业人数为9796人",
        "经济总量195.8亿元",
        "粮食总产量12.5万吨，油料3.2万吨",
        "十四五以来打造便民生活圈7个",
    ],
)
def test_other_wordings_of_the_truth_stand(said: str, bot: Assistant, model: Scripted) -> None:
    shown, answer = answered(bot, model, f"青山县2023年{said}。")
    assert said in shown
    assert answer.notice == ""


@pytest.mark.parametrize(
    "number",
    ["1７9", "１79", "79０", "7９7", "79．5", "１７９", "𝟏𝟕𝟗", "٧٩٣", "①79", "79⑨", "²79", "㊼79", "Ⅸ79",
     "1·79", "1 79", "1\u200979", "1\u200b79", "七79", "一百79", "一七九", "壹佰柒拾玖", "79百", "1[1]79"],
)  # fmt: skip
def test_no_spelling_of_another_number_is_shown(number: str, bot: Assistant, model: Scripted) -> None:
    shown, _ = answered(bot, model, f"青山县2023年高新技术企业达到{number}家。")
    assert f"达到{number}家" not in shown
    assert "179" not in shown


def test_a_figure_is_shown_in_plain_digits(bot: Assistant, model: Scripted) -> None:
    shown, answer = answered(bot, model, "青山县2023年高新技术企业达到７9家，GDP增长６．2％。")
    assert shown == "青山县2023年高新技术企业达到79家，GDP增长6.2%。"
    assert answer.mode == "llm"


@pytest.mark.parametrize(
    "quote", ["“青山县的“一刻钟”便民生活圈居全省前列”", "“一刻钟”“全省领先", "「便民生活圈全省领先」"]
)
def test_a_quote_is_taken_whole(quote: str, bot: Assistant, model: Scripted) -> None:
    shown, _ = answered(bot, model, f"报告写道：{quote}。")
    assert "全省" not in shown


LONG = "青山县2023年高新技术企业79家[1]。城镇新增就业9796人[2]。粮食产量12.5万吨[3]。"


def test_a_cut_stream_keeps_what_was_checked_and_says_so(bot: Assistant, model: Scripted) -> None:
    model.say(Reply(LONG, piece=2, cut=16))
    screen = ""
    for event in bot.stream(OPEN):
        screen = event.text if event.kind == "replace" else screen + event.text
    answer = event.answer
    assert answer is not None
    assert answer.text == screen
    assert re.sub(r"\[\d+\]", "", answer.text) == "青山县2023年高新技术企业79家。"
    assert answer.mode == "llm"
    assert answer.verified
    assert len(answer.citations) == 1
    assert model.url in answer.notice
    assert "中途断了" in answer.notice
    assert "断开前" in answer.notice


def test_a_cut_stream_shows_no_sentence_that_was_not_checked(bot: Assistant, model: Scripted) -> None:
    model.say(Reply(LONG.replace("79家", "97家"), piece=2, cut=16))
    answer = bot.ask(OPEN)
    assert "97家" not in answer.text
    assert "中途断了" in answer.notice


def test_a_reply_at_the_length_limit_says_so(bot: Assistant, model: Scripted) -> None:
    model.say(Reply(LONG[:40], finish="length"))
    answer = bot.ask(OPEN)
    assert answer.mode == "llm"
    assert "79家" in answer.text
    assert "粮食" not in answer.text
    assert "LLM_MAX_TOKENS" in answer.notice


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("青山县2023年高新技术企业增长了百分之几", "2023年，青山县高新技术企业79家"),
        ("青山县2023年进出口总额是多少", "2023年，青山县城镇新增就业9796人"),
        ("青山县2022年城镇新增就业多少人", "2023年，青山县城镇新增就业9796人"),
        ("青山县2023年粮食产值多少亿元", "2023年，青山县粮食产量12.5万吨"),
        ("青山县2024年城镇新增就业目标是多少", "2023年，青山县城镇新增就业9796人"),
    ],
)
def test_a_true_figure_is_no_answer_to_another_question(
    question: str, said: str, bot: Assistant, model: Scripted
) -> None:
    _, answer = answered(bot, model, f"{said}。", question)
    assert not answer.answered
    assert answer.mode != "llm"


def test_a_figure_that_is_not_the_one_asked_for_gives_way(bot: Assistant, model: Scripted) -> None:
    shown, answer = answered(
        bot, model, "2023年，青山县地区生产总值195.8亿元。", "青山县2024年地区生产总值增长目标是多少"
    )
    assert "6%左右" in shown
    assert "没有用到查到的数据" in answer.notice


def test_a_true_sentence_beside_the_question_comes_after_what_was_found(
    bot: Assistant, model: Scripted
) -> None:
    asked = "青山县2024年地区生产总值增长目标是多少"
    _, answer = answered(bot, model, "2023年，青山县地区生产总值195.8亿元。", asked)
    first, second = answer.text.split("\n")
    assert "6%左右[1]" in first
    assert second == "2023年，青山县地区生产总值195.8亿元[2]。"
    assert [c.number for c in answer.citations] == [1, 2]
    assert "195.8亿元" in answer.citations[1].quote
    _, answer = answered(bot, model, "2023年，青山县地区生产总值198.5亿元。", asked)
    assert "198.5" not in answer.text


def test_where_no_sentence_holds_the_embedded_passage_answers(bot: Assistant, model: Scripted) -> None:
    question = "青山县2023年如何打造便民生活圈"
    _, answer = answered(bot, model, "2023年，青山县粮食产量99万吨。油料产量88万吨。", question)
    assert answer.mode == "extractive"
    assert "没有通过核对" in answer.notice


def test_what_was_only_thought_is_not_counted_as_withdrawn(bot: Assistant, model: Scripted) -> None:
    _, answer = answered(bot, model, "会是97家吗。还是98家。</think>青山县2023年高新技术企业79家。")
    assert answer.text.startswith("青山县2023年高新技术企业79家")
    assert answer.notice == ""
