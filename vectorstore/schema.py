"""The catalogue's tables. ``VERSION`` goes up with every change that old stores must be taken to."""

from __future__ import annotations

import zlib
from dataclasses import fields

from reports.records import Duty, Fact, Identity, Page, Section, Sentence

VERSION = 1
EARLIER = frozenset({"1"})
"""The formats that ``upgrading`` reads: this one with other packed records, and those before it."""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE segments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    size INTEGER NOT NULL,
    length INTEGER NOT NULL,
    ordinals BLOB NOT NULL,
    reports BLOB NOT NULL,
    lengths BLOB NOT NULL
);

-- numbers are never used twice, so an index entry of a removed report can never name another one
CREATE TABLE reports (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    origin TEXT NOT NULL,
    place TEXT NOT NULL,
    year INTEGER,
    kind TEXT NOT NULL,
    format TEXT NOT NULL,
    method TEXT NOT NULL,
    characters INTEGER NOT NULL,
    sections INTEGER NOT NULL,
    chunks INTEGER NOT NULL,
    facts INTEGER NOT NULL,
    added TEXT NOT NULL,
    digest TEXT NOT NULL,
    segment INTEGER REFERENCES segments (id) ON DELETE SET NULL,
    identity TEXT NOT NULL
);
CREATE INDEX reports_source ON reports (source);
CREATE INDEX reports_place ON reports (place, year);
CREATE INDEX reports_segment ON reports (segment);

-- apart from reports, so that listing the reports does not read their texts
CREATE TABLE bodies (
    report INTEGER PRIMARY KEY REFERENCES reports (number) ON DELETE CASCADE,
    text TEXT NOT NULL,
    structure BLOB NOT NULL,
    facts BLOB NOT NULL,
    duties BLOB NOT NULL
);

CREATE TABLE vectors (
    report INTEGER PRIMARY KEY REFERENCES reports (number) ON DELETE CASCADE,
    data BLOB NOT NULL
);

-- heads joined by newlines; names: standard names of the chunk's facts that its text does not hold
CREATE TABLE chunks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    report INTEGER NOT NULL REFERENCES reports (number) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    section INTEGER NOT NULL,
    path TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    names TEXT NOT NULL
);
CREATE UNIQUE INDEX chunks_report ON chunks (report, ordinal);

CREATE TABLE fact_names (
    name TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (number) ON DELETE CASCADE,
    count INTEGER NOT NULL,
    PRIMARY KEY (name, report)
) WITHOUT ROWID;
CREATE INDEX fact_names_report ON fact_names (report);

CREATE TABLE postings (
    segment INTEGER NOT NULL,
    term INTEGER NOT NULL,
    list BLOB NOT NULL,
    PRIMARY KEY (segment, term)
) WITHOUT ROWID;
"""


def signature() -> str:
    """The version with a digest of the records that lie packed in blobs, such as ``"1.5f3a"``."""
    names = [
        f"{r.__name__}.{f.name}" for r in (Duty, Fact, Identity, Page, Section, Sentence) for f in fields(r)
    ]
    return f"{VERSION}.{zlib.crc32(' '.join(names).encode()) & 0xFFFF:04x}"
