"""A follow-up that asks which those are that were counted (具体是哪几家), or how it is done (怎么做到的)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.patterns import regex
from reports.text import fold
from vectorstore.records import ReportEntry

from ..drafting.citing import Citer
from ..drafting.drafts import Draft
from ..evidence.matches import Match
from ..evidence.pieces import Piece, piece_of
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


_DEED = (
    "(?:做|办|实现|完成|推进|推动|建|建设|修|弄|搞|干|抓|落实|改造?|治理?|招商?|招引|引进?|培育|达成|达|保证|保障|增加?|发展|拉动|带动|实施|"
    "支撑|凑|挣|赚|增|降|提高|找)?"
)
# 怎么做到的, 都去哪儿招、靠什么招: nothing is named but how it is or was done
_HOW = regex(
    f"(?:(?:那么?|都|又|具体|主要|到底|准备|打算|要|会|能|是)*(?:(?:怎么|怎样|如何|咋)(?:去|来|才能|能|做到)?(?!样|会|看)|(?:靠|凭|用|通过|依托)(?:什么|啥|哪些)(?:办法|措施|手段|来|去)?|"
    f"(?:去|到|从|在|面向|往)哪(?:儿|里|些地方)(?:去)?){_DEED}"
    "(?:到|成|出来|起来|下来|上去)?(?:的|呢)?[？?，,、。 ]*)+"
)
_BRIEF = 240


def told_there(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf) -> Draft | None:
    """Which they are or how it is done, where the sentence of the figure asked for before tells it."""
    if slots.before is None:
        return None
    if asks_which(slots):
        return listed_there(slots, entries, shelf)
    if slots.before.task != "figure" or not _HOW.fullmatch(fold(slots.text)):
        return None
    if not (found := figure_of(slots.before, entries, shelf)):
        return None
    home, citer = found[0], Citer()
    piece = _up_to_figure(home)
    before = home.evidence.report.text[piece.start : home.fact.start]
    besides = "".join(c for c in re.split("[，；：,;:]", before)[:-1] if not re.search(r"\d", c))
    recruits = re.search("招|引", slots.text) and not re.search("招|引", piece.text)
    if recruits or len(besides) < len("通过某事实现"):
        return None
    return Draft(
        f"{piece.text}{citer.cite(piece.evidence, piece.start, piece.end)}", True, "extractive", citer
    )


def _up_to_figure(home: Match) -> Piece:
    """The sentence of a figure; of a long one the clauses up to the figure's. What was done ends at a ；."""
    whole, text = piece_of(home.evidence, home.item.sentence), home.evidence.report.text
    start, end = whole.start, whole.end
    if home.fact.nature != "目标":
        start = max(text.rfind("；", start, home.fact.start) + 1, start)
        end = (text.find("；", home.fact.end, end) + 1 or end + 1) - 1
    if end - start <= _BRIEF:
        return Piece(home.evidence, start, end)
    end = next((i for i in range(home.fact.end, end) if text[i] in "，；。"), end)
    starts = [m.end() for m in re.finditer("[，；：]", text[start:end])]
    first = next((at for at in (0, *starts) if end - start - at <= _BRIEF), 0)
    return Piece(home.evidence, start + first, end)


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
