"""pdf: the text of each page; a page that is only a picture is recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reports.errors import DamagedFile, EncryptedFile
from reports.patterns import regex
from reports.readers.clean import bind
from reports.readers.limits import PAGES, within
from reports.readers.sniff import expect
from reports.readers.steps import tell
from reports.records import Document

if TYPE_CHECKING:
    from PIL.Image import Image

_DPI = 200
_MAX_PIXELS = 16_000_000  # a page larger than A3 is rendered coarser
_SPARSE = 20  # a scan may carry a typed page number or a stamp, and no more
_VISIBLE = regex(r"\w")
_READABLE = regex(r"[一-鿿0-9A-Za-z]")


def read(path: Path, data: bytes, max_bytes: int) -> Document:
    """A pdf with the offsets of each page; ``method`` tells how each page was read.

    Raises ``EncryptedFile`` where a password is needed to open it, ``DamagedFile`` where it is
    broken, ``TooLarge`` where it has too many pages. A pdf of blank pages gives an empty text.
    """
    from pypdfium2 import PdfDocument, PdfiumError
    from pypdfium2.raw import FPDF_ERR_PASSWORD

    expect(path, data, "pdf")
    try:
        with PdfDocument(data) as document:
            within(path.name, len(document), PAGES, "页")
            return bind(_leaves(document), "pdf")
    except PdfiumError as error:
        if error.err_code == FPDF_ERR_PASSWORD:
            raise EncryptedFile(f"《{path.name}》设有打开密码，请取消密码后再试。") from error
        raise DamagedFile(f"《{path.name}》已损坏，请重新下载或另存为 PDF 再试。") from error


def _leaves(document: Any) -> Iterator[tuple[str, str]]:
    pages = len(document)
    for index in range(pages):
        page = document[index]
        try:
            yield _leaf(page, index + 1, pages)
        finally:
            page.close()


def _leaf(page: Any, number: int, pages: int) -> tuple[str, str]:
    """The page's text and how it was got. Recognition must find more than the page has as text."""
    textpage = page.get_textpage()
    try:
        # pdfium marks a hyphen at a line's end with U+FFFE.
        text = textpage.get_text_bounded().replace("\ufffe", "-")
    finally:
        textpage.close()
    if not _needs_ocr(text):
        return text, "text"
    image = _picture(page)
    if image is None:
        return text, "text"
    from reports.readers.ocr import recognise

    tell("识别", number, pages)
    seen = recognise(image)
    if len(_READABLE.findall(seen)) > len(_READABLE.findall(text)):
        return seen, "ocr"
    return text, "text"


def _needs_ocr(text: str) -> bool:
    """Whether ``text`` is next to nothing, or mostly the codes of a font without a character map."""
    visible = re.sub(r"\s", "", text)
    if len(_VISIBLE.findall(visible)) < _SPARSE:
        return True
    return len(_READABLE.findall(visible)) * 2 < len(visible)


def _picture(page: Any) -> Image | None:
    """The page in grey at about 200 dpi; None where nothing is drawn on it."""
    if next(iter(page.get_objects(max_depth=1)), None) is None:
        return None
    width, height = page.get_size()
    scale = min(_DPI / 72, (_MAX_PIXELS / max(width * height, 1)) ** 0.5)
    image = page.render(scale=scale, grayscale=True).to_pil()
    darkest, lightest = image.getextrema()
    return None if darkest == lightest else image
