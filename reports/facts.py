"""Every figure of a report as a fact: indicator, year, nature, measure, value and where it stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .figures import Figure, find_figures
from .indicators import find_names
from .periods import RESULT, TARGET, Frame, TimeMention, base_frame, find_times
from .records import Fact, Identity, Section, Sentence
from .text import fold

if TYPE_CHECKING:
    from .repair import View

_BREAK = re.compile(r"[，；;。：:！？!?\n]|,(?!(?<=\d,)\d{3}(?!\d))")
_GROWTH = re.compile(
    r"(?:同比|环比|年均|平均|比上年|较上年|比去年|分别|可比价|按可比价格计算|按可比口径|增长|增速|增幅|涨幅|递增|上升|上涨|提高|提升|下降|降低|减少|回落|增加(?!值)|压减|压降|扩大|缩小|收窄|加快|负增长|增收|翻)"
)
_CHANGE = re.compile(
    r"增长|增速|增幅|涨幅|递增|上升|上涨|提高|提升|下降|降低|减少|回落|增加(?!值)|压减|压降|扩大|缩小|收窄|加快|负增长|翻|改善|下调|上调|降幅|升幅|高于|低于|快于"
)
_REACHED = re.compile(r"(?:到|至|达|为|达到|增加到|提高到|上升到|下降到|增长到)$")
_SHARE = re.compile(r"占|比重|率|比例|强度|覆盖|份额|完成年度|完成全年|贡献|合格")
_RANK = re.compile(r"(?:第|前|居|列)$")
_ESTIMATE = re.compile(r"预计|预期完成|有望")
_PRELIMINARY = re.compile(r"初步核算|初步统计|快报|初步测算|初步预计|统一核算|初核")
_TOTAL = re.compile(r"累计|共|总计|合计|五年来|任期内")
_WILL = re.compile(
    r"力争|确保|争取|将(?!近|军|士|来)|计划|预期|目标|要(?!求|素|闻|点|案|件|道|塞|地)|拟|努力|规划|安排|实现.{0,12}以上|今年"
)
_DONE = re.compile(r"去年|上年|已(?!知)|建成投用|来之不易|完成了|实现了|取得")
_FOOTNOTE = re.compile(r"\[\d{1,3}\]|〔\d{1,3}〕")
# 全国第一, 全省文明城市: a rank or a title, not a figure of the nation.
_NOT_A_PLACE = "第|首|前|率先|唯一|最|一流|领先|性|人大|两会|政协|名|排|百|十|示范|文明|卫生"
# Words that name a quantity only together with the subject before them: 总数达100家.
_GENERIC = frozenset(
    [
        "总数",
        "总量",
        "总投资",
        "投资",
        "总面积",
        "面积",
        "总产值",
        "产值",
        "增速",
        "占比",
        "比重",
        "总额",
        "总额度",
        "投入强度",
        "强度",
        "总长",
        "总里程",
        "里程",
        "总规模",
        "规模",
        "总户数",
        "户数",
        "人数",
        "总人数",
        "数量",
        "均价",
        "成交额",
        "交易额",
        "成交金额",
        "合同金额",
        "金额",
        "资金",
        "总资金",
        "覆盖率",
        "完成率",
        "年产值",
        "年产量",
        "增幅",
        "份额",
    ]
)
_GDP = "地区生产总值"
# 经济增长6.5% is the growth of GDP.
_ECONOMY = re.compile(
    r"(?<![一-鿿])(?:全区|全市|全县|全省|全国|我国|预期|国民)?经济(?:年均|同比|预期)?(?:增长|增速)(?:率|目标|预期)?(?:达到?|为|达|保持在)?$"
)
# Verbs and fillers that end the words before a figure and are no part of an indicator.
_TAIL = re.compile(
    r"(?:[、和与及的]|分别|完成|达到|达|实现|增长到|提升到|提升至|提升|增加到|提高到|上升到|下降到|增至|升至|降至|为|是|约|近|超过|超|突破|逾|至|到|共计|共|累计|合计|总计|有|了|就|已|均|平均|保持在|控制在|稳定在|维持在|不低于|不少于|不超过|不高于|高于|低于|以|力争|确保|大约|仅|同比|环比|比上年|较上年|比去年|增长|上升|提高|增加|下降|减少|降低|上涨|回落|净增|年均|名义|实际|再|每年|全年|预计|左右|高达|多达|占|扩大|增幅|增速|涨幅)+$"
)
_COMPARISON = re.compile(
    r"^(?:分别)?(?:同)?(?:比|较)(?:\d{4}年(?:底|末)?|上年|去年|上年同期|去年同期|年初|上一?届|全[国省市](?:平均)?(?:水平)?)(?:同期)?"
)
_MOVED = re.compile(
    r"(?:分别)?(?:由)?(?:提升|提高|增加|增长|下降|降低|上升|扩大|缩小|回落|降|升|增|减少|压缩)?(?:到|至)(?:\d{4}年|去年|今年|目前)?(?:底|末)?的?"
)
_ORIGIN = re.compile(r"(?:从|由|自)(?:\d{4}年|上年|去年)?(?:的)?$")
_HEAD = re.compile(
    r"^(?:[、和与及]|全年|其中|预计|初步核算|初步统计|全市|全区|全县|全省|共|累计|力争|确保|实现|完成|使|并|已|到|将|要|努力|争取|年均|年内|以及|同时)+"
)


@dataclass(frozen=True, slots=True)
class _Clause:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Context:
    """What is known of a figure from the sentence around it (offsets in the view)."""

    figure: Figure
    clause: _Clause
    near: str
    right: str
    indicator: str
    inherited: bool
    item: str
    verb: str


def extract_facts(
    view: View, sections: Sequence[Section], sentences: Sequence[Sentence], identity: Identity
) -> tuple[Fact, ...]:
    """The facts of a report in order; offsets are in the stored text.

    ``view`` is the reading text, ``sections`` and ``sentences`` its outline, in stored offsets.
    """
    folded = fold(view.text)
    frames = _section_frames(sections, identity)
    facts: list[Fact] = []
    carried: Frame | None = None
    previous_end, previous_section = 0, -1
    for sentence in sentences:
        start, end = bisect_left(view.offsets, sentence.start), bisect_left(view.offsets, sentence.end)
        if "\n" in folded[previous_end:start] or sentence.section != previous_section:
            carried = None
        previous_end, previous_section = end, sentence.section
        text = folded[start:end]
        base = frames[sentence.section]
        governing, carried = _governing(text, base, carried, identity)
        for context in _contexts(text):
            facts.append(_fact(view, identity, sentence, start, text, context, governing, base, len(facts)))
    return tuple(facts)


def _section_frames(sections: Sequence[Section], identity: Identity) -> dict[int, Frame]:
    year = identity.year
    past = year - 1 if year else None
    default = Frame(past, past, RESULT)
    if identity.kind == "责任分解通知":
        default = Frame(year, year, TARGET)
    frames: dict[int, Frame] = {}
    for section in sections:
        frames[section.ordinal] = base_frame(section.path, year, default)
    return frames


class _Governing:
    """The time that governs each position of a sentence."""

    def __init__(self, base: Frame, mentions: list[TimeMention], report_year: int | None) -> None:
        self.base, self.mentions, self.report_year = base, mentions, report_year

    def _left_behind(self, mention: TimeMention, position: int, text: str) -> bool:
        """由2006年的30家增长到36家: the year holds for the first figure alone."""
        before = text[max(0, mention.start - 1) : mention.start]
        return before in ("由", "从", "自") and bool(re.search("[到至为]", text[mention.end : position]))

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
                if self.base.nature == RESULT and last.last == year and _WILL.search(text):
                    nature = TARGET
        return Frame(last.last, last.first, nature), last.part


def _governing(
    text: str, base: Frame, carried: Frame | None, identity: Identity
) -> tuple[_Governing, Frame | None]:
    year = identity.year
    if year is None:
        return _Governing(carried or base, [], None), carried
    mentions = find_times(text, year, review=base.nature == RESULT)
    here = carried or base
    governing = _Governing(here, mentions, year)
    for mention in mentions:
        if mention.carries and mention.start <= 8:
            if mention.last > year and base.nature == RESULT:
                continue
            if base.nature == TARGET and mention.last < year and mention.first == mention.last:
                continue
            carried = Frame(mention.last, mention.first, RESULT if mention.last < year else base.nature)
            break
    return governing, carried


def _clauses(text: str) -> Iterator[_Clause]:
    start = 0
    for match in _BREAK.finditer(text):
        yield _Clause(start, match.start())
        start = match.end()
    yield _Clause(start, len(text))


def _contexts(text: str) -> Iterator[_Context]:
    """Each figure of a folded sentence with the words that say what it measures."""
    figures = find_figures(text)
    if not figures:
        return
    subject = ""
    items: list[str] = []
    index = 0
    for clause in _clauses(text):
        inside = []
        while index < len(figures) and figures[index].start < clause.end:
            inside.append(figures[index])
            index += 1
        if not inside:
            lone = text[clause.start : clause.end]
            if lone:
                subject = lone if len(lone) <= 30 else ""
                items = []
            continue
        for context in _clause_contexts(text, clause, inside, subject, items):
            if context.indicator and not context.inherited and context.figure.unit != "位":
                subject = context.indicator
            yield context


def _clause_contexts(
    text: str, clause: _Clause, figures: list[Figure], subject: str, items: list[str]
) -> Iterator[_Context]:
    """The contexts of one clause's figures. ``items`` is updated: it lasts while figures share it."""
    nears = _nears(text, clause, figures)
    runs = _runs(nears)
    verb = ""
    for number, figure in enumerate(figures):
        near, (run_start, run_length) = nears[number], runs[number]
        if number == run_start:
            changes = _CHANGE.findall(near)
            verb = changes[-1] if changes else ""
            if run_length > 1:
                head = text[clause.start : figure.start] if number == 0 else near
                items[:] = _shared_items(head, run_length) or (items if _indicator(near) == "" else [])
            elif _indicator(near):
                items.clear()
        item = items[number - run_start] if run_length > 1 and len(items) == run_length else ""
        following = figures[number + 1].start if number + 1 < len(figures) else clause.end
        right = _right(text[figure.end : following], number + 1 < len(figures))
        own, inherited = _own(near, right, figure, subject)
        if item:
            own, inherited = item, False
        yield _Context(figure, clause, near, right, own, inherited, item, verb)
        if own and not inherited and figure.unit != "位":
            subject = own


