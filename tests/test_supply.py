"""What the project is made of: exact pins, all of them told, and what ``make audit`` finds."""

from __future__ import annotations

import ast
import importlib.util
import json
import sys
import threading
from collections.abc import Iterator
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import packages_distributions, version
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted(ROOT.glob("requirements*.txt"))
ROOMS = ("reports", "vectorstore", "assistant", "pages")
AGES = {"fresh": 30, "old": 800, "old-but-told": 900}


@pytest.fixture(scope="module")
def audit() -> ModuleType:
    spec = importlib.util.spec_from_file_location("audit", ROOT / ".ci" / "audit.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def index() -> Iterator[str]:
    """A package index with a few made-up projects, one of them with a fresh release that was withdrawn."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Quiet."""

        def do_GET(self) -> None:
            name = self.path.split("/")[1]
            days = AGES.get(name)
            self.send_response(200 if days else 404)
            self.end_headers()
            if days:
                then = date.today() - timedelta(days=days)
                file = {"upload_time": f"{then}T08:00:00", "yanked": False}
                gone = {"upload_time": f"{date.today()}T08:00:00", "yanked": True}
                releases = {"1.0": [file], "1.1": [gone], "0.9": []}
                self.wfile.write(json.dumps({"releases": releases}).encode())

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_every_dependency_is_pinned_exactly_and_once(audit: ModuleType) -> None:
    assert [file.name for file in FILES] == [
        "requirements-audit.txt",
        "requirements-dev.txt",
        "requirements-mcp.txt",
        "requirements.txt",
    ]
    parts = [audit.requirements([file]) for file in FILES]
    assert [line for _, loose in parts for line in loose] == []
    names = [name.lower() for exact, _ in parts for name in exact]
    assert len(names) == len(set(names)) > 30


def test_a_loose_pin_is_found(audit: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "r.txt"
    file.write_text("# 注\n-r other.txt\na==1.2.3  # why\nb[x,y]==2.0\nc>=1\nd\ne==1.*\nf~=1.0\n", "utf-8")
    exact, loose = audit.requirements([file])
    assert exact == {"a": "1.2.3", "b": "2.0"}
    assert loose == ["r.txt: c>=1", "r.txt: d", "r.txt: e==1.*", "r.txt: f~=1.0"]


def test_what_is_installed_is_what_is_pinned(audit: ModuleType) -> None:
    exact, _ = audit.requirements([ROOT / "requirements.txt"])
    installed = {name: version(name).partition("+")[0] for name in exact}
    assert installed == exact


def test_every_package_that_the_rooms_import_is_pinned(audit: ModuleType) -> None:
    exact, _ = audit.requirements([ROOT / "requirements.txt", ROOT / "requirements-mcp.txt"])
    pinned = {name.lower().replace("_", "-") for name in exact}
    homes = packages_distributions()
    missing = set()
    for file in (path for room in ROOMS for path in (ROOT / room).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                modules = [node.module]
            else:
                continue
            for top in {module.partition(".")[0] for module in modules}:
                if top in sys.stdlib_module_names or top in (*ROOMS, "__future__"):
                    continue
                if not {home.lower().replace("_", "-") for home in homes.get(top, [])} & pinned:
                    missing.add(top)
    assert missing == set()


def test_a_dependency_without_a_release_in_two_years_needs_a_reason(audit: ModuleType, index: str) -> None:
    readme = f"- `old-but-told` {audit.EXCUSED}：只用它的一张表。\n- `old` 很好用。"
    found, unknown = audit.unmaintained([*AGES, "nowhere"], readme, index)
    assert [line.partition("（")[0] for line in found] == ["old"]
    assert unknown == ["nowhere"]


def test_without_a_network_the_audit_says_so(
    audit: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(audit, "INDEX", "http://127.0.0.1:9")
    monkeypatch.setattr(audit.unmaintained, "__defaults__", ("http://127.0.0.1:9",))
    arguments = ["audit", "--pip-audit", "/nowhere/pip-audit", "--packages", "."]
    monkeypatch.setattr(sys, "argv", arguments)
    assert audit.main() == 2
    told = capsys.readouterr().out
    assert "连不上漏洞库" in told
    assert "没有查到发布日期" in told


def test_a_licence_that_asks_for_more_needs_a_reason(audit: ModuleType) -> None:
    known = {
        "a": ("1", "MIT"),
        "b": ("1", "GNU General Public License v3 (GPLv3)"),
        "c": ("1", "MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later"),
        "d": ("1", ""),
        "e": ("2", "LGPL-3.0-only"),
        "f": ("1", "Apache-2.0 AND BSD-3-Clause"),
    }
    assert audit.licences(known, "`e` 的许可：只在本机用。") == [
        "b 1：GNU General Public License v3 (GPLv3)",
        "d 1：没有写明",
    ]


def test_the_licences_of_all_that_is_installed_are_known(audit: ModuleType) -> None:
    import sysconfig

    here = audit.installed(sysconfig.get_path("purelib"))
    assert len(here) > 100
    assert "BSD" in here["httpx"][1]
    assert audit.licences(here, (ROOT / "SECURITY.md").read_text(encoding="utf-8")) == []


def test_another_version_than_the_one_written_is_told(audit: ModuleType) -> None:
    known = {"Torch": ("2.0+cpu", "BSD"), "a_b": ("1.1", "MIT"), "c": ("1.0", "MIT")}
    assert audit.strayed({"torch": "2.0", "a-b": "1.0", "none": "1"}, known) == ["a-b 写的是 1.0，装的是 1.1"]


def test_holes_are_told_with_what_mends_them_and_what_was_not_looked_up(
    audit: ModuleType, tmp_path: Path
) -> None:
    told = {
        "dependencies": [
            {"name": "a", "version": "1.0", "vulns": [{"id": "CVE-1", "fix_versions": ["1.1"]}]},
            {"name": "b", "version": "2.0", "vulns": []},
            {"name": "c", "skip_reason": "not on the index: c (3.0)"},
            {"name": "d", "skip_reason": "not on the index: d (3.0+cpu)"},
        ]
    }
    program = tmp_path / "pip-audit"
    program.write_text(f"#!{sys.executable}\nprint('''{json.dumps(told)}''')\nraise SystemExit(1)\n", "utf-8")
    program.chmod(0o755)
    assert audit.holes(str(program), ".") == (["a 1.0：CVE-1，修复于 1.1"], ["c"])
    program.write_text(f"#!{sys.executable}\nraise SystemExit('no network')\n", "utf-8")
    assert audit.holes(str(program), ".") is None
