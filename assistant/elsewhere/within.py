"""A place without a report of its own, where the report of the place above it tells of it by name.

What such a report tells of itself must never stand for the place: the figure's own clause names it, or
its sentence is about nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from reports import gazetteer
from reports.genre import genre_pairs
from reports.patterns import regex
from reports.text import plain
from vectorstore.records import ReportEntry

from ..drafting.drafts import Draft
from ..evidence.matches import Match
from ..evidence.matching import weigh
from ..evidence.pieces import Piece
from ..evidence.prepared import Shelf
from ..figures.figure import answer_figure
from ..passages.opened import answer_inside, asked_within
from ..passages.runs import WHOLE, quoted
from ..questions.contrasts import carries_other
from ..questions.places import parents_of, short_name
from ..questions.slots import Slots
from .bearing import WIDER, of_others

Whole = Callable[[Slots, Sequence[ReportEntry], Shelf], Draft]


def within_parent(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf, whole: Whole) -> Draft | None:
    """What the report of the place above says of the places without one (西安 in 陕西), or None.

    ``whole`` answers a question by the passages and figures of the reports handed to it.
    """
    # A name that several places bear tells no place above it by itself.
    above = [set(found) for name in slots.unknown_places if (found := parents_of(name))]
    own = [e for e in entries if above and e.identity.place in set.intersection(*above)]
    if not own:
        return None
    # 新区 alone would be any
    words = [plain(n if n.endswith("新区") else short_name(n)) for n in slots.unknown_places]
    if told := answer_inside(slots, words, own, shelf):
        return told
    inner = asked_within(slots, words, own)
    if slots.task in ("open", "list"):
        draft = whole(inner, own, shelf)
        return draft if draft.answered and all(word in plain(draft.text) for word in words) else None
    if len(words) != 1 or slots.task not in ("figure", "who", "when"):
        return None
    if site := _site(slots, words[0]):
        return _of_site(site, asked_within(slots, (), own), own, shelf)
    draft = answer_figure(inner, own, shelf)
    # 西安GDP in the province's report would be cited with the province's indicator: only details count.
    if not draft.answered or not draft.near:
        return None
    if slots.names and not all(words[0] in plain(m.fact.indicator) for m in draft.near):
        return None
    if all(words[0] in m.item.near + m.item.after + m.item.clause for m in draft.near):
        return draft if all(_nothing_else(words[0], m, slots.content) for m in draft.near) else None
    if all(_about(words[0], m, slots.content) for m in draft.near):
        return _with_name(words[0], draft)
    return None


_SHARED = 4


def _about(word: str, match: Match, asked: str) -> bool:
    """Whether a figure's sentence opens with the place, goes on about it and says what is asked of it.

    龙泉湖获批…河湖试点，获奖补资金…: a clause of the place's own shares words with the question, and
    nothing wider and no other place stands before the figure.
    """
    before = _before(match)
    if not _opens_with(word, match):
        return False
    first, own = re.split("[,，]", before.removeprefix(word))[0], asked.replace(" ", "")
    return any(first[i : i + _SHARED] in own for i in range(len(first) - _SHARED + 1))


_SAID = frozenset(
    "的了等和与及在为是约近已共新全年上来有再又市县区州实现完成达到超过突破累计建设开展投入分别总额量数其中同期地万亿多,、，：“”()（）%."
)
_LEFT = 3


def _nothing_else(word: str, match: Match, asked: str) -> bool:
    """Whether what stands from the place to its figure is what is asked of it, and hardly more.

    东坡泡菜产业综合产值 is not what 东坡区 produced; 全市总数 is not told of the district before it.
    """
    before, near = _before(match), plain(match.fact.indicator)
    if word not in near and any(m.start == 0 for m in gazetteer.find(near, short=True)):
        return False  # 甲县、乙县客流分别达8万、5万: the other one's
    if word not in before:
        return True
    between = before[before.rfind(word) + len(word) :]
    need = weigh(asked, match.evidence)
    said = set(plain(asked)).union(need.content, *(form for use in need.alike for form in use.spellings))
    left = [c for c in between if c not in said and c not in _SAID and not c.isdigit()]
    return not WIDER.search(between) and len(left) <= _LEFT


def _before(match: Match) -> str:
    """What stands before a figure in its sentence, folded."""
    fact = match.fact
    return re.split("[。；;！]", plain(match.evidence.report.text[fact.sentence_start : fact.start]))[-1]


def _opens_with(word: str, match: Match) -> bool:
    """Whether nothing wider and no other place follows ``word``, which opens the figure's sentence."""
    before = _before(match)
    outer, _, rest = before.partition(word)
    led = word in before and re.fullmatch("(?:[一-鿿]{2,4}[市县区旗镇乡])?", outer)
    return bool(led) and not of_others(rest)


def _with_name(word: str, draft: Draft) -> Draft:
    """The figure's whole sentence where the draft does not name the place that it is told of."""
    match = draft.near[0]
    piece = Piece(match.evidence, match.fact.sentence_start, match.fact.sentence_end)
    return draft if word in plain(draft.text) or len(piece.text) > WHOLE else quoted([piece])


# 北川石椅村: the county only says where the village lies.
_SITE = regex("[一-鿿]{2,5}?(?:(?<![城农])村|(?<![城])镇|(?<![城])乡|社区|水库|机场|大桥|[园景港矿]区)")


def _site(slots: Slots, word: str) -> str:
    """The village, town or site that a question names right after the place; ``""`` where it names none."""
    text = plain(slots.text)
    at = text.find(word)
    found = _SITE.match(text, at + len(word)) if at >= 0 else None
    name = found.group() if found else ""
    usual = any(name[i : i + 2] in genre_pairs() for i in range(len(name) - 1))
    return "" if usual else name


def _of_site(site: str, inner: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """The figure of a site by the sentence that opens with its name; None where none tells it."""
    draft = answer_figure(inner, own, shelf)
    if not draft.answered or not draft.near:
        return None
    if not all(site in m.item.clause or _opens_with(site, m) for m in draft.near):
        return None
    return _with_name(site, draft)


_FACILITY = regex(
    "[一-鿿]{0,4}?(?:国际)?(?:机场|空港|港口|高铁站|火车站|大学|医院|水库|综保区|开发区|高新区)"
)


def of_another_site(slots: Slots, draft: Draft) -> bool:
    """Whether a draft's figures are not of the airport or the like that a question names by its place.

    深圳机场 is not asked of a place, but what all airports of the province carried is not its figure.
    """
    if carries_other(slots.content, draft.text):
        return True
    text = plain(slots.text)
    words = [
        plain(short_name(mention.places[0].name))
        for mention in gazetteer.find(text, short=True)
        if mention.places[0].name != "国务院" and _FACILITY.match(text, mention.end)
    ]
    for match in draft.near if words else ():
        identity = match.evidence.entry.identity
        home = [plain(short_name(name)) for name in (identity.place, *identity.parents)]
        named = [word for word in words if word not in home]
        if named and len(named) == len(words) and not any(_tells_of(word, match) for word in named):
            return True
    return False


def _tells_of(word: str, match: Match) -> bool:
    """Whether a figure's sentence names a place before it, or its clause does, and nothing wider follows."""
    before = _before(match)
    if word in before:
        return not WIDER.search(before[before.rfind(word) :])
    return word in match.item.clause