def _nears(text: str, clause: _Clause, figures: list[Figure]) -> list[str]:
    """The words before each figure; those that end in 、 belong to the figure before (2枚金牌、7枚银牌)."""
    nears = []
    previous = clause.start
    for number, figure in enumerate(figures):
        near = _FOOTNOTE.sub("", text[previous : figure.start])
        if number and near.endswith(("、", "和", "及", "与")) and not near.startswith("、") and len(near) > 1:
            near = ""
        nears.append(near)
        previous = figure.end
    return nears


def _runs(nears: list[str]) -> list[tuple[int, int]]:
    """For each figure the start and length of its run: figures with nothing but 、 or 和 between them."""
    starts: list[int] = []
    for number, near in enumerate(nears):
        starts.append(starts[-1] if number and near.strip("、，和与及以") == "" and near else number)
    return [(start, starts.count(start)) for start in starts]


def _right(right: str, more: bool) -> str:
    right = _FOOTNOTE.sub("", right)
    if right[:1] in ("、", "和", "与"):
        return ""
    return right.split("、")[0] if more else right


def _own(near: str, right: str, figure: Figure, subject: str) -> tuple[str, bool]:
    """(indicator, whether it is the subject of an earlier figure)."""
    own = _indicator(near)
    if own and subject and (own.startswith("占") or own in _GENERIC):
        return subject + own, False
    if own and len(own) <= 4 and right and not find_names(own) and figure.base_unit not in ("%", "百分点"):
        # 新增7名院士: the verb before and the noun behind make the indicator.
        return own + _right_noun(right), False
    if own:
        return own, False
    if not _GROWTH.search(near) and figure.base_unit not in ("%", "百分点", "位"):
        own = _right_noun(right)
    if not own and subject:
        return subject, True
    return own, False


