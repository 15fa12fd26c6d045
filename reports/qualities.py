"""What kind of figure it is: level, growth or share; result, estimate or target; of which place."""

from __future__ import annotations

import re

from reports.patterns import regex

from .contexts import Context
from .figures import RANK, RATIO
from .governing import WILL
from .headnouns import sized
from .periods import RESULT, TARGET, Frame
from .phrases import CHANGE
from .records import Identity

_REACHED = regex(r"(?:[到至达为]|[稳定保维控][定持制]在)(?:(?:每人)?每[月年天日])?$")
_JOINED = ("、", "和", "及", "与")
_RATE = regex("涨幅|增速|增幅|增长率|降幅|增长(?:的?预期|的?计划)?(?:目标|预期)")
# 保持20%以上增长, 实现8%的较快增长
_GROWS_BY = regex("的?(?:年均|较快|高速|中高速|快速|复合|正)*(?:增长|增速|增幅)(?![到至为])")
_RATE_OF = regex("的?(?:预期)?(?:目标|速度|幅度)")
# 年均增长保持在6.5%: so fast, and no share
_KEPT = regex(
    "(?:增长|增速|增幅|递增|上涨)(?:幅度)?(?:保持|稳定|维持|控制)在$|(?:增长|递增)高?达$"
    "|(?:增长|下降|上涨)(?:率|幅度?|速度)?(?:分别|各|均|都)为$"
)
_EACH_BY = regex("(?:率|幅度?|速度)?(?:分别|各|均|都)为")
# 资金不低于5000万元, 增速高于7%: a bound, no change.
_BOUND = regex("(?:不(?:高于|低于|快于|减少|降低)|(?:高于|低于|快于))(?:每立方米)?$")
_WORKS = regex(
    "(?:改造|整治|新建|改建|扩建|实施|建设|建成|打造|完成|推进|优化|修复|升级|质量|环境|品质)[^,，]{0,12}(?:提升|改善)$|^、?提升$"
)
# What a thing rises by is measured; works are counted.
_MEASURES = frozenset(
    ["%", "百分点", "倍", "元", "美元", "岁", "位", "吨", "公斤", "斤", "分", "年", "天", "人", "人次"]
)
_BY_HOW_MUCH = frozenset(["%", "百分点", "倍", "公里", "位"])
# 比上年多3.69% is growth.
_COMPARED = regex(r"[比较].{1,8}[多少高低快长]出?$")
# 增长7%左右，力争达到7.5%: what is aspired to is growth too.
_AIMED = regex(
    r"(?:增长|增速|递增|下降|降低|提高)[^,，;；。]{0,8}\d(?:\.\d+)?%[^,，;；。\d]{0,4}[,，、](?:并|且)?(?:力争|争取|确保|努力|奋力|冲刺|向)[^,，;；。\d]{0,6}$"
)
# 超10亿元企业3家: the amount says which firms are counted.
_QUALIFIES = regex(
    r"(?:以上)?的?(?:[一-鿿]{0,4})(?:企业|项目|产业|集群|园区|镇|村|县|市|单品|品牌|平台|门店|工程)"
)
_SIZED = regex("(?:以上|重大|级|产业链)*(?:项目|企业|产业|园区)")
# 中欧班列4980列, 目前5家 and 新居30套 rank nothing.
_RANK = regex(r"第$|(?<![目日年月天此之以提])前$|(?<![民宜安定移故邻新旧])居$|(?<![班系下陈行专出序])列$")
# 排名提升4位: by how many places, and none of them
_MOVED_UP = regex("(?:提升|上升|提高|前移|前进|跃升|晋升|攀升|下降|后退|下滑|回落|[升进移跃退降])了?$")
_ESTIMATE = regex(r"预计|预期完成|有望")
_PRELIMINARY = regex(r"初步核算|初步统计|快报|初步测算|初步预计|统一核算|初核")
_TOTAL = regex(r"累计|(?<!公)共(?![同建享产济识和青])|总计|合计|五年来|任期内")
_DONE = regex(r"(?<![比较])(?:去年|上年(?!度))|已(?!知)|建成投用(?=的|以来|后)|来之不易|完成了|实现了|取得")
_SAID_THEN = regex("(?:报告|年初)(?:中|里)?(?:曾经?|就)?(?:提出|确定|要求|定下|规定)[^;；。]{0,40}$")
# 全国第一, 全省文明城市: a rank or a title, not a figure of the nation.
_NOT_A_PLACE = "第|首|前|率先|唯一|最|一流|领先|性|人大|两会|政协|名|排|百|十|示范|文明|卫生"


def measure_of(text: str, context: Context) -> str:
    """水平, 增速, 占比, 增量, 位次 or 限定: in which sense a figure of the folded sentence is meant."""
    figure, near = context.figure, context.near[-14:]
    if figure.base_unit == RANK or _RANK.search(near):
        # 分别提升23位、48位: the second as the first
        lead = context.lead if context.item or near in _JOINED else near
        moved = text[figure.start] != "第" and _MOVED_UP.search(lead[-14:])
        return "增量" if moved else "位次"
    if context.right.startswith(("位次", "名次")) and _MOVED_UP.search(near):
        return "增量"
    if figure.base_unit == RATIO:
        return "占比"
    if figure.base_unit == "百分点":
        return "增量"
    if figure.base_unit == "番":
        return "增速"
    # 500万元以上的235个 sizes them; 总投资41亿元的12个 is an amount told
    beside = context.more and context.right == "" and text[figure.end : figure.end + 1].isdigit()
    sizes = _QUALIFIES.match(context.right) or (figure.bound and (context.right == "的" or beside))
    bare = figure.multiplier == "亿" and not figure.unit and _SIZED.match(context.right)  # 过50亿项目8个
    money = figure.base_unit in ("元", "美元") or bare
    if (context.more and money and sizes) or sized(
        text[context.clause.start : figure.start], figure, context.right
    ):
        return "限定"
    grows = _grows(text, context)
    if figure.base_unit in ("%", "倍"):
        # 涨幅回落到6.1%, 增速保持在7%: what is reached is itself a rate of growth.
        return "增速" if grows or _RATE.search(context.indicator) or _RATE.search(near) else "占比"
    if _THAN_THEN.search(near):
        return "增量"
    return "增量" if grows and not re.search(r"新增|净增", near[-6:]) else "水平"


