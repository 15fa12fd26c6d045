"""A writer killed at many points of its work, half of them inside Chroma's."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from faults.apart import apart
from faults.damage import tried
from faults.made import fill, made
from faults.rows import Row

if TYPE_CHECKING:
    from reports import Report

SMALL, NEAR = 20, 55
"""Reports of a store that is replaced, and of one to which ten more make Chroma write its HNSW files."""
BATCH = 4


@dataclass(frozen=True, slots=True)
class Killed:
    """What was found after one kill; ``wrong`` is "" where nothing was lost or half there."""

    wrong: str
    rebuilt: bool
    seconds: float
    cut: bool


def _replacing(folder: Path, reports: Sequence[Report], delay: float, acknowledged: int) -> float:
    """Replaces reports in small batches; ends by a signal ``delay`` seconds after the first write began."""
    from vectorstore import Store

    with Store.open(folder) as store:
        store.dense_search("教室", 1)  # opened before the clock starts, so that all of it is writing
        _end_after(delay)
        began = time.perf_counter()
        for start in range(0, len(reports), BATCH):
            batch = reports[start : start + BATCH]
            store.add_many(batch)
            os.write(acknowledged, "".join(f"{report.id}\n" for report in batch).encode())
        return time.perf_counter() - began


def _persisting(folder: Path, reports: Sequence[Report], delay: float, acknowledged: int) -> float:
    """Adds reports at once; ends ``delay`` seconds after the upsert began in which Chroma persists."""
    from vectorstore import Store, chroma

    upsert = chroma.ChromaIndex.upsert
    took = 0.0

    def timed(self: Any, *given: Any) -> None:
        nonlocal took
        _end_after(delay)
        began = time.perf_counter()
        upsert(self, *given)
        took = time.perf_counter() - began
        _end_after(0)

    with Store.open(folder) as store:
        store.dense_search("教室", 1)
        chroma.ChromaIndex.upsert = timed  # type: ignore[method-assign]
        store.add_many(reports)
        os.write(acknowledged, "".join(f"{report.id}\n" for report in reports).encode())
        return took


def _end_after(delay: float) -> None:
    # the signal's own action, so that it ends the process inside native code as well, like kill -9
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, delay)


def _judged(folder: Path, old: Sequence[Report], new: Sequence[Report], sure: set[str]) -> tuple[str, bool]:
    from vectorstore import Store

    wrong, said = tried(folder)
    with Store.open(folder) as store:
        sources = [entry.source for entry in store.entries()]
        ids = {entry.id for entry in store.entries()}
        if len(set(sources)) != len(sources):
            wrong = wrong or "同一份报告有两个版本"
        if not {report.source for report in old} <= set(sources):
            wrong = wrong or "旧版本丢了"
        if not sure <= ids:
            wrong = wrong or "已确认的报告丢了"
        for report in [*old, *new]:
            if report.id in ids and store.report(report.id) != report:
                wrong = wrong or "报告只有一半"
    return wrong, any("损坏" in line for line in said)


def _one(work: Any, base: Path, copy: Path, reports: tuple[list, list], delay: float) -> Killed:
    old, new = reports
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(base, copy)
    out, there = os.pipe()
    ending = apart(work, copy, new, delay, there)
    os.close(there)
    with os.fdopen(out) as pipe:
        sure = set(pipe.read().split())
    began = time.perf_counter()
    judged = apart(_judged, copy, old, new, sure)
    took = time.perf_counter() - began
    wrong, rebuilt = judged.value or (f"重开时进程中止 {judged.code}", False)
    return Killed(wrong, rebuilt, took, ending.code == -signal.SIGALRM)


def _series(
    work: Any, base: Path, reports: tuple[list, list], points: int, folder: Path, early: float
) -> list[Killed]:
    """Kills at ``points`` moments, spread over the time that the work takes when it is left alone.

    ``early`` is the share of that time that is left out at its beginning.
    """
    dice = random.Random(points)
    copy = folder / "copy"
    shutil.copytree(base, copy)
    devnull = os.open(os.devnull, os.O_WRONLY)
    whole = apart(work, copy, reports[1], 0.0, devnull).value
    os.close(devnull)
    shortest = whole
    done: list[Killed] = []
    missed = 0
    while len(done) < points and missed < 3 * points + 10:
        at = early + (1 - early) * (len(done) + dice.random()) / points
        killed = _one(work, base, copy, reports, max(whole * at, 0.0005))
        if killed.cut or killed.wrong:
            done.append(killed)
        else:
            missed += 1  # it was faster this time, and ended before the signal
            whole *= 0.9 if whole > shortest / 2 else 1
    return done


def run(folder: Path, *, points: int, persists: int) -> list[Row]:
    """``points`` kills during replacing, ``persists`` more inside the upsert in which Chroma persists."""
    import chromadb  # noqa: F401 - loaded before forking, so that each process need not

    rows = []
    for name, work, size, count, early in (
        ("入库时 kill -9", _replacing, SMALL, points, 0.0),
        # the files are written in the last fifth of the upsert
        ("HNSW 落盘时 kill -9", _persisting, NEAR, persists, 0.75),
    ):
        if not count:
            continue
        base = folder / work.__name__ / "base"
        apart(fill, base, size)
        old = [made(n) for n in range(size)]
        new = (
            [made(1000 + n, source=f"{n}.txt") for n in range(size)]
            if work is _replacing
            else [made(1000 + n, source=f"new{n}.txt") for n in range(10)]
        )
        done = _series(work, base, (old, new), count, folder / work.__name__, early)
        wrong = [killed.wrong for killed in done if killed.wrong]
        slowest = max((killed.seconds for killed in done), default=0.0)
        rebuilt = sum(killed.rebuilt for killed in done)
        rows.append(
            Row(
                name,
                f"{count} 处：没有丢的，没有半份的，能重开",
                f"{len(done)} 处，出错 {len(wrong)}，向量库重建 {rebuilt} 次，"
                f"重开并查完至多 {slowest:.1f} 秒",
                not wrong and len(done) == count,
                {"points": len(done), "wrong": wrong, "rebuilt": rebuilt, "slowest_s": slowest},
            )
        )
    return rows
