"""From files to the store: walking folders, reading in parallel, keeping in batches."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from reports.errors import ReportError
from reports.records import MAX_BYTES, Report

from .records import IngestResult, ReportEntry

if TYPE_CHECKING:
    from .store import Store

FAILED = "失败"
WORKERS = 2
_FEW = 8
"""Up to so many files are read in this process: workers take a second to start."""
_BATCH = 24
_WINDOW = 3 * _BATCH
"""Files that are read ahead: more than a batch, so that nobody waits while a batch is kept."""
_SUSPECTS = 16
"""Files that are read one by one after a reader broke down."""
_BESIDE = re.compile(r"[.~]|(readme|license|changelog)\b|.*\.jsonl?$", re.IGNORECASE)
"""Names of what lies beside reports in a folder: hidden and lock files, read-mes, question sets."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read, or the reason why not."""

    path: Path
    report: Report | None = None
    reason: str = ""


_Reader = Callable[[Path], ReadFile]


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


def _read_one(path: Path, place: str, year: int | None, max_bytes: int) -> ReadFile:
    from reports import read_report

    try:
        return ReadFile(path, read_report(path, place=place, year=year, max_bytes=max_bytes))
    except ReportError as error:
        return ReadFile(path, reason=str(error))
    except FileNotFoundError:
        return ReadFile(path, reason="没有这个文件，请检查路径。")
    except OSError as error:
        return ReadFile(path, reason=f"文件打不开（{error.strerror}），请检查权限。")


def read_files(
    files: Sequence[Path],
    place: str = "",
    year: int | None = None,
    workers: int = WORKERS,
    max_bytes: int = MAX_BYTES,
) -> Iterator[ReadFile]:
    """Reads files in processes, in order; few files in this one."""
    read = partial(_read_one, place=place, year=year, max_bytes=max_bytes)
    workers = workers if len(files) > _FEW else 0
    if not workers:
        for path in files:
            yield read(path)
        return
    rest = list(files)
    while rest:
        done = 0
        try:
            for result in _read_parallel(rest, read, workers):
                done += 1
                yield result
            return
        except BrokenProcessPool:
            # a parser took its process down: find out which file alone, then go on
            suspects, rest = rest[done : done + _SUSPECTS], rest[done + _SUSPECTS :]
        for path in suspects:
            yield _read_apart(path, read)


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))


def _read_parallel(files: Sequence[Path], read: _Reader, workers: int) -> Iterator[ReadFile]:
    """Reads in processes, in order; only a window of files is in memory at any time."""
    waiting: deque[Future[ReadFile]] = deque()
    coming = iter(files)
    with _pool(workers) as pool:
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


def _read_apart(path: Path, read: _Reader) -> ReadFile:
    with _pool(1) as pool:
        try:
            return pool.submit(read, path).result()
        except BrokenProcessPool:
            return ReadFile(path, reason="读取时程序意外中止，文件可能已损坏，请另存为其他格式再试。")
