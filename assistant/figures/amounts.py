"""Whether a figure is an amount of what is asked for: money for a profit, people for 多少学员.

A question that names no unit still says what it wants to know the amount of. What is counted in
something that cannot be that (人次 for 旅游消费, 个 for 多少学员) is another figure, however near it stands.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reports.indicators import find_names
from reports.patterns import regex
from reports.records import Fact
from reports.text import plain

from ..evidence.fits import COUNTED, FOREIGN_MONEY
from ..evidence.matching import Need
from ..evidence.prepared import FactText
from ..questions.measured import otherwise_measured
from ..questions.slots import Slots

_MONEY = FOREIGN_MONEY | {"元", "人民币"}
_RATES = frozenset(["%", "百分点", "‰", "倍", "番", "成", ""])
_COUNTLESS = frozenset(["", "倍"])
_PEOPLE = frozenset(["人", "人次", "户", "对", "口"])
_LENGTHS = frozenset(["米", "公里", "千米", "里", "厘米", "毫米", "华里", "海里"])
_SPANS = frozenset(["年", "个月", "天", "日", "季度"])
_AREAS = frozenset(["平方米", "亩", "公顷", "平方公里", "平方千米", "个", "块"])

_PERSON = (
    "学员|学生|学子|学徒|师生|新生|员工|职工|工人|农民工|农民|群众|百姓|村民|居民|市民|游客|旅客|观众|教师|老师|医生|护士|"
    "医护人员|医务人员|老人|老年人|儿童|小孩|孩子|娃|幼儿|残疾人|志愿者|党员|干部|人才|专家|博士|院士|毕业生|大学生|劳动力|"
    "人员|患者|病人|新兵|退役军人|困难户|贫困户|贫困人口|人口|村干部|民警|创客"
)
# 多少学员, 多少困难弱势群体: who is counted ends the words, or what they did follows; 在园儿童多少.
_PEOPLE_ASKED = regex(
    rf"多少(?:名|位)?(?:[一-鿿]{{1,4}}?)?(?:{_PERSON}|群体)"
    r"(?=$|[，,。？?、；;呢吗啊 ]|受益|参加|参与|就业|脱贫|报名|得到|享受|领|入学|住|搬|培训|在|上)"
)
_PEOPLE_LAST = regex(rf"(?:{_PERSON})(?:人数|总数|数量)?$")
_HOW_MANY_LAST = regex(rf"(?:{_PERSON})(?:人数|总数|数量)?(?:一共|总共|共|有|是|为|达)*多少(?=$|[，,。？?])")
# 有多少注册用户: who is counted is no money and no weight.
_NUMBER_ASKED = regex(
    "多少[一-鿿]{0,5}(?:用户|企业|公司|商户|主体|人员|人才|家庭|农户|村民?)(?=$|[，,。？?；;、])"
)
_NO_NUMBER = frozenset(["元", "美元", "%", "百分点", "公斤", "平方米", "米"])
# The amount that the content itself ends with, and the units that it may be counted in.
_ENDING: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (
        regex(
            "(?:消费|花费|费用|利润|利税|税收|税款|税金|营收|收入|支出|资金|经费|产值|增加值|投资|贷款|存款|补贴|补助|补偿|"
            "工资|工钱|薪酬|债务|保费|罚款|赔偿|捐款|善款|奖金|租金|养老金|[电水学]费|(?<![名份限定])额)$"
        ),
        _MONEY,
    ),
    (regex("面积$"), _AREAS),
    (regex("(?:里程|长度)$"), _LENGTHS),
    (regex("(?<![频功税利汇])(?<!生产|产出)率$"), frozenset()),
)


def in_another_unit(slots: Slots, fact: Fact) -> bool:
    """Whether a figure is counted in what no amount of the thing asked for is counted in."""
    unit, text = fact.base_unit, slots.text
    if unit in _SPANS and fact.before.endswith("连续") and not slots.unit and "连" not in text:
        return True  # 连续8个月全省第一: how long is no level
    if slots.measure not in ("", "水平") or fact.measure in ("位次", "增速"):
        return False
    if unit in _NO_HOMES and _HOMES_ASKED.search(text):
        return True
    if slots.unit:
        return False
    if unit in _NO_NUMBER and _NUMBER_ASKED.search(text):
        return True
    allowed = _allowed(text, slots.content)
    if allowed is None:
        return unit in _NO_VOLUME and _VOLUME.search(slots.content) is not None
    return unit not in allowed and unit not in (_COUNTLESS if allowed is _PEOPLE else _RATES)


def of_another_amount(slots: Slots, item: FactText, need: Need, sentence: str) -> bool:
    """Whether a figure is an amount of something else than what is asked for: 营业收入 for 净利润.

    ``sentence`` is the figure's, folded. Such a figure comes near.
    """
    if slots.measure not in ("", "水平", "增速") or item.fact.measure == "位次":
        return False
    content = need.content.replace(" ", "")
    if _MOVING.search(content) and not _MOVED.search(sentence):
        return True
    return _measured_otherwise(content, need, item) or _done_to_others(slots.text, item, sentence)


@lru_cache(maxsize=256)
def _allowed(text: str, content: str) -> frozenset[str] | None:
    """The units that the amount asked for may be counted in; None where the question does not say."""
    if _PEOPLE_ASKED.search(text):
        return _PEOPLE
    content = content.replace(" ", "")
    if _PEOPLE_LAST.search(content) and _HOW_MANY_LAST.search(text) and not find_names(content):
        return _PEOPLE
    if _SEVERAL.search(content):
        return None  # 产能和产值
    return next((units for ending, units in _ENDING if ending.search(content)), None)


# 发电量 is told of no number of stations.
_VOLUME = regex("(?:产|发电|用电|用水|用气|吞吐)量$")
_NO_VOLUME = frozenset(["个", "家", "座", "所", "项", "处", "元", "人", "户", "亩"])
# 惠及多少户: a number of estates is none of homes.
_NO_HOMES = COUNTED - set("户家套")
_HOMES_ASKED = regex(
    "(?:多少|几)[千百万]?户(?:居民|家庭|群众|百姓|人家|村民|农户|业主|人|拿[到上]|领[到上]|办[理上好]|住[进上]|搬|用上|喝上|受[益惠]|得到?实惠|[，,。？?呢吗]|$)"
)
_SEVERAL = regex("[和与及、]")


def _measured_otherwise(content: str, need: Need, item: FactText) -> bool:
    """净利润 asked, 营业收入 told: and nothing of what is asked for stands in the figure's clause."""
    if _SEVERAL.search(content) or not otherwise_measured(content, plain(item.fact.indicator)):
        return False
    last = len(need.content)
    forms = [form for use in need.alike if use.end == last for form in use.spellings]
    forms += [form for use in need.names if use.end == last for form in use.spellings]
    return not any(form in item.clause for form in forms)


# 消费券拉动消费多少: not how much they cost
_MOVING = regex("拉动|撬动")
_MOVED = regex("[拉撬带]动")
# 特派员带动了多少农户: of whom something was done to, which the sentence must tell of
_DONE_TO = regex(
    "(?P<deed>带动|惠及|吸纳|培训|服务|帮助|帮扶|覆盖|安置|辐射|招收|接收|吸引|救助|资助|培养|培育)了?(?:多少|几)[万千百]?(?:名|位|个|户|家)?"
    "(?P<whom>[一-鿿]{2,6})(?=$|[，,。？?])"
)


def _done_to_others(text: str, item: FactText, sentence: str) -> bool:
    """Whether neither the deed nor whom it was done to is told with a figure, of another thing then."""
    asked = _DONE_TO.search(text)
    if asked is None or asked["deed"] in sentence:
        return False
    whom = asked["whom"]
    return not any(whom[i : i + 2] in sentence for i in range(len(whom) - 1))
