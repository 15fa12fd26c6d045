"""How people say the times of a review or a plan, put as they are read.

上个五年规划期内 is 过去五年, 再过五年 今后五年, 收官之年 the 末 of its plan, 报告的上一年 去年.
"""

from __future__ import annotations

import re

from reports.patterns import regex

from ..times import PLANS
from .turns import Turns, turned

_NUMBER = "(?:[两三四五十]|[2-5](?!\\d)|10)"
_TERM = "(?:的?(?:任期|届期|规划|计划|执政|施政)?(?:期间|期|时期)?)?"
_DURING = "(?:期间|间|以来|来|里头?|内|中|当中|下来|走来|走下来|时间|时光)*的?"
# Of a year or plan that is named just before, 这五年 says how long it is: nothing of its own.
_NAMED = regex(r"(?:\d{4}年[底末初]?(?:为止)?|\d{4}|[一二三四]?五[”\"]?(?:规划|计划|时期|期间)?)的?$")
_LAST = regex(
    f"(?:(?:刚刚?|已经?)?过去|走过|已往|以往|最近|(?<![将接])近|(?<![以之从提空])前|(?<![像如])这|(?<![以之])上一?个?|(?<=[在的])本)(?:了|的)?(?:这|那)?(?:一?个)?"
    f"(?P<n>{_NUMBER})(?:年|个年头)(?!前|级|制|期[国债存贷]){_TERM}{_DURING}"
)
_NEXT = regex(
    f"(?:今后|未来|往后|此后|接下来|接下去|以后|将来|下一?个?|新的?(?:一个)?|(?:再|又)过)的?(?:这)?(?:一?个)?"
    f"(?P<n>{_NUMBER})(?:年|个年头)(?!前|级|制){_TERM}(?:以?后|之后|{_DURING})的?"
)
# 五年任期里, 五年任期下来; 五年一晃就过去了; 五年以后
_TERM_ALONE = regex(
    f"(?<![\\d一二三四五六七八九十])(?P<n>{_NUMBER})年的?(?:任期|届期){_DURING}(?:届满|结束|过去了)?"
    f"|(?<!新一)(?<!下)(?:这一?|本|上一?)届政府(?:的)?(?:任期|任内)?[里内]?(?:这)?(?P<ours>{_NUMBER})年{_DURING}"
    "|(?:任期|任内|经过|历经|(?:往回|往前|回头|回过头|回首|回顾|回望)(?:看|数|推|算)?了?(?:过去|这)?的?)"
    f"(?P<back>{_NUMBER})(?:年|个年头)(?:的?(?:努力|奋斗|建设|发展|时间))?{_DURING}"
    f"|(?<=[一-鿿，,])(?<![后来个续十去近这前])(?P<rate>{_NUMBER})年(?=年均)(?!.*(?:目标|计划|力争|预期|[要将拟]))"
    f"|(?:^|(?<=[，,。：:]))(?P<gone>{_NUMBER})(?:年|个年头)(?!以?后|之后|前|内|规划|计划|目标|行动|攻坚|方案|工程|倍增|年均)"
    "(?:(?=平均[，,])|(?!平均)[^，,。？?\\d]{0,8}(?=[，,])|的?(?:成绩单|答卷|总账|历程|征程)[里中上]?)"
)
_AFTER = regex(f"(?:^|(?<=[，,。：:]))(?P<n>{_NUMBER})年(?:以后|之后|后)(?=[，,]|[^，,]{{4}})(?!.*年前)")


# 往后五年想变成什么样: words tell it, of whatever years
_AMOUNT = regex(
    "多少|百分之|几(?!个|条|座|种|大)|几个?(?:百分)?点|多[大高快]|增速|增幅|增长率|目标|什么(?:水平|数)|啥数"
)
_WRITTEN = {"2": "两", "3": "三", "4": "四", "5": "五", "10": "十"}


def _span(lead: str, text: str, pattern: re.Pattern[str]) -> str:
    def put(match: re.Match[str]) -> str:
        if _NAMED.search(text[: match.start()]):
            return match.group()
        number = next(filter(None, match.groups()))
        return f"{lead}{_WRITTEN.get(number, number)}年"

    return pattern.sub(put, text)


