"""Several figures asked for in one breath, put so that each of them, their sum or their order is asked for.

两项增速如何排序 asks which is highest; 项目数、总投资及全市位次 asks for each;
多少件甲、多少件乙，加起来多少 asks for the sum.
"""

from __future__ import annotations

import re

from reports.patterns import regex
from reports.text import fold

from ..places import PlaceIndex
from ..times import years_in
from .quantities import quantities_each
from .turns import MUCH, Turns, turned

_ENDS = "(?=[？?。]?$)"
_ASKS = regex("[多几哪谁吗呢]|什么|怎|如何|为何|是否|有没有")
# 三个产业，某市2024年目标如何排序: the place and the year are those of all that is listed
_LISTED_FIRST = regex(
    r"^(?!.*(?:怎|什么|啥))(?P<items>[^，,。；;？?多几哪谁\d]*[、和与][^，,。；;？?多几哪谁\d]*)[，,](?P<rest>[^，,]*(?:哪[样个项种类块条家]|谁|排|各|分别|一共|合计|总共|加起来).*)"
)
# 由高到低如何排序, 排个序: the first of them, and the others behind it
_IN_ORDER = regex(
    "[，,]?(?:请|把|按|照|从|由)*(?:[高大快多]到[低小慢少])?的?(?:顺序|次序)?(?:是)?(?:怎么|如何|怎样)?地?"
    "(?:排(?:一下|个|一个|了?个)?(?:序|名次|名|列|位)(?:如何|怎样|怎么样|情况)?|排一?排|(?<=怎么)排|(?<=如何)排)"
    + _ENDS
)
_HAS_ORDER = regex("(?:谁|哪[一-鿿]?)[^，,]{0,14}?(?:最|更)?[高低大小快慢多少强弱]")
_OF_ORDER = regex(
    "(?:[，,]|(?<=[两二三四五六七八](?:项|个|类|种|块|条|样|者|家))|(?<=(?:产业|行业|领域|指标|集群|项目))|(?<=产业链))"
    "(?:的|之间)?(?P<of>(?!指标|产业|行业|集群|链)[^，,、和与]{2,14})$"
)
_CROPS = "粮食?|小麦|玉米|水稻|稻谷|稻子|棉花|大豆|油菜|蔬菜"
_GROWN = {"粮": "粮食", "稻子": "水稻"}
_TURNS: Turns = (
    # 增速比较，哪个更快
    (
        regex(
            "的?(?:相比(?:较|起来|之下)?|比较(?:起来|一下)?|对比(?:一下)?|比起来|放在?一起)[，,](?=(?:是)?(?:谁|哪[个一些家项边方]))"
        ),
        "，",
    ),
    # 年度投资计划完成率多少: how much of it was done
    (
        regex(
            "(?P<plan>(?:年度|全年|当年)(?:投资)?(?:计划|任务|预算))的?完成(?:比例|率|百分比|程度)(?P<each>各自?|分别)?(?:是|为|有|达到?)*(?:多少|多高|几何|百分之几)"
        ),
        r"\g<each>完成\g<plan>的百分之几",
    ),
    (
        regex("(?P<plan>(?:年度|全年|当年)(?:投资)?(?:计划|任务|预算))的?完成(?:比例|率|百分比|程度)"),
        r"完成\g<plan>的百分比",
    ),
    # 完成比例谁更高, after a comma
    (
        regex(
            "(?<=[，,])(?P<of>(?!其中|差|相差)(?:比[例重]|[^，,、和与及多几哪谁最比\\d]){2,14}?)(?:是)?(?:谁|哪个)(?=(?:更|最)?[高低大小快慢多少](?:些|一些|一点)?"
            + _ENDS
            + ")"
        ),
        r"谁\g<of>",
    ),
    # 甲、乙还有丙各有多少
    (
        regex(
            f"(?<=[一-鿿]{{2}})还有(?=(?!{MUCH})[^，,。？?多几哪谁]{{2,18}}(?:各|分别|一共|总共|合计|加起来)[^，,]{{0,6}}{MUCH})"
        ),
        "、",
    ),
    # 城里人挣的比农民挣的多
    (
        regex(
            "(?P<who>城里人|城[镇市]居民|农民|(?:农村|乡下)人|农村居民)(?:一年|每年)?[挣赚](?:的钱?|了)?(?=[和与跟比、，,差]|[多少高]出?多少|多少(?:钱|元)?[、，,？?和与])"
        ),
        r"\g<who>收入",
    ),
    # 房子卖了多少平米、卖了多少钱
    (
        regex(f"(?:商品房|房子|新房|楼盘|住房)(?:一共|总共|共)?卖(?:出去?|掉)?了?(?={MUCH}(?:万)?平)"),
        "商品房销售面积",
    ),
    (
        regex(
            f"(?P<of>商品房销售面积[^，,、？?]*[，,、？?和与]+)(?:一共|总共|共|又)?卖(?:出去?|掉)?了?(?={MUCH}[钱元亿])"
        ),
        r"\g<of>销售额",
    ),
    # 甲和乙的死亡率都降到什么水平了
    (
        regex(
            "(?<=[率额量值数度准比入])(?P<each>都|各|分别)?(?P<to>[一-鿿]{0,2}[降升提达增减压][一-鿿]?[到至])了?(?:什么|啥|怎样的?|多高的?)(?:水平|水准|数)了?(?=[？?。]?$)"
        ),
        r"\g<each>\g<to>多少",
    ),
    (
        regex(
            "(?P<items>[一-鿿]{2}(?:和|与|、|及)[^，,？?多几都]{2,20})都(?=[降升提达增减涨压][一-鿿]{0,2}[到至]?了?(?:多少|几(?!乎)))"
        ),
        r"\g<items>分别",
    ),
    # 比上年多收了多少: by how much it grew
    (
        regex(
            f"(?P<than>[比较](?:上一?年|去年|前一年)(?:又|还)?)(?P<way>[多少])(?:[打收产种建修办开卖挣赚投引招创植造拿花发接]|接待|生产|完成)[出到上进]?了?(?={MUCH})"
        ),
        lambda m: f"{m['than']}{'增加' if m['way'] == '多' else '减少'}了",
    ),
    # 种了多少亩粮食: the land that it grows on
    (
        regex(f"(?<![播])种(?:上|下)?了?(?P<much>{MUCH}[万亿]?(?:亩|公顷))的?(?P<crop>{_CROPS})"),
        lambda m: f"{_GROWN.get(m['crop'], m['crop'])}播种面积{m['much']}",
    ),
    # 总共打了多少粮
    (
        regex(
            f"(?:一共|总共|共)?(?:打|收获?|产)(?:下|出|上来)?了?{MUCH}(?P<unit>[万亿]?(?:公?斤|吨))?的?(?P<crop>{_CROPS}){_ENDS}"
        ),
        lambda m: f"{_GROWN.get(m['crop'], m['crop'])}产量多少{m['unit'] or ''}",
    ),
    # 打了多少粮食，总产在全国排第几
    (
        regex(
            f"(?<![多少])(?:打|收|产)(?:下|出|上来)?了?{MUCH}(?P<unit>[万亿]?(?:公?斤|吨))?的?(?P<crop>粮食?|小麦|玉米|水稻|稻谷|棉花)(?=[，,](?!总产量))"
        ),
        lambda m: f"{m['crop'].replace('粮食', '粮').replace('粮', '粮食')}产量多少{m['unit'] or ''}",
    ),
    # 签约的和开工的差多远
    (regex("(?<=差)多远" + _ENDS), "多少"),
)
_SUM = "(?:加起来|加在一起|加一起|加在一块儿?|合起来|合在一起|合计|一共|总共|共计|共)"
# 多少件甲、多少件乙，加起来多少
_ADDED_LAST = regex(
    rf"^(?P<head>[^，,？?多几]*?)(?P<items>{MUCH}[^，,？?多几]+(?:(?:、|，|,|和|与|以及){MUCH}[^，,？?多几]+)+)[，,？?]\s*"
    rf"(?P<sum>{_SUM}(?:一共|总共|共)?(?:是|有)?){MUCH}(?P<unit>[^，,？?]{{0,3}}){_ENDS}"
)
_ONE_OF = regex(
    rf"{MUCH}(?P<unit>[个件家户人座条处项所套名枚块亩场次辆]?)(?P<thing>[^、，,]+?)(?:(?:、|，|,|和|与|以及)(?={MUCH})|$)"
)

