"""Stores that cannot be used: each says in one Chinese sentence what to do, and nothing is lost."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from vectorstore import EmbeddingMismatch, Store, StoreBusy, StoreDamaged, StoreNotFound, StoreNotWritable

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def filled(folder, make_report):
    with Store.open(folder, create=True) as store:
        store.add_many([make_report(seed=n, source=f"{n}.txt") for n in range(3)])
    return folder


def test_missing_store_names_the_command(folder):
    with pytest.raises(StoreNotFound, match=r"python ingest\.py"):
        Store.open(folder)
    assert not folder.exists()


def test_interrupted_creation_counts_as_no_store(folder, make_report):
    folder.mkdir()
    (folder / "catalogue.sqlite3").touch()
    with pytest.raises(StoreNotFound):
        Store.open(folder)
    with Store.open(folder, create=True) as store:
        assert store.add(make_report()) == "新增"


@pytest.mark.parametrize("obstacle", ["file", "below a file"])
def test_folder_that_cannot_be_made(tmp_path, obstacle):
    (tmp_path / "taken").write_text("x")
    path = tmp_path / "taken" if obstacle == "file" else tmp_path / "taken" / "store"
    with pytest.raises(StoreNotWritable, match="换一个文件夹"):
        Store.open(path, create=True)


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which("setpriv"), reason="root may write anywhere")
def test_store_without_write_permission_can_be_read_but_not_written(filled):
    """Runs in another process, because root's writes succeed whatever the mode."""
    code = (
        "import sys; from pathlib import Path; from vectorstore import Store, StoreNotWritable\n"
        "with Store.open(Path(sys.argv[1])) as store:\n"
        "    assert store.keyword_search('新增就业', 1)\n"
        "    assert store.dense_search('新增就业', 1)\n"
        "    try:\n"
        "        store.remove(store.entries()[0].id)\n"
        "    except StoreNotWritable as error:\n"
        "        print(error)\n"
    )
    for path in [*filled.rglob("*"), filled]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        command = [sys.executable]
        if os.geteuid() == 0:  # without these two rights root, too, is bound by a file's mode
            command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", *command]
        done = subprocess.run(
            [*command, "-B", "-c", code, str(filled)], cwd=ROOT, capture_output=True, text=True, check=False
        )
    finally:
        for path in [filled, *filled.rglob("*")]:
            path.chmod(0o755 if path.is_dir() else 0o644)
    assert done.returncode == 0, done.stderr
    assert "不能写入" in done.stdout


def test_damaged_catalogue_is_named(filled):
    path = filled / "catalogue.sqlite3"
    path.write_bytes(b"no database at all" * 1000)
    with pytest.raises(StoreDamaged, match="重新入库"):
        Store.open(filled)


@pytest.mark.parametrize("harm", ["cut", "zeroed", "swapped"])
def test_catalogue_damaged_in_part_is_one_sentence(filled, harm):
    path = filled / "catalogue.sqlite3"
    whole = path.read_bytes()
    half = len(whole) // 2
    path.write_bytes(
        {
            "cut": whole[:half],
            "zeroed": whole[:4096] + bytes(len(whole) - 4096),
            "swapped": whole[half:] + whole[:half],
        }[harm]
    )
    with pytest.raises(StoreDamaged, match="资料库已损坏"):
        _read_all(filled)


def _read_all(folder: Path) -> None:
    with Store.open(folder) as store:
        for entry in store.entries():
            store.report(entry.id)
        store.keyword_search("新增就业", 5)


def test_folder_deleted_underneath_is_said_and_not_made_again(filled, make_report):
    with Store.open(filled) as store:
        assert store.search("新增就业", 3)
        shutil.rmtree(filled)
        with pytest.raises(StoreNotFound, match=re.escape(str(filled))):
            store.add(make_report(seed=50, source="新.txt"))
        with pytest.raises(StoreNotFound, match=re.escape(str(filled))):
            store.search("新增就业", 3)
    assert not filled.exists()


