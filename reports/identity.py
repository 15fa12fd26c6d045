"""Which report a text is: place, year, kind, title, who gave it, when and at which session.

The text comes first, then the file's name; what the user says overrides both.
"""

from __future__ import annotations

import re
from datetime import date as Date
from pathlib import PurePath

from reports.gazetteer import NATION, Place, find, lookup
from reports.numerals import chinese_value
from reports.patterns import regex
from reports.records import KINDS, Identity
from reports.whose import level_said, report_place
from reports.years import plain_years, report_year, spans

REPORT, SUMMARY, NOTICE, OTHER = KINDS

_ADDRESS = regex(r"各?位(?:代表|委员)")
_HEAD_LIMIT = 1500
_NO_HEAD = 600
_OFTEN = 3
_CN = "一-鿿"
_N = r"第?[一二三四五六七八九十百\d]+"
_SESSION = regex(
    rf"(?:第[一二三四五六七八九十]+届全国人民代表大会{_N}次会议"
    rf"|[{_CN}]{{0,16}}?{_N}届\s*(?:人民代表大会|人大)\s*{_N}次会议)"
)
# A session named like this is an earlier one, whose decisions the report answers to.
_EARLIER = "(?!确定|提出|通过|确立|以来|部署|批准|明确|闭幕)"
_DATE = regex(r"(?:(\d{4})年)?\s*([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})日")
_NUMERIC_DATE = regex(r"(20\d\d)-(\d\d)-(\d\d)")
_ROLE = r"(?P<role>(?:代理|代)?(?:总理|省长|市长|区长|县长|州长|盟长|旗长|主席|专员))"
_PERSON = rf"(?P<name>[{_CN}]{{2,8}}(?:·[{_CN}]{{2,8}})+|[{_CN}]\s[{_CN}](?![{_CN}])|[{_CN}]{{2,4}}?)"
_SPEAKERS = (
    regex(rf"{_ROLE}\s*[：:]?\s*(?!信箱|热线|之窗|办公|会议){_PERSON}(?=\s|$|作|在|代表|同志|向|[（(，。])"),
    regex(rf"(?<=日){_PERSON}{_ROLE}(?=在|作|代表)"),
)
# 某某某省长在报告中首先指出: a report told by a newspaper
_TOLD_OF = regex(
    rf"(?:^|[\n。，]\s*){_PERSON}{_ROLE}(?=在报告(?:中|里|时)|(?:代表[^，。\n]{{2,16}})?[向在][^，。\n]{{4,30}}作(?:了)?[^，。\n]{{0,4}}报告)"
)
_BARE_NAME = regex(rf"\n\s*(?P<name>[{_CN}]\s?[{_CN}]{{1,3}})\s*$")
_TITLE = regex(
    r"^.*通知$|[^\s：。，；《]*(?:任务|责任)分解[^\s。，；]*"
    r"|[^\s：。，；《》（(]*工作报告》?(?:\s*[（(]?(?:摘要|摘登|摘编)[)）]?)?"
)
_OTHER_TITLE = regex(r"统计公报|预算|决算|规划纲要|计划草案|计划执行情况|审计")
_REPORTED = regex(r"《报告》(?:说|指出|提出|强调)|报告(?:说|指出)，")


def identify(text: str, *, filename: str = "", place: str = "", year: int | None = None) -> Identity:
    """The identity of a report from its reading text, then its file's name.

    ``place`` (a full or short name, parents allowed) and ``year`` override what is found. Parts
    that nothing tells stay empty; no error is raised.
    """
    view = plain_years(text)
    head = _head(view)
    stem = plain_years(PurePath(filename).stem)
    kind, title = _kind_and_title(head, stem)
    dated, iso = _date(f"{head}\n{view[-200:]}" if kind == NOTICE else head, kind)
    told, certain = report_year(head, view, dated)
    if kind == NOTICE and (in_title := _year_in(title)):
        told, certain = in_title, True
    own_year = year or (told if certain else _year_in(stem) or told)
    whose = _place(place, view, stem)
    review, plan = spans(view, own_year)
    role, speaker = _speaker(head, view)
    return Identity(
        place=whose.name if whose else place,
        parents=whose.parents if whose else (),
        year=own_year,
        review_years=() if kind == NOTICE else review,
        plan_years=plan,
        kind=kind,
        title=title or kind,
        speaker=speaker,
        speaker_role=role,
        date=_with_year(iso, own_year),
        session=_session(head, view),
    )


def _head(text: str) -> str:
    """What stands before the address (各位代表) and may name place, date and speaker."""
    address = _ADDRESS.search(text, 0, _HEAD_LIMIT)
    return text[: address.start()] if address else text[:_NO_HEAD]


def _place(given: str, text: str, stem: str) -> Place | None:
    if given:
        found = lookup(given)
        return _only(found, given)
    return _of_level(level_said(text), _told_or_named(text, stem), text)


def _of_level(level: str, place: Place | None, text: str) -> Place | None:
    """The namesake below a place where the text is given for its level: 黄山区 for a file named 黄山市."""
    if place is None or not level or place.name.endswith(level):
        return place
    below = [p for p in lookup(place.short + level) if place.name in p.parents and p.name.endswith(level)]
    return below[0] if len(below) == 1 and text.count(below[0].name) >= _OFTEN else place


