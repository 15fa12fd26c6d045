"""Scores the assistant on gold questions: ``python evaluate.py GOLD.jsonl… [--baseline OLD.json]``.

A gold file holds one JSON object a line:

id          unique
kind        value, target, passage, meta, duty, across, unanswerable or followup
q           the question as a person types it
must        groups of strings; a right answer holds at least one string of every group
src         the file names (or beginnings of them) that the answer must be cited from
history     earlier questions of a follow-up, in order
answerable  false: the right answer is a refusal
forbid      strings that only a wrong answer holds

White space, commas and full-width forms do not matter; a figure begins at its own first digit
("7%" is not in "4.7%").
"""

from __future__ import annotations

import json
import re
import statistics
import time
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

if TYPE_CHECKING:
    from assistant import Assistant
    from assistant.records import Answer

GOOD = ("right", "refused")
SHOWN: dict[str, tuple[str, ...]] = {
    "none": (),
    "wrong": ("wrong", "error", "invented"),
    "missed": ("missed",),
    "bad": ("wrong", "error", "invented", "missed"),
    "all": ("wrong", "error", "invented", "missed", *GOOD),
}
TERSE = ("value", "target", "meta", "followup")  # one figure or name: no pages of text
MAX_LENGTH = 260
SPARE_FIGURES = 3

_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_MARK = re.compile(r"\[\d+\]|【\d+】|〔\d+〕|①|②|③")
_DATE = re.compile(r"(?:19|20)\d\d(?=年|[-—~至到/])|\d{1,2}(?=[月日])")


class GoldError(Exception):
    """A gold file or a baseline cannot be read; the message says what to mend."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold question; the module's docstring says what each part means."""

    id: str
    kind: str
    q: str
    must: list[list[str]]
    src: list[str]
    history: list[str]
    answerable: bool
    forbid: list[str]


@dataclass(frozen=True, slots=True)
class Row:
    """One judged answer. ``verdict``: right, wrong, missed, refused, invented or error.

    ``invented`` is an answer to what cannot be answered, ``ms`` the time that it took,
    ``error`` what was raised instead of an answer.
    """

    gold: Gold
    verdict: str
    ms: float
    cited: bool = False
    grounded: bool = False
    wordy: bool = False
    text: str = ""
    quotes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    error: str = ""


def normalize(text: str | None) -> str:
    """The text in the form in which it is compared: NFKC, without white space and commas."""
    return re.sub(r"[\s,，]+", "", unicodedata.normalize("NFKC", text or ""))


def holds(text: str, wanted: str) -> bool:
    """Whether normalised ``text`` holds ``wanted``, which does not start inside a longer number."""
    wanted = normalize(wanted)
    boundary = r"(?<![\d.])" if wanted[:1].isdigit() else ""
    return re.search(boundary + re.escape(wanted), text) is not None


def figures(text: str) -> list[str]:
    """Every figure of a text, its citation marks aside."""
    return _FIGURE.findall(normalize(_MARK.sub("", text)))


def _dates(answer: Answer) -> set[str]:
    """Figures that only say where and when something stands: dates, heads, years of reports."""
    dates = set(_DATE.findall(normalize(answer.text)))
    for citation in answer.citations:
        dates.update(figures(" ".join([citation.title or "", *(citation.section or ())])))
        if citation.report_year:
            dates |= {str(citation.report_year), str(citation.report_year - 1)}
    return dates


