"""Reads government work reports: a file in; a report with its outline, sentences, chunks and facts out.

Everything is loaded on first use, so that importing this package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .errors import (
        DamagedFile,
        EmptyReport,
        EncryptedFile,
        MissingProgram,
        ReportError,
        TooLarge,
        UnknownIdentity,
        UnreadableFile,
        UnsupportedFormat,
    )
    from .identity import identify
    from .pipeline import make_report, read_report
    from .readers import read_document
    from .records import Chunk, Document, Duty, Fact, Identity, Page, Report, Section, Sentence
    from .repair import tidy

__all__ = [
    "Chunk",
    "DamagedFile",
    "Document",
    "Duty",
    "EmptyReport",
    "EncryptedFile",
    "Fact",
    "Identity",
    "MissingProgram",
    "Page",
    "Report",
    "ReportError",
    "Section",
    "Sentence",
    "TooLarge",
    "UnknownIdentity",
    "UnreadableFile",
    "UnsupportedFormat",
    "identify",
    "make_report",
    "read_document",
    "read_report",
    "tidy",
]

_HOMES = {
    **dict.fromkeys(
        ("Chunk", "Document", "Duty", "Fact", "Identity", "Page", "Report", "Section", "Sentence"), "records"
    ),
    "identify": "identity",
    "make_report": "pipeline",
    "read_document": "readers",
    "read_report": "pipeline",
    "tidy": "repair",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'errors')}"), name)
