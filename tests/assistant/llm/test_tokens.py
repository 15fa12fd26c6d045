"""Tokens: bounded where the tokenizer is not known, learnt from the usage that an endpoint reports."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from llm_server import Reply, Scripted

from assistant import Assistant
from assistant.llm.tokens import Meter, bound

QUESTION = "2023年卫东区新增就业多少"
HONEST = "2023年，卫东区城镇新增就业9796人[1]。"


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [("", 0, 0), ("地区生产总值", 6, 12), ("9796", 4, 4), ("growth rate", 3, 6), ("，。：", 3, 6)],
)
def test_the_bound_is_above_what_tokenizers_take_and_not_far(text: str, least: int, most: int) -> None:
    assert least <= bound(text) <= most


def test_usage_makes_the_count_closer_and_never_too_low_for_what_was_seen() -> None:
    meter, text = Meter(), "全县地区生产总值稳步增长。" * 20
    assert meter.count(text) == bound(text)
    meter.learn(text, 150)
    assert 150 <= meter.count(text) < bound(text)
    meter.learn(text, 200)
    meter.learn(text, 120)
    assert meter.count(text) >= 200, "the highest share counts"


@pytest.mark.parametrize(("text", "tokens"), [("短", 40), ("长" * 200, 0)])
def test_what_tells_nothing_is_not_learnt(text: str, tokens: int) -> None:
    meter = Meter()
    meter.learn(text, tokens)
    assert meter.count("文" * 100) == bound("文" * 100)


def test_a_call_teaches_the_meter(opened: Callable[..., Assistant], server: Scripted) -> None:
    server.say(HONEST)
    bot = opened()
    bot.ask(QUESTION)
    meter = bot._chain._generator.llm.meter  # type: ignore[union-attr]
    assert meter.count(server.prompts[0]) == pytest.approx(110, abs=1), (
        "100 tokens were reported, a tenth on top"
    )


@pytest.mark.parametrize(
    "reply",
    [
        Reply(HONEST, usage=False),
        Reply("2023年，卫东区城镇新增就业8888人[1]。", usage=False),
        Reply("报告中没有提到。", usage=False),
        Reply(HONEST * 3, cut=5),
    ],
)
def test_where_no_usage_is_told_it_is_estimated(
    reply: Reply, opened: Callable[..., Assistant], server: Scripted
) -> None:
    """An answer that was used, replaced, refused or cut short: each says what it took."""
    server.say(reply)
    answer = opened(llm_retries=0).ask(QUESTION)
    assert answer.tokens > len(server.prompts[0]) / 2
    assert answer.elapsed_ms > 0
