"""The few changes that make a file's text the stored text, and the binding of pages."""

from __future__ import annotations

from collections.abc import Iterable

from reports.patterns import regex
from reports.records import Document, Page

# Everything that str.splitlines takes for a line's end, so that "\n" is the only one left.
_NEWLINE = regex("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_UNSTORABLE = regex("[\x00\ud800-\udfff]")


def clean(text: str) -> str:
    """``text`` with ``\\n`` newlines and without NULs, lone surrogates and a leading BOM."""
    return _UNSTORABLE.sub("", _NEWLINE.sub("\n", text)).removeprefix("\ufeff")


def bind(leaves: Iterable[tuple[str, str]], kind: str) -> Document:
    """A paged document from each page's (text, method), pages separated by one ``\\n``.

    A page without text keeps its number, with an empty range; it does not count for the
    document's method.
    """
    parts: list[str] = []
    pages: list[Page] = []
    offset = 0
    for number, (raw, method) in enumerate(leaves, start=1):
        text = clean(raw).strip("\n")
        pages.append(Page(number, offset, offset + len(text), method))
        parts.append(text)
        offset += len(text) + 1
    methods = {page.method for page in pages if page.end > page.start}
    method = "mixed" if len(methods) > 1 else next(iter(methods), "text")
    return Document("\n".join(parts), kind, method, tuple(pages))
