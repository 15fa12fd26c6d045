"""Why one sentence rather answers than another that says as much of the question's words."""

from __future__ import annotations

import re

from reports.patterns import regex
from reports.text import plain

from ..evidence.admitted import PROBLEMS
from ..evidence.pieces import number_of
from ..questions.counted import announced_so, asked_count, numerals
from ..questions.kinds import asks_why
from ..questions.problems import asks_problems
from ..questions.slots import Slots
from .quoted import QUOTED, bare
from .spoken import (
    asks_honour,
    asks_kind,
    either_deed,
    kind_names,
    kinds_asked,
    tells_honour,
    tells_time,
)

_DEFINED = r"(?:是指|就是|即|包括|分别是|[（(：:]|——)"
_ASKS_MEANING = regex(
    r"指什么|指的|是什么|是哪[二两三四五六七八九]?[种样项类]|哪几|哪些|什么意思|含义|包括|包含|分别是|指[^，。？]{0,4}哪|怎么讲"
)
_NOTE = regex(r"[\[【(（]?(?:\d+[\]】)）.、．]+)?([^，,。；;:：]{2,24}?)(?:[:：]|是指|即)")
_REVIEW = regex(r"回顾|成就|成绩|过去|总结")
_PLAN = regex(r"安排|目标|任务|重点|今后|计划|建议|部署|打算|今年|要求|思路|实事")
_SEVERAL = regex("哪(?:几|些)")
_ADMITTED = regex("(?:认识到|看到|意识到|正视)|(?:问题|不足|短板)(?:主要)?(?:是|有|：|:)|不容忽视|不能忽视")


def genre_bonus(slots: Slots, text: str) -> float:
    """For questions whose answers reports word alike: their problems, what a term stands for."""
    if asks_problems(slots) and PROBLEMS.search(text):
        # 面临的挑战前所未有 speaks of the year, 认识到…问题 of what is lacking.
        return 0.35 + 0.15 * bool(_ADMITTED.search(text))
    if asks_how(slots.text) and defined_term(slots, text):
        return 0.2
    if asks_meaning(slots):
        if defined_term(slots, text):
            return 0.35
        for word in slots.content.split():
            tail = plain(word)[-6:]
            if len(tail) >= 3 and re.search(re.escape(tail) + r"[^，。；]{0,4}" + _DEFINED, text):
                return 0.2
    return 0.0


# 争创一批示范企业 does not tell which one is named; 问题 and 短板 are no results.
_HOPED = regex("争创|力争|争取|申创|创建一批|培育一批|新增一批|支持[^，。]{0,12}(?:建设|创建)")


_CAUSE = regex(
    "因|由于|受[^，。]{1,24}影响|影响|原因|考虑|兼顾|鉴于|基于|为了?(?!期|主|民|辖|核心|重点|抓手|引领|统领|目标)|旨在|导致|所致|造成|说明|反思|"
    "压力|制约|不足|困难|取决于|得益于|离不开|归功"
)
# What gives no cause besides: 压力 and 不足 may.
_CAUSE_ITSELF = regex(
    "因(?!此|地|素|子)|由于|受[^，。]{1,24}影响|原因|考虑|鉴于|基于|兼顾|是为了|主要是|旨在|得益于|源于|归功"
)


def gives_cause(text: str) -> bool:
    """Whether a folded sentence says why something is so."""
    return _CAUSE.search(text) is not None


def says_why(text: str) -> bool:
    """Whether a folded sentence says so in words that mean nothing else: 由于, 是为了."""
    return _CAUSE_ITSELF.search(text) is not None


_HOW = regex("怎|如何|为什么|为何|靠什么|靠啥|办法|措施|举措")
# 怎样防止返贫 asks how, 进展怎样 how things stand
_STATE = regex("怎么?样(?![一-鿿])|怎么样(?=[了啦呢])|如何[？?]?$")
_DIGIT = regex(r"\d")
_HEAD = 24
_MANY = 4


def asks_how(text: str) -> bool:
    """Whether a folded question asks how or why, and not how things stand."""
    return _HOW.search(text) is not None and not _STATE.search(text)


