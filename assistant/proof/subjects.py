"""What a figure is the figure of: the words beside it, in the sentence and in the report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.indicators import aliases_of, find_names
from reports.patterns import regex

from ..questions.places import short_name
from .claims import Claim, Claims
from .likeness import bare, share
from .material import CLAUSE_ENDS, Item, Known, compact

PIECE = regex(r"[，。；,;：:、]|以及|[和与及]")
# Words by which a figure leans on what was named before it.
_LEANING = regex(
    r"其中|惠及|受益|涉及|两者|二者|双双|前者|后者|目标|预期|预计|同比|环比|比(?:上年|去年|前一年|20\d\d年)|较(?:上年|去年|前一年|年初|20\d\d年)|总投资|完成|投资额?|增长率?|增速|增幅|涨幅|降幅|"
    r"下降|提高|增加|减少|上升|回落|多|少|占(?:年度?|全年)?(?:投资)?计划的?|占比|比重|为年度?计划的?|交易额|成交(?:金?额)?|"
    r"总量|规模|分别|全部|位居|稳居|居|排名?|列|名|在|里|(?<![高初])中|当年|全年|年度|计划|均|都|也|又|则|为|是|达到?|了|约|近|和|与|的|第三|位|"
    r"六区|全[国省市县区州盟旗]|\d{4}年?"
)
QUALIFIERS = regex(
    r"网络|网上|线上|电商|人均|户均|亩均|地均|民间|税收|非税|进口|出口|农村|城镇|常住|户籍|规上|规模以上|限额以上|限上|"
    r"第一产业|第二产业|第三产业|高新技术|战略性新兴|数字经济|净增|年均|月均|日均|本级|全口径|高技术|制造业|房地产|基础设施|"
    r"外贸|文旅|旅游|跨境|社会保障|失业|养老|医保|公办|民办|入境|出境|过夜|货物|省内|省外|每[年月天日]|国家级|省级|市级|县级"
)
# PM10 is not PM2.5.
CODE = regex(r"pm\d+(?:\.\d+)?|[a-z]\d+|\d[a-z](?![a-z])|(?<![a-z])(?:cpi|ppi|lng|b2b)(?![a-z])")
_CAUSED = regex(r"(?:带动|拉动|推动|撬动|吸引|引进|促进)([^,;。、]*)$")
_GENERIC = regex(
    r"(?:总?人数|总?数量?|总[量额计]|合计|共计|累计|规模|水平|比重|比例|面积|里程|金额|个数|户数|家数|增速|增长率|"
    r"增幅|任务|指标|数值|　)+$"
)


def leans(words: str) -> bool:
    """Whether a figure's words name nothing, so that they lean on what was named before: 总投资, 增长."""
    return len(re.sub(r"[^\w]|\d|_", "", _LEANING.sub("", words))) < 2


def own_words(known: Known) -> str:
    """The words that stand beside a printed figure, and its indicator's."""
    fact = known.fact
    own = compact(f"{fact.indicator}\n{fact.name}\n") + "\n".join(aliases_of(fact.name)) if fact else ""
    return own + known.before + known.after


_ACTS = regex(r"谋划|引进|实施|安排|推进|储备|申报|签约|落地|受益|惠及|共")
_SAID = regex(r"(?:达到?|有|为|是|共|约|了|完成|实现|突破|超过)+$")


def _common_end(a: str, b: str) -> str:
    size = 0
    while size < min(len(a), len(b)) and a[-size - 1] == b[-size - 1]:
        size += 1
    return a[len(a) - size :]


_OPENING = regex(r"(?:19|20)\d\d年|其中|同时|此外|另外|还|并|全[省市县区州盟旗]|[\W_]")


