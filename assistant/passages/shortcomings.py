"""What a report admits, as far as an answer quotes it: all its problems, or some of their items."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.patterns import regex
from reports.text import plain
from vectorstore.records import ReportEntry

from ..evidence.admitted import PROBLEM_WORDS, PROBLEMS, REMEDY, admitted_in, of_field
from ..evidence.matching import Need, sentence_coverage
from ..evidence.pieces import Piece, number_of, piece_of, shortened
from ..evidence.prepared import Evidence, Shelf
from ..questions.problems import asks_problems, without_pending
from ..questions.slots import Slots
from .admission import admission, lacking
from .ranking import ENOUGH, Found
from .topics import weigh_open

_ACKNOWLEDGED = regex("认识到|看到|意识到|正视|主要是|主要有|主要表现|问题和|存在[^，。]{0,12}问题")
_LISTED = 2
# 针对这些困难有什么措施, 要补齐哪些短板: what is done about problems is told elsewhere.
_DONE_ABOUT = regex(
    "措施|办法|举措|对策|应对|缓解|帮扶|帮助|打算|计划|准备|补齐|补上|弥补|攻坚|防范|整治|查处|打击|治理(?!方面|上|能力|体系)|整改|纠正|"
    "进展|成效|怎么(?:办|治|改|补|做|干|抓)|如何(?!看|评价|讲|说|描述)|克服|回应|为什么|为何|多少|将要|要(?:解决|破解|化解)|消除|关注|聚焦"
)
_PROBLEM = regex("问题|困难|不足|短板|挑战|弱项|毛病|差距|难处|短处")
_ASKING = regex(
    "[区县市省国州旗镇]里|运行|集中|体现|表现|反映|包括|具体|"
    "行署|公署|管委会|眼下|现在|目前|如今|近[年期]|现阶段|[我本][区县市省州]|认为|觉得|看来|眼里|年初|年底|\\d+月|当地|本地|我们|还|都|怎么|如何|做得?|不够好|[没未]做[好到]|"
    "不(?:够|好|到位)|地方|事情|检讨|反省|自揭|哪里|哪儿|怎样|看待|评价|描述|概括|总结|[讲说谈]|毛病|症结|短处|缺[点陷]|失误|错误|短$|年度|时候?|前进|道路|上|中|里|在|"
    "急着|急需|亟待|亟需|有待|迫切|尚未|解决|是|地(?!产)|出|拖后腿|落后|没|未|把|给|对|于|客观|突出|明显|重大|哪几个|几个|几|大|以及|一些|其中|自我?|县城?|[省市区国]$"
)
_JOINED = regex("以及|[和与及、]")
_KIND = regex("(?:行业|产业|事业|方面|领域|建设|发展|保护|保障|工作)$")
_APART = regex("需要(?:特别)?(?:说明|指出|强调)|特别(?:需要|是|要)|同时|此外|另外|还(?:必须|要|应)|—")
_LONG = 700
"""So many characters of what a report admits are quoted at most."""
_WHOLE = 520
"""A paragraph of problems up to so many characters is quoted whole."""


def asks_admitted(slots: Slots) -> bool:
    """Whether a question asks what is lacking, and not what is done about it.

    A follow-up (那2019年呢, 产业方面呢) asks it with the words of the question before.
    """
    again = (
        "指标" in slots.inherited
        and _PROBLEM.search(slots.content)
        and slots.text.rstrip("？?").endswith("呢")
    )
    return (asks_problems(slots) or bool(again)) and not _DONE_ABOUT.search(without_pending(slots.text))


def answer_admitted(slots: Slots, chosen: Sequence[ReportEntry], shelf: Shelf) -> list[Piece]:
    """What a report admits, all of it or what it says of the field asked about; empty where nothing does.

    Of several reports the one of the year asked for tells first, else the newest; of several places each.
    """
    if (greatest := _GREATEST_ASKED.search(slots.text)) and len(slots.places) < 2:
        for entry in sorted(chosen, key=lambda e: -(e.identity.year or 0)):
            if item := _greatest_told(slots, greatest, shelf.evidence(entry)):
                return [item]
    if not asks_admitted(slots):
        return []
    asked = set(slots.years) - set(slots.relative)
    order = sorted(chosen, key=lambda e: (e.identity.year not in asked, -(e.identity.year or 0)))
    places = slots.places if len(slots.places) > 1 else ("",)
    told = [_first_told(slots, [e for e in order if place in e.identity.place], shelf) for place in places]
    return [piece for pieces in told for piece in pieces] if all(told) else []


_GREATEST_ASKED = regex(
    "(?P<how>最(?:大|突出|主要|严重))的?(?P<what>问题|短板|制约|困难|挑战|弱项|难题|瓶颈|软肋|障碍)(?:是|都|主要|具体|出|[呢吗])*(?:在?(?:什么|啥|哪)|$|[？?])"
)


def _greatest_told(slots: Slots, greatest: re.Match[str], evidence: Evidence) -> Piece | None:
    """The item that says which problem is the greatest, as it is asked; None where the report names none."""
    needs = _needs(_GREATEST_WORDS.sub(" ", slots.content), evidence)
    said = regex(f"{greatest['how']}的?[^，。；]{{0,4}}{greatest['what']}")
    for sentence in evidence.report.sentences:
        text = evidence.report.text[sentence.start : sentence.end]
        if (found := said.search(text)) is None:
            continue
        first = max(text.rfind(mark, 0, found.start()) for mark in "；;：:") + 1
        last = next((i for i in range(found.end(), len(text)) if text[i] in "；;"), len(text))
        if all(_covers(n, plain(text[first:last])) for n in needs):
            return Piece(evidence, sentence.start + first, sentence.start + last)
    return None


_GREATEST_WORDS = regex("最(?:大|突出|主要|严重)的?|制约|瓶颈|障碍|自己|政府|认为?|当前|眼下|在哪[里儿]?")


def _first_told(slots: Slots, order: Sequence[ReportEntry], shelf: Shelf) -> list[Piece]:
    for entry in order:
        evidence = shelf.evidence(entry)
        run = admission(evidence)
        if run and (told := _of_topic(slots.content, evidence, run)):
            return shortened([piece_of(evidence, i) for i in told], _LONG)
    return []


def tells_of_lack(slots: Slots, found: Found) -> bool:
    """Whether a sentence says that something is lacking in what is asked about: a plan is no problem."""
    text = found.evidence.sentences[found.index]
    needs = _needs(slots.content, found.evidence)
    spoken_of = not needs or of_field(slots.content, text) or any(_covers(n, text) for n in needs)
    run = admission(found.evidence)
    return spoken_of and (lacking(text) > 0 or (run is not None and found.index in range(*run)))


def _of_topic(content: str, evidence: Evidence, run: tuple[int, int]) -> list[int]:
    """The sentences of a run that speak of what is asked about, with the others of their items."""
    needs = _needs(content, evidence)
    if not needs:
        return list(range(*run))
    told: set[int] = set()
    for item in _items_of(evidence, run):
        texts = [evidence.sentences[i] for i in item]
        if any(of_field(content, t) or any(_covers(n, t) for n in needs) for t in texts):
            told.update(item)
    # spoken of by what announces them alone: they are all meant
    return list(range(*run)) if told == {run[0]} and run[1] - run[0] > 1 else sorted(told)


def _needs(content: str, evidence: Evidence) -> list[Need]:
    """What problems are asked about, whole and in its parts; empty where all are meant."""
    joined = (content, *_JOINED.split(content))
    parts = [" ".join(_ASKING.sub(" ", PROBLEM_WORDS.sub(" ", part)).split()) for part in joined]
    # 服装行业 may be written 服装产业, 服装企业
    parts += [bare for part in parts if len(bare := _KIND.sub("", part)) > 1]
    needs = [weigh_open(part, evidence) for part in dict.fromkeys(parts) if len(part) > 1]
    return [n for n in needs if n.says_something]


def _covers(need: Need, text: str) -> bool:
    return sentence_coverage(need, [(text, 1.0)]) >= ENOUGH


def _items_of(evidence: Evidence, run: tuple[int, int]) -> list[list[int]]:
    """The numbered items of a run, each with its sentences; a sentence without a number before is one."""
    items: list[list[int]] = []
    for index in range(*run):
        text = evidence.sentences[index]
        within = items and number_of(evidence.sentences[items[-1][0]]) and not _APART.match(text)
        if within and not number_of(text):
            items[-1].append(index)
        else:
            items.append([index])
    return items


def admitted_pieces(found: Sequence[Found], limit: int) -> list[Piece]:
    """The whole paragraph of problems where it is short, or the items that speak of what is asked about.

    Empty where the paragraph is longer: its items, shortened, say more than its beginning.
    """
    if not PROBLEMS.search(plain(found[0].text)):
        return _items_told(found, limit)
    if found[0].text.count("；") >= _LISTED:
        return [piece_of(found[0].evidence, found[0].index)]
    whole = problems_up_to(found[0], _WHOLE)
    ends = whole and whole[-1].end >= _last_admitted(found[0])
    return whole if ends else []


def _last_admitted(top: Found) -> int:
    """Where the last sentence ends that the report admits after ``top``."""
    evidence = top.evidence
    later = [i for i in admitted_in(evidence) if i >= top.index]
    same = [i for i in later if evidence.report.sentences[i].section == top.section]
    return max((evidence.report.sentences[i].end for i in same), default=0)


def problems_up_to(top: Found, limit: int) -> list[Piece]:
    """The problems that a report acknowledges: its announcing sentence and those up to the remedy."""
    evidence, report = top.evidence, top.evidence.report
    first = top.index
    for index in range(top.index, max(-1, top.index - 12), -1):
        if report.sentences[index].section != report.sentences[top.index].section:
            break
        if _ACKNOWLEDGED.search(piece_of(evidence, index).text):
            first = index
            break
    told = [piece_of(evidence, first)]
    size = len(told[0].text)
    for index in range(first + 1, len(report.sentences)):
        piece = piece_of(evidence, index)
        size += len(piece.text)
        same = report.sentences[index].section == report.sentences[first].section
        if not same or size > limit or REMEDY.match(piece.text):
            break
        told.append(piece)
    return told if len(told) > 1 else []


def _items_told(found: Sequence[Found], limit: int) -> list[Piece]:
    """The admitted item that answers best, with the others that speak of what is asked about."""
    top = found[0]
    admitted = admitted_in(top.evidence)
    pieces = _item_of(top, limit)
    size = sum(len(p.text) for p in pieces)
    for other in found[1:]:
        if other.evidence is not top.evidence or other.index not in admitted or other.covered < ENOUGH:
            continue
        piece = piece_of(top.evidence, other.index)
        if piece in pieces or size + len(piece.text) > limit:
            continue
        pieces.append(piece)
        size += len(piece.text)
    return sorted(pieces, key=lambda p: p.start)


def _item_of(top: Found, limit: int) -> list[Piece]:
    """The numbered item that a sentence belongs to, with all its sentences."""
    evidence, report = top.evidence, top.evidence.report
    first = last = top.index
    same = [i for i, s in enumerate(report.sentences) if s.section == report.sentences[first].section]
    while first > same[0] and not number_of(piece_of(evidence, first).text) and top.index - first < 4:
        first -= 1
    if not number_of(piece_of(evidence, first).text):
        first = top.index
    size = sum(len(piece_of(evidence, i).text) for i in range(first, last + 1))
    while last < same[-1]:
        following = piece_of(evidence, last + 1).text
        size += len(following)
        if size > limit or number_of(following) or REMEDY.match(following):
            break
        last += 1
    return [piece_of(evidence, i) for i in range(first, last + 1)]
