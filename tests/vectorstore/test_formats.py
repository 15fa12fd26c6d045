"""Stores of every format that there was are opened, and answer as a new one does."""

from __future__ import annotations

import gzip
import logging
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reports import read_report
from vectorstore import EmbeddingMismatch, Store, StoreDamaged
from vectorstore.schema import EARLIER, VERSION, signature

FORMATS = Path(__file__).parent / "formats"
ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
EXAMPLES = sorted(path.name.removesuffix(".sqlite3.gz") for path in FORMATS.glob("*.gz"))


@pytest.fixture
def example(folder, request):
    """A store of the format that the test names."""
    folder.mkdir()
    packed = (FORMATS / f"{request.param}.sqlite3.gz").read_bytes()
    (folder / "catalogue.sqlite3").write_bytes(gzip.decompress(packed))
    return folder


def _meta(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as db:
        return dict(db.execute("SELECT key, value FROM meta"))


def _set(folder: Path, key: str, value: str) -> None:
    with closing(sqlite3.connect(folder / "catalogue.sqlite3")) as db, db:
        db.execute("UPDATE meta SET value = ? WHERE key = ?", (value, key))


def test_every_format_has_an_example():
    assert {name.partition(".")[0] for name in EXAMPLES} == {*EARLIER, str(VERSION)}


@pytest.mark.parametrize("example", EXAMPLES, indirect=True)
def test_store_of_each_format_is_opened(example, caplog):
    version = _meta(example / "catalogue.sqlite3")["schema_version"]
    with caplog.at_level(logging.WARNING), Store.open(example) as store:
        entries = store.entries()
        assert len(entries) == 2
        for entry in entries:
            fresh = read_report(SAMPLES / entry.source)
            kept = store.report(entry.id)
            assert kept.text == fresh.text
            if version != signature():  # read anew with today's rules
                assert (kept.facts, kept.chunks, kept.duties) == (fresh.facts, fresh.chunks, fresh.duties)
        assert store.find_facts(["新增就业"])
        near = store.dense_search("新增就业", 5)
        exact = store.dense_search("新增就业", 5, [entry.id for entry in entries])
        assert [p.score for p in near] == pytest.approx([p.score for p in exact], abs=1e-3)
    assert _meta(example / "catalogue.sqlite3")["schema_version"] == signature()
    aside = example / f"catalogue-{version}.sqlite3"
    assert aside.exists() == (version != signature())
    if version != signature():
        assert _meta(aside)["schema_version"] == version
        assert str(aside) in caplog.text


@pytest.mark.parametrize("example", EXAMPLES[:1], indirect=True)
def test_upgrade_keeps_what_only_the_store_knew(example):
    _set(example, "schema_version", "1.0000")
    with closing(sqlite3.connect(example / "catalogue.sqlite3")) as db, db:
        db.execute("UPDATE reports SET place = '湛河区', added = '2020-01-02T03:04:05+08:00', origin = '/甲'")
    with Store.open(example) as store:
        assert {entry.identity.place for entry in store.entries()} == {"湛河区"}
        assert {entry.added for entry in store.entries()} == {"2020-01-02T03:04:05+08:00"}


@pytest.mark.parametrize("example", EXAMPLES[:1], indirect=True)
def test_upgrade_that_fails_changes_nothing(example, tiny_model):
    _set(example, "schema_version", "1.0000")
    with pytest.raises(EmbeddingMismatch):
        Store.open(example, embedding_model=str(tiny_model))
    assert _meta(example / "catalogue.sqlite3")["schema_version"] == "1.0000"
    assert not (example / "upgrading").exists()
    with Store.open(example) as store:
        assert len(store.entries()) == 2


DYING = """
import os, signal, sys
from pathlib import Path
from vectorstore import Store, keyword_index
keyword_index.KeywordIndex.refresh = lambda self: os.kill(os.getpid(), signal.SIGKILL)
Store.open(Path(sys.argv[1]))
"""


@pytest.mark.parametrize("example", EXAMPLES[:1], indirect=True)
def test_upgrade_that_is_killed_is_done_at_the_next_opening(example):
    _set(example, "schema_version", "1.0000")
    died = subprocess.run([sys.executable, "-c", DYING, str(example)], cwd=ROOT, check=False)
    assert died.returncode == -signal.SIGKILL
    assert _meta(example / "catalogue.sqlite3")["schema_version"] == "1.0000"
    with Store.open(example) as store:
        assert len(store.entries()) == 2
        assert store.search("新增就业", 5)
    assert not (example / "upgrading").exists()
    assert (example / "catalogue-1.0000.sqlite3").is_file()


@pytest.mark.parametrize("example", EXAMPLES[:1], indirect=True)
def test_vectors_are_taken_over_where_the_text_is_the_same(example):
    _set(example, "schema_version", "1.0000")
    with Store.open(example) as store:
        known = {c.text for entry in store.entries() for c in store.chunks(entry.id)}
    _set(example, "schema_version", "1.0001")
    embedded: list[int] = []
    with Store.open(example, on_embed=embedded.append) as store:
        assert {c.text for entry in store.entries() for c in store.chunks(entry.id)} == known
        assert store.dense_search("新增就业", 5)
    assert sum(embedded) == 0


@pytest.mark.parametrize("example", EXAMPLES[:1], indirect=True)
@pytest.mark.parametrize("version", ["99.abcd", "none"])
def test_format_that_nobody_knows_is_refused(example, version):
    _set(example, "schema_version", version)
    with pytest.raises(StoreDamaged, match="更新本程序"):
        Store.open(example)
    assert _meta(example / "catalogue.sqlite3")["schema_version"] == version
