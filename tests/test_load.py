"""Many at once: thirty people ask over the page's own HTTP queue, and each gets the right answer."""

from __future__ import annotations

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx

USERS = 30
PATIENCE = 120.0
"""Seconds; no one of them is measured here, a busy machine is slow."""
EXPECTED = {
    "2023年卫东区新增就业多少": "9796人",
    "2023年山城区地区生产总值是多少": "121.3",
    "卫东区2024年城镇新增就业目标是多少": "0.88万人",
    "卫东区2020年城镇新增就业多少": "10439人",
    "2023年朝阳区新增就业多少": "朝阳区",
}


def asked(address: str, question: str, start: threading.Barrier) -> dict[str, Any]:
    with httpx.Client(trust_env=False, timeout=PATIENCE) as client:
        start.wait(PATIENCE)
        call = f"{address}gradio_api/call/ask"
        event = client.post(call, json={"data": [question, None]}).raise_for_status().json()["event_id"]
        reply = client.get(f"{call}/{event}").raise_for_status().text
    assert "event: complete" in reply, reply[:300]
    found: dict[str, Any] = json.loads(reply.partition("event: complete\ndata: ")[2].splitlines()[0])[0]
    return found


def test_thirty_people_at_once_each_get_their_own_answer(address: str) -> None:
    start = threading.Barrier(USERS)
    questions = [list(EXPECTED)[number % len(EXPECTED)] for number in range(USERS)]
    with ThreadPoolExecutor(USERS) as pool:
        answers = list(pool.map(lambda question: asked(address, question, start), questions))
    for question, answer in zip(questions, answers, strict=True):
        assert EXPECTED[question] in answer["text"], answer
        assert answer["answered"] == ("朝阳区" not in question)
        assert answer["query"]["question"] == question
