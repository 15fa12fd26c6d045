"""Other readings of a follow-up, for where the first finds nothing.

老旧小区呢 after 棚户区改造多少平方米 asks how many square metres; 乙开发区呢 after 甲园区产值多少 asks for
what 乙开发区 produced; 还要交付多少套 after 保交楼多少套 asks of the same homes.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reports.indicators import find_names
from reports.patterns import regex
from reports.text import plain

from .drafting.drafts import Draft
from .drafting.refusals import off_topic
from .figures.compare import NOT_TOLD
from .figures.select import SET_AGAINST
from .questions.contrasts import in_place_of
from .questions.followup import complete
from .questions.measured import of_the_same_kind
from .questions.slots import Slots
from .questions.times import BY_EARLY
from .records import PARTLY

_ASKS_ON = regex("^(?:那么?|其中)?(?P<thing>[^，,。？?]{2,14}?)(?:的)?(?:呢|怎么样|又?是?多少)$")
_LONGEST = 24
_REACHED = regex(
    "(?:[到过破成现超达上]|[定持控]在?|目标)(?:数值?|是|为|定在)?(?:多少|几)(?!个?(?:百分)?点)|目标[是为呢]?[？?]?$"
)
_TIMES_THEN = regex(
    r"(?:那么?)?(?:大约|差不多|大概|相当于|是|[和跟与比同])*(?P<then>\d{4}年|上一?年|去年|前一年|“?十[一二三四]?五”?)[末底初]?(?:时期?)?(?:相?比)?(?:的|是)*"
    "(?:几|多少)倍"
)


def other_readings(slots: Slots, own: Slots, earlier: Slots | None) -> tuple[Slots, ...]:
    """What a follow-up may ask besides ``slots``, likeliest first; empty where it names all it asks.

    ``slots`` is the question as completed, ``own`` as it was read, ``earlier`` the completed one before it.
    """
    if earlier is None or not earlier.content or own.places:
        return ()
    if own.unknown_places:
        return _of_a_thing(own, earlier)
    if earlier.task == "figure" and not earlier.asks and _TIMES_THEN.match(own.text):
        # 是2015年的几倍: the report may tell it beside the figure asked for before
        return (replace(earlier, unit="倍", measure="", text=own.text, question=own.question),)
    if slots.measure == "增速" != own.measure and slots.nature == "目标" and _REACHED.search(own.text):
        # 增长多少？明年力争达到多少: of many things only how much it is to be is planned
        unit = earlier.before.unit if earlier.before else ""
        return (replace(slots, measure="水平", unit=unit, task="figure"),)
    if not own.content:
        return ()
    if earlier.task not in ("figure", "open") or own.task not in ("figure", "open") or slots.asks:
        return ()
    if own.names or len(own.text) > _LONGEST or slots.content == earlier.content:
        return ()
    found: list[Slots] = []
    plainly = not (own.unit or own.measure or own.asks_figure)
    if plainly and len(own.content) > 1 and slots.content == of_the_same_kind(own, earlier):
        found.append(replace(slots, content=own.content))  # 码头呢, after 公路里程: no mileage of them
    if plainly and (swapped := in_place_of(own.content, earlier.content)):
        found.append(_of(swapped, slots, earlier))
    if plainly and earlier.unit and not slots.unit and _ASKS_ON.match(own.text.rstrip("？?。")):
        found.append(_of(slots.content, slots, earlier))
    if own.unit and own.unit == earlier.unit and own.unit not in _COMMON:
        found.append(_of(f"{slots.content} {earlier.content}", slots, replace(earlier, nature=slots.nature)))
    short = _AIM.sub("", own.content)
    if (
        own.nature == "目标"
        and not earlier.names
        and any(_shortens(short, w) for w in earlier.content.split())
    ):
        found.append(_of(earlier.content, slots, earlier))
    return tuple(found)


def _shortens(short: str, said: str) -> bool:
    """Whether ``short`` is a part of ``said`` with characters left out in it: 压采 for 压减地下水超采."""
    if not 2 <= len(short) <= _LONGEST_SHORT:
        return False
    return re.search(".{0,6}".join(map(re.escape, short)), said) is not None and short not in said


_LONGEST_SHORT = 4
_WHOLLY = 0.9
_AIM = regex("的?(?:目标|任务|计划)$")


_OVER = regex("(?:[比较].{0,6}|超[过出额]?.{0,4})(?:目标|计划|任务|预算|预期).{0,4}(?:多少|几|百分)")


def _of_a_thing(own: Slots, earlier: Slots) -> tuple[Slots, ...]:
    """白银呢 after 黄金产量多少: what bears a place's name may be a thing of the place spoken of."""
    asked = _ASKS_ON.match(own.text.rstrip("？?。"))
    if asked is None or not earlier.places or re.search("[省市县区州盟旗]", asked["thing"]):
        return ()
    if not asked["thing"].endswith(own.content):
        return ()
    return (complete(replace(own, unknown_places=(), content=asked["thing"]), earlier),)


