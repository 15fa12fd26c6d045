"""Whether a figure printed in a report is the one that a sentence claims, and what speaks against it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from reports.figures import RANK
from reports.indicators import aliases_of, find_names

from .claims import Claim, Claims
from .fits import unit_fits
from .likeness import bare, share
from .material import Item, Known, compact
from .places import short_name
from .select import RESULTS

_UP = re.compile(r"增长|上升|提高|增加|提升|上涨|扩大|新增|多")
_DOWN = re.compile(r"下降|减少|降低|回落|下滑|缩减|负增长|跌|压减|缩短|少")
_CHANGED = re.compile(
    r"(?:(?:同比|比[^,]{1,6}|较[^,]{1,6})(?:多|少|高|低)?|增长|上升|提高|增加|提升|下降|减少|降低|增幅|增速|涨幅|降幅)(?:了|达到|达|为|是)*$"
)
_MARGIN = re.compile(r"(?:比|较)[^,]{1,6}(?:多|少|高|低|增加|减少|提高|下降|降低|提前)了?$")
_AIM = re.compile(r"目标|计划|力争|争取(?!到|上级|中央|省|各|资金|专项|了)|拟|将(?!近)")
_PLANNED = re.compile(
    r"目标|计划|预期|力争|争取|拟|将(?!近)|要(?![求素点])|安排|确保|打算|预计|控制在|部署|谋划|年内|提出|准备|规划|任务|"
    r"新的一年|今年|明年|下一步|再增|再开工|指标"
)
_DONE = re.compile(r"完成|实现|实际|已|达到了|建成")
DONE = re.compile(
    r"实际(?:完成|达到|实现|新增|为|是)|已经?(?![知定列明提写确安纳计])[一-鿿]|(?:[一-鿿](?:成|现|到|增|进|施|建|复|除))了|"
    r"(?:超额|圆满|提前|如期)(?:完成|实现)"
)
_FORESEEN = re.compile(r"预计|预期|规划|可望|有望|将")
# Words by which a figure leans on what was named before it.
_LEANING = re.compile(
    r"其中|目标|预期|预计|同比|环比|比(?:上年|去年|前一年|20\d\d年)|较(?:上年|去年|前一年|年初|20\d\d年)|总投资|完成|投资额?|增长率?|增速|增幅|涨幅|降幅|"
    r"下降|提高|增加|减少|上升|回落|多|少|占(?:年度?|全年)?(?:投资)?计划的?|占比|比重|为年度?计划的?|交易额|成交(?:金?额)?|"
    r"总量|规模|分别|全部|位居|稳居|居|排名?|列|名|在|里|中|当年|全年|年度|计划|均|都|也|又|则|为|是|达到?|了|约|近|和|与|的|第三|位|"
    r"六区|全市|全省|全国|全区|全县|\d{4}年?"
)
_QUALIFIERS = re.compile(
    r"网络|网上|线上|电商|人均|户均|亩均|地均|民间|税收|非税|进口|出口|农村|城镇|常住|户籍|规上|规模以上|限额以上|限上|"
    r"第一产业|第二产业|第三产业|高新技术|战略性新兴|数字经济|净增|年均|月均|日均|本级|全口径|高技术|制造业|房地产|基础设施|"
    r"外贸|文旅|旅游|跨境|社会保障|失业|养老|医保|公办|民办|国家级|省级|市级|县级"
)
_STOCK = re.compile(r"总数|总量|共有|拥有|现有|累计|[升增]至|[增提]?[加升]到|(?<!新增)达到?$|超过$|突破$")
_NEW = re.compile(
    r"新增|新添|新建|新认定|新培育|新评|净增|新注册|新签约|新落地|再增|新入库|新开|增加(?!值|到|至)"
)
_SCOPE = re.compile(r"世界|全球|全国|全省|全市|全区|全县|[三四五六七八九十]区|片区|同类")
_OPEN_BOUND = re.compile(
    r"以上|以内|以下|超|突破|逾|不低于|不少于|不超过|不高于|低于|控制|至少|高于|多|余|迈|跨|站上|>|<|≥|≤"
)

_PIECE = re.compile(r"[，。；,;：:、]|以及|[和与及]")
_GENERIC = re.compile(
    r"(?:总?人数|总?数量?|总[量额计]|合计|共计|累计|规模|水平|比重|比例|面积|里程|金额|个数|户数|家数|增速|增长率|"
    r"增幅|任务|指标|数值|　)+$"
)


def same(claim: Claim, known: Known) -> bool:
    """Whether two printed figures are one: same number, same unit."""
    a, b = claim.figure, known.figure
    if a.value != b.value:
        return False
    if not a.unit and not a.multiplier:
        return True
    if a.multiplier != b.multiplier or {a.base_unit, b.base_unit} == {"%", "百分点"}:
        return False
    if not a.unit:
        return True
    if not b.unit:
        # 150万农村人口 is told as 150万人, never as 150万公里.
        return a.unit in known.after
    return unit_fits(a.base_unit, b.base_unit) >= 0.9


def is_of(place: str, item: Item, known: Known | None) -> bool:
    """Whether the evidence, or this figure of it, speaks of the place."""
    fact_place = known.fact.place if known and known.fact else ""
    return place in (item.place, fact_place) or compact(place) in item.compact


def absolute(span: tuple[int, int], report_year: int | None) -> tuple[int, int]:
    """去年 and 今年 as years of the report that they are said in."""
    return span if span[0] > 0 or not report_year else (report_year + span[0], report_year + span[1])


def covers(span: tuple[int, int], own: Collection[int], period: str, item: Item) -> bool:
    """Whether the years said are those of the figure."""
    first, last = span
    if first == last:
        # A period's figure may be told by its last year.
        return first in own
    if len(period) == 9:
        return (int(period[:4]), int(period[5:])) == span
    return {first, last} <= item.years or last in own


def direction(claim: Claim, known: Known) -> str:
    """增长 against 下降: the last such word before the figure, on both sides."""
    if _CHANGED.search(claim.before) and known.fact and known.fact.measure in ("水平", "占比"):
        # 增长9796人 of a figure that is no growth.
        return "" if _CHANGED.search(known.before) else "口径不符"
    if claim.before.endswith("第") and not known.before.endswith("第"):
        return "口径不符"
    if _MARGIN.search(known.before) and not _turn(claim.before[-14:]):
        return "口径不符"
    said, printed = _turn(claim.before[-14:]), _turn(known.before[-14:])
    return "增减相反" if said and printed and said != printed else ""


def _turn(text: str) -> str:
    words = [(m.start(), "+") for m in _UP.finditer(text)] + [(m.start(), "-") for m in _DOWN.finditer(text)]
    return max(words)[1] if words else ""


def bound(claim: Claim, known: Known) -> str:
    """以上 or 超过 where the report has none, or another."""
    said, printed = claim.figure.bound, known.figure.bound
    if known.fact and known.fact.bound:
        printed = known.fact.bound
    if not said and printed[:1] in ("<", ">"):
        # 超过3万家 told as 达到3万家.
        return "" if _OPEN_BOUND.search(claim.clause) else "限定词不符"
    if not said or said == "~" or said[0] == printed[:1]:
        return ""
    return "限定词不符"


def nature(claim: Claim, claims: Claims, item: Item, known: Known, *, aimed: bool) -> str:
    """A target told as a result, or a result as a target. ``aimed``: plans are what is spoken of."""
    nature = known.fact.nature if known.fact else ""
    done = _DONE.search(claim.clause) and not _AIM.search(claims.text) and not _DONE.search(known.before)
    if nature in ("目标", "计划"):
        if done or DONE.search(claims.text):
            return "把目标当成了结果"
        year = known.fact.year if known.fact else None
        ahead = year is None or item.report_year is None or year >= item.report_year
        if ahead and not aimed and not _PLANNED.search(claims.text):
            return "把目标当成了结果"
    if nature == "预计" and DONE.search(claim.clause) and not _FORESEEN.search(claims.text):
        return "把预计当成了结果" if _FORESEEN.search(item.compact) else ""
    if (
        nature in RESULTS
        and nature != "预计"
        and _AIM.search(claim.before[-12:])
        and not _AIM.search(known.before)
    ):
        return "把结果当成了目标"
    return ""


def speaks_of_plans(text: str) -> bool:
    """Whether a sentence or a question is about what is planned."""
    return _PLANNED.search(text) is not None


def leans(words: str) -> bool:
    """Whether a figure's words name nothing, so that they lean on what was named before: 总投资, 增长."""
    return len(re.sub(r"[^\w]|\d|_", "", _LEANING.sub("", words))) < 2


