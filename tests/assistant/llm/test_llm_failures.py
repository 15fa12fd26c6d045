"""Endpoints that break the protocol in every way seen so far: an answer comes, in time, and says why."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable

import pytest
from llm_server import KEY, Reply, Scripted

from assistant import Assistant

QUESTION = "2023年卫东区新增就业多少"
HONEST = "2023年，卫东区城镇新增就业9796人[1]。"
EMBEDDED = "卫东区2023年城镇新增就业9796人"


def chunk(text: str | None = None, *, finish: str | None = None, **more: object) -> str:
    """One event of a stream, as JSON."""
    delta = {} if text is None else {"content": text}
    choice = {"index": 0, "delta": {**delta, **more}, "finish_reason": finish}
    body = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "m", "choices": [choice]}
    return json.dumps(body, ensure_ascii=False)


def sse(*events: str, end: str = "\n\n", encoding: str = "utf-8", head: bytes = b"") -> Reply:
    """A stream of these events, with line ends and encoding as given."""
    body = head + "".join(f"data: {e}{end}" for e in (*events, "[DONE]")).encode(encoding)
    return Reply(raw=True, body=body, headers=(("Content-Type", "text/event-stream"),))


HALVES = (HONEST[:11], HONEST[11:])
USAGE_NULL = json.dumps({**json.loads(chunk(HONEST)), "usage": None}, ensure_ascii=False)


@pytest.mark.parametrize(
    "reply",
    [
        sse(*map(chunk, HALVES), chunk(finish="stop"), end="\r\n\r\n"),
        sse(*map(chunk, HALVES), chunk(finish="stop"), end="\n\n: ping\n\n"),
        sse(USAGE_NULL, chunk(finish="stop")),
        sse('{"choices": []}', *map(chunk, HALVES), chunk(finish="stop")),
        sse(chunk(role="assistant"), chunk(None, reasoning_content="99999人"), chunk(HONEST, finish="stop")),
        sse(chunk(None, reasoning="想想，12345人"), chunk(HONEST), chunk(finish="stop")),
        sse(chunk("<think>该是12345人"), chunk("</think>"), chunk(HONEST), chunk(finish="stop")),
        Reply(HONEST, usage=False),
    ],
    ids=["CRLF", "comments", "null usage", "no choices", "DeepSeek", "reasoning", "think", "no usage"],
)  # fmt: skip
def test_odd_but_readable_streams_are_read(
    reply: Reply, opened: Callable[..., Assistant], server: Scripted
) -> None:
    server.say(reply)
    assert opened().ask(QUESTION).text == HONEST


TOOL = {"index": 0, "id": "c", "type": "function", "function": {"name": "search", "arguments": "{}"}}


@pytest.mark.parametrize(
    "reply",
    [
        sse(chunk(None, tool_calls=[TOOL]), chunk(finish="tool_calls")),
        sse("{not json"),
        sse('{"error": {"message": "' + KEY + '"}}'),
        sse('{"choices": []}'),
        sse(),
        sse(*map(chunk, HALVES), chunk(finish="stop"), encoding="gbk"),
        sse(*map(chunk, HALVES), chunk(finish="stop"), encoding="utf-16"),
        sse("[1, 2, 3]"),
        sse('"text"'),
        sse('{"choices": [{"index": 0}]}'),
        sse('{"choices": [{"index": 0, "delta": null}]}'),
        Reply(raw=True, body=b"<!doctype html>", headers=(("Content-Type", "text/html"),)),
        Reply(raw=True, body=b""),
        Reply(raw=True, body=b"null"),
        Reply(raw=True, body=b"\xff\xfe\x00\x01binary"),
        Reply("<think>" + "想" * 300),
        Reply("", reasoning="只有思考，没有回答"),
        Reply(status=301, body=b"", headers=(("Location", "/elsewhere"),)),
        Reply(status=413),
        Reply(status=402),
        Reply(status=529),
        Reply(HONEST, finish="content_filter", piece=3, cut=3),
    ],
)  # fmt: skip
def test_what_cannot_be_read_ends_in_the_embedded_answer(
    reply: Reply, opened: Callable[..., Assistant], server: Scripted, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.say(reply)
    events = list(opened(llm_retries=0, llm_timeout=10).stream(QUESTION))
    answer = events[-1].answer
    assert answer is not None
    assert answer.text.startswith(EMBEDDED)
    assert answer.mode == "facts"
    assert answer.notice
    assert "\n" not in answer.notice
    assert KEY not in repr(events) + caplog.text


def test_a_byte_order_mark_costs_the_model_not_the_answer(
    opened: Callable[..., Assistant], server: Scripted
) -> None:
    server.say(sse(*map(chunk, HALVES), chunk(finish="stop"), head=b"\xef\xbb\xbf"))
    assert "9796人" in opened(llm_retries=0).ask(QUESTION).text


def test_a_retry_after_beyond_the_limit_is_not_waited_for(
    opened: Callable[..., Assistant], server: Scripted
) -> None:
    server.say(Reply(status=429, headers=(("Retry-After", "3600"),)))
    started = time.monotonic()
    answer = opened(llm_timeout=30).ask(QUESTION)
    assert time.monotonic() - started < 15
    assert len(server.requests) == 1
    assert "429" in answer.notice
    assert answer.text.startswith(EMBEDDED)


def test_a_short_retry_after_is_waited_for(opened: Callable[..., Assistant], server: Scripted) -> None:
    server.say(Reply(status=429, headers=(("Retry-After", "1"),)), HONEST)
    started = time.monotonic()
    assert opened().ask(QUESTION).text == HONEST
    assert time.monotonic() - started >= 1


def test_the_key_is_nowhere_even_where_the_server_repeats_it(
    opened: Callable[..., Assistant], server: Scripted, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    body = json.dumps({"error": {"message": f"bad key {KEY}"}}).encode()
    server.say(Reply(status=401, body=body))
    bot = opened(llm_base_url=server.url.replace("http://", f"http://user:{KEY}@"))
    answer = bot.ask(QUESTION)
    assert "LLM_API_KEY" in answer.notice
    assert KEY not in repr(answer) + caplog.text
    assert server.keys[0].startswith("Basic "), "what the address holds is sent as a header"
