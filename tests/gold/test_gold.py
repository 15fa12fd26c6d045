"""The gold sets are well formed, and their answers really stand in the reports they name."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
FILES = sorted(HERE.glob("*.jsonl"))
KINDS = {"value", "target", "passage", "meta", "duty", "across", "unanswerable", "followup"}
FIELDS = {"id", "kind", "q", "must", "src", "history", "answerable", "forbid"}
LONGEST_COMMON_RUN = 20  # characters: from here on a run counts as copied from a report

pytestmark = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
needs_texts = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the real reports (../shared) are not on this machine"
)


def load(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def load_sums(path: Path) -> dict[str, dict[str, str]]:
    """Computed answers of a set: id -> {answer: "a - b"}; no report states them."""
    sums = path.with_suffix(".sums.json")
    return json.loads(sums.read_text(encoding="utf-8")) if sums.exists() else {}


def norm(text: str) -> str:
    return re.sub(r"[\s,，]+", "", unicodedata.normalize("NFKC", text))


def has(text: str, wanted: str) -> bool:
    """Whether normalised ``text`` holds ``wanted``; "7%" is not in "4.7%"."""
    wanted = norm(wanted)
    boundary = r"(?<![\d.])" if wanted[:1].isdigit() else ""
    return re.search(boundary + re.escape(wanted), text) is not None


@cache
def source_text(name: str) -> str:
    stem = name.removesuffix(".txt")
    found = [*SHARED.glob(f"reports/{stem}*.txt"), *SHARED.glob(f"corpus/*/{stem}*.txt")]
    assert found, f"no report is named {name}"
    # A report may lie in several collections: its copies are one source.
    assert len({path.stem for path in found}) == 1, f"{name} names several reports: {found}"
    return "\n".join(norm(path.read_text(encoding="utf-8")) for path in found)


def compute(expression: str) -> Decimal:
    """The value of "a - b", "a + b", "a / b" or "a % b" (a as a percentage of b)."""
    left, sign, right = expression.split()
    a, b = Decimal(left), Decimal(right)
    if sign == "%":
        return 100 * a / b
    return {"-": a - b, "+": a + b, "/": a / b}[sign]


def test_every_row_has_the_documented_shape(path: Path) -> None:
    for row in load(path):
        assert set(row) == FIELDS, row["id"]
        assert row["kind"] in KINDS, row["id"]
        assert row["q"].strip(), row["id"]
        assert row["answerable"] == (row["kind"] != "unanswerable"), row["id"]
        assert bool(row["must"]) == row["answerable"] == bool(row["src"]), row["id"]
        assert all(group and all(group) for group in row["must"]), row["id"]
        assert row["kind"] != "followup" or row["history"], row["id"]


def test_no_right_answer_is_forbidden(path: Path) -> None:
    for row in load(path):
        for group in row["must"]:
            for answer in group:
                clash = [bad for bad in row["forbid"] if has(norm(answer), bad)]
                assert not clash, (row["id"], answer, clash)


def test_every_kind_is_there_and_a_fair_share_is_unanswerable(path: Path) -> None:
    rows = load(path)
    kinds = {row["kind"] for row in rows}
    share = sum(not row["answerable"] for row in rows) / len(rows)
    if path.stem.startswith("corpus_openly"):
        assert kinds == {"passage", "unanswerable"}
        assert 0.4 <= share <= 0.5
        return
    if path.stem.startswith("corpus_open"):
        assert kinds == {"passage", "unanswerable"}
        assert 0.6 <= share <= 0.8
        return
    if path.stem.startswith("corpus_passages"):
        assert {"passage", "unanswerable"} <= kinds <= {"passage", "followup", "unanswerable"}
        assert 0.08 <= share <= 0.25
        return
    if path.stem in ("corpus_w_dev", "corpus_x_dev", "corpus_y_dev", "corpus_z_dev"):
        assert KINDS - {"duty", "meta"} <= kinds
        assert 0.05 <= share <= 0.15
        return
    if path.stem == "corpus_figures_dev":
        assert kinds == {"value", "target"}
        return
    if path.stem.startswith("corpus_pairs"):
        assert kinds == {"value", "target"}
        assert all(len(row["must"]) > 1 for row in rows)
        return
    if path.stem.startswith("corpus_across"):
        assert {"across"} <= kinds <= {"across", "value", "unanswerable"}
        return
    if path.stem.startswith("corpus_followups"):
        assert kinds == {"followup", "unanswerable"}
        assert all(row["history"] for row in rows)
        assert 0.1 <= share <= 0.25
        return
    needed = KINDS if path.stem.startswith("five") else KINDS - {"duty"}
    assert needed <= kinds
    assert 0.1 <= share <= 0.25


def test_no_question_or_id_stands_twice(path: Path) -> None:
    rows = [row for file in FILES for row in load(file)]
    ids = Counter(row["id"] for row in rows)
    asked = Counter((row["q"], *row["history"]) for row in rows)
    for row in load(path):
        assert ids[row["id"]] == 1, row["id"]
        assert asked[row["q"], *row["history"]] == 1, row["id"]


@needs_texts
def test_every_answer_stands_in_its_report(path: Path) -> None:
    sums = load_sums(path)
    for row in load(path):
        text = "\n".join(source_text(name) for name in row["src"])
        computed = sums.get(row["id"], {})
        for group in row["must"]:
            if not any(answer in computed for answer in group):
                assert any(has(text, answer) for answer in group), (row["id"], group)


@needs_texts
def test_computed_answers_follow_from_figures_of_the_reports(path: Path) -> None:
    rows = {row["id"]: row for row in load(path)}
    for row_id, sums in load_sums(path).items():
        row = rows[row_id]
        text = "\n".join(source_text(name) for name in row["src"])
        for answer, expression in sums.items():
            assert any(answer in group for group in row["must"]), row_id
            left, _, right = expression.split()
            assert has(text, left), (row_id, expression)
            assert has(text, right), (row_id, expression)
            told = Decimal(re.match(r"\d+(?:\.\d+)?", answer)[0])  # 22人: its unit aside
            assert round(compute(expression), -told.as_tuple().exponent) == told, (row_id, expression)


@needs_texts
def test_nothing_is_copied_from_a_report(path: Path) -> None:
    for row in load(path):
        texts = [source_text(name) for name in row["src"]]
        written = [row["q"], *row["history"], *row["forbid"]]
        written += [answer for group in row["must"] for answer in group]
        for own in map(norm, written):
            for start in range(len(own) - LONGEST_COMMON_RUN + 1):
                run = own[start : start + LONGEST_COMMON_RUN]
                assert not any(run in text for text in texts), (row["id"], run)
