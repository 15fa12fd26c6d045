"""Where a report turns from looking back to planning.

Most reports say so in their heads; others tell it only by how they speak: 完成、实现了 before the turn,
要、力争、加快 after it. The character pairs that tell the two apart, with their weights (naive Bayes
log odds), were learned from the sentences of reports whose heads do say it. A report looks back
first and plans then, so that one turn is sought: the section before which the most sentences look back
and from which the most plan. ``python -m reports.turn FOLDER`` learns the weights anew from a folder
of reports and prints how well they tell the turn of those left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from .text import plain

_WEIGHTS = Path(__file__).with_name("turn_pairs.txt")
_MOST = 6.0
"""One sentence counts no more than this, however many telling pairs it holds."""
_DIGITS = re.compile(r"\d+")


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    """Pair → log odds of planning over looking back. One line: the weight, then its pairs."""
    weights: dict[str, float] = {}
    for line in _WEIGHTS.read_text(encoding="utf-8").splitlines():
        weight, pairs = line.split("\t")
        weights |= dict.fromkeys(pairs.split(" "), float(weight))
    return weights


def pairs_of(sentence: str) -> set[str]:
    """The character pairs of a sentence, every number in it one sign."""
    text = _DIGITS.sub("#", plain(sentence))
    return {text[i : i + 2] for i in range(len(text) - 1)}


def plans(sentence: str) -> float:
    """Above 0 where the sentence speaks like a plan, below 0 where it looks back."""
    weights = _weights()
    return max(-_MOST, min(_MOST, sum(weights.get(pair, 0.0) for pair in pairs_of(sentence))))


def turn_of(sentences: Iterable[tuple[int, str]], sections: int) -> int:
    """The ordinal of the first of ``sections`` sections that plans; that after the last where none does.

    ``sentences`` are the ordinals of their sections and their texts.
    """
    by_section = [0.0] * sections
    for section, text in sentences:
        by_section[section] += plans(text)
    return _turn(by_section)


def turn_in(sentences: Sequence[str]) -> int:
    """The number of the first of ``sentences`` that plans, where they look back first and plan then."""
    return _turn([plans(text) for text in sentences])


def _turn(scores: Sequence[float]) -> int:
    """Where to cut ``scores`` so that what is before it is lowest, and what is after it highest."""
    lowest, turn, before = 0.0, 0, 0.0
    for ordinal, score in enumerate(scores, 1):
        before += score
        if before < lowest:
            lowest, turn = before, ordinal
    return turn


def learn(labelled: Iterable[tuple[str, bool]], *, pairs: int = 800, least: int = 150) -> dict[str, float]:
    """The weights of the ``pairs`` that tell most, from (sentence, whether it plans).

    A pair is weighed when at least ``least`` sentences hold it; counts are smoothed by 3.
    """
    from collections import Counter
    from math import log

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
    from collections import defaultdict

    lines: defaultdict[str, list[str]] = defaultdict(list)
    for pair, weight in sorted(weights.items()):
        lines[f"{weight:.1f}"].append(pair)
    return "".join(f"{w}\t{' '.join(p)}\n" for w, p in sorted(lines.items(), key=lambda line: float(line[0])))


Labelled = list[list[tuple[str, bool]]]
"""The sentences of each section of one report, and whether its heads say that it plans."""


def _labelled(path: Path) -> Labelled:
    """One report's labelled sections; empty where its heads leave more than a tenth of it open."""
    from .periods import TARGET, Frame, base_frame
    from .pipeline import read_report

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
    turn = _turn([sum(plans(text) for text, _ in section) for section in rows])
    wrong = [planning != (ordinal >= turn) for ordinal, section in enumerate(rows) for _, planning in section]
    return sum(wrong) / len(wrong)


def main() -> None:
    """Learns from three reports of four, prints the error on the fourth, and writes the weights."""
    import sys

    from rich.console import Console
    from rich.progress import track

    paths = sorted(Path(sys.argv[1]).rglob("*.txt"))
    reports = [rows for path in track(paths, description="读报告") if (rows := _labelled(path))]
    kept = [rows for number, rows in enumerate(reports) if number % 4]
    weights = learn(row for rows in kept for section in rows for row in section)
    _WEIGHTS.write_text(_written(weights), encoding="utf-8")
    _weights.cache_clear()
    errors = [_error(rows) for rows in reports[::4]]
    Console().print(
        f"{len(kept)} reports learned from, {len(errors)} left out: {sum(errors) / len(errors):.1%} of their "
        f"sentences on the wrong side; more than a fifth in {sum(e > 0.2 for e in errors)} reports"
    )


if __name__ == "__main__":
    main()
