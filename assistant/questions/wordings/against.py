"""Figures that a question sets against each other, or adds up, in a roundabout way: put as most people do.

把甲和乙列出来比一比 names the two; 甲多少，乙在这基础上多几个 is 乙比甲多几个.
"""

from __future__ import annotations

import re

from reports.indicators import find_names
from reports.patterns import regex
from reports.text import fold

from ..gaps import MOVED_BY

# 据2000年国务院政府工作报告，
_BY_REPORT_OF = regex(
    r"^(?:根据|依据|按照?|依照|据|查|看|从)(?P<of>[^，,：:]{0,12}\d{4}年[^，,：:]{0,12}?)的?(?P<report>(?:政府)?(?:工作)?报告)"
    r"(?:里面?|中|上|内)?(?:来看|看|显示|所?[说写讲]的?|提到|介绍)?[，,：:]\s*(?=.{6})"
)
# 同哪些邻国解决了边界问题？请按1964年的政府工作报告回答
_REPORT_LAST = regex(
    r"^(?P<asked>.{4,}?)[，,。？?\s]+(?:(?:请|麻烦)?[你您]?(?:根据|依据|按照?|依照|参照|照着?)|以)(?P<of>[^，,：:？?]{0,12}\d{4}年[^，,：:？?]{0,12}?)"
    r"的?(?P<report>(?:政府)?(?:工作)?报告)(?:[里中上]面?)?的?(?:内容|说法|口径|表述|数据)?(?:来|进行)?(?:回答|作答|答复|答|说|讲|为准|为依据)+[。？?]?$"
)
# 把2019年、2023年的产量列出来，看看怎么变的
_LAID_OUT = regex(
    r"^(?:把|将)(?P<of>[^，,把将]{6,}?)(?:都|全|逐年|分别|一起|放在?一?[起块])*"
    r"(?:[列摆排写说报](?:出来|一下|一列|一说|一报)|(?P<than>比(?:一比|一下)|(?:对比|比较|对照)(?:一下)?))"
    r"(?:[，,。；;？?]|$)(?:(?:再|来|让我|给我|我想)*(?:看看|看一看|看一下|瞧瞧))?(?P<rest>.*)$"
)
_ASKS = regex("[多几哪谁]|什么|怎|差|变|走势|趋势|增长|如何")
# 2023年改了一批，2024年计划改的数量比它少几个
_THAN_THAT = regex(
    r"^(?P<head>(?:[^，,：:]*[，,：:])??)(?P<base>[^，,：:？?]*\d{4}年[^，,：:？?]{2,}?)[，,？?；;](?P<one>[^，,：:？?]{2,}?)"
    r"(?:又|再|还|要|会|得)*(?:[比较](?:它|此|前者|[这那]个?数字?)|在(?:它|此|[这那]个?)的?基础上)"
    r"(?P<much>(?:又|再|还|要|会|得)*[多少高低大小][了出]*(?:多少|几)(?!个?百分|[%％]).*)$"
)
_SO_MANY = regex(
    r"(?:了|是|有|为)?(?:(?:多少|几)(?:万亿|亿|万)?[个家户套条座所亩吨元台辆件项处张次]?(?:公里|人次|人(?!口))?|一批|一些|若干|不少)"
    r"(?=[一-鿿]{0,8}$)"
)
# 相差几亿元？甲市高出多少: how far they are apart is asked twice
_APART_TWICE = regex(
    r"(?P<gap>(?:相差|差距|差了?)(?:有|是|为)?(?:多少|几)[^，,？?]{0,6})[，,？?]\s*[^，,？?\d]{0,12}"
    rf"{MOVED_BY}[^，,？?]{{0,4}}[？?]?$"
)
# （人大的和政协的合在一块算）
_TAKEN_TOGETHER = regex(
    r"[（(，,][^（()），,多几哪]{0,14}(?:[合加]在?一?[起块]儿?|合并|都)(?:来|起来)?(?:算|计|加)(?:上|入|进去|在内)?的?[）)]?"
    r"(?=[？?。]?$)"
)
_IN_ALL = regex("一共|总共|合计|共计|加起来")
# 加在一块儿有多少: 加起来
_ADDED_UP = regex(
    "(?<![增添])[加合凑](?:在|到|成)?一(?:块儿?|起)(?=来?[^，,。多几]{0,6}(?:多少|几)|[，,？?])来?"
)
# 放一块儿看，哪边多: set against each other
_SIDE_BY_SIDE = regex(
    "[，,]?(?:放|搁|摆|拿|凑)(?:在|到)?一(?:块儿?|起|道|处)(?:来)?(?:看看?|比一?比|[对相]?比较?|对照|较量)(?:一下)?(?=[，,]?(?:到底|究竟|[两二]者)?(?:哪|谁|相?差|[高多大]出))"
)
# 从2005年的多少增加到2021年的多少，增加了多少
_FROM_TO = regex(
    rf"从(?P<first>\d{{4}}年)的?(?:多少|几)[^，,从]{{0,8}}?[到至成]了?(?P<last>\d{{4}}年)的?(?:多少|几)[^，,]{{0,4}}[，,]"
    rf"(?:一共|总共|共)?(?={MOVED_BY})"
)
# 要赶上甲市，乙市还差几亿
_CATCH_UP = regex(
    "^(?:要想?|想要?)?(?:赶上|追上|追平|赶超|够上)(?P<other>[^，,]{2,}?)[，,](?P<one>[^，,]{2,}?)(?=还(?:差|缺|少))"
)

