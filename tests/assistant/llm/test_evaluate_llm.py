"""``evaluate.py`` with an LLM: the same rules, what it costs, how often it failed, and the judge."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer
from llm_server import Reply, Scripted
from typer.testing import CliRunner, Result

import evaluate
from assistant import Settings
from assistant.llm.faithful import Judge, sentences
from assistant.records import Answer, Citation

RIGHT = "2023年，卫东区城镇新增就业9796人[1]。"
GOLD = {
    "id": "1", "kind": "value", "q": "2023年卫东区新增就业多少", "must": [["9796"]], "src": ["卫东区2024"],
    "history": [], "answerable": True, "forbid": [],
}  # fmt: skip
REFUSED = {
    **GOLD, "id": "2", "kind": "unanswerable", "q": "湛河区2023年GDP是多少", "must": [], "src": [],
    "answerable": False,
}  # fmt: skip


@pytest.fixture
def run(
    sample_store: Path, tmp_path: Path, server: Scripted, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[Result, dict[str, Any]]]:
    """Runs the command on the two questions; gives its result and the scores that it stored."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LLM_MODEL", "m")
    monkeypatch.setenv("LLM_BASE_URL", server.url)
    monkeypatch.setenv("LLM_RETRIES", "0")
    gold, out = tmp_path / "gold.jsonl", tmp_path / "out.json"
    gold.write_text("\n".join(json.dumps(one) for one in (GOLD, REFUSED)), encoding="utf-8")
    app = typer.Typer()
    app.command()(evaluate.main)

    def command(*arguments: str) -> tuple[Result, dict[str, Any]]:
        out.unlink(missing_ok=True)
        given = [str(gold), "--store", str(sample_store), "--json", str(out), *arguments]
        result = CliRunner().invoke(app, given)
        return result, json.loads(out.read_text(encoding="utf-8")) if out.exists() else {}

    return command


def test_an_llm_is_scored_by_the_same_rules_with_its_tokens(run: Any, server: Scripted) -> None:
    server.say(RIGHT)
    result, stored = run("--mode", "llm")
    assert result.exit_code == 0, result.output
    scores = stored["summary"]
    assert (scores["right"], scores["cited"], scores["refused"], scores["grounded"]) == (100, 100, 100, 100)
    assert (scores["by_llm"], scores["fallbacks"], scores["corrected"], scores["tokens"]) == (1, 0, 0, 120)
    assert scores["p50_ms"] > 0
    assert "tokens" in result.output
    assert [(row["mode"], row["tokens"]) for row in stored["rows"]] == [("llm", 120), ("facts", 0)]
    assert len(server.requests) == 1, "a refusal of place does not ask the model"


def test_a_price_makes_a_cost_of_the_tokens(run: Any, server: Scripted) -> None:
    server.say(RIGHT)
    result, stored = run("--mode", "llm", "--price", "2.5")
    assert stored["summary"]["cost"] == round(120 * 2.5 / 1_000_000, 4)
    assert "cost" in result.output
    assert "cost" not in run("--mode", "llm")[1]["summary"]


def test_auto_takes_the_llm_that_is_set_and_embedded_leaves_it(run: Any, server: Scripted) -> None:
    server.say(RIGHT)
    _, stored = run()
    assert stored["summary"]["by_llm"] == 1
    asked = len(server.requests)
    _, stored = run("--mode", "embedded")
    assert stored["summary"]["right"] == 100
    assert "tokens" not in stored["summary"]
    assert len(server.requests) == asked


def test_a_failed_endpoint_and_a_withdrawn_sentence_are_counted(run: Any, server: Scripted) -> None:
    server.say(Reply(status=500))
    _, stored = run("--mode", "llm")
    scores = stored["summary"]
    assert (scores["right"], scores["by_llm"], scores["fallbacks"]) == (100, 0, 1)
    assert "500" in stored["rows"][0]["notice"]
    server.say("2023年，卫东区城镇新增就业9697人[1]。")
    _, stored = run("--mode", "llm")
    scores = stored["summary"]
    assert (scores["by_llm"], scores["fallbacks"], scores["corrected"]) == (1, 0, 1)


@pytest.mark.parametrize("arguments", [("--mode", "llm"), ("--judge",), ("--mode", "embedded", "--judge")])
def test_without_an_llm_it_says_what_to_set(
    arguments: tuple[str, ...], run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "embedded" not in arguments:
        monkeypatch.setenv("LLM_MODEL", "")
    result, _ = run(*arguments)
    assert result.exit_code == 2
    assert "LLM_MODEL" in result.output
    assert len(result.output.strip().splitlines()) == 1


def judging(answer: str, verdicts: dict[str, str]) -> Callable[[dict[str, Any]], Reply]:
    """A script that answers questions with ``answer`` and the judge by the words of the sentence."""

    def script(request: dict[str, Any]) -> Reply:
        prompt = request["messages"][-1]["content"]
        if "<句子>" not in prompt:
            return Reply(answer)
        sentence = prompt.split("<句子>")[1]
        return Reply(next((said for words, said in verdicts.items() if words in sentence), "是"))

    return script


def test_the_judge_adds_the_share_of_sentences_that_hold(run: Any, server: Scripted) -> None:
    server.script = judging(RIGHT + "失业人员再就业4070人[1]。", {"再就业": "否"})
    result, stored = run("--judge")
    assert result.exit_code == 0, result.output
    assert (stored["summary"]["faithful"], stored["summary"]["judged"]) == (50.0, 2)
    assert stored["rows"][0]["faithful"] == [1, 2]
    assert "faithful" in result.output
    judged = [p for p in server.prompts if "<句子>" in p]
    assert len(judged) == 2
    assert "9796人" in judged[0].split("<句子>")[0], "the judge sees the cited quote"


@pytest.mark.parametrize("said", ["也许吧", ""])
def test_a_sentence_without_a_verdict_is_told_apart(said: str, run: Any, server: Scripted) -> None:
    server.script = judging(RIGHT, {"新增就业": said})
    result, stored = run("--judge")
    assert stored["summary"]["unjudged"] == 1
    assert "faithful" not in stored["summary"]
    assert "没有判成" in result.output


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("是", 1),
        ("是。", 1),
        ("<think>不好说，否？</think>是", 1),
        ("Yes", 1),
        ("否", 0),
        ("不支持", 0),
        ("No.", 0),
    ],
)
def test_verdicts_are_read_in_the_forms_that_models_write(said: str, holds: int, server: Scripted) -> None:
    server.say(said)
    settings = Settings(_env_file=None, llm_model="m", llm_base_url=server.url)  # type: ignore[call-arg]
    cited = Citation(1, "r", "甲.txt", "甲区报告", "甲区", 2024, (), "修路90公里。", 0, 7)
    assert Judge(settings).judge(Answer("修路90公里[1]。", True, "llm", (cited,))) == (holds, 1)


def test_each_sentence_is_held_against_its_own_quotes() -> None:
    cited = tuple(
        Citation(n, "r", "甲.txt", "甲区报告", "甲区", 2024, (), quote, 0, 1)
        for n, quote in enumerate(["修路。", "建校。"], 1)
    )
    told = sentences(Answer("修了路[1]。建了校。[2]\n总之不错！[9]", True, "llm", cited))
    assert [sentence for sentence, _ in told] == ["修了路。", "建了校。", "总之不错！"]
    assert [quotes.count("年报告") for _, quotes in told] == [1, 1, 2]
    assert "建校" in told[1][1]
