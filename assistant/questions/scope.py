"""Among whom a rank is meant: 全省第几, 在河南排第几, 全广西排第几."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reports.patterns import regex
from reports.records import Fact
from reports.text import plain

from .slots import Slots

_LEVELS = {
    "国": "国",
    "省": "省",
    "市": "市",
    "州": "市",
    "盟": "市",
    "县": "县",
    "旗": "县",
    "世": "世",
    "球": "世",
}
_SAID = regex(
    r"(?:位?[居列在占]|排)?(?:在|到|于)?"
    r"(?:全?(?P<world>世(?=界)|球(?<=全球))界?(?:上|里|范围内)?(?=\s|排|居|位|列|第|的?(?:排名|位次)|$)|"
    r"全(?P<all>[国省市州盟县旗])(?:里|内|范围内)?|(?P<of>[国省市州县])[里内](?=\s|排|居|位|列|第|的?(?:排名|位次)))"
    r"(?:当中|之中|中)?的?"
)
_WHOLE = regex("全(?P<all>[国省市州盟县旗区球])|(?P<world>世)界")
# 西部地区第7位: among some of the whole
_REGION = regex(
    "(?:[东西中]部|东北|西北|西南|华[东北南中]|长三角|珠三角|京津冀)(?:地区|城市)?(?:排名?|位?[居列])?$"
)
_RANKED = regex(r"(?:排|位?[居列])(?:到|在|了|名)?\s*(?=第几|第多少|多少位|几位)")
_ROUND = (
    r"(?:(?:位?[居列在占]|排|放)?(?:在|到|于))?(?:整个|全)?(?:{name})"
    r"(?:全[省区市州盟旗]|省|市|自治区)?(?:里|内|全区|全省|全市)?(?:的)?"
)


def scope_in(text: str, above: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """(scope, text without it) of folded words that ask for a rank; scope is 国, 省, 市, 县 or ``""``.

    ``above`` are the (name, level) by which a question may call the places above the one asked for.
    """
    text = _RANKED.sub(" ", text)
    for name, level in sorted(above, key=lambda pair: -len(pair[0])):
        if name in text:
            pattern = _ROUND.format(name=re.escape(name))
            return level, re.sub(pattern, " ", text, count=1)
    if match := _SAID.search(text):
        return _LEVELS[match["all"] or match["of"] or match["world"]], text[: match.start()] + " " + text[
            match.end() :
        ]
    return "", text


def told_scope(fact: Fact) -> str:
    """Among whom the report ranks: 国, 省, 市, 县, 区 (whose, its place tells), 域 or ``""``."""
    if _REGION.search(plain(fact.before)):
        return "域"
    for words in (plain(fact.before)[-14:], plain(fact.clause)):
        if found := [*_WHOLE.finditer(words)]:
            letter = found[-1]["all"] or found[-1]["world"]
            return _LEVELS.get(letter, letter)
    return ""


_GROWN = regex("增速|增幅|增长|涨幅|增量")
_AMOUNT = regex("总量|规模|总额|绝对|总值")


def rank_fits(slots: Slots, fact: Fact) -> bool:
    """Whether a rank is among those asked for, and of the growth or the amount that is asked for."""
    if fact.measure != "位次":
        return True
    told = told_scope(fact)
    if slots.scope and told and told != slots.scope and not (told == "区" and slots.scope in "省市"):
        return False
    own = plain(fact.before)[-16:]
    if _AMOUNT.search(slots.text):
        return not (_GROWN.search(own) and not _AMOUNT.search(own))
    return not (_GROWN.search(slots.text) and _AMOUNT.search(own) and not _GROWN.search(own))
