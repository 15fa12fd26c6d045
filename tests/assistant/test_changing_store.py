"""Reports come and go while questions are answered: no question fails, none is answered with what is gone."""

from __future__ import annotations

import shutil
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from genre import written

from assistant import Answer, Assistant, ReportRetriever
from reports.records import Report
from vectorstore import Store

QUESTION = "青山县2023年城镇新增就业多少"
SOURCE = "青山县2024.txt"


def version(number: int) -> Report:
    """A report with its own figure; each replaces the one before, by its file's name."""
    text = f"全县地区生产总值{190 + number}.8亿元，增长6.2%。城镇新增就业{4000 + number}人。"
    return replace(written(text, "地区生产总值增长6%左右。", year=2024), source=SOURCE)


@pytest.fixture
def bot(county_store: Path, tmp_path: Path) -> Iterator[Assistant]:
    folder = shutil.copytree(county_store, tmp_path / "store")
    with Store.open(folder) as store:
        for entry in store.entries():
            if entry.identity.year == 2024 and entry.identity.place == "青山县":
                store.remove(entry.id)
        store.add(version(0))
    with Assistant.open(folder) as opened:
        yield opened


def proved(bot: Assistant, answer: Answer, number: int) -> None:
    assert answer.answered, answer
    assert f"{4000 + number}人" in answer.text
    for citation in answer.citations:
        assert bot.store.text(citation.report_id, citation.start, citation.end) == citation.quote


def test_a_report_replaced_after_the_question_was_understood(bot: Assistant) -> None:
    events = bot.stream(QUESTION)
    assert next(events).query
    assert bot.store.add(version(1)) == "更新"
    answer = [event.answer for event in events if event.answer][-1]
    proved(bot, answer, 1)


def test_a_report_removed_after_the_question_was_understood(bot: Assistant) -> None:
    events = bot.stream(QUESTION)
    next(events)
    for entry in bot.entries():
        if entry.source == SOURCE:
            bot.store.remove(entry.id)
    answer = [event.answer for event in events if event.answer][-1]
    assert not answer.answered
    assert "4000人" not in answer.text
    assert all(citation.source != SOURCE for citation in answer.citations)


def test_a_place_corrected_in_the_midst_of_a_question_is_the_one_cited_from_then_on(bot: Assistant) -> None:
    """The same text under another place: what was kept of it for matching must not outlive the correction."""
    from reports import make_report
    from reports.records import Document

    (entry,) = (one for one in bot.entries() if one.source == SOURCE)
    report = bot.store.report(entry.id)
    events = bot.stream(QUESTION)
    next(events)
    document = Document(report.text, report.format, report.method, report.pages)
    assert bot.store.add(make_report(document, SOURCE, place="碧水县", year=2024)) == "更新"
    list(events)
    answer = bot.ask("碧水县2023年城镇新增就业多少")
    proved(bot, answer, 0)
    assert {citation.place for citation in answer.citations} == {"碧水县"}


def test_no_question_fails_while_reports_are_replaced_again_and_again(bot: Assistant) -> None:
    done = threading.Event()
    failed: list[str] = []
    asked = [0, 0, 0]

    def ask(at: int) -> None:
        retriever = ReportRetriever(store=bot.store)
        while not done.is_set():
            try:
                answer = bot.ask(QUESTION)
                known = {version(number).id: number for number in range(at_most[0] + 1)}
                if not answer.answered:
                    failed.append(answer.text)
                for citation in answer.citations:
                    if f"{4000 + known[citation.report_id]}人" not in citation.quote:
                        failed.append(f"{citation.quote} {citation.report_id}")
                retriever.invoke("城镇新增就业")
                bot.duties("周一山")
            except Exception as error:  # noqa: BLE001 - whatever it is, no question may fail
                failed.append(repr(error))
            asked[at] += 1

    at_most = [0]
    askers = [threading.Thread(target=ask, args=(at,)) for at in range(len(asked))]
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        for asker in askers:
            asker.start()
        until = time.monotonic() + 120
        number = 0
        while number < 25 or (min(asked) < 10 and time.monotonic() < until):
            number += 1
            at_most[0] = number
            bot.store.add(version(number))
    finally:
        sys.setswitchinterval(usual)
        done.set()
        for asker in askers:
            asker.join()
    assert failed == []
    assert min(asked) >= 10
