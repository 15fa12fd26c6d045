"""The words that name an indicator: cut out of a clause, completed, and matched with standard names."""

from __future__ import annotations

import re

from reports.patterns import regex

from .indicators import find_names, name_of_pattern

CHANGE = regex(
    r"(?<!稳)增长|增速|增幅|涨幅|递增|增产|减产|上升|上涨|提高|提升|下降|降低|减少|回落|增加(?!值)|压减|压降|扩大|缩小|收窄|加快|负增长|翻|改善|下调|上调|降幅|升幅|高于|低于|快于"
)
# Words that name a quantity only together with the subject before them: 总数达100家.
_GENERIC = """
    总数 总量 总投资 投资 总面积 面积 总产值 产值 增速 占比 比重 总额 总额度 投入强度 强度
    总长 总里程 里程 总规模 规模 总户数 户数 人数 总人数 数量 均价 成交额 交易额 成交金额
    合同金额 金额 资金 总资金 覆盖率 完成率 年产值 年产量 增幅 份额 平均每人 全国平均每人 人均
    平均
"""
GENERIC = frozenset(_GENERIC.split())
GDP = "地区生产总值"
# 经济增长6.5% is the growth of GDP.
ECONOMY_GROWS = regex(
    r"(?<![一-鿿])(?:(?:\d{4}年|[去上今全当本明]年)?(?:全[国省市县区州盟旗]|我[国省市县区州盟旗])?(?:国民|预期)?|时期|期间|[三五]年(?:来|间)?)(?:年均)?经济(?:年均|同比|预期)?(?:增长|增速)(?:率|速度)?(?:的?(?:调控|控制|主要|预期)*目标|预期)?(?:[确拟]?定)?(?:达到?|为|达|(?:保持|稳定|维持)在)?$"
)
# Verbs and fillers that end the words before a figure and are no part of an indicator.
TAIL = regex(
    r"(?:[、和的]|(?<![惠普涉顾波])及|折合(?:人民币|标准煤)?|(?<!参)与|分别|完成|达到|(?<![下转传])达|实现|增长到|提升到|提升至|提升|增加到|提高到|上升到|下降到|增至|升至|降至|[压核缩精调]?减[到至为]|精简[到至为]|转为|(?<![行作])为|是|(?<![签节违公集预条合契履制])约|近|超过|超|突破|[迈站跨登跃踏]上|跨越|[迈跨跃越]过|迈入|站稳|双双|首次|首度|成功|一举|历史性地?|连续第?\d*年|逾|至|到|共计|共|累计|合计|总计|拥有|(?<![国所保])有|了|(?<!成)就|已经?|均|平均|保持在|控制在|稳定在|维持在|不低于|不少于|不超过|不高于|高于|低于|以|力争|确保|可望|有望|预计可|不到|不足|大约|仅|只|各|(?<=[率重口度数格平价模量])在|同比|环比|(?:按)?(?:可比(?:价格?|口径)?|同口径)(?:计算)?|比上年|较上年|比去年|(?<!稳)增长|上升|提高|增加|下降|减少|降低|上涨|回落|净增|递增|递减|年均|名义|实际|再|每年|全年|预计|左右|高达|多达|占|扩大|缩小|收窄|压缩|增幅|增速|涨幅|拟按|拟|并|保持|回升|攀升|稳定控制在|始终|一直|却|又|也|仍|(?<![偿归返退])还|继续|(?<=[到至达为])(?:每人)?(?:每[月年天日]|月)|每立方米|首?破|(?<![通经超])过|(?:在\d{4}年的?基础上)|(?:提前|[近这]?[两二三四五十]年)?(?:再|又)?翻[了近]?|提前(?:[一两三]年)?(?=实现)|稳步|(?<!可)持续|(?<![主重需必纪摘])要|(?<!大)将|(?:调整|优化|跃升|攀升|晋升|前移|下滑){1,2}(?:为|到|至))+$"
)
_PLAN_NAME = '[“"”‘’]?(?:十[一二三四五六]?|[一二三四五六七八九])五[“"”‘’]?(?:计划)?'
_SEASON = "第?[一二三四]季度|前三个?季度|[上下]半年"
_WHEN = regex(
    rf"^在?{_PLAN_NAME}(?:时期|期间|期?末)[内里]?(?=[^的])|^(?:{_SEASON})(?:当季|单季|末)?(?=[^的])|"
    r"^(?:截至|截止|到)?(?:\d{4}年(?:底|末)?|去年(?:底|末)?|今年|全年)(?:[上下]半年)?(?=[^的])"
    r"|^在?(?:[近这]|过去的?)?(?:[二两三四五六七八九十]{1,2}|\d{1,2})年(?:多?来|[间中里内])?(?=累计|[总一]?共[^同])"
)
# 工业总产值1977年比1976年增长: the time stands behind what is told of it.
_YEAR_BEHIND = regex("(?<=[一-鿿]{3})(?:(?:\\d{4}|[〇零○一二三四五六七八九]{4})年)$")
_WHEN_ALONE = regex(
    rf"(?:{_SEASON})(?:当季|单季|末)?|"
    r"(?:\d{4}年|去年|今年)(?:底|末)?|(?:[近这]|过去)?(?:[二两三四五六七八九十]{1,2}|\d{1,2})年(?:多?来|间)?"
)
_COMPARISON = regex(
    r"^(?:分别)?(?:同)?(?:比|较)(?:\d{4}年(?:底|末)?|上年|去年|上年同期|去年同期|年初|上一?届|全[国省市](?:平均)?(?:水平)?)(?:同期)?"
)
# 由30个减至9个: how what was told before came to be what is told now
TURNED = (
    "提升|提高|增加|增长|下降|降低|上升|扩大|缩小|回落|降|升|增|减少?|压缩|收窄|调整|优化|转变?|变化|发展|变|恢复|快速|[回攀]升|反弹|跃升|攀升|晋升|进"
    "|拓展|扩[展围]|推广|放大|整合|合并|撤并|重组|清理|[压核缩精调]减|精简|调增|[上下]调|缩短|大幅|进?一步|逐步"
)
MOVED = regex(
    rf"(?:分别)?(?:由)?(?:预计)?(?:{TURNED}){{0,2}}(?:到|至|为)了?(?:突破|超过|接近|近)?(?:\d{{4}}年|去年|今年|目前|第?[一二三四]季度|年(?=底|末))?(?:底|末)?的?"
)
_EACH_OF = "每(?:[人户亩次月年天日吨斤度]|千瓦时|平方米|立方米|名?学?生)|[年月]?[人户亩生]均?"
_ORIGIN = regex(
    r"(?:从|由|自)(?:\d{4}年(?:底|末)?|上年|去年|上半年|第?[一二三四前]季度|全国|"
    r"[“”\"]?(?:十[一二三四]?|[一二三四六七八九])五[“”\"]?(?:计划|时期|期间)?|"
    rf"[^从由,，、：:]{{0,6}}(?:[前初末底先]|原来|过去|最[高低多少]时))?(?:的|的?不足)?(?:(?:{_EACH_OF}){{1,2}})?$"
)
HEAD = regex(
    r"^(?:[、与①-⑳]|期末(?!考)|和(?![美谐田硕静])|及(?!时)|全年|其中|特别是|尤其是|预计|初步核算|初步统计|[全我][省市州县区]|共(?![建同享济产])|累计|力争|确保|(?:实现|完成)了?|使(?!用)|并(?:且|(?![网购轨联]))|已经?|到(?!位)|将(?!军)|要|努力|争取|年均|年内|以及|同时|但是?|而且?|且|其(?![他余它])|即(?=[从由自]|[^一-鿿]|$))+"
)