_PLAN = '[“"]?(?P<plan>(?:十[一二三四五]?|九|八|七|六)五)[”"]?'
_END_OF = "(?:规划|计划|时期)?(?:期间?)?的?"
_PLAN_END = regex(
    f"{_PLAN}{_END_OF}(?:收官(?:之年|那?一?年|时刻?|的?时候|之[时际])?|末年|末期|期末|最[后终]一?年|终期|目标年(?!均)"
    "|(?:圆满)?(?:结束|完成|收官|收尾|终了|期满)(?:的?时候|时|之时|那?一?年|之年))的?"
)
_PLAN_START = regex(
    f"{_PLAN}{_END_OF}(?:开局(?:之年|那?一?年)?|开局起步(?:之年)?|首年|头一?年|第一年|起步之年)的?"
)
# “十四五”发展蓝图: the plan
_PLAN_TIME = regex(
    '(?<=五)(?P<quote>[”"]?)(?:(?:规划|计划)的?(?:实施|执行|落实)?(?:期间|期内|阶段|时期|过程中)|全期|全时期'
    "|整个(?:时期|期间|阶段)(?:来?看)?)"
)
_PLAN_CALLED = regex('(?<=五)(?P<quote>[”"]?)的?(?:(?:发展|奋斗|总体|宏伟|远景|五年)*(?:规划|蓝图|纲要))+')
# 规划期末, 五年规划：期末 of the plan to come
_ITS_END = regex("(?:今后五年)?(?:五年)?(?:规划|计划)[：:，,的]*(?:期?末期?|期满|期末|期?结束时?)的?")


def _first_year(match: re.Match[str]) -> str:
    return f"{PLANS[match['plan']]}年"


_REPORT = "(?:政府)?(?:工作)?报告"
_SAYS = "(?:公布|发布|披露|通报|提交|报告|所?[报说讲提](?:出|到|的)|晒出|亮出|交出)"
_MEETING = "(?:两会|人代会|人大(?:会议|全会|大会|会)|人民代表大会)"
_OVER = (
    "最近的?一年|近一年|"
    "(?:(?:刚刚?|已经?)?过去|刚过)的?(?:[这那]?一|这个)(?:整)?(?:年度|年)(?:里|中|间|来|以来)?|"
    "上一?(?:个)?年度|上一?个年头"
)
_TIMES: Turns = (
    # 《政府工作报告》（2025年）
    (regex(r"《([^《》]{0,12}工作报告)》"), r"\1"),
    (regex(rf"({_REPORT})[（(](\d{{4}})年?度?[)）]"), r"\2年\1"),
    # 2026年开两会时公布的上一年…, 向人大报告的
    (
        regex(
            f"^(?!.*(?:谁|哪|何[时人]|几月|几[号届]|叫什么|作的|职务))(.*?)(?:(?:[召开在]+)?{_MEETING}(?:召?开)?(?:上面?|时|期间|的时候)?的?(?:政府)?所?{_SAYS}+的?(?:{_REPORT})?[里中上]?的?"
            f"|向(?:本?[省市县区])?(?:人大|人代会|人民代表大会|大会|代表们?)(?:会议?)?所?(?:作的?)?(?:{_REPORT}|{_SAYS})+的?)"
        ),
        r"\1报告里的",
    ),
    (regex("的?(?:本)?报告期[内里中]?的?"), ""),
    # 报告回顾的那一年, 2024年报告回顾上一年时
    (
        regex(
            rf"(?P<of>\d{{4}}年的?)?(?<!政府)(?<!工作)(?:该|这份|本)?{_REPORT}[里中]?所?(?:(?:回顾|总结|盘点|对应|反映|说|讲|指|述)的?)?"
            "(?:[这那上前]|的上)一?个?年度?(?:工作)?(?:时|的时候|的?部分)?"
        ),
        lambda m: f"{m['of']}报告里去年" if m["of"] else "去年",
    ),
    # 本届政府那五年（2003—2007年）: the years are said, and how many they are is nothing of its own
    (
        regex(
            r"(?:第?[一二三四五六七八九十]+届(?:全国|[省市县区])?(?:人大|人民代表大会|人代会|政府)(?:任期)?(?:内|期间)?的?)?"
            r"(?:过去|此前|[那这前])的?[三四五]年(?:间|里|来|期间|当中)?[（(](?P<first>\d{4})年?[-—~～–至到]+(?P<last>\d{4})年?[)）]"
        ),
        r"\g<first>-\g<last>年五年间",
    ),
    # 刚结束的2023年, 至2023年末
    (regex(r"(?:刚刚?|已经?)(?:结束|过去|过完|收官|走完)的(?=\d{4}年)"), ""),
    (regex(r"(?:^|(?<=[，,]))至(?=\d{4}年[底末])"), "到"),
    # 2024年之前的那一年
    (
        regex(
            r"(?<![比较])(\d{4})年(?:(?:之|以)?前的?(?:[那这]?一年|[那这]个?年[份度头])|的(?:[上前]一年度?))"
        ),
        lambda m: f"{int(m[1]) - 1}年",
    ),
    (regex("(?<=[比较])(?:上一?年度|过去(?:的)?一年)"), "上年"),
    (regex(f"(?<![比较])(?:{_OVER})的?"), "去年"),
    # 报告里“一年来”那段
    (regex('[“"]一年来[”"](?:[那这]?一?(?:段|部分|节|块))?[里中]?的?'), "去年"),
    (regex("(?<=[一-鿿》])一年来的"), "去年"),
    (regex("(?:新的?一年|新的?年度|新一年度?)(?:[里中]|当中)?"), "今年"),
    (regex(r"等?到了(?=\d{4}年)"), "到"),
    # 头一年有多少？2026年的报告里提过
    (regex("(?<![比较])头一年(?=.*报告)"), "去年"),
    # 把十四五这五年加在一块儿: of all of it
    (
        regex(
            f'把(?P<of>[^，,]{{0,6}}(?:{_NUMBER}年|五[”"]?(?:时期|期间)?))(?:间|里)?(?:都)?(?:加|合|算)(?:到|在)?(?:一起|一块儿?|一道|起来)[，,]?(?:算|看)?'
        ),
        r"\g<of>",
    ),
    # 年底一盘点，…; 年末甲市…: of the year that the report reviews
    (
        regex(
            "(?:^|(?<=[，,。]))(?:到了?|截至|截止)?(?:年[底末终]|岁末)(?:[一来]?(?:盘点|算账|结账|统计|收官|总结|看|算|清点)[^，,\\d]{0,3}[，,]"
            "|(?!.*(?:目标|计划|力争|要|打算|预期))[，,]?(?!常住|总?人口|存栏|在册|实有|[存贷各余]))"
        ),
        "",
    ),
)


