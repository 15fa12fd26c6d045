"""Questions whose answer is a passage: how, why, which, who and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reports.genre import genre_pairs
from reports.patterns import regex
from reports.text import plain
from vectorstore.records import ReportEntry

from ..drafting import refusals
from ..drafting.citing import Citer
from ..drafting.drafts import Draft, not_told, refuse, search_words
from ..evidence.admitted import AIM_WORDS, FELL_SHORT_TOLD, fell_short
from ..evidence.matching import sentence_coverage
from ..evidence.pieces import Piece, piece_of
from ..evidence.prepared import Evidence, Shelf
from ..questions.content import content_of, put_for_places
from ..questions.counted import may_name, parts_asked
from ..questions.kinds import asks_why
from ..questions.places import short_name
from ..questions.problems import asks_problems
from ..questions.slots import Slots
from .alike import opened_alike
from .chosen import passage_reports
from .enumerated import lists
from .gathering import asks_more, gather
from .going_on import with_cause
from .happened import answer_happened, asks_happened
from .honours import honours_won, praised
from .itemized import told_after
from .kinds_told import told_as_asked
from .leanings import only_rates
from .likely import LIKELY, likeliest
from .listed import each_told
from .naming import announced, listing_first, lists_all, named_beside, names_listed, naming
from .noted import answer_term
from .piecewise import clause_untold, piecewise
from .presupposed import borne_out, little_told, name_lost
from .quoted import writing_them
from .ranking import ENOUGH as ENOUGH_PASSAGE
from .ranking import Found, find_sentences
from .remembered import told_later
from .runs import PLURAL, WHOLE, quoted, told_by
from .shortcomings import answer_admitted, asks_admitted, tells_of_lack
from .spoken import asks_honour, asks_kind, content_for, tells_honour, tells_time
from .sufficing import alone, better_told, enough, far_ahead, measures_first, stands_out
from .terms import term_asked
from .topics import weigh_open, without_general
from .topics_joined import answer_topics, left_out, told_of_each

_AIM = regex("目标|预期|指标|计划|任务")
_LIMIT = 600
_GOING_ON = 220
"""Characters quoted: what a follow-up asks is told as briefly as it is asked."""


def answer_passage(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    """The sentences that answer, each cited; a refusal where none speaks of what is asked."""
    draft = _answer(slots, own, shelf)
    if not draft.answered and (bare := _without_end(slots)):
        return _answer(bare, own, shelf)
    return draft


def _answer(slots: Slots, own: Sequence[ReportEntry], shelf: Shelf) -> Draft:
    slots = _with_others(slots)
    if fell_short(slots):
        # What fell short of a target is told by the review.
        slots = replace(slots, nature="实绩")
    limit = _GOING_ON if slots.goes_on else _LIMIT
    chosen = passage_reports(slots, own)
    if not chosen:
        return told_later(slots, own, shelf) or refuse(refusals.no_year(slots, own, (), Citer()))
    if draft := answer_term(slots, chosen, shelf):
        return draft
    if (
        whole := answer_admitted(slots, chosen, shelf)
        or honours_won(slots, chosen, shelf)
        or praised(slots, chosen, shelf)
    ):
        return quoted(whole)
    if parts := opened_alike(slots, chosen, shelf):
        return quoted(parts)
    likely = writing_them(slots.question, shelf.narrow(search_words(slots), chosen, 8), shelf)
    if asks_happened(slots):
        return answer_happened(slots, likely, shelf) or not_told(slots)
    every = found = find_sentences(slots, likely, shelf)
    if fell_short(slots) and _AIM.search(slots.text):
        told = [f for f in found if FELL_SHORT_TOLD.search(plain(f.text))]
        named = _AIM.sub("", AIM_WORDS.sub("", slots.content)).strip()
        # why it fell short is told by no plan for it
        found = told if told or not named or asks_why(slots.text) else found
    if asks_admitted(slots):
        found = [f for f in found if tells_of_lack(slots, f)]
        if not found:
            return not_told(slots)
    if not (asks_problems(slots) or fell_short(slots)):
        found = [f for f in found if not (_unheard(slots, f) or name_lost(slots, f))]
        if _NAME_ASKED.search(slots.text):
            found = [f for f in found if not only_rates(plain(f.text))]
        # Where the best is not borne out, another must say as much of what is asked.
        if found and not borne_out(slots, found[0]):
            # only the deed or the kind is missing: another that tells them may say a little less
            least = found[0].covered if told_as_asked(slots, plain(found[0].text)) else enough(slots)
            near = found[0].score - _NEAR
            rest = [
                f
                for f in found[1:]
                if f.covered >= least and (f.covered >= found[0].covered or f.score >= near)
            ]
            found = [f for f in rest if borne_out(slots, f)]
        told_little = found and not lists_all(slots, found[0]) and little_told(slots, found[0])
        if told_little and not (stands_out(slots, found) or alone(slots, found)):
            found = better_told(slots, found)
        if not found:
            return _by_topics_or_likely(slots, likely, shelf, limit, every)
    share = found[0].covered if found else 0.0
    # Of two things each may have a sentence of its own.
    apart = share < max(enough(slots), _BOTH * asks_more(slots.text))
    if apart and (pieces := each_told(slots, found, limit) or piecewise(slots, likely, shelf, limit)):
        return quoted(with_cause(pieces) if asks_why(slots.text) else pieces)
    ahead = found and (far_ahead(slots, found) or stands_out(slots, found))
    if found and found[0].covered < enough(slots, found[0]) and not ahead:
        found = better_told(slots, found)
    if not found:
        return _by_topics_or_likely(slots, likely, shelf, limit, every)
    found = measures_first(slots, found)
    if slots.task == "when":
        timed = [f for f in found if f.covered >= enough(slots) and tells_time(f.text)]
        if not timed and not asks_more(slots.text):
            return not_told(slots)
        found = [*timed, *(f for f in found if f not in timed and asks_more(slots.text))] if timed else found
    title = _TITLE.search(slots.content.replace(" ", ""))
    if slots.task == "who" and title and plain(title.group()) not in plain(found[0].text):
        return not_told(slots)
    term = term_asked(slots)
    strict = term is not None and term.strict
    count = parts_asked(slots.text)
    found = listing_first(slots, found)
    if lists_all(slots, found[0]):
        return quoted([piece_of(found[0].evidence, found[0].index)])
    if _single(slots) and not strict and not asks_more(slots.text):
        one = naming(slots, found, enough(slots))
        if pieces := announced(slots, found, [one.text] if one else []):
            return quoted(pieces)
        if beside := named_beside(slots, found, one):
            return quoted(beside)
        return told_by(slots, one) if one else not_told(slots)
    pieces = gather(slots, found, limit=limit)
    pieces = announced(slots, found, [piece.text for piece in pieces]) or pieces
    if left_out(slots, found, pieces):
        pieces = told_of_each(slots, likely, shelf, limit) or pieces
    if clause_untold(slots, found, pieces):
        pieces = piecewise(slots, likely, shelf, limit) or pieces
    listed = names_listed(slots, pieces) and not (term and strict and not lists(term.count, pieces))
    if not listed or not may_name(count, [piece.text for piece in pieces], asked=slots.text):
        # 是哪三条: what does not name three things is no answer.
        return not_told(slots)
    return quoted(pieces)


def _by_topics_or_likely(
    slots: Slots, own: Sequence[ReportEntry], shelf: Shelf, limit: int, found: Sequence[Found]
) -> Draft:
    """The topics that the question joins, else the sentence that is likely what it asks; or a refusal."""
    draft = answer_topics(slots, own, shelf, limit)
    # 完工了没有: 开工 is likely enough of the matter, and no answer
    if draft.answered or slots.task not in ("list", "open") or _NO_PASSAGE.search(slots.text):
        return draft
    first, odds = likeliest(slots, found)
    return quoted(gather(slots, first, limit=limit)) if odds >= LIKELY else draft


_OPEN_PIECE = regex(
    "怎么(?![样说讲写提])|如何|哪些|哪[一两二三几]?[个家项条座所]|办法|为什么|为何|什么(?!水平|程度|时候|位)"
)
_ITEMS_TOO = regex("(?:多少|几)[^，,]*[，,](?:都|具体|分别|各)*(?:是|有|包括|要?办)*(?:哪些|什么|啥)")
_NO_PASSAGE = regex("多少|(?<!哪)几[个家项条座人件所处户]|多[大高长]|(?:没有?|吗)[？?。]*$")
_FIGURE_PIECE = regex("多少|(?<!哪)几[个家项条座人]|多[大高长]")


_END_FIRST = regex(
    "^(?:[^，,]{1,8}[，,])?为了?(?!什么|何|啥|民|全)[^，,]{4,24}[，,](?=.*(?:怎|如何|哪|什么))"
)


def _without_end(slots: Slots) -> Slots | None:
    """The question without the end that it names first (为了少跑腿，…), where the rest says what is asked."""
    end = _END_FIRST.match(slots.text)
    if end is None:
        return None
    rest = put_for_places(plain(slots.text[end.end() :]), slots.places, " ")
    content = content_of(_YEAR.sub(" ", rest), "open")
    told = len(without_general(content).replace(" ", "")) >= _SAID
    return replace(slots, content=content) if told else None


_YEAR = regex("(?:19|20)\\d{2}年?|^[市州县区省]里|今年|明年")
_SAID = 4


def _with_others(slots: Slots) -> Slots:
    """The question with the places without a report beside those it names: they are of what it is about."""
    others = [plain(short_name(name)) for name in slots.unknown_places if slots.places]
    return replace(slots, content=" ".join([slots.content, *others])) if others else slots


def asks_how_too(slots: Slots) -> bool:
    """Whether one clause of a question asks how or which, and another how much."""
    asked = [p for p in re.split("[，,；;。？?]", slots.text) if p]
    return len(asked) > 1 and any(_OPEN_PIECE.search(p) and not _FIGURE_PIECE.search(p) for p in asked)


def figure_alone(slots: Slots) -> Slots | None:
    """The question with the one clause that asks how much, where the others ask how; else None."""
    asked = [p for p in re.split("[，,；;。？?]", slots.text) if _FIGURE_PIECE.search(p)]
    if len(asked) != 1:
        return None
    clause = put_for_places(plain(asked[0]), slots.places, " ")
    content = content_of(_YEAR.sub(" ", clause), "figure")
    return replace(slots, text=asked[0], content=content) if len(content) >= _SAID else None


def with_its_sentence(slots: Slots, draft: Draft) -> Draft:
    """The figure's whole sentence, where the question asks how as well as how much."""
    how = asks_how_too(slots)
    if not (how and draft.answered and draft.mode == "facts" and len(draft.near) == 1):
        return draft
    match = draft.near[0]
    starts = [sentence.start for sentence in match.evidence.report.sentences]
    if _ITEMS_TOO.search(slots.text) and match.fact.sentence_start in starts:
        at = starts.index(match.fact.sentence_start)
        if items := told_after(match.evidence, at, int(match.fact.value)):
            return quoted(items)
    piece = Piece(match.evidence, match.fact.sentence_start, match.fact.sentence_end)
    return quoted([piece]) if len(piece.text) <= WHOLE else draft


