"""Questions about the report itself: who gave it, when, at which meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reports.numerals import chinese_value
from reports.patterns import regex
from reports.text import fold
from reports.times import with_digits
from vectorstore.records import ReportEntry

from ..drafting.citing import Citer
from ..evidence.prepared import Evidence, Shelf
from ..questions.of_reports import COPIES_ASKED, NUMBER_ASKED
from ..questions.slots import Slots
from .aspects import aspects_told
from .plans import cite_around, plan_told

_WHO = regex(
    r"谁|什么人|作者|作报告的[省市县区州]长(?=$|[是叫?？])|哪[一两三几]?位|何人|(?<!会)(?<!会议)(?<!大会)叫什么|(?:报告|宣读)人|姓什么|姓甚|名字|哪个(?:领导|[区市县省州盟]长)"
)
_WHEN = regex(
    r"什么时候|何时|哪天|哪一天|几月|(?<!第)几号(?!文)|日期|什么时间|(?<!任职)时间|哪一?年|(?:什么|哪个)(?:日子|时候)|多会儿|日子(?=$|[?？是])"
)
_MEETING = r"(?:会(?!儿|计|长)|人大|场合)"
_WHICH = regex(
    rf"几(?:届|次)|届次|哪一?(?:次|届)|(?:大会|会议?)叫什么|(?:什么|哪个)[^，。？]{{0,6}}?{_MEETING}|会议(?:名称)?(?=$|[和与、，,]|分别|各|是)"
)
_AT_ALL = regex("人大会|会议|会上|人代会")
_OFFICE = regex(
    r"什么职|担任什么|什么身份|(?:职务|身份)(?:是|叫|为)?(?:什么|哪)|代[省市县区]长还是|[省市县区]长还是代"
)
_ISSUER_ASKED = regex(
    r"(?:哪个|什么)(?:单位|部门|机关)(?:印?发|下发|出)|(?:发文|印发|下发|落款|发布)的?(?:机关|单位|部门)|落款|"
    r"(?:谁|哪里|哪家)(?:印发|下发|发的|发出)"
)
_ISSUER = regex(r"([一-鿿]{4,24}(?:办公室|人民政府|委员会))\s*关于")
_REVIEWED = regex(r"(?:回顾|总结)[的了]?(?:都|主要)?是?(?:哪|什么)[一几]?个?年?")
_PLANNED = regex(r"(?:部署|安排)[的了]?(?:都|主要)?是?(?:哪|什么)[一几]?个?年")
_DAYS_ASKED = regex(
    "会期|开了?几天|哪几天|(?:哪一?天|(?:几月)?几[日号])(?:一直)?(?:开)?[到至](?:哪一?天|几[日号])"
)
_DOCUMENT_NUMBER = regex(r"[一-鿿]{1,10}[〔\[(（【]\s*(?:19|20)\d\d\s*[〕\])）】]\s*第?\d+\s*号")
_COPIES = regex(r"(?:共|印)[^，。\n]{0,2}印?\s*(\d+)\s*份")
_ROLE = regex(r"(?:代|副)?(?:区长|市长|县长|省长|总理|主席|州长|盟长|旗长|书记)")


@dataclass(frozen=True, slots=True)
class MetaAnswer:
    """One line of an answer, with its mark; empty where the report does not tell."""

    text: str
    missing: str = ""


def answer_meta(slots: Slots, entry: ReportEntry, shelf: Shelf, citer: Citer) -> MetaAnswer:
    """What one report says of itself, as far as the question asks."""
    evidence = shelf.evidence(entry)
    identity, question = entry.identity, slots.text
    title = f"{identity.place}{identity.year or ''}年{identity.kind}"
    if COPIES_ASKED.search(question):
        return _copies(title, evidence, citer)
    if NUMBER_ASKED.search(question):
        found = _DOCUMENT_NUMBER.search(evidence.report.text)
        if found is None:
            return MetaAnswer("", f"{title}里没有文号")
        mark = citer.cite(evidence, found.start(), found.end())
        return MetaAnswer(f"{title}的文号是{found.group()}{mark}。")
    if _ISSUER_ASKED.search(question):
        issuer = _ISSUER.search(evidence.report.text)
        if issuer is None:
            return MetaAnswer("", f"{title}里没有写明发文单位")
        mark = citer.cite(evidence, issuer.start(1), issuer.end(1))
        return MetaAnswer(f"{title}由{issuer[1]}印发{mark}。")
    told: list[str] = []
    for tells in (_office, _speaker, _reviewed, plan_told, aspects_told, _sittings, _day, _session):
        part, missing = tells(question, evidence, citer)
        if missing:
            return MetaAnswer("", f"{title}{missing}")
        if part:
            told.append(part)
    if not told and _AT_ALL.search(question):
        told = [_at(evidence, citer)] if identity.session else []
    if not told:
        return MetaAnswer("", f"{title}里没有这一项")
    return MetaAnswer(f"{title}：" + "，".join(told) + "。")


# Each tells one part of what a question asks: (what is told, what is missing), both empty if not asked for.


def _office(question: str, evidence: Evidence, citer: Citer) -> tuple[str, str]:
    identity = evidence.entry.identity
    if not _OFFICE.search(question) or not identity.speaker:
        return "", ""
    mark = _cite(evidence, citer, identity.speaker)
    return f"{identity.speaker}时任{identity.place}{identity.speaker_role}{mark}", ""


def _speaker(question: str, evidence: Evidence, citer: Citer) -> tuple[str, str]:
    identity = evidence.entry.identity
    if not _WHO.search(question):
        return "", ""
    if not identity.speaker:
        return "", "没有写明报告人"
    role = _role_asked(question)
    if role and identity.speaker_role and role not in identity.speaker_role:
        return "", f"没有写明{role}是谁"
    office = f"{identity.place}{_government(identity.place)}{identity.speaker_role}"
    return f"报告人是{office}{identity.speaker}{_cite(evidence, citer, identity.speaker)}", ""


def _reviewed(question: str, evidence: Evidence, citer: Citer) -> tuple[str, str]:
    identity, told = evidence.entry.identity, []
    for asked, does, years in (
        (_REVIEWED, "回顾", identity.review_years),
        (_PLANNED, "部署", identity.plan_years),
    ):
        if asked.search(question) and years:
            marks = (_cite(evidence, citer, str(y)) for y in reversed(years))
            mark = next((m for m in marks if m), "")
            told.append(f"报告{does}的是{'、'.join(f'{y}年' for y in years)}的工作{mark}")
    return "，".join(told), ""


def _sittings(question: str, evidence: Evidence, citer: Citer) -> tuple[str, str]:
    """The days of the meeting, where the question asks from which to which and the report names them."""
    if not _DAYS_ASKED.search(question):
        return "", ""
    found = _SITTINGS.search(fold(evidence.report.text[:_HEAD]))
    if found is None:
        return "", "没有写明会期"
    return f"会议于{found.group()}召开{cite_around(evidence, citer, *found.span())}", ""


_HEAD = 1500
_SITTINGS = regex(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日?\s*[、至到—~-]+\s*(?:\d{1,2}月)?\d{1,2}日")


def _day(question: str, evidence: Evidence, citer: Citer) -> tuple[str, str]:
    identity = evidence.entry.identity
    if not _WHEN.search(
        re.sub("|".join(p.pattern for p in (_REVIEWED, _PLANNED, _DAYS_ASKED)), "", question)
    ):
        return "", ""
    if not identity.date:
        return _published(question, evidence, citer)
    year, month, day = (int(x) for x in identity.date.split("-"))
    verb = "作" if identity.kind == "政府工作报告" else "提出"
    return f"报告于{year}年{month}月{day}日{verb}{_cite_date(evidence, citer, month, day)}", ""


_PUBLISHED = regex(r"发布(?:时间|日期)[：:]\s*((?:19|20)\d\d-\d\d-\d\d)")


def _published(question: str, evidence: Evidence, citer: Citer) -> tuple[str, str]:
    """The day on which a page printed the report, where that is asked for and the report has no day."""
    found = _PUBLISHED.search(evidence.report.text[:2000])
    if found is None or not re.search("发布|公布|发表|登", question):
        return "", "没有写明日期"
    return f"报告发布于{found[1]}{citer.cite(evidence, *found.span())}", ""


def _session(question: str, evidence: Evidence, citer: Citer) -> tuple[str, str]:
    if not _WHICH.search(question):
        return "", ""
    return (_at(evidence, citer), "") if evidence.entry.identity.session else ("", "没有写明会议")


def _at(evidence: Evidence, citer: Citer) -> str:
    session = evidence.entry.identity.session
    return f"报告是在{session.removeprefix('在')}上作的{_cite(evidence, citer, session)}"


def _copies(title: str, evidence: Evidence, citer: Citer) -> MetaAnswer:
    """How many copies were printed, as the last lines of a printed report say (共印480份)."""
    printed = list(_COPIES.finditer(fold(evidence.report.text)))
    if not printed:
        return MetaAnswer("", f"{title}没有写明印了多少份")
    found = printed[-1]
    mark = citer.cite(evidence, found.start(), found.end())
    return MetaAnswer(f"{title}共印{found[1]}份{mark}。")


def _role_asked(question: str) -> str:
    found = _ROLE.search(question)
    return found.group().lstrip("代副") if found else ""


def _government(place: str) -> str:
    return "" if place == "国务院" else "人民政府"


def _cite(evidence: Evidence, citer: Citer, words: str) -> str:
    """Cites the sentence near the report's head that holds ``words``; white space may differ."""
    pattern = r"\s*".join(map(re.escape, re.sub(r"\s+", "", words)))
    text = evidence.report.text
    found = re.search(pattern, text) or re.search(pattern, with_digits(fold(text)))  # １９９６年, 一九七八年
    if found is None:
        return ""
    return cite_around(evidence, citer, found.start(), found.end())


