"""Checks an LLM's answer sentence by sentence against the evidence that it was given.

A sentence stands when every figure in it is printed in an evidence sentence for the same place,
year, indicator and direction, every quoted run stands in the evidence, and its words come from
there. Otherwise it is withdrawn, and the report's own words take its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reports.patterns import regex

from ..questions.places import PlaceIndex
from ..questions.slots import Slots
from .assertions import unfounded
from .borne_out import borne_out
from .checked import Checked
from .claims import MARK, Carried, Claim, Claims, read_claims
from .comparing import uncompared
from .details import NOTHING, others
from .entailing import said_of
from .faults import is_of, speaks_of_plans
from .likeness import NO_WORDS, content, share
from .material import Item, Known, Material, compact
from .quoting import inert, names_of, without
from .reckoning import Reckoned, reckoned
from .sites import partial
from .sums import Sums
from .support import Printed, Support
from .telling import clauses_of
from .told_figures import Term

_PREFIX = regex(r"\s*(?:[-*•·]\s+|\d{1,2}[.、)）](?!\d)\s*|[（(]\d{1,2}[)）]\s*|[|])?\s*")
_END = regex(r"[\s。！？!?；;|]*$")
_LEAK = 14
ENOUGH_WORDS = 0.34
_REMEMBERED = 8
"""Figures of earlier sentences that a later one may reckon with."""


class Checker:
    """Checks the sentences of one answer, in order; what one says of place and year carries over."""

    def __init__(
        self,
        material: Material,
        slots: Slots,
        places: PlaceIndex,
        *,
        asked: str,
        rules: str = "",
    ) -> None:
        self._items = {i.number: i for i in material.items}
        self._material, self._slots, self._asked = material, slots, compact(asked)
        self._rules = compact(rules)
        self._names = names_of(places, material, slots)
        # Where an answer names no place, it speaks of those that were asked for.
        self._carried = Carried(places=slots.places)
        self._own = list(material.own)
        self._used: set[int] = set()
        self._before: Printed | None = None
        self._told = "\n".join((*(i.compact for i in material.items), self._asked))
        self._all = "\n".join(i.around for i in material.items)
        self._support = Support(material, slots, self._asked)
        self._support.judge.prepare()
        self.derived: set[str] = set()
        """Figures that stand as a printed one in another unit, or rounded."""
        self._sums = Sums(material.sums, self._names)
        self._terms_told: list[Term] = []

    def knows(self, number: int) -> bool:
        """Whether there is evidence of that number."""
        return number in self._items

    def check(self, sentence: str) -> Checked:
        """The sentence as it may be shown."""
        prefix = _PREFIX.match(sentence)
        head = prefix.group() if prefix else ""
        body = sentence[len(head) :]
        ending = _END.search(body)
        tail = body[ending.start() :] if ending else ""
        core = body[: len(body) - len(tail)]
        marks = list(dict.fromkeys(n for n in map(int, MARK.findall(body)) if n in self._items))
        core = MARK.sub(lambda m: m.group() if int(m[1]) in self._items else "", core)
        tail = MARK.sub(lambda m: m.group() if int(m[1]) in self._items else "", tail)
        if not NO_WORDS.sub("", MARK.sub("", core)) and not re.search(r"\d", MARK.sub("", core)):
            return Checked(sentence if not marks else head + core + tail)
        plain, shown_sums = self._sums.without(core)
        claims = read_claims(plain, self._names, self._carried, self._told)
        reason, needed, added = self._judge(claims, marks)
        if reason:
            return self._replaced(head, tail, claims, marks, reason)
        self._remember(claims)
        kept = [n for n in marks if n in needed or not needed or self._speaks(claims, self._items[n])]
        for n in set(marks) - set(kept):
            core, tail = core.replace(f"[{n}]", ""), tail.replace(f"[{n}]", "")
        extra = "".join(f"[{n}]" for n in needed if n not in kept)
        sums = "".join(f"（{s}）" for s in added if s not in shown_sums)
        self._used |= {*kept, *needed}
        return Checked(head + core + sums + extra + tail, empty=bool(NOTHING.search(claims.text)))

    # -- judging ---------------------------------------------------------------------------

    def _judge(self, claims: Claims, marks: list[int]) -> tuple[str, list[int], list[str]]:
        """(why it falls or "", evidence numbers that it needs, sums that it uses)."""
        if self._leaks(claims.text):
            return "透露提示词", [], []
        marked = [self._items[n] for n in marks]
        order = marked + [i for i in self._material.items if i not in marked]
        needed: list[int] = []
        sums: list[str] = []
        before = self._before
        said = said_of(claims)
        terms = list(self._terms_told)
        found: dict[int, Printed] = {}
        stated = claims  # less the words of reckonings that hold
        for at, claim in enumerate(claims.figures):
            ahead = found.get(said.partners[at], before)
            printed, why = self._support.find(at, claims, said, order, ahead)
            before = printed or before
            if printed is None:
                used = self._sums.find(claim, claims)
                if used is None and (own := self._reckoned(claim, claims, terms, order)):
                    sums.append(own.shown)
                    needed.extend(n for n in own.items if n not in needed)
                    self.derived.update(re.findall(r"\d+(?:\.\d+)?", own.shown))
                    stated = without(stated, own.start, claim.figure.start)
                    continue
                if used is None:
                    return (
                        why or f"数字 {claims.text[claim.figure.start : claim.figure.end]} 没有依据",
                        [],
                        [],
                    )
                sums.append(used)
                needed.extend(n for n in self._terms(used, order) if n not in needed)
                continue
            if printed.item.number not in needed:
                needed.append(printed.item.number)
            found[at] = printed
            known = printed.item.known[printed.at]
            terms.append(
                Term(printed.item, known, claim.before, claim.places, claim.years, at, claim.figure.start)
            )
            one, other = claim.figure, printed.item.known[printed.at].figure
            if one.value != other.value or not (one.unit and other.unit):
                written = claims.text[claim.figure.start : claim.figure.end]
                self.derived.update(re.findall(r"\d+(?:\.\d+)?", written.replace(",", "")))
        compared, wrong = borne_out(claims, terms)
        if wrong:
            return "与数字的大小不符", [], []
        for start, end in compared:
            stated = without(stated, start, end)
        sources = [self._items[n] for n in needed] or marked or order
        likest = self._grounds(claims, sources if claims.figures else marked)
        grounds = sources if claims.figures else likest
        if why := others(claims, sources, order, needed, self._asked, grounds):
            return why, [], []
        if why := uncompared(stated, sources, order, self._asked):
            return why, [], []
        if not claims.figures and not needed and (why := self._wording(claims, marked, needed)):
            return why, [], []
        if not NOTHING.search(claims.text) and self._untold(stated, order):
            return "与报告内容不符", [], []
        if not NOTHING.search(claims.text) and (
            why := unfounded(stated, grounds, order, self._asked, likest)
        ):
            return why, [], []
        self._before = before
        self._terms_told = [replace(term, index=-1, start=-1) for term in terms[-_REMEMBERED:]]
        return "", needed, sums

    def _reckoned(
        self, claim: Claim, claims: Claims, terms: Sequence[Term], order: Sequence[Item]
    ) -> Reckoned | None:
        """The reckoning that the figure is the right result of, where its terms are told or can be found."""
        places = claim.places if len(claim.places) == 1 else self._carried.places
        aimed = claims.aimed or speaks_of_plans(claims.text)

        def prove(text: str) -> tuple[Item, Known] | None:
            told = read_claims(text, self._names, Carried(places, claim.years, aimed), self._told)
            if len(told.figures) != 1:
                return None
            printed, _ = self._support.find(0, told, said_of(told), order)
            return (printed.item, printed.item.known[printed.at]) if printed else None

        return reckoned(claim, claims, terms, order, prove)

    def _grounds(self, claims: Claims, marked: Sequence[Item]) -> list[Item]:
        """The evidence of a sentence without figures: what it cites, and the likest for each clause."""
        parts = [part for part in re.split(r"[,;，；]", claims.text) if len(part) >= 4]
        best = [
            max(self._material.items, key=lambda i: share(part, i.around), default=None) for part in parts
        ]
        return list({i.number: i for i in (*marked, *best) if i is not None}.values())

    def _untold(self, claims: Claims, order: Sequence[Item]) -> str:
        """The clause without a figure that no sentence of the evidence tells, or ``""``."""
        places = [t.place for t in claims.places]
        items = [i for i in order if all(is_of(place, i, None) for place in places)] or order
        judge = self._support.judge
        given = claims.text + self._asked + judge.before
        if left_out := partial(claims.text, [c.figure.start for c in claims.figures], items, given):
            return left_out
        for told in clauses_of(claims):
            if claims.text.endswith(f"{told.text}:") and not claims.figures:
                # It announces what follows, whose words are checked there.
                continue
            if not judge.tells(told, items):
                return told.text
        return ""

    def _terms(self, terms: str, order: Sequence[Item]) -> list[int]:
        """The evidence that prints the terms of a computed sum; those that its lines cite come first."""
        cited = set(map(int, MARK.findall("\n".join(self._material.own))))
        ranked = sorted(order, key=lambda i: i.number not in cited)
        values = [float(v) for v in re.findall(r"[\d.]+", terms.split("＝")[0])]
        found = (
            next((i.number for i in ranked if any(k.figure.value == value for k in i.known)), None)
            for value in values
        )
        return [n for n in dict.fromkeys(found) if n is not None]

    def _leaks(self, text: str) -> bool:
        return any(text[i : i + _LEAK] in self._rules for i in range(0, max(0, len(text) - _LEAK + 1)))

    def _wording(self, claims: Claims, marked: Sequence[Item], needed: list[int]) -> str:
        """A sentence without figures: its words must come from the evidence, whose mark it gets."""
        if NOTHING.search(claims.text):
            return ""
        words = content(claims)
        if len(words) < 4:
            return ""
        if claims.text.endswith(":") and share(words, self._all + self._asked) >= ENOUGH_WORDS:
            # It announces what follows, which brings its own marks.
            return ""
        best = max(self._material.items, key=lambda i: share(words, i.around), default=None)
        if any(share(words, i.around) >= ENOUGH_WORDS for i in marked):
            return ""
        if best is not None and share(words, best.around) >= (0.5 if marked else ENOUGH_WORDS):
            needed.append(best.number)
            return ""
        # A summing-up speaks of several sentences at once.
        if share(words, self._all) >= 0.6:
            return ""
        return "与报告内容不符"

    def _speaks(self, claims: Claims, item: Item) -> bool:
        return share(content(claims), item.around) >= 0.3

    # -- what follows ----------------------------------------------------------------------

    def _remember(self, claims: Claims) -> None:
        places, years = tuple(t.place for t in claims.places), tuple(t.years for t in claims.years if t.years)
        # A heading or a sentence that speaks of plans holds until one says what was done.
        aimed = speaks_of_plans(claims.text) or (claims.aimed and "完成" not in claims.text)
        self._support.judge.remember(claims.text)
        self._carried = Carried(places or self._carried.places, years or self._carried.years, aimed)

    def _replaced(self, head: str, tail: str, claims: Claims, marks: Sequence[int], reason: str) -> Checked:
        """The report's own words in place of a sentence that does not hold."""
        ending = "\n" if "\n" in tail else ""
        own = "\n".join(self._own)
        own_marks = set(map(int, MARK.findall(own)))
        self._own.clear()
        if own and not own_marks <= self._used:
            self._used |= own_marks
            return Checked(f"{head}{own}{ending}", reason)
        item = self._nearest(claims, marks)
        if item is None:
            return Checked("", reason)
        self._used.add(item.number)
        year = f"{item.report_year}年" if item.report_year else ""
        return Checked(
            f"{head}{item.place}{year}报告原文：“{inert(item.text)}”[{item.number}]{ending}", reason
        )

    def _nearest(self, claims: Claims, marks: Sequence[int]) -> Item | None:
        """The evidence for what the sentence speaks of, of the place and time asked for."""
        words = content(claims)
        slots = self._slots

        def fits(item: Item) -> bool:
            at_place = not slots.places or item.place in slots.places
            years = {f.year for f in item.facts} | item.years
            return at_place and (not slots.years or not years or bool(years & set(slots.years)))

        choice = [i for i in self._material.items if fits(i) and i.number not in self._used]
        best = max(choice, key=lambda i: share(words, i.around) + 0.1 * (i.number in marks), default=None)
        return best if best and share(words, best.around) >= 0.2 else None
