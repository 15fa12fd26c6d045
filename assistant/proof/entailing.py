"""Whether a printed figure is what a claim says: judged by how the claim's words fall on the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reports.indicators import find_names
from reports.patterns import regex

from ..evidence.fits import counted_as
from .aligning import ACTS, subject
from .claims import Claim, Claims
from .covering import GAP, Ground, Zone, bare, essential, lead, letters, limits_in, pieces, runs, usual
from .distributed import lent, partner, row_of
from .material import Item, Known
from .overlaps import headed, replaced, skipped_in

_MANY = 8
_NARROW = 3
"""Characters ahead of a thing that narrow it to a part."""
# 在教育上新建幼儿园3所: what it is about, not what is counted.
_ABOUT = regex(r"(?<![一-鿿])在[一-鿿]{2,4}(?:上|方面)(?=[新改建完实投])")
_OF_IT = regex("的[^,;。、]*")
_WHOLE = regex("^(?:全[省市县区州旗盟国]|我[省市县区州旗盟国])")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence in pieces; ``near`` is what it says beside each figure, or what that leans on.

    ``partners``: the figure that one of a row goes by (2亿、3亿元，分别增长4%、5%), -1 where there is none.
    """

    whole: Zone
    near: list[str]
    far: list[str]
    leans: list[bool]
    placed: bool
    partners: list[int]


def said_of(claims: Claims) -> Said:
    """A sentence of an answer in pieces, its places left out."""
    text = claims.text
    for token in claims.places:
        text = text[: token.start] + " " * (token.end - token.start) + text[token.end :]
    text = _ABOUT.sub(lambda m: " " * len(m.group()), text)
    found = pieces(text, [(c.figure.start, c.figure.end) for c in claims.figures])
    near: list[str] = []
    far: list[str] = []
    leans: list[bool] = []
    ends = [0, *(c.figure.end for c in claims.figures)]
    between = [claims.text[end : c.figure.start] for end, c in zip(ends, claims.figures, strict=False)]
    partners = [partner(between, at) for at in range(len(between))]
    for at, claim in enumerate(claims.figures):
        beside = [p.words for p in found if at in p.figures]
        if not claims.text[: claim.figure.start].endswith(claim.before):
            last = row_of(between, at)[1]
            beside = [essential(lent(claim.before, claims.figures[last].before)), essential(claim.after)]
        words, ahead = GAP.join(beside), GAP.join(lead(found, at))
        if bare(words) and not bare(ahead):
            # 一般公共预算收入：增长6.5%
            words, ahead = GAP.join((ahead, words)), ""
        leans.append(bare(words) or partners[at] >= 0)
        if partners[at] >= 0:
            words = GAP.join((near[partners[at]], "".join(beside)))
        elif at and leans[-1]:
            words = GAP.join((near[-1], words))
        near.append(words)
        far.append(ahead)
    return Said(Zone(p.words for p in found), near, far, leans, bool(claims.places), partners)


@dataclass(frozen=True, slots=True)
class Context:
    """What an answer may lean on: the question, its earlier sentences, all other evidence."""

    asked: Zone
    before: Zone
    everywhere: Zone


