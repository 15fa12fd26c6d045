"""What a refusal says: what is missing, and what there is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.patterns import regex
from vectorstore.records import ReportEntry

from ..evidence.matches import Match
from ..questions.slots import Slots
from .citing import Citer
from .wording import sentence

_SMALL_TALK = regex(
    r"^(?:你好|您好|嗨|哈喽|hello|hi|谢谢|多谢|再见|拜拜|早上好|晚上好|你是谁|你叫什么|你会什么|你能做什么)"
)
_TODAY = regex(
    r"(?:今天|明天|后天|昨天|周末|现在)[^，。？]{0,10}(?:天气|下雨|下雪|气温|限行|堵车|股价|股市|油价|金价|汇率|彩票)|天气(?:怎么样|如何|好不好|预报)"
)
_OPINION = regex(r"你(?:觉得|认为|怎么看|的(?:看法|观点|意见))|说说你|该不该|(?<!得)好不好|值不值")

_NUMBER = regex(r"\d+(?:\.\d+)?")


def off_topic(text: str) -> str:
    """A friendly refusal of small talk, opinions and other subjects; ``""`` if it is none."""
    if _SMALL_TALK.search(text):
        return (
            "您好，我只回答政府工作报告里写了什么。请直接问地区、年份和指标，例如“2023年某区新增就业多少”。"
        )
    if not re.search("[一-鿿]", text):
        return (
            "请用中文提问，例如“2023年某区新增就业多少”。 Please ask in Chinese: place, year and indicator."
        )
    if _TODAY.search(text):
        return "这个问题与政府工作报告无关；我只回答报告里写明的内容，例如“2023年某区新增就业多少”。"
    if _OPINION.search(text):
        return "这个问题要的是看法，报告里没有；我只回答政府工作报告里写明的内容。"
    return ""


def describe(entries: Sequence[ReportEntry]) -> str:
    """What the store holds, in a few words: 卫东区（2018、2021年）、山城区（2024年）."""
    by_place: dict[str, set[int]] = {}
    for entry in entries:
        if entry.identity.year:
            by_place.setdefault(entry.identity.place, set()).add(entry.identity.year)
    shown = [f"{place}（{_years(years)}）" for place, years in list(by_place.items())[:6]]
    rest = "等地区" if len(by_place) > 6 else ""
    return "、".join(shown) + rest


def _years(years: set[int]) -> str:
    ordered = sorted(years)
    if len(ordered) > 6:
        return f"{ordered[0]}年至{ordered[-1]}年间的多份"
    return "、".join(f"{year}年" for year in ordered)


def no_place(unknown: Sequence[str], entries: Sequence[ReportEntry]) -> str:
    """No report of the places asked for."""
    return f"库里没有{'、'.join(unknown)}的政府工作报告，无法回答。现有：{describe(entries)}的报告。"


def no_year(slots: Slots, own: Sequence[ReportEntry], near: Sequence[Match], citer: Citer) -> str:
    """The place is there, but no report that covers the year."""
    place = "、".join(slots.places) or "库里"
    years = "、".join(f"{y}年" for y in slots.years)
    have = _years({e.identity.year for e in own if e.identity.year})
    what = "目标" if slots.nature == "目标" else "情况"
    found = f"现有{place}{have}的报告（当年的报告回顾上一年）"
    return f"没有找到{place}{years}{what}的报告：{found}。{nearest(near, citer)}"


def no_figure(slots: Slots, near: Sequence[Match], citer: Citer) -> str:
    """Place and year are there, but not that figure."""
    place = "、".join(slots.places) or "库里"
    years = "、".join(f"{y}年" for y in slots.years)
    # 9·5地震 is folded to 95地震: a number that nobody asked for is not repeated
    numbers = set(_NUMBER.findall(slots.question))
    words = _NUMBER.sub(lambda m: m.group() if m.group() in numbers else "", slots.content)
    asked = words.replace(" ", "") or "这一项"
    measure = {"增速": "的增速", "占比": "的占比", "进位": "的位次变化"}.get(slots.measure, "")
    nature = {"目标": "目标", "实绩": "实绩"}.get(slots.nature, "")
    return (
        f"{place}{years}的报告里没有找到“{asked}”{measure}{nature and '的' + nature}。{nearest(near, citer)}"
    )


def nearest(near: Sequence[Match], citer: Citer) -> str:
    """The facts that come closest, said to be something else."""
    if not near:
        return ""
    shown: dict[str, str] = {}
    for match in near:
        words = sentence(match)
        if words not in shown and len(shown) < 2:
            shown[words] = words + citer.cite(
                match.evidence, match.fact.sentence_start, match.fact.sentence_end
            )
    return f"报告里相近的是：{'；'.join(shown.values())}。"
