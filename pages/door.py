"""What passes between browsers and Gradio: foreign posts, uploads, logins, and closed routes.

Pure ASGI middleware, as ``pages.guard``.
"""

from __future__ import annotations

import asyncio
import json
import re
import secrets
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from pages.login import login_page
from pages.rights import ADMIN, LASTING, VISITOR, Rights, cookies
from pages.uploads import MAX_BYTES, Inbox, safe_name, taken, wrong_ending
from reports.errors import ReportError, TooLarge
from reports.patterns import regex

MAX_BODY = 2 * 2**20
"""Bytes of any other post: a question has 2,000 characters."""
_SLOWEST = 600.0  # seconds of an upload
_FORM = 4096  # bytes of a login
# Gradio's own ways to hand files over, to fetch addresses and to look into the server: no page needs them.
_CLOSED = regex(
    r"/gradio_api/(?:upload|proxy=|process_recording|vibe-|undo-vibe|deep_link|dev/|runs|run-history|stream/"
    r"|custom_component|component_server|profiling|token|user|login_check|file/|file=https?:)"
    r"|/(?:deep_link|monitoring|token|user|login_check|dev/)",
    re.IGNORECASE,
)
_CHANGING = ("POST", "PUT", "PATCH", "DELETE")
FOREIGN = "这个请求来自别的网站，没有执行。"
CLOSED = "没有这个地址。"
FULL = "现在用的人太多，这一步没有接收，请过几秒再试一次。"
TOO_MUCH = "发来的内容过大，没有接收。"