# 今年（2025）的目标比去年实际多多少: 去年 is the year before the one in brackets
_IN_BRACKETS = regex(
    r"(?P<said>今年|本年度?|去年|上一?年|前年|明年)(?P<of>[^（()）]*?)[（(](?:即|也?就是|指)?(?P<year>(?:19|20)\d\d)年?[)）]"
)
_BESIDE = regex("(?<![比较])(?:今年|去年|前年|明年)|(?<=[比较])(?:今年|去年|前年)(?=的?(?:实际|实绩|完成))")
_OFF = {"前年": -2, "去年": -1, "上年": -1, "上一年": -1, "明年": 1}


def _of_year(asked: str) -> str:
    """``asked`` with the years in figures that count from the one given in brackets."""
    found = _IN_BRACKETS.search(asked)
    if found is None or _BRACKETED.search(asked, found.end()):
        return asked
    now = int(found["year"]) - _OFF.get(found["said"], 0)
    head, tail = asked[: found.start()], asked[found.end() :]
    rest = f"{head}{found['year']}年{found['of']}{tail}"
    return _BESIDE.sub(lambda m: f"{now + _OFF.get(m.group(), 0)}年", rest)


_BRACKETED = regex(r"[（(][^（()）]*\d{4}年?[)）]")


def times_said(asked: str) -> str:
    """``asked`` with its periods and its years of review put as they are read."""
    asked = turned(_of_year(asked), _TIMES)
    if _AMOUNT.search(asked):
        asked = _span("今后", _span("今后", asked, _NEXT), _AFTER)
    asked = _span("过去", _span("过去", asked, _LAST), _TERM_ALONE)
    asked = _PLAN_START.sub(_first_year, _PLAN_END.sub(r"“\g<plan>”末", asked))
    asked = _PLAN_TIME.sub(r"\g<quote>时期", asked)
    asked = _PLAN_CALLED.sub(r"\g<quote>规划", asked)
    return asked if re.search("十[一二三四五]?五", asked) else _ITS_END.sub("今后五年", asked)
