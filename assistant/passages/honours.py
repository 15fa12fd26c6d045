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


def _tells(evidence: Evidence, index: int) -> bool:
    section = evidence.report.sentences[index].section
    text = evidence.sentences[index]
    planned = _PLAN.search(evidence.paths.get(section, ""))
    return len(text) <= _LONGEST and planned is None and _WON.search(text) is not None
