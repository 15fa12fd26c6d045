"""Trains the trees of ``likely``: ``python -m assistant.training.passages tests/gold FOLDER_OF_REPORTS...``.

The open development questions, answerable and not; each of the first sentences found for one is a row,
which is right where it holds one of the strings that an answer must hold. What is printed was judged by
trees trained without the question's own set.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from ..chain import Chain
from ..drafting.drafts import search_words
from ..passages.chosen import passage_reports
from ..passages.likely import LOOKED_AT, TREES, marks_of
from ..passages.ranking import find_sentences
from ..questions.places import of_places
from ..scoring import Gold, holds, normalize
from .belief import Row, chain_for, files_in, fitted, judged, read_gold, told

KINDS = ("passage", "unanswerable")


@dataclass(frozen=True, slots=True)
class Asked:
    """An open question of a development set: whether it can be answered, and its sentences, best first."""

    group: str
    answerable: bool
    rows: tuple[Row, ...]


def asked_openly(chain: Chain, gold: Gold, group: str) -> Iterator[Asked]:
    """The question with the sentences found for it; nothing where it is not read as an open one."""
    asked = chain.understood(gold.q, tuple((q, "") for q in gold.history))
    slots, shelf = asked.slots, asked.shelf
    assert slots is not None
    assert shelf is not None
    if slots.task not in ("open", "list") or slots.unknown_places:
        return
    reports = passage_reports(slots, of_places(asked.entries, slots.places))
    found = find_sentences(slots, shelf.narrow(search_words(slots), reports, 8), shelf, LOOKED_AT)
    wanted = [normalize(w) for group in gold.must for w in group]
    rows = [
        Row(
            group,
            marks_of(slots, found, at),
            any(holds(normalize(one.text), w) for w in wanted),
            at == 0,
            enough=True,
        )
        for at, one in enumerate(found)
    ]
    if rows:
        yield Asked(group, gold.answerable, tuple(rows))


def main(
    gold: Annotated[Path, typer.Argument(help="金标问题的文件夹。")],
    folders: Annotated[list[Path], typer.Argument(help="报告的文件夹。")],
    seed: Annotated[int, typer.Option(help="随机数种子。")] = 7,
) -> None:
    """训练“这句话是不是所问的”的判断，打印未见过的题组上的得分，写入 likely_trees.json。"""
    files = files_in(folders)
    questions: list[Asked] = []
    for path in sorted(gold.glob("*_dev.jsonl")):
        rows = read_gold(path)
        chain = chain_for(rows, files)
        for question in rows:
            if question.kind in KINDS and not question.history:
                questions += asked_openly(chain, question, path.stem)
        typer.echo(f"{path.stem}：共 {len(questions)} 个问题")
    _report(questions, seed)
    every = [row for question in questions for row in question.rows]
    model = fitted(every, seed)
    TREES.write_text(
        json.dumps(told(model, list(every[0].marks)), separators=(",", ":")) + "\n", encoding="utf-8"
    )


def _report(questions: Sequence[Asked], seed: int) -> None:
    """Prints what becomes of the likeliest sentences at several thresholds."""
    seen: list[tuple[Asked, Row, float]] = []
    for group in sorted({q.group for q in questions}):
        model = fitted([row for q in questions if q.group != group for row in q.rows], seed)
        for question in (q for q in questions if q.group == group):
            odds = judged(model, question.rows)
            best = max(range(len(odds)), key=odds.__getitem__)
            seen.append((question, question.rows[best], odds[best]))
    for openly in (True, False):
        own = [s for s in seen if s[0].group.startswith("corpus_open") == openly]
        typer.echo("打开的问法：" if openly else "其余：")
        typer.echo("门槛  答对  答错  没有的被作答")
        for least in (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
            kept = [s for s in own if s[2] >= least]
            right = sum(row.right for _, row, _ in kept)
            wrong = sum(q.answerable and not row.right for q, row, _ in kept)
            typer.echo(f"{least:4}  {right:4}  {wrong:4}  {sum(not q.answerable for q, _, _ in kept):4}")


if __name__ == "__main__":
    typer.run(main)