class Door:
    """Lets requests in to the pages behind it, or answers them itself."""

    def __init__(self, app: Any, rights: Rights, inbox: Inbox) -> None:
        self.app, self.rights, self.inbox = app, rights, inbox

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        path, method = re.sub("/{2,}", "/", scope["path"]), scope["method"]
        if method in _CHANGING and not _own(headers):
            await _say(send, 403, FOREIGN)
        elif _CLOSED.match(path):
            await _say(send, 404, CLOSED)
        elif path == "/uploads" and method == "POST":
            await self._upload(scope, headers, receive, send)
        elif path in ("/login", "/login/", "/logout", "/logout/"):
            await self._login(scope, path.strip("/"), headers, receive, send)
        elif method in _CHANGING:
            body = await _read(receive, headers, MAX_BODY)
            if body is None:
                await _say(send, 413, TOO_MUCH)
            else:
                await self.app(scope, _again(body, receive), _worded(send))
        else:
            await self.app(scope, receive, self._marking(send, headers) if path == "/" else send)

    def _marking(self, send: Any, headers: Mapping[str, str]) -> Any:
        """Gives a browser that has none the cookie to which its uploads belong."""
        if VISITOR in cookies(headers):
            return send

        async def marked(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                cookie = _cookie(VISITOR, secrets.token_urlsafe(24), headers)
                message["headers"] = [*message["headers"], (b"set-cookie", cookie)]
            await send(message)

        return marked

    async def _upload(self, scope: Any, headers: Mapping[str, str], receive: Any, send: Any) -> None:
        """Takes one file, its name in the query; answers with its token, or with the reason why not."""
        visitor = cookies(headers).get(VISITOR, "")
        name = parse_qs(scope["query_string"].decode("latin-1"), max_num_fields=4).get("name", [""])[0]
        reason = self.rights.refusal(headers)
        if reason:
            await _reply(send, 403, {"reason": reason})
        elif not visitor:
            await _reply(send, 403, {"reason": "请先打开网页，再从网页上传。"})
        elif reason := self.inbox.full(visitor):
            await _reply(send, 429, {"reason": reason})
        elif not taken(name):
            await _reply(send, 415, {"reason": wrong_ending(safe_name(name))})
        elif _declared(headers) > MAX_BYTES:
            await _reply(send, 413, {"reason": _too_large()})
        else:
            await _reply(send, *await self._received(name, visitor, receive))

    async def _received(self, name: str, visitor: str, receive: Any) -> tuple[int, dict[str, str]]:
        try:
            with self.inbox.opened(name, visitor) as coming:
                async with asyncio.timeout(_SLOWEST):
                    while True:
                        message = await receive()
                        if message["type"] == "http.disconnect":
                            return 400, {"reason": "没有传完，请再试一次。"}
                        if not coming.write(message.get("body", b"")):
                            return 413, {"reason": _too_large()}
                        if not message.get("more_body"):
                            break
                return 200, {"token": coming.keep(), "name": safe_name(name)}
        except TimeoutError:
            return 408, {"reason": "上传太慢，没有传完，请换个网络再试。"}
        except TooLarge as error:  # others came first
            return 429, {"reason": str(error)}
        except ReportError as error:
            return 415, {"reason": str(error)}
        except OSError:
            return 507, {"reason": "服务器上放不下这份文件，请告诉管理员检查磁盘空间。"}

    async def _login(
        self, scope: Any, path: str, headers: Mapping[str, str], receive: Any, send: Any
    ) -> None:
        if not self.rights.logins:
            await _say(send, 404, CLOSED)
            return
        if scope["method"] == "GET" and path == "login":
            await _html(send, 200, login_page())
            return
        if scope["method"] != "POST":
            await _say(send, 405, CLOSED)
            return
        body = await _read(receive, headers, _FORM)
        if path == "logout":
            self.rights.logout(headers)
            await _go(send, _cookie(ADMIN, "", headers, lasting=0))
            return
        form = parse_qs((body or b"").decode("utf-8", "replace"), max_num_fields=4)
        address = scope["client"][0] if scope.get("client") else ""
        token, wait = self.rights.login(address, form.get("user", [""])[0], form.get("password", [""])[0])
        if token:
            await _go(send, _cookie(ADMIN, token, headers, lasting=LASTING))
        else:
            await _html(send, 429, login_page(wait))


def _own(headers: Mapping[str, str]) -> bool:
    """Whether a post comes from a page of this server, or from a program, which names no origin."""
    origin = headers.get("origin")
    if origin is None:
        return headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")
    hosts = (headers.get("host", ""), headers.get("x-forwarded-host", ""))
    return bool(urlsplit(origin).netloc) and urlsplit(origin).netloc in hosts


def _declared(headers: Mapping[str, str]) -> int:
    length = headers.get("content-length", "0")
    return int(length) if length.isdecimal() and len(length) < 19 else MAX_BYTES + 1


async def _read(receive: Any, headers: Mapping[str, str], most: int) -> bytes | None:
    """The whole body; None where it is larger than ``most`` bytes."""
    if _declared(headers) > most:
        return None
    body = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > most:
            return None
        if message["type"] == "http.disconnect" or not message.get("more_body"):
            return body


def _again(body: bytes, receive: Any) -> Any:
    """A ``receive`` that gives ``body`` first, then what still comes."""
    given: list[dict[str, Any]] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Any:
        return given.pop() if given else await receive()

    return again


def _worded(send: Any) -> Any:
    """A ``send`` that says in Chinese that the queue is full, of which Gradio's page has an English line."""
    full = False

    async def worded(message: dict[str, Any]) -> None:
        nonlocal full
        if message["type"] == "http.response.start" and message["status"] == 503:
            full = True  # the page shows the reason of any status but this one
            await _reply(send, 429, {"detail": FULL})
        elif not full:
            await send(message)

    return worded


def _too_large() -> str:
    return f"文件超过 {MAX_BYTES // 2**20} MB 的上限，请拆分成较小的文件。"


def _cookie(name: str, value: str, headers: Mapping[str, str], lasting: int | None = None) -> bytes:
    secure = "; Secure" if headers.get("x-forwarded-proto") == "https" else ""
    age = "" if lasting is None else f"; Max-Age={lasting}"
    return f"{name}={value}; Path=/; HttpOnly; SameSite=Strict{age}{secure}".encode()


async def _send(send: Any, status: int, kind: bytes, body: bytes, *more: tuple[bytes, bytes]) -> None:
    length = str(len(body)).encode()
    headers = [(b"content-type", kind), (b"content-length", length), (b"cache-control", b"no-store"), *more]
    if status == 413:  # the rest of the body is not read
        headers.append((b"connection", b"close"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _say(send: Any, status: int, sentence: str) -> None:
    await _send(send, status, b"text/plain; charset=utf-8", sentence.encode())


async def _reply(send: Any, status: int, content: dict[str, str]) -> None:
    await _send(send, status, b"application/json", json.dumps(content, ensure_ascii=False).encode())


async def _html(send: Any, status: int, page: str) -> None:
    await _send(send, status, b"text/html; charset=utf-8", page.encode())


async def _go(send: Any, cookie: bytes) -> None:
    await _send(send, 303, b"text/plain", b"", (b"location", b"/"), (b"set-cookie", cookie))
