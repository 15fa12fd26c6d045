"""Keeps reports and finds passages: catalogue, keyword index, embeddings, Chroma.

Everything is loaded on first use, so that importing this package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .errors import (
        EmbeddingMismatch,
        EmbeddingUnavailable,
        ReportNotFound,
        ServerUnavailable,
        StoreBusy,
        StoreDamaged,
        StoreError,
        StoreNotFound,
        StoreNotWritable,
    )
    from .ingesting import find_files, ingest_paths
    from .records import IngestResult, Passage, ReportEntry, StoredFact
    from .store import Store

__all__ = [
    "EmbeddingMismatch",
    "EmbeddingUnavailable",
    "IngestResult",
    "Passage",
    "ReportEntry",
    "ReportNotFound",
    "ServerUnavailable",
    "Store",
    "StoreBusy",
    "StoreDamaged",
    "StoreError",
    "StoreNotFound",
    "StoreNotWritable",
    "StoredFact",
    "find_files",
    "ingest_paths",
]

_HOMES = {
    "IngestResult": "records",
    "Passage": "records",
    "ReportEntry": "records",
    "Store": "store",
    "StoredFact": "records",
    "find_files": "ingesting",
    "ingest_paths": "ingesting",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'errors')}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
