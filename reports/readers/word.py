"""docx: paragraphs and tables in the order of the body."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reports.errors import DamagedFile, EncryptedFile, TooLarge
from reports.readers.clean import clean
from reports.readers.sniff import expect, sniff
from reports.records import Document

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

# How an encrypted Office file names its payload inside the OLE container.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# Unpacked, the text of a docx is about ten times its size; more than this is a zip bomb.
_UNPACKED = 20
# Runs of a paragraph: also those inside links, smart tags (dates and measures of older Word
# versions) and accepted insertions, which Paragraph.text leaves out; not those that were
# deleted, nor text boxes, which the file holds twice.
_RUNS = ".//w:r[not(ancestor::w:del) and not(ancestor::w:moveFrom) and not(ancestor::w:txbxContent)]"


def read(path: Path, data: bytes, max_bytes: int) -> Document:
    """A docx: one line per paragraph; a table row is one line, its cells joined by tabs.

    Raises ``EncryptedFile``, ``DamagedFile`` for a broken package or another kind of file,
    ``TooLarge`` for a package that unpacks beyond measure.
    """
    if sniff(data) == "ole" and _ENCRYPTED in data:
        raise EncryptedFile(f"《{path.name}》设有打开密码，请在 Word 中取消密码后再试。")
    expect(path, data, "zip")
    document = _open(path, data, max_bytes)
    return Document(clean("\n".join(_lines(document.element.body, document))), "docx")


def _open(path: Path, data: bytes, max_bytes: int) -> WordDocument:
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import XMLSyntaxError

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            unpacked = sum(entry.file_size for entry in package.infolist())
        if unpacked > max_bytes * _UNPACKED:
            raise TooLarge(f"《{path.name}》解压后过大，请删去图片或拆分成较小的文件再试。")
        return docx.Document(io.BytesIO(data))
    except (
        zipfile.BadZipFile,
        zlib.error,
        OpcError,
        XMLSyntaxError,
        KeyError,  # a part that the package lacks
        ValueError,  # a package of another kind, such as a workbook
        NotImplementedError,  # a compression that no Word writes
        RuntimeError,  # an entry with a zip password
        EOFError,
    ) as error:
        raise DamagedFile(f"《{path.name}》已损坏或不是 Word 文档，请用 Word 打开并另存后再试。") from error


def _lines(container: Any, parent: Any) -> Iterator[str]:
    """The lines of a body, a cell or a content control, in order."""
    from docx.oxml.ns import qn

    for element in container.iterchildren():
        if element.tag == qn("w:p"):
            yield _paragraph(element, parent)
        elif element.tag == qn("w:tbl"):
            yield from _table(element, parent)
        elif element.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins")):
            yield from _lines(element, parent)


def _paragraph(element: Any, parent: Any) -> str:
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    paragraph = Paragraph(element, parent)
    return "".join(Run(run, paragraph).text for run in element.xpath(_RUNS))


def _table(element: Any, parent: Any) -> Iterator[str]:
    """One line per row. A row of a single cell lays text out and keeps the cell's own lines."""
    for row in element.xpath("./w:tr | ./w:sdt/w:sdtContent/w:tr"):
        cells = [list(_lines(cell, parent)) for cell in row.xpath("./w:tc | ./w:sdt/w:sdtContent/w:tc")]
        if len(cells) == 1:
            yield from cells[0]
        else:
            yield "\t".join(" ".join(filter(None, map(str.strip, cell))) for cell in cells)
