"""What was done with each of a list: in 新增小巨人企业2家、高新技术企业30家 the 30 are new ones too."""

from __future__ import annotations

from collections.abc import Sequence

from reports.patterns import regex

from .clauses import Clause, without_remarks
from .figures import RANK, Figure
from .phrases import GENERIC, indicator_of
from .shares import NEWLY

# The number of an item in a list: 1. （2） 三、
_LISTED = regex(
    r"\s*(?:[(（](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|\d{1,2}(?:[、)）]|\.(?!\d))|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])|[一二三四五六七八九十]{1,3}是(?=[一-鿿]{2}|[对将把为在以]?$))\s*"
)
# 15个小区改造、惠及群众7709户: what follows 、 is of what stands before it.
_SHARED = regex("[均都]|分别|惠及|受益|带动|覆盖|涉及|服务|解决|吸纳|投资|面积|产值|收入")
_DEED = regex(
    f"(?:[两三四五]年(?:累计|共)?)?(?:(?:新建?、?)?(?:改、?扩|改|扩)建|{NEWLY.pattern[1:]}|改造(?!提升)|治理|关停|关闭|取缔|淘汰|压减|压降|削减|化解|引进|招引|培育|认定|获批|获评|创建|创成|出栏|存栏|建成)"
)
# 惠及群众7709户, 总数达到60家: no further thing that the same was done with.
_THING = regex("、([^，,、；;：:（()）]{2,24}?)(?:近|约|超|超过|突破|逾)?")
_VERBS = (
    "完成|实现|达到|惠及|受益|覆盖|带动|涉及|服务(?!业)|解决|吸纳|建成|建设|投入|投放|投运|发放|签约|开工|竣工|完工|投产|达产|改造|治理|修复|整治"
    "|拆除|安装|安置|培训|提升|引进|培育|认定|获批|创建|开展|举办|组织|实施|推进|启动|启用|开通|开放|处置|处理|查处|办理|接待|接收|招聘|招引"
    "|招商|转移|输送|救助|资助|补助|减免|清理|清退|关停|淘汰|取缔|种植|养殖|造林|绿化|植树|入选|荣获|获得|获评|成为|纳入|列入|入库|落地|储备"
    "|谋划|形成|打造|拥有|支持|扶持|推广|应用|扩大|提高|争取|争创|制定|修订|出台|通过|到位|收购|消化|化解|调处|排查|立案|破获|抓获|打掉|生产"
    "|销售|配备|配套|建立|设立|成立|组建|交付|移交|封顶|回迁|入住|分配|供应|维修|升级|更新|优化|续建|巩固|补充|退出|撤销|调整|整合|归集|盘活"
    "|回收|利用|释放|外送|发展|翻建|检测|监测|抽检|审批|受理|核准|备案|注册|挂牌|授权|申请|转化|孵化|交易|采购|招生|毕业|录取|养护|在建"
)
_OTHERWISE = regex(
    "^(?:国家|自治区|省部|省|市|县|区|州|镇|村)级(?:以上)?$|^(?:[总年其共累]|各|全|近|已|现|需|可|将|被|使|让|为|对|把|向|由|从|以|占|有|达|含|户均|人均|亩均|平均|比|较|均|分别|同比|合同|计划|协议)"
    "|^(?:投资|面积|长度|资金|金额|产值|产能|营收|收入|税收|规模(?!以上)|容量)|就业|脱贫|累计|[增减]|[到至达为占]$|^新"
    f"|^(?:{_VERBS})(?!.{{0,3}}(?:房|点|中心|基地|站|机构|厂|线|园|场|设施|平台|示范|类|型|池|桩|位))|(?:{_VERBS})$"
)
_RATES = frozenset(["%", "百分点", "倍", RANK])


# 投资4亿元的甲厂、投资3亿元的乙厂: the second amount is none of the first thing's.
_INVESTED_NEXT = regex("^(?:以上|左右)?的[^、，,]{2,24}[、和及与]((?:计划|概算)?总?投资(?:约|达|近|超过?)?)$")
# 725元/月、6084元/年: what a figure is for does not part it from the next.
_PER = regex("^[/／](?:每?人)?[/／]?[年月日天人亩吨户]")

# 280万件（辆）、惠及90万人
_OR_UNIT = regex("^[（(][一-鿿、]{1,3}[)）](?=[、，,])")


def words_before_each(text: str, clause: Clause, figures: list[Figure]) -> list[str]:
    """The words before each figure; those that end in 、 belong to the figure before (2枚金牌、7枚银牌)."""
    nears = []
    previous = clause.start
    for number, figure in enumerate(figures):
        near = without_remarks(text[previous : figure.start])
        near = _OR_UNIT.sub("", _PER.sub("", near)) if number else near
        if number and near.endswith(("、", "和", "及", "与")) and not near.startswith("、") and len(near) > 1:
            near = ""
        elif number and (another := _INVESTED_NEXT.search(near)):
            near = another[1]
        elif number and "、" in near and not near.startswith(("、", "的")) and not _SHARED.search(near):
            near = near[near.index("、") :]
        nears.append(near if number else _LISTED.sub("", near, count=1) if _LISTED.match(near) else near)
        previous = figure.end
    return _with_their_verb(nears, text, figures)


def _with_their_verb(nears: Sequence[str], text: str, figures: Sequence[Figure]) -> list[str]:
    """The words before each figure of a clause, with the verb that the first of its list has.

    Only things counted or measured alike have it: of what is told of them (总数达到60家, 惠及7000户)
    and of sums among counts it is not said.
    """
    told = list(nears)
    verb, alone, in_money = "", False, False
    for number, (near, figure) in enumerate(zip(nears, figures, strict=True)):
        rate, money = figure.base_unit in _RATES, figure.base_unit in ("元", "美元")
        if number and verb and not rate and money == in_money:
            if near == "" and alone and text[: figure.start].endswith("、"):
                told[number] = verb  # 新增10家企业、5家院所
                continue
            thing = _THING.fullmatch(near)
            if thing and thing[1] not in GENERIC and not _OTHERWISE.search(thing[1]):
                told[number] = "、" + verb + near[1:]
                continue
        own = "" if rate else indicator_of(near)
        deed = _DEED.match(own)
        verb, in_money = deed.group() if deed else "", money
        alone = verb == own
    return told


def runs_of(nears: list[str], figures: list[Figure]) -> list[tuple[int, int]]:
    """For each figure the start and length of its run: figures with nothing but 、 or 和 between them.

    A rank runs on with ranks alone: 增长8.1%、第4位 is not shared out.
    """
    starts: list[int] = []
    for number, near in enumerate(nears):
        joined = number and near and near.strip("、，和与及以") == ""
        if joined and (figures[number].base_unit == RANK) == (figures[number - 1].base_unit == RANK):
            starts.append(starts[-1])
        else:
            starts.append(number)
    return [(start, starts.count(start)) for start in starts]