def _indicator(near: str) -> str:
    near = _COMPARISON.sub("", near.strip(' 、“”"()（）'))
    if _MOVED.fullmatch(near):
        return ""
    while (cut := _TAIL.sub("", near)) != near:
        near = cut
    near = _ORIGIN.sub("", _HEAD.sub("", near))
    return near.strip(' 、“”"的')


def _before(context: _Context) -> str:
    """The words before a figure; where several share a subject (…分别…), only the one that is its own."""
    near = context.near.strip()
    if not context.item:
        return near
    change = _CHANGE.search(near)
    verb = change.group() if change else _shared_verb(context)
    return context.item if context.item.endswith(verb) else context.item + verb


def _shared_verb(context: _Context) -> str:
    return "" if context.figure.base_unit not in ("%", "百分点") else context.verb


def _standard_name(indicator: str) -> str:
    """The standard name that ``indicator`` ends in; a name further in only qualifies it (占…比重)."""
    names = find_names(indicator)
    if (
        not names
        or indicator[names[-1].end :].strip('”"’)） 额数总量值人')
        or "占" in indicator[: names[-1].start]
    ):
        return ""
    return names[-1].name


def _right_noun(right: str) -> str:
    return re.split(r"[、（(]", right.strip())[0][:24]


def _shared_items(head: str, count: int) -> list[str]:
    """城乡居民…分别 with two figures → [城镇居民…, 农村居民…]; [] where nothing is shared out."""
    if count < 2 or "分别" not in head:
        return []
    subject = head.split("分别")[0]
    subject = _HEAD.sub("", subject)
    if "城乡" in subject and count == 2 and not re.search("[、和与及]", subject):
        return [_indicator(subject.replace("城乡", x)) for x in ("城镇", "农村")]
    if (found := re.search(r"(?:一、二、三|一二三|三)(?:次)?产业", subject)) and count == 3:
        tail = subject[found.end() :]
        return [_indicator(f"第{n}产业{tail}") for n in "一二三"]
    parts = [p for p in re.split(r"、|和|与|及|以及", subject) if p]
    if len(parts) != count:
        return []
    return _complete_items(parts)