def marks_of(
    said: Said,
    at: int,
    claim: Claim,
    ground: Ground,
    index: int,
    rivals: Sequence[Zone],
    context: Context,
    last: tuple[Ground, int] | None,
) -> dict[str, float]:
    """What is judged by, each mark by its name, for claim ``at`` as the ``index``-th figure of ``ground``.

    ``rivals`` are the words of figures in other sentences of which the same could be said; ``last``
    is where the figure told before is printed.
    """
    item, known = ground.item, ground.item.known[index]
    near = said.near[at]
    far = said.far[at]
    own, above = ground.with_tail(index, near), ground.above(index)
    free, others = ground.free, ground.others(index)
    total = max(1, letters(near))

    def covered(words: str, *zones: Zone) -> list[bool]:
        return [any(hit) for hit in zip(*(z.mask(words) for z in zones), strict=True)]

    def left(words: str, *zones: Zone) -> list[str]:
        return runs(covered(words, *zones), words)

    def size(found: list[str]) -> int:
        return sum(map(len, found))

    not_own = left(near, own)
    not_above = left(near, own, above)
    not_free = left(near, own, above, free)
    not_item = left(near, own, above, free, others)
    not_heads = left(near, own, above, free, others, ground.heads)
    not_asked = left(near, own, above, free, others, ground.heads, context.asked)
    nowhere = left(near, own, above, free, others, ground.heads, context.asked, context.everywhere)
    foreign = size(not_free) - size(not_item)
    foreign_unasked = size(left(near, own, above, free, context.asked)) - size(
        left(near, own, above, free, context.asked, others)
    )
    far_left = left(far, own, above, free, ground.heads, context.asked, context.before)
    far_nowhere = left(far, ground.whole, ground.heads, context.asked, context.everywhere)
    # The other way round: what the report says beside the figure, and the sentence leaves out.
    beside = GAP.join(ground.beside(index))
    if bare(beside):
        beside = GAP.join((beside, above.text.replace("\n", GAP)))
    dropped = runs(said.whole.mask(beside), beside)
    context_dropped = left(beside, said.whole, context.asked, context.before)
    longest_dropped = max(context_dropped, key=len, default="")
    first = _WHOLE.sub("", beside.lstrip("　")).lstrip("　")[:2]
    ends = beside.rstrip("　")[-2:]
    here = [k for i, k in enumerate(item.known) if i != index]
    like = [
        i
        for i, k in enumerate(item.known)
        if i != index
        and counted_as(k.figure.base_unit) == counted_as(known.figure.base_unit)
        and k.figure.normal != known.figure.normal
    ]
    mine = own.share(near)
    ahead = Zone([*lead(ground.pieces, index), own.text, above.text])
    far_foreign = left(far, ahead, ground.heads, context.asked)
    far_foreign_left = size(far_foreign) - size(left(far, ahead, ground.heads, context.asked, ground.whole))
    narrowed = said.placed and "等" not in beside and _narrows(beside, said.whole)
    best = max((ground.own(i).share(near) for i in like), default=0.0)
    elsewhere = max((z.share(near) for z in rivals), default=0.0)
    tail, start = near.rstrip("　")[-2:], near.lstrip("　")[:2]
    if last is not None and last[0] is not ground:
        # What the sentence leans on may be printed here, too.
        twin = _twin(last[0].item.known[last[1]], item, index)
        last = (ground, twin) if twin >= 0 else last
    skipped = 0
    named = subject(known, item)
    if last is not None and last[0] is ground and said.leans[at] and named is not known:
        # Of 2亿元、3亿元，分别增长4%、5% the 4% goes by 2亿元 alone.
        lean = item.known[last[1]]
        skipped = 0 if lean is named or subject(lean, item) is named else 3
    elif (
        last is not None
        and last[0] is ground
        and said.leans[at]
        and not _kin(item, item.known[last[1]], known)
    ):
        # 项目23个、总投资5亿元: what leans on a figure is the next of its kind, not one further on.
        between = item.known[last[1] + 1 : index]
        skipped = sum(k.figure.base_unit == known.figure.base_unit for k in between) if index > last[1] else 3
        if index + 1 == last[1] and _OF_IT.fullmatch(
            item.compact[known.figure.end : item.known[last[1]].figure.start]
        ):
            # 总投资5亿元的重点项目23个
            skipped = 0
    fact = known.fact
    names = {m.name for m in find_names(near)}
    other = bool(fact and fact.name and names and fact.name not in names)
    return {
        "letters": min(letters(near), 14),
        "headed": min(headed(covered(near, own, above), near), 6),
        "left_in": min(skipped_in(near, beside, said.whole), 6),
        "replaced": min(replaced(near, beside), 4),
        "leans": said.leans[at],
        "asked_dropped": min(size(dropped) - size(context_dropped), 8) if said.placed else 0,
        "limits": sum(map(limits_in, not_own)),
        "context_limits": sum(map(limits_in, context_dropped)),
        "own": size(not_above) / total,
        "own_left": min(size(not_own), _MANY),
        "own_run": min(max(map(len, not_own), default=0), _MANY),
        "free_left": min(size(not_free), _MANY),
        "above_helps": size(not_own) - size(not_above),
        "free_helps": size(not_above) - size(not_free),
        "foreign": min(foreign, _MANY),
        "foreign_unasked": min(foreign_unasked, _MANY),
        "item_left": min(size(not_item), _MANY),
        "heads_help": min(size(not_item) - size(not_heads), _MANY),
        "asked_helps": min(size(not_heads) - size(not_asked), _MANY),
        "strange": min(size(not_asked), _MANY),
        "strange_run": min(max(map(len, not_asked), default=0), _MANY),
        "nowhere": min(size(nowhere), _MANY),
        "usual": any(usual(run) for run in not_asked),
        "tail_own": bool(tail) and all(own.mask(tail)),
        "start_own": bool(start) and all(own.mask(start)),
        "joints": min(own.joints(near), 4),
        "far_left": min(size(far_left), _MANY),
        "far_nowhere": min(size(far_nowhere), _MANY),
        "dropped": min(size(dropped), 12),
        "context_dropped": min(size(context_dropped), 12),
        "dropped_run": min(len(longest_dropped), _MANY),
        "dropped_usual": usual(longest_dropped),
        "first_dropped": bool(first) and not any(said.whole.mask(first)),
        "ends_dropped": bool(ends) and not any(said.whole.mask(ends)),
        "beside": min(letters(beside), 20),
        "margin": mine - best,
        "better": best >= 1 > mine,
        "rivals": mine - elsewhere,
        "like": min(len(like), 6),
        "figures": min(len(here), 10),
        "skipped": min(skipped, 3),
        "moved": last is not None and last[0] is not ground and said.leans[at],
        "narrowed": narrowed,
        "mixed": min(ground.mixed(near), 6),
        "far_foreign": min(far_foreign_left, 6),
        "other_name": other,
        "same_name": bool(fact and fact.name in names),
        "fact": fact is not None,
        "named": bool(fact and fact.name),
        "same_unit": claim.figure.base_unit == known.figure.base_unit,
        "same_value": claim.figure.value == known.figure.value,
        "asked_of": context.asked.share(near),
    }