def _only_figures(text: str) -> bool:
    """Whether a sentence lists figures, as that of a year's targets does: it tells no how."""
    clauses = [c for c in re.split("[，,；;：:]", text) if c]
    return len(clauses) >= _MANY and sum(map(bool, map(_DIGIT.search, clauses))) >= 0.5 * len(clauses)


_RATE = regex(r"\d(?:%|％|个百分点)(?:左右|以上|以内)?。?$")


def only_rates(text: str) -> bool:
    """Whether a sentence is a row of growth rates, as that of a year's targets is: it names nothing."""
    clauses = [c for c in re.split("[，,；;：:]", text) if c]
    return len(clauses) >= _MANY and sum(map(bool, map(_RATE.search, clauses))) >= 0.7 * len(clauses)


def answer_bonus(slots: Slots, text: str) -> float:
    """For a sentence that holds what answers such a question: a name of the kind asked for, a time."""
    bonus = 0.0
    if asks_kind(slots.text) or kinds_asked(slots.text):
        names = kind_names(text, slots.text)
        bonus += 0.12 * bool(names) - 0.15 * (not names and kinds_asked(slots.text) is not None)
        bonus += 0.1 * (len(names) == asked_count(slots.text))
        if _SEVERAL.search(slots.text):
            bonus += 0.06 * min(3, max(0, len(names) - 1))
        if slots.nature != "目标" and _HOPED.search(text):
            bonus -= 0.1
    if asks_honour(slots.text):
        bonus += 0.12 if tells_honour(text) else -0.12
        if _SEVERAL.search(slots.text) and tells_honour(text):
            bonus += 0.04 * min(3, len(re.findall("[、和]", text)))
    if deeds := either_deed(slots.text):
        bonus += 0.15 * any(deed in text for deed in deeds)
    if slots.task == "when":
        bonus += 0.12 if tells_time(text) else -0.1
    if not asks_problems(slots) and PROBLEMS.search(text):
        bonus -= 0.08
    if asks_why(slots.text):
        bonus += 0.15 * says_why(text)
    elif asks_how(slots.text):
        # what comes below such a head tells how, a list of figures does not
        head = len(text) <= _HEAD and (number_of(text) or not _DIGIT.search(text))
        bonus += 0.08 * bool(head) - 0.15 * _only_figures(text)
        faced = _FACED.search(text) and not _FACED.search(slots.text)
        bonus -= 0.12 * bool(faced and slots.nature != "实绩")
    if (many := announced_so(slots.text)) and many.search(text):
        bonus += 0.12
    if _ASPECTS.search(slots.text) and _ANNOUNCED.search(text):
        bonus += 0.2  # 要重点把握以下几个方面。
    count = asked_count(slots.text)
    counted = rf"(?:{numerals(count)})(?:项|个|件|家|名|处|条)[^。]{{0,20}}(?:分别(?:为|是)|即|[:：])"
    if count > 1 and re.search(counted, text):
        bonus += 0.2
    return bonus


# what a place faces tells of no measure
_FACED = regex(
    "将(?:会)?(?:受到|面临|迎来|呈现)|必将|历史使命|(?:发展|重大|历史|难得的?|多重|新的?)机遇|冲击|有利于我们|挑战|压力"
)
_ASPECTS = regex("哪(?:几|些|[二两三四五六七八九十])个?方面|哪几[项点条]")
_ANNOUNCED = regex(
    "(?:以下|下列|如下|[几二两三四五六七八九十\\d][个大项点条])[^，。；]{0,8}(?:方面|工作|任务|关系|重点|要求)[^，。；]{0,4}[。:：]$"
)


# 总结了哪几点启示: the sentence that announces them, and then its items
_POINTS = regex(
    "哪(?:些|[几二两三四五六七八九十][点条个项])(?:新|主要|重要|深刻|基本|宝贵|成功)?的?(?P<noun>[一-鿿]{2,4}?)[？?]?$"
)


def points_asked(text: str) -> str:
    """What the points that a folded question asks for are called (启示, 经验), or nothing."""
    found = _POINTS.search(text)
    return found["noun"] if found and _LESSONS.search(found["noun"]) else ""


