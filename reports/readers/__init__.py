"""A report file in, its stored text out: one module per format, a library behind each.

Nothing heavy is imported until a file of that format is read.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reports.errors import EmptyReport, TooLarge, UnreadableFile, UnsupportedFormat
from reports.patterns import regex
from reports.readers import image, oldword, pdf, plain, web, word
from reports.readers.limits import CHARACTERS, PARAGRAPHS, within
from reports.records import MAX_BYTES, Document

__all__ = ["ENDINGS", "read_document"]

# Each reader takes the path (for its name and ending), the file's bytes and the size limit.
Reader = Callable[[Path, bytes, int], Document]

_READERS: dict[str, Reader] = {
    **dict.fromkeys((".txt", ".md", ".markdown"), plain.read),
    ".docx": word.read,
    **dict.fromkeys((".doc", ".wps"), oldword.read),
    ".pdf": pdf.read,
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".webp"), image.read),
    **dict.fromkeys((".html", ".htm"), web.read),
}
ENDINGS: tuple[str, ...] = tuple(_READERS)

_VISIBLE = regex(r"\w")


def read_document(path: Path, *, max_bytes: int = MAX_BYTES) -> Document:
    """Reads one report file whole.

    The stored text keeps the file's own characters: newlines become ``\\n``, NULs and lone
    surrogates go, nothing else changes. Paged files (pdf, images) list their pages with the
    offsets of each in the text, and whether a page was read or recognised.

    Raises ``UnsupportedFormat`` for an unknown ending, ``TooLarge`` over ``max_bytes`` or over
    ``limits``, ``EmptyReport`` without any text, ``EncryptedFile``, ``DamagedFile`` and
    ``MissingProgram`` as their names say, and ``UnreadableFile`` where the file cannot be opened at all.
    """
    path = Path(path)
    data = _load(path, max_bytes)
    document = _READERS[path.suffix.lower()](path, data, max_bytes)
    within(path.name, len(document.text), CHARACTERS, "字")
    within(path.name, document.text.count("\n") + 1, PARAGRAPHS, "段")
    if not _VISIBLE.search(document.text):
        raise EmptyReport(f"《{path.name}》里没有文字，请换一份有正文的文件。")
    return document


def _load(path: Path, max_bytes: int) -> bytes:
    """The bytes of ``path``, after every check that needs no reading."""
    try:
        if path.is_dir():
            raise UnreadableFile(f"“{path.name}”是文件夹，请给出里面的报告文件。")
        size = path.stat().st_size
        if path.suffix.lower() not in _READERS:
            kinds = "、".join(ending[1:] for ending in ENDINGS)
            raise UnsupportedFormat(f"不支持《{path.name}》的格式，请转换成以下格式之一：{kinds}。")
        if size > max_bytes:
            raise TooLarge(
                f"《{path.name}》有 {_megabytes(size)} MB，超过 {_megabytes(max_bytes)} MB 的上限，"
                "请拆分成较小的文件。"
            )
        if not size:
            raise EmptyReport(f"《{path.name}》是空文件，请换一份有正文的文件。")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(f"找不到文件《{path.name}》，请检查路径。") from error
    except OSError as error:
        raise UnreadableFile(f"打不开《{path.name}》，请检查文件的读取权限。") from error


def _megabytes(size: int) -> str:
    return f"{size / 2**20:.1f}".removesuffix(".0")