def asked_within(slots: Slots, words: Sequence[str], own: Sequence[ReportEntry]) -> Slots:
    """The question asked of the reports ``own``; ``words``: folded names of places in them that it is of."""
    places = tuple({e.identity.place for e in own})
    return replace(slots, places=places, unknown_places=(), content=" ".join([*words, slots.content]))


def answer_inside(
    slots: Slots, words: Sequence[str], own: Sequence[ReportEntry], shelf: Shelf
) -> Draft | None:
    """What the reports ``own`` tell of places inside theirs, which have none: folded short names ``words``.

    The sentence must name each of them and speak of what is asked besides; None where none does.
    """
    if slots.task not in ("who", "when", "list", "open") or not (chosen := passage_reports(slots, own)):
        return None
    inner = asked_within(slots, words, own)
    for found in find_sentences(inner, shelf.narrow(search_words(inner), chosen, 8), shelf):
        text = plain(found.text)
        need = weigh_open(content_for(slots, found.evidence), found.evidence)
        head = found.evidence.paths.get(found.section, "")
        above = found.evidence.sentence(found.index - 1)
        zones = [(text, 1.0), (head, 0.8), (above, 0.7)]
        spoken_of = need.says_something and sentence_coverage(need, zones) >= ENOUGH_PASSAGE
        spoken_of = spoken_of or (asks_honour(slots.text) and tells_honour(text))
        spoken_of = spoken_of and told_as_asked(inner, text)
        if found.covered >= enough(slots) and spoken_of and all(word in text for word in words):
            if asks_honour(slots.text) and PLURAL.search(slots.text):
                return quoted(_honours_of(words, found.evidence))
            how = slots.task == "open" and len(found.text) <= _LIMIT
            return quoted(gather(inner, [found], limit=_LIMIT)) if how else told_by(inner, found)
    return None


