"""Every scoring rule, one by one; and the same verdicts as the shared scorer where that is present."""

import json
import os
import random
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest
from typer.testing import CliRunner

import evaluate
from assistant.records import Answer, Citation
from evaluate import Gold, GoldError, changes, figures, holds, judge, load_gold, normalize, summarize

ROOT = Path(evaluate.__file__).parent


def gold(**parts) -> Gold:
    usual = {
        "id": "1",
        "kind": "value",
        "q": "甲区去年修了多少路",
        "must": [["90公里"]],
        "src": ["甲.txt"],
        "history": [],
        "answerable": True,
        "forbid": [],
    }
    return Gold(**{**usual, **parts})


def citation(quote: str, source: str = "甲.txt", title: str = "甲区报告", section=(), year=2024) -> Citation:
    return Citation(1, "r", source, title, "甲区", year, section, quote, 0, len(quote))


def answer(text: str, quote: str = "全年改建公路90公里。", answered: bool = True, **parts) -> Answer:
    return Answer(text, answered, "facts", (citation(quote, **parts),) if quote else ())


def verdict(question: Gold, given: Answer) -> str:
    return judge(question, given, 1.0).verdict


class TestText:
    def test_white_space_commas_and_full_width_forms_do_not_matter(self):
        assert normalize(" １，２３４ 万\n元，") == "1234万元"
        assert normalize(None) == ""

    @pytest.mark.parametrize("text", ["4.7%", "17%", "0.7%"])
    def test_a_figure_is_not_found_inside_a_longer_one(self, text):
        assert not holds(text, "7%")

    def test_a_figure_is_found_at_its_own_start(self):
        assert holds("增长7%左右", "7%")
        assert holds("增长 7 ％", "7%") is False, "the text must be normalised first"
        assert holds(normalize("增长 7 ％"), "7%")
        assert holds("9796人", "9796")

    def test_words_are_found_anywhere(self):
        assert holds("由区财政局负责", "财政局")

    def test_marks_are_no_figures(self):
        assert figures("建成3座[1]、4.5公里【2】〔3〕①") == ["3", "4.5"]


class TestVerdicts:
    def test_right(self):
        row = judge(gold(), answer("甲区2023年改建公路90公里[1]。"), 2.5)
        assert (row.verdict, row.cited, row.grounded, row.wordy, row.ms) == ("right", True, True, False, 2.5)
        assert row.sources == ("甲.txt",)

    def test_every_group_must_be_met_by_one_of_its_strings(self):
        asked = gold(must=[["0.88万", "8800"], ["人"]])
        assert verdict(asked, answer("8800人")) == "right"
        assert verdict(asked, answer("0.88 万人")) == "right"
        assert verdict(asked, answer("8800户")) == "wrong"
        assert verdict(asked, answer("8801人")) == "wrong"

    def test_what_is_forbidden_makes_it_wrong(self):
        assert verdict(gold(forbid=["120公里"]), answer("90公里，不是120公里")) == "wrong"

    def test_missed_refused_and_invented(self):
        refusal = answer("报告中没有。", "", answered=False)
        impossible = gold(kind="unanswerable", answerable=False, must=[], src=[])
        assert verdict(gold(), refusal) == "missed"
        assert verdict(impossible, refusal) == "refused"
        assert verdict(impossible, answer("90公里")) == "invented"

    def test_three_spare_figures_are_allowed_and_a_fourth_is_not(self):
        assert verdict(gold(), answer("90公里、11座、12座、13座")) == "right"
        row = judge(gold(), answer("90公里、11座、12座、13座、14座"), 0)
        assert (row.verdict, row.wordy) == ("wrong", True)

    def test_a_figure_said_twice_counts_once(self):
        assert verdict(gold(), answer("90公里、90公里、90公里、90公里、90公里、11座")) == "right"

    def test_260_characters_are_allowed_and_261_are_not(self):
        assert verdict(gold(), answer("90公里" + "字" * 256)) == "right"
        assert verdict(gold(), answer("90公里" + "字" * 257)) == "wrong"

    @pytest.mark.parametrize("kind", ["passage", "duty", "across"])
    def test_open_kinds_may_be_long(self, kind):
        assert verdict(gold(kind=kind), answer("90公里、11座、12座、13座、14座" + "字" * 300)) == "right"

    def test_dates_and_what_was_asked_are_not_spare_figures(self):
        asked = gold(q="11条路和12座桥共多少公里", history=["13个站呢"])
        text = "2023年至2025年、3月4日、11条、12座、13个、2021-2022年、90公里、1座、2座、5座"
        assert verdict(asked, answer(text)) == "right"

    def test_figures_of_the_cited_heads_and_report_years_are_not_spare_figures(self):
        text = "90公里、66项、2022、2021、1座、2座、5座"
        assert verdict(gold(), answer(text)) == "wrong"
        assert verdict(gold(), answer(text, title="66项任务", section=("2022安排",), year=2022)) == "right"


