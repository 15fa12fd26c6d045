"""How many things a question says it asks for: 哪两家, 哪六条河."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.patterns import regex

from .numerals import COUNTS


def asked_count(question: str) -> int:
    """How many things a question asks for (哪两家: 2); -1 where it does not say."""
    found = re.search("哪([一二两三四五六七八九十])", question)
    return COUNTS[found[1]] if found else -1


def counted_so(question: str) -> re.Pattern[str] | None:
    """哪六条河: as many of them, as a report counts them (6条河流)."""
    found = _COUNTED_ASK.search(question)
    if found is None:
        return None
    return re.compile(f"(?:{numerals(COUNTS[found[1]])}){found[2]}[^，。、；]{{0,4}}{re.escape(found[3])}")


_COUNTED_ASK = regex("哪([二两三四五六七八九十])([个家座条项所位处件种类])([一-鿿])(?=$|[，,。？?；])")


def announced_so(question: str) -> re.Pattern[str] | None:
    """哪三个优势: how a sentence says that there are so many (三大优势); None where no count is named."""
    found = _SO_MANY.search(question)
    if found is None:
        return None
    return re.compile(f"(?:{numerals(COUNTS[found[1]])}){_MEASURES}{re.escape(found[2])}")


_MEASURES = "(?:个|大|项|点|方面|条)"
_SO_MANY = regex(
    f"哪([二两三四五六七八九十]){_MEASURES}(?:的)?([一-鿿]{{2,4}}?)(?:的?(?:工作|任务|内容))?(?=$|[，,。？?；])"
)


# 四大机器人基地在哪几个城市: the count stands before the thing whose parts are asked for.
_COUNT_BEFORE = regex(
    "(?<![\\d第前后每一二三四五六七八九十])([二两三四五六七八九十]|[2-9])(?:大|个|条|项|种|类|座|所|家|件|张)"
    "(?!月|年|月份|小时|百分|多|县|省|区|市)[^，,。？?]{2,16}?(?:是|指|在|有|包括|分别|都)*(?:哪|什么|啥)"
)
# 哪几项安排: clauses tell them, no list need.
_PLURAL = regex("哪几(?:[家所条座位款个种]|项(?!安排|措施|举措|工作|任务|要求|政策|改革|做法|动作|事|行动))")
_KIND = regex("哪[几二两三四五六七八九十][家所条座位款个种项处][一-鿿]{0,6}?([一-鿿]{2})(?=$|[，,。？?；;])")
_JOINTS = regex(
    "[、；;]|(?<=[一-鿿])[—－–-]+(?=[一-鿿])|[，,](?:与|和|同|跟)|[一-鿿](?:和|与|及|以及)[一-鿿]|[一二三四五六七八九](?:是|要)"
)


_COUNTED = regex(r"([2-9]|[二两三四五六七八九十])(?:家|个|所|条|座|位|款|项)(?=[，,：:])")


def parts_asked(question: str) -> int:
    """How many things an answer must tell of (哪四家 4, 四大…是哪些 4, 哪几家 2), or 0."""
    if (count := sum(COUNTS[n] for n in re.findall("哪([一二两三四五六七八九十])", question))) > 1:
        return count  # 哪一区、哪四城: five
    if found := _COUNT_BEFORE.search(question):
        return COUNTS.get(found[1], 0) or int(found[1] if found[1].isdigit() else 0)
    return 2 if _PLURAL.search(question) else 0


def may_name(count: int, texts: Sequence[str], *, plainly: bool = False, asked: str = "") -> bool:
    """Whether quoted sentences may name as many things: they are as many, have as many parts, or say so.

    With ``plainly`` a sentence that only says how many they are does not. ``asked``: the question, whose
    kind (哪几所幼儿园) may stand once in each of as many clauses.
    """
    if len(texts) >= count:
        return True
    whole = "".join(texts)
    kind = _KIND.search(asked)
    if kind and sum(kind[1] in clause for clause in re.split("[，,；;。]", whole)) >= count:
        return True
    if (
        not plainly
        and count > 2
        and re.search(rf"(?:{numerals(count)})(?:大|个|条|项|种|类|座|所|家|件|张|区|城|园)", whole)
    ):
        return True
    # 新增挂牌企业2家，甲登陆北交所，乙挂牌新三板: a clause for each of those counted
    counts = ((COUNTS.get(m[1]) or int(m[1]), whole[m.end() :]) for m in _COUNTED.finditer(whole))
    if any(1 < number <= len(re.findall("[，,][一-鿿]", after)) for number, after in counts):
        return True
    return len(_JOINTS.findall(whole)) >= count - 1 or whole.count("“") >= count


def numerals(count: int) -> str:
    """A count as a report may write it, for a pattern."""
    return "|".join([str(count), *(c for c, value in COUNTS.items() if value == count)])
