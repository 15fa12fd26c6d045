"""The three sectors of an economy, which one word names: 三次产业, 一二三产业, 第一、二、三产业."""

from __future__ import annotations

import re

from reports.patterns import regex

_EACH = "第一产业、第二产业、第三产业"
_TOLD = regex("(?<!第)三(?:次|大)产业|第?一、?第?二、?和?第?三(?:次)?产业")
_ADDED_VALUE = regex("(?:(?<!第)三(?:次|大)?产业|第?一、?第?二、?和?第?三(?:次)?产业)(?=增加值)")


def each_sector(text: str, *, of_value: bool = False) -> str:
    """``text`` with each of the three sectors named; ``of_value``: only where their added value is meant."""
    return (_ADDED_VALUE if of_value else _TOLD).sub(_unless_listed, text)


# 锂电、汽车、化工三大产业: three that are named already
_LISTED = regex("[一-鿿]、[^，,]*$")


def _unless_listed(match: re.Match[str]) -> str:
    named = match.group() == "三大产业" and _LISTED.search(match.string[: match.start()])
    return match.group() if named else _EACH
