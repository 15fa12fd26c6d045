"""What the words around a figure say that it measures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reports.patterns import regex

from .clauses import Clause, clauses_of, subject_of, without_remarks
from .figures import RANK, Figure, find_figures
from .headnouns import in_row, shared_behind, told_behind, unmeasured
from .indicators import find_names
from .listed import runs_of, words_before_each
from .manner import changed_how
from .owners import other_side, owned
from .phrases import ABOVE, CHANGE, GENERIC, LEVELS, MOVED, held, indicator_of, ranked_indicator, right_noun
from .purposes import given
from .shares import (
    AS_COMPARED,
    COUNTED,
    LENGTH_OF_TIME,
    NEWLY,
    TOTALS,
    as_planned,
    counted_items,
    done_by_each,
    of_levels,
    shared_items,
    totals_of,
    with_kind,
)
from .stages import staged
from .units import THINGS

_RANKED_EACH = regex("(增[速幅长]|涨幅|总量|规模|)分别(.*)$")
# 72个重点项目当年投资135.9亿元: the last words are the next figure's.
_NEXT = regex(
    r"(?:分别|当年|年度|计划|预计|完成|实现|累计|概算|总)+(?:投资|产值|金额|规模|面积|里程)(?:额|量)?(?:达到?|为|约|近|超过?|突破)*$"
)
_GROWTH = regex(
    r"(?:同比|环比|年均|平均|比上年|较上年|比去年|分别|可比价|按可比价格计算|按可比口径|增长|增速|增幅|涨幅|递增|上升|上涨|提高|提升|下降|降低|减少|回落|增加(?!值)|压减|压降|扩大|缩小|收窄|加快|负增长|增收|翻)"
)
_PASSED = regex("(?:元)?(?:的)?(?:新)?(?:台阶|大关|关口|门槛)")
_PART_OF = regex("的?(?!实现|用于|提出|达到|增长|增速|投向|速度|比例|比重)[一-鿿]{2}")
_LONG = 3
_NOTHING = regex("[ 、，]*(?:超过?|近|约|逾|将|把|力争|确保|争取|全[省市县区州]|实现|完成|使|让|已|要)*")
_OF_TOURISM = regex(
    "(?:国[际内]|国?内外|海内外|境内外|[、和及与])*(?P<of>总?收入|综合性?收入|综合效益|总花费)"
)
_OUTPUT = regex("(?:^|、)(?:全?年|年度|常年)?(?P<of>总?产量|总产)$")
_NEWLY_IN_YEARS = regex("近?[两二三四五]年来?(?:累计|共)?新增")
_OUTPUT_ALONE = regex("(?:年|全年)?(?:总?产量|总产|产值|总产值)")
_OF_CROP = regex(
    "(?:新增|新发展|新种植?|新栽|发展|完成|种植|其中|推动|扩大|稳定|[三五两]年|[调压]?减少?|提高)*(?P<crop>(?!播种|种植|栽培|提高)[一-鿿]{2,8}?)(?:作物)?(?:(?:播种|种植|收获|栽培|养殖|饲养|栽植)?(?:总?面积|规模)|(?:平均)?[单亩]产)$"
)
_GRAIN = regex("粮食(?:作物)?(?:播种|种植|连续|生产|总?产|面积)|^粮食")


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a figure from the sentence around it (offsets in the view)."""

    figure: Figure
    clause: Clause
    near: str
    right: str
    indicator: str
    inherited: bool
    item: str
    verb: str
    more: bool
    lead: str


