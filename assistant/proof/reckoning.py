"""Differences, sums, shares and multiples that an answer reckons itself, recomputed from printed figures.

Both terms must be named: told as figures of the answer that have been found printed, or by words under
which the check finds them. Only then is the result the report's; the reckoning is shown beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice, product

from reports.numerals import chinese_value
from reports.patterns import regex

from ..evidence.fits import counted_as
from .aligning import own, pairs, subject
from .claims import Claim, Claims
from .distributed import lent
from .material import Item, Known
from .told_figures import Term, alike, amount, equals, labels, pieces_of, plain, rounds, written

_SIGN = r"(?P<word>高出?|(?<!降)低|(?<!增)多出?|(?<!减)少|快|慢|(?<!扩)大|小)了?"
_MORE = regex(rf"(?P<one>[^;。]*?)(?:，|,)?比(?P<other>[^,;。]{{1,30}}?)(?:更|又|还|要)?{_SIGN}(?:约|大约)?$")
_ONE_MORE = regex(rf"(?P<one>[^,;。]+?)(?:更|要)?(?<!提)(?<!升)(?<!加){_SIGN}$")
_APART = regex(
    r"(?:(?P<one>[^,;。]+?)[和与跟同](?P<other>[^,;。]+?))?(?:之间)?(?:的)?(?:两者|二者)?(?:相差|差距|差额|之差|差了)[为是约达到]*$"
)
_SUM = regex(
    r"(?P<one>[^,;。]*?)(?:[两二三四五六][者类项个]|全部)?(?:合计|共计|总共|一共|加起来|加在一起|合起来|之和)"
    r"(?:共|达到?|有|为|约|是|新增|建成|完成|投放)*$"
)
_SHARE = regex(
    r"(?P<one>[^;。]*?)(?:大?约|近)?占(?:到|了)?(?P<other>[^,;。]*?)的?(?:比重|比例|份额)?(?:为|是|达到?|大?约|近)*$"
)
_TIMES = regex(r"(?P<one>[^;。]*?)(?:大?约|近)?(?:是|为|相当于)(?P<other>[^,;。]+?)的(?:大?约|近)*$")
_ALL = regex("[两二三四五六七八九十](?:[个类项者种家]|大类)")
_THESE = regex("^(?:这|上述|以上|[两二三四五六七八九十](?:者|项|类))")
_UNSAID = regex("增速|增幅|涨幅|目标")
_AND = regex(r"、|以及|[和与及]")
_WHOLE = regex("总数|总量|总额|累计|共有|现有|拥有|达到?$")
_LESS = frozenset("低少慢小")
_FEW, _MANY = 12, 2000
"""Printed figures that are tried under one name, and groups of them."""

Prove = Callable[[str], "tuple[Item, Known] | None"]


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A reckoning that holds, as it is shown (9.8−9.5＝0.3), and the evidence numbers of its terms.

    ``start`` is where the words that state it begin in the compact sentence: all of them are accounted for.
    """

    shown: str
    items: tuple[int, ...]
    start: int = 0


def reckoned(
    claim: Claim, claims: Claims, told: Sequence[Term], items: Sequence[Item], prove: Prove
) -> Reckoned | None:
    """The reckoning whose result the claim is; None where there is none or it is wrong.

    ``told`` are the figures that the answer has told before, those of this sentence last; ``prove``
    checks a made-up sentence with one figure and returns where that is printed.
    """
    ahead = claims.text[: claim.figure.start]
    for pattern, finder in (
        (_MORE, _difference), (_APART, _difference), (_SUM, _sum), (_SHARE, _quotient), (_TIMES, _quotient),
        (_ONE_MORE, _difference),
    ):  # fmt: skip
        match = pattern.search(ahead)
        if match is None or ("倍" in claim.figure.unit) != (pattern is _TIMES):
            continue
        task = _Task(claim, claims, told, items, prove, ahead, match)
        if found := next(finder(task), None):
            return replace(found, start=task.start)
    return None


