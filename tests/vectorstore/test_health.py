"""The index is tried before it is trusted, once for each change of its files, and replaced where unsound."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from vectorstore import Passage, Store, StoreBusy, StoreDamaged, health
from vectorstore.deadline import within
from vectorstore.locking import WriterLock

ROOT = Path(__file__).resolve().parents[2]
MANY = 260
"""Reports with more than the thousand chunks at which Chroma writes its HNSW files."""


@pytest.fixture
def filled(folder, make_report):
    with Store.open(folder, create=True) as store:
        store.add_many([make_report(seed=n, source=f"{n}.txt") for n in range(6)])
    return folder


@pytest.fixture(scope="module")
def large(tmp_path_factory, make_report):
    folder = tmp_path_factory.mktemp("large") / "store"
    with Store.open(folder, create=True) as store:
        store.add_many([make_report(seed=n, source=f"{n}.txt") for n in range(MANY)])
    return folder


@pytest.fixture
def trials(monkeypatch):
    """The stores that were tried in a process of their own."""
    tried: list[Path] = []
    ailment = health.ailment

    def counted(store: Path, *rest: object) -> str:
        tried.append(store)
        return ailment(store, *rest)

    monkeypatch.setattr(health, "ailment", counted)
    return tried


def _scores(passages: list[Passage]) -> object:
    """What must be the same again; which of two that are equally near comes first need not be."""
    return pytest.approx([passage.score for passage in passages], abs=1e-5)


def _found_again(found: list[Passage], wanted: list[Passage]) -> bool:
    """Whether all but one are there: a large index that is made anew only approximates, and may miss one."""
    again = [any(abs(p.score - w.score) < 1e-5 for p in found) for w in wanted]
    return len(found) == len(wanted) and sum(again) >= len(wanted) - 1


def test_untouched_files_are_not_tried_again(filled, trials):
    for _ in range(2):
        with Store.open(filled) as store:
            assert len(store.dense_search("新增就业", 5)) == 5
    assert trials == []


def test_files_that_were_touched_are_tried_once(filled, trials, caplog):
    os.utime(filled / "chroma" / "chroma.sqlite3")
    for _ in range(2):
        with caplog.at_level(logging.WARNING), Store.open(filled) as store:
            assert len(store.dense_search("新增就业", 5)) == 5
    assert trials == [filled]
    assert caplog.text == ""


def test_a_writer_that_died_leaves_files_to_be_tried(filled, trials):
    code = (
        "import os, sys; from pathlib import Path; from vectorstore import Store\n"
        "with Store.open(Path(sys.argv[1])) as store, store.writing():\n"
        "    store.remove(store.entries()[0].id); os._exit(9)\n"
    )
    died = subprocess.run([sys.executable, "-c", code, str(filled)], cwd=ROOT, check=False)
    assert died.returncode == 9
    with Store.open(filled) as store:
        assert len(store.dense_search("新增就业", 100)) == 20
    assert trials == [filled]


def test_vectors_that_are_not_found_are_an_ailment(large):
    with Store.open(large) as store:
        index = store._dense.index
        ids, vectors = store._dense._kept.sample()
        assert len(ids) == len(vectors) >= 100
        with index.lent():
            pass
    assert health.ailment(large, index._collection, ids, vectors) == ""
    other = np.roll(vectors, 7, axis=1)
    assert "抽查" in health.ailment(large, index._collection, ids, other)
    assert "抽查" in health.ailment(large, index._collection, [f"{i}x" for i in ids], vectors)


def test_broken_index_of_an_open_store_is_replaced_and_the_answer_still_given(large, tmp_path, caplog):
    import shutil

    folder = tmp_path / "store"
    shutil.copytree(large, folder)
    (data,) = folder.rglob("data_level0.bin")
    data.write_bytes(bytes(data.stat().st_size))
    with caplog.at_level(logging.WARNING), Store.open(folder) as store:
        near = store.dense_search("新增就业", 5)
        exact = store.dense_search("新增就业", 5, [entry.id for entry in store.entries()])
        assert _found_again(near, exact)
        assert store.add_many([]) == []
    assert caplog.text.count("重建") == 1
    assert (folder / "chroma.damaged-1").is_dir()
    with Store.open(folder) as store:
        store.compact()
        assert not (folder / "chroma.damaged-1").exists()
        assert _found_again(store.dense_search("新增就业", 5), exact)


def test_failing_question_is_answered_by_comparison_and_the_index_tried(filled, trials, monkeypatch):
    from vectorstore.chroma import ChromaIndex

    def broken(self: ChromaIndex, vector: np.ndarray, k: int) -> list[tuple[str, float]]:
        raise StoreDamaged("Error finding id")

    with Store.open(filled) as store:
        near = store.dense_search("新增就业", 5)
        monkeypatch.setattr(ChromaIndex, "query", broken)
        assert [p.score for p in store.dense_search("新增就业", 5)] == _scores(near)
        monkeypatch.undo()
        assert [p.score for p in store.dense_search("新增就业", 5)] == _scores(near)


def test_questions_are_answered_by_comparison_while_another_writes(filled, make_report):
    code = (
        "import sys; from pathlib import Path; from vectorstore import Store\n"
        "with Store.open(Path(sys.argv[1])) as store, store.writing():\n"
        "    store.remove(store.entries()[0].id); print('held', flush=True); sys.stdin.readline()\n"
    )
    with Store.open(filled) as store:
        assert len(store.dense_search("新增就业", 100)) == 24
        with subprocess.Popen(
            [sys.executable, "-c", code, str(filled)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "held\n"
            assert len(store.dense_search("新增就业", 100)) == 20
            with pytest.raises(StoreBusy), store._dense.index.lent():
                pass
            writer.communicate("\n")
        with store._dense.index.lent() as index:
            assert index.count() == 20


def test_others_need_not_wait_while_one_makes_the_index_anew(filled, monkeypatch):
    from vectorstore.vector_index import VectorIndex

    monkeypatch.setattr("vectorstore.vector_index._PATIENCE", 0.05)
    fill = VectorIndex._fill
    started, answered = threading.Event(), threading.Event()

    def slow(self: VectorIndex, *given: object) -> None:
        started.set()
        assert answered.wait(60)
        fill(self, *given)

    (filled / "chroma" / "chroma.sqlite3").write_bytes(b"no database" * 500)
    monkeypatch.setattr(VectorIndex, "_fill", slow)
    with Store.open(filled) as store:
        first: list[int] = []
        thread = threading.Thread(target=lambda: first.append(len(store.dense_search("新增就业", 100))))
        thread.start()
        assert started.wait(60)
        assert len(store.dense_search("新增就业", 100)) == 24
        assert not first
        answered.set()
        thread.join()
        assert first == [24]


def test_threads_ask_while_the_index_is_closed_and_opened(filled, make_report):
    wrong: list[str] = []

    def ask(store: Store) -> None:
        for _ in range(40):
            if len(store.dense_search("新增就业", 3)) != 3:
                wrong.append("too few")

    with Store.open(filled) as page, Store.open(filled) as writer:
        askers = [threading.Thread(target=ask, args=(page,)) for _ in range(4)]
        for asker in askers:
            asker.start()
        for n in range(15):
            writer.add(make_report(seed=100 + n, source=f"more{n}.txt"))
        for asker in askers:
            asker.join()
        assert not wrong
        assert len(page.dense_search("新增就业", 1000)) == 84


def test_index_swollen_by_deletions_is_made_anew(filled, make_report, monkeypatch):
    monkeypatch.setattr("vectorstore.vector_index._SLACK", 0)
    sizes = []
    with Store.open(filled) as store:
        for n in range(20):
            store.add(make_report(seed=200 + n, source="5.txt"))
            sizes.append(sum(path.stat().st_size for path in (filled / "chroma").rglob("*")))
        assert len(store.dense_search("新增就业", 100)) == 24
    assert max(sizes[10:]) <= 1.1 * max(sizes[:10])


def test_lock_tells_whether_another_holds_it(tmp_path):
    first, second = WriterLock(tmp_path), WriterLock(tmp_path)
    assert not second.taken()
    with first.held():
        assert second.taken()
        assert not first.taken()
        seen: list[bool] = []
        thread = threading.Thread(target=lambda: seen.append(first.taken()))
        thread.start()
        thread.join()
        assert seen == [True]
        with pytest.raises(StoreBusy), second.held(wait=0):
            pass
    assert not second.taken()


def test_deadline_gives_back_what_came_and_gives_up_what_does_not():
    assert within(30, lambda: 7) == 7
    with pytest.raises(KeyError):
        within(30, lambda: {}["x"])
    never = threading.Event()
    with pytest.raises(TimeoutError):
        within(0.05, never.wait)
    never.set()
