"""The errors of this room. Each message is one Chinese sentence that says what to do next.

StoreError
├── StoreNotFound        nothing has been ingested there yet
├── StoreNotWritable     the folder cannot be written
├── StoreDamaged         the catalogue cannot be read
│   └── EarlierFormat    it can, once it has been upgraded
├── StoreBusy            another process is writing
├── EmbeddingMismatch    the store was made with another embedding model
├── EmbeddingUnavailable the embedding model cannot be loaded
├── ServerUnavailable    the Chroma server does not answer
└── ReportNotFound       no report has that id
"""

from __future__ import annotations


class StoreError(Exception):
    """Base of everything that this room raises on purpose."""


class StoreNotFound(StoreError):
    """Nothing has been ingested there yet."""


class StoreNotWritable(StoreError):
    """The store's folder cannot be written."""


class StoreDamaged(StoreError):
    """The catalogue cannot be read."""


class EarlierFormat(StoreDamaged):
    """The catalogue is of an earlier format; opening a store upgrades it."""


class StoreBusy(StoreError):
    """Another process is writing to the store."""


class EmbeddingMismatch(StoreError):
    """The store was made with another embedding model."""


class EmbeddingUnavailable(StoreError):
    """The embedding model cannot be loaded."""


class ServerUnavailable(StoreError):
    """The Chroma server does not answer."""


class ReportNotFound(StoreError):
    """No report in the store has that id."""
