"""Whether Chroma's files are sound.

Damaged ones may end the process that opens them, or go unnoticed while most vectors are missed. So
they are tried in a process of its own: does it open, and does it find what it should? A stamp
beside them, taken when they were last known to be sound, saves that trial while they are untouched.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import StoreError

if TYPE_CHECKING:
    import numpy as np

STAMP = "chroma.stamp"
_DEADLINE = 60.0
_ALIKE = 0.99
"""The vectors are rounded to half their size: the cosine of one with itself is not quite 1."""


def stamp(folder: Path) -> str:
    """What tells any change of the files of an index: names, sizes, times; "" where there are none."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    found = [(str(path.relative_to(folder)), path.stat()) for path in files]
    return "\n".join(f"{name} {stat.st_size} {stat.st_mtime_ns}" for name, stat in found)


def size(folder: Path) -> int:
    """Bytes of all files in a folder; one that goes meanwhile, as a journal does, counts nothing."""
    found = 0
    for path in folder.rglob("*"):
        try:
            found += path.stat().st_size if path.is_file() else 0
        except FileNotFoundError:
            continue
    return found


def untouched(store: Path, folder: Path) -> bool:
    """Whether the files are as they were when they were last marked as sound."""
    try:
        return bool(now := stamp(folder)) and (store / STAMP).read_text("utf-8") == now
    except OSError:
        return False


def mark(store: Path, folder: Path) -> None:
    """Remembers that the files are sound as they are; what cannot be remembered is tried again."""
    try:
        (store / STAMP).write_text(stamp(folder), "utf-8")
    except OSError:
        forget(store)


def forget(store: Path) -> None:
    """Has the files tried again at the next opening."""
    try:
        (store / STAMP).unlink(missing_ok=True)
    except OSError:
        return


def ailment(store: Path, collection: str, ids: Sequence[str], vectors: np.ndarray) -> str:
    """What is wrong with the index of a store, "" where nothing is.

    ``ids`` and ``vectors`` (float32, shape (len(ids), dimension)) are samples that it must find.
    Takes a second; at most a minute.
    """
    import numpy as np

    sample = io.BytesIO()
    np.savez(sample, ids=np.array(ids, str), vectors=vectors)
    command = [sys.executable, "-m", __spec__.name, str(store.absolute()), collection]
    root = Path(__file__).resolve().parent.parent
    try:
        tried = subprocess.run(
            command, cwd=root, input=sample.getvalue(), capture_output=True, timeout=_DEADLINE
        )
    except subprocess.TimeoutExpired:
        return f"{_DEADLINE:g} 秒内没有打开"
    if tried.returncode < 0:
        return f"打开它的程序意外中止，信号 {-tried.returncode}"
    try:
        return str(json.loads(tried.stdout)["ailment"])
    except (ValueError, KeyError):
        return f"打开它的程序意外中止，代码 {tried.returncode}"


def _examine(store: Path, collection: str, ids: Sequence[str], vectors: np.ndarray) -> str:
    from .chroma import ChromaIndex

    try:
        index = ChromaIndex(store, collection)
        held, kept = index.vectors(ids)
        missed = len(ids) - len(held)
        wanted = dict(zip(ids, vectors, strict=True))
        changed = sum(float(kept[at] @ wanted[key]) < _ALIKE for at, key in enumerate(held))
        unfound = 0
        for vector in vectors:
            nearest = index.query(vector, 1)
            # written so that NaN, too, counts as not found
            unfound += not (nearest and nearest[0][1] >= _ALIKE)
    except StoreError as error:
        return str(error.__cause__ or error)
    worst = max(missed, changed, unfound)
    return f"{len(ids)} 个抽查的向量有 {worst} 个找不到" if worst else ""


def main() -> None:
    """``python -m vectorstore.health STORE COLLECTION``, with the samples as npz on standard input."""
    import numpy as np

    sample = np.load(io.BytesIO(sys.stdin.buffer.read()))
    found = _examine(Path(sys.argv[1]), sys.argv[2], sample["ids"].tolist(), sample["vectors"])
    sys.stdout.write(json.dumps({"ailment": found}))


if __name__ == "__main__":
    main()
