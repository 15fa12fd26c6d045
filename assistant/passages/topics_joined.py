"""Topics that a question joins (高铁和机场分别有什么安排): for each its own best sentences, in one answer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reports.patterns import regex
from reports.text import plain
from vectorstore.records import ReportEntry

from ..drafting.drafts import Draft, not_told
from ..evidence.matching import sentence_coverage
from ..evidence.pieces import Piece, piece_of
from ..evidence.prepared import Shelf
from ..questions.content import content_of, put_for_places
from ..questions.slots import Slots
from .going_on import going_on, is_head, new_line
from .leads import leads_of, short_heads
from .presupposed import borne_out, name_lost
from .ranking import Found, find_sentences
from .runs import quoted
from .spoken import content_for
from .topics import is_general, weigh_open, without_general

_JOINT = regex(
    "、[和与跟]?|(?<![温缓饱平共总祥暖中柔,])和(?![美平谐睦解田县])|(?<![参给赋授,])与(?!会)|(?<![紧,])跟(?![踪进班上])|以及|(?<![普推涉危波])及(?![时格第])"
)
_FIGURE = regex("多少|几[个家项条座人件]|百分之|多[大高长]")
# What stands before the first topic and after the last belongs to the asking.
_BEFORE = regex(
    "^.*(?:怎么?样?|如何|哪些|什么|打算|准备|计划|年(?:[来间]|中(?=[^药医小高国心间部]))?|[在对把给为]|方便(?:老百姓|群众|市民|居民)|关于|围绕)(?=[一-鿿a-z0-9])"
)
_AFTER = regex(
    "(?:[这那]?[两二三]|[这那]几)(?:大?块|样|项|方面|个|头|件)|(?:这些)?(?:方面|领域)|(?:等|这些)[一-鿿]{0,4}(?=,)|(?<=[一-鿿]{2})[上中里](?=取得|做|有|都|怎|如|采|出|是|各|分)|分别|各(?=自|有|是|怎|要|做|取|采)|"
    "都?(?:做|取得|采取|推出|出台|办)了?|都?有了?(?:哪|什么|啥)|(?:是|该|要)?(?:怎|如何|哪|什么|啥|咋)|都|接下来|今年|呢|[,。?!]"
)
# 今年准备怎么弄, 有哪些工程: so much is of the asking, and of no topic
_ASKING = regex(
    "[今明去]年|年[初底]|(?:准备|打算|计划)?(?:怎么?|如何)?[弄搞干做办抓](?![一-鿿])|"
    "(?:哪|^|(?<= ))些[一-鿿]{0,2}工程"
)
# 解决…的问题, 小区物业太差, 床位不够: what is done about it and what is complained of name no topic.
_DEALT_WITH = regex("^(?:解决|处理|缓解|破解|应对|改善|整治)(?=[一-鿿]{3})|的?(?:问题|难题|事情|难事)$")
_COMPLAINT = regex(
    "(?<=[一-鿿]{2})(?:太|很|比较|特别|老是?)?(?:不够用?|不足|不规范|不到位|不好|不行|太少|脏乱差|脏乱|[差乱脏烂破])$"
)
_DEED = ("把", "让", "使", "又", "还", "再")
_LEAST, _MOST = 2, 4
_LONGEST = 14
_ENOUGH, _OTHERWISE, _SOME = 0.75, 0.55, 0.3
_NEAR, _OF_ITS_OWN, _AS_WELL, _ALIKE = 0.25, 0.1, 0.08, 0.03
_LOOKED_AT = 20
_SHORT = 60
_WHOLE, _HEADED = 3, 2
_APART = regex("分别|各|[两二三这]块|[两三]样|[两三]个?方面")
_OPEN_TASKS = ("list", "open")


@dataclass(frozen=True, slots=True)
class Topic:
    """One of the topics joined: its words, and what is said before and after them all (边境村镇的)."""

    words: str
    around: str

    def asked(self, slots: Slots) -> Slots:
        """The question asked of this topic alone."""
        return replace(slots, content=self.words)


def joined_topics(slots: Slots) -> list[Topic]:
    """The topics that an open question joins; empty where it joins none."""
    text = plain(slots.text)
    if slots.task not in _OPEN_TASKS or _FIGURE.search(text):
        return []
    text = put_for_places(text, slots.places)
    text = re.sub(r"(?:19|20)\d{2}年?", "年", text)
    joints = list(_JOINT.finditer(text))
    if not 0 < len(joints) < _MOST:
        return []
    before = text[: joints[0].start()]
    first = _BEFORE.sub("", before)
    bare = first.strip("的年里市县区省")
    first = (bare if len(bare) >= _LEAST else first).rpartition("的")[2]
    last = text[joints[-1].end() :]
    cut = _AFTER.search(last)
    end = cut.start() if cut else len(last)
    inner = [text[a.end() : b.start()] for a, b in pairwise(joints)]
    words = [_named(part) for part in (first, *inner, last[:end])]
    if any(not _LEAST <= len(part) <= _LONGEST or is_general(part) for part in words):
        return []
    if any(part[:1] in _DEED for part in (*inner, last)):
        return []  # 让老百姓多花钱、把消费带起来: no topics
    asking = last[cut.end() :] if cut else ""
    around = content_of(_ASKING.sub(" ", f"{before.rpartition(first)[0]} {asking}"), "open")
    around = " ".join(word for word in without_general(around).split() if len(word) > 1)
    return [Topic(part, around) for part in words]


def _named(part: str) -> str:
    """The words of one of the topics joined, without what is done about it or complained of."""
    words = _DEALT_WITH.sub("", content_of(part, "open").replace(" ", ""))
    return _COMPLAINT.sub("", _DEALT_WITH.sub("", words))


def answer_topics(slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf, limit: int) -> Draft:
    """What is told of the topics that a question joins, be it of one alone; a refusal where nothing is."""
    pieces = told_of_each(slots, entries, shelf, limit, partly=True)
    return quoted(pieces) if pieces else not_told(slots)


def told_of_each(
    slots: Slots, entries: Sequence[ReportEntry], shelf: Shelf, limit: int, *, partly: bool = False
) -> list[Piece]:
    """The best sentence or two of each topic, in their order; with ``partly`` of those that are told of.

    Topics told of in one part of the report are quoted from there, and one that is told of in other
    words counts only beside another.
    """
    topics = joined_topics(slots)
    told = [able for topic in topics if (able := _able(slots, topic, entries, shelf))]
    plainly = {f.part for able in told for f in able if f.plain}
    told = [near for able in told if (near := _plain_or_beside(able, plainly))]
    if len(told) < len(topics):
        told = [able for able in told if able[0].alone(slots, topics[-1])] if partly else []
    if not told:
        return []
    shared = set.intersection(*({f.part for f in able} for able in told))
    told_by = Counter(f.at for able in told for f in able)
    pieces: list[Piece] = []
    parts: set[tuple[str, int]] = set()
    for able in told:
        least = able[0].found.score - _ALIKE
        best = max(able, key=lambda f: (f.part in shared, told_by[f.at], f.found.score >= least and f.opens))
        if told_by[best.at] > 1 and not best.literal:
            # what is told only in other words may have a sentence of its own beside
            least = best.found.score - _OF_ITS_OWN
            own = (f for f in _inside(able, {best.part}) if told_by[f.at] == 1 and f.found.score >= least)
            best = next(own, best)
        parts.add(best.part)
        more = [f for f in able if f.goes_with(best)][:1]
        pieces += sorted((f.piece for f in (best, *more)), key=lambda piece: piece.start)
        pieces += best.below(limit // len(told) - sum(len(f.piece.text) for f in (best, *more)))
    pieces = list(dict.fromkeys(pieces))
    if len(parts) == 1:
        pieces.sort(key=lambda piece: piece.start)
    return pieces if sum(len(p.text) for p in pieces) <= limit else []


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that tells of one topic, plainly or so that it counts only beside another's.

    ``own`` is the share that it says without its heads.
    """

    topic: Topic
    found: Found
    own: float

    @property
    def plain(self) -> bool:
        return self.found.covered >= _ENOUGH

    @property
    def at(self) -> tuple[str, int]:
        return self.found.evidence.entry.source, self.found.index

    @property
    def part(self) -> tuple[str, int]:
        return self.found.evidence.entry.source, self.found.section

    @property
    def piece(self) -> Piece:
        return piece_of(self.found.evidence, self.found.index)

    @property
    def with_heads(self) -> str:
        """The folded sentence with what stands over it."""
        evidence, index = self.found.evidence, self.found.index
        over = [index, *leads_of(evidence).get(index, ()), short_heads(evidence)[index]]
        texts = [evidence.sentences[i] for i in over if i >= 0]
        return " ".join([*texts, evidence.paths.get(self.found.section, "")])

    @property
    def literal(self) -> bool:
        """Whether it says the topic in the question's words."""
        text = self.found.evidence.sentences[self.found.index]
        return any(a + b in text for a, b in pairwise(self.topic.words))

    @property
    def opens(self) -> bool:
        """Whether it opens with the topic."""
        opening = re.split("[，,]", self.found.evidence.sentences[self.found.index])[0]
        return any(a + b in opening for a, b in pairwise(self.topic.words))

    def below(self, room: int) -> list[Piece]:
        """What follows it in at most ``room`` characters, where it is but a head, which tells no how."""
        at = self.found.index
        head = is_head(self.found.text) and at and new_line(self.found, at)
        found: list[Piece] = []
        for index in going_on(self.found) if head else ():
            piece = piece_of(self.found.evidence, index)
            room -= len(piece.text)
            if room < 0:
                break
            found.append(piece)
        return found

    @property
    def end_told(self) -> bool:
        """Whether what the topic ends in is told of, in these words or in others."""
        words, text = self.topic.words, self.with_heads
        need = weigh_open(words, self.found.evidence)
        known = (said for said in need.alike if said.end >= len(need.content))
        return any(c in text for c in words[-2:]) or any(s in text for said in known for s in said.spellings)

    def alone(self, slots: Slots, last: Topic) -> bool:
        """Whether it answers without the others; in 海葬和树葬补贴标准, 稀土开采和加工 none does."""
        words = self.topic.words
        if len(words) < _WHOLE and not _APART.search(slots.text):
            return False
        if self.own < _OTHERWISE or (last is not self.topic and len(last.words) > len(words) + _HEADED):
            return False
        evidence = self.found.evidence
        need = weigh_open(self.topic.around, evidence)
        path = evidence.paths.get(self.found.section, "")
        zones = [(evidence.sentences[self.found.index], 1.0), (path, 1.0)]
        return not need.says_something or sentence_coverage(need, zones) >= _OTHERWISE

    def goes_with(self, best: _Told) -> bool:
        """Whether it stands beside the best, is short, and tells as much."""
        beside = self.part == best.part and abs(self.found.index - best.found.index) == 1
        as_much = self.found.covered >= best.found.covered and self.found.score >= best.found.score - _AS_WELL
        return beside and as_much and len(self.found.text) <= _SHORT


