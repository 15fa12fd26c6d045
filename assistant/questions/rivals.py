"""The words that only ask which of several is ahead (哪个市更快, 谁定得最高, 快多少), and none of the matter.

A question that sets places or years beside one another holds, besides the figure it is about, who is
compared (三个市), which of them is asked for (谁, 哪一年), the order (更高, 由高到低) and the gap (快多少).
"""

from __future__ import annotations

import re

from reports.patterns import regex

_SORTS = "城市|地市|市|县|区|省|州|地方|地区|地|年份?|者"
_WHICH = rf"(?:谁|哪(?:一?[个座家头方]|边|里|[两三四五几]个|一)?(?:{_SORTS})?)(?:的(?!是))?"
_ORDER = "(?:[高大低快慢强弱小猛]|多(?!少)|(?<!多)少)"
# 提高, 扩大, 增多: the letter belongs to a word.
_ORDERED = rf"(?<![提扩增减加新不至最超跨]){_ORDER}"
_HOW = r"(?:(?:[定排增涨跑长走升降设建干做提订摆]|完成|发展|改善)得)?(?:更|最|比较|较|要|相对)?"
_MORE = rf"(?:{_HOW}(?<=[得更最较要对]){_ORDER}|{_ORDERED})(?:了?(?:一些|一点儿?|些|点))?"
_ENDS = r"(?=$|[\s，,。？?；;])"
_SET_BESIDE = r"(?:里头|里面|当中|之中|之间|中|里)?(?:相比(?:较|起来)?|比较?|放在?一起)?"

# 两市的目标一样吗
_SAME = r"(?:是不是|是否|都|一?样?不)?(?:一样|相同|一致)(?:[高多大快])?(?:吗|么|不|嘛)?(?=[？?。]?$)"
_ASKED = regex(
    rf"{_WHICH}[^，,。？?]{{0,20}}?{_MORE}{_ENDS}|{_MORE}的(?:是|为)?(?:哪|谁)|"
    rf"[由从]{_ORDER}到{_ORDER}|排[个一]?(?:序|排|名次|位次)|怎么排(?:序|列)?{_ENDS}|比一?比|{_SAME}"
)
_LEAST = regex(rf"{_HOW}(?:[低慢小弱]|(?<!多)少)(?:一些|一点儿?|些|点)?{_ENDS}|最[低少慢小弱]|从[低少慢小]到")
_RIVALS = (
    regex(_SAME),
    regex(rf"(?:至少|起码|最少|至多|最多|顶多)(?=(?:要|得|会)?{_ORDER}[一-鿿]?(?:多少|几))"),
    regex(rf"{_MORE}的(?:是|为)?{_WHICH}"),
    regex(rf"(?:这|那)?[两二三四五六七八]个?(?:{_SORTS}){_SET_BESIDE}(?=$|[\s，,、。？?的一-鿿])"),
    regex(rf"{_WHICH}(?=[^，,。？?]{{0,20}}?{_MORE}{_ENDS})"),
    regex(rf"{_MORE}{_ENDS}"),
    regex(rf"{_ORDERED}(?:了|出来?|上)*(?=多少|几)"),
    regex(r"[定排增涨跑长走升降设建干做提订摆]得(?=$|[\s比])"),
    regex(
        rf"[由从]{_ORDER}到{_ORDER}的?(?:顺序)?|(?:按|照)?顺序|怎么排(?:序|列)?{_ENDS}|排[个一]?(?:序|排)(?:一下)?|"
        rf"比一?比|(?<=\s)还是(?=\s|$)|[两二前后]者|哪边{_ENDS}"
    ),
)


# 多了多少停车位 asks for parking places, and not how far apart two figures are.
_COUNTED_IN = (
    "(?:个?百分点|个?点|个人|块?钱|美元|平方公里|平方米|立方米|公里|人次|"
    "[元人名个家项户亩吨米斤头只座条处件套辆所张场次年岁天位%％倍块])?(?:左右|呢|啊|呀)?"
)
_EITHER = "(?:是|算)(?:[高多快大]了还是[低少慢小]了|[低少慢小]了还是[高多快大]了)"
_GAP = regex(
    rf"[，,；;、？?]\s*(?:[一二三四五六七八九十]+年(?:间|里|来|下来)|那么?|[二两]者|它们|前者|后者|这?两[个项]数?字?|目标|实际|计划|之间|比|又|还|要|会|一共)*"
    rf"(?:(?:相差|差距|差额|差|{_ORDERED})(?:了|出来?|有|是|着)*(?:大概|大约|约)?(?:多少|几(?!乎)|多大)(?:万亿|亿|万|千|百)*{_COUNTED_IN}|"
    rf"{_WHICH}{_MORE}|{_EITHER})[。？?]?$"
)
EITHER = (
    "(?:[高多快大]了?(?:些|一些|一点)?还是(?:[定设订排]得?)?更?[低少慢小]|"
    "[低少慢小]了?(?:些|一些|一点)?还是(?:[定设订排]得?)?更?[高多快大])"
)
"""A pattern for 高了还是低了 in any order."""
_ASKS_EITHER = regex(EITHER)


def without_gap(text: str) -> str:
    """A question without the words at its end that ask how far apart the figures before are (，差多少)."""
    while (shorter := _GAP.sub("", text)) != text:
        text = shorter
    return text


# 城里人和农民的收入差多少，谁的涨幅大
_FASTER = regex(
    r"(?P<head>.*(?:差|比(?![例重上去])|[高多低少]出)[^，,？?]*(?:多少|几)[^，,？?]{0,6}?)[，,；;？?]\s*(?:那么?|又是?|还有)?"
    r"(?:谁|哪[一个边头方]*)的?(?:(?:涨幅|增幅|增速|增长率)(?:更|要|比较|最)?[大高快]|(?:增长|涨|增|长)得?(?:更|要|比较)?[快多])(?:些|一些|一点)?[？?。]?"
)


def without_faster(text: str) -> str:
    """A question how far two levels are apart without which of them grew faster; else ``text``."""
    found = _FASTER.fullmatch(text)
    return found["head"] if found else text


def asks_whether_more(text: str) -> bool:
    """Whether it is asked how the one figure stands to the other (是高了还是低了)."""
    return bool(_ASKS_EITHER.search(text))


def with_order(text: str) -> str:
    """A question whether two figures are the same, as one which of them is higher."""
    return re.sub(_SAME, "哪个更高", text)


def asks_which_leads(text: str) -> bool:
    """Whether folded words ask which of several is ahead, or in which order they stand."""
    return bool(_ASKED.search(text))


def asks_least(text: str) -> bool:
    """Whether it is the last of them that is asked for (谁最少)."""
    return bool(_LEAST.search(text))


def measure_of_order(text: str) -> str:
    """快 sets growth beside growth, 大 and 多 level beside level; empty where the order tells neither."""
    asked = " ".join(m.group() for m in _ASKED.finditer(text))
    if re.search("[快慢猛]", asked):
        return "增速"
    return "水平" if re.search("[多少大小]", asked) else ""


def without_rivals(text: str) -> str:
    """Folded words without those that only compare; a blank stands for each."""
    for pattern in _RIVALS:
        text = pattern.sub(" ", text)
    return text
