"""Every figure of a report as a fact: indicator, year, nature, measure, value and where it stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reports.patterns import regex

from .contexts import Context, contexts
from .governing import Governing, governing_time, section_frames, turnings
from .indicators import find_names
from .manner import words_before
from .narrowing import by_the_year, narrowed
from .periods import PLAN_YEARS, TARGET, Frame, is_wide
from .phrases import ECONOMY_GROWS, GDP, standard_name
from .qualities import measure_of, nature_of, place_elsewhere
from .records import Fact, Identity, Section, Sentence
from .text import fold
from .times import with_digits
from .units import THINGS
from .years import a_year_later

if TYPE_CHECKING:
    from .repair import View


# 人均可支配收人达到4718元: as a scan was read, 人 for 入
_MISREAD = regex("(?<=[配纯均政算售营总民务汇利低业])收人(?![民员口类才数选大])")
_LATIN = regex(r"[a-z][a-z0-9.&+-]*")
# 一般公共预算收入超10亿: the unit of money is left out.
_AMOUNT = regex("(?:总值|增加值|收入|支出|投资|总额|余额)$")
_PLACES = regex("位次|名次")
_MONEY = regex("(?:收入|支出|总额|投资|总值|增加值|余额)$")


def extract_facts(
    view: View, sections: Sequence[Section], sentences: Sequence[Sentence], identity: Identity
) -> tuple[Fact, ...]:
    """The facts of a report in order; offsets are in the stored text.

    ``view`` is the reading text, ``sections`` and ``sentences`` its outline, in stored offsets.
    """
    folded = _MISREAD.sub("收入", with_digits(fold(view.text)))
    late = identity.year in identity.review_years
    if late:
        # Given at the end of the year that it looks back on: as one given after it.
        folded, identity = a_year_later(folded), replace(identity, year=identity.plan_years[0])
        sections = [replace(s, path=tuple(map(a_year_later, s.path))) for s in sections]
    spans = [
        (s.section, bisect_left(view.offsets, s.start), bisect_left(view.offsets, s.end)) for s in sentences
    ]
    texts = [(section, view.text[a:b]) for section, a, b in spans]
    frames = section_frames(sections, identity, texts)
    # In a review of several years 这五年 or 2025年 holds until the next such word, over paragraphs; so does
    # 通过五年努力 under a head of both (“十四五”时期目标和2021年工作), until this year is spoken of.
    wide = {s.ordinal for s in sections if frames[s.ordinal].year and is_wide(s.path)}
    facts: list[Fact] = []
    carried: Frame | None = None
    lasting: Frame | None = None
    previous_end, previous_section = 0, -1
    seen_end, seen_section = 0, -1
    previous_top: tuple[str, ...] = ()
    topic = ""
    turns = turnings(sections, texts, identity)
    for number, (sentence, (_, start, end)) in enumerate(zip(sentences, spans, strict=True)):
        top, base, text = sections[sentence.section].path[:1], frames[sentence.section], folded[start:end]
        if top != previous_top:
            carried = lasting = None
        elif sentence.section != previous_section or "\n" in folded[previous_end:start]:
            planned = lasting is not None and lasting.nature == TARGET
            within = sentence.section == previous_section or base.first != base.year
            if planned and (not within or (_GOALS_ANEW.search(text) and "年均" not in text)):
                lasting = None
            over = base.nature == TARGET and not planned  # what was done is none of a plan
            carried = lasting if sentence.section in wide and not over else None
        previous_end, previous_section, previous_top = end, sentence.section, top
        if turning := turns.get(sentence.section):
            base = turning.at(number)
            if number == turning.number:
                carried = lasting = None
        before = carried
        opens = sentence.section != seen_section or "\n" in folded[seen_end:start]
        governing, carried = governing_time(text, base, carried, identity, opens=opens)
        if not _ADDRESS.fullmatch(text.strip()):
            seen_end, seen_section = end, sentence.section  # 各位代表！2012年，…: the year opens
        if base.nature == TARGET and any(m.first == m.last == identity.year for m in governing.mentions):
            lasting = None
        elif carried is not before and _lasts(carried, identity, opens=opens, planned=base.nature == TARGET):
            lasting = carried
        for context in contexts(text, "" if opens else topic):
            fact = _fact(view, identity, sentence, start, text, context, governing, base, len(facts))
            # What has been done by the end of a year was not done in the next.
            early = late and base.nature == TARGET != fact.nature and fact.period == str(identity.year)
            back = identity.year - 1 if early and identity.year else None
            facts.append(replace(fact, year=back, period=str(back)) if back else fact)
        topic = _topic(text)
    return tuple(facts)


_ADDRESS = regex("(?:各位(?:代表|委员)|同志们|朋友们|[,，、])+[!！:：。]?")
_GOALS_ANEW = regex("(?:目标|指标)(?:是|为|[:：])")
_SHORT = 14


def _topic(text: str) -> str:
    """The indicator that a short sentence without figures names (经营主体稳中培优), or ``""``."""
    names = [] if len(text) > _SHORT or re.search(r"\d", text) else find_names(text)
    return text[names[0].start : names[0].end] if len(names) == 1 else ""


def _lasts(frame: Frame | None, identity: Identity, *, opens: bool, planned: bool) -> bool:
    """Whether a time governs the paragraphs after its own: 这五年, or the year under review.

    In what is ``planned`` only the years of a five-year plan do.

    A single year does so only where it ``opens`` a paragraph: in the middle of one it dates a figure.
    """
    if frame is None or frame.year is None or frame.first is None:
        return False
    if planned:
        return frame.year - frame.first == PLAN_YEARS and frame.nature == TARGET
    return frame.first != frame.year or (
        opens and identity.year is not None and frame.year == identity.year - 1
    )


def as_printed(words: str, text: str, original: str, until: int) -> str:
    """Folded ``words`` as the report has them: with its capitals and its own forms of characters.

    ``original`` is the sentence, ``text`` the same folded; of several places the last before
    ``until`` counts. Words that were put together are given the report's capitals one by one.
    """
    if (at := text.rfind(words, 0, until)) >= 0 or (at := text.find(words)) >= 0:
        return original[at : at + len(words)]

    def printed(run: re.Match[str]) -> str:
        found = text.find(run.group())
        return run.group() if found < 0 else original[found : run.end() - run.start() + found]

    return _LATIN.sub(printed, words)


def _fact(
    view: View,
    identity: Identity,
    sentence: Sentence,
    offset: int,
    text: str,
    context: Context,
    governing: Governing,
    base: Frame,
    ordinal: int,
) -> Fact:
    figure, clause = context.figure, context.clause
    frame, part = governing.at(figure.start, text)
    lead = text[: figure.start]
    frame = narrowed(frame, context.near, base, lead, text[figure.end :][:40])
    frame = by_the_year(frame, lead, identity.year, identity.review_years)
    start, end = view.to_stored(offset + figure.start, offset + figure.end)
    words = view.text[offset + clause.start : offset + clause.end]
    original = view.text[offset : offset + len(text)]
    indicator = context.indicator
    measure = measure_of(text, context)
    grows = ECONOMY_GROWS.search(context.near) or (indicator == "经济" and measure == "增速")
    name = GDP if grows else standard_name(indicator)
    if figure.base_unit in THINGS and _AMOUNT.search(name) and not _PLACES.match(text, figure.end):
        name = ""  # 44个县实现生产总值50亿元: counties are counted
    bare_money = figure.multiplier in ("亿", "万亿") and not figure.unit and _MONEY.search(name)
    return Fact(
        ordinal=ordinal,
        place=place_elsewhere(text, context, identity) or identity.place,
        indicator=as_printed(indicator, text, original, figure.start)[:80],
        name=name,
        clause=words.strip(),
        before=as_printed(words_before(context), text, original, figure.start),
        after=as_printed(context.right.strip(), text, original, len(text)),
        year=frame.year,
        period=frame.period + part,
        nature=nature_of(frame, text, context, base),
        measure=measure,
        bound=figure.bound,
        figure=view.text[offset + figure.start : offset + figure.end],
        value=figure.value,
        unit=figure.multiplier + figure.unit,
        normal=figure.normal,
        base_unit="元" if bare_money else figure.base_unit,
        start=start,
        end=end,
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        section=sentence.section,
    )
