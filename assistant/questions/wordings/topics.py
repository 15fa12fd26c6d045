"""What is asked about said first (省外资金这项，卫东区2020年到位了多少): joined to what is asked of it."""

from __future__ import annotations

import re

from reports.patterns import regex
from reports.text import fold

from ..content import content_of
from ..kinds import measure_asked
from ..places import PlaceIndex
from ..times import years_in, years_in_full

_ASKS = "(?:多少|(?<![哪第好十])几(?!乎|年来|天前|何)|几何|百分之几|多[大长高远])"
# in 2023年，高标准农田，新建了多少亩，累计多少: the last thing said before the first ask, and that ask
_FIRST_ASK = regex(
    rf"(?:(?!{_ASKS})[^；;。？?])*?(?P<topic>(?:(?!{_ASKS})[^，,；;。？?])+)[，,]"
    rf"(?P<tail>(?:(?!{_ASKS})[^，,；;。？?])*{_ASKS}[^，,；;。？?]*)"
)
_SEVERAL = regex(rf"各|分别|其中|相差|比(?![重例率])|{_ASKS}.*{_ASKS}")
_COMPARES = regex("(?<![占入构])比(?![重例率])")
_ASKS_OTHERWISE = regex("哪|什么|怎|如何|谁|为何|吗|是否|有没有|是不是")
_ANNOUNCED = regex(
    "^(?P<left>那么?)?(?:(?:如果|要)?(?:单|光|再|先|就)?(?:说到|讲到|谈到|提到|聊到|说起|论起|论到|要说|就说)|至于|关于|论)"
    "(?=[^，,。？?]{2,24}[，,])"
    "|^(?P<kept>那么?)?(?:单?[就拿从以])(?P<of>[^，,。？?]{2,20}?)(?:来[说讲看]|而言|来论|说)(?=[，,])"
)
# 省外资金这项，: how the thing is called is no word of it
_CALLED = regex(
    "(?<=[一-鿿a-z\\d])(?:的)?(?:(?:这|那)一?(?:项|块儿?|方面|个?指标|项指标|项数据|个数据?|笔账|头|件事情?|摊子?|点)(?:上面?)?|一[项块]|方面|上头)(?=[，,])",
    re.IGNORECASE,
)
_WITHIN = regex("(?:里头|里面|当中|之中|里|中|内)$")
# 粮食产量，要稳在多少以上; 省外资金，实际到位了多少: nothing else is named
_LIGHT = regex(
    "[一-鿿]|[一-鿿]{1,2}[在到达成过破住于]|左右|上下|以[上下内]|底线?|恢复[到至]了?(?:19|20)\\d\\d年?|"
    "(?:实际)?(?:到位|利用|吸引|引进|引来|收到|收上来|拿到|投入|落地|用掉|花掉|做成|拨付|发放|签约|入库|入账)"
)


def topic_joined(asked: str, places: PlaceIndex) -> str:
    """``asked`` with the thing that it says first joined to what is asked of it first; others stay."""
    said = _ANNOUNCED.sub(lambda m: (m["left"] or m["kept"] or "") + (m["of"] or ""), asked)
    called = _CALLED.sub("", said)
    found = _FIRST_ASK.match(called)
    if found is None or _ASKS_OTHERWISE.search(found.group()) or _SEVERAL.search(found["tail"]):
        return called
    if found["topic"].endswith("呢"):
        return called  # 公厕呢，2024年要建多少座 turns from the question before
    topic = _without_place_and_year(found["topic"], places)
    if len(topic) < 2 or _COMPARES.search(topic):
        return called
    marked = called != asked or _WITHIN.search(topic)
    own = content_of(_without_place_and_year(found["tail"], places), "figure").split()
    bare = all(_LIGHT.fullmatch(word) for word in own)
    if marked or (bare and measure_asked(fold(found["tail"])) not in ("增速", "位次", "进位")):
        return called[: found.end("topic")] + called[found.start("tail") :]
    return called


def _without_place_and_year(words: str, places: PlaceIndex) -> str:
    rest = places.find(fold(years_in_full(words))).rest
    return years_in(rest)[2].strip()