class TestProof:
    def test_an_ungrounded_figure(self):
        row = judge(gold(), answer("90公里，另有5座桥"), 0)
        assert (row.verdict, row.grounded) == ("right", False)

    def test_a_figure_inside_a_longer_one_of_the_quote_is_not_grounded(self):
        assert not judge(gold(must=[]), answer("9公里", "共90公里"), 0).grounded
        assert not judge(gold(must=[]), answer("0公里", "共90公里"), 0).grounded
        assert not judge(gold(must=[]), answer("5%", "增长4.5%"), 0).grounded

    def test_figures_of_the_question_and_of_dates_need_no_proof(self):
        assert judge(gold(q="5座桥和路"), answer("2023年12月有5座桥，90公里"), 0).grounded

    def test_comparisons_may_compute(self):
        row = judge(gold(kind="across", must=[["30"]]), answer("多30公里", "乙区60公里"), 0)
        assert (row.verdict, row.cited, row.grounded) == ("right", True, True)

    def test_the_citation_must_come_from_the_right_report(self):
        assert not judge(gold(), answer("90公里", source="乙.txt"), 0).cited
        assert judge(gold(src=["甲"]), answer("90公里", source="甲_2024.docx"), 0).cited
        assert judge(gold(src=["甲.txt"]), answer("90公里", source="some/where/甲.txt"), 0).cited
        assert not judge(gold(src=[]), answer("90公里"), 0).cited

    def test_the_quotes_must_hold_what_was_asked_for(self):
        row = judge(gold(), answer("90公里", "改建公路若干。"), 0)
        assert (row.verdict, row.cited, row.grounded) == ("right", False, False)

    def test_a_wrong_answer_is_never_cited(self):
        assert not judge(gold(), answer("91公里", "90公里"), 0).cited


class Talker:
    """Answers with what it was asked and told so far; a question of 错 raises."""

    def ask(self, question, history=()):
        if question == "错":
            raise RuntimeError("坏了")
        return answer("；".join([question, *(said for pair in history for said in pair)]))


def test_history_is_asked_in_order_and_a_crash_is_an_error():
    row = evaluate.ask(Talker(), gold(q="丙", history=["甲", "乙"], must=[["丙；甲；甲；乙；乙；甲；甲"]]))
    assert row.verdict == "right"
    row = evaluate.ask(Talker(), gold(q="错"))
    assert (row.verdict, row.cited, row.grounded, row.error) == (
        "error",
        False,
        False,
        "RuntimeError('坏了')",
    )


def test_the_summary_counts_each_share_of_its_own_questions():
    impossible = gold(id="5", kind="unanswerable", answerable=False, must=[], src=[])
    rows = [
        judge(gold(id="1"), answer("90公里"), 1),
        judge(gold(id="2"), answer("91公里"), 2),
        judge(gold(id="3", kind="meta"), answer("", "", answered=False), 3),
        evaluate.ask(Talker(), gold(id="4", q="错")),
        judge(impossible, answer("没有", "", answered=False), 4),
    ]
    scores = summarize(rows, 0.126)
    assert scores["n"] == 5
    assert (scores["right"], scores["cited"], scores["wrong"], scores["missed"]) == (25.0, 25.0, 50.0, 25.0)
    assert (scores["refused"], scores["grounded"], scores["errors"]) == (100.0, 60.0, 1)
    assert (scores["open_s"], scores["p50_ms"], scores["p95_ms"]) == (0.13, 2, 3)
    assert scores["by_kind"] == {"value": (33.3, 3), "meta": (0.0, 1), "unanswerable": (100.0, 1)}
    assert summarize([])["right"] is None


def test_a_baseline_shows_what_got_better_and_worse():
    rows = [judge(gold(id=name), answer(text), 0) for name, text in [("a", "90公里"), ("b", "1公里")]]
    better, worse = changes({"a": "missed", "b": "refused", "gone": "right"}, rows)
    assert ([row.gold.id for row in better], [row.gold.id for row in worse]) == (["a"], ["b"])
    better, worse = changes({"a": "right", "b": "missed"}, rows)
    assert (better, worse) == ([], [])


@pytest.mark.parametrize("line", ["不是 JSON", '{"id": "1"}', "[1]", '{"id": "1", "extra": 2}'])
def test_a_bad_gold_line_is_named(tmp_path, line):
    path = tmp_path / "g.jsonl"
    path.write_text(json.dumps(asdict(gold()), ensure_ascii=False) + "\n" + line, encoding="utf-8")
    with pytest.raises(GoldError, match="第 2 行"):
        load_gold([path])


def test_a_missing_or_empty_gold_file_is_named(tmp_path):
    with pytest.raises(GoldError, match="没有金标文件"):
        load_gold([tmp_path / "none.jsonl"])
    (tmp_path / "empty.jsonl").touch()
    with pytest.raises(GoldError, match="没有问题"):
        load_gold([tmp_path / "empty.jsonl"])


SAMPLE_GOLD = ROOT / "tests" / "samples_gold.jsonl"


