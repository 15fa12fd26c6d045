"""Which of several things of one place and year is ahead: 建议和提案哪个多, 三个产业产值谁增长最快.

Each thing is asked for by itself; the one that is ahead is named only where all of them are told alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from reports.indicators import find_names
from reports.patterns import regex
from reports.repair import tidy
from reports.text import fold, plain
from vectorstore.records import ReportEntry

from ..drafting.citing import Citer
from ..drafting.drafts import Draft
from ..drafting.wording import sentence
from ..evidence.matches import Match
from ..evidence.prepared import Shelf
from ..questions.measured import MEASURED
from ..questions.places import PlaceIndex
from ..questions.rivals import asks_least, with_order, without_gap
from ..questions.sectors import each_sector
from ..questions.slots import Slots
from ..questions.understand import read_question
from .arithmetic import set_against
from .asked import alike, figure_of, told_apart
from .goals import foremost
from .totals import apart_from_common

_ORDER = "(?:高|低|多|少|大|小|快|慢|强|弱|猛)"
_ASKED = regex(
    r"(?P<items>[^，,]{4,60}?)(?:里面?|中|当中|之中|之间|相比|比起来)?[，,]?"
    r"(?:是)?(?:哪(?:一)?(?:个|项|种|类|块|样|头|条|家)?(?P<kind>产业链?|行业|指标|领域|集群)?|谁)的?(?P<of>[^，,多少几]{0,12}?)"
    rf"(?:(?:[定排增涨跑长升降])得)?(?:更|最|比较|要|相对)?(?P<order>{_ORDER})(?:一?些|一?点|了|的)?(?:[，,？?；;].*)?"
)
_GROUP = regex(
    r"(?:这|那)?[两二三四五六几](?:个|大|项|类|种|块|者|样|条|家)(?:产业链?|产业集群|集群|行业|指标|数|领域|方面|项目|产品|作物|工程|企业|机构)?(?:的)?|分别|各自|的?(?=增长$)"
)
_GROWS = regex("(?<!加)[快慢猛]|涨|增[长速幅]|升得|降得")
# 甲和乙各增长多少，谁增得快: the figures are told in any case
_EACH_MUCH = regex(
    r"(?:(?:各自?|分别)[是为有]?)?(?P<grows>增长|增加|上涨|提高|增|涨)?了?(?:多少|百分之几|几)[^，,]{0,4}[，,？?](?=是?(?:谁|哪))"
)
# 四项里增速最快的是哪项
_LEADER_LAST = regex(
    rf"(?P<of>(?<=[，,])[^，,、多几哪谁最]{{1,12}}?|(?:增[速长幅]|增长率|产值|投资|收入|数量|面积)?)最(?P<order>{_ORDER})的?"
    rf"(?:[和与、]最?{_ORDER}的?)?(?:又?分别|各)?(?:是|为)?(?:哪[一-鿿]{{0,3}}|谁)(?=$|[，,？?])"
)
# 1964年国务院报告里，工业和农业: where to look
_HEADED = regex("^[^，,]*报告(?:[里中上]面?)?[，,]")
# 2022年1-11月，甲和乙; 重大项目里，甲、乙: what is said of all of them
_OF_ALL = regex(
    "^(?P<all>[^，,、和与及多几哪谁]{2,30}?)(?:里面?|里头|当中|之?中)?[，,](?=[^，,哪谁最]*(?:、|和|与|及|还是))"
)
# 开工、竣工的项目: 开工的项目, too
_OF_KIND = regex("[^的]+的(?P<kind>[一-鿿]{2,6})")
# 投资比上年增加得最多
_MOVED_MOST = regex(
    "(?:[比较](?:上年|去年|上一?年|前一?年))?(?P<moved>增加|增长|提高|上涨|下降|减少|降低)得$"
)
# 最快和最慢的
_BOTH_ENDS = regex(
    "最[高多大快强](?:[^最]*最|的?[和与、])[低少小慢弱]|最[低少小慢弱](?:[^最]*最|的?[和与、])[高多大快强]"
)
# 增速领先全国更多: how far each stands above it
_ABOVE = regex(
    "(?:增[速幅]|增长率?)?(?:高于|快于|高出|超[过出]?|领先于?|好于|优于|跑赢|比)(?P<which>全[国省市区州盟旗]|[省市]里)"
    "(?:平均|均值)?(?:水平)?的?(?:增[速幅]|幅度|程度)?(?:[高快超领多][得出])?"
)
_SPLITS = ("、|以及|还是|和|与|跟|及", "、|以及|还是", "、|以及|和")
_MOST = 5
_COUNTED = frozenset("个家户项件座条处人台宗套所名次")
_LONGEST = 80


def rivals_of(whole: Slots, places: PlaceIndex) -> tuple[tuple[Slots, ...], ...]:
    """The ways to read which things ``whole`` sets beside each other; empty where it sets none."""
    text = _HEADED.sub("", fold(whole.question.strip()).rstrip("？?。"))
    text = _EACH_MUCH.sub(r"\g<grows>", text)
    if _ABOVE.search(text):
        # 比全国高得更多: the country is none of those set beside each other
        whole = replace(whole, places=tuple(p for p in whole.places if p != "国务院"))
    one = len(whole.places) == 1 and len(whole.years) < 2 and not whole.unknown_places and not whole.span
    if not one or len(text) > _LONGEST:
        return ()
    # 甲和乙，哪个涨得快: what follows the things may be all that asks for the one ahead
    said = (with_order(each_sector(reading)) for reading in (without_gap(text), text))
    readings = [_LEADER_LAST.sub(r"哪个\g<of>最\g<order>", reading) for reading in said]
    readings += [_OF_ALL.sub("", reading) for reading in readings]
    match = next((m for reading in readings if (m := _ASKED.fullmatch(reading))), None)
    if match is None or re.search("多少|(?<!这)几", match["items"]):
        return ()
    measure = "增速" if _GROWS.search(match.string[match.start("items") :]) else ""
    of_all = None if _ASKED.fullmatch(readings[0]) or _ASKED.fullmatch(readings[1]) else _OF_ALL.match(text)
    head = of_all["all"] if of_all else ""
    return tuple(dict.fromkeys(_things(match["items"], match["of"], measure, whole, places, head)))


def _things(
    items: str, of: str, measure: str, whole: Slots, places: PlaceIndex, of_all: str
) -> Iterator[tuple[Slots, ...]]:
    """Each way in which ``items`` divide, as questions of their own; ``of`` is what all are asked for.

    ``of_all`` is said of each of them.
    """
    group = _GROUP.search(items)
    shared = items[group.end() :] if group else ""
    listed = items[: group.start()] if group else items
    for pattern in _SPLITS:
        parts = [p.strip() for p in re.split(pattern, listed) if p.strip()]
        if not 2 <= len(parts) <= _MOST:
            continue
        if (last := _OF_KIND.fullmatch(parts[-1])) and not any("的" in p for p in parts[:-1]):
            parts = [*(f"{p}的{last['kind']}" for p in parts[:-1]), parts[-1]]
        above = _ABOVE.fullmatch(of)
        asked = f"高于{above['which']}多少个百分点" if above else f"{_MOVED_MOST.sub('', of)}是多少"
        if moved := _MOVED_MOST.search(of):
            asked = f"{of[: moved.start()]}{moved['moved']}了多少"
        read = [read_question(f"{of_all}{part}{shared}{asked}", places) for part in parts]
        measured = MEASURED.search(read[-1].content)
        things = []
        for thing in read:
            content = thing.content
            if measured and not find_names(content) and not MEASURED.search(content):
                content = f"{content} {measured.group()}"
            things.append(
                replace(
                    thing,
                    content=content,
                    names=tuple(dict.fromkeys(m.name for m in find_names(content))),
                    places=whole.places,
                    years=whole.years,
                    relative=whole.relative,
                    report_years=whole.report_years,
                    nature=whole.nature if whole.nature == "目标" else "",
                    measure="" if above else measure or thing.measure,
                    unit="百分点" if above else _unit_of(thing, whole, measure),
                    task="figure",
                    asks=(),
                )
            )
        if all(len(t.content.replace(" ", "")) > 1 for t in things):
            yield tuple(things)


def _unit_of(thing: Slots, whole: Slots, measure: str) -> str:
    """The unit in which a thing is asked for: its own, or the measure word that all are counted by."""
    counted = whole.unit if whole.unit in _COUNTED else ""
    return "" if measure else thing.unit or counted


def answer_ahead(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """The figures of the things set beside each other, and which is ahead; None where one is not told."""
    for things in slots.rivals:
        words = own_words(things)
        matches = _each_of(words, [figure_of(thing, entries, shelf) for thing in things])
        if len(matches) < len(things):
            continue
        far = all(_as_far(thing, m) for thing, m in zip(things, matches, strict=True))
        far = far and all(map(_is_of, things, words, matches))
        apart = all(alike(a, b) and told_apart(a, b) for a, b in combinations(matches, 2))
        if far and apart and _own(words, matches):
            return _draft(slots, words, matches)
    return None


# 哪个增速最高，排序
_IN_ORDER = regex("排序|顺序|次序|由[高大快多]到|从[高大快多]到")


def _each_of(words: Sequence[str], found: Sequence[Sequence[Match]]) -> list[Match]:
    """The figure of each thing: rather one whose clause names it, of the sentence that tells most of them."""
    best = [some[0] for some in found if some]
    if len(best) < len(found):
        return best
    homes = [_home(m) for m in best]
    home = max(homes, key=homes.count)
    together = len(homes) > _PAIR and homes.count(home) >= len(homes) - 1

    def rank(own: str, match: Match) -> tuple[bool, bool]:
        return not _says(own, match), together and _home(match) != home

    return [min(some, key=lambda m: rank(own, m)) for own, some in zip(words, found, strict=True)]


_PAIR = 2


def _home(match: Match) -> tuple[str, int]:
    return match.evidence.entry.id, match.fact.sentence_start


def _is_of(thing: Slots, own: str, match: Match) -> bool:
    """Whether a figure is of its thing alone: 项目90个 tells neither 开工 nor 竣工."""
    return _says(own, match) or match.fact.name in thing.names or match.covered >= _WHOLLY


_WHOLLY = 0.95


def with_the_leader(slots: Slots, draft: Draft) -> Draft:
    """The figures that ``draft`` tells of the things set beside each other, with which of them is ahead."""
    told = draft.near
    things = next((t for t in slots.rivals if len(t) == len(told)), None)
    plain_figures = draft.answered and draft.mode == "facts" and "\n" not in draft.text
    words = own_words(things or ())
    if things is None or not plain_figures or not all(map(_says, words, told)):
        return draft
    apart = all(alike(a, b) and told_apart(a, b) for a, b in combinations(told, 2))
    return _draft(slots, words, told) if apart else draft


def own_words(things: Sequence[Slots]) -> list[str]:
    """What each of the things set beside each other is called, apart from what is said of all."""
    words = apart_from_common([thing.content.replace(" ", "") for thing in things])
    ends = [w[::-1] for w in apart_from_common([w[::-1] for w in words])]
    return ends if all(len(end) > 1 for end in ends) else words


def _says(own: str, match: Match) -> bool:
    text, fact = match.evidence.report.text, match.fact
    opening = _CLAUSE.match(text[fact.sentence_start : fact.end])
    return _named(own, plain(fact.indicator + fact.clause + (opening.group() if opening else "")))


_CLAUSE = regex("[^，,：:]*")


def _as_far(thing: Slots, match: Match) -> bool:
    """Whether a figure tells how far its thing stands above the country, where that is asked for."""
    if thing.unit != "百分点":
        return True
    return match.fact.base_unit == "百分点" and re.search("[低慢落]", match.fact.indicator[-6:]) is None


def leaves_one_out(slots: Slots, draft: Draft) -> bool:
    """Whether an answer speaks of but some of the things that a question sets beside each other."""
    if not (slots.rivals and draft.answered):
        return False
    if draft.mode != "extractive":
        fewest = min(map(len, slots.rivals))
        return 0 < len(draft.near) < fewest and "\n" not in draft.text
    told = plain(draft.text)
    return all(any(not _named(own, told) for own in own_words(things)) for things in slots.rivals)


def _named(own: str, told: str) -> bool:
    return any(own[at : at + 2] in told for at in range(max(1, len(own) - 1)))


def _own(words: Sequence[str], matches: Sequence[Match]) -> bool:
    """Whether the figures are called differently, or each sentence names its own thing alone."""
    called = [m.fact.indicator for m in matches]
    if not all(called):
        return False
    return len(set(called)) == len(called) or all(
        _says(own, m) == (own is of) for own in words for of, m in zip(words, matches, strict=True)
    )


def _draft(slots: Slots, words: Sequence[str], matches: Sequence[Match]) -> Draft:
    """The figures of what ``words`` call, a line each, and which of them is ahead."""
    citer = Citer()
    lines = []
    for m in matches:
        mark = citer.cite_figure(m)
        lines.append(f"- {sentence(m)}{mark}")
    facts = [m.fact for m in matches]
    called = [
        f.indicator if _named(own, plain(f.indicator)) else own for own, f in zip(words, facts, strict=True)
    ]
    if len({f.normal for f in facts}) == 1:
        lines.append(f"{'两者' if len(matches) == 2 else '各项'}相同，都是{tidy(facts[0].figure)}。")
    else:
        rate = facts[0].base_unit in ("%", "百分点")
        both = _BOTH_ENDS.search(slots.text)
        first, word = foremost(facts, least=not both and asks_least(slots.text), rate=rate)
        names = "、".join(_ABOVE.sub("", called[number]) for number in first)
        if above := _ABOVE.search(facts[first[0]].indicator):
            word = f"{above.group()}{'最少' if asks_least(slots.text) else '最多'}"
        lines.append(f"{word}的是{names}（{tidy(facts[first[0]].figure)}）。")
        if both:
            last, word = foremost(facts, least=True, rate=rate)
            names = "、".join(called[number] for number in last)
            lines[-1] += f"{word}的是{names}（{tidy(facts[last[0]].figure)}）。"
        if len(facts) > _PAIR and _IN_ORDER.search(slots.text):
            falling = sorted(range(len(facts)), key=lambda n: -facts[n].normal)
            order = "、".join(f"{called[n]}（{tidy(facts[n].figure)}）" for n in falling)
            lines[-1] += f"由高到低：{order}。"
    question = fold(slots.question.strip()).rstrip("？?。")
    if len(matches) == 2 and without_gap(question) != question:
        one, other = zip(called, matches, strict=True)
        lines[-1] = set_against(question, one, other)
    return Draft("\n".join(lines), True, "facts", citer, tuple(matches))
