"""Whether a sentence names anybody or any place that its question does not name already."""

from __future__ import annotations

import re

from reports.genre import genre_pairs
from reports.patterns import regex
from reports.text import plain

from ..questions.places import short_name
from ..questions.slots import Slots
from .spoken import kind_names

# 设在哪个镇, 是哪家公司开发的, 谁投资的: only a name answers. Many reports use the names of cities.
_PLACE = regex(
    "哪(?:[一几些]?个|[一些几])?(?P<kind>乡镇|镇|村|街道|社区|条(?:马|道)?路|条?街)(?![一-鿿]?[化级])"
)
_WHO = regex(
    "(?:是|由|被)(?:谁|哪一?家[一-鿿]{0,4}?)(?:来|负责)?(?P<deed>开发|投资|建设|承建|施工|设计|运营|收购|打造|冠名|赞助)|"
    "(?:投资方|投资商|投资人|开发商|承建方|施工方|设计师|设计方|运营方|业主|冠名商?|赞助商?|负责人)(?:企业|单位|公司)?(?:是|叫)"
)
_EXCHANGE = regex("哪(?:一?个|家|里|儿)?(?:交易所|证交所|板块?)")
_MARKETS = regex("交所|交易所|科创板|创业板|主板|新三板|股|港|深|沪|纳斯达克|纽约|板")
# What tells of a doer, besides a firm's name: that it was done by or with somebody.
_DOER = regex("由|公司|集团|股份|联合|携手|合作|共建|共同|引进|引入|委托|牵手|签约|中国[一-鿿]|牵头")
# 出席的领导, 参加的国家: who came is told by words for coming.
_CAME = regex(
    "哪(?:些|几?[个位]|几)[一-鿿]{2,4}?(?P<deed>出席|参加|参展|演出|到场|授课|讲课|获奖|夺冠)了?(?:的)?[？?。]?$"
)
_COMING = "出席|参加|参与|参展|参会|来自|齐聚|汇聚|演出|莅临|到场|亮相|授课|讲课|授|获|夺|冠|金牌"
# 撤并的890个村是哪些: so many are named by a list, and not by their count.
_MANY = regex("(?P<many>\\d{2,})(?:个|家|项|条|座|所|种|件|处)[^，,。？?]{1,14}(?:哪些|哪几|分别)")
_CLAUSE = regex("[，,；;。：:！!]")


def named_as_asked(slots: Slots, text: str) -> bool:
    """Whether a folded sentence may name the place, the doer or the market for which its question asks."""
    asked = plain(slots.text)
    if _EXCHANGE.search(asked):
        return _MARKETS.search(text) is not None
    place, who = _PLACE.search(asked), _WHO.search(asked)
    if who and not _DOER.search(text) and not kind_names(text, asked):
        return False
    came, many = _CAME.search(asked), _MANY.search(asked)
    if (came and not re.search(_COMING, text)) or (many and not _lists_many(many["many"], text)):
        return False
    if place is None and who is None:
        return True
    return bool(kind_names(text, asked)) or bool(names_new(slots, text))


def _lists_many(many: str, text: str) -> bool:
    """Whether a folded sentence that counts many things names some: 甲、乙等12个, 12个：甲、乙."""
    told = re.search(rf"(?<![\d.]){many}(?![\d.])", text)
    if told is None:
        return True
    before, after = re.split("[，,；;。]", text[: told.start()])[-1], text[told.end() :]
    named_before = "、" in before and not re.search("\\d", before)
    return (
        named_before
        or re.match("[^，。；]{0,14}(?:[：:(（]|——|包括|分别|即|[，,](?:其中|有))|(?:[^、。]*、){3}", after)
        is not None
    )


def names_new(slots: Slots, text: str) -> list[str]:
    """The pairs of the clauses that speak of the question that neither it nor the genre uses.

    A pair across two words of the genre (行政村|布局) tells of no name.
    """
    asked = plain(slots.text) + " " + " ".join(plain(short_name(p)) for p in slots.places)
    own = _pairs(slots.content)
    clauses = _CLAUSE.split(text)
    speaks = [i for i, clause in enumerate(clauses) if own & _pairs(clause)]
    near = sorted({j for i in speaks for j in (i - 1, i, i + 1) if 0 <= j < len(clauses)})
    return [pair for j in near for pair in _unusual(clauses[j], asked)]


def _unusual(clause: str, asked: str) -> list[str]:
    genre = genre_pairs()
    usual = [_usual(clause[i : i + 2], asked, genre) for i in range(len(clause) - 1)]
    found = []
    for i, known in enumerate(usual):
        before = i > 0 and usual[i - 1]
        after = i + 1 < len(usual) and usual[i + 1]
        if not known and not (before and after) and re.fullmatch("[一-鿿a-z0-9]{2}", clause[i : i + 2]):
            found.append(clause[i : i + 2])
    return found


def _usual(pair: str, asked: str, genre: frozenset[str]) -> bool:
    return pair in genre or pair in asked or re.fullmatch("[\\d.%％年月日亿万元个]{2}", pair) is not None


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1) if " " not in text[i : i + 2]}
