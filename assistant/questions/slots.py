"""What a question says: the record that the steps of understanding fill."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Ask:
    """One of several figures that a question asks for; ``content`` is empty where it is the same.

    ``text`` is what the question says of it, where it is a stretch of its own; ``named`` where it only
    names what the others are asked of.
    """

    content: str
    unit: str
    measure: str
    text: str = ""
    named: bool = False


@dataclass(frozen=True, slots=True)
class Slots:
    """What a question says, before it is held against the store.

    ``places`` are names as the store has them, ``unknown_places`` named places without a report;
    ``years`` data years, ``report_years`` years of a report that the question names; ``span`` is
    the first and last year of a period (五年来), ``sliding`` where it is counted from the newest report;
    ``content`` the folded words that are left, what the question is about; ``unit`` the base unit
    asked for; ``otherwise`` other readings of a follow-up, ``before`` the question that it asks on about;
    ``goes_on`` whether it goes on with what was asked before, and is answered as briefly as that;
    ``faster`` whether, besides how far two levels are apart, it asks which of them grew faster;
    ``partners`` how it calls its place and another with a report, ``turned`` the question put to that other.
    """

    question: str
    text: str
    places: tuple[str, ...] = ()
    unknown_places: tuple[str, ...] = ()
    namesakes: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    relative: tuple[int, ...] = ()
    report_years: tuple[int, ...] = ()
    span: tuple[int, int] | None = None
    sliding: bool = False
    nature: str = ""
    measure: str = ""
    unit: str = ""
    scope: str = ""
    content: str = ""
    names: tuple[str, ...] = ()
    task: str = "figure"
    asks_figure: bool = False
    asks: tuple[Ask, ...] = ()
    inherited: tuple[str, ...] = field(default=())
    parts: tuple[Slots, ...] = ()
    sides: Sides | None = None
    since: Since | None = None
    above: Above | None = None
    rivals: tuple[tuple[Slots, ...], ...] = ()
    otherwise: tuple[Slots, ...] = ()
    before: Slots | None = None
    goes_on: bool = False
    faster: bool = False
    partners: tuple[str, str] | None = None
    turned: Slots | None = None


@dataclass(frozen=True, slots=True)
class Sides:
    """Two figures that a question compares.

    ``by`` is ``"difference"``, ``"ratio"`` (how many times the one is the other), ``"share"`` (which
    part of the other the one is), ``"sum"``, ``"leader"`` (which is the higher), ``"order"`` (whether
    the one is the higher) or ``"moved"`` (and by how much). ``recalled``: the questions before asked
    for the figures.
    """

    one: Slots
    other: Slots
    by: str = "difference"
    recalled: bool = False

    @property
    def unlike(self) -> bool:
        """Whether the two differ in more than place and year: in what they are of, nature or period."""
        one, other = self.one, self.other
        return one.content != other.content or one.nature != other.nature or one.span != other.span


@dataclass(frozen=True, slots=True)
class Since:
    """An earlier time whose figure a question asks for, or the change since then.

    ``subject`` is the question without that time; ``year`` the time's year, None where only ``words``
    (五年前, 改革前) name it. ``change`` asks for what changed since, not for what there was. ``reckon``: the
    question itself says that it is to be reckoned back (倒推); ``asked`` is the question without those words.
    """

    subject: Slots
    year: int | None
    words: str
    change: bool
    reckon: bool
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Above:
    """Wider places (全国, 全省) whose rate is to be reckoned from how far that of ``subject`` stands off.

    ``gap``: it is how far they stand apart that is asked for (比全省高几个百分点).
    """

    subject: Slots
    which: tuple[str, ...]
    gap: bool = False
