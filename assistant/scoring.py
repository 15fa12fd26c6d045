"""The rules by which an answer is scored against a gold question, the same for every way to answer."""

from __future__ import annotations

import re
import statistics
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reports.patterns import regex

from .records import Answer

GOOD = ("right", "refused")
TERSE = ("value", "target", "meta", "followup")  # one figure or name: no pages of text
MAX_LENGTH = 260
SPARE_FIGURES = 3

_FIGURE = regex(r"\d+(?:\.\d+)?")
_MARK = regex(r"\[\d+\]|【\d+】|〔\d+〕|①|②|③")
_DATE = regex(r"(?:19|20)\d\d(?=年|[-—~至到/])|\d{1,2}(?=[月日])")


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold question; ``evaluate.py`` says at its beginning what each part means."""

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
    ``error`` what was raised instead of an answer. ``mode``, ``notice`` and ``tokens`` are the
    answer's; ``faithful`` is (sentences that hold, sentences judged), where they were judged.
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
    mode: str = ""
    notice: str = ""
    tokens: int = 0
    faithful: tuple[int, int] = (0, 0)

    @property
    def fell_back(self) -> bool:
        """Whether the LLM was to answer and the embedded default did, for the reason in ``notice``."""
        return self.mode != "llm" and bool(self.notice)


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
    return Row(
        gold,
        verdict,
        ms,
        cited,
        grounded,
        wordy,
        answer.text,
        shown,
        sources,
        mode=answer.mode,
        notice=answer.notice,
        tokens=answer.tokens,
    )


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


def summarize_llm(rows: Sequence[Row], price: float = 0.0) -> dict[str, Any]:
    """What an LLM adds to the scores: answers by it, fallbacks to the embedded default, answers with
    sentences withdrawn or cut, tokens; ``cost`` at ``price`` for a million of them, where one is given;
    ``faithful`` is the percentage of the judged sentences."""
    spoken = [row for row in rows if row.mode == "llm"]
    held, judged = (sum(row.faithful[i] for row in rows) for i in (0, 1))
    scores: dict[str, Any] = {
        "by_llm": len(spoken),
        "fallbacks": sum(row.fell_back for row in rows),
        "corrected": sum(bool(row.notice) for row in spoken),
        "tokens": sum(row.tokens for row in rows),
    }
    if price:
        scores["cost"] = round(scores["tokens"] * price / 1_000_000, 4)
    return scores | ({"faithful": percent(held, judged), "judged": judged} if judged else {})


def changes(old: dict[str, str], rows: Iterable[Row]) -> tuple[list[Row], list[Row]]:
    """The rows that got better and those that got worse, by the verdicts in ``old``."""
    met = [row for row in rows if row.gold.id in old]
    better = [row for row in met if row.verdict in GOOD and old[row.gold.id] not in GOOD]
    worse = [row for row in met if row.verdict not in GOOD and old[row.gold.id] in GOOD]
    return better, worse
