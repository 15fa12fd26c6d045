"""Questions about who is responsible for what, from 责任分解 notices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reports.identity import NOTICE
from reports.numerals import chinese_value
from reports.patterns import regex
from reports.records import Duty
from reports.repair import tidy
from reports.text import plain
from vectorstore.records import ReportEntry

from ..drafting.citing import Citer
from ..evidence.matching import sentence_coverage, weigh
from ..evidence.prepared import Evidence, Shelf
from ..questions.content import DUTY_WORDS
from ..questions.places import short_name
from ..questions.slots import Slots
from .holders import asks_for_tasks, forms_in, holders_named
from .rows import answer_rows

ENOUGH = 0.6
_ASKED = (
    ("leaders", "责任领导", regex(r"责任领导|谁(?:来)?(?:负责|分管|主管|抓|管|牵头)|由谁|归谁|领导")),
    ("lead_units", "牵头单位", regex(r"牵头|哪(?:个|些)?(?:单位|部门|局)|主办|归哪|谁")),
    ("units", "责任单位", regex(r"责任单位|哪些(?:单位|部门)|谁(?:来)?负责")),
    ("support_units", "配合单位", regex(r"配合|协助")),
)
_PERSON = regex("分管|归谁|由谁|谁(?:来)?(?:负责|主管|抓|管)|哪(?:几|些|一)?位|领导(?!小组|机构|班子)")
_UNIT_ASKED = regex(
    "(?:哪|什么)[一-鿿]{0,3}(?:单位|部门|局|委)[^，。？]{0,4}(?:牵头|负责|承担|主办)|"
    "牵头(?:单位|部门|的?是?哪)|责任单位|(?:单位|部门)(?:又|都|各|分别)?是(?:哪|谁|什么)"
)
_BESIDE = regex(
    "(?:给|跟|和|与|同)[^，。？]{2,12}(?:配合|协助|一起)|(?:配合|协助)[^，。？的]{2,12}(?:局|委|办|中心|公司|办事处|街道|镇|乡)"
)
_OF_SOMEONE = regex(
    r"(?:负责|分管|牵头|主管|承担|配合|主办|参与)(?:了|的|是|干|做)*(?:哪|什么|几|多少)|(?:哪些|什么|几项)[^，。？]{0,6}(?:任务|工作|事项)[^，。？]{0,4}(?:归|由|是)|"
    r"分工(?:表|方案)?[里中]?[^，。？]{0,6}(?:干|做|承担)(?:哪|什么|啥)"
)


_EACH = regex("分别|各自|各[管抓负分牵]")
_TOGETHER = regex("一起|一块儿?|共同|联合|合作")
_OF_DUTIES = regex("负责|分管|主管|牵头|承担|配合|主办|挂帅|名下|手[上里头]|[管抓做干]|任务|分工|职责|责任")


@dataclass(frozen=True, slots=True)
class DutyHit:
    """A duty that fits the question, and how much of it it covers."""

    evidence: Evidence
    duty: Duty
    covered: float


def asks_of_holders(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf) -> bool:
    """Whether a question asks for the tasks of one whom a notice names, in whatever words: 王某管哪一块."""
    if not _OF_DUTIES.search(slots.text):
        return False
    years = slots.report_years or slots.years
    notices = [
        shelf.evidence(e)
        for e in entries
        if e.identity.kind == NOTICE and (not years or e.identity.year in years)
    ]
    if _numbered(slots, notices) and "通知" in slots.text:
        return True
    holders = holders_named(slots, notices)
    return bool(holders) and asks_for_tasks(slots, holders)


def answer_duties(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf, citer: Citer) -> str:
    """The answer's text from the notices, or ``""`` where no task fits."""
    everything = [shelf.evidence(e) for e in entries]
    evidences = [e for e in everything if e.report.duties]
    holders = holders_named(slots, evidences)
    if holders and (_OF_SOMEONE.search(slots.text) or asks_for_tasks(slots, holders)):
        if missing := _not_listed(slots, holders, evidences):
            return f"责任分解通知里没有列出{'、'.join(missing)}"
        people = all(len(h) <= 3 for h in holders) and not _EACH.search(slots.text)
        together = people or _TOGETHER.search(slots.text)
        sought = [holders] if together else [(holder,) for holder in holders]
        return "\n".join(t for h in sought if (t := _tasks_of(h, slots, evidences, citer)))
    if told := answer_rows(slots, everything, citer):
        return told
    hits = _numbered(slots, evidences) or _tasks(slots.content, evidences)
    if not hits and holders:
        # 甲和乙谁分管燃气管道: the task is what is said besides the names
        said = {form for holder in holders for form in forms_in(plain(slots.question), holder)}
        others = "|".join(map(re.escape, sorted(said, key=len, reverse=True)))
        hits = _tasks(re.sub(f"(?:配合|协助)?(?:{others})", "", slots.content), evidences)
    asked = _fields_asked(slots.text)
    if _BESIDE.search(slots.text):
        # 配合区棚改办的单位: of the tasks that it answers for
        hits = [hit for hit in hits if {*holders} & {*hit.duty.lead_units, *hit.duty.units}] or hits
    fuller = [hit for hit in hits if any(getattr(hit.duty, field) for field, _ in asked)]
    lines = [_line(slots, hit, asked, citer) for hit in fuller or hits]
    return "\n".join(line for line in lines if line)


