"""What the words around a figure say that it measures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .figures import Figure, find_figures
from .indicators import find_names, name_of_pattern

_BREAK = re.compile(r"[，；;。：:！？!?\n]|,(?!(?<=\d,)\d{3}(?!\d))")
_GROWTH = re.compile(
    r"(?:同比|环比|年均|平均|比上年|较上年|比去年|分别|可比价|按可比价格计算|按可比口径|增长|增速|增幅|涨幅|递增|上升|上涨|提高|提升|下降|降低|减少|回落|增加(?!值)|压减|压降|扩大|缩小|收窄|加快|负增长|增收|翻)"
)
CHANGE = re.compile(
    r"增长|增速|增幅|涨幅|递增|上升|上涨|提高|提升|下降|降低|减少|回落|增加(?!值)|压减|压降|扩大|缩小|收窄|加快|负增长|翻|改善|下调|上调|降幅|升幅|高于|低于|快于"
)
_FOOTNOTE = re.compile(r"\[\d{1,3}\]|〔\d{1,3}〕")
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
        "平均每人",
        "全国平均每人",
        "人均",
        "平均",
    ]
)
GDP = "地区生产总值"
# A clause that only says when, how or against what: it leaves the subject as it was.
_ASIDE = re.compile(
    r"(?:经过|通过|按|扣除|同比|比|较|在|以|并|而|其中|到|截至|截止)|\d{4}年|去年|今年|全年|五年来|一年来|目前"
)
# 经济增长6.5% is the growth of GDP.
ECONOMY_GROWS = re.compile(
    r"(?<![一-鿿])(?:全区|全市|全县|全省|全国|我国|预期|国民)?经济(?:年均|同比|预期)?(?:增长|增速)(?:率|目标|预期)?(?:达到?|为|达|保持在)?$"
)
# Verbs and fillers that end the words before a figure and are no part of an indicator.
_TAIL = re.compile(
    r"(?:[、和与及的]|分别|完成|达到|达|实现|增长到|提升到|提升至|提升|增加到|提高到|上升到|下降到|增至|升至|降至|为|是|约|近|超过|超|突破|逾|至|到|共计|共|累计|合计|总计|有|了|就|已|均|平均|保持在|控制在|稳定在|维持在|不低于|不少于|不超过|不高于|高于|低于|以|力争|确保|大约|仅|同比|环比|比上年|较上年|比去年|增长|上升|提高|增加|下降|减少|降低|上涨|回落|净增|年均|名义|实际|再|每年|全年|预计|左右|高达|多达|占|扩大|缩小|收窄|压缩|增幅|增速|涨幅)+$"
)
_WHEN = re.compile(r"^(?:截至|截止|到)?(?:\d{4}年(?:底|末)?|去年(?:底|末)?|今年|全年)(?=[^的])")
_COMPARISON = re.compile(
    r"^(?:分别)?(?:同)?(?:比|较)(?:\d{4}年(?:底|末)?|上年|去年|上年同期|去年同期|年初|上一?届|全[国省市](?:平均)?(?:水平)?)(?:同期)?"
)
_MOVED = re.compile(
    r"(?:分别)?(?:由)?(?:提升|提高|增加|增长|下降|降低|上升|扩大|缩小|回落|降|升|增|减少|压缩)?(?:到|至)(?:\d{4}年|去年|今年|目前)?(?:底|末)?的?"
)
_ORIGIN = re.compile(r"(?:从|由|自)(?:\d{4}年|上年|去年)?(?:的)?$")
_HEAD = re.compile(
    r"^(?:[、和与及]|全年|其中|预计|初步核算|初步统计|全市|全区|全县|全省|共|累计|力争|确保|实现|完成|使|并|已|到|将|要|努力|争取|年均|年内|以及|同时|但|而|且|其)+"
)


@dataclass(frozen=True, slots=True)
class Clause:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a figure from the sentence around it (offsets in the view)."""

    figure: Figure
    clause: Clause
    near: str
    right: str
    indicator: str
    inherited: bool
    item: str
    verb: str
    more: bool


