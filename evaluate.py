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
("7%" is not in "4.7%"). The rules are in ``assistant/scoring.py``, the same for every ``--mode``.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from assistant.scoring import (
    GOOD,
    Gold,
    Row,
    changes,
    figures,
    holds,
    judge,
    normalize,
    percent,
    summarize,
    summarize_llm,
)

if TYPE_CHECKING:
    from assistant import Assistant, Settings
    from assistant.llm.faithful import Judge

__all__ = ["GOOD", "Gold", "GoldError", "Row", "ask", "changes", "figures", "holds", "judge", "load_gold",
           "normalize", "percent", "summarize"]  # fmt: skip

Mode = Literal["auto", "llm", "embedded"]

SHOWN: dict[str, tuple[str, ...]] = {
    "none": (),
    "wrong": ("wrong", "error", "invented"),
    "missed": ("missed",),
    "bad": ("wrong", "error", "invented", "missed"),
    "all": ("wrong", "error", "invented", "missed", *GOOD),
}


class GoldError(Exception):
    """A gold file, a baseline or a setting is of no use; the message says what to mend."""


def ask(bot: Assistant, gold: Gold, faith: Judge | None = None) -> Row:
    """Asks the question after its history; only the last answer is timed and judged, and its
    tokens are counted. ``faith`` has the sentences of an LLM's answer judged as well."""
    history: list[tuple[str, str]] = []
    for earlier in gold.history:
        history.append((earlier, bot.ask(earlier, history=list(history)).text))
    start = time.perf_counter()
    try:
        answer = bot.ask(gold.q, history=list(history))
    except Exception as error:  # noqa: BLE001  whatever is raised counts as a wrong answer
        return Row(gold, "error", (time.perf_counter() - start) * 1000, error=repr(error))
    row = judge(gold, answer, (time.perf_counter() - start) * 1000)
    return replace(row, faithful=faith.judge(answer)) if faith and answer.mode == "llm" else row


def settings_for(mode: Mode, *, faith: bool = False) -> Settings:
    """The settings with the LLM as ``mode`` wants it: as it is set, required, or left out.

    Raises:
        GoldError: an LLM is required, to answer or to judge, and none is set.
    """
    from assistant import Settings

    settings = Settings(llm_model="") if mode == "embedded" else Settings()
    if (mode == "llm" or faith) and not settings.llm_model:
        raise GoldError(
            "这样评测要用大模型：请先设 LLM_MODEL 和 LLM_BASE_URL，或改用 --mode embedded 且不加 --judge。"
        )
    return settings


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
    price: Annotated[float, typer.Option(min=0, help="每百万词元的价钱（元），给了就算出花费 cost")] = 0.0,
    mode: Annotated[Mode, typer.Option(help="auto 照设置；llm 必须用大模型；embedded 不用大模型")] = "auto",
    faith: Annotated[
        bool, typer.Option("--judge", help="再请所设的大模型逐句判断它的回答是否有引文支持")
    ] = False,
) -> None:
    """用金标问题给问答助手评分。"""
    from rich.progress import track

    from assistant import Assistant
    from assistant.errors import AssistantError
    from assistant.llm.faithful import Judge
    from vectorstore.errors import StoreError

    try:
        questions = load_gold(gold)
        earlier = load_baseline(baseline) if baseline else {}
        settings = settings_for(mode, faith=faith)
        jury = Judge(settings) if faith else None
        start = time.perf_counter()
        with Assistant.open(store, settings=settings) as bot:
            opened = time.perf_counter() - start
            rows = [ask(bot, question, jury) for question in track(questions, "评分", transient=True)]
    except (GoldError, AssistantError, StoreError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    scores = summarize(rows, opened) | (summarize_llm(rows, price) if settings.llm_model else {})
    if jury and jury.failed:
        scores["unjudged"] = jury.failed
        typer.echo(f"有{jury.failed}句没有判成：{jury.last_error}", err=True)
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
