"""A parser that was taken over: what it tries from inside the sandbox, and that it gets nothing."""

from __future__ import annotations

import json
import os
import socket
import sys
import threading
from pathlib import Path

import files
import pytest

from reports import sandbox
from reports.errors import UnreadableFile
from reports.indicators import use_table
from reports.isolation import _CREATE
from reports.sandbox import Sandbox

TAKEN_OVER = """
import sys; sys.path.insert(0, sys.argv[1])
import json, os, socket
import reports.pipeline
from reports.errors import UnreadableFile

def tried(work):
    try:
        return repr(work())[:200]
    except OSError as error:
        return f"refused {error.errno}"

def evil(path, **_):
    asked = json.loads(path.read_text("utf-8").splitlines()[0])
    found = {"own": path.read_text("utf-8")[:1]}
    for other in asked["read"]:
        found[other] = tried(lambda: open(other, "rb").read(100))
    for other in asked["write"]:
        found[other] = tried(lambda: open(other, "ab").write(b"x"))
    found["removed"] = tried(lambda: os.unlink(asked["kept"]))
    parent = os.getppid()
    found["environment"] = tried(lambda: open(f"/proc/{parent}/environ", "rb").read(100))
    found["memory"] = tried(lambda: open(f"/proc/{parent}/mem", "rb"))
    found["signal"] = tried(lambda: os.kill(parent, 0))
    for name, kind in (("tcp", (2, 1)), ("udp", (2, 2)), ("tcp6", (10, 1)), ("local", (1, 1))):
        found[name] = tried(lambda: socket.socket(*kind))
    found["program"] = tried(lambda: os.waitpid(os.posix_spawn("/bin/cat", ["cat", asked["read"][0]], {}), 0))
    found["descriptors"] = [os.readlink(f"/proc/self/fd/{n}") for n in os.listdir("/proc/self/fd")
                            if os.path.exists(f"/proc/self/fd/{n}")]
    found["variables"] = sorted(os.environ)
    found["own folder"] = tried(lambda: open("note.txt", "w").write("x"))
    raise UnreadableFile(json.dumps(found))

reports.pipeline.read_report = evil
from reports.confined import main; main(sys.argv[2:])
"""


def landlock() -> int:
    """The version of Landlock here, 0 where there is none."""
    import ctypes

    if sys.platform != "linux":
        return 0
    return max(ctypes.CDLL(None, use_errno=True).syscall(_CREATE, None, 0, 1), 0)


pytestmark = pytest.mark.skipif(landlock() < 1, reason="needs Landlock: Linux 5.13 or later")


@pytest.mark.parametrize("name", ["a.txt", "a.doc"])
def test_a_parser_taken_over_reaches_nothing(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret, store, kept = tmp_path / ".env", tmp_path / "store", tmp_path / "kept"
    kept.touch()
    secret.write_text("LLM_API_KEY=sk-not-for-parsers", encoding="utf-8")
    store.mkdir()
    home, root = Path.home(), Path(__file__).resolve().parents[2]
    asked = {
        "read": [str(secret), str(root / "README.md"), "/etc/shadow", str(Path(__file__))],
        "kept": str(kept),
        "write": [
            str(store / "x"),
            str(home / "x-taken-over"),
            "/tmp/x-taken-over",
            str(root / "x-taken-over"),
        ],
    }
    path = tmp_path / "in" / name
    path.parent.mkdir()
    path.write_text(json.dumps(asked) + "\n" + files.TEXT, encoding="utf-8")
    monkeypatch.setenv("LLM_API_KEY", "sk-not-for-parsers")
    monkeypatch.setattr(sandbox, "_CHILD", TAKEN_OVER)
    leaked = os.open(secret, os.O_RDONLY)
    os.set_inheritable(leaked, True)
    try:
        with Sandbox() as one, pytest.raises(UnreadableFile) as said:
            one.read(path)
    finally:
        os.close(leaked)
    found = json.loads(str(said.value))
    for other in (*asked["read"], *asked["write"]):
        assert found[other].startswith("refused"), (other, found[other])
    for what in ("environment", "memory", "tcp", "udp", "tcp6"):
        assert found[what].startswith("refused"), (what, found[what])
    for what in ("local", "removed"):  # LibreOffice needs its socket in /tmp, where this test's files lie
        assert found[what].startswith("refused") or name == "a.doc", (what, found[what])
    if landlock() >= 6:
        assert found["signal"].startswith("refused")
    # what it starts is held as well: cat could not read the secret, which its exit status tells
    assert found["program"].endswith(", 256)"), found["program"]
    assert not [one for one in found["descriptors"] if str(tmp_path) in one and "report-" not in one]
    assert "LLM_API_KEY" not in found["variables"]
    assert found["own"] == "{"
    assert found["own folder"] == "1"
    assert secret.read_text("utf-8").endswith("parsers")


def test_a_server_on_this_machine_hears_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    heard.append(server.accept())
                except TimeoutError:
                    continue

        thread = threading.Thread(target=listen)
        thread.start()
        code = TAKEN_OVER.replace(
            "raise UnreadableFile(json.dumps(found))",
            f"raise UnreadableFile(tried(lambda: socket.create_connection({server.getsockname()})))",
        )
        monkeypatch.setattr(sandbox, "_CHILD", code)
        path = tmp_path / "a.txt"
        path.write_text('{"read": ["/etc/shadow"], "write": [], "kept": "/etc/none"}\n', encoding="utf-8")
        with Sandbox() as one, pytest.raises(UnreadableFile, match="refused"):
            one.read(path)
        done.set()
        thread.join()
    assert heard == []


def test_what_readers_need_is_there(tmp_path: Path) -> None:
    """The user's own table, and a folder with a name of its own."""
    table = tmp_path / "我的 表.toml"
    table.write_text('[indicators]\n"龙灯数" = ["舞龙灯"]\n', encoding="utf-8")
    path = tmp_path / "云溪区 2024（一）.txt"
    path.write_text(files.TEXT.replace("改造老旧小区", "舞龙灯"), encoding="utf-8")
    try:
        with Sandbox() as one:
            plain = one.read(path)
            use_table(table)
            told = one.read(path)
    finally:
        use_table(None)
    assert "龙灯数" not in {fact.name for fact in plain.facts}
    assert "龙灯数" in {fact.name for fact in told.facts}
    assert told.source == path.name


def test_nothing_of_a_file_is_left_in_the_sandbox(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(files.TEXT, encoding="utf-8")
    with Sandbox() as one:
        for _ in range(2):
            one.read(path)
            assert one._folder
            assert not list(Path(one._folder.name).rglob("a.txt"))
        with pytest.raises(UnreadableFile, match="找不到"):
            one.read(tmp_path / "none.txt")
        with pytest.raises(UnreadableFile, match="文件夹"):
            one.read(tmp_path)
    assert path.exists()
