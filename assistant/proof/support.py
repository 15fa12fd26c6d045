"""Finds the evidence that prints a claimed figure for the same place, year, indicator and direction."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reports.figures import RANK, RATIO
from reports.patterns import regex

from ..questions.slots import Slots
from ..questions.times import absolute
from .aligning import align, drops, follows_otherwise, opposed, subject
from .aligning import said as said_of_figure
from .claims import Claim, Claims
from .entailing import Said
from .faults import (
    bound,
    covers,
    direction,
    is_of,
    kind,
    nature,
    scope,
    speaks_of_plans,
    stage,
)
from .judge import Judge
from .material import Item, Known, Material, compact
from .quantities import exceeds, same
from .sites import elsewhere, narrowed
from .subjects import indicator, unqualified, word_for_word

_TARGET = regex(r"目标|计划|预期|力争|争取|拟|将|要|安排|确保|打算|预计|以上|新的一年|今年")
_NARROWING = regex("过夜|入境|出境|网络|线上|网上|民间|非税|进口|(?<!进)出口|限额以上|境外|跨境")
_SAME = {"限额以上": "限上", "网上": "线上", "线上": "网上", "网络": "网上"}
_GIVEN_TO = regex("[向给]([一-鿿]{2,3}[省市县区州])")
_FROM = regex(r"[从由](?:全国|全省|全市|世界|全球)?(?:上年|去年|(?:19|20)\d\d年|[^,;。]{0,12}的)?$")
_PART = regex(r"\d+(?:\.\d+)?")
_YEARED = regex(r"[从由自]((?:19|20)\d\d)年[^,;。]{0,3}$")
_EARLIER = regex(r"[从由]|上年|去年|此前|原来|原先|之前|前一年|初")
_STARTED = regex(r"[从由自]((?:19|20)\d\d)年")
_PERIOD = regex(
    r"年均|年以来|[一二三四五两](?:年来?|个年)|(?<!\d)\d年来|时期|期间|累计|十[一二三四五]五|任期|届|末|底"
)
_FIGURE = regex(r"\d[\d.]*[^\d，。；、,;(\[\n]{0,6}")


@dataclass(frozen=True, slots=True)
class Printed:
    """Where a figure is printed: the ``at``-th known figure of an item."""

    item: Item
    at: int


class Support:
    """The evidence for one question. ``asked`` is the compact question with the earlier ones."""

    def __init__(self, material: Material, slots: Slots, asked: str) -> None:
        self._material, self._slots, self._asked = material, slots, asked
        self._aimed = slots.nature in ("目标", "both") or speaks_of_plans(asked)
        self.judge = Judge(material.items, asked)
        self._chosen = {compact(f) for f in _FIGURE.findall(compact("\n".join(material.own)))}

    def find(
        self, at: int, claims: Claims, said: Said, order: Sequence[Item], before: Printed | None = None
    ) -> tuple[Printed | None, str]:
        """The first evidence that prints the ``at``-th figure for what is said of it, or why none does.

        ``before`` is where the sentence's figure before this one is printed.
        """
        why = ""
        claim = claims.figures[at]
        for item in order:
            for index, known in enumerate(item.known):
                if not is_printed(claim, claims, item, known):
                    continue
                fault = (
                    self.apart(claim, claims, item, known)
                    or self._otherwise(claim, claims, item, known)
                    or self._strange(at, claims, said, item, known, before)
                )
                if not fault:
                    return Printed(item, index), ""
                why = why or fault
        return None, why

    def apart(self, claim: Claim, claims: Claims, item: Item, known: Known) -> str:
        """Why the printed figure is of another place, year or nature; ``""`` where it is not."""
        fact = known.fact
        if claim.places and not any(is_of(p, item, known) for p in claim.places):
            return "地区不符"
        if fact and fact.place in ("全国", "全省") and fact.place != item.place:
            words = ("全国", "我国", "中国") if fact.place == "全国" else ("全省", "省")
            if not any(w in claims.text for w in words):
                return "地区不符"
        if not self._year_fits(claim, claims, item, known):
            return "年份不符"
        if claims.report_years and item.report_year not in claims.report_years:
            return "报告年份不符"
        if any(
            y not in item.years and not (fact and fact.year and y == fact.year - 1) for y in claims.compared
        ):
            return "年份不符"
        return nature(claim, claims, item, known, aimed=self._aimed or claims.aimed)

    def _otherwise(self, claim: Claim, claims: Claims, item: Item, known: Known) -> str:
        """Why the printed figure goes another way, is of another kind or of a part; ``""`` where not."""
        if elsewhere(item, known, claims.text, drops(item)):
            return "是其中一部分的数"
        if word_for_word(claim, claims, item, known):
            return ""
        written = claims.text[claim.figure.start : claim.figure.end]
        chosen = self._asked if any(f.startswith(written) for f in self._chosen) else ""
        return (
            direction(claim, claims, item, known)
            or ("是其中一部分的数" if self._wider(claims, known) else "")
            or bound(claim, known)
            or unqualified(claim, item, known, chosen)
            or scope(claim, item, known)
            or stage(claim, known)
            or kind(claim, item, known)
            or self._of_other(claim, item, known)
            or ("施受颠倒" if _turned(claims.text, item.compact) else "")
        )

    def _wider(self, claims: Claims, known: Known) -> bool:
        """Whether a word that narrows the printed figure (入境过夜游客) is left out and was never said."""
        if known.fact is None:
            return False
        said = claims.text + self._given
        words = _NARROWING.findall(compact(known.fact.indicator))
        return any(word not in said and _SAME.get(word, word) not in said for word in words)

    def _of_other(self, claim: Claim, item: Item, known: Known) -> str:
        """A rank in another row, or the opposite of what is told."""
        told = said_of_figure(claim.before, claim.after, drops(item))
        lying = align(told, known, item, self.rivals(item, known))
        ranked = known.figure.base_unit == RANK and lying.foreign == "位次"
        return "是另一项的数" if ranked or lying.core or opposed(told, subject(known, item)) else ""

    def _strange(
        self, at: int, claims: Claims, said: Said, item: Item, known: Known, before: Printed | None
    ) -> str:
        """Why the words of the claim are not those of the printed figure; ``""`` where they are."""
        claim = claims.figures[at]
        if word_for_word(claim, claims, item, known):
            return ""
        last = before.item.known[before.at] if before else None
        rivals = self.rivals(item, known)
        doubted = self._objects(claim, claims, item, known, rivals)
        entailed = self.judge.entails(said, at, claim, known, rivals, last, doubted=doubted)
        return "" if entailed else "是另一项的数"

    def _objects(
        self, claim: Claim, claims: Claims, item: Item, known: Known, rivals: Sequence[Known]
    ) -> bool:
        """Whether some word of the claim is told of another figure rather than of this one."""
        written = claims.text[claim.figure.start : claim.figure.end]
        chosen = self._asked if any(f.startswith(written) for f in self._chosen) else ""
        told = said_of_figure(claim.before, claim.after, drops(item))
        lying = align(told, known, item, rivals)
        if lying.foreign or follows_otherwise(claim.after, known, item):
            return True
        if known.fact and narrowed(
            told, compact(known.fact.indicator), claims.text, self._given, drops(item)
        ):
            return True
        return not lying.aligned and bool(indicator(claim, item, known, rivals, chosen))

    @property
    def _given(self) -> str:
        return self._asked + self.judge.before

    def rivals(self, item: Item, known: Known) -> list[Known]:
        """Figures of other sentences of which the same could be said: one place, year, nature, unit."""
        fact = known.fact
        if fact is None:
            return []
        return [
            k
            for other in self._material.items
            if other is not item and other.place == item.place
            for k in other.known
            if k.fact
            and k.figure.base_unit == known.figure.base_unit
            and k.figure.normal != known.figure.normal
            and (k.fact.year, k.fact.nature, k.fact.measure) == (fact.year, fact.nature, fact.measure)
        ]

    def _year_fits(self, claim: Claim, claims: Claims, item: Item, known: Known) -> bool:
        fact, year = known.fact, item.report_year
        own: Collection[int] = (
            {fact.year} if fact and fact.year else item.years or ({year, year - 1} if year else set())
        )
        period = fact.period if fact else ""
        if known.figure.base_unit == "年":
            # 历时10年, 再延长30年: a length of time is of the report's own time.
            own = item.years or ({year, year - 1} if year else set())
        if _FROM.search(claim.before) and _FROM.search(known.before):
            # 从1352万千瓦增加到…: where a change starts from is of no year that is said, but of its own.
            started = _STARTED.search(claim.before)
            return not started or not fact or not fact.year or int(started[1]) in {fact.year, *item.years}
        if _FROM.search(known.before) and not _EARLIER.search(claim.before):
            # 由上年729万人增加到732万人: the first is the figure of now for nobody who does not say when.
            named = _YEARED.search(known.before)
            if not named or not any(int(named[1]) in span for span in claim.years):
                return False
        spans = [absolute(span, year) for span in claim.years]
        of_time = bool(_PERIOD.search(claims.text) or _PERIOD.search(self._asked))
        if any(covers(span, own, period, item, period_said=of_time) for span in spans):
            return True
        if claims.years and spans:
            return False
        # Nothing is said here: the year is the one asked for, or a plan's own.
        if fact and fact.nature in ("目标", "计划") and _TARGET.search(claims.text):
            return True
        slots = self._slots
        if slots.years:
            return any(y in own for y in slots.years)
        if slots.span:
            return any(slots.span[0] <= y <= slots.span[1] for y in own)
        return not spans


def is_printed(claim: Claim, claims: Claims, item: Item, known: Known) -> bool:
    """Whether the known figure is the one that is claimed, whatever is said of it."""
    return (same(claim, known) or exceeds(claim, known)) and not _other_parts(claim, claims, item, known)


def _turned(said: str, told: str) -> bool:
    """Whether what a place does is told as done for it: 向乙市投入 for 乙市投入."""
    return any(m[1] in told and m.group() not in told for m in _GIVEN_TO.finditer(said))


def _other_parts(claim: Claim, claims: Claims, item: Item, known: Known) -> bool:
    """Whether two ratios (8.3∶41.4∶50.3) differ in more than their first number."""
    if claim.figure.base_unit != RATIO:
        return False
    one = _PART.findall(claims.text[claim.figure.start : claim.figure.core_end])
    return one != _PART.findall(item.compact[known.figure.start : known.figure.core_end])
