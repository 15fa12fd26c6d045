"""Whether the one of two figures is above the other, in uncommon words: put as 高了还是低了 or 哪个更高.

两者孰高 is 谁更高; 今年定了多少，较上年是多是少 is 是多了还是少了; 比2022年实际数低吗 is 低了还是高了.
"""

from __future__ import annotations

from reports.patterns import regex

from .turns import Turns, turned

_ORDER = "[高低多少快慢大小]"
_OPPOSITE = dict(zip("高低多少快慢大小", "低高少多慢快小大", strict=True))
_SET = "(?:[定设订排调压抬][得的]?)?更?"
# 是农民收入涨得快，还是居民收入涨得快
_ONE_OR_OTHER = regex(
    r"(?:^|(?<=[^但可就只还不真算]))(?:到底|究竟)?是(?P<one>[^，,是？?多几哪]{2,20}?)"
    rf"(?P<how>(?:(?:上涨|增长|上升|下降|[涨增升降跌])得?)?(?:更|比较)?{_ORDER})(?:些|一些|一点)?[，,]?还是"
    r"(?P<other>[^，,是？?多几哪]{2,20}?)(?P=how)(?:些|一些|一点)?(?=[，,？?；; ]|$)"
)
_HOW_FAST = regex("(?<=[长升降涨])(?=[快慢多少])")
_BOOKISH: Turns = (
    (regex("(?:何者|孰者|哪一方|哪一者)的?"), "哪个"),
    (
        regex(f"(?:[两二]者(?:相比)?)?孰(?:更|为)?(?P<order>{_ORDER})(?:[、，,]?孰(?:更|为)?{_ORDER})?"),
        r"谁更\g<order>",
    ),
)
# 去年完成多少，今年定了多少，较上年是多是少: two figures, and then how the later stands to the earlier
_TWO_ASKED = regex(
    r"(?:多少|几)[^，,？?；;]*[，,？?；; ]+[^？?]*(?:多少|几)|\d{4}年.*\d{4}年|[去今]年.*[去今]年"
)
_LAST = regex(
    "[，,？?；; ]+(?:又|那么?|目标|计划|它|这)*"
    "(?:[跟与和同比较](?:之前|上年|去年|前一?年|上一?年|前者)(?:的?实际)?[相对]?比?[，,]?)?(?:是|算)?"
    f"(?:{_SET}(?P<one>{_ORDER})(?:了|些)?(?:是|还是|或者?){_SET}{_ORDER}(?:了|些)?呢?|"
    f"{_SET}(?P<order>{_ORDER})(?:了|些|一些)?(?:了吗|吗|么|没有|没))(?=[？?]?$)"
)
# 目标比2025年实际完成数低吗
_THAN = regex(
    rf"(?<=[一-鿿])(?P<than>比\d{{4}}年[^，,？?多几]{{0,14}}?)(?:要|还|更|会|是否)*(?P<order>{_ORDER})"
    "(?:了|些|一些)?(?:吗|么|没有)(?=[？?，,]|$)"
)
# 目标与2023年实际完成数相比谁更多, 实际与2024年的目标，哪个高
_WITH = regex(
    r"(?P<than>[与跟和同]\d{4}年(?:[^，,？?多几]{0,14}?(?=相?比)|"
    r"[^，,？?多几]{0,10}(?:目标|计划|预期)[^，,？?多几]{0,4}(?=[，,])))(?:相?比)?[，,]?"
    f"(?:[两二]者)?(?:谁|哪[一个者]+)(?:更|比较)?(?P<order>{_ORDER})(?:了|些|一些)?(?=[？?，,]|$)"
)


def _either(order: str) -> str:
    return f"{order}了还是{_OPPOSITE[order]}了"


def higher_or_lower(asked: str) -> str:
    """``asked`` with what it asks of two figures, which is the higher, as most people ask it."""
    asked = _ONE_OR_OTHER.sub(
        lambda m: f"{m['one']}和{m['other']}谁{_HOW_FAST.sub('得', m['how'])}", turned(asked, _BOOKISH)
    )
    if (last := _LAST.search(asked)) and _TWO_ASKED.search(head := asked[: last.start()]):
        asked = f"{head}，是{_either(last['one'] or last['order'])}{asked[last.end() :]}"
    asked = _WITH.sub(lambda m: f"{m['than']}相比，{_either(m['order'])}", asked)
    return _THAN.sub(lambda m: f"{m['than']}{_either(m['order'])}", asked)
