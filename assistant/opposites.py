"""Words that exclude each other: what is told of 存栏 does not answer what is asked of 出栏."""

from __future__ import annotations

from functools import lru_cache

_PAIRS = (
    ("出栏", "存栏"),
    ("进口", "出口"),
    ("存款", "贷款"),
    ("开工", "竣工"),
    ("夏粮", "秋粮"),
    ("早稻", "晚稻"),
    ("客运", "货运"),
    ("小学", "中学"),
    ("男", "女"),
    ("上升", "下降"),
    ("起数", "死亡"),
    ("合同利用", "实际利用"),
    ("财政收入", "财政支出"),
    ("预算收入", "预算支出"),
    ("一产", "二产"),
    ("二产", "三产"),
    ("一产", "三产"),
    ("第一产业", "第二产业"),
    ("第二产业", "第三产业"),
    ("第一产业", "第三产业"),
)
_BOTH_WAYS = tuple((a, b) for pair in _PAIRS for a, b in (pair, pair[::-1]))


def excluded(asked: str, own: str) -> bool:
    """Whether a figure's folded ``own`` words say the opposite of what is ``asked``, and not that itself."""
    return any(other in own and word not in own for word, other in _opposites(asked))


@lru_cache(maxsize=256)
def _opposites(asked: str) -> tuple[tuple[str, str], ...]:
    """``(word, its opposite)`` of what is asked: the same for all the figures that are looked at for it."""
    return tuple((word, other) for word, other in _BOTH_WAYS if word in asked and other not in asked)
