"""``GET /original/<report>``: the file that a report was read from or, where it is gone, its text."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from assistant.errors import AssistantError
from pages.desk import Desk
from reports.patterns import regex
from vectorstore.errors import StoreError
from vectorstore.records import ReportEntry

_PATH = regex(r"/original/([0-9a-f]{1,64})")
GONE = "库中没有这份报告，可能已经移走；请刷新页面再查。"


class Originals:
    """Pure ASGI middleware that answers these addresses. The client names a report, never a path."""

    def __init__(self, app: Any, desk: Desk) -> None:
        self.app, self._desk = app, desk

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        wanted = _PATH.fullmatch(scope["path"]) if scope["type"] == "http" else None
        if not wanted or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        from anyio.to_thread import run_sync

        response = await run_sync(_response, self._desk, wanted[1])
        await response(scope, receive, send)


def _response(desk: Desk, report_id: str) -> Any:
    from starlette.responses import FileResponse, PlainTextResponse, Response

    try:
        store = desk.assistant.store
        entry = next((entry for entry in store.entries() if entry.id == report_id), None)
        if entry is None:
            return PlainTextResponse(GONE, 404)
        if file := _unchanged(entry, store.origin(report_id)):
            return FileResponse(file, filename=entry.source, media_type="application/octet-stream")
        text = store.report(report_id).text
    except (AssistantError, StoreError) as error:
        return PlainTextResponse(str(error), 404)
    # Starlette names the file as the header wants it, whatever characters the name has.
    named = FileResponse("", filename=f"{Path(entry.source).stem}.txt").headers["content-disposition"]
    return Response(
        text.encode("utf-8", "replace"),
        media_type="text/plain; charset=utf-8",
        headers={"content-disposition": named},
    )


def _unchanged(entry: ReportEntry, origin: str) -> Path | None:
    """The file at ``origin`` where it still is what was read: of that name, and not written since."""
    file = Path(origin)
    if not file.is_absolute() or file.name != entry.source:
        return None
    try:
        if file.resolve(strict=True) != file or not file.is_file():
            return None
        added = datetime.fromisoformat(entry.added).timestamp()
        return file if file.stat().st_mtime <= added + 1 else None
    except (OSError, ValueError):
        return None
