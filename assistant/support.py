"""Finds the evidence that prints a claimed figure for the same place, year, indicator and direction."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reports.figures import RATIO

from .aligning import align, drops, follows_otherwise, own, pairs, said, subject
from .claims import Claim, Claims
from .faults import (
    absolute,
    bound,
    covers,
    direction,
    exceeds,
    is_of,
    kind,
    nature,
    same,
    scope,
    speaks_of_plans,
    stage,
)
from .likeness import bare, share
from .material import Item, Known, Material, compact
from .sites import elsewhere, narrowed
from .slots import Slots
from .subjects import indicator, leans, unqualified, word_for_word

_TARGET = re.compile(r"目标|计划|预期|力争|争取|拟|将|要|安排|确保|打算|预计|以上|新的一年|今年")
_FROM = re.compile(r"[从由](?:上年|去年|(?:19|20)\d\d年|[^,;。]{0,12}的)?$")
_PART = re.compile(r"\d+(?:\.\d+)?")
_YEARED = re.compile(r"[从由自]((?:19|20)\d\d)年[^,;。]{0,3}$")
_EARLIER = re.compile(r"[从由]|上年|去年|此前|原来|原先|之前|前一年|初")
_STARTED = re.compile(r"[从由自]((?:19|20)\d\d)年")
_PERIOD = re.compile(
    r"年均|年以来|[一二三四五两](?:年来?|个年)|(?<!\d)\d年来|时期|期间|累计|十[一二三四五]五|任期|届|末|底"
)
_FIGURE = re.compile(r"\d[\d.]*[^\d，。；、,;(\[\n]{0,6}")


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
        self.before = ""
        """What earlier sentences of the answer have said, compact."""
        self._chosen = {compact(f) for f in _FIGURE.findall(compact("\n".join(material.own)))}

    def find(
        self, claim: Claim, claims: Claims, order: Sequence[Item], before: Printed | None = None
    ) -> tuple[Printed | None, str]:
        """The first evidence that prints the figure for what the sentence says of it, or why none does.

        ``before`` is where the sentence's figure before this one is printed.
        """
        why = ""
        for item in order:
            for at, known in enumerate(item.known):
                if not (same(claim, known) or exceeds(claim, known)) or _other_parts(
                    claim, claims, item, known
                ):
                    continue
                fault = self._fault(claim, claims, item, known, before) or self._leaning(
                    claim, claims, item, at, before
                )
                if not fault:
                    return Printed(item, at), ""
                why = why or fault
        return None, why

    def _fault(
        self, claim: Claim, claims: Claims, item: Item, known: Known, before: Printed | None = None
    ) -> str:
        """Why this printed figure is not what the sentence claims; ``""`` where it is."""
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
        if why := nature(claim, claims, item, known, aimed=self._aimed or claims.aimed):
            return why
        if elsewhere(known, claims.text, drops(item)):
            return "是其中一部分的数"
        if word_for_word(claim, claims, item, known) or self._beside(claim, known, item, before):
            return ""
        written = claims.text[claim.figure.start : claim.figure.end]
        chosen = self._asked if any(f.startswith(written) for f in self._chosen) else ""
        told = said(claim.before, claim.after, drops(item))
        rivals = self._rivals(item, known)
        lying = align(told, known, item, rivals)
        if lying.foreign or follows_otherwise(claim.after, known, item):
            return "是另一项的数"
        narrow = known.fact and narrowed(
            told, compact(known.fact.indicator), claims.text, self._asked + self.before, drops(item)
        )
        if narrow:
            return "是其中一部分的数"
        aligned = lying.aligned or self._follows(told, known, item, before)
        return (
            direction(claim, claims, known)
            or bound(claim, known)
            or unqualified(claim, item, known, chosen)
            or scope(claim, item, known)
            or stage(claim, known)
            or kind(claim, item, known)
            or ("" if aligned else indicator(claim, item, known, rivals, chosen))
        )

    @staticmethod
    def _follows(words: str, known: Known, item: Item, before: Printed | None) -> bool:
        """Whether a figure of which nothing is said is the next one in the report, too: 5万吨，占比9%."""
        if pairs(words) or before is None or before.item is not item:
            return False
        follows = item.known[before.at + 1 :][:1] == (known,)
        return follows and pairs(known.before) <= own(item.known[before.at]).whole

    @staticmethod
    def _beside(claim: Claim, known: Known, item: Item, before: Printed | None) -> bool:
        """Whether both figures come bare right after the same one: 厂房1.59万平方米，120天封顶."""
        if before is None or before.item is not item or len(bare(claim.before)) or len(bare(known.before)):
            return False
        return before.at + 1 < len(item.known) and item.known[before.at + 1] is known

    def _rivals(self, item: Item, known: Known) -> list[Known]:
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

    def _leaning(self, claim: Claim, claims: Claims, item: Item, at: int, before: Printed | None) -> str:
        """Words that name nothing (总投资, 增长) speak of the figure told before them, or of what was asked.

        After 新落地项目23个 theirs must be the next such figure in the report.
        """
        known = item.known[at]
        words = claim.before + claim.after
        if before is not None and before.item is item:
            last, named = item.known[before.at], subject(known, item)
            if last is named or subject(last, item) is named:
                return ""
            row = "分别" in claims.text[: claim.figure.start].rsplit(";", 1)[-1]
            if named is not known and not pairs(claim.before) and not row:
                return "是另一项的数"
            if named is known and last.fact and known.fact and last.fact.indicator == known.fact.indicator:
                return ""
        if before is not None:
            # 1300个片区、…: the noun of the figure before is no name of this one.
            words = words.removeprefix(before.item.known[before.at].after)
        for token in claims.places:
            words = words.replace(claims.text[token.start : token.end], "")
        if not leans(words) or "分别" in claims.text[: claim.figure.start].rsplit("；", 1)[-1]:
            return self._in_row(claim, item, at, before) if leans(words) else ""
        following = before and _next_leaning(before, known)
        if following:
            return "" if following.figure.normal == known.figure.normal else "是另一项的数"
        if before is not None and before.item is not item and at and leans(known.before):
            # 惠及8463户 of 20个小区 is not that of 186个.
            above, mine = item.known[at - 1].figure, before.item.known[before.at].figure
            if above.base_unit == mine.base_unit and above.normal != mine.normal:
                return "是另一项的数"
        return "" if self._is_asked(known, claims) else "没有说是什么的数"

    @staticmethod
    def _in_row(claim: Claim, item: Item, at: int, before: Printed | None) -> str:
        """分别为…、…和…: all of a row are printed in one sentence, in its order."""
        if before is None or not re.fullmatch(r"[、,和与及]|以及", claim.before):
            return ""
        return "" if before.item is item and before.at < at else "是另一项的数"

    def _is_asked(self, known: Known, claims: Claims) -> bool:
        fact = known.fact
        if fact is None or (fact.name and fact.name in self._slots.names):
            return True
        words = compact(fact.indicator)
        told = max(share(words, self._asked), share(words, claims.text))
        return told >= 0.5 or compact(fact.figure) in self._chosen


def _other_parts(claim: Claim, claims: Claims, item: Item, known: Known) -> bool:
    """Whether two ratios (8.3∶41.4∶50.3) differ in more than their first number."""
    if claim.figure.base_unit != RATIO:
        return False
    one = _PART.findall(claims.text[claim.figure.start : claim.figure.core_end])
    return one != _PART.findall(item.compact[known.figure.start : known.figure.core_end])


def _next_leaning(before: Printed, known: Known) -> Known | None:
    """The next figure after ``before`` that leans on it and is of the unit of ``known``."""
    row = before.item.known[before.at :]
    for above, one in pairwise(row):
        if one.figure.base_unit == known.figure.base_unit and leans(one.before.removeprefix(above.after)):
            return one
    return None
