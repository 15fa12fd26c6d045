"""Trains the weights of ``turn``: ``python -m reports.train_turn FOLDER``.

They are learned from the reports of a folder whose heads say where they look back and where they plan;
every fourth report is left out, and how well the turn of those is told is printed.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from math import log
from pathlib import Path

from .periods import TARGET, Frame, base_frame
from .pipeline import read_report
from .turn import WEIGHTS, cut, pairs_of, plans
from .turn import weights as known_weights


def learn(labelled: Iterable[tuple[str, bool]], *, pairs: int = 800, least: int = 150) -> dict[str, float]:
    """The weights of the ``pairs`` that tell most, from (sentence, whether it plans).

    A pair is weighed when at least ``least`` sentences hold it; counts are smoothed by 3.
    """

    counts: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    sizes = [0, 0]
    for sentence, planning in labelled:
        counts[planning].update(pairs_of(sentence))
        sizes[planning] += 1
    weights: dict[str, float] = {}
    for pair in {*counts[0], *counts[1]}:
        back, ahead = counts[0][pair], counts[1][pair]
        if back + ahead >= least:
            weights[pair] = log((ahead + 3) / (sizes[1] + 6)) - log((back + 3) / (sizes[0] + 6))
    telling = sorted(weights, key=lambda p: -abs(weights[p]) * (counts[0][p] + counts[1][p]))
    return {pair: weights[pair] for pair in telling[:pairs]}


def _written(weights: dict[str, float]) -> str:

    lines: defaultdict[str, list[str]] = defaultdict(list)
    for pair, weight in sorted(weights.items()):
        lines[f"{weight:.1f}"].append(pair)
    return "".join(f"{w}\t{' '.join(p)}\n" for w, p in sorted(lines.items(), key=lambda line: float(line[0])))


Labelled = list[list[tuple[str, bool]]]
"""The sentences of each section of one report, and whether its heads say that it plans."""


def _labelled(path: Path) -> Labelled:
    """One report's labelled sections; empty where its heads leave more than a tenth of it open."""

    report = read_report(path)
    if report.identity.kind != "政府工作报告" or not report.identity.year:
        return []
    unsaid = Frame(None, None, "")
    natures = [base_frame(s.path, report.identity.year, unsaid).nature for s in report.sections]
    rows: Labelled = [[] for _ in report.sections]
    for s in report.sentences:
        if natures[s.section]:
            rows[s.section].append((report.text[s.start : s.end], natures[s.section] == TARGET))
    told = sum(map(len, rows))
    return rows if told > 0.9 * len(report.sentences) and len(set(natures)) > 1 else []


def _error(rows: Labelled) -> float:
    """The share of a report's sentences that fall on the wrong side of the turn found in it."""
    turn = cut([sum(plans(text) for text, _ in section) for section in rows])
    wrong = [planning != (ordinal >= turn) for ordinal, section in enumerate(rows) for _, planning in section]
    return sum(wrong) / len(wrong)


def main() -> None:
    """Learns from three reports of four, prints the error on the fourth, and writes the weights."""
    from rich.console import Console
    from rich.progress import track

    paths = sorted(Path(sys.argv[1]).rglob("*.txt"))
    reports = [rows for path in track(paths, description="读报告") if (rows := _labelled(path))]
    kept = [rows for number, rows in enumerate(reports) if number % 4]
    weights = learn(row for rows in kept for section in rows for row in section)
    WEIGHTS.write_text(_written(weights), encoding="utf-8")
    known_weights.cache_clear()
    errors = [_error(rows) for rows in reports[::4]]
    Console().print(
        f"{len(kept)} reports learned from, {len(errors)} left out: {sum(errors) / len(errors):.1%} of their "
        f"sentences on the wrong side; more than a fifth in {sum(e > 0.2 for e in errors)} reports"
    )


if __name__ == "__main__":
    main()
