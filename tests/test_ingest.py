"""``python ingest.py``: files of several kinds in, a table out, a reason for what was not taken."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from typer.testing import CliRunner

import ingest
from vectorstore import Store, find_files, ingest_paths

TEXT = """{place}{year}年政府工作报告

各位代表：

现在，我代表区人民政府，向大会报告工作。

一、{last}年工作回顾

（一）就业稳住了。全年城镇新增就业{jobs}人，零就业家庭动态清零。

（二）学校建好了。新建小学{schools}所，增加学位三千个。

二、{year}年工作安排

（一）再添岗位。力争新增就业{jobs}人以上，办好招聘会二十场。
"""


@pytest.fixture(autouse=True)
def _wide(monkeypatch, tmp_path):
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def files(tmp_path) -> Path:
    folder = tmp_path / "reports"
    (folder / "more").mkdir(parents=True)
    first = TEXT.format(place="卫东区", year=2024, last=2023, jobs=9001, schools=3)
    second = TEXT.format(place="山城区", year=2023, last=2022, jobs=8002, schools=4)
    (folder / "卫东.txt").write_text(first, "utf-8")
    (folder / "more" / "山城.md").write_text(second, "gb18030")
    (folder / "README.md").write_text("说明：这里是两份报告。", "utf-8")
    (folder / ".hidden.txt").write_text("x", "utf-8")
    return folder


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(ingest.app, [str(argument) for argument in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def test_folder_is_walked_and_listed(files, tmp_path):
    code, out, _ = run(files, "--store", tmp_path / "store")
    assert code == 0
    assert "收入 2，失败 0" in out
    assert "卫东区" in out
    assert "README" not in out
    code, out, _ = run("--list", "--store", tmp_path / "store")
    assert code == 0
    assert "共 2 份报告" in out
    row = next(line for line in out.splitlines() if "卫东.txt" in line)
    assert all(part in row for part in ("2024", "政府工作报告", "文字"))


def test_a_file_over_the_size_that_is_set_is_refused(files, tmp_path, monkeypatch):
    big = tmp_path / "卫东区2023.txt"
    big.write_text("城镇新增就业。" * 60_000, encoding="utf-8")
    monkeypatch.setenv("MAX_FILE_MB", "1")
    code, out, _ = run(files, big, "--store", tmp_path / "store")
    assert code == 1
    assert "收入 2，失败 1" in out
    assert "超过 1 MB 的上限" in out


def test_store_comes_from_the_environment(files, tmp_path, monkeypatch):
    monkeypatch.setenv("STORE", str(tmp_path / "kept"))
    assert run(files)[0] == 0
    assert (tmp_path / "kept" / "catalogue.sqlite3").is_file()


def test_again_is_unchanged_and_a_change_replaces(files, tmp_path):
    store = tmp_path / "store"
    run(files, "--store", store)
    assert run(files, "--store", store)[1].count("未变") == 2
    (files / "卫东.txt").write_text(
        TEXT.format(place="卫东区", year=2024, last=2023, jobs=9005, schools=3), "utf-8"
    )
    assert run(files, "--store", store)[1].count("更新") == 1
    with Store.open(store) as opened:
        assert len(opened.entries()) == 2
        assert "9005" in {f.fact.figure.rstrip("人") for f in opened.find_facts(["新增就业"])}


def test_failures_are_named_and_the_rest_is_kept(files, tmp_path):
    (files / "空.txt").write_bytes(b"")
    (files / "假.docx").write_bytes(b"no zip at all")
    code, out, err = run(files, files / "没有.txt", "--store", tmp_path / "store")
    assert code == 1
    assert "收入 2，失败 3" in out
    for name in ("空.txt", "假.docx", "没有.txt"):
        (line,) = [line for line in out.splitlines() if line.startswith("未收入") and name in line]
        assert line.rstrip()[-1] in "。）"
    assert "Traceback" not in out + err


def test_place_and_year_can_be_given(files, tmp_path):
    code, _, _ = run(files / "卫东.txt", "--store", tmp_path / "store", "--place", "湛河区", "--year", "2022")
    assert code == 0
    with Store.open(tmp_path / "store") as store:
        (entry,) = store.entries()
    assert (entry.identity.place, entry.identity.year) == ("湛河区", 2022)


def test_remove_and_rebuild(files, tmp_path):
    store = tmp_path / "store"
    run(files, "--store", store)
    with Store.open(store) as opened:
        gone = opened.entries()[0].id
    assert run("--remove", gone[:8], "--store", store)[0] == 0
    assert run("--rebuild", "--store", store)[0] == 0
    code, out, _ = run("--compact", "--store", store)
    assert code == 0
    assert "已压缩" in out
    assert "共 1 份报告" in run("--list", "--store", store)[1]
    code, _, err = run("--remove", "zzz", "--store", store)
    assert code == 1
    assert "--list" in err


def test_facts_as_table_and_csv(files, tmp_path):
    store = tmp_path / "store"
    run(files, "--store", store)
    code, out, _ = run("--facts", "卫东.txt", "--store", store)
    assert code == 0
    assert "9001人" in out
    code, out, _ = run("--facts", "卫东.txt", "--csv", "--store", store)
    head, *rows = csv.reader(io.StringIO(out))
    assert tuple(head) == ingest.FACT_COLUMNS
    assert any("9001人" in row for row in rows)


@pytest.mark.parametrize("arguments", [(), ("--list", "--rebuild"), ("x.txt", "--list")])
def test_exactly_one_task(arguments):
    code, _, err = run(*arguments)
    assert code == 2
    assert "--list" in err


def test_list_without_a_store_says_what_to_do(tmp_path):
    code, _, err = run("--list", "--store", tmp_path / "none")
    assert code == 1
    assert "python ingest.py" in err
    assert not (tmp_path / "none").exists()


def test_missing_model_is_one_sentence(files, tmp_path, monkeypatch):
    monkeypatch.setenv("EMBEDDING_MODEL", str(tmp_path / "no-model"))
    code, _, err = run(files, "--store", tmp_path / "store")
    assert code == 1
    assert "EMBEDDING_MODEL" in err
    assert "Traceback" not in err


def test_many_files_are_read_by_workers_in_order(tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(12):
        text = TEXT.format(place="卫东区", year=2010 + n, last=2009 + n, jobs=5000 + n, schools=n)
        (folder / f"{n:02}.txt").write_text(text, "utf-8")
    (folder / "05.txt").write_bytes(b"")
    with Store.open(tmp_path / "store", create=True) as store:
        results = list(ingest_paths(store, [folder]))
    assert [Path(r.path).name for r in results] == [f"{n:02}.txt" for n in range(12)]
    assert [r.status for r in results].count("新增") == 11
    assert results[5].status == "失败"


def test_find_files_names_each_once(files):
    found = find_files([files, files / "卫东.txt"])
    assert sorted(path.name for path in found) == ["卫东.txt", "山城.md"]


def test_real_reports(shared, tmp_path):
    code, out, _ = run(shared / "reports", "--store", tmp_path / "store")
    assert code == 0
    assert "失败 0" in out
    with Store.open(tmp_path / "store") as store:
        assert {(e.identity.place, e.identity.year) for e in store.entries()} == {
            *(("卫东区", year) for year in (2018, 2021, 2022, 2024)),
            ("山城区", 2024),
        }
        for entry in store.entries():
            report = store.report(entry.id)
            assert [chunk.ordinal for chunk in report.chunks] == list(range(len(report.chunks)))
            assert all(report.text[c.start : c.end] == c.text for c in report.chunks)
        best = store.search("2023年卫东区新增就业多少", 3)
        assert any("9796" in passage.text for passage in best)
