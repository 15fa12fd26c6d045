"""Items of a numbered list: those of a field (十件实事里养老方面的有哪几件), the one of a rank, or all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.patterns import regex
from reports.text import fold, plain
from vectorstore.records import ReportEntry

from ..evidence.admitted import of_field
from ..evidence.matching import sentence_coverage
from ..evidence.pieces import Piece, number_of, piece_of, shortened
from ..evidence.prepared import Evidence, Shelf
from ..questions.counted import numerals
from ..questions.numerals import COUNTS
from ..questions.slots import Slots
from .ranking import ENOUGH
from .topics import weigh_open

_NUMBER = r"\d{1,2}|[二两三四五六七八九]?十[一二三四五六七八九]?|[二两三四五六七八九]"
_COUNTED = (
    rf"(?<![\d.第一二三四五六七八九十百])(?P<n>{_NUMBER})(?P<measure>(?:个|大)?方面的?|[件项个大条类])"
    r"(?:重点|省级|市级|县级|重大|为民|惠民)?(?P<noun>[一-鿿]{2,8}?)"
)
_LIST = _COUNTED + r"[”\"」]?(?:里面?|中|当中|之中|内)[，,]?"
_OF_FIELD = regex(
    _LIST
    + r"(?:属于|涉及|有关|关于|跟|和|与|针对|是)?"
    + r"(?P<topic>(?!有|是|都|包括|分别|具体|主要|最|还|第|已)[一-鿿]{2,8}?|[一-鿿](?=方面|有关|相关))"
    + r"(?:方面|领域|有关|相关|类|这一?块儿?|这一?项|上)*的?(?:工程|项目|实事)?"
    + r"(?:都|主要|具体|分别|[要将]|打算|准备|计划)*(?:有|是|包括|做|干|办|安排|建)?(?:了|些)?(?:哪|什么|啥)"
)
_GOOD_DEEDS = "(?:民生|惠民|为民|利民|便民)?(?:办)?实事(?:项目|工程)?"
_OF_GOOD_DEEDS = regex(
    _GOOD_DEEDS
    + r"(?:里面?|中|当中|之中|内)[，,]?(?:专门|属于|涉及|有关|关于|跟|和|与|针对|对)?"
    + r"(?P<topic>(?!有|是|都|包括|分别|具体|主要|最|还|第|已)[一-鿿、]{2,12}?)"
    + r"(?:方面|领域|有关|相关|类|这一?块儿?|这一?项|上)*的?(?:都|主要|具体|分别|[要将]|打算|准备|计划)*"
    + r"(?:有|是|包括|做|干|办|安排|建)?(?:了|些)?(?:哪|什么|啥)"
    + r"|(?:要|打算|准备|计划|[今明]年)[^，,。；;]{0,4}?[给为替](?P<whom>[一-鿿、]{2,20}?)"
    + r"[，,]?[办做干](?:哪些|几件|什么)(?:具体|重点|新)?的?"
    + _GOOD_DEEDS
)
_GOOD_DEEDS_LISTED = regex(
    rf"(?:{_NUMBER})(?:个|大)?(?:方面|[件项个类])[^，。；]{{0,8}}?实事(?!.*(?:圆满|全面|全部|如期)完成)"
)
# 这些困难群体, 等群众: they name no one besides
_ALL_SUCH = regex("(?:这些|等)?(?:各类|各种)?(?:困难|特殊|弱势|重点)?(?:群体|人群|群众|人员)$|等$|这些$|们$")
_ALL = regex("哪" + _COUNTED + r"(?:要[办做]|[？?。！]|$)")
_OF_RANK = regex(_LIST + rf"(?:的)?第(?P<k>{_NUMBER}|一)[件项个条]?(?:是|指|叫|为|要|办|做)")
_MARKED = regex("(?:方面|领域|有关|相关|[这一]块儿?)的?(?:都|主要)?(?:有|是|包括)?(?:哪|什么|啥)")
_INLINE = regex(r"[；;]")
_OF_KIND = regex(r"(?<![^，,：:])(?P<kind>[^，,。；;:：\d]{2,12})\d+[项件个][:：]")
_HEAD = regex(r"[:：]")
_LOOSE = "实事|工程|行动|任务|工作|项目|举措|措施|计划"
# What the items of such a list are called by; they are too short to say their field.
_FIELDS = (
    ("教育|上学|学校|读书|孩子", "校|学|教育|教师|幼儿园"),
    ("养老|老人|老年", "养老|老年|老人|照料|适老|敬老|助老|日间照护"),
    ("托育|带娃|孩子", "托育|托位|婴幼儿|儿童"),
    ("医疗|卫生|健康|看病|就医", "医|卫生[院室服]|诊|筛查|健康"),
    ("交通|道路|出行", "路(?!灯)|桥|公交|停车|客运|出行"),
    ("住房|居住|安居", "住房|危房|棚户|小区|廉租|公租|安居"),
    ("水利|饮水|供水", "饮水|供水|水利|水库|灌溉|灌区|河道|水厂"),
    ("文化|体育|文体", "文化|图书|书屋|体育|球场|健身|广场|剧"),
    ("环境|环保|生态", "污水|垃圾|绿[化道]|公园|厕|污染|生态|环境"),
    ("就业", "就业|技能|培训|岗位"),
    ("社保|社会保障|救助", "低保|补贴|救助|保险|保障|养老金|残疾"),
)
_CONTAINS = regex("(?:主要|具体|分别)*(?:包括|是|为|有)[：:]?")
_HEADED = 16
_ROOM, _ALL_ROOM = 600, 420
_FEWEST = 3
_MOST = 8


def answer_items(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf) -> list[Piece] | None:
    """The items of a numbered list that speak of a field, the one of a rank, or all; empty where none does.

    None where the question asks for no such item, or no report has the list.
    """
    text = fold(slots.text)
    if told := _good_deeds(text, entries, shelf):
        return told
    asked = _ALL.search(text) or _OF_RANK.search(text) or _OF_FIELD.search(text)
    if asked is None:
        return None
    listed = False
    for entry in sorted(entries, key=lambda e: -(e.identity.year or 0)):
        evidence = shelf.evidence(entry)
        for first, items in _lists(asked["n"], asked["measure"], plain(asked["noun"]), evidence):
            if "topic" not in asked.groupdict() and "k" not in asked.groupdict():
                return _whole(first, items)
            listed = True
            if told := _asked_for(asked, items, evidence):
                return shortened(told, _ROOM)
    return [] if listed and ("k" in asked.groupdict() or _MARKED.search(text)) else None


def _good_deeds(text: str, entries: Sequence[ReportEntry], shelf: Shelf) -> list[Piece]:
    """What the list of 实事 says of those asked about, however many it has; empty where none is meant."""
    asked = _OF_GOOD_DEEDS.search(text)
    if asked is None:
        return []
    named = re.split("、|和|与|以及|及", asked["topic"] or asked["whom"])
    topics = [_ALL_SUCH.sub("", plain(name)) for name in named]
    for entry in sorted(entries, key=lambda e: -(e.identity.year or 0)):
        evidence = shelf.evidence(entry)
        found = (i for i, s in enumerate(evidence.sentences) if _GOOD_DEEDS_LISTED.search(s))
        items = max((_items_at(evidence, i) for i in found), key=len, default=[])
        if len(items) >= _FEWEST:
            told = [p for t in topics if len(t) > 1 for p in _of_topic(t, items, evidence)]
            if asked["whom"] and not told:
                # those whom they are done for are named below the heads
                told = [p for t in topics if len(t) > 1 for p in _of_topic(t, items, evidence, heads=False)]
            return shortened(sorted(set(told), key=lambda p: p.start), _ROOM) if told else []
    return []


def _asked_for(asked: re.Match[str], items: list[list[Piece]], evidence: Evidence) -> list[Piece]:
    if rank := asked.groupdict().get("k"):
        at = _value(rank)
        return items[at - 1] if 0 < at <= len(items) else []
    return _of_topic(plain(asked["topic"]), items, evidence)


def _of_topic(topic: str, items: list[list[Piece]], evidence: Evidence, *, heads: bool = True) -> list[Piece]:
    """The items that speak of a field, in any words known for it; by their ``heads``, where all have one."""
    need = weigh_open(topic, evidence)
    kinds = [f"{field}|{held}" for field, held in _FIELDS if re.search(field, topic)]
    headed = heads and all(len(item) > 1 and len(item[0].text) <= _HEADED for item in items)
    chosen: list[Piece] = []
    for item in items:
        texts = [plain(piece.text) for piece in (item[:1] if headed else item)]
        if of_kinds := [m["kind"] for piece in item if (m := _OF_KIND.match(piece.text))]:
            texts = list(map(plain, of_kinds))
        of_kind = any(re.search(held, text) for held in kinds for text in texts)
        covered = (sentence_coverage(need, [(text, 1.0)]) >= ENOUGH for text in texts)
        of_field_asked = not kinds and any(of_field(topic, text) for text in texts)
        if of_kind or of_field_asked or any(topic in text for text in texts) or any(covered):
            chosen.extend(item)
    return chosen


def _value(numeral: str) -> int:
    if numeral.isdigit():
        return int(numeral)
    if "十" not in numeral:
        return 1 if numeral == "一" else COUNTS.get(numeral, 0)
    tens, _, ones = numeral.partition("十")
    return 10 * (COUNTS.get(tens, 0) or 1) + (1 if ones == "一" else COUNTS.get(ones, 0))


def told_after(evidence: Evidence, index: int, count: int) -> list[Piece]:
    """A sentence that announces a list (办好18件实事。), its ``count`` items; empty where none follow."""
    items = _items_at(evidence, index)
    if len(items) >= _FEWEST and abs(len(items) - count) <= 1:
        return _whole(index, items)
    after = evidence.sentence(index + 1)
    if _CONTAINS.match(after) and len(re.findall("[、,，;；]", after)) >= max(_FEWEST, count - 2):
        return [piece_of(evidence, index), piece_of(evidence, index + 1)]
    return []


def _whole(index: int, items: list[list[Piece]]) -> list[Piece]:
    """All items at their openings, after what stands before them in the sentence that announces them."""
    lead = piece_of(items[0][0].evidence, index)
    told = [piece for item in items for piece in item]
    if lead.start < told[0].start < lead.end:
        lead = Piece(lead.evidence, lead.start, told[0].start)
    short = sum(len(piece.text) for piece in told) <= _ALL_ROOM
    return shortened([lead, *(told if short else (item[0] for item in items))], _ALL_ROOM)


def _lists(number: str, measure: str, noun: str, evidence: Evidence) -> list[tuple[int, list[list[Piece]]]]:
    """The lists of as many items that sentences announce, the longest first, each item with its sentences.

    Each with the index of the sentence that announces it.
    """
    kind = found[-1] if (found := re.findall(_LOOSE, noun)) else noun
    of = "(?:个|大)?方面的?" if "方面" in measure else measure
    named = re.compile(rf"(?<!\d)(?:{_written(number)}){of}[^，。；]{{0,8}}?{re.escape(kind)}")
    lists = []
    for index, text in enumerate(evidence.sentences):
        if named.search(text):
            items = _items_at(evidence, index)
            if _FEWEST <= len(items) <= _value(number) + 1:
                lists.append((index, items))
    return sorted(lists, key=lambda told: -len(told[1]))


def _written(number: str) -> str:
    value = _value(number)
    tens, ones = divmod(value, 10)
    if value <= 10:
        return numerals(value)
    digits = "零一二三四五六七八九"
    return f"{value}|{digits[tens] if tens > 1 else ''}十{digits[ones] if ones else ''}"


def _items_at(evidence: Evidence, index: int) -> list[list[Piece]]:
    """The items of the list that a sentence announces, each with its sentences; empty where none follow."""
    ways = (_inline(evidence, index), _following(evidence, index), _by_kind(evidence, index))
    raw = piece_of(evidence, index + 1).text if index + 1 < len(evidence.sentences) else ""
    marked = [number_of(part) for part in _INLINE.split(raw)]
    if len(marked) >= _FEWEST and marked == list(range(1, len(marked) + 1)):
        return _inline(evidence, index + 1, headed=False)  # ①…；②…；
    return max(ways, key=len)


def _by_kind(evidence: Evidence, index: int) -> list[list[Piece]]:
    """The sentences that each count the items of one kind (水利工程3项：…), the first at ``index``."""
    report, first = evidence.report, piece_of(evidence, index)
    raw = report.text[first.start : first.end]
    begun = [m for m in _OF_KIND.finditer(raw) if m.start()]
    items = [[Piece(evidence, first.start + begun[0].start(), first.end)]] if begun else []
    for later in range(index + 1, len(report.sentences)):
        piece = piece_of(evidence, later)
        if not _OF_KIND.match(piece.text):
            break
        items.append([piece])
    return items


def _inline(evidence: Evidence, index: int, *, headed: bool = True) -> list[list[Piece]]:
    """The parts of a sentence after its colon, between semicolons."""
    piece = piece_of(evidence, index)
    raw = evidence.report.text[piece.start : piece.end]
    head = _HEAD.search(raw)
    if (headed and head is None) or len(_INLINE.findall(raw)) < _FEWEST - 1:
        return []
    items, start = [], head.end() if headed and head else 0
    for mark in (*_INLINE.finditer(raw, start), None):
        end = mark.end() if mark else len(raw)
        items.append([Piece(evidence, piece.start + start, piece.start + end)])
        start = end
    return items


def _following(evidence: Evidence, index: int) -> list[list[Piece]]:
    """The numbered sentences from the announcing one on, each with those up to the next number."""
    report = evidence.report
    first = piece_of(evidence, index)
    raw = report.text[first.start : first.end]
    head = _HEAD.search(raw)
    items: list[list[Piece]] = []
    parted = False  # whether an item takes more than a line
    if head and number_of(raw[head.end() :]) == 1:
        items.append([Piece(evidence, first.start + head.end(), first.end)])
    for later in range(index + 1, len(report.sentences)):
        piece = piece_of(evidence, later)
        number = number_of(piece.text)
        new_line = "\n" in report.text[report.sentences[later - 1].end : piece.start]
        if number == len(items) + 1:
            items.append([piece])
        elif not number and not items and later - index <= _FEWEST:
            continue
        elif number or not items or len(items[-1]) >= _MOST or (new_line and not parted and items[1:]):
            break
        else:
            parted = parted or new_line
            items[-1].append(piece)
    return items
