"""How figures, places and years are put into words."""

from __future__ import annotations

import re

from reports.patterns import regex
from reports.phrases import TURNED
from reports.records import Fact
from reports.repair import tidy

from ..evidence.matches import Match
from .citing import Citer

_LEAD = regex(
    r"^(?:[、，和与及；]|其中[:：]?|全年|年末|全市|全区|全县|全省|预计|初步核算|初步统计|经初步核算|力争|确保|努力|争取|并|同时|截至目前|目前|今年|去年|一年来|五年来)+"
)
_GROWTH_ONLY = regex(
    r"^(?:同比|环比|比上年|较上年|比去年|[比较]\d{4}年(?:底|末)?|分别|年均|平均|可比价|实际|名义|[、，和与])*(?:增长|下降|上升|提高|增加|减少|降低|回落|上涨|增幅|增速)?(?:了|达到|达|为|到)?$"
)
_MOVED = regex(rf"((?:{TURNED}){{1,2}}(?:到|至|为)(?:不[低少]于)?)(?:\d{{4}}年|去年|目前)?(?:底|末)?的?$")
SHOWN_SUM = regex(r"（([^（）]*[−＋][^（）]*)＝([\d.]+)）")
"""A sum as an answer shows it, （90−15＝75）: its terms and its result."""
_PLACES = regex("位次|名次")
NATURE_NOTES = {
    "目标": "目标",
    "计划": "计划",
    "预计": "预计数",
    "初步核算": "初步核算数",
    "累计": "累计",
    "实绩": "",
}


def phrase(match: Match) -> str:
    """What the figure is, with the figure, in the report's own words: 城镇新增就业9796人."""
    fact = match.fact
    before = _LEAD.sub("", _sized(fact))
    figure, after = tidy(fact.figure), tidy(fact.after)
    if fact.unit == "个" and (places := _PLACES.match(after)):
        figure, after = figure + places.group(), after[places.end() :]  # 提高9个位次
    if re.fullmatch(r"[\d.]+", figure) and fact.unit:
        figure += fact.unit  # 分别突破70和50亿元: what the last one bears is of both
    if fact.unit in ("金", "银", "铜"):
        # 1金3银7铜: each stands alone here, so that its metal goes before it.
        rows = [row for row in _MEDALS.findall(tidy(fact.clause)) if figure in row]
        whole = f"（{rows[0]}）" if len(rows) == 1 and rows[0].startswith(figure) else ""
        return f"{fact.indicator}{figure.removesuffix(fact.unit).strip()}枚{whole}"
    if fact.indicator and _STRIVEN.fullmatch(tidy(fact.before).strip()):
        return f"{fact.indicator}力争{figure}"
    if not before or before in ("为", "有", "达", "达到", "完成", "实现", "对", "近", "约", "超", "超过"):
        if before and not after:
            return f"{fact.indicator}{before}{figure}"
        subject = "" if after else fact.indicator
        return f"{subject}{figure}{_trim(after)}"
    if moved := _MOVED.match(before):
        # 增加到2007年的13786元: the subject stands in the clause before.
        return f"{fact.indicator}{moved[1]}{figure}"
    if _GROWTH_ONLY.match(before):
        subject = fact.indicator if fact.indicator not in before else ""
        return f"{subject}{before.lstrip('、，和与')}{figure}"
    if len(before) <= 6 and after:
        return f"{before}{figure}{_trim(after)}"
    behind = _trim(after)
    if len(behind) > 1 and fact.indicator.endswith(behind) and behind not in before:
        return f"{before}{figure}{behind}"  # 支持甲、乙等8个中心镇
    if fact.indicator and len(fact.indicator) > len(before) and before in fact.indicator:
        before = fact.indicator
    return f"{before}{figure}"


_STRIVEN = regex("[、，]力争")
# 1金3银7铜
_MEDALS = regex("(?:[0-9]+[金银铜][、，和]?){2,3}(?<=[金银铜])")
# 10亿元以上项目106个: of which size they are, belongs to what they are.
_SIZE = regex(r"[\d.]+[万亿千百]*[元吨人亩户](?:及?以[上下内])的?$")


def _sized(fact: Fact) -> str:
    """The words before a figure, with the size of what is counted."""
    before = tidy(fact.before).strip()
    told = tidy(fact.clause).partition(f"{before}{tidy(fact.figure)}")[0] if before else ""
    size = _SIZE.search(told)
    return size.group() + before if size else before


def _trim(text: str) -> str:
    return re.split(r"[，；。、（(]", text)[0][:30]


def when(match: Match) -> str:
    """The year or period of a fact: 2023年, 2016—2020年, 2023年1-11月."""
    period = match.fact.period
    if not period:
        return ""
    if len(period) == 9 and period[5:].isdigit():
        return f"{period[:4]}—{period[5:]}年"
    return f"{period[:4]}年{period[4:]}"


def cited(match: Match, citer: Citer) -> str:
    """One figure in a sentence, with the mark of the sentence that it stands in: …新增就业9796人[1]."""
    return sentence(match) + citer.cite_figure(match)


def sentence(match: Match, *, place: str = "") -> str:
    """One figure in a sentence: 卫东区2023年城镇新增就业9796人."""
    fact = match.fact
    where = place or match.evidence.entry.identity.place
    words = phrase(match)
    year = when(match)
    if year and words.startswith(year):
        year = ""
    part = fact.period[4:]
    if part and not year[4:].removeprefix("年").startswith("—"):
        words = words.removeprefix(part)  # 2022年二季度二季度当季
    note = NATURE_NOTES.get(fact.nature, "")
    target = "目标：" if note == "目标" else ""
    tail = f"（{note}）" if note and not target and note not in words else ""
    return f"{where}{year}{target}{words}{tail}"


def changed(first: Match, last: Match) -> str:
    """A change in one sentence: 上海市2019年达标率从15%提高到90%."""
    fact = last.fact
    verb = re.sub(r"^[、，,\s]+", "", tidy(fact.before))
    year = when(first)
    since = f"（{year}）" if year and year != when(last) else ""
    moved = verb if _MOVED.match(verb) or len(verb) <= 4 else "变为"
    place = last.evidence.entry.identity.place
    subject = f"{place}{when(last)}{first.fact.indicator}"
    if fact.measure == "位次" and not re.search("[位排]", subject):
        subject += "排名"  # 从88位: of what, and 位 not as one counts people
    return f"{subject}从{tidy(first.fact.figure)}{since}{moved}{tidy(fact.figure)}"