def _complete_items(parts: list[str]) -> list[str]:
    """Gives every item the tail that only the last one carries: 肉类、禽蛋产量 → 肉类产量, 禽蛋产量."""
    parts = [*parts[:-1], _indicator(parts[-1]) or parts[-1]]
    last = parts[-1]
    names = find_names(last)
    for tail_length in range(min(10, len(last) - 2), 1, -1):
        tail = last[-tail_length:]
        if not re.fullmatch(r"[一-鿿]+", tail):
            continue
        kind = re.search(
            r"(?:居民)?人均(?:可支配)?(?:纯)?收入|总产量|产量|余额|增加值|总额|面积|数量|总值|收入|人数|投资|价格|(?:平均)?浓度|指数|强度|产值|里程|人次|规模|率|总量|占比|比重",
            last,
        )
        if kind and last.endswith(last[kind.start() :]):
            tail = last[kind.start() :]
            return [p if p.endswith(tail) or find_names(p) else p + tail for p in parts]
        break
    del names
    return [_indicator(p) for p in parts]


def _measure(text: str, context: _Context) -> str:
    figure = context.figure
    lead = text[max(context.clause.start, figure.start - 14) : figure.start]
    near = context.near[-14:]
    if figure.unit == "位" or _RANK.search(near):
        return "位次"
    if figure.base_unit in ("百分点",):
        return "增量"
    change = list(_CHANGE.finditer(near))
    grows = bool(change) and not _REACHED.search(near[change[-1].end() :] or near)
    if change and near[change[-1].end() :].startswith(("到", "至")):
        grows = False
    if not change and figure.base_unit == "%" and re.search(r"(?:同比|分别|比上年|年均)[^，；]*$", lead):
        whole = text[context.clause.start : figure.start]
        grows = bool(_CHANGE.search(whole)) or "同比" in near
    if (
        not change
        and figure.base_unit in ("%",)
        and not grows
        and context.near in ("、", "和", "及", "与", "")
    ):
        whole = text[context.clause.start : figure.start]
        found = list(_CHANGE.finditer(whole))
        grows = bool(found) and not _REACHED.search(whole[found[-1].end() :][:2])
    if figure.base_unit in ("%", "倍"):
        if grows:
            return "增速"
        return "占比"
    if grows and not re.search(r"新增|净增", near[-6:]):
        return "增量"
    return "水平"


