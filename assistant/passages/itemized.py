"""Some items of a numbered list: those of a field (十件实事里养老方面的有哪几件), or the one of a rank."""

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
_LIST = (
    rf"(?<![\d.第一二三四五六七八九十百])(?P<n>{_NUMBER})(?P<measure>[件项个大条])"
    r"(?:重点|省级|市级|县级|重大|为民|惠民)?(?P<noun>[一-鿿]{2,8}?)"
    r"[”\"」]?(?:里面?|中|当中|之中|内)[，,]?"
)
_OF_FIELD = regex(
    _LIST
    + r"(?:属于|涉及|有关|关于|跟|和|与|针对|是)?"
    + r"(?P<topic>(?!有|是|都|包括|分别|具体|主要|最|还|第|已)[一-鿿]{2,8}?|[一-鿿](?=方面|有关|相关))"
    + r"(?:方面|领域|有关|相关|类)*的?(?:工程|项目|实事)?"
    + r"(?:都|主要|具体|分别)?(?:有|是|包括|做|干|办|安排)?(?:了|些)?(?:哪|什么|啥)"
)
_OF_RANK = regex(_LIST + rf"(?:的)?第(?P<k>{_NUMBER}|一)[件项个条]?(?:是|指|叫|为|要|办|做)")
_MARKED = regex("(?:方面|领域|有关|相关)的?(?:都|主要)?(?:有|是|包括)?(?:哪|什么|啥)")
_INLINE = regex(r"[；;]")
_HEAD = regex(r"[:：]")
_LOOSE = "实事|工程|行动|任务|工作|项目|举措|措施|计划"
# What the items of such a list are called by; they are too short to say their field.
_FIELDS = (
    ("教育|上学|学校", "校|学|教育|教师|幼儿园"),
    ("养老|老人|老年", "养老|老年|老人|照料|适老|敬老|助老|日间照护"),
    ("医疗|卫生|健康|看病", "医|卫生[院室服]|诊|筛查|健康"),
    ("交通|道路|出行", "路(?!灯)|桥|公交|停车|客运|出行"),
    ("住房|居住|安居", "住房|危房|棚户|小区|廉租|公租|安居"),
    ("水利|饮水|供水", "饮水|供水|水利|水库|灌溉|灌区|河道|水厂"),
    ("文化|体育|文体", "文化|图书|书屋|体育|球场|健身|广场|剧"),
    ("环境|环保|生态", "污水|垃圾|绿[化道]|公园|厕|污染|生态|环境"),
    ("就业", "就业|技能|培训|岗位"),
    ("社保|社会保障|救助", "低保|补贴|救助|保险|保障|养老金|残疾"),
)
_ROOM = 600
_FEWEST = 3
_MOST = 8


def answer_items(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf) -> list[Piece] | None:
    """The items of a numbered list that speak of a field, or the one of a rank; empty where none does.

    None where the question asks for no such item, or no report has the list.
    """
    text = fold(slots.text)
    asked = _OF_RANK.search(text) or _OF_FIELD.search(text)
    if asked is None:
        return None
    listed = False
    for entry in sorted(entries, key=lambda e: -(e.identity.year or 0)):
        evidence = shelf.evidence(entry)
        for items in _lists(asked["n"], asked["measure"], plain(asked["noun"]), evidence):
            listed = True
            if told := _asked_for(asked, items, evidence):
                return shortened(told, _ROOM)
    return [] if listed and ("k" in asked.groupdict() or _MARKED.search(text)) else None


def _asked_for(asked: re.Match[str], items: list[list[Piece]], evidence: Evidence) -> list[Piece]:
    if rank := asked.groupdict().get("k"):
        at = _value(rank)
        return items[at - 1] if 0 < at <= len(items) else []
    topic = plain(asked["topic"])
    need = weigh_open(topic, evidence)
    chosen: list[Piece] = []
    for item in items:
        texts = [plain(piece.text) for piece in item]
        kinds = [held for field, held in _FIELDS if re.search(field, topic)]
        of_kind = any(re.search(held, text) for held in kinds for text in texts)
        covered = (sentence_coverage(need, [(text, 1.0)]) >= ENOUGH for text in texts)
        if of_kind or any(of_field(topic, text) or topic in text for text in texts) or any(covered):
            chosen.extend(item)
    return chosen


def _value(numeral: str) -> int:
    if numeral.isdigit():
        return int(numeral)
    if "十" not in numeral:
        return 1 if numeral == "一" else COUNTS.get(numeral, 0)
    tens, _, ones = numeral.partition("十")
    return 10 * (COUNTS.get(tens, 0) or 1) + (1 if ones == "一" else COUNTS.get(ones, 0))


def _lists(number: str, measure: str, noun: str, evidence: Evidence) -> list[list[list[Piece]]]:
    """The lists of as many items that sentences announce, the longest first, each item with its sentences."""
    kind = found[-1] if (found := re.findall(_LOOSE, noun)) else noun
    named = re.compile(rf"(?<!\d)(?:{_written(number)}){measure}[^，。；]{{0,8}}?{re.escape(kind)}")
    lists = []
    for index, text in enumerate(evidence.sentences):
        if named.search(text):
            items = _inline(evidence, index) or _following(evidence, index)
            if _FEWEST <= len(items) <= _value(number) + 1:
                lists.append(items)
    return sorted(lists, key=len, reverse=True)


def _written(number: str) -> str:
    value = _value(number)
    tens, ones = divmod(value, 10)
    if value <= 10:
        return numerals(value)
    digits = "零一二三四五六七八九"
    return f"{value}|{digits[tens] if tens > 1 else ''}十{digits[ones] if ones else ''}"


def _inline(evidence: Evidence, index: int) -> list[list[Piece]]:
    """The parts of a sentence after its colon, between semicolons."""
    piece = piece_of(evidence, index)
    raw = evidence.report.text[piece.start : piece.end]
    head = _HEAD.search(raw)
    if head is None or len(_INLINE.findall(raw)) < _FEWEST - 1:
        return []
    items, start = [], head.end()
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
    if head and number_of(raw[head.end() :]) == 1:
        items.append([Piece(evidence, first.start + head.end(), first.end)])
    for later in range(index + 1, len(report.sentences)):
        piece = piece_of(evidence, later)
        number = number_of(piece.text)
        if number == len(items) + 1:
            items.append([piece])
        elif not number and not items and later - index <= _FEWEST:
            continue
        elif number or not items or len(items[-1]) >= _MOST:
            break
        else:
            items[-1].append(piece)
    return items
