"""A share of ``make faults``: each fault is made for real, and the promise about it holds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SECTIONS = ("kills", "persists", "damage", "cycles", "elsewhere", "disk", "server", "uploads", "load")


@pytest.mark.skipif(sys.platform == "win32", reason="forks processes and kills them")
@pytest.mark.parametrize("section", SECTIONS)
def test_promise_is_kept(section: str, tmp_path: Path) -> None:
    out = tmp_path / "faults.json"
    done = subprocess.run(
        [sys.executable, "-m", "faults", "--share", "--only", section, "--json", str(out)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "benchmarks")},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    rows = json.loads(out.read_text("utf-8"))["rows"] if out.exists() else []
    assert rows, done.stderr
    assert [row for row in rows if not row["kept"]] == []
    assert done.returncode == 0
