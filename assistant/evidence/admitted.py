"""What a report admits: its problems, told in one paragraph, and what fell short of a target."""

from __future__ import annotations

import re

from reports.patterns import regex

from ..questions.slots import Slots
from .prepared import Evidence

PROBLEMS = regex(
    r"(?:清醒|深刻|充分|清楚)地?(?:认识|看|意识)到[^。]*?(?:不足|不够|短板|薄弱|差距|有待|亟[需待]|[仍还需]待|困难|不[强高稳牢大优]|难题)|"
    r"(?:困难|问题|不足|短板)[^，。]{0,8}不(?:能|容|可)(?:忽视|回避|低估)|"
    r"(?:认识到|看到|意识到|正视|存在|面临|面对)[^。]{0,40}(?:困难|问题|不足|短板|差距|挑战)|(?:困难|问题|不足|短板)[^。]{0,12}(?:主要是|主要表现|主要有|：)"
)
PROBLEM_WORDS = regex(
    "问题|困难|不足|短板|挑战|软肋|堵点|痛点|难处|短处|弱项|薄弱(?:环节)?|难题|毛病|矛盾|差距|(?:[差弱短输难]|落后|不如人家?|吃亏)在了?(?:哪里?儿?)?|差(?=地方)|地方|之处|当地|本地|觉得|认为?|(?:自我?|自己)?(?:承认|坦承|坦陈|坦言|检讨|反思|剖析|揭短|揭露?|正视|直面|点出|指出|摆出?|亮出?|查找|列出?|认账|交代)(?:了|出|到)*|工作|发展|经济|社会|政府|自身|自己|方面|领域|当前|目前|全[国省市县区州盟旗]|[讲说提谈]到?|存在?|主要|面临|还|有|的|和|与"
)
REMEDY = regex(
    r"^(?:对此|对于这些|针对(?:这些|以上|上述)|面对(?:这些|以上)|我们(?:必须|要|一定|将)|为此|这些都?(?:问题)?|解决这些|下一步)"
)
# 哪些指标没达到目标: reports word it in ways of their own.
_FELL_SHORT = regex("(?:没有?|未能?|不)(?:能|有)?(?:达到?|完成|实现|及)|不(?:达标|及预期|如预期)|落空|欠账")
FELL_SHORT_TOLD = regex(
    "不及预期|未能?(?:按时|如期|及时|按期|全部)完成|没有?(?:按时|如期|按期)完成|(?:低于|未达|未能?达到?|没有?达到?|未能?完成|没有?完成|没有?实现|未能?实现|不达)[^，。；]{0,30}?(?:预期|目标|计划|预计)|"
    "(?:预期|目标|计划)[^，。；]{0,12}(?:未能?|没有?)(?:达|完成|实现)|与[^，。；]{0,6}(?:预期|目标)[^，。；]{0,6}差距"
)
AIM_WORDS = regex("指标|目标|任务|预期|年初|定的|没有?|未能?|达到?|完成|实现|的")


# What a general field is made of, where a report admits its problems of the parts alone.
_FIELDS = (
    ("民生", "就业|教育|医疗|养老|住房|社会保障|公共服务|急难愁盼|民生"),
    (
        "营商环境|发展环境|投资环境|软环境",
        "营商|服务意识|服务效能|市场主体|政务服务|(?:发展|投资|创业|软|经营)环境|办事效率",
    ),
    ("开放|外贸|外资", "开放|外向|外贸|外资|进出口|出口"),
    (
        "作风|自身建设|政府自身|干部|廉政",
        "作风|担当|形式主义|官僚主义|懒政|庸懒|干部|公务员|工作人员|公职人员|腐败|不作为|职能转变",
    ),
    (
        "生态|环保|污染|(?<!营商)(?<!发展)(?<!投资)(?<!软)环境",
        "生态|污染|减排|低碳|环保|环境(?:保护|质量|问题|压力|约束|承载|治理|制约|矛盾)|资源环境|[和、与]环境",
    ),
    ("产业|工业", "产业|工业|制造业|服务业|骨干企业|龙头企业"),
    ("财政|财力|财税", "财政|财力|收支|财税|三保|债务"),
    ("科技|创新", "创新|科技|研发"),
    ("人才", "人才"),
    ("农业|农村|三农|乡村|农民", "农业|农村|农民|三农|乡村"),
    ("就业", "就业|下岗"),
    ("社保|社会保障", "社会保障|社保|保障水平"),
    ("城镇|城市|城建|城乡", "城市|城镇|城区|县城|城乡|市政"),
    ("基础设施|交通", "基础设施|交通|道路|公路|铁路"),
    ("教育|医疗|养老|公共服务", "公共服务|社会事业"),
    ("安全", "安全"),
    ("改革|体制", "改革|体制|机制"),
    ("收入", "收入|增收"),
)
_JOINT = regex("和|与|及|、|以及| ")


def admits(text: str) -> bool:
    """Whether a folded sentence announces the report's problems; what will be done about them does not."""
    return PROBLEMS.search(text) is not None and REMEDY.match(text) is None


def of_field(topic: str, text: str) -> bool:
    """Whether a folded sentence speaks of a part of a general field that is asked about (民生: 就业)."""
    return any(re.search(field, topic) and re.search(parts, text) for field, parts in _FIELDS)


def parts_of(topic: str) -> list[str]:
    """The things joined in what is asked about: 科技创新和招商项目."""
    return [part for part in _JOINT.split(topic) if len(part) >= 2]


def admitted_in(evidence: Evidence) -> frozenset[int]:
    """The indexes of the sentences that follow the report's announcing of its problems, up to the remedy."""
    if "admitted" not in evidence.kept:
        found: set[int] = set()
        sentences = evidence.report.sentences
        for first, text in enumerate(evidence.sentences):
            if not admits(text):
                continue
            for index in range(first + 1, min(len(sentences), first + 16)):
                same = sentences[index].section == sentences[first].section
                if not same or REMEDY.match(evidence.sentences[index]):
                    break
                found.add(index)
        evidence.kept["admitted"] = frozenset(found)
    admitted: frozenset[int] = evidence.kept["admitted"]
    return admitted


def fell_short(slots: Slots) -> bool:
    """Whether a question asks what fell short of a target."""
    return bool(_FELL_SHORT.search(slots.text))
