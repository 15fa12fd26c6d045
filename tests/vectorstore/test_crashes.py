"""A process that dies while it writes leaves whole reports or none."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from vectorstore import Store

ROOT = Path(__file__).resolve().parents[2]

# The places where a write is cut: before and inside the catalogue's commit, inside the index.
POINTS = ("ChromaIndex.upsert", "SqliteCatalogue.put", "ChromaIndex.delete", "KeywordIndex.refresh")

DYING = """
import os, pickle, signal, sys
from pathlib import Path
from vectorstore import Store, chroma, keyword_index, sqlite_catalogue

point, folder, reports = sys.argv[1], Path(sys.argv[2]), pickle.loads(Path(sys.argv[3]).read_bytes())
owner, name = point.split(".")
home = {"ChromaIndex": chroma, "SqliteCatalogue": sqlite_catalogue, "KeywordIndex": keyword_index}[owner]
whole = getattr(getattr(home, owner), name)
calls = []

def cut(self, *arguments, **named):
    calls.append(1)
    if len(calls) == int(sys.argv[4]):
        os.kill(os.getpid(), signal.SIGKILL)
    return whole(self, *arguments, **named)

setattr(getattr(home, owner), name, cut)
with Store.open(folder) as store:
    store.add_many(reports)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("point", POINTS)
def test_killed_while_replacing(folder, tmp_path, make_report, point):
    import pickle

    old = [make_report(seed=n, source=f"{n}.txt") for n in range(3)]
    new = [make_report(seed=n + 50, source=f"{n}.txt") for n in range(3)]
    with Store.open(folder, create=True) as store:
        store.add_many(old)
    (tmp_path / "new.pickle").write_bytes(pickle.dumps(new))
    call = 2 if point in ("SqliteCatalogue.put", "ChromaIndex.delete") else 1
    done = subprocess.run(
        [sys.executable, "-c", DYING, point, str(folder), str(tmp_path / "new.pickle"), str(call)],
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    with Store.open(folder) as store:
        kept = {entry.id for entry in store.entries()}
        for before, after in zip(old, new, strict=True):
            assert len({before.id, after.id} & kept) == 1
        for report in [*old, *new]:
            if report.id in kept:
                assert store.report(report.id) == report
        for search in (store.keyword_search, store.dense_search, store.search):
            assert {passage.report_id for passage in search("新增就业", 100)} == kept
        assert store.add_many(new) == ["未变" if r.id in kept else "更新" for r in new]
        assert len(store.dense_search("新增就业", 100)) == 12


def test_readers_see_whole_reports_while_another_thread_writes(folder, make_report):
    with Store.open(folder, create=True) as store:
        store.add(make_report(seed=0, source="0.txt"))
        done = threading.Event()
        wrong: list[str] = []

        def read() -> None:
            while not done.is_set():
                for passage in store.search("新增就业", 8):
                    if passage.text != store.text(passage.report_id, passage.start, passage.end):
                        wrong.append(passage.report_id)
                for entry in store.entries():
                    if len(store.chunks(entry.id)) != entry.chunks:
                        wrong.append(entry.id)

        readers = [threading.Thread(target=read) for _ in range(3)]
        for reader in readers:
            reader.start()
        until = time.monotonic() + 2
        seed = 0
        while time.monotonic() < until:
            seed += 1
            store.add(make_report(seed=seed, source=f"{seed}.txt"))
        done.set()
        for reader in readers:
            reader.join()
        assert not wrong
        assert len(store.entries()) == seed + 1


def test_a_keyword_search_sees_one_state_while_segments_are_merged(folder, make_report):
    """What stood in a segment is found while a writer puts it into another one."""
    with Store.open(folder, create=True) as store:
        for seed in range(5):
            store.add(make_report(seed=seed, source=f"{seed}.txt"))
        done = threading.Event()
        missed: list[int] = []
        rounds = [0, 0, 0]

        def read(reader: int) -> None:
            while not done.is_set():
                before = {entry.id for entry in store.entries()}
                found = {passage.report_id for passage in store.keyword_search("新增就业", 10_000)}
                missed.append(len(before - found))
                rounds[reader] += 1

        readers = [threading.Thread(target=read, args=(number,)) for number in range(3)]
        for reader in readers:
            reader.start()
        until = time.monotonic() + 60
        seed = 5
        while seed < 45 or (min(rounds) < 20 and time.monotonic() < until):
            store.add(make_report(seed=seed, source=f"{seed}.txt"))
            seed += 1
        done.set()
        for reader in readers:
            reader.join()
        assert min(rounds) >= 20
        assert not any(missed)
