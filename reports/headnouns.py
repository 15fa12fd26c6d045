"""What a figure counts where the noun stands behind it: 白桦河等4处省级幸福河湖."""

from __future__ import annotations

from reports.patterns import regex

from .figures import Figure
from .phrases import AT_A_LEVEL, LEVELS, indicator_of, right_noun
from .units import THINGS

_VERB = (
    "(?:(?:加快|强力|大力|全面|重点|扎实|稳步|积极|有序|高标准|高质量|精准|集中|统筹|持续|深入|科学|谋划|加大|继续|启动|力争|争取|推动|推进|实施|开展|抓好|办好|做好|支持|扶持|培育|引进|引育|招引"
    "|吸引|新增|新建|续建|改建|扩建|改扩建|新改扩建|新开工|开工|建设|建成|建好|打造|创建|创成|争创|设立|成立|组建|新设|增设|获批|获评|获得|荣获|夺得|勇夺|完成|完善|提升|改造|改造提升|整治|治理"
    "|修缮|修复|修建|维修|疏浚|绿化|美化|举办|承办|主办|召开|开通|新开|开放|覆盖|惠及|带动|出台|制定|修订|颁布|推出|发布|公布|印发|编制|落地|签约|签订|签署|达成|投用|投产|竣工|实现|解决|化解|处置|查处"
    "|关停|关闭|淘汰|取缔|取消|下放|承接|申报|入选|命名|认定|评选|表彰|选派|选聘|招聘|招录|配备|配置|购置|更新|投放|筹建|安排|实行|落实|执行|转化|储备|编成|发放|建立|布局|拥有|接待|培训|救助|资助|帮扶"
    "|聚焦|围绕|瞄准|突出|巩固|优化|清理|整合|盘活|破解|攻克|消除|上线|运行|使用|交付|验收|发展|壮大|做强|做大|组织|参加|参与|协调|保障|研发|设置|编排|实行)了?)"
)
# 湖畔园完成某某职校等9个项目建设: the verb, and who does it where that is short.
_LEADS = regex(rf"[^、“”（）()]{{0,6}}?{_VERB}+(?:、{_VERB}+)*")
_VERBS_ALONE = regex(rf"(?:{_VERB}|和|及|与|并|、|或)+")
# What is told of it, and no noun: 贫困村22个脱贫
_NO_NOUN = regex(
    "[的等、，和及与以左之内约近)）”》]|(?:分别|全部|均|都|已|占|同比|增长|下降|提高|达到?|超过?|位居|用于|其中|减少|增加|缩短|净增|新增)"
)
# 重点专项和竹艺、漆艺等8个: what stands behind 和 is of the next count.
_AND_OTHERS = regex("(?:和|及|与)(?:其[它他余]|.*(?:等|各[一-鿿]{1,3})$).*")
_JOINED = regex("(?:、|和|及|与|以及)$")


def counted_behind(near: str, own: str, right: str, value: float) -> str:
    """``own``, cut out of the words ``near`` before a count, with the noun behind it; or ``""``.

    Examples are no part of it: 建设甲、乙等13处公园 counts 建设公园.
    """
    noun = _AND_OTHERS.sub("", right_noun(right))
    if noun.find("”") < noun.find("“") or "“" not in noun:
        noun = noun.lstrip("”").partition("”")[0]  # “15条硬措施”
    if not own or len(noun) < _LEAST or _NO_NOUN.match(right.strip()) or noun in own:
        return ""
    if _OUT_OF.search(noun) and own[0] in "在从":
        return ""  # 在123个项目中建成46个
    apart = _JOINED.search(near.strip())
    alone = not apart and "、" not in own and not own.endswith("等")
    if alone or _VERBS_ALONE.fullmatch(own):
        return own + noun
    leads = _LEADS.match(own)
    # 漆器扩建等7个项目 names an example by its last word, and no verb.
    named = leads and leads.end() == len(own.removesuffix("等")) and not _VERBS_ALONE.fullmatch(leads.group())
    verb = leads.group() if leads and not named else ""
    # 甲厂5万辆轿车: the last one's own, not as many as are named
    of_last = not apart and not own.endswith("等") and own.count("、") + 1 != value
    return verb + (own.rpartition("、")[2] if of_last else "") + noun


