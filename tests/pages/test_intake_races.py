"""Two administrators at one report: the later one is told, nothing removed comes back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pages import intake
from pages.desk import Desk
from reports.records import Report


@pytest.fixture
def desk(sample_store: Path, tmp_path: Path) -> Desk:
    return Desk(shutil.copytree(sample_store, tmp_path / "store"))


def test_a_report_removed_while_it_was_read_anew_does_not_come_back(desk: Desk) -> None:
    store = desk.assistant.store
    entry = store.entries()[0]

    def slow(report: Report, make: Callable[..., Report]) -> Report:
        made = make(report)
        assert "已移除" in intake.remove(desk, entry.id)
        return made

    assert "没有编号" in intake._remade(desk, entry.id, slow)
    assert entry.id not in {one.id for one in store.entries()}


def test_a_report_corrected_while_it_was_read_anew_stays_as_corrected(desk: Desk) -> None:
    store = desk.assistant.store
    entry = store.entries()[0]

    def slow(report: Report, make: Callable[..., Report]) -> Report:
        made = make(report)
        assert "1999" in intake.correct(desk, entry.id, "碧水县", 1999)
        return made

    assert "别人" in intake._remade(desk, entry.id, slow)
    (now,) = (one for one in store.entries() if one.id == entry.id)
    assert (now.identity.place, now.identity.year) == ("碧水县", 1999)