# What is left of 比上年多.
_MORE = frozenset("多少高低快长")
_RANKED = regex(
    r"(?:稳|继续|保持|连续.{1,3}年|一直)?(?:位居|位列|名列|排在|跃居|跃升|升至|[提攀晋跃上前]升|升至|居(?!民)|列(?!入)|排(?![名位查放水涝])|在|跻身|跃入|挺进|进入|荣登|保持)(?:到|至|在)?[^,，、\d]{0,10}$"
)

# 苏北, 华东, 珠三角: a part of a province or of the country
REGION = (
    "(?<![一-鿿])[苏皖粤浙赣湘鄂豫鲁冀晋陕川渝黔桂闽辽藏疆][东西南北中]|中西部|[中西东]部"
    "|华[东南中北]|东北|西[南北]|[珠长]三角|京津冀|大湾区"
)
_AMONG = regex(f"(?:[从由])?(?:世界|全球|全[国省市州区县盟旗]|{REGION})(?:地区|城市|省份)?$")


# 旅游收入较疫情前: what a figure is compared with is no part of what it is of.
_PLAN_TIME = f"{_PLAN_NAME}(?:时期|期间|期末|末|初)?"
_THAN = regex(
    rf"(?:分别)?(?:只|仅|均|都)?(?:比|较)(?:\d{{4}}(?:年(?:底|末|同期)?)?|(?:上一?年|去年)(?:同期|末|底)?|前一?个?[三四五3-5]年|[一二三四五六七八九十两]年前|年初"
    rf"|(?:疫情|改革|改造|实施|建设|同期)[^，,、]{{0,4}}前|{_PLAN_TIME}|上一?[届月季])$"
    rf"|(?:均|都|分别|相当于|约|大约|已|达)*(?:是|为|达到?|等于|相当于)(?:\d{{4}}年(?:底|末)?|上年|去年|[一二三四五六七八九十两]年前|{_PLAN_TIME})的?$"
)
# 高于全国2.5个百分点: how far from others.
ABOVE = regex(
    r"(?:增速|增幅|涨幅)?(?:分别|均|都|持续|连续)*(?:高于|低于|快于|高出|优于|好于|跑赢)(?:全[国省市州县区盟]|国家|[国省市]平|上年)(?:、全[省市区州盟旗])?(?:平均)?(?:水平|增速|增幅)?$"
)