_OUT_OF = regex("(?<![初高])中$")
_LEAST = 2
# 3支总规模20亿元母基金, 4家年销售收入超过5亿元的企业集团: how big each is, before the noun.
_HOW_BIG = regex(
    "(?:计划|概算|合同|设计|协议)?(?:年|总)?(?:均)?(?:投资|规模|面积|里程|装机|产值|(?:营业|销售|主营业务)?收入|营收|税收|库容|长度?|产能|建筑面积)?总?额?"
    "(?:长?达|在|约|近|为)?(?:不低于|超过?|过|突破)?"
)
_NOUN_BEHIND = regex("的?((?![的等、，和及与以左之])[一-鿿“][^，,、。；;：（()\\d]+)")
# 2家国家级、9家省级平台; 3个过百亿、5个过50亿项目: of which kind each is
_KIND = regex(
    f"{LEVELS.pattern}|{AT_A_LEVEL}(?:级|定|属|重点)|(?:超过?|过)[\\d.]*[百千十]*[亿万]元?(?:以上)?"
)


def shared_behind(text: str, figures: list[Figure], number: int, end: int) -> str:
    """The words behind a count up to the noun that it shares with the next figure; or ``""``.

    ``end`` is that of the clause: 8支总规模285亿元母基金, 2家国家级、20家自治区级平台.
    """
    figure = figures[number]
    if figure.base_unit not in THINGS or number + 1 >= len(figures):
        return ""
    following = figures[number + 1]
    between = text[figure.end : following.start]
    if between and _HOW_BIG.fullmatch(between) and following.base_unit not in THINGS:
        noun = _NOUN_BEHIND.match(text, following.end, end)
        told = text[figure.end : following.end]
        if noun and not _NO_NOUN.match(noun[1]):
            return told + noun.group()
        ends = len(between) > _LEAST and following.end == end and _OVER.search(between)
        return told if ends else ""
    kind = _KIND.match(between)
    if kind and between[kind.end() :] in ("、", "和", "及", "与") and following.base_unit in THINGS:
        shared = shared_behind(text, figures, number + 1, end) or text[following.end : end]
        whole = _KIND.match(shared)
        own = _NOUN_BEHIND.match(shared, whole.end()) if whole else None
        return kind.group() + own[1] if own else ""
    return ""


def sized(lead: str, figure: Figure, right: str) -> bool:
    """Whether an amount says how big what is counted is: 5亿元以上的企业, 200人以上自然村.

    ``lead`` are the words before it, up to its clause's begin, ``right`` those behind it.
    """
    noun = _NOUN_BEHIND.match(right)
    unit = figure.base_unit
    if noun is None or figure.bound in ("", "~") or _NO_SIZED.match(noun[1]) or _VERBS_ALONE.match(noun[1]):
        return False
    told = figure.end > figure.core_end  # 以上
    if not unit or not told:
        # 过50亿项目, 10家年销售收入超过50亿元的企业集团
        money = unit in ("元", "美元") or (not unit and "亿" in figure.multiplier)
        return money and bool((_FIRMS.match(right) and _OVER.search(lead)) or _COUNT_SIZED.search(lead))
    if unit in ("人", "户"):
        return bool(_VILLAGES.match(noun[1]))
    if unit in ("平方米", "公斤", "米", "立方米"):
        return figure.bound == "<=" or bool(_AREAS.match(noun[1]))
    return unit in ("元", "美元", "岁", "千瓦")


