"""Uploads: what a file's name becomes, and how long a file is kept for whom."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from pages.uploads import KEPT, MAX_BYTES, MAX_KEPT, MAX_WAITING, Inbox, safe_name
from reports.errors import TooLarge, UnreadableFile


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("..\\..\\windows\\win.ini.txt", "win.ini.txt"),
        ("/etc/shadow.md", "shadow.md"),
        ("C:\\报告.docx", "报告.docx"),
        ("报告\0.txt", "报告.txt"),
        ("报告.txt\0.exe", "报告.txt.exe"),
        ("<img src=x onerror=alert(1)>.txt", "_img src_x onerror_alert(1)_.txt"),
        ("\u202etxt.exe.docx", "txt.exe.docx"),
        ("\u200b\ufeff报\u200d告.txt", "报告.txt"),
        ("报告\r\nSet-Cookie: a=b.txt", "报告Set-Cookie_ a_b.txt"),
        ("..", "未命名"),
        ("", "未命名"),
        (".txt", "未命名.txt"),
        ("con.txt", "_con.txt"),
        ("  报告 .  .txt", "报告.txt"),
        ("`rm -rf ~`;$(x)|&.txt", "_rm -rf ____(x)__.txt"),
        ("报告\ud800.txt", "报告.txt"),
        ("政府工作报告（2024年）——卫东区.pdf", "政府工作报告（2024年）——卫东区.pdf"),
    ],
)
def test_names_are_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe
    assert safe_name(safe) == safe


@pytest.mark.parametrize("name", ["报" * 300 + ".docx", "a" * 100_000 + ".txt", "𠮷" * 99 + ".pdf"])
def test_long_names_keep_their_ending(name: str, tmp_path: Path) -> None:
    safe = safe_name(name)
    assert len(safe.encode()) <= 200
    assert safe.endswith(name[-4:])
    (tmp_path / safe).touch()


# The inbox


def _put(inbox: Inbox, visitor: str = "v", data: bytes = b"text", name: str = "a.txt") -> str:
    with inbox.opened(name, visitor) as coming:
        assert coming.write(data)
        return coming.keep()


def test_a_file_is_for_its_visitor_and_once(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path)
    token = _put(inbox)
    assert inbox.take(token, "another") is None
    assert inbox.take("", "v") is None
    found = inbox.take(token, "v")
    assert found
    assert found.path.read_bytes() == b"text"
    assert inbox.take(token, "v") is None
    found.drop()
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_kept_leaves_nothing(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path)
    with inbox.opened("a.txt", "v") as coming:
        assert coming.write(bytes(MAX_BYTES))
        assert not coming.write(b"1")
    with pytest.raises(UnreadableFile, match="后缀"):
        _put(inbox, data=b"%PDF-1.7")
    with pytest.raises(UnreadableFile, match="不收"):
        _put(inbox, data=b"PK\x03\x04", name="a.zip")
    assert list(tmp_path.iterdir()) == []


def test_what_nobody_takes_is_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inbox = Inbox(tmp_path)
    token = _put(inbox)
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now + KEPT + 1)
    inbox.sweep()
    assert inbox.take(token, "v") is None
    assert list(tmp_path.iterdir()) == []


def test_a_visitor_fills_only_his_own_share(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path)
    for _ in range(MAX_WAITING):
        _put(inbox)
    assert str(MAX_WAITING) in inbox.full("v")
    assert inbox.full("another") == ""


def test_files_on_their_way_count_so_that_many_at_once_do_not_fill_the_disk(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path)
    start = threading.Barrier(60)
    taken: list[str] = []
    refused: list[str] = []
    done = threading.Event()

    def send_one(number: int) -> None:
        start.wait()
        try:
            with inbox.opened("a.txt", f"visitor {number}") as coming:
                coming.write(b"text")
                taken.append(coming.keep())
                done.wait(60)
        except TooLarge as error:
            refused.append(str(error))

    threads = [threading.Thread(target=send_one, args=(number,)) for number in range(60)]
    for thread in threads:
        thread.start()
    until = time.monotonic() + 60
    while len(taken) + len(refused) < 60 and time.monotonic() < until:
        time.sleep(0.01)
    done.set()
    for thread in threads:
        thread.join()
    assert len(taken) <= MAX_KEPT // MAX_BYTES
    assert len(taken) + len(refused) == 60
    assert set(refused) == {"等着读入的文件太多，请过几分钟再传。"}
    _put(inbox)
    assert inbox.full("v") == ""
