"""The rate of the country or the province, reckoned from how far a place's own rate stands above or below.

增长6.1%，高于全国0.9个百分点 tells the country's 5.2%; it is reckoned only where the question asks to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reports.patterns import regex
from reports.repair import tidy
from reports.text import fold
from vectorstore.records import ReportEntry

from ..drafting.citing import Citer
from ..drafting.drafts import Draft
from ..drafting.wording import sentence, when
from ..evidence.fits import Wanted
from ..evidence.matches import Match
from ..evidence.prepared import Evidence, Shelf
from ..figures.arithmetic import before_change
from ..figures.select import ENOUGH, ENOUGH_NEAR, rank
from ..questions.followup import complete
from ..questions.places import PlaceIndex, short_name
from ..questions.slots import Above, Slots
from ..questions.understand import read_question
from .earlier import RECKONED, without_reckoning

_WIDER = r"全国|全省|全市|全区|全州|国家|省里?|(?<=[高低快慢]于)[省市]"
_ASKED = regex(r"全国|全省|全市|全区|全州|国家平均|省平均|市平均")
_TOLD = regex(
    rf"(?:(?P<high>高于|快于|高出|好于|优于|超过|领先)|(?P<low>低于|慢于|落后于?)|[比较])(?P<which>(?:{_WIDER})(?:平均)?(?:水平|增速|增幅)?"
    rf"(?:(?:、|和|及|与)(?:{_WIDER})(?:平均)?(?:水平|增速|增幅)?)*)(?:分别)?(?:(?P<high2>[高快多])|(?P<low2>[低慢少]))?出?(?:了|约|近)?$"
)


# 增速比全省高几个百分点, 高于全国平均多少
_GAP_ASKED = regex(
    r"(?:比|较|高于|低于|快于|慢于|高出|超出|领先|超过|落后于?)(?:了)?(?P<which>全国|全省|全市|全区|全州|国家|[省市]里|[省市]均|[省市](?=平均))"
    r"(?:的)?(?:平均|均值)?(?:水平|增速|增幅|增长率)?(?:要|还|是)?(?:高|低|快|慢|多|少)?(?:了|出|出来)?"
    r"(?:多少|几)(?:个)?(?:百分点|点)?(?:呢)?$"
)


def above_of(whole: Slots, before: Slots | None, places: PlaceIndex) -> Above | None:
    """The wider places whose rate ``whole`` wants reckoned, or None where it does not.

    ``before`` is the question before it in the conversation.
    """
    text = fold(whole.question.strip()).rstrip("？?。")
    if asked := _GAP_ASKED.search(text):
        return _gap_of(text[: asked.start()], asked["which"], before, places)
    if not RECKONED.search(text):
        return None
    bare = without_reckoning(text)
    own = [p for p in read_question(text, places).places if p != "国务院"]
    if len(own) != 1:
        return None
    which: list[str] = []
    outer = {parent: short_name(parent) for parent in places.parents.get(own[0], ())}
    for parent, short in outer.items():
        level = "全区" if parent.endswith("自治区") else f"全{parent[-1]}"
        bare, count = re.subn(
            rf"全?{re.escape(fold(short))}(?!{re.escape(fold(own[0][:2]))})", f"{level}", bare
        )
        bare = re.sub(f"{level}{parent[-1]}", level, bare) if count else bare
    for word in _ASKED.findall(bare):
        which.append("全国" if word.startswith("国家") else word.replace("平均", "").rjust(2, "全"))
    if not which:
        return None
    rest = re.sub(
        r"(?:和|与|、|以及|及)?(?:全国|全省|全市|全区|全州|国家平均|省平均|市平均)(?:和|与|、)?(?:平均)?(?:水平)?的?",
        "",
        bare,
    )
    subject = read_question(re.sub("各自?是?|分别", "", rest), places)
    subject = replace(
        subject, places=tuple(own), report_years=whole.report_years, task="figure", asks=(), nature=""
    )
    return Above(subject, tuple(dict.fromkeys(which))) if subject.content else None


def _gap_of(head: str, which: str, before: Slots | None, places: PlaceIndex) -> Above | None:
    subject = complete(read_question(head, places), before)
    if len(subject.places) != 1 or not subject.content:
        return None
    level = "全国" if which == "国家" else f"全{which.replace('全', '')[0]}"
    nature = subject.nature if subject.nature == "目标" else ""
    subject = replace(subject, task="figure", asks=(), nature=nature, unit="", measure="", inherited=())
    return Above(subject, (level,), gap=True)


def answer_above(above: Above, own: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """Each rate asked for with its subtraction; None where one of them cannot be reckoned."""
    subject = above.subject
    entries = [e for e in own if e.identity.place in subject.places]
    if subject.report_years:
        entries = [e for e in entries if e.identity.year in subject.report_years]
    elif subject.years:
        ahead = 0 if subject.nature == "目标" else 1
        entries = [e for e in entries if e.identity.year and e.identity.year - ahead in subject.years]
    for entry in sorted(entries, key=lambda e: -(e.identity.year or 0))[:3]:
        fitting = rank(
            replace(subject, unit="%", years=()), Wanted((entry,), None, subject.nature or "实绩"), shelf
        )
        for match in fitting[:5]:
            if match.covered < ENOUGH or match.strict < ENOUGH_NEAR:
                continue
            if above.gap and match.score < fitting[0].score - _NEXT_BEST:
                break
            told = _gaps(match.evidence, match)
            if all(word in told for word in above.which):
                return (_apart if above.gap else _draft)(above.which, match, told)
        if above.gap and (draft := _gap_alone(above, entry, shelf)):
            return draft
    return None


def _gap_alone(above: Above, entry: ReportEntry, shelf: Shelf) -> Draft | None:
    """How far a rate stands off where the report does not tell the rate itself: 治理率高于全省3.8个百分点."""
    subject = replace(above.subject, unit="百分点", years=(), text=above.subject.content)
    for match in rank(subject, Wanted((entry,), None, above.subject.nature or "实绩"), shelf)[:5]:
        fact = match.fact
        near = fold(tidy(match.evidence.report.text[fact.sentence_start : fact.start]))
        told = _TOLD.search(re.split("[,，、]", near)[-1])
        named = told and any(word[-1] in told["which"] for word in above.which)
        if named and match.covered >= ENOUGH and match.strict >= ENOUGH_NEAR:
            citer = Citer()
            mark = citer.cite_figure(match)
            return Draft(f"{sentence(match)}{mark}。", True, "facts", citer, (match,))
    return None


_NEXT_BEST = 0.03
_OF_THE_SAME = regex(
    "(?:[、 和]|增[速幅长]|涨幅|总量|总额|分别|均|都|也|并|且|继续|持续|连续|始终|一直|明显|稳定|保持)*"
)


def _gaps(evidence: Evidence, match: Match) -> dict[str, tuple[Match, int]]:
    """Wider place → (the points, 1 where the figure stands above it and -1 below)."""
    found: dict[str, tuple[Match, int]] = {}
    names: list[str] = []
    sign = number = 0
    for item in evidence.facts:
        fact = item.fact
        if fact.sentence_start != match.fact.sentence_start or fact.start < match.fact.end:
            continue
        if fact.measure == "位次":
            continue  # 增长27%、全省第3，高于全省18.1个百分点
        if fact.base_unit not in ("百分点", "") or "；" in evidence.report.text[match.fact.end : fact.start]:
            break
        near = fold(tidy(evidence.report.text[match.fact.end : fact.start]))
        near = re.split("[,，]", near)[-1]
        told = _TOLD.search(near)
        if told and not _OF_THE_SAME.fullmatch(near[: told.start()]):
            break  # 垃圾收运率达100%，污水治理率高于全省3.8个百分点: of another rate
        if told:
            high, low = told["high"] or told["high2"], told["low"] or told["low2"]
            names, number = re.findall("全[国省市区州盟旗]|国家|省|市", told["which"]), 0
            sign = 1 if high else -1 if low else 0
        elif single := re.search(rf"[、和](?P<which>{_WIDER})(?:平均)?(?:水平|增速)?$", near):
            names, number = [single["which"]], 0
        if number < len(names) and sign:
            name = "全国" if names[number] == "国家" else names[number].removesuffix("里").rjust(2, "全")
            found.setdefault(name, (replace(match, item=item), sign))
            number += 1
    return found


def _apart(which: Sequence[str], match: Match, told: dict[str, tuple[Match, int]]) -> Draft:
    citer = Citer()
    mark = citer.cite_figure(match)
    text = f"{sentence(match)}，{_beside(which, told)}{mark}。"
    return Draft(text, True, "facts", citer, (match, *(told[w][0] for w in which)))


def _beside(which: Sequence[str], told: dict[str, tuple[Match, int]]) -> str:
    return "、".join(
        f"{'高于' if told[w][1] > 0 else '低于'}{w}{tidy(told[w][0].fact.figure)}" for w in which
    )


def _draft(which: Sequence[str], match: Match, told: dict[str, tuple[Match, int]]) -> Draft:
    citer = Citer()
    fact = match.fact
    mark = citer.cite_figure(match)
    parts = []
    for word in which:
        gap, sign = told[word]
        shown = before_change(match, gap, sign)
        grows = "增速" if fact.measure == "增速" else ""
        parts.append(f"{word}{when(match)}{fact.indicator}{grows}为{shown}")
    text = f"{'；'.join(parts)}：{sentence(match)}，{_beside(which, told)}{mark}。"
    return Draft(text, True, "facts", citer, (match, *(told[w][0] for w in which)))
