"""A follow-up that asks which those are that the question before counted: 具体是哪几家."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.patterns import regex
from reports.text import fold
from vectorstore.records import ReportEntry

from ..drafting.citing import Citer
from ..drafting.drafts import Draft
from ..evidence.pieces import piece_of
from ..evidence.prepared import Shelf
from ..questions.slots import Slots
from .asked import figure_of

# 禧跃食品、融达包装等6个项目, 炳灵寺、官鹅沟、冶力关3家景区
_LIST = regex(r"[^，。；;,、\d]{2,}(?:、[^，。；;,、\d]{2,})+等?(?:共)?(?:其他)?$")


_WHICH = regex(
    "(?:那么?|具体|分别|都|各|又|它们|他们|这[些几][个家]?|是|有|叫|的|了|呢|哪些|哪[几一两二三四五六七八九十\\d]+[个家座条项所处名位]?|"
    "什么|谁|名字|名称|企业|公司|项目|单位|地方|村|镇|学校|医院|园区|景区|产品|[？?，, ])+"
)


def asks_which(slots: Slots) -> bool:
    """Whether a follow-up only asks which those are that the question before counted."""
    return slots.task in ("list", "who", "open") and bool(
        re.search("哪|谁|叫什么|什么名", slots.text) and _WHICH.fullmatch(fold(slots.text))
    )


def listed_there(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """What the figure of the question before counts, where its sentence lists it; None where it does not.

    具体是哪几家, after 新增多少家.
    """
    if slots.before is None or not (found := figure_of(slots.before, entries, shelf)):
        return None
    home = found[0]
    clause, figure = home.fact.clause, home.fact.figure
    if not _LIST.search(clause.partition(figure)[0]):
        return None
    citer = Citer()
    piece = piece_of(home.evidence, home.item.sentence)
    return Draft(
        f"{piece.text}{citer.cite(piece.evidence, piece.start, piece.end)}", True, "extractive", citer
    )
