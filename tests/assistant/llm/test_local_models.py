"""Ollama and vLLM as they speak: their addresses, the fields of their streams, and their errors."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from llm_server import Reply, Scripted

from assistant import Assistant
from assistant.llm.failures import mend_base_url

QUESTION = "2023年卫东区新增就业多少"
HONEST = "2023年，卫东区城镇新增就业9796人[1]。"
THOUGHT = "用户问就业，应该是12345人。"


def stream(*events: dict[str, Any]) -> Reply:
    """A server-sent stream of these events."""
    lines = [json.dumps(event, ensure_ascii=False) for event in events] + ["[DONE]"]
    body = "".join(f"data: {line}\n\n" for line in lines).encode()
    return Reply(raw=True, body=body, headers=(("Content-Type", "text/event-stream"),))


def error(status: int, body: dict[str, Any]) -> Reply:
    """An error with a JSON body."""
    return Reply(status=status, body=json.dumps(body, ensure_ascii=False).encode())


def ollama(delta: dict[str, Any] | None, finish: str | None = None, **more: Any) -> dict[str, Any]:
    """One event of Ollama's /v1: the role in every delta, a fingerprint, and no log probabilities."""
    one = {"index": 0, "delta": {"role": "assistant", **(delta or {})}, "finish_reason": finish}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "qwen2.5:7b",
        "system_fingerprint": "fp_ollama",
        "choices": [] if delta is None else [one],
        **more,
    }


def vllm(delta: dict[str, Any] | None, finish: str | None = None, **more: Any) -> dict[str, Any]:
    """One event of vLLM: log probabilities and a stop reason that are null."""
    one = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish, "stop_reason": None}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "Qwen/Qwen2.5-7B-Instruct",
        "choices": [] if delta is None else [one],
        **more,
    }


USAGE = {"prompt_tokens": 500, "completion_tokens": 30, "total_tokens": 530}


@pytest.mark.parametrize(
    "reply",
    [
        stream(
            ollama({"content": HONEST[:9]}),
            ollama({"content": HONEST[9:]}),
            ollama({"content": ""}, "stop"),
            ollama(None, usage=USAGE),
        ),
        stream(
            ollama({"content": "", "reasoning": THOUGHT}),
            ollama({"content": HONEST}),
            ollama({"content": ""}, "stop"),
            ollama(None, usage=USAGE),
        ),
        stream(
            ollama({"content": f"<think>\n{THOUGHT}\n</think>\n\n"}),
            ollama({"content": HONEST}, "stop"),
            ollama(None, usage=USAGE),
        ),
        stream(
            vllm({"role": "assistant", "content": ""}),
            vllm({"content": HONEST}),
            vllm({"content": ""}, "stop"),
            vllm(None, usage=USAGE),
        ),
        stream(
            vllm({"role": "assistant", "content": ""}),
            vllm({"reasoning_content": THOUGHT}),
            vllm({"content": HONEST}),
            vllm({"content": ""}, "stop"),
            vllm(None, usage=USAGE),
        ),
        stream(
            vllm({"role": "assistant"}),
            vllm({"reasoning_content": THOUGHT, "content": None}),
            vllm({"content": HONEST}, "stop", usage=USAGE),
        ),
        # With continuous usage every event counts what there is so far.
        stream(
            vllm({"content": HONEST[:9]}, usage={**USAGE, "completion_tokens": 9, "total_tokens": 509}),
            vllm({"content": HONEST[9:]}, "stop", usage=USAGE),
        ),
    ],
)
def test_their_streams_are_read(reply: Reply, opened: Callable[..., Assistant], server: Scripted) -> None:
    server.say(reply)
    answer = opened().ask(QUESTION)
    assert (answer.text, answer.mode, answer.notice) == (HONEST, "llm", "")
    assert answer.tokens == 530
    assert server.requests[0]["stream_options"] == {"include_usage": True}


def test_a_whole_reply_with_reasoning_is_read(opened: Callable[..., Assistant], server: Scripted) -> None:
    server.say(Reply(HONEST, reasoning=THOUGHT, stream=False))
    answer = opened().ask(QUESTION)
    assert (answer.text, answer.mode) == (HONEST, "llm")


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (
            error(
                404, {"error": {"message": 'model "m" not found, try pulling it first', "type": "api_error"}}
            ),
            "LLM_MODEL",
        ),
        (
            error(
                404,
                {
                    "object": "error",
                    "message": "The model `m` does not exist.",
                    "type": "NotFoundError",
                    "code": 404,
                },
            ),
            "LLM_MODEL",
        ),
        (
            error(
                400,
                {
                    "object": "error",
                    "message": "This model's maximum context length is 4096 tokens.",
                    "type": "BadRequestError",
                    "code": 400,
                },
            ),
            "LLM_MAX",
        ),
        (
            error(500, {"error": {"message": "llama runner process has terminated", "type": "api_error"}}),
            "500",
        ),
    ],
)
def test_their_errors_are_told_in_one_line(
    reply: Reply, told: str, opened: Callable[..., Assistant], server: Scripted
) -> None:
    server.say(reply)
    answer = opened(llm_retries=0).ask(QUESTION)
    assert answer.answered
    assert answer.mode == "facts"
    assert told in answer.notice
    assert "\n" not in answer.notice


@pytest.mark.parametrize(
    "written",
    [
        "http://localhost:11434",
        "http://localhost:11434/",
        "http://localhost:11434/v1",
        "http://localhost:11434/v1/",
        "http://localhost:11434/v1/chat/completions",
        "http://localhost:11434/api",
        "http://localhost:11434/api/chat",
        "http://localhost:11434/api/generate",
        "localhost:11434",
    ],
)
def test_the_ways_to_write_an_address_mean_one(written: str) -> None:
    assert mend_base_url(written) == "http://localhost:11434/v1"