def asked_on_about(own: Slots, earlier: Slots | None) -> Slots | None:
    """The question before, where a follow-up asks on about what it asked of, of the same place and time.

    ``own`` is the follow-up as it was read. None where the question before asked for no single figure.
    """
    if earlier is None or earlier.task not in ("figure", "open") or not earlier.content or earlier.asks:
        return None
    elsewhere = own.places or own.unknown_places or own.years or own.relative or own.span or own.report_years
    # 比省定目标多几天: nothing that is planned is asked for
    nature = "" if _OVER.search(own.text) else own.nature
    if elsewhere or nature not in ("", earlier.nature or "实绩") or len(own.text) > _LONGEST:
        return None
    if len(earlier.places) > 1 or len(earlier.years) > 1 or earlier.unknown_places:
        return None
    return replace(earlier, task="figure", parts=(), sides=None, rivals=(), otherwise=())


# Of these there is too much in a report for the unit to tell what is asked of.
_COMMON = ("元", "%", "百分点", "人", "个", "家", "项")


def _of(content: str, slots: Slots, earlier: Slots) -> Slots:
    names = tuple(dict.fromkeys(m.name for m in find_names(content)))
    return replace(
        slots,
        content=content,
        names=names,
        unit=earlier.unit,
        measure=earlier.measure,
        nature=slots.nature or earlier.nature,
        task="figure",
        parts=(),
        sides=None,
        rivals=(),
    )


def answers(other: Slots, slots: Slots, draft: Draft) -> bool:
    """Whether the ``draft`` of an ``other`` reading tells what the follow-up ``slots`` asks."""
    if BY_EARLY.search(other.text) and not BY_EARLY.search(slots.text):
        return draft.answered  # by the report of that year itself
    if other.unit == "倍" != slots.unit:
        return _times_then(other, draft)
    alike = other.content == slots.content and (other.places, other.nature) != (slots.places, slots.nature)
    own = other.content if slots.unknown_places else slots.content
    if slots.content != other.content and slots.content.startswith(other.content):
        # 坐火车的呢, after 机场旅客吞吐量: of trains another quantity is told, and in other words
        alike = len(draft.near) == 1 and draft.near[0].covered >= _WHOLLY
    return (draft.answered and alike) or says(own, draft)


def _times_then(reading: Slots, draft: Draft) -> bool:
    """Whether ``draft`` tells how many times what was then a figure is, of the very time that is named."""
    asked = _TIMES_THEN.match(reading.text) if reading.unit == "倍" else None
    if asked is None or not draft.answered or not reading.years + (reading.span or ()):
        return False
    last = max(reading.years or reading.span or ())
    then = asked["then"].strip("“”")
    ways = [then] if then[0] in "12十" else [f"{last - 1}年", "上年", "上一年", "去年", "前一年"]
    return any(way in draft.text for way in ways)


def says(own: str, draft: Draft) -> bool:
    """Whether a draft of another reading tells of what the follow-up itself names, ``own``."""
    words = [word for word in plain(own).split() if len(word) > 1] or [plain(own)]
    head = re.sub("^(?:还|再|又|其中|要|能|可|剩|下)+", "", words[0])[:_HEAD]
    if not draft.near:
        return draft.answered and head in plain(draft.text)
    told = [
        # 一线边民补助: the sentence itself may have 一二线边民补助
        m.evidence.sentence(m.item.sentence - 1) + m.evidence.sentence(m.item.sentence) + m.fact.indicator
        for m in draft.near
    ]
    short = _AIM.sub("", words[0])
    if draft.answered and all(_shortens(short, text) for text in told):
        # 工资 is no short word for 工业投资: the reports have it, and of something else
        return all(short not in plain(m.evidence.report.text) for m in draft.near)
    return draft.answered and all(head in text for text in told)


_HEAD = 2


def leaves_unsaid(slots: Slots, draft: Draft | None) -> bool:
    """Whether a question that reports may answer got no answer, or only a part of one."""
    if draft is None or slots.unknown_places or off_topic(slots.text):
        return False
    return not draft.answered or draft.text.startswith(PARTLY)


def tells_all(slots: Slots, shorter: Slots, draft: Draft) -> bool:
    """Whether ``draft`` answers ``shorter`` as a whole, which asks what ``slots`` asks.

    Of the same place and years, in the same unit; a figure by a figure, and two things by both.
    """
    if _what_of(slots) != _what_of(shorter) or not _asks_as_much(slots, shorter):
        return False
    if not draft.answered or draft.text.startswith(PARTLY) or NOT_TOLD in draft.text:
        return False
    return draft.mode == "facts" and not _drops_what_is_quoted(slots, shorter, draft)


def _drops_what_is_quoted(slots: Slots, shorter: Slots, draft: Draft) -> bool:
    """Whether a word left out stands in what is quoted: 陶瓷 of 陶瓷、纺织等产业产值."""
    quoted = plain("".join(c.quote for c in draft.citer.citations))
    said, kept = slots.content.replace(" ", ""), shorter.content.replace(" ", "")
    pairs = {said[i : i + 2] for i in range(len(said) - 1)}
    return any(pair in quoted and pair not in kept for pair in pairs)


def _what_of(slots: Slots) -> tuple[object, ...]:
    return slots.places, slots.years, slots.span, slots.report_years, slots.unit, slots.nature


def _asks_as_much(slots: Slots, shorter: Slots) -> bool:
    """Whether no second thing that ``slots`` asks for was lost with the words left out."""
    if slots.sides and not shorter.sides:
        return False
    return slots.task not in SET_AGAINST or shorter.task == slots.task