def contexts(text: str, topic: str = "") -> Iterator[Context]:
    """Each figure of a folded sentence with the words that say what it measures.

    ``topic`` is what the short sentence right before it speaks of, or ``""``.
    """
    figures = find_figures(text)
    if not figures:
        return
    subject = topic
    items: list[str] = []
    before: list[str] = []
    levels: list[str] = []
    index = lone = last = 0
    for clause in clauses_of(text, figures):
        inside = []
        while index < len(figures) and figures[index].start < clause.end:
            inside.append(figures[index])
            index += 1
        lone, last = last, clause.start
        if inside:
            last = clause.end
        if not inside:
            subject = subject_of(text[clause.start : clause.end], subject)
            items = []
            continue
        own = []
        for context in _clause_contexts(text, clause, inside, subject, items, before, levels, figures, lone):
            subject = _next_subject(context, subject)
            own.append(context.indicator)
            yield context
        before = own
        # 游客1529万人次，收入157.8亿元，分别增长36%、37%: rates are of what the clauses before came to.
        rates = any(figure.base_unit in ("%", "百分点", RANK) for figure in inside)
        levels = [] if rates else [*levels, *own] if len(inside) == 1 else own


def _clause_contexts(
    text: str,
    clause: Clause,
    figures: list[Figure],
    subject: str,
    items: list[str],
    before: list[str],
    levels: list[str],
    every: list[Figure],
    lone: int,
) -> Iterator[Context]:
    """The contexts of one clause's figures.

    ``items`` is updated: it lasts while figures share it. ``before``: the indicators of the last clause
    with figures. ``levels``: those of the clauses right before this one that tell no rate.
    """
    nears = words_before_each(text, clause, figures)
    runs = runs_of(nears, figures)
    verb = ranked = ""
    for number, figure in enumerate(figures):
        near, (run_start, run_length) = nears[number], runs[number]
        if number == run_start:
            changes = list(CHANGE.finditer(near))
            verb = changed_how(near, changes[-1]) if changes else ""
            if figure.base_unit == RANK:
                # 甲区、乙区分别居全国开发区第一、第三位
                shared = _RANKED_EACH.search(near)
                verb = "".join(shared.groups()) if shared else ""
            if run_length > 1:
                # 甲区、乙区在全省126个开发区中分别居第17、第24位
                whole = text[clause.start : figure.start]
                ranks = figure.base_unit == RANK and "分别" in near
                head = whole if number == 0 else near
                if each := AS_COMPARED.match(head):
                    head = subject + head[each.end() :]
                elif (of := _OF_STANDARDS.search(subject)) and _STANDARDS.match(head):
                    head = of.group() + head  # 城乡低保应保尽保，标准分别提高至…
                if (totals := TOTALS.match(near)) and len(before) == run_length:
                    items[:] = totals_of(before, totals[1])
                elif number == 0 and not items and of_levels(near, figures, run_length, levels, every):
                    items[:] = [LENGTH_OF_TIME.sub("", level) for level in levels[-run_length:]]
                else:
                    items[:] = (
                        shared_items(head, run_length)
                        or (ranks and number and shared_items(whole, run_length))
                        or counted_items(
                            text[clause.start :], clause.start, figures[: number + 1], run_length
                        )
                        or as_planned(items, near)
                        or (items if indicator_of(near) == "" or near.startswith("分别") else [])
                    )
                    items[:] = with_kind(items, before) if number == 0 and figure.base_unit == "元" else items
            elif indicator_of(near):
                items.clear()
        item = items[number - run_start] if run_length > 1 and len(items) == run_length else ""
        following = figures[number + 1].start if number + 1 < len(figures) else clause.end
        more = number + 1 < len(figures)
        right = _right(text[figure.end : following], more)
        right = unmeasured(right, figure) if more else right
        right = shared_behind(text, figures, number, clause.end) or right
        own, inherited = _own(near, right, figure, subject)
        if not inherited and (whole := owned(own, subject, text[: figure.start])):
            own = whole
        span = clause.start, clause.end
        if (at := every.index(figure)) and (told := staged(text, right, subject, figure, every[at - 1])):
            own, inherited = told, False
        if number and (told := in_row(text, span, figures, nears, number, own)):
            own, inherited = told, False
        own = given(own, text, every, figure, (lone, *span))
        if item:
            own, inherited = (
                item + (own[-2:] if figure.unit in _METALS else done_by_each(nears[run_start], item, figure)),
                False,
            )
        elif number and (inherited or not own) and figure.base_unit == figures[number - 1].base_unit == RANK:
            own, inherited = ranked, True  # 由第39位升至第21位
        ranked = own
        context = Context(figure, clause, near, right, own, inherited, item, verb, more, nears[run_start])
        yield context
        subject = _next_subject(context, subject)


