"""Questions about the report itself: who gave it, when, at which meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reports.text import fold
from vectorstore.records import ReportEntry

from .citing import Citer
from .evidence import Evidence, Shelf
from .slots import Slots

_WHO = re.compile(r"谁|什么人|哪位|何人|叫什么|报告人|姓什么|名字")
_WHEN = re.compile(r"什么时候|何时|哪天|哪一天|几月|几号|日期|什么时间|哪年|哪一年")
_WHICH = re.compile(r"人大会|几(?:届|次)|哪(?:次|一次|届|个会)|什么会|会议|会上|人代会")
_OFFICE = re.compile(r"什么职务|担任什么|什么身份")
_ISSUER_ASKED = re.compile(r"(?:哪个|什么)(?:单位|部门|机关)(?:印?发|下发|出)")
_ISSUER = re.compile(r"([一-鿿]{4,24}(?:办公室|人民政府|委员会))\s*关于")
_REVIEWED = re.compile(r"(?:回顾|总结)的?是?(?:哪|什么)")
_NUMBER = re.compile(r"文号|字号|编号")
_DOCUMENT_NUMBER = re.compile(r"[一-鿿]{1,10}[〔\[(（【]\s*(?:19|20)\d\d\s*[〕\])）】]\s*第?\d+\s*号")
_COPIES_ASKED = re.compile("印[^，。？]{0,4}(?:多少|几)[^，。？]{0,2}份")
_COPIES = re.compile(r"(?:共|印)[^，。\n]{0,2}印?\s*(\d+)\s*份")
_ROLE = re.compile(r"(?:代|副)?(?:区长|市长|县长|省长|总理|主席|州长|盟长|旗长|书记)")


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
    if _COPIES_ASKED.search(question):
        return _copies(title, evidence, citer)
    if _NUMBER.search(question):
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
    parts: list[str] = []
    if _OFFICE.search(question) and identity.speaker:
        mark = _cite(evidence, citer, identity.speaker)
        parts.append(f"{identity.speaker}时任{identity.place}{identity.speaker_role}{mark}")
    if _WHO.search(question):
        if not identity.speaker:
            return MetaAnswer("", f"{title}没有写明报告人")
        role = _role_asked(question)
        if role and identity.speaker_role and role not in identity.speaker_role:
            return MetaAnswer("", f"{title}没有写明{role}是谁")
        mark = _cite(evidence, citer, identity.speaker)
        parts.append(
            f"报告人是{identity.place}{_government(identity.place)}{identity.speaker_role}{identity.speaker}{mark}"
        )
    if _WHEN.search(question) and not _REVIEWED.search(question):
        if not identity.date:
            return MetaAnswer("", f"{title}没有写明日期")
        year, month, day = (int(x) for x in identity.date.split("-"))
        mark = _cite_date(evidence, citer, month, day)
        verb = "作" if identity.kind == "政府工作报告" else "提出"
        parts.append(f"报告于{year}年{month}月{day}日{verb}{mark}")
    if _REVIEWED.search(question) and identity.review_years:
        years = "、".join(f"{y}年" for y in identity.review_years)
        marks = (_cite(evidence, citer, str(y)) for y in reversed(identity.review_years))
        mark = next((m for m in marks if m), "")
        parts = [f"报告回顾的是{years}的工作{mark}"]
    elif _WHICH.search(question) and (not parts or re.search("会上|会议|什么会|哪次", question)):
        if not identity.session:
            return MetaAnswer("", f"{title}没有写明会议")
        mark = _cite(evidence, citer, identity.session)
        parts.append(f"报告是在{identity.session.removeprefix('在')}上作的{mark}")
    if not parts:
        return MetaAnswer("", f"{title}里没有这一项")
    return MetaAnswer(f"{title}：" + "，".join(parts) + "。")


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
    found = re.search(pattern, evidence.report.text)
    if found is None:
        return ""
    return _cite_around(evidence, citer, found.start(), found.end())


def _cite_date(evidence: Evidence, citer: Citer, month: int, day: int) -> str:
    text = fold(evidence.report.text)
    found = re.search(rf"{month}\s*月\s*{day}\s*日", text)
    if found is None:
        found = re.search(r"[一二三四五六七八九十]+\s*月\s*[一二三四五六七八九十]+\s*日", text)
    if found is None:
        return ""
    return _cite_around(evidence, citer, found.start(), found.end())


def _cite_around(evidence: Evidence, citer: Citer, start: int, end: int) -> str:
    for sentence in evidence.report.sentences:
        if sentence.start <= start < sentence.end:
            return citer.cite(evidence, sentence.start, max(end, sentence.end))
    return citer.cite(evidence, start, end)


def newest_for(slots: Slots, entries: Sequence[ReportEntry]) -> list[ReportEntry]:
    """The reports that a question about the report itself means: the years named, else the newest.

    A summary or notice is meant only when nothing else is there or it is asked for.
    """
    years = slots.report_years or slots.years
    found = [e for e in entries if e.identity.year in years] if years else list(entries)
    wants_notice = bool(re.search(r"通知|文号|分解|任务", slots.text))
    kinds = [e for e in found if (e.identity.kind == "责任分解通知") == wants_notice] or found
    if years:
        return sorted(kinds, key=lambda e: e.identity.year or 0)
    newest = max((e.identity.year or 0 for e in kinds), default=0)
    return [e for e in kinds if (e.identity.year or 0) == newest]
