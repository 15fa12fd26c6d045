"""What goes with the sentence that answers best: its items, the heads below it, what follows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reports.patterns import regex

from ..evidence.admitted import PROBLEMS, REMEDY
from ..evidence.matching import sentence_coverage
from ..evidence.pieces import Piece, number_of, piece_of, shortened
from ..questions.kinds import asks_why
from ..questions.problems import asks_problems
from ..questions.slots import Slots
from .below_heads import from_head, under_head
from .going_on import (
    LONG,
    about,
    akin,
    asks_several,
    between,
    cause_after,
    follows,
    going_on,
    lists_wholly,
    new_line,
    only_first,
    reasons_after,
    turns,
)
from .headings import ANNOUNCES, heads_below, siblings
from .leads import leads_of
from .leanings import asks_how
from .listed import sentences_of_each
from .naming import names_it
from .parallel import parallel_heads
from .parts_of import first_item, part_asked
from .ranking import Found
from .shortcomings import admitted_pieces, problems_up_to
from .spoken import asks_honour, content_for, tells_honour
from .sufficing import of_time
from .topics import telling, weigh_open

_LIST_ASKED = regex("哪|什么|方面|重点|怎|如何|几条|几点|要求|分别")


def gather(slots: Slots, found: Sequence[Found], *, limit: int = 360) -> list[Piece]:
    """The best sentence with those that go with it, in the report's order, at most ``limit`` characters.

    Items that it announces and heads below it come first of all; the sentences that follow it in its
    section belong to it when it opens the section; others come in when they cover nearly as much.
    """
    top = found[0]
    evidence = top.evidence
    if asks_problems(slots) and (told := admitted_pieces(found, limit)):
        return told
    if named := sentences_of_each(slots, found, limit):
        return named
    if item := first_item(slots, top, limit):
        return item
    if _LIST_ASKED.search(slots.text):
        if _items_follow(top) and (items := _items(slots, top, limit)):
            return items
        if heads := parallel_heads(slots, top, limit):
            return heads
        if heads := siblings(slots, top):
            return heads
        if heads := heads_below(slots, top, limit):
            return heads
        if items := _items(slots, top, limit):
            return items
    if asks_problems(slots) and (told := problems_up_to(top, limit)):
        return told
    return [piece_of(evidence, i) for i in _around(slots, found, limit)]


def _around(slots: Slots, found: Sequence[Found], limit: int) -> list[int]:
    top = found[0]
    report = top.evidence.report
    chosen = {top.index}
    size = len(top.text)
    opens = _opens(slots, top) and (asks_more(slots.text) or not names_it(slots, top))
    opens = opens or bool(asks_problems(slots) and PROBLEMS.search(top.text))
    named_whole = lists_wholly(slots, top)
    opens = opens and not (named_whole and len(top.text) < LONG)
    own = report.sections[top.section].path
    breaks = 1 + _on_its_own_line(top)
    if opens and (part := part_asked(slots, top)):
        for index in part:
            if (size := size + len(piece_of(top.evidence, index).text)) > limit:
                break
            chosen.add(index)
        return sorted(chosen)
    listed = False
    amid = opens and only_first(top) and not (asks_problems(slots) or _EACH.search(slots.text))
    need = weigh_open(content_for(slots, top.evidence), top.evidence)
    for index in range(top.index + 1, len(report.sentences)) if opens else ():
        path = report.sections[report.sentences[index].section].path
        text = piece_of(top.evidence, index).text
        length = len(text)
        listed = listed or number_of(text) > 0 or ANNOUNCES.search(text) is not None
        room = limit if listed else min(limit, _APART)
        if path[: len(own)] != own or size + length > room or _next_item(top, text):
            break
        if not _heads_section(top) and (breaks := breaks - new_line(top, index)) < 1:
            break
        if turns(top, index) and not new_line(top, index):
            break
        if amid and not akin(top, index, need):
            break  # a long sentence that only happens to be the first speaks of its own matter
        chosen.add(index)
        size += length
    wide = _OPEN_ASKED.search(slots.text) or asks_more(slots.text)
    outcome = _RESULT_ASKED.search(slots.text)
    if asks_why(slots.text):
        # why it is so is told by what follows
        after = reasons_after(top)
        chosen.update(after)
        size += sum(len(piece_of(top.evidence, i).text) for i in after)
    for other in sorted(found[1:], key=lambda f: f.section != top.section):
        near = 0.8 if other.section == top.section else 0.95
        if wide and near < 0.9 and not named_whole and _beside(slots, top, other):
            near = 0.5
        far = other.section != top.section and other.score < top.score - _WORSE and not asks_problems(slots)
        if outcome and re.search(r"\d", other.text):
            # 成效如何: figures on the same subject tell it, wherever they stand
            near, far = min(near, _OUTCOME), False
        if other.evidence is not top.evidence or other.covered < top.covered * near or far:
            continue
        if other.section != top.section and of_time(slots, other) < min(0.0, of_time(slots, top)):
            continue  # what was done is told beside by no plan, but by a note at the report's end
        room = limit if other.section == top.section else min(limit, _APART)
        if other.index in chosen or size + len(other.text) > room:
            continue
        chosen.add(other.index)
        size += len(other.text)
    more = list(under_head(found)) if wide else []
    more += from_head(slots, found) if asks_how(slots.text) and not asks_why(slots.text) else []
    if _HONOURS.search(slots.text) and asks_honour(slots.text):
        around = range(max(0, top.index - _HONOURED), min(len(report.sentences), top.index + _HONOURED + 1))
        same = [i for i in around if report.sentences[i].section == top.section]
        more = [i for i in same if tells_honour(piece_of(top.evidence, i).text)] + more
    if asks_more(slots.text):
        more = [i for i in (top.index + 1, top.index + 2) if follows(top, i)] + more
    elif asks_how(slots.text):
        more += going_on(top)
    if asks_several(slots) and not (slots.goes_on or named_whole):
        more += about(slots, top, need)
    for index in more:
        length = len(piece_of(top.evidence, index).text)
        if index in chosen:
            continue
        if size + length > limit:
            break
        chosen.add(index)
        size += length
    if asks_why(slots.text):
        chosen.update(cause_after(top.evidence, chosen))
    chosen.update(between(top.evidence, chosen, need) if asks_several(slots) else ())
    for index in () if slots.goes_on else sorted(chosen):
        # what stands between two that are quoted is quoted, too
        inner = index + 1
        if index + 2 in chosen and inner not in chosen and follows(replace(top, index=index), inner):
            chosen.add(inner)
    return sorted(chosen)


_RESULT_ASKED = regex("(?:成效|效果|成果|结果)(?:如何|怎么?样)|得(?:怎么?样|如何|好不好)")
_OUTCOME = 0.6
_BESIDE = 3
_APART = 420
"""Characters up to which what stands elsewhere is quoted beside the best sentence."""
_HONOURED = 5
_HONOURS = regex("哪(?:些|几)|什么")
_WORSE = 0.2


def _beside(slots: Slots, top: Found, other: Found) -> bool:
    """Whether a sentence near the best one says by itself half as much of what is asked as that does."""
    if abs(other.index - top.index) > _BESIDE:
        return False
    need = telling(weigh_open(content_for(slots, top.evidence), top.evidence), top.evidence)
    own, best = (sentence_coverage(need, [(top.evidence.sentences[f.index], 1.0)]) for f in (other, top))
    return own >= (0.3 if abs(other.index - top.index) == 1 else 0.42) * best


def _heads_section(found: Found) -> bool:
    report = found.evidence.report
    section = report.sections[found.section]
    return report.sentences[found.index].start <= section.body + 1 or found.text.endswith(("：", ":"))


def _on_its_own_line(found: Found) -> bool:
    """Whether a sentence has a line to itself, as heads have: the next line is of it."""
    following = found.index + 1
    return following < len(found.evidence.report.sentences) and new_line(found, following)


def _next_item(top: Found, text: str) -> bool:
    """Whether ``text`` opens the item after the one that ``top`` opens or stands in."""
    number, own = number_of(text), number_of(top.text)
    if own:
        if top.text[0] == "第":
            return number == own + 1 and text[0] == "第"
        return number > 0
    return number > 0 and top.index in leads_of(top.evidence)


_OPEN_ASKED = regex("哪些|什么|怎|如何|措施|举措|办法|做法|情况|各自|分别")
_ASKING = regex("什么|哪|怎|如何|为何|谁|多少|多[久大长高远]|几[个家项条]|何时|吗$|没有$")


def asks_more(text: str) -> bool:
    """Whether a question asks more than one thing, one after another (是条什么路，什么时候通车)."""
    return sum(bool(_ASKING.search(piece)) for piece in re.split("[，,；;。？?]", text)) > 1


_FIRST = regex(r"[：:,，](?=一(?:是|要)|[(（]?1[)）.、．])")


def _items(slots: Slots, top: Found, limit: int) -> list[Piece]:
    """The numbered items (一是…二是…) that the sentence announces or is one of, each at its essence.

    The first may stand in the announcing sentence itself. Empty where there are fewer than two.
    """
    evidence, report = top.evidence, top.evidence.report
    section = report.sentences[top.index].section
    start = top.index
    if number_of(top.text) > 1 and not _announced(top.text):
        start = next(
            (
                i
                for i in range(top.index - 1, max(-1, top.index - 30), -1)
                if report.sentences[i].section == section
                and (number_of(piece_of(evidence, i).text) == 1 or _announced(piece_of(evidence, i).text))
            ),
            top.index,
        )
        if start == top.index or not _covers(slots, top, start):
            return []
    if start == top.index and _one_of_them(slots, top):
        return []
    lead = piece_of(evidence, start)
    if _ALL_INSIDE.search(lead.text):
        return []
    items = [lead]
    wanted = 2 if _announced(lead.text) or number_of(lead.text) == 1 else 1
    following = piece_of(evidence, start + 1).text if start + 1 < len(report.sentences) else ""
    opens = number_of(following) == 1 or ANNOUNCES.search(lead.text) or PROBLEMS.search(lead.text)
    if wanted == 1 and not (opens or lead.text.endswith(("：", ":"))):
        return []
    for index in range(start + 1, min(len(report.sentences), start + 60)):
        if report.sentences[index].section != section:
            break
        piece = piece_of(evidence, index)
        if number_of(piece.text) == wanted:
            items.append(piece)
            wanted += 1
        elif (wanted == 1 and index > start + 2) or (wanted > 2 and REMEDY.match(piece.text)):
            break
    return shortened(items, limit) if wanted > 2 else []


def _one_of_them(slots: Slots, top: Found) -> bool:
    """Whether ``top`` is the first item of a list and says itself what is asked, told by what follows it.

    一是扩大消费。培育热点。二是稳定投资。
    """
    if number_of(top.text) != 1 or not (asks_how(slots.text) and follows(top, top.index + 1)):
        return False
    return not number_of(piece_of(top.evidence, top.index + 1).text) and not _covers(
        slots, top, top.index - 1
    )


_ALL_INSIDE = regex(r"[(（]1[)）].*(?:[(（]2[)）]|⑵)|⑴.*⑵")


def _covers(slots: Slots, top: Found, start: int) -> bool:
    """Whether the sentence before the items speaks of what was asked, and not one item alone."""
    evidence = top.evidence
    need = weigh_open(content_for(slots, evidence), evidence)
    before = [evidence.sentences[i] for i in (start, start - 1) if i >= 0]
    return bool(asks_problems(slots)) or sentence_coverage(need, [(before[0], 1.0)]) >= 0.6


def _items_follow(top: Found) -> bool:
    """Whether the sentence after an announcing one is the first of numbered items."""
    following = top.index + 1
    if not ANNOUNCES.search(top.text) or not follows(top, following):
        return False
    return number_of(piece_of(top.evidence, following).text) == 1


def _announced(text: str) -> bool:
    return bool(_FIRST.search(text))


def _opens(slots: Slots, found: Found) -> bool:
    """Whether the sentence announces what follows: a head, 一是…, or the start of its section."""
    report = found.evidence.report
    section = report.sections[found.section] if found.section < len(report.sections) else None
    sentence = report.sentences[found.index]
    text = found.text
    begins = not follows(replace(found, index=found.index - 1), found.index)
    # amid its paragraph a sentence that lists things opens nothing
    heads = len(text) < 40 and (begins or asks_how(slots.text) or not re.search("[\\d、]", text))
    return bool(heads or text.endswith(("：", ":")) or (section and sentence.start <= section.body + 1))


_EACH = regex("分别|各")
