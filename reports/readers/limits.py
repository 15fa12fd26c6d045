"""How much of a file is read at most. A report has some ten pages and some hundred paragraphs."""

from __future__ import annotations

from reports.errors import TooLarge

UNPACKED = 50 * 2**20
"""Bytes of a docx's parts when unpacked."""
PAGES = 500
"""Pages of a pdf, frames of a picture."""
PARAGRAPHS = 20_000
"""Paragraphs and lines."""
CHARACTERS = 2_000_000
"""Characters of a report's text."""


def within(name: str, count: int, most: int, unit: str) -> None:
    """Raises ``TooLarge`` where the file ``name`` has more than ``most`` of ``unit`` (页, 段 …)."""
    if count > most:
        raise TooLarge(f"《{name}》有 {count} {unit}，超过 {most} {unit}的上限，请拆分成较小的文件再试。")
