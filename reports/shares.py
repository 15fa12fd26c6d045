"""What each of several figures in a row is of: …分别 with as many things before it as figures behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reports.patterns import regex

from .figures import RANK, Figure
from .indicators import find_names
from .phrases import CHANGE, HEAD, TAIL, indicator_of

# 新增规上企业37家、专精特新企业5家，总数分别达到260家、41家: the totals are of what was added before.
TOTALS = regex(
    "(总[数量额]|额度|授信额度|增量|余额|贷款额|合同额|协议额)(?:已)?分别(?:达到?|为|增至|增加到)?$"
)
EACH_GREW = regex(
    "(?:同比|比上年|较上年|[比较][^,，、；;]{2,10}?)?(?:分别)?(?:同比|比上年|较上年|同口径)?(?:实际|名义)?(?:增长|下降|提高|上升|增加|减少|降低)(?:了)?$"
    # 分别是五年前的7倍和2.9倍
    r"|[,，]?(?:分别|各)(?:是|为|相当于|达到?)(?:了)?(?:\d{4}年|[两二三四五六七八九十]年前|上一?年|去年|上个五年|[“\"]?十[一二三四]?五[”\"]?(?:时期|期间)?)[末底初]?的$"
)
AS_COMPARED = regex(
    r"、?(?:同比|[比较][^,，、；;]{2,10}?)?(?:到?\d{4}年?[底末]?|去年|上年|今年|年[底末])?(?:已|均|都)?(?=分别)"
)
_EACH_RANKED = regex(
    "(?:均|都)?分别(?:位居|位列|名列|排名|排在|排列|跃居|升至|居于?|列|排)?(?:全[国省市区州县盟旗球]|世界|国内|省内)?第?$"
)
# 今年力争分别淘汰30万吨和50万吨: of what five years are to do away with
_EACH_AGAIN = regex(
    "(?:其中)?(?:今年|明年|当年|去年|\\d{4}年)(?:计划|力争|确保|要|拟|将|预计|争取|再|已)*分别(?P<deed>[一-鿿]{0,4})$"
)
LENGTH_OF_TIME = regex("^(?:[近这])?[两二三四五六七八九十]年(?:来|间|内|累计|[总一]?共)?(?=[一-鿿]{4})")
NEWLY = regex(
    "^(?:新增|净增|新开业|新注册|新落户|新投产|新培育|新认定|新创建?|新获[批评]?|新备案|新登记|新设立?|新入库|新引进|新建成?|新签约?|新(?!港|能源|材料|兴|型|华|疆|乡|余|区|城|经济|动能|质|农))"
)
COUNTED = frozenset(["总数", "总数量", "总量", "总里程", "总规模", "总户数", "总人数"])
# 上调孤儿、特困老人补贴到…: what was done stands before what it is of.
_RAISED = regex("^(?:上调|下调|调高|提高)(?!标准)")
_THEN = regex(r"(?<=[一-鿿]{3})(?<![比较与同在于到至])(?:到?\d{4}年|[去上今]年)[底末]?$")
_THREE = regex("(?:一、二、三|一二三|三)(?:次)?产(?:业)?")
# 批零住餐分别增长…: the four trades in their order
_FOUR = regex("批零住餐(?:四大行业|四大?(?:行)?业|行业|业)?(?:增速)?")
_TRADES = ("批发业", "零售业", "住宿业", "餐饮业")
# 一二线边民补助, 一、二、三类区: as many grades as figures
_GRADES = regex(
    "(?:全[省市县区州])?(?P<of>[一二三四五](?:、?[一二三四五])+)(?=线|类|档|级|等(?!待)|期|批|季度|(?:次)?产业)"
)
_TWO_LEVELS = regex("(?:省市|区市|市县|市区|省县)(?=层面|级|重大|重点)")
_SIDE = regex("(?:城镇|城市|农村牧区|农牧区|农村|乡村|市区|郊区|上级|本级)")
_STAGE = regex("(?:新)?(?:签约|开工|竣工|完工|投产|纳统|在建|续建|落地|入库|达产|建成|储备)")
# What is counted or measured, at the end of the last thing named: the others lack it.
_KIND = regex(
    r"(?:(?:耕种收)?(?:综合)?机械化(?:率|水平)|(?:建设|工程|施工|形象)?进度|(?:产业)?(?:集群)?(?:(?:主营)?(?:业务|营业)收入|营收|销售额|总?产值|规模)|(?:居民)?人均(?:可支配)?(?:纯)?收入"
    r"|(?:销售|饲养|接待|交易|吞吐|收购|播种|种植)?总?产?量|(?:平均)?(?:单产|亩产)|(?:饲养|出栏|存栏)量?|余额|(?:产业)?增加值|(?:交易|营业|零售|销售|成交)?总?额|贷款额度"
    r"|(?:播种|种植|覆盖|建成区|建筑|养殖|销售)?总?面积|数量|总值|收入|支出|经费|(?:参保|就业|死亡|受伤|参训)?人数|(?:项目)?(?:完成)?投资(?:总?额)?|价格"
    r"|利润(?:总额)?|税收|(?:平均)?浓度|指数|强度|里程|人次|(?:项目)?(?:[一-鿿]{1,3}化)?[一-鿿]{2}率|总量|占比|比重|比例|案件(?:数|起数)?|警情|犯罪"
    r"|(?:吞吐|生产|接卸|供给|处理)?能力|产能|(?:外贸)?进出口(?:总?额|总值)?|(?:外贸)?出口(?:总?额)?"
    r"|(?:生均|人均|基本|最低|财政|生活|公用经费|补助|补贴|缴费|保障|筹资|养老金|低保)*标准"
    r"|(?:生活|护理|养老|高龄|岗位|住房|交通|财政)?(?:补贴|补助|津贴))$"
)
_MONEYED = regex("(?:(?:主营)?(?:业务|营业)收入|营收|销售收入|销售额|总?产值)$")
# 风力、光伏电站: so short a word is none of these by itself.
_NOUN = regex("(?:电站|企业|项目|基地|园区|工厂|车间|产业|行业|建设|工程)$")
_SHORT = 4
# A thing that says itself how it is measured: 生产安全事故起数 lacks nothing.
_WHOLE = regex(
    "[^利效税速功频](?:率|数|量|额|值|价)$|收入|支出|面积$|比重$|占比$|比例$|营收$|税收$|利润$|投资$|浓度$|规模$|里程$|标准$|经费$|人次$|警情$|案件$|(?:人均)?消费$|资金$|基金$"
)
_RATIO_OF = regex("(?:总量)?占[^占、]{2,}(?:比重|比例|份额)$")
_RATIO = regex("占|率$|比重$|比例$|比$")
_LEVEL = (
    "(?:列[国省市]|国家级|省部级|自治区级|省级|市级|县级|区级|州级|镇级|村级|国家|乡镇|省|市|县|区|州|村)"
)
_ENDS_IN_LEVEL = regex(f"(?:^|新增|新建|获批|培育|认定|建设|实施){_LEVEL}$|[^城]级$")
# 粮食播种面积和产量: the second is of the first's 粮食.
_BARE_KIND = regex(
    "(?:总产量|产量|总产|单产|增加值|营收|营业收入|主营业务收入|利润|利润总额|税收|产值|总产值|出栏量|存栏量|出栏|存栏|死亡人数|受伤人数|亡人数)"
)
_OWN_KIND = regex(
    "(?:(?:播种|种植|养殖)?面积|税收|总产值|产值|增加值|营业收入|主营业务收入|营收|总产量|产量|利润总额|利润|出栏量|存栏量?|起数|宗数|次数)$"
)


def shared_items(head: str, count: int) -> list[str]:
    """城乡居民…分别 with two figures → [城镇居民…, 农村居民…]; [] where nothing is shared out."""
    if count < 2:
        return []
    subject = head.split("分别")[0] if "分别" in head else TAIL.sub("", head)
    subject = _THEN.sub("", _RAISED.sub("", HEAD.sub("", subject)))
    if (found := _FOUR.search(subject)) and count == len(_TRADES):
        return [indicator_of(trade + subject[found.end() :]) for trade in _TRADES]
    if (found := _TWO_LEVELS.search(subject)) and count == 2 and not re.search("[、和与及]", subject):
        levels = ("自治区" if level == "区" else level for level in found.group())
        return [indicator_of(subject[: found.start()] + x + subject[found.end() :]) for x in levels]
    if "城乡" in subject and count == 2 and not re.search("[、和与及]", subject):
        return [indicator_of(subject.replace("城乡", x)) for x in ("城镇", "农村")]
    if count == 2 and re.search("存、?贷款", subject) and not re.search("[和与及]", subject):
        return [indicator_of(re.sub("存、?贷款", x, subject)) for x in ("存款", "贷款")]
    if (found := _GRADES.match(subject)) and len(grades := found["of"].replace("、", "")) == count:
        tail = subject[found.end() :]
        first = "第" if tail[0] in "次产" else ""  # 二三产业
        return [indicator_of(f"{first}{grade}{tail.removeprefix('次')}") for grade in grades]
    if (found := _THREE.search(subject)) and count == 3:
        tail = subject[found.end() :]
        return [indicator_of(f"第{n}产业{tail}") for n in "一二三"]
    # 有色金属和新材料、电子信息产业营收: 和 may stand inside one of them.
    for between in ("、|和|与|及|以及", "、"):
        parts = [p for p in re.split(between, subject) if p]
        if len(parts) == count and parts[-1] not in ("同比", "环比"):
            return _complete_items(parts)
    return []


def of_levels(
    near: str, figures: Sequence[Figure], count: int, levels: Sequence[str], every: Sequence[Figure]
) -> bool:
    """Whether a row of ``count`` figures, told after ``near``, is of what the clauses before it came to.

    ``levels`` are the indicators of these clauses, ``every`` the figures of the whole sentence.
    """
    if len(levels) < count:
        return False
    if EACH_GREW.match(near) or (figures[0].base_unit == RANK and _EACH_RANKED.match(near)):
        return True
    again = _EACH_AGAIN.match(near.strip())
    before = [f for f in every if f.start < figures[0].start][-count:]
    return bool(
        again
        and len(before) == count
        and {f.base_unit for f in before} == {f.base_unit for f in figures[:count]}
        and any(again["deed"] in level for level in levels[-count:])
    )


def totals_of(before: Sequence[str], kind: str) -> list[str]:
    """What several things, told before, come to; 总数 is not of those alone that were added."""
    things = [NEWLY.sub("", thing) for thing in before] if kind.startswith("总") else before
    return [thing.removesuffix(kind) + kind for thing in things]


# 分别达到…, 分别比上年…, 分别连续15年…: not what was done, but how it is told
_NOT_DONE = regex(
    "^(?:已|均|都)*(?:[从由比较达为按以在是增减高低快多少扩升降]|发展|相当于|不[少低高多]于|超|突破|连续|提前|削减|削|压|惠及|排|居|列|位|累计|年均|平均|同比|控制|稳定|保持)|、|人均$|累计|[到至]$"
)
_DID = regex("^(?:完成|实现|预计|计划|共)+(?=[一-鿿]{2})")
_REACHING = regex("(?:达到?|为|约|近|超过?|突破|[到至]|的)+$")


def done_by_each(lead: str, item: str, figure: Figure) -> str:
    """What each of several did: 投资 in …分别完成投资; ``""`` where figures stand right behind 分别."""
    _, mark, done = lead.rpartition("分别")
    if (
        not mark
        or figure.base_unit == RANK
        or CHANGE.search(done)
        or _NOT_DONE.search(done)
        or NEWLY.fullmatch(done)
    ):
        return ""
    rate = figure.base_unit in ("%", "倍")
    rest = _REACHING.sub("", done if rate else _DID.sub("", done))
    return (
        "" if rest in ("完成", "实现") or item.startswith(rest) or item.endswith(_DID.sub("", rest)) else rest
    )


def with_kind(items: list[str], before: list[str]) -> list[str]:
    """甲厂产值破百亿元，乙厂、丙厂分别达到6亿元、5亿元: as of the first, so of the others."""
    kind = _MONEYED.search(before[0]) if len(before) == 1 else None
    if not kind or any(_whole(i) or _KIND.search(i) for i in items):
        return items
    return [i + kind.group() for i in items]


def _joined(part: str, tail: str) -> str:
    """生活补贴 and 补贴标准 make 生活补贴标准."""
    if part.endswith("业"):
        tail = tail.removeprefix("产业")
    shared = next((n for n in range(len(tail), 0, -1) if part.endswith(tail[:n])), 0)
    return part + tail[shared:]


def _whole(part: str) -> bool:
    """Whether a thing is named to its end: 高新技术企业, 死亡人数."""
    names = find_names(part)
    return bool(_WHOLE.search(part)) or bool(names and names[-1].end == len(part))


def _complete_items(parts: list[str]) -> list[str]:
    """Gives every item the tail that only the last one carries: 肉类、禽蛋产量 → 肉类产量, 禽蛋产量."""
    last = indicator_of(parts[-1]) or parts[-1]
    if all(_STAGE.fullmatch(p) for p in parts[:-1]) and (stage := _STAGE.match(last)):
        # 新签约、开工、纳统项目分别达3个、2个、1个
        return [p + last[stage.end() :] for p in parts[:-1]] + [last]
    if any(_WHOLE.search(p) for p in parts[:-1]) and not _RATIO_OF.search(last):
        done = [*parts[:-1], last]  # 开工率、纳统率、投资: each as it stands
    else:
        done = [_completed(p, last) for p in parts[:-1]] + [last]
    own = _OWN_KIND.search(done[0])
    whose = done[0][: own.start()] if own else ""
    done = [whose + p if number and whose and _BARE_KIND.fullmatch(p) else p for number, p in enumerate(done)]
    return [indicator_of(p) or p for p in done]


def _completed(part: str, last: str) -> str:
    """An item that ends too early with what the ``last`` one has after its own name."""
    if ratio := _RATIO_OF.search(last):
        whole = _RATIO.search(part)
        return (
            part if whole else _completed(part, last[: ratio.start()]) + ratio.group()
        )  # 工业投资、技改投资占比重
    if _whole(part):
        return part
    if (one := _SIDE.search(part)) and one.end() == len(part) and (other := _SIDE.match(last)):
        return part + last[other.end() :]  # 城镇和农村居民收入
    if len(part) > 1 and last[: len(part)][-1:] == part[-1] != last[:1] and _KIND.search(last):
        return part + last[len(part) :]  # 食品、药品安全满意率
    if _ENDS_IN_LEVEL.search(part) and (level := re.match(_LEVEL + "(?!城)", last)):
        return part + last[level.end() :]  # 省、市重点建设项目
    for size in range(min(len(part), 4), 1, -1):
        at = last.find(part[-size:])
        if at > 0 and len(last) > at + size and last[at + size] != "等":
            return part + last[at + size :]  # 养老保险、医疗保险参保人数
    alike = next((n for n in range(min(len(part), len(last)), 1, -1) if part[:n] == last[:n]), 0)
    if alike and len(last) - len(part) > 1:
        rest = last[len(part) :]
        if _KIND.fullmatch(rest):
            return part + rest  # 电子证照、电子印章使用率
    kind = _KIND.search(last) or (_NOUN.search(last) if len(part) <= _SHORT else None)
    return _joined(part, kind.group()) if kind and kind.start() else part


def counted_items(text: str, offset: int, figures: list[Figure], count: int) -> list[str]:
    """30个省重点项目、90个市重点项目分别完成投资…: each of the things counted right before the row, or []."""
    if len(figures) <= count:
        return []
    row = figures[-count - 1 :]
    things = [text[a.end - offset : b.start - offset] for a, b in pairwise(row)]
    counted = not any(f.base_unit in ("%", "百分点", RANK, "元") for f in row[:-1])
    opened = not text[: row[0].start - offset].strip("、和与及全省市县区共")
    if not (counted and opened) or "分别" not in things[-1]:
        return []
    return shared_items("、".join(thing.strip("、和与及") for thing in things), count)


# 为年度计划的109%、104%: of the things in the row before
_OF_PLAN = regex(
    "(?:均|分别)?(?:占|为|达到?|完成)?了?(?P<of>(?:全?年度?)(?:投资)?(?:目标)?(?:计划|任务)(?:任务|投资)?的?|(?:年度?)?(?:计划|投资|任务)*完成率)(?:均|分别)?(?:达到?|为)?"
)


def as_planned(items: list[str], near: str) -> list[str]:
    """The ``items`` of the row before with the plan that rates are told of next; [] where they are not."""
    of = _OF_PLAN.fullmatch(near.strip())
    return [item.removesuffix("投资") + of["of"].removesuffix("的") for item in items] if of else []