def _nature(frame: Frame, text: str, context: _Context, base: Frame) -> str:
    start = context.figure.start
    lead = text[:start]
    clause = text[context.clause.start : start]
    if frame.nature == TARGET:
        if base.nature == TARGET and _DONE.search(clause) and not _WILL.search(clause):
            return RESULT
        return TARGET
    if _PRELIMINARY.search(lead):
        return "初步核算"
    if _ESTIMATE.search(lead[-60:]):
        return "预计"
    if (
        frame.first is not None
        and frame.year is not None
        and frame.year - frame.first >= 1
        and _TOTAL.search(lead)
    ):
        return "累计"
    return RESULT


def _elsewhere(text: str, context: _Context, identity: Identity) -> str:
    """The wider place that a figure speaks of (全国, 全省), or ``""`` where it is the report's own."""
    clause = text[context.clause.start : context.figure.start]
    level = "国" if identity.place in ("国务院", "全国", "") else identity.place[-1:]
    inside = {"全国": ("国",), "全省": ("国", "省")}
    for word, own in inside.items():
        if level not in own and re.match(rf"(?:高于|低于|占|快于)?{word}(?!{_NOT_A_PLACE})", clause):
            return word
    return ""


def _fact(
    view: View,
    identity: Identity,
    sentence: Sentence,
    offset: int,
    text: str,
    context: _Context,
    governing: _Governing,
    base: Frame,
    ordinal: int,
) -> Fact:
    figure, clause = context.figure, context.clause
    frame, part = governing.at(figure.start, text)
    start, end = view.to_stored(offset + figure.start, offset + figure.end)
    words = view.text[offset + clause.start : offset + clause.end]
    indicator = context.indicator
    name = _GDP if _ECONOMY.search(context.near) else _standard_name(indicator)
    return Fact(
        ordinal=ordinal,
        place=_elsewhere(text, context, identity) or identity.place,
        indicator=indicator[:80],
        name=name,
        clause=words.strip(),
        before=_before(context),
        after=context.right.strip(),
        year=frame.year,
        period=frame.period + part,
        nature=_nature(frame, text, context, base),
        measure=_measure(text, context),
        bound=figure.bound,
        figure=view.text[offset + figure.start : offset + figure.end],
        value=figure.value,
        unit=figure.multiplier + figure.unit,
        normal=figure.normal,
        base_unit=figure.base_unit,
        start=start,
        end=end,
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        section=sentence.section,
    )