def contexts(text: str) -> Iterator[Context]:
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
            subject = _subject_of(text[clause.start : clause.end], subject)
            items = []
            continue
        for context in _clause_contexts(text, clause, inside, subject, items):
            if context.indicator and not context.inherited and context.figure.unit != "位":
                subject = context.indicator
            yield context


def _clauses(text: str) -> Iterator[Clause]:
    start = 0
    for match in _BREAK.finditer(text):
        yield Clause(start, match.start())
        start = match.end()
    yield Clause(start, len(text))


def _subject_of(lone: str, subject: str) -> str:
    """The subject after a clause without a figure: 进出口总值创历史新高 names it, 经过努力 does not."""
    if not lone or _ASIDE.match(lone):
        return subject
    names = find_names(lone)
    if names and len(lone) - names[-1].end <= 14:
        return lone[: names[-1].end]
    return lone if len(lone) <= 30 else ""


def _clause_contexts(
    text: str, clause: Clause, figures: list[Figure], subject: str, items: list[str]
) -> Iterator[Context]:
    """The contexts of one clause's figures. ``items`` is updated: it lasts while figures share it."""
    nears = _nears(text, clause, figures)
    runs = _runs(nears)
    verb = ""
    for number, figure in enumerate(figures):
        near, (run_start, run_length) = nears[number], runs[number]
        if number == run_start:
            changes = CHANGE.findall(near)
            verb = changes[-1] if changes else ""
            if run_length > 1:
                head = text[clause.start : figure.start] if number == 0 else near
                if head.startswith("分别"):
                    head = subject + head
                items[:] = _shared_items(head, run_length) or (items if _indicator(near) == "" else [])
            elif _indicator(near):
                items.clear()
        item = items[number - run_start] if run_length > 1 and len(items) == run_length else ""
        following = figures[number + 1].start if number + 1 < len(figures) else clause.end
        right = _right(text[figure.end : following], number + 1 < len(figures))
        own, inherited = _own(near, right, figure, subject)
        if item:
            own, inherited = item, False
        yield Context(figure, clause, near, right, own, inherited, item, verb, number + 1 < len(figures))
        if own and not inherited and figure.unit != "位":
            subject = own


def _nears(text: str, clause: Clause, figures: list[Figure]) -> list[str]:
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
    if (
        own
        and len(own) <= 4
        and right
        and not CHANGE.match(right)
        and not _MOVED.match(right)
        and not find_names(own)
        and figure.base_unit not in ("%", "百分点")
    ):
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
    near = _WHEN.sub("", near.strip())
    near = _COMPARISON.sub("", near.strip(' 、“”"()（）'))
    if _MOVED.fullmatch(near):
        return ""
    while (cut := _TAIL.sub("", near)) != near:
        near = cut
    near = _ORIGIN.sub("", _HEAD.sub("", near))
    return near.strip(' 、“”"的')


def _right_noun(right: str) -> str:
    return re.split(r"[、（(]", right.strip())[0][:24]


def words_before(context: Context) -> str:
    """The words before a figure; where several share a subject (…分别…), only the one that is its own."""
    near = context.near.strip()
    if not context.item:
        return near
    change = CHANGE.search(near)
    verb = change.group() if change else _shared_verb(context)
    return context.item if context.item.endswith(verb) else context.item + verb


def _shared_verb(context: Context) -> str:
    return "" if context.figure.base_unit not in ("%", "百分点") else context.verb


def standard_name(indicator: str) -> str:
    """The standard name that ``indicator`` ends in; a name further in only qualifies it (占…比重)."""
    if composed := name_of_pattern(indicator):
        return composed
    names = find_names(indicator)
    if not names or "占" in indicator[: names[-1].start]:
        return ""
    rest = indicator[names[-1].end :].strip('”"’)） 额数总量值人的')
    return "" if rest and rest not in _GENERIC else names[-1].name


def _shared_items(head: str, count: int) -> list[str]:
    """城乡居民…分别 with two figures → [城镇居民…, 农村居民…]; [] where nothing is shared out."""
    if count < 2:
        return []
    subject = head.split("分别")[0] if "分别" in head else _TAIL.sub("", head)
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
