"""What the reports page shows: the list of reports, the files on their way in, who may do what; as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from pages.intake import Row
from pages.rights import Rights
from pages.uploads import MAX_BYTES

if TYPE_CHECKING:
    from vectorstore.records import ReportEntry

METHODS = {"text": "原文文字", "ocr": "OCR 识别", "mixed": "文字与 OCR"}


def drop_zone() -> str:
    """Where files are dropped or chosen; shelf.js sends them one by one."""
    from reports.readers import ENDINGS

    kinds = "txt、md、docx、pdf、图片、html、doc、wps"
    return (
        '<label class="drop"><input type="file" multiple id="shelf-files" '
        f'accept="{",".join(ENDINGS)}" data-most="{MAX_BYTES}">'
        "<strong>把报告文件拖到这里，或点这里选择</strong>"
        f"<span>可一次多份：{kinds}，每份不超过 {MAX_BYTES // 2**20} MB</span></label>"
        '<ul class="files sending" aria-live="polite"></ul>'
    )


def progress(rows: Sequence[Row]) -> str:
    """The files of this visit and how far each has come."""
    lines = "".join(
        f'<li data-state="{row.state}"><span class="name">{escape(row.name)}</span>'
        f'<span class="said">{escape(row.said)}</span></li>'
        for row in rows
    )
    return f'<ul class="files" aria-live="polite">{lines}</ul>' if rows else ""


def table(entries: Sequence[ReportEntry], wanted: str, most: int, *, may: bool) -> tuple[str, int]:
    """The reports that have all words of ``wanted`` in place, year, kind or name, and how many there are.

    At most ``most`` are shown; with ``may`` each has a button.
    """
    words = wanted.split()
    found = [entry for entry in entries if all(word in _searched(entry) for word in words)]
    heads = ("报告", "年份", "类别", "章节", "段落", "数字", "读法", *(["管理"] if may else []))
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    rows = "".join(_row(entry, may) for entry in found[:most])
    count = f"共 {len(entries)} 份" if not words else f"{len(entries)} 份中找到 {len(found)} 份"
    shown = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>" if rows else ""
    return f'<p class="count" role="status">{count}</p>{shown}', len(found)


def _searched(entry: ReportEntry) -> str:
    identity = entry.identity
    return " ".join((*identity.parents, identity.place, str(identity.year), identity.kind, entry.source))


def _row(entry: ReportEntry, may: bool) -> str:
    identity = entry.identity
    where = escape("".join((*identity.parents, identity.place)) or "地区不明")
    name = escape(entry.source)
    cells = (
        ("年份", str(identity.year or "不明")),
        ("类别", escape(identity.kind)),
        ("章节", str(entry.sections)),
        ("段落", str(entry.chunks)),
        ("数字", str(entry.facts)),
        ("读法", METHODS.get(entry.method, escape(entry.method))),
    )
    data = "".join(f'<td data-name="{label}">{value}</td>' for label, value in cells)
    button = (
        f'<td class="do"><button type="button" data-report="{escape(entry.id)}" '
        f'aria-label="更正或移除 {name}">更正或移除</button></td>'
    )
    return (
        f'<tr><th scope="row"><span class="where">{where}</span><span class="source">{name}</span></th>'
        f"{data}{button if may else ''}</tr>"
    )


def right_line(rights: Rights, reason: str) -> str:
    """One line on what the visitor may do, with the way to log in or out where there is one."""
    if reason:
        link = ' <a href="/login">管理员登录</a>' if rights.logins else ""
        return f"<p>{escape(reason)}{link}</p>"
    if rights.logins:
        return '<form method="post" action="/logout"><p>已以管理员登录。 <button>退出登录</button></p></form>'
    return ""
