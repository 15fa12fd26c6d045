"""Whether a question asks for what a report admits to be lacking: its problems, its shortcomings."""

from __future__ import annotations

from reports.patterns import regex

from .slots import Slots

LACK = (
    "问题|不足|短板|困难|挑战|难处|短处|弱项|薄弱环节|薄弱|差距|矛盾|制约因素|制约|难点|痛点|堵点|难题|毛病|缺点|欠账|瓶颈|"
    "最?(?:头疼|发愁|犯愁|犯难|棘手)的?(?:事情?|地方)?"
)
"""What a report calls that which is lacking."""
# 存在哪些问题: every report names its problems in one paragraph, in words of its own.
_PROBLEMS_ASKED = regex(
    r"(?:哪些|(?<!为)什么|有何|几个|怎么说)[^，。？]{0,10}(?:问题|困难|不足|短板|挑战|难处|短处|弱项|薄弱|差距|欠缺|欠账|软肋|堵点|痛点|难题(?!目))|"
    r"(?:怎么|如何|怎样)(?:讲|说|看待?|评价|描述|概括|总结|谈)[^，。？]{0,16}(?:问题|困难|不足|短板|挑战|短处|弱项|薄弱|差距|毛病)(?!怎|如何)|"
    r"哪(?:些|里|儿|几个?)(?:地方|方面|工作|领域|环节|事情?)?[^，。？]{0,6}(?:不够|[没未]做[好到]|不好|不到位|不如人意|不满意|跟不上|落后|拖后腿|薄弱|欠缺|短缺)|"
    r"[没未]做(?:好|到位)的?(?:地方|事情?|方面|工作)?(?:是|有|在)?(?:哪|什么|啥)|什么(?:工作|事情?|地方|方面)?[没未]做(?:好|到位)|"
    r"(?:自我?揭|检讨|反省|反思|自我批评)[^，。？]{0,6}(?:哪|什么|啥)|"
    r"(?:[差弱短输难]|落后|不如人家?|吃亏)在了?(?:哪|什么|啥)|"
    r"(?:哪些|(?<!为)什么|有何|(?<!为)啥)[^，。？]{0,10}(?:毛病|缺点|失误(?!可以|能|应|该|算|属于|不算|[跟与同和]))|(?:问题|困难|不足|短板|毛病|差距)(?:都|主要)?出?在(?:哪|什么|啥)|"
    r"(?:问题|困难|不足|短板|挑战|难处|短处|弱项|毛病|症结|薄弱环节|差距|缺点|软肋|堵点|痛点)(?:都|主要|具体|分别)*"
    r"(?:集中在?|体现在?|表现在?|表现为|反映在|包括|是|有|在)+(?:了)?(?:哪|什么|啥)|"
    r"(?:问题|困难|不足|短板|挑战|难处|短处|弱项|毛病|症结|薄弱环节)(?:和|与|、|有|是|出|在|还|短|不|困|挑|问|主|要|都|处|难)*(?:哪些|哪几|哪里|哪儿|哪$|什么|啥|吗|呢|$)"
)
# 攻克了哪些难题: what was overcome is no shortcoming.
_OVERCOME = regex("整改|查处|整治|攻克|破解|化解|解决|办成|克服|突破")
# 亟待解决, 还没解决: what waits for it is lacking.
_PRESSING = regex(
    "(?:着要?|需要?|待|须|迫切要?)(?:尽快|抓紧|着力|加快|进一步|认真)?(?:去)?(?:解决|破解|整治|克服)|"
    "(?:没|未)(?:有|能|被)?(?:得到)?(?:根本|完全|彻底)?解决"
)
# 遇到困难是什么原因: the cause is asked for, and not what is lacking.
_CAUSE = regex("(?:是|有)?(?:什么|啥|哪些|何种)(?:样的)?(?:原因|缘故|道理)|原因是?(?:什么|啥|哪些|何在)")

# 困难群众怎么保障: those in need are no shortcoming.
_IN_NEED = regex("困难(?=群众|群体|家庭|职工|学生|人员|户|老人|残疾人|党员|企业)")


def without_pending(text: str) -> str:
    """A folded question without the words that a thing is still to be solved."""
    return _PRESSING.sub("", text)


def asks_problems(slots: Slots) -> bool:
    """Whether a question asks what the report admits to be lacking."""
    text = without_pending(_IN_NEED.sub("", _CAUSE.sub("", slots.text)))
    return bool(_PROBLEMS_ASKED.search(text)) and not _OVERCOME.search(text)