def indicator_of(near: str) -> str:
    """The indicator in the words before a figure, without time, comparison and verbs; ``""`` if none."""
    near = _WHEN.sub("", near.strip())
    near = _COMPARISON.sub("", _apart(near))
    if MOVED.fullmatch(near) or near in _MORE:
        return ""
    while (cut := _THAN.sub("", TAIL.sub("", _THAN.sub("", near)))) != near:
        near = cut
    while (cut := _WHEN.sub("", HEAD.sub("", near))) != near:  # 其中2022年新增
        near = cut
    if _WHEN_ALONE.fullmatch(near):
        return ""  # 其中今年达到870亿元: of what was named before
    without = _ORIGIN.sub("", near)
    if without != near:
        without = re.sub("(?<![主重需必])[要拟]$", "", without)  # 涨幅要从14%降到10%
    without = _YEAR_BEHIND.sub("", without)
    return _apart(without).strip("的")


_OPEN, _SHUT = "(（", ")）"


def _apart(words: str) -> str:
    """``words`` without the marks around them; brackets that are both there (县（市、区）) stay."""
    words = words.strip(' 、“”",，').rstrip(_OPEN + "、").lstrip(_SHUT)
    open_ones, shut_ones = (sum(words.count(mark) for mark in marks) for marks in (_OPEN, _SHUT))
    if open_ones < shut_ones:
        words = words.rstrip(_SHUT)
    return words.lstrip(_OPEN) if open_ones > shut_ones else words


def ranked_indicator(near: str) -> str:
    """The indicator that a rank is of: 地区生产总值居全省 → 地区生产总值; 综合排名 stays whole."""
    without = indicator_of(_AMONG.sub("", _RANKED.sub("", near)))
    ordered = without.removesuffix("排名")
    return ordered if ordered in GENERIC or find_names(ordered) else without


def held(near: str, subject: str) -> str:
    """What is held for years: 原煤产量 of 原煤产量连续, 销售额增速 of 增速连续 after 销售额."""
    told = near.removesuffix("连续")
    return (indicator_of(told) or subject) + (told[-2:] if told.endswith(("增速", "增幅", "涨幅")) else "")


AT_A_LEVEL = "(?:国家|省部|自治区|省|市|县|区|州|乡镇|镇|村)"
LEVELS = regex(f"{AT_A_LEVEL}(?:、{AT_A_LEVEL}){{1,3}}(?:[(（][地州盟旗区][)）])?级(?=[一-鿿]{{2}})")
"""省、市级: of several levels, which are no list of things."""


# 11个县（市、区）的试点: of which kinds they are besides parts nothing
_OR_OF = regex(
    "[（(](?:自治区|直辖市|街道|社区|林场|农场|团场|行委|管委会|[省市区县旗州镇乡村站点次类间所个、/和])+[)）]"
)


