"""Endpoints that fail or are only nearly compatible: each ends in an answer, within the time limit."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from llm_server import KEY, Reply, Scripted

from assistant import Assistant

ROOT = Path(__file__).resolve().parents[3]
QUESTION = "2023年卫东区新增就业多少"
HONEST = "2023年，卫东区城镇新增就业9796人[1]。"
OPEN = "总结卫东区2023年的民生工作"


@pytest.fixture
def bot(opened: Callable[..., Assistant]) -> Assistant:
    return opened()


@pytest.mark.parametrize(
    ("reply", "cause"),
    [
        (Reply(status=401), "LLM_API_KEY"),
        (Reply(status=403), "LLM_API_KEY"),
        (Reply(status=404), "LLM_MODEL"),
        (Reply(status=429, headers=(("Retry-After", "600"),)), "429"),
        (Reply(status=500), "500"),
        (Reply(status=400), "LLM_MODEL"),
        (Reply(HONEST, cut=2), "中途断了"),
        (Reply(""), "空内容"),
        (Reply("   "), "空内容"),
        (Reply(raw=True, body=b"<html>hi</html>", headers=(("Content-Type", "text/html"),)), "LLM_BASE_URL"),
        (Reply(status=502, body=b"<html>" + KEY.encode(), headers=(("Content-Type", "text/html"),)), "502"),
        (Reply(raw=True, body='{"choices": "中文"}'.encode("gbk")), "LLM_BASE_URL"),
        (Reply(raw=True, body=b'{"choices": null}'), "LLM_BASE_URL"),
    ],
)
def test_every_failure_ends_in_the_embedded_answer(
    reply: Reply,
    cause: str,
    opened: Callable[..., Assistant],
    server: Scripted,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    server.say(reply)
    answer = opened(llm_retries=1, llm_timeout=10).ask(QUESTION)
    assert answer.mode == "facts"
    assert answer.text.startswith("卫东区2023年城镇新增就业9796人")
    assert cause in answer.notice
    assert server.url in answer.notice
    assert "\n" not in answer.notice
    assert KEY not in str(answer) + caplog.text
    assert "<html" not in answer.notice


def test_no_key_of_another_endpoint_is_sent(
    opened: Callable[..., Assistant], server: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    server.say(HONEST)
    assert opened(llm_api_key="").ask(QUESTION).text == HONEST
    assert server.keys == ["Bearer none"]


@pytest.mark.parametrize("retries", [0, 2])
def test_retries_are_as_many_as_set(retries: int, opened: Callable[..., Assistant], server: Scripted) -> None:
    server.say(Reply(status=500, headers=(("Retry-After", "0"),)))
    opened(llm_retries=retries).ask(QUESTION)
    assert len(server.requests) == retries + 1


@pytest.mark.parametrize(
    "reply",
    [Reply(HONEST, piece=1, delay=0.2), Reply(HONEST, before=5), Reply(HONEST, keepalive=5)],
    ids=["trickle", "silence", "keep-alive"],
)
def test_an_answer_comes_within_the_time_limit(
    reply: Reply, opened: Callable[..., Assistant], server: Scripted
) -> None:
    bot = opened(llm_timeout=1.5)
    bot.store.search("热身", 1)
    server.say(reply)
    started = time.monotonic()
    answer = bot.ask(QUESTION)
    assert time.monotonic() - started < 3
    assert answer.mode == "facts"
    assert "LLM_TIMEOUT" in answer.notice


@pytest.mark.parametrize(
    "first",
    [Reply(status=429, headers=(("Retry-After", "0"),)), Reply(status=503), Reply("")],
)
def test_a_passing_failure_is_tried_again(first: Reply, bot: Assistant, server: Scripted) -> None:
    again = [first] if first.status != 200 else [first, first]
    server.say(*again, HONEST)
    assert bot.ask(QUESTION).text == HONEST


@pytest.mark.parametrize(
    "reply",
    [
        Reply(HONEST, stream=False),
        Reply(HONEST, refuses=("stream_options",)),
        Reply(HONEST, refuses=("max_tokens", "temperature")),
        Reply(HONEST, usage=False, finish=None),
    ],
    ids=["no streaming", "no stream_options", "no options at all", "no finish, no usage"],
)
def test_nearly_compatible_servers_are_met_halfway(reply: Reply, bot: Assistant, server: Scripted) -> None:
    server.say(reply)
    assert bot.ask(QUESTION).text == HONEST
    before = len(server.requests)
    assert bot.ask(QUESTION).text == HONEST
    assert len(server.requests) == before + 1, "what worked is remembered"


@pytest.mark.parametrize("tail", ["", "/", "/v1", "/v1/", "/v1/chat/completions"])
def test_the_address_is_mended(tail: str, opened: Callable[..., Assistant], server: Scripted) -> None:
    server.say(HONEST)
    bare = server.url.removesuffix("/v1")
    assert opened(llm_base_url=bare + tail).ask(QUESTION).mode == "llm"
    assert server.paths == ["/v1/chat/completions"]


def test_an_unusable_address_is_named(opened: Callable[..., Assistant]) -> None:
    answer = opened(llm_base_url="ftp://nowhere").ask(QUESTION)
    assert answer.mode == "facts"
    assert "LLM_BASE_URL" in answer.notice


def test_a_dead_endpoint_is_left_alone_for_a_while(
    opened: Callable[..., Assistant], server: Scripted
) -> None:
    server.say(Reply(status=500))
    bot = opened(llm_retries=0)
    notices = [bot.ask(QUESTION).notice for _ in range(6)]
    assert len(server.requests) == 3
    assert "连续失败" in notices[-1]
