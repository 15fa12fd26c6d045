"""Runs a command and measures it: wall time, processor time, peak memory of it and its children.

The command is started by a small process of its own: on Linux a child's peak memory begins with
that of the process that forked it, so that a large parent would hide what the child needs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
_EVERY = 0.05
"""Seconds between two looks at the memory of a tree of processes."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Seconds of wall and processor time, peak memory in MB, and what the command wrote."""

    wall: float
    cpu: float
    peak_mb: float
    code: int
    out: str


class Failed(RuntimeError):
    """A measured command did not succeed; the message holds what it wrote."""


def run(command: Sequence[str | Path], *, codes: Sequence[int] = (0,), env: Mapping[str, str] = {}) -> Usage:
    """Runs ``command`` in the project's root. Raises Failed where it ends with none of ``codes``."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "usage.json"
        words = [sys.executable, "-S", "-E", __file__, str(report), *map(str, command)]
        done = subprocess.run(words, cwd=ROOT, env={**os.environ, **env}, capture_output=True, text=True)
        measured = json.loads(report.read_text("utf-8")) if report.exists() else {"code": done.returncode}
    if measured["code"] not in codes:
        raise Failed(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return Usage(**measured, out=done.stdout)


def _tree(root: int) -> set[int]:
    """The processes below ``root`` and itself."""
    parents: dict[int, list[int]] = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                stat = Path("/proc", name, "stat").read_text("utf-8", "replace")
            except OSError:
                continue
            parents.setdefault(int(stat.rpartition(")")[2].split()[1]), []).append(int(name))
    found, todo = set(), [root]
    while todo:
        one = todo.pop()
        found.add(one)
        todo += parents.get(one, [])
    return found


def _resident(root: int) -> float:
    """Resident MB of a tree of processes; pages that they share count once for each."""
    pages = 0
    for one in _tree(root):
        try:
            pages += int(Path("/proc", str(one), "statm").read_text().split()[1])
        except (OSError, IndexError):
            continue
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _main(report: str, command: Sequence[str]) -> int:
    import resource

    peak = 0.0
    ended = threading.Event()
    began = time.perf_counter()
    process = subprocess.Popen(command)

    def look() -> None:
        nonlocal peak
        while not ended.wait(_EVERY):
            peak = max(peak, _resident(process.pid))

    if os.path.isdir("/proc/self"):
        threading.Thread(target=look, daemon=True).start()
    code = process.wait()
    wall = time.perf_counter() - began
    ended.set()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    own = used.ru_maxrss / 1e6 if sys.platform == "darwin" else used.ru_maxrss * 1024 / 1e6
    figures = {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "peak_mb": max(peak, own), "code": code}
    Path(report).write_text(json.dumps(figures), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(_main(sys.argv[1], sys.argv[2:]))
