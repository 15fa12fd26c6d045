"""Completes a follow-up with the LLM, where what the questions say by themselves is not enough."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reports.patterns import regex
from reports.text import fold
from vectorstore.records import ReportEntry

from ..errors import LLMError
from ..proof.cleaning import clean
from ..proof.likeness import bare, share
from ..proof.material import compact, suspicious
from ..questions.places import PlaceIndex
from ..questions.slots import Slots
from ..records import History
from .client import LLM
from .prompts import render
from .tokens import bound

HISTORY = 4000
"""Tokens of history handed over at most, as :mod:`assistant.llm.tokens` counts them."""
TURNS = 6
_QUESTION, _ANSWER, _COMPLETED = 200, 400, 200
SHARE_OF_TIME = 0.25
_OLD_WORDS = 0.5
_POINTS = regex(
    r"这些|那些|它|其中|上面|上述|前面|刚才|刚刚|前者|后者|第[一二三四五六七八九十\d]+[点条个项句]|[这那](?=[个项件样点]|$)"
)
_BARE = regex(
    r"(?:那么?|所以|嗯|请|能|再|具体|详细|你|又|都|的|是|给我|可以)*"
    r"(?:为什么|为何|原因|怎么[看做办样]|怎样|如何|然后|接着|继续|还有|展开|详细|详[细尽]?说|举例|说说|讲讲|怎么理解|怎么回事|理由)"
)
_LONGEST_BARE = 16
_NUMBER = regex(r"\d+(?:\.\d+)?")
_NUMERAL = regex(r"[零〇一二两三四五六七八九十百千万亿]{2,}")


@dataclass(frozen=True, slots=True)
class Completed:
    """The whole question, ``""`` where there is none to use, and the tokens that it took."""

    question: str = ""
    tokens: int = 0


def needed(slots: Slots) -> bool:
    """Whether a follow-up, completed by its slots, still points at what was said before."""
    text = slots.text.strip("？?。！!，, ")
    if slots.names and "指标" not in slots.inherited:
        return False
    if not slots.content.strip() and slots.task == "open":
        return True
    points = _POINTS.search(text) or (_BARE.match(text) and len(text) <= _LONGEST_BARE)
    return bool(slots.inherited) and bool(points)


def complete(
    question: str,
    history: History,
    places: PlaceIndex,
    entries: Sequence[ReportEntry],
    llm: LLM,
    seconds: float,
) -> Completed:
    """The follow-up as the LLM completes it within ``seconds``; a failure leaves it as it is."""
    prompt = render("rewrite", history=history_text(history, llm.meter.count), question=question)
    text, tokens = "", 0
    try:
        for delta in llm.stream(prompt, seconds=seconds):
            text, tokens = text + delta.text, max(tokens, delta.tokens)
        tokens = tokens or llm.meter.spent(prompt, text)
    except LLMError:
        # What has come was paid for; a call that was refused took nothing.
        tokens = tokens or (llm.meter.spent(prompt, text) if text else 0)
        text = ""
    lines = [line.strip() for line in clean(text).splitlines() if line.strip()]
    whole = re.sub(r"^(?:完整的?)?(?:问题|追问)[:：]|^[“\"「]|[”\"」]$", "", lines[0]) if lines else ""
    usable = len(lines) == 1 and adds_nothing(whole, question, history, places, entries)
    return Completed(whole if usable else "", tokens)


def history_text(history: History, count: Callable[[str], int] = bound) -> str:
    """The last turns, within ``HISTORY`` tokens by ``count``; the newest are kept."""
    turns: list[str] = []
    left = HISTORY
    for question, answer in reversed(history[-TURNS:]):
        turn = f"问：{_short(question, _QUESTION)}\n答：{_short(answer, _ANSWER)}"
        spent = count(turn + "\n")
        if spent > left:
            break
        left -= spent
        turns.append(turn)
    return "\n".join(reversed(turns))


def _short(text: str, length: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"


def adds_nothing(
    whole: str, question: str, history: History, places: PlaceIndex, entries: Sequence[ReportEntry]
) -> bool:
    """Whether a completed question holds no number and no place that nobody named, and is one.

    Years may also be those of the store's reports; a place of the store may stand in where the
    conversation has named none.
    """
    said = fold("\n".join([question, *(part for turn in history for part in turn)]))
    text = fold(whole)
    if not whole or len(whole) > _COMPLETED or suspicious(whole) or compact(whole) == compact(question):
        return False
    years = {y for e in entries if (year := e.identity.year) for y in (year, year - 1)}
    if not set(_NUMBER.findall(text)) <= {*_NUMBER.findall(said), *map(str, years)}:
        return False
    if any(numeral not in said for numeral in _NUMERAL.findall(text)):
        return False
    named = [places.find(fold(part)) for turn in ((question, ""), *history) for part in turn if part]
    known = {place for found in named for place in found.places}
    unknown = {place for found in named for place in found.unknown}
    found = places.find(text)
    if not set(found.unknown) <= unknown | {p for p in found.unknown if p in said}:
        return False
    if (known or unknown) and not set(found.places) <= known:
        return False
    return share(bare(compact(whole)), compact(said)) >= _OLD_WORDS
