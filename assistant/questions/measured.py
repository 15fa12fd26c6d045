"""What a thing is measured by, or what was done with it, at the end of what is asked: 产值, 面积; 签约数."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from reports.indicators import find_names
from reports.patterns import regex

from .contrasts import contrasted
from .slots import Slots

# 甲园区和乙园区的主营业务收入相差多少: what both are measured by stands once.
MEASURED = regex(
    r"(?:主营业务|营业|经营|销售|旅游|综合|年|总)?"
    r"(?:收入|产值|产量|投资|税收|面积|里程|人口|人数|销售额|交易额|成交额|营业额|零售额|出口额|进口额|纳税额|利税|利润|业务量|装机|(?:处理|处置|生产|加工)能力|增加值|存款|贷款|余额|"
    r"[客吞发产销]\S{0,3}量|[保拥]有量|库存量?|容量|规模|价格|标准|(?:投资)?完成率|覆盖率|占比|比重|浓度)$"
)


def without_measure(content: str) -> str:
    """新能源产业规模 without what it is measured by, where a side names another measure of it (产值)."""
    last = MEASURED.search(content)
    return content[: last.start()].strip() if last and last.start() > 1 else content


def otherwise_measured(content: str, indicator: str) -> bool:
    """Whether an indicator is measured by something else than what is asked for: 累计投资 for 营业收入."""
    asked, told = _measure(content.replace(" ", "")), _measure(indicator)
    return bool(asked and told) and not set(pairwise(asked)) & set(pairwise(told))


def _measure(words: str) -> str:
    """What ``words`` end in a measure of, or ``""``: 贷款 of 贷款余额, 收入 of 销售额."""
    found = MEASURED.search(_BALANCE.sub("", words))
    return _SAME.get(found.group(), found.group()) if found else ""


_BALANCE = regex("(?<=[存贷]款)(?:总额|余额)$|(?<=装机)(?:有?(?:多大)?总?(?:规模|容量))+$")
# Other words for the same: one of them told answers what is asked by another.
_SAME = {"人口": "人数", "销售额": "收入", "营业额": "收入", "交易额": "收入", "占比": "比重"}


_DONE = regex(
    "(?P<deed>新?(?:签约|入库|开工|竣工|投产|实施|完工|在建|建成|续建|落地|改造|认定|申报|获批|投运|达产|受理|办结|出栏|存栏))"
    "的?(?:(?:套|户|个|家|件|项目)?数量?)?$"
)


def of_one_thing(one: Slots, other: Slots) -> tuple[Slots, Slots]:
    """百亿级项目的签约数比入库数: what was done with the same thing, which is named once."""
    first, second = _DONE.search(one.content), _DONE.fullmatch(other.content)
    if not first or not second or first.start() <= 1:
        return one, other
    thing = one.content[: first.start()].rstrip("的 ")
    if first["deed"].removeprefix("新") == second["deed"]:
        # 计划新开工的比实际开工的: of the same deed
        whole = thing + first["deed"]
        return replace(one, content=whole), replace(other, content=whole)
    return replace(one, content=thing + first["deed"]), replace(other, content=thing + second["deed"])


# 2023年实际新改建的, 2024年新增的人数: the thing itself is named by the other side
_THING_LEFT_OUT = regex(
    "年(?:已经?|真正|实际|全年|当年|一共|总共|共)*(?P<deed>[一-鿿]{2,5})的(?:(?:户|人|家|件|项目|套|辆|座)?数量?|那些)?$"
)
_HEAD = regex("^[一-鿿（）()]{1,8}?的(?P<thing>[一-鿿].{2,})")
_DEED_LAST = regex("(?<=[一-鿿]{2})的?(?:改造|新建|建设|整治|治理|改善|培育|提升|更新)+$")
_ONLY_DONE = frozenset(["完成", "实现", "达到", "做到", "实际", "计划", "目标", "安排", "预计", "确定"])


def of_its_deed(other: Slots, said: str, content: str) -> Slots:
    """备案的中小企业比2023年入库的: ``other`` names only what was done, with the thing of ``content``."""
    deed, names = _THING_LEFT_OUT.search(said), find_names(content)
    if not deed or deed["deed"] in _ONLY_DONE or contrasted(deed["deed"], content, [n.name for n in names]):
        return other
    if other.content and not other.content.replace(" ", "").startswith(deed["deed"]):
        return other
    head = _HEAD.match(content)
    if deed["deed"] in content and not head:
        return replace(other, content=content)  # 新增的人数, of 城镇新增就业
    thing = head["thing"] if head else _DEED_LAST.sub("", content)
    if not head and (names or thing == content):
        return other
    return replace(other, content=thing + deed["deed"])


_KINDS = regex(
    "(?:吞吐量|(?:产业|行业)?(?:总体)?规模|总里程|里程|总产量|产量|总产|产值|增加值|存栏量?|出栏量?|(?:播种|种植)面积|余额|销售额|[出进]口额?)$"
)


def of_the_same_kind(slots: Slots, earlier: Slots) -> str:
    """蛋呢 after 肉产量: the same quantity of another thing; ``""`` where it names a quantity itself."""
    kind = _KINDS.search(earlier.content)
    if kind is None and slots.text.rstrip("？?。").endswith("呢"):
        kind = _INVESTED.search(earlier.content)
    thing = slots.content
    if kind is None or slots.names or len(thing) > _THING or kind.start() == 0 or not thing:
        return ""
    return "" if _QUANTITY.search(thing) else thing + kind.group()


_INVESTED = regex("(?:总|计划|完成)?投资$")
_THING = 5
_QUANTITY = regex(r"纳税|税金|利税|利润|税收|营收|[率量额值数产积入资度款]$|[存出]栏|播种|种植|就业|人口|\d")
