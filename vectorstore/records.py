"""The records of the store: what the rooms above receive from this one."""

from __future__ import annotations

from dataclasses import dataclass

from reports.records import Fact, Identity

NEW, CHANGED, SAME, DUPLICATE = "新增", "更新", "未变", "重复"
"""What came of adding a report."""


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """A report in the catalogue, without its text."""

    id: str
    source: str
    identity: Identity
    format: str
    method: str
    sections: int
    chunks: int
    facts: int
    characters: int
    added: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A chunk found by a search. ``text`` is the run ``[start, end)`` of the report's text.

    ``score`` is comparable only within one result list; ``leg`` says which search found it:
    ``"keyword"``, ``"dense"`` or ``"fused"``.
    """

    report_id: str
    ordinal: int
    path: tuple[str, ...]
    start: int
    end: int
    text: str
    score: float
    leg: str


@dataclass(frozen=True, slots=True)
class StoredFact:
    """A fact and the report that it stands in."""

    report_id: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class IngestResult:
    """What became of one file. ``status``: 新增, 更新, 未变, 重复 or 失败 (then ``reason``)."""

    path: str
    status: str
    entry: ReportEntry | None = None
    reason: str = ""
