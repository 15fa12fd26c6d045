"""How a follow-up turns from the question before it, put plainly.

换成2023年，投了多少 and 那2020年呢，有多少人 turn to another time or place, 再往前一年 steps through
the years, 这件事 and 这笔收入 point back.
"""

from __future__ import annotations

import re

from reports.patterns import regex
from reports.text import fold

from ..of_reports import META
from ..places import PlaceIndex
from ..times import years_in
from .turns import Turns, turned

# 要是换成2023年，再看看山城区: another time, place or subject for the one before.
_IF = (
    "(?:如果|要是|假[如使设]|若是?|[把那么再就也都请]|[咱我]们?|(?:时间|年份|地[方区]|指标|范围)(?=[换改]))*"
)
_TURNS = (
    regex(
        f"^{_IF}(?:换[成作到为做]|改[成作到为](?!的)|改[问看](?=[^，,]{{2}}))(?:了|一下)?(?=[^，,了过多几什哪])"
    ),
    regex(r"^(?:再|又|那么?)*(?:看看?|说说?|回到|轮到|放[到在]|至于|说到|讲到)(?=\d{4}年)"),
    regex("^换个?(?:指标|地[方区]|年份|话题|问法|问题)[，,：: ]+"),
    regex(
        "^(?:那么?)?(?:再|又|接着|继续|顺便|顺带|另外)+(?:问|说|看|查|讲)(?![明服责询见法病守管好成])"
        "(?:一?下子?|说|看|问|查)?[，,：: ]*(?=[^，,]{3})"
    ),
    regex("^(?:那么?)?(?:隔壁|旁边|邻近|相邻)的?(?=[一-鿿]{2})"),
    regex(r"^(?:那么|如果|要是|假如)(?:[是在到])?(?=\d{4}年)"),
)
# 2020年呢，有多少人 asks of that year; 2020年呢，是多了还是少了 sets it against the one before.
_HEAD = regex("^(?P<head>[^，,。？?]{2,14}?)(?:呢|的话|[这那]边)?[，,：:？? ]+(?P<rest>.{3,})$")
_AGAINST = regex("[是又还变]*(?:[比较跟和与]|更?(?:多(?!少)|[少高低大小快慢涨跌升降增减])|相?差|谁|哪)")
_ONE_YEAR = "(?:一年|1年|一个年[头度])"
_STEPS: Turns = (
    (
        regex(
            f"[再又]?(?:[往向朝]前(?:再?[推数倒翻走退回移看])?|倒[推数退回])(?:[了个])?{_ONE_YEAR}|"
            f"[再更]早{_ONE_YEAR}|前[面头边]的?{_ONE_YEAR}"
        ),
        "前一年",
    ),
    (
        regex(
            f"[再又]?[往向朝]后(?:再?[推数走移看])?{_ONE_YEAR}|[再更]晚{_ONE_YEAR}|"
            f"(?:后[面头边]|紧接着)的?{_ONE_YEAR}|翌年|^那?么?[转翻]过年来?"
        ),
        "后一年",
    ),
    # 山城区同期是多少, 那山城区同一年呢
    (
        regex("^(那?么?[^，,。比较去上前]{0,8}?[，,]?)同(?:一?[期年]|一时期|一?个年[份度头])的?(?![比增])"),
        r"\1",
    ),
    # 那是2015年的几倍: 那 is no place
    (regex(r"^那么?(?=是(?:\d{4}年|“?十[一二三四]?五))"), ""),
)
# 这件事由谁牵头, 这笔收入有多少: what the question before asked about.
_THIS = regex(
    "(?P<lead>^|[，,年底末初那]|负责|牵头|[主分]管|主抓|承担)(?:就|对于?)?(?:[这那该此]|上述)(?:一?[个项件桩条笔份])?"
    "(?P<what>工作|任务|事情?儿?|活儿?|实事|比率|收入|支出|投资|存款|贷款|余额)[上里]?"
    "(?=[的是由归又，,占达增涨降要有还能谁哪在责牵配主负])的?"
)
# 2021年是哪位作的: the report, after a question for who gave another one
_GAVE = regex("(?:谁|哪[位个]人?|什么人|何人)来?(?:作|做|念|讲|宣读|报告)的(?=[？?]?$)")
# 打算靠这个挣多少: of what the question before asked about
_BY_THIS = regex("[靠凭借在往对为](?:[这那]个?(?:[上里]面|方面)?|此|它)(?=[一-鿿]{1,3}了?(?:多少|几))")
# 由此带动的投资: by what was just told
_BY_IT = regex(
    "^(?:由此|因此|借此|据此|从而|这样一来)[，,]?(带动|拉动|撬动|吸引|形成|产生|实现|新增|增加)了?的?"
)
# 海参崴那条跑了几趟: the one called so
_THAT_ONE = regex(
    "(?<=[一-鿿a-z0-9]{2})那(?:一?[条个座家项所块趟批片笔段])(?=(?:具体|一共|总共|到底|大概|又|还|都|是|有|要|[一-鿿]{1,3}了?)*(?:多少|几|多[长大高]|怎么|如何|咋|何时|什么|哪|啥))"
)
# 其中冰雪那个怎么建: how of that one
_OF_THOSE = regex(
    "^其中的?(?P<one>[一-鿿]{2,6}?)那(?:一?[条个座家项所块])(?=(?:具体|到底|又|都|是|要)*(?:怎|如何|咋))"
)
_ANYTHING = regex("工作|任务|事|活")
# 哪天作的, 在哪次会议上: of the report that was asked about
_OF_REPORT = regex(
    "(?:那么?|又|具体)?[是在由于]*(?P<asked>哪一?天|什么时候|何时|几月几[号日]|几号|什么日期|谁|哪一?位[一-鿿]{0,3}?|什么人|"
    "(?:哪一?[次个届]|什么)(?:大?会议?|人代会|人大会议?)|第?几届[^，,。？]{0,8}几次会议?)上?来?"
    "(?:(?:作|做|念|讲|宣读|报告)的?(?:这份|那份|这个)?(?:报告)?的?)?[？?]?"
)


