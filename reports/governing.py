"""The time that governs a figure: what its section is about, and the words before it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reports.patterns import regex

from .misleading import corrected
from .periods import RESULT, TARGET, Frame, base_frame, two_frames
from .records import Identity, Section
from .text import fold
from .times import TimeMention, find_times
from .turn import cut, spoken_in, turn_in

WILL = regex(
    r"力争|确保|争取|将(?!近|军|士|来)|计划|预期|目标|要(?!求|素|闻|点|案|件|道|塞|地)|拟|努力|规划|安排|实现.{0,12}以上|今年"
)


# 今年以来, 今年第一季度又比去年同期增长: what has been already
_SO_FAR = regex(r"今年(?=以来|第?一季度|上半年|前|\d{1,2}至\d|1-)")
# 钢产量拟定为…, 总产值将比上年增长…: a plan, wherever it stands.
AIMS = regex(
    r"预期目标(?:是|为|[:：])|(?:奋斗|发展|工作)目标是|目标(?:定为|确定为|初步确定)|计划草案(?:拟定|安排|规定|要求|提出)|"
    r"拟定为|(?<![已均并又])将(?:会|可)?(?:分别)?(?:达到|增加到?|增长|比|提高到?|扩大到?)(?![了过])"
)


def starts_from(mention: TimeMention, text: str) -> bool:
    """Whether a time is where a change begins: 由2006年的30家."""
    return text[max(0, mention.start - 1) : mention.start] in ("由", "从", "自")


class Governing:
    """The time that governs each position of a sentence."""

    def __init__(self, base: Frame, mentions: list[TimeMention], report_year: int | None) -> None:
        self.base, self.mentions, self.report_year = base, mentions, report_year

    def _left_behind(self, mention: TimeMention, position: int, text: str) -> bool:
        """由2006年的30家增长到36家: the year holds for the first figure alone, 其中今年 up to a semicolon."""
        if _SUM_BESIDE.match(text, mention.start - 1) and self.base.first == self.base.year:
            return bool(re.search("[,，;；]", text[mention.end : position]))
        own = mention.part == text[mention.start : mention.end] and not mention.carries
        if own and not starts_from(mention, text):
            # 开工率三季度达85%，全年完成投资2亿元: the part of the year is the clause's own
            return bool(re.search("[,，;；]", text[mention.end + 1 : position]))
        if text[mention.start - 2 : mention.start] == "其中":
            return bool(re.search("[;；]", text[mention.end : position]))
        ends = "[到至为,，;；]" if text[mention.end : mention.end + 1] == "的" else "[到至为]"
        return starts_from(mention, text) and bool(re.search(ends, text[mention.end : position]))

    def at(self, position: int, text: str) -> tuple[Frame, str]:
        """(frame, part of the year) at ``position`` of the sentence ``text``."""
        last = None
        for mention in self.mentions:
            if mention.end <= position and not self._left_behind(mention, position, text):
                last = mention
        if last is None:
            return self.base, ""
        year = self.report_year
        nature = self.base.nature
        if year is not None:
            if last.last < year:
                nature = RESULT
            elif last.last >= year:
                nature = TARGET if last.last > year or self.base.nature == TARGET else self.base.nature
                if self.base.nature == RESULT and last.last == year and WILL.search(_SO_FAR.sub("", text)):
                    nature = TARGET
        return Frame(last.last, last.first, nature), last.part


_SUM_BESIDE = regex("、.年(?:累计|共)")  # 改造30处、四年累计92处，拆除4处


def _told_by_heads(sections: Sequence[Section], year: int | None) -> dict[int, Frame]:
    """What the heads of each section say that it is about; of no nature where they do not."""
    return {s.ordinal: base_frame(s.path, year, Frame(None, None, "")) for s in sections}


def section_frames(
    sections: Sequence[Section], identity: Identity, sentences: Sequence[tuple[int, str]]
) -> dict[int, Frame]:
    """What each section is about: by its heads, else by the side of the report's turn on which it stands.

    ``sentences`` are the ordinals of their sections and their texts: they tell where heads do not, and
    where these mislead.
    """
    year = identity.year
    past = year - 1 if year else None
    looks_back, plans = Frame(past, past, RESULT), Frame(year, year, TARGET)
    if identity.kind == "责任分解通知":
        return {s.ordinal: base_frame(s.path, year, plans) for s in sections}
    spoken = spoken_in(sentences, len(sections))
    first = cut(spoken)
    frames = {
        ordinal: frame
        if frame.nature
        else base_frame(sections[ordinal].path, year, looks_back if ordinal < first else plans)
        for ordinal, frame in _told_by_heads(sections, year).items()
    }
    if year is None:
        return frames
    lengths = Counter(section for section, _ in sentences)
    return corrected(sections, frames, spoken, [lengths[s.ordinal] for s in sections], year)


@dataclass(frozen=True, slots=True)
class Turning:
    """A section's frames before and from its sentence ``number`` on, where it turns to planning within."""

    number: int
    back: Frame
    ahead: Frame

    def at(self, number: int) -> Frame:
        return self.back if number < self.number else self.ahead


