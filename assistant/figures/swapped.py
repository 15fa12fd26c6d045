"""Whether a figure is told of the same word with another one before it: 棉花产量 asked, 粮食产量 told.

Reports say what a thing is by the word before its noun. Where the question's own word is told
neither in the figure's sentence nor in the heads above it, and a different one stands in its place,
the figure is of another thing; so is one of two things together (存贷款) where one is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from reports.genre import genre_pairs
from reports.patterns import regex
from reports.text import plain

from ..evidence.matching import CLAUSE, LEAD, SENTENCE, Need, zone_levels
from ..evidence.prepared import FactText

_NOUN = 2
"""Characters that the words on either side must share behind what tells them apart."""
_WORD = range(2, 5)
"""Characters of a word that tells one thing from another: longer ones are said in many ways."""
# What was done, how much there is and whose it is say nothing of which thing it is.
_NEUTRAL = regex(
    "新增|新建|新开工|新引进|新签约|开工|竣工|建成|在建|续建|实施|推进|完成|实现|达到|培育|引进|签约|落地|招商|投产|入库|争取|"
    "安排|建设|改造|认定|获评|获批|拥有|现有|共有|累计|全年|全[省市县区州盟旗]|全国|年度|第[一二三四五六七八九十]+[届次]|重点|重大|大型|主要|优质|龙头|骨干|"
    "享受|得到|获得|取得|领取|配备|配置|安装|装备|[装用吃住喝享穿走通建修]上|参加|参与|加入|纳入|覆盖|受益|惠及|提供|给予|接受|"
    "开始|投入|启动|城市|城区|社会|公共|居民|群众|本地|当地|各类|其中|发放|全社会|规模|总|新|的|和|与|及|等|为|有|在|对|了|给|各|大|好"
)
# Whole words of rank: 省级示范社 is no 国家示范社, though both stand in one sentence.
_RANKS = ("国家", "省级", "市级", "县级", "区级")


def of_another_word(need: Need, item: FactText, zones: Sequence[str]) -> bool:
    """Whether a figure's own words tell of another thing than the content asks for, or of more than it.

    ``zones`` are those of ``fact_zones``.
    """
    return (
        swapped(need, item, zones)
        or of_both(need.content, item)
        or of_a_part(need.content, item)
        or not_invested(need, item)
    )


def swapped(need: Need, item: FactText, zones: Sequence[str]) -> bool:
    """Whether another word stands where the content says which thing is meant.

    ``zones`` are those of ``fact_zones``.
    """
    level: list[int] = []
    own = item.named
    for start, end, told in _replaced(need.content, own):
        level = level or zone_levels(need, zones[: SENTENCE + 1])
        asked = need.content[start:end]
        whole = need.content[end:] == own[-len(need.content[end:]) :]
        far = CLAUSE if asked in _RANKS else LEAD if whole else SENTENCE
        if all(not 0 <= level[i] <= far for i in range(start, end)) and not any(
            told[i : i + 2] in need.asked for i in range(len(told) - 1)
        ):
            return True
    return False


def _replaced(content: str, own: str) -> Iterator[tuple[int, int, str]]:
    """Where ``own`` has another word before what it shares with ``content``: span asked, word told."""
    codes = SequenceMatcher(None, content, own, autojunk=False).get_opcodes()
    for (tag, a, b, c, d), (_, e, f, _, _) in pairwise(codes):
        if tag != "replace" or f - e < _NOUN:
            continue
        asked, told = _last_word(content[a:b]), _last_word(own[c:d])
        pairs = [asked[i : i + 2] for i in range(len(asked) - 1)]
        if (
            len(asked) in _WORD
            and len(told) in _WORD
            and not set(_apart(asked, told)) & set(told)
            and pairs[-1] in genre_pairs()
        ):
            yield b - len(asked), b, told


_PLACES = "区市县镇村园"


def _apart(asked: str, told: str) -> str:
    """``asked`` without the last character where both end in it and it says what sort of place (棚户区)."""
    return asked[:-1] if asked[-1] == told[-1] and asked[-1] in _PLACES else asked


def _last_word(words: str) -> str:
    """What stands last in ``words`` and tells one thing from another, or ``""``."""
    parts = [part for part in re.split("[^一-鿿]", _NEUTRAL.sub("", words)) if part]
    return parts[-1] if parts and words.endswith(parts[-1]) else ""


# Two things together, and each of the two by itself.
_TOGETHER = tuple(
    (regex(both), tuple(map(regex, each)))
    for both, each in (
        ("国际[和与及、]?国内|国内[和与及、]?国际|国内外|境内外", ("国际|国外|境外", "国内|境内(?!外)")),
        ("存贷款?|存款[和与及、]贷款", ("(?<!存)贷款", "存款")),
        ("进出口", ("(?<!进)出口", "进口")),
        ("国家级?[和与及、]?省级|国省|省部", ("国家级", "省级")),
        ("[省市]级及?以上", ("国家级", "$^")),
    )
)
_OF_EACH = regex("分别|均|都|各|双")


def of_both(content: str, item: FactText) -> bool:
    """Whether one thing is asked for and the figure's own words tell of two together (存贷款)."""
    own = plain(item.fact.indicator)
    for both, each in _TOGETHER:
        told = both.search(own)
        if told is None or both.search(content) or _OF_EACH.search(item.clause):
            continue
        rest = own[: told.start()] + "," + own[told.end() :]
        one, other = (side.search(content) is not None for side in each)
        if (
            (one or other)
            and not any(side.search(rest) for side in each)
            and (one != other or each[0] == each[1])
        ):
            return True
    return False