def _honours_of(words: Sequence[str], evidence: Evidence) -> list[Piece]:
    """The clauses' sentences of a report that name all ``words`` and tell of a title won."""
    told = [i for i, text in enumerate(evidence.sentences) if all(w in text for w in words)]
    return [piece_of(evidence, i) for i in told if tells_honour(evidence.sentences[i])][:_MOST_HONOURS]


# 是哪一家, 哪几个村: a row of growth rates names nobody.
_NAME_ASKED = regex("哪(?:[一二两三四五几]?[家所座位]|些?[县市区乡镇村])|谁")
_MOST_HONOURS = 6
_CORE = 6
_BOTH = 0.8
_NEAR = 0.25
_COUNTED = regex("[\\d一二两三四五六七八九十]")
_DONE = regex(
    "发展|建设|推进|实施|打造|加快|开展|推动|引进|新建|建成|新增|完成|培育|整治|治理|提升|优化|支持|获批|获评|新开|"
    "刺激|拉动|促进|提振|扩大|保障|改善|加强|解决|落实|布局|安排|大型|重大|重点|主要|知名"
)


def _unheard(slots: Slots, found: Found) -> bool:
    """Whether a short subject opens with a word that its report never writes: 风电 is not 海上风电."""
    subject = _DONE.sub("", content_for(slots, found.evidence).replace(" ", "")).lstrip("的了新老要在为对")
    need = weigh_open(subject, found.evidence)
    first = need.content[:2]
    if not 3 < len(need.content) <= _CORE or need.names:
        return False
    said = re.escape(subject)
    named = re.search(f"(?:在|针对|关于|发展|哪些|什么){said}|{said}(?:方面|领域)", plain(slots.text))
    if _COUNTED.match(first) or named is None or any(said.start == 0 for said in need.alike):
        return False  # 抓好招商: what opens it may be a verb
    return first in genre_pairs() and first not in found.evidence.folded


