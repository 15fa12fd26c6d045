"""Which titles were won, of nothing in particular: the sentences of the review that tell of them."""

from __future__ import annotations

from collections.abc import Sequence

from reports.patterns import regex
from vectorstore.records import ReportEntry

from ..evidence.pieces import Piece, piece_of
from ..evidence.prepared import Evidence, Shelf
from ..questions.slots import Slots
from .spoken import asks_honour

_ASKS = regex(
    "获得?|荣获|拿到?|得到?|评上|摘得|拿下|收获|称号|荣誉|奖项?|奖牌|牌子|名号|国字号|哪些|[了的过到些 ]"
)
_WON = regex("获评|荣获|荣膺|被评为|被?授予|被?命名为|入选|跻身|成功创建|创成|蝉联|被纳入|被认定为")
_PLAN = regex("安排|目标|任务|计划|今后|打算|部署")
_HIGH = regex("全国|国家|中国|世界|全球|亚洲|全省|省级")
# a long sentence that does nothing but name titles: 荣获甲、乙、丙等荣誉称号
_ROW = regex(
    "(?:[荣喜]获|获得?了?|荣膺|获评|被评为|摘得|拿下)(?:[^。；、]{2,30}、){2,}[^。；]{2,60}(?:称号|荣誉)"
)
_ROW_LONGEST = 260
_LONGEST, _ROOM, _MOST = 130, 420, 6


def honours_won(slots: Slots, chosen: Sequence[ReportEntry], shelf: Shelf) -> list[Piece]:
    """The short sentences of the newest report's review that tell of titles, the highest rather.

    Empty where the question asks for no titles, or for those of something it names.
    """
    if not (asks_honour(slots.text) and "哪些" in slots.text) or _ASKS.sub("", slots.content):
        return []
    for entry in sorted(chosen, key=lambda e: -(e.identity.year or 0)):
        evidence = shelf.evidence(entry)
        told = [i for i in range(len(evidence.sentences)) if _tells(evidence, i)]
        told.sort(key=lambda i: -len(_HIGH.findall(evidence.sentences[i])))
        pieces: list[Piece] = []
        for index in told:
            piece = piece_of(evidence, index)
            if len(pieces) < _MOST and sum(len(p.text) for p in pieces) + len(piece.text) <= _ROOM:
                pieces.append(piece)
        if pieces:
            return sorted(pieces, key=lambda p: p.start)
    return []


# 哪些工作得到国务院表彰: by whom, and how; what reports write for either.
_PRAISED = regex(
    "(?:哪(?:些|几[项个])|什么).*(?:得到|获得?|受到|拿到|被|受)了?(?P<by>国务院|中央|国家|[省市](?:委|政府|里)?)[一-鿿]{0,6}?的?"
    "(?P<how>(?:通报|督查|大督查|表彰|表扬|嘉奖|激励|奖励|肯定|推广|点赞|[或、和及])+)了?[?？。]?$|"
    "(?P<by2>国务院|中央|国家|[省市](?:委|政府|里)?)[一-鿿]{0,6}?(?P<how2>(?:通报|督查|表彰|表扬|嘉奖|激励|奖励|肯定|推广|点赞)+)了?"
    "[一-鿿]{0,4}哪(?:些|几[项个])(?:工作|经验|做法|改革|事项)"
)
_BY = {
    "国": "国务院|国家|国办|全国|[一-鿿]部(?:委|办公厅)?",
    "中": "中央|党中央|国家|国务院",
    "省": "省",
    "市": "市",
}
_HOW = (
    ("表彰|表扬|嘉奖|通报", "表彰|表扬|嘉奖"),
    ("激励|奖励|督查", "激励|奖励"),
    ("肯定|点赞", "肯定|点赞|批示|好评"),
    ("推广", "推广"),
)


def praised(slots: Slots, chosen: Sequence[ReportEntry], shelf: Shelf) -> list[Piece]:
    """The sentences of the newest review that tell of what one above praised, wherever they stand.

    Empty where the question does not ask which work was praised by whom.
    """
    asked = _PRAISED.search(slots.text)
    if asked is None:
        return []
    by, how = asked["by"] or asked["by2"], asked["how"] or asked["how2"]
    doer = "国务院|国办" if by == "国务院" else _BY[by[0]]
    deeds = "|".join(told for words, told in _HOW if any(w in how for w in words.split("|")))
    tells = regex(f"(?:{doer})[^,;。]{{0,10}}(?:{deeds})")
    for entry in sorted(chosen, key=lambda e: -(e.identity.year or 0)):
        evidence = shelf.evidence(entry)
        pieces: list[Piece] = []
        for index, text in enumerate(evidence.sentences):
            head = evidence.paths.get(evidence.report.sentences[index].section, "")
            if not tells.search(text) or _PLAN.search(head):
                continue
            piece = piece_of(evidence, index)
            if len(pieces) < _MOST and sum(len(p.text) for p in pieces) + len(piece.text) <= _ROOM:
                pieces.append(piece)
        if pieces:
            return pieces
    return []


def _tells(evidence: Evidence, index: int) -> bool:
    section = evidence.report.sentences[index].section
    text = evidence.sentences[index]
    planned = _PLAN.search(evidence.paths.get(section, ""))
    told = _WON.search(text) if len(text) <= _LONGEST else len(text) <= _ROW_LONGEST and _ROW.search(text)
    return planned is None and bool(told)