_NAMED_FIRST = regex(
    r"^(?:20\d\d年)?(?P<names>[^，,。？?]*?)(?:一起|共同|都|各自|各|分别)*(?:负责|分管|牵头|主管|承担|配合|主办)"
)


def _not_listed(slots: Slots, holders: Sequence[str], evidences: Sequence[Evidence]) -> list[str]:
    """The people or units that the question names beside ``holders`` and no notice lists."""
    match = _NAMED_FIRST.match(plain(slots.question))
    if match is None:
        return []
    known = {form for holder in holders for form in forms_in(match.string, holder)}
    told = re.sub("|".join(map(re.escape, sorted(known, key=len, reverse=True))), "*", match["names"])
    named = re.split("和|(?<!参)与|跟|以?及|、", told)
    if len(named) < 2:
        return []
    places = {plain(e.entry.identity.place) for e in evidences}
    missing = []
    for name in named:
        bare = re.sub("|".join(map(re.escape, [*places, *map(short_name, places)])), "", name).strip("的")
        if len(bare) >= 2 and "*" not in bare and not any(bare in form for form in known):
            missing.append(bare)
    return missing


def _tasks_of(holders: tuple[str, ...], slots: Slots, evidences: Sequence[Evidence], citer: Citer) -> str:
    # 王某负责哪些工作，哪个单位牵头: the role is that of the holder's own clause.
    of_leader = all(len(holder) <= 3 for holder in holders) and _UNIT_ASKED.search(slots.text)
    said = slots.text[: of_leader.start()] if of_leader else slots.text
    role = "牵头" if "牵头" in said else "配合" if "配合" in said else "负责"
    found = _held(holders, role, evidences) or _held(holders, "负责", evidences)
    if not found:
        return ""
    if (topic := _FIELD.search(slots.text)) and not _WHATEVER.search(topic[1]):
        # 牵头了哪些招商任务: those of that field alone
        found = [(e, d) for e, d in found if _speaks_of(topic[1], e, d)]
        if not found:
            return f"责任分解通知里没有列出{'、'.join(holders)}{role}的“{topic[1]}”任务"
    lines = [
        f"- {_short(d.task)}{f'（{units}）' if of_leader and (units := _units(d)) else ''}"
        f"{citer.cite(e, d.start, d.end)}"
        for e, d in found
    ]
    return f"{'、'.join(holders)}{role}的任务有：\n" + "\n".join(lines)


_FIELD = regex("(?:哪些|什么|哪几项|几项)(?:关于|有关)?([一-鿿]{2,8}?)(?:方面|类|领域)?的?(?:任务|工作|事项)")
_WHATEVER = regex(
    "重点|主要|具体|其[他它余]|政府|方面|项目?$|牵头|负责|配合|责任|任务|工作|报告|年度|所有|全部|相关"
)


def _speaks_of(topic: str, evidence: Evidence, duty: Duty) -> bool:
    """Whether a task, or the head above it, is of a field."""
    need = weigh(topic, evidence)
    zones = [(plain(tidy(duty.task)), 1.0), (evidence.paths.get(duty.section, ""), 0.8)]
    return not need.says_something or sentence_coverage(need, zones) >= ENOUGH


def _units(duty: Duty) -> str:
    """The unit that leads a task, or those that carry it out where none is said to lead."""
    if duty.lead_units:
        return f"牵头单位：{'、'.join(duty.lead_units)}"
    return f"责任单位：{'、'.join(duty.units)}" if duty.units else ""


