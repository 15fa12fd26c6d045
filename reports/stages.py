"""What a count is of that only says how far things have come: 开工安居房12万套、竣工5万套."""

from __future__ import annotations

from reports.patterns import regex

from .figures import Figure

_STAGE = (
    "(?:开工建设|新开工|复工|开工|建成投产|建成投用|建成使用|建成|竣工投产|竣工|完工|投产|投用|封顶|达产|新签约|签约|落地|交付使用|交付"
    "|交房|入住|完成|新建|续建|在建|新改建|改扩建|改建|扩建|改造|修复|养护|启动|实施|入库|纳统|销号|关停|淘汰|压减)"
)
_HOW = "(?:其中|累计|全年|今年|要|计划|力争|确保|年内|基本|全部|全面|实际|主体|已|将|可|再|又|并|和|、)*"
_ALONE = regex(f"{_HOW}(?P<stage>{_STAGE})(?:了|超过?|约|近|达到?|突破|、|和)*")
# 新开工棚户区改造, 保障性住房开工: the stage of the first stands before or behind what it is of.
_BEFORE = regex(f"(?:{_STAGE}|安排|筹集|推进|谋划|储备|和|及|与|、)+(?P<of>[^、，,；;]{{2,}})")
_BEHIND = regex(f"(?P<of>[^、，,；;]{{2,}}?){_STAGE}+")
_MARK = regex("[，,；;、]")
_RATES = frozenset(["%", "百分点", "倍", "位", "元", "美元"])


def staged(text: str, right: str, subject: str, figure: Figure, before: Figure) -> str:
    """What a count is of that has only its stage between itself and the figure ``before``; else ``""``.

    ``text`` is the sentence, ``right`` are the words behind the count; ``subject`` is what the figure
    ``before`` is of: both are counted alike.
    """
    between = _MARK.split(text[before.end : figure.start])[-1] or text[before.end : figure.start]
    alone = _ALONE.fullmatch(between.strip("、，, "))
    if alone is None or right or figure.base_unit in _RATES or figure.base_unit != before.base_unit:
        return ""
    stage = alone["stage"]
    if told := _BEFORE.fullmatch(subject):
        return stage + told["of"].removesuffix(stage)
    if told := _BEHIND.fullmatch(subject):
        return told["of"] + stage
    return ""