_LESSONS = regex("启示|启迪|体会|经验|认识|教训|反思|感悟|原则|规律|要求")


def asks_meaning(slots: Slots) -> bool:
    """Whether a question asks what a term stands for or is made of."""
    return bool(_ASKS_MEANING.search(slots.text)) and not asks_kind(slots.text)


def defined_term(slots: Slots, text: str) -> bool:
    """Whether the sentence is a note that explains a term of the question: 六个之城：产业之城…."""
    found = _NOTE.match(text)
    if found is None:
        return False
    noted = bare(found[1])
    if noted in bare(slots.content):
        return True
    # “四险一金”机制：…: the note's head may say more than the name that the question quotes
    quoted = [bare(name) for name in QUOTED.findall(slots.question)]
    return any(len(name) >= 3 and noted.startswith(name) for name in quoted)


# 怎么帮企业的, 办得怎么样了: what was done is asked for
_DONE_ASKED = regex(
    "(?:怎么|怎样|如何|靠什么|为什么|为何)(?!办).*[的了][？?]?$|[得况展效果](?:怎么?样|如何)了?[？?]?$|了(?:什么|哪些|啥|哪几)"
)


_DONE_SO = regex(
    "(?:怎么|怎样|如何|靠什么)(?!样|办|考虑|解释).*的[？?]?$|(?:做|办|干|动|搞|推出|取得|完成|采取|开展|实施)了(?:什么|哪些|啥)"
)


_CHAPTER = regex("(?<![一二三四五六七八九十、])([一二三四五六七八九])、")


def _last_chapter(path: str) -> str:
    """The heads from the last chapter on: 一、…回顾 is above no 三、…工作."""
    chapters = list(_CHAPTER.finditer(path))
    numbers = [number_of(m.group()) for m in chapters]
    return path[chapters[-1].start() :] if len(numbers) > 1 and numbers[-1] > numbers[0] == 1 else path


def _part_of(path: str, year: int | None) -> tuple[bool, bool]:
    """(whether the heads of a part plan, whether they look back); 2025年工作 plans in that year."""
    path = _last_chapter(path)
    ahead, back = _PLAN.search(path) or re.search(f"{year}年的?工作", path), _REVIEW.search(path)
    # 五年发展成就 … 重点风险防控: the outer head tells
    plan = ahead is not None and (back is None or ahead.start() < back.start())
    return plan, back is not None and not plan


def told_too_early(slots: Slots, path: str, year: int | None) -> bool:
    """Whether a plan of a year is asked for, and the part of that year's report looks back."""
    return slots.nature == "目标" and year is not None and year in slots.years and _part_of(path, year)[1]


_PROGRESS = regex("[有得]了?(?:什么|哪些|啥)(?:新|大)?(?:进展|改善|成效|成果|变化|突破)|进展(?:如何|怎么?样)")


def told_too_late(slots: Slots, path: str, year: int | None) -> bool:
    """Whether it is asked what was done in a year, and the part of the next year's report plans."""
    if slots.nature or not slots.years or year != max(slots.years) + 1:
        return False
    asks_done = _DONE_SO.search(slots.text) or _PROGRESS.search(slots.text)
    return asks_done is not None and _part_of(path, year)[0]


def time_bonus(slots: Slots, path: str, year: int | None) -> float:
    """Prefers the part of the report that looks the way the question looks."""
    plan, review = _part_of(path, year)
    if slots.nature == "目标":
        return 0.06 if plan else -0.1 if review else 0.0
    if slots.nature == "实绩":
        return 0.06 if review else -0.16 if plan else 0.0
    if not slots.nature and _DONE_ASKED.search(slots.text):
        return 0.08 if review else -0.3 * bool(_DONE_SO.search(slots.text)) or -0.12 if plan else 0.0
    if slots.years and year is not None:
        asked = max(slots.years)
        if asked == year:
            return 0.06 if plan else -0.3 if review else 0.0
        if asked == year - 1:
            return 0.06 if review else -0.1 if plan else 0.0
    elif slots.span and year is not None:
        over = slots.span[1] < year
        return (0.1 if review else -0.25 if plan else 0.0) if over else (-0.1 if review else 0.0)
    return 0.0
