"""Trains the trees of ``belief``: ``python -m assistant.training.belief tests/gold FOLDER_OF_REPORTS...``.

Three kinds of questions, all with known answers: the development questions of ``tests/gold``; figures of
other reports asked by their own names; and names of figures that a report does not have, taken from
others. What is printed was judged by trees that had not seen it: each development set by trees
trained without it, the others by trees trained on other reports. No report of any gold set, the
held-out ones included, gives questions of the last two kinds.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reports.records import Report
from vectorstore.ingesting import find_files, read_files
from vectorstore.records import Passage, ReportEntry

from ..chain import Chain
from ..evidence.fits import Wanted
from ..evidence.matches import Match
from ..evidence.matching import weigh
from ..evidence.prepared import Shelf
from ..figures.arguing import arguable
from ..figures.belief import TREES, marks_of
from ..figures.cells import place_cells
from ..figures.select import ENOUGH, ENOUGH_NEAR, RESULTS, rank, same_figure
from ..questions.sayings import without_thesaurus
from ..questions.slots import Slots
from ..scoring import Gold, holds, normalize
from ..settings import Settings
from .made_questions import made_questions

if TYPE_CHECKING:
    import numpy as np

KINDS = ("value", "target", "followup", "unanswerable")
REPORTS = 120
TREE_COUNT, DEPTH = 150, 3
WEIGHT = 2.0
"""So much more does a question that a person put count."""
LIKELY = 0.7
"""An absent name believed this much by other trees is mostly the same matter in other words: left out."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure that might answer one question: its marks, and whether it does.

    ``best`` where it is the question's best figure, ``enough`` where the words alone would accept it,
    ``arguable`` where belief may accept it without that,
    ``bare`` where the words were taken without the thesaurus: such rows train and are not scored.
    """

    group: str
    marks: dict[str, float]
    right: bool
    best: bool
    enough: bool
    arguable: bool = False
    bare: bool = False


class Files:
    """Reports in memory, as a store for the chain to ask."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._reports = {r.id: r for r in reports}

    def generation(self) -> int:
        return 0

    def entries(self) -> tuple[ReportEntry, ...]:
        return tuple(
            ReportEntry(
                r.id, r.source, r.identity, r.format, r.method, len(r.sections), 0, len(r.facts), 0, ""
            )
            for r in self._reports.values()
        )

    def report(self, report_id: str, *, chunks: bool = True) -> Report:
        return self._reports[report_id]

    def keyword_search(self, query: str, k: int, report_ids: Sequence[str] | None = None) -> list[Passage]:
        """The reports that hold the query's character pairs most often, each by one passage."""
        pairs = [query[i : i + 2] for i in range(len(query) - 1)]
        held = {i: sum(self._reports[i].text.count(p) for p in pairs) for i in report_ids or self._reports}
        best = sorted(held, key=lambda i: -held[i])[:k]
        return [Passage(i, 0, (), 0, 0, "", float(held[i]), "keyword") for i in best]


def rows_of(chain: Chain, gold: Gold, group: str, most: int, *, bare: bool = False) -> Iterator[Row]:
    """The ``most`` best figures for a question; none where it asks for several or for no figure."""
    asked = chain.understood(gold.q, tuple((q, "") for q in gold.history))
    slots, shelf = asked.slots, asked.shelf
    assert slots is not None
    assert shelf is not None
    single = slots.task in ("figure", "open") and len(slots.asks) < 2 and len(slots.parts) < 2
    if not single or slots.nature == "both" or slots.unknown_places:
        return
    own = [e for e in asked.entries if not slots.places or e.identity.place in slots.places]
    for cell in place_cells(slots, own, shelf)[:3]:
        ranked = _ranked(slots, cell, shelf)
        for number, match in enumerate(ranked[:most]):
            same = [m for m in ranked if same_figure(m, match)]
            need = weigh(slots.content, match.evidence)
            figure = normalize(match.fact.figure)
            right = any(holds(figure, w) or holds(normalize(w), figure) for g in gold.must for w in g)
            enough = match.covered >= ENOUGH and match.strict >= ENOUGH_NEAR
            yield Row(
                group,
                marks_of(slots, need, match, ranked, same),
                right,
                number == 0,
                enough,
                arguable(slots, match),
                bare,
            )


