"""What kind of answer a question wants: task, nature, measure and unit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.indicators import find_names
from reports.numerals import normalise
from reports.patterns import regex
from reports.units import UNITS, any_of

from .of_reports import ASPECTS_COUNTED, COPIES_ASKED, META, NUMBER_ASKED, REPORTED, of_the_report
from .rivals import asks_which_leads

_TARGET = regex(
    r"任务(?!多少[次起件])(?=$|[？?多是呢]|分别|各|有多|定)|不能?超过|控制在|(?<!我)想(?!知|问|了解|查|请|看)|(?<!实现)目标|(?<!占)(?<!年度)(?<!全年)(?<!改善)(?<!行动)(?<!培训)(?<!提升)(?<!培养)(?<!资助)(?<!福利)(?<!倍增)计划(?!的?(?:百分之|多少|几成))|(?<!完成)(?<!全年)(?<!年度)(?<![占为超])计划多少(?=[万亿]*(?:[人户个家件座条处亩吨元]|公里|公顷|平方))|预期(?!寿命)|力争|(?<!向上)争取(?!到|了|上级|资金)|打算|准备(?!金)|拟(?!人)|(?<![认评命鉴稳固特规法一肯])定(?:了|为|在|的)|指标是|要求(?:达到|[降提升增减压控][^，,。]{0,2}[到至在](?=(?:每[人户亩年月天])*(?:多少|几|百分))|[^，,。]{0,12}(?:节约|降低|减少|增加|增长|压减|完成|做到|提高)(?=[^，,。]{0,4}(?:多少|几|百分))|(?<=年[一-鿿]{2}要求)[^，,。]{2,20}达到(?:多少|几|百分))|(?<=年)要求(?!的)[^，,。]{2,20}达到(?:多少|几|百分)|确保|将(?!军|近)|(?<![又曾])再(?:提高|上调|增加|新增|新建|降低|压减)(?!了)|"
    r"(?<![需主重必只想若然快纪摘])要(?![求素闻点么紧案件]|(?:多少|几)个?(?:小时|分钟|工作日|天|钟头))|会(?:有|达|新|建|是|增)|想要?达|安排(?!了[^，,。]{0,8}(?:就业|上岗))|预算(?![收支内外])|[作做有]了?(?:过|出)?(?:什么|哪些|怎样的|啥)(?:具体|重点|工作|新)*的?部署|部署了?(?:什么|哪些|啥)|规划|提出|谋划(?!了)"
)
_RESULT = regex(
    r"的时候[，,]?[^，,。？?]{0,12}了(?=多少|几)|[喝用吃住坐过通]上了|[住搬]进了|完成(?:了|情况)|实现了|实际(?!利用|使用|到位|外资|支出(?:的|金额))|[达到]了(?=多少|几)|达到了|结果|已经|已(?!知)|做到了|(?:增|建|办|落|引|培|投|签|发|获|拿|争)[一-鿿]{0,3}了|实绩|(?:现在|目前|如今|眼下)(?=[^，,。？?]{0,8}(?:能|有|达|共|多少|几|要[^，,。？?]{0,6}(?:多久|多长|多少|几)))"
)
_BOTH = regex(
    r"(?:控制|压|稳|守)住?在?[^，。？]{0,4}(?:目标|预期)[^，。？]{0,4}(?:以内|之内|内)了?(?:吗|没)|(?:完成|达到|达成|实现)(?:了)?[^，。？]{0,6}(?:预期|任务|计划|预算|目标)(?:了)?(?:没有|没|吗|了吗)|定的[^，。？]{0,8}\d[^，。？]{0,8}(?:达到|达成|完成|实现|做到)了?(?:没|吗)|任务[^，。？]{0,4}完成(?:了)?(?:没|吗)|(?:有没有|是否|是不是)(?:超过|超出|高于|低于)[^，。？]{0,6}(?:目标|预期|任务|计划)|比(?:年初)?(?:定的|的)?(?:预期)?(?:目标|计划)(?:高|低|多|少|快|慢)|(?:完成|达成|实现|达到|兑现)[^，。？]{0,6}(?:目标|计划)(?:了?(?:吗|没|没有)|情况)|目标[^，。？]{0,14}(?:完成|实现|达成|达到|兑现)(?:了)?(?:吗|没|情况|得)|(?:是否|有没有|有无)[^，。？]{0,8}(?:完成|实现|达到|达成)|目标[^。？?]{0,16}(?:最后|最终|实际|结果)(?:完成|实现|是|达|有|多|几)|目标(?:和|与|跟|、)(?:实际|结果|完成|实绩)|(?:实际|结果|实绩)(?:和|与|跟|、|比)[^，。？]{0,6}目标"
)
_GROWTH = regex(
    r"^(?!.*(?:多少|几)).*(?:涨|增|长|增长|降|下降)得(?:更|最|比较)?(?:快|慢|多|猛)|比(?:上年|去年|前一年|上一年)(?:多|少|增|减|高|低)(?:了|出)?(?:多少|几|百分之)|(?:涨|增|降)没(?:涨|增|降)|涨了?还是[跌降]|涨跌|(?:涨|跌|降|增长|下降)幅度?多(?:大|少)|幅度多大|增速|增长率|增幅|涨幅|降幅|增长(?:了|的)?(?:多少|几|百分|幅|速|率|快)|同比|(?:上升|下降|提高|增加|减少|涨|(?<!起)降)了?(?:多少|几|百分)|增长呢?[？?]?$|年均增长|年均增速|长了多少|增长目标"
)
_SHARE = regex(r"占比|比重|占(?!地|用|道)[^，。？]{0,16}(?:多少|几|比)|比例")
_RANK = regex(r"第几|排名|排第|位次|名次|(?<!安)排多少")
# Measure words that after 多少 are what is counted (多少项目, 多少村), not the unit of the figure.
_NOUNS = frozenset("省市县区国村镇口方社站校路道环声艺队组团桩井孔国") | {
    "项目",
    "大类",
    "道",
    "车位",
    "床位",
    "泊位",
}
AREA = "面积"
"""Stands for any unit of area: 多大面积 does not say which."""
DURATION = "时间"
"""Stands for any unit of time: 多长时间 does not say which."""
_AREA_ASKED = regex(
    "(?:多大|多少)的?面积|面积(?:一共|总共|共|是|有|为|达|达到)*了?(?:多大|多少(?=$|[？?，,]))"
)
_DURATION_ASKED = regex(
    "多长的?(?:时间|工期|周期)|(?:用时|耗时|时间|时限|时长|期限|年限|工期|周期|寿命)(?!表)[^，,。？?多几]{0,10}(?:多长|多久)"
)
UNIT = regex(
    r"(?<![哪这那前近头后])(?:多少|几)(?:多)?((?:万亿|亿|百万|万)?(?:"
    + any_of({*UNITS, "钱", "口人"} - _NOUNS)
    + r"))(?!目|门|积|(?<=人)[才员口]|(?<=家)[电具政禽畜长庭]|(?<=台)[资商胞湾]|(?<=批)[而准复建发]|"
    r"(?<=天)[然津]|(?<=本)[专地土级科省市县区届]|(?<=户)[籍外]|(?<=名)[师牌校医优特]|(?<=个)(?:体|人(?![才大民]))|(?<=年)轻|"
    r"(?<=头)部|(?<=套)餐|(?<=度)假|(?<=人)(?:工(?!作)|民币)|(?<=本)科|(?<=场)[馆地所]|(?<=所)得|(?<=支)[持付]|(?<=分)店|"
    r"以上的?[一-鿿]{2})"
    r"(?:(?<!年)|(?!产值|产量|产能|营|销|收入|发电|吞吐|处理|加工|均))"
)
_UNIT_WORDS = {"钱": "元", "口人": "人"}
MONEY = regex(
    r"(?:投|花|(?<![多少])收|筹|省|营收|营业收入)(?:了|入|下来?)?多少(?=$|[，,？?、])|多少(?=税(?:$|[，,？?。、]))|多少(?:财政|专项|上级|中央|省级)?(?=投资|资金|救助款|补偿金|补助款|奖金|罚款|贷款|(?:专项|一般|政府|地方|特别)?[国债]券?债?(?=$|[，,。？?、])|工资|工钱|薪水|薪酬|欠薪|产值|税收|利润|利税|营收|补贴|经费|费用|电费|水费|租金|债券|销售额|营业额|(?!名)[一-鿿]{1,3}额(?=$|[，,。？?、呢]))|多少(?![万亿千百]|个|家|项|户|人|名|位|件|条|座|所|处|次|台|辆|亩|吨|公|村|镇|企|项|类|种|年|倍|比|份|张|块|平|米|立|棵|头|只|床|套|间|栋|幢|片|批|支|笔|斤|度|天|小|岁|期|场|届|场|对|班|列|架|艘)[一-鿿]{1,4}(?:收入|税收|利润|利税|成交额|交易额|贷款|投资|资金|补助|补贴|经费)(?=$|[，,。？?呢吗])|(?:总|投资)盘子(?:有|是)?多[大少]|(?:投资|资金|贷款|工资|薪酬|欠薪|产值|营业额|销售额|交易额|金额|总额)(?:一共|总共|共计|合计|累计|共|是|有|为|达|达到|额)*多少(?=$|[？?，,。；;])"
)
PERCENT = regex(
    r"(?:年度|全年|年初)(?:投资|目标)?(?:计划|任务)的多少(?=$|[，,？?])|[百千]分之(?:几|多少)|百分比|百分率|多少[%％]|几个点|多少个点|几成"
)
# 粮食总产比夏粮总产多多少, 城镇居民收入是农民纯收入的几倍: two quantities of one place and year.
TWO_QUANTITIES = regex(
    r"(?P<one>[^，,比]{4,60}?)(?:比(?P<other>[^，,]{4,60}?)(?:多|少|高|低)(?:了|出)?多少|是(?P<part>[^，,]{4,60}?)的(?P<times>几|多少)倍)"
)
_COMPARE = regex(
    r"谁(?:更|比较)?(?:高|多|大|低|少|快|强)|哪(?:个|里|边|年|一年)[^，。？]{0,10}(?:更|最)?(?:高|多|大|低|少|快|强)(?:些|一点)?|对比|比较一?下?|相比|比一比|pk|vs|"
    r"[高多快大]了?(?:些|一些|一点)?还是(?:更)?[低少慢小]|[低少慢小]了?还是(?:更)?[高多快大]|(?:涨|升|增)了?还是(?:跌|降|减)"
)
_DIFFERENCE = regex(
    r"(?<![多减])(?:多|少)[打收建修招办种产卖挖投培引]了?(?:多少|几)|(?:多|少|高|低|差|增加|减少|提高|下降)了?(?:出|出来)?(?:多少|几)|(?:大|小|宽|快|慢|加|添|涨|升|降|扩大|缩小)了(?:多少|几)|相差|差距|差多少|之差|差值|差额|差了|倍"
)
# 每年的补助: so much a year
_SO_MUCH = "(?:[一-鿿]{2})?(?:补[助贴]|津贴|低保|工资|标准|生活费|学费|保费|养老金|租金)"
_EVERY_YEAR = (
    rf"历年|逐年|各年|(?<![人户天])每年(?:的(?!哪|几月|什么时|{_SO_MUCH})|都|各|分别)|"
    "这几年|这些年|近几年|趋势|走势"
)
_TREND = regex(rf"变化|{_EVERY_YEAR}|怎么变|一路")
# 近几年做了哪些工作 asks for no row of figures.
_OPENLY = regex("哪些|如何|怎么(?!样|变)|什么(?!变|水平)|怎样(?!变)")
_SUM = regex(r"合计|一共|总共|加起来|之和|总和|累计起来|(?<![公总一])共(?:计|有)?(?=多少|几)")
_DUTY = regex(
    r"(?:分管|主管|包联)的?(?:领导|部门)(?=$|[?？是有,])|责任(?:领导|单位|人)|牵头|参与了?(?:哪|什么)[^，。？]{0,4}(?:任务|事项)|配合单位|主办(?:单位|哪|什么|了哪)|谁(?:来)?(?:负责|分管|主管|抓|管|配合|协助)|(?:配合|协助)[^，。？的]{2,12}(?:局|委|办|中心|公司|办事处)的(?:单位|部门)|由谁|配合(?!加快|推进|做好|完成|实施|建设|抓好)[^，。？]{0,4}(?:哪|什么)|哪(?:个|些|几个|几家)(?:单位|部门|局)(?:要|需要?|应该?|得|来|去|一起|共同|参[与加]|协助)*(?:负责|承担|落实|牵头|配合|协助)|(?:^|[，,那])(?:责任)?领导(?:又|都|各|分别)*是[谁哪]|负责(?:的|了|是)*(?:哪|什么)|分管(?:哪|什么)|归(?:谁|哪)|领导(?:负责|分管|主管|抓|管)|分工(?:表|方案)?[里中]?[^，。？]{0,6}(?:干|做|承担)(?:哪|什么|啥)"
)
_WHO = regex(
    r"谁|哪(?:家|个|座|条|所|位|款)(?!月|方面)|哪位|哪(?:家|个)(?:企业|公司|单位|学校|村|社区|项目|街道|医院|机构|园区|地方)|什么[^，。？]{0,8}(?:称号|荣誉|奖项?|名称|牌子)|什么(?:人|企业|公司|名字)"
)
_WHEN = regex(r"什么时候|何时|哪[两三几]?天|哪一天|哪年|哪一年|几月|什么时间|几号|截止(?:时间|日期)")
_LIST = regex(
    r"哪些|哪几|有什么|什么[^，。？]{0,4}(?:措施|举措|问题|困难|工作|任务|内容|项目|成绩|亮点|要求|重点|目标|方面|做法|行动|计划|安排|不足|特点|定位|思路|路子|模式|格局|理念|机制|体系)|列出|列举|包括什么|分别是什么|是什么"
)
_OPEN = regex(
    r"如何|怎样|怎么(?:样|做|办|抓|推|搞|说|评|看|提|描)?|为什么|为何|原因|介绍|概述|总结|概括|说说|谈谈|讲讲|情况|方面|思路|干了什么|做了什么|举措|措施|不足"
)
FIGURE = regex(
    r"比例(?=$|[？?])|(?:人|户|件|家|口|项|辆)数(?=$|[？?])|什么(?:水平|程度)|多少|(?<![这那])几(?!乎|年来)|百分之|多大|多长|多高|多远|多宽|多久|增速|总额|总量|多不多|金额|数量|数字(?!百|经济|人民币|化|政府|乡村|中国|产业|技术|贸易|城|赋能|孪生|文旅|社会|治理|丝|农|平台|消费|文化)|(?<!小)规模(?!以上)"
)


# 完成了多少套保交楼任务 tells what was done.
_WEAK = ("要", "将", "提出", "安排", "规划", "任务")


# 安排多少，比上年增加了多少: how much is planned, and by how much it is more
_MORE_THAN_BEFORE = regex(
    "(?:[比较](?:上年|去年|上一年|前一年)|同比)[一-鿿]{0,4}?(?:增加|增长|提高|减少|下降|多|少|增)了"
)


_TITLE = regex("《[^《》]*》")
# 签了约没动工的项目今年要怎么处置: what was done tells only which of them are meant
_WILL_HOW = regex(
    "(?:[今明]年[^，,。？?]{0,2}|(?<![需主重必只])要|应?该)(?:怎么|如何|怎样|咋)(?!样)[^，,。？?]{1,12}(?<![了的过])[？?]?$"
)


def nature_asked(text: str) -> str:
    if _BOTH.search(text):
        return "both"
    text = _MORE_THAN_BEFORE.sub("比上年", _TITLE.sub("", text))
    target = _TARGET.search(text)
    if target and not (_RESULT.search(text) and target.group() in _WEAK):
        return "目标"
    if _WILL_HOW.search(text):
        return "目标"
    return "实绩" if _RESULT.search(text) else ""


# 其中五大产业占几个 asks for a count.
_PART = regex("占(?:了|有)?(?:几|多少)[个家项户人件所]")


# 过没过14万亿, 超过240天没有: the level is asked for.
_PASSED = regex(
    r"(?:过没过|到没到|超没超过?|达没达到|(?:有没有|是否)(?:超过|达到|突破|过|到))\d|(?:超过|达到|突破|过|到)了?\d[\d.]*[万亿]*[一-鿿]{0,2}(?:没有|没|吗|了吗|了没)"
)


# 连续多少个月增长: how long, and not by how much.
_IN_A_ROW = regex("连续(?:多少|几)个?(?:年|月|季度|天|届|次|度)")


# 提高了几个位次: by how many places, and not which one
PLACES_MOVED = regex(
    "(?:同比|(?:比|较)?(?:上年|去年))?(?:[往向]前[提移进挪赶冲]|提高|提升|上升|前进|前移|进步|跃升|晋升|攀升|下降|下滑|后退|回落|(?<![引招跟改新])进|[升退涨])了?"
    "(?:多少|几)个?(?:位次|名次|位(?=$|[，,。？?呢])|名(?=$|[，,。？?呢]))"
)
_WHICH_PLACE = regex("第(?:几|多少)|排(?:名|在)?(?:是|为)?多少")


def measure_asked(text: str) -> str:
    if PLACES_MOVED.search(text) and not _WHICH_PLACE.search(text):
        return "进位"
    if _RANK.search(text):
        return "位次"
    if _PASSED.search(text):
        return "水平"
    if _GROWTH.search(text) and not _IN_A_ROW.search(text):
        return "增速"
    return "占比" if _SHARE.search(text) and not _PART.search(text) else ""


# 多少亿, 几万: a sum of money, its unit left out
BARE_SUM = regex(
    r"(?:多少|几)(?:万亿|亿|万)(?=$|[\s，,。？?；;、的投资和吗呢啊用来支扶补给]|左右|以[上下内]|上下|大关|出头|进[去来])"
)
_OTHER_THAN_MONEY = regex(
    "(?:人员|人口|人数|人才|学生|工人|农民|职工|劳动力|游客|居民|[老儿]人|老年人|群众|儿童|幼儿|市民|村民|住户|[农牧]户|产量|面积|户数?|里程|辆|台|网民|用户)[^，,、]{0,6}(?:\\d{4}年底?[^，,、]{0,3})?"
    "(?:多少|几)(?:亿|万)|人数[，,：:](?:(?![投资钱额款收入]).){0,16}(?:多少|几)(?:亿|万)"
)
# 新增就业多少，比去年少几万
_OF_PEOPLE = regex("^(?!.*(?:[投钱款额补贷]|资金|收入|支出|经费|产值|元)).*(?:就业|参保|落户|脱贫|转移)")


def unit_asked(text: str) -> str:
    if _RANK.search(text) or PLACES_MOVED.search(text):
        return ""
    if PERCENT.search(text) or (_SHARE.search(text) and not UNIT.search(text)):
        return "%"
    if BARE_SUM.search(text):
        if _OTHER_THAN_MONEY.search(text) or _OF_PEOPLE.search(text):
            return ""  # 留学回国人员有多少万
        if counted := _COUNTED_BEFORE.search(text):
            return normalise(1.0, "", counted[1])[1]  # 实际完成几万人？少了几万
        return "美元" if "美元" in text else "元"
    if MONEY.search(text):
        return "元"
    if _DURATION_ASKED.search(text):
        return DURATION
    if re.search("多[长远]", text):
        return "米"
    if _AREA_ASKED.search(text):
        return AREA
    if match := UNIT.search(re.sub("(?:几|多少)倍", "", text)):
        written = _UNIT_WORDS.get(match[1], match[1])
        multiplier = re.match(r"万亿|亿|万(?=.)", written)
        bare = written[multiplier.end() :] if multiplier else written
        return normalise(1.0, "", bare)[1]
    if match := _COUNT_ASKED.search(text):
        return COUNTS_OF[match[1]]
    return "人" if _PEOPLE.search(text) else ""


# 多少人才, 几万人口: people, whose word is no unit and belongs to what is counted
_PEOPLE = regex(
    "(?:多少|几)(?:百万|万|亿)?(?:人[才员口]|(?:农村|城镇|城市|城乡|贫困|困难|受灾)?"
    "(?:居民|群众|农民|百姓|村民|市民|职工|工人|学生|老人|孩子)(?=[^的户]{0,3}[喝吃用住过坐当受获得享]))"
)


# 接待游客总人次是多少: the noun says in what is counted.
COUNTS_OF = {"人次": "人次", "人数": "人", "户数": "户", "家数": "家", "件数": "件", "天数": "天"}
_COUNT_ASKED = regex(rf"({'|'.join(COUNTS_OF)})(?:一共|总共|共|是|有|为|达到?|了)*(?:多少|几何)")


_COUNTED_BEFORE = regex("(?:多少|几)(?:万|亿)(人次|人|户|吨|头|亩)(?=.*(?:多少|几)(?:万|亿)(?:$|[，,。？?]))")


_WHY = regex(
    "为什么|为何|为啥|(?:什么|啥|解释|主要|的)原因|原因(?:是|有|在|何|吗|[？?]|$)|(?:怎么|怎样|如何|啥|什么)(?:解释|考虑)|什么(?:缘故|道理|理由)"
)
_MONTH = regex("几月(?:份|几[日号])?(?![至到-])")
_SERIAL = regex("几号[线楼]|几连[冠增升降丰]")


# 推进到什么程度, 进展到哪一步: words tell it.
_HOW_FAR = regex(r"(?:[到得]|进展)了?(?:什么|哪)(?:程度|地步|阶段|样子|一步|步)|进展(?:如何|怎么?样|情况)")


# 怎么稳住物价, 增速目标是怎么考虑的: words tell it, whatever indicator is named.
_HOW_TO = regex(
    r"(?:怎么|怎样|如何|咋)(?:能|才|去|来|会|要|还|把[一-鿿]{1,8}?)*(?:稳|管|压|控|促|保|扩|带|拉|推|抓|改|应对|调整|解决|缓解|实现|提高|提升|增加|降低|做到|防|培[育养]|扶持|支持|壮大|发展|引[进育]|招引|打造|建设|吸引|治理|整治)|"
    r"(?:靠|凭|用)(?:什么|啥|哪些)|[做作]了?(?:怎样|什么样|什么|哪些|啥)的?(?:调整|规定|改动|修改|改革)"
)


# 几个景区各自要创建什么: each is to be told of, and not how many they are.
_EACH_OPEN = regex(
    "几(?:大|[个家条座所项类种位])[^，。？]{1,8}(?:各自|分别|各)[^，。？多几]{0,10}(?:什么|哪(?!年|一?天)|怎么|啥)"
)


def _worded(text: str) -> str:
    """The task of a question that words answer although it holds 几 or 多少; ``""`` if it is none."""
    if COPIES_ASKED.search(text):
        return "meta"
    if _HOW_FAR.search(text) and not re.search("多少|百分之|几[个家项户人条座]", text):
        return "open"
    if _EACH_OPEN.search(text):
        return "list"
    if _WHY.search(text) or (_HOW_TO.search(text) and not (FIGURE.search(text) or PERCENT.search(text))):
        return "open"
    if _SERIAL.search(text) and "多少" not in text:
        return "who"
    return "when" if _MONTH.search(text) and "多少" not in text and not META.search(text) else ""


def asks_why(text: str) -> bool:
    """Whether a folded question asks for a cause: 为什么, 是怎么考虑的."""
    return _WHY.search(text) is not None


# 外贸要抓“五新”，具体指哪五个: words tell them, whatever indicator is named
_SO_MANY = regex("(?:是|指的?|有|抓|叫)哪[二两三四五六七八九十][个大项条种类样点](?:方面)?[？?]?$")


def task_of(text: str, places: Sequence[str], years: Sequence[int]) -> str:
    if _DUTY.search(text) and not REPORTED.search(text) and not NUMBER_ASKED.search(text):
        return "duty"
    if of_the_report(text, UNIT) or ASPECTS_COUNTED.search(text):
        return "meta"
    if early := _worded(text):
        return early
    if not places and _COMPARE.search(text) and re.search("哪(?:个|一个)?(?:县|区|市|省|地方|地区)", text):
        return "compare"
    several = len(places) > 1 or len(years) > 1
    if several and (_COMPARE.search(text) or asks_which_leads(text)):
        return "compare"
    if _DIFFERENCE.search(text) and several:
        return "difference"
    if _SUM.search(text) and several:
        return "sum"
    if _TREND.search(text) and (several or (re.search(_EVERY_YEAR, text) and not _OPENLY.search(text))):
        return "trend"
    if several and (FIGURE.search(text) or find_names(text)):
        return "table"
    if _RANK.search(text):
        return "figure"
    if re.search("哪几|哪些", text) and not re.search("多少|百分之", text):
        return "list"
    if FIGURE.search(text) or PERCENT.search(text):
        return "figure"
    if _WHEN.search(text):
        return "when"
    if _LIST.search(text):
        return "list"
    if _WHO.search(text):
        return "who"
    if _SO_MANY.search(text) or (_OPEN.search(text) and not find_names(text)):
        return "open"
    aim = re.search("(?:目标|任务)[？?]?$", text) and not re.search("主要|总体|预期|哪|什么", text)
    return "figure" if aim or find_names(text) or _GROWTH.search(text) else "open"