def _narrows(beside: str, whole: Zone) -> bool:
    """Whether what the report says ahead of a thing to narrow it (新能源汽车) is left out: acts aside."""
    told = _WHOLE.sub("", ACTS.sub(GAP, beside).lstrip(GAP)).lstrip(GAP)
    found = whole.mask(told)
    size = next((i for i, hit in enumerate(found) if hit), len(found))
    return size < len(found) and letters(told[:size].split(GAP)[-1]) >= _NARROW and told[size] != GAP


def _twin(known: Known, item: Item, index: int) -> int:
    """Where ahead of a figure the same amount is printed as elsewhere; -1 where it is not."""
    same = [
        i
        for i, k in enumerate(item.known[:index])
        if (k.figure.normal, k.figure.base_unit) == (known.figure.normal, known.figure.base_unit)
    ]
    return same[-1] if same else -1


def _kin(item: Item, one: Known, other: Known) -> bool:
    """Whether two figures are of one thing: an amount and its growth, wherever the growth stands."""
    if subject(one, item) is other or subject(other, item) is one:
        return True
    same = one.fact and other.fact and one.fact.indicator == other.fact.indicator
    return bool(same) and subject(one, item) is one and subject(other, item) is other


def context_of(asked: str, before: str, everywhere: Zone) -> Context:
    """``asked`` and ``before`` compact, ``everywhere`` the essential texts of all evidence."""
    return Context(Zone([essential(asked)]), Zone([essential(before)]), everywhere)
