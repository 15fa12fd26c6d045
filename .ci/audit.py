"""``make audit``: known holes in what is installed, pins, licences, dependencies that nobody maintains.

    python .ci/audit.py --pip-audit PROGRAM --packages SITE_PACKAGES

Exit status: 0 nothing found, 1 something found, 2 something could not be looked up. Pins and licences
need no network.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterable
from datetime import date, timedelta
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
INDEX = "https://pypi.org/pypi"
SECONDS = 30
OLDEST = timedelta(days=2 * 365)
PINNED = re.compile(r"([A-Za-z0-9][\w.-]*)(?:\[[\w,-]+\])?==(\d[\w.!+-]*)")
EXCUSED = "两年没有新版本"
"""Words of the README's line that says why such a dependency is kept; the line names it in backticks."""


def requirements(files: Iterable[Path]) -> tuple[dict[str, str], list[str]]:
    """(name → version, lines that pin nothing) of requirements files; what they include is not followed."""
    exact: dict[str, str] = {}
    loose: list[str] = []
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            wanted = re.split(r"\s+#|^#", line)[0].strip()
            if not wanted or wanted.startswith(("-r ", "--")):
                continue
            if found := PINNED.fullmatch(wanted):
                exact[found[1]] = found[2]
            else:
                loose.append(f"{file.name}: {wanted}")
    return exact, loose


COPYLEFT = re.compile(r"GPL|GNU|Affero|SSPL|EUPL|NonCommercial|-NC|Proprietary|Commercial", re.IGNORECASE)
"""Licences under which more than the package itself may come to stand, or that forbid some uses."""
LICENSED = "许可"
"""Words of the line of SECURITY.md that says why a package under such a licence is used all the same."""


def installed(packages: str) -> dict[str, tuple[str, str]]:
    """Name → (version, licence) of all that is installed, the licence as the package tells it."""
    found = {}
    for one in distributions(path=[packages]):
        told = one.metadata
        classes = [line.split(" :: ")[-1] for line in told.get_all("Classifier") or () if "License" in line]
        licence = told.get("License-Expression") or " AND ".join(classes) or told.get("License") or ""
        found[told["Name"]] = (one.version, licence.strip().partition("\n")[0][:80])
    return found


def licences(known: dict[str, tuple[str, str]], told: str) -> list[str]:
    """Packages whose licence is unknown or no permissive one, and of which ``told`` says no reason.

    Of a choice (``OR``) the permissive one is taken.
    """
    lines = [line for line in told.splitlines() if LICENSED in line]
    excused = {name.lower() for line in lines for name in re.findall(r"`([\w.-]+)`", line)}
    return [
        f"{name} {version}：{licence or '没有写明'}"
        for name, (version, licence) in sorted(known.items())
        if name.lower() not in excused
        and (not licence or all(COPYLEFT.search(choice) for choice in licence.split(" OR ")))
    ]


def strayed(exact: dict[str, str], known: dict[str, tuple[str, str]]) -> list[str]:
    """Packages that are installed in another version than is written; those not installed are passed over."""
    versions = {re.sub("[-_.]+", "-", name).lower(): version for name, (version, _) in known.items()}
    found = []
    for name, wanted in exact.items():
        version = versions.get(re.sub("[-_.]+", "-", name).lower(), wanted).partition("+")[0]
        if version != wanted:
            found.append(f"{name} 写的是 {wanted}，装的是 {version}")
    return found


def newest(name: str, index: str = INDEX) -> date:
    """The day of the newest release on the index. Raises OSError or ValueError where there is no answer."""
    with urllib.request.urlopen(f"{index}/{name}/json", timeout=SECONDS) as answer:
        releases = json.load(answer)["releases"]
    days = [file["upload_time"][:10] for files in releases.values() for file in files if not file["yanked"]]
    return date.fromisoformat(max(days))


def excused(readme: str) -> set[str]:
    """The dependencies of which the README says why they are kept all the same."""
    lines = [line for line in readme.splitlines() if EXCUSED in line]
    return {name.lower() for line in lines for name in re.findall(r"`([\w.-]+)`", line)}


def unmaintained(names: Iterable[str], readme: str, index: str = INDEX) -> tuple[list[str], list[str]]:
    """(dependencies without a release in two years and without a reason, those not looked up)."""
    found, unknown = [], []
    kept = excused(readme)
    for name in names:
        try:
            day = newest(name, index)
        except (OSError, ValueError, KeyError, TypeError):
            unknown.append(name)
            continue
        if date.today() - day > OLDEST and name.lower() not in kept:
            found.append(f"{name}（最近的版本发布于 {day}）")
    return found, unknown


def holes(program: str, packages: str) -> tuple[list[str], list[str]] | None:
    """(what pip-audit knows of the installed packages, those not looked up); None where it failed.

    An index that has no such data makes it skip packages without a word; a local build (1.0+cpu) is
    on no index and is left out of both.
    """
    command = [program, "--path", packages, "--format", "json", "--progress-spinner", "off"]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=900, check=False)
        told = json.loads(done.stdout)["dependencies"]
    except (OSError, subprocess.TimeoutExpired, ValueError, KeyError):
        return None
    skipped = [one["name"] for one in told if "skip_reason" in one and "+" not in one["skip_reason"]]
    return [_hole(one, hole) for one in told for hole in one.get("vulns", ())], skipped


def _hole(package: dict[str, str], hole: dict[str, Any]) -> str:
    mended = "、".join(hole["fix_versions"]) or "（尚无）"
    return f"{package['name']} {package['version']}：{hole['id']}，修复于 {mended}"


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pip-audit", required=True)
    parser.add_argument("--packages", required=True)
    given = parser.parse_args()
    exact, loose = requirements(sorted(ROOT.glob("requirements*.txt")))
    known, skipped = holes(given.pip_audit, given.packages) or ([], None)
    here = installed(given.packages)
    reasons = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    old, unknown = unmaintained(exact, (ROOT / "README.md").read_text(encoding="utf-8"))
    for head, lines in (
        ("没有写死版本的依赖", loose),
        ("装的版本与写的不同", stray := strayed(exact, here)),
        (
            f"{len(here)} 个已装的包里许可不宽松或没有写明、SECURITY.md 又没有说明的",
            unfree := licences(here, reasons),
        ),
        ("已知的漏洞", known),
        ("两年没有新版本、README 又没有说明理由的依赖", old),
    ):
        say(f"{head}：{len(lines)}", *(f"  {line}" for line in lines))
    again = "；请在能联网的机器上再运行 make audit。"
    if skipped is None:
        say(f"连不上漏洞库，没有核查已知的漏洞{again}")
    elif skipped:
        say(f"有 {len(skipped)} 个已装的包在漏洞库里查不到，没有核查：{'、'.join(skipped[:5])} 等{again}")
    if unknown:
        say(f"连不上 {INDEX}，有 {len(unknown)} 个依赖没有查到发布日期{again}")
    if loose or stray or unfree or known or old:
        return 1
    return 2 if skipped is None or skipped or unknown else 0


def say(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    sys.exit(main())
