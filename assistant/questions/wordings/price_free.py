"""扣掉涨价因素以后: a growth asked for in constant prices, which reports call 实际增长."""

from __future__ import annotations

from reports.patterns import regex

from .turns import Turns

_WITHOUT = (
    "(?:[在把]?(?:扣除|扣掉|扣去|扣|剔除|刨去|刨掉|刨除|除去|去掉|抛开|撇开|排除)了?|不[算计]|不考虑)"
    "(?:居民|消费|通货|上涨|的)*(?:物价|价格|涨价|通胀|膨胀|货币贬值)(?:上涨|变动|上升|水平|总|指数|的)*"
    "(?:部分|因素|影响|的)*(?:之?[后外]|以[后外]|来看|来算|的话)?[，,]?"
)
_GROWS = (
    "(?:增长|增加|上涨|提高|上升|下降|[增涨长升降多])(?:了|到)?"
    "(?=多少|几个百分点|几个点|百分之[几多]|几成|多快)"
)
_RATE = "的?(?:增速|增幅|涨幅|增长率)"

IN_CONSTANT_PRICES = regex(_WITHOUT)
"""The words by which a question asks for a growth without the rise of prices."""

TOLD_IN_CONSTANT_PRICES = regex("实际|扣除|剔除|可比价|不变价")
"""How a report marks such a growth."""

PRICE_FREE_TURNS: Turns = (
    (
        regex(f"{_WITHOUT}(?P<rest>(?:(?!实际)[^。？?])*?)(?:实际)?(?P<grows>{_GROWS})"),
        r"\g<rest>实际\g<grows>",
    ),
    (regex(f"{_WITHOUT}(?P<rest>(?:(?!实际)[^。？?])*?)(?:实际)?{_RATE}"), r"\g<rest>实际增速"),
    (regex(f"{_WITHOUT}(?=[^。？?]*实际)"), ""),
)
