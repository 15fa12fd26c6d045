"""Questions about an earlier time that no report covers: what there was then, and what changed since."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from reports.patterns import regex
from reports.repair import tidy
from reports.text import fold
from reports.times import with_digits
from vectorstore.records import ReportEntry

from ..drafting.citing import Citer
from ..drafting.drafts import Draft
from ..drafting.wording import changed, sentence, when
from ..evidence.fits import Wanted, counted_as
from ..evidence.matches import Match
from ..evidence.prepared import Shelf
from ..figures.arithmetic import before_change, gap_of, ratio_of
from ..figures.moved import fold_told, gap_told, held, moved_from, started_from, was_of
from ..figures.select import ENOUGH, ENOUGH_NEAR, rank
from ..questions.contrasts import contrary
from ..questions.followup import complete
from ..questions.places import PlaceIndex
from ..questions.slots import Since, Slots
from ..questions.spans import MOVED, WHICH_AHEAD, against_its_start, plan_year
from ..questions.understand import read_question
from .backward import Change, changes_of, years_ago

RECKONED = regex(
    "倒推|反推|推算|倒算|反算|还原|折算|推回|往回算|倒着算|算回去|推一?下|[量幅]算|减去?增[量幅]"
)
_RECKON = regex(
    r"[（(]?(?:请|要)?(?:按|照|根据|依据|用|从|拿|凭)?[^，,（(]{0,24}?"
    r"(?:的|这份)?(?:说法|口径|数据|数字?|数和增[量幅]|增[量幅])?(?:来|去|可以|能|往)?"
    r"(?:倒推|反推|推算|倒算|反算|还原|折算|推回去|推一?下|往回算|倒着算|算回去|减去?增[量幅]|(?<=[量幅数来去])算)"
    r"(?:一下|出来|出|回去|可知|得出|来看|起来)?[）)]?[，,：:]?"
)
_AGO = (
    r"(?:[两二三四五六七八九十\d]{1,2}年(?:以)?前|(?:机构)?(?:改革|精简|调整|整治|治理|实施|合并|改造)(?:以|之)?前|"
    r"原来|原先|原本|以前|此前|当初|“?十[一二三四五六]?五”?(?:规划)?(?:末|期末|期初|初))"
)
_THEN = rf"(?:(?:19|20)\d\d年(?:底|末|初)?(?:的时候|时)?|{_AGO})"
_CHANGED = regex(
    rf"(?:[比较跟与和同]|相比(?:于)?|对比)(?P<then>{_THEN})(?:的)?(?:相比|比起来|比|相较|来说)?[，,]?"
    rf"(?:又|净|共|一共|总共|累计|大约|大概|实际)*{MOVED}"
)
_LONGEST = 200
_TIMES = regex(rf"(?:是|为|相当于|等于)(?P<then>{_THEN})(?:的)?(?:几|多少)倍")
_WAS = regex(rf"(?P<then>{_THEN})(?:(?:建市|建区|建县|设市|成立)?(?:的时候|之时|时|的))?")
_LEVEL = regex(r"多少|几[个家人天件座条亿万元户亩吨]|多大|多高|多长")
_CHANGE_OTHER = regex(rf"{MOVED}|增速|增长率|百分之")
_BEFORE = regex("(?:改革|精简|调整|整治|治理)前|原[来有先]|[以此]前|现有")


def since_of(
    whole: Slots, before: Slots | None, places: PlaceIndex, told: Collection[int] = ()
) -> Since | None:
    """The earlier time that ``whole`` asks about, or None where it asks about none.

    Of a year in ``told``, which a report of its own reviews, a level need not be reckoned back.
    """
    text = with_digits(fold(whole.question.strip()).rstrip("？?。"))
    if len(text) > _LONGEST:
        return None
    text = against_its_start(text)
    reckon = RECKONED.search(text) is not None
    bare = without_reckoning(text) if reckon else text
    match = _CHANGED.search(bare) or _TIMES.search(bare)
    change = match is not None
    if match is None:
        match = next((m for m in _WAS.finditer(bare) if not m["then"][:4].isdigit()), None)
        years = [m for m in _WAS.finditer(bare) if m["then"][:4].isdigit() and not _of_report(bare, m)]
        if match is None and len({m["then"][:4] for m in years}) == 1:
            match = years[0]
        level = _LEVEL.search(bare) or (before and bare.endswith("呢"))
        if match is None or not level or _CHANGE_OTHER.search(bare):
            return None
        if not reckon and match["then"][:4].isdigit() and int(match["then"][:4]) in told:
            return None
    then = match["then"]
    subject = read_question(bare[: match.start()] + WHICH_AHEAD.sub("", bare[match.end() :]), places)
    subject = complete(subject, before) if before else subject
    if not subject.content:
        return None
    year = int(then[:4]) if then[:4].isdigit() else plan_year(then)
    own = replace(
        subject,
        measure="",
        nature="",
        task="figure",
        asks=(),
        places=subject.places or whole.places,
        report_years=subject.report_years or whole.report_years,
    )
    return Since(own, year, "" if year else then, change, reckon, bare)


def without_reckoning(text: str) -> str:
    """The question without the words that ask to reckon; a report that they name stays."""
    return _RECKON.sub(lambda m: _report_year(m.group()), text)


def _report_year(cue: str) -> str:
    """按2007年报告倒推 still says which report."""
    found = re.search(r"(?:(?:19|20)\d\d)年(?=[^，,]{0,10}报告)", cue)
    return f"{found.group()}报告，" if found else ""


def _of_report(text: str, year: re.Match[str]) -> bool:
    """Whether a year is that of a report, and not of a figure."""
    return re.match("[^，,]{0,10}报告", text[year.end() :]) is not None


def answer_since(since: Since, own: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """The figure of that time with the sum that gives it, or the change since; None where none is told."""
    told = list(_told(since, own, shelf))
    started = list(_started(since, own, shelf))
    found = _of_one_value(told)
    if found and not since.change:
        return level_then(since, found)
    if found:
        return _change_since(found)
    if started:
        return _from(since, *started[0])
    return None


def _told(since: Since, own: Sequence[ReportEntry], shelf: Shelf) -> Iterator[tuple[float, Match, Change]]:
    """(score, figure, change) of what fits the question and has changed since that time."""
    for entry in near_reports(since, own):
        evidence = shelf.evidence(entry)
        changes = [c for c in changes_of(evidence) if _then(since, c)]
        if not changes:
            continue
        by_level = {c.level.fact.ordinal: c for c in changes}
        for match in _fitting(since, entry, shelf):
            if (change := by_level.get(match.fact.ordinal)) is not None:
                yield match.score, match, change


def near_reports(since: Since, own: Sequence[ReportEntry]) -> list[ReportEntry]:
    """The reports that may look back on that time, the nearest after it first."""
    subject = since.subject
    chosen = [e for e in own if not subject.report_years or e.identity.year in subject.report_years]
    if since.year is not None:
        first = since.year
        now = {year + 1 for year in subject.years}
        chosen = [
            e
            for e in chosen
            if e.identity.year and (first < e.identity.year <= first + 12 or e.identity.year in now)
        ]
        return sorted(chosen, key=lambda e: e.identity.year or 0)[:6]
    if subject.years:
        chosen = [e for e in chosen if e.identity.year and e.identity.year - 1 in subject.years]
    return sorted(chosen, key=lambda e: -(e.identity.year or 0))[:1]


def _then(since: Since, change: Change) -> bool:
    """Whether a change is told against the time that the question names."""
    if since.year is not None:
        if change.base_year != since.year:
            return False
        named = change.base[:4].isdigit() or years_ago(change.base) > 0
        if since.change:
            return named and _as_asked(since, change)
        # From a rate only where the question asks to reckon, from 2.2倍 also where 大约 will do.
        rough = {"%": False, "倍": "大约" in since.asked or "大概" in since.asked}
        return since.reckon or (named and rough.get(change.by.fact.base_unit, True))
    if count := years_ago(since.words):
        if count == years_ago(change.base):
            return True
        now = change.level.fact.year
        return change.base[:4].isdigit() and now is not None and change.base_year == now - count
    return bool(_BEFORE.search(change.base))


def _as_asked(since: Since, change: Change) -> bool:
    """Whether a change is told in the unit that the question asks for: 多少亿元 wants no rate."""
    asked, told = since.subject.unit, change.by.fact.base_unit
    if _TIMES.search(with_digits(since.asked)):
        return told == "倍" and change.sign == 0
    if change.sign == 0:
        return False
    return not asked or counted_as(asked) == counted_as(told) or {asked, told} <= {"%", "百分点"}


def _fitting(since: Since, entry: ReportEntry, shelf: Shelf) -> list[Match]:
    subject = replace(since.subject, years=(), span=None, measure="水平", report_years=())
    if subject.unit in ("%", "百分点"):
        subject = replace(subject, unit="")
    years = since.subject.years
    return [
        m
        for m in rank(subject, Wanted((entry,), None, ""), shelf)
        if not contrary(since.subject.content, m.fact)
        and m.covered >= ENOUGH
        and m.strict >= ENOUGH_NEAR
        and (not years or m.fact.year in years)
    ]


def _of_one_value(
    told: Sequence[tuple[float, Match, Change]],
) -> tuple[Match, Change] | None:
    """The best of what fits; None where something else fits as well."""
    if not told:
        return None
    ranked = sorted(told, key=lambda t: -t[0])
    score, match, change = ranked[0]
    for other_score, other, _ in ranked[1:]:
        beside = other.evidence is match.evidence and other_score >= score - 0.03
        if beside and other.fact.normal != match.fact.normal:
            return None
    return match, change


def level_then(since: Since, found: tuple[Match, Change]) -> Draft | None:
    match, change = found
    by = replace(match, item=change.by)
    was = before_change(match, by, change.sign)
    if not was:
        return None
    citer = Citer()
    place = match.evidence.entry.identity.place
    year = since.year or change.base_year
    then = f"{year}年" if year else since.words
    how = _told_so(match, change)
    text = f"{place}{then}{match.fact.indicator}为{was}：{how}{_mark(match, change, citer)}。"
    return Draft(text, True, "facts", citer, (match, by))


def _change_since(found: tuple[Match, Change]) -> Draft:
    match, change = found
    citer = Citer()
    text = f"{_told_so(match, change)}{_mark(match, change, citer)}。"
    return Draft(text, True, "facts", citer, (match, replace(match, item=change.by)))


def _told_so(match: Match, change: Change) -> str:
    """The figure and its change in the report's words: 2006年生产总值570.8亿元，比2000年增加290亿元."""
    figure = tidy(change.by.fact.figure)
    base = change.base.removesuffix("的")
    moved = f"比{base}{change.way}{figure}" if change.sign else f"是{base}的{figure}"
    return f"{sentence(match)}，{moved}"


