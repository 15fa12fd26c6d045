"""Of the same things another one, or the same at another stage: its figure is none of what is asked for.

续建项目 are not all 重点项目, nor 竣工项目; what 生物化工产业集群 produced is not told of 智能传感产业集群.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.patterns import regex

from ..evidence.matching import BEFORE, CLAUSE, Need, zone_levels

# Each row says one stage of a project.
_STAGES = (
    "签约|签订|签下",
    "开工|动工|开建|启动|破土|实施",
    "竣工|完工|建成|投产|达产|投用|完成",
    "续建",
    "在建",
)
_STAGED = regex("(?P<stage>签约|新开工|开工|竣工|完工|续建|在建)的?(?:[一-鿿]{0,4})项目")
_STAGE_LAST = regex("(?:项目|工程)(签约|新开工|开工|竣工|完工|续建|在建|投产)$")
# Only these are said of a project and of nothing else.
_SAID = regex("签约|新开工|开工|竣工|续建|在建")
_THINGS = regex(
    "(?P<name>[一-鿿a-z]{2,8}?)(?P<head>产业集群|产业链|工业园区|产业园区|产业园|开发区|高新区|综保区)"
)
_GENERAL = regex(
    "国家级?|省级|市级|县级|区级|特色|主导|新兴|重点|先进|制造业|优势|支柱|[一二三四五六七八九十百千两几各多]|个|条|家|座|现代|传统|"
    "未来|农业|工业|中小企业|中小型|大型|经济|技术|战略性|支持|推进|打造|培育|建设|聚焦|围绕|做大|做强|全[省市县区州盟旗]"
)


def of_another_stage(content: str, clause: str, sentence: str) -> bool:
    """Whether a figure's clause tells of projects at another stage than the content asks of.

    ``sentence`` is the figure's, in which the stage must be said where its clause says none.
    """
    words = content.replace(" ", "")
    if (after := _STAGE_LAST.search(words)) and after[1] not in clause:
        # 实施重点项目200个，新开工80个: the stage has a figure of its own
        return re.search(rf"{after[1]}(?:的?[一-鿿]{{0,4}}项目)?\d", sentence) is not None
    asked = _STAGED.search(words)
    if asked is None:
        return False
    row = next(row for row in _STAGES if re.search(row, asked["stage"]))
    if re.search(row, clause):
        return False
    return _SAID.search(clause) is not None or re.search(row, sentence) is None


def of_another_one(content: str, sentence: str) -> bool:
    """Whether a figure's sentence names another thing of the kind asked of, and not the one asked of."""
    asked = _THINGS.match(content.replace(" ", ""))
    if asked is None or not (name := _GENERAL.sub("", asked["name"])) or len(name) < _NAME:
        return False
    pairs = {name[i : i + 2] for i in range(len(name) - 1)}
    if any(pair in sentence for pair in pairs):
        return False
    others = [m["name"] for m in _THINGS.finditer(sentence) if m["head"] == asked["head"]]
    return any(len(_GENERAL.sub("", other)) >= _NAME for other in others)


_NAME = 2


# 新县医院项目总投资: of that one
_OF_WHICH = regex(
    "(?P<which>.{2,}?)(?:建设|扩建|改扩建|改造|迁建|新建|[一二三]期)*(?:项目|工程)的?(?:计划|估算|概算|完成|累计)*总?投(?:资额?)?$"
)


# 总投资120亿元的30个项目: of them all
_OF_ALL = regex(r"元的\d+[个项]")


def of_another_project(need: Need, zones: Sequence[str]) -> bool:
    """Whether what a project is invested in is told neither near a figure of such investment nor above it.

    Nor is it what is invested in many, of which one is named behind. ``zones`` are those of ``fact_zones``.
    """
    asked = _OF_WHICH.match(need.content)
    if asked is None:
        return False
    level = zone_levels(need, zones[: BEFORE + 1])
    told = [n for n in level[slice(*asked.span("which"))] if n >= 0]
    return not told or (min(told) > CLAUSE and _OF_ALL.search(zones[CLAUSE]) is not None)