_FIRMS = regex("(?:项目|企业|产业|集群|园区|工业|制造业|镇|村)")
_OVER = regex("(?:超过?|过)$")
_COUNT_SIZED = regex(
    f"\\d[多余]?(?:{'|'.join(sorted(THINGS))})(?:以上|左右)?{_HOW_BIG.pattern}(?<=[超过破])$"
)
_VILLAGES = regex("(?:较?大)?(?:自然村|行政村|建制村|村|屯|寨|集中|居民点|安置|学校)")
_AREAS = regex("(?:城市)?(?:集中)?连片|棚户区|河流|大型|小煤矿|煤矿|锅炉|商业")
_NO_SIZED = regex(
    "(?:且|目标|水平|速度|任务|规模|台阶|大关|关口|标准|产能|能力|次|用于|带动|拉动|撬动|其中|同比|比|较|占|达|实现|增|居|位|资金|投资|贷款|补助|奖励|补贴|支持|税收|收入)"
)


def of_that_size(text: str, clause: int, before: Figure, near: str, own: str) -> str:
    """``own`` of a count right behind the size ``before``: 10亿元以上项目10个、5亿元以上20个; or ``""``.

    ``clause`` is where the clause begins, ``near`` the words before the size.
    """
    over = _OVER.search(text, clause, before.start)
    size = (over.group() if over else "") + text[before.start : before.end]
    noun = _SIZE_TOLD.sub("", own).removeprefix("的")
    if not noun or len(size) < _LEAST or noun[0].isdigit():
        return ""
    return indicator_of(near).removesuffix("过") + size + noun


_SIZE_TOLD = regex(".*(?:以[上下内]|过\\d[\\d.]*[百千十]*[亿万]元?|[过超][百千十][亿万]元?)的?")


_SIZE_ABOVE = regex(".*?(?:[\\d百千十]*[亿万]元?|\\d+[人户吨])以上的?")


def listed_size(figure: Figure, following: Figure) -> bool:
    """Whether a size stands for what is counted right behind it: 50亿元以上3个."""
    beside = figure.core_end < figure.end == following.start
    return beside and figure.bound in (">=", "<=") and following.base_unit in THINGS


def among(own: str, subject: str) -> str:
    """其中工业项目 of 5000万元以上项目 are of that size, too; ``own`` where the subject tells none."""
    size = _SIZE_ABOVE.match(subject)
    same = size and own[-_LEAST:] == subject[-_LEAST:] and not _SIZE_TOLD.match(own)
    return size.group() + own if size and same else own


def big(text: str, count: Figure, amount: Figure, end: int) -> str:
    """What an amount between a count and its noun is of: 8支总规模285亿元母基金; or ``""``."""
    between = text[count.end : amount.start]
    noun = _NOUN_BEHIND.match(text, amount.end, end)
    if count.base_unit in THINGS and noun and between and _HOW_BIG.fullmatch(between):
        return noun[1] + indicator_of(between)
    return ""


# 石湾90万吨炼油, 白桦60兆瓦光伏发电项目: how much a work makes, before what it makes
_CAPACITY = frozenset(["公斤", "千瓦", "瓦", "千瓦时", "立方米", "平方米", "千伏", "千伏安"])
_WORK = regex("(?!级)[一-鿿]{2}[^，,、；;。：（(\\d]*")


def made(near: str, own: str, figure: Figure, right: str) -> str:
    """``own``, cut out of ``near``, of a capacity with what is made behind it; or ``""``."""
    found = _WORK.match(right)
    if not own or figure.base_unit not in _CAPACITY or figure.unit == "方" or not found or figure.bound:
        return ""
    if (
        _NO_NOUN.match(right)
        or _NO_SIZED.match(right)
        or _VERBS_ALONE.match(right)
        or found.group()[:2] in own
    ):
        return ""
    leads = _LEADS.match(own) if "、" in own else None
    own = (leads.group() if leads else "") + own.rpartition("、")[2]
    own = "" if _JOINED.search(near.strip()) else own
    return own + _JOINED.sub("", found.group()[:_LONG])