def _told_or_named(text: str, stem: str) -> Place | None:
    told = report_place(text)
    named = find(stem, short=True)
    from_name = _only(named[-1].places, stem[named[-1].start : named[-1].end]) if named else None
    if told is None:
        return from_name
    place, certain = told
    if from_name is None or (certain and place.name != from_name.name):
        return place
    # The same name with more above it, or a file's name against a mere guess.
    return from_name if not certain or len(from_name.parents) > len(place.parents) else place


def _only(places: tuple[Place, ...], name: str) -> Place | None:
    """The single place, or the name alone where several places bear it."""
    if len(places) < 2:
        return places[0] if places else None
    first = places[0]
    if first.level != places[1].level or first.level == NATION:
        return first
    return Place(first.name, (), first.level, first.short)


def _year_in(name: str) -> int | None:
    years = re.findall(r"(?<!\d)((?:19|20)\d\d)(?!\d)", name)
    return int(years[-1]) if years else None


def _kind_and_title(head: str, stem: str) -> tuple[str, str]:
    lines = [line.strip(" —-―–\t《》") for line in head.splitlines()]
    lines = [line for line in lines if 4 <= len(line) <= 60 and "。" not in line]
    titles = [match.group() for line in lines if (match := _TITLE.search(line))]
    title = titles[0] if titles else ""
    named = f"{title} {stem}"
    if (re.search(r"分解|责任|分工", named) and "通知" in named) or "任务分解" in named:
        return NOTICE, title
    if re.search(r"摘要|摘登|摘编|解读", named) or (_REPORTED.search(head) and "\n" in head):
        return SUMMARY, title
    others = [line for line in lines[:3] if _OTHER_TITLE.search(line) and "，" not in line]
    if others and "工作报告" not in head:
        return OTHER, others[0]
    return REPORT, title


def _number(text: str) -> int:
    return int(text) if text.isdigit() else int(chinese_value(text) or 0)


def _date(head: str, kind: str) -> tuple[tuple[int, int] | None, str]:
    """((year, month), ISO date) of the meeting; the year is 0000 in the date where it is not said."""
    meeting = _SESSION.search(head)
    at = meeting.start() if meeting else 0
    found = sorted(_DATE.finditer(head), key=lambda m: (m[1] is None, abs(m.start() - at)))
    for match in found:
        line = head[head.rfind("\n", 0, match.start()) + 1 :].partition("\n")[0]
        # In a notice a date inside a sentence is a deadline; in a report it is the meeting's, or its
        # line holds little else.
        alone = line.strip() == match.group().strip()
        if not alone and (kind == NOTICE or (len(line) > 40 and not _SESSION.search(line))):
            continue
        month, day = _number(match[2]), _number(match[3])
        year = int(match[1] or 0)
        try:
            Date(year or 2000, month, day)
        except ValueError:
            continue
        iso = f"{year:04d}-{month:02d}-{day:02d}"
        return ((year, month) if year else None), iso
    printed = _NUMERIC_DATE.search(head)
    return ((int(printed[1]), int(printed[2])), "") if printed else (None, "")


def _with_year(iso: str, year: int | None) -> str:
    if iso.startswith("0000"):
        return f"{year:04d}{iso[4:]}" if year else ""
    return iso


def _speaker(head: str, text: str) -> tuple[str, str]:
    found = [match for pattern in _SPEAKERS if (match := pattern.search(head))]
    if match := found[0] if found else _TOLD_OF.search(text, 0, _HEAD_LIMIT):
        return match["role"], re.sub(r"\s", "", match["name"])
    bare = _BARE_NAME.search(head.rstrip())
    if bare and _SESSION.search(head):
        return "", re.sub(r"\s", "", bare["name"])
    return "", ""


def _session(head: str, text: str) -> str:
    runs = [m.group() for m in re.finditer(_SESSION.pattern + _EARLIER, head)]
    if not runs:
        # 2015年4月20日…第六次会议通过: with its day before it, the session is the report's own
        own = rf"(?:{_SESSION.pattern})(?=审议通过)|(?<=日)(?:{_SESSION.pattern})(?=通过(?!的|了))"
        agreed = re.search(own, text[:_HEAD_LIMIT])
        runs = [agreed.group()] if agreed else []
    if not runs:
        # 我代表国务院，向第六届…第一次会议作政府工作报告, where nothing stands before the address
        told = re.search(rf"(?<=向)\s*(?:{_SESSION.pattern})(?=作|报告|提出)", text[:_HEAD_LIMIT])
        runs = [told.group()] if told else []
    if not runs:
        return ""
    found = re.sub(r"\s", "", max(runs, key=lambda run: ("人民代表大会" in run, len(run))))
    numbered = re.search(rf"(?:自治区|[省市县区州盟旗])?{_N}届", found)
    places = find(found, short=True)
    starts = [numbered.start()] if numbered else [0]
    return found[min(starts + [m.start for m in places[:1]]) :]