def turned_plainly(question: str, before: str, places: PlaceIndex) -> str:
    """The follow-up ``question`` with its turn from the question ``before`` it put plainly."""
    asked = question
    for turn in _TURNS:
        asked = turn.sub("那", asked, count=1)
    asked = turned(asked, _STEPS)
    asked = _THIS.sub(lambda m: m["lead"] if _points_at(m["what"], before) else m.group(), asked)
    asked = _OF_THOSE.sub(r"\g<one>", asked)
    asked = _THAT_ONE.sub("", _BY_IT.sub(r"\1", _BY_THIS.sub("", asked)))
    if re.search("报告[^，,]*(?:谁|哪位|什么人|何人)|(?:谁|哪位|什么人|何人)[^，,]*报告", before):
        asked = _GAVE.sub(r"\g<0>报告", asked)
    of_it = _OF_REPORT.fullmatch(asked) if META.search(before) and "报告" in before else None
    if of_it:
        asked = f"报告是{'在' if '会' in of_it['asked'] else ''}{of_it['asked']}作的"
    head = _HEAD.match(asked)
    if head and not _AGAINST.match(head["rest"]) and _time_or_place(head["head"], places):
        asked = head["head"] + head["rest"]
    return asked.lstrip("，, ")


def _points_at(what: str, before: str) -> bool:
    """Whether the question ``before`` may have asked about ``what``: 这笔收入 only after 旅游收入."""
    return _ANYTHING.match(what) is not None or what.removeprefix("比") in before


def _time_or_place(head: str, places: PlaceIndex) -> bool:
    """Whether ``head`` names nothing but a year or a place: 那2020年, 山城区."""
    found = places.find(fold(head))
    *_, rest = years_in(found.rest)
    return not re.sub("[那么的 ]", "", rest)