def _next_subject(context: Context, subject: str) -> str:
    """What the figures after this one are of, where they do not say."""
    own = "" if context.inherited else context.indicator
    if context.near.endswith("连续") and context.figure.unit in ("年", "个月", "个季度", "届"):
        own = held(context.near, subject)
    if context.figure.base_unit == RANK and not find_names(own):
        return subject
    return ABOVE.sub("", own) or subject


def _right(right: str, more: bool) -> str:
    right = without_remarks(right)
    if right[:1] in ("、", "和", "与") and not _HARMONY.match(right):
        return ""
    if more and (levels := LEVELS.match(right)):
        return levels.group() + _right(right[levels.end() :], more)  # 25个省、市级中心
    if more and MOVED.fullmatch(right):
        return ""  # 由30个减至9个: what it came to is the next figure's
    return _JOINS_NEXT.sub("", _NEXT.sub("", right.split("、")[0])) if more else right


_HARMONY = regex("和[美谐田硕静]")
# 19枚金牌和23枚银牌
_JOINS_NEXT = regex("(?<=[一-鿿]{2})(?:以及|及|和|与)$")


_STANDARDS = regex("(?:补助|保障|发放)?标准(?:均|都|已)?(?=分别)")
_OF_STANDARDS = regex("城乡(?:居民)?(?:最低生活保障|低保)")
_METALS = frozenset("金银铜")
_GAINED = frozenset(["增产", "减产", "增收", "减收"])
_INVESTED = frozenset(["投资", "总投资", "计划投资", "计划总投资", "概算投资", "概算总投资"])
_INVESTED_IN = regex(
    r"(?:以上|左右)?的((?!项目|工程)[^，,、；;。:：\d]{2,20}?(?:项目|工程|基地|产业园|园区|中心))"
)


_INVESTED_IN_ANY = regex(
    r"(?:以上|左右)?的((?!项目|工程|企业)[^，,、；;。:：\d]{2,16}?)(?:(?:等|已|建成|投入|竣工|主体|顺利|正式|开工|完成|投产|全面|初具|即将|加快|努力|正在|进展|具备|全部).*|和|及|与|建设)?"
)
_RANK_ALONE = regex("(?:国家|自治区|省部|省|市|县|区|州|镇)级(?:以上)?")
_OF_RANK = regex("(?:全国|(?:国家|国际|自治区|省部|省|市|县|区|州)级)(?:以上)?(?=[一-鿿“]{2})")
# 筹措5亿元撬动新增贷款90亿元: what money drives is no noun of its own.
_DRIVES = regex("(?:撬动|带动|拉动|引导|吸引|支持|支撑|助力|推动|促进)(?!能力|作用|力)")
_REVENUE = regex("(?:预算|财政|基金)总?收入$")


