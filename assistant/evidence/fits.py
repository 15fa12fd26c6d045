"""Whether a figure is of the kind asked for: unit, measure, time, and what it is the figure of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reports.numerals import written_in
from reports.patterns import regex
from reports.records import Fact
from reports.text import fold
from reports.units import THINGS
from vectorstore.records import ReportEntry

from ..questions.kinds import AREA, DURATION
from ..questions.slots import Slots
from .prepared import Evidence, FactText, begun_in


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a figure must be to answer: one place's reports, one year, one nature.

    ``year`` None takes any; ``span`` is a period's first and last year. ``yearly``: the growth asked
    for is that of several years until ``year``, by the year; ``until``: what it had come to by then.
    """

    entries: tuple[ReportEntry, ...]
    year: int | None
    nature: str
    span: tuple[int, int] | None = None
    yearly: bool = False
    until: bool = False


# People stand apart; times, animals and the like are counted, too.
COUNTED = (THINGS - {"位", "名"}) | frozenset("份例只头层根次眼羽颗")


COUNTABLE = 0.6
"""How well one measure word of counted things fits another."""

# What is counted by one of these is never counted by 个: animals, cars, trees, books, beds.
_OWN_MEASURES = ("只头羽匹口", "辆台部列", "棵株", "册本部卷份", "床张", "场次期届")
_AREAS = frozenset(["平方米", "亩", "公顷", "平方公里"])
# 29个行政法规: laws and rules are counted by any of these, 部 as well
_OF_RULES = frozenset(["部", "件", "项", "个"])
_ANY_OF = {AREA: _AREAS, DURATION: frozenset(["年", "个月", "天", "日", "小时", "分钟", "岁"])}


def counted_as(base_unit: str) -> str:
    """One name for all measure words of things that are counted: 座 and 个 can be compared."""
    return "个" if base_unit in COUNTED else _IN_AIR.get(base_unit, base_unit)


# 31微克 of what is in the air is told of a cubic metre
_IN_AIR = {"微克": "微克/立方米", "毫克": "毫克/立方米"}


# 飞了多少趟 is told in 架次, 多少万箱 in 标准箱
_SAID_FOR = (
    frozenset(["箱", "标箱", "标准箱", "teu"]),
    frozenset(["列", "趟", "班", "次", "架次", "航次", "班次", "班列", "车次"]),
)


FOREIGN_MONEY = frozenset(["美元", "欧元", "港元", "日元", "英镑", "卢布"])


def unit_fits(asked: str, base_unit: str) -> float:
    """0 (does not fit) to 1 (is the unit asked for)."""
    if not asked or asked.replace("每", "/") == base_unit.replace("每", "/"):
        return 1.0  # 微克每立方米 is 微克/立方米
    if asked in _IN_AIR and base_unit == _IN_AIR[asked]:
        return 0.9
    if asked in _ANY_OF:
        return 1.0 if base_unit in _ANY_OF[asked] else 0.0
    if (asked == "%" and base_unit == "百分点") or (asked == "百分点" and base_unit == "%"):
        return 0.9
    if asked == "元" and base_unit in FOREIGN_MONEY:
        return 0.6
    if asked == "%" and base_unit == "比":
        return 0.9
    if {asked, base_unit} <= _OF_RULES:
        return COUNTABLE
    if asked in COUNTED and base_unit in COUNTED:
        own = next((words for words in _OWN_MEASURES if asked in words), base_unit)
        return COUNTABLE if base_unit in own else 0.0
    if asked.removesuffix("次") == base_unit.removesuffix("次") or any(
        {asked, base_unit} <= alike for alike in _SAID_FOR
    ):
        return 0.9
    if asked == "个" and base_unit == "人":
        return 0.6
    if {asked, base_unit} <= {"天", "日", "小时"} or {asked, base_unit} <= {"年", "岁"}:
        return 0.9
    return 0.0


_LAND_ASKED = regex("(?:多少|几)(?:百|千|万|亿)?(?:亩|公顷|平方公里|平方千米)")
_FLOOR = regex("(?:平方米?|平米)$")


def floor_for_land(asked: str, unit: str) -> bool:
    """Whether land is ``asked`` for (多少亩) and a figure's ``unit`` measures floors (平米)."""
    return _FLOOR.search(unit) is not None and _LAND_ASKED.search(asked) is not None