def turnings(
    sections: Sequence[Section], sentences: Sequence[tuple[int, str]], identity: Identity
) -> dict[int, Turning]:
    """The sections within which the report turns from looking back to planning.

    ``sentences`` are the ordinals of their sections and their texts. A head may say that it does both
    (“十三五”时期成就和“十四五”时期目标); a report of hardly any heads turns within its largest section.
    """
    year = identity.year
    if year is None or identity.kind == "责任分解通知":
        return {}
    told = _told_by_heads(sections, year)
    found: dict[int, Turning] = {}
    by_top: dict[tuple[str, ...], list[int]] = {}
    for section in sections:
        by_top.setdefault(section.path[:1], []).append(section.ordinal)
    for top, ordinals in by_top.items():
        if top and (frames := two_frames(top[0], year)):
            # A head further in may tell more (“十四五”目标), but most do not speak of time.
            whole = base_frame(top, year, Frame(None, None, ""))
            found |= _turn_within([o for o in ordinals if told[o] == whole], sentences, *frames)
    untold = [o for o, frame in told.items() if not frame.nature]
    sizes = Counter(section for section, _ in sentences)
    if max((sizes[ordinal] for ordinal in untold), default=0) > len(sentences) / 2:
        found |= _turn_within(untold, sentences, Frame(year - 1, year - 1, RESULT), Frame(year, year, TARGET))
    return found


def _turn_within(
    ordinals: Sequence[int], sentences: Sequence[tuple[int, str]], back: Frame, ahead: Frame
) -> dict[int, Turning]:
    """The turning of these sections, taken as one run; none where they do not turn."""
    inside = frozenset(ordinals)
    numbers = [n for n, (section, _) in enumerate(sentences) if section in inside]
    texts = [sentences[n][1] for n in numbers]
    turn = _opened(texts, ahead) or turn_in(texts)
    return dict.fromkeys(inside, Turning(numbers[turn], back, ahead)) if 0 < turn < len(numbers) else {}


def _opened(texts: Sequence[str], ahead: Frame) -> int:
    """The number of the first later sentence that begins with the coming years (“十四五”时期是); or 0."""
    if ahead.year is None or ahead.first == ahead.year:
        return 0
    for number, text in enumerate(texts):
        times = find_times(fold(text.strip())[:24], ahead.first or ahead.year, review=False)
        if number and any(
            t.start <= _FIRST and (t.first, t.last) == (ahead.first, ahead.year) for t in times
        ):
            return number
    return 0


_FIRST = 2


def _dates_itself(base: Frame, mention: TimeMention, text: str) -> bool:
    """去年生产总值达到… within a review of five years that ended then dates its own sentence alone."""
    wide = base.nature == RESULT and base.first != base.year
    last = mention.first == mention.last == base.year
    return wide and last and text[mention.end : mention.end + 1] not in (",", "，")


def opens_looking_back(text: str) -> bool:
    """过去一年，各项工作取得很大成绩。 within a plan: what follows tells how, until it plans again."""
    return bool(_WENT_WELL.search(text)) and not _plans(text)


def _plans(text: str) -> bool:
    """Whether a word of planning stands in ``text``; 重要 and 主要 hold none."""
    return WILL.search(_NOT_WILL.sub("", text)) is not None


_NOT_WILL = regex("[重主必需]要|纲要")
_WENT_WELL = regex("取得|完成了|实现了|成绩|成就|成效")


# 2022年度3个中心村通过验收 says of which year's programme they are.
_OF_A_YEAR = regex("年?度(?![，,、：:])")


def _dates_a_thing(mention: TimeMention, text: str) -> bool:
    return mention.first == mention.last and _OF_A_YEAR.match(text, mention.end) is not None


_SINCE_THEN = regex(r"将(?:会|可|分别)?比(\d{4})年")


def _aims(text: str, year: int) -> bool:
    """Whether a sentence plans; 将比1980年增长 tells by how much a thing has grown at the end of a plan."""
    since = _SINCE_THEN.search(text)
    return AIMS.search(text) is not None and not (since and int(since[1]) < year - 1)


def governing_time(
    text: str, base: Frame, carried: Frame | None, identity: Identity, *, opens: bool
) -> tuple[Governing, Frame | None]:
    """(the times of a sentence, the frame that holds after it); ``opens``: it begins a paragraph."""
    year = identity.year
    if year is None:
        return Governing(carried or base, [], None), carried
    mentions = find_times(text, year, review=(carried or base).nature == RESULT)
    aside = carried and carried.first == carried.year and carried.nature == RESULT != base.nature
    if aside and _plans(text):
        carried = None  # 我们要…: the plan goes on
    here = carried or base
    if here.nature == RESULT and _aims(text, year) and not any(m.last < year for m in mentions):
        # 经济社会发展的主要预期目标是 plans, wherever it stands.
        here = Frame(year, year, TARGET)
    if here is carried and here.nature == RESULT and here.year == year and _plans(text):
        here = Frame(year, year, TARGET)  # 今年…。将用三十亿元建设住宅: the year's plan goes on
    governing = Governing(here, mentions, year)
    for mention in mentions:
        if mention.carries and mention.start <= 18 and not starts_from(mention, text):
            if mention.last > year and base.nature == RESULT:
                continue
            past = base.nature == TARGET and mention.last < year and mention.first == mention.last
            if past and not opens_looking_back(text[mention.end :]):
                continue
            if _dates_a_thing(mention, text) or (not opens and _dates_itself(base, mention, text)):
                continue
            carried = Frame(mention.last, mention.first, RESULT if mention.last < year else base.nature)
            break
    return governing, carried