def right_noun(right: str) -> str:
    """The noun behind a count, up to the next mark."""
    right = _OR_OF.sub("", right.strip())
    levels = LEVELS.match(right)
    at = levels.end() if levels else 0
    noun = right[:at] + _AND_NEXT.sub("", re.split(r"[、（(]", right[at:])[0])
    return "" if noun.startswith(("以上", "以下", "以内", "左右")) else noun[:24]


_AND_NEXT = regex("(?<=[一-鿿]{2})(?:和|(?<!参)与)$")


# Words that are an indicator's name only where nothing else stands with them.
_BARE = {"出口": "出口总额", "进口": "进口总额", "经济": ""}


# 规模以上工业完成增加值 is its value added.
_DOES = regex("(?<=[业产])(?:累计)?(?:完成|实现)(?=增加值)")
# 一、二、三产 is no one of them; 是一般公共预算收入的6倍 is of something else.
_NO_NAME = regex("[一1]、?[二2][、和]?[三3]|^(?:是|相当于)|(?:快于|高于|低于|好于|优于)(?!全)")


def standard_name(indicator: str) -> str:
    """The standard name that ``indicator`` ends in; a name further in only qualifies it (占…比重)."""
    if composed := name_of_pattern(indicator):
        return composed
    indicator = _DOES.sub("", indicator)
    if bare := _BARE.get(indicator.strip('”"')):
        return bare
    names = find_names(indicator)
    if _NO_NAME.search(indicator):
        return ""
    if not names or "占" in indicator[: names[-1].start]:
        return ""
    part = _PART_OF.get(names[-1].name)
    if part and part.search(indicator[: names[-1].start]):
        return ""  # 跨境电商进出口额, 合同利用外资: a part of it, or another thing
    rest = indicator[names[-1].end :].strip('”"’)） 额数总量值人的')
    return "" if rest and rest not in GENERIC and not _FIXED.fullmatch(rest) else names[-1].name


_AREA = "(?:兵团|开发区|高新区|经开区|园区|中心城区|主城区|自贸试验区|保税区)(?:实现|完成)?$"
_TRADE_IN = regex(
    "(?:跨境电商|跨境电子商务|服务贸易?|加工贸易|一般贸易|数字贸易|市场采购|机电产品|高新技术产品|农产品|民营企业)(?:贸易)?$"
)
_LENT_TO = regex(
    "(?:绿色|涉农|小微(?:企业)?|普惠(?:小微|型)?|制造业(?:中长期)?|民营(?:企业)?|科技型?企业|住户|个人|扶贫|不良|再)$"
)
_PART_OF = {
    "税收收入": regex("[亩户]均$"),
    "进出口总额": _TRADE_IN,
    "出口总额": _TRADE_IN,
    "实际利用外资": regex("(?:合同|协议)$"),
    "贷款余额": _LENT_TO,
    "存款余额": regex("(?:住户|居民|个人|企业|财政)$"),
    "居民人均可支配收入": regex("(?:脱贫|低收入|搬迁|贫困|山区|库区|移民)[^、和及]{0,6}$"),
    "工业增加值": regex("(?:加|非烟|非公|民营|县域)$"),
    "规模以上工业增加值": regex("(?:新增|新入|县域|县)$"),
    "固定资产投资": regex(f"农村$|{_AREA}"),
    "地区生产总值": regex(_AREA),
    "一般公共预算收入": regex(_AREA),
}


# 赤字拟安排1800亿元, 货币增长目标为16%: how it was fixed or when is no part of what it is.
_FIXED = regex("(?:预算|预定|预计|拟|安排|预期|增长|目标|年[底末]|[在按])+")


# 位次实现新突破 speaks of the figure before it, and is no subject of the next.
COMMENT = regex(
    r"^(?:总量|位次|增速|排名|规模|实力|质量|结构|效益|水平)?(?:成功|首次|历史性|稳步|持续|再次|连续|均|都)*(?:实现|取得|创下?|再创|迈上|登上|再上|跃上|突破|进位|前移|跃升)"
    r"[^，。]{0,8}(?:突破|新高|台阶|成效|进展|跨越|位次|前移|最好水平|历史)?$|(?:位次|排名)[^，。]{0,8}(?:前移|上升|提升|第一|突破)$|"
    r"^(?:总[量额值]|规模|金额)?(?:首次|首度|一举|成功|历史性|已|双双|连续)*(?:突破|超过|跨越|[迈跃站跨登]上)[^，。]{0,6}[亿万元]元?(?:大关|台阶|关口)?$"
)