def kind(claim: Claim, known: Known) -> str:
    """New ones told as all there are, or all as new ones; a rank in another row or of another measure."""
    said = _PIECE.split(claim.before)[-1]
    printed = _PIECE.split(known.before)[-1] + (known.fact.indicator if known.fact else "")
    if known.figure.base_unit == RANK:
        scope = _SCOPE.search(claim.before[-14:])
        if scope and scope.group() not in known.before:
            return "位次的范围不符"
        speed = "增速" in claim.clause or "增幅" in claim.clause
        return "位次的口径不符" if speed and not re.search("增速|增幅", printed + known.before[-8:]) else ""
    new_said, new_printed = _NEW.search(claim.clause), _NEW.search(printed + known.after)
    if _STOCK.search(said) and new_printed and not new_said:
        return "把新增当成了总数"
    if _NEW.search(said) and _STOCK.search(printed) and not new_printed:
        return "把总数当成了新增"
    return ""


_CLAUSE_ENDS = re.compile(r"[,;。:!?]")


def _common_end(a: str, b: str) -> str:
    size = 0
    while size < min(len(a), len(b)) and a[-size - 1] == b[-size - 1]:
        size += 1
    return a[len(a) - size :]


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
    rest = _CLAUSE_ENDS.split(said[: len(said) - len(run)])[-1]
    for token in claims.places:
        rest = rest.replace(claims.text[token.start : token.end], "　")
    # Of 甲和乙达到1家、2家 the words 乙达到1家 are no clause.
    left = _CLAUSE_ENDS.split(item.compact[: start - len(run)])[-1]
    return len(bare(rest)) < 2 and len(bare(left)) < 2