def _mark(match: Match, change: Change, citer: Citer) -> str:
    spans = dict.fromkeys((f.sentence_start, f.sentence_end) for f in (match.fact, change.by.fact))
    return "".join(citer.cite(match.evidence, start, end) for start, end in spans)


def _started(since: Since, own: Sequence[ReportEntry], shelf: Shelf) -> Iterator[tuple[Match, Match]]:
    """(first, last) of a change told from where to where: 从40个减少到29个."""
    for entry in near_reports(since, own):
        fitting = _fitting(since, entry, shelf)[:3]
        for match in fitting:
            if match.score < fitting[0].score - _BEHIND:
                break  # one far behind is of another matter
            first = moved_from(match) or started_from(match) or held(match)
            if first is None:
                continue
            if _was_then(since, first, match):
                yield first, match


_BEHIND = 0.1


def _was_then(since: Since, first: Match, last: Match) -> bool:
    """Whether what a figure changed from is of the time that the question names."""
    if since.year is not None:
        return was_of(since.year, first, last)
    count, now = years_ago(since.words), last.fact.year
    return not count or (now is not None and first.fact.year == now - count)


# 从多少降到多少 asks for both ends, and not how far they are apart
_BOTH_ENDS = regex(
    "(?:从|由)(?:多少|几|百分之几)[^，,差]{0,12}到了?(?:多少|几|百分之几)[^，,差（(]{0,4}(?:$|[（(])"
)


def _from(since: Since, first: Match, last: Match) -> Draft:
    citer = Citer()
    mark = citer.cite_figure(last)
    if since.change:
        apart = f"，相差{gap_told(first, last) or gap_of(first, last)}"
        text = f"{changed(first, last)}{mark}{'' if _BOTH_ENDS.search(since.asked) else apart}。"
        if re.search("增[长加]了?(?:几|多少)倍", since.asked) and (told := fold_told(last)):
            text = f"{text[:-1]}，{told}。"
            if not _BOTH_ENDS.search(since.asked):
                text = f"{changed(first, last)}，{told}{mark}。"
        elif re.search("几倍|多少倍", since.asked):
            text += ratio_of(("后来的数", last), ("原来的数", first))
    else:
        place = last.evidence.entry.identity.place
        then = when(first) if when(first) != when(last) else since.words
        text = f"{place}{then}{first.fact.indicator}{tidy(first.fact.figure)}{mark}。"
    return Draft(text, True, "facts", citer, (first, last))