def test_catalogue_replaced_underneath_is_said(filled, tmp_path):
    with Store.open(filled) as store:
        assert store.entries()
        shutil.copy(filled / "catalogue.sqlite3", tmp_path / "copy")
        (tmp_path / "copy").replace(filled / "catalogue.sqlite3")
        with pytest.raises(StoreNotFound, match="换过"):
            store.entries()


def test_disk_nearly_full_is_said_before_anything_is_written(filled, make_report, monkeypatch):
    usage = shutil.disk_usage(filled)._replace(free=2**20)
    with Store.open(filled) as store:
        monkeypatch.setattr("vectorstore.chroma.shutil.disk_usage", lambda path: usage)
        with pytest.raises(StoreNotWritable, match="腾出空间"):
            store.add(make_report(seed=50, source="新.txt"))
        monkeypatch.undo()
        assert len(store.entries()) == 3
        assert len(store.dense_search("新增就业", 100)) == 12
        assert store.add(make_report(seed=50, source="新.txt")) == "新增"


def test_format_of_another_version_is_refused(filled):
    with sqlite3.connect(filled / "catalogue.sqlite3") as db:
        db.execute("UPDATE meta SET value = '0.none' WHERE key = 'schema_version'")
    db.close()
    with pytest.raises(StoreDamaged, match="重新入库"):
        Store.open(filled)


def test_second_writer_is_refused_with_the_first_ones_pid(filled, make_report):
    code = (
        "import sys; from pathlib import Path; from vectorstore import Store\n"
        "with Store.open(Path(sys.argv[1])) as store, store.writing():\n"
        "    print('held', flush=True); sys.stdin.readline()\n"
    )
    first = subprocess.Popen(
        [sys.executable, "-c", code, str(filled)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert first.stdin is not None
    assert first.stdout is not None
    assert first.stdout.readline() == "held\n"
    with Store.open(filled) as store:
        with pytest.raises(StoreBusy, match=f"进程号 {first.pid}"):
            store.add(make_report(seed=50, source="新.txt"))
        assert len(store.keyword_search("新增就业", 3)) == 3
        first.stdin.write("\n")
        first.stdin.close()
        assert first.wait(20) == 0
        first.stdout.close()
        assert store.add(make_report(seed=50, source="新.txt")) == "新增"


def test_store_of_another_model_is_refused_and_rebuild_helps(filled, tiny_model):
    with pytest.raises(EmbeddingMismatch, match=r"清空 EMBEDDING_MODEL.*--rebuild"):
        Store.open(filled, embedding_model=str(tiny_model))
    with Store.open(filled, embedding_model=str(tiny_model), any_embedding=True) as store:
        store.rebuild()
        assert len(store.dense_search("新增就业", 5)) == 5
    with Store.open(filled, embedding_model=str(tiny_model)) as store:
        assert len(store.entries()) == 3
    with pytest.raises(EmbeddingMismatch, match="EMBEDDING_MODEL=tiny"):
        Store.open(filled)


def test_retrained_model_of_the_same_name_is_refused(filled):
    with sqlite3.connect(filled / "catalogue.sqlite3") as db:
        db.execute("UPDATE meta SET value = 'older' WHERE key = 'embedding_fingerprint'")
    db.close()
    with pytest.raises(EmbeddingMismatch, match="--rebuild"):
        Store.open(filled)
    with Store.open(filled, any_embedding=True) as store:
        store.rebuild()
    with Store.open(filled) as store:
        assert len(store.dense_search("新增就业", 5)) == 5


def test_failed_write_loses_nothing(filled, make_report, monkeypatch):
    from vectorstore.postings import build

    monkeypatch.setattr("vectorstore.postings.build", lambda texts: iter([(1, None)]))
    with Store.open(filled) as store:
        with pytest.raises(StoreDamaged):
            store.add(make_report(seed=50, source="新.txt"))
        # the report was acknowledged to the catalogue before its index failed: it is whole, and found
        assert len(store.entries()) == 4
        monkeypatch.setattr("vectorstore.postings.build", build)
        assert {p.report_id for p in store.keyword_search("新增就业", 20)} == {e.id for e in store.entries()}