def indicator(claim: Claim, item: Item, known: Known, rivals: Sequence[Known], asked: str) -> str:
    """The words beside the figure must be those that stand beside it in the report."""
    words = re.split(r"[，。；,;：:]", claim.before)[-1] + "　" + claim.after
    if len(bare(words)) < 2:
        words = claim.before + "　" + claim.after
    for place in (item.place, short_name(item.place)):
        words = words.replace(place, "　")
    fact = known.fact
    if known.figure.base_unit == RANK and leans(words):
        return ""
    own = compact(f"{fact.indicator}{fact.clause}" if fact else "") + known.before + known.after
    given = item.around + asked + ("\n".join(aliases_of(fact.name)) if fact and fact.name else "")
    if any(word not in given for word in _QUALIFIERS.findall(words)):
        return "指标不符"
    said = {m.name for m in find_names(words)}
    if fact and fact.name and said and fact.name not in said:
        near = {m.name for m in find_names(own)}
        if not said & near or (known.before and not said & {m.name for m in find_names(known.before)}):
            return "指标不符"
    told = bare(words)
    aliases = "\n".join(aliases_of(fact.name)) if fact and fact.name else ""
    own += "\n" + aliases
    others = [k for k in (*item.known, *rivals) if k is not known]
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


def _strange_noun(noun: str, beside: str, others: Sequence[Known], item: Item, told: str) -> bool:
    """Whether the noun of the figure (医院3所) is another figure's, or in no evidence."""
    if len(noun) < 2 or "　" in noun or noun in beside:
        return False
    return any(noun in _beside(k) for k in others) or (noun not in item.around and share(told, beside) < 0.5)


def _noun(claim: Claim, item: Item) -> str:
    """The last two characters of what is counted: 新建医院3所, 3所医院."""
    before = _PIECE.split(claim.before)[-1]
    for place in (item.place, short_name(item.place)):
        before = before.replace(place, "　")
    words = bare(before)
    if len(words) < 2:
        words = bare(_PIECE.split(claim.after)[0])
    return _GENERIC.sub("", words).strip("　")[-2:]


def _close(a: Known, b: Known) -> bool:
    """Whether one of two figures has no words of its own and shares the other's (13个、1591户)."""
    return any(len(bare(k.before)) < 2 and len(bare(k.after)) < 2 for k in (a, b))
