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
from reports.readers.limits import PARAGRAPHS, UNPACKED, within
from reports.readers.sniff import expect, sniff
from reports.records import Document

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

# How an encrypted Office file names its payload inside the OLE container.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# Unpacked, the text of a docx is about ten times its size; more than this is a zip bomb.
_GROWTH = 20
_HEAD = 4096  # bytes of a part in which a document type would be declared
# Runs of a paragraph: also those inside links, smart tags (dates and measures of older Word
# versions) and accepted insertions, which Paragraph.text leaves out; not those that were
# deleted, nor text boxes, which the file holds twice.
_RUNS = ".//w:r[not(ancestor::w:del) and not(ancestor::w:moveFrom) and not(ancestor::w:txbxContent)]"


def read(path: Path, data: bytes, max_bytes: int) -> Document:
    """A docx: one line per paragraph; a table row is one line, its cells joined by tabs.

    Raises ``EncryptedFile``, ``DamagedFile`` for a broken package, another kind of file or one
    that no Word writes, ``TooLarge`` for a package that unpacks beyond measure.
    """
    if sniff(data) == "ole" and _ENCRYPTED in data:
        raise EncryptedFile(f"《{path.name}》设有打开密码，请在 Word 中取消密码后再试。")
    expect(path, data, "zip")
    document = _open(path, data, max_bytes)
    body = document.element.body
    within(path.name, int(body.xpath("count(.//w:p)")), PARAGRAPHS, "段")
    return Document(clean("\n".join(_lines(body, document))), "docx")


def _open(path: Path, data: bytes, max_bytes: int) -> WordDocument:
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import XMLSyntaxError

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            unpacked = sum(entry.file_size for entry in package.infolist())
            if unpacked > min(max_bytes * _GROWTH, UNPACKED):
                raise TooLarge(f"《{path.name}》解压后过大，请删去图片或拆分成较小的文件再试。")
            _inspect(path, package)
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


def _inspect(path: Path, package: zipfile.ZipFile) -> None:
    """Raises ``DamagedFile`` where a part's name leads out of the package, or a part declares entities."""
    for entry in package.infolist():
        steps = entry.filename.replace("\\", "/").split("/")
        if ".." in steps or not steps[0] or ":" in steps[0]:
            raise DamagedFile(
                f"《{path.name}》里有指向别处的文件名，不是正常的 Word 文档，请用 Word 另存后再试。"
            )
        if entry.filename.lower().endswith((".xml", ".rels")):
            with package.open(entry) as part:
                head = part.read(_HEAD).replace(b"\0", b"")  # whatever its encoding
            if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                raise DamagedFile(
                    f"《{path.name}》里有外部实体声明，不是正常的 Word 文档，请用 Word 另存后再试。"
                )


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