# 比2000年净增250万吨: so much more than there was then
_THAN_THEN = regex(r"[比较](?:\d{4}年|上年|去年|上一年)[末底初]?(?:净增加?|新增|多增)了?$")
_RUN = regex(r"(?:[\d.]+%[、和及与]?)+$")
# 排放量分别削减1.5%, 办理时限缩短47%
_CUT_BY = regex("(?:削减|缩短|压缩|精简|压降|瘦身|调增|调减)了?(?:近|约|超过?)?$")


_SHARE_REACHED = regex("^[、,，][^、,，]{2,8}(?:占比|比重)(?:已|达到?|为|约|近|超过?)*$")


def _grows(text: str, context: Context) -> bool:
    """Whether the figure says by how much something changed, not what it came to."""
    figure, near = context.figure, context.near[-14:]
    clause = text[context.clause.start : figure.start]
    if _COMPARED.search(near) or (figure.base_unit == "%" and _GROWS_BY.match(context.right)):
        return True
    if figure.base_unit != "百分点":
        near = _BOUND.sub("", near)
    if changes := list(CHANGE.finditer(near)):
        after = near[changes[-1].end() :]
        # 实施道路照明质量提升100条, 改造提升服务区26个: works are counted.
        if changes[-1].group() in ("提升", "改善", "扩大") and figure.base_unit not in _MEASURES:
            works = (after and not after.startswith(("到", "至", "了", "为"))) or _WORKS.search(near)
            if works and not context.right.startswith("位"):
                return False
        if figure.base_unit == "%" and (_RATE_OF.match(after) or _KEPT.search(near)):
            return True  # 预期增长目标定为13%: what is fixed is itself a growth
        # 加快推进、总投资350亿元 and 加快发展的30条意见 do not say by how much.
        if changes[-1].group() == "加快" and (after or figure.base_unit not in _BY_HOW_MUCH):
            return False  # 加快12处水库建设
        if after and re.search("[、的]", after):
            return False
        return not _reaches(after)
    percent = figure.base_unit == "%"
    if percent and _CUT_BY.search(_RUN.sub("", clause) if near in ("", *_JOINED) else near):
        return True
    # 分别提高30元和5元: the second is as the first.
    if (context.near in _JOINED and context.verb) or (percent and context.near in ("", *_JOINED)):
        changes = list(CHANGE.finditer(clause))
        if changes:
            after = re.split(r"\d", clause[changes[-1].end() :], maxsplit=1)[0]
            return not _reaches(after) or (percent and _EACH_BY.fullmatch(after) is not None)
    if percent and _SHARE_REACHED.search(context.near):
        return False  # 外送电量年均增长5%、绿电占比超两成
    if percent and re.search(r"(?:同比|分别|比上年|年均)[^，；]*$", clause[-14:]):
        return bool(CHANGE.search(clause)) or "同比" in near
    return percent and bool(_AIMED.search(text[: figure.start][-60:]))


def _reaches(after: str) -> bool:
    """Whether what follows a verb of change leads to the value reached: 提高到每人每月."""
    return after.startswith(("到", "至", "为")) or bool(_REACHED.search(after))


def nature_of(frame: Frame, text: str, context: Context, base: Frame) -> str:
    start = context.figure.start
    lead = text[:start]
    clause = text[context.clause.start : start]
    if frame.nature == TARGET:
        done = _DONE.search(clause) if base.nature == TARGET and not WILL.search(clause) else None
        # 取得重大成果100项以上 is yet to come.
        if done and not (done.group() == "取得" and context.figure.bound == ">="):
            return RESULT
        return TARGET
    if _SAID_THEN.search(lead) and WILL.search(clause) and not _DONE.search(clause):
        return TARGET  # 去年的报告提出，涨幅要降到10%
    if _PRELIMINARY.search(lead):
        return "初步核算"
    # 预计 at its head holds for the whole sentence, further in for its own part up to the semicolon.
    if _ESTIMATE.search(lead[:6]) or _ESTIMATE.search(re.split("[;；]", lead)[-1][-60:]):
        return "预计"
    if (
        frame.first is not None
        and frame.year is not None
        and frame.year - frame.first >= 1
        and _TOTAL.search(lead)
    ):
        return "累计"
    return RESULT


def place_elsewhere(text: str, context: Context, identity: Identity) -> str:
    """The wider place that a figure speaks of (全国, 全省), or ``""`` where it is the report's own."""
    clause = text[context.clause.start : context.figure.start]
    level = "国" if identity.place in ("国务院", "全国", "") else identity.place[-1:]
    inside = {"全国": ("国",), "全省": ("国", "省")}
    for word, own in inside.items():
        if level not in own and re.match(rf"(?:高于|低于|占|快于)?{word}(?!{_NOT_A_PLACE})", clause):
            return word
    return ""
