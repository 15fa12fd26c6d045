"""Whether something rose or fell: 是升是降，多大幅度 asks for its growth, which says which way it went."""

from __future__ import annotations

from reports.patterns import regex

_UP = "增加|增长|上升|上涨|提高|扩大|向上|升|涨|增"
_DOWN = "减少|下降|下滑|下跌|回落|缩小|负增长|向下|降|跌|减"
_EITHER = (
    rf"(?:{_UP})(?:了)?(?:还是|是|或者?|、)(?:{_DOWN})(?:了)?|"
    rf"(?:{_DOWN})(?:了)?(?:还是|是|或者?)(?:{_UP})(?:了)?"
)
_BY_HOW_MUCH = (
    r"(?:[，,、]?(?:(?:变|升降|涨跌|增减)?(?:了)?多大(?:的)?(?:幅度)?|幅度(?:是)?(?:多大|多少|几何)|"
    r"(?:各|变化|变动|升降|涨跌|增减)(?:了)?(?:多少|几[%成]|百分之几)))?"
)
_WHICH_WAY = regex(rf"(?:究竟|到底)?是?(?:{_EITHER}){_BY_HOW_MUCH}")
# 2021年比2019年是增是减: against that year, no growth of one
_AGAINST = regex(rf"([比较跟与和]\d{{4}}年(?:的)?(?:相比|比)?[，,]?)(?:究竟|到底)?是?(?:{_EITHER})")
# 2024年又定了多少: the target that was set.
_SET = regex(r"(?<=[年又])又?(?:把)?(?:目标|任务|计划)?又?定(?:下|得|到)?了?(?=多少|几|百分之)")


def plainly(text: str) -> str:
    """The question with 增速 for 是升是降 and with 目标 for what was set."""
    return _SET.sub("目标是", _WHICH_WAY.sub("增速是多少", _AGAINST.sub(r"\1高还是低", text)))
