"""A clause that asks for several things joined, as a clause for each of them."""

from __future__ import annotations

import re

from reports.patterns import regex

_CLAUSE = regex("([，,；;?？]+)")
# 修路多少公里，充电桩和停车泊位各多少个: the last clause asks two questions
_EACH = regex(
    r"(?!.*[比较])(?P<items>(?:普及|[^，,、？?和与及跟]){3,16}(?:、(?:普及|[^，,、？?和与及跟]){3,16})*"
    r"(?:和|与|(?<!普)及|以及|跟)(?:普及|[^，,、？?和与及跟]){3,16}?)(?P<sum>累计|一共|总共)?(?:各自?|分别)(?P<tail>[^，,？?]*(?:多少|几)[^，,？?]*)"
)
# 运了多少旅客、多少货: each of what was carried
_MUCH_AGAIN = regex(r"(?P<lead>[^，,、多几]*[一-鿿]{2})多少(?P<things>[一-鿿]{1,6}(?:、多少[一-鿿]{1,6})+)")


def each_joined(text: str) -> str:
    """A question of several clauses with those that ask for each of several things taken apart.

    What a question of one clause joins by 和 is read by ``asks_in``.
    """
    clauses = _CLAUSE.split(text)
    return "".join(_much_again(c) if len(clauses) == 1 else _each(c) for c in clauses)


def _each(clause: str) -> str:
    each = _EACH.fullmatch(clause)
    if each is None:
        return _much_again(clause)
    tail = (each["sum"] or "") + each["tail"]
    return "，".join(item + tail for item in re.split("、|以及|和|与|(?<!普)及|跟", each["items"]))


def _much_again(clause: str) -> str:
    again = _MUCH_AGAIN.fullmatch(clause)
    if again is None:
        return clause
    return "，".join(f"{again['lead']}多少{thing}" for thing in again["things"].split("、多少"))