def _ranked(slots: Slots, cell: Wanted, shelf: Shelf) -> list[Match]:
    """The figures for one cell, best first, as :func:`assistant.figures.select.best` would rank them."""
    if cell.year is None and not cell.span:
        newest = max((e.identity.year or 0 for e in cell.entries), default=0)
        entries = tuple(e for e in cell.entries if (e.identity.year or 0) == newest)
        return rank(slots, replace(cell, entries=entries), shelf)
    wanted = replace(cell, nature=cell.nature or RESULTS[0])
    last = cell.span[1] if cell.span else cell.year
    proper = (last or 0) + (wanted.nature != "目标")
    first = tuple(e for e in cell.entries if e.identity.year in (proper, None))
    return rank(slots, replace(wanted, entries=first or cell.entries), shelf)


def _arrays(rows: Sequence[Row]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(marks, float64 [rows, marks]; whether right, bool [rows]; weights, float64 [rows])."""
    import numpy as np

    marks = np.array([[float(v) for v in row.marks.values()] for row in rows])
    right = np.array([row.right for row in rows])
    return marks, right, np.array([1.0 if row.group in ("own", "absent") else WEIGHT for row in rows])


def fitted(rows: Sequence[Row], seed: int) -> Any:
    """Trees trained on ``rows``."""
    from sklearn.ensemble import GradientBoostingClassifier

    marks, right, weights = _arrays(rows)
    model = GradientBoostingClassifier(
        n_estimators=TREE_COUNT, max_depth=DEPTH, subsample=0.8, random_state=seed
    )
    return model.fit(marks, right, sample_weight=weights)


def judged(model: Any, rows: Sequence[Row]) -> list[float]:
    """What the trees believe of each row, 0 to 1."""
    return [float(p) for p in model.predict_proba(_arrays(rows)[0])[:, 1]] if rows else []


def told(model: Any, marks: Sequence[str]) -> dict[str, Any]:
    """The trees as ``belief`` reads them."""
    import math

    prior = float(model.init_.class_prior_[1])
    trees = []
    for (estimator,) in model.estimators_:
        tree = estimator.tree_
        trees.append(
            [
                float(tree.value[n][0][0]) * model.learning_rate
                if tree.children_left[n] < 0
                else [
                    int(tree.feature[n]),
                    float(tree.threshold[n]),
                    int(tree.children_left[n]),
                    int(tree.children_right[n]),
                ]
                for n in range(tree.node_count)
            ]
        )
    return {"marks": list(marks), "start": math.log(prior / (1 - prior)), "trees": trees}


def main(
    gold: Annotated[Path, typer.Argument(help="金标问题的文件夹。")],
    folders: Annotated[list[Path], typer.Argument(help="报告的文件夹。")],
    seed: Annotated[int, typer.Option(help="随机数种子。")] = 7,
) -> None:
    """训练“这个数字是不是所问的”的判断，打印未见过的问题上的得分，写入 belief_trees.json。"""
    files = files_in(folders)
    rows: list[Row] = []
    for path in sorted(gold.glob("*_dev.jsonl")):
        questions = [q for q in read_gold(path) if q.kind in KINDS]
        chain = chain_for(read_gold(path), files)
        rows += [row for q in questions for row in rows_of(chain, q, path.stem, 3)]
        # What people say and no table has yet looks like what the tables have, without them.
        with without_thesaurus():
            rows += [row for q in questions for row in rows_of(chain, q, path.stem, 3, bare=True)]
        typer.echo(f"{path.stem}：{len(questions)} 个问题，共 {len(rows)} 行")
    chance = random.Random(seed)
    free = free_of(files, gold)
    halves: list[list[Row]] = []
    for _ in range(2):
        reports = read_reports(chance.sample(free, REPORTS // 2))
        chain = Chain(Files(reports), Settings())  # type: ignore[arg-type]
        made = [row for q, group in made_questions(reports, chance) for row in rows_of(chain, q, group, 1)]
        halves.append(made)
        typer.echo(f"造出的问题：{len(made)} 行")
    clean = [_clean(rows + halves[1 - i], half, seed) for i, half in enumerate(halves)]
    _report(rows, clean, seed)
    model = fitted(rows + clean[0] + clean[1], seed)
    TREES.write_text(
        json.dumps(told(model, list(rows[0].marks)), separators=(",", ":")) + "\n", encoding="utf-8"
    )


def read_gold(path: Path) -> list[Gold]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Gold(**json.loads(line)) for line in lines if line.strip()]


def read_reports(paths: Sequence[Path]) -> list[Report]:
    return [r.report for r in read_files(list(paths)) if r.report is not None]


def chain_over(paths: Sequence[Path]) -> Chain:
    return Chain(Files(read_reports(paths)), Settings())  # type: ignore[arg-type]


def files_in(folders: Sequence[Path]) -> dict[str, Path]:
    """The reports in plain text below ``folders``, by file name."""
    return {path.name: path for folder in folders for path in find_files([folder]) if path.suffix == ".txt"}


def free_of(files: dict[str, Path], gold: Path) -> list[Path]:
    """The files that no question of ``gold`` is about."""
    used = {s.removesuffix(".txt") for p in gold.glob("*.jsonl") for row in read_gold(p) for s in row.src}
    return [path for name, path in sorted(files.items()) if not any(name.startswith(s) for s in used)]


def chain_for(questions: Sequence[Gold], files: dict[str, Path]) -> Chain:
    """A chain over the reports that ``questions`` are answered from."""
    sources = {s.removesuffix(".txt") for q in questions for s in q.src}
    return chain_over([path for name, path in files.items() if any(name.startswith(s) for s in sources)])


def _clean(others: Sequence[Row], half: Sequence[Row], seed: int) -> list[Row]:
    """``half`` without absent names that are most likely the same matter in other words."""
    sure = judged(fitted(others, seed), half)
    return [row for row, p in zip(half, sure, strict=True) if row.group != "absent" or p < LIKELY]


def _report(rows: Sequence[Row], halves: Sequence[Sequence[Row]], seed: int) -> None:
    """Prints what becomes of the best figures at several thresholds, each judged by trees without it."""
    made = [row for half in halves for row in half]
    seen: list[tuple[Row, float]] = []
    for group in sorted({row.group for row in rows}):
        model = fitted([r for r in rows if r.group != group] + made, seed)
        part = [r for r in rows if r.group == group]
        seen += list(zip(part, judged(model, part), strict=True))
    for i, half in enumerate(halves):
        model = fitted([*rows, *halves[1 - i]], seed)
        seen += list(zip(half, judged(model, half), strict=True))
    best = [(row, p) for row, p in seen if row.best and not row.bare]
    typer.echo("问题的话大半有着落的：")
    _table([(row, p) for row, p in best if row.enough])
    typer.echo("不足大半的：")
    _table([(row, p) for row, p in best if row.arguable and not row.enough])


def _table(seen: Sequence[tuple[Row, float]]) -> None:
    typer.echo("门槛  金标答对  金标答错  本名答对  没有的指标被作答")
    for least in (0.0, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5):
        kept = [row for row, p in seen if p >= least]
        gold = [row for row in kept if row.group not in ("own", "absent")]
        own = sum(row.right for row in kept if row.group == "own")
        absent = sum(row.group == "absent" for row in kept)
        right = sum(row.right for row in gold)
        typer.echo(f"{least:4}  {right:8}  {len(gold) - right:8}  {own:8}  {absent:8}")


if __name__ == "__main__":
    typer.run(main)
