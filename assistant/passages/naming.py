"""Which sentence names as many things as a question asks for: it lists them, or they follow it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.patterns import regex
from reports.text import plain

from ..evidence.pieces import Piece, piece_of
from ..questions.counted import announced_so, may_name, numerals, parts_asked
from ..questions.numerals import COUNTS
from ..questions.slots import Slots
from .enumerated import lists_beside, numbered
from .headings import ANNOUNCES
from .listing import listing_asked
from .parallel import announced_after, heads_of_each
from .quoted import asks_what_they_are, names_quoted, numbered_so
from .ranking import ENOUGH, Found
from .spoken import kind_names, tells_honour

_SEVERAL = 3
_TAIL = 10
_SPREAD = 12
_AS_MUCH = 0.95
_HEAD, _BESIDE = 40, 0.15
_HOWEVER_MANY = regex("哪(?:些|几[个家座所条]?)")
_KINDS_ASKED = regex(
    "哪(?:些|几[个家项])(?:重[点大]|具体)?(项目|工程|企业|公司|产品|品牌|园区|基地|活动)(?!方面)"
)
_NOUN = regex("哪[三四五六七八九十][个座大项类种条家](?P<noun>[一-鿿]{2})(?=[?？]?$)")
_WHICH_SO_MANY = regex("哪[三四五六七八九十]")
# 五年行动, 五届 count no things.
_NO_THING = "(?![年月届次级星号日天%％]|中全会|五规划)"


def listing_first(slots: Slots, found: Sequence[Found]) -> list[Found]:
    """Of the sentences that say as much as the best, one that lists as many as are asked for comes first."""
    count = parts_asked(slots.text)
    if found and listing_asked(slots):
        told = [f for f in found if lists_all(slots, f) and f.covered >= ENOUGH]
        if told:
            return [told[0], *(f for f in found if f is not told[0])]
    if (kind := _KINDS_ASKED.search(slots.text)) and found and len(plain(found[0].text)) <= _HEAD:
        # 抓好甲、乙等项目建设 names the projects, the head above it none
        row = re.compile(f"[^，。；]、[^，。；]*{kind[1]}")
        near = (
            f for f in found if f.covered >= found[0].covered * _AS_MUCH and f.evidence is found[0].evidence
        )
        first = next((f for f in near if row.search(plain(f.text))), found[0])
        return [first, *(f for f in found if f is not first)]
    announcing = announced_so(slots.text)
    if announcing and found and announcing.search(plain(found[0].text)):
        return list(found)  # 重点抓好五个方面: they follow
    if count < _SEVERAL or not found or not _WHICH_SO_MANY.search(slots.text):
        return list(found)
    alike = (f for f in found if f.covered >= found[0].covered * _AS_MUCH)
    first = next((f for f in alike if may_name(count, [f.text], plainly=True)), found[0])
    return [first, *(f for f in found if f is not first)]


def lists_all(slots: Slots, found: Found) -> bool:
    """Whether a sentence lists just as many things of their kind as a question asks for."""
    many = listing_asked(slots)
    return many is not None and many.told(plain(found.text))


def names_listed(slots: Slots, pieces: Sequence[Piece]) -> bool:
    """Whether quoted runs list the parts of the numbered names that a question quotes and asks about."""
    if not asks_what_they_are(slots.question):
        return True
    counted = ((name, numbered_so(name)) for name in names_quoted(slots.question))
    return all(lists_beside(name, count, pieces) for name, count in counted if count)


def naming(slots: Slots, found: Sequence[Found], enough: float) -> Found | None:
    """The best sentence, if it may name as many things; else the next that names so many of their kind."""
    count = parts_asked(slots.text)
    names = [len(kind_names(plain(f.text), slots.text)) if count else 0 for f in found]
    named = [f for f, n in zip(found, names, strict=True) if count and n >= count]
    # of two that say as much, the one that names the villages answers which they are
    other = next((f for f in named if f.covered >= found[0].covered), None) if not names[0] else None
    if other or found[0] in named or may_name(count, [found[0].text], asked=slots.text):
        return other or found[0]
    least = max(enough, _AS_MUCH * found[0].covered)
    lists = (f for f in found if f.covered >= least and may_name(count, [f.text], plainly=True))
    return next((f for f in named if f.covered >= enough), None) or next(lists, None)


def named_beside(slots: Slots, found: Sequence[Found], one: Found | None) -> list[Piece]:
    """With ``one`` the sentences that say as much and name others of the kind asked for (哪几座大桥).

    Empty where none does, or where the question says how many there are.
    """
    if one is None or not _HOWEVER_MANY.search(slots.text) or not kind_names(plain(one.text), slots.text):
        return []
    able = (f for f in found if f.evidence is one.evidence and f.covered >= max(ENOUGH, one.covered))
    near = [f for f in able if f.score >= one.score - _BESIDE and kind_names(plain(f.text), slots.text)]
    kept = sorted(f.index for f in near[:_SEVERAL])
    return [piece_of(one.evidence, i) for i in kept] if len(kept) > 1 else []


def _one_each(slots: Slots, found: Sequence[Found], texts: Sequence[str]) -> list[Piece]:
    """As many sentences near the best one as things are asked for, each with one of their kind."""
    many, top = listing_asked(slots), found[0]
    if many is None or many.steps or may_name(many.count, texts, plainly=True):
        return []
    end = many.noun[-2:]
    near = (f for f in found if f.evidence is top.evidence and f.section == top.section)
    kept = [f for f in near if f.covered >= ENOUGH * 0.9 and any(w in plain(f.text) for w in many.kinds(end))]
    if len(kept) != many.count or max(abs(f.index - top.index) for f in kept) > _SPREAD:
        return []
    return [piece_of(f.evidence, f.index) for f in sorted(kept, key=lambda f: f.index)]


def announced(slots: Slots, found: Sequence[Found], texts: Sequence[str]) -> list[Piece]:
    """形成“一区四城”格局。甲区，…。乙城，…: what the best announces; empty where ``texts`` list it."""
    top = found[0]
    count = parts_asked(slots.text)
    many = announced_so(slots.text)
    said = many.search(plain(top.text)) if many else None
    if said and (items := numbered(said.group(), count, top.evidence)):
        return items
    for name in names_quoted(slots.question) if asks_what_they_are(slots.question) else ():
        if heads := heads_of_each(name, top):
            return heads
    if each := _one_each(slots, found, texts):
        return each
    if count < _SEVERAL or may_name(count, texts, plainly=True):
        return []
    asked = {count, *(COUNTS[n] for n in re.findall("哪([二两三四五六七八九十])", slots.text))}
    # 三个不平衡尚未得到根本缓解 announces nothing
    ends = f"[^，。；：,;:]{{0,{_TAIL}}}(?:[，。；：,;:]|$)"
    told = any(re.search(f"(?:{numerals(n)}){_NO_THING}{ends}", plain(top.text)) for n in asked)
    nouns = _NOUN.findall(slots.text)
    return announced_after(top, count, plain(nouns[0]) if len(nouns) == 1 else "") if told else []


_ALL = 0.9
_NAMES_ASKED = regex(
    "(?:哪(?:些|几|里|家|个|座|所|条|位|[两三四五六七八九][个家所条座位处项])|什么(?=[一-鿿]))"
    "(?!方面|[类种]|措施|举措|办法|做法|工作|问题|要求|任务|事|时候|成效|成绩|成果|进展|变化|打算|安排|动作|行动|政策|样|影响|特点)|"
    "(?:评为|认定为|命名为|获|入选|列入)[^，。]{2,}的?是什么"
)
_OWN = 2


def names_it(slots: Slots, top: Found) -> bool:
    """Whether a sentence that is no head names by itself what a question asks for."""
    if not _NAMES_ASKED.search(slots.text) or ANNOUNCES.search(top.text):
        return False
    text = plain(top.text).strip("。")
    own = [c for c in text if c not in slots.text and c not in "的了为、，"]
    return top.covered >= _ALL and ("、" in text or tells_honour(text) or len(own) >= _OWN)
