"""What money is for, where its purpose stands behind it or in the clause before it."""

from __future__ import annotations

from reports.patterns import regex

from .figures import Figure
from .phrases import right_noun

_MONEY = ("元", "美元")
# 省财政筹措, 投入各类资金: that money was given, and by whom at most.
_GIVEN = regex(
    "(?:中央|省|市|县|区|自治区|[省市县区]级|各级|地方|本级)?(?:财政|政府)?(?:又|先后|共|拟|统筹|再|专项)*"
    "(?<!完成)(?<!实现)(?:投入|投资|筹措|筹集|安排|拨付|拨出|下达|列支|整合|落实|追加|补助|补贴|出资)了?"
    "(?:各类|各级|财政|专项|救灾|补助|市本级|省级|中央|建设|扶持|引导|预算内|项目)*(?:资金|补助|基金)?"
)
_DOES = regex(
    r"(?:用于|用以|支持|解决|实施|新建|改建|改造|整治|建设|修建|补贴|补助|扶持|帮扶|救助|给予|发放|为|对|使"
    r"|提高|扩大|把|将|免除|开展|推进|资助|奖励|确保|保障|完成|修复|治理|维修|改善)"
)
_BEHIND = regex(
    f"(?:[一-鿿]{{0,2}}[两二三四五]年|重点|主要|专项|全面|积极|集中|先后)*{_DOES.pattern}了?[^，,；;。：:]{{2,}}"
)
_BEFORE = regex(
    "(?:各级政府|政府)?(?:要|将|继续|进一步|持续|不断|大幅|切实|着力|全力|全面)*(?:加大|增加|打好|抓好|做好|加强|强化|打赢)(?:对)?(?P<of>[一-鿿“”]{2,16}?)"
    "(?:力度|投入|硬仗|攻坚战|工作)*"
)
_LONG = 24


def given(own: str, text: str, figures: list[Figure], figure: Figure, clauses: tuple[int, int, int]) -> str:
    """``own`` of a sum with what it was given for; ``own`` alone where that is not told.

    ``clauses`` are where the clause before its own begins, and where its own begins and ends.
    """
    if figure.base_unit not in _MONEY or not _GIVEN.fullmatch(own):
        return own
    before, start, end = clauses
    what = _purpose(text, figures, figure, end, text[before:start].strip("，, "))
    return own if what in own else what + own


def _purpose(text: str, figures: list[Figure], figure: Figure, end: int, lone: str) -> str:
    """By the clause that ends at ``end``, the one after it or ``lone``, the one before it."""
    right = text[figure.end : end]
    if found := _BEHIND.match(right):
        return right_noun(found.group())
    if not right and text[end : end + 1] in ("，", ",") and (found := _BEHIND.match(text, end + 1)):
        kept, at = "", found.start()
        for other in figures:
            if found.start() <= other.start < found.end():
                kept, at = kept + text[at : other.start], other.end
        return (kept + text[at : found.end()]).replace("了", "", 1)[:_LONG]
    before = _BEFORE.fullmatch(lone)
    return before["of"] if before else ""
