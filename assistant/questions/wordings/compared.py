"""Two figures set against each other in uncommon words, put as most people put them.

对照2017年的数，多了多少 is 与2017年的数相比; 第三产业在生产总值里占比多大 is 占生产总值的比重.
"""

from __future__ import annotations

import re

from reports.indicators import find_names
from reports.patterns import regex
from reports.text import fold

from ..gaps import MOVED_BY
from ..places import PlaceIndex
from .higher import higher_or_lower
from .turns import Turns, turned

_QUANTITY = "增[速幅]|[额量值率数]|收入|支出|投资|产量|就业|面积"
# 对照2017年的数，多了多少
_AGAINST = regex(
    r"(?:^|[，,]?)(?:对照|对比|比照|比对|相较于?|相比于?|较之)(?P<base>\d{4}年[^，,多几]{0,16}?)"
    r"(?=[，,]|是(?:[调提增升涨降减]|高|低|多|少))[，,]?"
)
_WITH_THAT = regex(r"(?<=[跟与和同])(?P<base>[^，,]{2,20}?)(?:对照|比照|比对)(?=[，,]|是)")
_UP, _DOWN = "(?:上?[调升涨增](?:高|加)?|提高)", "(?:下?[调降跌减](?:低|少)?|压低)"
_EITHER_WAY = regex(
    rf"(?P<base>[跟与和同比]\d{{4}}年[^，,]{{0,10}}?(?:相比|对比|比)[，,]?)是?"
    rf"(?:{_UP}了?还是{_DOWN}了?|{_DOWN}了?还是{_UP}了?)(?=[？?]?$|[，,；;？?])"
)
_UPWARD: Turns = (
    (regex("提升(?=了?(?:多少|几)个?百分点)"), "提高"),
    (regex("(?:往|向)上(?:提|加|调|抬|升|涨|走)高?了?(?=多少|几)"), "高了"),
    (regex("(?:往|向)下(?:压|减|调|降|掉|走)低?了?(?=多少|几)"), "低了"),
)
# 零售总额2017年到2023年一共增加了多少: how far the two are apart
_IN_ALL = regex(rf"(?:一共|总共|总计|共)(?={MOVED_BY})")
_FROM_TO = regex(r"\d{4}年?[-—~至到]\d{4}年")
_SHORT_YEAR = regex(r"(?<![\d.])(?=[012]\d年?[至到]20\d\d年)")  # 17到2023年
# 第三产业在生产总值里占比多大
_SHARE = regex(
    r"(?P<part>[^，,在？?]{2,}?)在(?P<whole>[^，,在？?]{2,16}?)(?:里面?|里头|当中|之?中)的?"
    r"(?:所?占(?:了|有|到|据)?的?(?:比重|比例|份额|比)?|比重|比例|份额)(?:是|为|有|达到?|约)*(?:多少|多大|几成|百分之(?:几|多少))(?:一块|比例|比重|份额)?(?=[？?]?$)"
)
# 要完成2025年的目标，从业人员还得再增加几万人
_SHORT_OF = (
    regex(
        r"^(?:要想?|想要?|为了?|如果?要?)?(?:完成|实现|达到|兑现|达成)(?P<aim>\d{4}年[^，,]{0,6}?(?:目标|任务|计划)[值数]?)[，,]"
        r"(?P<one>[^，,]{3,}?)(?:还|仍|尚)(?:需要?|要|得|必须|须|差|缺|少)*(?:再|继续)?(?:增加|新增|增|加|添|补)?(?=多少|几)"
    ),
    regex(
        r"^(?P<one>[^，,]{3,}?)(?:要想?|想要?|为了?)(?:完成|实现|达到|兑现|达成)(?P<aim>\d{4}年[^，,]{0,6}?(?:目标|任务|计划)[值数]?)[，,]"
        r"(?:还|仍|尚)(?:需要?|要|得|必须|须|差|缺|少)*(?:再|继续)?(?:增加|新增|增|加|添|补)?(?=多少|几)"
    ),
    regex(
        r"^(?:距离?|离)(?P<aim>\d{4}年[^，,]{0,6}?(?:目标|任务|计划)[值数]?)[，,](?P<one>[^，,]{3,}?)(?:还|仍|尚)(?:差|缺|少)(?=多少|几)"
    ),
)
# 要完成2025年的粮食目标，新疆得在2024年总产的基础上再多打多少亿斤
_ON_TOP = regex(
    r"^(?:要想?|想要?|为了?|如果?要?)?(?:完成|实现|达到|兑现|达成)(?P<aim>(?:\d{4}年|今年|明年)[^，,多几]{0,14}?)(?:目标|任务|计划)[值数]?[，,]"
    r"(?P<place>[^，,]{0,12}?)(?:还|仍|尚)?(?:需要?|要|得|必须|须)?(?:在|比)(?P<base>\d{4}年[^，,多几]{0,12}?)(?:的?基础上)?[，,]?"
    r"(?:至少|最少|起码|最低|再|还|又|继续|要|得|需要?)*(?:多|增加|提高|增|添)[一-鿿]{0,2}?(?=多少|几(?!乎))"
)
# 建议跟提案，加起来总共几件
_BOTH_IN_ALL = regex(
    r"^(?P<one>[^，,多几哪]*[一-鿿]{2})(?P<and>[和与]|跟(?![踪进随班着]))(?P<other>[^，,、多几哪比]{2,}?)[，,]?"
    r"(?=(?:[加合凑](?:在|到|成)?(?:一(?:块儿?|起)|起来)|相加|一共|总共|合计|共计)[^，,]{0,6}(?:多少|几))"
)
# 两个园区的收入，甲园区跟乙园区之间相差多少
_BETWEEN = regex(
    r"^(?P<head>[^，,]*?)[两二]个[一-鿿]{1,5}的(?P<what>[^，,]{2,16})[，,](?P<one>[^，,]{2,16}?)(?:和|与|跟|同)(?P<other>[^，,]{2,16}?)"
    r"(?:之间)?的?(?=(?:相差|差距|差了?)(?:有|是|了)?(?:多少|几))"
)
# 园区2014年的收入，甲园区比乙园区少多少
_THAN = regex(
    rf"^(?P<when>[^，,]*?\d{{4}}年的?)(?P<what>[^，,多几哪]*?(?:{_QUANTITY}))[，,](?P<one>[一-鿿]{{1,10}}(?P<kind>[一-鿿]{{2}}))比(?P<other>[一-鿿]{{1,10}}(?P=kind))(?={MOVED_BY})"
)
# 实事的资金，2026年安排的数比2025年投入的少几亿
_OF_WHICH = regex(
    r"^(?P<of>[^，,\d多几哪]{2,20}(?:资金|经费|[钱款]|补[助贴]))[，,](?P<one>[^，,]{0,12}\d{4}年[^，,的\d]{2,8}的)(?:数|钱|数字|数额)?"
    r"(?=[比较跟和与同][^，,]*\d{4}年[^，,\d]{2,8}的)"
)
# 拿2015年跟五年前比，专利授权量翻成了几倍
_BEFORE = r"(?:\d{4}年|[两二三四五六七八九十]年前|上一?年|[“\"]?十[一二三四]?五[”\"]?(?:时期)?)(?:[末底初])?"
_FOLD = regex(
    rf"^(?P<head>(?:[^，,多几比跟与和同]*[，,])?[^，,多几比跟与和同]*?)(?:拿|把|将|用)?(?P<now>\d{{4}}年)?[跟与和同](?P<then>{_BEFORE})"
    r"(?:相比较?|比起来|对比|比较?|相较)[，,](?P<of>[^，,多几]{2,}?)(?:翻|增[长加]?|扩大|涨|提高|上?升|发展)?(?:成|到|为|至|是)了?"
    r"(?:原来|当时|那时|当年|原先)?的?(?=(?:几|多少)倍)"
)
# 用2006年的数减去增加的数，倒推一下
_RECKONED = regex(
    r"(?:用|拿|按|以|从|根据)(?P<year>\d{4}年)[^，,]{1,10}?(?:减去?|减掉|扣掉|扣除|扣去|刨去)(?:增加|增长|增|新增|多出来?)[^，,]{0,6}[，,]"
    r"(?:(?:倒推|反推|倒算|推算|算算|算|推)(?:一下|出来|出)?|应该|应当)[，,]?"
)
# 与2007年相比，甲总量、乙率分别降了多少: each than in that year
_EACH_THAN = regex(
    r"^(?:和|与|同|跟|较|比起)(?P<base>\d{4}年[底末初]?)(?:相比|比较|相较|比起来|比)?[，,](?P<items>[^，,多几]*[一-鿿](?:、|和|与|及)[^，,多几]*?)[，,]?"
    r"(?P<each>分别|各自?|都)(?P<how>[增减提上下升降涨][一-鿿]{0,2}?了?)(?=多少|几|百分)"
)
_LEVEL = regex(
    "(?:各自?|分别|都|又)?(?:是|处于|处在|在)(?:个|一个)?(?:什么样?的?|啥)(?:水平|水准)(?=[？?]?$)"
)
_MEASURED = regex(_QUANTITY)
# 甲市、乙市哪个排第一
_FIRST = regex(
    "(?P<who>谁|哪一?(?:个|家)?(?:市|县|区|省|地方|地区)?)(?:排(?:在|名|到)?|位?居|名列|位列)?(?P<at>第一|首位?|榜首|头名|最?前面|头一?位|垫底|末位|倒数第一|最后)(?=[？?，,]|$)"
)


