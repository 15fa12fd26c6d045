"""Pure ASGI middleware of the pages; streamed answers pass through it piece by piece."""

from __future__ import annotations

from typing import Any

# Gradio's own scripts need the two unsafe words; everything else stays with this server.
POLICY = (
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "form-action 'self'",
    "base-uri 'self'",
    "frame-ancestors 'none'",
)
HEADERS = (
    (b"content-security-policy", "; ".join(POLICY).encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),  # without any, a form would name no origin either
)
# Gradio words its own labels after the browser's language, from the first paint on.
# A reader who has switched to English has it from the first paint on too.
CHINESE = (
    b"<head><script>{ let own = 'zh-CN'; "
    b"try { if (localStorage.getItem('language') === 'en') own = 'en' } catch {} "
    b"document.documentElement.lang = own; "
    b"for (const [name, value] of [['language', own], ['languages', [own]]]) "
    b"Object.defineProperty(navigator, name, {get: () => value}) }</script>"
)


class Guard:
    """Headers that keep a page from loading, sending to or being framed by any other address."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        async def guarded(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *HEADERS]
            await send(message)

        await self.app(scope, receive, guarded)


class ChineseFirst:
    """Makes Chinese the language of the page itself, so that no label is English for a moment."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        started: list[dict[str, Any]] = []

        async def worded(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start" and _is_html(message):
                started.append(message)
                return
            if started and message["type"] == "http.response.body":
                start = started.pop()
                body = message.get("body", b"").replace(b"<head>", CHINESE, 1)
                message["body"] = body.replace(b'lang="en"', b'lang="zh-CN"', 1)
                start["headers"] = [pair for pair in start["headers"] if pair[0] != b"content-length"]
                await send(start)
            await send(message)

        await self.app(
            scope, receive, worded if scope["type"] == "http" and scope["method"] == "GET" else send
        )


def _is_html(start: dict[str, Any]) -> bool:
    return any(name == b"content-type" and value.startswith(b"text/html") for name, value in start["headers"])
