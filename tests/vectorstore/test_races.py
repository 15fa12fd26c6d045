"""Writers and readers at once: each race is made to happen, and nobody is told anything wrong."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from vectorstore import EmbeddingMismatch, Store, health

ROOT = Path(__file__).resolve().parents[2]


def elsewhere(code: str, folder: Path, *arguments: object) -> None:
    """Runs ``code`` in another process with ``store`` open: Chroma's clients in one process are one."""
    opened = (
        "import sys; from pathlib import Path; from vectorstore import Store\n"
        "folder, *given = sys.argv[1:]\n"
        "model = given[0] if given else ''\n"
        "with Store.open(Path(folder), embedding_model=model, any_embedding=True) as store:\n    "
    )
    command = [sys.executable, "-c", opened + code, str(folder), *map(str, arguments)]
    subprocess.run(command, cwd=ROOT, check=True, timeout=120)


def test_a_reader_hears_that_another_process_changed_the_model(folder, tiny_model, make_report):
    """Vectors of two models in one comparison are silently wrong: it is refused, words go on answering."""
    with Store.open(folder, create=True) as page:
        page.add_many([make_report(seed=n, source=f"{n}.txt") for n in range(3)])
        assert page.dense_search("新增就业", 5)
        elsewhere("store.rebuild()", folder, tiny_model)
        with pytest.raises(EmbeddingMismatch, match="--rebuild"):
            page.dense_search("新增就业", 5)
        with pytest.raises(EmbeddingMismatch):
            page.dense_search("新增就业", 5, [entry.id for entry in page.entries()])
        assert {passage.leg for passage in page.search("新增就业", 5)} == {"fused"}
        with pytest.raises(EmbeddingMismatch):
            page.add(make_report(seed=9, source="9.txt"))
        assert len(page.entries()) == 3
    with Store.open(folder, embedding_model=str(tiny_model)) as other:
        assert len(other.dense_search("新增就业", 5)) == 5


def test_vectors_of_another_model_that_come_between_question_and_comparison_are_refused(
    folder, tiny_model, make_report
):
    with Store.open(folder, create=True) as page:
        page.add(make_report())
        vector = page._dense.vector("新增就业")
        elsewhere("store.rebuild()", folder, tiny_model)
        (entry,) = page.entries()
        for ids in (None, [entry.id]):
            with pytest.raises(EmbeddingMismatch):
                page._dense.search(vector, 3, ids)
        with pytest.raises(EmbeddingMismatch):
            page._dense.scores(vector, [(entry.id, 1)])


def test_reports_that_go_between_two_reads_are_left_out(folder, make_report):
    with Store.open(folder, create=True) as store:
        kept, gone = (make_report(seed=n, source=f"{n}.txt") for n in range(2))
        store.add_many([kept, gone])
        ids = [entry.id for entry in store.entries()]
        elsewhere(f"store.remove({gone.id!r})", folder)
        assert {found.report_id for found in store.facts(ids)} == {kept.id}
        assert {report_id for report_id, _ in store.duties(ids)} == {kept.id}
        assert {found.report_id for found in store.find_facts(["新增就业"], report_ids=ids)} == {kept.id}
        for search in (store.keyword_search, store.dense_search, store.search):
            assert {passage.report_id for passage in search("新增就业", 9, ids)} == {kept.id}
            assert {passage.report_id for passage in search("新增就业", 9)} == {kept.id}


def test_a_commit_is_never_taken_for_one_of_another_process(folder, make_report):
    """Else the index would be closed and opened again in the midst of questions."""
    with Store.open(folder, create=True) as store:
        store.add(make_report())
        catalogue = store._catalogue
        before = catalogue.foreign()
        done = threading.Event()
        seen: set[int] = set()

        def look() -> None:
            while not done.is_set():
                seen.add(catalogue.foreign())

        readers = [threading.Thread(target=look) for _ in range(2)]
        usual = sys.getswitchinterval()
        sys.setswitchinterval(1e-6)  # threads take turns wherever they can
        try:
            for reader in readers:
                reader.start()
            for number in range(1000):
                catalogue.set_meta(rebuilt=str(number))
        finally:
            sys.setswitchinterval(usual)
            done.set()
        for reader in readers:
            reader.join()
        assert seen == {before}
        elsewhere("store.rebuild()", folder)
        assert catalogue.foreign() != before


@pytest.mark.parametrize("harm", ["count", "files"])
def test_an_index_made_anew_by_a_reader_is_told_to_the_writer_that_has_it_open(folder, make_report, harm):
    """Else what the writer adds from then on would go into files that are gone."""
    with Store.open(folder, create=True) as writer:
        writer.add(make_report(seed=0, source="0.txt"))
        if harm == "count":
            with writer._dense.index.lent() as chroma:
                chroma.delete(writer._dense.ids(writer.entries()[0].id)[:1])
        else:
            for path in (folder / "chroma").rglob("chroma.sqlite3"):
                path.write_bytes(b"no database" * 99)
        health.forget(folder)
        elsewhere('assert len(store.dense_search("新增就业", 9)) == 4', folder)
        writer.add(make_report(seed=1, source="1.txt"))
        assert len(writer.dense_search("新增就业", 9)) == 8
    with Store.open(folder) as again, again._dense.index.lent() as chroma:
        assert chroma.count() == 8


def test_a_journal_that_goes_while_sizes_are_added_up_ends_nothing(tmp_path: Path):
    (tmp_path / "kept").write_bytes(bytes(100))
    done = threading.Event()

    def come_and_go() -> None:
        while not done.is_set():
            (tmp_path / "journal").write_bytes(b"")
            (tmp_path / "journal").unlink()

    thread = threading.Thread(target=come_and_go)
    thread.start()
    until = time.monotonic() + 1
    while time.monotonic() < until:
        assert health.size(tmp_path) == 100
    done.set()
    thread.join()


def test_searches_go_on_while_the_index_is_made_anew_again_and_again(folder, make_report):
    with Store.open(folder, create=True) as store:
        store.add_many([make_report(seed=n, source=f"{n}.txt") for n in range(4)])
        done = threading.Event()
        wrong: list[object] = []
        rounds = [0, 0]

        def ask(at: int) -> None:
            while not done.is_set():
                found = store.dense_search("新增就业", 16)
                if len(found) != 16:
                    wrong.append(len(found))
                rounds[at] += 1

        readers = [threading.Thread(target=ask, args=(at,)) for at in range(2)]
        for reader in readers:
            reader.start()
        until = time.monotonic() + 120
        turns = 0
        while turns < 3 or (min(rounds) < 5 and time.monotonic() < until):
            store.rebuild()
            turns += 1
        done.set()
        for reader in readers:
            reader.join()
        assert not wrong
        assert min(rounds) >= 5