# 城里人比农民一年多挣多少钱
_EARNS_MORE = regex(
    "(?P<one>(?:城里|城市|城镇)(?:人|居民)|城镇)比(?P<other>农民|农村居民|农村人?|乡下人|农牧民)(?:们)?(?:平均|人均|每人)?(?:[一每]年)?(?:要|能|会)?"
    "(?P<way>[多少])(?:挣|赚|拿|收入)了?(?=多少|几)"
)
# 还没通水的村，如果2016年的任务都完成了，还剩多少
_IF_DONE = regex(
    "^(?P<one>[^，,]{4,}?)[，,](?:如果|要是|假如|若是?|等|假设)?(?P<other>[^，,多几]*?(?:任务|目标|计划))(?:都|全部?|能|如期|顺利|按时)*"
    "(?:完成|实现|达成)(?:了|以?之?后|的话)*[，,]?(?:那么?|就|将|会|应该)*(?:还|仍|尚)?(?:会|能|要|将)?(?:剩下?|余下?)了?(?=多少|几)"
)

# 与“十二五”末相比，“十三五”末的绿化率有何变化
_SINCE_END = regex(
    "^(?:[与和跟同]|相?较于?)(?P<then>“?十[一二三四]?五”?(?:时?期)?末)(?:期)?(?:相[比较]|比较?|来说)?[，,](?P<one>.{6,}?)的?"
    "(?:有(?:何|什么|哪些|怎样的?|多大的?)|发生了?(?:什么|怎样的?|多大的?))?变化(?:如何|怎样|怎么样|多大|情况)?[？?]?$"
)
# 原来多少、现在多少
_THEN_AND_NOW = regex(
    "(?:(?:涨|提高|上调|调整|增加|提升)了?多少[，,])?(?:从)?原[来先本]?(?:每月|一个月|每年|一年|每人)?(?:是|为|有)?多少[个家元钱]?[，,、和]"
    "(?:后来|现在|如今|目前|调[整高]后)(?:又|是|为|有|每月|一个月)*多少[个家元钱]?(?=[？?]?$)"
)


def set_against(asked: str) -> str:
    """``asked`` with its comparison or its sum as most people put it."""
    asked = _SINCE_END.sub(r"\g<one>比\g<then>提高了多少", _THEN_AND_NOW.sub("从多少提高到多少", asked))
    asked = _BY_REPORT_OF.sub(r"\g<of>\g<report>：", _ADDED_UP.sub("加起来", asked))
    asked = _REPORT_LAST.sub(r"\g<of>\g<report>：\g<asked>", _SIDE_BY_SIDE.sub("比", asked))
    asked = _FROM_TO.sub(r"从\g<first>到\g<last>", _CATCH_UP.sub(r"\g<one>离\g<other>", asked))
    if laid := _LAID_OUT.match(asked):
        asked = _of_those(*laid.group("of", "rest", "than")) or asked
    if than := _THAN_THAT.match(asked):
        asked = f"{than['head']}{than['one']}比{_SO_MANY.sub('的', than['base'])}{than['much']}"
    asked = _EARNS_MORE.sub(r"\g<one>的人均可支配收入比\g<other>的人均可支配收入\g<way>", asked)
    asked = _IF_DONE.sub(r"\g<one>减去\g<other>还剩", asked)
    asked = _APART_TWICE.sub(r"\g<gap>", asked)
    if (whole := _TAKEN_TOGETHER.sub("", asked)) != asked:
        asked = whole if _IN_ALL.search(whole) else re.sub("(?=多少|几)", "一共", whole, count=1)
    return asked


def _of_those(named: str, rest: str, than: str | None) -> str:
    """What is asked of those ``named``: their figures where nothing more is said; ``""`` for other things."""
    if _ASKS.search(rest):
        return f"{named}，{rest}"
    figures = find_names(fold(named)) or re.search("[额量值数率重例]$", named)
    return f"{named}{'比较' if than else '是多少'}" if figures else ""