# What is asked of the whole, and the words of a figure that is of a part of it.
_PARTS = tuple(
    (
        regex(rf"(?:全社会|全[国省市县区州盟旗]|金融机构|各项|本外币|人民币|[ 的年末底])*(?:{whole})"),
        regex(part),
    )
    for whole, part in (
        ("公路(?:通车)?(?:总?里程|总长)", "(?:高速|农村)公路"),
        ("铁路(?:运营|营业|通车)?(?:总?里程|总长)", "高铁|高速铁路|城际"),
        ("贷款(?:总额|余额)", "(?:涉农|普惠|小微|绿色|制造业|科技|民营|个人|企业|住房)[一-鿿]{0,4}贷款"),
        ("存款(?:总额|余额)", "(?:住户|储蓄|居民|个人)[一-鿿]{0,2}存款"),
        ("专利(?:授权|申请)", "发明专利"),
        ("汽车产量|汽车产销", "新能源汽车"),
        ("(?:电力|发电)(?:总?装机)", "(?:新能源|清洁能源|风电|光伏|水电|火电)[一-鿿]{0,4}装机"),
    )
)


def of_a_part(content: str, item: FactText) -> bool:
    """Whether a whole is asked for (公路总里程) and the figure's own words tell of a part (高速公路)."""
    own = plain(item.fact.indicator)
    return any(whole.match(content) and part.search(own) for whole, part in _PARTS) or _branch(content, own)


_INDUSTRY = regex("(?P<of>[一-鿿]{2,6}?)全?产业(?P<what>总?产值|增加值|营收|营业收入|销售收入)")
_SAME_INDUSTRY = regex("产业|行业|工业|制造|加工|企业|及|和|与|、|规上|规模以上|上下游|实现|完成|全")


def _branch(content: str, own: str) -> bool:
    """Whether an industry is asked for (稀土产业产值) and a branch of it told: 稀土矿山开采产值."""
    asked = _INDUSTRY.fullmatch(content)
    of, what = (asked["of"], asked["what"].removeprefix("总")) if asked else ("", "")
    if not asked or not own.startswith(of) or not own.endswith(what):
        return False
    more = own[len(of) : -len(what)].removesuffix("总")
    return len(more) > 1 and _SAME_INDUSTRY.search(more) is None


_INVESTED = regex("投资|投入|耗资|斥资|造价|概算")


def not_invested(need: Need, item: FactText) -> bool:
    """Whether an investment is asked for and nothing near the figure tells of one (省外资金 of 总投资)."""
    if not need.content.endswith("投资") or any(use.end == len(need.content) for use in need.names):
        return False
    return _INVESTED.search(item.lead + item.clause + item.after) is None