_NOUNS = regex(
    r"^[^，。、；]{0,8}?(?:(人口|人员|群众|居民|农民|市民|村民|学生|学子|职工|师生|游客|劳动力|老人|老年人|残疾人|儿童|婴幼儿|幼儿|新生儿|干部|党员|人才|教师|医护|患者|妇女|青年)|(农户|住户|家庭))"
)


# 注册人数达84万, 奖励资金4781万
_MONEY_OF = regex("(?:资金|投资|收入|支出|税收|补[贴助]|奖金|经费|款|[^数名份定]额)$")
_NUMBER_OF = regex("(?:人(数|次)|(户|家)数)(?:达到?|为|突破|超过?)*$")


def weighs_on(asked: str, item: FactText) -> bool | None:
    """Whether a figure tells by how much something weighed on another; None where that is not asked for."""
    if not _WEIGHS_ASKED.search(asked):
        return None
    return _WEIGHS.search(item.fact.indicator + item.fact.before) is not None


_WEIGHS_ASKED = regex("影响[^，,。？?]{0,10}?(?:几|多少)个?(?:百?分)?点")
_WEIGHS = regex("影响|拖累|拉低|下拉|负拉动")


def of_another_season(asked: str, item: FactText, sentence: str) -> bool:
    """Whether none of the parts of a year asked for is that of a figure, by its period or ``sentence``."""
    if item.fact.nature == "目标" or not (seasons := _SEASON.findall(asked)):
        return False
    told = _SEASON_OF_YEAR.match(item.fact.period)
    where = told[1] if told else sentence
    return not any(season in where for season in seasons)


_SEASON = regex("前?[一二三四]季度|[上下]半年")
_SEASON_OF_YEAR = regex(r"\d{4}(?!-)第?(.+)")


def counted_by_noun(item: FactText) -> str:
    """The unit of a figure printed without one: 人 for 69.7万贫困人口, % for 增长6.5; else ``""``."""
    if item.fact.measure == "增速":
        return "%"  # 增长6.5
    if told := _NUMBER_OF.search(item.fact.indicator):
        return {"数": "人", "次": "人次"}.get(told[1] or "", told[2] or "")
    if item.fact.unit in ("万", "亿") and _MONEY_OF.search(item.fact.indicator):
        return "元"
    noun = _NOUNS.match(item.after)
    return ("人" if noun[1] else "户") if noun else ""


def counts_days(asked: str, item: FactText) -> bool:
    """Whether days are asked for and told by their noun: 251个蓝天."""
    return asked in ("天", "日") and item.fact.base_unit == "个" and _DAYS.match(item.after) is not None


_DAYS = regex("(?:蓝|晴|好|优良|碧水蓝|达标|污染)天(?!气|空|使)")


def counts_places(item: FactText) -> bool:
    """Whether a figure is of places in a ranking: 提升3位, 提高9个位次."""
    return item.fact.base_unit == "位" or item.after.startswith(("位次", "名次"))


_LEVEL_ASKED = regex(
    r"(?:总值|增加值|产值|收入|总额|余额|产量|人口|就业|浓度|gdp)"
    r"(?:各|分别)?(?:一共|总共)?(?:是|为|有|达到?)?了?多少"
)


# 有多少农村娃 asks for a number of them, and never for 百分之百.
_COUNT_ASKED = regex(
    "^(?!.*(?:率|比例|比重|强度|程度|幅度|百分|%|覆盖|占)).*(?:有(?:多少|几)[一-鿿]|"
    "(?:多少|几)[个户家名]?[一-鿿]{0,4}(?:户|人口|群众|学生|企业|项目|外资|欠债|债务?)(?=$|[，,、？?呢]))"
)


# 收入比上年增加1501亿元: by how much it changed, where the question asks for no change.
_THAN_BEFORE = regex(r"[比较](?:上年|去年|上一年|年初|前一年|[一-鿿\d]{1,2}年前|(?:19|20)\d\d年)")
_BALANCE_ASKED = regex("(?:余额|保有量|总里程|总量|总数)$")
_CHANGE_ASKED = regex("[增减多少高低升降涨快慢扩缩加添比差提翻净压新又再还]|变化")


# 农产品加工产值与农业总产值之比2.5∶1 is no output.
_RATIO = "比"
_TIMES_ASKED = regex("[倍增涨长扩翻比]")
_RATIO_ASKED = regex("比|倍|结构|差距")


