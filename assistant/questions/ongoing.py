"""An open follow-up that goes on about what was asked of before: 明年怎么继续治理, 采取了哪些措施."""

from __future__ import annotations

import re
from dataclasses import replace

from reports.patterns import regex

from .slots import Slots

_OPENLY = regex(
    "(?:怎么|怎样|咋)(?!样|看|说|评|变)|如何|(?:什么|啥|哪些)(?:具体|新|重点|主要|好)*的?(?:打算|安排|计划|举措|措施|办法|动作|部署|想法|做法|工作|事|招|政策|行动)|"
    "[做干采用][取了过]*(?:什么|啥|哪些)|(?:原因|缘故)(?:是|有|在)"
)
_AMOUNT = regex("多少|(?<!这)(?<!那)几|百分|第一|排名|增速|目标")
_POINTS = (
    "(?:[这那该](?:个|一|项|些|条|类)*"
    "(?:块|方面|产业|行业|领域|工作|事情?|项目|问题|水域|流域|片区|工程|指标)?|此|它|其)"
)
_VERBS = (
    "治理|整治|保护|修复|管护|建设|打造|改造|培育|发展|推进|推动|加强|加快|扩大|提升|提高|改善|巩固|支持|扶持|"
    "解决|应对|壮大|振兴|推广|稳住|保障|完善|优化|推(?![行广])"
)
# Besides these a follow-up that names nothing says only what is to be done.
_SAYS_NOTHING = regex(
    f"(?:{_POINTS}|{_VERBS}|为了?|[把将对]|继续|进一步|持续|深入|接着|下一步|下一阶段|接下来|今后|往后|下去|[做搞抓办干弄][好大强优起上下]*[来去]*|起来|当年?|"
    "重点|主要|具体|力度|举措|措施|办法|做法|动作|"
    "打算|安排|计划|部署|工作|任务|采取|"
    "方面|方向|原因|实施|准备|开展|出台|政策|行动|[还又再都也要得会能的地了过和与是有在上里 ])+"
)
_ON = regex(f"{_POINTS}|继续|进一步|持续|接着|下一步|接下来")
# 2024年有哪些重点工作 asks of all that is planned
_GENERAL = regex("工作|任务|部署|重点|政策|行动")
_NEXT = regex("下一步|下一阶段|接下来|今后|往后")
# What the thing is measured by or what was counted of it is not what is gone on about.
_MEASURE = regex(
    "(?:[ 的]|(?:全[湖域流市县省区年]|年度|平均|总体|新)?(?:水质|水位|"
    "占比|比重|比例|规模|(?:总|年)?产值|产量|总产|增加值|"
    "(?:营业|总)?收入|投资|增速|数量|"
    "总数|总量|面积|里程|人数|[一-鿿]{0,2}率|吞吐量|"
    "(?:签约|落地|入库|开工|投产|竣工|建成)+的?|(?:签约|落地|重点)*项目|类别|等级|标准|存栏|出栏|浓度))+$"
)


def gone_on(slots: Slots, earlier: Slots) -> Slots | None:
    """``slots`` as an open question for the thing that ``earlier`` was asked of; None where it is none."""
    text = slots.text
    if not _OPENLY.search(text) or _AMOUNT.search(text) or slots.names or not earlier.content:
        return None
    if earlier.task in ("meta", "duty") or slots.task in ("meta", "duty", "when", "who"):
        return None
    said = slots.content.replace(" ", "")
    if said and not _SAYS_NOTHING.fullmatch(said):
        return None
    on = _ON.search(text) is not None
    if _GENERAL.search(text) and (slots.years or slots.relative) and not on:
        return None
    thing = (
        earlier.content
        if earlier.task in ("open", "list")
        else _MEASURE.sub("", earlier.content).strip(" 的")
    )
    content = " ".join([thing or earlier.content, *dict.fromkeys(re.findall(f"{_VERBS}|重点", said))])
    slots = replace(slots, content=content, task="open", measure="", unit="", asks_figure=False)
    if _NEXT.search(text) and len(earlier.years) == 1 and not (slots.years or slots.relative):
        after = earlier.years[0] + (earlier.nature != "目标")
        slots = replace(slots, years=(after,), nature="目标")
    return slots
