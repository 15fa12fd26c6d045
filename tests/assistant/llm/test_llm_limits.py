"""Limits of an LLM: questions, evidence, length, calls at once, the circuit breaker, what an answer took."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from llm_server import Reply, Scripted

from assistant import Answer, Assistant, Settings
from assistant.errors import BadQuestion
from assistant.llm.breaker import Breaker
from assistant.llm.client import LLM

QUESTION = "2023年卫东区新增就业多少"
HONEST = "2023年，卫东区城镇新增就业9796人[1]。"
EMBEDDED = "卫东区2023年城镇新增就业9796人"


# --- limits


def test_a_question_over_the_limit_never_reaches_the_endpoint(
    opened: Callable[..., Assistant], server: Scripted
) -> None:
    bot = opened(max_question=50)
    with pytest.raises(BadQuestion, match="50字"):
        bot.ask("问" * 51)
    assert server.requests == []


@pytest.mark.parametrize("limit", [1, 3, 12])
def test_evidence_is_as_much_as_set(limit: int, opened: Callable[..., Assistant], server: Scripted) -> None:
    server.say("没有。")
    opened(llm_max_evidence=limit).ask("总结卫东区2023年的工作成绩")
    evidence = server.prompts[0].split("<资料>")[1].split("</资料>")[0]
    assert 1 <= evidence.count("年报告") <= limit


def test_evidence_has_a_limit_of_characters_too(opened: Callable[..., Assistant], server: Scripted) -> None:
    server.say("没有。")
    opened(llm_max_evidence=1000).ask("总结卫东区的工作成绩")
    assert len(server.prompts[0]) < 14_000


@pytest.mark.parametrize("limit", [64, 2048])
def test_the_length_of_a_reply_is_as_set(
    limit: int, opened: Callable[..., Assistant], server: Scripted
) -> None:
    server.say(HONEST)
    opened(llm_max_tokens=limit).ask(QUESTION)
    assert server.requests[0]["max_tokens"] == limit


@pytest.mark.parametrize("most", [1, 4])
def test_calls_at_once_are_as_many_as_set(
    most: int, opened: Callable[..., Assistant], server: Scripted
) -> None:
    bot = opened(llm_concurrency=most, llm_timeout=60)
    server.say(Reply(HONEST, before=0.05))
    answers: list[Answer] = []
    threads = [threading.Thread(target=lambda: answers.append(bot.ask(QUESTION))) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [a.mode for a in answers] == ["llm"] * 20
    assert server.most_at_once <= most


def test_who_waits_for_a_slot_gets_an_answer_within_the_limit(
    opened: Callable[..., Assistant], server: Scripted
) -> None:
    bot = opened(llm_concurrency=1, llm_timeout=2)
    server.say(Reply(HONEST, before=60))
    answers: list[tuple[float, Answer]] = []

    def ask() -> None:
        started = time.monotonic()
        answers.append((time.monotonic() - started, bot.ask(QUESTION)))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    started = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert time.monotonic() - started < 30
    assert all(a.text.startswith(EMBEDDED) and a.notice for _, a in answers)


def test_two_hundred_questions_at_a_failing_endpoint_all_get_answers(
    opened: Callable[..., Assistant], server: Scripted
) -> None:
    server.say(Reply(status=503))
    bot = opened(llm_retries=0, llm_timeout=60)
    answers: list[Answer] = []
    threads = [threading.Thread(target=lambda: answers.append(bot.ask(QUESTION))) for _ in range(200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 200
    assert all(a.text.startswith(EMBEDDED) and a.notice for a in answers)
    assert len(server.requests) < 40, "the breaker spares a dead endpoint"


# --- the circuit breaker


class Clock:
    """Time that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_breaker_opens_lets_one_trial_through_and_closes() -> None:
    clock = Clock()
    breaker = Breaker(limit=3, pause=30, longest=100, clock=clock)
    for _ in range(3):
        assert breaker.allows()
        breaker.failed("坏了")
    assert not breaker.allows()
    assert breaker.wait() == 30
    assert breaker.last == "坏了"
    clock.now += 31
    assert breaker.allows(), "half open: one trial"
    assert not breaker.allows(), "and only one"
    breaker.failed("还是坏的")
    assert breaker.wait() == 60, "the pause doubles"
    clock.now += 61
    assert breaker.allows()
    breaker.failed("仍坏")
    assert breaker.wait() == 100, "up to its longest"
    clock.now += 101
    assert breaker.allows()
    breaker.succeeded()
    assert breaker.wait() == 0
    assert all(breaker.allows() for _ in range(5))


def test_an_endpoint_that_recovers_is_used_again(sample_store: Path, server: Scripted) -> None:
    clock = Clock()
    settings = Settings(_env_file=None, llm_model="m", llm_base_url=server.url, llm_retries=0, llm_timeout=20)  # type: ignore[call-arg]
    with Assistant.open(sample_store, settings=settings) as bot:
        generator = bot._chain._generator
        assert generator is not None
        generator.llm = LLM(settings, breaker=Breaker(clock=clock))
        server.say(Reply(status=500))
        for _ in range(4):
            assert bot.ask(QUESTION).mode == "facts"
        assert len(server.requests) == 3
        server.say(HONEST)
        assert bot.ask(QUESTION).mode == "facts", "still open"
        clock.now += 31
        assert bot.ask(QUESTION).text == HONEST
        assert bot.ask(QUESTION).text == HONEST
        assert len(server.requests) == 5


# --- what an answer took


def test_tokens_and_time_are_kept_and_shown(
    opened: Callable[..., Assistant], server: Scripted, sample_store: Path
) -> None:
    from assistant.__main__ import _shown
    from pages.messages import _badge

    server.say(Reply(HONEST, before=0.2))
    answer = opened().ask(QUESTION)
    assert answer.tokens == 120
    assert answer.elapsed_ms >= 200
    assert "120 词元" in _shown(answer)
    assert "120 词元" in _badge(answer)
    embedded = opened(llm_model="").ask(QUESTION)
    assert "词元" not in _shown(embedded) + _badge(embedded)


def test_tokens_are_kept_where_the_answer_was_not_used(
    opened: Callable[..., Assistant], server: Scripted
) -> None:
    server.say("2023年，卫东区城镇新增就业无可奉告。")
    answer = opened().ask(QUESTION)
    assert "9796人" in answer.text
    assert "无可奉告" not in answer.text
    assert answer.tokens == 120