def measure_fits(slots: Slots, measure: str, base_unit: str, before: str = "") -> float:
    """0 (does not fit) to 1: whether the figure is a level, growth or share as asked.

    ``before`` are the words before it. 任意 takes any: what comes near is looked for, not an answer.
    """
    asked = slots.measure
    changes = _CHANGE_ASKED.search(slots.text.replace("多少", "")) is not None
    if measure == "增量" and base_unit != "百分点" and _COME_TO_ASKED.search(slots.text):
        return 0.0  # 标准提高80元，达到700元
    than_before = _THAN_BEFORE.search(before) or _BALANCE_ASKED.search(slots.content)
    if measure == "增量" and asked in ("", "水平") and than_before:
        return 0.85 if changes else 0.0
    if not asked and measure == "增速" and not slots.unit and _LEVEL_ASKED.search(slots.text):
        # GDP是多少 asks for the level: its growth is another figure.
        return 0.0
    if base_unit == "倍" and not asked and not _TIMES_ASKED.search(slots.text):
        return 0.0  # 保费收入是2005年的4倍
    if base_unit == _RATIO and not _RATIO_ASKED.search(slots.text):
        return 0.0
    if asked == "增速":
        if (
            base_unit == "百分点"
            and slots.unit != "百分点"
            and not re.search("提高|下降|上升|降低|回落", slots.text)
        ):
            return 0.0
        if measure == "增速":
            return 1.0
        if measure == "增量":
            return 0.95 if base_unit == "百分点" or slots.unit else 0.85
        # 床位增加了几张, for 新增床位3460张
        counted = slots.unit not in ("", "%", "百分点", "倍")
        return 0.9 if counted and measure == "水平" and _ADDED.search(before) else 0.0
    if asked == "占比":
        return 1.0 if measure == "占比" else 0.0
    if asked == "水平":
        return {"水平": 1.0, "占比": 0.95, "增量": 0.85, "位次": 0.0, "增速": 0.0}[measure]
    if asked == "位次":
        return 1.0 if measure == "位次" else 0.0
    if asked == "进位":
        return 1.0 if measure == "增量" else 0.0
    if slots.unit in ("%", "百分点"):
        return 1.0 if base_unit in ("%", "百分点") or (measure == "增速" and not base_unit) else 0.0
    if base_unit == "%" and measure in ("水平", "占比") and _COUNT_ASKED.search(slots.text):
        return 0.0
    rank = 0.0 if "多少" in slots.text else 0.5
    return {"水平": 1.0, "占比": 0.97, "增量": 0.85, "增速": 0.65, "位次": rank}[measure]


_ADDED = regex("[新净]增")
_COME_TO_ASKED = regex(
    "^(?!.*[从由])(?!.*(?:新增|净增|[多少增减升降]了|增加了?(?:多少|几)|提高了?(?:多少|几)))"
    ".*(?:[提升降增减涨加调压]|提高|增加|下降|降低|上升|达|发展)(?:到|至)了?(?:多少|几)"
)
# What flows in year by year: over several years it is a sum, and not one year's figure.
FLOWS = frozenset(
    [
        "城镇新增就业",
        "失业人员再就业",
        "脱贫人口",
        "减税降费",
        "旅游收入",
        "游客",
        "实际利用外资",
        "实际到位省外资金",
    ]
)

# 比2005年提高3个百分点: how far two years are apart is no sum of those between
_REACHED = regex(r"[达到]|[比较]\d{4}年[^\d，]{0,4}(?:提高|提升|上升|下降|降低|回落)了?$")

# 年均增长 is of several years; 年均浓度 and 年均气温 are of one.
YEARLY = regex(
    "年均(?!浓度|气温|降水|降雨|温度|湿度|值|日照|风速)|年(?:来|间)?平均(?:每年)?(?:分别|实际)?[增递]"
)


