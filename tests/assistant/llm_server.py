"""A local server that speaks the OpenAI chat protocol, scripted: what the LLM tests talk to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from assistant import Assistant, Settings
from reports.records import Report
from vectorstore import Store

KEY = "sk-not-to-be-seen-0123456789abcdef"
"""The key that tests send; nothing may ever show it."""


@dataclass(frozen=True)
class Reply:
    """What one request gets.

    ``text`` is streamed in pieces of ``piece`` characters with ``delay`` seconds between them;
    ``before`` seconds pass before the first byte. ``status`` other than 200 sends ``body`` with
    ``headers``. ``cut``: after so many pieces the connection breaks. ``stream`` False: a request
    to stream gets status 400. ``raw``: a 200 with ``body`` as it is. ``reasoning`` is sent in
    DeepSeek's field. ``keepalive``: comments instead of content, for so many seconds.
    """

    text: str = ""
    status: int = 200
    body: bytes = b'{"error": {"message": "scripted", "type": "error"}}'
    headers: tuple[tuple[str, str], ...] = ()
    piece: int = 4
    delay: float = 0.0
    before: float = 0.0
    cut: int = -1
    stream: bool = True
    raw: bool = False
    reasoning: str = ""
    finish: str | None = "stop"
    usage: bool = True
    keepalive: float = 0.0
    refuses: tuple[str, ...] = ()


Script = Callable[[dict[str, Any]], Reply]


@dataclass
class Scripted:
    """The running server: ``url`` of its /v1, the ``requests`` it got, and the script to change."""

    url: str
    script: Script
    requests: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    most_at_once: int = 0
    now: int = 0

    def say(self, *replies: Reply | str) -> None:
        """Answers with these replies in turn; the last one stays."""
        queue = [Reply(r) if isinstance(r, str) else r for r in replies]

        def script(_: dict[str, Any]) -> Reply:
            return queue.pop(0) if len(queue) > 1 else queue[0]

        self.script = script

    @property
    def prompts(self) -> list[str]:
        """The prompts received."""
        return [r["messages"][-1]["content"] for r in self.requests]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def log_message(self, *_: object) -> None:
        """Quiet."""

    def do_POST(self) -> None:
        state = self.server.state
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with state.lock:
            state.requests.append(request)
            state.paths.append(self.path)
            state.keys.append(self.headers.get("Authorization", ""))
            state.now += 1
            self._inside = True
            state.most_at_once = max(state.most_at_once, state.now)
            reply = state.script(request)
        try:
            self._answer(request, reply)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        finally:
            self._leave()

    def _leave(self) -> None:
        """The request is over before its last bytes go out: who has read them may call again at once."""
        with self.server.state.lock:
            self.server.state.now -= self._inside
            self._inside = False

    def _answer(self, request: dict[str, Any], reply: Reply) -> None:
        time.sleep(reply.before)
        if reply.raw or reply.status != 200:
            self._plain(reply.status, reply.body, reply.headers)
        elif any(name in request for name in reply.refuses) or (request.get("stream") and not reply.stream):
            self._plain(400, b'{"error": {"message": "unknown parameter"}}', ())
        elif request.get("stream"):
            self._stream(request, reply)
        else:
            self._whole(reply)

    def _plain(self, status: int, body: bytes, headers: tuple[tuple[str, str], ...]) -> None:
        self.send_response(status)
        names = {name.lower() for name, _ in headers}
        for name, value in headers:
            self.send_header(name, value)
        if "content-type" not in names:
            self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self._leave()
        self.wfile.write(body)

    def _whole(self, reply: Reply) -> None:
        message = {"role": "assistant", "content": reply.text}
        if reply.reasoning:
            message["reasoning_content"] = reply.reasoning
        body = {
            "id": "1", "object": "chat.completion", "created": 0, "model": "m",
            "choices": [{"index": 0, "message": message, "finish_reason": reply.finish}],
        }  # fmt: skip
        if reply.usage:
            body["usage"] = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
        self._plain(200, json.dumps(body, ensure_ascii=False).encode(), ())

    def _stream(self, request: dict[str, Any], reply: Reply) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        until = time.monotonic() + reply.keepalive
        while time.monotonic() < until:
            self._write(b": keep-alive\n\n")
            time.sleep(0.05)
        for i in range(0, len(reply.reasoning), 8):
            self._event({"reasoning_content": reply.reasoning[i : i + 8]})
        pieces = [reply.text[i : i + reply.piece] for i in range(0, len(reply.text), reply.piece)]
        for count, piece in enumerate(pieces):
            if count == reply.cut:
                return
            self._event({"content": piece})
            time.sleep(reply.delay)
        if reply.finish:
            self._event({}, finish=reply.finish)
        if reply.usage and request.get("stream_options"):
            usage = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
            self._event(None, usage=usage)
        self._leave()
        self._write(b"data: [DONE]\n\n")

    def _event(
        self, delta: dict[str, str] | None, *, finish: str | None = None, usage: dict[str, int] | None = None
    ) -> None:
        choices = [] if delta is None else [{"index": 0, "delta": delta, "finish_reason": finish}]
        body = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "m", "choices": choices}
        if usage:
            body["usage"] = usage
        self._write(b"data: " + json.dumps(body, ensure_ascii=False).encode() + b"\n\n")

    def _write(self, data: bytes) -> None:
        self.wfile.write(data)
        self.wfile.flush()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256
    state: Scripted


@contextmanager
def serving(script: Script | None = None) -> Iterator[Scripted]:
    """A scripted server on a free port of 127.0.0.1."""
    server = _Server(("127.0.0.1", 0), _Handler)
    state = Scripted(f"http://127.0.0.1:{server.server_address[1]}/v1", script or (lambda _: Reply("没有。")))
    server.state = state
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def model_over(server: Scripted, store: Path, report: Report) -> Iterator[Assistant]:
    """An assistant over one report in a new store, with the scripted server as its model."""
    with Store.open(store, create=True) as opened:
        opened.add(report)
    settings = Settings(_env_file=None, llm_model="m", llm_base_url=server.url)  # type: ignore[call-arg]
    with Assistant.open(store, settings=settings) as bot:
        yield bot
