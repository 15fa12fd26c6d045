"""Chroma, embedded and as a server: made anew from the catalogue whenever it is not what it should be."""

from __future__ import annotations

import logging
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest

from vectorstore import ServerUnavailable, Store, StoreDamaged
from vectorstore.chroma import ChromaIndex


@pytest.fixture
def filled(folder, make_report):
    with Store.open(folder, create=True) as store:
        store.add_many([make_report(seed=n, source=f"{n}.txt") for n in range(6)])
    return folder


def _exact(store: Store, query: str, k: int) -> list[tuple[str, int]]:
    ids = [entry.id for entry in store.entries()]
    return [(p.report_id, p.ordinal) for p in store.dense_search(query, k, ids)]


def test_index_keeps_and_finds_vectors(tmp_path):
    index = ChromaIndex(tmp_path, "vectors")
    vectors = np.eye(3, dtype=np.float32)
    index.upsert(["a", "b", "c"], vectors)
    assert index.count() == 3
    assert index.query(vectors[1], 1) == [("b", pytest.approx(1.0))]
    index.delete(["b"])
    assert {key for key, _ in index.query(vectors[1], 2)} == {"a", "c"}
    index.clear()
    assert index.count() == 0
    index.upsert(["x"], np.ones((1, 5), np.float32))
    index.close()


def test_nearest_agree_with_exact_search(filled):
    with Store.open(filled) as store:
        near = {(p.report_id, p.ordinal) for p in store.dense_search("新增就业", 6)}
        assert near == set(_exact(store, "新增就业", 6))


@pytest.mark.parametrize("harm", ["deleted", "emptied", "more than the catalogue"])
def test_index_that_differs_is_made_anew(filled, harm, caplog):
    if harm == "deleted":
        shutil.rmtree(filled / "chroma")
    else:
        with Store.open(filled) as store, store._dense.index.lent() as index:
            if harm == "emptied":
                index.clear()
            else:
                index.upsert(["left:over:0"], np.ones((1, store._dense.embedder().dimension), np.float32))
    with caplog.at_level(logging.WARNING), Store.open(filled) as store:
        assert len(store.dense_search("新增就业", 100)) == 24
        with store._dense.index.lent() as index:
            assert index.count() == 24
    assert caplog.text.count("重建") == 1


def test_damaged_index_is_put_aside_and_made_anew(filled, caplog):
    (filled / "chroma" / "chroma.sqlite3").write_bytes(b"no database" * 500)
    with caplog.at_level(logging.WARNING), Store.open(filled) as store:
        assert len(store.dense_search("新增就业", 100)) == 24
    assert (filled / "chroma.damaged-1").is_dir()


def test_leftovers_of_an_interrupted_write_are_passed_over(filled):
    with Store.open(filled) as store:
        report_id = store.entries()[0].id
        vector = store._dense.embedder().encode_query("新增就业")
        with store._dense.index.lent() as index:
            index.upsert(["gone:000000000000:0", f"{report_id}:older_parsed:1"], np.stack([vector, vector]))
        found = store.dense_search("新增就业", 4)
        assert found
        assert "gone" not in {passage.report_id for passage in found}
        assert len({(p.report_id, p.ordinal) for p in found}) == len(found)


