"""One side of a comparison, with 目标 or 实际 for what people say instead.

A target is 盘子, 瞄着 or 想突破的数, a result 实收 or 已突破的数.
"""

from __future__ import annotations

from reports.patterns import regex

from .wordings.turns import Turns, turned

_AIMS: Turns = (
    (
        regex(
            r"(?:年初|当初|原来|原先|起初)(?:所?(?:确定|下达|设定|制定|提出|安排|预定|定))?(?:下)?的?"
            r"(?:目标|任务|计划|打算|指标|预期|数字?)的?"
        ),
        "目标",
    ),
    (regex(r"(?:的)?(?:预算|任务)?盘子"), "目标"),
    (regex(r"(?:定的?)?(?:的)?(?:底线|保底|最低|下限)(?:目标|任务|要求|数)?(?:的)?"), "目标"),
    (
        regex(
            r"(?:想|要|得|力争|争取|瞄着|奔着|冲着|打算|准备(?!金)|计划)(?:要)?(?:突破|冲破|冲击|冲到|冲上|达到|达|超过|过|破|超|到(?=\d))"
            r"(?:\d[\d.]*[万亿百千]*[元吨人个家户斤亩%只头天件项]*)?(?:的(?:数字?|量|规模|水平)?)?"
        ),
        "目标",
    ),
    (regex(r"(?:定|设|摆|排|订|提)得$"), "目标"),
    (regex(r"(?:安排|拨付)(?:资金)?(?=办|用|投)"), "计划"),
    (regex(r"(?:瞄着|瞄准|盯着|奔着|冲着|设想|许诺|承诺|许下|立下)的?(?:数字?|目标)?"), "目标"),
)
_DEEDS: Turns = (
    (regex(r"实收的?(?:数字?|量)?|实到的?"), "实际"),
    (
        regex(
            r"(?:已经?|业已)(?:突破|超过|达到|完成|建成|实现|做到|修好|办成|拿到|有)的?(?:数字?|量|规模|水平)?"
        ),
        "实际",
    ),
    (
        regex(
            r"(?:(?:现在|目前|眼下|当前)(?:稳定|保持|维持|达到|拥有|已有)?的|(?:现有|已有|现已建成)的?)(?:数字?|量|水平)?$"
        ),
        "现在实际",
    ),
    (regex(r"(?<=年)(?<![今明]年)(?:真正|实际)?[一-鿿]{1,2}的(?:数字?|量|那些|钱)?$"), "实际"),
)
# 现在稳定的550亿斤左右: the asker tells the figure, too
_SAID = regex(
    r"(?<=[的到在年])\d[\d.]*[万亿]*(?:公里|平方米|平方公里|人次|万?[一-鿿])(?:左右|以上|以内|多)?$"
)
_YEARLY = regex("(年度|全年|当年)(计划|安排|目标)")
# 后来实际完成的: of what the target was set for
_AFTERWARDS = regex(
    "(?:到头来|后来|事后|最后|最终|年底|到年底)(?:实际|真正)?(?=[一-鿿]{2}的?(?:情况|数字?)?$)"
)
_AIMED = regex("目标|计划|打算|准备(?!金)|拟|安排|(?<!稳)定的|想|力争|任务|预算|要|报的|期")
_COUNT_OF = regex("(计划|目标|完成|实际|预计|预期|签约|安排)的?数(?:量|字)?$")
_WHOLE = regex(
    "全部的?(?!财政)|总的|整个的?|所有的?|的(?:[条座处所台辆项个列班]?数|数?量|数字|钱|资金)$|自己的?"
)


def natured(text: str) -> str:
    """A side with 目标 or 实际 for what people say instead."""
    text = _AFTERWARDS.sub("实际", _YEARLY.sub(r"\1 \2", _SAID.sub("", text)))
    text = _COUNT_OF.sub(r"\1", _WHOLE.sub("", text))
    text = turned(text, _AIMS)
    return text if _AIMED.search(text) else turned(text, _DEEDS)
