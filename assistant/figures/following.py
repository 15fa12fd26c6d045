"""A follow-up that asks on about what was just told: its answer stands in the sentence of the one before.

改造小区多少个, and then 惠及多少户; 新增铁路多少公里, and then 其中高铁多少. Read by itself, such a
follow-up finds the figure of the question before once more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.patterns import regex
from reports.repair import tidy
from reports.text import fold, plain
from vectorstore.records import ReportEntry

from ..drafting.citing import Citer
from ..drafting.drafts import Draft, not_told
from ..drafting.wording import changed, cited
from ..evidence.fits import FROM, TOTAL, unit_fits
from ..evidence.matches import Match
from ..evidence.prepared import FactText, Shelf
from ..questions.contrasts import contrasted, site_named
from ..questions.kinds import unit_asked
from ..questions.slots import Slots
from .asked import figure_of
from .beside import parted
from .fractions import fraction_of
from .moved import started_from
from .stocks import of_another_whole

_ASKING = regex(
    "(?:那么?|(?:加上|算上|连同)(?:这些|新增的?)|其中|这里面|里面|里头|当中|具体|大概|一共|总共|共|又|还|都|各|分别|想|(?<![主重需])要|(?<!社)会(?![议展员])|能(?![源力耗级量效])|的|了|呢|是|(?<!国)有(?![色机效])|达(?![产标])到?|为|到)|"
    "(?:多少|百分之几|第几|几成|几(?!乎))(?:[个家户人名位座条项处套件所张台辆场次元亩吨公里斤米%％天年月倍棵只头株]|万|亿|千瓦时?|人次|平方)*|"
    "多[大长高远]|[？?，,。、 ]"
)
# What is done with a thing names none: 惠及多少户, 花了多少钱.
_DONE = regex(
    "惠及|涉及|覆盖|带动|受益|花|用|挣|赚|砸|掏|[进下出]去|投入|投(?!资)|钱|资金|金额|补贴|发放?|安排|增加|新增|占|比例|比重|同比|比上年|增长|增[速幅]"
)
_NEWLY = regex("新增|净增|新登记|新注册|新设")
_IN_ALL = regex("一共|总共|总数|总量|总的")
_OF_ALL = regex("全[国省市县区州盟旗]|总[量数]|整个")
_SHARE = regex("百分|[%％]|比[重例]|占比|几成|份额")
_PART = regex("其中|里面|里头|当中|(?:占(?:了|到)?|的又?有)几[个家项条座户]")
_ENOUGH = 0.6
_FAR = 3
"""So many figures at most lie between what was told and what is asked on about it."""


def follow(slots: Slots, draft: Draft, entries: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """The figure told beside that of the question before, where ``draft`` answers amiss or not at all.

    None where the draft stands. A refusal where it only repeats the figure of the question before.
    """
    before = slots.before
    if before is None or slots.task not in ("figure", "open"):
        return None
    home = _home(before, entries, shelf)
    if home is None:
        return None
    citer = Citer()
    if _BEFORE_THAT.match(fold(slots.text)) and FROM.search(home.fact.before):
        return Draft(f"{cited(home, citer)}。", True, "facts", citer, (home,))
    if _BEFORE_THAT.match(fold(slots.text)) and (first := started_from(home)):
        return Draft(f"{changed(first, home)}{_mark(home, citer)}。", True, "facts", citer, (first, home))
    own, unit = _own(slots), unit_asked(fold(slots.text))
    if unit == "%" and own and not _SHARE.search(slots.text):
        unit = ""  # 其中核电占多少: how much of it there is
    repeats = draft.answered and len(draft.near) == 1 and draft.near[0].fact == home.fact
    amiss = (repeats and _asks_another(slots, own, unit, home)) or _of_other_people(slots, draft, home)
    strays = len(draft.near) == 1 and _strays(draft.near[0], home, own)
    apart = _apart(slots, draft, home)
    ranked = slots.measure == "位次" and _elsewhere(draft, home)
    off = repeats or strays or apart or ranked
    if draft.answered and not (amiss or (off and own and _named(own, home.item) < _ENOUGH)):
        return None
    if not own and (share := _paired(slots, home)):
        text = f"{cited(home, citer)}，{_bare_words(share)}{tidy(share.fact.figure)}。"
        return Draft(text, True, "facts", citer, (home, _at(home, share)))
    told = _beside(slots, own, unit, home)
    if told and of_another_whole(slots, told.item):
        told = None
    if told and not (apart and draft.near and _named(own, told.item) < 1.0):
        return Draft(f"{cited(told, citer)}。", True, "facts", citer, (told,))
    if slots.measure == "占比" and (fraction := fraction_of(home, own, slots.text)):
        return fraction
    another = repeats and _of_another_thing(slots, own, home)
    return not_told(slots) if amiss or another else None


_BEFALLS = regex("惠及|受益|涉及|带动")


def _of_other_people(slots: Slots, draft: Draft, home: Match) -> bool:
    """Whether 惠及多少户 is answered with whom a sentence elsewhere names for another reason."""
    away = [m for m in draft.near if m.fact.sentence_start != home.fact.sentence_start]
    return bool(_BEFALLS.search(slots.text) and away) and not any(_BEFALLS.search(m.item.near) for m in away)


def _elsewhere(draft: Draft, home: Match) -> bool:
    """Whether one figure is told, of another sentence than ``home``."""
    return len(draft.near) == 1 and draft.near[0].fact.sentence_start != home.fact.sentence_start


def _apart(slots: Slots, draft: Draft, home: Match) -> bool:
    """Whether 里头省级的占几个 is answered with a figure of others than those that ``home`` is of."""
    elsewhere = not any(m.fact.clause == home.fact.clause for m in draft.near)
    return elsewhere and len(draft.near) < 2 and _PART.search(slots.text) is not None


def _home(before: Slots, entries: Sequence[ReportEntry], shelf: Shelf) -> Match | None:
    """The figure that the question before asked for, if need be beside that of the one before it."""
    if found := figure_of(before, entries, shelf):
        return found[0]
    first = _home(before.before, entries, shelf) if before.before else None
    return _beside(before, _own(before), unit_asked(fold(before.text)), first) if first else None


def _strays(told: Match, home: Match, own: str) -> bool:
    """Whether a figure stands in the sentence of ``home`` where it speaks of another thing."""
    if told.fact.sentence_start != home.fact.sentence_start:
        return False
    unnamed = told.fact.clause != home.fact.clause and own and _named(own, told.item) < _ENOUGH
    return bool(unnamed) or parted(told.item, home)


# 五年前是多少, after what it came to: 由2.9缩小至2.5 tells both.
_BEFORE_THAT = regex(
    "(?:那么?|它)?(?:原来|原先|以前|此前|之前|先前|过去|[一二三五十两]年前|改造前)的?(?:是|有)?多少"
)


def _mark(match: Match, citer: Citer) -> str:
    return citer.cite(match.evidence, match.fact.sentence_start, match.fact.sentence_end)


def _own(slots: Slots) -> str:
    """What the follow-up itself names, without the words that ask and that say what is done."""
    own = _OF_ALL.sub("", _DONE.sub("", plain(_ASKING.sub("", fold(slots.text)))))
    return _AMONG.sub("", own) if slots.measure in ("位次", "占比") else own


# 在百强县里能排第几, 其中绿电电量约占多大比例
_AMONG = regex(
    "^[在从](?=[一-鿿]{2})|(?<=[一-鿿]{2})(?:地区|各地)?(?:[里中内上]|当中|范围)?(?:位?[居列]|排|约|大约)?$"
)


def _of_another_kind(slots: Slots, own: str) -> bool:
    before = slots.before
    return bool(own and before and contrasted(own, before.content, before.names))


def _asks_another(slots: Slots, own: str, unit: str, home: Match) -> bool:
    """Whether a follow-up asks for something that the figure of the question before does not tell."""
    fact = home.fact
    added = fact.measure in ("增量", "增速") or _NEWLY.search(fact.before)
    if added and _IN_ALL.search(slots.text):
        return True
    if unit and unit_fits(unit, fact.base_unit) < _SAME:
        return True
    if _of_another_kind(slots, own):
        return True  # 省级的呢 is not told by what was told of 国家级
    if not own or (fact.name and fact.name in slots.names) or not _PART.search(slots.text):
        return False
    return _named(own, home.item) < _ENOUGH


def _of_another_thing(slots: Slots, own: str, home: Match) -> bool:
    """Whether 医生呢 or 城东园区的税收呢 names what the sentence of ``home`` does not."""
    if not own or not _THING.match(slots.text) or home.fact.name in slots.names:
        site = site_named(own)
        return site != "" and site not in plain(
            home.evidence.report.text[home.fact.sentence_start : home.fact.end]
        )
    return own[-2:] not in plain(home.fact.clause)


_THING = regex("(?:那么?)?(?:其中)?[^，,。？?]{2,12}呢[？?]?$")
_SAME = 0.9


def _named(own: str, item: FactText) -> float:
    """The share of the character pairs of ``own`` in the words of a figure."""
    own = re.sub("^[新总](?=[一-鿿]{2})", "", own)
    own = re.sub("(?<=[一-鿿]{2})级$", "", own)  # 省市级的 for 省市重点项目
    pairs = [own[i : i + 2] for i in range(len(own) - 1)] or [own]
    words = plain(item.fact.before)
    if own[:1].isdigit() and not re.search(rf"(?<![、,和及与\d.]){re.escape(own)}", words):
        return 0.0  # 100亿元、50亿元以上企业分别达到: each size has a figure of its own
    if not re.match("[、，,和与及]", item.fact.after):
        words += plain(item.fact.after)  # 染坊等3个项目开工
    if pairs[0] in item.clause:
        words += item.near  # a subject that an earlier clause names may be that of other figures
    return sum(pair in words for pair in pairs) / len(pairs)


def _beside(slots: Slots, own: str, unit: str, home: Match) -> Match | None:
    """The figure of the sentence of ``home`` that a follow-up asks for, or None."""
    fact, facts = home.fact, home.evidence.facts
    likely = [
        item
        for item in facts[max(0, fact.ordinal - _FAR) : fact.ordinal + _FAR + 1]
        if item.fact.sentence_start == fact.sentence_start
        and item.fact.ordinal != fact.ordinal
        and (item.fact.nature, item.fact.period) == (fact.nature, fact.period)
        and _measured(slots, item)
        and (item.fact.base_unit == fact.base_unit or not _of_another_kind(slots, own))
        and (not unit or unit_fits(unit, item.fact.base_unit) >= _SAME)
        and (not parted(item, home) or (own and _all_named(own, item, home)))
        and not (item.fact.measure == "位次" and FROM.search(item.fact.before))
    ]
    likely.sort(key=lambda item: abs(item.fact.ordinal - fact.ordinal))
    if own:
        named = [
            item
            for item in likely
            if _named(own, item) >= _ENOUGH
            and (not slots.names or item.fact.name in slots.names or own[-2:] in item.clause)
        ]
        return _at(home, named[0]) if named else None
    close = [item for item in likely if unit and (item.fact.clause == fact.clause or _bare(item))]
    if _IN_ALL.search(slots.text):
        close = [item for item in likely if TOTAL.search(item.fact.before)] or close
    close = close or [item for item in likely if not unit and _told_of(home, item)]
    return _at(home, close[0]) if close else None


def _paired(slots: Slots, home: Match) -> FactText | None:
    """The share of ``home`` in a row of shares: 投资7亿元，收入9亿元，分别占全县的3%和5%; or None."""
    fact, facts = home.fact, home.evidence.facts
    rest = [item for item in facts[fact.ordinal + 1 :] if item.fact.sentence_start == fact.sentence_start]
    row = [item for item in rest if item.fact.measure == slots.measure == "占比" and "分别" in item.clause]
    row = [item for item in row if item.clause == row[0].clause]
    if len(row) < 2 or parted(row[-1], home):
        return None
    first = row[0].fact.ordinal
    of = range(first - len(row), first)
    levels = all(facts[at].fact.measure == "水平" for at in of)
    return row[fact.ordinal - of[0]] if levels and fact.ordinal in of else None


def _bare_words(item: FactText) -> str:
    """占全县 of 分别占全县的."""
    return tidy(item.fact.indicator).removeprefix("分别").removesuffix("的")


def _told_of(home: Match, item: FactText) -> bool:
    """Whether a rate or rank behind ``home`` is of the same thing: 甲收入增长7%，排名全省第3."""
    between = home.evidence.facts[home.fact.ordinal + 1 : item.fact.ordinal + 1]
    rates = all(i.fact.measure in ("增速", "位次") for i in between)
    return bool(between) and rates and _RATED.fullmatch(plain(item.fact.before)) is not None


_RATED = regex(
    "(?:[,、]|分别|同比|比上年|较上年|增长|下降|提高|增速|增幅|总量|总额|排名?|位?[居列次]|在|跃居|升至|全[国省市区州县盟旗]|第)*"
)


def _all_named(own: str, item: FactText, home: Match) -> bool:
    """Whether a figure behind a semicolon is called by all that is asked for, and counted like ``home``."""
    return own in plain(item.fact.before) and item.fact.base_unit == home.fact.base_unit


def _at(home: Match, item: FactText) -> Match:
    return Match(home.evidence, item, home.covered, home.score, home.strict)


def _measured(slots: Slots, item: FactText) -> bool:
    """Whether a figure is of the measure asked for; which part of it something is, a level tells, too."""
    if slots.measure in ("增速", "位次"):
        return item.fact.measure == slots.measure
    if item.fact.measure == "限定":
        spent = re.search("投资|[投花砸掏].*(?:钱|多少)", slots.text)
        return spent is not None and plain(item.fact.before).endswith("投资")  # 投资6亿元的项目4个
    if item.fact.base_unit == "%" and not (slots.measure or _RATE.search(slots.text + slots.content)):
        return False
    return item.fact.measure in ("水平", "占比", "增量")


_RATE = regex("[率占超比]|百分|增|降|浓度")
_BARE = regex(
    f"(?:(?:{_DONE.pattern})|总?(?:投资|规模|面积)|完成|实现|达到?|已|约|近|超过?|共|总|计|群众|居民|、|,)*"
)


def _bare(item: FactText) -> bool:
    """Whether a figure names nothing of its own: 惠及1767户."""
    return _BARE.fullmatch(plain(item.fact.before)) is not None
