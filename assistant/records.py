"""The records of the assistant: what a caller receives."""

from __future__ import annotations

from dataclasses import dataclass

RESULT, TARGET = "实绩", "目标"
PARTLY = "只找到一部分："
"""How an answer begins that lacks something of what was asked for: it does not count as answered."""


@dataclass(frozen=True, slots=True)
class Query:
    """What was understood of a question; the chat shows it as chips.

    ``places`` are full names, ``years`` the years asked for (data years), ``nature`` is
    ``"实绩"``, ``"目标"``, ``"both"`` or ``""``; ``measure`` 水平, 增速, 占比, 增量, 位次 or ``""``;
    ``task`` one of: figure, list, open, who, when, meta, duty, compare, difference, trend,
    other. ``notes`` are Chinese sentences on what was assumed (没有写年份，按最新的报告作答).
    """

    question: str
    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    period: str = ""
    nature: str = ""
    measure: str = ""
    unit: str = ""
    indicator: str = ""
    names: tuple[str, ...] = ()
    task: str = "figure"
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """Proof of an answer: ``quote`` is the run ``[start, end)`` of the stored text."""

    number: int
    report_id: str
    source: str
    title: str
    place: str
    report_year: int | None
    section: tuple[str, ...]
    quote: str
    start: int
    end: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """The figure of one indicator in one place and year, as a result (实绩) or as a target (目标).

    There is a cell for all that a report of the store covers; where the chat would not give a figure,
    ``value`` and ``citation`` are None and ``text`` is empty. ``text`` is the figure in the report's words,
    ``value`` the same in ``unit`` (the base unit: 元, 人, %), below zero for a fall. ``measure`` is 水平,
    占比, 增速 or, where only what was added is told, 增量. ``met`` says of a result whether it meets the
    year's target; None where there is none or the two cannot be compared.
    """

    place: str
    indicator: str
    year: int
    nature: str
    value: float | None = None
    unit: str = ""
    text: str = ""
    measure: str = ""
    met: bool | None = None
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A cited answer, or a refusal (``answered`` False) that says what is missing.

    ``mode`` is ``"facts"``, ``"extractive"`` or ``"llm"``. ``notice`` is one line for the user
    about how the answer came to be (a dead endpoint, say), ``verified`` whether code found
    every figure in a cited quote or computed it. ``suggestions`` are follow-up questions.
    """

    text: str
    answered: bool
    mode: str
    citations: tuple[Citation, ...] = ()
    query: Query | None = None
    notice: str = ""
    verified: bool = True
    suggestions: tuple[str, ...] = ()
    elapsed_ms: float = 0.0
    tokens: int = 0


@dataclass(frozen=True, slots=True)
class Event:
    """A step of a streamed answer.

    ``kind``: ``"query"`` (query is set), ``"text"`` (text is the next piece), ``"replace"``
    (text is the whole answer so far, anew), ``"answer"`` (answer is set; the last event).
    """

    kind: str
    text: str = ""
    query: Query | None = None
    answer: Answer | None = None


History = tuple[tuple[str, str], ...]
