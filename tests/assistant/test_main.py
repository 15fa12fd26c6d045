"""``python -m assistant`` as a user runs it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def run(*arguments, code="", **environment):
    """(exit code, standard output, standard error) of the command."""
    command = [sys.executable, "-c", code] if code else [sys.executable, "-m", "assistant", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


def test_an_answer_is_printed_with_its_proof(county_store):
    code, out, err = run("青山县2023年GDP是多少", "--store", str(county_store))
    assert (code, err) == (0, "")
    first, *rest = out.splitlines()
    assert "195.8亿元" in first
    assert first.endswith("[1]。")
    assert any(line.startswith("[1] 青山县2024年") and "青山县2024.txt" in line for line in rest)
    assert any("2023年工作回顾" in line for line in rest)
    assert any("地区生产总值195.8亿元" in line for line in rest)


def test_json_holds_the_whole_answer(county_store):
    code, out, err = run("青山县2023年GDP是多少", "--json", "--store", str(county_store))
    assert (code, err) == (0, "")
    answer = json.loads(out)
    assert answer["answered"] is True
    assert answer["mode"] == "facts"
    assert answer["query"]["places"] == ["青山县"]
    (citation,) = answer["citations"]
    assert citation["source"] == "青山县2024.txt"
    assert citation["end"] - citation["start"] == len(citation["quote"])
    assert "\\u" not in out


def test_a_refusal_is_printed_and_told_by_the_exit_code(county_store):
    code, out, err = run("湛河区2023年GDP", "--store", str(county_store))
    assert (code, err) == (1, "")
    assert "湛河区" in out
    code, out, _ = run("湛河区2023年GDP", "--json", "--store", str(county_store))
    assert code == 1
    assert json.loads(out)["answered"] is False


@pytest.mark.parametrize(
    ("question", "hint"), [("", "问题是空的"), ("   ", "问题是空的"), ("问" * 10_000, "超过了2000字")]
)
def test_a_bad_question_is_one_sentence_and_no_trace(county_store, question, hint):
    code, out, err = run(question, "--store", str(county_store))
    assert (code, out) == (2, "")
    assert hint in err
    assert len(err.splitlines()) == 1


def test_a_missing_store_is_one_sentence_and_no_trace(tmp_path):
    code, out, err = run("青山县2023年GDP", "--store", str(tmp_path / "none"))
    assert (code, out) == (2, "")
    assert "ingest.py" in err
    assert len(err.splitlines()) == 1


def test_the_store_may_be_named_by_the_environment(county_store):
    code, out, _ = run("青山县2023年GDP", STORE=str(county_store))
    assert code == 0
    assert "195.8亿元" in out


def test_without_a_question_the_usage_is_shown():
    code, out, err = run()
    assert (code, out) == (2, "")
    assert "usage" in err
    code, out, _ = run("--help")
    assert code == 0
    assert "向政府工作报告提问" in out


def test_a_question_answered_from_facts_needs_neither_torch_nor_chromadb(county_store):
    asking = (
        "import sys; from assistant.__main__ import main; "
        f"code = main(['青山县2023年GDP是多少', '--store', {str(county_store)!r}]); "
        "heavy = {'torch', 'chromadb', 'sentence_transformers', 'gradio', 'langchain_core'}; "
        "heavy &= set(sys.modules); assert not heavy, heavy; raise SystemExit(code)"
    )
    code, out, err = run(code=asking)
    assert (code, err) == (0, "")
    assert "195.8亿元" in out


def test_importing_the_package_loads_nothing():
    loaded = "import sys, assistant; print(sorted(m for m in sys.modules if m.startswith('assistant.')))"
    assert run(code=loaded) == (0, "[]\n", "")