def run(*arguments: object):
    import typer

    app = typer.Typer()
    app.command()(evaluate.main)
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_the_command_scores_stores_and_compares(sample_store, tmp_path):
    out = tmp_path / "out.json"
    first = run(SAMPLE_GOLD, "--store", sample_store, "--json", out, "--show", "all")
    assert first.exit_code == 0, first.output
    result = json.loads(out.read_text(encoding="utf-8"))
    assert result["summary"]["n"] == len(result["rows"]) == len(SAMPLE_GOLD.read_text().splitlines())
    assert "right" in first.output
    result["rows"][0]["verdict"] = "missed" if result["rows"][0]["verdict"] == "right" else "right"
    out.write_text(json.dumps(result), encoding="utf-8")
    second = run(SAMPLE_GOLD, "--store", sample_store, "--baseline", out, "--show", "none")
    assert second.exit_code == 0, second.output
    assert result["rows"][0]["id"] in second.output


@pytest.mark.parametrize("wrong", ["gold", "baseline", "store"])
def test_the_command_says_in_one_line_what_is_wrong(wrong, sample_store, tmp_path):
    missing = tmp_path / "none"
    result = run(
        missing if wrong == "gold" else SAMPLE_GOLD,
        *["--store", missing if wrong == "store" else sample_store],
        *(["--baseline", missing] if wrong == "baseline" else []),
    )
    assert result.exit_code == 2
    assert len(result.output.strip().splitlines()) == 1
    assert "Traceback" not in result.output


def test_the_samples_gold_is_answered(sample_store):
    from assistant import Assistant

    with Assistant.open(sample_store) as bot:
        rows = [evaluate.ask(bot, question) for question in load_gold([SAMPLE_GOLD])]
    bad = [
        (row.gold.id, row.gold.q, row.verdict, row.text) for row in rows if row.verdict not in evaluate.GOOD
    ]
    assert not bad
    assert all(row.grounded for row in rows)
    assert all(row.cited for row in rows if row.gold.answerable)


SPEAKER = """
import json
from types import SimpleNamespace as Thing
class Assistant:
    def __init__(self): self.script = json.load(open("script.json", encoding="utf-8"))
    @classmethod
    def open(cls, store): return cls()
    def ask(self, question, history=()):
        said = self.script[question]
        return Thing(text=said["text"], answered=said["answered"],
                     citations=[Thing(**one) for one in said["citations"]])
"""
PIECES = [
    "90公里",
    "9 公里",
    "１２０座",
    "2023年",
    "3月4日",
    "[1]",
    "4.7%",
    "7%",
    "1,000人",
    "2021-2022",
    "多30",
    "字" * 70,
]


def scripted(seed: int) -> tuple[Gold, Answer]:
    """A random question with a random answer, alike in every run."""
    chance = random.Random(seed)
    some = lambda top: [chance.choice(PIECES) for _ in range(chance.randrange(top))]  # noqa: E731
    answerable = chance.random() < 0.8
    kinds = ["value", "target", "meta", "followup", "passage", "duty", "across"]
    question = gold(
        id=str(seed),
        kind=chance.choice(kinds) if answerable else "unanswerable",
        q=f"问{''.join(some(3))}之{'甲' * seed}",
        must=[some(3) or ["路"] for _ in range(chance.randrange(3))] if answerable else [],
        src=[chance.choice(["甲.txt", "甲", "乙.txt"])],
        answerable=answerable,
        forbid=some(2),
    )
    citations = tuple(
        citation(
            "，".join(some(6)), chance.choice(["甲.txt", "乙.txt"]), "".join(some(2)), tuple(some(2)), year
        )
        for year in chance.sample([2022, 2024, None], chance.randrange(3))
    )
    return question, Answer("；".join(some(9)), chance.random() < 0.85, "facts", citations)


def test_verdicts_are_those_of_the_shared_scorer(shared, tmp_path):
    cases = [scripted(seed) for seed in range(400)]
    (tmp_path / "assistant").mkdir()
    (tmp_path / "assistant" / "__init__.py").write_text(SPEAKER, encoding="utf-8")
    script = {question.q: asdict(given) for question, given in cases}
    (tmp_path / "script.json").write_text(json.dumps(script), encoding="utf-8")
    lines = [json.dumps(asdict(question)) for question, _ in cases]
    (tmp_path / "gold.jsonl").write_text("\n".join(lines), encoding="utf-8")
    command = [
        sys.executable,
        shared / "tools" / "score.py",
        "gold.jsonl",
        "--store",
        "x",
        "--json",
        "out.json",
    ]
    environment = {
        **os.environ,
        "PYTHONPATH": "",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    theirs = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    ours = [judge(question, given, 0.0) for question, given in cases]
    assert [(row.verdict, row.cited, row.grounded, row.wordy) for row in ours] == [
        (row["verdict"], row["cited"], row["grounded"], bool(row["wordy"])) for row in theirs["rows"]
    ]
    assert {"right", "wrong", "missed", "refused", "invented"} == {row.verdict for row in ours}
    for name in ("n", "right", "cited", "wrong", "missed", "refused", "grounded", "errors"):
        assert summarize(ours)[name] == theirs["summary"][name]
