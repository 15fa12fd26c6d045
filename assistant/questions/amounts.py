"""Whether a follow-up asks how much it is, after a question for a growth or a rank."""

from __future__ import annotations

from reports.patterns import regex

from .slots import Slots

_RANKED = regex("第[几多]|排名|[位名]次")


def unranked(slots: Slots, earlier: Slots) -> bool:
    """Whether 达到多少 asks for an amount, after a question for a rank."""
    return earlier.measure == "位次" and "多少" in slots.text and not _RANKED.search(slots.text)


def amount_again(slots: Slots, earlier: Slots) -> bool:
    """Whether 明年要到多少 asks for an amount again: how much it was, and how much more, was asked before."""
    before = earlier.before
    again = before is not None and before.content == earlier.content and before.measure in ("", "水平")
    return again and earlier.measure == "增速" and _REACHED.search(slots.text) is not None


_REACHED = regex("(?:[到过破超达上]|[定持控]在)(?:多少|几)(?!个?(?:百分)?点)")


def level_of(slots: Slots, earlier: Slots) -> bool:
    """Whether 投入强度提到多少, after the growth of another thing, asks how much it is."""
    return earlier.measure == "增速" and _LEVEL_ASKED.search(slots.text) is not None


def amount_of(slots: Slots, earlier: Slots) -> bool:
    """Whether 完成了多少, after the growth of the same thing, asks how much it was."""
    if earlier.measure != "增速":
        return False
    as_said = earlier.nature != "目标" and not (slots.years or slots.relative or slots.nature == "目标")
    amount = as_said and _AMOUNT.fullmatch(slots.text.rstrip("？?。"))
    return bool(amount or _SIZE_ASKED.search(slots.text))


# 其中入境游客多少, 投入强度提到多少: how much it is, after a question for a growth.
_LEVEL_ASKED = regex("(?:其中|里面).{1,8}(?:多少|几)|(?:[达到]到?|提高到|有)了?(?:多少|几)")
# 增长多少, and then 完成了多少: how much it was.
_AMOUNT = regex("那?么?(?:全年|当年|一共|总共|总量)?(?:完成|实现|达到?|到)了?多少[万亿]*[元人吨户家个]?")
# 家底有多大: no growth
_SIZE_ASKED = regex("(?:有|是)多大[？?]?$")