# 甲和乙各多少列，加起来多少列
_EACH_ADDED = regex(
    rf"^(?P<items>[^，,？?多几]*[、和与][^，,？?多几]*?)(?:各自?|分别)(?:是|有|为)?{MUCH}(?P<unit>[^，,？?、]{{0,3}})[，,？?]\s*"
    rf"(?P<sum>{_SUM}(?:一共|总共|共)?(?:是|有)?){MUCH}[^，,？?]{{0,3}}{_ENDS}"
)


def several(asked: str, places: PlaceIndex) -> str:
    """``asked`` with what it asks for at once said of each, its sum and its order asked for plainly."""
    asked = _OF_EACH.sub(lambda m: _of_each(m, places), turned(_place_before(asked, places), _TURNS))
    return quantities_each(_added(_in_order(asked)))


# 孕产妇和婴儿的死亡率分别是多少
_OF_EACH = regex(
    "(?P<one>(?<![一-鿿])[一-鿿]{2,8}|(?<=年)[一-鿿]{2,8})(?P<and>和|与|、|及)(?P<other>(?!其)[一-鿿]{2,8})的"
    "(?P<of>[^，,的和与、]{0,6}(?:[率额量值数]|收入|支出|标准|里程|面积|比重|浓度|投资|价格|工资))"
    "(?=(?:分别|各自?|都)[^，,]{0,8}(?:多少|几(?!乎)))"
)
_OWN = regex(
    "(?:[率额量值数]|收入|支出|标准|里程|面积|比重|浓度|投资|价格|工资|[省市县区州盟旗镇乡村])$|城镇|城市|农村|城乡|乡村|的"
)


