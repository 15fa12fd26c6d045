"""Files that visitors sent: received, checked, kept until they are read, then dropped."""

from __future__ import annotations

import re
import secrets
import shutil
import threading
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from reports.errors import TooLarge, UnsupportedFormat
from reports.patterns import regex

MAX_BYTES = 20 * 2**20
"""The size of the largest file that a page takes."""
MAX_WAITING = 100
"""Files of one visitor that may wait to be read."""
MAX_KEPT = 500 * 2**20
"""Bytes of all files that wait."""
KEPT = 900.0
"""Seconds after which a file that nobody asked to be read is dropped."""
NAMELESS = "未命名"
_HEAD = 4096  # bytes in which a file shows its kind
_LONGEST = 180  # bytes of a name; file systems take 255
_MEANINGFUL = regex(r"[<>:\"|?*'`&;$%#\\/!{}\[\]^~=]")
_DEVICE = regex(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
# What stands for no character of a name: controls, marks of direction, unassigned, private, surrogates.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def safe_name(name: str) -> str:
    """A file's name without folders, hidden or meaningful characters, and not too long.

    Letters of any script, digits and plain marks stay; the ending always does.
    """
    name = unicodedata.normalize("NFC", name[-2000:])
    last = re.split(r"[/\\]", name)[-1]
    seen = "".join(char for char in last if unicodedata.category(char) not in _INVISIBLE)
    seen = re.sub(r"\s+", " ", _MEANINGFUL.sub("_", seen))
    stem, dot, ending = seen.rpartition(".")
    if not dot:
        stem, ending = seen, ""
    stem, ending = stem.strip(" .") or NAMELESS, ending.strip()
    if _DEVICE.fullmatch(stem):
        stem = f"_{stem}"
    ending = f".{ending[:10]}" if ending else ""
    room = _LONGEST - len(ending.encode())
    return stem.encode()[:room].decode("utf-8", "ignore") + ending


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was received whole. ``path`` bears its safe name, in a folder of its own."""

    path: Path
    size: int
    visitor: str
    at: float

    def drop(self) -> None:
        shutil.rmtree(self.path.parent, ignore_errors=True)


class Inbox:
    """Keeps files from when they come in until they are taken, each for the visitor who sent it.

    ``folder`` must be private to this process. Any thread may use it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._kept: dict[str, Upload] = {}
        self._coming: list[str] = []

    def full(self, visitor: str) -> str:
        """Why no more is taken from a visitor now, in a sentence; ``""`` where there is room."""
        self.sweep()
        with self._lock:
            return self._full(visitor)

    def _full(self, visitor: str) -> str:
        own = sum(one.visitor == visitor for one in self._kept.values()) + self._coming.count(visitor)
        if own >= MAX_WAITING:
            return f"一次最多传 {MAX_WAITING} 份，请等前面的读完再传。"
        # what is on its way counts as large as it may become
        size = sum(one.size for one in self._kept.values()) + len(self._coming) * MAX_BYTES
        return "等着读入的文件太多，请过几分钟再传。" if size + MAX_BYTES > MAX_KEPT else ""

    @contextmanager
    def opened(self, name: str, visitor: str) -> Iterator[Coming]:
        """A file that is coming in, dropped unless it was kept.

        Raises TooLarge where no more is taken now, OSError where the disk has no room.
        """
        with self._lock:
            if reason := self._full(visitor):
                raise TooLarge(reason)
            self._coming.append(visitor)
        try:
            with self._received(name, visitor) as coming:
                yield coming
        finally:
            with self._lock:
                self._coming.remove(visitor)

    @contextmanager
    def _received(self, name: str, visitor: str) -> Iterator[Coming]:
        folder = self._folder / secrets.token_hex(16)
        folder.mkdir(mode=0o700, parents=True)
        path = folder / safe_name(name)
        token = ""
        try:
            with path.open("xb") as stream:
                coming = Coming(self, path, visitor, stream)
                yield coming
            token = coming.token
        finally:
            if not token:
                shutil.rmtree(folder, ignore_errors=True)

    def add(self, path: Path, size: int, visitor: str) -> str:
        """Keeps a file that is whole; returns the token by which its visitor takes it."""
        token = secrets.token_urlsafe(16)
        with self._lock:
            self._kept[token] = Upload(path, size, visitor, time.monotonic())
        return token

    def take(self, token: str, visitor: str) -> Upload | None:
        """The file with that token, for the visitor who sent it and once; who takes it drops it."""
        with self._lock:
            found = self._kept.get(token)
            return self._kept.pop(token) if found and visitor and found.visitor == visitor else None

    def sweep(self) -> None:
        """Drops what has waited too long."""
        late = time.monotonic() - KEPT
        with self._lock:
            old = [token for token, one in self._kept.items() if one.at < late]
            gone = [self._kept.pop(token) for token in old]
        for one in gone:
            one.drop()


class Coming:
    """A file on its way in."""

    def __init__(self, inbox: Inbox, path: Path, visitor: str, stream: BinaryIO) -> None:
        self.size, self.token = 0, ""
        self._inbox, self._path, self._visitor, self._stream = inbox, path, visitor, stream
        self._head = b""

    def write(self, data: bytes) -> bool:
        """Takes more of the file; False where it has become too large."""
        self.size += len(data)
        if self.size > MAX_BYTES:
            return False
        self._head += data[: _HEAD - len(self._head)]
        self._stream.write(data)
        return True

    def keep(self) -> str:
        """The whole file is there: checks that its content is of the kind its name says.

        Returns the token by which its visitor takes it. Raises UnreadableFile.
        """
        from reports.readers.sniff import check

        if not taken(self._path.name):
            raise UnsupportedFormat(wrong_ending(self._path.name))
        check(self._path, self._head)
        self._stream.flush()
        self.token = self._inbox.add(self._path, self.size, self._visitor)
        return self.token


def taken(name: str) -> bool:
    """Whether files of this name's ending are read."""
    from reports.readers import ENDINGS

    return Path(safe_name(name)).suffix.lower() in ENDINGS


def wrong_ending(name: str) -> str:
    """That no file of this name's ending is taken, in a sentence."""
    from reports.readers import ENDINGS

    return f"不收《{name}》这种文件，请转换成以下格式之一：{'、'.join(one[1:] for one in ENDINGS)}。"
