"""What the reports page does to the store: takes files in, corrects, reads anew, removes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pages.desk import Desk
from pages.uploads import Upload
from reports.errors import ReportError, UnknownIdentity
from vectorstore.errors import StoreError, StoreNotFound
from vectorstore.records import CHANGED, DUPLICATE, NEW

if TYPE_CHECKING:
    from reports.readers.steps import Step
    from reports.records import Report
    from reports.sandbox import Sandbox
    from vectorstore import Store

MAX_PLACE = 40
YEARS = (1949, 2100)
_UNKNOWN = "正文和文件名里看不出是哪个地区、哪一年的报告，请展开“文中没有写明地区或年份”填好后再传一次。"
_CHANGED_SINCE = "这份报告刚被别人更正过，没有再改，请重新打开看一看。"
_STATUS = {NEW: "已入库", CHANGED: "已更新", DUPLICATE: "内容与库中另一份相同，没有重复收入"}


@dataclass(frozen=True, slots=True)
class Row:
    """How far one file has come. ``state``: 等待, 处理, 完成 or 失败; ``said`` is for the reader."""

    name: str
    state: str = "等待"
    said: str = "等待读入"


def take_in(desk: Desk, uploads: Sequence[Upload], place: str, year: int | None) -> Iterator[tuple[Row, ...]]:
    """Reads files into the desk's store, one after another; yields how far each has come.

    A file that fails leaves the others as they are. ``place`` and ``year`` override what the
    files say. Every file is dropped once it has been read.
    """
    from reports.sandbox import Sandbox

    rows = [Row(one.path.name) for one in uploads]
    try:
        with Sandbox() as sandbox:
            for at, upload in enumerate(uploads):
                for row in _one(desk, sandbox, upload, place, year):
                    rows[at] = row
                    yield tuple(rows)
                upload.drop()
    finally:
        for upload in uploads:
            upload.drop()


def _one(desk: Desk, sandbox: Sandbox, upload: Upload, place: str, year: int | None) -> Iterator[Row]:
    from reports.readers.steps import Step

    row = Row(upload.path.name, "处理", "正在读取……")
    yield row
    try:
        for step in sandbox.watch(upload.path, place=place, year=year):
            if isinstance(step, Step):
                yield replace(row, said=_said(step))
            else:
                yield replace(row, said="正在写入资料库……")
                yield Row(row.name, "完成", _kept(desk, step))
    except UnknownIdentity:
        yield replace(row, state="失败", said=_UNKNOWN)
    except (ReportError, StoreError) as error:
        yield replace(row, state="失败", said=str(error))


def _said(step: Step) -> str:
    if step.stage == "识别":
        return f"正在识别第 {step.page} 页，共 {step.pages} 页……"
    return "正在读取……" if step.stage == "读取" else "正在整理章节和数字……"


def _kept(desk: Desk, report: Report) -> str:
    store = _store(desk)
    status = store.add(report, origin=_origin(report))
    if status == DUPLICATE:
        return _STATUS[status]
    who = f"{report.identity.place} {report.identity.year} 年"
    method = " · OCR 识别" if report.method == "ocr" else ""
    parts = f"{len(report.sections)} 节 · {len(report.facts)} 个数字{method}"
    return f"{_STATUS.get(status, '库中已有，内容未变')} · {who} · {parts}"


def _origin(report: Report) -> str:
    """Two files of one name are two reports unless they are of one place, year and kind."""
    identity = report.identity
    return f"upload:{identity.place}:{identity.year}:{identity.kind}"


def _store(desk: Desk) -> Store:
    """The desk's store; it is made where there is none. Raises StoreError."""
    try:
        return desk.assistant.store
    except StoreNotFound:
        from assistant.settings import Settings
        from vectorstore import Store

        settings = Settings()
        Store.open(
            desk.store,
            embedding_model=settings.embedding_model,
            chroma_url=settings.chroma_url,
            create=True,
        ).close()
        return desk.assistant.store


def correct(desk: Desk, report_id: str, place: str, year: int | None) -> str:
    """Gives a report another place or year: everything in it is read anew with these. What came of it."""
    place = " ".join(place.split())
    if not place or len(place) > MAX_PLACE or not place.isprintable():
        return f"地区请写 1 到 {MAX_PLACE} 个字，例如“卫东区”。"
    if year is None or not YEARS[0] <= year <= YEARS[1]:
        return f"年份请写 {YEARS[0]} 到 {YEARS[1]} 之间的数。"
    return _remade(desk, report_id, lambda report, make: make(report, place=place, year=year))


def renew(desk: Desk, report_id: str) -> str:
    """Reads a report's stored text anew, with today's rules; its place and year stay."""

    def remake(report: Report, make: Callable[..., Report]) -> Report:
        same = report.identity.place, report.identity.year
        try:
            found = make(report)
            if (found.identity.place, found.identity.year) == same:
                return found
        except UnknownIdentity:
            pass  # it was told when the report came in
        return make(report, place=same[0], year=same[1])

    return _remade(desk, report_id, remake)


def _remade(desk: Desk, report_id: str, remake: Callable[[Report, Callable[..., Report]], Report]) -> str:
    from reports.sandbox import Sandbox

    try:
        store = _store(desk)
        report = store.report(report_id)
        with Sandbox() as sandbox:
            made = remake(report, sandbox.remake)
        with store.writing():
            if store.report(report_id) != report:  # corrected by somebody else while this was made
                return _CHANGED_SINCE
            origin = store.origin(report_id)
            status = store.add(made, origin=_origin(made) if origin.startswith("upload:") else origin)
    except (ReportError, StoreError) as error:
        return str(error)
    who = f"{made.identity.place} {made.identity.year} 年"
    said = "已重新读入" if status == CHANGED else "已重新读入，内容没有变化"
    return f"《{made.source}》{said}：{who}，{len(made.sections)} 节，{len(made.facts)} 个数字。"


def remove(desk: Desk, report_id: str) -> str:
    """Drops a report; what came of it."""
    try:
        store = _store(desk)
        source = store.report(report_id).source
        store.remove(report_id)
    except StoreError as error:
        return str(error)
    return f"《{source}》已移除。"