def word_for_word(claim: Claim, claims: Claims, item: Item, known: Known) -> bool:
    """Whether the sentence repeats the report's words around the figure, from where their clause begins."""
    start, end = known.figure.start, known.figure.end
    if claims.text[claim.figure.start : claim.figure.end] != item.compact[start:end]:
        return False
    said = claims.text[: claim.figure.start]
    run = _common_end(said, item.compact[:start])
    after = re.split(r"[，。；！？,;、]", claims.text[claim.figure.end :])[0]
    if not item.compact[end:].startswith(after) or len(bare(run + after)) < 4 or leans(run + after):
        return False
    if run.startswith("出口") and item.compact[: start - len(run)].endswith("进"):
        return False
    rest = CLAUSE_ENDS.split(said[: len(said) - len(run)])[-1]
    for token in claims.places:
        rest = rest.replace(claims.text[token.start : token.end], "　")
    # Of 甲和乙达到1家、2家 the words 乙达到1家 are no clause.
    left = CLAUSE_ENDS.split(item.compact[: start - len(run)])[-1]
    return not _OPENING.sub("", rest) and len(bare(left)) < 2


_SAME = {"规上": "规模以上", "限上": "限额以上", "网上": "线上", "线上": "网上"}


def _given(word: str, given: str) -> bool:
    """Whether a qualifier is in the text, as it is or as 月均 and 元/月 say 每月."""
    if word[0] == "每" and word[1] in "月天日":
        # 月均 and 元/月 say the same.
        return re.search(f"{word[1]}均|/{word[1]}|{word}|{word[1]}人均", given) is not None
    if word == "每年":
        return "/年" in given or word in given
    if word == "月均":
        return re.search("月均|每月平均|月平均", given) is not None
    return word in given or _SAME.get(word, word) in given


_OF_TOURISM = ("游客", "旅游收入")
_TOURS = regex("(乡村|红色|研学|文化|工业|冰雪|生态|森林|康养|夜|周边|自驾)(?:休闲)?(?:旅)?游(?!客)")


def unqualified(claim: Claim, item: Item, known: Known, asked: str) -> str:
    """A word that makes another indicator of it (人均, 进口) and that the evidence does not have."""
    words = re.split(r"[，。；,;：:]", claim.before)[-1] + "　" + claim.after.split("、")[0]
    fact = known.fact
    given = item.around + asked + ("\n".join(aliases_of(fact.name)) if fact and fact.name else "")
    if any(not _given(word, given) for word in QUALIFIERS.findall(words)):
        return "指标不符"
    # 乡村游接待游客: a kind of tourism, where the clause tells of visitors alone.
    kinds = set(_TOURS.findall(words)) if fact and fact.name in _OF_TOURISM else set()
    if fact and kinds - set(_TOURS.findall(compact(fact.clause))):
        return "指标不符"
    # A standard indicator that the report does not name here: 固定资产投资 of what projects have invested.
    near = item.compact[max(0, known.figure.start - 60) : known.figure.start] if leans(known.before) else ""
    told = {m.name for m in find_names(f"{own_words(known)}\n{compact(fact.clause) if fact else ''}\n{near}")}
    names = {m.name for m in find_names(words)}
    if names and not names & told and not any(name in asked for name in names):
        return "指标不符"
    # 补贴拉动消费5亿元 is of what was moved, not of what moved it.
    if cause := _CAUSED.search(known.before):
        moved, said = bare(cause[1]), bare(words)
        if len(moved) >= 2 and said and not share(moved, said) and not _CAUSED.search(words):
            return "指标不符"
    return ""