def _own(near: str, right: str, figure: Figure, subject: str) -> tuple[str, bool]:
    """(indicator, whether it is the subject of an earlier figure)."""
    if figure.unit in _METALS:
        return indicator_of(near) + figure.unit + "牌", False
    own = ranked_indicator(near) if figure.base_unit == RANK else indicator_of(near)
    if own == "新增" and not right and ("新增" in subject or "其中" in near or _MORE_THAN.search(near)):
        return subject, True
    if own in _GAINED and subject and not right:
        return subject, True  # 粮食总产量达到469万吨，增产38万吨
    if figure.base_unit == "次" and own in ("先后", "连续", "相继") and right:
        return right_noun(right), False  # 先后四次提高标准
    if _NEWLY_IN_YEARS.fullmatch(own) and not right and NEWLY.match(subject):
        # 新登记经营主体9万户，三年新增25万户
        return subject, True
    if (of := _OUTPUT.search(own)) and _GRAIN.search(subject if of.start() == 0 else own):
        # 粮食播种面积298万亩，产量24亿斤: the crop carries over, the area does not.
        return "粮食" + of["of"], False
    if _OUTPUT_ALONE.fullmatch(own) and (of := _OF_CROP.match(subject)):
        return of["crop"] + own, False  # 夏粮平均亩产400公斤，总产413万吨
    if own == "支出" and _REVENUE.search(subject):
        # 一般预算收入29亿元、支出143亿元: of the same budget
        return subject.removesuffix("收入") + own, False
    if own in _INVESTED and (of := _INVESTED_IN.match(right) or _INVESTED_IN_ANY.fullmatch(right)):
        # 投资33亿元的风帆工业园项目: what it is invested in stands behind it.
        return of[1] + own, False
    if "游" in subject and (sum_of := _OF_TOURISM.fullmatch(own)):
        # 接待游客80万人次，综合收入6亿元; 旅游业兴旺，国内外收入3亿元
        return "旅游" + sum_of["of"], False
    if _RANK_ALONE.fullmatch(own) and (of := _OF_RANK.search(subject)):
        # 国家级绿色工厂2家、省级5家
        return f"{subject[: of.start()]}{own}{subject[of.end() :]}", False
    if told := told_behind(near, own, right, figure, subject) or other_side(own, subject):
        return told, False
    if own and subject and ABOVE.match(own):
        return subject + own, True
    if _SIDE.fullmatch(own) and (other := _SIDE.match(subject)) and other[0] != own:
        # 城镇人均居住面积增加到8平方米，农村增加到22平方米
        return own + subject[other.end() :], False
    if own and subject and (own.startswith("占") or own in GENERIC):
        # 新增专精特新企业9家，总数达到60家: the total is not of the new ones alone.
        whose = NEWLY.sub("", subject) if own in COUNTED else subject
        return whose.removesuffix(own) + own, False
    if (
        own
        and len(own) <= 4
        and right
        and not CHANGE.match(right)
        and not MOVED.match(right)
        and not (_DRIVES.match(right) or _PASSED.match(right))
        and not find_names(own)
        and figure.base_unit not in ("%", "百分点", RANK)
    ):
        # 新增7名院士: the verb before and the noun behind make the indicator.
        return own + right_noun(right), False
    if own:
        return own, False
    if figure.base_unit in THINGS and _FEWER.fullmatch(near.strip("、，, ")) and _KIND.match(right):
        return near.strip("、，, ") + right_noun(right), False  # 减少3项审批事项
    if not _GROWTH.search(near) and figure.base_unit not in ("%", "百分点", RANK):
        # 站上3000亿元台阶: what is passed is no indicator
        own = right_noun(right) if indicator_of(right) and not _PASSED.match(right) else ""
    if (
        not own
        and figure.base_unit == "%"
        and _PART_OF.match(right)
        and _NOTHING.fullmatch(near)
        and (not near.strip() or len(right) > _LONG)
    ):
        # 86%的县建成三级医院
        return right_noun(right.removeprefix("的")), False
    if not own and subject:
        if figure.base_unit not in ("%", "百分点", RANK):
            subject = _SHARE_TOLD.sub("", subject)  # 总产600万吨，占全省的8%，比2000年净增250万吨
        return subject.removesuffix("连续"), True
    return own, False


_MORE_THAN = regex("[比较](?:\\d{4}年|上年|去年|上一年)[末底初]?新增$")  # 收获251个蓝天，较上年新增40天
_FEWER = regex("(?:实际|累计|共|又|再)?(?:减少|增加|压减|精简|取消)了?")
_KIND = regex("(?![、和及与的以左等])[一-鿿“]{3}")
_SIDE = regex("城镇|农村|城市|乡村|农牧区")
_SHARE_TOLD = regex("(?<=[一-鿿]{2})占(?![地用道补]).*$")
