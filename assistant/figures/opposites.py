"""Words that exclude each other: what is told of 存栏 does not answer what is asked of 出栏."""

from __future__ import annotations

import re
from functools import lru_cache

from reports.patterns import regex

# Things: asked of one, a figure of the other is no answer; told of one, it is not the other's.
_PAIRS = (
    ("出栏", "存栏"),
    ("进口", "出口"),
    ("存款", "贷款"),
    ("开工", "竣工"),
    ("开工", "完工"),
    ("开工", "建成"),
    ("失业率", "就业率"),
    ("境内上市", "境外上市"),
    ("新建", "在建"),
    ("新建", "营运"),
    ("夏粮", "秋粮"),
    ("早稻", "晚稻"),
    ("客运", "货运"),
    ("小学", "中学"),
    ("男", "女"),
    ("上升", "下降"),
    ("起数", "死亡"),
    ("合同利用", "实际利用"),
    ("实际", "协议"),
    ("实际", "合同"),
    ("到位", "协议"),
    ("到位", "合同"),
    ("总投资", "完成投资"),
    ("财政收入", "财政支出"),
    ("预算收入", "预算支出"),
    ("一产", "二产"),
    ("二产", "三产"),
    ("一产", "三产"),
    ("第一产业", "第二产业"),
    ("第二产业", "第三产业"),
    ("第一产业", "第三产业"),
    ("全社会", "城镇"),
    ("燃煤", "燃气"),
    ("批发", "零售"),
    ("国内", "外国"),
    ("用电", "用气"),
    ("用电", "用水"),
    ("用电", "用热"),
    ("用气", "用水"),
    ("用气", "用热"),
    ("用水", "用热"),
)
_BOTH_WAYS = tuple((a, b) for pair in _PAIRS for a, b in (pair, pair[::-1]))
_CHECKED = 2
"""Characters from which a word alone tells its thing apart in a sentence of any kind (女 does not)."""


def _both_ways(pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    read = [(regex(one), regex(other)) for one, other in pairs]
    return tuple((a, b) for pair in read for a, b in (pair, pair[::-1]))


# What a figure is of, in words that need their neighbours to be told apart; 贸口 stands for 进出口.
_THINGS = _both_ways(
    (
        *((a, b) for a, b in _PAIRS if len(a) >= _CHECKED and a not in ("进口", "上升", "开工")),
        ("货物", "服务(?!业)"),
        ("入境|入港", "出境|离境|出港"),
        ("省内|市内|县内|区内|境内|国内", "省外|市外|县外|区外|境外|国外|海外"),
        ("城镇|城市", "农村|乡村"),
        ("(?<!进)出口", "进口"),
        ("贸口", "(?<!进)出口|进口"),
        ("登记", "调查"),
        ("收入", "支出"),
        ("中央", "地方"),
        ("公办", "民办"),
        ("开工", "竣工|完工"),
    )
)
# What was done to the thing that is counted.
_ACTS = _both_ways(
    (
        ("收储|储备", "出让"),
        ("恢复生产|复产|重新开工", "停产|关停|停工"),
        ("进口", "(?<!进)出口"),
        ("发放|拨付|支付", "收取|征收|追缴"),
        ("新建|建成|开工", "拆除|拆迁|取缔"),
        ("购进|购入|购自|采购|买入", "销往|销售|售出|卖出"),
        ("流入|迁入|输入|调入", "流出|迁出|输出|调出"),
        ("新增|增加", "淘汰|关停|取缔|压减"),
    )
)


def excluded(asked: str, own: str) -> bool:
    """Whether a figure's folded ``own`` words say the opposite of what is ``asked``, and not that itself."""
    return any(other in own and word not in own for word, other in _opposites(asked))


@lru_cache(maxsize=256)
def _opposites(asked: str) -> tuple[tuple[str, str], ...]:
    """``(word, its opposite)`` of what is asked: the same for all the figures that are looked at for it."""
    return tuple((word, other) for word, other in _BOTH_WAYS if word in asked and other not in asked)


def opposed(words: str, told: str) -> bool:
    """Whether compact ``words`` have one of two that exclude each other, and ``told`` only the other."""
    told, mine = (text.replace("进出口", "贸口") for text in (told, words))
    return any(
        one.search(mine) and not other.search(mine) and other.search(told) and not one.search(told)
        for one, other in _THINGS
    )


def undone(words: str, own: str, around: str) -> bool:
    """Whether compact ``words`` tell the opposite act of the figure's ``own`` (出让 for 收储).

    ``around`` is the sentence: where it tells that act, too, nothing is said against it.
    """
    return any(
        one.search(words) and other.search(own) and not one.search(own + around) for one, other in _ACTS
    )