_LONG = 16


def part_doing(own: str, right: str) -> str:
    """``own`` of a share with what that share does: 乡镇医院100%设立康复科室, 在30%的村实施; or ``""``."""
    if own.endswith(("在", "对", "为")) and right.startswith("的"):
        return own[:-1] + right_noun(right[1:])
    return own + right_noun(right) if own and _SETS_UP.match(right) else ""


_SETS_UP = regex(
    "(?:设立|建成|建立|配备|开展|实施|实行|设置|接入|纳入|安装|使用|推行|通过|取得|获得|参加|建有)(?=[一-鿿“]{2})"
)
_BY = regex("(?:再|分别)?(?:给予|奖励|补助|补贴)(?:一次性)?(?:最高)?(?:不超过)?")
_WHO = regex("(?:在|由)?(?P<who>[^，,；;。]{2,12}?(?:财政|政府))(?:各|分别)?(?:按|给|对|将)")
_GROWS = regex("同比|年均|增|提高|提升|下降|降低|减少|回落|上升|扩大|缩小")


def told_behind(near: str, own: str, right: str, figure: Figure, subject: str) -> str:
    """What a figure is of where a part of that stands behind it; ``""`` where ``own`` tells it all."""
    unit = figure.base_unit
    if unit in THINGS:
        told = among(own, subject) if near.startswith("其中") and subject else own
        return counted_behind(near, told, right, figure.value) or (told if told != own else "")
    if unit == "%":
        return "" if _GROWS.search(near) else part_doing(own, right)
    if unit in ("元", "美元") and right and subject and _BY.fullmatch(own):
        # 市财政按照利息的8%给予最高90万元贴息: who gives stands before the share
        who = _WHO.match(subject)
        return (who["who"] if who else "") + own + right_noun(right)
    if unit in _FOR_WHOM and _DONE_FOR.match(own) and _WHAT_FOR.match(right):
        return own + right_noun(right.removeprefix("的"))  # 解决山区24万人的饮水困难
    return made(near, own, figure, right)


_FOR_WHOM = frozenset(["人", "户", "平方米"])
_DONE_FOR = regex("(?:再|基本|全面|新)?(?:解决|改善|完成|实施|启动|开展|推进|保障)")
_WHAT_FOR = regex("的(?!增长|速度|比例|目标|规模|水平)[一-鿿]{2}")
# 6条重点产业链产值增长8%, 20户企业占全省总量三成
_MEASURED_NEXT = regex(
    "(?<=[一-鿿]{2})(?:(?:实现|完成)*"
    "(?:总产值|产值|增加值|营业收入|主营业务收入|营收|税收|利润|销售额|认缴规模|实缴规模)"
    "(?:同比|分别|累计)?(?:增长|下降|提高|实现|完成)*"
    "|占[^占、，]{2,14}|人均(?:获|得到?|增收|补助|收入)[^、，]{0,4})$"
)


def unmeasured(right: str, figure: Figure) -> str:
    """The words behind a count without what the next figure measures."""
    counts = figure.base_unit in THINGS or not figure.unit
    return _MEASURED_NEXT.sub("", right) if counts else right


def in_row(
    text: str, span: tuple[int, int], figures: list[Figure], nears: list[str], number: int, own: str
) -> str:
    """What a figure is of by the one right before it, how many or how big what it tells of is; or ``""``.

    ``span`` is that of the clause, ``nears`` are the words before each of its ``figures``.
    """
    figure, before = figures[number], figures[number - 1]
    start, end = span
    if "分别" in nears[number]:
        return ""
    if figure.base_unit not in THINGS:
        return big(text, before, figure, end)
    size = sized(text[start : before.start], before, text[before.end : end])
    if size or listed_size(before, figure):
        return of_that_size(text, start, before, nears[number - 1], own)
    return ""
