"""The peers' environment, and the measuring of their roads in processes of their own."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kit.watch import ROOT, Failed, run

PEERS = ROOT / "build" / "peers"
REQUIREMENTS = ROOT / "benchmarks" / "requirements-peers.txt"


def python(folder: Path = PEERS) -> Path:
    """The interpreter of the peers' environment."""
    return folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"


def make(folder: Path = PEERS) -> None:
    """Makes the environment: the peers on top of the project's own packages, which they share."""
    if not python(folder).exists():
        venv.create(folder, with_pip=True)
        inside = subprocess.run(
            [python(folder), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            capture_output=True, text=True, check=True,
        ).stdout.strip()  # fmt: skip
        Path(inside, "project.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    pip: list[str | Path] = [python(folder), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run([*pip, "-r", REQUIREMENTS], check=True)


def there(folder: Path = PEERS) -> bool:
    """Whether the environment has been made."""
    return python(folder).exists()


def travel(
    road: str,
    texts: Sequence[str],
    queries: Sequence[str],
    *,
    k: int,
    chunk: int,
    with_text: bool = True,
    folder: Path = PEERS,
) -> dict[str, Any]:
    """Indexes ``texts`` and asks ``queries`` on one of ``roads.ROADS``; see there what comes back.

    ``cpu`` seconds and ``peak_mb`` of the process are added. A road that fails gives ``{"error"}``.
    """
    with tempfile.TemporaryDirectory() as place:
        task, out = Path(place) / "task.json", Path(place) / "out.json"
        task.write_text(
            json.dumps(
                {"texts": texts, "queries": queries, "k": k, "chunk": chunk, "with_text": with_text},
                ensure_ascii=False,
            ),
            encoding="utf-8",
        )
        roads = Path(__file__).with_name("roads.py")
        quiet = {"ANONYMIZED_TELEMETRY": "False", "HAYSTACK_TELEMETRY_ENABLED": "False"}
        try:
            used = run([python(folder), "-W", "ignore", roads, road, task, out], env=quiet)
        except Failed as error:
            print(f"{road} 没有走通：{str(error).strip().splitlines()[-1]}", file=sys.stderr)
            return {"error": str(error)}
        result: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return {**result, "cpu": used.cpu, "peak_mb": used.peak_mb}
