"""txt and md: the encoding is found, the text stays as it is."""

from __future__ import annotations

from pathlib import Path

from reports.errors import DamagedFile
from reports.readers.clean import clean
from reports.readers.encoding import decode
from reports.readers.sniff import expect, sniff
from reports.records import Document


def read(path: Path, data: bytes, max_bytes: int) -> Document:
    """A text file in UTF-8, UTF-16, GB18030 or Big5. Raises ``DamagedFile`` for anything else."""
    if sniff(data):
        expect(path, data)  # says what it is instead
    text = decode(data)
    if text is None:
        raise DamagedFile(f"《{path.name}》不是文本文件或编码无法识别，请另存为 UTF-8 编码的文本再试。")
    return Document(clean(text), "txt" if path.suffix.lower() == ".txt" else "md")
