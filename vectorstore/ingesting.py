"""From files to the store: walking folders, reading in parallel, keeping in batches."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

from reports.errors import ReportError
from reports.patterns import regex
from reports.records import MAX_BYTES, Report

from .records import IngestResult, ReportEntry

if TYPE_CHECKING:
    from .store import Store

FAILED = "失败"
WORKERS = 2
_BATCH = 24
_WINDOW = 3 * _BATCH
"""Files that are read ahead: more than a batch, so that nobody waits while a batch is kept."""
_BESIDE = regex(r"[.~]|(readme|license|changelog)\b|.*\.jsonl?$", re.IGNORECASE)
"""Names of what lies beside reports in a folder: hidden and lock files, read-mes, question sets."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read, or the reason why not."""

    path: Path
    report: Report | None = None
    reason: str = ""


def find_files(paths: Sequence[Path]) -> list[Path]:
    """The files named, and those in the folders named, sorted.

    What plainly is no report (hidden files, read-mes, question sets) is passed over in folders.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = (p for p in sorted(path.rglob("*")) if p.is_file())
            kept = (p for p in inside if not any(map(_BESIDE.match, p.relative_to(path).parts)))
            found.update(dict.fromkeys(kept))
        else:
            found[path] = None
    return list(found)


def ingest_paths(
    store: Store,
    paths: Sequence[Path],
    *,
    place: str = "",
    year: int | None = None,
    workers: int = WORKERS,
    max_bytes: int = MAX_BYTES,
) -> Iterator[IngestResult]:
    """Reads files and folders into the store; one result per file, in order, as they are kept.

    A file that cannot be taken is a result with status 失败 and its reason; the others are kept.
    ``place`` and ``year`` override what the reports say; files over ``max_bytes`` are refused.
    Raises the store's errors (StoreError).
    """
    files = find_files(paths)
    read = read_files(files, place, year, workers, max_bytes)
    with store.writing():
        while batch := list(islice(read, _BATCH)):
            yield from _keep(store, batch)


def _keep(store: Store, batch: Sequence[ReadFile]) -> list[IngestResult]:
    good = [(item.path, item.report) for item in batch if item.report is not None]
    origins = [str(path.resolve()) for path, _ in good]
    statuses = iter(store.add_many([report for _, report in good], origins=origins))
    results = []
    for item in batch:
        if item.report is None:
            results.append(IngestResult(str(item.path), FAILED, reason=item.reason))
        else:
            results.append(IngestResult(str(item.path), next(statuses), entry_of(item.report)))
    return results


def entry_of(report: Report) -> ReportEntry:
    """The entry of a report as it was just read."""
    return ReportEntry(
        *(report.id, report.source, report.identity, report.format, report.method),
        *(len(report.sections), len(report.chunks), len(report.facts), len(report.text), ""),
    )


def read_files(
    files: Sequence[Path],
    place: str = "",
    year: int | None = None,
    workers: int = WORKERS,
    max_bytes: int = MAX_BYTES,
) -> Iterator[ReadFile]:
    """Reads files in order, in ``workers`` sandboxes; only a window of files is in memory at any time."""
    from reports.sandbox import Sandbox

    idle: SimpleQueue[Sandbox] = SimpleQueue()

    def read(path: Path) -> ReadFile:
        sandbox = idle.get()
        try:
            return ReadFile(path, sandbox.read(path, place=place, year=year, max_bytes=max_bytes))
        except ReportError as error:
            return ReadFile(path, reason=str(error))
        finally:
            idle.put(sandbox)

    waiting: deque[Future[ReadFile]] = deque()
    coming = iter(files)
    with ExitStack() as stack:
        for _ in range(workers):
            idle.put(stack.enter_context(Sandbox()))
        pool = stack.enter_context(ThreadPoolExecutor(workers))
        try:
            for path in islice(coming, _WINDOW):
                waiting.append(pool.submit(read, path))
            while waiting:
                yield waiting.popleft().result()
                for path in islice(coming, 1):
                    waiting.append(pool.submit(read, path))
        finally:
            for future in waiting:
                future.cancel()
