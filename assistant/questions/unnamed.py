"""Words of a follow-up that name no subject of their own: they aim at a figure, point back or measure."""

from __future__ import annotations

import re
from dataclasses import replace

from reports.patterns import regex

from .kinds import AREA
from .slots import Slots

# 至少要再添几家, 目标更高还是更低: of what, the question before tells.
_SHARE_OF = regex(
    "(?:(?:^|(?<=[一-鿿]{2}))占(?:了|到)? ?的?(?:比例|比重|占比|份额)?|^(?:比例|比重|占比|份额))$"
)
_COUNTED_IN = regex("占(?:了|到)?(?:几|多少)(?:个|家|项|条|座|户|人)")
_ADVERBS = regex(
    r"加起来|加在一起|合起来|(?:加上|算上|连同)(?:这些|这[一-鿿]|新增的?)|至少|最少|起码|最多|(?:更|比)?[高低多少快慢大小](?:还是|或)更?[高低多少快慢大小](?:些|一点)?|^(?:还|再|又|也|更|就|才|都)+(?=$|\s|[新净增])|(?<=[一-鿿]{2})[又还也都]+$"
)


def named_anew(slots: Slots, earlier: Slots) -> Slots:
    """``slots`` whose content names nothing that the question before does not: it is left out."""
    content = _ADVERBS.sub("", slots.content).strip(" 的要")
    if slots.measure == "占比" or _COUNTED_IN.search(slots.text):
        # 出口占全省的比例呢: which share, the question before tells; 省级的占几个 counts some of them.
        content = _SHARE_OF.sub("", content).removesuffix("的")
    if slots.task == "duty":
        return slots
    said = earlier.content.replace(" ", "")
    content = _without_reaching(content, slots, said)
    if (kind := _MEASURED.fullmatch(content)) and earlier.unit in _MEASURES[kind["of"]]:
        content = ""  # 今年目标面积呢, after 造林多少万亩
    if slots.unit == "元" and _COST.fullmatch(content):
        content = ""  # 预算是多少钱
    bare = re.sub("^(?:还|再|又|也|就|才|都)+", "", content)
    content = bare if said.startswith(bare) else content
    # 外资呢 names a subject of its own; 还要收多少 asks of what was collected.
    # … and 今年安排几个项目 after 城建项目有多少个 of such projects.
    again = said.startswith(content) or any(word.endswith(content) for word in earlier.content.split())
    known = slots.asks_figure and len(content) <= 2 and again
    return replace(slots, content="" if known else content)


# 那今年想突破多少, 到时候要做到多大, 这一项的目标呢: words of aiming, of when and of pointing name nothing.
_REACHING = regex(
    "(?:突破|[超越翻迈跨]过|超|瞄准|奔着?|朝着?|冲[刺击着]?|[迈站跨登踏]上|站稳|挺进|拿下|守稳?|保住?|稳住?|不[低少高多]于|不超|"
    "希望|盼着?|能够?|可望|有望|下达|往[上前下]|继续|更?进一步|更上|[走提去拉爬抬压]|给|台阶|大关|关口|定下?的?|的|数)+"
)
_WHEN = "(?:到?(?:时候?|那时|那会儿?|届时)|下一步|下一阶段|往后|今后|以后|后面)"
_POINTING = regex(
    "(?:(?:[这那该](?:个|一|一个)?|同一?个?|上述|上面)(?:总量|总数|总额|规模|水平|数|项|指标|数字|事|方面|块)的?|目标[数值]?|任务[数量]?|计划[数值]|指标|[它其]的?|政府|[省市县区]里|(?:实际|实绩|完成|执行|计划|预期)的?(?:水平|数值?|值|情况|结果))+"
)
_PLANNED_IN = regex(
    "^(?:下一年|次年|来年)?的?(?:[这那省市县区级]|年度?|政府|重点|[十几]?[大件项])*(?:民生|惠民|为民)?"
    "(?:实事|工程|计划|目标任务|任务|清单|盘子|安排|部署|行动)(?:项目)?(?:里[头面]?|中|当中)的?(?:[又还也再都新]+$)?"
    "|^[里中]头?[又还也再都新]+$"
)
_AIMING = regex(f"(?:{_REACHING.pattern}|{_POINTING.pattern})+")


def _without_reaching(content: str, slots: Slots, said: str) -> str:
    """The content without words that only aim at a figure or point at the question before."""
    if slots.asks_figure:
        content = re.sub(f"^{_WHEN}的?", "", content)
    words = content.replace(" ", "")
    rest = _PLANNED_IN.sub("", words)
    if rest != words and len(rest) <= len("改造"):
        return rest  # 2024年的民生实事里又安排了多少
    if _POINTING.fullmatch(words) or (slots.asks_figure and _AIMING.fullmatch(words)):
        return ""
    # 今年的签约目标呢, after a question for what was signed
    aimed = re.fullmatch("的?(.{2,}?)的?(?:目标|任务)[数值量]?", words)
    return "" if aimed and not slots.asks_figure and aimed[1] in said else content


_MEASURES = {
    "面积": (AREA, "亩", "公顷", "平方米", "平方公里"),
    "里程": ("公里", "米"),
    "人数": ("人", "人次"),
    "金额": ("元",),
    "户数": ("户",),
}
_MEASURED = regex(f"(?:目标|计划|任务|预期)(?P<of>{'|'.join(_MEASURES)})")

_COST = regex("预算|造价|成本|经费|花费|开销|开支")
