"""A follow-up that points at a thing by its kind (那条路, 这些企业) names the one that was spoken of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.patterns import regex
from reports.text import fold

from ..places import PlaceIndex
from ..times import years_in

# Of each row one is called so.
_THINGS = (
    "高速公路|快速路|高速|公路|道路|大道|环线|环|路|线",
    "高铁|铁路|线",
    "大桥|桥",
    "隧道",
    "企业|公司|集团",
    "项目|工程",
    "开发区|园区|产业园|新区|高新区",
    "水库|灌区|水厂|电站|电厂",
    "机场",
    "港口|码头",
    "学校|小学|中学|学院|大学|幼儿园",
    "医院",
    "公园|景区",
    "平台|基地|中心",
)
_KINDS = "|".join(sorted({kind for row in _THINGS for kind in row.split("|")}, key=len, reverse=True))
_POINTS = regex(
    "(?:^|(?<=[，,那]))(?:(?:[这那该此]|上述)(?:些|批|[两三四五六七八九十几]?[条个座家项所处段])|[该此](?=项目|工程|企业|公司|集团|机场))"
    f"(?P<kind>{_KINDS})(?![家主链群体部社])(?=[^，,]{{2}})"
)
_NAME = (
    "(?:^|[，,、 的了把在要到有“年]|[少几哪][家个条座所项处段些])"
    "(?P<name>(?:(?!多少|几|哪|什么|[的了有“])[一-鿿a-z0-9]){2,14}?"
)
_QUOTED = regex("“([^“”]{2,12})”")


def pointed(question: str, before: Sequence[str], places: PlaceIndex) -> str:
    """The follow-up ``question`` with what it points at named as the questions ``before`` it do."""
    points = _POINTS.search(question)
    if points is None:
        return question
    heads = "|".join(row for row in _THINGS if points["kind"] in row.split("|"))
    for earlier in reversed(before):
        rest = years_in(places.find(fold(earlier)).rest)[2]
        named = [m["name"] for m in re.finditer(f"{_NAME}(?:{heads}))", rest)] or _QUOTED.findall(rest)
        if len(set(named)) == 1:
            return question[: points.start()] + named[0] + question[points.end() :]
        if named:
            return question
    return question