def _cite_date(evidence: Evidence, citer: Citer, month: int, day: int) -> str:
    text = fold(evidence.report.text)
    found = re.search(rf"{month}\s*月\s*{day}\s*日", text)
    if found is None:
        found = re.search(r"[一二三四五六七八九十]+\s*月\s*[一二三四五六七八九十]+\s*日", text)
    if found is None:
        return ""
    return cite_around(evidence, citer, found.start(), found.end())


_LOOKS_BACK = regex(
    r"(?:回顾|总结)的?(?:是|了)?(?P<year>(?:19|20)\d\d)年?(?:度|全年|这一年)?的?(?:政府)?(?:工作)?(?:情况|成绩|成就)?"
    r"(?:和[^，,。？?]{0,10})?的(?:那|这)?(?:一)?(?:份|篇|个)?(?:政府工作)?报告"
)


_ALL_OF_THEM = regex("历[年次届任]|各年|每[年次份]|[近这][几两三四五](?:[份次个]|年)")
_NTH_SESSION = regex(
    r"([一二三四五六七八九十\d]+)届(?:全国)?(?:人民代表大会|人代会|人大)?的?第?([一二三四五六七八九十\d]+)次"
)


def _session_in(text: str) -> tuple[int, int] | None:
    """(届, 次) of the session that a text names: 十届人大七次会议 is (10, 7)."""
    found = _NTH_SESSION.search(text)
    return (int(chinese_value(found[1]) or 0), int(chinese_value(found[2]) or 0)) if found else None