def _held(holders: tuple[str, ...], role: str, evidences: Sequence[Evidence]) -> list[tuple[Evidence, Duty]]:
    """The tasks that all ``holders`` share in that role."""
    found = []
    for evidence in evidences:
        for duty in evidence.report.duties:
            members = {
                "牵头": (*duty.lead_units, *duty.leaders),
                "配合": duty.support_units,
                "负责": (*duty.leaders, *duty.lead_units, *duty.units, *duty.support_units),
            }[role]
            if all(holder in members for holder in holders):
                found.append((evidence, duty))
    return found


def _short(task: str, content: str = "") -> str:
    """A task's text; of a long one its beginning, and the clause that says most of ``content``."""
    text = tidy(task)
    if len(text) <= _LONG:
        return text
    begun = text[:_LONG].rsplit("，", 1)[0]
    words = plain(content)
    pairs = {words[i : i + 2] for i in range(len(words) - 1)}
    clauses = _CLAUSE.findall(text)
    told = max(clauses, key=lambda clause: sum(pair in plain(clause) for pair in pairs), default="")
    told = told.strip("，；。")
    if told in begun or not any(pair in plain(told) for pair in pairs):
        return f"{begun}……"
    return f"{begun}……{told}……"


_LONG = 120
"""Characters of a task that are shown of it at most."""
_CLAUSE = regex("[^，；。]+[，；。]?")


def _numbered(slots: Slots, evidences: Sequence[Evidence]) -> list[DutyHit]:
    """第14项任务: the task of that number."""
    said = _NTH_TASK.search(slots.text)
    if said is None:
        return []
    number = str(int(chinese_value(said[1]) or 0))
    return [DutyHit(e, d, 1.0) for e in evidences for d in e.report.duties if d.number == number]


_NTH_TASK = regex(r"第([\d一二三四五六七八九十百]+)[项条](?:重点)?(?:工作)?任务")


def _tasks(content: str, evidences: Sequence[Evidence]) -> list[DutyHit]:
    content = DUTY_WORDS.sub(" ", content)
    content = DUTY_WORDS.sub(" ", content).strip()
    hits = []
    for evidence in evidences:
        need = weigh(content, evidence)
        if not need.says_something:
            continue
        for duty in evidence.report.duties:
            path = evidence.paths.get(duty.section, "")
            covered = sentence_coverage(need, [(plain(tidy(duty.task)), 1.0), (path, 0.7)])
            if covered >= ENOUGH:
                hits.append(DutyHit(evidence, duty, covered))
    hits.sort(key=lambda h: -h.covered)
    return [h for h in hits if h.covered >= hits[0].covered - 0.03][:3]


def _fields_asked(question: str) -> list[tuple[str, str]]:
    """The fields of a duty that a question asks for, each with its label; all where it names none."""
    named = [(field, label) for field, label, _ in _ASKED if label[:2] in question and label[:2] != "责任"]
    named += [(field, label) for field, label, _ in _ASKED if label[:2] == "责任" and label in question]
    if named and _PERSON.search(question) and ("leaders", "责任领导") not in named:
        named.insert(0, ("leaders", "责任领导"))
    asked = named or [(field, label) for field, label, pattern in _ASKED if pattern.search(question)]
    return asked or [(field, label) for field, label, _ in _ASKED]


def _line(slots: Slots, hit: DutyHit, asked: Sequence[tuple[str, str]], citer: Citer) -> str:
    duty, question = hit.duty, slots.text
    parts = [f"{label}：{'、'.join(getattr(duty, field))}" for field, label in asked if getattr(duty, field)]
    if not parts and _BESIDE.search(question) and duty.units:
        # 给牵头单位配合的: where none is listed apart, those who carry the task out with it.
        parts = [f"责任单位：{'、'.join(duty.units)}（没有单列配合单位）"]
    if not parts:
        parts = [
            f"{label}：{'、'.join(getattr(duty, field))}"
            for field, label, _ in _ASKED
            if getattr(duty, field)
        ]
        if not parts:
            return ""
        missing = "、".join(label for _, label in asked)
        parts.insert(0, f"没有列出{missing}")
    if duty.deadline and re.search(r"什么时候|何时|时限|期限|截止", question):
        parts.append(f"时限：{duty.deadline}")
    mark = citer.cite(hit.evidence, duty.start, duty.end)
    return f"“{_short(duty.task, slots.content)}”——{'；'.join(parts)}。{mark}"
