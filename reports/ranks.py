"""What says that something stands in a row: 居全省第三, 位居全国首位, 进入全省前十."""

from __future__ import annotations

import re

from reports.patterns import regex

from .numerals import chinese_value
from .phrases import REGION

_RANKED = "居列排位名国省市县区域统持为第均速量、和与球界盟州部"
RANK_ENDS = "[,，。;；、:：)）首跃升上前晋进攀提降下退滑]|$|[和与及]第"
_FIRST = "国省市县区州盟域居列球界部名"
# 跃升至21位 is a rank; 配备校医3位 counts people.
RISEN = regex(
    r"(?:[升降移跃进退]|进位|名次|位次|排名|(?:居(?!民)|列(?!入)|排(?![查放水涝]))[^,，、;；。\d]{0,10})(?:至|到|在|为|于)?(?:全[国省市州县区盟旗])?$"
)
# 放在第一位 ranks nothing.
PUT_FIRST = regex("[放摆置](?:在|到|于)了?$")
# 位列中部省会第三; 第一、第三位 are ranks both
_PLACED = regex(
    "(?:[位名]列|[位名稳跃升]居|列居|排名|排在|跻身|(?<![宜定安])居(?!民)|全[国省市州区县盟]|全球|世界)[^,，。；;：:、第\\d]{1,20}$|"
    "[、，,](?:均|都|仍|稳|继续|保持|分别)*列(?!入)[^，,。；;：:、第\\d]{1,10}$"
)
_REGION = regex(f"(?:{REGION})(?:地区|城市)?$")
_PUT_FIRST_IN = regex("[放摆置](?:在|到|于)[^,，]{0,16}$")
_RANKS_ON = regex(r"(?:、|和|及|与)第(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:位|名)")


def ranks(text: str, match: re.Match[str]) -> bool:
    """Whether a bare 第三 is a rank: 居全省第三, 位列中部省会第三, 分别列第一、第三位."""
    before = text[max(0, match.start() - 24) : match.start()]
    in_a_place = bool(before) and before[-1] in _RANKED
    return in_a_place or bool(
        _PLACED.search(before) or _REGION.search(before) or _RANKS_ON.match(text, match.end())
    )


def is_first(text: str, start: int) -> bool:
    """Whether the 首位 at ``start`` is a rank: no 放在全局首位."""
    before = text[max(0, start - 24) : start]
    held = before[-1:] in tuple(_FIRST) or _PLACED.search(before)
    return bool(held) and not _PUT_FIRST_IN.search(before)


# 位列全国前三, 进入全省前10位, 跻身全国三甲; 前三季度 is a time.
TOP = (
    r"(?<![目日年月天此之以提数])前(?P<topnum>\d{1,3}|[一二三四五六七八九十]{1,2})(?:位|名|强)?"
    "(?=[,，;；。:：)）]|、[^\\d]|$|行列|之列|以内)|(?P<three>三甲)(?=[,，;；。)）]|$|行列|之列)"
)
_AMONG = regex(
    "(?:居(?!民)|列|排|进入?|跻身|跃[入居]|挺进|晋[级升入]|入围|入选|保持|稳定?在|重返|升至|全[国省市州区县盟旗]|世界|全球|地区|[国省市区州]内|[中西东]部)[^,，。;；、]{0,16}$"
)


def top(text: str, match: re.Match[str]) -> float | None:
    """The place within which something stands: 前三, 三甲."""
    number = match["topnum"] or "三"
    before = text[: match.start()][-20:]
    if not (number.isdigit() or _AMONG.search(before)) or before.endswith(("新增", "创成", "建成", "“")):
        return None
    if match["three"] and not _AMONG.search(before):
        return None
    return float(number) if number.isdigit() else chinese_value(number)