def time_fits(wanted: Wanted, fact: Fact, report_year: int | None) -> float:
    """0 where year or nature are not those asked for."""
    target = fact.nature == "目标"
    if wanted.nature == "目标" and not target:
        return 0.0
    if wanted.nature == "实绩" and target:
        return 0.0
    first = int(fact.period[:4]) if len(fact.period) == 9 else fact.year
    multi = first is not None and fact.year is not None and first != fact.year
    if wanted.yearly and not YEARLY.search(fact.clause):
        return 0.0
    if wanted.year is not None and not wanted.yearly and YEARLY.search(fact.before):
        return 0.0
    if wanted.year is not None and fact.measure == "增速" and "累计" in fact.before:
        return 0.0  # 从2015年…增长到2020年…，累计增长44% is of all those years
    summed = fact.nature == "累计" and not _REACHED.search(fact.before)
    if wanted.year is not None and multi and not wanted.until and (summed or fact.name in FLOWS):
        return 0.0
    if wanted.span:
        if fact.year is None or not (wanted.span[0] <= fact.year <= wanted.span[1]):
            return 0.0
        # 十三五期间: one year's figure is not the period's; its last year stands for 十三五末 alone.
        single = wanted.span[0] == wanted.span[1]
        # “十四五”末 is what a plan of those years aims at.
        ahead = target and first == wanted.span[1] and report_year is not None and report_year < first
        if not (multi or single or ahead) and not YEARLY.search(fact.clause):
            return 0.0
        return 1.0 if single or first == wanted.span[0] else 0.6
    if wanted.year is not None:
        if fact.year != wanted.year:
            # 用三年时间建成10个: begun in the year asked for
            return 0.7 if begun_in(fact) == wanted.year == report_year else 0.0
        fits = 0.75 if multi else 1.0
        natural = report_year is None or report_year == wanted.year + (0 if target else 1)
        return fits if natural else fits * 0.85
    natural = report_year is None or fact.year in (report_year - 1, report_year)
    fits = 1.0 if natural and not multi else 0.85
    return fits * (0.93 if target else 1.0)


TOKEN = regex(r"[a-z0-9][a-z0-9.+&-]*[a-z0-9]")


def holds_tokens(
    tokens: list[str], evidence: Evidence, item: FactText, other_names: Sequence[str] = ()
) -> bool:
    """Whether the sentence or its heads hold every code of the question: PM10 is not PM2.5.

    ``other_names`` are the words that a code's own name may be written in (细颗粒物).
    """
    if not tokens:
        return True
    where = evidence.sentence(item.sentence) + evidence.paths.get(item.fact.section, "")
    if any(name in item.near for name in other_names):
        return True
    return all(t in where or t in ("gdp", "cpi", "r&d") or written_in(t, where) for t in tokens)


# 上了65岁的老人 names 65岁以上 as well.
_BOUND = regex("(?:及?以[上下内]|左右|[多余])$")


def is_asked_of(slots: Slots, fact: Fact) -> bool:
    """Whether the question itself names this figure (72个重点项目完成多少投资): then it is no answer."""
    written = _BOUND.sub("", "".join(fact.figure.split()))
    # Looked for first: there are too many figures for each one's pattern to be kept.
    if len(written) < 2 or (figure := fold(written)) not in slots.content:
        return False
    return re.search(rf"(?<![\d.]){re.escape(figure)}", slots.content) is not None


# 从55.8%提升到77.5%: the first figure is where it came from.
FROM = regex(
    r"(?:从|由)(?:[一-鿿\d]{0,8}(?:年|[前初末底]|原来|过去))?(?:的)?(?:不低于|不足|不到|平均|[年月]?[人户亩]均|每[人户亩次月年日天](?:每[月年])?)?(?:位?居|位列|排在?)?(?:世界|全球|全[国省市州县区盟旗])?(?:排名|排位|第)?$|(?:^|[^一-鿿])(?:从|由)[^到至]*的$"
)
IN_ALL = regex(
    "截至|截止(?!日|时|到什么)|总数|总共|总量|累计|一共|[底末](?:共|累计|现)?有|总[一-鿿]{0,4}(?:面积|里程|规模|容量)"
)
NEWLY = regex("新增|净增|新建|新认定")
_LISTED_NEW = regex(r"^(?:新增|净增)[^，。；]*、|分别(?:新增|净增)(?:[\d.]+[一-鿿]{1,3}[、和])*$")


def listed_as_new(fact: Fact) -> bool:
    """Whether a figure stands in a list of what was added: 新增7个城区、9.04万学生, 分别新增65家和30家."""
    at = fact.clause.find(fact.figure)
    told = re.search("总(?!部)|[累共达]", fact.before)
    return at > 0 and not told and _LISTED_NEW.search(fact.clause[:at]) is not None


# 新增140户、总数达1524户: what there is in all is not what was added.
TOTAL = regex("总[数量](?:已)?(?:达到?|为|增至|增加到|突破|超过?)*$")
FROM_ASKED = regex(r"从|由|原来|之前|起初")