def newest_for(slots: Slots, entries: Sequence[ReportEntry]) -> list[ReportEntry]:
    """The reports that a question about the report itself means: the years named, else the newest.

    A summary or notice is meant only when nothing else is there or it is asked for.
    """
    years = slots.report_years or slots.years
    found = [e for e in entries if e.identity.year in years] if years else list(entries)
    if looked_back := _LOOKS_BACK.search(fold(slots.question)):
        # 回顾2022年工作的那份报告: that of the year after, where the report says so itself
        back = int(looked_back["year"])
        reviews = [e for e in entries if back in (e.identity.review_years or (e.identity.year or 0,))]
        # 五年来 is looked back on by later reports as well
        found = [e for e in entries if e.identity.year == back + 1] or reviews
    if session := _session_in(slots.question):
        of_it = [e for e in found if _session_in(e.identity.session) == session]
        # with its year named, a report that leaves its session out may be the one
        found = of_it or [e for e in found if years and not e.identity.session]
    # 某某是在第几届人大上作报告的: the report of whom the question names
    speakers = [e for e in found if e.identity.speaker and e.identity.speaker in slots.question]
    found = speakers or found
    wants_notice = bool(re.search(r"通知|分解|任务", slots.text) or NUMBER_ASKED.search(slots.text))
    kinds = [e for e in found if (e.identity.kind == "责任分解通知") == wants_notice] or found
    if years or _ALL_OF_THEM.search(slots.text):
        return sorted(kinds, key=lambda e: e.identity.year or 0)
    newest = max((e.identity.year or 0 for e in kinds), default=0)
    return [e for e in kinds if (e.identity.year or 0) == newest]
