"""Patterns compiled at first use: they work as compiled ones do, and every one of the program compiles."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
import subprocess
import sys

import pytest

import assistant
import reports
import vectorstore
from reports import patterns
from reports.patterns import regex


def test_a_pattern_works_as_a_compiled_one() -> None:
    year = regex(r"(?P<year>\d{4})年", re.ASCII)
    found = year.search("2023年卫东区")
    assert found is not None
    assert found["year"] == "2023"
    assert year.sub("某年", "2023年和2024年") == "某年和某年"
    assert year.groupindex == {"year": 1}
    assert year.flags == re.compile(r"(?P<year>\d{4})年", re.ASCII).flags
    assert year.pattern == r"(?P<year>\d{4})年"


def test_a_pattern_is_compiled_once_and_not_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = re.compile
    monkeypatch.setattr(
        patterns.re, "compile", lambda text, flags=0: compiled.append(text) or real(text, flags)
    )
    dry = regex("抗旱|旱情")
    assert compiled == []
    assert dry.search("全年旱情")
    assert dry.findall("旱情") == ["旱情"]
    assert compiled == ["抗旱|旱情"]


def test_a_faulty_pattern_says_so_when_it_is_used() -> None:
    faulty = regex("(未完")
    with pytest.raises(re.error, match="unterminated"):
        faulty.search("未完")


def test_bytes_are_matched_too() -> None:
    assert regex(rb"\d+").findall(b"12 and 7") == [b"12", b"7"]


def test_every_pattern_of_the_program_compiles() -> None:
    for room in (reports, vectorstore, assistant):
        for module in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    late = [made for made in gc.get_objects() if isinstance(made, patterns._Late)]
    assert len(late) > 1000
    faults = []
    for made in late:
        try:
            re.compile(made.pattern, made._flags)
        except re.error as fault:
            if made.pattern != "(未完":
                faults.append(f"{made.pattern}: {fault}")
    assert faults == []


def test_no_room_compiles_its_patterns_at_import() -> None:
    """Else a cold answer pays for all of them; what is left is what libraries compile."""
    code = """
import re, sys
real, here = re.compile, []
def told(text, flags=0):
    frame = sys._getframe(1).f_globals.get("__name__", "")
    here.extend([frame] if frame.split(".")[0] in ("assistant", "reports", "vectorstore") else [])
    return real(text, flags)
re.compile = told
import assistant.embedded, vectorstore.store
print(sorted(set(here)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