def _of_each(match: re.Match[str], places: PlaceIndex) -> str:
    """甲和乙的死亡率 as 甲的死亡率和乙的死亡率; of two places, or where the first has its own, it stays."""
    one, other, of = match["one"], match["other"], match["of"]
    found = places.find(fold(f"{one}、{other}"))
    if _OWN.search(one) or _OWN.search(other) or found.places or found.unknown:
        return match.group()
    return f"{one}的{of}{match['and']}{other}的{of}"


def _place_before(asked: str, places: PlaceIndex) -> str:
    """甲、乙、丙三样，某市2010年哪样最多, with the place and the year said first."""
    found = _LISTED_FIRST.match(asked)
    if found is None or places.find(fold(found["items"])).places:
        return asked
    where = places.find(fold(found["rest"]))
    if len(where.places) != 1 or where.unknown:
        return asked
    years, relative, rest = years_in(where.rest)
    if relative or len(years) > 1 or not fold(found["rest"]).endswith(rest.lstrip("的 ")):
        return asked
    year = f"{years[0]}年" if years else ""
    return f"{where.places[0]}{year}{found['items']}，{rest.lstrip('的 ')}"


def _in_order(asked: str) -> str:
    """目标如何排序 asks which is highest, with the order of all behind it."""
    found = _IN_ORDER.search(asked)
    if found is None or not re.search("[、和与]", asked[: found.start()]):
        return asked
    head = asked[: found.start()].rstrip("，,；;。？? ")
    if _HAS_ORDER.search(head):
        return f"{head}，排序"
    if _ASKS.search(head):
        return asked
    of = _OF_ORDER.search(head)
    if of is None:
        return f"{head}哪个最高，排序"
    return f"{head[: of.start()]}，哪个{of['of']}最高，排序"


def _added(asked: str) -> str:
    """多少件甲、多少件乙，加起来多少 asks what the two come to."""
    asked = _EACH_ADDED.sub(r"\g<items>\g<sum>多少\g<unit>", asked)
    last = _ADDED_LAST.match(asked)
    if last is None:
        return asked
    things = list(_ONE_OF.finditer(last["items"]))
    units = {thing["unit"] for thing in things}
    if len(things) < 2 or len(units) > 1:
        return asked
    listed = "和".join(thing["thing"] for thing in things)
    return f"{last['head']}{listed}{last['sum']}多少{last['unit'] or units.pop()}"
