"""How a follow-up turns from the question before it, put plainly.

换成2023年，投了多少 and 那2020年呢，有多少人 turn to another time or place, 再往前一年 steps through
the years, 这件事 and 这笔收入 point back.
"""

from __future__ import annotations

import re

from reports.indicators import find_names
from reports.patterns import regex
from reports.text import fold

from ..asking import QUANTITY
from ..kinds import FIGURE, measure_asked, nature_asked
from ..of_reports import META
from ..places import PlaceIndex
from ..times import years_in
from .turns import Turns, turned

# 要是换成2023年，再看看山城区: another time, place or subject for the one before.
_IF = (
    "(?:如果|要是|假[如使设]|若是?|[把那么再就也都请]|[咱我]们?|"
    "(?:时间|年份|地[方区点]|指标|范围)(?=[换改]))*"
)
_TURNS = (
    regex(
        f"^{_IF}(?:换[成作到为做]|改[成作到为](?!的)|改[问看查](?=[^，,]{{2}}))(?:了|一下)?(?=[^，,了过多几什哪])"
    ),
    regex(
        r"^(?:再|又|那么?)*(?:看看?|说说?|回过?头来?看看?|回顾|回到|轮到|放[到在]|至于|说到|讲到)(?=\d{4}年)"
    ),
    regex("^换个?(?:指标|地[方区]|年份|话题|问法|问题)[，,：: ]+"),
    regex(
        "^(?:那么?)?(?:再|又|接着|继续|顺便|顺带|另外|同样)+(?:问|说|看|查|讲)(?![明服责询见法病守管好成])"
        "(?:一?下子?|说|看|问|查)?[，,：: ]*(?=[^，,]{2})"
    ),
    regex("^(?:那么?)?(?:隔壁|旁边|邻近|相邻)的?(?=[一-鿿]{2})"),
    regex(r"^(?:那么|如果|要是|假如)(?:[是在到])?(?=\d{4}年|[^，,]{2,9}呢?[？?]?$)"),
    regex(
        "^(?:那么?)?(?:相比之下|相[较比]而言|相比|[跟和与同]?[它之此]?(?:比起来|比较起来|对比之下|相比(?:的话)?|比的话)"
        "|对比来?看|对照之下)[，,：: ]+"
    ),
    # 我问错地方了，应该是乙市; 光有总量不够，增速也要
    regex(
        "^(?:不对|不好意思|抱歉|对不起|啊|哦|噢|呃|[，,！!。])*(?:[^，,。]{0,5}(?:[问说打写弄搞记看输]错|错了|口误|笔误|不对)[^，,。]{0,5}[，,。]+|不对[，,。]+)"
        "(?:应该?当?|其实|实际上|本来|我?(?:想要?|要)?(?:问|说|查|看|指|是说|是问)?的?)*(?:说|问|是|为|指)*(?=[^，,]{2})"
    ),
    regex(
        "^(?:我|咱)们?(?:其实|本来|实际上?)?(?:是)?(?:想|要)*(?:问|说|查|看|指)的?(?:其实)?是?(?=[^，,多几什哪]{2,12}[？?。]?$)"
    ),
    regex(
        "^(?:光|只|仅|单)(?:有|是|看|知道|给)*[^，,]{1,8}?(?:还)?(?:不够|不行|不成|不全|没意思|没用|没意义|看不出什么)[，,]+"
    ),
)
# 乙指标亦请一并说明, 再补一个，乙指标的, 也请给出计划值: asked for, too
_WISH = (
    "请|麻烦|劳驾|烦请|补(?![贴助偿])充?|查(?![处办扣获])|告诉|告知|提供|给(?![排水])出?|"
    "想(?:要|看|问|查|知道|了解|再)|[再还也]要(?!素)|另|列(?!车)出?|报(?![告名])"
)
_WISHED = (
    f"(?:{_WISH}|[再也还又并把将帮我你您]|帮忙|另外|同时|顺[便带]|一并|要(?!素)|需要|想|知道|了解|说说?|说明|加(?![工快油])|"
    "来(?![访华])|问|看(?![护病])看?|介绍|讲讲?|一下|下(?=[，,])|一?个|能(?![源耗力])|可[以否]|能否)"
)
_TOO_FRONT = regex(
    f"^(?:(?:好的?|嗯|行|那|谢谢)[，,。！! ]+)?{_WISHED}*(?:{_WISH}){_WISHED}*[，,：: ]*(?=.{{2}})"
)
_TOO_BEHIND = regex(
    "(?<=[一-鿿])[，,]?(?:也|亦|都|一并|一同|一起|同样|同时|顺便)"
    f"(?:[亦都行成吧吗么呢啊，,。！!？? ]|一[同起]|谢谢|{_WISHED})*$"
)
_REQUEST = 16
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
    (regex("(?:到底|究竟)?(?:有|是|为|达到?了?)?多大的?(?:规模|数量|体量)(?=呢?[？?]?$)"), "是多少"),
    (regex("先前一年"), "前一年"),
    (regex(r"^(?:那么?)?(?:对于?|关于)(?=\d{4}年|[今明去]年)"), ""),
    (
        regex(
            "^(?:那么?)?(?:以|就|拿|对于?|从)(?P<of>[^，,多几什哪]{2,10}?)(?:而?论|而言|来(?:说|讲|看))[，,]?(?=又?(?:[是有为呢]|多少|达))"
        ),
        r"那\g<of>",
    ),
    (
        regex(
            "^(那?么?(?:它的?)?(?:同比)?增长)的?(?:情况|势头|状况|形势|程度)(?:呢|如何|怎样|怎么样)?(?=[？?]?$)"
        ),
        r"\1多少",
    ),
    # 试以乙市再答之, 换乙市再说一遍
    (
        regex(
            "^试?(?:以|用|按|就|换|拿)(?P<of>[^，,多几什哪]{2,14}?)(?:再|重新|重)(?:答|回答|说|算|查|来|讲|问)(?:之|一?[遍次下回])?(?=[？?。]?$)"
        ),
        r"那\g<of>呢",
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


# 谢谢，除此之外，同样的问题: said before one goes on
_GOING_ON = regex(
    "^(?:(?:非常|十分)?(?:谢谢|多谢|感谢)(?:[你您]了?|啦|了)?|好的?|嗯|哦|行|明白了?|知道了|了解了?|收到|清楚了|那么?|另外|此外|"
    "除此(?:之外|以外)?|除了这个|还有|同样(?:的问题|的?指标|地?)|同理|一样的问题|还是(?:这个|那个|同样的)问题|换一?个|"
    "[再下]一?个?(?:指标|问题|地方|数)?(?:是)?|接下来(?:问|看|说)?|最后|对了|顺便|顺带)(?:[，,。.！!：:、]|\\s)+(?=.{2})"
)
# 该指标的同比增速, 同年的这一指标, 乙市相应的数值: pointed at what was asked
_POINTED = (
    "(?:[这那该]|上述|前述|前面|上面|刚才|同一|相同|同样|对应|相应)的?[这那]?(?:一?[个项组笔]|一)?"
    "(?:指标|数据(?!中心|要素|产业|局)|数字(?!经济|化|乡村|政府)|数值|数目|数额|数(?![据字值目额量])|值(?!班|守)|口径)[的上里]?"
)
_SAME_ONE = regex(
    f"(?:{_POINTED}|(?:与[之此它])?相?(?:对应|(?<!相)相应)的?(?!措施)|该(?:年|地|市|省|县|区)(?:度|份)?(?:同[年期])?的?"
    "|(?<!年)同(?:一?年度?|一?时期?|期)的?(?!比)|同(?:一|样)(?:份|个)?(?:报告|地方|口径|年份)[里中上]?的?"
    "|^当年的?(?!计划|目标|完成|新增|投资)|^[那这]里的?|^那个地方的?|^他们的?|^其(?![中他余实次])的?|^[这那它]就?(?:算|等于|相当于)是?(?=[增涨降提下上]))"
)


# 甲比乙多多少, and then 是乙的几倍
_TIMES_THE_OTHER = regex(
    "(?:那么?|又|还)*(?:是|相当于)(?P<other>[^，,。？?多几比]{1,10}?)的?(?P<times>(?:几|多少)倍)(?:呢)?[？?]?"
)
_ONE_THAN_OTHER = regex(
    "(?P<one>[^，,？?多几比]{3,}?)(?:要)?比(?P<other>[^，,？?多几]{2,}?)(?:要|会)?[多少高低大小][了出]*(?:多少|几)"
)


def turned_plainly(question: str, before: str, places: PlaceIndex) -> str:
    """The follow-up ``question`` with its turn from the question ``before`` it put plainly."""
    asked = _GOING_ON.sub("", question)
    times, of = _TIMES_THE_OTHER.fullmatch(asked), _ONE_THAN_OTHER.match(before)
    if times and of and times["other"] in of["other"]:
        return f"{of['one']}是{of['other']}的{times['times']}？"  # of the two just compared
    for turn in _TURNS:
        asked = turn.sub("那", asked, count=1)
    asked = _asked_too(turned(asked, _STEPS))
    if asked.startswith("那") and places.find(fold(asked)).unknown and places.find(fold(asked[1:])).places:
        asked = asked[1:]  # 那曲阳呢: of 曲阳
    if _SAME_ONE.search(asked) and (left := _SAME_ONE.sub("", asked).strip("的？?。 ")):
        asked = left
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
    return _each_too(asked.lstrip("，, "), before)


# 那甲指标和乙指标呢
_BOTH_TOO = regex(
    r"(?:那么?|还有|同[期年]的?)?(?P<items>(?![^，,]*(?:其中|\d{4}年|今年|明年))[^，,。？?多几哪谁什怎何]{4,40}?)(?:又|各|分别|都)*(?:呢|如何)[？?]?$"
)
_JOINED = regex("、|以及|和(?![谐美])|与|及(?!时|其|格)|跟(?!踪|进)")


def _each_too(asked: str, before: str) -> str:
    """那甲指标和乙指标呢, after how much something grew: how much each of the two did."""
    too = _BOTH_TOO.fullmatch(asked)
    items = [item.strip() for item in _JOINED.split(too["items"])] if too else []
    measured = all(QUANTITY.search(item) or find_names(item) for item in items)
    if len(items) < 2 or not measured or not FIGURE.search(before):
        return asked
    aim = "目标" if nature_asked(before) == "目标" else ""
    much = "增长多少" if measure_asked(before) == "增速" else "是多少"
    return "，".join(f"{item}{aim}{much}" for item in items)


def _asked_too(asked: str) -> str:
    """那产量呢 for 产量亦请一并说明, 再补一个，产量的数值: a follow-up that only wishes for one more."""
    bare = _HOW_MUCH.sub("", asked)
    thing = _TOO_BEHIND.sub("", bare)
    if _ASKS.search(thing):
        return _TOO_BEHIND.sub("", asked) if _MUCH_FIRST.search(thing) else asked
    front = _TOO_FRONT.match(thing)
    if not front and thing == bare:
        return asked
    thing = _VALUE.sub("", thing[front.end() if front else 0 :].strip("，,。. "))
    return f"{thing.replace('，', '')}呢" if 1 < len(thing) <= _REQUEST else asked


_ASKS = regex("[多几哪谁呢吗]|什么|怎|如何|为何|是否|有没有")
_MUCH_FIRST = regex("(?:多少|百分之几|几个(?:百分)?点)$")
_HOW_MUCH = regex("是?多少[？?]?$")
_VALUE = regex("的?(?:具体)?(?:数值|数字|数据|数)$|的$")


def _points_at(what: str, before: str) -> bool:
    """Whether the question ``before`` may have asked about ``what``: 这笔收入 only after 旅游收入."""
    return _ANYTHING.match(what) is not None or what.removeprefix("比") in before


def _time_or_place(head: str, places: PlaceIndex) -> bool:
    """Whether ``head`` names nothing but a year or a place: 那2020年, 山城区."""
    found = places.find(fold(head))
    *_, rest = years_in(found.rest)
    return not re.sub("[那么的 ]", "", rest)
