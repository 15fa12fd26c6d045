"""Words that stand against each other: 城镇… and then 农村呢; …产量 and then 面积呢."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.indicators import find_names
from reports.patterns import regex
from reports.records import Fact

# Words that stand against each other: 城镇…, 那农村呢.
CONTRASTS = (
    ("城镇", "农村", "城乡", "城市", "农民", "乡村", "农牧民", "农牧区"),
    ("第一产业", "第二产业", "第三产业", "一产", "二产", "三产"),
    ("出口", "进口"),
    ("存款", "贷款"),
    ("收入", "支出"),
    ("旅客", "货物", "货邮"),
)
# 开工多少个, 竣工的呢: the same projects at another stage.
_STAGES = (
    "新开工",
    "开工",
    "建成投产",
    "竣工投产",
    "竣工",
    "完工",
    "投产",
    "在建",
    "续建",
    "签约",
    "落地",
    "纳统",
    "达产",
)
# Of the same things those of another kind: 国家级多少家, 省级的呢.
_KINDS = (
    ("国家级", "省级", "市级", "县级", "区级"),
    ("国家重点", "省重点", "市重点", "县重点", "区重点"),
    ("国内", "入境", "境外"),
    ("公办", "民办"),
    ("省内", "省外"),
    ("内资", "外资"),
    ("夏粮", "秋粮"),
    ("客运", "货运"),
    ("线上", "线下"),
    ("民营", "国有"),
    ("男", "女"),
)
_QUANTITY = (
    "总产量|产量|总产|产值|增加值|存栏量?|出栏量?|播种面积|种植面积|(?:建筑|占地|总)?面积|余额|销售额|单产|亩产|"
    "总投资|投资额|长度|里程"
)
_TAIL = regex(f"(?:{_QUANTITY})$")
_QUANTITY_ALONE = regex(f"(?:总|其)?(?:{_QUANTITY}|占地)")
# 出口增长…, 利税呢: another quantity of the same thing, where the question before ended with one.
_ACCOUNT = "主营业务收入|营业收入|销售收入|营收|利税|利润总额|利润|税收|纳税|税金|产值|增加值|出口额?|销售额"
_ACCOUNT_TAIL = regex(f"(?:总|的)?(?:{_ACCOUNT})$")
_ALL = regex("总数|总量|存量")
_ADDED = regex("净增加?|新增加?")


def contrasted(new: str, earlier: str, names: Sequence[str]) -> str:
    """``earlier`` with its own word replaced by the contrasting word ``new``, or ``""``.

    ``names`` are the standard indicators of the question before.
    """
    # 农村的标准呢: of the same standard.
    if (of := re.match("(农村|乡村|农民|城镇|城市)(?:居民)?的?(.*)$", new)) and of[2] in earlier:
        new = of[1]
    if names and new in ("农村", "农民", "乡村", "城镇", "城市"):
        kind = "城镇" if new.startswith("城") else "农村"
        swapped = re.sub("城镇|农村", kind, names[0])
        if swapped != names[0]:
            return swapped
    if grade := _GRADE.fullmatch(new):
        # 一线边民的补助, and then 二线的呢
        swapped = re.sub(rf"第?[一二三四五六七八九十]+(?={grade['kind']})", grade["of"], earlier, count=1)
        return swapped if swapped != earlier else ""
    new = _ADDED_TOO.sub("", new)
    if new in ("省重点", "市重点", "县重点", "区重点"):
        earlier = _OF_KEY.sub("重点", earlier)  # 省级重点项目, and then 市重点呢
    if new in ("省级", "市级", "区级", "县级"):
        earlier = _LITTLE_GIANTS.sub("专精特新", earlier)
    for group in (*CONTRASTS, _STAGES, *_KINDS):
        # 入境游客呢: what is counted may be said again
        word = next((w for w in sorted(group, key=len, reverse=True) if new.startswith(w)), "")
        if not word or (new != word and new.removeprefix(word) not in earlier):
            continue
        for other in sorted(group, key=len, reverse=True):
            if other in earlier and other != word:
                return _COUNT.sub("", earlier.replace(other, word, 1))
        if group[0] == "国家级" and (above := _OF_RANK.search(earlier)):
            # 国家重点专科, 列省重大项目, and then 省级的, 市级的
            return earlier[: above.start()] + word + earlier[above.end() :]
    return ""


_GRADE = regex("(?P<of>第?[一二三四五六七八九十])(?P<kind>线|类区?|档|级|等|期|批|季度|环|轮)的?")
# 12个省级重点项目: there are not as many of another kind
_COUNT = regex("^\\d+[个家项条座所处户]")
_OF_KEY = regex("(?<=国家)级重点|(?<=[省市县区])级重点")
# 省级的又添了多少
_ADDED_TOO = regex("(?<=级)的?[又再还也]*(?:新?增加?|新?添|新认定|认定|获评|评上|创建|创成)$")
# only the nation names them so; of a province they are 专精特新中小企业
_LITTLE_GIANTS = regex("专精特新小巨人(?:企业)?")
_OF_RANK = regex("国家(?=[一-鿿]{3})|列[国省市]")


def measured_by(new: str, earlier: str) -> str:
    """What the question before counted, by another quantity: 粮食产量… and then 面积呢; or ``""``."""
    if new == "人均" and [n.name for n in find_names(earlier)] == ["地区生产总值"]:
        return "人均gdp"
    if (kept := _ACCOUNT_TAIL.sub("", earlier)) != earlier and re.fullmatch(f"总?(?:{_ACCOUNT})", new):
        whole = earlier.replace(" ", "")
        named = any(n.end == len(whole) and n.start < len(kept.replace(" ", "")) for n in find_names(whole))
        return kept.strip(" 的") + new if len(kept) > 1 and not named else ""
    thing = _TAIL.sub("", earlier)
    if not _QUANTITY_ALONE.fullmatch(new) or thing == earlier or len(thing) <= 1:
        return ""
    return thing + new


# What a thing is, by the last word of its name: of each row one may stand in another's place.
_HEADS = (
    "经济开发区|技术开发区|开发区|工业园区?|产业园区?|园区|产业园|集聚区|高新区|新区|示范区|综保区|保税区|片区|组团|基地",
    "产业集群|集群|产业链|产业",
    "高速公路|高速|公路|高铁|铁路|国道|省道|大道|大桥|隧道|路|线",
    "幼儿园|小学|初中|中学|高中|大学|学院|学校|职校",
    "医院|卫生院|卫生室",
    "水库|灌区|水厂|电站",
    "机场|港口|码头|口岸|港",
    "公园|广场|游园|景区",
    "公司|集团",
    "街道|社区|镇|乡|村",
)


def in_place_of(new: str, earlier: str) -> str:
    """``earlier`` with its thing replaced by the like thing ``new``: 乙开发区 for 甲工业园区; or ``""``.

    Only a name of one's own stands for another: 公路 alone is no road's name.
    """
    new = new.replace(" ", "").removesuffix("的")
    for heads in _HEADS:
        own = re.fullmatch(f"(?P<name>[一-鿿a-z\\d]{{2,}}?)(?:{heads})", new)
        old = re.match(f"(?P<name>[^ 的和与及、]{{1,12}}?)(?:{heads})(?=$|[ 的]|[一-鿿]{{2}})", earlier)
        if own and old and not _USUAL_NAME.fullmatch(own["name"]) and new not in earlier:
            rest = earlier[old.end() :]
            return new + rest if rest.strip(" 的") else ""
    return ""


def site_named(text: str) -> str:
    """The own name of the like thing that ``text`` begins with: 白石 of 白石园区的税收; or ``""``."""
    for heads in _HEADS:
        found = re.match(f"(?P<name>[一-鿿a-z\\d]{{2,}}?)(?:{heads})", text)
        if found and len(text) > found.end() and not _USUAL_NAME.fullmatch(found["name"]):
            return found["name"]
    return ""


_USUAL_NAME = regex(
    "(?:农村|农民|国家级?|省级?|市级?|县级?|区级?|乡镇|城市|新建?|其他|各类?|所有|公办|民办|重点|国省|干线|高标准|工业|经济|产业|科技|特色|主导|新兴|传统|现代|大型|小型|中小型?)+"
)


def of_all(content: str, text: str) -> str:
    """``content`` of the question before without 新增, where the follow-up asks for all there are.

    And without 总 of 总投资 where it asks for the part of one year (年内要投多少).
    """
    if _OF_THE_YEAR.search(text):
        return content.replace("总投资", "投资")
    whole = _ALL.search(text) and not any("增" in n.name for n in find_names(content))
    return _ADDED.sub("", content).strip() if whole else content


# 议案2件、建议242件: each is of its own, and neither follows from the other
_BEFORE_THE_CONGRESS = ("议案", "建议", "提案")
_OUTPUTS = tuple((f"农业{of}", f"工业{of}") for of in ("总产值", "产值", "增加值"))
_KIN = {
    "城市": "城镇",
    "农民": "农村",
    "农牧民": "农村",
    "农牧区": "农村",
    "乡村": "农村",
    "一产": "第一产业",
    "二产": "第二产业",
    "三产": "第三产业",
    "货邮": "货物",
}


def contrary(content: str, fact: Fact) -> bool:
    """Whether a figure is of what stands against what was asked for: 农村 for 城镇."""
    own = fact.indicator
    content = content.replace("城里", "城镇")
    if "全体居民" in own and re.search("城镇|城市|农村|农民|乡村", content):
        return True  # what all have is of neither town nor country
    for group in (*CONTRASTS, *_KINDS, *_OUTPUTS, _BEFORE_THE_CONGRESS):
        asked = {word for word in group if word in content}
        told = {word for word in group if word in own}
        if asked and told and not asked & told and not {"城乡"} & (asked | told):
            return not any(_KIN.get(a, a) == _KIN.get(t, t) for a in asked for t in told)
    return False


_CARRIED = ("旅客|客流|客运|客货|进出港", "货邮|货物|货运|客货|集装箱")


def carries_other(content: str, told: str) -> bool:
    """Whether of what a port or line carries the other kind is ``told`` than is asked for: 旅客 for 货邮."""
    asked = [re.search(kind, content) is not None for kind in _CARRIED]
    said = [re.search(kind, told) is not None for kind in _CARRIED]
    return sum(asked) == 1 == sum(said) and "吞吐量" in content and asked != said


_OF_THE_YEAR = regex(
    "(?:年度|当年|年内|全年)(?:[要得能]|计划|预计|预期|力争|争取|确保|拟|准备|打算)*"
    "(?:(?:完成|安排|投入)?(?:的|多少|项目)?投资|(?:完成|安排|投[入下资]?(?:下去|进去|去)?)了?多少)"
)
# 储备项目完成投资多少: not what they are to cost
_SPENT = regex("完成了?(?:多少)?投资")
_IN_ALL = regex("总投资|投资总额|概算")


def invested_otherwise(asked: str, before: str) -> bool:
    """Whether ``before`` a figure stands the total where the year's part is asked for, or the reverse."""
    if _OF_THE_YEAR.search(asked) and not _IN_ALL.search(asked):
        return _IN_ALL.search(before) is not None and not _OF_THE_YEAR.search(before)
    if _SPENT.search(asked) and not _IN_ALL.search(asked):
        return _IN_ALL.search(before) is not None and "完成" not in before
    whole = _IN_ALL.search(asked) and not _OF_THE_YEAR.search(asked)
    return bool(whole) and _OF_THE_YEAR.search(before) is not None and not _IN_ALL.search(before)


def put_in(content: str, against: str) -> str:
    """城镇居民收入是农村居民的几倍: ``content`` with what its contrast in ``against`` is the figure of."""
    for group in (*CONTRASTS, _STAGES, *_KINDS):
        for new in group:
            for old in group:
                if old == new and (group not in CONTRASTS or find_names(content)):
                    continue  # 居民收入 beside 城乡居民收入 is an indicator of its own
                swapped = against.replace(old, new, 1)
                if swapped == content:
                    return content
                if new in content and old in against and content in swapped and content != swapped:
                    return swapped
    return content


def each_named(items: Sequence[str]) -> list[str]:
    """国家级, 省级示范村: each of ``items`` with what only the last one names."""
    *others, last = items
    for group in (*CONTRASTS, _STAGES, *_KINDS):
        own = next((w for w in sorted(group, key=len, reverse=True) if last.startswith(w)), "")
        if own and all(item.endswith(group) and not item.endswith(last) for item in others):
            return [*(item + last.removeprefix(own) for item in others), last]
    return list(items)
