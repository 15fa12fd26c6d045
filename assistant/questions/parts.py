"""A question taken apart: the questions that it asks one after another.

Each part is read as a question by itself and completed, like a follow-up, with what the parts before
it say: 2022年底有多少市场主体，这一年净增多少 asks two questions about one subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reports.indicators import find_names
from reports.patterns import regex
from reports.text import fold

from .asking import IN_A_ROW, QUANTITY
from .contrasts import each_named
from .direction import plainly
from .followup import complete
from .joined import each_joined
from .numerals import COUNTS
from .places import PlaceIndex
from .rivals import without_gap
from .sectors import each_sector
from .slots import Slots
from .times import PART_OF_YEAR
from .understand import read_question

_ASKS = regex(
    r"多少|第几|几何|几成|(?<![哪第好十])几(?!乎|年来|经|近|何|成|大|天前)|多[大长高]|百分之|增速|增幅|增长率|什么(?:位置|位次|名次|时候|水平)|(?:没有|没|吗|谁|哪天|何时)$|(?:排名|位次|名次)呢?$|谁|哪"
)
_QUANTITY_TOO = regex(
    "(?:那么?|它的|其)?[一-鿿]{0,8}(?:[率额量值数]|比重|比例|占比|面积|收入|支出|里程|投资|规模|余额|存款|贷款|价格|人口|强度|密度|目标)呢|"
    "(?:那么?)?(?:\\d{4}年|今年|明年)[一-鿿]{0,8}(?:目标|预期|计划)值?呢?"
)
# 停车位多少个？充电桩呢: another thing, counted alike.
_THING_TOO = regex(
    "(?:那么?)?(?!.*(?:什么|怎|为何|吗|是不是|有没有|原因|如何|情况|何时|具体|年|目标|计划|增[速幅]))[一-鿿、()（）]{2,14}呢"
)
_OF_TIME = regex(
    r"(?:\d{4}年|今年|明年)(?:又|还|再|要|打算|计划|准备(?!金)|目标)|目标|计划|年均|"
    r"[“\"]?(?:十[一二三四五]?|[六七八九])五[”\"]?(?:期间|时期|以来|年均)|(?:过去|这)?[三五]年(?:来|间|年均)"
)
# 制造业投资呢，在全省排第几: both are asked for
_OF_RANK = regex(
    "(?:增[速幅长]|涨幅|总量|总额)?[又还能可]*[在排居列位]*"
    "(?:(?:全[国省市区州盟旗球]|世界上?|[省市国]里|省内|国内)的?)?[排居列位]*第几"
)
_CUT = regex(
    r"[，,；;?？]+|、(?=[^、，,]*(?:多少|第几|几))|(?<=[多少几][户家个项件座条处人台宗套栋])(?=(?:多少|几))|"
    r"(?:以及|和(?![美谐])|与)(?=[^，,和与]*(?:多少|几[个家项户人件座条处]))"
)
# 2022年增速和2023年的增速目标，各是多少: two questions in one.
_BOTH_EACH = regex(
    r"(?P<one>(?:(?!\d{4}年).)*\d{4}年(?:(?!\d{4}年)[^，,])*?)(?:和|与|跟|、|，)(?P<other>\d{4}年(?:(?!\d{4}年)[^，,])*?)[，,]?"
    r"(?:各|分别|都)(?:是|为|有)?(?:多少|几何|几(?=[^，,何]{1,3}$)|百分之几).*"
)
# 粮食、原煤、钢各要达到多少: as many questions as there are things listed.
_EACH_OF = regex(
    r"(?P<items>[^，,]*?[一-鿿](?:、[^，,、]{1,10})+(?:(?:和|及|与)[^，,、]{1,10})?)(?:各|分别)(?P<tail>[^，,、]*(?:多少|几)[^，,、]*)"
)
# 城镇化率和绿化率，比2005年各提高了几个百分点
_THAN_EACH = regex(
    r"(?=.*(?:各|分别))(?P<items>[^，,]*?[一-鿿](?:(?:、|和|(?<!普)及|与)[^，,、]{2,12}?)+)[，,]?(?:分别)?[比较](?P<than>[^，,]{2,12}?)(?:各自?|分别)?"
    r"(?P<tail>[^，,]*(?:多少|几)[^，,]*)"
)
# 夜市的客流、营业额各涨了多少: of one thing
_OF_ONE = regex("^.*[一-鿿]{2}的(?=[^的]{2,5}$)")
_QUANTITY_OF = regex("[^的]{2,5}")
# 多少天，比2019年多几天: the second is the difference of the first, and no question of 2019.
_THAN_YEAR = regex(r"^比.{0,6}\d{4}年?")
# 运了多少旅客和货物, 改造多少公里的水管、气管和暖气管: how much of each.
_MUCH_OF = regex(
    r"(?P<one>(?:(?!多少|几|分别|各|[，,、]).)*(?P<ask>多少(?:个|家|户|名|位|座|条|项|处|套|件|公里|万?亩|万?平方米)?)的?[一-鿿]{2,8}?)"
    r"(?P<more>(?:、(?!多少|几)[一-鿿]{2,8})*)(?:和|及|与|以及)(?P<other>[一-鿿]{2,8})"
)
# 公路的里程和总投资各是多少: both of one thing, each in a quantity of its own
_TWO_OF = regex(
    "(?P<one>[^，,、]*[一-鿿]{2}的(?:总?(?:里程|面积|数量|个数|户数|人数|家数|人次)|[一-鿿]{2,4}数))(?:和|与|及|以及)(?P<other>(?:总|计划)?投资[总]?额?|(?:总|年)?收入|总?面积|总?产量|[一-鿿]{2,4}数)"
    "(?:分别|各自?)(?:是|有|为|达到?)*(?:多少|几何)"
)
_BUDGET = regex(r"[，,](?:有没有)?完成了?(年度计划|年初预算|预算|计划|任务)了?(?:没有|没|吗)")
# 是2006年的几倍: a figure that the report tells of the same subject.
# 增速和在全省的位次: two questions in one.
_AND_RANK = regex(
    "(增速|增幅|增长率|总量|总额|总值)(?:和|及|与|以及|、)(?:在|其)?(全[国省市区州盟旗]|全系统)?的?(?:位次|排名|名次|排位)"
)
_AND_SHARE = regex(
    "(增速|增幅|增长率|产量|产值|总量|总额|增加值)(?:和|及|与|以及|、)(占[^，,和与及多几]{1,8}(?:比重|比例|份额))"
    "(?:各|分别)?(?:是|为|有|达)?(?:多少|百分之几)$"
)
_TIMES = regex(r"^(?:约|大约)?(?:相当于|是)(?:\d{4}年|上年|去年)的?(?:几|多少)倍")
_SO_MANY_MORE = regex(
    "^(?:\\d{4}年|今年|明年)?[又再还要将打计拟力预准][一-鿿]{0,3}(?:新增|增加|完成|达到)(?:多少|几)万$"
)
_THIS_YEAR = regex("^(?:在)?(?:这|那|当)一?年(?=净|新|共|总|又|建|完)")


def parts_of(whole: Slots, before: Slots | None, places: PlaceIndex) -> tuple[Slots, ...]:
    """Each question that ``whole`` asks, in its order; empty where it asks only one.

    ``before`` is the question before it in the conversation.
    """
    text = fold(whole.question.strip()).rstrip("？?。")
    if (bare := without_gap(text)) != text and len(found := _parts_in(bare, whole, before, places)) > 1:
        # 各是多少，差多少: how far apart they are is no figure of its own
        return found
    return _parts_in(text, whole, before, places)


def _parts_in(text: str, whole: Slots, before: Slots | None, places: PlaceIndex) -> tuple[Slots, ...]:
    text = _AND_SHARE.sub(
        r"\1多少，\2多少", _AND_RANK.sub(r"\1多少，在\2排第几", plainly(each_sector(text, of_value=True)))
    )
    text = _apart(text, one_place=len(whole.places) < 2 and len(whole.years) < 2)
    text = _BUDGET.sub(r"，为\1的百分之几", text)
    text = each_joined(text)
    pieces = [piece.strip() for piece in _CUT.split(text) if piece and piece.strip()]
    asking = [bool(_ASKS.search(piece)) for piece in pieces]
    for number, piece in enumerate(pieces[:-1]):
        # 出栏呢？2012年又要达到多少: both are asked for
        after = pieces[number + 1]
        both = piece.endswith("呢") and (_OF_TIME.match(after) or _OF_RANK.match(after))
        asking[number] = asking[number] or bool(both)
    if len(whole.places) < 2 and len(whole.years) < 2:
        for number, piece in enumerate(pieces[1:], 1):
            # 机架要达到多少个，上架率呢: a quantity of its own, asked for in a word
            too = _QUANTITY_TOO.fullmatch(piece) or _THING_TOO.fullmatch(piece)
            asking[number] = asking[number] or bool(asking[number - 1] and too)
    if sum(asking) < 2 or any(_THAN_YEAR.match(piece) for piece in pieces[1:]):
        return ()
    # What stands before the first question (2019年定的18项实事，) belongs to it.
    first = asking.index(True)
    head = "，".join(pieces[:first])
    parts: list[Slots] = []
    earlier = before or Slots(whole.question, "", places=whole.places, unknown_places=whole.unknown_places)
    planned: tuple[int, ...] = ()
    if before is None and len(whole.years) == 1:
        if _year_of_all(whole.years[0], pieces[first:], places):
            # 投资、社零2022年分别完成多少: the year that the last one names is that of all.
            earlier = replace(earlier, years=whole.years, relative=(), span=None)
        elif f"{whole.years[0]}年" in text:
            planned = whole.years
    about = complete(read_question(head, places), None) if head else None
    head_asks = bool(about and about.content and re.search("呢$", head))
    for piece, asks in list(zip(pieces, asking, strict=True))[first:]:
        if not asks:
            continue
        part = _part(piece, earlier, about, places, head_asks=head_asks and not parts)
        if planned and not (part.years or part.relative or part.report_years):
            part = replace(part, report_years=planned)  # what was done, in the report with the plan
        parts.append(part)
        earlier = part
    if all(p.task == "meta" for p in parts):
        return ()  # 是谁作的，回顾的是哪一年: told of the report as a whole
    return tuple(parts) if all(p.content and p.nature != "both" for p in parts) else ()


def _year_of_all(year: int, pieces: Sequence[str], places: PlaceIndex) -> bool:
    """Whether a year holds for all pieces: 有多少家，2024年力争达到多少家 names that of the plan alone."""
    naming = [piece for piece in pieces if f"{year}年" in piece]
    planned = (
        bool(naming) and naming[0] is not pieces[0] and read_question(naming[0], places).nature == "目标"
    )
    return bool(naming) and not planned


# 交通、水利、市政三块投资加起来多少: as many questions as there are things to be added.
_PLAINLY = "加起来|加在一起|加一起|合起来|合在一起|相加|总和|之和"
_TOTAL = "(?:合计|一共|总共|共(?=有?多少|有?几)|加起来|加在一起|加一起|合起来|合在一起|相加|总和|之和)"
_DEED = "办理|办结|办复|受理|建成|新建|改造|完成|新增|培育|投入|发放|支付|拨付|兑付|引进|签约|化解|减免"
_DONE = "[一-鿿]{1,2}了"  # 花了, 运走了
_ADDED = regex(
    rf"(?P<items>[^，,]+?)(?:(?:这)?(?P<count>[两二三四五六七八])(?:块|个|项|大|家|类|者|样|种|条|座)(?:产业链?|产业集群|集群|行业|园区|领域|方面|工程|项目|行动|工作|任务|指标|作物|平台|基地|活动|赛事|展会)?的?|的|(?={_TOTAL}))"
    rf"(?:[^，,的]{{1,4}}的(?:钱|资金))?(?P<of>[^，,的]{{0,12}}?){_TOTAL}(?:一共|总共|大约|约)?(?:至少|最少)?(?:是|有|为|能?要?达到?)*(?P<deed>(?:{_DEED})了?(?:总?投资|产值)?|{_DONE})?(?P<much>(?:多少|几).*)"
)


_ADDED_BARE = regex(
    rf"(?P<items>[^，,]+?)(?P<count>)(?P<of>){_TOTAL}(?:一共|总共|大约|约)?(?:是|有|为|能?要?达到?)*(?P<deed>(?:{_DEED})了?|{_DONE})?(?P<much>(?:多少|几).*)"
)
_KIND = regex("(?<=[一-鿿])(?:总产量|产量|产值|增加值|余额|面积|投资额?)$")


def asks_total(text: str, *, plainly: bool = False) -> bool:
    """Whether a question asks what several figures come to together.

    ``plainly``: in words that say nothing else; 一共 may as well ask for one figure of all.
    """
    if plainly or not asks_once(text):
        return re.search(_PLAINLY if plainly else f"{_PLAINLY}|合计", text) is not None
    return re.search(_TOTAL, text) is not None


def asks_once(text: str) -> bool:
    """Whether a question says but once that it asks for a figure."""
    return len(re.findall("多少|(?<![哪第好十])几", text)) == 1


_COUNTED_LAST = regex("(?P<item>.{2,}?)这?(?P<count>[两二三四五六七八])[个项座处家类条](?P<of>[^的]{2,8})")
_AND = regex("、|以及|和|与|及|跟(?![踪进随班])")


def _each_added(text: str, *, one_place: bool) -> str:
    """A question for each thing that is to be added, or ``""``."""
    match = _ADDED.fullmatch(text)
    if match and not match["count"] and _AND.search(match["of"]):
        match = _ADDED_BARE.fullmatch(text)  # 国债新增的新线和复线加起来: both are of one kind
    if match and not one_place and not match["of"]:
        return ""
    listed, of = (match["items"], match["of"]) if match else ("", "")
    if _AND.search(of) and not _AND.search(listed):
        listed, of = f"{listed}的{of}", ""  # 新增的铁路新线和复线加起来: what is listed stands behind 的
    items = _AND.split(listed)
    if match and COUNTS.get(match["count"], len(items)) < len(items):
        items = listed.split("、")  # 光伏及储能、汽车及零部件两条产业链
    counted = _COUNTED_LAST.fullmatch(items[-1]) if not of else None
    if counted and COUNTS.get(counted["count"]) == len(items):
        items[-1], of = counted.group("item", "of")  # 甲厂和乙厂两个光伏项目一共多少
    if match is None or len(items) < 2 or COUNTS.get(match["count"], len(items)) != len(items):
        return ""
    of = "" if of in ("资金", "钱", "经费") else of
    if not of and (kind := _KIND.search(items[-1])):
        # 肉、蛋、奶产量合计多少: what the last one is measured by is that of all
        of, items[-1] = kind.group(), items[-1][: kind.start()]
    items = each_named(items)
    if use := _USED_FOR.search(items[0]):
        items[1:] = [use["use"] + item for item in items[1:]]  # 用于教育和医疗的支出
    return "，".join(f"{item}{of}{match['deed'] or ''}{match['much']}" for item in items if item)


_USED_FOR = regex("(?P<use>用于|用在|投向|投给|拨给)(?=.{2,}$)")


def _apart(text: str, *, one_place: bool) -> str:
    """A question that lists what it asks for, as one question for each with a comma between them."""
    if added := _each_added(text, one_place=one_place):
        return added
    if than := _THAN_EACH.fullmatch(text):
        items = re.split("、|和(?!谐)|(?<!普)及|与", than["items"])
        if all(map(QUANTITY.search, items)):
            year = re.search(r"\d{4}年", items[0])
            items[1:] = [f"{year.group() if year else ''}{item}" for item in items[1:]]
            return "，".join(f"{item}比{than['than']}{than['tail']}" for item in items)
    listed = _EACH_OF.fullmatch(text)
    items = re.split("、|和|及|与", listed["items"]) if listed else []
    if listed and (of := _OF_ONE.match(items[0])) and all(map(_QUANTITY_OF.fullmatch, items[1:])):
        items = [items[0], *(of.group() + item for item in items[1:])]
    if listed and len(items) > 2:
        return "，".join(item + listed["tail"] for item in items)
    if both := _BOTH_EACH.fullmatch(text):
        return f"{both['one']}多少，{both['other']}多少"
    if listed:
        return "，".join(item + listed["tail"] for item in items)
    if two := _TWO_OF.fullmatch(text):
        return f"{two['one']}多少，{two['other']}多少"
    if much := _MUCH_OF.fullmatch(text):
        later = [*filter(None, much["more"].split("、")), much["other"]]
        return "，".join([much["one"], *(much["ask"] + item for item in later)])
    return _names_each(text) or text


# 预算收入和社零，哪个涨得快，各涨多少
_EACH = regex(r"[，,](?:[^，,]*[，,])?[^，,]*?(?:各|分别)(?P<tail>[^，,]*(?:多少|几)[^，,]*)$")


def _names_each(text: str) -> str:
    """A question for each of the standard indicators that are listed before 各…多少; or ``""``."""
    asked = _EACH.search(text)
    names = find_names(text[: asked.start()]) if asked else []
    if asked is None or len(names) < 2 or len({n.name for n in names}) != len(names):
        return ""
    first, *later = names
    return "，".join(
        [text[: first.end] + asked["tail"], *(text[n.start : n.end] + asked["tail"] for n in later)]
    )


def _part(
    piece: str, earlier: Slots, about: Slots | None, places: PlaceIndex, *, head_asks: bool = False
) -> Slots:
    """One part, with what it leaves out taken from the part before it and from the head of all."""
    if earlier.content and _TIMES.match(piece):
        return replace(earlier, unit="倍", measure="", text=piece)
    own = read_question(_THIS_YEAR.sub("", piece), places)
    if own.unit == "元" and earlier.unit and _SO_MANY_MORE.search(piece):
        own = replace(own, unit=earlier.unit)  # 完成多少万人，打算新增多少万
    # 公办幼儿园呢，花多少钱、建几所: of what is newly asked about, not of the question before
    if head_asks and about is not None:
        earlier = replace(earlier, content="", names=(), unit="", measure="")
    base = (
        earlier
        if earlier.content or about is None
        else replace(about, asks=(), task="figure", places=about.places or earlier.places)
    )
    part = complete(own, base)
    content = part.content
    if IN_A_ROW.match(piece) and earlier.content not in content:
        content = f"{earlier.content} {content}"
    if "全年" in piece:
        content = PART_OF_YEAR.sub("", content)
    if about is not None and about.content and about.content not in content:
        content = f"{content} {about.content}"
    # 计划新建公园多少座、新增绿道多少公里: both are planned.
    planned = "目标" in (part.nature, base.nature)
    return replace(
        part,
        content=content,
        names=tuple(dict.fromkeys(m.name for m in find_names(content))),
        measure=own.measure or ("" if own.unit else part.measure),
        nature=own.nature or ("目标" if planned and not (own.years or own.relative) else ""),
        task="figure" if part.task in ("open", "list", "table") else part.task,
        inherited=(),
    )