def indicator(claim: Claim, item: Item, known: Known, rivals: Sequence[Known], asked: str) -> str:
    """The words beside the figure must be those that stand beside it in the report."""
    after = claim.after.split("、")[0]
    words = re.split(r"[，。；,;：:]", claim.before)[-1] + "　" + after
    if len(bare(words)) < 2:
        words = claim.before + "　" + after
    for place in (item.place, short_name(item.place)):
        words = words.replace(place, "　")
    fact = known.fact
    if leans(words):
        return ""
    own = compact(f"{fact.indicator}{fact.clause}" if fact else "") + known.before + known.after
    said = {m.name for m in find_names(words)}
    if fact and fact.name and said and fact.name not in said:
        near = {m.name for m in find_names(own)}
        if not said & near or (known.before and not said & {m.name for m in find_names(known.before)}):
            return "指标不符"
    told = bare(words)
    aliases = "\n".join(aliases_of(fact.name)) if fact and fact.name else ""
    own += "\n" + aliases
    others = [k for k in (*item.known, *rivals) if k is not known]
    if _ends_like_another(claim, known, item):
        return "指标不符"
    if _of_another(told, known, others, aliases):
        return "指标不符"
    beside_words = _beside(known) + "\n" + aliases
    if (
        not leans(words)
        and share(told, asked) < 0.6
        and _strange_noun(_noun(claim, item), beside_words, others, item, told)
    ):
        return "指标不符"
    if len(told) < 3:
        return ""
    at = item.known.index(known)
    above = item.known[at - 1] if at and leans(known.before) else None
    # 登记技术合同7项，成交3.72亿元: a figure without a name goes by that of the one before it.
    beside = share(told, beside_words + (above.before[-16:] if above else ""))
    beaten = [
        share(told, k.before[-16:])
        for k in item.known
        if k is not known and k is not above and not _close(k, known) and len(bare(k.before)) >= 3
    ]
    if beaten and max(beaten) - beside >= 0.25:
        return "指标不符"
    if any(share(told, k.before[-16:]) - beside >= 0.4 for k in rivals):
        return "指标不符"
    # Nothing in common with the figure's own words, where it has some.
    if beside == 0 and len(bare(known.before[-16:] + known.after)) >= 3 and share(told, asked) < 0.6:
        return "指标不符"
    # What the facts chose for the question may be told in the question's own words.
    apart = share(told, own) < 0.25 and share(told, item.compact + "\n" + aliases) < 0.4
    return "指标不符" if apart and share(told, asked) < 0.6 else ""


def _beside(known: Known) -> str:
    return known.before[-16:] + "　" + known.after + "　" + (known.fact.indicator if known.fact else "")


def _of_another(told: str, known: Known, others: Sequence[Known], aliases: str) -> bool:
    """Whether the words are those of another figure's indicator rather than of this one's."""
    if known.fact is None:
        return False
    mine = share(told, compact(known.fact.indicator) + "\n" + aliases)
    same_kind = [
        k.fact
        for k in others
        if k.fact
        and k.figure.base_unit == known.figure.base_unit
        and k.figure.normal != known.figure.normal
        and k.fact.indicator != known.fact.indicator
    ]
    theirs = max((share(told, compact(f.indicator)) for f in same_kind), default=0.0)
    return theirs >= 0.6 and theirs - mine >= 0.4


def _ends_like_another(claim: Claim, known: Known, item: Item) -> bool:
    """Whether the words right before the figure are those before another: 专项债项目 are no 国债项目."""
    if leans(known.before):
        return False
    said = _SAID.sub("", claim.before)
    own = len(_common_end(said, _SAID.sub("", known.before)))
    return any(
        k.figure.base_unit == known.figure.base_unit
        and k.figure.normal != known.figure.normal
        and len(_common_end(said, _SAID.sub("", k.before))) >= own + 3
        for k in item.known
        if k is not known
    )


def _strange_noun(noun: str, beside: str, others: Sequence[Known], item: Item, told: str) -> bool:
    """Whether the noun of the figure (医院3所) is another figure's, or in no evidence."""
    if len(noun) < 2 or "　" in noun or noun in beside:
        return False
    if noun == "企业" and share(told.removesuffix(noun), beside) == 1:
        # “小巨人”2户 are firms.
        return False
    return any(noun in _beside(k) for k in others) or (noun not in item.around and share(told, beside) < 0.5)


def _noun(claim: Claim, item: Item) -> str:
    """The last two characters of what is counted: 新建医院3所, 3所医院."""
    before = PIECE.split(claim.before)[-1]
    for place in (item.place, short_name(item.place)):
        before = before.replace(place, "　")
    words = bare(_ACTS.sub("　", before))
    if len(words) < 2:
        words = bare(PIECE.split(claim.after)[0])
    return _GENERIC.sub("", words).strip("　")[-2:]


def _close(a: Known, b: Known) -> bool:
    """Whether one of two figures has no words of its own and shares the other's (13个、1591户)."""
    return any(len(bare(k.before)) < 2 and len(bare(k.after)) < 2 for k in (a, b))
