"""What goes into a store comes out as it was, and what is replaced or removed is gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from vectorstore import ReportNotFound, Store


@pytest.fixture
def store(folder: Path):
    with Store.open(folder, create=True) as opened:
        yield opened


def test_report_comes_back_whole(store, make_report):
    report = make_report()
    assert store.add(report) == "新增"
    assert store.report(report.id) == report
    assert store.chunks(report.id) == report.chunks
    assert store.sentences(report.id) == report.sentences
    assert [stored.fact for stored in store.facts([report.id])] == list(report.facts)
    assert store.duties([report.id]) == [(report.id, report.duties[0])]
    assert store.text(report.id, 3, 9) == report.text[3:9]


def test_entry_tells_what_the_report_is(store, make_report):
    report = make_report()
    store.add(report)
    (entry,) = store.entries()
    assert (entry.id, entry.source, entry.identity) == (report.id, report.source, report.identity)
    assert (entry.sections, entry.chunks, entry.facts, entry.characters) == (4, 4, 2, len(report.text))
    assert entry.added


def test_same_report_again_changes_nothing(store, make_report):
    store.add(make_report())
    before = store.generation()
    assert store.add(make_report()) == "未变"
    assert store.generation() == before


def test_same_content_under_another_name_is_kept_once(store, make_report):
    store.add(make_report(source="甲.txt"))
    assert store.add(make_report(source="乙.txt")) == "重复"
    assert [entry.source for entry in store.entries()] == ["甲.txt"]


def test_changed_file_replaces_its_older_self_whole(store, make_report):
    old, new = make_report(seed=3), make_report(seed=5)
    store.add(old)
    assert store.add(new) == "更新"
    assert [entry.id for entry in store.entries()] == [new.id]
    assert all(p.report_id == new.id for p in store.keyword_search("新增就业", 10))
    assert all(p.report_id == new.id for p in store.dense_search("新增就业", 10))
    with pytest.raises(ReportNotFound, match="--list"):
        store.report(old.id)


def test_files_of_one_name_from_two_folders_are_two_reports(store, make_report):
    assert store.add(make_report(seed=3), origin="/甲/报告.txt") == "新增"
    assert store.add(make_report(seed=5), origin="/乙/报告.txt") == "新增"
    assert store.add(make_report(seed=7), origin="/乙/报告.txt") == "更新"
    assert len(store.entries()) == 2


def test_better_parsing_of_the_same_text_is_taken_over(store, make_report):
    from dataclasses import replace

    report = make_report()
    store.add(report)
    assert store.add(replace(report, facts=report.facts[:1])) == "更新"
    assert len(store.facts([report.id])) == 1
    assert len(store.dense_search("就业", 10)) == len(report.chunks)


def test_batch_with_the_same_name_twice_keeps_the_last(store, make_report):
    statuses = store.add_many([make_report(seed=1), make_report(seed=2), make_report(seed=2)])
    assert statuses == ["新增", "更新", "未变"]
    assert [entry.id for entry in store.entries()] == [make_report(seed=2).id]


def test_removed_report_leaves_nothing_behind(store, make_report):
    gone, stays = make_report("青山县"), make_report("白水县", seed=9)
    store.add_many([stays, gone])
    store.remove(gone.id)
    assert [entry.id for entry in store.entries()] == [stays.id]
    for search in (store.keyword_search, store.dense_search, store.search):
        assert {p.report_id for p in search("青山县新增就业", 20)} == {stays.id}
    assert store.find_facts(["新增就业"])[0].report_id == stays.id
    with pytest.raises(ReportNotFound):
        store.remove(gone.id)


def test_what_was_kept_is_there_after_reopening(folder, make_report):
    with Store.open(folder, create=True) as store:
        store.add_many([make_report(seed=n, source=f"{n}.txt") for n in range(3)])
        found = store.search("新增就业", 5)
    with Store.open(folder) as store:
        assert len(store.entries()) == 3
        assert store.search("新增就业", 5) == found


def test_another_open_store_sees_a_write_at_once(folder, make_report):
    with Store.open(folder, create=True) as writer, Store.open(folder) as reader:
        assert reader.dense_search("就业", 3) == []
        writer.add(make_report())
        assert len(reader.keyword_search("新增就业", 3)) >= 1
        assert len(reader.dense_search("新增就业", 3)) == 3
        assert len(reader.entries()) == 1


def test_compacting_gives_back_the_disk_and_changes_no_answer(store, make_report):
    store.add_many([make_report(seed=n, source=f"{n}.txt") for n in range(60)])
    for entry in store.entries()[3:]:
        store.remove(entry.id)
    found = store.search("新增就业", 5)
    before, after = store.compact()
    assert after < before
    again = store.search("新增就业", 5)
    assert [p.text for p in again] == [p.text for p in found]
    assert [p.score for p in again] == pytest.approx([p.score for p in found], abs=1e-5)
    assert len(store.dense_search("新增就业", 100)) == 12
