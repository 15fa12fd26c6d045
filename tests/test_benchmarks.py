"""The benchmarks' own parts: what they measure with must itself be right."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"


@pytest.fixture(autouse=True)
def on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))


def test_peak_memory_is_that_of_the_command_and_its_children() -> None:
    from kit.watch import run

    hungry = "import time; kept = b'x' * 150_000_000; time.sleep(0.3)"
    inner = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {hungry!r}])"
    modest, large = run([sys.executable, "-c", "pass"]), run([sys.executable, "-c", inner])
    assert modest.peak_mb < 100
    assert 150 < large.peak_mb < 400
    assert large.wall > 0.3


def test_a_command_that_fails_is_told_with_what_it_wrote() -> None:
    from kit.watch import Failed, run

    with pytest.raises(Failed, match="目录不对"):
        run([sys.executable, "-c", "raise SystemExit('目录不对')"])


def test_evidence_counts_only_in_the_right_report_and_whole(tmp_path: Path) -> None:
    from kit.quality import gold_questions, score

    row = {
        "id": "x",
        "kind": "value",
        "q": "甲县2020年修路多少公里，投资多少",
        "must": [["37公里"], ["2.5亿"]],
    }
    row |= {"src": ["甲县_2021"], "history": [], "answerable": True, "forbid": []}
    refused = row | {"id": "y", "kind": "unanswerable", "must": [], "src": [], "answerable": False}
    gold = tmp_path / "gold.jsonl"
    gold.write_text("\n".join(json.dumps(line) for line in (row, refused)), encoding="utf-8")
    (asked,) = gold_questions([gold])
    other = ("乙县_2021.txt", "修路37公里，投资2.5亿元")
    half, rest = ("甲县_2021.txt", "修路37公里"), ("甲县_2021.txt", "投资2.5亿元")
    whole = ("甲县_2021.txt", "修路 37 公里，投资2.5亿元")
    assert asked.rank([other, half, whole]) == 3
    assert asked.rank([other, half, rest]) == 0
    assert asked.together([half, other, rest]) == 3
    scores = score([asked, asked], [[other, whole], [half]])
    assert scores["hit@1"] == 0
    assert scores["hit@5"] == 50
    assert scores["mrr@10"] == 0.25


def test_passages_of_one_text_are_one_passage(tmp_path: Path) -> None:
    from kit.quality import squad

    paragraphs = [
        {"context": "甲乙丙", "qas": [{"question": "什么"}]},
        {"context": "丁戊己", "qas": [{"question": "哪个"}]},
        {"context": "甲乙丙", "qas": [{"question": "谁"}]},
    ]
    path = tmp_path / "squad.json"
    path.write_text(json.dumps({"data": [{"paragraphs": paragraphs}]}), encoding="utf-8")
    passages, asked = squad(path)
    assert list(passages.values()) == ["甲乙丙", "丁戊己"]
    first, second = passages
    assert [question.rank([(second, ""), (second, ""), (first, "")]) for question in asked] == [2, 1, 2]


@pytest.mark.filterwarnings("ignore:Glyph")  # a machine without a Chinese font
def test_results_are_kept_and_drawn_together(tmp_path: Path) -> None:
    from kit.results import Panel, quantile, save

    for name in ("one", "two"):
        save(
            tmp_path / f"{name}.json",
            {"figure": 1},
            [Panel(f"用时 {name}", "秒", {"本项目": 1.0, "别的": 2.0})],
        )
    assert json.loads((tmp_path / "one.json").read_text("utf-8"))["figures"] == {"figure": 1}
    assert (tmp_path / "benchmarks.png").read_bytes().startswith(b"\x89PNG")
    assert quantile([5.0, 1.0, 3.0], 0.5) == 3.0


def test_every_script_explains_itself() -> None:
    from kit.watch import run

    for script in sorted(BENCHMARKS.glob("*.py")):
        assert "--corpus" in run([sys.executable, script, "--help"]).out


def test_wordings_change_what_they_are_for_and_answers_stay(sample_store: Path) -> None:
    from wordings import WORDINGS, steadiness

    question = "卫东区2023年新增就业多少？"
    assert {name: put(question) for name, put in WORDINGS.items()} | {
        "23年": "卫东区23年新增就业多少？",
        "二〇二三年": "卫东区二〇二三年新增就业多少？",
        "……，某地2023年": "新增就业多少，卫东区2023年",
        "……？谢谢！": "卫东区2023年新增就业多少？谢谢！",
    } == {name: put(question) for name, put in WORDINGS.items()}
    gold = Path(__file__).with_name("samples_gold.jsonl")
    found = steadiness(gold, sample_store, 12)
    assert {stayed for _, stayed in found.values()} == {100.0}
    assert max(touched for touched, _ in found.values()) >= 8


def test_forms_are_filled_with_figures_and_asked(sample_store: Path, tmp_path: Path) -> None:
    from forms import counted

    from assistant.chain import Chain
    from assistant.settings import Settings
    from assistant.training.fillings import Fillings
    from vectorstore import Store

    path = tmp_path / "own.jsonl"
    rows = [
        {"id": "a", "form": "劳驾，【地】【年】的【指标】是多少，写稿要用", "asks": ["水平"]},
        {"id": "b", "form": "【地】【今年】【指标】的目标定在多少", "asks": ["目标水平"]},
    ]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    with Store.open(sample_store, create=False) as store:
        reports = [store.report(entry.id) for entry in store.entries()]
        found = counted(path, Fillings(Chain(store, Settings()), reports), 2)
    assert found["right"] >= 2
    assert found["wrong"] == 0