@dataclass(frozen=True, slots=True)
class _Task:
    claim: Claim
    claims: Claims
    told: Sequence[Term]
    items: Sequence[Item]
    prove: Prove
    ahead: str
    match: re.Match[str]

    def side(self, name: str) -> tuple[str, int, int]:
        """A side's words with its place in the sentence; of several clauses the last that says something."""
        text = self.match.groupdict().get(name) or ""
        start = self.match.start(name) if text else -1
        for part in reversed(list(re.finditer(r"[^,;。:]+", text))):
            if re.search(r"\w", part.group()):
                return part.group(), start + part.start(), start + part.end()
        return "", -1, -1

    @property
    def start(self) -> int:
        """Where the last clause of the match begins."""
        return max(self.match.start(), *(self.ahead.rfind(mark) + 1 for mark in ",;。:"))

    def inside(self, span: tuple[int, int]) -> list[Term]:
        """The told figures that stand in a part of the sentence."""
        return [t for t in self.told if t.index >= 0 and span[0] <= t.start < span[1]]

    def named(self, words: str, tails: Sequence[str] = ()) -> list[Term]:
        """The printed figures that the words may name, likest first: whether they do is not proved yet."""
        asked = pairs(_bare(words, self.claims))
        if not asked:
            return []
        found: list[tuple[int, int, Term]] = []
        for item in self.items:
            for known in item.known:
                named = subject(known, item)
                told = own(named).whole | pairs(named.before[-24:]) | pairs(known.after)
                if known.fact and 2 * len(asked & told) >= len(asked):
                    term = Term(item, known, words, (), (), tails=tuple(tails))
                    found.append((-len(asked & told), len(found), term))
        return [term for *_, term in sorted(found)[:_FEW]]

    def proved(self, terms: Sequence[Term]) -> bool:
        """Whether the check finds every term, told as a sentence of its own, where it is printed."""
        return all(t.tails is None or self._told(t) for t in terms)

    def _told(self, term: Term) -> bool:
        known, fact = term.known, term.known.fact
        verb = "增长" if fact and fact.measure == "增速" and known.figure.base_unit == "%" else ""
        figure = term.item.compact[known.figure.start : known.figure.end]
        for tail in (*(term.tails or ()), ""):
            printed = self.prove(f"{term.words}{tail}{verb}{figure}")
            if printed and printed[1].figure.normal == known.figure.normal:
                return True
        return False


def _bare(words: str, claims: Claims) -> str:
    for token in (*claims.places, *claims.years):
        words = words.replace(claims.text[token.start : token.end], "　")
    return re.sub(r"增速|增幅|涨幅|目标|的|方面|其中", "　", words)


def _difference(task: _Task) -> Iterator[Reckoned]:
    word = task.match.groupdict().get("word") or ""
    less = bool(word) and word[0] in _LESS
    one, other = task.side("one"), task.side("other")
    for a, b in islice(_operands(task, one, other, signed=bool(word)), _MANY):
        if not alike(a, b) or not _in_unit(task.claim, a):
            continue
        x, y = amount(a), amount(b)
        gap = y - x if less else x - y
        if not word:
            gap = abs(gap)
        if gap > 0 and equals(task.claim, gap) and task.proved((a, b)):
            high, low = (b, a) if x < y else (a, b)
            shown = f"{plain(high)}−{plain(low, high)}＝{written(task.claim)}"
            yield Reckoned(shown, (a.item.number, b.item.number))


def _operands(
    task: _Task, one: tuple[str, int, int], other: tuple[str, int, int], *, signed: bool
) -> Iterator[tuple[Term, Term]]:
    """Pairs of figures that the two sides name: figures in them, figures told, figures under their names."""
    first, second = task.inside(one[1:]), task.inside(other[1:])
    if len(first) == 1 and len(second) == 1:
        yield first[0], second[0]
        return
    told = [t for t in task.told if counted_as(t.known.figure.base_unit) == _unit_of(task.claim)]
    for a in told:
        for b in told:
            if a is not b and _names(one[0], other[0], a, b, signed=signed):
                yield a, b
    if one[0] and other[0] and not first and not second:
        tail = lent(_UNSAID.sub("", other[0]), _UNSAID.sub("", one[0]))
        yield from product(task.named(one[0]), task.named(other[0], [tail.removeprefix(other[0])]))


def _names(one: str, other: str, a: Term, b: Term, *, signed: bool) -> bool:
    """Whether the first side names the first figure rather than the second, and the other the second."""
    if not one and not other:
        return not signed
    mine, theirs = labels(a), labels(b)
    own_a, own_b = mine - theirs, theirs - mine

    def right(words: str, term: Term, own_: frozenset[str], foreign: frozenset[str]) -> bool:
        said = pieces_of(words)
        known = labels(term) | pieces_of(term.item.around)
        return bool(said & own_) and not said & foreign and said <= known

    return (not one or right(one, a, own_a, own_b)) and (not other or right(other, b, own_b, own_a))


