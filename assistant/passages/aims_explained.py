"""Why the goals of a year are what they are (为什么定在5%): the sentence that explains them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reports.patterns import regex
from reports.text import plain
from vectorstore.records import ReportEntry

from ..drafting.drafts import Draft
from ..evidence.pieces import Piece, number_of, piece_of
from ..evidence.prepared import Evidence, Shelf
from ..questions.content import put_for_places
from ..questions.slots import Slots
from .chosen import passage_reports
from .leanings import gives_cause
from .runs import quoted

_WHY = regex(
    "为什么|为何|为啥|咋|凭什么|出于(?:什么|哪些)|(?:怎么|如何|怎样|有什么|有哪些)(?:样?)?(?:考虑|权衡|解释|定(?:出|下)?来?的|确定的|来的)|"
    "考虑(?:到)?了?(?:什么|哪些)|(?:什么|啥|哪些)(?:考虑|依据|道理|理由|根据|讲究|因素)|(?:依据|根据|理由|道理|原因)是(?:什么|啥)|是怎么(?:考虑|定)"
)
_AIM = regex("目标|预期|指标|定(?:得|在|为|成|到|的|这|下|了)|[这那]么定|[这那]样定|调[低高]|下调|上调")
_FELL_SHORT = regex(
    "没|未|完不成|不(?:能|够|足)(?!高)|达(?:到|成)|实现|完成|偏差|差距|缺口|超(?:过|额)|落后|滞后|放弃|取消"
)
# What is left of a question without these asks about something else: 为什么定这家医院.
_ONLY_AIMS = regex(
    "(?:19|20)\\d{2}|[十\\d]+五|\\d+(?:\\.\\d+)?(?:%|个?百分点)?|百分之[一-十\\d]+|gdp|国内生产总值|地区生产总值|生产总值|国民经济|经济社会|经济|社会|发展|增长率?|增速|速度|预期|"
    "主要|目标|指标|任务|总体|水平|左右|以上|上下|以内|这样|那样|这么|那么|什么|哪些|为何|为啥|怎么样?|如何|怎样|考虑到?|因素|依据|根据|理由|道理|讲究|解释|权衡|确定|设定|制定|提出|"
    "安排|说明|出于|原因|凭|报告|政府|全[省市县区国年]|今年|明年|当年|往年|以前|以往|上年|去年|过去|前几?年|比|较|略|微|有所|调|下|上|只|才|仅|还|就|又|要|会|能|把|将|给|被|为|在|是|的|了|得|到|成|定|这|那|"
    '个|数字?|设|里|中|面|和|与|都|有|高|低|大|小|多|少|咋|呢|吗|吧|啊|年|度|它|其|来|出|对|于|说|讲|写|从|按|因|请问|[,。?、!“”"]|\\s'
)
_EXPLAINED = regex(
    "(?:^|[,。:])(?:各位代表[,:])?(?:以上|上述|这[些个样一]|确定|提出|设定|制定|之所以|这里要着重说明|需要说明|综合权衡|中央提出|经济增速)[^。]{0,45}?(?:目标|指标|预期|增速)"
    "|(?:增长|速度|预期|主要|安排)[^。,]{0,12}目标[^。]{0,30}(?:主要是|是为了|考虑|调低|调高|下调)"
)
_REASON = regex(
    "考虑|兼顾|着眼|体现|立足|是为了|主要是(?!:)|有利于|利于|符合|相?衔接|实事求是|跳一跳|基于|权衡|适应|匹配|贯彻|结合|统筹|留有余地|积极稳妥|切实可行|相一致|实际出发"
)
_TO_BE_DONE = regex(
    "(?:实现|完成|达到|围绕|锚定|紧扣|根据|按照|落实)(?:好|了)?(?:以上|上述|这[些个样一])|为(?:了)?(?:实现|完成|确保)|:$"
)
_MOST = 2


def asks_why_so(slots: Slots) -> bool:
    """Whether a question, or a follow-up to one for a goal, asks why the goals are as they are."""
    text = put_for_places(plain(slots.text), slots.places)
    if not _WHY.search(text) or _FELL_SHORT.search(text) or len(slots.places) > 1:
        return False
    told = _AIM.search(text) and (slots.nature == "目标" or "目标" in text or "指标" in text)
    return bool(told) and not _ONLY_AIMS.sub("", text)


def answer_aims_explained(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """The sentence that explains the goals of a year; None where that is not asked, or none does."""
    if not asks_why_so(slots):
        return None
    chosen = passage_reports(replace(slots, nature="目标"), own)
    chosen.sort(key=lambda e: -(e.identity.year or 0))
    for entry in chosen[: 1 if not slots.years else _MOST]:
        evidence = shelf.evidence(entry)
        told = max(((_explains(evidence, i), -i) for i in range(len(evidence.sentences))), default=(0, 0))
        if told[0] > 0:
            return quoted(_with_items(evidence, -told[1]))
    return None


def _with_items(evidence: Evidence, index: int) -> list[Piece]:
    """The sentence, and the reasons that it is followed by one after the other: 一是坚持实事求是."""
    at, sentences = [index], evidence.sentences
    for following in range(index + 1, min(len(sentences), index + 1 + _REACH)):
        if sentences[following].startswith("另一方面") and "一方面" in sentences[index]:
            at = [*range(index, following + 1)]
        elif number_of(sentences[following]) == len(at):
            at.append(following)
    pieces = [piece_of(evidence, i) for i in at]
    told = len(at) > 1 and sum(len(p.text) for p in pieces) <= _LIMIT
    return pieces if told else pieces[:1]


def _explains(evidence: Evidence, index: int) -> int:
    """How plainly a sentence explains the goals: the reasons that it gives; 0 where it does not."""
    text = evidence.sentences[index]
    if not _EXPLAINED.search(text) or _TO_BE_DONE.search(text):
        return 0
    reasons = len(_REASON.findall(text))
    aims = any(_SET.search(s) for s in evidence.sentences[max(0, index - _BEFORE) : index + 1])
    return reasons * (1 + aims) if gives_cause(text) or reasons > _MOST else 0


_BEFORE, _REACH, _LIMIT = 12, 8, 300
_SET = regex("预期目标|主要目标|增长目标|目标是|生产总值[^。]{0,12}(?:增长|增速)\\d")