def test_rebuild_fills_an_empty_index(filled):
    with Store.open(filled) as store:
        with store._dense.index.lent() as index:
            index.clear()
        store.rebuild()
        with store._dense.index.lent() as index:
            assert index.count() == 24
        assert store.keyword_search("新增就业", 1)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def server(tmp_path):
    """A real Chroma server: its address and its process."""
    port = _free_port()
    program = Path(sys.executable).with_name("chroma")
    command = [str(program), "run", "--path", str(tmp_path / "served"), "--host", "127.0.0.1"]
    process = subprocess.Popen(
        [*command, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            time.sleep(0.1)
    yield f"http://127.0.0.1:{port}", process
    process.send_signal(signal.SIGCONT)
    process.terminate()
    process.wait(10)


def test_server_serves_two_stores_apart(server, tmp_path, make_report, caplog):
    url, process = server
    one = Store.open(tmp_path / "one", create=True, chroma_url=url)
    two = Store.open(tmp_path / "two", create=True, chroma_url=url)
    with one, two:
        one.add_many([make_report(seed=n, source=f"{n}.txt") for n in range(4)])
        two.add(make_report(seed=99))
        assert not (tmp_path / "one" / "chroma").exists()
        assert len(one.dense_search("新增就业", 100)) == 16
        assert len(two.dense_search("新增就业", 100)) == 4
        one.remove(one.entries()[0].id)
        assert len(one.dense_search("新增就业", 100)) == 12

        process.terminate()
        process.wait(10)
        assert len(one.dense_search("新增就业", 100)) == 12
        assert "CHROMA_URL" in caplog.text
        assert len(one.search("新增就业", 3)) == 3
        assert one.facts([one.entries()[0].id])
        with pytest.raises(ServerUnavailable):
            one.add(make_report(seed=50, source="新.txt"))
        assert len(one.entries()) == 3


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "ftp://host", "nonsense"])
def test_address_where_no_server_is(folder, make_report, url):
    with Store.open(folder, create=True, chroma_url=url) as store:
        with pytest.raises(ServerUnavailable):
            store.add(make_report())
        assert store.entries() == ()


def test_server_that_hangs_is_given_up(folder, make_report, monkeypatch):
    monkeypatch.setattr("vectorstore.chroma._DEADLINE", 0.3)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with Store.open(folder, create=True, chroma_url=url) as store:
            started = time.monotonic()
            with pytest.raises(ServerUnavailable):
                store.add(make_report())
            assert time.monotonic() - started < 5


@pytest.fixture
def half_hung():
    """The address of a server that says it is alive, and answers nothing else."""
    awake = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if "heartbeat" not in self.path:
                awake.wait(60)
            self.send_response(200)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *given: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as served:
        thread = threading.Thread(target=served.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{served.server_port}"
        awake.set()
        served.shutdown()
        thread.join()


def test_server_that_hangs_while_the_client_is_made_is_given_up(folder, make_report, half_hung, monkeypatch):
    monkeypatch.setattr("vectorstore.chroma._DEADLINE", 0.5)
    with Store.open(folder, create=True, chroma_url=half_hung) as store:
        started = time.monotonic()
        with pytest.raises(ServerUnavailable, match="CHROMA_URL"):
            store.add(make_report())
        assert time.monotonic() - started < 30
        assert store.entries() == ()


def test_server_that_comes_back_is_used_again(server, tmp_path, make_report, monkeypatch):
    monkeypatch.setattr("vectorstore.vector_index._REST", 0.2)
    monkeypatch.setattr("vectorstore.chroma._DEADLINE", 2.0)
    url, process = server
    with Store.open(tmp_path / "one", create=True, chroma_url=url) as store:
        store.add_many([make_report(seed=n, source=f"{n}.txt") for n in range(4)])
        process.send_signal(signal.SIGSTOP)
        assert len(store.dense_search("新增就业", 100)) == 16
        with pytest.raises(ServerUnavailable), store._dense.index.lent():
            pass
        process.send_signal(signal.SIGCONT)
        deadline = time.monotonic() + 30
        while True:
            try:
                with store._dense.index.lent() as index:
                    assert index.count() == 16
                break
            except ServerUnavailable:
                assert time.monotonic() < deadline
                time.sleep(0.1)
        assert store.add(make_report(seed=50, source="新.txt")) == "新增"


def test_error_of_the_embedded_index_names_the_way_out(filled):
    wrong = pytest.raises(StoreDamaged, match="--rebuild")
    with Store.open(filled) as store, wrong, store._dense.index.lent() as index:
        index.query(np.ones(3, np.float32), 1)
