"""Stores to measure on, made once and kept under ``build/``."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from kit.watch import ROOT, run

CACHE = ROOT / "build" / "bench"


def reports_in(folder: Path, limit: int = 0) -> list[Path]:
    """The report files below a folder, sorted; with ``limit`` so many, spread over all of them."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and "README" not in path.name)
    return (
        files if not limit or limit >= len(files) else [files[i * len(files) // limit] for i in range(limit)]
    )


def store_of(name: str, files: Sequence[Path]) -> Path:
    """The store of these files; made anew when a file or the code that reads and keeps has changed."""
    folder = CACHE / name
    stamp = _stamp(files)
    mark = CACHE / f"{name}.stamp"
    if not (mark.exists() and mark.read_text("ascii") == stamp):
        mark.unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        CACHE.mkdir(parents=True, exist_ok=True)
        print(f"正在建立 {len(files)} 份报告的资料库 {folder.relative_to(ROOT)}……", file=sys.stderr)
        run([sys.executable, "ingest.py", *files, "--store", folder], codes=(0, 1))  # 1: some were not taken
        mark.write_text(stamp, "ascii")
    return folder


def _stamp(files: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for path in files:
        digest.update(f"{path.name} {path.stat().st_size}\n".encode())
    for room in ("reports", "vectorstore"):
        for path in sorted((ROOT / room).rglob("*")):
            if path.is_file() and path.suffix not in (".pyc",) and "train" not in path.name:
                digest.update(path.read_bytes())
    return digest.hexdigest()
