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
from .arithmetic import difference_of
from .asked import alike, figure_of, told_apart
from .goals import foremost
from .totals import apart_from_common

_ORDER = "(?:高|低|多|少|大|小|快|慢|强|弱|猛)"
_ASKED = regex(
    r"(?P<items>[^，,]{4,60}?)(?:里面?|中|当中|之中|之间|相比|比起来)?[，,]?"
    r"(?:是)?(?:哪(?:一)?(?:个|项|种|类|块|样|头)?(?P<kind>产业|行业|指标|领域)?|谁)的?(?P<of>[^，,多少几]{0,12}?)"
    rf"(?:(?:[定排增涨跑长升降])得)?(?:更|最|比较|要|相对)?(?P<order>{_ORDER})(?:一?些|一?点|了|的)?(?:[，,].*)?"
)
_GROUP = regex(
    r"(?:这|那)?[两二三四五六](?:个|大|项|类|种|块|者|样)(?:产业|行业|指标|领域|方面|项目)?(?:的)?|分别|各自|的?(?=增长$)"
)
_GROWS = regex("[快慢猛]|涨|增[长速幅]|升得|降得")
# 甲和乙各增长多少，谁增得快: the figures are told in any case
_EACH_MUCH = regex(
    r"(?:各|分别)[是为有]?(?P<grows>增长)?了?(?:多少|百分之几|几)[^，,]{0,4}[，,](?=是?(?:谁|哪))"
)
# 四项里增速最快的是哪项
_LEADER_LAST = regex(
    rf"(?P<of>(?:增速|增幅|增长率|产值|投资|收入|数量|面积)?)最(?P<order>{_ORDER})的(?:是|为)?(?:哪[一-鿿]{{0,3}}|谁)$"
)
# 1964年国务院报告里，工业和农业: where to look
_HEADED = regex("^[^，,]*报告(?:[里中上]面?)?[，,]")
# 增速领先全国更多: how far each stands above it
_ABOVE = regex(
    "(?:增[速幅]|增长率?)?(?:高于|快于|高出|超[过出]?|领先于?|好于|优于|跑赢|比)(?P<which>全[国省市区州盟旗]|[省市]里)"
    "(?:平均|均值)?(?:水平)?的?(?:增[速幅]|幅度|程度)?(?:[高快超领多][得出])?"
)
_SPLITS = ("、|以及|还是|和|与|跟|及", "、|以及|还是", "、|以及|和")
_MOST = 5
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
    readings = (with_order(each_sector(said)) for said in (without_gap(text), text))
    readings = (_LEADER_LAST.sub(r"哪个\g<of>最\g<order>", said) for said in readings)
    match = next((m for said in readings if (m := _ASKED.fullmatch(said))), None)
    if match is None or re.search("多少|几", match["items"]):
        return ()
    measure = "增速" if _GROWS.search(match.string[match.start("items") :]) else ""
    return tuple(dict.fromkeys(_things(match["items"], match["of"], measure, whole, places)))


def _things(
    items: str, of: str, measure: str, whole: Slots, places: PlaceIndex
) -> Iterator[tuple[Slots, ...]]:
    """Each way in which ``items`` divide, as questions of their own; ``of`` is what all are asked for."""
    group = _GROUP.search(items)
    shared = items[group.end() :] if group else ""
    listed = items[: group.start()] if group else items
    for pattern in _SPLITS:
        parts = [p.strip() for p in re.split(pattern, listed) if p.strip()]
        if not 2 <= len(parts) <= _MOST:
            continue
        above = _ABOVE.fullmatch(of)
        asked = f"高于{above['which']}多少个百分点" if above else f"{of}是多少"
        read = [read_question(f"{part}{shared}{asked}", places) for part in parts]
        last = MEASURED.search(read[-1].content)
        things = []
        for thing in read:
            content = thing.content
            if last and not find_names(content) and not MEASURED.search(content):
                content = f"{content} {last.group()}"
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
                    unit="百分点" if above else "" if measure else thing.unit,
                    task="figure",
                    asks=(),
                )
            )
        if all(len(t.content.replace(" ", "")) > 1 for t in things):
            yield tuple(things)


def answer_ahead(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """The figures of the things set beside each other, and which is ahead; None where one is not told."""
    for things in slots.rivals:
        found = [figure_of(thing, entries, shelf)[:1] for thing in things]
        matches = [m for some in found for m in some]
        if len(matches) < len(things):
            continue
        far = all(_as_far(thing, m) for thing, m in zip(things, matches, strict=True))
        if far and all(alike(a, b) and told_apart(a, b) and _own(a, b) for a, b in combinations(matches, 2)):
            return _draft(slots, matches)
    return None


def _as_far(thing: Slots, match: Match) -> bool:
    """Whether a figure tells how far its thing stands above the country, where that is asked for."""
    if thing.unit != "百分点":
        return True
    return match.fact.base_unit == "百分点" and re.search("[低慢落]", match.fact.indicator[-6:]) is None


def leaves_one_out(slots: Slots, draft: Draft) -> bool:
    """Whether a quoted sentence speaks of but one of the things that a question sets beside each other."""
    if not (slots.rivals and draft.answered and draft.mode == "extractive"):
        return False
    told = plain(draft.text)
    contents = ([thing.content.replace(" ", "") for thing in things] for things in slots.rivals)
    return all(any(not _named(own, told) for own in apart_from_common(words)) for words in contents)


def _named(own: str, told: str) -> bool:
    return any(own[at : at + 2] in told for at in range(max(1, len(own) - 1)))


def _own(a: Match, b: Match) -> bool:
    """Whether two figures are called differently: what is ahead must have a name."""
    return a.fact.indicator != b.fact.indicator and bool(a.fact.indicator) and bool(b.fact.indicator)


def _draft(slots: Slots, matches: Sequence[Match]) -> Draft:
    citer = Citer()
    lines = []
    for m in matches:
        mark = citer.cite_figure(m)
        lines.append(f"- {sentence(m)}{mark}")
    facts = [m.fact for m in matches]
    if len({f.normal for f in facts}) == 1:
        lines.append(f"{'两者' if len(matches) == 2 else '各项'}相同，都是{tidy(facts[0].figure)}。")
    else:
        rate = facts[0].base_unit in ("%", "百分点")
        first, word = foremost(facts, least=asks_least(slots.text), rate=rate)
        names = "、".join(_ABOVE.sub("", facts[number].indicator) for number in first)
        if above := _ABOVE.search(facts[first[0]].indicator):
            word = f"{above.group()}{'最少' if asks_least(slots.text) else '最多'}"
        lines.append(f"{word}的是{names}（{tidy(facts[first[0]].figure)}）。")
    question = fold(slots.question.strip()).rstrip("？?。")
    if len(matches) == 2 and without_gap(question) != question:
        one, other = ((m.fact.indicator, m) for m in matches)
        lines[-1] = difference_of(one, other)
    return Draft("\n".join(lines), True, "facts", citer, tuple(matches))