def _plain_or_beside(able: Sequence[_Told], parts: set[tuple[str, int]]) -> list[_Told]:
    """The sentences that tell a topic plainly, or else those in the parts that tell another so.

    What such a topic ends in must be told of: 树葬补贴标准 is not by what only names 树葬.
    """
    told = [f for f in able if f.plain]
    return told or [f for f in _inside(able, parts) if f.end_told]


def _inside(able: Sequence[_Told], parts: set[tuple[str, int]]) -> list[_Told]:
    return [f for f in able if f.part in parts]


def _able(slots: Slots, topic: Topic, entries: Sequence[ReportEntry], shelf: Shelf) -> list[_Told]:
    """The sentences that tell of one topic, best first; a head over them may tell a part of it."""
    asked = topic.asked(slots)
    able: list[_Told] = []
    found = find_sentences(asked, entries, shelf, limit=_LOOKED_AT * (1 + 2 * bool(topic.around.strip())))
    found = [f for f in found if _around_told(topic, f)] or found
    for one in found:
        if one.covered < _OTHERWISE or one.score < found[0].score - _NEAR:
            continue
        need = weigh_open(content_for(asked, one.evidence), one.evidence)
        zones = [(one.evidence.sentences[one.index], 1.0)]
        own = sentence_coverage(need, zones)
        if own >= _SOME and borne_out(asked, one) and not name_lost(asked, one):
            able.append(_Told(topic, one, own))
    return able


def _around_told(topic: Topic, found: Found) -> bool:
    """Whether a sentence or a head over it tells of what all the topics are of: 游客的交通 and not any."""
    need = weigh_open(topic.around, found.evidence)
    zones = [(_Told(topic, found, 0.0).with_heads, 1.0)]
    return not need.says_something or sentence_coverage(need, zones) >= _OTHERWISE


def left_out(slots: Slots, found: Sequence[Found], pieces: Sequence[Piece]) -> bool:
    """Whether the pieces speak of one of the topics joined and not of another."""
    texts = [plain(piece.text) for piece in pieces]
    evidence = found[0].evidence
    topics = [topic.asked(slots) for topic in joined_topics(slots)]
    needs = [weigh_open(content_for(topic, evidence), evidence) for topic in topics]
    spoken = [sentence_coverage(need, [(text, 1.0) for text in texts]) >= _OTHERWISE for need in needs]
    return any(spoken) and not all(spoken)