def _single(slots: Slots) -> bool:
    """Whether one thing is asked for: its clauses answer, not all that stands around them."""
    brief = bool(slots.inherited) and len(slots.text) <= 12 and slots.text.rstrip("？?").endswith("呢")
    if _STATE_TOO.search(slots.text):
        return False  # 修路修得怎么样，农村通了没
    return (
        slots.task in ("who", "when") or brief or asks_kind(slots.text) or bool(_ONE_THING.search(slots.text))
    )


_STATE_TOO = regex("(?:怎么?样|咋样|如何)了?[，,]")
# Who holds an office: a sentence that does not name the office does not tell.
_TITLE = regex(
    r"[一-鿿]{0,3}(?:书记|主任|局长|部长|市长|县长|区长|省长|乡长|镇长|主席|院长|校长|会长|冠军|亚军|第一名|总经理|董事长)$"
)
_ONE_THING = regex(
    r"(?:评|授|命名|认定|列|选|当选|定)(?:为|成|上|作)了?(?:一?个)?什么[？?]?$|"
    r"什么[^，。？?]{0,8}(?:称号|荣誉|奖项?|名称|牌子|名片|品牌)|叫(?:什么|啥)|"
    r"哪[两三]?(?:个|家|座|条|所|位|款|样|名|一个|一家|一样)(?!方面)|哪几(?:条(?:线|路|公路|高速|铁路|航线)|座|家|所|位|款|号线)|(?:没有|吗|了没|到多少)[？?]?$"
)