def judge(gold: Gold, answer: Answer, ms: float) -> Row:
    """The verdict on one answer."""
    text = normalize(answer.text)
    quotes = "".join(normalize(citation.quote) for citation in answer.citations)
    sources = tuple(sorted({Path(citation.source).name for citation in answer.citations}))
    computed = gold.kind == "across"

    known = set(figures(gold.q)).union(*map(figures, gold.history)) | _dates(answer)
    claimed = [figure for figure in figures(answer.text) if figure not in known]
    grounded = computed or all(
        re.search(rf"(?<![\d.]){re.escape(figure)}(?![\d])", quotes) for figure in claimed
    )
    too_much = len(set(claimed)) > len(gold.must) + SPARE_FIGURES or len(text) > MAX_LENGTH
    wordy = gold.kind in TERSE and too_much

    complete = all(any(holds(text, wanted) for wanted in group) for group in gold.must)
    forbidden = any(holds(text, wanted) for wanted in gold.forbid)
    if not gold.answerable:
        verdict = "invented" if answer.answered else "refused"
    elif not answer.answered:
        verdict = "missed"
    else:
        verdict = "right" if complete and not forbidden and not wordy else "wrong"

    expected = tuple(name.removesuffix(".txt") for name in gold.src)
    proven = computed or all(any(holds(quotes, wanted) for wanted in group) for group in gold.must)
    cited = verdict == "right" and proven and any(name.startswith(expected) for name in sources)
    shown = tuple(citation.quote for citation in answer.citations)
    return Row(gold, verdict, ms, cited, grounded, wordy, answer.text, shown, sources)


def ask(bot: Assistant, gold: Gold) -> Row:
    """Asks the question after its history; only the last answer is timed and judged."""
    history: list[tuple[str, str]] = []
    for earlier in gold.history:
        history.append((earlier, bot.ask(earlier, history=list(history)).text))
    start = time.perf_counter()
    try:
        answer = bot.ask(gold.q, history=list(history))
    except Exception as error:  # noqa: BLE001  whatever is raised counts as a wrong answer
        return Row(gold, "error", (time.perf_counter() - start) * 1000, error=repr(error))
    return judge(gold, answer, (time.perf_counter() - start) * 1000)


def load_gold(paths: Iterable[Path]) -> list[Gold]:
    """The questions of all files, in order.

    Raises:
        GoldError: a file is missing, or a line is not a question.
    """
    questions = []
    for path in paths:
        if not path.is_file():
            raise GoldError(f"没有金标文件 {path}，请检查路径。")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                questions.append(Gold(**json.loads(line)))
            except (ValueError, TypeError) as error:
                raise GoldError(f"{path} 第 {number} 行不是一道金标问题，请改正：{error}。") from error
    if not questions:
        raise GoldError("金标文件里没有问题，请换一个文件。")
    return questions


def percent(part: int, whole: int) -> float | None:
    """Percentage to one decimal; None of nothing."""
    return round(100 * part / whole, 1) if whole else None


def summarize(rows: Sequence[Row], opened: float = 0.0) -> dict[str, Any]:
    """The scores: percentages, milliseconds, and ``by_kind`` as ``{kind: (percent, questions)}``.

    ``right``, ``cited``, ``wrong`` and ``missed`` are of the answerable questions, ``refused`` of
    the unanswerable, ``grounded`` of all. ``opened`` is the seconds that opening the store took.
    """
    answerable = [row for row in rows if row.gold.answerable]
    others = [row for row in rows if not row.gold.answerable]
    times = sorted(row.ms for row in rows)
    kinds: dict[str, list[bool]] = {}
    for row in rows:
        kinds.setdefault(row.gold.kind, []).append(row.verdict in GOOD)
    return {
        "n": len(rows),
        "right": percent(sum(row.verdict == "right" for row in answerable), len(answerable)),
        "cited": percent(sum(row.cited for row in answerable), len(answerable)),
        "wrong": percent(sum(row.verdict in ("wrong", "error") for row in answerable), len(answerable)),
        "missed": percent(sum(row.verdict == "missed" for row in answerable), len(answerable)),
        "refused": percent(sum(row.verdict == "refused" for row in others), len(others)),
        "grounded": percent(sum(row.grounded for row in rows), len(rows)),
        "errors": sum(row.verdict == "error" for row in rows),
        "open_s": round(opened, 2),
        "p50_ms": round(statistics.median(times), 1) if times else None,
        "p95_ms": round(times[int(0.95 * (len(times) - 1))], 1) if times else None,
        "by_kind": {kind: (percent(sum(good), len(good)), len(good)) for kind, good in kinds.items()},
    }


