"""The records of a report: what the other rooms receive from this one.

All offsets are half-open character ranges ``[start, end)`` in the report's *stored text*
(``Report.text``); ``Report.text[start:end]`` is always the exact run that is quoted.
"""

from __future__ import annotations

from dataclasses import dataclass, field

MAX_BYTES = 50 * 2**20
"""The size of the largest file that is read, unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a paged file. ``method`` is ``"text"`` or ``"ocr"``."""

    number: int
    start: int
    end: int
    method: str = "text"


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader makes of a file: the stored text and how it was read.

    ``method`` is ``"text"``, ``"ocr"`` or ``"mixed"``; ``format`` the file's kind (``"docx"`` …).
    """

    text: str
    format: str
    method: str = "text"
    pages: tuple[Page, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the report under one head.

    ``path`` holds the heads from the outermost down to this one, ``level`` is ``len(path)``;
    the preamble before the first head has the empty path and level 0. ``start`` is where the
    head begins, ``body`` where the text after the head begins, ``end`` where the section's own
    text ends, which is where the next head, of whatever level, begins.
    """

    ordinal: int
    path: tuple[str, ...]
    start: int
    body: int
    end: int

    @property
    def level(self) -> int:
        return len(self.path)

    @property
    def title(self) -> str:
        return self.path[-1] if self.path else ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the report, the unit of proof. ``section`` is ``Section.ordinal``."""

    start: int
    end: int
    section: int


@dataclass(frozen=True, slots=True)
class Identity:
    """Which report this is. Unknown parts are empty (``""``, ``()``, ``None``).

    ``place`` is the full name of the place (卫东区) and ``parents`` the places above it, from
    the outermost (河南省, 平顶山市). ``year`` is the report's year: a report given in 2024
    reviews 2023 and plans 2024. ``date`` is ISO 8601, ``kind`` one of ``KINDS``.
    """

    place: str = ""
    parents: tuple[str, ...] = ()
    year: int | None = None
    review_years: tuple[int, ...] = ()
    plan_years: tuple[int, ...] = ()
    kind: str = "政府工作报告"
    title: str = ""
    speaker: str = ""
    speaker_role: str = ""
    date: str = ""
    session: str = ""


KINDS = ("政府工作报告", "政府工作报告摘要", "责任分解通知", "其他")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Whole sentences of one section, about 200 to 400 characters.

    ``text == Report.text[start:end]``.
    """

    ordinal: int
    section: int
    path: tuple[str, ...]
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure of a report and what it means.

    ``indicator`` is the indicator in the report's words, ``name`` its standard name or ``""``;
    ``clause`` the clause that the figure stands in, ``before`` and ``after`` its words up to the
    neighbouring figures, all from the reading text. ``year`` is the (last) year that the figure
    speaks of, ``period`` its written form (``"2023"``, ``"2016-2020"``, ``"2023上半年"``).
    ``nature``: 实绩, 预计, 初步核算, 目标, 计划 or 累计. ``measure``: 水平, 增速, 占比, 增量, 位次 or 限定
    (超10亿元企业: it only qualifies what is counted). ``bound``: ``""``, ``">="``, ``"<="``, ``"~"``,
    ``">"`` or ``"<"``. ``figure`` is the figure as printed with unit and bound (``"9796人"``),
    ``value`` the number, ``unit`` the printed unit and ``normal`` the value in ``base_unit``
    (0.88万人: 8800, 人). ``start``/``end`` bound the figure, ``sentence_start``/``sentence_end`` its
    sentence, ``section`` is ``Section.ordinal``.
    """

    ordinal: int
    place: str
    indicator: str
    name: str
    clause: str
    before: str
    after: str
    year: int | None
    period: str
    nature: str
    measure: str
    bound: str
    figure: str
    value: float
    unit: str
    normal: float
    base_unit: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    section: int


@dataclass(frozen=True, slots=True)
class Duty:
    """One task of a 责任分解 notice: who leads and who carries it out."""

    ordinal: int
    number: str
    task: str
    leaders: tuple[str, ...]
    lead_units: tuple[str, ...]
    units: tuple[str, ...]
    support_units: tuple[str, ...]
    deadline: str
    start: int
    end: int
    section: int


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. ``id`` is made of the content's hash; ``source`` is the file's name."""

    id: str
    source: str
    text: str
    format: str
    method: str
    identity: Identity
    pages: tuple[Page, ...] = ()
    sections: tuple[Section, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    chunks: tuple[Chunk, ...] = ()
    facts: tuple[Fact, ...] = field(default=())
    duties: tuple[Duty, ...] = field(default=())

    def page_of(self, offset: int) -> int | None:
        """The number of the page that holds ``offset``; None where the file has no pages."""
        for page in self.pages:
            if page.start <= offset < page.end:
                return page.number
        return None
