"""Damaged index files: twenty-six kinds, each found or harmless, with the process alive."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from faults.apart import apart
from faults.made import fill, whole

REPORTS = 70
"""Enough for Chroma to write its HNSW files, which it does every thousand vectors."""
FILES = (
    "chroma.sqlite3",
    "data_level0.bin",
    "header.bin",
    "length.bin",
    "link_lists.bin",
    "index_metadata.pickle",
)


@dataclass(frozen=True, slots=True)
class Damage:
    """A kind of damage; ``harm`` does it to the Chroma folder of a store, given that of another."""

    name: str
    harm: Callable[[Path, Path], None]


def _file(folder: Path, name: str) -> Path:
    (found,) = folder.rglob(name)
    return found


def _cut(name: str) -> Callable[[Path, Path], None]:
    def harm(folder: Path, other: Path) -> None:
        path = _file(folder, name)
        with path.open("r+b") as file:
            file.truncate(path.stat().st_size // 2)

    return harm


def _zeroed(name: str) -> Callable[[Path, Path], None]:
    def harm(folder: Path, other: Path) -> None:
        path = _file(folder, name)
        size = path.stat().st_size
        with path.open("r+b") as file:
            file.seek(size // 4)
            file.write(bytes(size // 2))

    return harm


def _swapped(name: str) -> Callable[[Path, Path], None]:
    return lambda folder, other: _file(folder, name).write_bytes(_file(other, name).read_bytes())


def _deleted(name: str) -> Callable[[Path, Path], None]:
    return lambda folder, other: _file(folder, name).unlink()


def _emptied(folder: Path, other: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


def _kinds() -> Iterator[Damage]:
    for word, make in (("截断", _cut), ("清零", _zeroed), ("换成别的", _swapped), ("删除", _deleted)):
        for name in FILES:
            yield Damage(f"{name} {word}", make(name))
    yield Damage("文件夹 删除", lambda folder, other: shutil.rmtree(folder))
    yield Damage("文件夹 清空", _emptied)


KINDS = tuple(_kinds())


class _Said(logging.Handler):
    """What the store said while it was opened."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def tried(store: Path) -> tuple[str, list[str]]:
    """Opens a store and asks it: what is wrong with its answers ("" if nothing), what it said."""
    from vectorstore import Store

    said = _Said()
    logger = logging.getLogger("vectorstore")
    logger.addHandler(said)
    try:
        with Store.open(store) as opened:
            if not opened.keyword_search("新建教室", 3) or not opened.find_facts(["资金"]):
                return "关键词或数字没有应答", said.lines
            return whole(opened), said.lines
    finally:
        logger.removeHandler(said)


def suffer(kind: Damage, store: Path, other: Path, folder: Path) -> str:
    """Damages a copy of ``store`` and asks it: 发现, 无害, or what went wrong."""
    copy = folder / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(store, copy)
    kind.harm(copy / "chroma", other / "chroma")
    ending = apart(tried, copy)
    if ending.value is None:
        return f"进程中止 {ending.code}"
    wrong, lines = ending.value
    if wrong:
        return wrong
    again = apart(tried, copy).value
    if again is None or again[0] or again[1]:
        return f"第二次打开仍不好：{again}"
    return "发现" if any("重建" in line for line in lines) else "无害"


def run(folder: Path, kinds: tuple[Damage, ...] = KINDS) -> dict[str, str]:
    """What became of each kind of damage."""
    store, other = folder / "store", folder / "other"
    apart(fill, store, REPORTS)
    apart(lambda: str(fill(other, REPORTS, first=5000)))
    return {kind.name: suffer(kind, store, other, folder) for kind in kinds}