def _joined(both: re.Match[str]) -> str:
    return both["one"] + both["and"].replace("跟", "和") + both["other"]


def compared(asked: str) -> str:
    """``asked`` with its comparison, its share or its sum in the words that most people use."""
    asked = _WITH_THAT.sub(r"\g<base>相比", _SHORT_YEAR.sub("20", higher_or_lower(asked)))
    asked = _AGAINST.sub(lambda m: f"{'，' if m.start() else ''}与{m['base']}相比，", asked)
    asked = _EITHER_WAY.sub(r"\g<base>高了还是低了", asked)
    asked = _EACH_THAN.sub(r"\g<items>分别比\g<base>\g<how>", turned(asked, _UPWARD))
    if _FROM_TO.search(asked) and "新增" not in asked and find_names(fold(asked)):
        asked = _IN_ALL.sub("", asked)
    for short in _SHORT_OF:
        asked = short.sub(r"\g<one>离\g<aim>还差", asked)
    asked = _ON_TOP.sub(r"\g<place>\g<aim>目标比\g<base>多", asked)
    asked = _SHARE.sub(r"\g<part>占\g<whole>的比重是多少", asked)
    asked = _FOLD.sub(lambda m: f"{m['head']}{m['now'] or ''}{m['of']}是{m['then']}的", asked)
    asked = _BETWEEN.sub(r"\g<head>\g<one>和\g<other>的\g<what>", _BOTH_IN_ALL.sub(_joined, asked))
    asked = _OF_WHICH.sub(
        r"\g<one>\g<of>", _THAN.sub(r"\g<when>\g<one>的\g<what>比\g<other>的\g<what>", asked)
    )
    asked = _RECKONED.sub(r"按\g<year>的数据倒推，", asked)
    return _LEVEL.sub("各是多少", asked) if _MEASURED.search(asked) else asked


def most_of(asked: str, places: PlaceIndex) -> str:
    """甲市、乙市哪个排第一 asks which has the most; of one place it asks for its rank."""
    first = _FIRST.search(asked)
    if first is None or len(places.find(fold(asked)).places) < 2:
        return asked
    fast = re.search("增[速幅长]", asked)
    last = first["at"] in ("垫底", "末位", "倒数第一", "最后")
    order = ("慢" if last else "快") if fast else ("少" if last else "多")
    return f"{asked[: first.start()]}{first['who']}最{order}{asked[first.end() :]}"
