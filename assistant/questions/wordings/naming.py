"""Names asked for after the thing (新上市的企业都叫什么名字) are put as 哪 asks (新上市的是哪几家企业)."""

from __future__ import annotations

import re

from reports.indicators import find_names
from reports.patterns import regex
from reports.text import fold

from .turns import Turns, turned

_OF = "家个所座条位名处支部批种类款辆艘只股项"
_MANY = "[两二三四五六七八九十]"
_EACH = "(?:都|全都|分别|各自|具体|主要|到底|究竟|各|一共|总共)*"
# What an asker adds: name them, list them.
_LIST_THEM = regex(
    r"[，,。；;？?\s]+(?:请|麻烦|并)?[你您帮给我]*(?:把)?(?:它们|他们|其)?的?(?P<names>名字|名称|名单|清单)?(?:都|全部?|逐一|逐个|一一|分别|依次|挨个)*"
    r"[列说写点](?:一下|[一]?[列说写点]|出来?|举(?:一下|出来)?|[给告]我|全|清楚)+[吧呗]?$"
)
# 把今年要修的路列出来
_LISTED = regex(
    r"^(?P<before>[^，,]{0,16}?)把(?P<what>[^，,把]{4,40}?)(?:的?(?:名字|名称|名单|清单))?(?:都|全部?|逐一|一一|分别)*"
    r"(?:列|说|点)(?:一下|一列|出来|举出来|举一下|给我)[吧呗]?$"
)
_AMOUNT = regex("(?:数据?|数字|指标|[额值率量]|收入|支出|情况|人口|面积|里程|[增降]速|比重|规模|[a-zA-Z]+)$")
_ASKS = regex("[多几哪谁]|什么|啥|怎|如何|是否|为何")
# 入选的两家企业叫什么名字: how many there are, or a word for all of them, tells that several are asked for.
_CALLED = regex(
    rf"^(?P<of>(?:(?!{_ASKS.pattern}).)*?[一-鿿”])的(?:那|这)?(?:(?P<n>{_MANY}|几)(?P<cl>[{_OF}]))?(?P<noun>(?![二两三四五六七八九十几])[一-鿿]{{0,9}}?)"
    rf"(?P<all>{_EACH})(?:的?名字(?P<all2>{_EACH})(?:叫|是)?(?:什么|啥)|(?P<all3>{_EACH})叫(?:什么|啥)(?:名字?|来着)?|(?P<who>是谁))$"
)
_PERSON = regex("(?:[长员家手人记任]|代表|领导|冠军|教授|院士)$")
_CLASSES = (
    (regex("(?:企业|公司|单位|机构|集团|医院|工厂|店|银行)$"), "家"),
    (regex("(?:路|街|河|线|大道|高速|铁路|航线|桥梁|渠)$"), "条"),
    (regex("(?:人|专家|院士|代表|干部|老师|教授)$"), "位"),
    (regex("(?:学校|大学|学院|中学|小学|幼儿园)$"), "所"),
)
_TURNS: Turns = (
    # 都有哪几条（段）, 都包括哪几条路
    (regex(f"(?<=哪[几些{_OF}])([{_OF}]?)[（(][一-鿿]{{1,2}}[)）]"), r"\1"),
    (regex(f"(?<=[一-鿿]){_EACH}(?:包括|包含|囊括|涵盖)了?(?=哪[几些{_OF}两三四五六])"), "有"),
    (regex("(?<=[一-鿿])(?:都|全都|一共|总共)(?=有哪几)"), ""),
    # 哪几条河的河段
    (regex(f"(哪[几些两三四五六七八九十][{_OF}]?)([河路街江])[一-鿿]?的(?=\\2[一-鿿])"), r"\1"),
    # 涨得过高是什么造成的
    (
        regex(
            "(?:主要|都|到底|究竟)*(?:是?由|是?因|是)(?:于|为)?(?:什么|啥|怎么|咋|哪些)(?:原因|因素|缘故)?(?:所)?(?:造成|导致|引起|引发|带来|惹出来|搞出来)的(?=[？?]?$)"
        ),
        "的原因是什么",
    ),
    # 政府自身建设这一块，报告提了什么要求
    (regex("(?<=[一-鿿]{2})这(?:一?大?块|一?方面|个?领域)(?:儿|上|里)?(?=[，,])"), ""),
    # 谈到教育时，说还存在哪些问题
    (
        regex(
            "(?:谈|讲|说|提)(?:到|及)(?P<of>[^，,]{2,20}?)(?:的?时候?|这方面)?[，,](?:也|又)?(?:说|指出|承认|坦言|认为|提出)?(?=(?:还|仍)*(?:存在|有|面临)(?:哪些|什么))"
        ),
        r"\g<of>",
    ),
    (
        regex(
            "、(?=[一-鿿]{2,8}?(?:还|仍)*(?:存在|面临|有)(?:着)?(?:哪些|什么)(?:问题|不足|短板|困难|差距))"
        ),
        "和",
    ),
    (regex("(?<=[市县区省州年府，,])说(?:是)?(?=要[在把对]|还存在|打算|准备)"), ""),
    # 固定在每月几号
    (regex("固?定?在?(每个?月)的?(?:几[号日]|哪一?[号日])(?![线楼院馆门井矿])"), r"定在\1哪一天"),
    # 以哪些方式、面向哪些区域招商
    (
        regex(
            "(?:是)?(?:以|通过|用|采取|采用|利用|借助|靠|拿)了?(?:哪些|什么|啥|何种|哪几种|哪种)(?:方式|途径|渠道|形式|手段|路径|方法|办法|法子|招数?)"
            "(?:(?:、|和|[，,])?(?:面向|针对|向|对|到)(?:哪些|什么)(?:区域|地区|地方|对象|人群|国家))?(?:来|去)?(?P<do>[一-鿿]+?)的?(?=$|[，,])"
        ),
        r"怎么\g<do>",
    ),
    # 烂尾楼、欠薪这些事，怎么处理
    (
        regex("(?<=[一-鿿]{2})这(?:些|几件|一类|类)(?:老?大?难?问题|麻烦|事情?|烦心事|难题)(?:儿)?(?=[，,])"),
        "",
    ),
    # 又如何缓解
    (regex("(?<=[，,])又(?=如何|怎么|怎样|咋)"), ""),
    # 其中属于卫生的两项是什么
    (
        regex(
            f"其中[，,]?(?:属于|涉及|关于|针对|面向|和|跟)(?P<of>[一-鿿、]{{2,10}}?)(?:方面|领域|有关|相关)?的(?P<n>{_MANY}[项件条个])(?:分别|都|具体)*(?:是|有|指)(?:什么|啥|哪些|哪{_MANY}[项件条个])$"
        ),
        r"\g<of>方面是哪\g<n>",
    ),
    # 要在哪三个方面取得新突破
    (
        regex(
            f"在哪(?P<n>{_MANY}[个大])(?P<of>方面|领域|环节|问题)上?(?P<do>(?:取得|实现|求得?|有)(?:新的?|更大的?|重大)?(?:突破|跨越|提升|进展))了?$"
        ),
        r"在\g<n>\g<of>\g<do>，是哪\g<n>",
    ),
    # 分别指什么、各有什么发展定位
    (
        regex(
            "(?:分别|各)?(?:是?指|是)(?:什么|哪些|啥)[、，,](?:又|且|都)?(?:各自?|分别)(?:有|是)?(?:什么|哪些|啥)(?:样的)?(?P<of>[一-鿿]{2,8})$"
        ),
        r"各自的\g<of>是什么",
    ),
    # 拖了好些年没办成的项目
    (
        regex(
            "(?:一直)?(?:拖|压|卡|搁置|悬|耽搁)了?(?:好些|好多|好几|许多|很多|多)年(?:都|也|还)?(?:[没未](?:有|能)?(?:办成|解决|建成|干成|落地|搞定|办妥|开工|动工))?的"
        ),
        "困扰多年的",
    ),
    # 把农村消费搞起来
    (
        regex("把([一-鿿]{0,4}消费)(?:给)?(?:搞|弄|带|拉|促|提|做)(?:起来|上去|上来|旺|活|火|大)"),
        r"扩大\1",
    ),
    (
        regex(
            "把([一-鿿]{2,6}(?:业|经济|旅游|农业|工业|产业))(?:给)?(?:搞|弄|抓|促|提|发展)(?:起来|上去|上来)"
        ),
        r"发展\1",
    ),
)


def names_first(question: str) -> str:
    """``question`` with what it wants named asked for by 哪, and its turns of speech put plainly."""
    asked = said = question.rstrip("？?。 ")
    listed = _LIST_THEM.search(said) or _LISTED.search(said)
    if listed:
        of = said[: listed.start()] or f"{listed['before']}{listed['what']}"
        if _ASKS.search(of):
            said = of
        elif not (_AMOUNT.search(of) or any(name.end == len(fold(of)) for name in find_names(fold(of)))):
            said = f"{of}有哪些"
    said = turned(said, _TURNS)
    if called := _CALLED.search(said):
        said = _which(called) or said
    return said + question[len(asked) :]


def _which(called: re.Match[str]) -> str:
    """入选的两家企业叫什么 asks 入选的是哪两家企业; ``""`` where one thing is meant."""
    count, noun = called["n"], called["noun"]
    several = count or called["all"] or called["all2"] or called["all3"]
    if not several or not (noun or count) or (called["who"] and (not count or _PERSON.search(noun))):
        return ""
    of = called["cl"] or next((cl for pattern, cl in _CLASSES if pattern.search(noun)), "个")
    return f"{called['of']}的是哪{count or '几'}{of}{noun}"
