"""What a file's first bytes say it is, against what its ending says."""

from __future__ import annotations

from pathlib import Path

from reports.errors import DamagedFile

# Only kinds that turn up under a wrong ending; a library decides everything else.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b\x08", "archive"),
    (b"\x7fELF", "program"),
)
_NAMES = {
    "pdf": "PDF（.pdf）",
    "zip": "Word 文档（.docx）或压缩包",
    "ole": "旧版 Word（.doc）或加密的 Office 文件",
    "rtf": "RTF 文档",
    "image": "图片",
    "archive": "压缩包",
    "program": "程序文件",
}
_HEADER = 1024  # a pdf may carry some bytes before its own header


def sniff(data: bytes) -> str:
    """``"pdf"``, ``"zip"``, ``"ole"``, ``"rtf"``, ``"image"``, ``"archive"``, ``"program"`` or ``""``."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "image"
    return "pdf" if b"%PDF-" in data[:_HEADER] else ""


def expect(path: Path, data: bytes, *kinds: str) -> str:
    """The sniffed kind where it is one of ``kinds``; ``DamagedFile`` where it is another."""
    kind = sniff(data)
    if kind in kinds:
        return kind
    if not kind:
        raise DamagedFile(f"《{path.name}》已损坏，或不是真正的 {path.suffix[1:]} 文件，请重新获取原件。")
    raise DamagedFile(
        f"《{path.name}》的后缀是 {path.suffix}，内容却是{_NAMES[kind]}，请改正后缀或另存后再试。"
    )


_WORD = ("ole", "rtf", "zip")
_KINDS: dict[str, tuple[str, ...]] = {
    ".docx": ("zip", "ole"),  # encrypted ones are told apart when they are read
    **dict.fromkeys((".doc", ".wps"), _WORD),
    ".pdf": ("pdf",),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".webp"), ("image",)),
}


def check(path: Path, head: bytes) -> None:
    """Raises ``DamagedFile`` where a file's first bytes are not of the kind that its ending says.

    An empty file passes: it is refused as such when it is read.
    """
    ending = path.suffix.lower()
    kinds = _KINDS.get(ending, ())
    if not head or (ending == ".bmp" and head.startswith(b"BM")):  # too short a magic to tell elsewhere
        return
    if kinds or sniff(head):
        expect(path, head, *kinds)