def _sum(task: _Task) -> Iterator[Reckoned]:
    unit = _unit_of(task.claim)
    if unit in ("%", "百分点"):
        return
    last = max(task.ahead.rfind(mark) for mark in ";。")
    here = [t for t in task.told if t.index >= 0 and t.start > last]
    here = [t for t in here if counted_as(t.known.figure.base_unit) == unit]
    groups: Iterator[Sequence[Term]] = iter([here] if len(here) >= 2 else [])
    if not here:
        groups = _earlier(task, unit) if _THESE.search(task.side("one")[0]) else _parts(task)
    for terms in islice(groups, _MANY):
        ones = {id(t.known) for t in terms}
        if len(ones) == len(terms) and _apart(terms) and all(alike(terms[0], t) for t in terms[1:]):
            total = sum((amount(t) for t in terms), Decimal(0))
            if equals(task.claim, total) and task.proved(terms):
                shown = "＋".join(plain(t, terms[0]) for t in terms)
                yield Reckoned(
                    f"{shown}＝{written(task.claim, terms[0])}", tuple(t.item.number for t in terms)
                )


def _earlier(task: _Task, unit: str) -> Iterator[Sequence[Term]]:
    """The figures that were told last (这四类学校): as many as are said, else all of the unit."""
    said = re.search("[两二三四五六七八九十]", task.side("one")[0])
    count = int(chinese_value(said.group().replace("两", "二")) or 0) if said else 0
    told = [t for t in task.told if counted_as(t.known.figure.base_unit) == unit]
    if told and (not count or len(told) >= count):
        yield told[-count:] if count else told


def _apart(terms: Sequence[Term]) -> bool:
    """Whether no figure is a part of another: not what is new beside all there is, nor what 其中 opens."""
    whole = [bool(_WHOLE.search(t.known.before[-8:])) for t in terms]
    return len(set(whole)) == 1 and not any("其中" in t.known.before for t in terms)


def _parts(task: _Task) -> Iterator[Sequence[Term]]:
    """The figures under each name of a list (新签约、新开工和新竣工的项目): what ends it is of all."""
    parts = [p for p in _AND.split(_ALL.sub("", task.side("one")[0])) if p]
    if len(parts) < 2:
        return
    final = parts[-1]
    found = []
    for part in parts[:-1]:
        # 省级、市级乡村: first as if both were of one length, then whatever the last one ends on.
        tails = [final[len(part) :], *(final[-size:] for size in range(2, min(8, len(final))))]
        found.append(task.named(part, list(dict.fromkeys(tails))))
    yield from product(*found, task.named(final))


def _quotient(task: _Task) -> Iterator[Reckoned]:
    times = "倍" in task.claim.figure.unit
    if not times and task.claim.figure.base_unit != "%":
        return
    one, other = task.side("one"), task.side("other")
    uppers = task.inside(one[1:]) or (task.named(one[0]) if one[0] else [])
    lowers = task.inside(other[1:]) or (task.named(other[0]) if other[0] else [])
    for a, b in islice(product(uppers, lowers), _MANY):
        if a.known is b.known or not alike(a, b, of_part=True) or not amount(b):
            continue
        share = amount(a) / amount(b) * (1 if times else 100)
        if (times or share < 100) and rounds(task.claim, share) and task.proved((a, b)):
            sign = "" if times else "%"
            shown = f"{plain(a)}÷{plain(b, a)}≈{written(task.claim)}{sign}"
            yield Reckoned(shown, (a.item.number, b.item.number))


# -- amounts -----------------------------------------------------------------------------------


def _unit_of(claim: Claim) -> str:
    unit = counted_as(claim.figure.base_unit)
    return "%" if unit == "百分点" else unit


def _in_unit(claim: Claim, term: Term) -> bool:
    """Whether a difference of such figures is told in this unit: of % it is 百分点."""
    unit = counted_as(term.known.figure.base_unit)
    said = counted_as(claim.figure.base_unit)
    return said == "百分点" if unit in ("%", "百分点") else said == unit
