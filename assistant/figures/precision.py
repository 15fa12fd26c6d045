"""How much of a figure's own words a question speaks of."""

from __future__ import annotations

from reports.patterns import regex

from ..evidence.matching import Need, own_words
from ..evidence.prepared import FactText

# 拟安排财政赤字: words that say how a figure came about, and not of what it is.
_SETTING = regex("^(?:预计|力争|计划|全年|今年|当年|累计|共|拟|安排|完成|实现|达到?)+")


def precision(need: Need, item: FactText) -> float:
    """The share of the figure's own words that the question speaks of, 0 to 1."""
    own = _SETTING.sub("", own_words(need, item))
    if not own:
        return 0.0
    covered = sum(1 for i in range(len(own) - 1) if own[i : i + 2] in need.asked)
    return covered / max(1, len(own) - 1)