def load_baseline(path: Path) -> dict[str, Any]:
    """An earlier ``--json`` file.

    Raises:
        GoldError: it is missing or not such a file.
    """
    try:
        old = json.loads(path.read_text(encoding="utf-8"))
        return {"summary": old["summary"], "verdicts": {row["id"]: row["verdict"] for row in old["rows"]}}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GoldError(f"{path} 不是先前用 --json 存下的结果，请换一个文件。") from error


def changes(old: dict[str, str], rows: Iterable[Row]) -> tuple[list[Row], list[Row]]:
    """The rows that got better and those that got worse, by the verdicts in ``old``."""
    met = [row for row in rows if row.gold.id in old]
    better = [row for row in met if row.verdict in GOOD and old[row.gold.id] not in GOOD]
    worse = [row for row in met if row.verdict not in GOOD and old[row.gold.id] in GOOD]
    return better, worse


def _show_rows(rows: Iterable[Row], verdicts: Sequence[str]) -> None:
    from rich.console import Console
    from rich.markup import escape

    console = Console(soft_wrap=True, highlight=False)
    for row in rows:
        if row.verdict in verdicts:
            got = escape((row.error or row.text).replace("\n", " ")[:160])
            line = f"[bold]{row.verdict}[/] {row.gold.id} {row.gold.kind} {escape(row.gold.q)}"
            console.print(f"{line}\n    应含 {escape(str(row.gold.must))}，得到：{got}")


def _show_scores(new: dict[str, Any], old: dict[str, Any]) -> None:
    from rich import print
    from rich.table import Table

    table = Table("得分", "这次", *(["先前"] if old else []))
    for name, value in new.items():
        if name != "by_kind":
            table.add_row(name, str(value), *([str(old.get(name))] if old else []))
    for kind, (share, number) in new["by_kind"].items():
        before = old.get("by_kind", {}).get(kind, (None, 0))
        table.add_row(f"  {kind}（{number}）", str(share), *([str(before[0])] if old else []))
    print(table)


def main(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD.jsonl…", help="金标问题")],
    store: Annotated[Path | None, typer.Option(help="库目录，缺省用设置里的")] = None,
    out: Annotated[Path | None, typer.Option("--json", help="把得分与每题的结果存到这里")] = None,
    baseline: Annotated[Path | None, typer.Option(help="先前存下的结果，列出好转与变差的题")] = None,
    show: Annotated[Literal["none", "wrong", "missed", "bad", "all"], typer.Option()] = "bad",
) -> None:
    """用金标问题给问答助手评分。"""
    from rich.progress import track

    from assistant import Assistant
    from assistant.errors import AssistantError
    from vectorstore.errors import StoreError

    try:
        questions = load_gold(gold)
        earlier = load_baseline(baseline) if baseline else {}
        start = time.perf_counter()
        with Assistant.open(store) as bot:
            opened = time.perf_counter() - start
            rows = [ask(bot, question) for question in track(questions, "评分", transient=True)]
    except (GoldError, AssistantError, StoreError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    scores = summarize(rows, opened)
    _show_rows(rows, SHOWN[show])
    _show_scores(scores, earlier.get("summary", {}))
    if earlier:
        for name, changed in zip(("好转", "变差"), changes(earlier["verdicts"], rows), strict=True):
            ids = "、".join(f"{r.gold.id}（{earlier['verdicts'][r.gold.id]} → {r.verdict}）" for r in changed)
            typer.echo(f"{name} {len(changed)} 题：{ids or '无'}")
    if out:
        records = [{**asdict(row.gold), **asdict(row), "gold": None} for row in rows]
        result = {"summary": scores, "rows": records}
        out.write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
