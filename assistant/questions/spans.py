"""What rose or fell over a span of years, asked as a change against its beginning."""

from __future__ import annotations

import re

from reports.patterns import regex

MOVED = (
    r"(?:多|少|高|低|增加|增长|增|减少|减|提高|提升|回升|攀升|上升|下降|降低|降|升|涨|扩大|缩小|缩减|压缩|精简)[一-鿿]?"
    r"(?:了|出|出来)?(?=多少|几|百分之)"
)
_BETWEEN = regex(
    rf"从?(?P<then>(?:19|20)\d\d)年?(?:到|至|—|-)(?P<now>(?:19|20)\d\d)年?[，,]?"
    rf"(?!.*(?:年均|平均|每年|增速))(?P<what>[^，,]{{2,30}}?)(?P<moved>{MOVED}.*)"
)
# 产量从2003年到2023年增加了多少
_FROM_TO = regex(
    rf"从(?P<then>(?:19|20)\d\d)年?(?:到|至|—|-)(?P<now>(?:19|20)\d\d)年?[，,]?(?:一共|总共|共)?(?P<moved>{MOVED}.*)"
)
# 各增长多少，哪个快
WHICH_AHEAD = regex("[，,;；？?](?:是?哪|谁)[^，,；;？?]*$")
# 增长了多少 alone is a rate
_PLAN = regex(
    rf"(?P<plan>“?十[一二三四]?五”?)(?:规划)?(?:时期|期间|五年)?[，,]?(?!.*(?:年均|平均|增速|百分|累计|新增))"
    rf"(?P<what>[^，,末]{{2,24}}?)(?P<moved>{MOVED}(?:多少|几)(?:万|亿)*[元吨人亩户座公家个岁].*)"
)


def against_its_start(text: str) -> str:
    """从2003年到2023年，产量增加了多少 as 2023年产量比2003年增加了多少; a five-year plan likewise."""
    text = _BETWEEN.sub(r"\g<now>年\g<what>比\g<then>年\g<moved>", _PLAN.sub(_of_plan, text))
    found = _FROM_TO.search(text)
    if found is None or re.search("年均|平均|每年|增速|百分|几成", text):
        return text
    return f"{found['now']}年{text[: found.start()]}比{found['then']}年{found['moved']}"


def _of_plan(match: re.Match[str]) -> str:
    """“十三五”期间增加了多少亿元: what the plan's last year is above the year before it."""
    end = plan_year(match["plan"])
    return f"{end}年{match['what']}比{(end or 0) - 5}年{match['moved']}"


def plan_year(words: str) -> int | None:
    """“十二五”末 → 2015; None where no five-year plan is named."""
    found = re.search("十([一二三四五六]?)五", words)
    if found is None:
        return None
    end = 2005 + 5 * " 一二三四五六".index(found[1] or " ")
    return end - 5 if re.search("初", words) else end
